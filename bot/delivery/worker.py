"""Sends what is due, channel by channel: claim, post, settle."""

from __future__ import annotations

import os
import secrets
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.channels.base import Channel, Fault
from bot.delivery import claims
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
    owner: str = field(default_factory=lambda: f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}")

    async def drain(self) -> Counter[str]:
        """Send all that may go now; return how many rows came to each state."""
        results: Counter[str] = Counter()
        for channel in self.channels:
            results["unknown"] += await self._reap(channel)
            while state := await self._one(channel):
                results[state] += 1
        return results

    async def _reap(self, channel: Channel) -> int:
        reaped = await self.database.store(lambda session: claims.reap(session, channel, self.now()))
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
        await self.database.store(lambda session: claims.sent(session, claimed, reference, self.now()))
        return OutboxState.SENT

    async def _fault(self, channel: Channel, claimed: Claim, fault: Fault) -> str:
        decision = decide(fault, claimed.attempts, keyed=channel.keyed)
        error = f"{type(fault).__name__}: {fault}"
        log.warning("send failed", action="outbox.fault", outbox=claimed.id, state=decision.state, error=error)
        await self.database.store(lambda session: claims.failed(session, claimed, decision, error, self.now()))
        return decision.state
