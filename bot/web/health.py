"""GET /healthz and GET /metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from models import outbox
from models.corridor import Inbox, InboxState
from models.database import Database

STALE = timedelta(minutes=2)
"""A tick older than this means that the scheduler stands still."""


@dataclass(slots=True)
class Health:
    """Reports on a house: ``last_tick`` gives the moment of the last tick, ``now`` the house's clock."""

    database: Database
    now: Callable[[], datetime]
    last_tick: Callable[[], datetime | None]
    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    gauges: dict[str, Gauge] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.gauges = {
            "outbox": Gauge("banjie_outbox", "Messages to send, by state", ["state"], registry=self.registry),
            "inbox": Gauge("banjie_inbox", "Messages taken in, by state", ["state"], registry=self.registry),
            "oldest": Gauge("banjie_outbox_oldest_seconds", "Age of the oldest message due", registry=self.registry),
            "tick": Gauge("banjie_tick_lag_seconds", "Time since the last tick", registry=self.registry),
        }

    async def healthz(self, _request: web.Request) -> web.Response:
        """200 where every part works, else 503; the body says which."""
        last = self.last_tick()
        parts: dict[str, Any] = {"scheduler": "ok" if last and self.now() - last < STALE else "waiting"}
        try:
            parts["outbox"] = await self.database.read(outbox.counts)
            parts["database"] = "ok"
        except (SQLAlchemyError, OSError) as error:
            parts["database"] = type(error).__name__
        return web.json_response({"parts": parts}, status=200 if parts["database"] == "ok" else 503)

    async def metrics(self, _request: web.Request) -> web.Response:
        """Prometheus text."""
        for state, count in (await self.database.read(outbox.counts)).items():
            self.gauges["outbox"].labels(state).set(count)
        for state, count in (await self.database.read(_inbox)).items():
            self.gauges["inbox"].labels(state).set(count)
        now, last = self.now(), self.last_tick()
        oldest = await self.database.read(lambda session: outbox.oldest_due(session, now))
        self.gauges["oldest"].set((now - oldest).total_seconds() if oldest else 0)
        self.gauges["tick"].set((now - last).total_seconds() if last else 0)
        return web.Response(body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


async def _inbox(session: AsyncSession) -> dict[str, int]:
    rows = (await session.execute(select(Inbox.state, func.count()).group_by(Inbox.state))).all()
    return {str(state): 0 for state in InboxState} | {str(state): int(count) for state, count in rows}
