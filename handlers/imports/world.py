"""A world: the whole record in one file. What is missing is added; items that are there stay as they are."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlmodel import select

from bot.office_acts import ImportWorld
from bot.router import Context, Outcome, Refused, Router
from handlers import rights, said
from handlers.imports.people import bind
from handlers.imports.tasks import inside
from handlers.imports.units import Units, all_units
from handlers.reminders import schedule
from models.base import Record
from models.codes import note_code
from models.corridor import Setting
from models.infos import CHINESE_CATEGORY, CHINESE_LEVEL, Adoption, Info, InfoState, Topic
from models.office import Document, Meeting
from models.people import Group, GroupChat, Layer, Member, Role
from models.schedules import Reminder, ReminderState, Schedule
from models.tasks import Part, Task, TaskUnit

routes = Router()

Row = Mapping[str, Any]


@routes.on(ImportWorld, may=rights.roles(Role.SUPERVISOR))
async def take_over(act: ImportWorld, context: Context) -> Outcome:
    """Take over a world. Raises Refused where it is malformed; nothing is kept then."""
    try:
        return await _take_over(act, context)
    except (OperationalError, InterfaceError):
        raise  # the database is away: that is not the file's fault
    except (KeyError, TypeError, ValueError, AttributeError, DBAPIError) as error:
        raise Refused(
            f"不是一份完整的记录文件：{_fault(error)}，没有导入。应为含 units、members、tasks 等的 JSON，"
            '例如 tasks 的一项：{"code": "D17", "title": "老旧小区改造", "lead": ["市住建局"], "due": "2023-06-30"}'
        ) from error


def _fault(error: Exception) -> str:
    """What is wrong with the file, in words."""
    if isinstance(error, KeyError):
        return f"有一项缺少“{error.args[0]}”"
    if isinstance(error, DBAPIError):
        return "有一项指向不存在的人员或单位，或含不能保存的字符"
    return f"有一项的内容不对（{said.short(str(error), 80)}）"


async def _take_over(act: ImportWorld, context: Context) -> Outcome:
    world = act.world
    units = await all_units(context)
    for row in world.get("units") or ():
        await _unit(units, row)
    for row in world.get("members") or ():
        await _member(context, units, row, act.platform)
    for row in world.get("groups") or ():
        await _group(context, units, row, act.platform)
    if world.get("city"):
        await context.session.merge(Setting(name="city", value=str(world["city"])))
    counts = {kind: await _items(context, units, world.get(kind) or (), kind) for kind in _KINDS}
    return Outcome("，".join(f"{_KINDS[kind][2]} {count}" for kind, count in counts.items()))


async def _unit(units: Units, row: Row) -> None:
    unit = await units.named(row["name"])
    unit.short = row.get("short") or row["name"]
    unit.aliases = list(row.get("aliases") or ())
    unit.kind = row.get("kind") or ""
    unit.leader = row.get("leader")
    unit.confirmed = True


async def _member(context: Context, units: Units, row: Row, platform: str | None) -> None:
    unit_id = (await units.named(row["unit"])).id if row.get("unit") else None
    member = await context.session.get(Member, row["id"]) or Member(id=row["id"], name=row["name"])
    member.name, member.unit_id = row["name"], unit_id
    member.role, member.title = row.get("role") or Role.LIAISON, row.get("title") or ""
    context.session.add(member)
    await context.session.flush()
    accounts = dict(row.get("accounts") or {}) | ({platform: row["id"]} if platform else {})
    for name, account in accounts.items():
        await bind(context, member.id, name, account)


async def _group(context: Context, units: Units, row: Row, platform: str | None) -> None:
    query = select(Group).where(Group.name == row["name"])
    group = (await context.session.execute(query)).scalar_one_or_none() or Group(name=row["name"])
    group.layer = Layer(row.get("layer") or Layer.DEPARTMENTS)
    group.units = [unit.id for name in row.get("units") or () if (unit := await units.named(name)).id is not None]
    context.session.add(group)
    await context.session.flush()
    chats = {name: row[name] for name in ("dingtalk", "wecom") if row.get(name)}
    if platform:
        chats[platform] = row["name"]
    for name, chat in chats.items():
        await _chat(context, group, name, chat, (row.get("webhook") or {}).get(name))


async def _chat(context: Context, group: Group, platform: str, chat: str, webhook: dict[str, Any] | None) -> None:
    query = select(GroupChat).where(GroupChat.platform == platform, GroupChat.chat == chat)
    known = (await context.session.execute(query)).scalar_one_or_none()
    known = known or GroupChat(group_id=group.id or 0, platform=platform, chat=chat)
    known.group_id, known.webhook = group.id or 0, webhook or known.webhook
    context.session.add(known)
    await context.session.flush()


async def _items(context: Context, units: Units, rows: Any, kind: str) -> int:
    table, add, _ = _KINDS[kind]
    added = 0
    for row in rows:
        if not re.fullmatch(f"{_LETTERS[kind]}[0-9]{{1,9}}", row["code"]):
            raise ValueError(f"编号“{row['code']}”，应如 {_LETTERS[kind]}17")
        await note_code(context.session, row["code"])
        known = select(table.id).where(table.code == row["code"])  # type: ignore[attr-defined]
        if await context.session.scalar(known) is None:
            await add(context, units, row)
            await context.session.flush()
            added += 1
    return added


def _day(row: Row, name: str = "due") -> date | None:
    return date.fromisoformat(row[name]) if row.get(name) else None


async def _ids(units: Units, names: Any) -> list[int]:
    return [unit.id for name in names or () if (unit := await units.named(name)).id is not None]


def _percent(row: Row) -> int:
    percent = int(row.get("percent") or 0)
    if not 0 <= percent <= 100:
        raise ValueError(f"进度 {percent}，应在 0 到 100 之间")
    return percent


async def _task(context: Context, units: Units, row: Row) -> None:
    task = Task(
        code=row["code"],
        title=row["title"],
        category=row.get("category") or "",
        source=row.get("source") or "",
        leader=row.get("leader") or "",
        due=_day(row),
        requested_due=_day(row, "requested_due"),
        percent=_percent(row),
        state=inside(row.get("status") or ""),
        created_at=context.now,
    )
    context.session.add(task)
    await context.session.flush()
    lead, support = await _ids(units, row.get("lead")), await _ids(units, row.get("support"))
    parts = dict.fromkeys(lead, Part.LEAD)
    parts |= dict.fromkeys([unit for unit in support if unit not in parts], Part.SUPPORT)
    for rank, (unit_id, part) in enumerate(parts.items()):
        context.session.add(TaskUnit(task_id=task.id or 0, unit_id=unit_id, part=part, rank=rank))


async def _info(context: Context, units: Units, row: Row) -> None:
    status = row.get("status") or InfoState.SUBMITTED
    state = InfoState(status) if status in set(InfoState) else InfoState.SUBMITTED
    info = Info(
        code=row["code"],
        title=row["title"],
        body=row.get("body") or "",
        category=row["category"] if row.get("category") in CHINESE_CATEGORY else "news",
        unit_id=(await units.named(row["unit"])).id or 0,
        topic=row.get("topic"),
        state=state,
        submitted_at=context.now,
        # What was adopted stood in an earlier issue already; what is approved waits for the next.
        approved_at=context.now if state == InfoState.APPROVED else None,
    )
    context.session.add(info)
    await context.session.flush()
    if state == InfoState.ADOPTED:
        level = row["level"] if row.get("level") in CHINESE_LEVEL else "city"
        context.session.add(Adoption(info_id=info.id or 0, level=level, at=context.now))


async def _topic(context: Context, units: Units, row: Row) -> None:
    ids = await _ids(units, row.get("units"))
    context.session.add(Topic(code=row["code"], title=row["title"], units=ids, due=_day(row), created_at=context.now))


async def _meeting(context: Context, units: Units, row: Row) -> None:
    ids = await _ids(units, row.get("units"))
    place = row.get("place") or ""
    context.session.add(Meeting(code=row["code"], title=row["title"], start=row.get("start"), place=place, units=ids))


async def _document(context: Context, _units: Units, row: Row) -> None:
    context.session.add(
        Document(
            code=row["code"],
            title=row["title"],
            number=row.get("number"),
            stage=row.get("stage") or "draft_opinion",
            urgency=row.get("urgency") or "normal",
            due=_day(row),
        )
    )


async def _reminder(context: Context, _units: Units, row: Row) -> None:
    when = row["when"]
    reminder = Reminder(
        code=row["code"],
        text=row["text"],
        once=when.get("once"),
        rrule=when.get("rrule"),
        time=when.get("time"),
        owner=row["owner"],
        created_at=context.now,
    )
    context.session.add(reminder)
    stale = await context.session.get(Schedule, reminder.code)
    if stale:  # of a reminder that was taken back
        await context.session.delete(stale)
        await context.session.flush()
    try:
        schedule(context, reminder)
    except Refused as refused:
        if reminder.rrule:
            raise ValueError(f"{reminder.code} 的时间") from refused
        reminder.state = ReminderState.FIRED  # its only moment lies before the import


_KINDS: dict[str, tuple[type[Record], Callable[[Context, Units, Row], Awaitable[None]], str]] = {
    "tasks": (Task, _task, "督办事项"),
    "infos": (Info, _info, "信息"),
    "topics": (Topic, _topic, "约稿"),
    "meetings": (Meeting, _meeting, "会议"),
    "documents": (Document, _document, "公文"),
    "reminders": (Reminder, _reminder, "提醒"),
}

_LETTERS = {"tasks": "D", "infos": "X", "topics": "Y", "meetings": "H", "documents": "W", "reminders": "T"}
