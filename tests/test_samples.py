"""The sample city hangs together: who exists, who may, which code is whose, and nothing before its time."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import chinese_calendar
import openpyxl
import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
ROLES = {"leader", "supervisor", "editor", "clerk", "head", "liaison"}
LAYERS = {"leaders", "departments", "districts", "information", "office"}
TASK_STATES = {"open", "pending_finish", "pending_extension", "done"}
INFO_STATES = {"submitted", "review1", "review2", "review3", "approved", "returned", "adopted"}
CATEGORIES = {"highlight", "problem", "economy", "key_work", "policy", "emergency", "news"}
STAGES = {"draft_opinion", "review", "circulate", "approve", "distribute", "issue", "archive"}
LETTERS = {"tasks": "D", "infos": "X", "topics": "Y", "meetings": "H", "documents": "W", "reminders": "T"}
MARK = re.compile(r"秘\s*密\s*★")
CODE = re.compile(r"([DX])(\d+)(?:-[DX]?(\d+))?")
SUBMISSION = re.compile(r"【信息报送】|信息报送[：:]|报送信息")
Row = dict[str, Any]


@cache
def city() -> Row:
    world: Row = json.loads((SAMPLES / "city.json").read_text(encoding="utf-8"))
    return world


@cache
def messages() -> tuple[Row, ...]:
    return tuple(json.loads(line) for line in (SAMPLES / "messages.jsonl").read_text(encoding="utf-8").splitlines())


def members() -> dict[str, Row]:
    return {row["id"]: row for row in city()["members"]}


def role(message: Row) -> str:
    return str(members()[message["sender"]]["role"])


def codes(text: str) -> Iterator[str]:
    """The D and X codes of a text; a range gives all that lie in it."""
    for letter, first, last in CODE.findall(text):
        yield from (f"{letter}{n}" for n in range(int(first), int(last or first) + 1))


def test_it_is_a_whole_city() -> None:
    world = city()
    assert len(world["units"]) >= 45
    assert len(world["members"]) >= 60
    assert len(world["tasks"]) == 60
    assert len(messages()) >= 140
    assert Counter(unit["kind"] for unit in world["units"])["区"] == 3
    assert 7 <= len(world["groups"]) <= 9
    assert len({task["category"] for task in world["tasks"]}) == 8


@pytest.mark.parametrize(("key", "letter"), LETTERS.items())
def test_codes_run_from_one(key: str, letter: str) -> None:
    assert [row["code"] for row in city()[key]] == [f"{letter}{n}" for n in range(1, len(city()[key]) + 1)]


def test_no_name_of_a_unit_is_ambiguous() -> None:
    names = [name for unit in city()["units"] for name in (unit["name"], unit["short"], *unit["aliases"])]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_all_that_is_named_exists() -> None:
    world = city()
    known = {unit["name"] for unit in world["units"]}
    named = {name for task in world["tasks"] for name in task["lead"] + task["support"]}
    named |= {info["unit"] for info in world["infos"]}
    for key in ("topics", "meetings"):
        named |= {name for row in world[key] for name in row["units"]}
    named |= {name for group in world["groups"] for name in group.get("units", [])}
    named |= {member["unit"] for member in world["members"] if member["role"] != "leader"}
    assert named <= known
    people = set(members())
    assert {unit["leader"] for unit in world["units"] if "leader" in unit} <= people
    assert {row["owner"] for row in world["reminders"]} <= people


def test_members() -> None:
    rows = city()["members"]
    assert {row["role"] for row in rows} == ROLES
    assert len({row["id"] for row in rows}) == len({row["name"] for row in rows}) == len(rows)
    assert all(row["unit"] is None for row in rows if row["role"] == "leader")


def test_whoever_leads_a_task_has_a_liaison_and_a_leader() -> None:
    reached = {row["unit"] for row in city()["members"] if row["role"] == "liaison"}
    overseen = {unit["name"] for unit in city()["units"] if unit.get("leader")}
    for task in city()["tasks"]:
        assert 1 <= len(task["lead"]) <= 2
        assert set(task["lead"]) <= reached & overseen
        assert not set(task["lead"]) & set(task["support"])


def test_states_are_the_contracts() -> None:
    world = city()
    for task in world["tasks"]:
        assert task["status"] in TASK_STATES
        assert 0 <= task["percent"] <= 100
        assert date.fromisoformat(task["due"]).year == 2026
        assert ("requested_due" in task) == (task["status"] == "pending_extension")
        assert task["percent"] == 100 or task["status"] not in ("done", "pending_finish")
    assert {info["status"] for info in world["infos"]} <= INFO_STATES
    assert {info["category"] for info in world["infos"]} <= CATEGORIES
    assert {document["stage"] for document in world["documents"]} <= STAGES
    assert {group["layer"] for group in world["groups"]} == LAYERS


def test_deadlines_bring_the_page_to_life() -> None:
    begin, clock = date(2026, 3, 25), date(2026, 4, 15)
    open_dues = [date.fromisoformat(task["due"]) for task in city()["tasks"] if task["status"] != "done"]
    assert sum(due < begin for due in open_dues) >= 4
    assert sum(begin <= due < clock for due in open_dues) >= 8
    assert sum(0 <= (due - clock).days <= 10 for due in open_dues) >= 7
    assert sum(due.month > 4 for due in open_dues) >= 25


def test_every_unit_is_named_by_one_group_at_most() -> None:
    named = Counter(name for group in city()["groups"] for name in group.get("units", []))
    assert set(named.values()) == {1}


def test_messages_stand_in_order_of_time() -> None:
    times = [datetime.fromisoformat(row["now"]) for row in messages()]
    assert times == sorted(times)
    assert times[0] > datetime.fromisoformat("2026-03-25T08:30")
    assert times[-1] <= datetime.fromisoformat("2026-04-15T08:50")
    assert all(chinese_calendar.is_workday(time.date()) for time in times)
    assert [row["id"] for row in messages()] == [f"s{n:03d}" for n in range(1, len(messages()) + 1)]


def test_messages_come_from_known_people_in_known_groups() -> None:
    groups = {group["name"] for group in city()["groups"]} | {None}
    for row in messages():
        assert set(row) == {"id", "now", "group", "sender", "text", "quote"}
        assert row["group"] in groups
        assert row["sender"] in members()
        assert row["text"].strip() == row["text"] != ""


def test_only_the_harmless_example_bears_a_mark() -> None:
    marked = [row["text"] for row in messages() if MARK.search(row["text"] + (row["quote"] or ""))]
    assert len(marked) == 1
    assert "没有实际内容" in marked[0]


def test_no_identity_or_card_number_or_phone() -> None:
    for name in ("city.json", "messages.jsonl"):
        assert not re.search(r"\d{11,}", re.sub(r"[ \-]", "", (SAMPLES / name).read_text(encoding="utf-8")))


def assignments(message: Row) -> int:
    """How many new tasks a message hands out; one without a deadline is asked about and gets no code."""
    if role(message) not in ("leader", "supervisor") or not re.search(r"列入督办|新增督办|交办：", message["text"]):
        return 0
    return len(re.findall(r"\d+日前|\d+月\d+日。|两周内|半个月内", message["text"]))


def test_a_code_is_used_only_when_it_is_there() -> None:
    tasks, infos = len(city()["tasks"]), len(city()["infos"])
    for row in messages():
        there = {"D": tasks, "X": infos}
        for code in codes(row["text"] + (row["quote"] or "")):
            assert int(code[1:]) <= there[code[0]], row["id"]
        tasks += assignments(row)
        infos += bool(SUBMISSION.match(row["text"]))
    assert infos - len(city()["infos"]) >= 20
    assert tasks - len(city()["tasks"]) >= 8


def test_a_quoted_new_task_is_the_one_that_was_assigned() -> None:
    number = len(city()["tasks"])
    texts: dict[str, str] = {}
    for row in messages():
        for code, title in re.findall(r"(D\d+) ([^\n，]+)", row["quote"] or ""):
            known = [task["title"] for task in city()["tasks"] if task["code"] == code]
            assert known == [title] or (not known and title in texts[code]), row["id"]
        for _ in range(assignments(row)):
            number += 1
            texts[f"D{number}"] = row["text"]


def reports(message: Row) -> bool:
    return role(message) == "liaison" and bool(re.search(r"进度|完成|申请|还没开始|签了|收到|一半|已", message["text"]))


def test_a_liaison_reports_on_tasks_of_the_own_unit() -> None:
    leads = {task["code"]: task["lead"] for task in city()["tasks"]}
    checked = 0
    for row in filter(reports, messages()):
        for code in codes(row["text"]):
            if code in leads:
                assert members()[row["sender"]]["unit"] in leads[code], row["id"]
                checked += 1
    assert checked >= 35


def test_approval_follows_a_request_and_comes_from_who_may() -> None:
    pending = {task["code"] for task in city()["tasks"] if task["status"].startswith("pending")}
    for row in messages():
        text, decides = row["text"], role(row) in ("leader", "supervisor")
        found = [code for code in codes(text + (row["quote"] or "")) if code.startswith("D")]
        if re.search(r"申请(销号|办结|延期)", text):
            pending |= set(found)
        elif found and re.search(r"同意|退回", text):
            assert decides, row["id"]
            assert set(found) <= pending, row["id"]
            pending -= set(found)
    assert len(pending) >= 3, "something is left to decide at the demo's start"


def test_a_reported_percentage_never_falls() -> None:
    percent = {task["code"]: task["percent"] for task in city()["tasks"]}
    for row in messages():
        if role(row) != "liaison" or "应为" in row["text"] or "按" in row["text"]:
            continue
        for part in re.split(r"[；。]", row["text"]):
            found, said = list(codes(part)), re.search(r"(?:进度|完成|总体)(\d+)%", part)
            if len(found) == 1 and said:
                assert int(said[1]) >= percent.get(found[0], 0), row["id"]
                percent[found[0]] = int(said[1])


def stage_of(text: str) -> int:
    return next((n for n, words in ((1, "一审"), (2, "二审"), (3, "三审|终审|同意")) if re.search(words, text)), 0)


def reviews() -> Iterator[tuple[Row, str, int]]:
    """Each passing of a review: the message, the info's code, the stage."""
    for row in messages():
        for part in re.split(r"[；。]", row["text"]):
            found = [code for code in codes(part + (row["quote"] or "")) if code.startswith("X")]
            if stage_of(part) and "退回" not in part and role(row) in ("editor", "leader"):
                yield from ((row, code, stage_of(part)) for code in found)


