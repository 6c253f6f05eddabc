"""The grammar of lengths of time: 三天内, 两周后, 1年2个月, 3-5天."""

from __future__ import annotations

from bot.understanding.dates.model import Duration, Moment, Node, Step, Stretch
from bot.understanding.dates.moments import Reader

# Where a number of days stands behind one of these, 日 counts days; else it names a day of the month.
_COUNTING = frozenset(("ahead", "behind", "pass", "limit"))
_SIZES = ("months", "days", "seconds")


def length_at(reader: Reader, at: int) -> tuple[Duration, int] | None:
    """A length of time: one lexeme, several (1年2个月), or N日 where the words around make it a length."""
    token = reader.tokens[at]
    if token.kind == "day":
        return _days(reader, at)
    if token.kind == "year2" and not reader.is_year(at):
        return Duration(months=token.number * 12), at + 1
    if token.kind != "duration" or token.length is None:
        return None
    length, end = token.length, at + 1
    while reader.kind(end) == "duration":
        more = reader.tokens[end].length
        if more is None or not _smaller(more, length):
            break
        length, end = length + more, end + 1
    return length, end


def _days(reader: Reader, at: int) -> tuple[Duration, int] | None:
    """N日 is a length before 内 and 后, past 31, and after 未来 or 近; else a day of the month."""
    token = reader.tokens[at]
    if token.word != "日" or token.number > 999:
        return None
    counting = at > 0 and reader.follows(at) and reader.tokens[at - 1].kind in _COUNTING
    if counting or token.number > 31 or reader.kind(at + 1) in ("inside", "after"):
        return Duration(days=token.number), at + 1
    return None


def _smaller(second: Duration, first: Duration) -> bool:
    """Whether the second may follow the first in one length: 1年2个月, 3小时20分钟, not 三天两天."""
    sizes = [next((n for n, name in enumerate(_SIZES) if getattr(length, name)), 3) for length in (first, second)]
    if sizes[0] != sizes[1]:
        return sizes[0] < sizes[1] < 3
    if sizes[0] == 0:
        return first.months % 12 == 0 and second.months < 12
    return (sizes[0] == 2 and second.seconds < 60 <= first.seconds) or (second.seconds < 3600 <= first.seconds)


def day_range(reader: Reader, at: int) -> tuple[Node, int] | None:
    """3-5天: the longer of the two."""
    if reader.kind(at + 1) == "join" and reader.kind(at + 2) == "duration":
        length = length_at(reader, at + 2)
        return with_side(reader, *length) if length else None
    return None


def with_side(reader: Reader, length: Duration, end: int) -> tuple[Node, int]:
    """What the word behind a length makes of it: 内 a limit, 后 and 前 a point, 以来 a stretch of the past."""
    kind = reader.kind(end)
    if kind == "inside":
        return Stretch(length, 1, "within"), end + 1
    if kind in ("after", "before"):
        return offset(reader, length if kind == "after" else -length, end + 1)
    if kind == "since" and reader.tokens[end].word == "以来":
        return Stretch(length, -1, "rolling"), end + 1
    return length, end


def offset(reader: Reader, away: Duration, end: int) -> tuple[Node, int]:
    """三天后, 三天后上午9点, 两周后的周一."""
    step = Step("offset", shift=away)
    rest = reader.moment(end) if not away.by_clock and reader.follows(end) else None
    if rest is None:
        return Moment((step,)), end
    steps, part, clock = rest[0].steps, rest[0].part, rest[0].clock
    if [one.kind for one in steps] == ["weekday"] and away.days % 7 == 0 and not away.months:
        return Moment((step, Step("weekof"), *steps), part, clock), rest[1]
    return (Moment((step,), part, clock), rest[1]) if not steps else (Moment((step,)), end)
