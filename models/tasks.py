"""督办事项: a task, its units, and every step that was taken on it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field

from models.base import Record


class TaskState(StrEnum):
    """Where a task stands. The first two are both ``open`` to the outside (contract: world files)."""

    ASSIGNED = "assigned"  # 待签收
    OPEN = "open"  # 办理中
    PENDING_FINISH = "pending_finish"  # 待审核
    PENDING_EXTENSION = "pending_extension"  # 延期待批
    DONE = "done"  # 已销号


CHINESE_STATE = {
    TaskState.ASSIGNED: "待签收",
    TaskState.OPEN: "办理中",
    TaskState.PENDING_FINISH: "待审核",
    TaskState.PENDING_EXTENSION: "延期待批",
    TaskState.DONE: "已销号",
}


class Part(StrEnum):
    """A unit's part in a task: 牵头 or 配合."""

    LEAD = "lead"
    SUPPORT = "support"


class Task(Record, table=True):
    """A 督办事项 (D). ``due`` and ``expected`` are local calendar days, ``percent`` 0–100.

    ``source_key`` names a row of an imported list (document, number and content), so that it is imported once.
    ``due_version`` counts the changes of ``due``; ``reminded`` holds the last reminder's stage for that version.
    """

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    title: str
    category: str = ""
    source: str = ""
    source_key: str | None = Field(default=None, unique=True)
    leader: str = ""
    due: date | None = Field(default=None, index=True)
    due_words: str = ""
    due_version: int = 0
    expected: date | None = None
    requested_due: date | None = None
    extension_reason: str = ""
    extensions: int = 0
    returns: int = 0
    percent: int = 0
    problem: bool = False
    state: str = Field(default=TaskState.ASSIGNED, index=True)
    reminded: str = ""
    created_at: datetime
    reported_at: datetime | None = None
    closed_at: datetime | None = None


class TaskUnit(Record, table=True):
    """A unit's part in a task; ``rank`` keeps the order in which the units were named."""

    task_id: int = Field(foreign_key="task.id", primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", primary_key=True, index=True)
    part: str = Part.LEAD
    rank: int = 0


class TaskStep(Record, table=True):
    """One step on a task: who did what, when, from which message. ``kind`` is the act's name."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    kind: str
    at: datetime = Field(index=True)
    member_id: str | None = None
    unit_id: int | None = None
    inbox_id: int | None = None
    percent: int | None = None
    due: date | None = None
    problem: bool = False
    text: str = ""
