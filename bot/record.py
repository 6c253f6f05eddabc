"""The whole record as a world file, as ``import world`` takes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col, select

from models.corridor import Setting
from models.infos import Info, Topic
from models.office import Document, Meeting
from models.people import Account, Group, GroupChat, Member, Unit
from models.schedules import Reminder, ReminderState
from models.tasks import Part, Task, TaskState, TaskUnit

Row = dict[str, Any]


async def export(session: AsyncSession) -> dict[str, Any]:
    """The record as plain values (contract: world files); states stand in ``status``, a document's in ``stage``."""
    city = await session.get(Setting, "city")
    names = {unit.id: unit.name for unit in await _all(session, Unit)}
    return {
        "city": city.value if city else "",
        "units": [_unit(unit) for unit in await _all(session, Unit)],
        "members": await _members(session, names),
        "groups": await _groups(session, names),
        "tasks": await _tasks(session, names),
        "infos": [_info(info, names) for info in await _all(session, Info)],
        "topics": [_topic(topic, names) for topic in await _all(session, Topic)],
        "meetings": [_meeting(meeting, names) for meeting in await _all(session, Meeting)],
        "documents": [_document(document) for document in await _all(session, Document)],
        "reminders": [_reminder(row) for row in await _all(session, Reminder) if row.state == ReminderState.ACTIVE],
    }


async def _all(session: AsyncSession, table: type[Any]) -> list[Any]:
    return list((await session.execute(select(table).order_by(col(table.id)))).scalars())


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _unit(unit: Unit) -> Row:
    row: Row = {"name": unit.name, "short": unit.short, "aliases": unit.aliases, "kind": unit.kind}
    return row | ({"leader": unit.leader} if unit.leader else {})


async def _members(session: AsyncSession, names: dict[int | None, str]) -> list[Row]:
    accounts: dict[str, dict[str, str]] = {}
    for account in await _all(session, Account):
        accounts.setdefault(account.member_id, {})[account.platform] = account.account
    return [
        {
            "id": member.id,
            "name": member.name,
            "unit": names.get(member.unit_id),
            "role": member.role,
            "title": member.title,
            "accounts": accounts.get(member.id, {}),
        }
        for member in await _all(session, Member)
    ]


async def _groups(session: AsyncSession, names: dict[int | None, str]) -> list[Row]:
    chats: dict[int, Row] = {}
    for chat in await _all(session, GroupChat):
        row = chats.setdefault(chat.group_id, {})
        row[chat.platform] = chat.chat
        if chat.webhook:
            row.setdefault("webhook", {})[chat.platform] = chat.webhook
    return [
        {"name": group.name, "layer": group.layer, "units": [names[unit] for unit in group.units]}
        | {key: value for key, value in chats.get(group.id, {}).items() if key != "local"}
        for group in await _all(session, Group)
    ]


async def _tasks(session: AsyncSession, names: dict[int | None, str]) -> list[Row]:
    parts: dict[tuple[int, str], list[str]] = {}
    rows = (await session.execute(select(TaskUnit).order_by(col(TaskUnit.rank)))).scalars()
    for part in rows:
        parts.setdefault((part.task_id, part.part), []).append(names[part.unit_id])
    return [
        {
            "code": task.code,
            "title": task.title,
            "category": task.category,
            "lead": parts.get((task.id, Part.LEAD), []),
            "support": parts.get((task.id, Part.SUPPORT), []),
            "due": _day(task.due),
            "requested_due": _day(task.requested_due),
            "percent": task.percent,
            "leader": task.leader,
            "source": task.source,
            "status": "open" if task.state == TaskState.ASSIGNED else task.state,
        }
        for task in await _all(session, Task)
    ]


def _info(info: Info, names: dict[int | None, str]) -> Row:
    unit = names[info.unit_id]
    row = {"code": info.code, "title": info.title, "unit": unit, "category": info.category, "status": info.state}
    return row | {"body": info.body, "topic": info.topic}


def _topic(topic: Topic, names: dict[int | None, str]) -> Row:
    return {"code": topic.code, "title": topic.title, "units": [names[u] for u in topic.units], "due": _day(topic.due)}


def _meeting(meeting: Meeting, names: dict[int | None, str]) -> Row:
    units = [names[unit] for unit in meeting.units]
    row = {"code": meeting.code, "title": meeting.title, "start": meeting.start, "place": meeting.place}
    return row | {"units": units}


def _document(document: Document) -> Row:
    row = _plain(document, "code", "number", "title", "stage", "urgency")
    return row | {"due": _day(document.due)}


def _reminder(reminder: Reminder) -> Row:
    when = {"once": reminder.once} if reminder.once else {"rrule": reminder.rrule, "time": reminder.time}
    return {"code": reminder.code, "text": reminder.text, "when": when, "owner": reminder.owner}


def _plain(row: SQLModel, *names: str) -> Row:
    return {name: getattr(row, name) for name in names}
