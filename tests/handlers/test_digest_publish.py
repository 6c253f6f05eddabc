"""审核, 签发 and what follows: the order, the numbers, who sees what, and reading an issue."""

from __future__ import annotations

from datetime import date

import pytest

from bot.acts import ApproveInfo, PublishDigest, SubmitInfo, Undo, ViewDigest
from bot.office_acts import CompileDigest
from models.digests import Digest, DigestState
from models.infos import Adoption, Info, InfoState
from tests.handlers import city
from tests.handlers.builders import Desk

FRIDAY = date(2023, 4, 14)
PUBLISH = PublishDigest()


async def draft(desk: Desk, week: str = "2023-W15", day: date = FRIDAY, number: int = 1) -> None:
    """The draft of a week, with an info for all and one for the leaders only."""
    desk.go_to(day, "15:00")
    shown = city.info(number, title=f"{week}的亮点")
    await desk.furnish({"infos": [shown, city.info(number + 1, title=f"短板：{week}防汛物资", category="problem")]})
    desk.go_to(day, "16:00")
    await desk.office(CompileDigest(week=week))
    await desk.deliver()


async def issues(desk: Desk) -> list[tuple[str, int | None, str]]:
    return [(row.week, row.number, row.state) for row in await desk.all(Digest)]


async def test_an_editor_passes_it_and_a_leader_signs_it(desk: Desk) -> None:
    await draft(desk)
    reviewed = await desk.say(city.EDITOR, PUBLISH)
    assert reviewed.reply == "《政务动态》2023-W15 审核通过，已送领导签发。"
    assert {row.chat for row in await desk.outbox(new=True)} == {city.MAYOR, city.DEPUTY}
    [text] = await desk.heard(city.MAYOR)
    assert text.startswith("【政务动态签发】\n《政务动态》2023 年草稿（2023-W15）")
    assert text.endswith("请审签：回复“同意签发本期政务动态”。")
    await desk.deliver()
    signed = await desk.say(city.DEPUTY, PUBLISH)
    assert signed.reply == "《政务动态》2023 年第 1 期已签发，发到 6 个群。"
    [digest] = await desk.all(Digest)
    assert (digest.state, digest.reviewed_by, digest.published_by) == (
        DigestState.PUBLISHED,
        city.EDITOR,
        city.DEPUTY,
    )
    assert (digest.number, digest.published_at) == (1, desk.now)


async def test_who_is_behind_is_shown_to_the_leaders_only(desk: Desk) -> None:
    await desk.furnish({"tasks": [city.task(1, due="2023-04-10")]})
    await draft(desk)
    await desk.say(city.EDITOR, PUBLISH)
    await desk.deliver()
    await desk.say(city.MAYOR, PUBLISH)
    sent = {row.chat: row.text for row in await desk.outbox(new=True)}
    assert set(sent) == {
        city.LEADERS_GROUP,
        city.DEPARTMENTS_GROUP,
        city.DISTRICTS_GROUP,
        city.INFORMATION_GROUP,
        city.OFFICE_GROUP,
        city.WATER_GROUP,
    }
    for group, text in sent.items():
        for_leaders = group == city.LEADERS_GROUP
        assert ("防汛物资" in text, "市住建局 1 项" in text) == (for_leaders, for_leaders)
        assert "1. 2023-W15的亮点（市农牧局）" in text
        assert "第 1 期" in text


async def test_signing_before_the_review_is_refused(desk: Desk) -> None:
    await draft(desk)
    await desk.refused(city.MAYOR, PUBLISH, "2023-W15", "还没有经编辑审核，不能签发", "政务动态审核通过")


@pytest.mark.parametrize("who", [city.SUPERVISOR, city.CLERK, city.HOUSING_HEAD, city.HOUSING_LIAISON])
async def test_nobody_else_publishes(desk: Desk, who: str) -> None:
    await draft(desk)
    await desk.refused(who, PUBLISH, "信息科、市领导", "没有登记")
    await desk.say(city.EDITOR, PUBLISH)
    await desk.refused(who, PUBLISH, "信息科、市领导", "没有登记")


async def test_passing_it_twice_asks_the_leaders_once(desk: Desk) -> None:
    await draft(desk)
    await desk.say(city.EDITOR, PUBLISH)
    before = await desk.everything()
    assert "已审核，正等领导签发" in (await desk.say(city.SECOND_EDITOR, PUBLISH)).reply
    assert await desk.everything() == before


async def test_without_a_draft_there_is_nothing_to_publish(desk: Desk) -> None:
    for who in (city.EDITOR, city.MAYOR):
        await desk.refused(who, PUBLISH, "没有待发布的《政务动态》草稿", "看最近一期政务动态")
    await draft(desk)
    await desk.say(city.EDITOR, PUBLISH)
    await desk.say(city.MAYOR, PUBLISH)
    await desk.refused(city.MAYOR, PUBLISH, "没有待发布的《政务动态》草稿")


async def test_numbers_count_from_one_in_each_year_without_gaps(desk: Desk) -> None:
    weeks = [("2023-W50", date(2023, 12, 15)), ("2023-W51", date(2023, 12, 22)), ("2023-W52", date(2023, 12, 29))]
    weeks += [("2024-W01", date(2024, 1, 5)), ("2024-W02", date(2024, 1, 12))]
    for n, (week, day) in enumerate(weeks):
        await draft(desk, week, day, number=2 * n + 1)
        if week != "2023-W51":  # never signed: no number is lost
            await desk.say(city.EDITOR, PUBLISH)
            await desk.say(city.MAYOR, PUBLISH)
    assert await issues(desk) == [
        ("2023-W50", 1, "published"),
        ("2023-W51", None, "draft"),
        ("2023-W52", 2, "published"),
        ("2024-W01", 1, "published"),
        ("2024-W02", 2, "published"),
    ]


