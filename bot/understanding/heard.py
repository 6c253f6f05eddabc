"""A message as the grammars see it: plain text, its parts, and everything that is named in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from bot.understanding import dates
from bot.understanding.clauses import Clause, split
from bot.understanding.codes import DOCUMENT_NUMBER, CodeMention, find_codes
from bot.understanding.dates import Expression
from bot.understanding.index import LETTERS, Kind, Lookup
from bot.understanding.numbers import Percent, percents
from bot.understanding.plain import plain
from bot.understanding.reading import Utterance
from bot.understanding.units import UnitMention
from bot.understanding.world import Item, Member
from bot.workdays import Calendar

_OFFICE = ("督查室", "督查科", "督查办", "督办室")
# A dash before a figure is no minus sign: D2——58%.
_DASH = re.compile(r"(?<=[\u4e00-\u9fff:])-(?=-*[0-9])|-(?=-)|(?<=-)-")


@dataclass(frozen=True, slots=True)
class Ref:
    """A place that names items of one kind. ``codes`` are those meant; ``several`` what a title alone could mean.

    ``content``: how many telling characters of a title stand there.
    """

    start: int
    end: int
    kind: Kind
    codes: tuple[str, ...]
    several: tuple[str, ...] = ()
    titled: bool = False
    content: int = 0


_SLIGHT = 6
"""A title of another unit's task of which fewer telling characters are written is not what a report is of."""


