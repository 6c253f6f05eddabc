"""A world taken over: once, whole or not at all, and the same again when it is given out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.acts import ApproveTask, CancelReminder, CreateReminder, ExtendTask, ReportProgress, SubmitInfo, Undo, When
from bot.office_acts import ImportWorld
from models.codes import next_code
from models.infos import Info
from models.people import Unit
from models.schedules import Reminder, ReminderState, Schedule
from models.tasks import Task
from tests.handlers import city
from tests.handlers.builders import Desk

SAMPLE = Path(__file__).parents[2] / "samples" / "city.json"


def full() -> dict[str, Any]:
    """A world with something of everything."""
    world = city.world()
    world["units"][0]["leader"] = city.DEPUTY
    world["members"][3]["accounts"] = {"dingtalk": "suya", "wecom": "SuYa"}
    world["groups"][1] |= {"dingtalk": "cidAbc==", "wecom": "wr1", "webhook": {"wecom": {"key": "k"}}}
    return world | {
        "tasks": [
            city.task(
                3, support=[city.FINANCE, city.EAST], percent=45, category="民生", leader="白玉林", source="常务会"
            ),
            city.task(9, status="pending_extension", requested_due="2023-06-30"),
            city.task(12, status="done", percent=100, due=None),
        ],
        "infos": [
            city.info(5, status=status, title=f"{status}的信息") | {"code": f"X{n}"}
            for n, status in enumerate(("submitted", "review2", "review3", "approved", "returned", "adopted"), 5)
        ],
        "topics": [{"code": "Y2", "title": "防汛", "units": [city.WATER, city.EAST], "due": "2023-04-20"}],
        "meetings": [
            {"code": "H1", "title": "常务会", "start": "2023-04-14T09:00", "place": "302", "units": [city.WATER]}
        ],
        "documents": [
            {
                "code": "W1",
                "number": "测政发〔2023〕5号",
                "title": "请示",
                "stage": "review",
                "urgency": "urgent",
                "due": None,
            }
        ],
        "reminders": [
            {"code": "T4", "text": "报周报", "when": {"rrule": "FREQ=DAILY", "time": "16:00"}, "owner": city.CLERK}
        ],
        "more": {"nobody": "knows this key"},
    }


async def test_twice_adds_nothing(both: Desk) -> None:
    act = ImportWorld(world=full(), platform="local")
    first = await both.office(act)
    assert first.reply == "督办事项 3，信息 6，约稿 1，会议 1，公文 1，提醒 1"
    before = await both.everything()
    both.pass_time(days=1)
    second = await both.office(act)
    assert second.reply == "督办事项 0，信息 0，约稿 0，会议 0，公文 0，提醒 0"
    assert await both.everything() == before


async def test_what_is_given_out_gives_the_same_again(both: Desk, empty: Desk) -> None:
    await both.office(ImportWorld(world=full(), platform="local"))
    given = json.loads(json.dumps(await both.record()))
    await empty.office(ImportWorld(world=given))
    assert await empty.record() == given
    await empty.office(ImportWorld(world=given))
    assert await empty.record() == given


async def test_the_sample_city_is_given_out_whole(empty: Desk) -> None:
    world = json.loads(SAMPLE.read_text("utf-8"))
    await empty.office(ImportWorld(world=world))
    given = await empty.record()
    for kind in ("units", "members", "groups", "tasks", "infos", "topics", "meetings", "documents"):
        assert [row.get("code") or row["name"] for row in given[kind]] == [
            row.get("code") or row["name"] for row in world[kind]
        ]
    assert [row["due"] for row in given["tasks"]] == [row.get("due") for row in world["tasks"]]


async def test_items_that_are_there_stay_as_they_are(desk: Desk) -> None:
    await desk.furnish({"tasks": [city.task(1)]})
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=60))
    await desk.furnish({"tasks": [city.task(1, percent=5, title="另一名称"), city.task(2)]})
    assert [(task.code, task.title, task.percent) for task in await desk.all(Task)] == [
        ("D1", "第1项重点工作", 60),
        ("D2", "第2项重点工作", 0),
    ]


async def test_new_codes_go_on_after_those_of_the_world(empty: Desk) -> None:
    await empty.office(ImportWorld(world=full(), platform="local"))
    codes = await empty.database.write(lambda session: next_code(session, "D"))
    assert codes == "D13"
    outcome = await empty.say(city.FARMING_LIAISON, SubmitInfo(title="新", body="正文"))
    assert outcome.code == "X11"


async def test_states_of_other_makers_are_read(empty: Desk) -> None:
    """contract: 待签收, 退回改派, 挂起 and 重开 are written ``open``; ``review1`` waits for the first review."""
    infos = [city.info(1, status="review1"), city.info(2, status="reviewing"), city.info(3, status=None, category="怪")]
    world = city.world() | {"tasks": [city.task(1, status="suspended"), city.task(2, status=None)], "infos": infos}
    await empty.office(ImportWorld(world=world))
    assert {task.state for task in await empty.all(Task)} == {"open"}
    assert {(info.state, info.category) for info in await empty.all(Info)} == {("submitted", "news")}


async def test_a_unit_that_the_roster_lacks_is_added_unconfirmed(empty: Desk) -> None:
    await empty.office(ImportWorld(world=city.world() | {"tasks": [city.task(1, lead=["市气象局"])]}))
    assert [unit.name for unit in await empty.all(Unit) if not unit.confirmed] == ["市气象局"]


async def test_a_moment_that_has_passed_does_not_fire(empty: Desk) -> None:
    when = {"once": "2023-04-01T09:00"}
    row = {"code": "T1", "text": "旧事", "when": when, "owner": city.CLERK}
    await empty.office(ImportWorld(world=city.world() | {"reminders": [row]}))
    assert [reminder.state for reminder in await empty.all(Reminder)] == [ReminderState.FIRED]
    assert await empty.all(Schedule) == []


async def test_a_reminder_that_was_taken_back_can_be_brought_in_again(desk: Desk) -> None:
    await desk.say(city.CLERK, CreateReminder(text="报周报", when=When(rrule="FREQ=DAILY", time="16:00")))
    given = await desk.record()
    await desk.say(city.CLERK, Undo())
    await desk.office(ImportWorld(world=given))
    assert (await desk.record())["reminders"] == given["reminders"]
    await desk.say(city.CLERK, CancelReminder(reminder="T1"))


def broken(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    world = full()
    change(world)
    return world


MALFORMED: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("a unit without a name", lambda world: world["units"].append({"short": "局"})),
    ("units that are words", lambda world: world.update(units=["市气象局"])),
    ("units that are a number", lambda world: world.update(units=7)),
    ("a member without an id", lambda world: world["members"].append({"name": "某"})),
    ("a layer that is none", lambda world: world["groups"][0].update(layer="everyone")),
    ("a task without a title", lambda world: world["tasks"].append({"code": "D99"})),
    ("a task without a code", lambda world: world["tasks"].append({"title": "甲"})),
    ("a code that is none", lambda world: world["tasks"].append(city.task(1, code="DB-2023-037"))),
    ("a small letter", lambda world: world["tasks"].append(city.task(1, code="d17"))),
    ("another digit", lambda world: world["tasks"].append(city.task(1, code="D１７"))),
    ("another kind's letter", lambda world: world["tasks"].append(city.task(1, code="X17"))),
    ("a day that is none", lambda world: world["tasks"].append(city.task(1, due="2023-02-30"))),
    ("a day in words", lambda world: world["tasks"].append(city.task(1, due="月底"))),
    ("120 percent", lambda world: world["tasks"].append(city.task(1, percent=120))),
    ("less than nothing", lambda world: world["tasks"].append(city.task(1, percent=-5))),
    ("a figure in words", lambda world: world["tasks"].append(city.task(1, percent="六成"))),
    ("a reminder of nobody", lambda world: world["reminders"][0].update(owner="m99")),
    ("a reminder without a time", lambda world: world["reminders"][0].pop("when")),
    ("a rule that is none", lambda world: world["reminders"][0].update(when={"rrule": "每天", "time": "09:00"})),
    ("half a character", lambda world: world["tasks"].append(city.task(1, title="\ud83d"))),
]


@pytest.mark.parametrize(("what", "change"), MALFORMED, ids=[what for what, _ in MALFORMED])
async def test_a_malformed_world_is_refused_and_nothing_is_kept(
    desk: Desk, what: str, change: Callable[[dict[str, Any]], None]
) -> None:
    act = ImportWorld(world=broken(change), platform="local")
    text = await desk.refused(None, act, "不是一份完整的记录文件", "没有导入", "例如")
    assert len(text) < 300


async def test_on_both_databases_what_points_nowhere_is_refused(both: Desk) -> None:
    for change in (MALFORMED[-4][1], MALFORMED[-1][1], lambda world: world["tasks"][0].update(title="a\0b")):
        world = broken(change)
        if both.database.is_sqlite and "\0" in world["tasks"][0]["title"]:
            continue  # SQLite can hold it
        await both.refused(None, ImportWorld(world=world), "不是一份完整的记录文件")
    await both.office(ImportWorld(world=full()))


async def test_an_extension_is_granted_as_the_world_asks(empty: Desk) -> None:
    await empty.office(ImportWorld(world=full(), platform="local"))
    await empty.say(city.SUPERVISOR, ApproveTask(task="D9"))
    assert (await empty.task("D9")).due == date(2023, 6, 30)
    await empty.refused(city.HOUSING_LIAISON, ExtendTask(task="D12", due=date(2023, 7, 1)), "已销号")
