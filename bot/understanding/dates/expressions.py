"""Finding the expressions of time in a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.understanding.dates.clock import hour_of
from bot.understanding.dates.intervals import Interval, of_node
from bot.understanding.dates.model import (
    Bound,
    Clock,
    Duration,
    Expression,
    Moment,
    Node,
    Range,
    Recurrence,
    Step,
    Stretch,
)
from bot.understanding.dates.phrases import Phrase, phrases
from bot.understanding.dates.spans import DAY, Frame
from bot.understanding.folding import fold
from bot.workdays import Calendar

MOST = 200
"""More expressions than this are no message that a person writes: what follows them is not read."""


def find(text: str, now: dt.datetime, calendar: Calendar) -> list[Expression]:
    """Every expression of time in the text, in order, without overlaps, with its value as ``read --dates`` prints it.

    ``now`` is local wall-clock time. What names a day that does not exist is found and marked ``impossible``.
    Never raises for any text.
    """
    frame = Frame(now, calendar)
    return [express(text, phrase, frame) for phrase in phrases(fold(text), MOST)]


def express(text: str, phrase: Phrase, frame: Frame) -> Expression:
    """One phrase placed on the calendar."""
    node, span = phrase.node, (phrase.start, phrase.end)
    blank = Expression("date", span, text[slice(*span)], node, before=_is_limit(phrase))
    if isinstance(node, Duration):
        return replace(blank, kind="duration", length=node, has_day=False)
    if isinstance(node, Recurrence):
        rule = rule_of(node)
        unclear = _unclear(node.part, node.clock)
        return replace(blank, kind="set", rule=rule, has_time="time" in rule, bare_time_unclear=unclear)
    interval = interval_of(node, frame)
    ends = _moments(node)
    has_time = any(moment.part or moment.clock for moment in ends)
    blank = replace(
        blank,
        has_day=not isinstance(node, Moment | Bound | Range) or any(moment.steps for moment in ends),
        has_time=has_time,
        bare_time_unclear=bool(ends) and _unclear(ends[0].part, ends[0].clock),
        provisional=_provisional(node, interval, frame),
    )
    return _placed(blank, interval) if interval else replace(blank, impossible=True)


def interval_of(node: Node, frame: Frame) -> Interval | None:
    """The node's interval; None where it does not exist, or lies outside of the years 1–9999."""
    try:
        return of_node(node, frame)
    except (ValueError, OverflowError):
        return None


def _placed(blank: Expression, interval: Interval) -> Expression:
    start, end = interval.start, interval.end
    if interval.point and start is not None:
        return replace(blank, kind="datetime", datetime=start)
    if not interval.by_day:
        return replace(blank, kind="datetimerange", start=start, end=end)
    single = start is not None and end is not None and end - start == DAY
    if single and start is not None and not isinstance(blank.node, Range):
        return replace(blank, date=start.date())
    first, after = start.date() if start else None, end.date() if end else None
    return replace(blank, kind="daterange", start=first, end=after)


def _is_limit(phrase: Phrase) -> bool:
    node = phrase.node
    return phrase.deadline or (isinstance(node, Bound) and node.side == "before")


def _moments(node: Node) -> tuple[Moment, ...]:
    if isinstance(node, Moment):
        return (node,)
    if isinstance(node, Bound):
        return (node.of,)
    return (node.first, node.last) if isinstance(node, Range) else ()


def _unclear(part: str, clock: Clock | None) -> bool:
    return clock is not None and not part and not clock.exact and clock.hour == 7


def _provisional(node: Node, interval: Interval | None, frame: Frame) -> bool:
    """Whether the value counts working days or a holiday of a year that is not published."""
    if isinstance(node, Stretch):
        counts = bool(node.length.workdays)
    else:
        counts = any(_by_calendar(step) for moment in _moments(node) for step in moment.steps)
    if not counts or interval is None:
        return False
    return any(not frame.calendar.known(side.year) for side in (interval.start, interval.end) if side)


def _by_calendar(step: Step) -> bool:
    return step.kind in ("festival", "holiday") or step.unit == "workday" or bool(step.shift and step.shift.workdays)


def rule_of(node: Recurrence) -> dict[str, Any]:
    """The fields of ``read --dates`` for what recurs."""
    rule: dict[str, Any] = {"freq": node.freq, "interval": node.interval}
    fields = {
        "byweekday": list(node.weekdays),
        "bymonthday": list(node.monthdays),
        "bymonth": list(node.months),
        "workday": node.workday,
        "bysetpos": node.position,
    }
    rule |= {name: value for name, value in fields.items() if value}
    if node.clock:
        rule["time"] = _clock_words(node.part, node.clock)
    if node.until and node.until.clock:
        rule["time_end"] = _clock_words(node.until.part or node.part, node.until.clock)
    return rule


def _clock_words(part: str, clock: Clock) -> str:
    seconds = f":{clock.second:02}" if clock.second is not None else ""
    return f"{hour_of(part, clock) % 24:02}:{clock.minute or 0:02}{seconds}"
