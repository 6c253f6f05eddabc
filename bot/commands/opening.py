"""Opening a house for one command, beside a ``run`` that may be up on the same database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot import app
from bot.app import House
from bot.channels.base import Channel
from bot.channels.local import LocalChannel
from bot.config import Settings
from bot.demo.moving import kept_offset
from models.database import Database
from models.migrating import migrate
from scheduler.clock import Clock, MovableClock, SystemClock


class FixedClock:
    """A clock that stands at one moment."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """That moment."""
        return self.moment


@asynccontextmanager
async def opened(settings: Settings, at: datetime | None = None) -> AsyncIterator[House]:
    """A house on the configured database, with its clock at ``at`` (aware) or running.

    A demo's record brings its own clock and its local channel. Raises NewerDatabase, OSError, DBAPIError.
    """
    database = Database(settings.database_url, beside=True)
    try:
        await migrate(database)
        offset = await kept_offset(database)
        clock: Clock = MovableClock(offset) if offset is not None else SystemClock()
        if at is not None:
            clock = FixedClock(at)
        channels: list[Channel] = [LocalChannel(database, clock.now)] if offset is not None else []
        house = app.build(settings, database, clock, channels)
        await house.open()
        yield house
    finally:
        await database.close()
