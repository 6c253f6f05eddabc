"""Acts on a small office, and taking them back, as the corridor does it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from models import changes
from models.changes import Change
from models.database import Database
from models.people import Member, Unit
from models.tasks import Task, TaskUnit

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2023, 4, 7, 8, 50, 0, 5, tzinfo=SHANGHAI)

Work = Callable[[AsyncSession], Awaitable[Any]]


async def act(database: Database, work: Work) -> list[Change]:
    """Do the work in a transaction; its changes as the audit entry gives them back: through JSON."""

    async def run(session: AsyncSession) -> list[Change]:
        await work(session)
        await session.flush()
        return changes.collected(session)

    return json.loads(json.dumps(await database.write(run)))


async def take_back(database: Database, done: list[Change]) -> None:
    await database.write(lambda session: changes.take_back(session, done))


async def small_office(session: AsyncSession) -> None:
    """Units 1–3 and task 1: the numbers that the database gives in a new table."""
    for n in (1, 2, 3):
        session.add(Unit(name=f"单位{n}", short=f"单位{n}"))
        await session.flush()
    session.add(Member(id="m1", name="李明", unit_id=1))
    session.add(Task(code="D1", title="事项", created_at=NOW, reported_at=NOW, due=date(2023, 6, 30)))
    await session.flush()
    session.add(TaskUnit(task_id=1, unit_id=1))
