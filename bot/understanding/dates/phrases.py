"""The grammar of phrases: ranges, bounds, lengths of time and what recurs, built on moments."""

from __future__ import annotations

from typing import NamedTuple

from bot.understanding.dates.lexer import Token, tokens
from bot.understanding.dates.model import Bound, Clock, Duration, Moment, Node, Range, Side, Step, Stretch
from bot.understanding.dates.moments import Reader, joined
from bot.understanding.dates.recurring import recurrence

_SIDES: dict[str, Side] = {
    "before": "before", "stop": "before", "after": "after", "since": "after", "inside": "inside", "during": "inside",
}  # fmt: skip
TODAY = Moment((Step("day+", 0),))
NOW = Moment((Step("now", 0),))


class Phrase(NamedTuple):
    """A node with its place [start, end) in the text; ``deadline`` where a word such as 最迟 makes it one."""

    node: Node
    start: int
    end: int
    deadline: bool = False


def phrases(plain: str, most: int) -> list[Phrase]:
    """The phrases of time in a folded text, in order, without overlaps, up to a number of them."""
    reader = Reader(plain, tokens(plain))
    found: list[Phrase] = []
    at = 0
    while at < len(reader.tokens) and len(found) < most:
        result = _phrase(reader, at)
        if result is None:
            at += 1
            continue
        node, end, deadline = result
        found.append(Phrase(node, reader.tokens[at].start, _text_end(reader, end), deadline))
        at = end
    return found


Result = tuple[Node, int, bool]


def _text_end(reader: Reader, end: int) -> int:
    return reader.tokens[end - 1].end


def _phrase(reader: Reader, at: int) -> Result | None:
    kind = reader.tokens[at].kind
    rule = _RULES.get(kind)
    return rule(reader, at) if rule else None


def _plain(reader: Reader, at: int) -> Result | None:
    """A moment with what follows it: to another, before, after."""
    length = _length(reader, at)
    if length:
        return _counted(reader, *length)
    moment = reader.moment(at)
    if moment is None:
        return None
    return _continued(reader, *moment)


def _continued(reader: Reader, first: Moment, end: int) -> Result:
    kind = reader.kind(end)
    if kind == "off":
        return Bound(Moment(first.steps), "before", "下班"), end + 1, False
    if kind == "tonow":
        return Range(first, NOW), end + 1, False
    since = kind == "since"
    if since and reader.kind(end + 1) == "tonow":
        return Range(first, NOW), end + 2, False
    if kind == "join" or (since and reader.kind(end + 1) == "join"):
        last = _moment_or_year(reader, end + 1 + since, first)
        if last:
            return Range(first, last[0]), _past(reader, last[1], ("stop", "between", "since", "before")), False
    if kind == "and":
        last = _moment_or_year(reader, end + 1, first)
        if last and (reader.kind(last[1]) in ("between", "during") or _counts_on(first, last[0])):
            return Range(first, last[0]), _past(reader, last[1], ("between", "during")), False
    return _bounded(reader, first, end, kind)


def _bounded(reader: Reader, first: Moment, end: int, kind: str) -> Result:
    if kind not in _SIDES:
        return first, end, False
    said = reader.tokens[end].word
    if _SIDES[kind] == "after" and reader.follows(end + 1):
        # 2010年之后2018年之前
        last = reader.moment(end + 1)
        if last and reader.kind(last[1]) == "before":
            return Range(first, last[0]), last[1] + 1, False
    return Bound(first, _SIDES[kind], said), end + 1, False


def _counts_on(first: Moment, last: Moment) -> bool:
    """5、6月, 4月10、11日: the second is the next of its kind, so that both make one span."""
    if first.clock or last.clock or len(last.steps) != 1 or not first.steps:
        return False
    one, other = first.steps[-1], last.steps[0]
    return one.kind == other.kind and one.kind in ("month", "day") and other.n == one.n + 1


def _past(reader: Reader, end: int, kinds: tuple[str, ...]) -> int:
    return end + 1 if reader.kind(end) in kinds else end


def _moment_or_year(reader: Reader, at: int, first: Moment) -> tuple[Moment, int] | None:
    """The end of a range; a bare 2018 is a year, and a number behind a clock is an hour with its unit left out."""
    if not reader.follows(at):
        return None
    token = reader.tokens[at]
    if token.kind == "now":
        return NOW, at + 1
    if token.kind == "number" and 1900 <= token.number <= 2100 and first.steps and first.steps[0].kind == "year":
        return Moment((Step("year", token.number),)), at + 1
    return reader.moment(at)


def _year_range(reader: Reader, at: int) -> Result | None:
    """2016到2018, 2016-2018年, 1985到89年9月; else a number that begins a range of months, days or hours."""
    token = reader.tokens[at]
    if 1900 <= token.number <= 2100 and reader.kind(at + 1) == "join":
        first = Moment((Step("year", token.number),))
        last = _moment_or_year(reader, at + 2, first)
        if last and last[0].steps and last[0].steps[0].kind == "year":
            return Range(first, last[0]), _past(reader, last[1], ("between", "stop")), False
    return _duration_range(reader, at) or _plain(reader, at)


def _duration_range(reader: Reader, at: int) -> Result | None:
    """3-5天: the longer of the two."""
    if reader.kind(at + 1) == "join" and reader.kind(at + 2) == "duration":
        length = _length(reader, at + 2)
        return _counted(reader, *length) if length else None
    return None


