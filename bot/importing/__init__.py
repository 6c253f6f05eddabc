"""Files of the office → plain values: ledgers, rosters, topics. Pure: no database, no clock but an argument."""
