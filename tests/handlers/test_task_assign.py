"""交办 and 签收: what is recorded, what is said, and who hears of it where."""

from __future__ import annotations

from datetime import date

import pytest

from bot.acts import AcceptTask, AssignTask, Undo
from models.tasks import TaskState, TaskStep, TaskUnit
from tests.handlers import city
from tests.handlers.builders import Desk

DUE = date(2023, 4, 25)
FUNDS = AssignTask(title="老旧小区改造资金拨付", lead=(city.HOUSING,), support=(city.FINANCE, city.EAST), due=DUE)


async def parts(desk: Desk) -> list[tuple[int, str]]:
    rows = await desk.all(TaskUnit)
    return [(row.unit_id, row.part) for row in sorted(rows, key=lambda row: row.rank)]


async def test_a_task_is_recorded_and_its_code_is_told(desk: Desk) -> None:
    outcome = await desk.say(city.SUPERVISOR, FUNDS, text="请住建局牵头……")
    assert outcome.code == "D1"
    assert outcome.reply.startswith("已列入督办：D1 老旧小区改造资金拨付，牵头 市住建局，时限 4 月 25 日")
    assert "撤销" in outcome.reply
    task = await desk.task("D1")
    assert (task.title, task.due, task.percent, task.state) == (FUNDS.title, DUE, 0, TaskState.ASSIGNED)
    assert await parts(desk) == [(1, "lead"), (2, "support"), (5, "support")]
    step = (await desk.all(TaskStep))[0]
    assert (step.kind, step.member_id, step.text) == ("task.assign", city.SUPERVISOR, "请住建局牵头……")


async def test_its_units_are_told_where_they_are(desk: Desk) -> None:
    await desk.say(city.SUPERVISOR, FUNDS)
    rows = {row.chat: row for row in await desk.outbox()}
    assert set(rows) == {city.DEPARTMENTS_GROUP, city.DISTRICTS_GROUP}
    assert rows[city.DEPARTMENTS_GROUP].mentions == [city.HOUSING_LIAISON, city.HOUSING_SECOND, city.FINANCE_LIAISON]
    assert rows[city.DISTRICTS_GROUP].mentions == [city.EAST_LIAISON]
    text = rows[city.DEPARTMENTS_GROUP].text
    assert text == (
        "【督办交办】D1 老旧小区改造资金拨付\n牵头：市住建局　配合：市财政局、东城区\n时限：4 月 25 日\n"
        "请牵头单位回复“收到”签收。"
    )


async def test_a_group_that_names_the_unit_comes_first(desk: Desk) -> None:
    await desk.say(city.SUPERVISOR, FUNDS.model_copy(update={"lead": (city.WATER,), "support": ()}))
    assert [row.chat for row in await desk.outbox()] == [city.WATER_GROUP]


async def test_without_a_group_of_its_layer_the_liaison_is_told_in_private(empty: Desk) -> None:
    await empty.furnish(city.without_groups(city.DISTRICTS_GROUP))
    await empty.say(city.SUPERVISOR, FUNDS.model_copy(update={"lead": (city.EAST,), "support": ()}))
    assert [(row.chat_kind, row.chat) for row in await empty.outbox()] == [("private", city.EAST_LIAISON)]


async def test_a_company_has_no_layer_and_is_told_in_private(desk: Desk) -> None:
    await desk.say(city.SUPERVISOR, FUNDS.model_copy(update={"lead": (city.COMPANY,), "support": ()}))
    assert [(row.chat_kind, row.chat) for row in await desk.outbox()] == [("private", city.COMPANY_LIAISON)]


async def test_in_the_units_own_group_the_notice_is_the_answer(desk: Desk) -> None:
    outcome = await desk.say(city.SUPERVISOR, FUNDS, group=city.DEPARTMENTS_GROUP)
    assert outcome.reply.startswith("【督办交办】D1")
    assert outcome.mentions == (city.HOUSING_LIAISON, city.HOUSING_SECOND, city.FINANCE_LIAISON)
    assert [row.chat for row in await desk.outbox()] == [city.DISTRICTS_GROUP], "told twice in its own group"


async def test_a_unit_without_liaison_is_told_in_its_own_group_all_the_same(empty: Desk) -> None:
    world = city.world()
    world["members"] = [row for row in world["members"] if row["id"] != city.FARMING_LIAISON]
    await empty.furnish(world)
    alone = FUNDS.model_copy(update={"lead": (city.FARMING,), "support": ()})
    outcome = await empty.say(city.SUPERVISOR, alone, group=city.DEPARTMENTS_GROUP)
    assert outcome.reply.startswith("【督办交办】D1")


async def test_nobody_is_said_to_be_told_who_cannot_be(empty: Desk) -> None:
    world = city.without_groups()
    world["members"] = [row for row in world["members"] if row["id"] != city.EAST_LIAISON]
    await empty.furnish(world)
    outcome = await empty.say(city.SUPERVISOR, FUNDS)
    assert "东城区没有可通知的群和联络员，请另行告知" in outcome.reply
    assert {row.chat for row in await empty.outbox()} == {city.HOUSING_LIAISON, city.FINANCE_LIAISON}


