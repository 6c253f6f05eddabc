"""A platform that breaks on demand, and keeps its own list of what it was really given."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.channels.base import Busy, Fault, Lost, NotSent, Rate, Rejected
from bot.message import Outgoing


class Killed(BaseException):
    """The process ends here: nothing after it happens, no handler of ours sees it."""


@dataclass(frozen=True, slots=True)
class Break:
    """What goes wrong with one send. ``arrived``: the platform has the message all the same."""

    error: BaseException
    arrived: bool = False


def not_sent() -> Break:
    """The connection was refused."""
    return Break(NotSent("connection refused"))


def busy(retry_after: float = 60.0) -> Break:
    """The platform refused it for now."""
    return Break(Busy("too many", retry_after))


def rejected() -> Break:
    """The platform refused it for good."""
    return Break(Rejected("no such robot"))


def lost(*, arrived: bool) -> Break:
    """The answer was lost, after the message came or before."""
    return Break(Lost("cut off"), arrived)


def killed(*, arrived: bool) -> Break:
    """The process dies while it sends."""
    return Break(Killed(), arrived)


@dataclass(slots=True)
class FakeChannel:
    """A channel whose sends go wrong as its switches say.

    ``faults`` holds for each chat what happens to the next sends to it, ``down`` what happens to all of them;
    ``inside`` is called in the middle of a send. ``calls`` are the sends that were tried, ``arrived`` what the platform
    holds: one for each key where it is ``keyed``.
    """

    platform: str = "fake"
    keyed: bool = False
    rate: Rate | None = None
    faults: dict[str, deque[Break]] = field(default_factory=dict)
    down: Callable[[Outgoing], Break | None] | None = None
    inside: Callable[[Outgoing], Awaitable[None]] | None = None
    calls: list[Outgoing] = field(default_factory=list)
    arrived: list[Outgoing] = field(default_factory=list)

    def fail(self, chat: str, *breaks: Break) -> None:
        """The next sends to the chat go wrong like this, in order."""
        self.faults.setdefault(chat, deque()).extend(breaks)

    async def send(self, message: Outgoing) -> str:
        """Take the message, or break."""
        self.calls.append(message)
        if self.inside:
            await self.inside(message)
        broken = self._break(message)
        if broken is None or broken.arrived:
            self._keep(message)
        if broken is not None:
            raise broken.error
        return f"ref:{message.key}"

    def keys(self) -> list[str]:
        """The keys of what arrived, in order."""
        return [message.key for message in self.arrived]

    def _break(self, message: Outgoing) -> Break | None:
        waiting = self.faults.get(message.chat.id)
        if waiting:
            return waiting.popleft()
        return self.down(message) if self.down else None

    def _keep(self, message: Outgoing) -> None:
        if not self.keyed or message.key not in self.keys():
            self.arrived.append(message)


__all__ = ["Break", "FakeChannel", "Fault", "Killed", "busy", "killed", "lost", "not_sent", "rejected"]
