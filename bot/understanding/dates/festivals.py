"""The days of festivals, of lunar dates and of solar terms in a year of the common calendar."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.lexicon import LUNAR_FESTIVALS, SOLAR_FESTIVALS, WEEKDAY_FESTIVALS
from bot.understanding.dates.model import Step
from bot.workdays import Calendar, lunar_day, solar_term

DAY = timedelta(days=1)


def festival(step: Step, year: int, calendar: Calendar) -> tuple[date, date] | None:
    """The festival's day; its published holiday (``block``), or the two weeks ``past`` that or on its ``eve``."""
    day = _day(step.word, year)
    if day is None:
        return None
    first, last = (step.unit and calendar.holiday(step.word, year)) or (day, day)
    if step.unit == "eve":
        return first - 14 * DAY, first
    return (last + DAY, last + 15 * DAY) if step.unit == "past" else (first, last + DAY)


def holiday_start(step: Step, day: date, calendar: Calendar) -> date:
    """Where the holiday of a festival on a day begins: the published one's first day, else the day itself."""
    block = calendar.holiday(step.word, day.year)
    return block[0] if block else day


def _day(name: str, year: int) -> date | None:
    if name in SOLAR_FESTIVALS:
        return date(year, *SOLAR_FESTIVALS[name])
    if name in WEEKDAY_FESTIVALS:
        month, nth, weekday = WEEKDAY_FESTIVALS[name]
        first = date(year, month, 1)
        return first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * DAY
    if name == "清明":
        return solar_term(name, year)
    month, day = LUNAR_FESTIVALS[name]
    # The lunar year that begins in this one; its twelfth month may end in the next.
    found = lunar_day(year, month, day or 1) if month < 12 else _late(year, month, day)
    return found - DAY if found and not day else found


def _late(year: int, month: int, day: int) -> date | None:
    """A day late in the lunar year, in the common year that it falls in."""
    days = (lunar_day(year - 1, month, day), lunar_day(year, month, day))
    return next((found for found in days if found and found.year == year), None)


def lunar_span(code: int, year: int) -> tuple[date, date] | None:
    """A lunar month and day, coded as day x 100 + month; day 0 is the whole month, 99 its last day."""
    day, month = divmod(code, 100)
    first = _late(year, month, 1) if month > 10 else lunar_day(year, month, 1)
    if first is None:
        return None
    long = lunar_day(year if month <= 10 or first == lunar_day(year, month, 1) else year - 1, month, 30)
    last = first + (29 if long else 28) * DAY
    if not day:
        return first, last + DAY
    found = last if day == 99 else first + (day - 1) * DAY
    return (found, found + DAY) if found <= last else None


def term_span(name: str, year: int) -> tuple[date, date] | None:
    """The day of a solar term in the year."""
    day = solar_term(name, year)
    return (day, day + DAY) if day else None
