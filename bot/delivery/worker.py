"""Sends what is due, channel by channel: claim, post, settle."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel, Fault, Lost
from bot.delivery import claims, owners
from bot.delivery.claims import LEASE, Claim
from bot.delivery.retry import decide
from models.corridor import OutboxState
from models.database import Database

log = structlog.get_logger()

LONGEST_SEND = 11.0  # seconds: a claim older than its lease less this is given up before anything leaves


@dataclass(slots=True)
class Delivery:
    """Delivers the outbox over these channels. ``now`` is the house's clock."""

    database: Database
    channels: Sequence[Channel]
    now: Callable[[], datetime]
    owner: str = field(default_factory=owners.new)

    async def drain(self) -> Counter[str]:
        """Send all that may go now; return how many rows came to each state."""
        results: Counter[str] = Counter()
        for channel in self.channels:
            # An idle house only reads: no write transaction where there is nothing to send or to settle.
            if not await self._waiting(channel):
                continue
            results["unknown"] += await self._reap(channel)
            while state := await self._one(channel):
                results[state] += 1
        return results

    async def _waiting(self, channel: Channel) -> bool:
        return await self.database.read(lambda session: claims.waiting(session, channel, self.now()))

    async def _reap(self, channel: Channel) -> int:
        async def work(session: AsyncSession) -> int:
            dead = filter(owners.is_dead, await claims.owners(session, channel))
            return await claims.reap(session, channel, self.now(), dead=tuple(dead))

        reaped = await self.database.store(work)
        return 0 if channel.keyed else reaped

    async def _one(self, channel: Channel) -> str | None:
        """Claim and send one row; its new state, or None where nothing may go."""
        started = time.monotonic()
        claimed = await self.database.store(lambda session: claims.claim(session, channel, self.owner, self.now()))
        if claimed is None:
            return None
        if time.monotonic() - started > LEASE.total_seconds() - LONGEST_SEND:
            return "abandoned"  # we were stopped after the claim: by now somebody else may have settled it
        return await self._send(channel, claimed)

    async def _send(self, channel: Channel, claimed: Claim) -> str:
        try:
            reference = await channel.send(claimed.message)
        except Fault as fault:
            return await self._fault(channel, claimed, fault)
        except Exception as error:
            log.exception("a channel broke", action="outbox.broken", outbox=claimed.id, platform=channel.platform)
            return await self._fault(channel, claimed, Lost(f"{type(error).__name__}: {error}"))
        ours = await self.database.store(lambda session: claims.sent(session, claimed, reference, self.now()))
        return OutboxState.SENT if ours else _late(claimed)

    async def _fault(self, channel: Channel, claimed: Claim, fault: Fault) -> str:
        decision = decide(fault, claimed.attempts, keyed=channel.keyed)
        error = f"{type(fault).__name__}: {fault}"
        log.warning("send failed", action="outbox.fault", outbox=claimed.id, state=decision.state, error=error)
        ours = await self.database.store(lambda session: claims.failed(session, claimed, decision, error, self.now()))
        return decision.state if ours else _late(claimed)


def _late(claimed: Claim) -> str:
    """The lease was over before the result came: the row has been settled, and stays as it is."""
    log.warning("a result came too late", action="outbox.late", outbox=claimed.id)
    return "late"
