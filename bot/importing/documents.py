"""Word files that hand out tasks: a table, or paragraphs that end in （… 负责）."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from bot.importing.faults import UnreadableFile
from bot.importing.package import check_package
from bot.importing.sheets import MAX_FILE, MAX_ROWS, Row, Sheet
from bot.importing.task_values import read_heading
from bot.importing.units import units_at_end
from bot.publishing.sheets import MAX_CELL, printable

_SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 后再导入。"
_BROKEN = (PackageNotFoundError, BadZipFile, SyntaxError, LookupError, ValueError, TypeError, AttributeError, OSError)


def read_document(path: Path) -> Sheet:
    """A docx file as a sheet for ``read_tasks``. Raises UnreadableFile.

    The rows of the largest table; in a file without one the headings and the paragraphs that end in units, numbered
    by paragraph.
    """
    if path.suffix.lower() != ".docx":
        raise UnreadableFile(f"不能导入“{path.name}”：只认 .docx。{_SAVE_AS}")
    try:
        if path.stat().st_size > MAX_FILE:
            raise UnreadableFile("文件超过 50 MB，不予打开。请拆成几个文件后再导入。")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"打不开文件“{path.name}”：请检查文件名和路径。") from error
    if not data.startswith(b"PK"):
        raise UnreadableFile(f"文件不是 .docx 格式、设有密码，或者已损坏。{_SAVE_AS}")
    check_package(data)
    try:
        tables, paragraphs = _content(data)
    except _BROKEN as error:
        raise UnreadableFile(f"文件已损坏或不是 Word 文档，读不出来。{_SAVE_AS}") from error
    lines = [(number, printable(text).strip()) for number, text in enumerate(paragraphs, 1)]
    rows = _table_rows(tables, lines) or list(_paragraph_rows(lines))
    if not rows:
        raise UnreadableFile("文档里没有任务：要有一张任务表，或者段末写明责任单位，如“（市发改委负责）”。")
    if len(rows) > MAX_ROWS or any(len(cell) > MAX_CELL for row in rows for cell in row.cells):
        raise UnreadableFile(f"文档超过 {MAX_ROWS} 行，或有一格超过 {MAX_CELL} 字，不予读取。请拆成几个文件后再导入。")
    return Sheet(path.stem, tuple(rows))


def _content(data: bytes) -> tuple[list[list[list[str]]], list[str]]:
    document = Document(io.BytesIO(data))
    # A merged cell is given once for each place that it covers.
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return tables, [paragraph.text for paragraph in document.paragraphs]


def _table_rows(tables: list[list[list[str]]], lines: list[tuple[int, str]]) -> list[Row]:
    table = max(tables, key=len, default=[])
    if len(table) < 2:
        return []
    width = max(map(len, table))
    rows = [Row(number, tuple(printable(cell) for cell in cells)) for number, cells in enumerate(table, 1)]
    padded = [Row(row.number, (*row.cells, *[""] * (width - len(row.cells)))) for row in rows]
    return [*_title(lines, width), *(row for row in padded if any(cell.strip() for cell in row.cells))]


def _paragraph_rows(lines: list[tuple[int, str]]) -> Iterator[Row]:
    body = [Row(number, (text,)) for number, text in lines if read_heading(text) or units_at_end(text)[1].lead]
    if any(units_at_end(row.cells[0])[1].lead for row in body):
        yield from _title(lines, 1)
        yield Row(0, ("任务",))
        yield from body


def _title(lines: list[tuple[int, str]], width: int) -> list[Row]:
    """The lines before the text begins: title and 文号."""
    head: list[Row] = []
    for _, text in lines[:10]:
        if read_heading(text) or len(text) > 60 or re.search("[：。]$", text):
            break
        if text:
            head.append(Row(0, (text,) * width))
    return head
