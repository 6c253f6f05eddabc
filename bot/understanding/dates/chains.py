"""Which step may follow which, on the way from the year down to the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.dates.model import Step
from bot.understanding.dates.tokens import Token

# Where a step stands on the way from the year to the day. A step may follow one that stands higher.
_LEVEL = {
    "year": 0, "year+": 0, "half": 1, "quarter": 1, "quarter+": 1, "month": 2, "month+": 2, "quartermonth": 2,
    "tens": 3, "halfmonth": 3,
    "week+": 3, "halfweek": 4, "weekday": 5, "weekend": 5, "day": 5, "day+": 5, "festival": 5, "lunar": 5, "term": 5,
    "nthweekday": 5, "holiday": 5, "shift": 6, "offset": 5,
}  # fmt: skip
_NTH_LEVEL = {"quarter": 1, "month": 2, "week": 3, "day": 5, "workday": 5}
_EDGE_LEVEL = {"year": 1, "month": 3}
_DAY_LEVEL = 5
_SAME_DAY = Step("day+", 0, "anchor")


def level_after(step: Step, level: float) -> float:
    """The level of a chain behind the step; 初 and 前三天 narrow what stands before them by half a level."""
    if step.kind == "nth":
        return _NTH_LEVEL[step.unit]
    if step.kind in ("edge", "some"):
        return (level if level >= 0 else _EDGE_LEVEL.get(step.unit, 2)) + 0.5
    return _LEVEL[step.kind]


def following(token: Token, steps: Sequence[Step], level: float) -> tuple[Step, ...] | None:
    """The steps that a lexeme adds to a chain; none where it only repeats the day, None where it begins another."""
    if token.kind in ("step", "festival"):
        return _plain(token, steps, level)
    if token.kind == "day":
        return _day(token, steps, level)
    if not steps:
        return None
    last = steps[-1]
    if token.kind == "nth":
        return token.steps if _NTH_LEVEL.get(token.word, 9) > level or last.kind in ("holiday", "festival") else None
    if token.kind == "near":
        return _near(token, last, level)
    if token.kind == "shift":
        return token.steps
    return _beside_holiday(token, last) if token.kind == "duration" else None


def _plain(token: Token, steps: Sequence[Step], level: float) -> tuple[Step, ...] | None:
    first = token.steps[0]
    if not steps:
        return token.steps if first.kind != "nthweekday" else None
    last = steps[-1]
    if first.kind == "edge":
        unit = {"half": "half", "week+": "week"}.get(last.kind, first.unit)
        return (replace(first, unit=unit),) if level < _DAY_LEVEL else None
    if first.kind in ("weekday", "week+") and level >= _DAY_LEVEL and last.kind != "weekday":
        # 4月10日周三, 4月10日（下周三): the weekday of the day.
        return () if token.steps[-1].kind == "weekday" else None
    if first == _SAME_DAY and level >= _DAY_LEVEL:
        return ()
    if last.kind == "weekday" and first.kind == "month":
        return token.steps
    if first.kind in ("week+", "year+", "year", "quarter+") or _LEVEL[first.kind] <= level:
        return None
    return token.steps


def _day(token: Token, steps: Sequence[Step], level: float) -> tuple[Step, ...] | None:
    if steps:
        return token.steps if 2 <= level < 3 else None
    return token.steps if token.number <= 31 and token.word != "编号" else None


def _near(token: Token, last: Step, level: float) -> tuple[Step, ...] | None:
    """前三天, 后两周: the first or last of a larger span, those next to a holiday, or the n-th day from a day."""
    step = token.steps[0]
    if level > _DAY_LEVEL or (level == _DAY_LEVEL and step.unit not in ("day", "week")):
        return None
    forward = (token.word == "前") != (last.unit in ("past", "eve"))
    return (replace(step, n=step.n if forward else -step.n),)


def _beside_holiday(token: Token, last: Step) -> tuple[Step, ...] | None:
    """节前三天, 节后一周内, 春节后3个工作日内."""
    if token.length is None or not (last.kind == "holiday" or last.unit == "past"):
        return None
    side = -1 if last.n < 0 else 1
    if token.length.workdays:
        return (Step("nth", side * token.length.workdays, "workday"),)
    return (Step("some", side * token.length.days, "day"),) if token.length.days else None
