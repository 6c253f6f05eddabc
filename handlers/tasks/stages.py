"""At which stage of its time limit a task stands, so that each stage is told once."""

from __future__ import annotations

from bot.router import Context
from handlers.tasks.common import days_left
from models.tasks import Task


def stage(context: Context, task: Task) -> str:
    """The stage reached today by the rules ("T-3", "T+1"), or "" where none is.

    Stages are levels, not moments: one that was missed (the machine was off, a weekend) is told on the next run.
    """
    rules = context.office.rules.supervision
    left = days_left(context, task.due)
    if left >= 0:
        reached = [before for before in rules.remind_before if left <= before]
        return f"T-{min(reached)}" if reached else ""
    past = [after for after in rules.remind_after if -left >= after]
    return f"T+{max(past)}" if past else ""


def mark(task: Task, reached: str) -> str:
    """A stage together with the due date's version: a changed date begins anew."""
    return f"{task.due_version}:{reached}"
