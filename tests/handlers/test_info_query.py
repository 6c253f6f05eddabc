"""查询信息: one, mine, a unit's, the ranking and the plan, in every kind of period."""

from __future__ import annotations

from datetime import date

import pytest

from bot.acts import AdoptInfo, ApproveInfo, QueryInfos, ReturnInfo, SubmitInfo
from tests.handlers import city
from tests.handlers.builders import Desk


async def piece(desk: Desk, who: str, title: str, *, reviews: int = 0, level: str | None = None) -> str:
    outcome = await desk.say(who, SubmitInfo(title=title, body=f"{title}的正文"))
    code = outcome.code
    assert code
    for reviewer in (city.EDITOR, city.SECOND_EDITOR, city.MAYOR)[: 3 if level else reviews]:
        await desk.say(reviewer, ApproveInfo(info=code))
    if level:
        await desk.say(city.EDITOR, AdoptInfo.model_validate({"info": code, "level": level}))
    return code


async def ask(desk: Desk, who: str, **slots: object) -> str:
    return (await desk.say(who, QueryInfos.model_validate(slots))).reply


@pytest.fixture
async def year(desk: Desk) -> Desk:
    """Pieces of three units in March and April 2023; it is 12 April."""
    desk.go_to(date(2023, 3, 31))
    await piece(desk, city.FARMING_LIAISON, "三月报送四月采用")
    await piece(desk, city.WATER_LIAISON, "三月报送", reviews=1)
    desk.go_to(date(2023, 4, 12))
    for reviewer in (city.EDITOR, city.SECOND_EDITOR, city.MAYOR):
        await desk.say(reviewer, ApproveInfo(info="X1"))
    await desk.say(city.EDITOR, AdoptInfo(info="X1", level="region"))
    await desk.say(city.EDITOR, AdoptInfo(info="X1", level="instruction"))
    await piece(desk, city.WATER_LIAISON, "四月采用一次", level="city")
    await piece(desk, city.WATER_LIAISON, "四月待审")
    await piece(desk, city.EAST_LIAISON, "四月退回")
    await desk.say(city.EDITOR, ReturnInfo(info="X5", reason="缺数据"))
    return desk


async def test_one(year: Desk) -> None:
    assert await ask(year, city.WEST_LIAISON, scope="one", info="X1") == (
        "X1《三月报送四月采用》（市农牧局，3 月 31 日 09:30 报）：已采用（自治区、领导批示）。"
    )
    assert (await ask(year, city.MAYOR, scope="one", info="X5")).endswith("：已退回，退回原因：缺数据。")
    assert (await ask(year, city.MAYOR, scope="one", info="X2")).endswith("：待二审。")


async def test_mine_is_this_months(year: Desk) -> None:
    assert (await ask(year, city.WATER_LIAISON, scope="mine")).splitlines() == [
        "2023 年 4 月信息报送：",
        "市水务局：报送 2 条，采用 1 条",
        "X3《四月采用一次》：已采用",
        "X4《四月待审》：待一审",
    ]


async def test_periods(year: Desk) -> None:
    for period, words, number in (
        ("2023-03", "2023 年 3 月", 1),
        ("2023-04", "2023 年 4 月", 2),
        ("2023-Q1", "2023 年第 1 季度", 1),
        ("2023-Q2", "2023 年第 2 季度", 2),
        ("2023-H1", "2023 年上半年", 3),
        ("2023-H2", "2023 年下半年", 0),
        ("2023", "2023 年", 3),
        ("2022", "2022 年", 0),
        ("2023-W13", "2023 年第 13 周", 1),
        ("2023-W15", "2023 年第 15 周", 2),
        ("2023-12", "2023 年 12 月", 0),
    ):
        text = await ask(year, city.MAYOR, scope="unit", units=(city.WATER,), period=period)
        assert text.startswith(f"{words}信息报送：\n市水务局：报送 {number} 条"), period


