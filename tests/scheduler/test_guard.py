"""The guard against a clock that leaps ahead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from scheduler.guard import LeapGuard

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _guard() -> tuple[LeapGuard, list[float]]:
    uptime = [100.0]
    return LeapGuard(elapsed=lambda: uptime[0]), uptime


def test_time_that_passes_is_allowed_however_much_of_it() -> None:
    guard, uptime = _guard()
    assert guard.allows(NOW)
    uptime[0] += 3 * 3600  # the machine slept
    assert guard.allows(NOW + timedelta(hours=3))


def test_a_leap_trips_it_for_good() -> None:
    guard, uptime = _guard()
    assert guard.allows(NOW)
    uptime[0] += 2
    assert not guard.allows(NOW + timedelta(days=365))
    uptime[0] += 2
    assert not guard.allows(NOW + timedelta(seconds=4))


def test_a_small_correction_and_a_step_back_are_allowed() -> None:
    guard, uptime = _guard()
    assert guard.allows(NOW)
    uptime[0] += 2
    assert guard.allows(NOW + timedelta(minutes=9))
    uptime[0] += 2
    assert guard.allows(NOW)
