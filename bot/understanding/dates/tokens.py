"""The lexeme: what the lexer gives and the grammar takes."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.understanding.dates.model import Clock, Duration, Step
from bot.understanding.numbers import cardinal


class Token(NamedTuple):
    """A lexeme at [start, end). ``kind`` says which of the other fields it uses."""

    kind: str
    start: int
    end: int
    steps: tuple[Step, ...] = ()
    word: str = ""
    number: int = 0
    clock: Clock | None = None
    length: Duration | None = None


def step(match: re.Match[str], kind: str, n: int, unit: str = "", word: str = "") -> Token:
    """A lexeme of one step."""
    return Token("step", match.start(), match.end(), (Step(kind, n, unit, word),))


def number(words: str | None, default: int = 0) -> int:
    """The number that the words write, or the default where they write none."""
    value = cardinal(words) if words else None
    return default if value is None else value
