"""Ledgers, rosters and plans taken over: what is known is brought up to date, nothing stands twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.acts import AcceptTask
from bot.office_acts import ImportRoster, ImportTasks, ImportTopics, MemberLine, TaskLine, TopicLine, UnitLine
from models.infos import Topic
from models.people import Account, Member, Role, Unit
from models.tasks import Task, TaskState
from tests.handlers import city
from tests.handlers.builders import Desk


def line(**values: Any) -> TaskLine:
    given = {"row": 2, "title": "老旧小区改造", "document": "政府工作报告", "number": "37", "lead": ("市住建局",)}
    return TaskLine.model_validate(given | values)


async def take(desk: Desk, *lines: TaskLine) -> str:
    return (await desk.office(ImportTasks(lines=lines))).reply


async def parts(desk: Desk, code: str) -> tuple[list[str], list[str]]:
    row = next(row for row in (await desk.record())["tasks"] if row["code"] == code)
    return row["lead"], row["support"]


FULL = line(
    support=("财政局", "东城区"),
    due=date(2023, 6, 30),
    due_words="6月底前",
    percent=35,
    status="open",
    category="民生",
    leader="白玉林",
    source="第6次常务会",
)


async def test_a_row_becomes_a_task(desk: Desk) -> None:
    assert await take(desk, FULL) == "新增 1 项，更新 0 项，未变 0 项"
    [task] = await desk.all(Task)
    assert (task.code, task.title, task.due, task.percent, task.state) == (
        "D1",
        "老旧小区改造",
        date(2023, 6, 30),
        35,
        TaskState.OPEN,
    )
    assert (task.category, task.leader, task.source, task.due_words) == ("民生", "白玉林", "第6次常务会", "6月底前")
    assert await parts(desk, "D1") == ([city.HOUSING], [city.FINANCE, city.EAST])


async def test_without_a_source_it_is_the_document(desk: Desk) -> None:
    await take(desk, line())
    assert (await desk.task("D1")).source == "政府工作报告"


async def test_a_second_import_changes_nothing(both: Desk) -> None:
    rows = [FULL, line(number="38", title="口袋公园", lead=("市气象局",)), line(code="D60", title="有编号", due=None)]
    await take(both, *rows)
    before = await both.everything()
    both.pass_time(days=1)
    assert await take(both, *rows) == "新增 0 项，更新 0 项，未变 3 项"
    assert await both.everything() == before


@pytest.mark.parametrize("other", [{"document": "另一份文件"}, {"number": "38"}, {"title": "老旧小区改造二期"}])
async def test_document_number_and_content_make_a_row_known(desk: Desk, other: dict[str, Any]) -> None:
    await take(desk, line())
    assert await take(desk, line(row=9, lead=("市农牧局",))) == "新增 0 项，更新 0 项，未变 1 项"
    assert await take(desk, line(**other)) == "新增 1 项，更新 0 项，未变 0 项"


async def test_the_same_row_twice_in_a_file_is_one(desk: Desk) -> None:
    assert await take(desk, line(), line(row=3)) == "新增 1 项，更新 0 项，未变 1 项"


async def test_a_code_names_the_task_that_is_changed(desk: Desk) -> None:
    await desk.assigned(title="原来的名称", lead=(city.WATER,), support=(city.FINANCE,))
    changed = line(code="D1", title="新的名称", lead=("市住建局", "西城区"), due=date(2023, 5, 31), percent=80)
    assert await take(desk, changed) == "新增 0 项，更新 1 项，未变 0 项"
    task = await desk.task("D1")
    assert (task.title, task.due, task.due_version, task.percent) == ("新的名称", date(2023, 5, 31), 1, 80)
    assert task.state == TaskState.ASSIGNED, "the file said nothing of the state"
    assert await parts(desk, "D1") == ([city.HOUSING, city.WEST], [city.FINANCE])


async def test_an_empty_cell_says_nothing(desk: Desk) -> None:
    await desk.furnish({"tasks": [city.task(5, support=[city.FINANCE], percent=40, category="民生", leader="白玉林")]})
    before = await desk.kept()
    bare = TaskLine(row=2, code="D5", title="第5项重点工作")
    assert await take(desk, bare) == "新增 0 项，更新 0 项，未变 1 项"
    assert await desk.kept() == before
    await take(desk, bare.model_copy(update={"support": ("市农牧局",)}))
    assert await parts(desk, "D5") == ([city.HOUSING], [city.FARMING])
    await take(desk, bare.model_copy(update={"lead": ("市农牧局",)}))
    assert await parts(desk, "D5") == ([city.FARMING], [])


async def test_an_unknown_code_is_a_new_task_with_it_and_numbers_go_on(desk: Desk) -> None:
    await take(desk, line(code="D40"), line(number="38", title="口袋公园"))
    assert [task.code for task in await desk.all(Task)] == ["D40", "D41"]


async def test_a_unit_that_leads_does_not_support(desk: Desk) -> None:
    await take(desk, line(lead=("市住建局", "住建局"), support=("市财政局", "市住建局", "财政局")))
    assert await parts(desk, "D1") == ([city.HOUSING], [city.FINANCE])


async def test_names_for_many_are_expanded_and_vague_ones_left_out(desk: Desk) -> None:
    await take(desk, line(lead=("各区",), support=("有关部门",)))
    assert await parts(desk, "D1") == ([city.EAST, city.WEST], [])


async def test_a_unit_that_the_roster_lacks_is_added_as_written(desk: Desk) -> None:
    reply = await take(desk, line(lead=("市气象局",)), line(number="38", title="乙", lead=("市气象局", "国网供电公司")))
    assert reply.endswith("；名册中没有、按原文加入待确认的单位 2 个：市气象局、国网供电公司")
    added = [(unit.name, unit.short, unit.kind) for unit in await desk.all(Unit) if not unit.confirmed]
    assert added == [("市气象局", "市气象局", ""), ("国网供电公司", "国网供电公司", "")]


@pytest.mark.parametrize(
    ("status", "state"),
    [("done", "done"), ("open", "open"), ("pending_finish", "pending_finish"), ("suspended", "open"), (None, "open")],
)
async def test_states(desk: Desk, status: str | None, state: str) -> None:
    await take(desk, line(status=status))
    assert (await desk.task("D1")).state == state


async def test_open_in_a_file_does_not_accept_for_the_unit(desk: Desk) -> None:
    await desk.assigned(title="老旧小区改造")
    assert await take(desk, line(code="D1", status="open", lead=())) == "新增 0 项，更新 0 项，未变 1 项"
    assert (await desk.task("D1")).state == TaskState.ASSIGNED
    await desk.say(city.HOUSING_LIAISON, AcceptTask(task="D1"))


async def test_a_task_opened_again_is_not_closed_in_the_weeks_figures(desk: Desk) -> None:
    from bot.acts import ApproveTask, FinishTask

    await desk.assigned(title="老旧小区改造")
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await desk.say(city.SUPERVISOR, ApproveTask(task="D1"))
    await take(desk, line(code="D1", status="open"))
    task = await desk.task("D1")
    assert (task.state, task.closed_at) == (TaskState.OPEN, None)


ROSTER = ImportRoster(
    units=(
        UnitLine(name=city.HOUSING, short="市住建局", aliases=("住建局", "建设局"), kind="部门"),
        UnitLine(name="市气象局", short="气象局", kind="部门"),
    ),
    members=(
        MemberLine(row=2, name="王磊", unit=city.HOUSING, title="科长", dingtalk="wanglei"),
        MemberLine(row=3, name="新来的", unit="市气象局", role="head", wecom="XinLai"),
        MemberLine(row=4, name="新市长", role="leader"),
    ),
)


async def test_a_roster_brings_units_and_members_up_to_date(desk: Desk) -> None:
    outcome = await desk.office(ROSTER)
    assert outcome.reply == "人员新增 2 名，更新或未变 1 名；单位新增 1 个"
    units = {unit.name: unit for unit in await desk.all(Unit)}
    assert units[city.HOUSING].aliases == ["住建局", "建设局"]
    assert (units["市气象局"].short, units["市气象局"].confirmed) == ("气象局", True)
    members = {member.name: member for member in await desk.all(Member)}
    assert (members["王磊"].id, members["王磊"].title) == (city.HOUSING_LIAISON, "科长")
    assert (members["新来的"].role, members["新来的"].unit_id) == (Role.HEAD, units["市气象局"].id)
    assert members["新市长"].unit_id is None
    bound = {(row.platform, row.account): row.member_id for row in await desk.all(Account)}
    assert bound[("dingtalk", "wanglei")] == city.HOUSING_LIAISON
    assert bound[("wecom", "XinLai")] == members["新来的"].id


async def test_a_roster_twice_changes_nothing(both: Desk) -> None:
    await both.office(ROSTER)
    before = await both.everything()
    both.pass_time(days=1)
    assert (await both.office(ROSTER)).reply == "人员新增 0 名，更新或未变 3 名；单位新增 0 个"
    assert await both.everything() == before


async def test_a_unit_that_an_import_has_brought_is_confirmed(desk: Desk) -> None:
    await take(desk, line(lead=("市气象局",)))
    await desk.office(ROSTER)
    assert [unit.name for unit in await desk.all(Unit) if not unit.confirmed] == []


async def test_an_account_moves_with_its_person(desk: Desk) -> None:
    await desk.office(ROSTER)
    moved = MemberLine(row=2, name="王磊", unit=city.WATER, dingtalk="wanglei")
    await desk.office(ImportRoster(units=(), members=(moved,)))
    [bound] = [row for row in await desk.all(Account) if row.account == "wanglei"]
    [member] = [member for member in await desk.all(Member) if member.id == bound.member_id]
    assert member.unit_id == 4


TOPICS = ImportTopics(
    lines=(
        TopicLine(row=2, title="春耕备耕", units=("市农牧局", "各区"), due=date(2023, 4, 25)),
        TopicLine(row=3, title="春耕备耕", units=("市农牧局",), due=date(2023, 5, 25)),
        TopicLine(row=4, title="长期报送", units=("市气象局",)),
        TopicLine(row=5, title="长期报送", units=("市气象局",)),
    )
)


async def test_a_plan_twice_adds_nothing(both: Desk) -> None:
    assert (await both.office(TOPICS)).reply == "新增 3 项，未变 1 项"
    topics = [(topic.code, topic.title, topic.units, topic.due) for topic in await both.all(Topic)]
    assert topics == [
        ("Y1", "春耕备耕", [3, 5, 6], date(2023, 4, 25)),
        ("Y2", "春耕备耕", [3], date(2023, 5, 25)),
        ("Y3", "长期报送", [10], None),
    ]
    before = await both.everything()
    assert (await both.office(TOPICS)).reply == "新增 0 项，未变 4 项"
    assert await both.everything() == before


async def test_an_import_is_one_entry_that_tells_how_much(desk: Desk) -> None:
    await take(desk, FULL)
    entry = (await desk.audit())[-1]
    assert (entry.act, entry.actor, entry.slots, entry.changes) == ("import.tasks", "系统", {"lines": 1}, [])
