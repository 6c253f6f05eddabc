"""The record as understanding's world."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.understanding.world import Item, World
from bot.understanding.world import Member as WorldMember
from bot.understanding.world import Unit as WorldUnit
from models.infos import Info, InfoState, Topic
from models.office import Document, Meeting
from models.people import Member, Unit
from models.schedules import Reminder, ReminderState
from models.tasks import Part, Task, TaskState, TaskUnit


async def load(session: AsyncSession, city: str) -> World:
    """The whole record as a world; items in the order of their codes."""
    units = await _rows(session, Unit, "id", "name", "short", "aliases", "kind")
    names = {row.id: row.name for row in units}
    return World(
        city=city,
        units=tuple(WorldUnit(row.name, row.short, tuple(row.aliases), row.kind) for row in units),
        members=await _members(session, names),
        tasks=await _tasks(session, names),
        infos=await _infos(session, names),
        topics=await _topics(session, names),
        meetings=await _meetings(session, names),
        documents=await _documents(session),
        reminders=await _reminders(session),
    )


async def _rows(session: AsyncSession, table: type[Any], *columns: str, order: str = "id") -> Sequence[Row[Any]]:
    """These columns of every row: no objects are made, for this is done for each message."""
    query = select(*(getattr(table, column) for column in columns)).order_by(getattr(table, order))
    return (await session.execute(query)).all()


def _named(names: dict[int, str], ids: Iterable[int]) -> tuple[str, ...]:
    return tuple(names[unit_id] for unit_id in ids if unit_id in names)


async def _members(session: AsyncSession, names: dict[int, str]) -> tuple[WorldMember, ...]:
    rows = await _rows(session, Member, "id", "name", "unit_id", "role", "title")
    return tuple(WorldMember(row.id, row.name, names.get(row.unit_id), row.role, row.title) for row in rows)


async def _tasks(session: AsyncSession, names: dict[int, str]) -> tuple[Item, ...]:
    lead: dict[int, list[int]] = {}
    support: dict[int, list[int]] = {}
    for row in await _rows(session, TaskUnit, "task_id", "unit_id", "part", order="rank"):
        (lead if row.part == Part.LEAD else support).setdefault(row.task_id, []).append(row.unit_id)
    return tuple(
        Item(
            code=row.code,
            title=row.title,
            units=_named(names, lead.get(row.id, ())),
            support=_named(names, support.get(row.id, ())),
            due=row.due,
            status=row.state,
            done=row.state == TaskState.DONE,
        )
        for row in await _rows(session, Task, "id", "code", "title", "due", "state")
    )


async def _infos(session: AsyncSession, names: dict[int, str]) -> tuple[Item, ...]:
    closed = (InfoState.ADOPTED, InfoState.RETURNED)
    return tuple(
        Item(row.code, row.title, _named(names, [row.unit_id]), status=row.state, done=row.state in closed)
        for row in await _rows(session, Info, "code", "title", "unit_id", "state")
    )


async def _topics(session: AsyncSession, names: dict[int, str]) -> tuple[Item, ...]:
    rows = await _rows(session, Topic, "code", "title", "units", "due")
    return tuple(Item(row.code, row.title, _named(names, row.units), due=row.due) for row in rows)


async def _meetings(session: AsyncSession, names: dict[int, str]) -> tuple[Item, ...]:
    rows = await _rows(session, Meeting, "code", "title", "units", "start")
    return tuple(Item(row.code, row.title, _named(names, row.units), start=row.start) for row in rows)


async def _documents(session: AsyncSession) -> tuple[Item, ...]:
    return tuple(
        Item(row.code, row.title, due=row.due, status=row.stage, done=row.stage == "archive", number=row.number)
        for row in await _rows(session, Document, "code", "title", "stage", "due", "number")
    )


async def _reminders(session: AsyncSession) -> tuple[Item, ...]:
    return tuple(
        Item(row.code, row.text, owner=row.owner, status=row.state, done=row.state != ReminderState.ACTIVE)
        for row in await _rows(session, Reminder, "code", "text", "owner", "state")
    )
