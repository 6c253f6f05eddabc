"""政务信息: an info, its reviews and adoptions, and the topics that are asked for."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from models.base import Record


class InfoState(StrEnum):
    """Where an info stands: ``submitted`` waits for the first review, ``reviewN`` for the Nth."""

    SUBMITTED = "submitted"
    REVIEW2 = "review2"
    REVIEW3 = "review3"
    APPROVED = "approved"
    RETURNED = "returned"
    ADOPTED = "adopted"


CHINESE_STATE = {
    InfoState.SUBMITTED: "待一审",
    InfoState.REVIEW2: "待二审",
    InfoState.REVIEW3: "待三审",
    InfoState.APPROVED: "三审通过",
    InfoState.RETURNED: "已退回",
    InfoState.ADOPTED: "已采用",
}

CHINESE_CATEGORY = {
    "highlight": "工作亮点",
    "problem": "问题建议",
    "economy": "经济运行",
    "key_work": "重点工作",
    "policy": "重大政策",
    "emergency": "突发紧急",
    "news": "一般动态",
}

CHINESE_LEVEL = {"city": "《政务动态》", "region": "自治区", "state": "国办", "instruction": "领导批示"}


class Info(Record, table=True):
    """A piece of 政务信息 (X). ``reviewers`` are the members who passed its stages, in order."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    title: str
    body: str = ""
    category: str = "news"
    unit_id: int = Field(foreign_key="unit.id", index=True)
    topic: str | None = None
    member_id: str | None = None
    state: str = Field(default=InfoState.SUBMITTED, index=True)
    reviewers: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    reason: str = ""  # why it was returned
    submitted_at: datetime = Field(index=True)
    approved_at: datetime | None = Field(default=None, index=True)


class Adoption(Record, table=True):
    """That an info was used, once at each level."""

    __table_args__ = (UniqueConstraint("info_id", "level"),)

    id: int | None = Field(default=None, primary_key=True)
    info_id: int = Field(foreign_key="info.id")
    level: str
    at: datetime = Field(index=True)
    member_id: str | None = None


class Topic(Record, table=True):
    """A 约稿 or 要点 (Y): who is asked for a piece, by when."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    title: str
    units: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    due: date | None = Field(default=None, index=True)
    created_at: datetime
