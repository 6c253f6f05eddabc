"""Messages coming in and going out, free of any platform."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

ChatKind = Literal["group", "private"]


@dataclass(frozen=True, slots=True)
class Chat:
    """Where a message stands: a group by the platform's conversation id, or a private chat by the account."""

    platform: str
    kind: ChatKind
    id: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that a platform handed over. ``sent_at`` is aware; ``reply`` is what the channel needs to answer it.

    ``text`` lacks the leading @ of the bot; ``sender`` is the account id there, ``nick`` the name that is shown.
    """

    chat: Chat
    robot: str
    message_id: str
    sender: str
    text: str
    sent_at: datetime
    nick: str = ""
    quote: str | None = None
    reply: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send. ``key`` is unique for good; ``mentions`` are account ids of the platform."""

    chat: Chat
    key: str
    text: str
    mentions: tuple[str, ...] = ()
    reply_to: str | None = None
    reply: dict[str, Any] = field(default_factory=dict)