async def test_a_long_title_is_told_in_full(desk: Desk) -> None:
    title = "推进城镇老旧小区改造" * 8
    await desk.say(city.SUPERVISOR, FUNDS.model_copy(update={"title": title}))
    assert all(title in row.text for row in await desk.outbox())


async def test_units_named_twice_stand_once(desk: Desk) -> None:
    doubled = {"lead": (city.HOUSING, city.HOUSING), "support": (city.HOUSING, city.FINANCE, city.FINANCE)}
    await desk.say(city.SUPERVISOR, FUNDS.model_copy(update=doubled))
    assert await parts(desk) == [(1, "lead"), (2, "support")]


async def test_several_units_may_lead(desk: Desk) -> None:
    joint = {"lead": (city.WATER, city.HOUSING), "support": ()}
    outcome = await desk.say(city.SUPERVISOR, FUNDS.model_copy(update=joint))
    assert "牵头 市水务局、市住建局" in outcome.reply
    assert {row.chat for row in await desk.outbox()} == {city.WATER_GROUP, city.DEPARTMENTS_GROUP}


@pytest.mark.parametrize(("slot", "nothing"), [("title", None), ("title", "　 "), ("lead", ()), ("due", None)])
async def test_what_is_missing_is_asked_for(desk: Desk, slot: str, nothing: object) -> None:
    unclear = await desk.unclear(city.SUPERVISOR, FUNDS.model_copy(update={slot: nothing}), slot, "例如：")
    assert unclear.act.slots().get("title", FUNDS.title) in (FUNDS.title, nothing)


async def test_a_past_due_day_is_refused_and_today_is_not(desk: Desk) -> None:
    yesterday = FUNDS.model_copy(update={"due": date(2023, 4, 11)})
    await desk.refused(city.SUPERVISOR, yesterday, "4 月 11 日", "已经过去", "没有登记", "例如：")
    today = FUNDS.model_copy(update={"due": date(2023, 4, 12)})
    assert (await desk.say(city.SUPERVISOR, today)).code == "D1", "the refused one has used up a code"


async def test_an_unknown_unit_is_refused(desk: Desk) -> None:
    strange = FUNDS.model_copy(update={"support": ("市气象局",)})
    await desk.refused(city.SUPERVISOR, strange, "“市气象局”", "没有登记", "例如：")


async def test_a_twin_is_refused_while_the_first_is_open(desk: Desk) -> None:
    await desk.say(city.SUPERVISOR, FUNDS)
    await desk.refused(city.SECOND_SUPERVISOR, FUNDS.model_copy(update={"lead": (city.FARMING,)}), "D1", "催办D1")
    await desk.say(city.SUPERVISOR, Undo())
    assert (await desk.say(city.SUPERVISOR, FUNDS)).code == "D2"


async def test_receipt_of_a_task(desk: Desk) -> None:
    code = await desk.assigned(title="背街小巷整治")
    outcome = await desk.say(city.HOUSING_LIAISON, AcceptTask(task=code), group=city.DEPARTMENTS_GROUP)
    assert outcome.reply.startswith(f"{code} 背街小巷整治：已签收，时限 4 月 20 日，还有 6 个工作日。")
    assert (await desk.task(code)).state == TaskState.OPEN


async def test_a_supporting_unit_accepts_for_itself(desk: Desk) -> None:
    code = await desk.assigned()
    await desk.say(city.FINANCE_LIAISON, AcceptTask(task=code))
    assert (await desk.task(code)).state == TaskState.ASSIGNED


async def test_accepting_twice_leaves_one_step(desk: Desk) -> None:
    code = await desk.assigned()
    for who in (city.HOUSING_LIAISON, city.HOUSING_SECOND, city.HOUSING_LIAISON, city.FINANCE_LIAISON):
        await desk.say(who, AcceptTask(task=code))
    steps = [step.unit_id for step in await desk.all(TaskStep) if step.kind == "task.accept"]
    assert steps == [1, 2]


@pytest.mark.parametrize("who", [city.SUPERVISOR, city.MAYOR])
async def test_who_has_no_part_in_a_task_does_not_accept_it(desk: Desk, who: str) -> None:
    """A leader's “收到” under a notice is a courtesy; it must not be told as the unit's 签收."""
    code = await desk.assigned()
    before = await desk.everything()
    outcome = await desk.say(who, AcceptTask(task=code))
    assert "已签收" not in outcome.reply
    assert code in outcome.reply
    assert await desk.everything() == before


@pytest.mark.parametrize("act", [AcceptTask(task="D99"), AcceptTask()])
async def test_an_unknown_task_is_refused(desk: Desk, act: AcceptTask) -> None:
    await desk.refused(city.HOUSING_LIAISON, act, act.task or "哪一项", "例如：")


async def test_all_of_it_on_both_databases(both: Desk) -> None:
    await both.say(city.SUPERVISOR, FUNDS, group=city.DEPARTMENTS_GROUP)
    await both.say(city.HOUSING_LIAISON, AcceptTask(task="D1"))
    assert (await both.record())["tasks"][0] | {"percent": 0} == {
        "code": "D1",
        "title": FUNDS.title,
        "category": "",
        "lead": [city.HOUSING],
        "support": [city.FINANCE, city.EAST],
        "due": "2023-04-25",
        "requested_due": None,
        "percent": 0,
        "leader": "",
        "source": "",
        "status": "open",
    }
