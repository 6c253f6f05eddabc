"""审核: what was applied for is agreed to or sent back, by those who may, and the units hear of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.acts import ApproveTask, ExtendTask, FinishTask, ReturnTask
from bot.office_acts import GrantExtension
from models.tasks import TaskState, TaskStep
from tests.handlers import city
from tests.handlers.builders import Desk

LATER = date(2023, 5, 31)


@pytest.fixture
async def code(desk: Desk) -> str:
    """A task due on 20 April, and its notices sent."""
    made = await desk.assigned(title="背街小巷整治", support=(city.FINANCE,))
    await desk.deliver()
    return made


async def pending(desk: Desk, code: str, act: Any) -> None:
    await desk.say(city.HOUSING_LIAISON, act)
    await desk.deliver()


@pytest.mark.parametrize("who", [city.SUPERVISOR, city.DEPUTY])
async def test_a_finish_that_is_agreed_to_closes_the_task(desk: Desk, code: str, who: str) -> None:
    await pending(desk, code, FinishTask(task=code))
    outcome = await desk.say(who, ApproveTask(task=code))
    assert outcome.reply == "D1 背街小巷整治：同意办结，已销号。责任单位：市住建局。回复“撤销”可收回。"
    task = await desk.task(code)
    assert (task.state, task.percent, task.closed_at, task.problem) == (TaskState.DONE, 100, desk.now, False)
    assert await desk.heard(city.DEPARTMENTS_GROUP, new=True) == ["【督办】D1 背街小巷整治：同意办结，已销号。"]
    [row] = await desk.outbox(new=True)
    assert row.mentions == [city.HOUSING_LIAISON, city.HOUSING_SECOND]


async def test_in_the_units_group_the_answer_tells_it(desk: Desk, code: str) -> None:
    await pending(desk, code, FinishTask(task=code))
    outcome = await desk.say(city.SUPERVISOR, ApproveTask(task=code), group=city.DEPARTMENTS_GROUP)
    assert outcome.mentions == (city.HOUSING_LIAISON, city.HOUSING_SECOND)
    assert await desk.outbox(new=True) == []


async def test_an_extension_that_is_agreed_to_moves_the_due_day(desk: Desk, code: str) -> None:
    await pending(desk, code, ExtendTask(task=code, due=LATER))
    outcome = await desk.say(city.SUPERVISOR, ApproveTask(task=code))
    assert outcome.reply.startswith("D1 背街小巷整治：同意延期，新时限 5 月 31 日。")
    task = await desk.task(code)
    assert (task.state, task.due, task.requested_due) == (TaskState.OPEN, LATER, None)
    assert (task.extensions, task.due_version) == (1, 1)
    assert [step.due for step in await desk.all(TaskStep) if step.kind == "task.approve"] == [LATER]


async def test_without_a_date_the_approval_asks_for_it(desk: Desk) -> None:
    await desk.furnish({"tasks": [city.task(7, status="pending_extension")]})
    unclear = await desk.unclear(city.SUPERVISOR, ApproveTask(task="D7"), "due", "没有写日期", "例如：6月30日")
    assert unclear.act == GrantExtension(task="D7")
    await desk.say(city.SUPERVISOR, GrantExtension(task="D7", due=LATER))
    task = await desk.task("D7")
    assert (task.due, task.state) == (LATER, TaskState.OPEN)


async def test_with_the_date_that_was_asked_for_none_is_asked(desk: Desk) -> None:
    waiting = city.task(7, status="pending_extension", requested_due="2023-05-31")
    await desk.furnish({"tasks": [waiting]})
    await desk.say(city.MAYOR, ApproveTask(task="D7"))
    assert (await desk.task("D7")).due == LATER


async def test_a_date_that_has_passed_meanwhile_is_asked_for_anew(desk: Desk, code: str) -> None:
    await pending(desk, code, ExtendTask(task=code, due=date(2023, 4, 25)))
    desk.go_to(date(2023, 4, 26))
    await desk.unclear(city.SUPERVISOR, ApproveTask(task=code), "due", "4 月 25 日已经过去")
    assert (await desk.task(code)).due == date(2023, 4, 20)


@pytest.mark.parametrize("due", [None, date(2023, 4, 20), date(2023, 4, 19), date(2023, 4, 1)])
async def test_a_date_that_cannot_be_granted_is_asked_for_again(desk: Desk, code: str, due: date | None) -> None:
    await pending(desk, code, ExtendTask(task=code, due=LATER))
    unclear = await desk.unclear(city.SUPERVISOR, GrantExtension(task=code, due=due), "due", "例如：6月30日")
    assert unclear.act == GrantExtension(task=code)


async def test_a_return_sends_the_task_on(desk: Desk, code: str) -> None:
    await pending(desk, code, FinishTask(task=code))
    outcome = await desk.say(city.SUPERVISOR, ReturnTask(task=code, reason="缺验收材料"))
    assert outcome.reply.startswith(
        "D1 背街小巷整治：办结申请退回，原因：缺验收材料。时限 4 月 20 日，还有 6 个工作日，请继续办理。"
    )
    task = await desk.task(code)
    assert (task.state, task.returns, task.percent, task.due) == (TaskState.OPEN, 1, 0, date(2023, 4, 20))
    assert [row.chat for row in await desk.outbox(new=True)] == [city.DEPARTMENTS_GROUP]


async def test_an_extension_sent_back_leaves_the_due_day(desk: Desk, code: str) -> None:
    await pending(desk, code, ExtendTask(task=code, due=LATER))
    outcome = await desk.say(city.MAYOR, ReturnTask(task=code))
    assert "延期申请退回。" in outcome.reply
    task = await desk.task(code)
    assert (task.state, task.due, task.requested_due, task.due_version) == (
        TaskState.OPEN,
        date(2023, 4, 20),
        None,
        0,
    )


@pytest.mark.parametrize("act", [ApproveTask, ReturnTask, GrantExtension])
async def test_where_nothing_waits_nothing_is_decided(desk: Desk, code: str, act: Any) -> None:
    await desk.refused(city.SUPERVISOR, act(task=code), "现在是“待签收”", "没有待审核的申请", "没有登记")
    await pending(desk, code, FinishTask(task=code))
    await desk.say(city.SUPERVISOR, ApproveTask(task=code))
    await desk.refused(city.SUPERVISOR, act(task=code), "现在是“已销号”", code)


async def test_a_finish_is_not_granted_a_date(desk: Desk, code: str) -> None:
    await pending(desk, code, FinishTask(task=code))
    await desk.refused(city.SUPERVISOR, GrantExtension(task=code, due=LATER), "现在是“待审核”")


@pytest.mark.parametrize("act", [ApproveTask, ReturnTask])
async def test_an_unknown_code_is_named(desk: Desk, act: Any) -> None:
    await desk.refused(city.SUPERVISOR, act(task="D50"), "台账里没有 D50", "例如")
    await desk.refused(city.SUPERVISOR, act(), "哪一项", "例如")


async def test_a_second_round_of_review_is_told_again(desk: Desk, code: str) -> None:
    for _ in range(2):
        await pending(desk, code, FinishTask(task=code))
        await desk.say(city.SUPERVISOR, ReturnTask(task=code, reason="缺材料"))
        await desk.deliver()
    assert len(await desk.heard(city.DEPARTMENTS_GROUP)) == 3, "the notice, and two returns"
    assert (await desk.task(code)).returns == 2
