"""Outbox rows to be delivered, and what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from models.corridor import Outbox
from models.database import Database
from tests.fakes.clock import FRIDAY


def row(key: str, chat: str = "g", at: datetime = FRIDAY, **fields: Any) -> Outbox:
    """A row that may go at ``at``."""
    given: dict[str, Any] = {"platform": "fake", "chat_kind": "group", "text": key, "created_at": at, "next_at": at}
    return Outbox(key=key, chat=chat, **given | fields)


async def put(database: Database, *rows: Outbox) -> None:
    """Write these rows, in this order."""

    async def work(session: AsyncSession) -> None:
        for one in rows:
            session.add(one)
            await session.flush()

    await database.write(work)


async def get(database: Database, key: str) -> Outbox:
    """The row of a key."""

    async def look(session: AsyncSession) -> Outbox:
        return (await session.execute(select(Outbox).where(Outbox.key == key))).scalar_one()

    return await database.read(look)


async def states(database: Database) -> dict[str, str]:
    """The state of each key, in the order of the rows."""

    async def look(session: AsyncSession) -> dict[str, str]:
        found = await session.execute(select(Outbox.key, Outbox.state).order_by(col(Outbox.id)))
        return {key: state for key, state in found.all()}

    return await database.read(look)
