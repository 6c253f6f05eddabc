"""``demo`` and ``run``: a house that works until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from rich.console import Console

from bot import app, locking
from bot.app import House
from bot.channels.local import LocalChannel
from bot.config import Settings
from bot.demo import sample
from bot.demo.api import LocalApi
from bot.demo.moving import TimeMachine, kept_offset
from bot.web.health import Health
from bot.web.server import application, serve
from models.database import Database
from models.migrating import migrate
from scheduler.clock import MovableClock, SystemClock
from scheduler.guard import LeapGuard

console = Console(soft_wrap=True, highlight=False)


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What ``demo`` was asked for. ``now`` is local without an offset, or None."""

    port: int
    data: Path
    fresh: bool
    world: Path | None
    now: datetime | None


async def demo(options: DemoOptions, settings: Settings) -> None:
    """Run the demo. Raises AlreadyRunning, Refused (a malformed world), OSError (the port is taken)."""
    with closing(locking.hold(options.data)):
        if options.fresh:
            for name in ("banjie.db", "banjie.db-wal", "banjie.db-shm"):
                (options.data / name).unlink(missing_ok=True)
        database = Database(f"sqlite+aiosqlite:///{options.data / 'banjie.db'}")
        try:
            await migrate(database)
            await _demo(options, settings, database)
        finally:
            await database.close()


async def _demo(options: DemoOptions, settings: Settings, database: Database) -> None:
    filling = _filling(options, settings)
    clock = await _clock(options, settings, database, filling)
    if await kept_offset(database) is None:
        console.print("正在准备演示：导入记录，重放三周的消息……" if filling.messages else "正在准备演示：导入记录……")
    channel = LocalChannel(database, clock.now)
    house = app.build(settings, database, clock, [channel])
    machine = TimeMachine(house, clock, channel)
    await machine.keep()
    await sample.fill(machine, filling)
    routes = LocalApi(machine).routes()

    def ready(port: int) -> None:
        console.print(f"办结演示已就绪：http://127.0.0.1:{port}/")
        console.print(
            f"{house.dispatcher.office.city}　时钟 {clock.now().astimezone(settings.zone):%Y-%m-%d %H:%M}"
            "　按 Ctrl-C 停止"
        )

    await _serve(house, routes, "demo.html", settings.web_host, options.port, ready)


def _filling(options: DemoOptions, settings: Settings) -> sample.Filling:
    zone = settings.zone
    if options.world is not None:
        begins = options.now.replace(tzinfo=zone) if options.now else datetime.now(UTC)
        return sample.Filling(options.world, begins, begins)
    begins = datetime.fromisoformat(sample.BEGINS).replace(tzinfo=zone)
    now = options.now or datetime.fromisoformat(sample.NOW)
    return sample.Filling(sample.CITY, begins, now.replace(tzinfo=zone), sample.MESSAGES)


async def _clock(options: DemoOptions, settings: Settings, database: Database, filling: sample.Filling) -> MovableClock:
    """The record's own clock goes on; a new one begins where the filling does. It is never moved back."""
    kept = await kept_offset(database)
    if kept is None:
        return MovableClock(filling.begins - datetime.now(UTC))
    clock = MovableClock(kept)
    wanted = options.now.replace(tzinfo=settings.zone) if options.now else None
    if wanted and wanted > clock.now():
        clock.move_to(wanted)
    return clock


async def run(settings: Settings) -> None:
    """Run on the configured database. Raises AlreadyRunning, NewerDatabase, OSError."""
    with closing(locking.hold(settings.data_dir)):
        database = Database(settings.database_url)
        try:
            await migrate(database)
            house = app.build(settings, database, SystemClock(), [])
            house.guard = LeapGuard()
            await house.open()

            def ready(port: int) -> None:
                console.print(f"办结已启动：http://{settings.web_host}:{port}/healthz")

            await _serve(house, [], None, settings.web_host, settings.web_port, ready)
        finally:
            await database.close()


async def _serve(
    house: House,
    routes: list[web.RouteDef],
    home: str | None,
    host: str,
    port: int,
    ready: Callable[[int], None],
) -> None:
    """Serve until SIGINT or SIGTERM; what is under way is finished, then all is closed."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    health = Health(house.database, house.clock.now, lambda: house.last_tick)
    runner, actual = await serve(application(health, routes, home=home), host, port)
    ready(actual)
    try:
        await house.run(stop)
    finally:
        await runner.cleanup()
