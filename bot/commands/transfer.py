"""``import`` and ``export``."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.acts import Act
from bot.app import House
from bot.importing.documents import read_document
from bot.importing.faults import RowError, UnreadableFile
from bot.importing.roster import read_roster
from bot.importing.sheets import Sheet, read_sheet
from bot.importing.tasks import read_tasks
from bot.importing.topics import read_topics
from bot.office_acts import (
    ImportRoster,
    ImportTasks,
    ImportTopics,
    ImportWorld,
    MemberLine,
    TaskLine,
    TopicLine,
    UnitLine,
)
from bot.publishing.sheets import write_sheet
from bot.router import Context
from models.audit import AuditEntry
from models.corridor import Outbox
from models.infos import CHINESE_CATEGORY, Info
from models.infos import CHINESE_STATE as INFO_STATE
from models.office import STAGES, URGENCIES, Document, Meeting
from models.people import Unit
from models.tasks import CHINESE_STATE as TASK_STATE
from models.tasks import Part, Task, TaskUnit

Rows = list[list[Any]]


class UnknownKind(Exception):
    """A kind that cannot be imported or exported."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to: a summary, and the rows that were not taken over."""

    words: str
    errors: list[RowError]


class _DryRun(Exception):
    """Carries the summary out of the transaction that is rolled back."""


async def take_in(house: House, kind: str, path: Path, *, dry: bool) -> Report:
    """Import a file. Raises UnknownKind, UnreadableFile, Refused; with ``dry`` nothing is written."""
    now = house.clock.now()
    act, errors = _read(kind, path, now.astimezone(house.settings.zone))
    return Report(await _perform(house, act, now, dry=dry), errors)


async def _perform(house: House, act: Act, now: datetime, *, dry: bool) -> str:
    async def work(session: AsyncSession) -> str:
        outcome = await house.dispatcher.perform(act, Context(session, house.dispatcher.office, now))
        if dry:
            raise _DryRun(outcome.reply)
        return outcome.reply

    try:
        return await house.database.write(work)
    except _DryRun as done:
        return str(done)


def _read(kind: str, path: Path, local: datetime) -> tuple[Act, list[RowError]]:
    if kind not in _READERS:
        raise UnknownKind(f"不能导入“{kind}”，可以导入：{'、'.join(_READERS)}")
    if not path.is_file():
        raise UnreadableFile(f"没有这个文件：{path}")
    return _READERS[kind](path, local)


def _world(path: Path, _local: datetime) -> tuple[Act, list[RowError]]:
    try:
        world = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"不是 JSON 文件：{error}") from error
    if not isinstance(world, dict):
        raise UnreadableFile("应为一个 JSON 对象，含 units、members、tasks 等")
    return ImportWorld(world=world), []


def _sheet(path: Path) -> Sheet:
    return read_document(path) if path.suffix.lower() == ".docx" else read_sheet(path)


def _tasks(path: Path, local: datetime) -> tuple[Act, list[RowError]]:
    rows, errors = read_tasks(_sheet(path), local.date())
    return ImportTasks(lines=tuple(TaskLine.model_validate(row) for row in rows)), errors


def _roster(path: Path, _local: datetime) -> tuple[Act, list[RowError]]:
    units, members, errors = read_roster(read_sheet(path))
    lines = tuple(MemberLine.model_validate(member) for member in members)
    return ImportRoster(units=tuple(UnitLine.model_validate(unit) for unit in units), members=lines), errors


def _topics(path: Path, local: datetime) -> tuple[Act, list[RowError]]:
    rows, errors = read_topics(read_sheet(path), local.date())
    return ImportTopics(lines=tuple(TopicLine.model_validate(row) for row in rows)), errors


_READERS: dict[str, Callable[[Path, datetime], tuple[Act, list[RowError]]]] = {
    "world": _world,
    "roster": _roster,
    "tasks": _tasks,
    "topics": _topics,
}


async def give_out(house: House, kind: str, path: Path) -> int:
    """Export to a sheet by the file's name; return the number of rows. Raises UnknownKind, ValueError (the suffix)."""
    if kind not in _WRITERS:
        raise UnknownKind(f"不能导出“{kind}”，可以导出：{'、'.join(_WRITERS)}")
    title, columns, rows_of = _WRITERS[kind]
    rows = await house.database.read(lambda session: rows_of(session, house))
    write_sheet(path, title, columns, rows)
    return len(rows)


