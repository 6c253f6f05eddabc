"""What is looked up in a world: units, members, codes and titles, built once and kept up to date cheaply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.understanding.titles import TitleIndex
from bot.understanding.tokens import Tokenizer
from bot.understanding.units import UnitIndex
from bot.understanding.world import Item, Member, World

Kind = Literal["tasks", "infos", "topics", "meetings", "documents", "reminders"]
KINDS: tuple[Kind, ...] = ("tasks", "infos", "topics", "meetings", "documents", "reminders")
LETTERS: dict[str, Kind] = {
    "D": "tasks",
    "X": "infos",
    "Y": "topics",
    "H": "meetings",
    "W": "documents",
    "T": "reminders",
}


@dataclass(slots=True)
class Lookup:
    """A world made searchable. Valid until ``Indexes.of`` is asked for another world."""

    units: UnitIndex
    members: dict[str, Member]
    titles: dict[Kind, TitleIndex]

    def __contains__(self, code: object) -> bool:
        """Whether an item with this code exists."""
        return isinstance(code, str) and self.item(code) is not None

    def item(self, code: str) -> Item | None:
        """The item with this code, if there is one."""
        kind = LETTERS.get(code[:1])
        return self.titles[kind].items.get(code) if kind else None

    def led_by(self, unit: str | None) -> dict[str, Item]:
        """The open tasks that a unit leads, by code."""
        return self.titles["tasks"].open_of.get(unit, {}) if unit else {}


class Indexes:
    """Keeps the look-ups of the last world, and renews of them only what another world changes."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._world: World | None = None
        self._lookup: Lookup | None = None

    def of(self, world: World) -> Lookup:
        """The look-up for a world; cheap where few parts differ from the world before."""
        former, lookup = self._world, self._lookup
        if former is world and lookup is not None:
            return lookup
        if former is None or lookup is None or former.city != world.city:
            titles = {kind: TitleIndex(self._tokenizer, world.city) for kind in KINDS}
            lookup = Lookup(_units(world), _members(world), titles)
        elif not (_same(former.units, world.units) and _same(former.members, world.members)):
            lookup = Lookup(_units(world), _members(world), lookup.titles)
        for kind in KINDS:
            lookup.titles[kind].update(getattr(world, kind))
        self._world, self._lookup = world, lookup
        return lookup


def _same(left: tuple[object, ...], right: tuple[object, ...]) -> bool:
    return left is right or left == right


def _units(world: World) -> UnitIndex:
    return UnitIndex(world.units, world.members, world.city)


def _members(world: World) -> dict[str, Member]:
    return {member.id: member for member in world.members}
