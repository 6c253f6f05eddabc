"""The office's own schedules: which act an instant means."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.office_acts import CompileDigest, FireReminder, RemindUnits
from bot.router import Office
from models.schedules import WORKWEEK, Schedule, instants
from scheduler import plans

MARK = datetime.fromisoformat("2023-01-01T00:00+08:00")


def schedule(office: Office, kind: str) -> Schedule:
    return next(one for one in plans.office_schedules(office.rules, MARK) if one.kind == kind)


def compiled(office: Office, first: date, last: date) -> dict[str, str]:
    """Which days of these compile an issue, and of which week."""
    digest = schedule(office, plans.DIGEST)
    digest.mark = datetime.combine(first, datetime.min.time(), tzinfo=office.zone)
    until = datetime.combine(last, datetime.max.time(), tzinfo=office.zone)
    found: dict[str, str] = {}
    for instant in instants(digest, until, office.zone, office.calendar, 5000):
        act = plans.act_of(digest, instant, office.rules, office.calendar)
        if act is not None:
            assert isinstance(act, CompileDigest)
            found[instant.isoformat(timespec="minutes")] = act.week
    return found


@pytest.mark.parametrize(
    ("monday", "day", "week"),
    [
        ("2023-04-03", "2023-04-07", "2023-W14"),  # an ordinary week
        ("2023-04-17", "2023-04-21", "2023-W16"),  # its Sunday is worked, after the Friday
        ("2023-06-19", "2023-06-21", "2023-W25"),  # Thursday and Friday are 端午: the Wednesday before
        ("2023-09-25", "2023-09-28", "2023-W39"),  # the Friday is 中秋
        ("2023-10-02", None, None),  # Monday to Friday are 国庆; only the weekend is worked
        ("2023-10-09", "2023-10-13", "2023-W41"),
        ("2024-02-12", None, None),  # 春节: only its Sunday is worked
        ("2020-12-28", "2020-12-31", "2020-W53"),  # week 53, whose Friday is 元旦
        ("2021-01-04", "2021-01-08", "2021-W01"),
        ("2026-12-28", "2026-12-31", "2026-W53"),
        ("2024-12-30", "2025-01-03", "2025-W01"),  # the week belongs to the year of its Thursday
    ],
)
def test_one_issue_a_week(office: Office, monday: str, day: str | None, week: str | None) -> None:
    first = date.fromisoformat(monday)
    wanted = {f"{day}T16:00+08:00": week} if day else {}
    assert compiled(office, first, first + timedelta(days=6)) == wanted


def test_never_two_issues_of_a_week(office: Office) -> None:
    found = compiled(office, date(2019, 1, 1), date(2026, 12, 31))
    assert len(set(found.values())) == len(found)
    assert len(found) > 400


def test_units_are_reminded_on_the_local_day(office: Office) -> None:
    reminders = schedule(office, plans.REMINDERS)
    reminders.mark = datetime.fromisoformat("2023-04-23T00:00+00:00")
    (instant,) = instants(reminders, reminders.mark + timedelta(hours=2), office.zone, office.calendar)
    assert plans.act_of(reminders, instant, office.rules, office.calendar) == RemindUnits(day=date(2023, 4, 23))


def test_the_grace_of_reminders_ends_with_the_working_day(office: Office) -> None:
    reminders = schedule(office, plans.REMINDERS)
    assert (reminders.rrule, reminders.time) == (WORKWEEK, office.rules.supervision.remind_at.strftime("%H:%M"))
    opens = datetime.combine(date(2023, 4, 7), office.rules.supervision.remind_at)
    assert (opens + timedelta(seconds=reminders.grace or 0)).time() == office.rules.office.closes


def test_a_persons_reminder_names_its_local_minute(office: Office) -> None:
    once = Schedule(id="T3", kind=plans.PERSON, subject="T3", once="2023-04-08T00:30", mark=MARK)
    (instant,) = instants(once, datetime.fromisoformat("2023-04-09T00:00+08:00"), office.zone, office.calendar)
    act = plans.act_of(once, instant, office.rules, office.calendar)
    assert act == FireReminder(reminder="T3", at="2023-04-08T00:30")


def test_every_kind_has_an_act(office: Office) -> None:
    kinds = {one.kind for one in plans.office_schedules(office.rules, MARK)} | {plans.PERSON}
    for kind in kinds:
        some = Schedule(id="T1", kind=kind, subject="T1", mark=MARK)
        plans.act_of(some, MARK.astimezone(office.zone), office.rules, office.calendar)
