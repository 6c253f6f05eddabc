"""What holds on the outbox as a whole."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from models.corridor import Outbox, OutboxState


async def withdraw(session: AsyncSession, inbox_id: int) -> list[Outbox]:
    """Cancel what a message led to and has not left yet; give back the pushes that have left, or may have."""
    pushes = select(Outbox).where(Outbox.inbox_id == inbox_id, col(Outbox.reply_to).is_(None))
    # Locked and read afresh: delivery may be claiming one at this moment.
    rows = (await session.execute(pushes.with_for_update().execution_options(populate_existing=True))).scalars()
    gone: list[Outbox] = []
    for row in rows:
        if row.state in (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNKNOWN) or (
            row.state == OutboxState.PENDING and row.attempts > 0
        ):
            gone.append(row)
        if row.state == OutboxState.PENDING:
            row.state = OutboxState.CANCELLED
    return gone


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many rows stand in each state."""
    rows = (await session.execute(select(Outbox.state, func.count()).group_by(Outbox.state))).all()
    return {str(state): 0 for state in OutboxState} | {str(state): int(count) for state, count in rows}


async def oldest_due(session: AsyncSession, now: datetime) -> datetime | None:
    """Since when the oldest row that may go has been waiting."""
    query = select(func.min(Outbox.next_at)).where(Outbox.state == OutboxState.PENDING, col(Outbox.next_at) <= now)
    found: datetime | None = await session.scalar(query)
    return found