def _local(house: House, moment: datetime | None) -> str:
    return moment.astimezone(house.settings.zone).strftime("%Y-%m-%d %H:%M:%S") if moment else ""


async def _task_rows(session: AsyncSession, house: House) -> Rows:
    parts: dict[tuple[int, str], list[str]] = {}
    query = select(TaskUnit.task_id, TaskUnit.part, Unit.name).join(Unit, col(Unit.id) == col(TaskUnit.unit_id))
    for task_id, part, name in (await session.execute(query.order_by(col(TaskUnit.rank)))).all():
        parts.setdefault((task_id, part), []).append(name)
    tasks = (await session.execute(select(Task).order_by(col(Task.id)))).scalars()
    return [
        [
            task.code,
            task.title,
            "、".join(parts.get((task.id or 0, Part.LEAD), [])),
            "、".join(parts.get((task.id or 0, Part.SUPPORT), [])),
            task.due.isoformat() if task.due else task.due_words,
            f"{task.percent}%",
            TASK_STATE[task.state],  # type: ignore[index]
            task.category,
            task.source,
            _local(house, task.reported_at),
        ]
        for task in tasks
    ]


async def _info_rows(session: AsyncSession, house: House) -> Rows:
    query = select(Info, Unit.name).join(Unit, col(Unit.id) == col(Info.unit_id)).order_by(col(Info.id))
    return [
        [
            info.code,
            info.title,
            unit,
            CHINESE_CATEGORY.get(info.category, info.category),
            INFO_STATE[info.state],  # type: ignore[index]
            info.topic or "",
            _local(house, info.submitted_at),
            info.body,
        ]
        for info, unit in (await session.execute(query)).all()
    ]


async def _meeting_rows(session: AsyncSession, _house: House) -> Rows:
    names = {unit.id: unit.name for unit in (await session.execute(select(Unit))).scalars()}
    meetings = (await session.execute(select(Meeting).order_by(col(Meeting.id)))).scalars()
    return [
        [row.code, row.title, row.start or "", row.place, "、".join(names[unit] for unit in row.units)]
        for row in meetings
    ]


async def _document_rows(session: AsyncSession, _house: House) -> Rows:
    documents = (await session.execute(select(Document).order_by(col(Document.id)))).scalars()
    return [
        [
            row.code,
            row.title,
            row.number or "",
            STAGES.get(row.stage, row.stage),
            URGENCIES.get(row.urgency, ""),
            row.due.isoformat() if row.due else "",
        ]
        for row in documents
    ]


async def _audit_rows(session: AsyncSession, house: House) -> Rows:
    entries = (await session.execute(select(AuditEntry).order_by(col(AuditEntry.seq)))).scalars()
    return [
        [entry.seq, _local(house, entry.at), entry.actor, entry.chinese, entry.code or "", entry.message or ""]
        for entry in entries
    ]


async def _outbox_rows(session: AsyncSession, house: House) -> Rows:
    rows = (await session.execute(select(Outbox).order_by(col(Outbox.id)))).scalars()
    return [
        [
            row.id,
            row.key,
            row.platform,
            row.chat,
            row.state,
            row.attempts,
            _local(house, row.sent_at),
            row.error,
            row.text,
        ]
        for row in rows
    ]


_WRITERS: dict[str, tuple[str, list[str], Callable[[AsyncSession, House], Awaitable[Rows]]]] = {
    "tasks": (
        "督办台账",
        ["编号", "任务", "牵头单位", "配合单位", "完成时限", "进度", "状态", "类别", "来源", "最近报送"],
        _task_rows,
    ),
    "infos": ("政务信息", ["编号", "标题", "单位", "类别", "状态", "约稿", "报送时间", "正文"], _info_rows),
    "meetings": ("会议", ["编号", "会议", "时间", "地点", "参会单位"], _meeting_rows),
    "documents": ("公文", ["编号", "标题", "文号", "环节", "缓急", "时限"], _document_rows),
    "audit": ("操作记录", ["号", "时间", "人", "动作", "编号", "消息"], _audit_rows),
    "outbox": ("发送记录", ["号", "键", "平台", "会话", "状态", "次数", "发出时间", "错误", "内容"], _outbox_rows),
}
