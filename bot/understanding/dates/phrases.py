"""The grammar of phrases: ranges, bounds, lengths of time and what recurs, built on moments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from bot.understanding.dates.lengths import day_range, length_at, offset, with_side
from bot.understanding.dates.lexer import tokens
from bot.understanding.dates.model import Bound, Moment, Node, Range, Recurrence, Side, Step, Stretch
from bot.understanding.dates.moments import Reader
from bot.understanding.dates.recurring import recurrence, with_clock

_SIDES: dict[str, Side] = {
    "before": "before", "stop": "before", "after": "after", "since": "after", "inside": "inside", "during": "inside",
}  # fmt: skip
_PREPOSITIONS = frozenset(("from", "until", "latest", "every"))
_TODAY = Moment((Step("day+", 0),))
_NOW = Moment((Step("now", 0),))


class Phrase(NamedTuple):
    """A node with its place [start, end) in the text; ``deadline`` where a word such as 最迟 makes it one."""

    node: Node
    start: int
    end: int
    deadline: bool = False


class _Result(NamedTuple):
    """A node, the lexeme behind it, whether it is a deadline, and where its text ends if not with a lexeme."""

    node: Node
    end: int
    deadline: bool = False
    stop: int = 0


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
        stop = result.stop or reader.tokens[result.end - 1].end
        node = _listed(found[-1].node, result.node) if found and reader.kind(at - 1) == "and" else result.node
        found.append(Phrase(node, reader.tokens[at].start, stop, result.deadline))
        at = result.end
    return found


def _listed(before: Node, node: Node) -> Node:
    """5月10日和20日: the second day is one of the same month."""
    inner = node.of if isinstance(node, Bound) else node
    alone = isinstance(inner, Moment) and [step.kind for step in inner.steps] == ["day"]
    if not alone or not isinstance(inner, Moment) or not isinstance(before, Moment) or len(before.steps) < 2:
        return node
    if before.steps[-1].kind != "day":
        return node
    moment = replace(inner, steps=before.steps[:-1] + inner.steps)
    return replace(node, of=moment) if isinstance(node, Bound) else moment


def _phrase(reader: Reader, at: int) -> _Result | None:
    rule = _RULES.get(reader.tokens[at].kind)
    return rule(reader, at) if rule else None


def _plain(reader: Reader, at: int) -> _Result | None:
    """A length, or a moment with what follows it: to another, before, after."""
    length = length_at(reader, at)
    if length:
        return _Result(*with_side(reader, *length))
    moment = reader.moment(at)
    return _continued(reader, *moment) if moment else None


def _continued(reader: Reader, first: Moment, end: int) -> _Result:
    kind = reader.kind(end)
    if kind == "off":
        return _Result(Bound(Moment(first.steps), "before", "下班"), end + 1)
    since = kind == "since"
    if reader.kind(end + since) == "tonow":
        return _Result(Range(first, _NOW), end + since + 1)
    if reader.kind(end + since) == "join":
        last = _end_of_range(reader, end + since + 1, first)
        if last:
            return _ranged(reader, first, *last)
    if kind == "and":
        last = _end_of_range(reader, end + 1, first)
        if last and (reader.kind(last[1]) in ("between", "during") or _counts_on(first, last[0])):
            return _Result(Range(first, last[0]), _past(reader, last[1], "between", "during"))
    return _bounded(reader, first, end, kind)


def _ranged(reader: Reader, first: Moment, last: Moment, end: int) -> _Result:
    """A range; 周一至周五每天 is a week's rule."""
    if reader.kind(end) == "every" and {step.kind for step in first.steps + last.steps} == {"weekday"}:
        days = tuple(range(first.steps[0].n, last.steps[0].n + 1))
        daily = recurrence(reader, end)
        if daily and daily[0].freq == "DAILY" and days:
            value = Recurrence("WEEKLY", weekdays=days, part=daily[0].part, clock=daily[0].clock)
            return _Result(value, daily[1], stop=daily[2])
    return _Result(Range(first, last), _past(reader, end, "stop", "between", "since", "before", "inside"))


def _bounded(reader: Reader, first: Moment, end: int, kind: str) -> _Result:
    if kind not in _SIDES:
        last = first.steps[-1] if first.steps else Step("")
        if last.kind == "holiday":
            return _Result(Bound(first, "after" if last.n > 0 else "before", "节"), end)
        return _Result(first, end)
    said = reader.tokens[end].word
    if _SIDES[kind] == "after" and reader.follows(end + 1):
        # 2010年之后2018年之前
        last_moment = reader.moment(end + 1)
        if last_moment and reader.kind(last_moment[1]) == "before":
            return _Result(Range(first, last_moment[0]), last_moment[1] + 1)
    return _Result(Bound(first, _SIDES[kind], said), end + 1)


def _counts_on(first: Moment, last: Moment) -> bool:
    """5、6月, 4月10、11日: the second is the next of its kind, so that both make one span."""
    if first.clock or last.clock or len(last.steps) != 1 or not first.steps:
        return False
    one, other = first.steps[-1], last.steps[0]
    return one.kind == other.kind and one.kind in ("month", "day") and other.n == one.n + 1


def _past(reader: Reader, end: int, *kinds: str) -> int:
    return end + 1 if reader.kind(end) in kinds else end


