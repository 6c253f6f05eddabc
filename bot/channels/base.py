"""What a channel is: it takes in its platform's messages, and sends ours, saying honestly what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from bot.message import Outgoing


class Fault(Exception):
    """A send that did not come to a sure, good end."""


class NotSent(Fault):
    """It certainly never left: no address, connection refused or timed out while connecting."""


class Busy(Fault):
    """The platform refused it for now; it may be sent again after ``retry_after`` seconds."""

    def __init__(self, reason: str, retry_after: float = 60.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Rejected(Fault):
    """The platform refused it for good."""


class Lost(Fault):
    """It left, and the answer was lost: nobody knows whether it arrived."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``messages`` to one target in any ``seconds``."""

    messages: int
    seconds: float


class Channel(Protocol):
    """A platform. ``keyed``: the platform takes a repeated key once, so what is lost may be sent again.

    ``rate`` holds for each target; None where the platform sets none.
    """

    platform: ClassVar[str]
    keyed: ClassVar[bool]
    rate: ClassVar[Rate | None]

    async def send(self, message: Outgoing) -> str:
        """Send, and return the platform's reference. Raises a Fault."""
        ...
