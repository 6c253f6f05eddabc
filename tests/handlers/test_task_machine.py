"""Random acts by random members: no task reaches a state without its evidence, and the audit trail tells the record."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bot.acts import (
    AcceptTask,
    Act,
    ApproveTask,
    AssignTask,
    ExtendTask,
    FinishTask,
    ReportProgress,
    ReturnTask,
    Undo,
    UrgeTask,
)
from bot.dispatch import Dispatcher
from bot.office_acts import GrantExtension, RemindUnits
from bot.router import Refused, Unclear
from models import audit
from models.audit import AuditEntry
from models.database import Database
from models.tasks import Task, TaskStep
from tests.handlers import city
from tests.handlers.builders import WEDNESDAY, Desk

T = TypeVar("T")
SUPERVISORS = (city.SUPERVISOR, city.MAYOR)
LEAD = (city.HOUSING_LIAISON, city.HOUSING_HEAD)
WHO = st.sampled_from((*SUPERVISORS, *LEAD, city.FINANCE_LIAISON, city.WATER_LIAISON, city.EDITOR))
CODES = st.sampled_from(("D1", "D1", "D2", "D3"))
DAYS = st.integers(-3, 40).map(lambda n: WEDNESDAY.date() + timedelta(days=n))
FIRST_DUE = date(2023, 4, 20)


@dataclass(slots=True)
class Told:
    """What the audit trail says of a task."""

    state: str
    percent: int
    due: date | None
    requested: date | None = None


def recount(entries: Sequence[AuditEntry], known: dict[str, Told]) -> dict[str, Told]:
    """The tasks as the entries tell them, without those that were taken back. Knows nothing of the handlers."""
    undone = {entry.undoes for entry in entries if entry.undoes is not None}
    for entry in entries:
        if entry.inbox_id in undone or not entry.act.startswith("task.") or entry.act in ("task.urge", "task.remind"):
            continue
        due = date.fromisoformat(entry.slots["due"]) if "due" in entry.slots else None
        if entry.act == "task.assign":
            known[entry.code or ""] = Told("assigned", 0, due)
        else:
            tell(known[entry.code or ""], entry, due)
    return known


def tell(task: Told, entry: AuditEntry, due: date | None) -> None:
    leading = entry.member_id in (*SUPERVISORS, *LEAD)
    if entry.act == "task.accept" and task.state == "assigned" and entry.member_id in LEAD:
        task.state = "open"
    elif entry.act == "task.progress" and leading:
        task.percent = entry.slots.get("percent", task.percent)
        task.state = "open" if task.state == "assigned" else task.state
    elif entry.act == "task.finish":
        task.state, task.requested = "pending_finish", None
    elif entry.act == "task.extend":
        task.state, task.requested = "pending_extension", due
    elif entry.act == "task.return":
        task.state, task.requested = "open", None
    elif entry.act == "task.grant" or (task.state == "pending_extension" and entry.act == "task.approve"):
        task.state, task.due, task.requested = "open", due or task.requested, None
    elif entry.act == "task.approve":
        task.state, task.percent = "done", 100


class Office(RuleBasedStateMachine):
    """The small city with two tasks, of which anybody may try anything."""

    def __init__(self, template: Path, dispatcher: Dispatcher) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.database = Database(f"sqlite+aiosqlite:///{shutil.copy(template, template.with_name('machine.db'))}")
        self.desk = Desk(self.database, dispatcher)
        self.do(self.desk.furnish({"tasks": [city.task(n, support=[city.FINANCE]) for n in (1, 2)]}))

    def teardown(self) -> None:
        broken = self.do(self.database.read(audit.first_broken))
        self.do(self.database.close())
        self.runner.close()
        assert broken is None

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def attempt(self, who: str, act: Act) -> None:
        """What is refused or asked about has changed nothing."""
        before = self.do(self.tasks())
        try:
            self.do(self.desk.say(who, act))
        except (Refused, Unclear):
            assert self.do(self.tasks()) == before

    async def tasks(self) -> list[Any]:
        """Every task and step."""
        return [row.model_dump() for table in (Task, TaskStep) for row in await self.desk.all(table)]

    @rule(who=WHO, number=st.integers(1, 3), due=DAYS)
    def assign(self, who: str, number: int, due: date) -> None:
        self.attempt(who, AssignTask(title=f"任务{number}", lead=(city.HOUSING,), support=(city.FINANCE,), due=due))

    @rule(who=WHO, code=CODES)
    def accept(self, who: str, code: str) -> None:
        self.attempt(who, AcceptTask(task=code))

    @rule(who=WHO, code=CODES, percent=st.none() | st.integers(0, 100), problem=st.booleans())
    def report(self, who: str, code: str, percent: int | None, problem: bool) -> None:
        self.attempt(who, ReportProgress(task=code, percent=percent, problem=problem))

    @rule(who=WHO, code=CODES)
    def finish(self, who: str, code: str) -> None:
        self.attempt(who, FinishTask(task=code))

    @rule(who=WHO, code=CODES, due=st.none() | DAYS)
    def extend(self, who: str, code: str, due: date | None) -> None:
        self.attempt(who, ExtendTask(task=code, due=due))

    @rule(who=WHO, code=CODES)
    def approve(self, who: str, code: str) -> None:
        self.attempt(who, ApproveTask(task=code))

    @rule(who=WHO, code=CODES, due=st.none() | DAYS)
    def grant(self, who: str, code: str, due: date | None) -> None:
        self.attempt(who, GrantExtension(task=code, due=due))

    @rule(who=WHO, code=CODES)
    def send_back(self, who: str, code: str) -> None:
        self.attempt(who, ReturnTask(task=code))

    @rule(who=WHO, code=st.none() | CODES)
    def urge(self, who: str, code: str | None) -> None:
        self.attempt(who, UrgeTask(task=code, units=() if code else (city.HOUSING,)))

    @rule(who=WHO)
    def undo(self, who: str) -> None:
        self.attempt(who, Undo())

    @rule(hours=st.integers(1, 30))
    def wait(self, hours: int) -> None:
        self.desk.pass_time(hours=hours)
        self.do(self.desk.office(RemindUnits(day=self.desk.now.date())))
        self.do(self.desk.deliver())

    @invariant()
    def every_state_has_its_evidence(self) -> None:
        steps = self.do(self.desk.all(TaskStep))
        for task in self.do(self.desk.all(Task)):
            own = [step for step in steps if step.task_id == task.id]
            decided = [step for step in own if step.kind in ("task.approve", "task.grant")]
            assert 0 <= task.percent <= 100
            assert all(step.member_id in SUPERVISORS for step in decided)
            assert (task.state == "done") == (task.closed_at is not None)
            assert task.requested_due is None or task.state == "pending_extension"
            if task.state == "done":
                assert task.percent == 100
                kinds = [step.kind for step in own]
                assert "task.finish" in kinds[: kinds.index("task.approve", kinds.index("task.finish"))]
            granted = [step for step in decided if step.due != FIRST_DUE]
            assert task.due_version == task.extensions <= len(decided)
            assert bool(task.due_version) == bool(granted) or task.id not in (1, 2)
            assert task.id not in (1, 2) or task.due == (granted[-1].due if granted else FIRST_DUE)

    @invariant()
    def the_audit_trail_tells_the_record(self) -> None:
        told = recount(self.do(self.desk.audit()), {code: Told("open", 0, FIRST_DUE) for code in ("D1", "D2")})
        undone = set(told) - {task.code for task in self.do(self.desk.all(Task))}
        assert not undone
        for task in self.do(self.desk.all(Task)):
            assert told[task.code] == Told(task.state, task.percent, task.due, task.requested_due), task.code


def test_random_acts(templates: Path, dispatcher: Dispatcher) -> None:
    run_state_machine_as_test(
        lambda: Office(templates / "city.db", dispatcher),
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            database=None,
            phases=(Phase.generate,),  # making a failure smaller would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
