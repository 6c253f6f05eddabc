"""The small city on SQLite (``desk``), and on both databases (``both``)."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import handlers
from bot.config import load_rules
from bot.dispatch import Dispatcher
from bot.office_acts import CompileDigest
from bot.router import Office
from bot.workdays import Calendar
from models.database import Database
from models.migrating import migrate
from tests.handlers import city
from tests.handlers.builders import ZONE, Desk


async def _templates(folder: Path, dispatcher: Dispatcher) -> None:
    """empty.db, city.db and busy.db, each made of the one before."""
    path = folder / "template.db"
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate(database)
    desk = Desk(database, dispatcher)
    await _keep(database, path, "empty")
    await desk.furnish()
    await _keep(database, path, "city")
    await desk.furnish(city.work())
    await desk.office(CompileDigest(week="2023-W15"))
    await desk.deliver()
    await _keep(database, path, "busy")


async def _keep(database: Database, path: Path, name: str) -> None:
    await database.close()
    shutil.copy(path, path.with_name(f"{name}.db"))


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, calendar: Calendar) -> Path:
    """A folder with SQLite files to copy."""
    folder = tmp_path_factory.mktemp("templates")
    office = Office(load_rules(), calendar, ZONE, ("local",), "测试市")
    asyncio.run(_templates(folder, Dispatcher(handlers.build(), office)))
    return folder


@pytest.fixture(scope="session")
def shared(templates: Path) -> Database:
    """One database for one test after the other: its engine keeps the statements that it has compiled."""
    return Database(f"sqlite+aiosqlite:///{templates / 'desk.db'}")


@asynccontextmanager
async def _filled(shared: Database, template: Path, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    shutil.copy(template, str(shared.url.database))
    yield Desk(shared, dispatcher)
    await shared.close()


@pytest.fixture
async def empty(shared: Database, templates: Path, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    """A desk with nothing in the record."""
    async with _filled(shared, templates / "empty.db", dispatcher) as desk:
        yield desk


@pytest.fixture
async def desk(shared: Database, templates: Path, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    """A desk in the small city."""
    async with _filled(shared, templates / "city.db", dispatcher) as desk:
        yield desk


@pytest.fixture
async def busy(shared: Database, templates: Path, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    """A desk in the city at work, with a draft of the digest; all that was said has left."""
    async with _filled(shared, templates / "busy.db", dispatcher) as desk:
        yield desk


@pytest.fixture
async def both(database: Database, dispatcher: Dispatcher) -> Desk:
    """A desk in the small city, once on SQLite and once on PostgreSQL."""
    made = Desk(database, dispatcher)
    await made.furnish()
    return made