def _length(reader: Reader, at: int) -> tuple[Duration, int] | None:
    """A length of time: one lexeme, several (1年2个月), or N日 where the words around make it a length."""
    token = reader.tokens[at]
    if token.kind == "day":
        return _day_length(reader, at)
    if token.kind == "year2" and not reader._is_year(at):
        return Duration(months=token.number * 12), at + 1
    if token.kind != "duration" or token.length is None:
        return None
    length, end = token.length, at + 1
    while reader.kind(end) == "duration":
        more = reader.tokens[end].length
        both = joined(length, more) if more else None
        if both is None:
            break
        length, end = both, end + 1
    return length, end


def _day_length(reader: Reader, at: int) -> tuple[Duration, int] | None:
    """N日 is a length before 内 and 后, past 31, and after 未来 or 近; else a day of the month."""
    token = reader.tokens[at]
    if token.word != "日":
        return None
    before = reader.tokens[at - 1] if at and reader.follows(at) else None
    forced = before is not None and before.kind in ("ahead", "behind", "pass", "limit")
    if forced or token.number > 31 or reader.kind(at + 1) in ("inside", "after"):
        return (Duration(days=token.number), at + 1) if token.number < 9999 else None
    return None


def _counted(reader: Reader, length: Duration, end: int) -> Result:
    kind = reader.kind(end)
    if kind == "inside":
        return Stretch(length, 1, "within"), end + 1, False
    if kind in ("after", "before"):
        away = length if kind == "after" else -length
        return _offset(reader, away, end + 1)
    if kind == "since" and reader.tokens[end].word == "以来":
        return Stretch(length, -1, "rolling"), end + 1, False
    return length, end, False


def _offset(reader: Reader, away: Duration, end: int) -> Result:
    """三天后, and 三天后上午9点."""
    part, clock = "", None
    if away.seconds == 0 and reader.follows(end):
        rest = reader.moment(end)
        if rest and not rest[0].steps:
            part, clock, end = rest[0].part, rest[0].clock, rest[1]
    return Moment((Step("offset", shift=away),), part, clock), end, False


def _from(reader: Reader, at: int) -> Result | None:
    """从X到Y, 自X起, 自从X."""
    if not reader.follows(at + 1):
        return None
    if reader.tokens[at + 1].kind == "now":
        first: Result | None = _continued(reader, NOW, at + 2)
    else:
        first = _inner(reader, at + 1)
    if first is None:
        return None
    node, end, _ = first
    if isinstance(node, Moment) and not (node.part and not node.steps):
        return Bound(node, "after", "自"), end, False
    return node, end, False


def _inner(reader: Reader, at: int) -> Result | None:
    """The phrase behind a preposition, which is no preposition itself: the grammar does not nest."""
    return None if reader.tokens[at].kind in _PREPOSITIONS else _phrase(reader, at)


def _until(reader: Reader, at: int) -> Result | None:
    """截至X, 最迟X: the end of X is a limit."""
    if not reader.follows(at + 1):
        return None
    inner = _inner(reader, at + 1)
    if inner is None:
        return None
    node, end, _ = inner
    if reader.tokens[at].kind == "until" and isinstance(node, Moment):
        return Bound(node, "before", "截至"), _past(reader, end, ("stop",)), True
    return node, end, True


def _pass(reader: Reader, at: int) -> Result | None:
    length = _length(reader, at + 1) if reader.follows(at + 1) else None
    if length is None:
        return None
    return _offset(reader, length[0], _past(reader, length[1], ("after",)))


def _rolling(reader: Reader, at: int) -> Result | None:
    """未来7天, 过去两周, 近三个月内."""
    length = _length(reader, at + 1) if reader.follows(at + 1) else None
    if length is None:
        return None
    direction = 1 if reader.tokens[at].kind == "ahead" else -1
    return Stretch(length[0], direction, "rolling"), _past(reader, length[1], ("inside", "during", "since")), False


def _limit(reader: Reader, at: int) -> Result | None:
    length = _length(reader, at + 1) if reader.follows(at + 1) else None
    if length is None:
        return None
    return Stretch(length[0], 1, "within"), _past(reader, length[1], ("inside",)), True


def _near(reader: Reader, at: int) -> Result | None:
    """前两天, 后三个月: whole days beside today; 前三季度: the first three of the year."""
    token = reader.tokens[at]
    step = token.steps[0]
    if step.unit == "quarter" and token.word == "前":
        return _continued(reader, Moment((Step("year+", 0), step)), at + 1)
    if token.length is None:
        return None
    return Stretch(token.length, -1 if token.word == "前" else 1, "adjacent"), _past(reader, at + 1, ("inside",)), False


def _pair(reader: Reader, at: int) -> Result | None:
    first, last = reader.tokens[at].steps
    return Range(Moment((first,)), Moment((last,))), _past(reader, at + 1, ("inside",)), False


def _off(reader: Reader, at: int) -> Result | None:
    """下班前 of today; the word alone (下班) says no time."""
    token = reader.tokens[at]
    return (Bound(TODAY, "before", "下班"), at + 1, False) if token.word.endswith("前") else None


def _every(reader: Reader, at: int) -> Result | None:
    found = recurrence(reader, at)
    return (*found, False) if found else None


_RULES = dict.fromkeys(("step", "day", "festival", "year2", "part", "clock", "daypart", "whole", "duration"), _plain) | {
    "number": _year_range, "from": _from, "until": _until, "latest": _until, "pass": _pass, "ahead": _rolling,
    "behind": _rolling, "limit": _limit, "near": _near, "pair": _pair, "off": _off, "every": _every,
}  # fmt: skip

_PREPOSITIONS = ("from", "until", "latest", "every")

__all__ = ["NOW", "Clock", "Phrase", "Token", "phrases"]
