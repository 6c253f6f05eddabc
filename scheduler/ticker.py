"""Doing whatever has become due, exactly once, however often and from however many processes it is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import func
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.acts import Act
from bot.dispatch import Dispatcher
from bot.router import Context, Office, Refused, Unclear
from models.database import Database
from models.schedules import WORKWEEK, Occurrence, Schedule, instants, next_instant
from scheduler import plans

log = structlog.get_logger()

MOST = 500
"""Instants of one schedule in one transaction; the rest of a long gap follows in the next."""


@dataclass(frozen=True, slots=True)
class Ticker:
    """Turns the instants in (mark, now] of each schedule into occurrence rows and acts, in one transaction each."""

    database: Database
    dispatcher: Dispatcher

    async def install(self, now: datetime) -> None:
        """Write the office's own schedules, where they are missing; a changed rule holds from the mark on.

        Keys refuse what the old rule has done since; nothing is missed where the house was down for the change.
        """

        async def work(session: AsyncSession) -> None:
            for wanted in plans.office_schedules(self._office.rules, now):
                present = await session.get(Schedule, wanted.id)
                if present is None:
                    session.add(self._with_next(wanted))
                elif (present.rrule, present.time, present.grace) != (wanted.rrule, wanted.time, wanted.grace):
                    present.rrule, present.time, present.grace = wanted.rrule, wanted.time, wanted.grace
            for schedule in (await session.execute(select(Schedule).where(Schedule.rrule == WORKWEEK))).scalars():
                self._with_next(schedule)  # the calendar may be another one than before

        await self.database.write(work)

    async def tick(self, now: datetime) -> int:
        """Do all that is due by ``now`` (aware); return how many instants fired.

        A schedule that fails holds up no other: the first failure is raised when all the rest is done. Where the
        database itself is away, that is raised at once.
        """
        fired = 0
        failures: dict[str, Exception] = {}
        while due := await self.database.read(lambda session: _due(session, now, set(failures))):
            for schedule_id in due:
                try:
                    fired += await self._one(schedule_id, now)
                except (OperationalError, InterfaceError, OSError):
                    raise
                except Exception as error:
                    log.exception("a schedule failed", action="schedule.failed", schedule=schedule_id)
                    failures[schedule_id] = error
        if failures:
            raise next(iter(failures.values()))
        return fired

    async def next_moment(self, after: datetime) -> datetime | None:
        """When the next schedule becomes due, later than ``after``."""

        async def work(session: AsyncSession) -> datetime | None:
            found: datetime | None = await session.scalar(
                select(func.min(Schedule.next_at)).where(col(Schedule.next_at) > after)
            )
            return found

        return await self.database.read(work)

    @property
    def _office(self) -> Office:
        return self.dispatcher.office

    def _with_next(self, schedule: Schedule) -> Schedule:
        schedule.next_at = next_instant(schedule, schedule.mark, self._office.zone, self._office.calendar)
        return schedule

    async def _one(self, schedule_id: str, now: datetime) -> int:
        async def work(session: AsyncSession) -> int:
            schedule = await session.get(Schedule, schedule_id, with_for_update=True)
            if schedule is None or now <= schedule.mark:
                return 0  # taken back, or done by another process; a clock that went back waits
            fired = 0
            due = instants(schedule, now, self._office.zone, self._office.calendar, MOST)
            for instant in due:
                fired += await self._instant(session, schedule, instant, now)
            schedule.mark = now if len(due) < MOST else due[-1]
            self._with_next(schedule)
            return fired

        return await self.database.write(work)

    async def _instant(self, session: AsyncSession, schedule: Schedule, instant: datetime, now: datetime) -> int:
        if await session.get(Occurrence, (schedule.id, instant)) is not None:
            return 0
        late = schedule.grace is not None and now - instant > timedelta(seconds=schedule.grace)
        session.add(Occurrence(schedule_id=schedule.id, due_at=instant, state="late" if late else "fired", at=now))
        if late:
            log.warning("found too late", action="schedule.late", schedule=schedule.id, due=instant.isoformat())
            return 0
        act = plans.act_of(schedule, instant, self._office.rules, self._office.calendar)
        return int(act is not None and await self._perform(session, act, now))

    async def _perform(self, session: AsyncSession, act: Act, now: datetime) -> bool:
        try:
            await self.dispatcher.perform(act, Context(session, self._office, now))
        except (Refused, Unclear) as refusal:
            log.warning("nothing came of it", action="schedule.refused", act=act.name, why=str(refusal))
            return False
        return True


async def _due(session: AsyncSession, now: datetime, but: set[str]) -> list[str]:
    query = select(Schedule.id).where(col(Schedule.next_at) <= now).order_by(col(Schedule.next_at), col(Schedule.id))
    return [schedule_id for schedule_id in (await session.execute(query)).scalars() if schedule_id not in but]
