"""催办."""

from __future__ import annotations

from sqlmodel import col, select

from bot.acts import UrgeTask
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights
from handlers.tasks import words
from handlers.tasks.common import days_left, leads, note, task_named
from handlers.telling import Notice, tell
from models.people import Role, Unit
from models.tasks import Part, Task, TaskState, TaskUnit

routes = Router()


@routes.on(UrgeTask, may=rights.roles(Role.SUPERVISOR, Role.LEADER))
async def urge(act: UrgeTask, context: Context) -> Outcome:
    """Urge the units of a task, or units for all that they owe. Who owes nothing is not urged."""
    if act.task:
        units, tasks = await _of_task(act, context)
    elif act.units:
        units, tasks = await _of_units(act, context)
    else:
        raise Unclear("请问催办哪一项？请回复编号，例如：D17", act, "task")
    for task in tasks:
        note(context, task, act.name)
    return await _told(context, units, tasks, act)


async def _of_task(act: UrgeTask, context: Context) -> tuple[list[Unit], list[Task]]:
    """The units that are named and have a part in the task; its lead units, where none is."""
    task = await task_named(context, act.task)
    if task.state == TaskState.DONE:
        raise Refused(f"{words.name(task)}：已销号，不用催办。要看在办的请回复：还有哪些任务没办结")
    if task.state == TaskState.PENDING_FINISH:
        raise Refused(f"{words.name(task)}：已申请办结，正等督查室审核，没有催办。要审核请回复：{task.code} 同意办结")
    lead = await leads(context, task)
    part = [*lead, *await lookup.units_of(context.session, task.id, Part.SUPPORT)]
    if not part:
        raise Refused(
            f"{words.name(task)}：还没有责任单位，没有催办。请先在台账中补上，例如：导入写明“{task.code}”和“牵头单位”的台账"
        )
    named = [unit for unit in await lookup.units_named(context, act.units) if unit in part]
    return named or lead, [task]


async def _of_units(act: UrgeTask, context: Context) -> tuple[list[Unit], list[Task]]:
    """Those of the units that lead open tasks, and these tasks."""
    units = await lookup.units_named(context, dict.fromkeys(act.units))
    query = (
        select(Task, TaskUnit.unit_id)
        .join(TaskUnit, col(TaskUnit.task_id) == col(Task.id))
        .where(col(TaskUnit.unit_id).in_([unit.id for unit in units]), TaskUnit.part == Part.LEAD)
        .where(col(Task.state).in_([TaskState.ASSIGNED, TaskState.OPEN]))
        .order_by(col(Task.due).is_(None), col(Task.due), col(Task.id))
    )
    rows = (await context.session.execute(query)).all()
    if not rows:
        raise Refused(f"{lookup.shorts(units)}没有在办的牵头事项，没有催办。要看全部请回复：还有哪些任务没办结")
    owing = {unit_id for _, unit_id in rows}
    tasks = {task.code: task for task, _ in rows}
    return [unit for unit in units if unit.id in owing], list(tasks.values())


async def _told(context: Context, units: list[Unit], tasks: list[Task], act: UrgeTask) -> Outcome:
    lines = [await _line(context, task) for task in tasks]
    text = words.urged(lines, lookup.shorts(units), tasks[0].code)
    whom = act.task or "-".join(str(unit.id) for unit in units)
    receipt = words.urge_recorded(lookup.shorts(units), [task.code for task in tasks])
    key = f"urge:{lookup.occasion(context)}:{whom}"
    return await tell(context, units, Notice(text, key, receipt, act.task or tasks[0].code, here=text))


async def _line(context: Context, task: Task) -> str:
    limit = words.limit(task.due, days_left(context, task.due), context.today)
    return words.line(task, lookup.shorts(await leads(context, task)), limit)
