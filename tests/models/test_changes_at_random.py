"""Random acts one on another, all taken back: the record is what it was at each step."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from models.changes import Change
from models.database import Database
from models.people import Group, Unit
from models.tasks import Task, TaskUnit
from tests.fakes.databases import dump
from tests.models.acting import NOW, act, take_back


async def anything(session: AsyncSession, dice: random.Random) -> None:
    """A few random steps, as a handler might take them."""
    for _ in range(dice.randint(1, 6)):
        await dice.choice(STEPS)(session, dice)
        if dice.random() < 0.5:
            await session.flush()


async def _pick(session: AsyncSession, dice: random.Random, table: type[Any]) -> Any:
    await session.flush()
    rows = list((await session.execute(select(table).order_by(*table.__table__.primary_key))).scalars())
    return dice.choice(rows) if rows else None


async def _new_task(session: AsyncSession, dice: random.Random) -> None:
    code = f"D{dice.randrange(10**8)}"
    task = Task(
        code=code, title="新事项", created_at=NOW + timedelta(seconds=dice.random()), due=dice.choice([None, DAY])
    )
    session.add(task)
    await session.flush()
    unit = await _pick(session, dice, Unit)
    session.add(TaskUnit(task_id=task.id or 0, unit_id=unit.id))


async def _change_task(session: AsyncSession, dice: random.Random) -> None:
    task = await _pick(session, dice, Task)
    task.percent = dice.randint(0, 100)
    task.due = dice.choice([None, DAY, DAY + timedelta(days=dice.randint(1, 9))])
    task.closed_at = dice.choice([None, NOW + timedelta(minutes=dice.randint(1, 9))])
    task.problem = dice.random() < 0.5


async def _change_group(session: AsyncSession, dice: random.Random) -> None:
    group = await _pick(session, dice, Group)
    if group is None:
        session.add(Group(name=f"群{dice.randrange(10**8)}", units=[1]))
    else:
        group.units = [*group.units, dice.randint(1, 3)]


async def _drop_part(session: AsyncSession, dice: random.Random) -> None:
    part = await _pick(session, dice, TaskUnit)
    if part is not None:
        await session.delete(part)


DAY = date(2024, 2, 29)
STEPS = [_new_task, _change_task, _change_group, _drop_part]


async def test_whatever_acts_did_is_taken_back_in_turn(filled: Database) -> None:
    """Random acts one on another, all taken back, the last first: the record is what it was at each step."""
    dice = random.Random(20230407)
    for _ in range(4):
        done: list[tuple[Any, list[Change]]] = []
        for _ in range(5):
            before = await dump(filled)
            done.append((before, await act(filled, lambda session: anything(session, dice))))
        for before, noted in reversed(done):
            await take_back(filled, noted)
            assert await dump(filled) == before