def _end_of_range(reader: Reader, at: int, first: Moment) -> tuple[Moment, int] | None:
    """The moment that ends a range; a bare 2018 behind a year is one, and 现在."""
    if not reader.follows(at):
        return None
    token = reader.tokens[at]
    if token.kind == "now":
        return _NOW, at + 1
    if token.kind == "number" and _is_year(token.number) and first.steps and first.steps[0].kind == "year":
        return Moment((Step("year", token.number),)), at + 1
    return reader.moment(at)


def _is_year(number: int) -> bool:
    return 1900 <= number <= 2100


def _numbered(reader: Reader, at: int) -> _Result | None:
    """2016到2018, 1985到89年9月, 3-5天; else a number that begins a range of months, days or hours."""
    token = reader.tokens[at]
    if not _is_year(token.number) and reader.kind(at + 2) in ("", "number"):
        return None
    if _is_year(token.number) and reader.kind(at + 1) == "join":
        first = Moment((Step("year", token.number),))
        last = _end_of_range(reader, at + 2, first)
        if last and last[0].steps and last[0].steps[0].kind == "year":
            return _Result(Range(first, last[0]), _past(reader, last[1], "between", "stop"))
    days = day_range(reader, at)
    return _Result(*days) if days else _plain(reader, at)


def _from(reader: Reader, at: int) -> _Result | None:
    """从X到Y, 自X起, 自从X."""
    if not reader.follows(at + 1):
        return None
    first = _continued(reader, _NOW, at + 2) if reader.tokens[at + 1].kind == "now" else _inner(reader, at + 1)
    if first and isinstance(first.node, Moment) and first.node.steps:
        return first._replace(node=Bound(first.node, "after", "自"))
    return first


def _inner(reader: Reader, at: int) -> _Result | None:
    """The phrase behind a preposition, which is no preposition itself: the grammar does not nest."""
    return None if reader.tokens[at].kind in _PREPOSITIONS else _phrase(reader, at)


def _until(reader: Reader, at: int) -> _Result | None:
    """截至X, 最迟X: the end of X is a limit."""
    inner = _inner(reader, at + 1) if reader.follows(at + 1) else None
    if inner is None:
        return None
    if reader.tokens[at].kind == "until" and isinstance(inner.node, Moment):
        return _Result(Bound(inner.node, "before", "截至"), _past(reader, inner.end, "stop"), True)
    return inner._replace(deadline=True)


def _ahead(reader: Reader, at: int) -> _Result | None:
    """再过半小时, 未来7天, 过去两周, 限3日: a length behind a word that says where it lies."""
    length = length_at(reader, at + 1) if reader.follows(at + 1) else None
    if length is None:
        return None
    kind, end = reader.tokens[at].kind, length[1]
    if kind == "pass":
        return _Result(*offset(reader, length[0], _past(reader, end, "after")))
    if kind == "limit":
        return _Result(Stretch(length[0], 1, "within"), _past(reader, end, "inside"), True)
    direction = 1 if kind == "ahead" else -1
    return _Result(Stretch(length[0], direction, "rolling"), _past(reader, end, "inside", "during", "since"))


def _near(reader: Reader, at: int) -> _Result | None:
    """前两天, 后三个月: whole days beside today; 前三季度: the first three of the year."""
    token = reader.tokens[at]
    step = token.steps[0]
    if step.unit == "quarter" and token.word == "前":
        return _continued(reader, Moment((Step("year+", 0), step)), at + 1)
    if token.length is None:
        return None
    return _Result(Stretch(token.length, -1 if token.word == "前" else 1, "adjacent"), _past(reader, at + 1, "inside"))


def _pair(reader: Reader, at: int) -> _Result | None:
    """今明两天, 4.10-4.20."""
    steps = reader.tokens[at].steps
    half = len(steps) // 2
    return _Result(Range(Moment(steps[:half]), Moment(steps[half:])), _past(reader, at + 1, "inside", "during"))


def _off(reader: Reader, at: int) -> _Result | None:
    """下班前 of today; the word alone (下班) says no time."""
    return _Result(Bound(_TODAY, "before", "下班"), at + 1) if reader.tokens[at].word.endswith("前") else None


def _every(reader: Reader, at: int) -> _Result | None:
    found = recurrence(reader, at)
    return _Result(found[0], found[1], stop=found[2]) if found else None


def _workdays(reader: Reader, at: int) -> _Result | None:
    """工作日早上8点, 工作日每天8点: a rule only with a time; alone the word says none."""
    rule = Recurrence("DAILY", workday=True)
    if reader.kind(at + 1) == "every":
        daily = recurrence(reader, at + 1)
        if daily and daily[0].freq == "DAILY":
            return _Result(replace(rule, part=daily[0].part, clock=daily[0].clock), daily[1], stop=daily[2])
        return None
    value, end, stop = with_clock(reader, rule, at + 1, reader.tokens[at].end)
    return _Result(value, end, stop=stop) if value.part or value.clock else None


_PLAIN = ("step", "day", "festival", "year2", "part", "clock", "daypart", "whole", "duration")
_RULES: Mapping[str, Callable[[Reader, int], _Result | None]] = dict.fromkeys(_PLAIN, _plain) | {
    "number": _numbered, "from": _from, "until": _until, "latest": _until, "pass": _ahead, "ahead": _ahead,
    "behind": _ahead, "limit": _ahead, "near": _near, "pair": _pair, "off": _off, "every": _every,
    "workdays": _workdays,
}  # fmt: skip
