"""The statutory calendar of China: which days are worked, with 调休, and when the festivals' holidays lie.

Order of authority: a year in ``rules/holidays.toml`` (what the State Council or the city has published), then the data
of the ``chinesecalendar`` package (2004–2026), then a provisional year: Monday to Friday without the 13 statutory days
of the rules of 2025 (State Council decree 795). What rests on a provisional year must be shown as such.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from chinese_calendar import constants as published
from lunar_python import Lunar, LunarYear, Solar

DAY = timedelta(days=1)
FIRST_LUNAR, LAST_LUNAR = 1901, 2099  # years in which lunar_python was checked against the almanac

FESTIVALS = ("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆")
"""The festivals with a statutory holiday, in the order of the year."""

ALIASES = {"五一": "劳动节", "十一": "国庆", "清明节": "清明", "端午节": "端午", "中秋节": "中秋", "国庆节": "国庆"}
_SOLAR = {"元旦": (1, 1), "劳动节": (5, 1), "国庆": (10, 1)}
_LUNAR = {"春节": (1, 1), "端午": (5, 5), "中秋": (8, 15)}
# First and last statutory day, counted from the festival, by the rules of 2025.
_STATUTORY = {"春节": (-1, 2), "劳动节": (0, 1), "国庆": (0, 2)}


@lru_cache(maxsize=4096)
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of a lunar date, ``month`` negative in a leap month; None where there is no such day."""
    if not FIRST_LUNAR <= year <= LAST_LUNAR:
        return None
    span = LunarYear.fromYear(year).getMonth(month)
    if span is None or not 1 <= day <= span.getDayCount():
        return None
    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@lru_cache(maxsize=1024)
def solar_term(name: str, year: int) -> date | None:
    """The day of one of the 24 solar terms (清明, 冬至 …) in a calendar year, None outside 1901–2099."""
    if not FIRST_LUNAR <= year <= LAST_LUNAR:
        return None
    table = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
    found = [table[key] for key in (name, _NEXT_YEAR.get(name, name)) if key in table]
    days = [date(solar.getYear(), solar.getMonth(), solar.getDay()) for solar in found]
    return next((day for day in days if day.year == year), None)


# lunar_python's table runs from 冬至 to 惊蛰 of the year after; what it repeats there has a name in pinyin.
_NEXT_YEAR = {"冬至": "DONG_ZHI", "小寒": "XIAO_HAN", "大寒": "DA_HAN"}


def festival_day(name: str, year: int) -> date | None:
    """The festival itself (春节 is 正月初一), whatever the holiday around it; None where it cannot be known."""
    name = ALIASES.get(name, name)
    if name in _SOLAR:
        return date(year, *_SOLAR[name])
    return solar_term(name, year) if name == "清明" else lunar_day(year, *_LUNAR[name])


