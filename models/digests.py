"""《政务动态》: an issue of the weekly digest."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from models.base import Record


class DigestState(StrEnum):
    """draft → (审核) reviewed → (签发) published."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"


class Digest(Record, table=True):
    """An issue. ``week`` is ISO ("2023-W15"); ``number`` counts from 1 in each year and is given at 签发, so none is
    skipped or used twice. ``content`` is the compiled issue as plain values (bot/publishing/digest.py)."""

    __table_args__ = (UniqueConstraint("year", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    week: str = Field(unique=True)
    year: int
    number: int | None = None
    state: str = Field(default=DigestState.DRAFT, index=True)
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    compiled_at: datetime
    reviewed_by: str | None = None
    published_by: str | None = None
    published_at: datetime | None = None
