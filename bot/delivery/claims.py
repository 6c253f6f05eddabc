"""The outbox's state machine: claim before anything leaves, settle with the claim in hand, reap what was left.

pending → sending → sent | pending | unknown | dead; pending → expired.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, func, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bot.channels.base import Channel
from bot.delivery.retry import Decision
from bot.message import Chat, Outgoing
from models.corridor import Outbox, OutboxState

LEASE = timedelta(seconds=60)
"""How long a claim holds; the longest send takes 11 s (3 s to connect, 8 s to answer)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that is ours to send. ``attempts`` and ``owner`` fence the result against a later claim."""

    id: int
    owner: str
    attempts: int
    message: Outgoing


async def claim(session: AsyncSession, channel: Channel, owner: str, now: datetime) -> Claim | None:
    """Claim the oldest row of the channel that may go now, and mark it ``sending``. The caller commits, then sends.

    A row waits while an earlier one to the same target is being sent or retried or may go itself, and while the
    target's rate is used up. So two that claim at once meet on the same row of a target, and one of them passes on.
    """
    await _expire(session, channel, now)
    heads = select(Outbox).where(*_ready(channel, now)).order_by(col(Outbox.id)).with_for_update(skip_locked=True)
    for row in (await session.execute(heads)).scalars():
        if await _is_free(session, channel, row, now):
            return _take(row, owner, now)
    return None


def _take(row: Outbox, owner: str, now: datetime) -> Claim:
    row.state = OutboxState.SENDING
    row.owner = owner
    row.attempts += 1
    row.started_at = now
    row.lease_until = now + LEASE
    chat = Chat(row.platform, "group" if row.chat_kind == "group" else "private", row.chat)
    message = Outgoing(chat, row.key, row.text, tuple(row.mentions), row.reply_to, row.reply)
    return Claim(row.id or 0, owner, row.attempts, message)


def _ready(channel: Channel, now: datetime) -> tuple[ColumnElement[bool], ...]:
    earlier = aliased(Outbox)
    busy = exists().where(
        col(earlier.platform) == col(Outbox.platform),
        col(earlier.chat_kind) == col(Outbox.chat_kind),
        col(earlier.chat) == col(Outbox.chat),
        col(earlier.id) < col(Outbox.id),
        (col(earlier.state) == OutboxState.SENDING)
        | and_(col(earlier.state) == OutboxState.PENDING, (col(earlier.attempts) > 0) | (col(earlier.next_at) <= now)),
    )
    return (
        col(Outbox.platform) == channel.platform,
        col(Outbox.state) == OutboxState.PENDING,
        col(Outbox.next_at) <= now,
        ~busy,
    )


async def _is_free(session: AsyncSession, channel: Channel, row: Outbox, now: datetime) -> bool:
    """Whether the rate lets the target have one more; counted in the table: a restart forgets nothing."""
    rate = channel.rate
    if rate is None:
        return True
    started = (
        select(func.count())
        .select_from(Outbox)
        .where(Outbox.platform == channel.platform, Outbox.chat_kind == row.chat_kind, Outbox.chat == row.chat)
        .where(col(Outbox.started_at) > now - timedelta(seconds=rate.seconds))
    )
    return (await session.scalar(started) or 0) < rate.messages


async def _expire(session: AsyncSession, channel: Channel, now: datetime) -> None:
    await session.execute(
        update(Outbox)
        .where(
            col(Outbox.platform) == channel.platform,
            col(Outbox.state) == OutboxState.PENDING,
            col(Outbox.expires_at) <= now,
        )
        .values(state=OutboxState.EXPIRED)
    )


async def sent(session: AsyncSession, claimed: Claim, reference: str, now: datetime) -> bool:
    """Mark a claimed row as sent. False where the claim is no longer ours: somebody else has settled it."""
    return await _settle(
        session, claimed, {"state": OutboxState.SENT, "sent_at": now, "platform_ref": reference, "error": ""}
    )


async def failed(session: AsyncSession, claimed: Claim, decision: Decision, error: str, now: datetime) -> bool:
    """Mark a claimed row by the decision. False where the claim is no longer ours."""
    values: dict[str, object] = {"state": decision.state, "error": error[:500]}
    if decision.state == OutboxState.PENDING:
        values["next_at"] = now + timedelta(seconds=decision.pause)
    return await _settle(session, claimed, values)


async def _settle(session: AsyncSession, claimed: Claim, values: dict[str, object]) -> bool:
    result = await session.execute(
        update(Outbox)
        .where(
            col(Outbox.id) == claimed.id,
            col(Outbox.state) == OutboxState.SENDING,
            col(Outbox.owner) == claimed.owner,
            col(Outbox.attempts) == claimed.attempts,
        )
        .values(owner=None, lease_until=None, **values)
        .returning(col(Outbox.id))
    )
    return result.scalar_one_or_none() is not None


async def owners(session: AsyncSession, channel: Channel) -> list[str]:
    """Who holds claims on the channel's rows."""
    query = select(Outbox.owner).where(Outbox.platform == channel.platform, Outbox.state == OutboxState.SENDING)
    return [owner for owner in (await session.execute(query.distinct())).scalars() if owner]


async def reap(session: AsyncSession, channel: Channel, now: datetime, *, dead: tuple[str, ...] = ()) -> int:
    """Settle claims whose lease is over, or whose owner is known to be ``dead``; return how many.

    Nobody knows whether they were sent: ``unknown``, or on a keyed channel ``pending`` again.
    """
    state = OutboxState.PENDING if channel.keyed else OutboxState.UNKNOWN
    over = (col(Outbox.lease_until) <= now) | col(Outbox.owner).in_(dead)
    result = await session.execute(
        update(Outbox)
        .where(col(Outbox.platform) == channel.platform, col(Outbox.state) == OutboxState.SENDING, over)
        .values(state=state, owner=None, lease_until=None, error="the sender stopped before the answer came")
        .returning(col(Outbox.id))
    )
    return len(result.all())


async def waiting(session: AsyncSession, channel: Channel, now: datetime) -> bool:
    """Whether a row of the channel may go now, or is still marked as being sent."""
    query = select(Outbox.id).where(
        Outbox.platform == channel.platform,
        (col(Outbox.state) == OutboxState.SENDING)
        | and_(col(Outbox.state) == OutboxState.PENDING, col(Outbox.next_at) <= now),
    )
    return await session.scalar(query.limit(1)) is not None


async def next_moment(session: AsyncSession, after: datetime) -> datetime | None:
    """When the next row that waits for its time may go, later than ``after``."""
    query = select(func.min(Outbox.next_at)).where(Outbox.state == OutboxState.PENDING, Outbox.next_at > after)
    found: datetime | None = await session.scalar(query)
    return found
