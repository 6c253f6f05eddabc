"""A clock that may be moved: forward and never back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scheduler import clock as module
from scheduler.clock import MovableClock, SystemClock

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2023, 4, 7, 12, 0, tzinfo=UTC)


class Machine(datetime):
    """The machine's clock, set by hand; it steps on with every look, as a real one does."""

    moment = NOON

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        """The moment, one microsecond after the last look."""
        assert tz is UTC
        cls.moment += timedelta(microseconds=1)
        return cls.moment


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> type[Machine]:
    monkeypatch.setattr(module, "datetime", Machine)
    monkeypatch.setattr(Machine, "moment", NOON)
    return Machine


def test_it_runs_with_the_machine_from_its_offset_on(machine: type[Machine]) -> None:
    clock = MovableClock(timedelta(days=2))
    first = clock.now()
    machine.moment += timedelta(hours=1)
    assert timedelta(hours=1) <= clock.now() - first < timedelta(hours=1, milliseconds=1)
    assert first - NOON < timedelta(days=2, milliseconds=1)


def test_it_never_goes_back_when_the_machine_does(machine: type[Machine]) -> None:
    clock = MovableClock()
    seen = [clock.now()]
    for hours in (-5, 1, -3, 2):
        machine.moment += timedelta(hours=hours)
        seen.append(clock.now())
    assert seen == sorted(seen)


def test_it_is_moved_forward_and_runs_on(machine: type[Machine]) -> None:
    clock = MovableClock()
    target = NOON + timedelta(days=30)
    clock.move_to(target.astimezone(SHANGHAI))
    assert target <= clock.now() < target + timedelta(milliseconds=1)
    machine.moment += timedelta(minutes=5)
    assert target + timedelta(minutes=5) <= clock.now()


@pytest.mark.parametrize("move", [MovableClock.move_to, MovableClock.hold])
def test_it_is_never_moved_before_a_moment_it_gave(machine: type[Machine], move: object) -> None:
    clock = MovableClock()
    given = clock.now()
    with pytest.raises(ValueError, match="never moves back"):
        move(clock, given - timedelta(microseconds=1))  # type: ignore[operator]
    assert clock.now() > given
    assert clock.held is None


@pytest.mark.parametrize("move", [MovableClock.move_to, MovableClock.hold])
def test_it_may_always_be_set_to_what_it_says(machine: type[Machine], move: object) -> None:
    """Between the asking and the setting some microseconds go by."""
    clock = MovableClock()
    for _ in range(3):
        move(clock, clock.now())  # type: ignore[operator]


def test_held_it_stands_until_it_is_moved(machine: type[Machine]) -> None:
    clock = MovableClock()
    moment = NOON + timedelta(days=1)
    clock.hold(moment.astimezone(SHANGHAI))
    machine.moment += timedelta(days=5)
    assert clock.now() == moment
    clock.hold(moment + timedelta(hours=1))
    assert clock.now() == moment + timedelta(hours=1)
    with pytest.raises(ValueError, match="never moves back"):
        clock.move_to(moment)
    clock.move_to(clock.now())
    machine.moment += timedelta(minutes=1)
    assert clock.now() >= moment + timedelta(hours=1, minutes=1)


def test_stopped_where_it_is_it_stands(machine: type[Machine]) -> None:
    clock = MovableClock()
    clock.stand()
    first = clock.now()
    machine.moment += timedelta(days=1)
    assert clock.now() == first
    clock.move_to(first)
    machine.moment += timedelta(seconds=1)
    assert timedelta(seconds=1) <= clock.now() - first < timedelta(seconds=2)


def test_it_speaks_utc_whatever_zone_it_was_set_in(machine: type[Machine]) -> None:
    clock = MovableClock()
    clock.move_to((NOON + timedelta(days=1)).astimezone(SHANGHAI))
    assert clock.now().tzinfo is UTC
    clock.hold((NOON + timedelta(days=2)).astimezone(SHANGHAI))
    assert clock.now().tzinfo is UTC
    clock.move_to((NOON + timedelta(days=2)).astimezone(SHANGHAI))
    assert clock.now().tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        MovableClock().move_to(datetime(2099, 1, 1))  # noqa: DTZ001


def test_the_machines_clock_is_aware() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
