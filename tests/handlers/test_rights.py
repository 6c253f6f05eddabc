"""Every act by every role, of the own unit and of another: who may, and that who may not changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import handlers
from bot import acts, office_acts
from bot.acts import Act, When
from bot.router import Context, Office
from models.people import Member, Role, Unit
from models.tasks import Part, Task, TaskUnit
from tests.handlers import city
from tests.handlers.builders import WEDNESDAY, Desk

LEADING, SUPPORTING, OTHER = "leading", "supporting", "other"
L, S, E, C, H, M = Role.LEADER, Role.SUPERVISOR, Role.EDITOR, Role.CLERK, Role.HEAD, Role.LIAISON
ALL = {L, S, E, C, H, M}
DAY = date(2023, 6, 1)

BY_ROLE: list[tuple[Act, set[Role]]] = [
    (acts.AssignTask(title="甲", lead=(city.WATER,), due=DAY), {L, S, E}),
    (acts.ApproveTask(task="D1"), {L, S}),
    (acts.ReturnTask(task="D1"), {L, S}),
    (office_acts.GrantExtension(task="D1", due=DAY), {L, S}),
    (acts.UrgeTask(task="D1"), {L, S}),
    (acts.QueryTasks(scope="all"), ALL),
    (office_acts.RemindUnits(day=DAY), set()),
    (acts.SubmitInfo(title="甲", body="乙"), ALL),
    (acts.ApproveInfo(info="X1"), {L, E}),
    (acts.ReturnInfo(info="X1"), {L, E}),
    (acts.AdoptInfo(info="X1", level="region"), {L, E}),
    (acts.RequestInfo(title="甲", units=(city.WATER,), due=DAY), {L, S, E}),
    (acts.UrgeInfo(topic="Y1"), {L, S, E}),
    (acts.QueryInfos(scope="rank"), ALL),
    (acts.ViewDigest(), ALL),
    (acts.PublishDigest(), {L, E}),
    (office_acts.CompileDigest(week="2023-W15"), {L, S, E}),
    (acts.CreateReminder(text="甲", when=When(once="2023-06-01T09:00")), ALL),
    (acts.CancelReminder(reminder="T1"), ALL),
    (office_acts.FireReminder(reminder="T1", at="2023-06-01T09:00"), set()),
    (office_acts.DecideClaim(claim="B1", agree=True), {S}),
    (office_acts.ImportWorld(world={}), {S}),
    (office_acts.ImportTasks(lines=()), {S}),
    (office_acts.ImportRoster(units=(), members=()), {S}),
    (office_acts.ImportTopics(lines=()), {S, E}),
    (acts.Undo(), ALL),
    (acts.Help(), ALL),
]

# Of a liaison, a head, an editor or a clerk it matters whose task it is; supervisors and leaders may in any case.
BY_PART: list[tuple[Act, set[str]]] = [
    (acts.AcceptTask(task="D1"), {LEADING, SUPPORTING}),
    (acts.ReportProgress(task="D1", percent=50), {LEADING, SUPPORTING}),
    (acts.FinishTask(task="D1"), {LEADING}),
    (acts.ExtendTask(task="D1", due=DAY), {LEADING}),
]
PARTS = {LEADING: city.HOUSING, SUPPORTING: city.FINANCE, OTHER: city.WATER}

NOT_OFFERED = {
    acts.NoticeMeeting, acts.ReplyMeeting, acts.QueryMeetings, acts.RegisterDocument, acts.MoveDocument,
    acts.QueryDocuments, acts.QueryScores,
}  # fmt: skip


def test_no_act_is_left_out_of_these_tables() -> None:
    known = {type(act) for act, _ in (*BY_ROLE, *BY_PART)}
    assert known | NOT_OFFERED | {office_acts.ClaimIdentity} == set(handlers.build().routes)


@pytest.mark.parametrize(("act", "allowed"), BY_ROLE, ids=lambda value: getattr(value, "name", ""))
async def test_by_role(empty: Desk, act: Act, allowed: set[Role]) -> None:
    for role in Role:
        assert await may(empty, act, Member(id="m", name="某", role=role)) is (role in allowed), role


@pytest.mark.parametrize(("act", "allowed"), BY_PART, ids=lambda value: getattr(value, "name", ""))
async def test_by_part(empty: Desk, act: Act, allowed: set[str]) -> None:
    await furnish(empty)
    for role in Role:
        for part, number in ((LEADING, 1), (SUPPORTING, 2), (OTHER, 3)):
            member = Member(id="m", name="某", role=role, unit_id=number)
            assert await may(empty, act, member) is (role in (L, S) or part in allowed), (role, part)
        assert await may(empty, act, Member(id="m", name="某", role=role)) is (role in (L, S)), f"{role} without unit"


async def furnish(desk: Desk) -> None:
    async def work(session: Any) -> None:
        session.add_all([Unit(id=n, name=name, short=name) for n, name in enumerate(PARTS.values(), 1)])
        session.add(Task(id=1, code="D1", title="甲", created_at=WEDNESDAY))
        await session.flush()
        session.add_all([TaskUnit(task_id=1, unit_id=1), TaskUnit(task_id=1, unit_id=2, part=Part.SUPPORT)])

    await desk.database.write(work)


async def may(desk: Desk, act: Act, member: Member) -> bool:
    """What the right says of a member; the corridor asks it before the handler."""
    route = handlers.build().route(act)

    async def work(session: Any) -> bool:
        return await route.may.check(Context(session, office(desk), WEDNESDAY, actor=member), act)

    return await desk.database.read(work)


def office(desk: Desk) -> Office:
    return desk.dispatcher.office


@pytest.mark.parametrize(
    ("who", "act", "words"),
    [
        (city.HOUSING_LIAISON, acts.ApproveTask(task="D1"), ("督查室、市领导", "没有登记")),
        (city.HOUSING_HEAD, acts.UrgeTask(task="D1"), ("督查室、市领导", "没有登记")),
        (city.EDITOR, acts.FinishTask(task="D1"), ("不由您单位牵头", "没有登记", "例如")),
        (city.FINANCE_LIAISON, acts.FinishTask(task="D1"), ("不由您单位牵头", "没有登记", "例如")),
        (city.WATER_LIAISON, acts.ReportProgress(task="D1", percent=9), ("不由您单位承担", "没有登记", "例如")),
        (city.WATER_LIAISON, acts.AcceptTask(task="D1"), ("不由您单位承担", "没有登记", "例如")),
        (city.CLERK, acts.PublishDigest(), ("信息科、市领导", "没有登记")),
        (city.SUPERVISOR, acts.ApproveInfo(info="X1"), ("信息科、市领导", "没有登记")),
        (city.SUPERVISOR, office_acts.RemindUnits(day=DAY), ("由系统按时办理",)),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
async def test_who_may_not_is_told_who_may(desk: Desk, who: str, act: Act, words: tuple[str, ...]) -> None:
    await desk.furnish({"tasks": [city.task(1, support=[city.FINANCE])], "infos": [city.info(1)]})
    await desk.refused(who, act, *words)


@pytest.mark.parametrize("act", [acts.QueryMeetings(), acts.QueryDocuments(), acts.QueryScores()])
async def test_what_is_not_offered_is_answered_honestly(desk: Desk, act: Act) -> None:
    before = await desk.everything()
    outcome = await desk.say(city.CLERK, act)
    assert "还不能办理" in outcome.reply
    assert "没有作任何登记" in outcome.reply
    assert await desk.everything() == before
