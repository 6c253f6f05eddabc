"""The local channel: a platform that is this database. People write on the demo's page; it keeps a transcript.

It is keyed: a transcript row carries the outbox key, so what is sent twice stands once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from bot.channels.base import Rate
from bot.intake import Accepted, Intake
from bot.message import Incoming, Outgoing
from models.corridor import LocalMessage
from models.database import Database

PLATFORM = "local"
BOT = "bot"

_HIDDEN = {
    "secret": "（带有涉密标识的消息，未保存）",
    "personal": "（含身份证号或银行卡号的消息，未保存）",
    "long": "（过长的消息，未保存）",
    "control": "（含控制字符的消息，未保存）",
}


@dataclass(slots=True)
class LocalChannel:
    """The local platform. ``spoken`` is set whenever a transcript row was added."""

    database: Database
    now: Callable[[], datetime]
    spoken: asyncio.Event = field(default_factory=asyncio.Event)

    platform: ClassVar[str] = PLATFORM
    keyed: ClassVar[bool] = True
    rate: ClassVar[Rate | None] = None

    async def receive(self, intake: Intake, incoming: Incoming) -> Accepted:
        """Take a message in, with its transcript row in the same transaction."""
        accepted = await intake.accept(incoming, self.now(), beside=_write_down)
        self.spoken.set()
        return accepted

    async def send(self, message: Outgoing) -> str:
        """Write the message on the transcript, once for its key."""

        async def work(session: AsyncSession) -> int:
            known = await session.scalar(select(LocalMessage.seq).where(LocalMessage.key == message.key))
            if known is not None:
                return int(known)
            row = LocalMessage(
                key=message.key,
                time=self.now(),
                chat_kind=message.chat.kind,
                chat=message.chat.id,
                sender=BOT,
                text=message.text,
                reply_to=message.reply_to,
                mentions=list(message.mentions),
            )
            session.add(row)
            await session.flush()
            return row.seq or 0

        seq = await self.database.store(work)
        self.spoken.set()
        return str(seq)


async def _write_down(session: AsyncSession, incoming: Incoming, refused: str | None) -> None:
    session.add(
        LocalMessage(
            key=f"in:{incoming.message_id}",
            time=incoming.sent_at,
            chat_kind=incoming.chat.kind,
            chat=incoming.chat.id,
            sender=incoming.sender,
            text=_HIDDEN[refused] if refused else incoming.text,
            quote=incoming.quote,
        )
    )
