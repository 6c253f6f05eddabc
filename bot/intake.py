"""Taking a message in: screened in memory, then written to the inbox, once.

What carries a mark of classification or an identity number is never written anywhere; only its kind, time and sender.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from bot.message import Incoming
from bot.understanding import mask, screen
from models.corridor import Inbox
from models.database import Database

# C0 and C1 controls other than tab, line feed and carriage return: no keyboard types them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

Beside = Callable[[AsyncSession, Incoming, str | None], Awaitable[None]]
"""What a channel writes in the same transaction: the screened message, and why it was refused, if it was."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a message: ``fresh`` is False where it had been taken in before."""

    fresh: bool
    refused: str | None


@dataclass(slots=True)
class Intake:
    """The one way in for messages. ``arrived`` is set with each new one, for whoever waits to handle it."""

    database: Database
    longest: int
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def accept(self, incoming: Incoming, now: datetime, beside: Beside | None = None) -> Accepted:
        """Screen a message and keep it. When this returns, the message is safe and may be acknowledged."""
        refused, chat = self._refusal(incoming), incoming.chat
        screened = _emptied(incoming) if refused else _masked(incoming)

        async def work(session: AsyncSession) -> bool:
            same = (
                Inbox.platform == chat.platform,
                Inbox.robot == incoming.robot,
                Inbox.message == incoming.message_id,
            )
            if await session.scalar(select(Inbox.id).where(*same)) is not None:
                return False
            session.add(_row(screened, refused, now))
            if beside:
                await beside(session, screened, refused)
            return True

        try:
            fresh = await self.database.store(work)
        except IntegrityError:  # another process took the same message in at the same moment
            fresh = False
        self.arrived.set()
        return Accepted(fresh, refused)

    def _refusal(self, incoming: Incoming) -> str | None:
        blocked = screen(incoming.text, incoming.quote)
        if blocked:
            return blocked
        if len(incoming.text) > self.longest or len(incoming.quote or "") > self.longest:
            return "long"
        return "control" if _CONTROL.search(incoming.text) else None


def _emptied(incoming: Incoming) -> Incoming:
    return replace(incoming, text="", quote=None)


def _masked(incoming: Incoming) -> Incoming:
    quote = incoming.quote and _storable(mask(_CONTROL.sub("", incoming.quote)))
    return replace(incoming, text=_storable(mask(incoming.text)), quote=quote)


def _storable(text: str) -> str:
    """Without lone surrogates, which no database can hold."""
    return _SURROGATE.sub("\ufffd", text)


def _row(incoming: Incoming, refused: str | None, now: datetime) -> Inbox:
    return Inbox(
        platform=incoming.chat.platform,
        robot=incoming.robot,
        message=incoming.message_id,
        account=incoming.sender,
        nick=incoming.nick,
        chat_kind=incoming.chat.kind,
        chat=incoming.chat.id,
        text=incoming.text,
        quote=incoming.quote,
        refused=refused,
        reply=incoming.reply,
        sent_at=incoming.sent_at,
        received_at=now,
    )
