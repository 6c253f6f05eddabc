"""What goes into understanding and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.acts import Act


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message as understanding sees it. ``now`` is local wall-clock time without an offset.

    ``group`` is None in a private chat. ``text`` lacks the leading @ of the bot. ``sender`` is a member id.
    """

    text: str
    sender: str
    now: datetime
    group: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an act cannot be recorded as it stands.

    ``kind``: ``missing`` (a needed slot was not given), ``several`` (more than one item fits: ``candidates`` holds
    their codes), ``impossible`` (``words`` holds what was written, such as 2月30日 or 120%).
    """

    slot: str
    kind: Literal["missing", "several", "impossible"]
    words: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """One act with its doubts, and which words led to it: (slot or "act", words)."""

    act: Act
    doubts: tuple[Doubt, ...] = ()
    because: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message was read as. A blocked message has no acts."""

    blocked: Literal["secret", "personal"] | None = None
    acts: tuple[Understood, ...] = ()
