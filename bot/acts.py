"""Every act: one thing that somebody asks to be recorded or done.

An act is a small, frozen, validated value. Its ``name`` is what the outside sees (``task.progress``), its ``chinese``
what people see. Slots that a message does not give are ``None`` (or an empty list). Dates are calendar days, minutes
are local wall-clock times without an offset, as people say them; percentages are integers 0–100.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Percent = Annotated[int, Field(ge=0, le=100)]
Minute = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,9}$")]
Names = tuple[str, ...]
Category = Literal["highlight", "problem", "economy", "key_work", "policy", "emergency", "news"]
Level = Literal["city", "region", "state", "instruction"]
Stage = Literal["draft_opinion", "review", "circulate", "approve", "distribute", "issue", "archive"]
Urgency = Literal["normal", "urgent", "express"]
TaskState = Literal["overdue", "due_soon", "open", "done"]


class When(BaseModel):
    """When a reminder fires: ``once`` a local minute, or ``rrule`` (iCalendar) with ``time`` HH:MM."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    once: Minute | None = None
    rrule: str | None = None
    time: str | None = None


class Act(BaseModel):
    """What every act has in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]
    chinese: ClassVar[str]
    undoable: ClassVar[bool] = True
    """Whether 撤销 can take it back; if not, the audit entry does without the rows that were written."""

    def slots(self) -> dict[str, Any]:
        """The slots as plain JSON values, without those that are not given."""
        return self.model_dump(mode="json", exclude_none=True)


class AssignTask(Act):
    name: ClassVar[str] = "task.assign"
    chinese: ClassVar[str] = "交办"
    title: str | None = None
    lead: Names = ()
    support: Names = ()
    due: date | None = None


class AcceptTask(Act):
    name: ClassVar[str] = "task.accept"
    chinese: ClassVar[str] = "签收"
    task: Code | None = None


class ReportProgress(Act):
    name: ClassVar[str] = "task.progress"
    chinese: ClassVar[str] = "进展"
    task: Code | None = None
    percent: Percent | None = None
    due: date | None = None
    problem: bool = False


class FinishTask(Act):
    name: ClassVar[str] = "task.finish"
    chinese: ClassVar[str] = "办结申请"
    task: Code | None = None


class ExtendTask(Act):
    name: ClassVar[str] = "task.extend"
    chinese: ClassVar[str] = "延期申请"
    task: Code | None = None
    due: date | None = None
    reason: str | None = None


class ApproveTask(Act):
    name: ClassVar[str] = "task.approve"
    chinese: ClassVar[str] = "同意"
    task: Code | None = None


class ReturnTask(Act):
    name: ClassVar[str] = "task.return"
    chinese: ClassVar[str] = "退回"
    task: Code | None = None
    reason: str | None = None


class UrgeTask(Act):
    name: ClassVar[str] = "task.urge"
    chinese: ClassVar[str] = "催办"
    task: Code | None = None
    units: Names = ()


class QueryTasks(Act):
    name: ClassVar[str] = "task.query"
    chinese: ClassVar[str] = "查询事项"
    scope: Literal["one", "mine", "unit", "all"]
    task: Code | None = None
    units: Names = ()
    state: TaskState | None = None


class SubmitInfo(Act):
    name: ClassVar[str] = "info.submit"
    chinese: ClassVar[str] = "报送信息"
    title: str | None = None
    body: str | None = None
    category: Category | None = None
    units: Names = ()
    topic: Code | None = None


class ApproveInfo(Act):
    name: ClassVar[str] = "info.approve"
    chinese: ClassVar[str] = "信息审核通过"
    info: Code | None = None


class ReturnInfo(Act):
    name: ClassVar[str] = "info.return"
    chinese: ClassVar[str] = "信息退回"
    info: Code | None = None
    reason: str | None = None


class AdoptInfo(Act):
    name: ClassVar[str] = "info.adopt"
    chinese: ClassVar[str] = "信息采用"
    info: Code | None = None
    level: Level | None = None


class RequestInfo(Act):
    name: ClassVar[str] = "info.request"
    chinese: ClassVar[str] = "约稿"
    title: str | None = None
    units: Names = ()
    due: date | None = None


class UrgeInfo(Act):
    name: ClassVar[str] = "info.urge"
    chinese: ClassVar[str] = "催约稿"
    topic: Code | None = None
    units: Names = ()


class QueryInfos(Act):
    name: ClassVar[str] = "info.query"
    chinese: ClassVar[str] = "查询信息"
    scope: Literal["one", "mine", "unit", "rank", "plan"]
    info: Code | None = None
    units: Names = ()
    period: str | None = None


class NoticeMeeting(Act):
    name: ClassVar[str] = "meeting.notice"
    chinese: ClassVar[str] = "会议通知"
    title: str | None = None
    start: Minute | None = None
    place: str | None = None
    units: Names = ()


class ReplyMeeting(Act):
    name: ClassVar[str] = "meeting.reply"
    chinese: ClassVar[str] = "会议回执"
    meeting: Code | None = None
    reply: Literal["attend", "leave", "substitute"]
    people: Names = ()


class QueryMeetings(Act):
    name: ClassVar[str] = "meeting.query"
    chinese: ClassVar[str] = "查询会议"
    meeting: Code | None = None


class RegisterDocument(Act):
    name: ClassVar[str] = "document.register"
    chinese: ClassVar[str] = "收文登记"
    title: str | None = None
    number: str | None = None
    urgency: Urgency | None = None
    due: date | None = None


class MoveDocument(Act):
    name: ClassVar[str] = "document.move"
    chinese: ClassVar[str] = "公文流转"
    document: Code | None = None
    stage: Stage
    units: Names = ()
    people: Names = ()


class QueryDocuments(Act):
    name: ClassVar[str] = "document.query"
    chinese: ClassVar[str] = "查询公文"
    document: Code | None = None
    state: Literal["overdue"] | None = None


class ViewDigest(Act):
    name: ClassVar[str] = "digest.view"
    chinese: ClassVar[str] = "查看政务动态"
    issue: Annotated[int, Field(ge=1)] | None = None
    week: str | None = None


class PublishDigest(Act):
    name: ClassVar[str] = "digest.publish"
    chinese: ClassVar[str] = "签发政务动态"


class CreateReminder(Act):
    name: ClassVar[str] = "remind.create"
    chinese: ClassVar[str] = "设提醒"
    text: str | None = None
    when: When | None = None


class CancelReminder(Act):
    name: ClassVar[str] = "remind.cancel"
    chinese: ClassVar[str] = "取消提醒"
    reminder: Code | None = None


class QueryScores(Act):
    name: ClassVar[str] = "score.query"
    chinese: ClassVar[str] = "查询考评"
    units: Names = ()
    period: str | None = None


class Undo(Act):
    name: ClassVar[str] = "undo"
    chinese: ClassVar[str] = "撤销"


class Help(Act):
    name: ClassVar[str] = "help"
    chinese: ClassVar[str] = "帮助"


SPOKEN: tuple[type[Act], ...] = (
    AssignTask, AcceptTask, ReportProgress, FinishTask, ExtendTask, ApproveTask, ReturnTask, UrgeTask, QueryTasks,
    SubmitInfo, ApproveInfo, ReturnInfo, AdoptInfo, RequestInfo, UrgeInfo, QueryInfos,
    NoticeMeeting, ReplyMeeting, QueryMeetings,
    RegisterDocument, MoveDocument, QueryDocuments,
    ViewDigest, PublishDigest, CreateReminder, CancelReminder, QueryScores, Undo, Help,
)  # fmt: skip
"""The acts that understanding reads from a message: the table that ``read`` prints."""
