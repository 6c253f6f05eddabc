"""What the lexemes of days, weeks, months and years stand for."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.dates import patterns
from bot.understanding.dates.clockwords import length
from bot.understanding.dates.lexicon import DAY_OF_PART, EDGES, FESTIVAL_WORDS, STEP_WORDS
from bot.understanding.dates.model import Step
from bot.understanding.dates.tokens import Token, number, step

_WEEKEND = ("末", "六日")
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def _ymd(match: re.Match[str], _: str) -> Token:
    year, month, day = int(match["yy"]), int(match["ym"]), int(match["yd"])
    return Token("step", match.start(), match.end(), (Step("year", year), Step("month", month), Step("day", day)))


def _compact(match: re.Match[str], _: str) -> Token:
    digits = match[0]
    steps = Step("year", int(digits[:4])), Step("month", int(digits[4:6])), Step("day", int(digits[6:8]))
    return Token("step", match.start(), match.end(), steps)


def _year_month(match: re.Match[str], plain: str) -> Token | None:
    """2023-04, 2023/4, 2008.03; 2017.7 only where nothing else is said, for it may be a number."""
    month = match["mo"]
    if match["mk"] == "." and len(month) == 1 and len(match[0]) < len(plain.strip()):
        return None
    return Token("step", match.start(), match.end(), (Step("year", int(match["my"])), Step("month", int(month))))


def _month_day(match: re.Match[str], plain: str) -> Token | None:
    """4/28, 6.30, 09-01: a date only where what stands around it speaks for one."""
    month, mark, day = int(match["mm"]), match["ms"], int(match["md"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    before, after = plain[max(0, match.start() - 4) : match.start()], plain[match.end() : match.end() + 2]
    if re.search(r"\d[-/.]$", before):
        return None
    strong = bool(match["mu"] or patterns.DEADLINE_BEHIND.match(after) or patterns.DEADLINE_AHEAD.search(before))
    alone = len(match[0]) == len(plain.strip())
    padded = len(match["mm"]) == len(match["md"]) == 2
    if mark == "/":
        fits = strong or not patterns.SHARE_AHEAD.search(before)
    elif mark == "-":
        heading = not before and after[:1] == " "
        ends = patterns.CLAUSE_EDGE.match(after) or patterns.GOES_ON.match(after)
        fits = strong or alone or heading or (padded and bool(ends))
    else:
        fits = strong or alone
    return Token("step", match.start(), match.end(), (Step("month", month), Step("day", day))) if fits else None


def _day_span(match: re.Match[str], _: str) -> Token:
    """4.10-4.20, 4/10至4/20."""
    month, day, last_month, last_day = (int(match[name]) for name in ("s1", "s2", "s3", "s4"))
    steps = Step("month", month), Step("day", day), Step("month", last_month), Step("day", last_day)
    return Token("pair", match.start(), match.end(), steps)


def _year(match: re.Match[str], _: str) -> Token:
    words = match["yn"]
    value = number(words)
    if len(words) == 4 or value >= 1000:
        return step(match, "year", value)
    # Two digits: a year or a length of time, which the grammar tells by what follows.
    return Token("year2", match.start(), match.end(), (Step("year", value, "short"),), words, value)


def _prefixed(match: re.Match[str], _: str) -> Token:
    """上周, 下下个月, 本季度, 这个星期一, 上周末."""
    words = match["pw"]
    offset = words.count("下") - words.count("上") + (words[0] == "次")
    anchor = "anchor" if words[0] in "次同" else ""
    if match["pu"]:
        return _weekdays(match, (Step("week+", offset, anchor),), match["pd"], match["pe"])
    kind = {"季": "quarter+", "年": "year+", "月": "month+"}[match["pv"][0]]
    return step(match, kind, offset, anchor)


def _weekday(match: re.Match[str], _: str) -> Token:
    return _weekdays(match, (), match["wd"] or "末", match["we"])


def _weekdays(match: re.Match[str], week: tuple[Step, ...], day: str | None, last: str | None) -> Token:
    """A week, one of its days, or with ``last`` the days from one to another (下周一至五)."""
    if not day:
        return Token("step", match.start(), match.end(), week)
    if day in _WEEKEND:
        return Token("step", match.start(), match.end(), (*week, Step("weekend")))
    steps = (*week, Step("weekday", patterns.WEEKDAYS[day]))
    if last:
        return Token("pair", match.start(), match.end(), (*steps, *week, Step("weekday", patterns.WEEKDAYS[last[1]])))
    return Token("step", match.start(), match.end(), steps)


def _quarter(match: re.Match[str], _: str) -> Token:
    return step(match, "quarter", number(match["q1"] or match["q2"] or match["q3"]))


def _month(match: re.Match[str], _: str) -> Token:
    return step(match, "month", number(match["mn"]))


def _day(match: re.Match[str], plain: str) -> Token | None:
    value, start, end, word = number(match["dn"], 99), match.start(), match.end(), match["du"]
    code = patterns.CODE_AHEAD.search(plain[max(0, start - 4) : start]) or patterns.NUMBERED.match(plain, end)
    return Token("day", start, end, (Step("day", value),), "编号" if word == "号" and code else word, value)


def _day_after(match: re.Match[str], _: str) -> Token:
    """The day of 6月29 without its 日."""
    value = number(match["dm"], 99)
    return Token("day", match.start(), match.end(), (Step("day", value),), "", value)


def _nth(match: re.Match[str], _: str) -> Token:
    """第二周, 第3个星期日, 最后一天, 首个工作日, 倒数第二天."""
    words = match["nw"]
    n = number(re.sub("[首末最后倒数第头 ]", "", words), 1)
    n = -n if words[0] in "末最倒" else n
    unit = patterns.UNITS[match["nu"] or match["nv"]]
    if match["nd"]:
        return step(match, "nthweekday", n, str(patterns.WEEKDAYS[match["nd"]]))
    return Token("nth", match.start(), match.end(), (Step("nth", n, unit),), unit, n)


def _near(match: re.Match[str], _: str) -> Token:
    """前三天, 后两个月, 上两周: a part of what stands before, or a stretch beside today."""
    n, unit = number(match["fn"]), patterns.UNITS[match["fu"]]
    word = "前" if match["fd"] in "前上头" else "后"
    return Token("near", match.start(), match.end(), (Step("some", n, unit),), word, n, None, length(n, unit))


def _lunar(match: re.Match[str], _: str) -> Token | None:
    month = _LUNAR_MONTHS.get(match["lm"] or match["lw"] or "") or number(match["lm"])
    words = (match["ld"] or "").lstrip("初").rstrip("日")
    day = 99 if words == "三十" else number(words)
    if match["ly"]:
        return step(match, "lunar", day * 100 + 1, "", "农历") if day != 1 else _festival_step(match, "春节")
    return step(match, "lunar", day * 100 + month, "", "农历")


def _festival_step(match: re.Match[str], name: str) -> Token:
    return Token("festival", match.start(), match.end(), (Step("festival", word=name),), name)


def _festival(match: re.Match[str], _: str) -> Token:
    return _festival_step(match, FESTIVAL_WORDS[match[0]])


def _term(match: re.Match[str], _: str) -> Token:
    return step(match, "term", 0, "", match[0].removesuffix("节气").removesuffix("节"))


def _word_step(match: re.Match[str], _: str) -> Token:
    return Token("step", match.start(), match.end(), (STEP_WORDS[match[0]],))


def _edge(match: re.Match[str], plain: str) -> Token:
    unit = {"年": "year", "月": "month", "份": "month"}.get(plain[match.start() - 1], "quarter")
    return step(match, "edge", EDGES[match[0]], unit)


def _pair(match: re.Match[str], _: str) -> Token:
    """今明两天, 今明后三天, 今明两年: from the first to the last of them."""
    days = [DAY_OF_PART[char] for char in match["jd"]]
    kind = "year+" if match["ju"] == "年" else "day+"
    return Token("pair", match.start(), match.end(), (Step(kind, days[0]), Step(kind, days[-1])))


def _month_pair(match: re.Match[str], _: str) -> Token | None:
    """三四月, 七八月份."""
    first, last = number(match["m1"]), number(match["m2"])
    return (
        Token("pair", match.start(), match.end(), (Step("month", first), Step("month", last)))
        if last == first + 1
        else None
    )


def _shift(match: re.Match[str], _: str) -> Token:
    """前一天, 后一天, 第二天 of a day."""
    return Token("shift", match.start(), match.end(), (Step("shift", -1 if match["sd"] == "前" else 1),))


BUILDERS: dict[str, Callable[[re.Match[str], str], Token | None]] = {
    "ymd": _ymd,
    "dayspan": _day_span,
    "compact": _compact,
    "yearmonth": _year_month,
    "monthday": _month_day,
    "lunar": _lunar,
    "pair": _pair,
    "monthpair": _month_pair,
    "prefixed": _prefixed,
    "nth": _nth,
    "near": _near,
    "quarter": _quarter,
    "shift": _shift,
    "year": _year,
    "month": _month,
    "day": _day,
    "dayafter": _day_after,
    "weekday": _weekday,
    "edge": _edge,
    "festival": _festival,
    "term": _term,
    "word": _word_step,
}
"""By the name of the pattern: from a match and the text to the lexeme, or None where the text says no time."""