async def test_what_it_holds_is_adopted_by_the_city_once(desk: Desk) -> None:
    await draft(desk)
    await desk.say(city.EDITOR, PUBLISH)
    await desk.say(city.MAYOR, PUBLISH)
    assert [(row.info_id, row.level) for row in await desk.all(Adoption)] == [(1, "city"), (2, "city")]
    assert {info.state for info in await desk.all(Info)} == {InfoState.ADOPTED}


async def test_what_lost_its_review_does_not_go_out(desk: Desk) -> None:
    await desk.say(city.FARMING_LIAISON, SubmitInfo(title="春耕备耕", body="正文"))
    for who in (city.EDITOR, city.SECOND_EDITOR, city.MAYOR):
        await desk.say(who, ApproveInfo(info="X1"))
    await desk.office(CompileDigest(week="2023-W15"))
    await desk.say(city.MAYOR, Undo())
    await desk.refused(city.EDITOR, PUBLISH, "X1", "三审已撤销", "没有登记")


async def test_a_message_to_a_group_is_never_too_long(desk: Desk) -> None:
    """Forty infos with titles of ninety characters, and fifty units that are late."""
    units = [{"name": f"第{n:02d}单位", "short": f"第{n:02d}单位", "kind": "部门"} for n in range(50)]
    tasks = [city.task(n + 1, lead=[unit["name"]], due="2023-04-01") for n, unit in enumerate(units)]
    heads = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃寒来暑往秋收"
    categories = ("news", "problem", "economy", "key_work", "policy")
    infos = [city.info(n, title=h * 90, category=categories[n % 5]) for n, h in enumerate(heads, 1)]
    desk.go_to(FRIDAY, "15:00")
    await desk.furnish({"units": units, "tasks": tasks, "infos": infos})
    await desk.office(CompileDigest(week="2023-W15"))
    await desk.say(city.EDITOR, PUBLISH)
    await desk.say(city.MAYOR, PUBLISH)
    rows = await desk.outbox()
    assert len(rows) == 3 + 2 + 6, "a message was split in parts"
    assert max(len(row.text) for row in rows) <= 1600
    leaders = next(row.text for row in rows if row.chat == city.LEADERS_GROUP)
    assert all(f"{numeral}、" in leaders for numeral in "一二三四五")


async def test_a_signature_taken_back_before_it_left_is_as_if_it_never_was(desk: Desk) -> None:
    await draft(desk)
    await desk.say(city.EDITOR, PUBLISH)
    await desk.deliver()
    before = await desk.record()
    await desk.say(city.MAYOR, PUBLISH)
    await desk.say(city.MAYOR, Undo())
    assert await desk.record() == before
    assert await desk.outbox(new=True) == []
    assert await issues(desk) == [("2023-W15", None, "reviewed")]
    await desk.say(city.MAYOR, PUBLISH)
    assert len(await desk.outbox(new=True)) == 6, "the issue is signed again, and nobody gets it"


async def test_an_issue_that_has_left_keeps_its_number(desk: Desk) -> None:
    await draft(desk)
    await desk.say(city.EDITOR, PUBLISH)
    await desk.say(city.MAYOR, PUBLISH)
    await desk.deliver()
    await desk.refused(city.MAYOR, Undo(), "已经刊发", "没有撤销")


@pytest.fixture
async def two(desk: Desk) -> Desk:
    """Two issues of 2023, one of 2024, and a draft."""
    days = [("2023-W15", FRIDAY), ("2023-W16", date(2023, 4, 21)), ("2024-W02", date(2024, 1, 12))]
    for n, (week, day) in enumerate(days):
        await draft(desk, week, day, number=2 * n + 1)
        await desk.say(city.EDITOR, PUBLISH)
        await desk.say(city.MAYOR, PUBLISH)
    await draft(desk, "2024-W03", date(2024, 1, 19), number=7)
    return desk


async def test_reading_the_latest_or_a_given_issue(two: Desk) -> None:
    for act, week in (
        (ViewDigest(), "2024-W02"),
        (ViewDigest(issue=1), "2024-W02"),  # of the same number the latest
        (ViewDigest(issue=2), "2023-W16"),
        (ViewDigest(week="2023-W15"), "2023-W15"),
        (ViewDigest(issue=1, week="2023-W15"), "2023-W15"),
    ):
        text = (await two.say(city.FARMING_LIAISON, act)).reply
        assert f"期（{week}）" in text.splitlines()[0]
    await two.refused(city.MAYOR, ViewDigest(issue=9), "没有第 9 期《政务动态》", "看最近一期政务动态")
    await two.refused(city.MAYOR, ViewDigest(week="2024-W03"), "没有2024-W03", "看最近一期政务动态")


async def test_a_reader_sees_what_the_group_or_the_person_may(two: Desk) -> None:
    act = ViewDigest(week="2023-W15")
    for who, group, seen in (
        (city.MAYOR, None, True),
        (city.EDITOR, None, True),
        (city.SUPERVISOR, None, False),
        (city.FARMING_LIAISON, None, False),
        (city.MAYOR, city.DEPARTMENTS_GROUP, False),
        (city.MAYOR, city.LEADERS_GROUP, True),
        (city.EDITOR, city.INFORMATION_GROUP, False),
    ):
        text = (await two.say(who, act, group=group)).reply
        assert ("防汛物资" in text) is seen, (who, group)


async def test_before_the_first_issue_there_is_none(desk: Desk) -> None:
    await draft(desk)
    await desk.refused(city.FARMING_LIAISON, ViewDigest(), "没有已刊发的《政务动态》")
