"""催办."""

from __future__ import annotations

from sqlmodel import col, select

from bot.acts import UrgeTask
from bot.router import Context, Outcome, Refused, Router
from handlers import lookup, rights
from handlers.tasks import words
from handlers.tasks.common import days_left, leads, note, task_named, tell
from models.people import Role, Unit
from models.tasks import Part, Task, TaskState, TaskUnit

routes = Router()


@routes.on(UrgeTask, may=rights.roles(Role.SUPERVISOR, Role.LEADER))
async def urge(act: UrgeTask, context: Context) -> Outcome:
    """Urge the lead units of a task, or units for all that they owe. Closed tasks are not urged."""
    if act.task:
        task = await task_named(context, act.task)
        if task.state == TaskState.DONE:
            raise Refused(f"{words.name(task)}：已销号，不用催办。要看在办的请回复：还有哪些任务没办结")
        units, tasks = await leads(context, task), [task]
    else:
        units = await lookup.units_named(context, act.units)
        tasks = await _owed(context, units)
        if not tasks:
            raise Refused(f"{lookup.shorts(units)}没有在办的牵头事项，没有催办。要看全部请回复：还有哪些任务没办结")
    for task in tasks:
        note(context, task, act.name)
    await context.session.flush()
    return await _told(context, units, tasks, act.task)


async def _owed(context: Context, units: list[Unit]) -> list[Task]:
    query = (
        select(Task)
        .join(TaskUnit, col(TaskUnit.task_id) == col(Task.id))
        .where(col(TaskUnit.unit_id).in_([unit.id for unit in units]), TaskUnit.part == Part.LEAD)
        .where(col(Task.state).in_([TaskState.ASSIGNED, TaskState.OPEN]))
        .order_by(col(Task.due), col(Task.id))
    )
    return list((await context.session.execute(query)).scalars().unique())


async def _told(context: Context, units: list[Unit], tasks: list[Task], code: str | None) -> Outcome:
    lines = [await _line(context, task) for task in tasks]
    text = words.urged(lines, lookup.shorts(units))
    key = f"urge:{context.inbox_id or context.now.isoformat()}:{code or 'units'}"
    outcome = await tell(context, units, text, key, "", code)
    told = len(outcome.pushes)
    reply = text if outcome.mentions else f"已催办 {lookup.shorts(units)}，共 {len(tasks)} 项，发到 {told} 处。"
    return Outcome(reply, outcome.pushes, code or tasks[0].code, outcome.mentions)


async def _line(context: Context, task: Task) -> str:
    limit = words.limit(task.due, days_left(context, task.due), context.today)
    return words.line(task, lookup.shorts(await leads(context, task)), limit)
