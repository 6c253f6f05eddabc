"""The audit chain: what is appended holds, what is tampered with is found where it was done."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.audit import AuditEntry, append, digest_of, first_broken
from models.database import Database
from tests.fakes.databases import another

START = datetime(2023, 4, 7, 8, 50, 0, 123456, tzinfo=ZoneInfo("Asia/Shanghai"))
LENGTH = 6
HIT = 3  # the entry that is tampered with


def entry(number: int, **fields: Any) -> AuditEntry:
    given: dict[str, Any] = {
        "seq": 0,
        "at": START + timedelta(minutes=number),
        "member_id": f"m{number}",
        "actor": "李明",
        "act": "task.progress",
        "chinese": "进展",
        "code": f"D{number}",
        "inbox_id": number,
        "message": f"local:{number}",
        "slots": {"task": f"D{number}", "percent": 60, "share": 0.1, "words": "“引号”🚚\ud83d", "none": None},
        "changes": [{"table": "task", "key": [number], "before": {"percent": 10.0}, "after": {"percent": 60.0}}],
        "undoes": None,
        "previous": "",
        "hash": "",
    }
    return AuditEntry(**given | fields)


async def write(database: Database, *entries: AuditEntry) -> None:
    for one in entries:
        await database.write(lambda session, one=one: append(session, one))


async def chained(database: Database) -> None:
    await write(database, *(entry(number) for number in range(1, LENGTH + 1)))
    assert await database.read(first_broken) is None


async def run(database: Database, statement: str, **values: Any) -> None:
    await database.store(lambda session: session.execute(text(statement), values))


async def tried(database: Database, statement: str, **values: Any) -> int | None:
    """Where the chain breaks after the statement, which is then rolled back."""
    broken: list[int | None] = []

    async def work(session: AsyncSession) -> None:
        await session.execute(text(statement), values)
        broken.append(await first_broken(session))
        raise LookupError("back")

    with pytest.raises(LookupError):
        await database.store(work)
    return broken[0]


class TestWhole:
    async def test_an_empty_chain_holds(self, database: Database) -> None:
        assert await database.read(first_broken) is None

    async def test_numbers_count_from_one_without_a_gap(self, database: Database) -> None:
        await chained(database)
        numbers = await database.read(lambda s: s.execute(text("SELECT seq FROM auditentry ORDER BY seq")))
        assert [row[0] for row in numbers] == list(range(1, LENGTH + 1))

    async def test_two_houses_keep_one_chain(self, database: Database) -> None:
        async with another(database) as twin:
            await asyncio.gather(
                *(write(house, entry(n)) for n in range(10) for house in (database, twin)),
            )
        assert await database.read(first_broken) is None
        assert await database.read(lambda s: s.scalar(text("SELECT max(seq) FROM auditentry"))) == 20

    async def test_an_act_that_failed_leaves_no_gap(self, database: Database) -> None:
        async def fails(session: AsyncSession) -> None:
            await append(session, entry(1))
            raise ValueError("the act failed")

        await write(database, entry(1))
        with pytest.raises(ValueError, match="failed"):
            await database.write(fails)
        await write(database, entry(2))
        assert await database.read(first_broken) is None

    def test_the_hash_is_of_the_moment_and_not_of_its_zone(self) -> None:
        assert digest_of(entry(1)) == digest_of(entry(1, at=(START + timedelta(minutes=1)).astimezone(UTC)))


CHANGED: dict[str, Any] = {
    "at": "2023-04-07 00:53:00.123457",
    "member_id": "m9",
    "actor": "王芳",
    "act": "task.finish",
    "chinese": "办结",
    "code": "D9",
    "inbox_id": 9,
    "message": "local:9",
    "slots": '{"task": "D3", "percent": 61}',
    "changes": "[]",
    "undoes": 2,
    "previous": "f" * 64,
    "hash": "f" * 64,
}


class TestTamperedWith:
    def test_every_column_is_tried(self) -> None:
        assert set(CHANGED) | {"seq"} == set(AuditEntry.model_fields)

    async def test_a_changed_column(self, database: Database) -> None:
        await chained(database)
        for column, new in CHANGED.items():
            cast = "CAST(:new AS JSON)" if column in ("slots", "changes") and not database.is_sqlite else ":new"
            if column == "at" and not database.is_sqlite:
                new = datetime.fromisoformat(f"{new}+00:00")  # noqa: PLW2901
            statement = f"UPDATE auditentry SET {column} = {cast} WHERE seq = :seq"
            assert await tried(database, statement, new=new, seq=HIT) == HIT, column
        assert await database.read(first_broken) is None

    async def test_an_emptied_column(self, database: Database) -> None:
        await chained(database)
        for column in ("member_id", "code", "inbox_id", "message"):
            statement = f"UPDATE auditentry SET {column} = NULL WHERE seq = :seq"
            assert await tried(database, statement, seq=HIT) == HIT, column

    async def test_a_change_whose_hash_was_made_anew(self, database: Database) -> None:
        """Who can hash can hide a change in its own entry, but not from the next one."""
        await chained(database)

        async def forge(session: AsyncSession) -> None:
            row = await session.get_one(AuditEntry, HIT)
            row.actor = "王芳"
            row.hash = digest_of(row)

        await database.store(forge)
        assert await database.read(first_broken) == HIT + 1

    async def test_a_deleted_entry(self, database: Database) -> None:
        await chained(database)
        for seq in range(1, LENGTH):
            assert await tried(database, "DELETE FROM auditentry WHERE seq = :seq", seq=seq) == seq

    async def test_a_deleted_entry_whose_followers_moved_up(self, database: Database) -> None:
        await chained(database)
        await run(database, "DELETE FROM auditentry WHERE seq = :seq", seq=HIT)
        for seq in range(HIT + 1, LENGTH + 1):
            await run(database, "UPDATE auditentry SET seq = :new WHERE seq = :seq", new=seq - 1, seq=seq)
        assert await database.read(first_broken) == HIT

    async def test_two_swapped_entries(self, database: Database) -> None:
        await chained(database)
        for old, new in ((HIT, 99), (HIT + 1, HIT), (99, HIT + 1)):
            await run(database, "UPDATE auditentry SET seq = :new WHERE seq = :old", new=new, old=old)
        assert await database.read(first_broken) == HIT

    async def test_an_entry_from_elsewhere(self, database: Database) -> None:
        await chained(database)
        stray = entry(7, seq=LENGTH + 1, previous="0" * 64)
        stray.hash = digest_of(stray)

        async def add(session: AsyncSession) -> None:
            session.add(stray)

        await database.store(add)
        assert await database.read(first_broken) == LENGTH + 1
