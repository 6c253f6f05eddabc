"""The database: engines, and the one way to run a transaction.

SQLite and PostgreSQL behave alike: one writer of the record at a time (BEGIN IMMEDIATE on one connection, an advisory
lock), readers beside it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import event, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from models import changes

T = TypeVar("T")
Work = Callable[[AsyncSession], Awaitable[T]]

RECORD_LOCK = 0x62616E6A  # "banj": one advisory lock for all writers of the record
WRITER_PRAGMAS = (
    "busy_timeout=5000",  # ms
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL loses acknowledged rows at a power cut
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "journal_size_limit=67108864",  # bytes
)
READER_PRAGMAS = ("busy_timeout=5000", "query_only=ON", "wal_autocheckpoint=0")


class Database:
    """A database by URL (``sqlite+aiosqlite:///…`` or ``postgresql+asyncpg://…``).

    ``beside=True`` is for one-shot commands that may run while a ``run`` is up: they never checkpoint the WAL.
    """

    def __init__(self, url: str, *, beside: bool = False) -> None:
        self.url: URL = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._writer, self._reader = self._sqlite(beside) if self.is_sqlite else self._postgres()

    async def write(self, work: Work[T]) -> T:
        """Run ``work`` in one transaction that may change the record; commit, or roll back on an error.

        A cancelled caller waits for the transaction to end: half of the cancelled ones would have committed.
        """
        return await _to_the_end(self._transaction(self._writer, work, record=True))

    async def store(self, work: Work[T]) -> T:
        """Like ``write``, without the record's lock: for inbox rows and delivery marks."""
        return await _to_the_end(self._transaction(self._writer, work, record=False))

    async def read(self, work: Work[T]) -> T:
        """Run ``work`` on a session that cannot write, and that sees the record as it stood at one moment."""
        async with AsyncSession(self._reader, expire_on_commit=False) as session:
            return await work(session)

    async def schema(self, work: Callable[[Connection], T]) -> T:
        """Run synchronous ``work`` (migrations) in one transaction.

        On SQLite it runs without foreign keys: a table is altered by copying and dropping it, which they would refuse
        for one that others refer to. ``work`` checks the references itself.
        """

        async def run() -> T:
            async with self._writer.connect() as connection:
                await self._foreign_keys(connection, "OFF")
                try:
                    async with connection.begin():
                        return await connection.run_sync(work)
                finally:
                    await self._foreign_keys(connection, "ON")

        return await _to_the_end(run())

    async def close(self) -> None:
        """Close all connections."""
        await self._writer.dispose()
        await self._reader.dispose()

    async def _transaction(self, engine: AsyncEngine, work: Work[T], *, record: bool) -> T:
        async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
            if record and not self.is_sqlite:
                await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": RECORD_LOCK})
            changes.watch(session)
            return await work(session)

    async def _foreign_keys(self, connection: AsyncConnection, switch: str) -> None:
        if self.is_sqlite:  # inside a transaction the pragma would do nothing
            driver: Any = (await connection.get_raw_connection()).driver_connection
            await (await driver.execute(f"PRAGMA foreign_keys={switch}")).close()

    def _sqlite(self, beside: bool) -> tuple[AsyncEngine, AsyncEngine]:
        if self.url.database and self.url.database != ":memory:":
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        pragmas = (*WRITER_PRAGMAS, "wal_autocheckpoint=0" if beside else "wal_autocheckpoint=1000")
        # An error shows its statement, never the parameters: messages stand in them, and errors go to the log.
        # One writing connection is one fair queue, and keeps clear of SQLite's WAL-reset race (fixed in 3.51.3).
        writer = create_async_engine(self.url, pool_size=1, max_overflow=0, pool_timeout=30, hide_parameters=True)
        reader = create_async_engine(self.url, pool_size=2, max_overflow=2, hide_parameters=True)
        _on_connect(writer, pragmas)
        _on_connect(reader, READER_PRAGMAS)
        event.listen(writer.sync_engine, "begin", _begin_immediate)
        event.listen(reader.sync_engine, "begin", _begin)
        return writer, reader

    def _postgres(self) -> tuple[AsyncEngine, AsyncEngine]:
        settings = {"timezone": "UTC", "statement_timeout": "15000", "idle_in_transaction_session_timeout": "30000"}
        engine = create_async_engine(
            self.url,
            pool_size=5,
            pool_pre_ping=True,
            pool_recycle=1800,
            hide_parameters=True,
            connect_args={"server_settings": settings},
        )
        # Like a reader of SQLite: one snapshot for all that it reads, and no way to write.
        return engine, engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _on_connect(engine: AsyncEngine, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # The driver's own BEGIN comes too late (before the first write only): two read-then-write transactions
        # would silently lose updates. SQLAlchemy's "begin" event does it instead.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            _set(cursor, pragma)
        cursor.close()


def _set(cursor: Any, pragma: str) -> None:
    try:
        cursor.execute(f"PRAGMA {pragma}")
    except sqlite3.OperationalError:
        # Two processes make the file at once: the switch to WAL does not wait for the other one, a transaction does.
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("COMMIT")
        cursor.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


async def _to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Await ``work`` even through a cancellation, then let the cancellation go on."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError as cancelled:
        while not task.done():
            with suppress(asyncio.CancelledError):  # cancelled once more: it still has to end
                await asyncio.wait([task])
        raise cancelled from (None if task.cancelled() else task.exception())
