"""Who may do what (contract: Rights)."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from bot.router import Context, Right
from models.people import Member, Role
from models.tasks import Part, Task, TaskUnit

NAMES = {
    Role.LIAISON: "联络员",
    Role.HEAD: "单位负责人",
    Role.LEADER: "市领导",
    Role.SUPERVISOR: "督查室",
    Role.EDITOR: "信息科",
    Role.CLERK: "文电会务",
}


async def _anyone(_context: Context, _act: Any) -> bool:
    return True


anyone = Right(_anyone, "")


async def _nobody(_context: Context, _act: Any) -> bool:
    return False


office_only = Right(_nobody, "这件事由系统按时办理，不能由人代办。")


def roles(*allowed: Role) -> Right:
    """Members of these roles."""

    async def check(context: Context, _act: Any) -> bool:
        return context.actor is not None and context.actor.role in allowed

    who = "、".join(NAMES[role] for role in allowed)
    return Right(check, f"这一步由{who}办理，您的身份不能办，没有登记。需要时请联系督查室。")


async def _own_task(context: Context, act: Any) -> bool:
    """A member of a unit of the task, or a supervisor or leader. What is not found is for the handler to answer."""
    if context.actor is None or act.task is None or context.actor.role in (Role.SUPERVISOR, Role.LEADER):
        return True
    task_id = await context.session.scalar(select(Task.id).where(Task.code == act.task))
    return task_id is None or await _has_part(context, task_id, context.actor, (Part.LEAD, Part.SUPPORT))


async def _led_task(context: Context, act: Any) -> bool:
    if context.actor is None or act.task is None or context.actor.role in (Role.SUPERVISOR, Role.LEADER):
        return True
    task_id = await context.session.scalar(select(Task.id).where(Task.code == act.task))
    return task_id is None or await _has_part(context, task_id, context.actor, (Part.LEAD,))


async def _has_part(context: Context, task_id: int, member: Member, parts: tuple[Part, ...]) -> bool:
    query = select(TaskUnit.task_id).where(
        TaskUnit.task_id == task_id, TaskUnit.unit_id == member.unit_id, col(TaskUnit.part).in_(parts)
    )
    return await context.session.scalar(query) is not None


own_task = Right(_own_task, "这项任务不由您单位承担，没有登记。可以查看本单位的任务，例如：我们单位有哪些任务")
led_task = Right(_led_task, "这项任务不由您单位牵头，没有登记。可以查看本单位的任务，例如：我们单位有哪些任务")
