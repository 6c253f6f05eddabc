"""审核: what was applied for is agreed to, or sent back. Supervisors and leaders only."""

from __future__ import annotations

from bot.acts import ApproveTask, ReturnTask
from bot.office_acts import GrantExtension
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.tasks import words
from handlers.tasks.common import days_left, leads, note, task_named, tell
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
    if task.requested_due is None:
        raise Unclear(
            f"{words.name(task)}：申请里没有写日期，请问同意延期到哪天？例如：6月30日",
            GrantExtension(task=task.code),
            "due",
        )
    return await _extend(task, act.name, context)


@routes.on(GrantExtension, may=_REVIEWERS)
async def grant(act: GrantExtension, context: Context) -> Outcome:
    """Grant an extension to the date that was asked for."""
    task = await task_named(context, act.task)
    if task.state != TaskState.PENDING_EXTENSION:
        raise Refused(_nothing_pending(task))
    if act.due is None or act.due < context.today or (task.due and act.due <= task.due):
        present = said.day(task.due, context.today) if task.due else "今天"
        raise Refused(
            f"{words.name(task)}：新时限应晚于 {present}，没有登记。请再回复一次“同意”，并写日期，例如：6月30日"
        )
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
    step = note(context, task, kind, due=task.due)
    await context.session.flush()
    units = await leads(context, task)
    reply = f"{text}（{lookup.shorts(units)}）{said.UNDO}"
    return await tell(context, units, f"【督办】{text}", f"review:{task.code}:{step.id}", reply, task.code)


def _nothing_pending(task: Task) -> str:
    state = words.state(task)
    return f"{words.name(task)}：现在是“{state}”，没有待审核的申请，没有登记。要看情况请回复：{task.code}"
