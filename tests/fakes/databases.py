"""More than one way into the same database, and a look at all that it holds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, MetaData, select

from models.database import Database


def url_of(database: Database) -> str:
    """The URL with its password."""
    return database.url.render_as_string(hide_password=False)


async def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in a stable order."""
    return await database.schema(_dump)


def _dump(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    tables = MetaData()
    tables.reflect(connection)
    return {
        table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
        for table in tables.sorted_tables
    }
