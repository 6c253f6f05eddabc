"""Two who read, think and write: nothing that either did is lost."""

from __future__ import annotations

import asyncio
import os
import sys

from bot.config import ROOT
from models.corridor import Setting
from models.database import Database
from tests.fakes.databases import another, url_of
from tests.models.adding import NAME, count_up


async def counted(database: Database) -> int:
    row = await database.read(lambda session: session.get(Setting, NAME))
    return int(row.value) if row else 0


async def test_many_tasks_of_one_house(database: Database) -> None:
    await asyncio.gather(*(count_up(database, 5) for _ in range(8)))
    assert await counted(database) == 40


async def test_two_houses_on_one_database(database: Database) -> None:
    async with another(database) as twin:
        await asyncio.gather(count_up(database, 40), count_up(twin, 40))
    assert await counted(database) == 80


async def test_another_process_on_the_same_database(database: Database) -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.models.adding", url_of(database), "40", cwd=ROOT, env=dict(os.environ)
    )
    added = 0
    while child.returncode is None:  # as long as the other one counts, so do we
        await count_up(database, 1)
        added += 1
        await asyncio.sleep(0)
    assert await child.wait() == 0
    assert await counted(database) == added + 40
