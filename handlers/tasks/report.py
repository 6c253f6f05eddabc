"""What units report: progress, that it is done, that it takes longer."""

from __future__ import annotations

from bot.acts import ExtendTask, FinishTask, ReportProgress
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights
from handlers.tasks import words
from handlers.tasks.common import ask_approval, days_left, leads, note, task_named
from models.people import Role, Unit
from models.tasks import Task, TaskState

routes = Router()


@routes.on(ReportProgress, may=rights.own_task)
async def progress(act: ReportProgress, context: Context) -> Outcome:
    """Record a report. A lead unit's figure is the task's, and counts as 签收; a supporting unit's stands beside it."""
    task = await task_named(context, act.task)
    _refuse_closed(task)
    note(context, task, act.name, percent=act.percent, due=act.due, problem=act.problem)
    side = await _supporting(context, task)
    if side:
        return Outcome(words.side_progress(task, side.short), code=task.code)
    before = task.percent
    task.percent = before if act.percent is None else act.percent
    task.expected = act.due or task.expected
    task.problem = act.problem
    task.reported_at = context.now
    if task.state == TaskState.ASSIGNED:
        task.state = TaskState.OPEN
    limit = words.limit(task.due, days_left(context, task.due), context.today)
    return Outcome(words.progress(task, before, limit, context.today), code=task.code)


@routes.on(FinishTask, may=rights.led_task)
async def finish(act: FinishTask, context: Context) -> Outcome:
    """Apply to close a task; those who review are asked."""
    task = await task_named(context, act.task)
    _refuse_closed(task)
    if task.state == TaskState.PENDING_FINISH:
        return Outcome(f"{words.name(task)}：已经申请过办结，正在审核。", code=task.code)
    task.state = TaskState.PENDING_FINISH
    task.requested_due = None
    task.reported_at = context.now
    note(context, task, act.name)
    text = words.finish_to_review(task, lookup.shorts(await leads(context, task)))
    pushes = await ask_approval(context, text, f"finish:{task.code}:{lookup.occasion(context)}", (Role.SUPERVISOR,))
    return Outcome(words.finish_asked(task), pushes, task.code)


@routes.on(ExtendTask, may=rights.led_task)
async def extend(act: ExtendTask, context: Context) -> Outcome:
    """Apply for a later date; those who review are asked."""
    task = await task_named(context, act.task)
    _refuse_closed(task)
    if task.state == TaskState.PENDING_FINISH:
        raise Refused(f"{words.name(task)}：已申请办结，正在审核，不能再申请延期。要撤回办结申请请回复：撤销")
    if act.due is None:
        raise Unclear(f"{words.name(task)}：请问延期到哪天？例如：6月30日", act, "due")
    wrong = words.not_later(task, act.due, context.today)
    if wrong:
        raise Refused(f"{words.name(task)}：{wrong}，没有登记。例如：{task.code} 申请延期到6月30日")
    task.state = TaskState.PENDING_EXTENSION
    task.requested_due = act.due
    task.extension_reason = act.reason or ""
    note(context, task, act.name, due=act.due)
    text = words.extension_to_review(task, lookup.shorts(await leads(context, task)), context.today)
    pushes = await ask_approval(context, text, f"extend:{task.code}:{lookup.occasion(context)}", (Role.SUPERVISOR,))
    return Outcome(words.extension_asked(task, context.today), pushes, task.code)


def _refuse_closed(task: Task) -> None:
    if task.state == TaskState.DONE:
        raise Refused(f"{words.name(task)}：已销号，没有登记。如有其他事项请写编号，例如：D17 进展60%")


async def _supporting(context: Context, task: Task) -> Unit | None:
    """The speaker's unit, where it takes part in the task without leading it."""
    if context.actor is None or context.actor.unit_id is None or context.actor.role in (Role.SUPERVISOR, Role.LEADER):
        return None
    if context.actor.unit_id in [unit.id for unit in await leads(context, task)]:
        return None
    return await context.session.get(Unit, context.actor.unit_id)
