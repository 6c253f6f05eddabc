"""撤销 where others have built on what is to be taken back: refused as a whole, and nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.acts import (
    Act,
    ApproveInfo,
    ApproveTask,
    AssignTask,
    CreateReminder,
    FinishTask,
    ReportProgress,
    SubmitInfo,
    Undo,
    UrgeTask,
    When,
)
from tests.handlers import city
from tests.handlers.builders import Desk

LATER = date(2023, 5, 31)

CONFLICTS: list[tuple[Sequence[tuple[str, Act]], str]] = [
    (
        [
            (city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60)),
            (city.HOUSING_SECOND, ReportProgress(task="D1", percent=70)),
        ],
        "D1 进展",
    ),
    (
        [
            (city.HOUSING_LIAISON, FinishTask(task="D1")),
            (city.SUPERVISOR, ApproveTask(task="D1")),
        ],
        "D1 办结申请",
    ),
    (
        [
            (city.FARMING_LIAISON, SubmitInfo(title="新信息", body="正文")),
            (city.EDITOR, ApproveInfo(info="X5")),
        ],
        "X5 报送信息",
    ),
    (
        [  # the other unit's report only refers to the task and does not change its row
            (city.SUPERVISOR, AssignTask(title="新任务", lead=(city.HOUSING,), support=(city.FINANCE,), due=LATER)),
            (city.FINANCE_LIAISON, ReportProgress(task="D5", percent=10)),
        ],
        "D5 交办",
    ),
    (
        [
            (city.SUPERVISOR, AssignTask(title="新任务", lead=(city.HOUSING,), due=LATER)),
            (city.MAYOR, UrgeTask(task="D5")),
        ],
        "D5 交办",
    ),
]


@pytest.mark.parametrize(("acts", "what"), CONFLICTS, ids=[what for _, what in CONFLICTS])
async def test_what_others_have_built_on_stays(busy: Desk, acts: Sequence[tuple[str, Act]], what: str) -> None:
    for who, act in acts:
        await busy.say(who, act)
    await busy.refused(acts[0][0], Undo(), what, "之后又有新的登记，不能撤销", "例如：D17 进展65%")


async def test_on_both_databases_a_conflict_changes_nothing(both: Desk) -> None:
    """A failed statement must not spoil the rest of the transaction."""
    code = await both.assigned()
    await both.say(city.FINANCE_LIAISON, ReportProgress(task=code, percent=10))
    await both.refused(city.SUPERVISOR, Undo(), "不能撤销")
    await both.say(city.FINANCE_LIAISON, Undo())
    await both.say(city.SUPERVISOR, Undo())
    assert (await both.record())["tasks"] == []


async def test_one_conflict_keeps_all_acts_of_the_message(busy: Desk) -> None:
    await busy.message(
        city.HOUSING_LIAISON,
        ReportProgress(task="D1", percent=60),
        CreateReminder(text="甲", when=When(once="2023-04-13T09:00")),
    )
    await busy.say(city.SUPERVISOR, ReportProgress(task="D1", percent=61))
    await busy.refused(city.HOUSING_LIAISON, Undo(), "D1 进展、T2 设提醒", "不能撤销")
