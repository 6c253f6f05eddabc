"""What an act wrote, row by row, seen from the session itself: no handler can forget it, and undo can take it back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Date, event, inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, Session, UOWTransaction
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from models.base import Record

Change = dict[str, Any]
"""{"table", "key": [...], "kind": "insert" | "update" | "delete", "before": {...}, "after": {...}}"""


class Conflict(Exception):
    """A row has been changed since by somebody else, or is built on: it cannot be taken back."""


def watch(session: AsyncSession) -> None:
    """Begin to note the changes of record tables in this session; ``collected`` gives them."""
    session.info["changes"] = []
    event.listen(session.sync_session, "after_flush", _note)


def collected(session: AsyncSession) -> list[Change]:
    """The changes noted since the last call, in order."""
    changes: list[Change] = session.info["changes"]
    session.info["changes"] = []
    return changes


def _note(session: Session, _context: UOWTransaction) -> None:
    notes: list[Change] = session.info["changes"]
    notes += [_change(row, "insert") for row in session.new if isinstance(row, Record)]
    notes += [_change(row, "delete") for row in session.deleted if isinstance(row, Record)]
    notes += [
        change for row in session.dirty if isinstance(row, Record) and (change := _change(row, "update"))["after"]
    ]


def _change(row: SQLModel, kind: str) -> Change:
    state = inspect(row)
    columns = state.mapper.column_attrs
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for column in columns:
        history = state.attrs[column.key].history
        current = getattr(row, column.key)
        if kind == "update" and history.has_changes() and not history.deleted:
            raise LookupError(f"{column.key} was set on a row that was not loaded: nobody knows what it was before")
        if kind != "insert" and (kind == "delete" or history.has_changes()):
            before[column.key] = plain(history.deleted[0] if history.deleted else current)
        if kind == "insert" or (kind == "update" and history.has_changes()):
            after[column.key] = plain(current)
    key = [plain(getattr(row, state.mapper.get_property_by_column(c).key)) for c in state.mapper.primary_key]
    return {"table": table_of(state.mapper), "key": key, "kind": kind, "before": before, "after": after}


def table_of(mapper: Mapper[Any]) -> str:
    """The name of a mapped table."""
    return str(getattr(mapper.local_table, "name"))  # noqa: B009 (the base type FromClause has no name)


def plain(value: Any) -> Any:
    """A column's value as JSON can hold it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()  # as it comes back from the database, whatever zone it was written in
    if isinstance(value, date):
        return value.isoformat()
    return value


async def take_back(session: AsyncSession, changes: list[Change]) -> None:
    """Undo these changes, last first. Raises Conflict, and has then changed nothing that the caller keeps."""
    models = {table_of(mapper): mapper.class_ for mapper in SQLModel._sa_registry.mappers}
    for change in reversed(changes):
        try:
            await _take_back_one(session, models[change["table"]], change)
            await session.flush()
        except IntegrityError as error:  # others refer to the row by now, or have taken its place
            raise Conflict(change["table"]) from error


async def _take_back_one(session: AsyncSession, model: type[SQLModel], change: Change) -> None:
    columns = inspect(model).columns
    if change["kind"] == "delete":
        session.add(model(**{name: _value(columns[name], value) for name, value in change["before"].items()}))
        return
    keys = [_value(column, value) for column, value in zip(inspect(model).primary_key, change["key"], strict=True)]
    row = await session.get(model, tuple(keys))
    if row is None or any(plain(getattr(row, name)) != value for name, value in change["after"].items()):
        raise Conflict(change["table"])
    if change["kind"] == "insert":
        await session.delete(row)
    else:
        for name, value in change["before"].items():
            setattr(row, name, _value(columns[name], value))


def _value(column: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, UTCDateTime):  # its python_type is object: SQLAlchemy does not say what it holds
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value
