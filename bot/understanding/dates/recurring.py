"""The grammar of what recurs: 每周一、三、五上午9点, 每月25日, 每季度末月25日, 每两周."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understanding.dates.model import Moment, Recurrence
from bot.understanding.dates.moments import Reader
from bot.understanding.dates.patterns import UNITS, WEEKDAYS
from bot.understanding.numbers import cardinal

_DAY = r"[一二三四五六日天1-7]"
_WEEK = "(?:周|星期|礼拜)"
_N = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_SEP = r"[ ]?[、,，和及与][ ]?"
_TO = r"[ ]?[到至~-][ ]?"

_HEAD = re.compile(r"(?:每[逢到隔]?一?个?|逢)[ ]?")
_WEEKDAYS = re.compile(
    rf"{_WEEK}(?:(?P<work>工作日)|(?P<end>末)"
    rf"|(?P<first>{_DAY})(?:{_TO}{_WEEK}?(?P<last>{_DAY})|(?P<run>[二三四五六日]{{1,5}})(?![点时次个分天])|(?P<more>(?:{_SEP}(?:每?{_WEEK})?{_DAY}(?![\d年月天个日号])){{1,6}}))?)?(?P<in>内)?"
)
_MONTHDAYS = re.compile(
    rf"月(?:份)?的?(?:(?P<days>{_N}[日号]?(?:{_SEP}{_N}[日号]?){{0,6}}(?<=[日号]))"
    rf"|(?P<lastwork>最后一?个?工作日)|(?P<firstwork>(?:第一|首)个?工作日)"
    rf"|(?P<end>底|末|(?:的)?最后一[天日])|(?P<first>初|第一天|首日)"
    rf"|(?P<nth>(?:第[一二三四五1-5]|最后一)个?){_WEEK}(?P<weekday>{_DAY}))?"
)
_QUARTER = re.compile(
    rf"季度?的?(?:(?P<end>末月?|最后一?个?月)|(?P<first>首月|第一个月|初)|第?(?P<second>二|2)个月)?的?"
    rf"(?:(?P<day>{_N})[日号]|(?P<lastday>最后一[天日])|(?P<firstday>第一天|首日))?"
)
_YEAR = re.compile(rf"年的?(?:(?P<month>{_N})月份?(?:{_TO}(?P<to>{_N})月份?|(?P<day>{_N})[日号])?|(?P<end>底|末))?")
_COUNT = re.compile(
    r"(?:(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?|(?P<half>半)个?)?"
    r"(?P<unit>工作日|日|天|周|星期|礼拜|月|季度|年|小时|钟头|分钟|秒)"
)
_FREQ = {
    "day": ("DAILY", 1), "workday": ("DAILY", 1), "week": ("WEEKLY", 1), "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3), "year": ("YEARLY", 1), "hour": ("HOURLY", 1), "minute": ("MINUTELY", 1),
    "second": ("SECONDLY", 1),
}  # fmt: skip


def recurrence(reader: Reader, at: int) -> tuple[Recurrence, int, int] | None:
    """What recurs from the lexeme 每 on, with its clock time; the lexeme behind it, and where its text ends."""
    start = reader.tokens[at].start
    found = rule(reader.plain, start)
    if found is None:
        return None
    value, stop = found
    end = at + 1
    while end < len(reader.tokens) and reader.tokens[end].start < stop:
        end += 1
    return with_clock(reader, value, end, stop)


def rule(plain: str, start: int) -> tuple[Recurrence, int] | None:
    """What the characters from 每 on say, without a clock time, and where that ends."""
    head = _HEAD.match(plain, start)
    if head is None:
        return None
    every = head.end()
    for pattern, build in _RULES:
        match = pattern.match(plain, every)
        value = build(match) if match else None
        if match and value:
            # 每隔一天 leaves one out: every second day.
            skips = "隔" in head[0] and value.interval == 1
            return replace(value, interval=2) if skips else value, match.end()
    part = plain[every : every + 1]
    return (Recurrence("DAILY", part=part), every + 1) if part and part in "晚早夜" else None


def _number(words: str) -> int:
    return cardinal(words.strip()) or 0


def _weekly(match: re.Match[str]) -> Recurrence | None:
    if match["work"]:
        return Recurrence("DAILY", workday=True)
    if match["end"]:
        return Recurrence("WEEKLY", weekdays=(6, 7))
    if not match["first"]:
        return Recurrence("WEEKLY")
    first = WEEKDAYS[match["first"]]
    if match["last"]:
        last = WEEKDAYS[match["last"]]
        return Recurrence("WEEKLY", weekdays=tuple(range(first, last + 1))) if last > first else None
    more = [WEEKDAYS[char] for char in re.findall(_DAY + r"(?!期)", match["run"] or match["more"] or "")]
    return Recurrence("WEEKLY", weekdays=tuple(sorted({first, *more})))


def _monthly(match: re.Match[str]) -> Recurrence | None:
    if match["days"]:
        days = tuple(_number(words) for words in re.findall(_N, match["days"]))
        return Recurrence("MONTHLY", monthdays=days) if all(1 <= day <= 31 for day in days) else None
    if match["lastwork"] or match["firstwork"]:
        return Recurrence("MONTHLY", workday=True, position=-1 if match["lastwork"] else 1)
    if match["nth"]:
        position = -1 if match["nth"].startswith("最") else _number(match["nth"].strip("第个"))
        return Recurrence("MONTHLY", weekdays=(WEEKDAYS[match["weekday"]],), position=position)
    return Recurrence("MONTHLY", monthdays=(-1,) if match["end"] else (1,) if match["first"] else ())


def _quarterly(match: re.Match[str]) -> Recurrence | None:
    day = _number(match["day"]) if match["day"] else -1 if match["lastday"] or match["end"] else 1
    first = 3 if match["end"] else 2 if match["second"] else 1
    if not any(match.groupdict().values()):
        return Recurrence("MONTHLY", interval=3)
    if match["lastday"] and first == 1 and not match["first"]:
        first = 3
    if not (match["day"] or match["lastday"] or match["firstday"] or match["end"] == "末"):
        return Recurrence("MONTHLY", months=tuple(range(first, 13, 3)))
    return Recurrence("MONTHLY", months=tuple(range(first, 13, 3)), monthdays=(day,)) if day <= 31 else None


def _yearly(match: re.Match[str]) -> Recurrence | None:
    if match["end"]:
        return Recurrence("YEARLY", months=(12,), monthdays=(31,))
    if not match["month"]:
        return Recurrence("YEARLY")
    first = _number(match["month"])
    last = _number(match["to"]) if match["to"] else first
    if not 1 <= first <= last <= 12:
        return None
    day = (_number(match["day"]),) if match["day"] else ()
    return Recurrence("YEARLY", months=tuple(range(first, last + 1)), monthdays=day)


def _counted(match: re.Match[str]) -> Recurrence | None:
    unit = UNITS[match["unit"]]
    freq, size = _FREQ[unit]
    number = 0.5 if match["half"] else _number(match["n"]) if match["n"] else 1
    return Recurrence(freq, interval=number * size, workday=unit == "workday") if number else None


_RULES = ((_WEEKDAYS, _weekly), (_MONTHDAYS, _monthly), (_QUARTER, _quarterly), (_YEAR, _yearly), (_COUNT, _counted))


def with_clock(reader: Reader, value: Recurrence, end: int, stop: int) -> tuple[Recurrence, int, int]:
    """The rule with the clock time that stands behind it, if one does."""
    if end < len(reader.tokens) and reader.plain[stop : reader.tokens[end].start] in _CLOCK_GAPS:
        rest = reader.moment(end)
        if rest and not rest[0].steps:
            moment, end = rest
            value, end = _until(reader, replace(value, part=moment.part or value.part, clock=moment.clock), moment, end)
            return value, end, reader.tokens[end - 1].end
    return value, end, stop


_CLOCK_GAPS = frozenset(("", " ", "的", "都在", "在", ",", "，"))


def _until(reader: Reader, value: Recurrence, first: Moment, end: int) -> tuple[Recurrence, int]:
    """每天9点到11点."""
    if first.clock and reader.kind(end) == "join" and reader.follows(end + 1):
        last = reader.moment(end + 1)
        if last and not last[0].steps and last[0].clock:
            return replace(value, until=last[0]), last[1]
    return value, end
