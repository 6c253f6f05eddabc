"""Withdrawing what a message led to, and what the outbox says of itself."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from models.corridor import Outbox, OutboxState
from models.database import Database
from models.outbox import counts, oldest_due, withdraw
from tests.fakes.clock import FRIDAY
from tests.fakes.databases import another

INBOX = 7


def row(key: str, state: str = OutboxState.PENDING, **fields: Any) -> Outbox:
    given: dict[str, Any] = {"inbox_id": INBOX, "created_at": FRIDAY, "next_at": FRIDAY}
    return Outbox(key=key, platform="fake", chat_kind="group", chat="g", text=key, state=state, **given | fields)


async def put(database: Database, *rows: Outbox) -> None:
    async def work(session: AsyncSession) -> None:
        session.add_all(rows)

    await database.store(work)


async def states(database: Database) -> dict[str, str]:
    found = await database.read(lambda session: session.execute(select(Outbox.key, Outbox.state)))
    return {key: state for key, state in found.all()}


async def withdrawn(database: Database) -> list[str]:
    async def work(session: AsyncSession) -> list[str]:
        return sorted(row.key for row in await withdraw(session, INBOX))

    return await database.write(work)


FATES = [  # state, attempts, state afterwards, whether it is to be corrected
    ("pending", 0, "cancelled", False),  # nobody has seen it
    ("pending", 1, "cancelled", True),  # it is being retried, and on a keyed channel may have come
    ("sending", 1, "sending", True),
    ("sent", 1, "sent", True),
    ("unknown", 1, "unknown", True),
    ("dead", 3, "dead", False),
    ("expired", 0, "expired", False),
    ("cancelled", 0, "cancelled", False),
]


async def test_what_has_left_is_corrected_and_what_has_not_never_leaves(database: Database) -> None:
    keys = [f"{state}{attempts}" for state, attempts, _, _ in FATES]
    await put(database, *(row(key, fate[0], attempts=fate[1]) for key, fate in zip(keys, FATES, strict=True)))
    corrected = await withdrawn(database)
    assert corrected == sorted(key for key, fate in zip(keys, FATES, strict=True) if fate[3])
    assert await states(database) == {key: fate[2] for key, fate in zip(keys, FATES, strict=True)}


async def test_answers_and_other_messages_are_left_alone(database: Database) -> None:
    await put(database, row("reply", reply_to="m1"), row("other", inbox_id=8), row("office", inbox_id=None))
    assert await withdrawn(database) == []
    assert set((await states(database)).values()) == {"pending"}


async def test_a_push_that_is_being_claimed_is_not_called_back_by_mistake(database: Database) -> None:
    """Delivery claims the row while the undo is looking: it leaves, so it is corrected and keeps its state."""
    await put(database, row("push"))
    claimed, go = asyncio.Event(), asyncio.Event()

    async def claim(session: AsyncSession) -> None:
        found = (await session.execute(select(Outbox).with_for_update())).scalar_one()
        found.state, found.attempts = OutboxState.SENDING, 1
        await session.flush()
        claimed.set()
        await go.wait()

    async with another(database) as delivery:
        claiming = asyncio.create_task(delivery.store(claim))
        await claimed.wait()
        undoing = asyncio.create_task(withdrawn(database))
        await asyncio.wait([undoing], timeout=0.1)
        go.set()
        assert await undoing == ["push"]
        await claiming
    assert await states(database) == {"push": "sending"}


async def test_counts_name_every_state(database: Database) -> None:
    await put(database, row("a"), row("b"), row("c", OutboxState.UNKNOWN))
    found = await database.read(counts)
    assert found == {str(state): 0 for state in OutboxState} | {"pending": 2, "unknown": 1}


async def test_the_oldest_that_is_due(database: Database) -> None:
    assert await database.read(lambda s: oldest_due(s, FRIDAY)) is None
    await put(
        database,
        row("sent", "sent", next_at=FRIDAY - timedelta(hours=9)),
        row("waits", next_at=FRIDAY - timedelta(minutes=5)),
        row("later", next_at=FRIDAY + timedelta(minutes=5)),
    )
    assert await database.read(lambda s: oldest_due(s, FRIDAY)) == FRIDAY - timedelta(minutes=5)
    assert await database.read(lambda s: oldest_due(s, FRIDAY - timedelta(minutes=6))) is None
