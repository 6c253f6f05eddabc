"""到期提醒: each unit one message for all that it owes, before, on and after the due day."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from bot.office_acts import RemindUnits
from bot.router import Context, Outcome, Push, Router, Target
from handlers import lookup, rights, said
from handlers.tasks import stages, words
from handlers.tasks.common import days_left
from models.people import Unit
from models.tasks import Part, Task, TaskState, TaskUnit

routes = Router()

_WAITING = (TaskState.ASSIGNED, TaskState.OPEN)
"""States in which it is the unit's turn; what waits for a reviewer is not the unit's debt."""


@routes.on(RemindUnits, may=rights.office_only)
async def remind(act: RemindUnits, context: Context) -> Outcome:
    """Remind the units of which a task has reached a new stage; tell them of all that is due or past.

    The stages of a unit that nobody can reach stay untold until somebody can.
    """
    owed = await _owed(context)
    units = await lookup.units_by_id(context.session, owed)
    targets = {
        unit_id: target
        for unit_id, target in (await lookup.groups_of(context.session, units.values())).items()
        if target is not None
    }
    marks = {task.code: stages.mark(task, stages.stage(context, task)) for unit_id in targets for task in owed[unit_id]}
    fresh = [unit_id for unit_id in targets if any(task.reminded != marks[task.code] for task in owed[unit_id])]
    for unit_id in fresh:
        for task in owed[unit_id]:
            task.reminded = marks[task.code]
    people = await lookup.liaisons(context.session, fresh)
    return Outcome(
        pushes=tuple(
            _push(act, context, units[unit_id], targets[unit_id], owed[unit_id], people.get(unit_id, []))
            for unit_id in fresh
        )
    )


async def _owed(context: Context) -> dict[int, list[Task]]:
    """For each lead unit, its tasks that have reached a stage, most urgent first."""
    query = (
        select(TaskUnit.unit_id, Task)
        .join(Task, col(TaskUnit.task_id) == col(Task.id))
        .where(TaskUnit.part == Part.LEAD, col(Task.state).in_(_WAITING), col(Task.due).is_not(None))
        .where(col(Task.due) <= context.office.calendar.add_workdays(context.today, _horizon(context)))
        .order_by(col(Task.due), col(Task.id))
    )
    owed: dict[int, list[Task]] = {}
    for unit_id, task in (await context.session.execute(query)).all():
        if stages.stage(context, task):
            owed.setdefault(unit_id, []).append(task)
    return owed


def _horizon(context: Context) -> int:
    return max(context.office.rules.supervision.remind_before, default=0) + 1


def _push(act: RemindUnits, context: Context, unit: Unit, target: Target, tasks: list[Task], people: list[str]) -> Push:
    closes = datetime.combine(act.day, context.office.rules.office.closes, tzinfo=context.office.zone)
    key = f"remind:{unit.id}:{lookup.place(target)}:{act.day.isoformat()}"
    return Push(key, target, _text(context, unit, tasks), tuple(people), expires=closes)


def _text(context: Context, unit: Unit, tasks: list[Task]) -> str:
    lines = [
        f"{task.code} {said.short(task.title, 30)}：进度 {task.percent}%，"
        f"{words.limit(task.due, days_left(context, task.due), context.today)}"
        + ("，还未签收" if task.state == TaskState.ASSIGNED else "")
        for task in tasks
    ]
    example = f"办结的回复“{tasks[0].code} 已办结，申请销号”，在办的回复“{tasks[0].code} 进展60%，预计6月30日办结”。"
    return "\n".join([f"【到期提醒】{unit.short}，以下 {len(tasks)} 项已到或临近时限，请抓紧办理：", *lines, example])
