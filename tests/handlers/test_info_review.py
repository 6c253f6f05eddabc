"""三审: two editors and a leader in this order, and nobody else; then adoption, once a level."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.acts import Act, AdoptInfo, ApproveInfo, ReturnInfo, SubmitInfo, Undo
from models.infos import Adoption, Info, InfoState
from models.people import Unit
from tests.handlers import city
from tests.handlers.builders import Desk

EDITORS = (city.EDITOR, city.SECOND_EDITOR, city.THIRD_EDITOR)
PASS = ApproveInfo(info="X1")


@pytest.fixture
async def piece(desk: Desk) -> Desk:
    """X1 of 市农牧局, waiting for its first review."""
    await desk.say(city.FARMING_LIAISON, SubmitInfo(title="春耕有序", body="备足种子120吨。", category="highlight"))
    return desk


async def passed(desk: Desk, stages: int) -> None:
    for who in (city.EDITOR, city.SECOND_EDITOR, city.MAYOR)[:stages]:
        await desk.say(who, PASS)
    await desk.deliver()


async def info(desk: Desk) -> Info:
    found: Info = (await desk.all(Info))[0]
    return found


async def test_the_three_reviews(piece: Desk) -> None:
    first = await piece.say(city.EDITOR, PASS)
    assert first.reply == "X1《春耕有序》：一审通过，待二审。回复“撤销”可收回。"
    assert await piece.outbox() == []
    second = await piece.say(city.THIRD_EDITOR, PASS)
    assert second.reply.startswith("X1《春耕有序》：二审通过，待三审。")
    assert await piece.heard(city.MAYOR) == [
        "【三审】X1《春耕有序》（市农牧局，工作亮点）二审已通过，请审签。\n备足种子120吨。\n"
        "引用本条回复“同意”或“退回，原因……”。"
    ]
    assert len(await piece.heard(city.DEPUTY)) == 1
    third = await piece.say(city.DEPUTY, PASS)
    assert third.reply.startswith("X1《春耕有序》：三审通过，可以采用。")
    assert await piece.heard(city.FARMING_LIAISON) == ["X1《春耕有序》：三审通过，可以采用。"]
    found = await info(piece)
    assert (found.state, found.reviewers) == (InfoState.APPROVED, [city.EDITOR, city.THIRD_EDITOR, city.DEPUTY])
    assert found.approved_at == piece.now


@pytest.mark.parametrize(
    ("stages", "who", "words"),
    [
        (0, city.MAYOR, ("一审由信息科办理", "没有登记")),
        (1, city.MAYOR, ("二审由信息科办理", "没有登记")),
        (1, city.EDITOR, ("二审要由另一位编辑办理", "没有登记")),
        (2, city.EDITOR, ("三审由市领导办理", "没有登记")),
        (2, city.THIRD_EDITOR, ("三审由市领导办理", "没有登记")),
        (3, city.MAYOR, ("现在是“三审通过”", "没有登记")),
        (3, city.EDITOR, ("现在是“三审通过”", "没有登记")),
        (0, city.SUPERVISOR, ("信息科、市领导", "没有登记")),
        (0, city.FARMING_LIAISON, ("信息科、市领导", "没有登记")),
        (1, city.CLERK, ("信息科、市领导", "没有登记")),
        (2, city.HOUSING_HEAD, ("信息科、市领导", "没有登记")),
    ],
)
async def test_every_wrong_order_and_person_is_refused(
    piece: Desk, stages: int, who: str, words: tuple[str, ...]
) -> None:
    await passed(piece, stages)
    await piece.refused(who, PASS, *words)


async def test_nobody_reviews_what_they_have_handed_in(desk: Desk) -> None:
    own = SubmitInfo(title="信息科要情", body="正文", units=(city.FARMING,))
    await desk.say(city.EDITOR, own)
    await desk.refused(city.EDITOR, PASS, "是您报送的", "没有登记")
    await desk.say(city.SECOND_EDITOR, PASS)
    await desk.refused(city.EDITOR, PASS, "是您报送的", "没有登记")


@pytest.mark.parametrize("stages", [0, 1, 2])
@pytest.mark.parametrize("who", [city.EDITOR, city.MAYOR])
async def test_it_may_be_returned_at_each_stage(piece: Desk, stages: int, who: str) -> None:
    await passed(piece, stages)
    outcome = await piece.say(who, ReturnInfo(info="X1", reason="数据有误"))
    assert outcome.reply == "X1《春耕有序》：已退回，原因：数据有误。回复“撤销”可收回。"
    assert await piece.heard(city.FARMING_LIAISON, new=True) == [
        "X1《春耕有序》：已退回，原因：数据有误。改后请用同一标题再报。"
    ]
    found = await info(piece)
    assert (found.state, found.reason) == (InfoState.RETURNED, "数据有误")


async def test_what_was_passed_or_returned_is_not_returned(piece: Desk) -> None:
    await passed(piece, 3)
    await piece.refused(city.EDITOR, ReturnInfo(info="X1"), "现在是“三审通过”")


async def test_a_returned_one_goes_through_all_stages_again(piece: Desk) -> None:
    await passed(piece, 2)
    await piece.say(city.MAYOR, ReturnInfo(info="X1"))
    await piece.refused(city.EDITOR, PASS, "现在是“已退回”")
    await piece.say(city.FARMING_LIAISON, SubmitInfo(title="春耕有序", body="备足种子150吨。"))
    await passed(piece, 3)
    assert (await info(piece)).state == InfoState.APPROVED
    assert len([text for text in await piece.heard(city.DEPUTY) if text.startswith("【三审】")]) == 2


async def test_a_review_taken_back_and_made_again_is_told_again(piece: Desk) -> None:
    await passed(piece, 1)
    for _ in range(2):
        await piece.say(city.SECOND_EDITOR, PASS)
        await piece.say(city.SECOND_EDITOR, Undo())
    await piece.say(city.SECOND_EDITOR, PASS)
    assert len(await piece.heard(city.MAYOR, new=True)) == 1


@pytest.mark.parametrize("level", ["city", "region", "state", "instruction"])
async def test_adoption_once_a_level(piece: Desk, level: str) -> None:
    await passed(piece, 3)
    words = {"city": "《政务动态》", "region": "自治区", "state": "国办", "instruction": "领导批示"}[level]
    act = AdoptInfo.model_validate({"info": "X1", "level": level})
    outcome = await piece.say(city.EDITOR, act)
    assert words in outcome.reply
    assert "已登记" in outcome.reply
    assert len(await piece.heard(city.FARMING_LIAISON, new=True)) == 1
    before = await piece.everything()
    again = await piece.say(city.SECOND_EDITOR, act)
    assert "已登记过" in again.reply
    assert await piece.everything() == before
    assert (await info(piece)).state == InfoState.ADOPTED


async def test_several_levels_add_up(piece: Desk) -> None:
    await passed(piece, 3)
    await piece.message(city.EDITOR, AdoptInfo(info="X1", level="region"), AdoptInfo(info="X1", level="instruction"))
    assert [row.level for row in await piece.all(Adoption)] == ["region", "instruction"]


@pytest.mark.parametrize(
    ("stages", "words"), [(0, ("待一审", "一审通过")), (1, ("待二审", "二审通过")), (2, ("待三审", "三审通过"))]
)
async def test_only_what_was_passed_is_adopted(piece: Desk, stages: int, words: tuple[str, ...]) -> None:
    await passed(piece, stages)
    act = AdoptInfo(info="X1", level="region")
    text = await piece.refused(city.EDITOR, act, f"现在是“{words[0]}”", "没有登记")
    assert text.endswith(f"例如：X1 {words[1]}"), "an example that would be refused"


async def test_what_was_returned_is_not_adopted(piece: Desk) -> None:
    await piece.say(city.EDITOR, ReturnInfo(info="X1"))
    await piece.refused(city.EDITOR, AdoptInfo(info="X1", level="region"), "现在是“已退回”", "没有登记", "重报")


async def test_the_level_is_asked_for(piece: Desk) -> None:
    await passed(piece, 3)
    words = ("哪一级", "1. 《政务动态》", "4. 领导批示")
    unclear = await piece.unclear(city.EDITOR, AdoptInfo(info="X1"), "level", *words)
    assert unclear.choices == ("city", "region", "state", "instruction")


@pytest.mark.parametrize("act", [PASS, ReturnInfo(info="X1"), AdoptInfo(info="X1", level="city")])
async def test_an_unknown_one_is_named(desk: Desk, act: Act) -> None:
    await desk.refused(city.EDITOR, act, "没有编号为 X1 的信息", "没有登记", "例如")
    await desk.refused(city.EDITOR, act.model_copy(update={"info": None}), "哪一条", "例如")


async def test_the_leader_in_charge_is_asked_alone(piece: Desk) -> None:
    async def work(session: AsyncSession) -> None:
        unit = await session.get_one(Unit, (await session.get_one(Info, 1)).unit_id)
        unit.leader = city.DEPUTY

    await piece.database.write(work)
    await passed(piece, 2)
    assert len(await piece.heard(city.DEPUTY)) == 1
    assert await piece.heard(city.MAYOR) == []
