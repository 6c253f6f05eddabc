"""What the database promises to everybody: its settings, its transactions, and readers that only read."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.corridor import Setting
from models.database import Database
from models.people import Member, Unit
from tests.fakes.databases import another


async def pragmas(session: AsyncSession, *names: str) -> dict[str, Any]:
    return {name: await session.scalar(text(f"PRAGMA {name}")) for name in names}


async def value(database: Database, name: str) -> str | None:
    found = await database.read(lambda session: session.get(Setting, name))
    return found.value if found else None


def setting(name: str, content: str) -> Any:
    async def work(session: AsyncSession) -> None:
        await session.merge(Setting(name=name, value=content))

    return work


class TestSettings:
    @pytest.mark.parametrize(("beside", "pages"), [(False, 1000), (True, 0)])
    async def test_what_keeps_a_sqlite_writer_safe(self, tmp_path: Path, beside: bool, pages: int) -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'a' / 'new.db'}", beside=beside)
        wanted = {
            "journal_mode": "wal",
            "synchronous": 2,  # FULL
            "busy_timeout": 5000,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "wal_autocheckpoint": pages,
            "journal_size_limit": 67108864,
        }
        try:
            assert await database.write(lambda session: pragmas(session, *wanted)) == wanted
            assert await database.store(lambda session: pragmas(session, *wanted)) == wanted
        finally:
            await database.close()

    async def test_what_keeps_a_sqlite_reader_harmless(self, tmp_path: Path) -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")
        wanted = {"query_only": 1, "wal_autocheckpoint": 0, "busy_timeout": 5000}
        try:
            assert await database.read(lambda session: pragmas(session, *wanted)) == wanted
        finally:
            await database.close()

    async def test_a_schema_change_gives_foreign_keys_back(self, database: Database) -> None:
        def fail(_connection: Any) -> None:
            raise ValueError("in the middle")

        with pytest.raises(ValueError, match="middle"):
            await database.schema(fail)
        await database.schema(lambda _connection: None)

        async def stray(session: AsyncSession) -> None:
            session.add(Member(id="m1", name="甲", unit_id=404))

        with pytest.raises(IntegrityError):
            await database.write(stray)

    @pytest.mark.parametrize("openers", [5])
    async def test_several_may_make_a_sqlite_file_at_once(self, tmp_path: Path, openers: int) -> None:
        """The switch to WAL does not wait for a lock as a transaction does."""
        for n in range(8):
            databases = [Database(f"sqlite+aiosqlite:///{tmp_path / f'{n}.db'}") for _ in range(openers)]
            modes = await asyncio.gather(*(d.write(lambda s: pragmas(s, "journal_mode")) for d in databases))
            for database in databases:
                await database.close()
            assert modes == [{"journal_mode": "wal"}] * openers

    async def test_the_first_opening_waits_for_who_is_writing(self, tmp_path: Path) -> None:
        other = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE theirs (x)")
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")
        opening = asyncio.create_task(database.write(lambda session: pragmas(session, "journal_mode")))
        await asyncio.wait([opening], timeout=0.3)
        other.execute("COMMIT")
        try:
            assert await opening == {"journal_mode": "wal"}
        finally:
            other.close()
            await database.close()


class TestTransactions:
    async def test_an_error_leaves_nothing(self, database: Database) -> None:
        async def work(session: AsyncSession) -> None:
            session.add(Unit(name="市发改委", short="发改委"))
            await session.flush()
            raise ValueError("stop")

        for run in (database.write, database.store):
            with pytest.raises(ValueError, match="stop"):
                await run(work)
        assert await database.read(lambda s: s.scalar(text("SELECT count(*) FROM unit"))) == 0

    async def test_a_reader_cannot_write(self, database: Database) -> None:
        async def add(session: AsyncSession) -> None:
            session.add(Setting(name="a", value="1"))
            await session.commit()

        async def statement(session: AsyncSession) -> None:
            await session.execute(text("INSERT INTO setting (name, value) VALUES ('b', '2')"))
            await session.commit()

        for work in (add, statement):
            with pytest.raises(DBAPIError):
                await database.read(work)
        assert await database.read(lambda s: s.scalar(text("SELECT count(*) FROM setting"))) == 0
        await database.write(setting("c", "3"))  # and the connections still serve writers
        assert await value(database, "c") == "3"

    async def test_a_reader_sees_one_moment(self, database: Database) -> None:
        await database.write(setting("a", "before"))

        async def look(session: AsyncSession) -> tuple[Any, Any]:
            first = await session.scalar(text("SELECT value FROM setting WHERE name = 'a'"))
            await database.write(setting("a", "after"))
            return first, await session.scalar(text("SELECT value FROM setting WHERE name = 'a'"))

        assert await database.read(look) == ("before", "before")
        assert await value(database, "a") == "after"

    async def test_a_writer_sees_what_was_committed_while_it_waited(self, database: Database) -> None:
        """The lock comes before the first look, or a decision would rest on what is past."""
        inside, go = asyncio.Event(), asyncio.Event()

        async def first(session: AsyncSession) -> None:
            await session.merge(Setting(name="a", value="1"))
            await session.flush()
            inside.set()
            await go.wait()

        async def second(session: AsyncSession) -> str | None:
            go.set()  # it runs already, though it may look at nothing yet
            found = await session.get(Setting, "a")
            return found.value if found else None

        async with another(database) as twin:
            slow = asyncio.create_task(database.write(first))
            await inside.wait()
            quick = asyncio.create_task(twin.write(second))
            await asyncio.wait([quick], timeout=0.05)
            go.set()
            assert await quick == "1"
            await slow


class TestCancellation:
    async def test_a_cancelled_caller_waits_for_the_end(self, database: Database) -> None:
        inside, go = asyncio.Event(), asyncio.Event()

        async def work(session: AsyncSession) -> None:
            await session.merge(Setting(name="a", value="kept"))
            inside.set()
            await go.wait()

        caller = asyncio.create_task(database.write(work))
        await inside.wait()
        for _ in range(3):  # a stop may come more than once
            caller.cancel()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        assert not caller.done()
        go.set()
        with pytest.raises(asyncio.CancelledError):
            await caller
        assert await value(database, "a") == "kept"

    async def test_a_cancelled_failure_is_rolled_back_and_not_swallowed(self, database: Database) -> None:
        inside, go = asyncio.Event(), asyncio.Event()

        async def work(session: AsyncSession) -> None:
            await session.merge(Setting(name="a", value="lost"))
            await session.flush()
            inside.set()
            await go.wait()
            raise ValueError("too late")

        caller = asyncio.create_task(database.store(work))
        await inside.wait()
        caller.cancel()
        await asyncio.sleep(0)
        go.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await caller
        assert isinstance(caught.value.__cause__, ValueError)
        assert await value(database, "a") is None

    async def test_the_next_writer_is_not_held_up(self, database: Database) -> None:
        async def work(session: AsyncSession) -> None:
            await session.merge(Setting(name="a", value="1"))

        for delay in range(12):
            caller = asyncio.create_task(database.write(work))
            for _ in range(delay):
                await asyncio.sleep(0)
            caller.cancel()
            with pytest.raises(asyncio.CancelledError):
                await caller
        await database.write(setting("b", "2"))
        assert await value(database, "b") == "2"
