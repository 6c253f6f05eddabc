"""From what was said to times on the calendar: every node's interval."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understanding.dates.clock import seconds_of
from bot.understanding.dates.festivals import holiday_start
from bot.understanding.dates.lexicon import PART_HOURS
from bot.understanding.dates.model import Bound, Duration, Moment, Node, Range, Stretch
from bot.understanding.dates.spans import DAY, Frame, Span, shifted, year_span
from bot.understanding.dates.steps import future, narrow, occurrences, place

NOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Interval:
    """[start, end) on the calendar; either may be None. ``by_day`` counts whole days; a ``point`` has no length."""

    start: datetime | None
    end: datetime | None
    by_day: bool = True
    point: bool = False


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time.min)


def of_node(node: Node, frame: Frame) -> Interval | None:
    """The interval of a node; None where it means no time that exists, or none at all (a length, what recurs)."""
    if isinstance(node, Moment):
        return of_moment(node, frame)
    if isinstance(node, Bound):
        return of_bound(node, frame)
    if isinstance(node, Range):
        return of_range(node, frame)
    return of_stretch(node, frame) if isinstance(node, Stretch) else None


def of_moment(moment: Moment, frame: Frame) -> Interval | None:
    """A moment: a day or more, a part of a day, or a point on the clock."""
    if moment.steps and moment.steps[0].kind == "now":
        return Interval(frame.now, frame.now, False, True)
    if moment.steps and moment.steps[-1].kind == "offset":
        length = moment.steps[-1].shift or Duration()
        if length.by_clock:
            return _away(length, frame)
    base = frame.anchor or frame.today
    days = place(moment.steps, frame) if moment.steps else (base, base + DAY)
    if days and moment.weekday and frame.leaning != "due":
        days = _on_weekday(moment, days, frame)
    return _within(moment, days) if days else None


def _on_weekday(moment: Moment, days: Span, frame: Frame) -> Span:
    """周日, 2月10日 without a year: the nearest year in which they agree, else as it is."""
    if moment.steps[0].kind != "month":
        return days
    for year in (frame.today.year, frame.today.year + 1, frame.today.year - 1):
        span = narrow(moment.steps, year_span(year), frame)
        if span and span[0].isoweekday() == moment.weekday:
            return span
    return days


def _away(length: Duration, frame: Frame) -> Interval:
    """Half a day, or hours and minutes, from now."""
    moved = midnight(shifted(frame.today, length, frame.calendar)) + (frame.now - midnight(frame.today))
    point = moved + timedelta(seconds=length.seconds)
    return Interval(point, point, False, True)


def _within(moment: Moment, days: Span) -> Interval:
    first = midnight(days[0])
    if moment.clock:
        point = first + timedelta(seconds=seconds_of(moment.part, moment.clock))
        return Interval(point, point, False, True)
    if moment.part:
        start, end = PART_HOURS[moment.part]
        return Interval(first + timedelta(hours=start), first + timedelta(hours=end), False)
    return Interval(first, midnight(days[1]))


def of_bound(bound: Bound, frame: Frame) -> Interval | None:
    """One side of a moment. A deadline is the end of its day; only a whole month or longer is left out itself."""
    if bound.side == "before":
        end, by_day = limit(bound.of, frame)
        if end is None:
            return None
        undated = not bound.of.steps and not by_day
        return Interval(midnight(end.date()) if undated else None, end, by_day)
    moment = bound.of
    if bound.side == "after" and moment.steps and moment.steps[-1].kind == "festival":
        moment = replace(moment, steps=(*moment.steps[:-1], replace(moment.steps[-1], unit="past")))
    inner = of_moment(moment, frame)
    if inner is None or bound.side == "inside":
        return inner
    return Interval(inner.start, None, inner.by_day)


def limit(moment: Moment, frame: Frame) -> tuple[datetime | None, bool]:
    """Where 'before the moment' ends, exclusive, and whether it counts whole days."""
    if not moment.steps or moment.part or moment.clock or moment.steps[0].kind == "now":
        inner = of_moment(moment, frame)
        if inner is None:
            return None, True
        return (inner.end, inner.by_day)
    if moment.steps[-1].kind == "offset":
        inner = of_moment(moment, frame)
        return (inner.end if inner else None), bool(inner and inner.by_day)
    return _chosen(moment, frame), True


# A whole one of these is left out itself: 4月前 ends with March.
_WHOLE = frozenset(("year", "year+", "quarter", "quarter+", "month", "month+", "week+"))


def _end_before(moment: Moment, span: Span, frame: Frame) -> date:
    """The first day that is too late. Before a festival ends with the day before its holiday."""
    last = moment.steps[-1]
    if last.kind == "festival":
        return span[0] if last.unit == "block" else holiday_start(last, span[0], frame.calendar)
    if last.kind == "lunar" and last.n < 100:
        return span[0]
    running = span[0] <= frame.today < span[1] and last.kind.endswith("+")
    return span[0] if last.kind in _WHOLE and not running else span[1]


def _chosen(moment: Moment, frame: Frame) -> datetime | None:
    """The limit that the frame's leaning asks for: the first that is not over, or the last that is."""
    turned = future(moment.steps, frame) or moment.steps[0].kind == "festival"
    first = None
    for span in occurrences(moment.steps, frame):
        end = _end_before(moment, span, frame)
        first = first or end
        fits = end - DAY <= frame.today if frame.leaning == "past" else not turned or end > frame.today
        if fits:
            return midnight(end)
    return midnight(first) if first else None


