"""The office's own schedules, and which act an instant of a schedule means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Final

from bot.acts import Act
from bot.office_acts import CompileDigest, FireReminder, RemindUnits
from bot.rules import Rules
from bot.workdays import Calendar
from models.schedules import WORKWEEK, Schedule

REMINDERS: Final = "reminders"
DIGEST: Final = "digest"
PERSON: Final = "person"


def office_schedules(rules: Rules, mark: datetime) -> list[Schedule]:
    """The schedules that every house has; ``mark`` (aware): what lies before it is not made up for."""
    return [
        Schedule(
            id=REMINDERS,
            kind=REMINDERS,
            rrule=WORKWEEK,
            time=rules.supervision.remind_at.strftime("%H:%M"),
            # Found after closing time it waits for the next working day, whose own reminder tells all that is owed.
            grace=_seconds(rules.office.closes) - _seconds(rules.supervision.remind_at),
            mark=mark,
        ),
        Schedule(id=DIGEST, kind=DIGEST, rrule=WORKWEEK, time=rules.digest.compile_at.strftime("%H:%M"), mark=mark),
    ]


def act_of(schedule: Schedule, instant: datetime, rules: Rules, calendar: Calendar) -> Act | None:
    """The act of an instant (aware, in the office's zone); None where the day is not one of this schedule's."""
    return _ACTS[schedule.kind](schedule, instant, rules, calendar)


def _remind(_schedule: Schedule, instant: datetime, _rules: Rules, _calendar: Calendar) -> Act:
    return RemindUnits(day=instant.date())


def _fire(schedule: Schedule, instant: datetime, _rules: Rules, _calendar: Calendar) -> Act:
    return FireReminder(reminder=schedule.subject or "", at=instant.strftime("%Y-%m-%dT%H:%M"))


def _compile(_schedule: Schedule, instant: datetime, rules: Rules, calendar: Calendar) -> Act | None:
    """On the rule's weekday, or on the last working day before it in that week, where it is a holiday."""
    today = instant.date()
    chosen = today + timedelta(days=rules.digest.weekday - today.isoweekday())
    monday = today - timedelta(days=today.weekday())
    while chosen > monday and not calendar.is_workday(chosen):
        chosen -= timedelta(days=1)
    if today != chosen:
        return None
    year, week, _ = today.isocalendar()
    return CompileDigest(week=f"{year}-W{week:02d}")


_ACTS: dict[str, Callable[[Schedule, datetime, Rules, Calendar], Act | None]] = {
    REMINDERS: _remind,
    DIGEST: _compile,
    PERSON: _fire,
}


def _seconds(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second
