"""The record: tables, and the rules that hold on one record. Knows nobody."""
