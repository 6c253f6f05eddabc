"""What the lexemes of clock times, parts of the day and lengths of time stand for."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.dates import patterns
from bot.understanding.dates.lexicon import DAY_OF_PART, PARTS
from bot.understanding.dates.model import Clock, Duration, Step
from bot.understanding.dates.tokens import Token, number
from bot.understanding.numbers import cardinal

# Four years of work; beyond it the count means nothing and costs time.
_MOST_WORKDAYS = 1000


def length(n: float, unit: str) -> Duration:
    """So many of a unit; half a month more is 15 days."""
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
    # 两三天, 三五天: the more of the two.
    about = len(words) == 2 and all(char in "一两二三四五六七八九" for char in words)
    number = float(words) if "." in words else cardinal(words[-1] if about else words)
    if number is None or (unit == "workday" and number > _MOST_WORKDAYS):
        return None
    if match["uu"] == "年" and 10 <= number < 100 and "十" in words and not match["ut"]:
        # 十五年三月 is a year, 十五年内 a length: the grammar tells.
        return Token("year2", match.start(), match.end(), (Step("year", int(number), "short"),), words, int(number))
    half = 0.5 if match["uh"] or match["ut"] else 0.0
    size = length(number + half, unit)
    return Token("duration", match.start(), match.end(), (), match["uu"], 0, None, size)


def _half(match: re.Match[str], _: str) -> Token:
    unit = patterns.UNITS[match["hu"]]
    # Half a month is 15 days (understanding.md), half a day twelve hours.
    size = Duration(days=15) if unit == "month" else length(0.5, unit)
    return Token("duration", match.start(), match.end(), (), match["hu"], 0, None, size)


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
    hour = number(match["kh"], 99)
    minute = 30 if match["kb"] else 15 * number(match["kq"]) if match["kq"] else None
    words = match["km"] or match["kn"]
    if words:
        minute = number(words, 99)
    second = number(match["ks"], 99) if match["ks"] else None
    bare = minute is None and second is None
    following = plain[match.end() : match.end() + 1]
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (bare and following in patterns.DIGITS and following):
        return None
    exact = hour > 12 or hour == 0 or (len(match["kh"]) == 2 and match["kh"][0] == "0")
    word = "bare" if bare and match["ke"] != "整" else ""
    return Token("clock", match.start(), match.end(), (), word, hour, Clock(hour, minute, second, exact))


def _before_hour(match: re.Match[str], _: str) -> Token | None:
    """差一刻两点, 差五分八点."""
    hour, less = number(match["lh"], 99), 15 if match["lq"] == "一刻" else number(match["lq"].rstrip("分"), 99)
    if not 1 <= hour <= 24 or not 0 < less < 60:
        return None
    return Token("clock", match.start(), match.end(), (), "", 0, Clock(hour - 1, 60 - less))


def _part(match: re.Match[str], _: str) -> Token:
    return Token("part", match.start(), match.end(), (), PARTS[match[0]])


def _day_part(match: re.Match[str], _: str) -> Token:
    """今晚, 明早, 昨夜: a day and a part of it in one word."""
    word, day = match["tp"], match["td"]
    step = Step("day+", DAY_OF_PART[day], "anchor" if day in "当次" else "")
    return Token("daypart", match.start(), match.end(), (step,), PARTS.get(word) or PARTS[word[0]])


BUILDERS: dict[str, Callable[[re.Match[str], str], Token | None]] = {
    "colon": _colon_clock,
    "lesshour": _before_hour,
    "spoken": _spoken_clock,
    "daypart": _day_part,
    "halfspan": _half,
    "duration": _duration,
    "part": _part,
}
"""By the name of the pattern: from a match and the text to the lexeme, or None where the text says no time."""
