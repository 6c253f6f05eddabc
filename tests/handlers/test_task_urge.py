"""催办: who is urged for what, and that nobody is urged for nothing."""

from __future__ import annotations

from datetime import date

from bot.acts import ApproveTask, FinishTask, UrgeTask
from models.tasks import TaskStep
from tests.handlers import city
from tests.handlers.builders import Desk

LEDGER = [
    city.task(1, lead=[city.HOUSING], support=[city.FINANCE, city.EAST], due="2023-04-10", percent=40),
    city.task(2, lead=[city.HOUSING], due="2023-04-20"),
    city.task(3, lead=[city.EAST, city.WEST], due=None),
    city.task(4, lead=[city.HOUSING], status="done", percent=100),
    city.task(5, lead=[city.HOUSING], status="pending_finish", percent=90),
    city.task(6, lead=[city.WATER], due="2023-04-28"),
]


async def furnished(desk: Desk) -> None:
    await desk.furnish({"tasks": LEDGER})


async def test_a_task_is_urged_at_its_lead_unit(desk: Desk) -> None:
    await furnished(desk)
    outcome = await desk.say(city.SUPERVISOR, UrgeTask(task="D1"))
    assert outcome.code == "D1"
    assert outcome.reply == "已催办市住建局：D1，共 1 项。回复“撤销”可收回。"
    [row] = await desk.outbox()
    assert (row.chat, row.mentions) == (city.DEPARTMENTS_GROUP, [city.HOUSING_LIAISON, city.HOUSING_SECOND])
    assert row.text == (
        "【催办】市住建局，请抓紧办理并反馈进展：\n"
        "D1 第1项重点工作（市住建局）办理中 40%，时限 4 月 10 日，已逾期 2 天\n"
        "请这样报：D1 进展60%，预计6月30日办结"
    )


async def test_units_are_urged_for_all_that_they_lead_and_still_owe(desk: Desk) -> None:
    await furnished(desk)
    outcome = await desk.say(city.MAYOR, UrgeTask(units=(city.HOUSING, city.EAST, city.WATER)))
    assert "D1、D2、D6、D3，共 4 项" in outcome.reply
    rows = {row.chat: row for row in await desk.outbox()}
    assert set(rows) == {city.DEPARTMENTS_GROUP, city.DISTRICTS_GROUP, city.WATER_GROUP}
    assert [step.task_id for step in await desk.all(TaskStep)] == [1, 2, 6, 3]
    assert "D4" not in rows[city.DEPARTMENTS_GROUP].text
    assert "D5" not in rows[city.DEPARTMENTS_GROUP].text


async def test_of_a_task_and_units_those_units_are_urged_for_that_task(desk: Desk) -> None:
    await furnished(desk)
    await desk.say(city.SUPERVISOR, UrgeTask(task="D1", units=(city.FINANCE,)))
    [row] = await desk.outbox()
    assert row.text.startswith("【催办】市财政局，")
    assert row.mentions == [city.FINANCE_LIAISON]


async def test_units_without_part_in_the_task_leave_it_to_its_lead(desk: Desk) -> None:
    await furnished(desk)
    outcome = await desk.say(city.SUPERVISOR, UrgeTask(task="D1", units=(city.WATER,)))
    assert outcome.reply.startswith("已催办市住建局：D1")
    assert [row.chat for row in await desk.outbox()] == [city.DEPARTMENTS_GROUP]


async def test_in_the_units_group_the_urge_is_the_answer(desk: Desk) -> None:
    await furnished(desk)
    outcome = await desk.say(city.SUPERVISOR, UrgeTask(task="D2"), group=city.DEPARTMENTS_GROUP)
    assert outcome.reply.startswith("【催办】市住建局")
    assert outcome.mentions == (city.HOUSING_LIAISON, city.HOUSING_SECOND)
    assert await desk.outbox() == []


async def test_in_the_units_group_it_is_urged_even_without_a_liaison(empty: Desk) -> None:
    world = city.world() | {"tasks": LEDGER}
    world["members"] = [row for row in world["members"] if row.get("unit") != city.HOUSING]
    await empty.furnish(world)
    outcome = await empty.say(city.SUPERVISOR, UrgeTask(task="D2"), group=city.DEPARTMENTS_GROUP)
    assert outcome.reply.startswith("【催办】市住建局")


async def test_two_urges_of_one_message_are_both_sent(desk: Desk) -> None:
    await furnished(desk)
    await desk.message(city.SUPERVISOR, UrgeTask(units=(city.EAST,)), UrgeTask(units=(city.WEST,)))
    heard = await desk.heard(city.DISTRICTS_GROUP)
    assert [text.split("，")[0] for text in heard] == ["【催办】东城区", "【催办】西城区"]


async def test_urging_again_is_told_again(desk: Desk) -> None:
    await furnished(desk)
    for _ in range(2):
        await desk.say(city.SUPERVISOR, UrgeTask(task="D2"))
    assert len(await desk.heard(city.DEPARTMENTS_GROUP)) == 2


async def test_what_is_closed_is_not_urged(desk: Desk) -> None:
    await furnished(desk)
    await desk.refused(city.SUPERVISOR, UrgeTask(task="D4"), "D4", "已销号，不用催办")


async def test_what_waits_for_the_supervisors_is_their_turn(desk: Desk) -> None:
    await furnished(desk)
    await desk.refused(city.MAYOR, UrgeTask(task="D5"), "D5", "已申请办结，正等督查室审核", "没有催办")


async def test_units_that_owe_nothing_are_not_urged(desk: Desk) -> None:
    await furnished(desk)
    await desk.refused(city.SUPERVISOR, UrgeTask(units=(city.FARMING,)), "市农牧局没有在办的牵头事项", "没有催办")
    await desk.refused(city.SUPERVISOR, UrgeTask(units=("市气象局",)), "“市气象局”", "例如")


async def test_urging_nobody_for_nothing_is_asked_about(desk: Desk) -> None:
    await furnished(desk)
    await desk.unclear(city.SUPERVISOR, UrgeTask(), "task", "催办哪一项", "例如")


async def test_a_closed_task_drops_out_of_the_units_urge(desk: Desk) -> None:
    await furnished(desk)
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await desk.say(city.SUPERVISOR, ApproveTask(task="D1"))
    await desk.deliver()
    desk.go_to(date(2023, 4, 13))
    await desk.say(city.SUPERVISOR, UrgeTask(units=(city.HOUSING,)))
    [text] = await desk.heard(city.DEPARTMENTS_GROUP, new=True)
    assert ("D2" in text, "D1 第" in text) == (True, False)


async def test_of_several_units_only_those_that_owe_are_named(desk: Desk) -> None:
    await furnished(desk)
    outcome = await desk.say(city.SUPERVISOR, UrgeTask(units=(city.FARMING, city.HOUSING)))
    assert "市农牧局" not in outcome.reply
    [row] = await desk.outbox()
    assert city.FARMING_LIAISON not in row.mentions
