"""Periods of account: the month, quarter, half-year, year or week that an expression names."""

from __future__ import annotations

from datetime import datetime

from bot.understanding.dates.expressions import interval_of
from bot.understanding.dates.model import Bound, Expression, Moment, Range
from bot.understanding.dates.spans import Frame, Span, add_months, week_span
from bot.workdays import Calendar


def period(expression: Expression, now: datetime, calendar: Calendar) -> str | None:
    """The period in the form of understanding.md: 2023-04, 2023-Q1, 2023-H1, 2023, 2023-W15.

    What lacks its year is the latest that has begun: 12月 asked for in January is last year's. None where the
    expression names no whole period.
    """
    node = expression.node
    whole = isinstance(node, Moment | Range) or (isinstance(node, Bound) and node.side == "inside")
    interval = interval_of(node, Frame(now, calendar, "past")) if whole and not expression.impossible else None
    if interval is None or not interval.by_day or interval.start is None or interval.end is None:
        return None
    return _named((interval.start.date(), interval.end.date()))


# Months of a period, and how it is written.
_FORMS = ((1, "{year}-{month:02}"), (3, "{year}-Q{quarter}"), (6, "{year}-H{half}"), (12, "{year}"))


def _named(span: Span) -> str | None:
    first, after = span
    if week_span(first) == span:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    for months, form in _FORMS:
        if first.day == 1 and (first.month - 1) % months == 0 and add_months(first, months) == after:
            quarter, half = (first.month + 2) // 3, (first.month + 5) // 6
            return form.format(year=first.year, month=first.month, quarter=quarter, half=half)
    return None