def test_three_reviews_by_two_editors_and_a_leader() -> None:
    waiting = {info["code"]: int(info["status"][-1]) for info in city()["infos"] if info["status"].startswith("review")}
    seen: dict[str, str] = {}
    passed = 0
    for row, code, stage in reviews():
        assert stage == waiting.get(code, 1), (row["id"], code)
        assert role(row) == ("leader" if stage == 3 else "editor"), row["id"]
        assert seen.get(code) != row["sender"], row["id"]
        waiting[code], seen[code] = stage + 1, row["sender"]
        passed += stage == 3
    assert passed >= 20


def test_infos_have_substance() -> None:
    for row in messages():
        if SUBMISSION.match(row["text"]):
            assert role(row) == "liaison"
            assert row["group"] == "政务信息直报群"
            assert len(row["text"]) >= 80


def test_each_friday_is_approved_and_then_signed() -> None:
    lines = [row for row in messages() if re.search(r"政务动态审核通过|签发本期政务动态", row["text"])]
    assert [role(row) for row in lines] == ["editor", "leader"] * 3
    for before, after in list(pairwise(lines))[::2]:
        assert before["now"][:10] == after["now"][:10]
        assert datetime.fromisoformat(before["now"]).weekday() == 4
        assert before["now"][11:] > "16:00"


def test_task_list_to_import() -> None:
    sheet = openpyxl.load_workbook(SAMPLES / "tasks.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(n for n, row in enumerate(rows) if row[0] == "序号")
    assert rows[header] == ["序号", "工作任务", "牵头单位", "配合单位", "完成时限", "备注"]
    numbered = [row for row in rows[header + 1 :] if str(row[0] or "").isdigit()]
    assert 23 <= len(numbered) <= 30
    assert len(sheet.merged_cells.ranges) >= 5
    bad = [row for row in numbered if not row[1] or "2月30日" in str(row[4])]
    assert len(bad) == 2


def test_roster_to_import() -> None:
    sheet = openpyxl.load_workbook(SAMPLES / "roster.xlsx").active
    assert sheet is not None
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert header == ["单位", "简称", "别名", "类别", "姓名", "职务", "角色", "钉钉账号", "企业微信账号", "手机"]
    assert {row["name"] for row in city()["members"]} <= {row[4] for row in rows}
