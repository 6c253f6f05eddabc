"""xlsx and csv → rows of text with the row numbers that people see."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.importing.faults import RowError, UnreadableFile
from bot.importing.workbook import read_workbook
from bot.publishing.sheets import MAX_CELL, printable, unguard

__all__ = ["Row", "RowError", "Sheet", "UnreadableFile", "read_bytes", "read_sheet"]

MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_FILE = 50 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0"  # the container of old .xls files and of encrypted new ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "请在 Excel 或 WPS 里另存为 .xlsx 后再导入。"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank. ``number`` counts from 1, blank rows included, as a spreadsheet program shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file, all of one width; ``name`` is the file's name without its ending."""

    name: str
    rows: tuple[Row, ...]


def read_sheet(path: Path) -> Sheet:
    """Read an xlsx or csv file. Raises UnreadableFile."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise UnreadableFile("文件超过 50 MB，不予打开。请拆成几个文件后再导入。")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"打不开文件“{path.name}”：请检查文件名和路径。") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Sheet:
    """Read a file's content; ``name`` is its name. Raises UnreadableFile.

    Of a workbook the first visible worksheet that looks like a table is read, formulas as their last values, merged
    cells filled, dates as ISO text, percentages as shown. A csv may be UTF-8 with or without a mark, UTF-16 with one,
    or GB18030.
    """
    stem, dot, suffix = name.rpartition(".")
    suffix = suffix.lower()
    if suffix in ("xlsm", "xltm", "xlsb"):
        raise UnreadableFile(f"“{name}”可能带有宏，不予打开。请另存为不带宏的 .xlsx 后再导入。")
    if not dot or suffix not in ("xlsx", "csv"):
        raise UnreadableFile(f"不能导入“{name}”：只认 .xlsx 和 .csv。{_SAVE_AS}")
    if not data.strip():
        raise UnreadableFile(f"“{name}”是空文件。")
    _refuse_foreign(data, suffix)
    rows = read_workbook(data) if suffix == "xlsx" else enumerate(_read_csv(data), 1)
    return Sheet(name=stem, rows=tuple(_tidy(rows)))


def _refuse_foreign(data: bytes, suffix: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableFile("文件设有密码，打不开。请去掉密码后再导入。")
        raise UnreadableFile(f"这是旧版 Excel（.xls）文件。{_SAVE_AS}")
    if suffix == "xlsx" and not data.startswith(b"PK"):
        raise UnreadableFile(f"文件不是 .xlsx 格式，或者已损坏。{_SAVE_AS}")
    if suffix == "csv" and data.startswith((b"PK\x03\x04", b"%PDF")):
        raise UnreadableFile(f"文件名以 .csv 结尾，内容却不是文本。{_SAVE_AS}")


def _read_csv(data: bytes) -> list[list[str]]:
    text = _decode(data)
    lines = io.StringIO(text, newline="")
    try:
        return [[unguard(cell) for cell in row] for row in csv.reader(lines, delimiter=_delimiter(text), strict=True)]
    except csv.Error as error:
        raise UnreadableFile(f"csv 文件的引号或分隔有误，读不下去。{_SAVE_AS}") from error


def _decode(data: bytes) -> str:
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile(f"认不出文件的编码，或者它不是文本。{_SAVE_AS}")


def _delimiter(text: str) -> str:
    """The comma, unless the first lines have none outside quotes and do have tabs or semicolons."""
    outside = "".join(text[:10_000].split('"')[::2])
    return max(",\t;", key=outside.count) if "," not in outside else ","


def _tidy(rows: Iterable[tuple[int, list[str]]]) -> list[Row]:
    """Rows without blank ones, cleaned and of one width. Raises UnreadableFile beyond the limits."""
    kept: list[tuple[int, list[str]]] = []
    width = 0
    for number, cells in rows:
        clean = [printable(cell) for cell in cells]
        while clean and not clean[-1].strip():
            clean.pop()
        if not clean:
            continue
        if max(map(len, clean)) > MAX_CELL:
            raise UnreadableFile(f"第 {number} 行有一格超过 {MAX_CELL} 字，不予读取。请删减后再导入。")
        width = max(width, len(clean))
        kept.append((number, clean))
        if len(kept) > MAX_ROWS or width > MAX_COLUMNS:
            raise UnreadableFile(f"表格超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列，不予读取。请拆成几个文件后再导入。")
    if not kept:
        raise UnreadableFile("表格里没有内容。")
    return [Row(number, tuple(cells + [""] * (width - len(cells)))) for number, cells in kept]