def of_range(node: Range, frame: Frame) -> Interval | None:
    """From the start of the first to the end of the last, which follows it and takes from it what it leaves out."""
    steps = node.first.steps
    found = None
    for days in occurrences(steps, frame) if steps and steps[0].kind not in ("now", "offset") else (None,):
        first = _within(node.first, days) if days else of_moment(node.first, frame)
        last = _last(node, first, frame) if first else None
        if first is None or last is None or first.start is None or last.end is None:
            continue
        interval = Interval(first.start, last.end, first.by_day and last.by_day)
        found = found or interval
        if _leans(node, interval, frame):
            return interval
    return found


def _leans(node: Range, interval: Interval, frame: Frame) -> bool:
    today = midnight(frame.today)
    if frame.leaning == "past":
        return interval.start is not None and interval.start <= today
    steps = node.first.steps
    return not steps or not future(steps, frame) or (interval.end is not None and interval.end > today)


def _last(node: Range, first: Interval, frame: Frame) -> Interval | None:
    start = first.start or frame.now
    if node.last.steps and node.last.steps[0].kind == "now":
        tomorrow = midnight(frame.today) + DAY
        return Interval(frame.now, tomorrow if first.by_day else frame.now, first.by_day, not first.by_day)
    inner = replace(frame, anchor=start.date(), leaning="due")
    last = of_moment(node.last, inner)
    if last is None or node.last.steps or last.end is None:
        return last
    return _later(node.last, last, start)


def _later(moment: Moment, last: Interval, start: datetime) -> Interval:
    """A clock time that ends a range comes after its start: 下午五点到六点 is 18:00, 晚上11点到2点 the next morning."""
    clock = moment.clock
    step = NOON if clock and not moment.part and not clock.exact and clock.hour <= 12 else 2 * NOON
    end, begin = last.end, last.start
    while end is not None and begin is not None and end <= start:
        end, begin = end + step, begin + step
    return replace(last, start=begin, end=end)


def of_stretch(stretch: Stretch, frame: Frame) -> Interval:
    """A length of time beside now: to the minute where it rolls or counts hours, else in whole days."""
    length = stretch.length if stretch.direction > 0 else -stretch.length
    if stretch.said == "rolling" or length.by_clock:
        far = _away(length, frame).start
        return Interval(far, frame.now, False) if stretch.direction < 0 else Interval(frame.now, far, False)
    far_day, today = shifted(frame.today, length, frame.calendar), frame.today
    if stretch.direction < 0:
        return Interval(midnight(far_day), midnight(today))
    first = today if stretch.said == "within" else today + DAY
    return Interval(midnight(first), midnight(far_day + DAY))
