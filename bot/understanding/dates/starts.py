"""When a meeting or a reminder begins (understanding.md, "Dates": ``start`` and ``when``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.acts import When
from bot.understanding.dates.clock import PART_START, office_seconds
from bot.understanding.dates.expressions import find, interval_of
from bot.understanding.dates.intervals import midnight
from bot.understanding.dates.model import Bound, Clock, Duration, Expression, Moment, Node, Range, Recurrence, Stretch
from bot.understanding.dates.spans import DAY, Frame
from bot.workdays import Calendar

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NINE = 9 * 3600


def start(expressions: Expression | Sequence[Expression], now: datetime, calendar: Calendar) -> str | None:
    """The minute "YYYY-MM-DDTHH:MM" at which something begins; a day and a time may stand apart.

    The first expression with a day counts, with the first time that is said in it or without a day. None where no
    time can be told (a bare 7点, a day that does not exist, a length of time).
    """
    given = [expressions] if isinstance(expressions, Expression) else list(expressions)
    frame = Frame(now, calendar, "due")
    dated = next((one for one in given if one.has_day and _first(one.node)), None)
    timed = next((one for one in given if not one.has_day and one.has_time and _first(one.node)), None)
    chosen = dated or timed
    if chosen is None or chosen.impossible:
        return None
    moment = _first(chosen.node)
    if moment and dated and timed and not dated.has_time:
        later = _first(timed.node)
        moment = Moment(moment.steps, later.part, later.clock) if later else moment
    begin = _begin(chosen.node, moment, frame) if moment else None
    return begin.isoformat(timespec="minutes") if begin else None


def _first(node: Node) -> Moment | None:
    """The moment that a node begins with; None for what has no place on the calendar by itself."""
    if isinstance(node, Moment):
        return node
    if isinstance(node, Bound):
        return node.of
    if isinstance(node, Range):
        return node.first
    return None


def _begin(node: Node, moment: Moment, frame: Frame) -> datetime | None:
    if isinstance(node, Bound) and node.side == "before" and not moment.clock and not moment.part:
        limit = interval_of(node, frame)
        return limit.end - DAY + timedelta(seconds=_NINE) if limit and limit.end else None
    day = interval_of(Moment(moment.steps) if moment.steps else moment, frame)
    if isinstance(node, Range) and moment.steps:
        day = interval_of(Range(Moment(moment.steps), node.last), frame)
    if day is None or day.start is None:
        return None
    if day.point and moment.steps:
        return day.start
    seconds = _seconds(moment.part, moment.clock)
    if seconds is None:
        return None
    begin = midnight(day.start.date() if moment.steps else frame.today) + timedelta(seconds=seconds)
    # A clock time without a day is the next one.
    return begin + DAY if not moment.steps and begin < frame.now else begin


def _seconds(part: str, clock: Clock | None) -> int | None:
    if clock:
        return office_seconds(part, clock)
    return PART_START[part] * 3600 if part else _NINE


def when(text: str, now: datetime, calendar: Calendar) -> tuple[When, tuple[int, int]] | None:
    """When a reminder fires, and the span of the words that say so; None where it cannot be told.

    What recurs has the forms of understanding.md: daily, weekly by days, monthly by days of the month.
    """
    found = find(text, now, calendar)
    for expression in found:
        if isinstance(expression.node, Recurrence):
            rule = rrule(expression.node)
            seconds = _seconds(expression.node.part, expression.node.clock)
            if rule is None or seconds is None:
                return None
            return When(rrule=rule, time=_clock_time(seconds)), expression.span
        week = _week_rule(expression.node)
        if week:
            return week, expression.span
    usable = [one for one in found if not isinstance(one.node, Duration | Stretch)]
    parts = usable[: 1 + _beside(text, usable)]
    minute = start(parts, now, calendar) if parts else None
    return (When(once=minute), (parts[0].span[0], parts[-1].span[1])) if minute else None


def _beside(text: str, found: list[Expression]) -> bool:
    """Whether a time of day stands right behind a day, so that both are one: 明天，下午3点."""
    if len(found) < 2 or found[0].has_time or found[1].has_day:
        return False
    return text[found[0].span[1] : found[1].span[0]].strip() in ("", ",", "，", "、", "的")


def _week_rule(node: Node) -> When | None:
    """周一到周五早上8点: a span of weekdays with one time is said of every week."""
    if not isinstance(node, Range) or not (node.last.clock or node.last.part) or node.first.clock or node.first.part:
        return None
    if [step.kind for step in node.first.steps + node.last.steps] != ["weekday", "weekday"]:
        return None
    days = tuple(range(node.first.steps[0].n, node.last.steps[0].n + 1))
    seconds = _seconds(node.last.part, node.last.clock)
    rule = rrule(Recurrence("WEEKLY", weekdays=days))
    return When(rrule=rule, time=_clock_time(seconds)) if rule and seconds is not None else None


def _clock_time(seconds: int) -> str:
    return f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}"


def rrule(node: Recurrence) -> str | None:
    """The iCalendar rule in the forms of understanding.md, None for what these cannot say."""
    if node.interval != 1 or node.months or node.position:
        return None
    if node.workday:
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if node.freq == "DAILY":
        return "FREQ=DAILY"
    if node.freq == "WEEKLY" and node.weekdays:
        return "FREQ=WEEKLY;BYDAY=" + ",".join(_DAYS[day - 1] for day in node.weekdays)
    if node.freq == "MONTHLY" and node.monthdays:
        return "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(str(day) for day in node.monthdays)
    return None
