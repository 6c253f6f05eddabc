"""What the demo's page shows beside the chats."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.app import House
from models import outbox
from models.digests import Digest
from models.infos import Info, InfoState
from models.people import Group, Member, Unit
from models.tasks import Part, Task, TaskState, TaskUnit


async def directory(session: AsyncSession) -> dict[str, Any]:
    """All groups and members."""
    groups = (await session.execute(select(Group).order_by(col(Group.id)))).scalars()
    led = await _led(session)
    members = select(Member, Unit).outerjoin(Unit, col(Unit.id) == col(Member.unit_id)).order_by(col(Member.id))
    return {
        "groups": [{"name": group.name, "layer": group.layer} for group in groups],
        "members": [
            {
                "id": member.id,
                "name": member.name,
                "unit": getattr(unit, "name", None),
                "unit_short": getattr(unit, "short", None),
                "role": member.role,
                "title": member.title,
                "tasks": led.get(member.unit_id, []),
            }
            for member, unit in (await session.execute(members)).all()
        ],
    }


async def _led(session: AsyncSession) -> dict[int | None, list[str]]:
    """The codes of the open tasks that each unit leads."""
    query = (
        select(TaskUnit.unit_id, Task.code)
        .join(Task, col(Task.id) == col(TaskUnit.task_id))
        .where(TaskUnit.part == Part.LEAD, col(Task.state).in_([TaskState.ASSIGNED, TaskState.OPEN]))
        .order_by(col(Task.due), col(Task.id))
    )
    led: dict[int | None, list[str]] = {}
    for unit_id, code in (await session.execute(query)).all():
        led.setdefault(unit_id, []).append(code)
    return led


async def counts(session: AsyncSession, house: House, now: datetime) -> dict[str, Any]:
    """How many tasks, infos and messages stand where."""
    states = await outbox.counts(session)
    return {
        "tasks": await _tasks(session, house, now),
        "infos": await _infos(session, house, now),
        "digest": await _digest(session),
        "outbox": {state: states[state] for state in ("pending", "unknown", "dead")},
    }


async def _tasks(session: AsyncSession, house: House, now: datetime) -> dict[str, int]:
    office = house.dispatcher.office
    today = now.astimezone(office.zone).date()
    soon = office.calendar.add_workdays(today, office.rules.supervision.due_soon)
    done = {"open": 0, "due_soon": 0, "overdue": 0, "pending": 0, "done": 0}
    for state, due in (await session.execute(select(Task.state, col(Task.due)))).all():
        if state == TaskState.DONE:
            done["done"] += 1
            continue
        done["open"] += 1
        done["pending"] += state in (TaskState.PENDING_FINISH, TaskState.PENDING_EXTENSION)
        done["overdue"] += due is not None and due < today
        done["due_soon"] += due is not None and today <= due <= soon
    return done


async def _infos(session: AsyncSession, house: House, now: datetime) -> dict[str, int]:
    zone = house.dispatcher.office.zone
    local = now.astimezone(zone)
    monday = datetime.combine(local.date() - timedelta(days=local.weekday()), time(), zone).astimezone(UTC)
    week = await session.scalar(select(func.count()).where(col(Info.submitted_at) >= monday))
    adopted = await session.scalar(select(func.count()).where(col(Info.state) == InfoState.ADOPTED))
    return {"week": week or 0, "adopted": adopted or 0}


async def _digest(session: AsyncSession) -> dict[str, Any]:
    digest = (await session.execute(select(Digest).order_by(col(Digest.week).desc()).limit(1))).scalar_one_or_none()
    return {"issue": digest.number if digest else None, "state": digest.state if digest else None}


async def next_deadline(session: AsyncSession, house: House, now: datetime) -> datetime | None:
    """The next moment of reminding that lies on the due day of an open task."""
    office = house.dispatcher.office
    at = office.rules.supervision.remind_at
    today = now.astimezone(office.zone).date()
    query = select(col(Task.due)).where(col(Task.due) >= today, col(Task.state) != TaskState.DONE).distinct()
    days: list[date] = sorted(day for day in (await session.execute(query)).scalars() if day)
    moments = (datetime.combine(day, at, office.zone) for day in days)
    return next((moment for moment in moments if moment > now), None)


def next_digest(house: House, now: datetime) -> datetime:
    """The next moment of the week at which the digest is compiled."""
    office = house.dispatcher.office
    rules = office.rules.digest
    local = now.astimezone(office.zone)
    day = local.date() + timedelta(days=(rules.weekday - local.isoweekday()) % 7)
    moment = datetime.combine(day, rules.compile_at, office.zone)
    return moment if moment > now else moment + timedelta(days=7)
