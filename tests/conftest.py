"""Real parts for the tests: both databases, a small office, a clock that stands where it is put."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

import handlers
from bot.config import ROOT, load_rules
from bot.dispatch import Dispatcher
from bot.router import Office
from bot.workdays import Calendar
from models.database import Database
from models.migrating import migrate
from tests import postgres

SETTINGS = ("DATABASE", "DATA_DIR", "TIMEZONE", "DINGTALK", "WECOM", "WEB_", "LOG_", "HTTP_PROXY_URL")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what the developer has set."""
    for name in list(os.environ):
        if name.startswith(SETTINGS):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty, migrated database, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'test.db'}"
    else:
        url = await new_postgres(request.getfixturevalue("postgres_url"))
    made = Database(url)
    await migrate(made)
    yield made
    await made.close()


async def new_postgres(server: str) -> str:
    """A fresh, empty database on the server; its URL."""
    new_postgres.number += 1  # type: ignore[attr-defined]
    name = f"banjie_test_{os.getpid()}_{new_postgres.number}"  # type: ignore[attr-defined]
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


new_postgres.number = 0  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return Calendar.load(ROOT / "rules" / "holidays.toml")


@pytest.fixture
def office(calendar: Calendar) -> Office:
    return Office(load_rules(), calendar, ZoneInfo("Asia/Shanghai"), ("local",), "测试市")


@pytest.fixture
def dispatcher(office: Office) -> Dispatcher:
    return Dispatcher(handlers.build(), office)
