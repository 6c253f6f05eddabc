"""The statutory calendar: published years, years from the rules file, and years that are not published yet."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workdays import Calendar, festival_day, lunar_day, solar_term

CALENDAR = Calendar()
DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "works"),
    [
        ("2023-04-23", True),  # a Sunday worked for the holiday of 1 May
        ("2023-04-29", False),
        ("2024-02-18", True),
        ("2024-09-14", True),
        ("2024-09-16", False),
        ("2025-01-28", False),
        ("2025-10-11", True),
        ("2026-01-04", True),
        ("2026-10-10", True),
        ("2026-10-08", True),
        ("2026-11-24", True),
        ("2026-11-28", False),
        ("2027-02-06", False),  # 初一 of a year that is not published: a rule, not a notice
        ("2027-02-08", False),
        ("2027-02-09", True),
    ],
)
def test_whether_a_day_is_worked(when: str, works: bool) -> None:
    assert CALENDAR.is_workday(day(when)) is works


@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("2023-04-26", 5, "2023-05-06"),
        ("2026-09-29", 3, "2026-10-09"),
        ("2024-12-31", 1, "2025-01-02"),
        ("2024-05-06", -1, "2024-04-30"),
        ("2024-05-05", 0, "2024-05-05"),
        ("2025-02-05", -3, "2025-01-24"),
    ],
)
def test_adding_working_days(start: str, n: int, expected: str) -> None:
    assert CALENDAR.add_workdays(day(start), n) == day(expected)


@given(st.dates(date(2003, 1, 1), date(2031, 1, 1)), st.integers(-400, 400))
def test_adding_counts_what_between_counts(start: date, n: int) -> None:
    end = CALENDAR.add_workdays(start, n)
    assert n == 0 or CALENDAR.is_workday(end)
    if n >= 0:
        assert CALENDAR.workdays_between(start, end) == n
        assert sum(CALENDAR.is_workday(start + k * DAY) for k in range(1, (end - start).days + 1)) == n
    else:
        assert sum(CALENDAR.is_workday(end + k * DAY) for k in range((start - end).days)) == -n


def test_between_is_negative_backwards() -> None:
    assert CALENDAR.workdays_between(day("2024-05-06"), day("2024-04-30")) == -1


def test_last_and_next_working_days() -> None:
    assert CALENDAR.next_workday(day("2024-04-30")) == day("2024-05-06")
    assert CALENDAR.last_workday_of_week(day("2024-04-24")) == day("2024-04-28")
    assert CALENDAR.last_workday_of_week(day("2024-10-02")) == day("2024-09-30")
    assert CALENDAR.last_workday_of_month(day("2024-06-05")) == day("2024-06-28")
    assert CALENDAR.last_workday(day("2024-10-01"), day("2024-10-07")) is None


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("元旦", 2024, "2023-12-30", "2024-01-01"),
        ("春节", 2025, "2025-01-28", "2025-02-04"),
        ("清明", 2023, "2023-04-05", "2023-04-05"),
        ("五一", 2023, "2023-04-29", "2023-05-03"),
        ("端午", 2024, "2024-06-08", "2024-06-10"),  # 6月10日放假，与周末连休
        ("中秋", 2023, "2023-09-29", "2023-10-06"),  # joint with 国庆
        ("国庆", 2023, "2023-09-29", "2023-10-06"),
        ("中秋", 2025, "2025-10-01", "2025-10-08"),
        ("中秋", 2024, "2024-09-15", "2024-09-17"),
        ("国庆节", 2026, "2026-10-01", "2026-10-07"),
        ("端午", 2027, "2027-06-09", "2027-06-09"),
    ],
)
def test_a_holiday(name: str, year: int, first: str, last: str) -> None:
    assert CALENDAR.holiday(name, year) == (day(first), day(last))


def test_no_holiday_where_there_was_none() -> None:
    assert CALENDAR.holiday("端午", 2007) is None
    assert CALENDAR.holiday("七夕", 2024) is None


def test_next_and_last_holiday() -> None:
    assert CALENDAR.next_holiday(day("2023-06-25")) == (day("2023-09-29"), day("2023-10-06"))
    assert CALENDAR.next_holiday(day("2023-12-29")) == (day("2023-12-30"), day("2024-01-01"))
    assert CALENDAR.last_holiday(day("2023-12-30")) == (day("2023-12-30"), day("2024-01-01"))
    assert CALENDAR.last_holiday(day("2023-06-21")) == (day("2023-04-29"), day("2023-05-03"))


def test_a_year_without_data_is_provisional() -> None:
    assert CALENDAR.known(2026)
    assert not CALENDAR.known(2027)
    assert not CALENDAR.known(2003)
    off = [date(2027, 1, 1) + n * DAY for n in range(365) if not CALENDAR.is_workday(date(2027, 1, 1) + n * DAY)]
    assert [str(one)[5:] for one in off if one.weekday() < 5] == [
        "01-01", "02-05", "02-08", "04-05", "06-09", "09-15", "10-01",
    ]  # fmt: skip


def test_lunar_days() -> None:
    assert lunar_day(2023, 1, 1) == day("2023-01-22")
    assert lunar_day(2023, -2, 1) == day("2023-03-22")
    assert lunar_day(2023, -3, 1) is None
    assert lunar_day(2023, 1, 30) is None
    assert lunar_day(2500, 1, 1) is None
    assert solar_term("冬至", 2025) == day("2025-12-21")
    assert solar_term("清明", 1800) is None
    assert festival_day("中秋", 2027) == day("2027-09-15")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_rules_file_overrules(tmp_path: Path) -> None:
    rules = """
    [2027]
    holidays = [[2026-12-31, 2027-01-02], [2027-02-05, 2027-02-11]]
    workdays = [2026-12-27, 2027-02-20]
    """
    calendar = Calendar.load(write(tmp_path / "holidays.toml", rules))
    assert calendar.known(2027)
    assert calendar.holiday("元旦", 2027) == (day("2026-12-31"), day("2027-01-03"))
    assert calendar.holiday("春节", 2027) == (day("2027-02-05"), day("2027-02-11"))
    assert calendar.is_workday(day("2026-12-27"))
    assert calendar.is_workday(day("2027-02-20"))
    assert not calendar.is_workday(day("2027-02-09"))
    assert calendar.is_workday(day("2027-04-05"))  # a year that is given is given whole
    assert not calendar.is_workday(day("2026-10-02"))  # the rest of the neighbouring year stays


@pytest.mark.parametrize(
    "rules",
    ["[2027]\nholidays = [2027-01-01]", "[2027]\nworkdays = ['x']", "[2027]\nworkdays = [2023-01-01]", "2027 = 1"],
)
def test_a_wrong_rules_file_says_which_year(tmp_path: Path, rules: str) -> None:
    with pytest.raises(ValueError, match="2027"):
        Calendar.load(write(tmp_path / "holidays.toml", rules))


def test_the_shipped_file_loads() -> None:
    Calendar.load(Path(__file__).parents[1] / "rules" / "holidays.toml")


def test_far_counts_end_in_an_error_not_in_a_loop() -> None:
    with pytest.raises(OverflowError):
        CALENDAR.add_workdays(day("9990-01-01"), 9_000)
