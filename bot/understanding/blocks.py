"""Grouping clauses into blocks: what is said, in a row, of one thing or of a few things named together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.parts import named, parts
from bot.understanding.topics import Topic, quoted_topic, topic_of
from bot.understanding.turns import Turn, turns


@dataclass(slots=True)
class Block:
    """Clauses in a row about one topic, and what they refer to."""

    topic: Topic
    start: int
    end: int
    refs: list[Ref] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    loose: Clause | None = None

    @property
    def span(self) -> tuple[int, int]:
        """[start, end) in the text."""
        return self.start, self.end

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are referred to, each once, in order."""
        return tuple(dict.fromkeys(code for ref in self.refs for code in ref.codes))

    @property
    def ref(self) -> Ref | None:
        """The first reference."""
        return self.refs[0] if self.refs else None

    def extend(self, clause: Clause, refs: list[Ref], topic: Topic | None) -> None:
        """Add a clause; what it names counts where it speaks of the same topic."""
        self.clauses.append(clause)
        self.end = clause.end
        self.loose = clause if topic is None and not refs else None
        if topic == self.topic:
            wanted = [ref for ref in refs if ref.kind == topic or {ref.kind, topic} == {"infos", "topics"}]
            self.refs += [ref for ref in wanted if not ref.titled or not self.refs or ref.codes]


def build(heard: Heard, clauses: Iterable[Clause]) -> list[Block]:
    """The blocks that the clauses form, in order. Clauses that speak of nothing known are in none.

    A clause of nothing known before the first block of its sentence is taken along: it says who is spoken to, or why.
    """
    blocks: list[Block] = []
    current: Block | None = None
    last: Clause | None = None
    before: Clause | None = None
    listed = list(clauses)
    pointed = (
        any(named(heard, clause) for clause in listed if clause.number) or len({c.number for c in listed} - {None}) < 2
    )
    for clause in (part for whole in listed for part in parts(heard, whole)):
        if last and any(
            char.isalnum() for char in heard.text[last.end : clause.start].replace(clause.number or "", "")
        ):
            current = before = None  # what stood between was claimed by another grammar
        refs = named(heard, clause)
        topic = topic_of(heard, clause, refs) or (quoted_topic(heard) if current is None else None)
        if current is None or turns(_turn(heard, current, clause, last, refs, topic, pointed)):
            before = _taken_from(current, clause) or before
            current = _opened(topic, clause, before) if topic else None
            if current:
                blocks.append(current)
                before = None
            elif before is None or before.sentence != clause.sentence:
                before = clause
        if current:
            current.extend(clause, refs, topic)
        last = clause
    return [part for block in blocks for part in _former_and_latter(heard, block)]


def _former_and_latter(heard: Heard, block: Block) -> list[Block]:
    """Two items named together, then told apart as 前者 and 后者: a block for each."""
    at = heard.text.find("后者", block.start, block.end)
    if at < 0 or len(block.codes) != 2 or "前者" not in heard.text[block.start : at]:
        return [block]
    halves = []
    for code, start, end in zip(block.codes, (block.start, at), (at, block.end), strict=True):
        clauses = [clause for clause in block.clauses if start <= clause.start < end]
        ref = next(ref for ref in block.refs if code in ref.codes)
        halves.append(Block(block.topic, start, end, [replace(ref, codes=(code,))], clauses))
    return halves


def _taken_from(block: Block | None, clause: Clause) -> Clause | None:
    """A clause of nothing known that began the new block's sentence and was counted to the block before."""
    if block is None or len(block.clauses) < 2 or block.loose is not block.clauses[-1]:
        return None
    lead = block.clauses[-1]
    if lead.sentence != clause.sentence or block.clauses[-2].sentence == lead.sentence:
        return None
    block.clauses.pop()
    block.end = block.clauses[-1].end
    return lead


def _opened(topic: Topic, clause: Clause, before: Clause | None) -> Block:
    if before and before.sentence == clause.sentence:
        return Block(topic, before.start, clause.end, clauses=[before])
    return Block(topic, clause.start, clause.end)


def _turn(
    heard: Heard, block: Block, clause: Clause, last: Clause | None, refs: list[Ref], topic: Topic | None, pointed: bool
) -> Turn:
    return Turn(
        text=clause.text(heard.text),
        said=heard.text[block.start : block.end],
        topic=topic,
        current=block.topic,
        refs=refs,
        held=block.refs,
        fresh=last is not None and last.sentence != clause.sentence,
        numbered=clause.number is not None,
        asked=clause.mark.startswith("?"),
        bare=_only_codes(heard, clause, refs),
        commands=heard.commands,
        pointed=pointed,
    )


def _only_codes(heard: Heard, clause: Clause, refs: list[Ref]) -> bool:
    """Whether a clause holds nothing but codes: it goes on with a list (签收:#D68,#D69)."""
    rest = clause.text(heard.text)
    for ref in refs:
        rest = rest if ref.titled else rest.replace(heard.text[ref.start : ref.end], "")
    return bool(refs) and not rest.strip(" 、和及#")
