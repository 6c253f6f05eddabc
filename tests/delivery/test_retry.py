"""What follows from a fault, as a table."""

from __future__ import annotations

import itertools

import pytest

from bot.channels.base import Busy, Fault, Lost, NotSent, Rejected
from bot.delivery.retry import LONGEST_PAUSE, MOST_ATTEMPTS, Decision, decide
from models.corridor import OutboxState

DEAD, UNKNOWN = Decision(OutboxState.DEAD), Decision(OutboxState.UNKNOWN)


class Novel(Fault):
    """A fault of a kind that nobody has thought of."""


def again(seconds: float) -> Decision:
    return Decision(OutboxState.PENDING, seconds)


FIRST, LAST = 1, MOST_ATTEMPTS

TABLE = [
    # fault, attempts, decision without a key, decision with one
    (NotSent("refused"), FIRST, again(2), again(2)),
    (NotSent("refused"), 5, again(32), again(32)),
    (NotSent("refused"), 9, again(300), again(300)),
    (NotSent("refused"), LAST - 1, again(300), again(300)),
    (NotSent("refused"), LAST, DEAD, DEAD),
    (NotSent("refused"), LAST + 1, DEAD, DEAD),
    (Busy("limit", 60), FIRST, again(60), again(60)),
    (Busy("limit", 0), 3, again(8), again(8)),  # not at once again: that would use up all attempts
    (Busy("limit", 600), LAST - 1, again(600), again(600)),
    (Busy("limit", 60), LAST, DEAD, DEAD),
    (Rejected("no such robot"), FIRST, DEAD, DEAD),
    (Rejected("no such robot"), LAST, DEAD, DEAD),
    (Lost("cut off"), FIRST, UNKNOWN, again(2)),
    (Lost("cut off"), LAST - 1, UNKNOWN, again(300)),
    (Lost("cut off"), LAST, UNKNOWN, UNKNOWN),
    (Novel("?"), FIRST, UNKNOWN, again(2)),
    (Fault("?"), LAST, UNKNOWN, UNKNOWN),
]


@pytest.mark.parametrize(("fault", "attempts", "keyless", "keyed"), TABLE)
def test_the_table(fault: Fault, attempts: int, keyless: Decision, keyed: Decision) -> None:
    assert decide(fault, attempts, keyed=False) == keyless
    assert decide(fault, attempts, keyed=True) == keyed


FAULTS = [NotSent("a"), Busy("b", 0), Busy("b", 1e6), Rejected("c"), Lost("d"), Novel("e"), Fault("f")]


EVERY = list(itertools.product(FAULTS, range(1, 2 * MOST_ATTEMPTS), (False, True)))


def test_what_holds_for_every_fault() -> None:
    for fault, attempts, keyed in EVERY:
        check(fault, attempts, keyed=keyed)


def check(fault: Fault, attempts: int, *, keyed: bool) -> None:
    decision = decide(fault, attempts, keyed=keyed)
    harmless = isinstance(fault, NotSent | Busy)
    if decision.state == OutboxState.PENDING:
        assert harmless or keyed, "what may have arrived is never repeated without a key"
        assert attempts < MOST_ATTEMPTS
        assert decision.pause > 0
        assert decision.pause <= LONGEST_PAUSE or isinstance(fault, Busy)
    else:
        assert decision.pause == 0
        # What may have arrived is shown as unknown; what surely did not is given up.
        assert decision.state == (OutboxState.DEAD if harmless or isinstance(fault, Rejected) else OutboxState.UNKNOWN)


@pytest.mark.parametrize("fault", [NotSent("down"), Busy("down", 0), Busy("down", 60)])
def test_an_outage_of_half_an_hour_loses_nothing(fault: Fault) -> None:
    pauses = [decide(fault, attempts, keyed=False).pause for attempts in range(1, MOST_ATTEMPTS)]
    assert pauses == sorted(pauses)
    assert sum(pauses) > 30 * 60
