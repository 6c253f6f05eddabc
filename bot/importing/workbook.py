"""The xlsx half of reading sheets: streamed, so that no file can make it hold more than its limits."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring, iterparse
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from bot.importing.faults import UnreadableFile
from bot.importing.package import BAD_ZIP, check_package
from bot.publishing.sheets import number_text

Grid = dict[int, list[str]]

_LAST_ROW = 1_048_576  # Excel's own; stray formats often reach down to it
_LAST_COLUMN = 128  # how far a merged cell is filled: beyond the limit of 100, so that what is too wide is noticed
_MAX_CELLS = 2 * 20_000 * 100  # blank ones too: twice what the limits of rows and columns allow

# What openpyxl lets escape on XML that is not what it should be, besides the archive's own errors.
_BROKEN = (
    *BAD_ZIP,
    InvalidFileException,
    ParseError,
    DefusedXmlException,
    SyntaxError,  # lxml's XMLSyntaxError
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
)

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DOCUMENT = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_workbook(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows of the first visible worksheet that looks like a table, by row number. Raises UnreadableFile."""
    check_package(data)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of extensions that it drops (validation lists, headers); they hold no cell.
            warnings.simplefilter("ignore")
            return sorted(_first_table(data).items())
    except _BROKEN as error:
        raise UnreadableFile("文件已损坏或不是 Excel 表格，读不出来。请在 Excel 或 WPS 里另存为新的 .xlsx。") from error


def _first_table(data: bytes) -> Grid:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        paths = _sheet_paths(data)
        first: Grid = {}
        for sheet in book.worksheets:
            path = paths.get(sheet.title)
            if path is None or sheet.sheet_state != "visible":
                continue
            grid = _cells(sheet)
            _fill(grid, _merged(data, path))
            if _is_table(grid):
                return grid
            first = first or grid
        return first
    finally:
        book.close()


def _is_table(grid: Grid) -> bool:
    """At least two rows with two different cells: more than a cover page has."""
    return sum(len({cell for cell in cells if cell.strip()}) > 1 for cells in grid.values()) > 1


def _cells(sheet: Any) -> Grid:  # openpyxl's types do not know its read-only worksheet
    sheet.reset_dimensions()  # some programs write a wrong size
    grid: Grid = {}
    budget = _MAX_CELLS
    # Without a last column a gap between rows costs nothing, however far the next row is.
    for number, row in enumerate(sheet.iter_rows(max_row=_LAST_ROW), 1):
        budget -= len(row)
        if budget < 0:
            raise UnreadableFile("表格太大，不予读取。请删去没有用的行列，或拆成几个文件后再导入。")
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            grid[number] = cells
    return grid


def _text(cell: Cell | MergedCell) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime() | date():
            return _date_text(value, cell.number_format)
        case time():
            return value.strftime("%H:%M")
        case timedelta():
            return str(value)
        case int() | float():
            percent = "%" in re.sub(r'"[^"]*"|\\.', "", cell.number_format)
            return number_text(value * 100) + "%" if percent else _number(value)
    return str(value).replace("_x000D_", "")  # how Excel writes a carriage return


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else number_text(value)


def _date_text(value: date, number_format: str) -> str:
    """ISO; a date that the sheet shows without its day ("2023年4月") without it, as it then means the month."""
    shown = re.sub(r'"[^"]*"|\[[^]]*\]|\\.', "", number_format).lower()
    if "d" not in shown and "y" in shown and "h" not in shown:
        return f"{value.year}年{value.month}月" if "m" in shown else f"{value.year}年"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return value.strftime("%Y-%m-%d %H:%M")
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def _sheet_paths(data: bytes) -> dict[str, str]:
    """Worksheet titles, in order, → their parts in the archive (ECMA-376: relative to ``xl/`` or absolute)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        book = fromstring(archive.read("xl/workbook.xml"))
        targets = {item.get("Id"): posixpath.normpath(f"/xl/{item.get('Target')}") for item in relations}
        absolute = {item.get("Id"): item.get("Target") for item in relations if item.get("Target", "").startswith("/")}
        paths = {**targets, **absolute}
        sheets = {
            item.get("name", ""): str(paths.get(item.get(f"{_DOCUMENT}id"))).lstrip("/")
            for item in book.iter(f"{_MAIN}sheet")
        }
        found = {title: path for title, path in sheets.items() if path in archive.namelist()}
    if not found:  # "Strict Open XML" has other namespaces, which openpyxl does not read either
        raise UnreadableFile("文件里没有能读的工作表。请在 Excel 或 WPS 里另存为普通的 .xlsx 后再导入。")
    return found


def _merged(data: bytes, path: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read(path)
    if b"mergeCell" not in part:  # saves reading a big sheet twice
        return
    for _, element in iterparse(io.BytesIO(part)):
        if element.tag == f"{_MAIN}mergeCell" and element.get("ref"):
            yield element.get("ref")
        element.clear()


def _fill(grid: Grid, ranges: Iterable[str]) -> None:
    """Give each cell of a merged range the text of its first one, in rows that have something of their own."""
    budget = _MAX_CELLS
    numbers = sorted(grid)
    for reference in ranges:
        left, top, right, bottom = (value or 1 for value in range_boundaries(reference))
        text = grid[top][left - 1] if left <= len(grid.get(top, ())) else ""
        right = min(right, _LAST_COLUMN)
        if not text or right < left:
            continue
        for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]:
            cells = grid[number]
            cells.extend([""] * (right - len(cells)))
            cells[left - 1 : right] = [text] * (right - left + 1)
            budget -= right - left + 1
        if budget < 0:
            raise UnreadableFile("表格里合并的单元格太多，不予读取。请取消合并后再导入。")