@dataclass(frozen=True, slots=True)
class YearPlan:
    """One year: the days of its published holidays, and the weekend days that are worked in exchange."""

    off: frozenset[date]
    on: frozenset[date] = frozenset()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days. ``plans`` holds years that overrule the package; ``Calendar()`` works with none."""

    plans: Mapping[int, YearPlan] = field(default_factory=dict)
    _years: dict[int, tuple[YearPlan, list[date]]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, path: Path) -> Calendar:
        """The calendar with the years of a TOML file. Raises OSError, or ValueError that names what is wrong."""
        with path.open("rb") as source:
            tables = tomllib.load(source)
        plans: dict[int, YearPlan] = {}
        strays = YearPlan(frozenset())
        for year, table in sorted(tables.items()):
            plan = _plan(year, table)
            own = YearPlan(_of_year(plan.off, year), _of_year(plan.on, year))
            plans[int(year)] = own
            strays = YearPlan(strays.off | (plan.off - own.off), strays.on | (plan.on - own.on))
        return cls(plans | _patched(plans, strays))

    def known(self, year: int) -> bool:
        """Whether the year's holidays are published; else its days are provisional."""
        return not self._year(year)[0].provisional

    def is_workday(self, day: date) -> bool:
        """Whether offices work on the day."""
        plan = self._year(day.year)[0]
        return day in plan.on or (day.weekday() < 5 and day not in plan.off)

    def add_workdays(self, day: date, n: int) -> date:
        """The n-th working day after the day (before it, for a negative n); the day itself for 0.

        Raises OverflowError beyond the years 1 and 9999.
        """
        if n == 0:
            return day
        year, days = day.year, self._year(day.year)[1]
        at = bisect_right(days, day) + n - 1 if n > 0 else bisect_right(days, day - DAY) + n
        while not 0 <= at < len(days):
            year += 1 if at > 0 else -1
            if not date.min.year < year < date.max.year:
                raise OverflowError(f"no calendar for the year {year}")
            at = at - len(days) if at > 0 else at + len(self._year(year)[1])
            days = self._year(year)[1]
        return days[at]

    def workdays_between(self, after: date, until: date) -> int:
        """How many working days lie in (after, until]; negative where ``until`` comes first."""
        if until < after:
            return -self.workdays_between(until, after)
        whole = sum(len(self._year(year)[1]) for year in range(after.year, until.year))
        return whole + bisect_right(self._year(until.year)[1], until) - bisect_right(self._year(after.year)[1], after)

    def next_workday(self, day: date) -> date:
        """The first working day after the day."""
        return self.add_workdays(day, 1)

    def last_workday_of_week(self, day: date) -> date | None:
        """The last working day of the day's week (Monday to Sunday), None in a week without one."""
        monday = day - day.weekday() * DAY
        return self.last_workday(monday, monday + 6 * DAY)

    def last_workday_of_month(self, day: date) -> date | None:
        """The last working day of the day's month."""
        first = day.replace(day=1)
        return self.last_workday(first, (first + 31 * DAY).replace(day=1) - DAY)

    def last_workday(self, first: date, last: date) -> date | None:
        """The last working day in [first, last]."""
        day = self.add_workdays(last + DAY, -1)
        return day if day >= first else None

    def holiday(self, name: str, year: int) -> tuple[date, date] | None:
        """First and last day of a festival's holiday as published; a joint one (中秋国庆 2023) counts whole.

        It takes in the weekend that it touches (端午 2024: 6月10日放假，与周末连休). None where the festival has no
        holiday that year.
        """
        name = ALIASES.get(name, name)
        day = festival_day(name, year) if name in FESTIVALS else None
        return self._block(day) if day and day in self._year(day.year)[0].off else None

    def next_holiday(self, after: date) -> tuple[date, date] | None:
        """The first published holiday that begins after the day."""
        blocks = [self.holiday(name, year) for year in (after.year, after.year + 1) for name in FESTIVALS]
        return min((block for block in blocks if block and block[0] > after), default=None)

    def last_holiday(self, before: date) -> tuple[date, date] | None:
        """The latest holiday that began before the day or on it."""
        blocks = [self.holiday(name, year) for year in (before.year, before.year + 1) for name in FESTIVALS]
        return max((block for block in blocks if block and block[0] <= before), default=None)

    def _block(self, day: date) -> tuple[date, date]:
        first = last = day
        while not self.is_workday(first - DAY):
            first -= DAY
        while not self.is_workday(last + DAY):
            last += DAY
        return first, last

    def _year(self, year: int) -> tuple[YearPlan, list[date]]:
        """The year's plan and its working days in order, expanded once: the package takes 34 µs a look-up."""
        if year not in self._years:
            plan = self.plans.get(year) or _packaged().get(year) or _provisional(year)
            days = [day for day in _days(year) if day in plan.on or (day.weekday() < 5 and day not in plan.off)]
            self._years[year] = (plan, days)
        return self._years[year]


@lru_cache(maxsize=1)
def _packaged() -> dict[int, YearPlan]:
    off, on = _by_year(published.holidays), _by_year(published.workdays)
    return {year: YearPlan(frozenset(days), frozenset(on.get(year, ()))) for year, days in off.items()}


def _of_year(days: frozenset[date], year: str) -> frozenset[date]:
    return frozenset(day for day in days if str(day.year) == year)


def _by_year(days: Iterable[date]) -> dict[int, list[date]]:
    years: dict[int, list[date]] = {}
    for day in days:
        years.setdefault(day.year, []).append(day)
    return years


def _provisional(year: int) -> YearPlan:
    off: set[date] = set()
    for name in FESTIVALS:
        day = festival_day(name, year)
        first, last = _STATUTORY.get(name, (0, 0))
        if day:
            off.update(day + n * DAY for n in range(first, last + 1))
    return YearPlan(frozenset(off), provisional=True)


def _days(year: int) -> Iterator[date]:
    first = date(year, 1, 1).toordinal()
    return (date.fromordinal(n) for n in range(first, date(year, 12, 31).toordinal() + 1))


def _plan(year: str, table: Any) -> YearPlan:
    """A year of the TOML file: ``holidays`` as [first, last] pairs, ``workdays`` as single days."""
    try:
        blocks = [(first, last) for first, last in table.get("holidays", ())]
        off = {first + n * DAY for first, last in blocks for n in range((last - first).days + 1)}
        on = frozenset(table.get("workdays", ()))
        strange = [day for day in off | on if type(day) is not date or abs(day.year - int(year)) > 1]
    except (TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"holidays of {year}: {error}") from error
    if strange:
        raise ValueError(f"holidays of {year}: {strange[0]} is no day of that year")
    return YearPlan(frozenset(off), on)


def _patched(plans: Mapping[int, YearPlan], strays: YearPlan) -> dict[int, YearPlan]:
    """The neighbouring years with the days that a year's table gives them (元旦 may begin on 30 December)."""
    patched: dict[int, YearPlan] = {}
    for day in sorted(strays.off | strays.on):
        year = day.year
        plan = patched.get(year) or plans.get(year) or _packaged().get(year) or _provisional(year)
        off, on = plan.off - strays.on | ({day} & strays.off), plan.on - strays.off | ({day} & strays.on)
        patched[year] = replace(plan, off=off, on=on)
    return patched