async def test_a_period_that_cannot_be_is_refused(desk: Desk) -> None:
    for period in ("2023-13", "2023-00", "2023-Q5", "2023-H3", "2023-W53", "四月", "2023-", "-"):
        for scope in ("mine", "rank"):
            act = QueryInfos.model_validate({"scope": scope, "period": period})
            await desk.refused(city.WATER_LIAISON, act, f"没有“{period}”这个时段", "例如")


async def test_the_last_moment_of_a_month_is_in_it(desk: Desk) -> None:
    """Local midnight, not that of UTC, ends a month."""
    desk.go_to(date(2023, 4, 30), "23:59")
    await piece(desk, city.WATER_LIAISON, "月末")
    desk.go_to(date(2023, 5, 1), "00:00")
    await piece(desk, city.WATER_LIAISON, "月初")
    for period, title in (("2023-04", "月末"), ("2023-05", "月初")):
        lines = (await ask(desk, city.WATER_LIAISON, scope="mine", period=period)).splitlines()
        assert [title in line for line in lines[2:]] == [True]


async def test_the_ranking_counts_what_was_adopted_in_the_period(year: Desk) -> None:
    assert (await ask(year, city.MAYOR, scope="rank")).splitlines() == [
        "2023 年 4 月信息采用排名（按采用条次、报送条数）：",
        "1. 市农牧局：采用 2 条次，报送 0 条",
        "2. 市水务局：采用 1 条次，报送 2 条",
        "3. 东城区：采用 0 条次，报送 1 条",
    ]
    assert (await ask(year, city.MAYOR, scope="rank", period="2023-03")).splitlines()[1:] == [
        "1. 市农牧局：采用 0 条次，报送 1 条",
        "2. 市水务局：采用 0 条次，报送 1 条",
    ]


async def test_the_rank_of_a_unit_keeps_its_number(year: Desk) -> None:
    text = await ask(year, city.MAYOR, scope="rank", units=(city.EAST,))
    assert text.splitlines()[1:] == ["3. 东城区：采用 0 条次，报送 1 条"]
    nothing = await ask(year, city.MAYOR, scope="rank", period="2022")
    assert nothing.endswith("这段时间没有报送和采用。")


async def test_the_plan_says_what_is_due_and_who_is_missing(desk: Desk) -> None:
    topics = [
        {"code": "Y1", "title": "早已过去", "units": [city.WATER], "due": "2023-03-01"},
        {"code": "Y2", "title": "防汛准备", "units": [city.WATER, city.EAST], "due": "2023-04-20"},
        {"code": "Y3", "title": "刚过时限", "units": [city.EAST], "due": "2023-04-10"},
        {"code": "Y4", "title": "长期报送", "units": [city.FARMING], "due": None},
    ]
    await desk.furnish({"topics": topics})
    await desk.say(city.WATER_LIAISON, SubmitInfo(title="防汛", body="正文", topic="Y2"))
    assert (await ask(desk, city.EDITOR, scope="plan")).splitlines() == [
        "约稿和要点：",
        "Y3《刚过时限》，时限 4 月 10 日，缺：东城区",
        "Y2《防汛准备》，时限 4 月 20 日，缺：东城区",
        "Y4《长期报送》，时限未定，缺：市农牧局",
    ]
    await desk.say(city.EAST_LIAISON, SubmitInfo(title="防汛", body="正文", topic="Y2"))
    assert "Y2《防汛准备》，时限 4 月 20 日，已报齐" in await ask(desk, city.EDITOR, scope="plan", units=(city.WATER,))
    assert (await ask(desk, city.EDITOR, scope="plan", units=(city.HOUSING,))).endswith("近期没有约稿。")


async def test_what_cannot_be_told_is_asked_or_refused(year: Desk) -> None:
    await year.unclear(city.MAYOR, QueryInfos(scope="one"), "info", "哪一条信息")
    await year.refused(city.MAYOR, QueryInfos(scope="one", info="X99"), "没有编号为 X99 的信息", "例如")
    await year.refused(city.MAYOR, QueryInfos(scope="mine"), "没有所属单位", "例如")
    await year.refused(city.MAYOR, QueryInfos(scope="unit", units=("市气象局",)), "“市气象局”", "例如")
