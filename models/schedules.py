"""What fires when: schedules as a high-water mark and occurrence rows, and the reminders that people make.

All instants up to a schedule's ``mark`` are accounted for; each instant in (mark, now] becomes one occurrence row,
whose key refuses a second one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from sqlmodel import Field

from models.base import Plumbing, Record

WORKWEEK = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
"""Every working day (understanding.md): the only rule that follows the statutory calendar."""

HORIZON = timedelta(days=8 * 366)
"""How far ahead a day is sought: 29 February may be eight years off (2096 to 2104)."""

_ENDS = re.compile(r"UNTIL|COUNT|\n")


class Workdays(Protocol):
    """What a schedule asks of the calendar."""

    def is_workday(self, day: date) -> bool: ...


class ReminderState(StrEnum):
    ACTIVE = "active"
    FIRED = "fired"
    CANCELLED = "cancelled"


class Reminder(Record, table=True):
    """A reminder that a person made (T). It fires in ``group_id``, else in private to ``owner``."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    text: str
    once: str | None = None
    rrule: str | None = None
    time: str | None = None
    owner: str = Field(foreign_key="member.id")
    group_id: int | None = Field(default=None, foreign_key="work_group.id")
    state: str = ReminderState.ACTIVE
    created_at: datetime


class Schedule(Plumbing, table=True):
    """When something is to be done. ``kind`` says what (scheduler/plans.py), ``subject`` of which item.

    Either ``once`` (a local minute) or ``rrule`` with ``time`` (HH:MM local). ``next_at`` is the first instant after
    ``mark``; None when there is none. ``grace`` (seconds): an instant found later than this is skipped as late.
    """

    id: str = Field(primary_key=True)
    kind: str
    subject: str | None = None
    once: str | None = None
    rrule: str | None = None
    time: str | None = None
    grace: int | None = None
    mark: datetime
    next_at: datetime | None = Field(default=None, index=True)


class Occurrence(Plumbing, table=True):
    """That an instant of a schedule was accounted for: ``fired`` or ``late``."""

    schedule_id: str = Field(primary_key=True)
    due_at: datetime = Field(primary_key=True)
    state: str
    at: datetime


def instants(
    schedule: Schedule, until: datetime, zone: ZoneInfo, workdays: Workdays, limit: int = 500
) -> list[datetime]:
    """The schedule's instants in (mark, until], oldest first, at most ``limit``; aware."""
    found: list[datetime] = []
    after = schedule.mark
    while len(found) < limit:
        instant = next_instant(schedule, after, zone, workdays)
        if instant is None or instant > until:
            break
        found.append(instant)
        after = instant
    return found


def next_instant(schedule: Schedule, after: datetime, zone: ZoneInfo, workdays: Workdays) -> datetime | None:
    """The first instant later than ``after`` (aware), or None."""
    if schedule.once is not None:
        instant = datetime.fromisoformat(schedule.once).replace(tzinfo=zone)
        return instant if instant > after else None
    if schedule.rrule is None:
        return None
    clock = time.fromisoformat(schedule.time or "09:00")
    local = after.astimezone(zone)
    day = local.date() if local.time() < clock else local.date() + timedelta(days=1)
    found = _next_day(schedule.rrule, day, workdays)
    return datetime.combine(found, clock, tzinfo=zone) if found else None


def _next_day(rule: str, first: date, workdays: Workdays) -> date | None:
    """The first day of the rule not before ``first``; None if there is none within ``HORIZON``."""
    if rule == WORKWEEK:
        days = (first + timedelta(days=n) for n in range(60))
        return next((day for day in days if workdays.is_workday(day)), None)
    start = datetime.combine(first, time())  # dateutil counts in naive days here; the zone is added by the caller
    if not _ENDS.search(rule):  # or else a day that never comes (30 February) would be sought to the end of time
        rule = f"{rule};UNTIL={start + HORIZON:%Y%m%d}"
    found = rrulestr(rule, dtstart=start).after(start, inc=True)
    return found.date() if found else None
