"""报送信息: for whom, once, and again after a return."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.acts import ReturnInfo, SubmitInfo, Undo
from models.infos import Info, InfoState
from tests.handlers import city
from tests.handlers.builders import Desk

PIECE = SubmitInfo(title="我市春耕备耕有序推进", body="截至4月10日，备足种子120吨。", category="highlight")


async def infos(desk: Desk) -> list[Info]:
    return list(await desk.all(Info))


async def test_of_the_own_unit(desk: Desk) -> None:
    outcome = await desk.say(city.FARMING_LIAISON, PIECE)
    assert outcome.code == "X1"
    assert outcome.reply == "X1《我市春耕备耕有序推进》：已收到，工作亮点类，待一审。回复“撤销”可收回。"
    [info] = await infos(desk)
    assert (info.unit_id, info.member_id, info.state) == (4 - 1, city.FARMING_LIAISON, InfoState.SUBMITTED)
    assert (info.title, info.body, info.submitted_at) == (PIECE.title, PIECE.body, desk.now)


async def test_without_a_category_it_is_news(desk: Desk) -> None:
    outcome = await desk.say(city.FARMING_LIAISON, PIECE.model_copy(update={"category": None}))
    assert "一般动态类" in outcome.reply


async def test_an_urgent_one_is_sent_to_the_duty_desk_as_well(desk: Desk) -> None:
    outcome = await desk.say(city.FARMING_LIAISON, PIECE.model_copy(update={"category": "emergency"}))
    assert "请同时电话报告市政府总值班室" in outcome.reply


@pytest.mark.parametrize("who", [city.EDITOR, city.SUPERVISOR])
async def test_an_editor_or_supervisor_for_another_unit(desk: Desk, who: str) -> None:
    await desk.say(who, PIECE.model_copy(update={"units": (city.WEST,)}))
    [info] = await infos(desk)
    assert (info.unit_id, info.member_id) == (6, who)


@pytest.mark.parametrize("who", [city.FARMING_LIAISON, city.HOUSING_HEAD, city.CLERK, city.MAYOR])
async def test_nobody_else_for_another_unit(desk: Desk, who: str) -> None:
    other = PIECE.model_copy(update={"units": (city.WEST,)})
    await desk.refused(who, other, "只能报送本单位的信息", "西城区", "没有登记", "例如")


async def test_the_own_unit_may_be_named(desk: Desk) -> None:
    await desk.say(city.FARMING_LIAISON, PIECE.model_copy(update={"units": (city.FARMING,)}))
    assert len(await infos(desk)) == 1


async def test_who_has_no_unit_must_name_one(desk: Desk) -> None:
    await desk.refused(city.MAYOR, PIECE, "没有所属单位", "例如")


async def test_what_is_missing_is_asked_for(desk: Desk) -> None:
    await desk.unclear(city.FARMING_LIAISON, PIECE.model_copy(update={"title": None}), "title", "标题", "例如")
    await desk.unclear(city.FARMING_LIAISON, PIECE.model_copy(update={"body": None}), "body", "正文", "例如")


async def test_a_title_may_be_sixty_characters_long(desk: Desk) -> None:
    long = PIECE.model_copy(update={"title": "春" * 61})
    await desk.refused(city.FARMING_LIAISON, long, "61 字", "最多 60 字", "例如")
    await desk.say(city.FARMING_LIAISON, PIECE.model_copy(update={"title": "春" * 60}))


@pytest.mark.parametrize("title", ["我市春耕备耕有序推进", " 我市春耕备耕，有序推进！ ", "我市“春耕备耕”有序推进"])
async def test_the_same_title_is_refused(desk: Desk, title: str) -> None:
    await desk.say(city.FARMING_LIAISON, PIECE)
    again = PIECE.model_copy(update={"title": title, "body": "另一正文"})
    await desk.refused(city.FARMING_LIAISON, again, "X1《我市春耕备耕有序推进》", "已报过", "没有重复登记")


async def test_the_same_title_of_another_unit_or_after_the_time_is_another(desk: Desk) -> None:
    await desk.say(city.FARMING_LIAISON, PIECE)
    await desk.say(city.WATER_LIAISON, PIECE)
    desk.pass_time(days=91)
    await desk.say(city.FARMING_LIAISON, PIECE)
    assert [info.code for info in await infos(desk)] == ["X1", "X2", "X3"]


async def test_a_returned_one_is_handed_in_again_under_its_code(desk: Desk) -> None:
    await desk.say(city.FARMING_LIAISON, PIECE)
    await desk.say(city.EDITOR, ReturnInfo(info="X1", reason="缺数据"))
    desk.now += timedelta(hours=1)
    better = PIECE.model_copy(update={"body": "截至4月12日，备足种子150吨。", "category": "news"})
    outcome = await desk.say(city.FARMING_LIAISON, better)
    assert outcome.reply.startswith("X1《我市春耕备耕有序推进》：已重新收到，一般动态类，待一审。")
    [info] = await infos(desk)
    assert (info.code, info.body, info.state, info.reviewers, info.reason) == (
        "X1",
        better.body,
        InfoState.SUBMITTED,
        [],
        "",
    )
    assert info.submitted_at == desk.now


async def test_the_second_try_taken_back_is_returned_as_before(desk: Desk) -> None:
    await desk.say(city.FARMING_LIAISON, PIECE)
    await desk.say(city.EDITOR, ReturnInfo(info="X1", reason="缺数据"))
    before = await infos(desk)
    await desk.say(city.FARMING_LIAISON, PIECE.model_copy(update={"body": "改后的正文"}))
    await desk.say(city.FARMING_LIAISON, Undo())
    assert [info.model_dump() for info in await infos(desk)] == [info.model_dump() for info in before]


async def test_it_answers_a_topic(desk: Desk) -> None:
    topic = {"code": "Y4", "title": "春耕备耕物资储备", "units": [city.FARMING], "due": "2023-04-25"}
    await desk.furnish({"topics": [topic]})
    outcome = await desk.say(city.FARMING_LIAISON, PIECE.model_copy(update={"topic": "Y4"}))
    assert "对应约稿 Y4《春耕备耕物资储备》" in outcome.reply
    assert (await infos(desk))[0].topic == "Y4"


async def test_an_unknown_topic_is_named(desk: Desk) -> None:
    astray = PIECE.model_copy(update={"topic": "Y9"})
    await desk.refused(city.FARMING_LIAISON, astray, "没有编号为 Y9 的约稿", "没有登记", "例如")
