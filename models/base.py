"""What all tables share: constraint names that migrations can rely on, and the mark of what can be taken back."""

from __future__ import annotations

from sqlmodel import SQLModel

# Alembic can only alter or drop a constraint that has a name, on SQLite above all.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(SQLModel):
    """A table of the office's record: each change of a row is kept in the audit entry of the act and can be undone."""


class Plumbing(SQLModel):
    """A table that the corridor itself needs (inbox, outbox, schedules …): no act is about it, nothing to undo."""
