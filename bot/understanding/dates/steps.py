"""From steps to days.

Where the words leave the largest span out (a month without a year), the frame's leaning chooses among its occurrences.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.dates.model import Step
from bot.understanding.dates.narrowing import NARROW
from bot.understanding.dates.spans import DAY, Frame, Span, add_months, month_span, quarter_span, week_span, year_span

# What a first step leaves out: the span that it would be a part of.
_OPEN = {
    "month": "year", "half": "year", "quarter": "year", "festival": "year", "lunar": "year", "term": "year",
    "day": "month", "tens": "month", "halfmonth": "month", "weekday": "week", "halfweek": "week",
    "quartermonth": "quarter",
}  # fmt: skip

# How many of them to try: to the next 29 February, to a month with a 31st.
_REACH = {"year": 9, "half": 3, "month": 4, "quarter": 2, "week": 2}


def narrow(steps: tuple[Step, ...], span: Span | None, frame: Frame) -> Span | None:
    """The days that the steps mean inside of a span; None where there are none (2月30日)."""
    for step in steps:
        span = NARROW[step.kind](step, span, frame)
        if span is None:
            return None
    return span


def occurrences(steps: tuple[Step, ...], frame: Frame) -> Iterator[Span]:
    """What the steps may mean: the present occurrence and those after it, or before it when it lies in the past."""
    axis = steps[0].unit if steps[0].kind == "edge" else _OPEN.get(steps[0].kind)
    if axis is None:
        span = narrow(steps, None, frame)
        if span:
            yield span
        return
    direction = -1 if frame.leaning == "past" else 1
    for n in range(_REACH[axis]):
        span = narrow(steps, _container(axis, direction * n, frame), frame)
        if span:
            yield span


def _container(axis: str, n: int, frame: Frame) -> Span:
    today = frame.anchor or frame.today
    if axis == "year":
        return year_span(today.year + n)
    if axis == "month":
        return month_span(add_months(today.replace(day=1), n))
    if axis == "quarter":
        return quarter_span(today.year, (today.month + 2) // 3 + n)
    if axis == "half":
        return quarter_span(today.year, (1 if today.month < 7 else 3) + 2 * n)[0], quarter_span(
            today.year, (2 if today.month < 7 else 4) + 2 * n
        )[1]
    return week_span(today + 7 * n * DAY)


def future(steps: tuple[Step, ...], frame: Frame) -> bool:
    """Whether a reading without a task turns to what comes: a day of the year or the week, but not a bare month."""
    head, last = steps[0].kind, steps[-1].kind
    return frame.leaning == "due" or (
        frame.leaning == "read" and (head == "weekday" or (head, last) == ("month", "day"))
    )


def place(steps: tuple[Step, ...], frame: Frame) -> Span | None:
    """The days that the steps mean by the frame's leaning, None where they mean none."""
    today = frame.anchor or frame.today
    first = None
    for span in occurrences(steps, frame):
        first = first or span
        if frame.leaning == "past":
            if span[0] <= today:
                return span
        elif not future(steps, frame) or span[1] > today:
            return span
    return first
