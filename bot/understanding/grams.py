"""The pairs of characters that titles are found by: of titles, of texts, and close together in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.understanding.lexicon import EXPANSIONS, WEAK_WORDS
from bot.understanding.world import Item

_GAP = 3
"""So many characters that are not in the title may stand inside one mention of it (供水管网[那个]改造)."""
_WEAK = re.compile(WEAK_WORDS)
_SHORT = re.compile("|".join(sorted(map(re.escape, EXPANSIONS), key=len, reverse=True)))
_BREAK = re.compile(r"[,。;!?\n:]")


@dataclass(slots=True)
class Entry:
    """Titles with the same content, the items that bear them."""

    pieces: tuple[str, ...]
    codes: dict[str, Item] = field(default_factory=dict)


@dataclass(slots=True)
class Cluster:
    """Pairs of characters of one entry that stand close together in the text. ``last``: where the last of them begins."""

    entry: Entry
    start: int
    end: int
    last: int
    grams: frozenset[str]
    covered: frozenset[int]
    score: float = 0.0
    content: int = 0
    faint: bool = False

    def overlaps(self, other: Cluster) -> bool:
        """Whether both claim the same characters."""
        return self.start < other.end and other.start < self.end


def ends(piece: str, tail: str) -> bool:
    """Whether a title's piece ends with these characters, or with words after them that every ledger has."""
    at = piece.rfind(tail)
    return at >= 0 and not _WEAK.sub("", piece[at + len(tail) :])


def clusters(flat: str, entry: Entry, places: list[tuple[int, str]]) -> Iterator[Cluster]:
    """The groups of an entry's pairs that stand close together, without a mark of a new clause between them."""
    places.sort()
    group = [places[0]]
    for place in places[1:]:
        end = group[-1][0] + 2
        if place[0] - end > _GAP or (place[0] > end and _BREAK.search(flat, end, place[0])):
            yield _cluster(entry, group)
            group = []
        group.append(place)
    yield _cluster(entry, group)


def _cluster(entry: Entry, group: list[tuple[int, str]]) -> Cluster:
    last = group[-1][0]
    covered = frozenset(at for place, _ in group for at in (place, place + 1))
    return Cluster(entry, group[0][0], last + 2, last, frozenset(gram for _, gram in group), covered)


def soft(flat: str, weak: Iterable[tuple[int, int]]) -> list[bool]:
    """For every character whether it only supports a match: words that every ledger has, and the ``weak`` spans."""
    marks = [False] * len(flat)
    for start, end in [*weak, *(match.span() for match in _WEAK.finditer(flat))]:
        marks[start:end] = [True] * (end - start)
    return marks


def text_grams(flat: str) -> Iterator[tuple[int, str]]:
    """The pairs of a text with their places; a customary short form counts as what it stands for."""
    for at in range(len(flat) - 1):
        yield at, flat[at : at + 2]
    for match in _SHORT.finditer(flat):
        full = EXPANSIONS[match.group()]
        for at in range(len(full) - 1):
            yield match.start() + min(at, len(match.group()) - 2), full[at : at + 2]


def grams(pieces: tuple[str, ...]) -> set[str]:
    """The pairs of a title's pieces; figures alone tell nothing."""
    pairs = (piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
    return {pair for pair in pairs if not pair.isdecimal()}
