"""查询: one task, mine, a unit's, all; by state."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.acts import QueryTasks
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.tasks import words
from handlers.tasks.common import days_left, leads, task_named
from models.people import Unit
from models.tasks import Part, Task, TaskState, TaskStep, TaskUnit

routes = Router()

LONGEST_LIST = 40  # lines: what a chat can be read in
_STATE_WORDS = {"overdue": "逾期", "due_soon": "快到期", "open": "未办结", "done": "已办结", None: ""}


@routes.on(QueryTasks, may=rights.anyone)
async def query(act: QueryTasks, context: Context) -> Outcome:
    """Tell where tasks stand."""
    if act.scope == "one":
        if act.task is None:
            raise Unclear("请问查哪一项？请回复编号，例如：D17", act, "task")
        return Outcome(await _one(await task_named(context, act.task), context))
    units = await _units(act, context)
    found = [task for task in await _tasks(context, units) if _fits(context, task, act.state)]
    return Outcome(await _list(context, found, _heading(act, units)))


async def _one(task: Task, context: Context) -> str:
    lead = lookup.shorts(await leads(context, task))
    support = lookup.shorts(await lookup.units_of(context.session, task.id, Part.SUPPORT))
    limit = words.limit(task.due, days_left(context, task.due), context.today)
    lines = [
        f"{task.code} {task.title}",
        f"牵头：{lead or '待定'}" + (f"　配合：{support}" if support else ""),
        f"{words.state(task)}，进度 {task.percent}%，{limit}",
    ]
    last = await _last_step(task, context)
    return "\n".join([*lines, last] if last else lines)


async def _last_step(task: Task, context: Context) -> str:
    steps = select(TaskStep).where(TaskStep.task_id == task.id, TaskStep.kind == "task.progress")
    step = (await context.session.execute(steps.order_by(col(TaskStep.at).desc()).limit(1))).scalar_one_or_none()
    if step is None:
        return ""
    return f"最近一次进展（{said.moment(step.at, context.office.zone, context.today)}）：{said.short(step.text, 80)}"


async def _units(act: QueryTasks, context: Context) -> list[Unit]:
    """The units asked for; empty for all."""
    if act.scope == "all":
        return []
    if act.scope == "unit":
        if not act.units:
            raise Unclear("请问查哪个单位？例如：市住建局", act, "units")
        return await lookup.units_named(context, act.units)
    if context.actor is None or context.actor.unit_id is None:
        raise Refused("您没有所属单位，请写单位名称或“全市”，例如：全市逾期的任务有哪些")
    return list((await lookup.units_by_id(context.session, [context.actor.unit_id])).values())


async def _tasks(context: Context, units: list[Unit]) -> Sequence[Task]:
    closed = col(Task.state) == TaskState.DONE
    query = select(Task).order_by(closed, col(Task.due).is_(None), col(Task.due), col(Task.id))
    if units:
        parts = select(TaskUnit.task_id).where(col(TaskUnit.unit_id).in_([unit.id for unit in units]))
        query = query.where(col(Task.id).in_(parts))
    return (await context.session.execute(query)).scalars().all()


def _fits(context: Context, task: Task, state: str | None) -> bool:
    done = task.state == TaskState.DONE
    if state is None:
        return True
    if state == "done" or done:
        return done and state == "done"
    left = days_left(context, task.due)
    if state == "overdue":
        return left < 0
    return state == "open" or 0 <= left <= context.office.rules.supervision.due_soon


def _heading(act: QueryTasks, units: list[Unit]) -> str:
    who = lookup.shorts(units) if units else "全市"
    return f"{who}{_STATE_WORDS[act.state]}的督办事项" if act.state else f"{who}的督办事项"


async def _list(context: Context, found: list[Task], heading: str) -> str:
    if not found:
        return f"{heading}：没有。"
    lines = []
    for task in found[:LONGEST_LIST]:
        limit = words.limit(task.due, days_left(context, task.due), context.today)
        lines.append(words.line(task, lookup.shorts(await leads(context, task)), limit))
    rest = (
        f"（只列前 {LONGEST_LIST} 项，可按单位或状态再查，例如：市住建局逾期的任务）"
        if len(found) > LONGEST_LIST
        else ""
    )
    return "\n".join([f"{heading}，共 {len(found)} 项：", *lines, *([rest] if rest else [])])
