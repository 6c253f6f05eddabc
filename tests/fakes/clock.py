"""A clock that stands where it is put, and may go back as the machine's may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

FRIDAY = datetime(2023, 4, 7, 0, 50, tzinfo=UTC)
"""08:50 in Shanghai on a working Friday."""


@dataclass(slots=True)
class StandingClock:
    """Stands at ``moment``."""

    moment: datetime = FRIDAY

    def now(self) -> datetime:
        """That moment."""
        return self.moment

    def forward(self, seconds: float) -> datetime:
        """Move on (back, for less than 0), and tell the new moment."""
        self.moment += timedelta(seconds=seconds)
        return self.moment
