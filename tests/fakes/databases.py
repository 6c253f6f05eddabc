"""More than one way into the same database, and a look at all that it holds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, MetaData, select

from models.database import Database
from models.tables import metadata


def url_of(database: Database) -> str:
    """The URL with its password."""
    return database.url.render_as_string(hide_password=False)


@asynccontextmanager
async def another(database: Database) -> AsyncIterator[Database]:
    """A second way in, with connections of its own, as another process has them."""
    made = Database(url_of(database))
    try:
        yield made
    finally:
        await made.close()


async def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of ours, in a stable order."""
    return await database.schema(lambda connection: rows_of(connection, metadata))


def rows_of(connection: Connection, tables: MetaData) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of these tables, in a stable order."""
    return {
        table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
        for table in tables.sorted_tables
    }
