"""What to do after a send that went wrong: a pure decision."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.base import Busy, Fault, Lost, NotSent, Rejected
from models.corridor import OutboxState

MOST_ATTEMPTS = 12  # with the pauses below: about 40 minutes
LONGEST_PAUSE = 300.0  # seconds


@dataclass(frozen=True, slots=True)
class Decision:
    """The row's next state; where it is ``pending``, after ``pause`` seconds."""

    state: OutboxState
    pause: float = 0.0


def decide(fault: Fault, attempts: int, *, keyed: bool) -> Decision:
    """What follows from a fault at the ``attempts``-th attempt (counted from 1).

    Sent again is only what certainly never left, what the platform refused for now, and on a keyed channel what was
    lost. What is lost elsewhere is ``unknown``: shown, never repeated.
    """
    if isinstance(fault, Rejected):
        return Decision(OutboxState.DEAD)
    if isinstance(fault, Lost) and not keyed:
        return Decision(OutboxState.UNKNOWN)
    if attempts >= MOST_ATTEMPTS:
        return Decision(OutboxState.UNKNOWN if isinstance(fault, Lost) else OutboxState.DEAD)
    return Decision(OutboxState.PENDING, _pause(fault, attempts))


def _pause(fault: Fault, attempts: int) -> float:
    if isinstance(fault, Busy):
        return fault.retry_after
    if isinstance(fault, NotSent | Lost):
        return min(LONGEST_PAUSE, 2.0**attempts)
    raise TypeError(f"not a fault of sending: {fault!r}")
