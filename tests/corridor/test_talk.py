"""From what people write to the record and an answer."""

from __future__ import annotations

import pytest

from bot import record
from tests.corridor.conftest import Talk

GROUP = "督查工作群"
INFOS = "信息工作群"


async def _task(talk: Talk, code: str) -> dict[str, object]:
    world = await talk.house.database.read(record.export)
    return next(task for task in world["tasks"] if task["code"] == code)


async def test_a_report_is_recorded_and_answered(talk: Talk) -> None:
    answer = await talk.say("m5", "D1 进展60%，预计4月18日办结", GROUP)
    assert answer.startswith("D1 改造老旧小区二十个")
    assert "60%" in answer
    assert "4 月 18 日" in answer
    assert (await _task(talk, "D1"))["percent"] == 60


@pytest.mark.parametrize("text", ["👌", "[玫瑰][玫瑰]", "大家辛苦了", "中午食堂吃什么", "。"])
async def test_chatter_stays_silent(talk: Talk, text: str) -> None:
    assert await talk.say("m5", text, GROUP) == ""


async def test_an_empty_text_gets_help(talk: Talk) -> None:
    assert "这样说" in await talk.say("m5", "  ", GROUP)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("D99 进展60%", "台账里没有 D99"),
        ("D1 申请延期到2月30日", "2月30日"),
        ("D1 进展120%", "120%"),
        ("X99 一审通过", "身份不能办"),
    ],
)
async def test_bad_input_is_answered_with_what_was_wrong_and_changes_nothing(talk: Talk, text: str, words: str) -> None:
    before = await talk.house.database.read(record.export)
    answer = await talk.say("m5", text, GROUP)
    assert words in answer
    assert await talk.house.database.read(record.export) == before


async def test_several_acts_in_one_message_and_one_that_fails(talk: Talk) -> None:
    answer = await talk.say("m5", "D1 进展70%；D99 进展20%；D2已办结，申请销号", GROUP)
    assert "D99" in answer
    assert (await _task(talk, "D1"))["percent"] == 70
    assert (await _task(talk, "D2"))["status"] == "pending_finish"


async def test_from_finish_to_close(talk: Talk) -> None:
    await talk.say("m5", "D1已办结，申请销号", GROUP)
    asked = [row for row in await talk.pushes() if row.chat == "m2"]
    assert "D1" in asked[0].text
    assert "已销号" in await talk.say("m2", "同意", quote=asked[0].text)
    assert (await _task(talk, "D1"))["status"] == "done"
    assert any("已销号" in row.text for row in await talk.pushes() if row.chat == GROUP)


async def test_others_may_not_close(talk: Talk) -> None:
    await talk.say("m5", "D1已办结，申请销号", GROUP)
    assert "不能办" in await talk.say("m5", "D1同意销号", GROUP)
    assert (await _task(talk, "D1"))["status"] == "pending_finish"


async def test_a_question_is_answered_by_a_number(talk: Talk) -> None:
    question = await talk.say("m5", "我局任务进度75%，请督查室更新", GROUP)
    assert "1. D1" in question
    assert "2. D2" in question
    assert "D2" in await talk.say("m5", "2", GROUP)
    assert (await _task(talk, "D2"))["percent"] == 75
    assert (await _task(talk, "D1"))["percent"] == 30


async def test_a_number_that_was_not_offered_is_refused_and_the_question_stays(talk: Talk) -> None:
    await talk.say("m5", "我局任务进度75%，请督查室更新", GROUP)
    assert "没有第 7 项" in await talk.say("m5", "7", GROUP)
    await talk.say("m5", "1", GROUP)
    assert (await _task(talk, "D1"))["percent"] == 75


async def test_only_who_was_asked_answers_and_only_in_time(talk: Talk) -> None:
    await talk.say("m5", "我局任务进度75%，请督查室更新", GROUP)
    assert await talk.say("m6", "1", GROUP) == ""
    assert await talk.say("m5", "1") == ""  # in private, not where it was asked
    talk.later(minutes=11)
    assert await talk.say("m5", "1", GROUP) == ""
    assert (await _task(talk, "D1"))["percent"] == 30


