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
from bot.router import Office
from bot.workdays import Calendar
from models.database import Database
from models.migrating import migrate
from tests.handlers.builders import ZONE, Desk


async def _made(path: Path, dispatcher: Dispatcher, *, furnished: bool) -> Path:
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrate(database)
    if furnished:
        await Desk(database, dispatcher).furnish()
    await database.close()
    return path


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, calendar: Calendar) -> tuple[Path, Path]:
    """Two migrated SQLite files to copy: an empty one, and the small city."""
    folder = tmp_path_factory.mktemp("templates")
    office = Office(load_rules(), calendar, ZONE, ("local",), "测试市")
    dispatcher = Dispatcher(handlers.build(), office)
    empty = asyncio.run(_made(folder / "empty.db", dispatcher, furnished=False))
    return empty, asyncio.run(_made(folder / "city.db", dispatcher, furnished=True))


@asynccontextmanager
async def _copy(template: Path, folder: Path, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    database = Database(f"sqlite+aiosqlite:///{shutil.copy(template, folder / 'desk.db')}")
    yield Desk(database, dispatcher)
    await database.close()


@pytest.fixture
async def empty(tmp_path: Path, templates: tuple[Path, Path], dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    """A desk with nothing in the record."""
    async with _copy(templates[0], tmp_path, dispatcher) as desk:
        yield desk


@pytest.fixture
async def desk(tmp_path: Path, templates: tuple[Path, Path], dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    """A desk in the small city."""
    async with _copy(templates[1], tmp_path, dispatcher) as desk:
        yield desk


@pytest.fixture
async def both(database: Database, dispatcher: Dispatcher) -> Desk:
    """A desk in the small city, once on SQLite and once on PostgreSQL."""
    made = Desk(database, dispatcher)
    await made.furnish()
    return made
