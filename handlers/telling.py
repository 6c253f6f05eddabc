"""Telling units of something: in the chat where one is, by the answer; elsewhere, by one push a chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.router import Context, Outcome, Push, Target
from handlers import lookup
from models.people import Unit


@dataclass(frozen=True, slots=True)
class Notice:
    """``text`` for the units, under ``key``; ``reply`` for who has asked for it.

    ``here`` takes the place of ``reply`` where a unit is told in the group one is in: the answer is its notice.
    """

    text: str
    key: str
    reply: str
    code: str | None
    here: str | None = None


async def tell(
    context: Context, units: Sequence[Unit], notice: Notice, targets: Mapping[int, Target | None] | None = None
) -> Outcome:
    """Tell each unit at its target (by unit id; else where units are reminded), and answer who speaks.

    Units that nobody can reach are named in the answer.
    """
    if targets is None:
        targets = await lookup.groups_of(context.session, units)
    people = await lookup.liaisons(context.session, targets)
    reply = notice.reply
    pushes: dict[str, Push] = {}
    mentions: list[str] = []
    for unit_id, target in targets.items():
        if target is None:
            continue
        if lookup.is_here(context, target):
            reply = notice.here or notice.reply
            mentions += people.get(unit_id, [])
            continue
        place = lookup.place(target)
        before = pushes[place].mentions if place in pushes else ()
        pushes[place] = Push(f"{notice.key}:{place}", target, notice.text, (*before, *people.get(unit_id, ())))
    return Outcome(reply + _unreached(units, targets), tuple(pushes.values()), notice.code, tuple(mentions))


def _unreached(units: Sequence[Unit], targets: Mapping[int, Target | None]) -> str:
    alone = [unit for unit in units if unit.id is not None and targets[unit.id] is None]
    return f"\n{lookup.shorts(alone)}没有可通知的群和联络员，请另行告知。" if alone else ""
