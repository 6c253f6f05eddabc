"""Real parts for the tests: both databases, a small office, a clock that stands where it is put."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import asyncpg
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
from models.tables import metadata
from tests import postgres
from tests.demo_process import DemoProcess

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


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running demo of the sample city."""
    with DemoProcess(tmp_path_factory.mktemp("sample") / "data") as demo:
        yield demo.address


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Database]:
    """An empty, migrated database, on SQLite and on PostgreSQL. Who alters its schema makes one with new_postgres."""
    if request.param == "sqlite":
        url = await _copied_sqlite(tmp_path / "test.db", tmp_path_factory.getbasetemp() / "template.db")
    else:
        url = await _emptied_postgres(request.getfixturevalue("postgres_url"))
    made = Database(url)
    yield made
    await made.close()


async def _copied_sqlite(path: Path, template: Path) -> str:
    if template not in _MIGRATED:
        _MIGRATED[template] = f"sqlite+aiosqlite:///{template}"
        await _migrate(_MIGRATED[template])
    shutil.copyfile(template, path)
    return f"sqlite+aiosqlite:///{path}"


async def _emptied_postgres(server: str) -> str:
    """The same database for all tests, emptied: to make one takes half a second, to empty it some milliseconds."""
    if server not in _MIGRATED:
        _MIGRATED[server] = await new_postgres(server)
        await _migrate(_MIGRATED[server])
    deletes = "".join(f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables))
    # The bare driver: an engine asks the server ten questions before the first statement.
    connection = await asyncpg.connect(_MIGRATED[server].replace("+asyncpg", ""))
    await connection.execute(_LEFT_OVER)
    await connection.execute(f"DO $$ BEGIN {deletes} {_COUNT_ANEW} END $$")
    await connection.close()
    return _MIGRATED[server]


_MIGRATED: dict[Path | str, str] = {}
"""URLs of the databases that were migrated once, by template or server."""

_LEFT_OVER = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid()"
)
_COUNT_ANEW = "PERFORM setval(format('%I.%I', schemaname, sequencename), 1, false) FROM pg_sequences;"


async def _migrate(url: str) -> None:
    made = Database(url)
    await migrate(made)
    await made.close()


async def new_postgres(server: str) -> str:
    """A fresh database on the server, without a table; its URL."""
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
