"""Tables as files: xlsx or csv by the name, safe to open.

What is text stays text: a spreadsheet program must never take somebody's words for a formula (OWASP ASVS 1.2.10).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal
from unicodedata import category, east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

Cell = str | int | float | date | None

# The reader's limit too (bot/importing); Excel itself takes 32,767.
MAX_CELL = 20_000

# U+FFFE and U+FFFF may not stand in XML; surrogates in no encoding; the rest hides or turns round what is read.
_UNPRINTABLE = re.compile("[\ufffe\uffff\u200b\ufeff\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\n]")
_HEAD_FONT = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="DDE6F0")
_HEAD_ALIGNMENT = Alignment(horizontal="center", vertical="center", wrap_text=True)
_BODY_ALIGNMENT = Alignment(vertical="top", wrap_text=True)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


def write_sheet(path: Path, title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write one header row and the rows below it. ``title`` names the worksheet.

    Dates become dates (in csv ISO text), other numbers numbers, all else text. Raises ValueError, with a sentence for
    people, where the name ends in neither .xlsx nor .csv.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        content = _xlsx(title, columns, rows)
    elif suffix == ".csv":
        content = _csv(columns, rows)
    else:
        raise ValueError(f"不能导出为“{path.name}”：文件名要以 .xlsx 或 .csv 结尾，如“台账.xlsx”。")
    path.write_bytes(content)


def printable(text: str) -> str:
    """The text without control characters; line breaks are ``\\n``, tabs stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return _UNPRINTABLE.sub("", text)
    kept = (char for char in text if char in "\n\t" or category(char) not in ("Cc", "Cs"))
    return _UNPRINTABLE.sub("", "".join(kept))


def number_text(value: float) -> str:
    """A number as people write it: 5 for 5.0, 0.3 for 0.1 + 0.2."""
    return f"{value:.15g}"


def guard(text: str) -> str:
    """A csv cell's text with ``'`` before it where a program could take it for a formula. Plain numbers stay."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguard(text: str) -> str:
    """What ``guard`` was given."""
    return text[1:] if text.startswith("'") and guard(text[1:]) == text else text


def _plain(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case float():
            return number_text(value)
    text = printable(value)
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 4] + "…（略）"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    # Of a single column nothing would tell "a;b" from two cells, so it is quoted.
    quoting: Literal[0, 1] = csv.QUOTE_ALL if len(columns) == 1 else csv.QUOTE_MINIMAL
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=quoting)
    writer.writerow([guard(_plain(name)) for name in columns])
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")  # Excel takes a file without the mark for GBK


def _csv_cell(value: Cell) -> str:
    return guard(_plain(value)) if isinstance(value, str) else _plain(value)


def _xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    book = Workbook(write_only=True)
    # Excel: at most 31 characters, none of []:*?/\, no quote at an end.
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", "", printable(title)).strip("' \n\t")[:31] or "Sheet1")
    lines = [list(row) for row in rows]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(columns), 1))}{len(lines) + 1}"
    for number, name in enumerate(columns, 1):
        widest = max([_width(name), *(_width(_plain(line[number - 1])) for line in lines if len(line) >= number)])
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest + 2, 8), 60)
    sheet.append([_head(sheet, name) for name in columns])
    for line in lines:
        sheet.append([_body(sheet, value) for value in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Any, name: str) -> SheetCell:
    cell = _sheet_cell(sheet, name)
    cell.font = _HEAD_FONT
    cell.fill = _HEAD_FILL
    cell.alignment = _HEAD_ALIGNMENT
    return cell


def _body(sheet: Any, value: Cell) -> SheetCell | None:
    if value is None or value == "":
        return None
    cell = _sheet_cell(sheet, value)
    if isinstance(value, str) and _width(value) > 20:
        cell.alignment = _BODY_ALIGNMENT
    return cell


def _sheet_cell(sheet: Any, value: Cell) -> SheetCell:
    if isinstance(value, date) and value.year > 1900:  # Excel's 1900 has a 29 February too many
        clock = value.time() if isinstance(value, datetime) else time()
        cell = WriteOnlyCell(sheet, datetime.combine(value, clock))  # without a zone, which Excel does not know
        cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
        return cell
    if isinstance(value, int | float) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, _plain(value))
    cell.data_type = "s"  # else openpyxl makes a formula of "=…"
    return cell


def _width(text: str) -> int:
    """In columns of a Latin letter: a Chinese character takes two."""
    line = max(text.split("\n"), key=len)[:60]
    return len(line) if line.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
