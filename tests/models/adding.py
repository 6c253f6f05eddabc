"""A process of its own that counts up: ``python -m tests.models.adding URL TIMES`` adds 1 to a setting, TIMES times."""

from __future__ import annotations

import asyncio
import sys

from sqlalchemy.ext.asyncio import AsyncSession

from models.corridor import Setting
from models.database import Database

NAME = "count"


async def add_one(session: AsyncSession) -> None:
    """Read, let others run, write: the classic way to lose an update."""
    row = await session.get(Setting, NAME)
    present = int(row.value) if row else 0
    await asyncio.sleep(0)
    await session.merge(Setting(name=NAME, value=str(present + 1)))


async def count_up(database: Database, times: int) -> None:
    """Add 1 this often, each time in a transaction of its own."""
    for _ in range(times):
        await database.write(add_one)


async def main(url: str, times: int) -> None:
    """Count up on a database of one's own opening."""
    database = Database(url, beside=True)
    try:
        await count_up(database, times)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
