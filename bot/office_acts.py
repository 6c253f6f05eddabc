"""Acts that are not read from free text: each has its own command, form, file or moment."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.acts import Act, Code, Names, Percent


class ClaimIdentity(Act):
    """我是 单位 姓名: an unknown sender says who they are."""

    name: ClassVar[str] = "people.claim"
    chinese: ClassVar[str] = "身份认领"
    undoable: ClassVar[bool] = False
    unit: str
    person: str
    platform: str
    account: str


class DecideClaim(Act):
    """确认 B1 / 拒绝 B1: a supervisor decides on a claim."""

    name: ClassVar[str] = "people.decide"
    chinese: ClassVar[str] = "身份确认"
    claim: Code
    agree: bool


class GrantExtension(Act):
    """Agrees to an extension that named no date, with the date that was asked for."""

    name: ClassVar[str] = "task.grant"
    chinese: ClassVar[str] = "同意延期"
    task: Code
    due: date | None = None


class RemindUnits(Act):
    """Reminds all units of what they owe on a day."""

    name: ClassVar[str] = "task.remind"
    chinese: ClassVar[str] = "到期提醒"
    undoable: ClassVar[bool] = False
    day: date


class FireReminder(Act):
    """A person's reminder has come due."""

    name: ClassVar[str] = "remind.fire"
    chinese: ClassVar[str] = "提醒"
    undoable: ClassVar[bool] = False
    reminder: Code
    at: str


class CompileDigest(Act):
    """Compiles the 政务动态 of an ISO week ("2023-W15")."""

    name: ClassVar[str] = "digest.compile"
    chinese: ClassVar[str] = "编排政务动态"
    undoable: ClassVar[bool] = False
    week: Annotated[str, StringConstraints(pattern=r"^\d{4}-W\d{2}$")]


class TaskLine(BaseModel):
    """A row of an imported ledger; names of units as written. ``row`` is its number in the file."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)

    row: int
    title: str
    code: Code | None = None
    document: str = ""
    number: str = ""
    category: str = ""
    lead: Names = ()
    support: Names = ()
    due: date | None = None
    due_words: str = ""
    percent: Percent | None = None
    status: str | None = None
    leader: str = ""
    source: str = ""


class MemberLine(BaseModel):
    """A row of an imported roster; ``unit`` is a full name, or None."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)

    row: int
    name: str
    unit: str | None = None
    title: str = ""
    role: str = "liaison"
    dingtalk: str = ""
    wecom: str = ""


class UnitLine(BaseModel):
    """A unit of an imported roster."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)

    name: str
    short: str
    aliases: Names = ()
    kind: str = ""


class TopicLine(BaseModel):
    """A row of an imported plan: what is to be reported, by whom, by when; names of units as written."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)

    row: int
    title: str
    units: Names = ()
    due: date | None = None


class Import(Act):
    """Takes over a file. The audit entry keeps how much, not the rows."""

    undoable: ClassVar[bool] = False

    def slots(self) -> dict[str, Any]:
        """The number of rows in each list."""
        return {name: len(value) for name, value in self if isinstance(value, tuple | dict)}


class ImportWorld(Import):
    """Takes over a world (understanding.md). ``platform``: members and groups get a chat of their own name there."""

    name: ClassVar[str] = "import.world"
    chinese: ClassVar[str] = "导入全部记录"
    world: dict[str, Any] = Field(repr=False)
    platform: str | None = None


class ImportTasks(Import):
    """Takes over a ledger."""

    name: ClassVar[str] = "import.tasks"
    chinese: ClassVar[str] = "导入台账"
    lines: tuple[TaskLine, ...] = Field(repr=False)


class ImportRoster(Import):
    """Takes over a roster."""

    name: ClassVar[str] = "import.roster"
    chinese: ClassVar[str] = "导入名册"
    units: tuple[UnitLine, ...] = Field(repr=False)
    members: tuple[MemberLine, ...] = Field(repr=False)


class ImportTopics(Import):
    """Takes over a plan of topics."""

    name: ClassVar[str] = "import.topics"
    chinese: ClassVar[str] = "导入要点"
    lines: tuple[TopicLine, ...] = Field(repr=False)
