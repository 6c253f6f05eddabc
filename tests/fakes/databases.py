"""More than one way into the same database, and a look at all that it holds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

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
        await made.store(lambda session: session.execute(text("SELECT 1")))  # connected: a race is one of work alone
        yield made
    finally:
        await made.close()


async def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of ours, in a stable order."""

    async def look(session: AsyncSession) -> dict[str, list[tuple[Any, ...]]]:
        tables = metadata.sorted_tables
        return {
            table.name: sorted((tuple(row) for row in await session.execute(select(table))), key=repr)
            for table in tables
        }

    return await database.read(look)
