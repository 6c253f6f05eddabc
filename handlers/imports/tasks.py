"""A ledger: rows with a code are those tasks and change them; others are known by document, number and content."""

from __future__ import annotations

import hashlib
from collections import Counter

from sqlmodel import select

from bot.office_acts import ImportTasks, TaskLine
from bot.router import Context, Outcome, Router
from handlers import lookup, rights
from handlers.imports.units import Units, all_units
from models.codes import next_code, note_code
from models.people import Role, Unit
from models.tasks import Part, Task, TaskState, TaskUnit

routes = Router()

NEW, CHANGED, SAME = "新增", "更新", "未变"


@routes.on(ImportTasks, may=rights.roles(Role.SUPERVISOR))
async def take_over(act: ImportTasks, context: Context) -> Outcome:
    """Take over the rows; a second import of the same file changes nothing."""
    units = await all_units(context)
    counts: Counter[str] = Counter()
    for line in act.lines:
        counts[await _line(context, units, line)] += 1
    words = "，".join(f"{word} {counts[word]} 项" for word in (NEW, CHANGED, SAME))
    if units.added:
        words += f"；名册中没有、按原文加入待确认的单位 {len(units.added)} 个：{'、'.join(units.added[:20])}"
    return Outcome(words)


async def _line(context: Context, units: Units, line: TaskLine) -> str:
    known = await _known(context, line)
    if known is not None and line.code is None:
        return SAME
    lead, support = await units.parts(line.lead, line.support)
    if known is None:
        await _add(context, line, lead, support)
        return NEW
    before = known.model_dump(), await _parts(context, known)
    _change(known, line)
    await _change_parts(context, known, lead, support)
    await context.session.flush()
    return SAME if (known.model_dump(), await _parts(context, known)) == before else CHANGED


async def _known(context: Context, line: TaskLine) -> Task | None:
    by = Task.code == line.code if line.code else Task.source_key == source_key(line)
    return (await context.session.execute(select(Task).where(by))).scalar_one_or_none()


def source_key(line: TaskLine) -> str:
    """What makes a row without a code the same row: document, number and content."""
    text = "\x1f".join((line.document, line.number, line.title))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


async def _add(context: Context, line: TaskLine, lead: list[Unit], support: list[Unit]) -> None:
    if line.code:
        await note_code(context.session, line.code)
    task = Task(
        code=line.code or await next_code(context.session, "D"),
        title=line.title,
        source_key=None if line.code else source_key(line),
        state=TaskState.OPEN,
        created_at=context.now,
    )
    _change(task, line)
    task.source = task.source or line.document
    context.session.add(task)
    await context.session.flush()
    await _set_parts(context, task, lead, support)


def _change(task: Task, line: TaskLine) -> None:
    """Take over what the row says; an empty cell says nothing."""
    task.title = line.title
    task.category = line.category or task.category
    task.source = line.source or task.source
    task.leader = line.leader or task.leader
    if line.due is None or line.due != task.due:
        task.due_words = line.due_words or task.due_words
    if line.due and line.due != task.due:
        task.due_version += task.due is not None
        task.due = line.due
    if line.percent is not None:
        task.percent = line.percent
    if line.status is not None and line.status != outside(task.state):
        task.state = inside(line.status)
        task.closed_at = None  # when it was closed elsewhere is not known; opened again it is not closed


def outside(state: str) -> str:
    """A state as a world writes it (contract)."""
    return "open" if state == TaskState.ASSIGNED else state


def inside(status: str) -> str:
    """A world's status as the record's state; what it does not know is 办理中."""
    return status if status in set(TaskState) - {TaskState.ASSIGNED} else TaskState.OPEN


async def _change_parts(context: Context, task: Task, lead: list[Unit], support: list[Unit]) -> None:
    """Take over the units of the row; an empty cell says nothing, and who leads does not support as well."""
    if not lead and not support:
        return
    lead = lead or await lookup.units_of(context.session, task.id, Part.LEAD)
    support = support or await lookup.units_of(context.session, task.id, Part.SUPPORT)
    await _set_parts(context, task, lead, support)


async def _parts(context: Context, task: Task) -> list[tuple[int, str, int]]:
    rows = (await context.session.execute(select(TaskUnit).where(TaskUnit.task_id == task.id))).scalars()
    return sorted((row.unit_id, row.part, row.rank) for row in rows)


async def _set_parts(context: Context, task: Task, lead: list[Unit], support: list[Unit]) -> None:
    rows = (await context.session.execute(select(TaskUnit).where(TaskUnit.task_id == task.id))).scalars()
    present = {row.unit_id: row for row in rows}
    wanted: dict[int, tuple[Part, int]] = {}
    for rank, (unit, part) in enumerate([(u, Part.LEAD) for u in lead] + [(u, Part.SUPPORT) for u in support]):
        wanted.setdefault(unit.id or 0, (part, rank))
    for unit_id, row in present.items():
        if unit_id not in wanted:
            await context.session.delete(row)
    for unit_id, (part, rank) in wanted.items():
        row = present.get(unit_id) or TaskUnit(task_id=task.id or 0, unit_id=unit_id)
        row.part, row.rank = part, rank
        context.session.add(row)
