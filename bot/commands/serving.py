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
from bot.config import Settings
from bot.demo import opening, sample, snapshot
from bot.demo.api import LocalApi
from bot.web.health import Health
from bot.web.server import application, serve
from models.database import Database
from models.migrating import migrate
from scheduler.clock import SystemClock
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
    file = options.data / "banjie.db"
    with closing(locking.hold(options.data)):
        if options.fresh:
            for suffix in ("", "-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
        if options.world is None and not file.exists():
            snapshot.unpack(file)
        database = Database(f"sqlite+aiosqlite:///{file}")
        try:
            await migrate(database)
            await _demo(options, settings, database)
        finally:
            await database.close()


async def _demo(options: DemoOptions, settings: Settings, database: Database) -> None:
    wanted = options.now.replace(tzinfo=settings.zone) if options.now else None
    if options.world is None:
        filling = sample.city(settings.zone, wanted)
    else:
        filling = sample.other(options.world, wanted or datetime.now(UTC))
    machine = await opening.opened(settings, database, filling, wanted)
    house = machine.house

    def ready(port: int) -> None:
        now = house.clock.now().astimezone(settings.zone)
        console.print(f"办结演示已就绪：http://127.0.0.1:{port}/")
        console.print(f"{house.dispatcher.office.city}　时钟 {now:%Y-%m-%d %H:%M}　按 Ctrl-C 停止")

    await _serve(house, LocalApi(machine).routes(), "demo.html", settings.web_host, options.port, ready)


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
