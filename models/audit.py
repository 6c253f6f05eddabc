"""The audit trail: one row an act, chained by hash, never changed."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, col, select

from models.base import Plumbing

GENESIS = "0" * 64


class AuditEntry(Plumbing, table=True):
    """One act that was done. ``hash`` covers the entry and the hash before it; ``undoes`` names the
    message (inbox id) whose acts this one took back.

    ``changes`` are the rows that the act wrote (models/changes.py).
    """

    seq: int = Field(primary_key=True)
    at: datetime = Field(index=True)
    member_id: str | None = Field(default=None, index=True)
    actor: str
    act: str
    chinese: str
    code: str | None = Field(default=None, index=True)
    inbox_id: int | None = Field(default=None, index=True)
    message: str | None = None
    slots: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    changes: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    undoes: int | None = Field(default=None, index=True)
    previous: str
    hash: str


def digest_of(entry: AuditEntry) -> str:
    """SHA-256 (hex) over the hash before and the entry's content in canonical JSON."""
    content = entry.model_dump(mode="python", exclude={"hash"})
    content["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


async def append(session: AsyncSession, entry: AuditEntry) -> None:
    """Chain ``entry`` to the last one and add it. The caller holds the record's write lock (models/database.py)."""
    last = (
        await session.execute(select(AuditEntry).order_by(col(AuditEntry.seq).desc()).limit(1))
    ).scalar_one_or_none()
    entry.seq = last.seq + 1 if last else 1
    entry.previous = last.hash if last else GENESIS
    entry.hash = digest_of(entry)
    session.add(entry)
    await session.flush()


async def first_broken(session: AsyncSession) -> int | None:
    """The number of the first entry that does not fit the chain, or None when all of it holds."""
    previous, number = GENESIS, 0
    entries = await session.stream_scalars(select(AuditEntry).order_by(col(AuditEntry.seq)))
    async for entry in entries:
        number += 1
        if entry.seq != number or entry.previous != previous or entry.hash != digest_of(entry):
            return number
        previous = entry.hash
    return None
