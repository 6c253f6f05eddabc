"""会议 and 公文 of the record: kept, imported and known to understanding."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field

from models.base import Record

STAGES = {
    "draft_opinion": "拟办",
    "review": "审核",
    "circulate": "流转",
    "approve": "签批",
    "distribute": "分送",
    "issue": "制发",
    "archive": "归档",
}
URGENCIES = {"normal": "平件", "urgent": "急件", "express": "特急"}


class Meeting(Record, table=True):
    """A meeting (H). ``start`` is a local minute "YYYY-MM-DDTHH:MM", as notices give it."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    title: str
    start: str | None = None
    place: str = ""
    units: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class Document(Record, table=True):
    """A 公文 (W), with its 文号 and the stage it is in (acts.Stage)."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    title: str
    number: str | None = None
    stage: str = "draft_opinion"
    urgency: str = "normal"
    due: date | None = None
