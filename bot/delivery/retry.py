"""What to do after a send that went wrong: a pure decision."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.base import Busy, Fault, NotSent, Rejected
from models.corridor import OutboxState

MOST_ATTEMPTS = 15  # with the pauses below: 38 minutes at least, longer than an outage of half an hour
LONGEST_PAUSE = 300.0  # seconds


@dataclass(frozen=True, slots=True)
class Decision:
    """The row's next state; where it is ``pending``, after ``pause`` seconds."""

    state: OutboxState
    pause: float = 0.0


def decide(fault: Fault, attempts: int, *, keyed: bool) -> Decision:
    """What follows from a fault at the ``attempts``-th attempt (counted from 1).

    Sent again is only what certainly never left, what the platform refused for now, and on a keyed channel what was
    lost. What is lost elsewhere is ``unknown``: shown, never repeated. A fault of no known kind counts as lost.
    """
    if isinstance(fault, Rejected):
        return Decision(OutboxState.DEAD)
    lost = not isinstance(fault, NotSent | Busy)
    if lost and (not keyed or attempts >= MOST_ATTEMPTS):
        return Decision(OutboxState.UNKNOWN)
    if attempts >= MOST_ATTEMPTS:
        return Decision(OutboxState.DEAD)
    return Decision(OutboxState.PENDING, _pause(fault, attempts))


def _pause(fault: Fault, attempts: int) -> float:
    pause = min(LONGEST_PAUSE, 2.0**attempts)
    # What the platform asks for, but not again and again at once: that would use up the attempts in seconds.
    return max(fault.retry_after, pause) if isinstance(fault, Busy) else pause
