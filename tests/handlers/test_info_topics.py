"""约稿 and 催约稿: whom they reach, and who still owes a piece."""

from __future__ import annotations

from datetime import date

import pytest

from bot.acts import ApproveInfo, RequestInfo, ReturnInfo, SubmitInfo, Undo, UrgeInfo
from models.infos import Topic
from tests.handlers import city
from tests.handlers.builders import Desk

STORES = RequestInfo(title="春耕备耕物资储备", units=(city.FARMING, city.EAST), due=date(2023, 4, 25))


async def answer(desk: Desk, who: str, topic: str) -> str:
    outcome = await desk.say(who, SubmitInfo(title=f"{topic}的稿子", body="正文", topic=topic))
    assert outcome.code
    return outcome.code


async def test_a_topic_is_recorded_and_told_in_the_information_group(desk: Desk) -> None:
    outcome = await desk.say(city.EDITOR, STORES)
    text = (
        "【约稿】Y1《春耕备耕物资储备》\n请报：市农牧局、东城区\n时限：4 月 25 日\n"
        "报送时写“【信息报送】”、标题和正文即可。"
    )
    assert outcome.reply == f"已发出：\n{text}\n回复“撤销”可收回。"
    [row] = await desk.outbox()
    assert (row.chat, row.text) == (city.INFORMATION_GROUP, text)
    assert row.mentions == [city.FARMING_LIAISON, city.EAST_LIAISON]
    [topic] = await desk.all(Topic)
    assert (topic.code, topic.units, topic.due) == ("Y1", [3, 5], STORES.due)


async def test_in_the_information_group_it_is_the_answer(desk: Desk) -> None:
    outcome = await desk.say(city.EDITOR, STORES, group=city.INFORMATION_GROUP)
    assert outcome.reply.startswith("【约稿】Y1")
    assert outcome.mentions == (city.FARMING_LIAISON, city.EAST_LIAISON)
    assert await desk.outbox() == []


async def test_without_an_information_group_each_unit_is_told_in_its_own(empty: Desk) -> None:
    await empty.furnish(city.without_groups(city.INFORMATION_GROUP))
    outcome = await empty.say(city.EDITOR, STORES, group=city.DEPARTMENTS_GROUP)
    assert outcome.reply.startswith("【约稿】Y1")
    assert outcome.mentions == (city.FARMING_LIAISON,)
    [row] = await empty.outbox()
    assert (row.chat, row.mentions) == (city.DISTRICTS_GROUP, [city.EAST_LIAISON])


@pytest.mark.parametrize(("slot", "nothing"), [("title", None), ("units", ()), ("due", None)])
async def test_what_is_missing_is_asked_for(desk: Desk, slot: str, nothing: object) -> None:
    await desk.unclear(city.EDITOR, STORES.model_copy(update={slot: nothing}), slot, "请问", "例如")


async def test_the_past_and_the_unknown_are_refused(desk: Desk) -> None:
    past = STORES.model_copy(update={"due": date(2023, 4, 11)})
    await desk.refused(city.EDITOR, past, "4 月 11 日已经过去", "没有登记", "例如")
    await desk.refused(city.EDITOR, STORES.model_copy(update={"units": ("市气象局",)}), "“市气象局”", "例如")


async def test_who_owes_a_piece_is_urged(desk: Desk) -> None:
    await desk.say(city.EDITOR, STORES)
    await answer(desk, city.EAST_LIAISON, "Y1")
    outcome = await desk.say(city.EDITOR, UrgeInfo(topic="Y1"))
    text = "【催约稿】市农牧局，以下约稿还未收到，请抓紧：\nY1《春耕备耕物资储备》，时限 4 月 25 日：市农牧局"
    assert outcome.reply == f"已发出：\n{text}"
    assert (await desk.heard(city.INFORMATION_GROUP))[-1] == text
    assert (await desk.outbox())[-1].mentions == [city.FARMING_LIAISON]


async def test_a_returned_piece_is_owed_again(desk: Desk) -> None:
    await desk.say(city.EDITOR, STORES)
    codes = [await answer(desk, who, "Y1") for who in (city.FARMING_LIAISON, city.EAST_LIAISON)]
    assert "都已报齐" in (await desk.say(city.EDITOR, UrgeInfo(topic="Y1"))).reply
    await desk.say(city.EDITOR, ReturnInfo(info=codes[1]))
    assert "东城区" in (await desk.say(city.EDITOR, UrgeInfo(topic="Y1"))).reply


async def test_a_piece_under_review_is_not_owed(desk: Desk) -> None:
    await desk.say(city.EDITOR, STORES)
    codes = [await answer(desk, who, "Y1") for who in (city.FARMING_LIAISON, city.EAST_LIAISON)]
    await desk.say(city.EDITOR, ApproveInfo(info=codes[0]))
    await desk.deliver()
    await desk.say(city.EDITOR, UrgeInfo())
    assert await desk.outbox(new=True) == []


async def test_of_several_topics_and_units_only_what_is_asked(desk: Desk) -> None:
    await desk.say(city.EDITOR, STORES)
    await desk.say(city.EDITOR, RequestInfo(title="防汛准备", units=(city.WATER, city.EAST), due=date(2023, 4, 20)))
    both = (await desk.say(city.EDITOR, UrgeInfo())).reply
    assert both.index("Y2") < both.index("Y1"), "what is due first stands first"
    one = (await desk.say(city.EDITOR, UrgeInfo(units=(city.WATER,)))).reply
    assert ("Y2" in one, "Y1" in one, "东城区" in one) == (True, False, False)


async def test_two_urges_of_one_message_are_both_sent(desk: Desk) -> None:
    await desk.say(city.EDITOR, STORES)
    await desk.say(city.EDITOR, RequestInfo(title="防汛准备", units=(city.WATER,), due=date(2023, 4, 20)))
    await desk.deliver()
    await desk.message(city.EDITOR, UrgeInfo(topic="Y1"), UrgeInfo(topic="Y2"))
    assert len(await desk.heard(city.INFORMATION_GROUP, new=True)) == 2


async def test_an_unknown_topic_is_named(desk: Desk) -> None:
    await desk.refused(city.EDITOR, UrgeInfo(topic="Y9"), "没有编号为 Y9 的约稿", "没有催办", "例如")


async def test_what_a_receipt_promises_to_take_back_can_be_taken_back(desk: Desk) -> None:
    await desk.say(city.EDITOR, STORES)
    urged = await desk.say(city.EDITOR, UrgeInfo(topic="Y1"))
    assert "撤销" not in urged.reply
    await desk.refused(city.EDITOR, Undo(), "Y1 催约稿", "不能撤销")
