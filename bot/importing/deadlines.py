"""Deadlines as ledgers write them: 2022年10月底前, 12月底, 2023-04-25, 全年, 每月25日前.

A ledger speaks of its own year and of periods, where a message speaks of the days ahead: 4月上旬 in a ledger of this
year is past in May, in a message it is next year's. So what has a month, quarter or year is read here, and only other
words (五一前, 本周五, 25日前) as in a message.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.understanding.dates import due, find
from bot.workdays import Calendar

_YEAR = r"(?:(?:\d{4}|\d{2}|今|明|后|本|当|次)年)"
# In this order, as the first that fits at a place wins.
_FORMS = {
    "iso": r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
    "day": rf"{_YEAR}?\d{{1,2}}月\d{{1,2}}[日号]?",
    "month": rf"{_YEAR}?(?:\d{{1,2}}|本|当)月(?:上旬|中旬|下旬|初|中|底|末)?",
    "quarter": rf"{_YEAR}?(?:第?[1-4]季度|上半年|下半年)",
    "digits": r"\d{4}[-/.]\d{1,2}|(?<!\d)20\d{6}(?!\d)",
    "begin": rf"{_YEAR}(?=第?\d)",  # of a range: 2023年6—12月
    "year": rf"{_YEAR}度?|年[底末内终]|全年|长期|月[底末]",
}
_SCAN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
# What comes again and again has no last day, and a beginning is no end.
_ROUNDS = re.compile(r"每[^,。;]*|[^,。;至到]*\d[日月年](?:以来|起)")
_NUMERAL = re.compile(
    r"[一二三四五六七八九十]+(?=[月日号]|季度)|(?<=第)[一二三四](?=季)|[〇零一二三四五六七八九]{4}(?=年)"
)
_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_HALF_MONTH = 15
_PARTS = {"上旬": 10, "初": 10, "中旬": 20, "中": _HALF_MONTH}  # 旬 as in the domain's rule: 10, 20, the last day


_MAX_WORDS = 300  # more is a text, not a deadline


class ImpossibleDate(ValueError):
    """A day that no calendar has. Its text is what was written."""


def read_due(words: str, today: date, year: int | None = None, calendar: Calendar | None = None) -> date | None:
    """The last day that the words name, None where they name none (持续推进, 按季, 每月25日前).

    ``year`` counts where the words have none (the ledger's year; by default today's). A month, quarter or year means
    its last day, 全年 and 长期 the year's. ``calendar`` counts working days (by default the published ones). Raises
    ImpossibleDate.
    """
    if len(words) > _MAX_WORDS:
        return None
    text = _ROUNDS.sub("", _simple(words))
    current = year or today.year
    found: list[date] = []
    for match in _SCAN.finditer(text):
        current = _year_of(match[0], today, current)
        reader = _READERS.get(str(match.lastgroup))
        try:
            found += [reader(match[0], current, today)] if reader else []
        except ValueError as error:
            raise ImpossibleDate(match[0]) from error
    return max(found) if found else _spoken(text, today, calendar or Calendar())


def _spoken(text: str, today: date, calendar: Calendar) -> date | None:
    now = datetime.combine(today, time())
    days = (due(expression, now, calendar) for expression in find(text, now, calendar))
    return max((day for day in days if day and day >= today), default=None)


def _simple(words: str) -> str:
    text = unicodedata.normalize("NFKC", words)
    text = re.sub(r"\s+", "", re.sub(r"(?<=\d)\s+(?=\d)", ",", text))
    return _NUMERAL.sub(lambda match: _arabic(match[0]), text)


def _arabic(numeral: str) -> str:
    if "十" not in numeral:
        return "".join(_DIGITS[char] for char in numeral)
    tens, _, ones = numeral.partition("十")
    return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"


def _year_of(text: str, today: date, current: int) -> int:
    match = re.match(r"(\d{4}|\d{2}(?=年)|[今明后本当次](?=年))(?=[-/.年]|\d{4}$)", text)
    if match is None:
        return current
    said = match[1]
    if said.isdigit():
        return int(said) if len(said) == len("2023") else 2000 + int(said)
    return {"明": today.year + 1, "后": today.year + 2, "次": current + 1}.get(said, today.year)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _day(text: str, year: int, _today: date) -> date:
    month, day = _numbers(text)[-2:]
    return date(year, month, day)


def _month(text: str, year: int, today: date) -> date:
    digits = re.search(r"\d+(?=月)", text)
    part = text.partition("月")[2]
    month = int(digits[0]) if digits else today.month
    return date(year, month, _PARTS[part]) if part in _PARTS else month_end(year, month)


def _quarter(text: str, year: int, _today: date) -> date:
    if text.endswith("半年"):
        return month_end(year, 6 if "上" in text else 12)
    return month_end(year, 3 * _numbers(text)[-1])


def _digits(text: str, year: int, _today: date) -> date:
    if text.isdigit():
        return date(year, int(text[4:6]), int(text[6:]))
    return month_end(year, _numbers(text)[-1])


def _year(text: str, year: int, today: date) -> date:
    return month_end(year, today.month) if text.startswith("月") else date(year, 12, 31)


_READERS: dict[str, Callable[[str, int, date], date]] = {
    "iso": _day,
    "day": _day,
    "month": _month,
    "quarter": _quarter,
    "digits": _digits,
    "year": _year,
}


def month_end(year: int, month: int) -> date:
    """The month's last day. Raises ValueError for a month that does not exist."""
    first = date(year, month, 1)
    return first + timedelta(days=monthrange(year, month)[1] - 1)
