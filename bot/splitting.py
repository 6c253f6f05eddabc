"""Cutting a long text into numbered parts at paragraph, line and sentence borders."""

from __future__ import annotations

import re

MARK = "（{n}/{total}）\n"
ROOM_FOR_MARK = 10  # characters kept free for "（12/34）" and its line break

_SENTENCE = re.compile(r"(?<=[。！？；!?;])")


def split(text: str, limit: int) -> list[str]:
    """The text in parts of at most ``limit`` characters, each numbered; one part, as it is, where it fits.

    A border is taken between lines where possible, else between sentences, and inside one only if it alone is too long.
    """
    if len(text) <= limit:
        return [text]
    parts = _pack(_pieces(text, limit - ROOM_FOR_MARK), limit - ROOM_FOR_MARK)
    return [MARK.format(n=n, total=len(parts)) + part for n, part in enumerate(parts, 1)]


def _pieces(text: str, room: int) -> list[str]:
    """Lines, each with its line break, where too long cut into sentences, and these into slices."""
    pieces: list[str] = []
    for line in text.splitlines(keepends=True):
        if len(line) <= room:
            pieces.append(line)
            continue
        for sentence in _SENTENCE.split(line):
            pieces += [sentence[at : at + room] for at in range(0, len(sentence), room)]
    return pieces


def _pack(pieces: list[str], room: int) -> list[str]:
    parts = [""]
    for piece in pieces:
        if parts[-1] and len(parts[-1]) + len(piece) > room:
            parts.append("")
        parts[-1] += piece
    return [part.strip("\n") for part in parts if part.strip()]
