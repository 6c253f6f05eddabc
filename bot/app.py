"""The composition root: builds the parts with explicit arguments, starts and stops them in order."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import SQLAlchemyError

import handlers
from bot.channels.base import Channel
from bot.config import ROOT, Settings, load_rules
from bot.delivery import Delivery
from bot.delivery.claims import next_moment
from bot.dispatch import Dispatcher
from bot.handling import Handling
from bot.intake import Intake
from bot.router import Office
from bot.understanding import Reader
from bot.workdays import Calendar
from models.corridor import Setting
from models.database import Database
from scheduler.clock import Clock
from scheduler.guard import LeapGuard
from scheduler.ticker import Ticker

log = structlog.get_logger()

TICK_SECONDS = 2
IDLE_SECONDS = 1.0  # how often the loops look for what other processes wrote


@dataclass(slots=True)
class House:
    """All parts, put together. ``turn`` is held while the record is worked on, ``sending`` while something is sent."""

    settings: Settings
    database: Database
    clock: Clock
    dispatcher: Dispatcher
    reader: Reader
    intake: Intake
    handling: Handling
    ticker: Ticker
    delivery: Delivery
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    sending: asyncio.Lock = field(default_factory=asyncio.Lock)
    to_send: asyncio.Event = field(default_factory=asyncio.Event)
    last_tick: datetime | None = None
    is_warm: bool = False
    guard: LeapGuard | None = None

    async def open(self) -> None:
        """Read what the record says of the house itself, and see that its schedules are there."""
        city = await self.database.read(lambda session: session.get(Setting, "city"))
        office = self.dispatcher.office
        self.dispatcher.office = Office(
            office.rules, office.calendar, office.zone, office.platforms, city.value if city else ""
        )
        await self.ticker.install(self.clock.now())

    async def warm(self) -> None:
        """Load the dictionary, beside the loop: messages are taken in meanwhile."""
        if not self.is_warm:
            await asyncio.to_thread(self.reader.warm)
            self.is_warm = True

    async def handle(self) -> None:
        """Handle every message that was taken in."""
        await self.warm()
        while await self.handling.step(self.clock.now()):
            self.to_send.set()

    async def tick(self, now: datetime) -> int:
        """Do all that is due by ``now``; return how many instants fired."""
        fired = await self.ticker.tick(now)
        self.last_tick = now
        if fired:
            self.to_send.set()
        return fired

    async def settle(self) -> Counter[str]:
        """Handle what came in and send what may go, until nothing is left to do now."""
        await self.handle()
        return await self.delivery.drain()

    async def next_moment(self, after: datetime) -> datetime | None:
        """When something becomes due next, later than ``after``: a schedule, or a row that waits for its time."""
        moments = [
            await self.ticker.next_moment(after),
            await self.database.read(lambda session: next_moment(session, after)),
        ]
        return min((moment for moment in moments if moment is not None), default=None)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop`` is set: whatever is under way then is finished first."""
        scheduler = AsyncIOScheduler()
        # APScheduler only decides when to call; what is due is computed from the record.
        scheduler.add_job(
            self._scheduled, "interval", seconds=TICK_SECONDS, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        scheduler.start()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._loop(stop, self.intake.arrived, self.turn, self.handle))
                group.create_task(self._loop(stop, self.to_send, self.sending, self.delivery.drain))
        finally:
            scheduler.shutdown(wait=False)
            async with self.turn:
                pass  # a tick that is under way ends first

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()

    async def _scheduled(self) -> None:
        if self.guard is not None and not self.guard.allows(self.clock.now()):
            log.error("the system clock leapt ahead: scheduling stands still", action="schedule.leap")
            return
        async with self.turn:
            await _guarded("tick", lambda: self.tick(self.clock.now()))

    async def _loop(
        self, stop: asyncio.Event, wake: asyncio.Event, lock: asyncio.Lock, work: Callable[[], Awaitable[Any]]
    ) -> None:
        while not stop.is_set():
            wake.clear()
            async with lock:
                await _guarded(work.__name__, work)
            await _wait(stop, wake)


async def _guarded(name: str, work: Callable[[], Awaitable[Any]]) -> None:
    """A database that is away for a while stops nothing: the next turn tries again."""
    try:
        await work()
    except (SQLAlchemyError, OSError) as error:
        log.warning("the database failed", action=f"{name}.database", error=type(error).__name__)


async def _wait(stop: asyncio.Event, wake: asyncio.Event) -> None:
    waits = [asyncio.create_task(stop.wait()), asyncio.create_task(wake.wait())]
    try:
        await asyncio.wait(waits, timeout=IDLE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)


def build(settings: Settings, database: Database, clock: Clock, channels: Sequence[Channel]) -> House:
    """Put the parts together. Raises what a bad rule, a missing file or a doubled handler raises."""
    rules = load_rules()
    calendar = Calendar.load(ROOT / "rules" / "holidays.toml")
    office = Office(rules, calendar, settings.zone, tuple(channel.platform for channel in channels))
    dispatcher = Dispatcher(handlers.build(), office)
    reader = Reader(calendar)
    return House(
        settings=settings,
        database=database,
        clock=clock,
        dispatcher=dispatcher,
        reader=reader,
        intake=Intake(database, rules.office.longest_message),
        handling=Handling(database, dispatcher, reader),
        ticker=Ticker(database, dispatcher),
        delivery=Delivery(database, channels, clock.now),
    )
