"""Names of units as a file writes them → units of the record; what the roster lacks is added, unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlmodel import col, select

from bot.importing.names import assign
from bot.router import Context
from bot.understanding.world import Unit as Known
from models.people import Unit


@dataclass(slots=True)
class Units:
    """All units of the record, by full name, as an import goes on. ``added`` are the names it brought."""

    context: Context
    by_name: dict[str, Unit]
    added: list[str] = field(default_factory=list)

    async def parts(self, lead: Iterable[str], support: Iterable[str]) -> tuple[list[Unit], list[Unit]]:
        """Lead and supporting units for these names."""
        # What an import merely named is met again by that name only: 市发改委 is not the 发展改革委 of another list.
        known = [
            Known(unit.name, unit.short, tuple(unit.aliases), unit.kind)
            for unit in self.by_name.values()
            if unit.confirmed
        ]
        assigned = assign(lead, support, known, self.context.office.city)
        return await self._units(assigned.lead), await self._units(assigned.support)

    async def _units(self, names: Sequence[str]) -> list[Unit]:
        return [await self.named(name) for name in names]

    async def named(self, name: str) -> Unit:
        """The unit of this full name; a new one where there is none."""
        unit = self.by_name.get(name)
        if unit is None:
            unit = Unit(name=name, short=name, kind="", confirmed=False)
            self.context.session.add(unit)
            await self.context.session.flush()
            self.by_name[name] = unit
            self.added.append(name)
        return unit


async def all_units(context: Context) -> Units:
    """The units of the record."""
    units = (await context.session.execute(select(Unit).order_by(col(Unit.id)))).scalars()
    return Units(context, {unit.name: unit for unit in units})