@dataclass
class Heard:
    """One message, with what is found in it when it is first asked for."""

    said: Utterance
    look: Lookup
    calendar: Calendar
    carried: str | None = None
    text: str = field(init=False)
    quote: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = plain(self.said.text)
        self.quote = plain(self.said.quote or "")

    def part(self, span: tuple[int, int], carried: str | None) -> Heard:
        """A section of the message as a message of its own; ``carried`` is the task that was spoken of before it."""
        return Heard(replace(self.said, text=self.said.text[slice(*span)]), self.look, self.calendar, carried)

    @property
    def now(self) -> datetime:
        """The local time of sending."""
        return self.said.now

    @cached_property
    def sender(self) -> Member | None:
        """The one who wrote it, where the world knows them."""
        return self.look.members.get(self.said.sender)

    @cached_property
    def unit(self) -> str | None:
        """The sender's unit."""
        return self.sender.unit if self.sender else None

    @cached_property
    def role(self) -> str:
        """The sender's role; an unknown sender is taken as a liaison."""
        return self.sender.role if self.sender else "liaison"

    @property
    def commands(self) -> bool:
        """Whether the sender is one who gives orders: leaders, supervisors, editors."""
        return self.role in ("leader", "supervisor", "editor")

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the text."""
        return split(self.text)

    @cached_property
    def codes(self) -> list[CodeMention]:
        """The codes in the text."""
        return find_codes(self.text, self.look)

    @cached_property
    def quoted(self) -> list[CodeMention]:
        """The codes in the quote."""
        return find_codes(self.quote, self.look) if self.quote else []

    @cached_property
    def units(self) -> list[UnitMention]:
        """The units named in the text, an @ of a member among them."""
        return self.look.units.find(self.text, people=True)

    @cached_property
    def people(self) -> list[tuple[int, int, str]]:
        """The members named in the text."""
        return self.look.units.members_in(self.text)

    @cached_property
    def dates(self) -> list[Expression]:
        """The expressions of time in the text."""
        return dates.find(self.text, self.now, self.calendar)

    @cached_property
    def percents(self) -> list[Percent]:
        """The shares that the text states."""
        text = list(_DASH.sub(" ", self.text))
        for mention in self.codes:  # D28八个公园: the code's number is none of the counts
            text[mention.start : mention.end] = "□" * (mention.end - mention.start)
        return percents("".join(text))

    @cached_property
    def numbers(self) -> list[Ref]:
        """The documents named by their 文号."""
        refs = []
        for match in DOCUMENT_NUMBER.finditer(self.text):
            code = self.look.titles["documents"].numbered(match.group())
            refs.append(Ref(*match.span(), "documents", (code,) if code else ()))
        return refs

    @cached_property
    def task_titles(self) -> list[Ref]:
        """The places that name tasks by title; beside a code, a report's 安全隐患 is no other unit's task."""
        found = self.titles("tasks")
        if self.commands or not any(mention.letter == "D" for mention in self.codes):
            return found
        return [ref for ref in found if not self.strays(ref) and not self._headed(ref)]

    def _headed(self, ref: Ref) -> bool:
        """Whether a few words of a title stand in a line that a code and a colon head: all of it is of that code."""
        line = self.text.rfind("\n", 0, ref.start) + 1
        heads = [m for m in self.codes if line <= m.start < ref.start]
        return ref.content < _SLIGHT and len(heads) == 1 and self.text[heads[0].end : heads[0].end + 1] == ":"

    def strays(self, ref: Ref) -> bool:
        """Whether a few words of a title name only tasks that the sender's unit does not lead."""
        return ref.titled and ref.content < _SLIGHT and not any(map(self._own, (*ref.codes, *ref.several)))

    def titles(self, kind: Kind, start: int = 0, end: int | None = None) -> list[Ref]:
        """The places in [start, end) that name items of a kind by title."""
        end = len(self.text) if end is None else end
        weak = [(u.start - start, u.end - start) for u in self.units if u.start >= start and u.end <= end]
        found = self.look.titles[kind].find(self.text[start:end], weak)
        refs = [
            (replace(self._titled(kind, m.start + start, m.end + start, m.codes), content=m.content), m.faint)
            for m in found
        ]
        return [ref for ref, faint in refs if not faint or (len(ref.codes) == 1 and self._own(ref.codes[0]))]

    def _own(self, code: str) -> bool:
        item = self.look.item(code)
        return item is not None and self.unit in item.units

    def _titled(self, kind: Kind, start: int, end: int, codes: tuple[str, ...]) -> Ref:
        """Several items fit: the one that the sender's unit leads, if that is one (the contract's rule of reference)."""
        if len(codes) > 1:
            own = tuple(
                code for code in codes if (item := self.look.item(code)) and self.unit and self.unit in item.units
            )
            return Ref(start, end, kind, own if len(own) == 1 else (), codes, titled=True)
        return Ref(start, end, kind, codes, titled=True)

    def codes_in(self, start: int, end: int, kind: Kind | None = None) -> list[CodeMention]:
        """The codes in [start, end), of one kind or of all."""
        return [c for c in self.codes if start <= c.start < end and (kind is None or LETTERS[c.letter] == kind)]

    def quoted_codes(self, kind: Kind) -> tuple[str, ...]:
        """The codes of a kind in the quote, each once."""
        return tuple(dict.fromkeys(code for m in self.quoted if LETTERS[m.letter] == kind for code in m.codes))

    def units_in(self, start: int, end: int) -> tuple[str, ...]:
        """The full names of the units named in [start, end), each once. The office that keeps the ledger is none of them."""
        found = [
            name
            for m in self.units
            if start <= m.start < end
            for name in m.names
            if not (self._keeps(name) and len(m.names) == 1)
        ]
        return tuple(dict.fromkeys(found))

    def _keeps(self, name: str) -> bool:
        return name.endswith(_OFFICE)

    def dates_in(self, start: int, end: int) -> list[Expression]:
        """The expressions of time that begin in [start, end)."""
        return [e for e in self.dates if start <= e.span[0] < end]

    def due(self, expression: Expression, *, past: bool = False) -> date | None:
        """The day that an expression means as a deadline."""
        return dates.due(expression, self.now, self.calendar, past=past)

    def item(self, code: str | None) -> Item | None:
        """The item with a code."""
        return self.look.item(code) if code else None

    def without_units(self, start: int, end: int) -> str:
        """The plain text of [start, end) with the names of units blanked: 督查室 asks for no 查, 统计局 for no 统计."""
        text = self.text[start:end]
        for mention in self.units:
            if start <= mention.start and mention.end <= end:
                text = text[: mention.start - start] + "□" * (mention.end - mention.start) + text[mention.end - start :]
        return text.replace("督查", "督□")

    def raw(self, start: int, end: int) -> str:
        """The text as it was typed, without blanks and marks at its ends."""
        return self.said.text[start:end].strip(" \u3000\t\r\n,，。;；:：、!！·—-")
