"""A guard against a system clock that leaps ahead: a leap of a year would let everything fall due at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

LARGEST_LEAP = timedelta(minutes=10)


def boot_seconds() -> float:
    """Seconds since the machine was booted, sleep included: what a clock set by hand cannot change."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(slots=True)
class LeapGuard:
    """Compares the clock with the machine's uptime. Once it has tripped it stays so until the program is restarted."""

    elapsed: Callable[[], float] = boot_seconds
    seen: tuple[datetime, float] | None = None
    tripped: bool = False

    def allows(self, now: datetime) -> bool:
        """Whether ``now`` follows from the last moment that was seen, give or take ten minutes."""
        elapsed = self.elapsed()
        if self.seen is not None and not self.tripped:
            expected = self.seen[0] + timedelta(seconds=elapsed - self.seen[1])
            self.tripped = now - expected > LARGEST_LEAP
        self.seen = (now, elapsed)
        return not self.tripped
