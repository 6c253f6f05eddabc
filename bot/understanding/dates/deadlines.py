"""What an expression means as a deadline (understanding.md, "Dates")."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.understanding.dates.expressions import interval_of
from bot.understanding.dates.model import Bound, Duration, Expression, Moment, Node, Range, Recurrence, Step, Stretch
from bot.understanding.dates.spans import DAY, Frame, shifted
from bot.workdays import Calendar

# A 29 February that is years away was not meant as a deadline.
_FAR = 366


def due(expression: Expression, now: datetime, calendar: Calendar, *, past: bool = False) -> date | None:
    """The day that the expression means as a deadline, or with ``past`` the day on which something was done.

    None where it means none: a length of time, what recurs, an open beginning (5月起), a day that does not exist.
    """
    node = expression.node
    if expression.impossible or isinstance(node, Duration | Recurrence):
        return None
    frame = Frame(now, calendar, "past" if past else "due")
    day = _day(node, frame)
    moment = node.of if isinstance(node, Bound) else node
    yearless = isinstance(moment, Moment) and moment.steps[:1] and moment.steps[0].kind == "month"
    return None if day and yearless and abs((day - frame.today).days) > _FAR else day


def _day(node: Node, frame: Frame) -> date | None:
    if isinstance(node, Stretch) and node.direction < 0 and frame.leaning != "past":
        return None
    interval = interval_of(node, frame)
    if interval is None:
        return None
    if frame.leaning == "past" and interval.end is None and interval.start:
        return interval.start.date()
    if interval.end is None or (isinstance(node, Bound) and node.side == "after"):
        return None
    if interval.by_day:
        return _settled(node, (interval.end - DAY).date())
    # 24时 and 晚上12点 end the day that they are said of; 零点 begins it.
    begins = isinstance(node, Moment) and (node.clock is None or node.clock.hour == 0)
    ends = interval.end.time() == time.min and not begins
    return (interval.end - timedelta(seconds=1) if ends else interval.end).date()


def _settled(node: Node, last: date) -> date:
    """月中 is the 15th and 年初 January, which the spans that they cover do not end with."""
    moment = node if isinstance(node, Moment) else node.of if isinstance(node, Bound) else None
    moment = node.last if isinstance(node, Range) else moment
    step = moment.steps[-1] if moment and moment.steps else Step("")
    if step.kind != "edge" or step.n == 2:
        return last
    if step.unit == "month" and step.n == 1:
        return last.replace(day=15)
    if step.unit == "year":
        return date(last.year, 1, 31) if step.n == 0 else date(last.year, 6, 30)
    return last


def extend(expression: Expression, present_due: date | None, now: datetime, calendar: Calendar) -> date | None:
    """The new deadline of an extension: a length counts from the present due date, a day is itself.

    None for a length where there is no present due date, and where the expression means no day.
    """
    node = expression.node
    if isinstance(node, Stretch) and node.said != "rolling":
        node = node.length
    if isinstance(node, Duration):
        if present_due is None:
            return None
        try:
            return shifted(present_due, node, calendar)
        except (ValueError, OverflowError):
            return None
    return due(expression, now, calendar)
