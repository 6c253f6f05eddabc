"""Which handler takes which act, and who may. What goes into a handler, and what comes out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.acts import Act
from bot.message import Chat
from bot.rules import Rules
from bot.workdays import Calendar
from models.people import Group, Member

A = TypeVar("A", bound=Act)


class Refused(Exception):
    """An act that cannot be done. Its message is the answer: what was wrong, and one right example."""


class Unclear(Exception):
    """An act that lacks something. Its message is the question; the answer fills ``slot`` of ``act``.

    ``choices`` are the values behind the numbers 1, 2, …; without them the answer is read as words.
    """

    def __init__(self, question: str, act: Act, slot: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(question)
        self.act, self.slot, self.choices = act, slot, choices


@dataclass(frozen=True, slots=True)
class Office:
    """What stays the same for every act: rules, calendar, zone, and the platforms in order of preference."""

    rules: Rules
    calendar: Calendar
    zone: ZoneInfo
    platforms: tuple[str, ...]
    city: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler may use beside the act. ``actor`` is None for the office itself (schedules, imports).

    ``now`` is aware; ``text`` is the masked message that asked for the act.
    """

    session: AsyncSession
    office: Office
    now: datetime
    actor: Member | None = None
    group: Group | None = None
    chat: Chat | None = None
    account: str | None = None
    inbox_id: int | None = None
    text: str = ""

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(self.office.zone).date()


@dataclass(frozen=True, slots=True)
class ToGroup:
    """A group, on whichever platform it lives."""

    id: int


@dataclass(frozen=True, slots=True)
class ToMember:
    """A person, in private, on the account that they use."""

    id: str


Target = ToGroup | ToMember | Chat


@dataclass(frozen=True, slots=True)
class Push:
    """Something to say unasked. ``key`` is unique for good: a second push with it says nothing.

    ``at``: not before this moment; ``expires``: not after it. ``mentions`` are member ids.
    """

    key: str
    to: Target
    text: str
    mentions: tuple[str, ...] = ()
    at: datetime | None = None
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act came to: the answer to who asked, what others are told, the code of what was recorded.

    ``undoes`` is the message (inbox id) whose acts were taken back.
    """

    reply: str = ""
    pushes: tuple[Push, ...] = ()
    code: str | None = None
    mentions: tuple[str, ...] = ()
    undoes: int | None = None


Handler = Callable[[Any, Context], Awaitable[Outcome]]
Check = Callable[[Context, Any], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Right:
    """Who may do an act: a check, and the words for who may not."""

    check: Check
    words: str


@dataclass(frozen=True, slots=True)
class Route:
    """An act's handler and right."""

    handler: Handler
    may: Right


@dataclass(slots=True)
class Router:
    """Routes by the act's type. Registering an act twice raises ValueError."""

    routes: dict[type[Act], Route] = field(default_factory=dict)

    def on(self, act: type[A], *, may: Right) -> Callable[[Callable[[A, Context], Awaitable[Outcome]]], Handler]:
        """Register the decorated function as the handler of ``act``."""

        def register(handler: Callable[[A, Context], Awaitable[Outcome]]) -> Handler:
            self._add(act, Route(handler, may))
            return handler

        return register

    def include(self, *others: Router) -> None:
        """Take over the routes of other routers."""
        for other in others:
            for act, route in other.routes.items():
                self._add(act, route)

    def route(self, act: Act) -> Route:
        """The route of an act. Raises KeyError where none is registered."""
        return self.routes[type(act)]

    def _add(self, act: type[Act], route: Route) -> None:
        if act in self.routes:
            raise ValueError(f"{act.name} has a handler already")
        self.routes[act] = route
