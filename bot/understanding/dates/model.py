"""What a sentence says of time, before it is placed on the calendar (nodes), and after (Expression)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["date", "datetime", "daterange", "datetimerange", "time", "timerange", "duration", "set"]
Side = Literal["before", "after", "inside"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; a week is 7 days, a year 12 months."""

    months: int = 0
    days: int = 0
    workdays: int = 0
    seconds: int = 0

    def __add__(self, other: Duration) -> Duration:
        return Duration(
            self.months + other.months,
            self.days + other.days,
            self.workdays + other.workdays,
            self.seconds + other.seconds,
        )

    def __neg__(self) -> Duration:
        return Duration(-self.months, -self.days, -self.workdays, -self.seconds)

    @property
    def by_clock(self) -> bool:
        """Whether it is counted in hours, minutes or seconds."""
        return self.seconds != 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step down the calendar, from a larger span to a part of it: a year, its third quarter, a month, its 10th.

    ``kind`` names the rule in ``steps.py``; ``n`` and ``unit`` are its arguments; ``word`` a festival's name;
    ``shift`` the distance of a counted day (三天后).
    """

    kind: str
    n: int = 0
    unit: str = ""
    word: str = ""
    shift: Duration | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as said. ``exact`` where 24-hour writing leaves no doubt (08:30, 0点, 15点)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or a span: steps down the calendar, a part of the day (上午), a clock time; each may be missing.

    ``weekday`` (1–7) is the one said beside a date (周日, 2月10日), 0 where none is.
    """

    steps: tuple[Step, ...] = ()
    part: str = ""
    clock: Clock | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """One side of time: before, after or inside of a moment. ``said`` is the word that says so."""

    of: Moment
    side: Side
    said: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another, both included."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time next to now, behind (-1) or ahead (+1).

    ``said`` is ``rolling`` to the minute (过去两周, 未来7天), ``adjacent`` in whole days beside today (前两天, 后三天),
    ``within`` a time limit (三天内).
    """

    length: Duration
    direction: int
    said: Literal["adjacent", "within", "rolling"]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What happens again and again, in the fields of an iCalendar rule. ``position`` is BYSETPOS."""

    freq: str
    interval: float = 1
    weekdays: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    workday: bool = False
    position: int = 0
    part: str = ""
    clock: Clock | None = None
    until: Moment | None = None


Node = Moment | Bound | Range | Stretch | Duration | Recurrence


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of time in a text, placed on the calendar.

    ``span`` is [start, end) in characters and ``words`` what stands there. The fields of the kinds are those of
    ``read --dates``; ``start`` and ``end`` are half-open and either may be None. ``before`` marks a deadline (X前,
    截至X), ``impossible`` a day or time that does not exist (2月30日), which has no value, and ``bare_time_unclear``
    a clock time that may be morning or evening (7点). ``has_day`` and ``has_time`` say what was said, not assumed.
    ``provisional`` marks a value that rests on a year whose holidays are not yet published.
    """

    kind: Kind
    span: tuple[int, int]
    words: str
    node: Node = field(repr=False)
    date: dt.date | None = None
    datetime: dt.datetime | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    length: Duration | None = None
    rule: dict[str, Any] | None = field(default=None, compare=False)
    before: bool = False
    impossible: bool = False
    bare_time_unclear: bool = False
    has_day: bool = True
    has_time: bool = False
    provisional: bool = False

    def to_json(self) -> dict[str, Any]:
        """The expression as ``read --dates`` prints it. Raises ValueError for an impossible one, which has no value."""
        if self.impossible:
            raise ValueError(f"no such day or time: {self.words}")
        values: dict[str, Any] = {}
        if self.kind == "date":
            values = {"date": _iso(self.date)}
        elif self.kind == "datetime":
            values = {"datetime": _iso(self.datetime)}
        elif self.kind in ("daterange", "datetimerange"):
            values = {"start": _iso(self.start), "end": _iso(self.end)}
        elif self.length is not None:
            length = self.length
            values = {
                "months": length.months,
                "days": length.days,
                "workdays": length.workdays,
                "seconds": length.seconds,
            }
        elif self.rule is not None:
            values = dict(self.rule)
        return {"kind": self.kind, "span": list(self.span), **values}


def _iso(value: dt.date | None) -> str | None:
    return value.isoformat() if value is not None else None
