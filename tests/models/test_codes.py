"""Codes: given once and never again, whatever becomes of what they named."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models import changes
from models.codes import next_code, note_code
from models.database import Database
from models.tasks import Task
from tests.fakes.databases import another

NOW = datetime(2023, 4, 7, tzinfo=UTC)


async def give(database: Database, letter: str = "D") -> str:
    return await database.write(lambda session: next_code(session, letter))


async def test_letters_count_each_for_itself(database: Database) -> None:
    assert [await give(database, letter) for letter in "DXDTD"] == ["D1", "X1", "D2", "T1", "D3"]


async def test_two_houses_give_none_twice(database: Database) -> None:
    async with another(database) as twin:
        codes = await asyncio.gather(*(give(house) for _ in range(15) for house in (database, twin)))
    assert sorted(codes, key=lambda code: int(code[1:])) == [f"D{n}" for n in range(1, 31)]


async def test_codes_from_outside_are_not_given_again(database: Database) -> None:
    async def note(session: AsyncSession) -> None:
        for code in ("D41", "D7", "X3"):
            await note_code(session, code)

    await database.write(note)
    assert [await give(database, letter) for letter in "DXD"] == ["D42", "X4", "D43"]


async def test_what_was_taken_back_takes_its_code_along(database: Database) -> None:
    async def assign(session: AsyncSession) -> list[changes.Change]:
        session.add(Task(code=await next_code(session, "D"), title="事项", created_at=NOW))
        await session.flush()
        return changes.collected(session)

    done = await database.write(assign)
    await database.write(lambda session: changes.take_back(session, done))
    assert await give(database) == "D2"


async def test_an_act_that_was_refused_gave_no_code(database: Database) -> None:
    """Nobody has seen it, so the numbers stay without a gap; and the session can go on."""

    async def work(session: AsyncSession) -> tuple[str, str]:
        first = await next_code(session, "D")
        with pytest.raises(ValueError, match="refused"):
            async with session.begin_nested():
                await next_code(session, "D")
                await next_code(session, "X")
                raise ValueError("refused")
        return first, await next_code(session, "D")

    assert await database.write(work) == ("D1", "D2")
    assert await give(database, "X") == "X1"
