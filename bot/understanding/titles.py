"""Finding an item by its title, a part of it or a customary short form.

A title is cut into pieces of content: without verbs of office (推进, 开展), figures and marks. The pieces' pairs of
characters form an index, so that a search costs what the text is long, not how many titles there are. Titles that
differ in nothing but figures share one entry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from bot.understanding.grams import Cluster, Entry, clusters, ends, grams, soft, text_grams
from bot.understanding.lexicon import EXPANSIONS, FOLLOWING, PLAIN_WORDS, POINTING
from bot.understanding.plain import plain
from bot.understanding.tokens import Tokenizer, edges
from bot.understanding.world import Item

_CAP = 400
"""A pair of characters that more entries than this share says too little to look at them all."""
_PIECE = re.compile(r"(?:[国省县乡]道[0-9]{1,4}|[\u3400-\u9fff]|[0-9]{0,3}[A-Za-z][A-Za-z0-9+.]*)+")
_DROP = re.compile(PLAIN_WORDS)
_FOLLOW = re.compile(FOLLOWING)
_POINT = re.compile(POINTING)
_MEASURE = re.compile(
    r"(?<![国省县乡]道)(?<![0-9GgSs])[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9.])(?:万|亿|%)?(?:年|个|家|户|所|处|"
    r"座|部|条|套|项|件|辆|栋|名|人次|人|亩|万亩|公里|平方公里|平方米|千瓦|兆瓦|元|亿元|吨|批)?"
)


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A place in the text that names items by title. ``codes``: those that fit best; ``content`` counts telling characters.

    ``faint``: two characters that nothing points at; they count only where the sender's unit leads the item.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    content: int
    faint: bool = False


class TitleIndex:
    """The titles of one kind of items. ``update`` takes the items as they now stand; only what changed is done again."""

    def __init__(self, tokenizer: Tokenizer, city: str) -> None:
        self._tokenizer = tokenizer
        self._city = city.removesuffix("市") if len(city) > 2 else city
        self._entries: dict[tuple[str, ...], Entry] = {}
        self._grams: dict[str, dict[tuple[str, ...], Entry]] = {}
        self._seen: Sequence[Item] = ()
        self.items: dict[str, Item] = {}
        self._numbers: dict[str, str] = {}
        self.open_of: dict[str, dict[str, Item]] = defaultdict(dict)

    def update(self, items: Sequence[Item]) -> None:
        """Take these items in place of the former ones."""
        if items is self._seen:
            return
        former = self.items
        if len(items) < len(former) or not all(item.code in former for item in items[: len(former)]):
            present = {item.code for item in items}
            for code in [code for code in former if code not in present]:
                self._remove(former[code])
        for item in items:
            old = former.get(item.code)
            if old is item:
                continue
            if old is not None:
                if old == item:
                    continue
                self._remove(old)
            self._add(item)
        self._seen = items

    def _add(self, item: Item) -> None:
        self.items[item.code] = item
        if item.number:
            self._numbers[_number_key(item.number)] = item.code
        if not item.done:
            for unit in item.units:
                self.open_of[unit][item.code] = item
        pieces = self.pieces(item.title)
        entry = self._entries.get(pieces)
        if entry is None:
            entry = self._entries[pieces] = Entry(pieces)
            for gram in grams(pieces):
                self._grams.setdefault(gram, {})[pieces] = entry
        entry.codes[item.code] = item

    def _remove(self, item: Item) -> None:
        del self.items[item.code]
        if item.number:
            self._numbers.pop(_number_key(item.number), None)
        for unit in item.units:
            self.open_of[unit].pop(item.code, None)
        pieces = self.pieces(item.title)
        entry = self._entries[pieces]
        del entry.codes[item.code]
        if not entry.codes:
            del self._entries[pieces]
            for gram in grams(pieces):
                del self._grams[gram][pieces]
                if not self._grams[gram]:
                    del self._grams[gram]

    def pieces(self, title: str) -> tuple[str, ...]:
        """The content of a title: its telling pieces."""
        flat = _MEASURE.sub(" ", plain(title))
        if self._city:
            flat = flat.replace(self._city + "市", " ").replace(self._city, " ")
        cut = _DROP.sub(" ", flat)
        found = tuple(piece.lower() for piece in _PIECE.findall(cut) if len(piece) > 1)
        return found or tuple(piece.lower() for piece in _PIECE.findall(flat) if len(piece) > 1)

    def numbered(self, written: str) -> str | None:
        """The code of the item whose 文号 the written words end with."""
        key = _number_key(plain(written))
        return next((code for at in range(len(key)) if (code := self._numbers.get(key[at:]))), None)

    def find(self, text: str, weak: Iterable[tuple[int, int]] = ()) -> list[TitleMention]:
        """The places of a plain text that name items, in order. ``weak`` spans (units) support a match, but make none."""
        flat = text.lower()
        hits = self._hits(flat)
        if not hits:
            return []
        faint = soft(flat, weak)
        found = [cluster for entry, places in hits.values() for cluster in clusters(flat, entry, places)]
        return sorted(self._choose(flat, found, faint), key=lambda mention: mention.start)

    def _hits(self, flat: str) -> dict[int, tuple[Entry, list[tuple[int, str]]]]:
        """For every entry touched, which of its pairs of characters stand where in the text."""
        hits: dict[int, tuple[Entry, list[tuple[int, str]]]] = {}
        for at, gram in text_grams(flat):
            entries = self._grams.get(gram)
            if entries is None or len(entries) > _CAP:
                continue
            for entry in entries.values():
                known = hits.get(id(entry))
                if known is None:
                    hits[id(entry)] = (entry, [(at, gram)])
                else:
                    known[1].append((at, gram))
        return hits

    def _choose(self, flat: str, found: list[Cluster], faint: list[bool]) -> list[TitleMention]:
        """Best clusters first; what overlaps a chosen one is left, what fits equally well joins it."""
        scored = []
        total = len(self._entries) + 1
        for cluster in found:
            hard = sum(not faint[at] for at in cluster.covered)
            cluster.content = (
                hard and (hard + len(cluster.covered)) // 2
            )  # what is soft counts half, beside what is not
            if cluster.content > 1:
                cluster.score = sum(log(total / len(self._grams[gram])) + 0.2 for gram in cluster.grams)
                scored.append(cluster)
        scored.sort(key=lambda cluster: -cluster.score)
        alike: dict[float, list[Cluster]] = defaultdict(list)
        for cluster in scored:
            alike[round(cluster.score, 6)].append(cluster)
        taken = bytearray(len(flat))
        chosen = []
        for cluster in scored:
            grade = 0 if any(taken[cluster.start : cluster.end]) else self._grade(flat, cluster)
            if grade:
                taken[cluster.start : cluster.end] = b"\1" * (cluster.end - cluster.start)
                cluster.faint = grade == 1
                chosen.append(_mention(cluster, alike[round(cluster.score, 6)]))
        return chosen

    def _grade(self, flat: str, cluster: Cluster) -> int:
        """2 where a cluster says enough: four telling characters, three at the ends of words, two pointed at; 1 faint."""
        if cluster.content >= 4 or (cluster.content >= 2 and flat[cluster.start : cluster.end] in EXPANSIONS):
            return 2
        base = max(0, cluster.start - 6)
        words = {base + edge for edge in edges(self._tokenizer.cut(flat[base : cluster.end + 6]))}
        tail = flat[cluster.last : cluster.end]
        follows = bool(_FOLLOW.match(flat, cluster.end))
        closes = any(ends(piece, tail) for piece in cluster.entry.pieces)
        if cluster.start not in words or not (cluster.end in words or (closes and follows)):
            return 0  # the words of the sentence decide, but where the title ends: 安置|房已 is a slip of the cutter
        if cluster.content == 2 and not self._word_of_title(flat[cluster.start : cluster.end], cluster.entry):
            return 0
        whole = closes or follows
        if not whole:
            return 0
        if cluster.content == 3:
            return 2 if closes or len(cluster.covered) > 3 else 1
        pointed = bool(_POINT.match(flat, cluster.end)) or len(cluster.covered) >= 4
        return 2 if pointed else 1

    def _word_of_title(self, run: str, entry: Entry) -> bool:
        """Whether a run is made of whole words of the title: 增加 is no part of 工业增加值."""
        for piece in entry.pieces:
            at = piece.find(run)
            if at >= 0:
                marks = set(edges(self._tokenizer.cut(piece)))
                return at == 0 or at + len(run) == len(piece) or (at in marks and at + len(run) in marks)
        return True


def _mention(cluster: Cluster, alike: list[Cluster]) -> TitleMention:
    """The open items of all entries that fit as well as the best one does."""
    entries = [other.entry for other in alike if other.overlaps(cluster)]
    codes = dict.fromkeys(code for entry in entries for code, item in entry.codes.items() if not item.done)
    return TitleMention(cluster.start, cluster.end, tuple(codes), cluster.content, cluster.faint)


def _number_key(number: str) -> str:
    return re.sub(r"[〔〕\[\]()（）【】\s第]", "", plain(number))