async def test_a_missing_date_is_asked_and_given(talk: Talk) -> None:
    question = await talk.say("m5", "D1用地手续没办完，申请延期", GROUP)
    assert "哪天" in question
    answer = await talk.say("m5", "5月20日", GROUP)
    assert "5 月 20 日" in answer
    assert (await _task(talk, "D1"))["requested_due"] == "2023-05-20"


async def test_a_message_of_its_own_drops_the_question(talk: Talk) -> None:
    await talk.say("m5", "D1用地手续没办完，申请延期", GROUP)
    await talk.say("m5", "D2 进展20%", GROUP)
    assert await talk.say("m5", "5月20日", GROUP) == ""
    assert (await _task(talk, "D1"))["status"] == "open"


async def test_approving_an_extension_without_a_date_asks_for_it(talk: Talk) -> None:
    await talk.say("m5", "D1用地手续没办完，申请延期", GROUP)
    await talk.say("m5", "5月20日", GROUP)
    assert "新时限 5 月 20 日" in await talk.say("m2", "D1同意延期", GROUP)
    assert (await _task(talk, "D1"))["due"] == "2023-05-20"


async def test_undo_takes_back_the_last_message(talk: Talk) -> None:
    before = await _task(talk, "D1")
    await talk.say("m5", "D1 进展70%", GROUP)
    assert "已撤销" in await talk.say("m5", "撤销", GROUP)
    assert await _task(talk, "D1") == before


async def test_what_is_not_offered_says_so_and_changes_nothing(talk: Talk) -> None:
    before = await talk.house.database.read(record.export)
    for text in ("W1已签批", "明天有什么会", "财政局3月考评多少分"):
        assert "不能办理" in await talk.say("m2", text)
    assert await talk.house.database.read(record.export) == before


async def test_an_unknown_account_is_asked_bound_and_heard(talk: Talk) -> None:
    assert "我是 单位 姓名" in await talk.say("stranger", "D1 进展90%", GROUP)
    assert (await _task(talk, "D1"))["percent"] == 30
    assert "督查室确认" in await talk.say("stranger", "我是 住建局 刘畅", GROUP)
    claim = [row for row in await talk.pushes() if row.chat == "m2"][-1]
    assert "B1" in claim.text
    assert "已确认" in await talk.say("m2", "确认B1")
    assert "90%" in await talk.say("stranger", "D1 进展90%", GROUP)


async def test_infos_from_submission_to_the_published_digest(talk: Talk) -> None:
    receipt = await talk.say(
        "m5",
        "【信息报送】\n我市老旧小区改造提速\n截至4月9日，全市开工12个小区，完成投资4200万元。类别：重点工作",
        INFOS,
    )
    assert receipt.startswith("X2")
    for sender, text in (("m3", "X2一审通过"), ("m4", "X2二审通过"), ("m1", "X2三审通过")):
        assert "通过" in await talk.say(sender, text, INFOS)
    await talk.house.dispatcher.run(talk.house.database, _compile("2023-W15"), talk.clock.now())
    await talk.house.settle()
    assert "审核通过" in await talk.say("m3", "政务动态审核通过，可以发布", INFOS)
    assert "第 1 期" in await talk.say("m1", "同意签发本期政务动态")
    published = [row for row in await talk.pushes() if "第 1 期" in row.text]
    assert {row.chat for row in published} == {GROUP, "区政府办工作群", INFOS}
    assert all("我市老旧小区改造提速" in row.text for row in published)


def _compile(week: str) -> object:
    from bot.office_acts import CompileDigest

    return CompileDigest(week=week)


async def test_how_to_take_back_is_said_once(talk: Talk) -> None:
    answer = await talk.say("m5", "D1 进展70%；D2 进展20%", GROUP)
    assert answer.count("撤销") == 1
    assert answer.endswith("回复“撤销”可收回。")
