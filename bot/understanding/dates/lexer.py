"""The lexer: one pass of one pattern over the folded text, which gives the lexemes of time and nothing else.

Every repetition is bounded, so that the work is linear in the text. What stands between two lexemes is not kept:
the grammar looks at the gap between their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.understanding.dates import patterns
from bot.understanding.dates.lexicon import FESTIVAL_WORDS, PARTS, STEP_WORDS
from bot.understanding.dates.model import Clock, Duration, Step
from bot.understanding.numbers import cardinal


class Token(NamedTuple):
    """A lexeme at [start, end). ``kind`` says which of the other fields it uses."""

    kind: str
    start: int
    end: int
    steps: tuple[Step, ...] = ()
    word: str = ""
    number: int = 0
    clock: Clock | None = None
    length: Duration | None = None


def tokens(plain: str) -> list[Token]:
    """The lexemes of a folded text, in order. A number glued to another number is none, unless the former is a lexeme."""
    found: list[Token] = []
    last = 0
    for head in patterns.HEAD.finditer(plain):
        start = head.start()
        if start < last:
            continue
        match = patterns.LEXEMES[head[0]].match(plain, start)
        if match is None or (start != last and _glued(plain, start)):
            continue
        token = _BUILDERS[match.lastgroup or ""](match, plain)
        if token is not None:
            found.append(token)
            last = token.end
    return found


def _glued(plain: str, start: int) -> bool:
    """Whether the numeral at ``start`` continues a longer one or a code (2303-1503, V2.1, D12, 三百二十点)."""
    before = plain[start - 1] if start else " "
    if plain[start] in patterns.CHINESE:
        return before in patterns.CHINESE or before in "点第几"
    return plain[start] in "0123456789" and before.isascii() and before != "T" and (before.isalnum() or before in "._#/")


def _step(match: re.Match[str], kind: str, n: int, unit: str = "", word: str = "") -> Token:
    return Token("step", match.start(), match.end(), (Step(kind, n, unit, word),))


def _number(words: str | None, default: int = 0) -> int:
    value = cardinal(words) if words else None
    return default if value is None else value


def _ymd(match: re.Match[str], _: str) -> Token:
    year, month, day = int(match["yy"]), int(match["ym"]), int(match["yd"])
    return Token("step", match.start(), match.end(), (Step("year", year), Step("month", month), Step("day", day)))


def _compact(match: re.Match[str], _: str) -> Token:
    digits = match[0]
    steps = Step("year", int(digits[:4])), Step("month", int(digits[4:6])), Step("day", int(digits[6:8]))
    return Token("step", match.start(), match.end(), steps)


def _year_month(match: re.Match[str], _: str) -> Token:
    year, month = re.split(r"[-/.]", match[0])
    return Token("step", match.start(), match.end(), (Step("year", int(year)), Step("month", int(month))))


def _month_day(match: re.Match[str], plain: str) -> Token | None:
    """4/28, 6.30, 09-01: a date only where what stands around it speaks for one."""
    month, mark, day = int(match["mm"]), match["ms"], int(match["md"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    before, after = plain[max(0, match.start() - 4) : match.start()], plain[match.end() : match.end() + 2]
    strong = bool(match["mu"] or patterns.DEADLINE_BEHIND.match(after) or patterns.DEADLINE_AHEAD.search(before))
    alone = len(match[0]) == len(plain.strip())
    padded = len(match["mm"]) == len(match["md"]) == 2
    if mark == "/":
        fits = strong or not patterns.SHARE_AHEAD.search(before)
    elif mark == "-":
        fits = strong or alone or (padded and bool(patterns.CLAUSE_EDGE.match(after)))
    else:
        fits = strong or alone
    return Token("step", match.start(), match.end(), (Step("month", month), Step("day", day))) if fits else None


def _year(match: re.Match[str], _: str) -> Token:
    words = match["yn"]
    value = _number(words)
    if len(words) == 4 or value >= 1000:
        return _step(match, "year", value)
    # Two digits: a year or a length of time, which the grammar tells by what follows.
    return Token("year2", match.start(), match.end(), (Step("year", value, "short"),), words, value)


def _prefixed(match: re.Match[str], _: str) -> Token:
    """上周, 下下个月, 本季度, 这个星期一, 上周末."""
    words = match["pw"]
    offset = words.count("下") - words.count("上") + (words[0] == "次")
    anchor = "anchor" if words[0] in "次同" else ""
    if match["pu"]:
        return _week(match, offset, anchor, match["pd"])
    kind = {"季": "quarter+", "年": "year+", "月": "month+"}[match["pv"][0]]
    return _step(match, kind, offset, anchor)


def _week(match: re.Match[str], offset: int, anchor: str, day: str | None) -> Token:
    week = Step("week+", offset, anchor)
    if not day:
        return Token("step", match.start(), match.end(), (week,))
    last = Step("weekend") if day == "末" else Step("weekday", patterns.WEEKDAYS[day])
    return Token("step", match.start(), match.end(), (week, last))


def _weekday(match: re.Match[str], _: str) -> Token:
    day = match["wd"] or "末"
    return _step(match, "weekend", 0) if day == "末" else _step(match, "weekday", patterns.WEEKDAYS[day])


def _quarter(match: re.Match[str], _: str) -> Token:
    return _step(match, "quarter", _number(match["q1"] or match["q2"] or match["q3"]))


def _month(match: re.Match[str], _: str) -> Token:
    return _step(match, "month", _number(match["mn"]))


def _day(match: re.Match[str], plain: str) -> Token | None:
    value, start = _number(match["dn"], 99), match.start()
    if match["du"] == "号" and patterns.CODE_AHEAD.search(plain[max(0, start - 4) : start]):
        return None
    return Token("day", start, match.end(), (Step("day", value),), match["du"], value)


def _day_after(match: re.Match[str], _: str) -> Token:
    """The day of 6月29 without its 日."""
    value = _number(match["dm"], 99)
    return Token("day", match.start(), match.end(), (Step("day", value),), "", value)


def _nth(match: re.Match[str], _: str) -> Token:
    """第二周, 第3个星期日, 最后一天, 首个工作日, 倒数第二天."""
    words = match["nw"]
    n = _number(re.sub("[首末最后倒数第头 ]", "", words), 1)
    n = -n if words[0] in "末最倒" else n
    unit = patterns.UNITS[match["nu"] or match["nv"]]
    if match["nd"]:
        return _step(match, "nthweekday", n, str(patterns.WEEKDAYS[match["nd"]]))
    return Token("nth", match.start(), match.end(), (Step("nth", n, unit),), unit, n)


def _near(match: re.Match[str], _: str) -> Token:
    """前三天, 后两个月, 上两周: a part of what stands before, or a stretch beside today."""
    n, unit = _number(match["fn"]), patterns.UNITS[match["fu"]]
    word = "前" if match["fd"] in "前上头" else "后"
    return Token("near", match.start(), match.end(), (Step("some", n, unit),), word, n, None, _length(n, unit))


def _length(n: float, unit: str) -> Duration:
    if unit in ("year", "quarter", "month"):
        months = n * {"year": 12, "quarter": 3, "month": 1}[unit]
        return Duration(months=int(months), days=round((months - int(months)) * 30))
    if unit in ("week", "day"):
        days = n * (7 if unit == "week" else 1)
        return Duration(days=int(days), seconds=round((days - int(days)) * 86400))
    if unit == "workday":
        return Duration(workdays=int(n))
    return Duration(seconds=round(n * {"hour": 3600, "quarterhour": 900, "minute": 60, "second": 1}[unit]))


def _duration(match: re.Match[str], _: str) -> Token | None:
    words, unit = match["un"], patterns.UNITS[match["uu"]]
    number = float(words) if "." in words else cardinal(words)
    if number is None:
        return None
    half = 0.5 if match["uh"] or match["ut"] else 0.0
    if match["ut"] == "半" and unit == "day":
        half = 0.5
    length = _length(number + half, unit)
    return Token("duration", match.start(), match.end(), (), match["uu"], 0, None, length)


def _half(match: re.Match[str], _: str) -> Token:
    unit = patterns.UNITS[match["hu"]]
    # Half a month is 15 days (understanding.md), half a day twelve hours.
    length = Duration(days=15) if unit == "month" else _length(0.5, unit)
    return Token("duration", match.start(), match.end(), (), match["hu"], 0, None, length)


def _colon_clock(match: re.Match[str], plain: str) -> Token | None:
    hour, minute = int(match["ch"]), int(match["cm"])
    if hour > 24 or patterns.SCORE_AHEAD.search(plain[max(0, match.start() - 3) : match.start()]):
        return None
    second = int(match["cs"]) if match["cs"] else None
    half = (match["ca"] or "").strip().lower()
    hour += 12 if half.startswith("p") and hour < 12 else 0
    exact = bool(half) or match["ch"][0] == "0" or hour > 12
    return Token("clock", match.start(), match.end(), (), "", 0, Clock(hour, minute, second, exact))


def _spoken_clock(match: re.Match[str], plain: str) -> Token | None:
    """三点半, 15时30分, 九点零九. A number with a decimal (八点八) and a count of points (三点建议) are none."""
    hour = _number(match["kh"], 99)
    minute = 30 if match["kb"] else 15 * _number(match["kq"]) if match["kq"] else None
    words = match["km"] or match["kn"]
    if words:
        minute = _number(words, 99)
    second = _number(match["ks"], 99) if match["ks"] else None
    bare = minute is None and second is None
    following = plain[match.end() : match.end() + 1]
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (bare and following in patterns.DIGITS and following):
        return None
    exact = hour > 12 or hour == 0 or (len(match["kh"]) == 2 and match["kh"][0] == "0")
    word = "bare" if bare and match["ke"] != "整" else ""
    return Token("clock", match.start(), match.end(), (), word, hour, Clock(hour, minute, second, exact))


def _before_hour(match: re.Match[str], _: str) -> Token | None:
    """差一刻两点, 差五分八点."""
    hour, less = _number(match["lh"], 99), 15 if match["lq"] == "一刻" else _number(match["lq"].rstrip("分"), 99)
    if not 1 <= hour <= 24 or not 0 < less < 60:
        return None
    return Token("clock", match.start(), match.end(), (), "", 0, Clock(hour - 1, 60 - less))


def _part(match: re.Match[str], _: str) -> Token:
    return Token("part", match.start(), match.end(), (), PARTS[match[0]])


def _day_part(match: re.Match[str], _: str) -> Token:
    """今晚, 明早, 昨夜: a day and a part of it in one word."""
    word, day = match["tp"], match["td"]
    step = Step("day+", patterns.DAY_OF_PART[day], "anchor" if day in "当次" else "")
    return Token("daypart", match.start(), match.end(), (step,), PARTS.get(word) or PARTS[word[0]])


def _lunar(match: re.Match[str], _: str) -> Token | None:
    month = patterns.LUNAR_MONTHS.get(match["lm"] or match["lw"] or "") or _number(match["lm"])
    words = (match["ld"] or "").lstrip("初").rstrip("日")
    day = 99 if words == "三十" else _number(words)
    if match["ly"]:
        return _step(match, "lunar", day * 100 + 1, "", "农历") if day != 1 else _festival_step(match, "春节")
    return _step(match, "lunar", day * 100 + month, "", "农历")


def _festival_step(match: re.Match[str], name: str) -> Token:
    return Token("festival", match.start(), match.end(), (Step("festival", word=name),), name)


def _festival(match: re.Match[str], _: str) -> Token:
    return _festival_step(match, FESTIVAL_WORDS[match[0]])


def _term(match: re.Match[str], _: str) -> Token:
    return _step(match, "term", 0, "", match[0].removesuffix("节气").removesuffix("节"))


def _word_step(match: re.Match[str], _: str) -> Token:
    return Token("step", match.start(), match.end(), (STEP_WORDS[match[0]],))


def _edge(match: re.Match[str], plain: str) -> Token:
    unit = {"年": "year", "月": "month", "份": "month"}.get(plain[match.start() - 1], "quarter")
    return _step(match, "edge", patterns.EDGES[match[0]], unit)


def _pair(match: re.Match[str], _: str) -> Token:
    """今明两天, 今明后三天, 今明两年: from the first to the last of them."""
    days = [patterns.DAY_OF_PART[char] for char in match["jd"]]
    kind = "year+" if match["ju"] == "年" else "day+"
    return Token("pair", match.start(), match.end(), (Step(kind, days[0]), Step(kind, days[-1])))


def _shift(match: re.Match[str], _: str) -> Token:
    """前一天, 后一天, 第二天 of a day."""
    return Token("shift", match.start(), match.end(), (Step("shift", -1 if match["sd"] == "前" else 1),))


def _bare_number(match: re.Match[str], _: str) -> Token:
    return Token("number", match.start(), match.end(), (), match[0], _number(match[0], 9999))


def _particle(kind: str) -> Callable[[re.Match[str], str], Token]:
    def build(match: re.Match[str], _: str) -> Token:
        return Token(kind, match.start(), match.end(), (), match[0])

    return build


_BUILDERS: dict[str, Callable[[re.Match[str], str], Token | None]] = {
    "ymd": _ymd,
    "compact": _compact,
    "yearmonth": _year_month,
    "monthday": _month_day,
    "colon": _colon_clock,
    "lesshour": _before_hour,
    "spoken": _spoken_clock,
    "lunar": _lunar,
    "pair": _pair,
    "daypart": _day_part,
    "prefixed": _prefixed,
    "nth": _nth,
    "near": _near,
    "halfspan": _half,
    "quarter": _quarter,
    "shift": _shift,
    "year": _year,
    "duration": _duration,
    "month": _month,
    "day": _day,
    "dayafter": _day_after,
    "weekday": _weekday,
    "edge": _edge,
    "festival": _festival,
    "term": _term,
    "word": _word_step,
    "part": _part,
    "number": _bare_number,
} | {name: _particle(name) for name in patterns.PARTICLES}
