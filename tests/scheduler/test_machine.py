"""Any history of two processes on one database: every instant is accounted for exactly once, nothing is said twice.

Hypothesis draws the histories: ticks at random moments of either process or of both at once, clocks that go forward and
back, deaths at any statement or commit. What is right is counted here day by day, without the code under test.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.config import load_rules
from bot.router import Office
from bot.workdays import Calendar
from models.database import Database
from models.migrating import migrate
from scheduler.plans import DIGEST, REMINDERS
from scheduler.ticker import Ticker
from tests.scheduler import house

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2023, 12, 20, 7, 0, tzinfo=ZONE)  # before a year's end, and a leap February
OFFICE = Office(load_rules(), Calendar(), ZONE, ("fake",))
GRACE = 6 * 3600

PEOPLE: dict[str, dict[str, Any]] = {
    "T1": {"rrule": "FREQ=WEEKLY;BYDAY=FR", "clock": "16:00", "grace": GRACE},
    "T2": {"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1", "clock": "23:59"},
    "T3": {"rrule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "clock": "00:00"},
    "T4": {"once": "2024-01-02T09:30", "grace": GRACE},
    "T5": {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "clock": "09:00"},
}


def _last_of_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


RIGHT: dict[str, tuple[time, Callable[[date], bool], int | None]] = {
    REMINDERS: (time(8, 50), OFFICE.calendar.is_workday, 8 * 3600 + 40 * 60),
    DIGEST: (time(16, 0), OFFICE.calendar.is_workday, None),
    "T1": (time(16, 0), lambda day: day.weekday() == 4, GRACE),
    "T2": (time(23, 59), _last_of_month, None),
    "T3": (time(0, 0), lambda day: (day.month, day.day) == (12, 31), None),
    "T4": (time(9, 30), lambda day: day == date(2024, 1, 2), GRACE),
    "T5": (time(9, 0), lambda day: (day.month, day.day) == (2, 29), None),
}
"""What each schedule should do: when, on which days, and how long an instant may wait (seconds)."""


def due_by(now: datetime) -> set[tuple[str, datetime]]:
    """Every instant in (START, now]."""
    days = [START.date() + timedelta(days=n) for n in range((now - START).days + 2)]
    return {
        (name, instant)
        for name, (clock, fits, _) in RIGHT.items()
        for day in days
        if fits(day) and START < (instant := datetime.combine(day, clock, tzinfo=ZONE)) <= now
    }


class Died(Exception):
    """The process is gone: whatever it still tries fails."""


class Process:
    """A process with connections of its own, that may be made to die at a statement or a commit."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.left: int | None = None
        self._start()

    def _start(self) -> None:
        self.database = Database(self.url)
        self.ticker: Ticker = house.ticker(self.database, OFFICE)
        for engine in (self.database._writer, self.database._reader):
            event.listen(engine.sync_engine, "before_cursor_execute", self._step)
            event.listen(engine.sync_engine, "commit", self._step)

    def _step(self, *_: object) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Died

    async def tick(self, now: datetime, dies_at: int | None) -> bool:
        """Tick; False where it died on the way. It then stands up again, and has forgotten everything."""
        self.left = dies_at
        try:
            await self.ticker.tick(now)
        except Died:
            self.left = None
            await self.database.close()
            self._start()
            return False
        self.left = None
        return True


