"""What every act on a task needs: the task itself, a step on it, and who is asked to approve."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import select

from bot.router import Context, Push, Refused
from handlers import lookup
from models.people import Unit
from models.tasks import Part, Task, TaskStep

OPEN_ENDED = 10**6  # working days: a task without a due day is never near it


async def task_named(context: Context, code: str | None) -> Task:
    """The task with this code. Raises Refused where there is none."""
    if code is None:
        raise Refused("没有写明是哪一项，没有登记。请写编号或任务名称，例如：D17 进展60%")
    task = (await context.session.execute(select(Task).where(Task.code == code))).scalar_one_or_none()
    if task is None:
        raise Refused(f"台账里没有 {code}，没有登记。请核对编号，或用任务名称，例如：老旧小区改造进展60%")
    return task


async def leads(context: Context, task: Task) -> list[Unit]:
    """The lead units of a task."""
    return await lookup.units_of(context.session, task.id, Part.LEAD)


def note(context: Context, task: Task, kind: str, **details: Any) -> TaskStep:
    """Write a step on the task."""
    step = TaskStep(
        task_id=task.id or 0,
        kind=kind,
        at=context.now,
        member_id=context.actor.id if context.actor else None,
        unit_id=context.actor.unit_id if context.actor else None,
        inbox_id=context.inbox_id,
        text=context.text,
        **details,
    )
    context.session.add(step)
    return step


async def ask_approval(context: Context, text: str, key: str, roles: Iterable[Any]) -> tuple[Push, ...]:
    """Ask those who may approve, in private."""
    targets = await lookup.approvers(context.session, *roles)
    own = context.actor.id if context.actor else None
    return tuple(
        Push(f"{key}:{lookup.place(target)}", target, text) for target in targets if lookup.place(target) != f"m{own}"
    )


def days_left(context: Context, due: date | None) -> int:
    """Working days until ``due`` (0 on the day itself or on the last working day before it); negative when past."""
    if due is None:
        return OPEN_ENDED
    calendar, today = context.office.calendar, context.today
    if due >= today:
        return calendar.workdays_between(today, due)
    # A due day on a weekend is passed without a working day between: it is late all the same.
    return -max(1, calendar.workdays_between(due, today))
