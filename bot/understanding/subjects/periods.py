"""Periods of a question: a month, quarter, half-year, year or week, in the form of the contract."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.understanding.dates import Expression
from bot.understanding.heard import Heard

_WEEK = re.compile(r"第 ?([0-9]{1,2}) ?周(?![一二三四五六日末])")


def periods(heard: Heard, start: int, end: int, *, past: bool = False) -> list[str]:
    """The periods named in [start, end), in order: 2023-04, 2023-Q1, 2023-H1, 2023, 2023-W15.

    Where nothing is named there, what the sentence said before counts. With ``past`` a period without a year is the last
    one that has begun.
    """
    named = _named(heard, start, end, past)
    if not named and start:  # said once for the whole sentence
        first = max(heard.text.rfind(mark, 0, start) for mark in "。;!?\n") + 1
        named = _named(heard, first, start, past)
    return list(dict.fromkeys(named))


def _named(heard: Heard, start: int, end: int, past: bool) -> list[str]:
    forms = [form for expression in heard.dates_in(start, end) if (form := _form(expression, heard.now, past))]
    weeks = [
        f"{heard.now.year}-W{int(match[1]):02d}"
        for match in _WEEK.finditer(heard.text, start, end)
        if 0 < int(match[1]) < 54
    ]
    return forms or weeks


def _form(expression: Expression, now: datetime, past: bool) -> str | None:
    if expression.impossible or expression.start is None:
        return None
    first = _day(expression.start)
    if expression.end is None:  # 今年以来, 4月以来
        return (
            (str(first.year) if first.month == 1 else f"{first:%Y-%m}")
            if first.day == 1 and "来" in expression.words
            else None
        )
    last = _day(expression.end) - timedelta(days=1)
    if past and first > now.date() and not re.search(r"年|下|明|后|来", expression.words):
        first, last = first.replace(year=first.year - 1), _year_before(last)
    return _span(first, last)


def _year_before(day: date) -> date:
    """The same end of a period a year before; February ends on its own last day."""
    following = day + timedelta(days=1)
    return following.replace(year=following.year - 1) - timedelta(days=1)


def _span(first: date, last: date) -> str | None:
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
