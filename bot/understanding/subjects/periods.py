"""Periods of a question: a month, quarter, half-year, year or week, in the form of the contract."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.understanding.dates import Expression
from bot.understanding.heard import Heard


def period(heard: Heard, start: int, end: int) -> str | None:
    """The first period named in [start, end): 2023-04, 2023-Q1, 2023-H1, 2023, 2023-W15; None where none is."""
    found = periods(heard, start, end)
    return found[0] if found else None


def periods(heard: Heard, start: int, end: int) -> list[str]:
    """The periods named in [start, end), in order."""
    if start and heard.text[start - 1] in "和与及、并跟有":  # the second of two things asked for in one breath
        start = max(heard.text.rfind(mark, 0, start) for mark in ",。;!?\n") + 1
    named = [form for expression in heard.dates_in(start, end) if (form := _form(expression))]
    if not named and start:  # said once for the whole sentence
        first = max(heard.text.rfind(mark, 0, start) for mark in "。;!?\n") + 1
        named = [form for expression in heard.dates_in(first, start) if (form := _form(expression))]
    return list(dict.fromkeys(named))


def _form(expression: Expression) -> str | None:
    if expression.impossible or expression.start is None or expression.end is None:
        return None
    first, last = _day(expression.start), _day(expression.end) - timedelta(days=1)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole and months == 1:
        return f"{first:%Y-%m}"
    if whole and months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    if whole and months == 6 and first.month in (1, 7):
        return f"{first.year}-H{first.month // 6 + 1}"
    if whole and months == 12 and first.month == 1:
        return str(first.year)
    if first.weekday() == 0 and (last - first).days == 6:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}"
    return None


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
