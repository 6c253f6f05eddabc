"""When a schedule fires, as tables: working days, month and year ends, leap days, and where the counting begins."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workdays import Calendar
from models.schedules import WORKWEEK, Schedule, instants, next_instant

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/New_York"], autouse=True, scope="module")
def _machine_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """The zone of the machine must not matter."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


def local(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=SHANGHAI)


def fires(schedule: Schedule, until: str, calendar: Calendar, limit: int = 500) -> list[str]:
    found = instants(schedule, local(until), SHANGHAI, calendar, limit)
    assert all(instant.utcoffset() is not None for instant in found)
    return [instant.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M") for instant in found]


def repeating(rrule: str, mark: str, clock: str | None = "09:00") -> Schedule:
    return Schedule(id="S", kind="test", rrule=rrule, time=clock, mark=local(mark))


def days(words: str) -> list[str]:
    return [f"{day}T09:00" for day in words.split()]


MONTH_END, YEAR_END = "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"

TABLE = [
    # Sunday 23 April 2023 was worked for the holiday from 29 April to 3 May.
    (
        WORKWEEK,
        "2023-04-21T09:00",
        "2023-05-06T08:59",
        "2023-04-23 2023-04-24 2023-04-25 2023-04-26 2023-04-27 2023-04-28 2023-05-04 2023-05-05",
    ),
    # The longest holiday of the year, and the working weekend after it.
    (WORKWEEK, "2023-09-28T09:00", "2023-10-09T09:00", "2023-10-07 2023-10-08 2023-10-09"),
    # A rule that names the days itself knows no holiday.
    ("FREQ=WEEKLY;BYDAY=MO,FR", "2023-04-28T09:00", "2023-05-08T09:00", "2023-05-01 2023-05-05 2023-05-08"),
    ("FREQ=DAILY", "2023-12-30T10:00", "2024-01-02T09:00", "2023-12-31 2024-01-01 2024-01-02"),
    (MONTH_END, "2023-11-30T09:00", "2024-04-29T09:00", "2023-12-31 2024-01-31 2024-02-29 2024-03-31"),
    (MONTH_END, "2023-01-31T09:00", "2023-03-31T08:59", "2023-02-28"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2023-01-31T09:00", "2023-06-30T09:00", "2023-03-31 2023-05-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=10,20,30", "2023-02-01T00:00", "2023-03-10T09:00", "2023-02-10 2023-02-20 2023-03-10"),
    (YEAR_END, "2023-12-31T08:59", "2025-01-01T00:00", "2023-12-31 2024-12-31"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2023-03-01T00:00", "2032-01-01T00:00", "2024-02-29 2028-02-29"),
    # The century is no leap year: eight years go by.
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2096-02-29T09:00", "2105-01-01T00:00", "2104-02-29"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2023-01-01T00:00", "2099-01-01T00:00", ""),
    ("FREQ=DAILY;UNTIL=20230403", "2023-04-01T09:00", "2023-05-01T09:00", "2023-04-02 2023-04-03"),
]


@pytest.mark.parametrize(("rrule", "mark", "until", "wanted"), TABLE)
def test_the_table(calendar: Calendar, rrule: str, mark: str, until: str, wanted: str) -> None:
    assert fires(repeating(rrule, mark), until, calendar) == days(wanted)


@pytest.mark.parametrize(
    ("mark", "until", "wanted"),
    [
        ("2023-04-07T08:59:59", "2023-04-07T09:00", 1),  # the end belongs to it
        ("2023-04-07T09:00", "2023-04-07T23:59", 0),  # the mark does not: it is accounted for
        ("2023-04-07T08:59:59.999999", "2023-04-07T09:00", 1),
        ("2023-04-07T09:00:00.000001", "2023-04-08T08:59:59.999999", 0),
        ("2023-04-07T09:00", "2023-04-08T09:00", 1),
        ("2023-04-08T09:00", "2023-04-07T09:00", 0),  # a clock that went back
    ],
)
def test_the_mark_is_done_and_the_end_is_due(calendar: Calendar, mark: str, until: str, wanted: int) -> None:
    assert len(fires(repeating("FREQ=DAILY", mark), until, calendar)) == wanted


def test_midnight_in_utc_is_no_border(calendar: Calendar) -> None:
    """08:00 here is midnight in UTC, and before it the day there is another one."""
    schedule = repeating("FREQ=DAILY", "2023-04-07T07:00", "07:30")
    schedule.mark = schedule.mark.astimezone(UTC)
    assert fires(schedule, "2023-04-08T07:30", calendar) == ["2023-04-07T07:30", "2023-04-08T07:30"]


@pytest.mark.parametrize(
    ("once", "mark", "wanted"),
    [
        ("2023-04-08T09:00", "2023-04-07T10:00", ["2023-04-08T09:00"]),
        ("2023-04-08T09:00", "2023-04-08T09:00", []),
        ("2023-04-06T09:00", "2023-04-07T10:00", []),
    ],
)
def test_once(calendar: Calendar, once: str, mark: str, wanted: list[str]) -> None:
    schedule = Schedule(id="S", kind="test", once=once, mark=local(mark))
    assert fires(schedule, "2030-01-01T00:00", calendar) == wanted


def test_never(calendar: Calendar) -> None:
    schedule = Schedule(id="S", kind="test", mark=local("2023-04-07T10:00"))
    assert next_instant(schedule, schedule.mark, SHANGHAI, calendar) is None


def test_nine_where_no_time_is_said(calendar: Calendar) -> None:
    assert fires(repeating("FREQ=DAILY", "2023-04-07T10:00", None), "2023-04-08T10:00", calendar) == days("2023-04-08")


def test_a_long_gap_is_cut_into_pieces_that_follow_each_other(calendar: Calendar) -> None:
    schedule = repeating("FREQ=DAILY", "2023-01-01T10:00")
    whole = fires(schedule, "2023-03-01T10:00", calendar)
    pieces: list[str] = []
    while piece := fires(schedule, "2023-03-01T10:00", calendar, limit=7):
        pieces += piece
        schedule.mark = local(piece[-1])
    assert pieces == whole
    assert len(whole) == 59


RULES = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=FR", MONTH_END, YEAR_END, WORKWEEK]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(RULES),
    st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(SHANGHAI)),  # noqa: DTZ001
    st.lists(st.integers(0, 40 * 24 * 60), min_size=1, max_size=6),
)
def test_however_the_time_is_cut_the_instants_are_the_same(rule: str, start: datetime, steps: list[int]) -> None:
    """Looked at often or seldom, no instant is missed and none comes twice."""
    calendar = Calendar()
    end = start + timedelta(minutes=sum(steps))
    schedule = Schedule(id="S", kind="test", rrule=rule, time="16:00", mark=start)
    whole = instants(schedule, end, SHANGHAI, calendar)
    pieces: list[datetime] = []
    for step in steps:
        until = schedule.mark + timedelta(minutes=step)
        pieces += instants(schedule, until, SHANGHAI, calendar)
        schedule.mark = until
    assert pieces == whole
    assert whole == sorted(set(whole))
    assert all(start < instant <= end for instant in whole)
