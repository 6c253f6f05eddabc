"""Reading files: what a good one gives, and what becomes of one that is broken or means harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from bot.importing.package import check_package
from bot.importing.sheets import Sheet, UnreadableFile, read_bytes, read_sheet

Book = Callable[..., Path]


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


def test_openpyxl_uses_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML


def test_cells_become_text(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(
        [
            5,
            0.1 + 0.2,
            "文\x7f字",
            True,
            date(2023, 4, 25),
            datetime.combine(date(2023, 4, 25), time(17, 30)),
            time(9, 5),
            0.62,
        ]
    )
    sheet["H1"].number_format = "0%"
    sheet.append([date(2023, 4, 1), date(2023, 4, 1), 1e20, None, "=1+1", "'a", "x", "y"])
    sheet["A2"].number_format = 'yyyy"年"m"月"'
    sheet["B2"].number_format = 'm"月"d"日"'
    workbook.save(tmp_path / "a.xlsx")
    first, second = cells(read_sheet(tmp_path / "a.xlsx"))
    assert first == ("5", "0.3", "文字", "是", "2023-04-25", "2023-04-25 17:30", "09:05", "62%")
    # A formula that was never calculated has no value.
    assert second == ("2023年4月", "2023-04-01", "1e+20", "", "", "'a", "x", "y")


def test_merged_cells_are_filled_and_rows_keep_their_numbers(book: Book) -> None:
    path = book(
        [
            ["任务分解表", None, None],
            ["序号", "任务", "单位"],
            [],
            [1, "甲", "发改委"],
            [2, "乙", None],
            [3, "丙", "教育局"],
        ],
        merged=["A1:C1", "C4:C5"],
    )
    sheet = read_sheet(path)
    assert [row.number for row in sheet.rows] == [1, 2, 4, 5, 6]
    assert cells(sheet)[0] == ("任务分解表",) * 3
    assert cells(sheet)[3] == ("2", "乙", "发改委")
    assert sheet.name == "台账"


def test_the_first_visible_table_is_read(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["填表说明"])
    workbook.create_chartsheet("图", 0).add_chart(BarChart())
    for title, state in (("旧", "hidden"), ("表", "visible")):
        sheet = workbook.create_sheet(title)
        sheet.sheet_state = state
        sheet.append(["序号", "任务"])
        sheet.append([1, title])
    workbook.save(tmp_path / "a.xlsx")
    assert cells(read_sheet(tmp_path / "a.xlsx")) == [("序号", "任务"), ("1", "表")]


def test_a_format_down_to_the_last_row_does_no_harm(book: Book) -> None:
    path = book([["序号", "任务"], [1, "甲"]])
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["XFD1048576"].number_format = "0%"
    workbook.save(path)
    assert len(read_sheet(path).rows) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_csv(encoding: str) -> None:
    data = '序号,任务\r\n\r\n1,"建设,换电站\n4 座"\r\n'.encode(encoding)
    sheet = read_bytes(data, "台账.csv")
    assert [(row.number, *row.cells) for row in sheet.rows] == [(1, "序号", "任务"), (3, "1", "建设,换电站\n4 座")]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_separators_of_csv(separator: str) -> None:
    assert cells(read_bytes(f"序号{separator}任务\n1{separator}甲".encode(), "a.csv")) == [
        ("序号", "任务"),
        ("1", "甲"),
    ]


def test_a_csv_of_banjie_loses_its_quotes() -> None:
    assert cells(read_bytes(b"a,b,c\n'=1,-5,'abc", "a.csv"))[1] == ("=1", "-5", "'abc")


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def one_sheet(xml: str) -> bytes:
    """A real workbook whose worksheet is replaced."""
    out = io.BytesIO()
    Workbook().save(out)
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else source.read(name))
    return changed.getvalue()


def strict() -> bytes:
    """A workbook of the strict kind, with namespaces of its own."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(one_sheet("<worksheet/>"))) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            target.writestr(name, text.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml"))
    return changed.getvalue()


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'

REFUSED = {
    "no such ending": (b"x", "a.pdf", "只认"),
    "no ending": (b"x", "xlsx", "只认"),
    "macros by name": (b"PK\x03\x04", "a.xlsm", "宏"),
    "macros within": (archive(xl__vbaProject_dot_bin=b"x"), "a.xlsx", "宏"),
    "empty": (b"", "a.xlsx", "空文件"),
    "blank csv": (b"\n \n", "a.csv", "空文件"),
    "csv of commas": (b",,\n,,\n", "a.csv", "没有内容"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + b"x" * 600, "a.xlsx", "旧版"),
    "password": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "密码"),
    "a page": (b"<html>", "a.xlsx", "不是"),
    "a cut file": (one_sheet("<worksheet/>")[:900], "a.xlsx", "损坏"),
    "another archive": (archive(hello=b"x"), "a.xlsx", "不是 Excel"),
    "broken xml": (one_sheet(f"<worksheet {MAIN}><sheetData><row"), "a.xlsx", "损坏"),
    "bad number": (one_sheet(f'<worksheet {MAIN}><sheetData><row r="x"/></sheetData></worksheet>'), "a.xlsx", "损坏"),
    "strict": (strict(), "a.xlsx", "普通的 .xlsx"),
    "bomb": (one_sheet(" " * 60_000_000), "a.xlsx", "过大"),
    "small bomb": (one_sheet(" " * 2_000_000), "a.xlsx", "过大"),
    "many parts": (archive(**{f"p{i}": b"" for i in range(201)}), "a.xlsx", "部件"),
    "nested by name": (archive(xl__embeddings__a_dot_xlsx=b"x"), "a.xlsx", "嵌有"),
    "nested by content": (archive(a=archive(b=b"x")), "a.xlsx", "嵌有"),
    "entities": (one_sheet(ENTITY), "a.xlsx", "声明"),
    "entities in UTF-16": (archive(a=ENTITY.encode("utf-16")), "a.xlsx", "声明"),
    "no text": (b"a,\0b", "a.csv", "编码"),
    "no encoding": (b"\xff\xff\xff", "a.csv", "编码"),
    "xlsx as csv": (b"PK\x03\x04", "a.csv", "不是文本"),
    "open quote": (b'a,"b', "a.csv", "引号"),
    "too wide": (b",".join([b"a"] * 101), "a.csv", "100 列"),
    "too long": (b"a\n" * 20_001, "a.csv", "20000 行"),
    "long cell": (b"a,b\nc," + b"d" * 20_001, "a.csv", "第 2 行"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    data, name, word = REFUSED[case]
    with pytest.raises(UnreadableFile) as refusal:
        read_bytes(data, name)
    assert word in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="打不开"):
        read_sheet(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableFile, match="打不开"):
        read_sheet(tmp_path.with_suffix(".csv") / "a.csv")


def test_a_password_on_the_archive_is_named() -> None:
    data = bytearray(archive(a=b"x"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableFile, match="密码"):
        check_package(bytes(data))


def test_far_rows_and_huge_merges_end_soon() -> None:
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>a</t></is></c></row>' for i in range(1, 200))
    xml = (
        f'<worksheet {MAIN}><sheetData>{rows}<row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:XFD1048576"/></mergeCells></worksheet>'
    )
    with pytest.raises(UnreadableFile):
        read_bytes(one_sheet(xml), "a.xlsx")
