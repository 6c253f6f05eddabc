"""交办 and 签收."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from bot.acts import AcceptTask, AssignTask
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.tasks import stages, words
from handlers.tasks.common import days_left, leads, note, task_named
from handlers.telling import Notice, tell
from models.codes import next_code
from models.people import Role, Unit
from models.tasks import Part, Task, TaskState, TaskStep, TaskUnit

routes = Router()


@routes.on(AssignTask, may=rights.roles(Role.LEADER, Role.SUPERVISOR, Role.EDITOR))
async def assign(act: AssignTask, context: Context) -> Outcome:
    """Hand out a new task and tell its units."""
    title, due = _complete(act, context)
    lead = await lookup.units_named(context, dict.fromkeys(act.lead))
    support = await lookup.units_named(context, [name for name in dict.fromkeys(act.support) if name not in act.lead])
    await _refuse_twin(context, title)
    task = Task(code=await next_code(context.session, "D"), title=title, due=due, created_at=context.now)
    task.reminded = stages.mark(task, stages.stage(context, task))  # the notice itself tells the time limit
    context.session.add(task)
    await context.session.flush()
    context.session.add_all(_parts(task, lead, Part.LEAD) + _parts(task, support, Part.SUPPORT))
    note(context, task, act.name)
    text = words.assigned(task, lookup.shorts(lead), lookup.shorts(support), context.today)
    receipt = words.recorded(task, lookup.shorts(lead), context.today)
    notice = Notice(text, f"assign:{task.code}", receipt, task.code, here=text)
    return await tell(context, [*lead, *support], notice)


def _complete(act: AssignTask, context: Context) -> tuple[str, date]:
    """The title and due day. Raises Unclear for what is missing, Refused for a day that is past."""
    if not act.title or not act.title.strip():
        raise Unclear("请问要办的是什么事？例如：老旧小区改造资金拨付", act, "title")
    if not act.lead:
        raise Unclear("请问由哪个单位牵头？例如：市住建局", act, "lead")
    if act.due is None:
        raise Unclear("请问时限是哪天？例如：4月25日", act, "due")
    if act.due < context.today:
        due = said.day(act.due, context.today)
        raise Refused(f"时限 {due}已经过去，没有登记。请写今天或以后的日期，例如：4月25日前完成")
    return act.title, act.due


@routes.on(AcceptTask, may=rights.own_task)
async def accept(act: AcceptTask, context: Context) -> Outcome:
    """签收: once for each unit; the lead unit's makes the task 办理中. Nobody else's “收到” is one."""
    task = await task_named(context, act.task)
    if task.state == TaskState.DONE:
        return Outcome(f"{words.name(task)}：已销号，不需要再签收。", code=task.code)
    unit_id = context.actor.unit_id if context.actor else None
    if await context.session.get(TaskUnit, (task.id, unit_id)) is None:
        return Outcome(words.not_to_accept(task), code=task.code)
    known = select(TaskStep.id).where(TaskStep.task_id == task.id, TaskStep.kind == act.name)
    if await context.session.scalar(known.where(TaskStep.unit_id == unit_id)) is None:
        note(context, task, act.name)
    if task.state == TaskState.ASSIGNED and unit_id in [unit.id for unit in await leads(context, task)]:
        task.state = TaskState.OPEN
    limit = words.limit(task.due, days_left(context, task.due), context.today)
    return Outcome(words.accepted(task, limit), code=task.code)


async def _refuse_twin(context: Context, title: str) -> None:
    query = select(Task.code).where(Task.title == title, col(Task.state) != TaskState.DONE)
    twin = await context.session.scalar(query)
    if twin:
        raise Refused(f"台账里已有同名的在办事项 {twin}，没有重复登记。要催办请回复：催办{twin}")


def _parts(task: Task, units: list[Unit], part: Part) -> list[TaskUnit]:
    offset = 0 if part == Part.LEAD else 100
    return [
        TaskUnit(task_id=task.id or 0, unit_id=unit.id or 0, part=part, rank=offset + rank)
        for rank, unit in enumerate(units)
    ]
