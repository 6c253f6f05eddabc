"""The clock: time is an argument everywhere, and comes from one of these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Clock(Protocol):
    """Gives the present moment, aware."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class MovableClock:
    """A clock that runs at normal speed, ahead of or behind the machine's by ``offset``. It is never moved back."""

    offset: timedelta = timedelta(0)
    held: datetime | None = None
    _latest: datetime = _LONG_AGO

    def now(self) -> datetime:
        """The present moment in UTC; never earlier than one given before."""
        if self.held is not None:
            return self.held
        self._latest = max(self._latest, datetime.now(UTC) + self.offset)
        return self._latest

    def move_to(self, moment: datetime) -> None:
        """Let it be ``moment`` (aware). Raises ValueError if that lies before a moment it gave."""
        if moment < self._latest:  # what it was moved to or has said; to ask anew would let microseconds refuse it
            raise ValueError("the clock never moves back")
        self._latest = moment.astimezone(UTC)
        self.offset = self._latest - datetime.now(UTC)
        self.held = None

    def stand(self) -> None:
        """Stand still until ``move_to`` lets it run on."""
        self.held = self.now()

    def hold(self, moment: datetime) -> None:
        """Stand still at ``moment`` (aware) until ``move_to`` lets it run on. Raises ValueError as that does."""
        self.move_to(moment)
        self.held = self._latest
