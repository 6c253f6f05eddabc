"""Spans of the calendar and the frame in which an expression is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.understanding.dates.model import Duration
from bot.workdays import Calendar

DAY = timedelta(days=1)
Span = tuple[date, date]
"""[first, after): days, half-open."""

Leaning = Literal["read", "due", "past"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Against what an expression is read. ``anchor`` is the day last spoken of, for 次日 and 同月; else today."""

    now: datetime
    calendar: Calendar
    leaning: Leaning = "read"
    anchor: date | None = None

    @property
    def today(self) -> date:
        """The day of sending."""
        return self.now.date()


def add_months(day: date, months: int) -> date:
    """The same day some months on, cut to the month's last day. Raises ValueError outside the years 1–9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    first = date(year, month + 1, 1)
    return first + (min(day.day, (month_span(first)[1] - first).days) - 1) * DAY


def shifted(day: date, length: Duration, calendar: Calendar) -> date:
    """The day a length of time away (back, where it is negative); hours are not counted."""
    moved = add_months(day, length.months) + length.days * DAY
    return calendar.add_workdays(moved, length.workdays)


def year_span(year: int) -> Span:
    """The days of a year."""
    return date(year, 1, 1), date(year + 1, 1, 1)


def month_span(day: date) -> Span:
    """The month of a day."""
    first = day.replace(day=1)
    return first, (first + 31 * DAY).replace(day=1)


def quarter_span(year: int, quarter: int) -> Span:
    """A quarter of a year; quarters past the fourth run into the next year."""
    year, index = divmod(year * 4 + quarter - 1, 4)
    first = date(year, index * 3 + 1, 1)
    return first, add_months(first, 3)


def week_span(day: date) -> Span:
    """The week of a day, Monday to Sunday."""
    monday = day - day.weekday() * DAY
    return monday, monday + 7 * DAY
