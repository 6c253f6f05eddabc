"""Inbox, outbox, open questions, the local platform's transcript and the counters of codes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from models.base import Plumbing


class InboxState(StrEnum):
    NEW = "new"
    HANDLED = "handled"
    DEAD = "dead"


class Inbox(Plumbing, table=True):
    """A message that was taken in. ``text`` and ``quote`` are masked; of a blocked one neither is kept.

    ``refused`` says why a text was not even stored: ``secret``, ``personal``, ``long`` or ``control``.
    ``reply`` holds what the channel needs to answer.
    """

    __table_args__ = (UniqueConstraint("platform", "robot", "message"),)

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    robot: str
    message: str
    account: str
    nick: str = ""
    chat_kind: str
    chat: str
    text: str = ""
    quote: str | None = None
    refused: str | None = None
    reply: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    sent_at: datetime
    received_at: datetime
    state: str = Field(default=InboxState.NEW, index=True)
    attempts: int = 0
    error: str = ""
    handled_at: datetime | None = None


class OutboxState(StrEnum):
    """pending → sending → sent | pending | unknown | dead; pending → expired | cancelled."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Outbox(Plumbing, table=True):
    """One message to send. ``key`` is unique: what is to be said once is said once.

    ``next_at``: not before; ``expires_at``: not after. A row is claimed (``owner``, ``lease_until``, ``attempts``)
    before anything leaves the house, and its result is written only by who holds that claim.
    """

    __table_args__ = (
        Index("ix_outbox_state_next_at", "state", "next_at"),
        Index("ix_outbox_target", "platform", "chat_kind", "chat", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    platform: str
    chat_kind: str
    chat: str
    text: str
    mentions: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    reply_to: str | None = None
    reply: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    inbox_id: int | None = Field(default=None, index=True)
    state: str = OutboxState.PENDING
    attempts: int = 0
    created_at: datetime
    next_at: datetime
    expires_at: datetime | None = None
    owner: str | None = None
    lease_until: datetime | None = None
    started_at: datetime | None = None
    sent_at: datetime | None = None
    platform_ref: str | None = None
    error: str = ""


class Question(Plumbing, table=True):
    """What the bot asked somebody in a chat, open for ten minutes: one at a time for each person and chat."""

    __table_args__ = (UniqueConstraint("member_id", "chat_kind", "chat"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: str
    chat_kind: str
    chat: str
    act: str
    slots: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    slot: str
    choices: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    asked_at: datetime


class LocalMessage(Plumbing, table=True):
    """The local platform's own transcript. ``key`` is the sender's message id or the outbox key: taken once."""

    seq: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    time: datetime
    chat_kind: str
    chat: str
    sender: str
    text: str
    quote: str | None = None
    reply_to: str | None = None
    mentions: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class Counter(Plumbing, table=True):
    """The last running number of a letter: codes are never given twice, not even after an undo."""

    letter: str = Field(primary_key=True)
    last: int = 0


class Setting(Plumbing, table=True):
    """Small facts of the running house, such as how far the demo's clock is moved."""

    name: str = Field(primary_key=True)
    value: str
