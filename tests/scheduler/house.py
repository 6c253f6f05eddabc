"""A house whose scheduled acts say what they are, each time anew: what fires twice is seen twice."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from bot.acts import Act
from bot.dispatch import Dispatcher
from bot.message import Chat
from bot.office_acts import CompileDigest, FireReminder, RemindUnits
from bot.router import Context, Office, Outcome, Push, Refused, Right, Router
from models.corridor import Outbox
from models.database import Database
from models.schedules import Occurrence, Schedule, next_instant
from scheduler.plans import PERSON
from scheduler.ticker import Ticker

REFUSED, BROKEN = "T404", "T500"
"""Reminders whose acts are refused, and whose acts break."""


async def _nobody(_context: Context, _act: Act) -> bool:
    return False


async def say(act: Act, _context: Context) -> Outcome:
    """Push the act, under a key that no second push can meet."""
    named = getattr(act, "reminder", None)
    if named == REFUSED:
        raise Refused("no")
    if named == BROKEN:
        raise KeyError("broken")
    said = "|".join(str(value) for value in (act.name, *act.slots().values()))
    return Outcome(pushes=(Push(f"{said}|{uuid.uuid4()}", Chat("fake", "group", "g"), said),))


def ticker(database: Database, office: Office) -> Ticker:
    """A ticker whose acts only talk."""
    router = Router()
    for act in (RemindUnits, CompileDigest, FireReminder):
        router.on(act, may=Right(_nobody, ""))(say)
    return Ticker(database, Dispatcher(router, office))


def reminder(
    office: Office, name: str, mark: datetime, *, once: str | None = None, rrule: str | None = None,
    clock: str | None = None, grace: int | None = None,
) -> Schedule:  # fmt: skip
    """A person's schedule, with its first instant."""
    made = Schedule(id=name, kind=PERSON, subject=name, once=once, rrule=rrule, time=clock, grace=grace, mark=mark)
    made.next_at = next_instant(made, mark, office.zone, office.calendar)
    return made


async def add(database: Database, *schedules: Schedule) -> None:
    """Write these schedules."""

    async def work(session: AsyncSession) -> None:
        session.add_all(schedules)

    await database.write(work)


async def accounted(database: Database) -> dict[tuple[str, datetime], tuple[str, datetime]]:
    """What became of each instant, and when."""

    async def look(session: AsyncSession) -> dict[tuple[str, datetime], tuple[str, datetime]]:
        rows = (await session.execute(select(Occurrence))).scalars()
        return {(row.schedule_id, row.due_at): (row.state, row.at) for row in rows}

    return await database.read(look)


async def pushed(database: Database) -> list[str]:
    """What was said, sorted; twice where it was said twice."""
    found = await database.read(lambda session: session.execute(select(Outbox.text)))
    return sorted(found.scalars())
