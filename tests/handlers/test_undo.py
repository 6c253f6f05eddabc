"""撤销: takes back all of one message, as if it had never been, or nothing."""

from __future__ import annotations

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
from bot.office_acts import GrantExtension
from models import audit
from models.corridor import OutboxState
from models.tasks import TaskState
from tests.handlers import city
from tests.handlers.builders import Desk

LATER = date(2023, 5, 31)
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


async def test_what_is_waiting_for_another_try_is_cancelled_and_corrected(busy: Desk) -> None:
    """It may have arrived, where only the platform's answer was lost."""
    await busy.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await busy.deliver(OutboxState.PENDING)
    await busy.say(city.HOUSING_LIAISON, Undo())
    assert await busy.heard(city.SUPERVISOR, new=True) == ["【更正】D1 办结申请 已由王磊撤销，请以此为准。"]


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


async def test_of_two_acts_on_the_same_value_the_last_goes_first(busy: Desk) -> None:
    kept = await busy.kept()
    await busy.message(
        city.HOUSING_LIAISON, ReportProgress(task="D1", percent=40), ReportProgress(task="D1", percent=60)
    )
    await busy.say(city.HOUSING_LIAISON, Undo())
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
