"""Writing sheets: nothing becomes a formula, and what is written is what is read."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.importing.sheets import read_sheet
from bot.publishing.sheets import Cell, guard, printable, unguard, write_sheet

FORMULAS = ["=1+1", "+a", "-a", "@SUM(1)", "\t=1", "＝1", "＋a", "－a", "＠a", " =1", "'=1", "\n=1"]
text = st.text(alphabet=st.one_of(st.sampled_from("=+-@'\t\n;,\" a1中＝%."), st.characters()), max_size=12)


@pytest.mark.parametrize("words", FORMULAS)
def test_text_is_never_a_formula(tmp_path: Path, words: str) -> None:
    write_sheet(tmp_path / "a.xlsx", "台账", ["甲", "乙"], [[words, "1"]])
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", words)
    write_sheet(tmp_path / "a.csv", "台账", ["甲", "乙"], [[words, "1"]])
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][0] == "'" + words


@pytest.mark.parametrize("words", ["-5", "+3.5", "-12%", "60%", "第-5项", "a=b", "'abc", ""])
def test_what_no_program_runs_stays_as_it_is(words: str) -> None:
    assert guard(words) == words


@given(text)
def test_guard_can_be_taken_off(words: str) -> None:
    assert unguard(guard(words)) == words


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(text, text, st.integers(-(10**9), 10**9) | text), max_size=5),
    suffix=st.sampled_from([".xlsx", ".csv"]),
    width=st.integers(1, 3),
)
def test_what_is_written_is_read(tmp_path: Path, rows: list[tuple[Cell, ...]], suffix: str, width: int) -> None:
    columns = ["编号", "任务", "备注"][:width]
    path = tmp_path / f"台账{suffix}"
    write_sheet(path, "台账", columns, [row[:width] for row in rows])
    expected = [tuple(printable(str(cell)) for cell in row[:width]) for row in rows]
    read = read_sheet(path)
    assert [row.cells for row in read.rows] == [
        tuple(columns),
        *(row for row in expected if any(cell.strip() for cell in row)),
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".CSV"])
def test_values_of_every_kind(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    zone = ZoneInfo("Asia/Shanghai")
    row: list[Cell] = ["007", 7, 0.5, None, True, date(2023, 4, 25), datetime(2023, 4, 25, 9, 30, tzinfo=zone)]
    write_sheet(path, "a", list("abcdefgh"), [[*row, date(1899, 1, 2)]])
    assert read_sheet(path).rows[1].cells == (
        "007", "7", "0.5", "", "是", "2023-04-25", "2023-04-25 09:30", "1899-01-02",
    )  # fmt: skip


def test_the_look_of_a_workbook(tmp_path: Path) -> None:
    write_sheet(tmp_path / "a.xlsx", "台账：[1/2]" * 9, ["编号", "任务"], [["D1", "建设换电站" * 9]])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width == 8
    assert sheet.column_dimensions["B"].width == 60
    assert len(sheet.title) == 31
    assert isinstance(openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["B2"].value, str)


def test_an_export_begins_with_the_mark_that_excel_needs(tmp_path: Path) -> None:
    write_sheet(tmp_path / "a.csv", "台账", ["编号", "任务"], [])
    assert (tmp_path / "a.csv").read_bytes() == "\ufeff编号,任务\r\n".encode()


def test_a_cell_beyond_the_limit_is_cut_with_a_mark(tmp_path: Path) -> None:
    write_sheet(tmp_path / "a.csv", "台账", ["甲", "乙"], [["长" * 30_000, "1"]])
    cell = read_sheet(tmp_path / "a.csv").rows[1].cells[0]
    assert len(cell) == 20_000
    assert cell.endswith("…（略）")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="文件名要以"):
        write_sheet(tmp_path / "a.pdf", "台账", [], [])
