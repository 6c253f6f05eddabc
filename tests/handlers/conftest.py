"""The small city on SQLite (``desk``), and on both databases (``both``)."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.dispatch import Dispatcher
from models.database import Database
from models.migrating import migrate
from tests.handlers.builders import Desk


async def _migrated(path: Path) -> None:
    made = Database(f"sqlite+aiosqlite:///{path}")
    await migrate(made)
    await made.close()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    asyncio.run(_migrated(path))
    return path


@pytest.fixture
async def sqlite(tmp_path: Path, blank: Path) -> AsyncIterator[Database]:
    """An empty, migrated SQLite database."""
    made = Database(f"sqlite+aiosqlite:///{shutil.copy(blank, tmp_path / 'desk.db')}")
    yield made
    await made.close()


@pytest.fixture
def empty(sqlite: Database, dispatcher: Dispatcher) -> Desk:
    """A desk with nothing in the record."""
    return Desk(sqlite, dispatcher)


@pytest.fixture
async def desk(empty: Desk) -> Desk:
    """A desk in the small city."""
    await empty.furnish()
    return empty


@pytest.fixture
async def both(database: Database, dispatcher: Dispatcher) -> Desk:
    """A desk in the small city, once on SQLite and once on PostgreSQL."""
    made = Desk(database, dispatcher)
    await made.furnish()
    return made
