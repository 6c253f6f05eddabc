"""Who is who: claimed by anybody, decided by supervisors only."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.acts import Undo
from bot.office_acts import ClaimIdentity, DecideClaim, ImportRoster, MemberLine
from bot.router import Context, Outcome, Refused
from models.people import Account, Claim, Member, Role
from tests.handlers import city
from tests.handlers.builders import Desk, well_said


async def claim(desk: Desk, unit: str = "市住建局", person: str = "王磊", account: str = "ding1") -> Outcome:
    """A claim by an account that nobody knows, as the corridor performs it."""
    act = ClaimIdentity(unit=unit, person=person, platform="local", account=account)

    async def work(session: AsyncSession) -> Outcome:
        context = Context(session, desk.dispatcher.office, desk.now, account=account)
        return await desk.dispatcher.perform(act, context)

    outcome = await desk.database.write(work)
    well_said(outcome.reply)
    return outcome


async def accounts(desk: Desk, account: str = "ding1") -> list[str]:
    return [row.member_id for row in await desk.all(Account) if row.account == account]


async def states(desk: Desk) -> dict[str, str]:
    return {row.code: row.state for row in await desk.all(Claim)}


async def test_a_claim_is_kept_and_the_supervisors_are_asked(desk: Desk) -> None:
    outcome = await claim(desk)
    assert (outcome.code, outcome.reply) == ("B1", "已收到：市住建局 王磊。督查室确认后即可使用。")
    assert {row.chat for row in await desk.outbox()} == {city.SUPERVISOR, city.SECOND_SUPERVISOR}
    [text] = await desk.heard(city.SUPERVISOR)
    assert text == ("【身份确认】B1 有人自称市住建局 王磊（名册中有此人）。请核实后回复“确认B1”或“拒绝B1”。")


async def test_a_known_member_is_bound(desk: Desk) -> None:
    await claim(desk)
    outcome = await desk.say(city.SUPERVISOR, DecideClaim(claim="B1", agree=True))
    assert outcome.reply == "B1 已确认：市住建局 王磊。"
    assert await accounts(desk) == [city.HOUSING_LIAISON]
    assert await desk.heard("ding1") == ["您已确认为市住建局 王磊，可以使用了。回复“帮助”看怎么用。"]
    assert (await desk.all(Claim))[0].decided_by == city.SUPERVISOR
    assert len(await desk.all(Member)) == len(city.world()["members"])


async def test_an_unknown_one_joins_as_a_liaison(desk: Desk) -> None:
    await claim(desk, unit="住建局", person="新来的")
    assert "名册中没有此人，确认后作为联络员加入" in (await desk.heard(city.SUPERVISOR))[0]
    await desk.say(city.SUPERVISOR, DecideClaim(claim="B1", agree=True))
    [joined] = [member for member in await desk.all(Member) if member.name == "新来的"]
    assert (joined.role, joined.unit_id) == (Role.LIAISON, 1)
    assert await accounts(desk) == [joined.id]


async def test_whoever_joins_gets_an_id_of_their_own(empty: Desk) -> None:
    """A roster may have given ids of any form."""
    world = city.world()
    world["members"] += [
        dict(world["members"][10], id=f"{letter}{n}", name=f"同名{letter}{n}") for letter in "bp" for n in (1, 2)
    ]
    await empty.furnish(world)
    await claim(empty, person="新来的")
    await empty.say(city.SUPERVISOR, DecideClaim(claim="B1", agree=True))
    line = MemberLine(row=2, name="名册新人", unit=city.HOUSING)
    await empty.office(ImportRoster(units=(), members=(line,)))
    ids = [member.id for member in await empty.all(Member)]
    assert len(ids) == len(set(ids)) == len(world["members"]) + 2


async def test_a_refused_one_hears_so_and_is_not_bound(desk: Desk) -> None:
    await claim(desk)
    outcome = await desk.say(city.SUPERVISOR, DecideClaim(claim="B1", agree=False))
    assert outcome.reply == "B1 已拒绝。"
    assert "没有确认您的身份" in (await desk.heard("ding1"))[0]
    assert await accounts(desk) == []
    assert await states(desk) == {"B1": "refused"}


async def test_the_same_claim_again_asks_nobody_again(desk: Desk) -> None:
    await claim(desk)
    before = await desk.everything()
    assert (await claim(desk)).reply == "已经报给督查室，请等确认。"
    assert await desk.everything() == before


async def test_another_claim_of_the_same_account_takes_the_place_of_the_first(desk: Desk) -> None:
    await claim(desk)
    await claim(desk, person="刘畅")
    assert await states(desk) == {"B1": "refused", "B2": "open"}
    await desk.refused(city.SUPERVISOR, DecideClaim(claim="B1", agree=True), "没有待确认的 B1", "例如")
    await desk.say(city.SUPERVISOR, DecideClaim(claim="B2", agree=True))
    assert await accounts(desk) == [city.HOUSING_SECOND]


@pytest.mark.parametrize("agree", [True, False])
async def test_it_is_decided_once(desk: Desk, agree: bool) -> None:
    await claim(desk)
    await desk.say(city.SUPERVISOR, DecideClaim(claim="B1", agree=agree))
    for again in (True, False):
        await desk.refused(city.SECOND_SUPERVISOR, DecideClaim(claim="B1", agree=again), "没有待确认的 B1", "例如")


@pytest.mark.parametrize("who", [city.MAYOR, city.EDITOR, city.CLERK, city.HOUSING_HEAD, city.HOUSING_LIAISON])
async def test_only_supervisors_decide(desk: Desk, who: str) -> None:
    await claim(desk)
    await desk.refused(who, DecideClaim(claim="B1", agree=True), "督查室", "没有登记")


async def test_an_account_that_a_roster_bound_meanwhile_is_bound_once(desk: Desk) -> None:
    await claim(desk, account="zhangsan")
    line = MemberLine(row=2, name="张强", unit=city.FINANCE, dingtalk="zhangsan")
    await desk.office(ImportRoster(units=(), members=(line,)))
    await claim(desk, person="刘畅", account=city.HOUSING_LIAISON)
    await desk.say(city.SUPERVISOR, DecideClaim(claim="B2", agree=True))
    assert await accounts(desk, city.HOUSING_LIAISON) == [city.HOUSING_SECOND]


@pytest.mark.parametrize("unit", ["市气象局", "局"])
async def test_an_unknown_unit_is_refused(desk: Desk, unit: str) -> None:
    before = await desk.everything()
    with pytest.raises(Refused) as caught:
        await claim(desk, unit=unit)
    text = well_said(str(caught.value))
    assert f"“{unit}”" in text
    assert "例如：我是 市住建局 刘畅" in text
    assert await desk.everything() == before


async def test_a_decision_taken_back_is_open_again(desk: Desk) -> None:
    await claim(desk, person="新来的")
    before: dict[str, Any] = await desk.record()
    await desk.say(city.SUPERVISOR, DecideClaim(claim="B1", agree=True))
    await desk.say(city.SUPERVISOR, Undo())
    assert await desk.record() == before
    assert await states(desk) == {"B1": "open"}
    assert await accounts(desk) == []