class History(RuleBasedStateMachine):
    """The two processes, and what they have been asked for."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(prefix="banjie-history-"))

    @initialize()
    def begin(self) -> None:
        shutil.copyfile(self.template, self.folder / "test.db")
        url = f"sqlite+aiosqlite:///{self.folder / 'test.db'}"
        self.processes = [Process(url), Process(url)]
        self.now, self.done, self.asked = START, START, START
        reminders = [house.reminder(OFFICE, name, START, **when) for name, when in PEOPLE.items()]
        self.runner.run(self.processes[0].ticker.install(START))
        self.runner.run(house.add(self.processes[0].database, *reminders))

    @rule(minutes=st.one_of(st.integers(1, 600), st.integers(600, 12 * 24 * 60)))
    def time_goes_on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(number=st.integers(0, 9), seconds=st.integers(-3, 3))
    def an_instant_is_near(self, number: int, seconds: int) -> None:
        coming = sorted({instant for _, instant in due_by(self.now + timedelta(days=9)) if instant > self.now})
        if coming:
            self.now = max(self.now, coming[number % len(coming)] + timedelta(seconds=seconds))

    @rule(minutes=st.integers(1, 50 * 60))
    def the_clock_goes_back(self, minutes: int) -> None:
        self.now = max(START, self.now - timedelta(minutes=minutes))

    @rule(which=st.integers(0, 1), dies_at=st.one_of(st.none(), st.integers(0, 60)), behind=st.integers(0, 90))
    def one_ticks(self, which: int, dies_at: int | None, behind: int) -> None:
        self._after(self.now, self.runner.run(self.processes[which].tick(self.now, dies_at)))
        if behind:  # the other one's clock is behind by so many seconds
            late = max(START, self.now - timedelta(seconds=behind))
            self._after(late, self.runner.run(self.processes[1 - which].tick(late, None)))

    @rule(dies_at=st.one_of(st.none(), st.integers(0, 60)), behind=st.integers(0, 90))
    def both_tick_at_once(self, dies_at: int | None, behind: int) -> None:
        moments = (self.now, max(START, self.now - timedelta(seconds=behind)))

        async def both() -> list[bool]:
            ticks = zip(self.processes, moments, (dies_at, None), strict=True)
            return list(await asyncio.gather(*(process.tick(now, dies) for process, now, dies in ticks)))

        for now, ended in zip(moments, self.runner.run(both()), strict=True):
            self._after(now, ended)

    def _after(self, now: datetime, ended: bool) -> None:
        self.asked = max(self.asked, now)
        if ended:
            self.done = max(self.done, now)

    @invariant()
    def every_instant_once(self) -> None:
        if not hasattr(self, "processes"):
            return
        database = self.processes[0].database
        found = self.runner.run(house.accounted(database))
        assert due_by(self.done) <= set(found) <= due_by(self.asked)
        for (name, instant), (state, at) in found.items():
            grace = RIGHT[name][2]
            late = grace is not None and at - instant > timedelta(seconds=grace)
            assert (state, at >= instant) == ("late" if late else "fired", True)
        fired = {(name, instant.astimezone(ZONE)) for (name, instant), (state, _) in found.items() if state == "fired"}
        assert self.runner.run(house.pushed(database)) == sorted(_said(fired))

    def teardown(self) -> None:
        for process in getattr(self, "processes", ()):
            self.runner.run(process.database.close())
        self.runner.close()
        shutil.rmtree(self.folder)


def _said(fired: set[tuple[str, datetime]]) -> Iterator[str]:
    for name, instant in fired:
        if name == REMINDERS:
            yield f"task.remind|{instant.date()}"
        elif name == DIGEST and _is_digest_day(instant.date()):
            year, week, _ = instant.isocalendar()
            yield f"digest.compile|{year}-W{week:02}"
        elif name != DIGEST:
            yield f"remind.fire|{name}|{instant:%Y-%m-%dT%H:%M}"


def _is_digest_day(day: date) -> bool:
    """The last working day of those from Monday to Friday."""
    monday = day - timedelta(days=day.weekday())
    worked = [d for d in (monday + timedelta(days=n) for n in range(5)) if OFFICE.calendar.is_workday(d)]
    return bool(worked) and day == worked[-1]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[type[History]]:
    template = tmp_path_factory.mktemp("history") / "template.db"

    async def make() -> None:
        database = Database(f"sqlite+aiosqlite:///{template}")
        await migrate(database)
        await database.close()

    with asyncio.Runner() as runner:
        runner.run(make())
    History.template = template
    with capture_logs():  # tracebacks of deaths take longer than the histories
        yield History


def histories(count: int, steps: int, *, derandomize: bool) -> settings:
    return settings(
        max_examples=count,
        stateful_step_count=steps,
        deadline=None,
        derandomize=derandomize,
        database=None,
        phases=[Phase.generate] if derandomize else list(Phase),  # a history of 16 steps needs no shrinking
        suppress_health_check=list(HealthCheck),
    )


def test_any_history(machine: type[History]) -> None:
    run_state_machine_as_test(machine, settings=histories(24, 16, derandomize=True))


@pytest.mark.long
def test_many_histories(machine: type[History]) -> None:
    run_state_machine_as_test(machine, settings=histories(150, 30, derandomize=False))
