"""What can be wrong with a file or with one of its rows."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableFile(Exception):
    """The file as a whole cannot be read. Its text is one Chinese sentence for the person who chose the file."""


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that is not taken over: its number as a spreadsheet program shows it, what is wrong, one right example."""

    row: int
    reason: str
