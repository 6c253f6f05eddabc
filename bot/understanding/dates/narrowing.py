"""The rules by which each step narrows a span of the calendar: a year to its third quarter, a month to its 10th.

A rule is given the span that the steps before it left (None for a first step) and gives the narrower one, or None
where there is no such part (a 30 February, a fifth Monday).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.understanding.dates.festivals import festival, lunar_span, term_span
from bot.understanding.dates.model import Duration, Step
from bot.understanding.dates.spans import (
    DAY,
    Frame,
    Span,
    add_months,
    month_span,
    quarter_span,
    shifted,
    week_span,
    year_span,
)


def _full_year(n: int, today: date) -> int:
    """A year of two digits is the one nearest to today."""
    return min((century + n for century in (1900, 2000, 2100)), key=lambda year: abs(year - today.year))


def _year(step: Step, _: Span | None, frame: Frame) -> Span | None:
    year = _full_year(step.n, frame.today) if step.unit == "short" else step.n
    return year_span(year)


def _reference(step: Step, frame: Frame) -> date:
    return (frame.anchor or frame.today) if step.unit == "anchor" else frame.today


def _relative_year(step: Step, _: Span | None, frame: Frame) -> Span | None:
    return year_span(_reference(step, frame).year + step.n)


def _half(step: Step, span: Span | None, frame: Frame) -> Span | None:
    year = span[0].year if span else frame.today.year
    middle = date(year, 7, 1)
    return (date(year, 1, 1), middle) if step.n == 1 else (middle, date(year + 1, 1, 1))


def _quarter(step: Step, span: Span | None, frame: Frame) -> Span | None:
    return quarter_span(span[0].year if span else frame.today.year, step.n)


def _relative_quarter(step: Step, _: Span | None, frame: Frame) -> Span | None:
    today = _reference(step, frame)
    return quarter_span(today.year, (today.month + 2) // 3 + step.n)


def _quarter_month(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """季度首月, 季度末月."""
    today = frame.today
    first = (span or quarter_span(today.year, (today.month + 2) // 3))[0]
    return month_span(add_months(first, step.n - 1))


def _month(step: Step, span: Span | None, frame: Frame) -> Span | None:
    if not 1 <= step.n <= 12:
        return None
    return month_span(date((span[0] if span else frame.today).year, step.n, 1))


def _relative_month(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """上个月, and 去年本月: this month in that year."""
    month = month_span(add_months(_reference(step, frame).replace(day=1), step.n))
    return month_span(month[0].replace(year=span[0].year)) if span else month


def _tens(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """上旬, 中旬, 下旬; 上中旬 and 中下旬 are two of them."""
    first, after = span or month_span(frame.today)
    begin, end = ((0, 10), (10, 20), (20, None), (0, 20), (10, None))[step.n - 1]
    return first + begin * DAY, after if end is None else first + end * DAY


def _half_month(step: Step, span: Span | None, frame: Frame) -> Span | None:
    first, after = span or month_span(frame.today)
    return (first, first + 15 * DAY) if step.n == 1 else (first + 15 * DAY, after)


def _half_week(step: Step, span: Span | None, frame: Frame) -> Span | None:
    monday, after = span or week_span(frame.today)
    return (monday, monday + 3 * DAY) if step.n == 1 else (monday + 3 * DAY, after)


def _edge(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """月初 is the 1st to the 5th, 月底 the 25th on; 年初 January and February, as offices speak."""
    today = frame.today
    if step.unit == "month":
        first, after = span or month_span(today)
        return ((first, first + 5 * DAY), (first + 10 * DAY, first + 20 * DAY), (first + 24 * DAY, after))[step.n]
    if step.unit == "week":
        first, after = span or week_span(today)
        return ((first, first + 2 * DAY), (first + 2 * DAY, first + 4 * DAY), (first + 4 * DAY, after))[step.n]
    if step.unit == "quarter":
        first, after = span or quarter_span(today.year, (today.month + 2) // 3)
        second, third = add_months(first, 1), add_months(first, 2)
        return ((first, second), (second, third), (third, after))[step.n]
    if step.unit == "half":
        first, after = span or _half(Step("half", 1 if today.month < 7 else 2), None, frame) or year_span(today.year)
        return add_months(after, -1), after
    first, after = span or year_span(today.year)
    return (
        (first, add_months(first, 2)),
        (add_months(first, 5), add_months(first, 7)),
        (add_months(after, -1), after),
    )[step.n]


def _week(step: Step, _: Span | None, frame: Frame) -> Span | None:
    return week_span(_reference(step, frame) + step.n * 7 * DAY)


def _week_of(_: Step, span: Span | None, frame: Frame) -> Span | None:
    return week_span(span[0] if span else frame.today)


def _weekday(step: Step, span: Span | None, frame: Frame) -> Span | None:
    first, after = span or week_span(frame.today)
    day = first + (step.n - 1 - first.weekday()) % 7 * DAY
    return (day, day + DAY) if day < after else None


def _weekend(_: Step, span: Span | None, frame: Frame) -> Span | None:
    monday = (span or week_span(frame.today))[0]
    return monday + 5 * DAY, monday + 7 * DAY


def _day(step: Step, span: Span | None, frame: Frame) -> Span | None:
    first, after = span or month_span(frame.today)
    day = first + (step.n - 1) * DAY
    return (day, day + DAY) if first <= day < after else None


def _relative_day(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """明天, and 去年今天, 上个月的今天: the same day in that year or month."""
    day = _reference(step, frame) + step.n * DAY
    if span:
        year, month = span[0].year, day.month if (span[1] - span[0]).days > 31 else span[0].month
        day = add_months(day, (year - day.year) * 12 + month - day.month)
    return day, day + DAY


def _first_monday(first: date) -> date:
    return first + -first.weekday() % 7 * DAY


def _nth(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """The n-th day, working day, week, month or quarter of a span; counted from its end where n is negative."""
    if not span or not step.n:
        return None
    first, after = span
    if step.unit == "week":
        return _nth_week(step.n, first, after)
    if step.unit == "workday":
        calendar = frame.calendar
        day = calendar.add_workdays(first - DAY, step.n) if step.n > 0 else calendar.add_workdays(after, step.n)
        return (day, day + DAY) if first <= day < after else None
    months = {"month": 1, "quarter": 3}.get(step.unit, 0)
    if months:
        start = add_months(first, (step.n - 1) * months) if step.n > 0 else add_months(after, step.n * months)
        return (start, add_months(start, months)) if first <= start < after else None
    day = first + (step.n - 1) * DAY if step.n > 0 else after + step.n * DAY
    return (day, day + DAY) if first <= day < after else None


def _nth_week(n: int, first: date, after: date) -> Span | None:
    """Weeks of a month count from its first Monday; weeks of a year are those of ISO 8601."""
    if n < 0:
        monday = after - DAY - (after - DAY).weekday() * DAY + (n + 1) * 7 * DAY
    elif (after - first).days > 360:
        monday = date.fromisocalendar(first.year, 1, 1) + (n - 1) * 7 * DAY
    else:
        monday = _first_monday(first) + (n - 1) * 7 * DAY
    return (monday, monday + 7 * DAY) if monday < after and monday > first - 7 * DAY else None


def _nth_weekday(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """The n-th Friday of a span, or the last one."""
    if not span or not step.n:
        return None
    first, after = span
    wanted = int(step.unit) - 1
    if step.n > 0:
        day = first + (wanted - first.weekday()) % 7 * DAY + (step.n - 1) * 7 * DAY
    else:
        last = after - DAY
        day = last - (last.weekday() - wanted) % 7 * DAY + (step.n + 1) * 7 * DAY
    return (day, day + DAY) if first <= day < after else None


def _some(step: Step, span: Span | None, frame: Frame) -> Span | None:
    """The first (n > 0) or last (n < 0) days, weeks, months of a span; beside a single day, the n-th day from it."""
    if not span:
        return None
    first, after = span
    months = {"month": 1, "quarter": 3, "year": 12}.get(step.unit, 0)
    if months:
        return (
            (first, add_months(first, step.n * months)) if step.n > 0 else (add_months(after, step.n * months), after)
        )
    days = 7 if step.unit == "week" else 1
    if after - first == DAY:
        day = first - step.n * days * DAY
        return day, day + DAY
    if step.unit == "week" and step.n > 0 and (after - first).days > 15:
        first = _first_monday(first)
    return (first, first + step.n * days * DAY) if step.n > 0 else (after + step.n * days * DAY, after)


def _shift(step: Step, span: Span | None, frame: Frame) -> Span | None:
    day = (span[0] if step.n < 0 else span[1] - DAY) if span else frame.today
    return day + step.n * DAY, day + (step.n + 1) * DAY


def _offset(step: Step, _: Span | None, frame: Frame) -> Span | None:
    day = shifted(frame.today, step.shift or Duration(), frame.calendar)
    return day, day + DAY


def _holiday(step: Step, _: Span | None, frame: Frame) -> Span | None:
    """节前 and 节后: up to the next holiday; from the last one's end, or the coming one's where that is nearer."""
    coming = frame.calendar.next_holiday(frame.today)
    if step.n < 0:
        return (frame.today, coming[0]) if coming else None
    last = frame.calendar.last_holiday(frame.today)
    running = last and last[1] >= frame.today
    block = last if running or frame.leaning == "past" else coming
    return (block[1] + DAY, block[1] + 15 * DAY) if block else None


NARROW: dict[str, Callable[[Step, Span | None, Frame], Span | None]] = {
    "year": _year, "year+": _relative_year, "half": _half, "quarter": _quarter, "quarter+": _relative_quarter,
    "quartermonth": _quarter_month,
    "month": _month, "month+": _relative_month, "tens": _tens, "halfmonth": _half_month, "halfweek": _half_week,
    "edge": _edge, "week+": _week, "weekof": _week_of, "weekday": _weekday, "weekend": _weekend,
    "day": _day, "day+": _relative_day,
    "nth": _nth, "nthweekday": _nth_weekday, "some": _some, "shift": _shift, "offset": _offset, "holiday": _holiday,
    "festival": lambda step, span, frame: festival(step, (span[0] if span else frame.today).year, frame.calendar),
    "lunar": lambda step, span, frame: lunar_span(step.n, (span[0] if span else frame.today).year),
    "term": lambda step, span, frame: term_span(step.word, (span[0] if span else frame.today).year),
}  # fmt: skip
"""The rule of each kind of step."""
