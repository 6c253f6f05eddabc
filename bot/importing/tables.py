"""Finding a table's header below its title lines, and its columns by the many names that offices give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.importing.faults import UnreadableFile
from bot.importing.sheets import Sheet

Aliases = Mapping[str, Sequence[str]]

_DEEPEST_HEADER = 30  # rows that are not blank; titles and notes above a header are few
_LONGEST_HEADER = 60  # with remarks in brackets
_EXACT, _END, _START = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the header: its number, what stands in the known columns, and all its cells that are not blank."""

    row: int
    fields: Mapping[str, str]
    cells: tuple[str, ...]

    def get(self, field: str) -> str:
        """The trimmed text of a field, "" where the table has no such column."""
        return self.fields.get(field, "")


@dataclass(frozen=True, slots=True)
class Table:
    """``above`` holds the lines over the header, ``headers`` the header of each field that was found."""

    above: tuple[str, ...]
    headers: Mapping[str, str]
    records: tuple[Record, ...]


def read_table(sheet: Sheet, aliases: Aliases, needed: str) -> Table:
    """The table in a sheet. ``aliases`` maps a field to its headers, most usual first.

    A header matches where it is, ends with, or (from three characters on) begins with an alias. The header is the row
    that matches most fields, ``needed`` among them. Raises UnreadableFile where there is none.
    """
    best, columns, found_at = 0, {}, 0
    for index, row in enumerate(sheet.rows[:_DEEPEST_HEADER]):
        score, found = _match(row.cells, aliases)
        if needed in found and score > best:
            best, columns, found_at = score, found, index
    if not columns:
        raise UnreadableFile(f"没有找到表头：表里要有“{'”或“'.join(aliases[needed][:3])}”一栏。")
    header = sheet.rows[found_at].cells
    return Table(
        above=tuple(line for row in sheet.rows[:found_at] for line in _different(row.cells)),
        headers={field: header[column] for field, column in columns.items()},
        records=tuple(
            Record(row.number, {field: row.cells[i].strip() for field, i in columns.items()}, _different(row.cells))
            for row in sheet.rows[found_at + 1 :]
            if row.cells != header  # a tall header, or one repeated on each page
        ),
    )


def plain(text: str) -> str:
    """For comparing: half-width, without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _different(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def _match(cells: Sequence[str], aliases: Aliases) -> tuple[int, dict[str, int]]:
    """How well a row serves as a header, and the column of each field."""
    matches = ((column, *_field(cell, aliases)) for column, cell in enumerate(cells))
    hits = sorted(((level, -column, field) for column, level, field in matches if field), reverse=True)
    columns: dict[str, int] = {}
    score = 0
    for level, column, field in hits:
        if field not in columns:
            columns[field] = -column
            score += 10 + level  # one field more outweighs any better match
    return score, columns


def _field(cell: str, aliases: Aliases) -> tuple[int, str]:
    if not cell.strip() or len(cell) > _LONGEST_HEADER:
        return 0, ""
    header = re.sub(r"[(\[【].*?[)\]】]|[:*]", "", plain(cell)).lower()
    best = (0, 0, "")
    for field, names in aliases.items():
        for name in names:
            level = _level(header, name)
            best = max(best, (level, len(name), field)) if level else best
    return best[0], best[2]


def _level(header: str, name: str) -> int:
    if header == name:
        return _EXACT
    if header.endswith(name) and len(name) > 1 and not name.isascii():
        return _END
    return _START if header.startswith(name) and len(name) > 2 and not name.isascii() else 0
