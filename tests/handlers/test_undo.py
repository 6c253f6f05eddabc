"""撤销: takes back all of one message, as if it had never been, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.acts import (
    AcceptTask,
    Act,
    AdoptInfo,
    ApproveInfo,
    ApproveTask,
    AssignTask,
    CancelReminder,
    CreateReminder,
    ExtendTask,
    FinishTask,
    PublishDigest,
    QueryTasks,
    ReportProgress,
    RequestInfo,
    ReturnInfo,
    ReturnTask,
    SubmitInfo,
    Undo,
    UrgeTask,
    When,
)
from bot.office_acts import CompileDigest, GrantExtension
from models import audit
from models.corridor import OutboxState
from models.tasks import TaskState
from tests.handlers import city
from tests.handlers.builders import Desk

LATER = date(2023, 5, 31)
RECORD = {
    "tasks": [
        city.task(1, support=[city.FINANCE], percent=30),
        city.task(2, status="pending_finish", percent=80),
        city.task(3, status="pending_extension", requested_due="2023-05-31"),
        city.task(4, status="pending_extension"),
    ],
    "infos": [
        city.info(1),
        city.info(2, title="待审信息", status="submitted"),
        city.info(3, title="待三审信息", status="review3"),
        city.info(4, title="退回信息", status="returned"),
    ],
    "topics": [{"code": "Y1", "title": "防汛", "units": [city.WATER], "due": "2023-04-20"}],
    "reminders": [
        {
            "code": "T1",
            "text": "报周报",
            "when": {"rrule": "FREQ=DAILY", "time": "16:00"},
            "owner": city.HOUSING_LIAISON,
        }
    ],
}

ACTS: list[tuple[str, Act]] = [
    (city.SUPERVISOR, AssignTask(title="新任务", lead=(city.HOUSING,), support=(city.EAST,), due=LATER)),
    (city.FINANCE_LIAISON, AcceptTask(task="D1")),
    (city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60, due=LATER, problem=True)),
    (city.FINANCE_LIAISON, ReportProgress(task="D1", percent=60)),
    (city.HOUSING_LIAISON, FinishTask(task="D1")),
    (city.HOUSING_LIAISON, ExtendTask(task="D1", due=LATER, reason="设计变更")),
    (city.SUPERVISOR, ApproveTask(task="D2")),
    (city.SUPERVISOR, ReturnTask(task="D2", reason="缺材料")),
    (city.MAYOR, ApproveTask(task="D3")),
    (city.MAYOR, ReturnTask(task="D3")),
    (city.MAYOR, GrantExtension(task="D4", due=LATER)),
    (city.SUPERVISOR, UrgeTask(task="D1")),
    (city.FARMING_LIAISON, SubmitInfo(title="新信息", body="正文")),
    (city.FARMING_LIAISON, SubmitInfo(title="退回信息", body="改后", category="policy")),
    (city.EDITOR, ApproveInfo(info="X2")),
    (city.MAYOR, ApproveInfo(info="X3")),
    (city.EDITOR, ReturnInfo(info="X3", reason="缺数据")),
    (city.EDITOR, AdoptInfo(info="X1", level="region")),
    (city.EDITOR, RequestInfo(title="春耕", units=(city.FARMING,), due=LATER)),
    (city.EDITOR, PublishDigest()),
    (city.CLERK, CreateReminder(text="值班", when=When(once="2023-04-13T09:00"))),
    (city.HOUSING_LIAISON, CancelReminder(reminder="T1")),
]


@pytest.fixture
async def busy(desk: Desk) -> Desk:
    """A desk with something in every state, and a draft of the digest; all that was said has left."""
    await desk.furnish(RECORD)
    await desk.office(CompileDigest(week="2023-W15"))
    await desk.deliver()
    return desk


def test_every_act_that_can_be_taken_back_stands_in_the_table() -> None:
    from bot.acts import SPOKEN
    from tests.handlers.test_rights import NOT_OFFERED

    asking = {"task.query", "info.query", "digest.view", "help", "undo", "info.urge"}
    spoken = {act.name for act in SPOKEN if act.undoable} - asking - {act.name for act in NOT_OFFERED}
    assert {act.name for _, act in ACTS} == spoken | {"task.grant"}


@pytest.mark.parametrize(("who", "act"), ACTS, ids=lambda value: getattr(value, "name", ""))
async def test_the_record_is_as_it_was(busy: Desk, who: str, act: Act) -> None:
    kept, world = await busy.kept(), await busy.record()
    done = await busy.say(who, act)
    assert await busy.kept() != kept
    busy.pass_time(hours=23)
    outcome = await busy.say(who, Undo())
    assert outcome.reply == f"已撤销：{done.code} {act.chinese}。"
    assert await busy.kept() == kept
    assert await busy.record() == world
    assert await busy.outbox(new=True) == [], "what has not left is still to be sent"
    assert await busy.database.read(audit.first_broken) is None


async def test_what_has_left_is_corrected_where_it_went(busy: Desk) -> None:
    await busy.say(city.SUPERVISOR, AssignTask(title="新任务", lead=(city.HOUSING, city.EAST), due=LATER))
    await busy.deliver()
    await busy.say(city.SUPERVISOR, Undo())
    for group in (city.DEPARTMENTS_GROUP, city.DISTRICTS_GROUP):
        assert await busy.heard(group, new=True) == ["【更正】D5 交办 已由郑凯撤销，请以此为准。"]


async def test_what_has_not_left_is_cancelled_and_needs_no_correction(busy: Desk) -> None:
    await busy.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await busy.say(city.HOUSING_LIAISON, Undo())
    states = {row.state for row in await busy.outbox() if row.key.startswith("finish:D1")}
    assert states == {OutboxState.CANCELLED}
    assert not [row for row in await busy.outbox() if row.key.startswith("correct:")]


async def test_a_message_with_several_acts_goes_as_a_whole(busy: Desk) -> None:
    kept = await busy.kept()
    await busy.message(
        city.HOUSING_LIAISON,
        ReportProgress(task="D1", percent=60),
        ExtendTask(task="D1", due=LATER),
        CreateReminder(text="报送", when=When(once="2023-04-13T09:00")),
    )
    outcome = await busy.say(city.HOUSING_LIAISON, Undo())
    assert outcome.reply == "已撤销：D1 进展、D1 延期申请、T2 提醒。".replace("T2 提醒", "T2 设提醒")
    assert await busy.kept() == kept


async def test_what_others_did_stays(busy: Desk) -> None:
    await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60))
    await busy.say(city.FARMING_LIAISON, SubmitInfo(title="新信息", body="正文"))
    kept = await busy.kept()
    await busy.say(city.CLERK, CreateReminder(text="值班", when=When(once="2023-04-13T09:00")))
    await busy.say(city.CLERK, Undo())
    assert await busy.kept() == kept


async def test_nobody_takes_back_what_another_did(busy: Desk) -> None:
    await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60))
    for who in (city.HOUSING_SECOND, city.SUPERVISOR, city.MAYOR):
        await busy.refused(who, Undo(), "24 小时内没有您可以撤销的登记", "例如：D17 进展65%")


async def test_after_a_day_it_is_too_late(busy: Desk) -> None:
    await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60))
    busy.pass_time(hours=24, seconds=1)
    await busy.refused(city.HOUSING_LIAISON, Undo(), "24 小时内没有您可以撤销的登记")


async def test_within_a_day_it_is_not(busy: Desk) -> None:
    await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60))
    busy.pass_time(hours=24)
    await busy.say(city.HOUSING_LIAISON, Undo())


async def test_twice_takes_back_the_message_before(busy: Desk) -> None:
    for percent in (40, 60):
        await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=percent))
    for percent in (40, 30):
        await busy.say(city.HOUSING_LIAISON, Undo())
        assert (await busy.task("D1")).percent == percent
    await busy.refused(city.HOUSING_LIAISON, Undo(), "没有您可以撤销的登记")


async def test_a_question_in_between_changes_nothing(busy: Desk) -> None:
    await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60))
    await busy.say(city.HOUSING_LIAISON, QueryTasks(scope="mine"))
    await busy.say(city.HOUSING_LIAISON, Undo())
    assert (await busy.task("D1")).percent == 30


async def test_taken_back_and_said_anew_in_one_message(busy: Desk) -> None:
    """“撤回上一条，以这条为准：D1 进度55%”, and then this one taken back as well."""
    await busy.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=26))
    await busy.message(city.HOUSING_LIAISON, Undo(), ReportProgress(task="D1", percent=62))
    assert (await busy.task("D1")).percent == 62
    await busy.say(city.HOUSING_LIAISON, Undo())
    assert (await busy.task("D1")).percent == 30


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


async def test_codes_are_not_given_twice(busy: Desk) -> None:
    for _ in range(2):
        await busy.say(city.SUPERVISOR, AssignTask(title="新任务", lead=(city.HOUSING,), due=LATER))
        await busy.say(city.SUPERVISOR, Undo())
        await busy.say(city.FARMING_LIAISON, SubmitInfo(title="新信息", body="正文"))
        await busy.say(city.FARMING_LIAISON, Undo())
    last = [
        await busy.say(city.SUPERVISOR, AssignTask(title="新任务", lead=(city.HOUSING,), due=LATER)),
        await busy.say(city.FARMING_LIAISON, SubmitInfo(title="新信息", body="正文")),
    ]
    assert [outcome.code for outcome in last] == ["D7", "X7"]


async def test_an_act_without_a_message_is_not_taken_back_by_a_later_one(busy: Desk) -> None:
    """What was done at the workbench has no message; 撤销 in a chat leaves it alone."""
    await busy.run(ReportProgress(task="D1", percent=60), city.HOUSING_LIAISON)
    await busy.refused(city.HOUSING_LIAISON, Undo(), "没有您可以撤销的登记")
    assert (await busy.task("D1")).state == TaskState.OPEN
