"""审核: what was applied for is agreed to, or sent back. Supervisors and leaders only."""

from __future__ import annotations

from datetime import date

from bot.acts import ApproveTask, ReturnTask
from bot.office_acts import GrantExtension
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.tasks import words
from handlers.tasks.common import days_left, leads, note, task_named
from handlers.telling import Notice, tell
from models.people import Role
from models.tasks import Task, TaskState

routes = Router()
_REVIEWERS = rights.roles(Role.SUPERVISOR, Role.LEADER)


@routes.on(ApproveTask, may=_REVIEWERS)
async def approve(act: ApproveTask, context: Context) -> Outcome:
    """Close the task, or grant the extension that was applied for."""
    task = await task_named(context, act.task)
    if task.state == TaskState.PENDING_FINISH:
        return await _close(task, act.name, context)
    if task.state != TaskState.PENDING_EXTENSION:
        raise Refused(_nothing_pending(task))
    _ask_if_wrong(task, task.requested_due, "申请里没有写日期", context)
    return await _extend(task, act.name, context)


@routes.on(GrantExtension, may=_REVIEWERS)
async def grant(act: GrantExtension, context: Context) -> Outcome:
    """Grant an extension to the date that was asked for; a date that cannot be is asked for again."""
    task = await task_named(context, act.task)
    if task.state != TaskState.PENDING_EXTENSION:
        raise Refused(_nothing_pending(task))
    _ask_if_wrong(task, act.due, "没有写日期", context)
    task.requested_due = act.due
    return await _extend(task, act.name, context)


@routes.on(ReturnTask, may=_REVIEWERS)
async def send_back(act: ReturnTask, context: Context) -> Outcome:
    """Send an application back: the task goes on as before."""
    task = await task_named(context, act.task)
    if task.state not in (TaskState.PENDING_FINISH, TaskState.PENDING_EXTENSION):
        raise Refused(_nothing_pending(task))
    what = "办结申请" if task.state == TaskState.PENDING_FINISH else "延期申请"
    task.state = TaskState.OPEN
    task.requested_due = None
    task.returns += 1
    limit = words.limit(task.due, days_left(context, task.due), context.today)
    return await _told(task, act.name, words.sent_back(task, what, act.reason, limit), context)


def _ask_if_wrong(task: Task, wanted: date | None, without: str, context: Context) -> None:
    wrong = words.not_later(task, wanted, context.today) if wanted else without
    if wrong:
        question = f"{words.name(task)}：{wrong}，请问同意延期到哪天？例如：6月30日"
        raise Unclear(question, GrantExtension(task=task.code), "due")


async def _close(task: Task, kind: str, context: Context) -> Outcome:
    task.state = TaskState.DONE
    task.percent = 100
    task.problem = False
    task.closed_at = context.now
    return await _told(task, kind, words.closed(task), context)


async def _extend(task: Task, kind: str, context: Context) -> Outcome:
    task.state = TaskState.OPEN
    task.due = task.requested_due
    task.requested_due = None
    task.due_version += 1
    task.extensions += 1
    return await _told(task, kind, words.extended(task, context.today), context)


async def _told(task: Task, kind: str, text: str, context: Context) -> Outcome:
    note(context, task, kind, due=task.due)
    units = await leads(context, task)
    key = f"review:{task.code}:{kind}:{lookup.occasion(context)}"
    whose = f"责任单位：{lookup.shorts(units)}。" if units else ""
    reply = f"{text}{whose}{said.UNDO}"
    return await tell(context, units, Notice(f"【督办】{text}", key, reply, task.code))


def _nothing_pending(task: Task) -> str:
    state = words.state(task)
    return f"{words.name(task)}：现在是“{state}”，没有待审核的申请，没有登记。要看情况请回复：{task.code}"
