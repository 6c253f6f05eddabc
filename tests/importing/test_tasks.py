"""Ledgers of every shape → tasks."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.importing.sheets import UnreadableFile, read_sheet
from bot.importing.tasks import TaskRow, read_tasks
from bot.importing.units import read_units
from bot.publishing.sheets import Cell, write_sheet
from tests.importing.conftest import sheet

TODAY = date(2023, 4, 12)
HEADER = ("序号", "任务", "牵头单位", "配合单位", "完成时限", "进度", "状态", "备注")


def read(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> tuple[list[TaskRow], list[str]]:
    tasks, errors = read_tasks(sheet(header, *rows), TODAY)
    return tasks, [f"{error.row} {error.reason}" for error in errors]


def test_a_whole_ledger(book: Callable[..., Path]) -> None:
    path = book(
        [
            ["云川市 2023 年重点工作任务分解表"],
            ["填报单位：市政府办公室", None, None, "2023年1月"],
            ["序\n号", "工作任务", "责任单位", None, "完成时限", "牵头领导", "进展情况", "备注"],
            [None, None, "牵头单位", "配合单位", None, None, None, None],
            ["一、产业转型"],
            [1, "（一）新建换电站4座，\n推广重卡。", "市工信局", "市发改委、市财政局", "10月底前", "李建华", 0.6, None],
            [2, "2.规上工业增加值增长10%。", None, "各区", date(2023, 6, 30), None, "正在推进", "月调度"],
            ["（二）民生保障"],
            ["3.", "建成2.5万平方米安置房。", "市住建局", None, "持续推进", None, None, None],
            ["注：按季调度。"],
        ],
        merged=["A1:H1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "A5:H5", "C6:C7", "A8:H8"],
    )
    tasks, errors = read_tasks(read_sheet(path), TODAY)
    assert not errors
    first, second, third = tasks
    assert first == TaskRow(
        row=6,
        title="新建换电站4座，推广重卡。",
        document="云川市 2023 年重点工作任务分解表",
        number="1",
        category="产业转型",
        lead=("市工信局",),
        support=("市发改委", "市财政局"),
        due=date(2023, 10, 31),
        due_words="10月底前",
        percent=60,
        progress="0.6",
        leader="李建华",
    )
    assert (second.lead, second.support, second.everyone) == (("市工信局",), ("各区",), ("各区",))
    assert (second.due, second.percent, second.progress) == (date(2023, 6, 30), None, "正在推进")
    assert (third.number, third.title, third.category) == ("3", "建成2.5万平方米安置房。", "产业转型 / 民生保障")
    assert (third.due, third.due_words) == (None, "持续推进")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("1", "", "市发改委"), "没有写任务内容"),
        (("1", "甲", "市发改委", "", "2月30日"), "没有“2月30日”这一天"),
        (("1", "甲", "市发改委", "", "6月底", "120%"), "0 到 100"),
        (("1", "甲", "市发改委", "", "6月底", "-5"), "0 到 100"),
        (("1", "甲", "市发改委", "", "", "", "差不多了"), "状态“差不多了”不认识"),
        (("1", "甲", "技工院校内由行政部门负责"), "看不出是哪个单位"),
    ],
)
def test_what_is_wrong_with_a_row(row: tuple[str, ...], reason: str) -> None:
    good = ("2", "乙", "市财政局", "", "", "", "", "")
    tasks, errors = read((*row, *[""] * (8 - len(row))), good)
    assert [task.title for task in tasks] == ["乙"]
    assert len(errors) == 1
    assert errors[0].startswith("2 ")
    assert reason in errors[0]
    assert re.search("如：|请只留", errors[0])


def test_a_second_row_of_the_same_task_is_refused() -> None:
    row = ("1", "甲 任务", "市发改委", "", "", "", "", "")
    tasks, errors = read(row, ("1.", "1.甲任务", *row[2:]), ("2", *row[1:]))
    assert [task.row for task in tasks] == [2, 4]
    assert "与第 2 行重复" in errors[0]


def test_codes() -> None:
    header = ("编号", "序号", "任务")
    tasks, errors = read(
        ("D17", "1", "2.甲"), ("d-018", "2", "乙"), ("DB-2023-1", "", "丙"), ("D17", "3", "丁"), ("X5", "4", "戊"),
        header=header,
    )  # fmt: skip
    assert [(task.code, task.number, task.title) for task in tasks] == [
        ("D17", "1", "2.甲"),  # as the record has it
        ("D18", "2", "乙"),
        (None, "DB-2023-1", "丙"),
    ]
    assert ["编号 D17与第 2 行重复" in errors[0], "X5" in errors[1]] == [True, True]


@pytest.mark.parametrize(
    ("state", "status"),
    [("待签收", "open"), ("办理中", "open"), ("待审核", "pending_finish"), ("延期待批", "pending_extension"),
     ("已销号", "done"), ("取消", "done"), ("进行中（正常）", "open"), ("", None)],
)  # fmt: skip
def test_states(state: str, status: str | None) -> None:
    tasks, _ = read(("1", "甲", "", "", "", "", state, ""))
    assert (tasks[0].status, tasks[0].state) == (status, state)


@pytest.mark.parametrize(
    ("words", "percent"),
    [("60%", 60), ("60", 60), ("0.6", 60), ("1", 1), ("100％", 100), ("完成62.5%", 63), ("约45%", 45), ("0", 0),
     ("已完成选址，占30%的部分开工", None), ("", None)],
)  # fmt: skip
def test_progress(words: str, percent: int | None) -> None:
    tasks, _ = read(("1", "甲", "", "", "", words, "", ""))
    assert (tasks[0].percent, tasks[0].progress) == (percent, words)


def test_one_column_of_units_is_led_by_its_first() -> None:
    tasks, _ = read(("1", "甲", "市发改委、市财政局"), header=("序号", "主要工作任务", "责任单位"))
    assert (tasks[0].lead, tasks[0].support) == (("市发改委",), ("市财政局",))
    tasks, _ = read(("1", "甲", "市发改委、市财政局", "市水务局"), header=("序号", "任务", "责任单位", "配合单位"))
    assert (tasks[0].lead, tasks[0].support) == (("市发改委", "市财政局"), ("市水务局",))
    tasks, _ = read(("1", "甲", "市发改委", "市发改委、市财政局"), header=("序号", "任务", "牵头单位", "责任单位"))
    assert (tasks[0].lead, tasks[0].support) == (("市发改委",), ("市财政局",))


def test_units_in_brackets_behind_the_task() -> None:
    tasks, _ = read(
        ("1", "实施项目（含续建）323个。（市经信委牵头，市发改委（能源局）配合）"),
        ("2", "打造园区（二期）"),
        ("3", "落实政策（按要求落实到位）"),
        header=("序号", "任务"),
    )
    assert (tasks[0].title, tasks[0].lead) == ("实施项目（含续建）323个。", ("市经信委",))
    assert tasks[0].support == ("市发改委（能源局）",)
    assert (tasks[1].title, tasks[1].lead) == ("打造园区（二期）", ())


def test_a_numbered_heading_in_two_cells() -> None:
    tasks, errors = read(
        ("一", "产业转型", "", "", "", "", "", ""),
        ("1", "甲", "市发改委", "", "", "", "", ""),
        ("二", "民生", "", "", "", "", "", ""),
        ("2", "乙", "市财政局", "", "", "", "", ""),
    )
    assert [(task.title, task.category) for task in tasks] == [("甲", "产业转型"), ("乙", "民生")]
    assert not errors


def test_a_task_that_looks_like_a_heading_is_not_lost() -> None:
    rows = [("（一）", "产业转型", "", ""), ("（二）", "民生", "市教育局", "")]
    tasks, _ = read(*rows, header=("序号", "任务", "牵头单位", "备注"))
    assert [task.title for task in tasks] == ["产业转型", "民生"]
    tasks, _ = read(("一、新建换电站",), ("二、推广重卡",), header=("任务",))
    assert [(task.number, task.title) for task in tasks] == [("一", "新建换电站"), ("二", "推广重卡")]


def test_a_footer_is_no_task_but_a_task_is_no_footer() -> None:
    tasks, errors = read(
        ("审核全市预算", "市财政局"), ("填报统计报表", "市统计局"), ("审核人：王磊", ""), ("合计", ""),
        header=("任务", "牵头单位"),
    )  # fmt: skip
    assert ([task.title for task in tasks], errors) == (["审核全市预算", "填报统计报表"], [])


def test_the_document_gives_identity_and_year() -> None:
    header = ("文号", "任务", "完成时限")
    row = ("云政办发〔2022〕7号", "甲", "10月底前")
    tasks, _ = read(row, header=header)
    assert (tasks[0].document, tasks[0].due) == ("云政办发〔2022〕7号", date(2022, 10, 31))
    untitled, _ = read_tasks(sheet(("任务", "时限"), ("甲", "12月底"), name="2024年任务"), TODAY)
    assert (untitled[0].document, untitled[0].due) == ("2024年任务", date(2024, 12, 31))
    titled, _ = read_tasks(sheet(("云政发〔2021〕3号 附件", ""), ("任务", "时限"), ("甲", "12月底")), TODAY)
    assert (titled[0].document, titled[0].due) == ("云政发〔2021〕3号", date(2021, 12, 31))


def test_a_header_repeated_on_each_page_is_no_task() -> None:
    tasks, errors = read(("1", "甲", *[""] * 6), HEADER, ("2", "乙", *[""] * 6))
    assert [task.title for task in tasks] == ["甲", "乙"]
    assert not errors


def test_no_column_of_tasks() -> None:
    with pytest.raises(UnreadableFile, match="没有找到表头"):
        read_tasks(sheet(("甲", "乙"), ("1", "2")), TODAY)


EXPORT = ["编号", "任务", "牵头单位", "配合单位", "完成时限", "进度", "状态"]
plain_text = st.text(alphabet="一二.建设（）=-+@'、。;\"A1 ", min_size=1, max_size=20).map(str.strip).filter(bool)
names = st.lists(st.sampled_from(["市发展和改革委员会", "市工业和信息化局", "青岭区人民政府"]), unique=True)
exported = st.tuples(
    plain_text,
    names.filter(bool).map("、".join),
    st.sampled_from(["", "市财政局", "市财政局、市水务局"]),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 100).map("{}%".format),
    st.sampled_from(["办理中", "待审核", "延期待批", "已销号"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(exported, min_size=1, max_size=5), st.sampled_from([".csv", ".xlsx"]))
def test_an_export_reads_back_identically(tmp_path: Path, rows: list[tuple[Cell, ...]], suffix: str) -> None:
    rows = [(f"D{i}", *row) for i, row in enumerate(rows, 1)]
    path = tmp_path / f"台账{suffix}"
    write_sheet(path, "台账", EXPORT, rows)
    tasks, errors = read_tasks(read_sheet(path), TODAY)
    assert not errors
    assert [
        (task.code, task.title, "、".join(task.lead), "、".join(task.support), task.due, f"{task.percent}%", task.state)
        for task in tasks
    ] == rows


def said(*columns: str) -> list[str]:
    """The units of the published columns, freed of words of grouping and of cuts at 和 within a name."""
    text = "、".join(filter(None, columns))
    for cut, whole in (
        ("工业、信息化部", "工业和信息化部"),
        ("文化、旅游部", "文化和旅游部"),
        ("粮食、储备局", "粮食和储备局"),
        ("有关部门、单位", "有关部门和单位"),
        ("会同", "、"),
        ("等部门", ""),
        ("等", "、"),
    ):
        text = text.replace(cut, whole)
    return [name for name in text.split("、") if name]


def test_the_published_tasks_of_the_state_council(shared: Path) -> None:
    path = shared / "tasks_state_council.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        published = dict(enumerate(csv.DictReader(file), 2))
    tasks, errors = read_tasks(read_sheet(path), TODAY)
    # The trap is a remark within a sentence, "(in technical schools by the labour administration)": it names nobody.
    assert [published[error.row]["note"][:4] for error in errors] == ["TRAP"]
    assert len(tasks) == 172
    for task in tasks:
        row = published[task.row]
        units = said(row["lead_unit"], row["other_units"])
        assert [*task.lead, *task.support] == units
        assert task.lead == (units[0],)
        assert (task.document, task.title in row["content"]) == (row["doc_number"], True)
        words = read_units(row["units_raw"])
        assert [*words.lead, *words.support] == units
        # In one row two units are said to lead (牵头负责); the column names the first of them.
        assert words.lead == task.lead or "牵头" in row["units_raw"]
    assert [task.due for task in tasks if task.due_words] == [None]  # 2019年1月1日起 is a beginning


def test_the_published_tasks_of_cities(shared: Path) -> None:
    tasks, errors = read_tasks(read_sheet(shared / "tasks_city.csv"), TODAY)
    assert (len(tasks), errors) == (16, [])
    by_place = {(task.document[:3], task.number): task for task in tasks}
    assert by_place["穗府办", "二"].support == ("市经贸委", "国土房管局", "规划局", "黄埔区政府", "南沙区政府")
    assert by_place["咸阳市", "1"].everyone == ("市级各有关部门", "各县市区政府")
    assert by_place["咸阳市", "1"].due == date(2022, 10, 31)
    assert by_place["潮州市", "2"].lead == ("市生态环境局", "市发展和改革局", "工业和信息化局")
    assert by_place["潮州市", "2"].open
    assert by_place["嘉政办", "1"].lead == ("市发展改革委",)


def test_hostile_cells_take_no_time(tmp_path: Path) -> None:
    for piece in ("（", "）", "字", " ", "1", "一、", "A\n", "牵头", "按职责分工", "〔"):
        words = (piece * 20_000)[:20_000]
        write_sheet(tmp_path / "a.csv", "a", [*HEADER[:5], "状态"], [["1", words, words, words, words, words]])
        read_tasks(read_sheet(tmp_path / "a.csv"), TODAY)
