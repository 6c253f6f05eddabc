"""A few words as the value of the one slot that was asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.importing.names import expand, resolve
from bot.understanding import dates
from bot.understanding.world import Item, World
from bot.workdays import Calendar

_LETTERS = {"task": "D", "info": "X", "topic": "Y", "meeting": "H", "document": "W", "reminder": "T"}
_KINDS = {
    "task": "tasks",
    "info": "infos",
    "topic": "topics",
    "meeting": "meetings",
    "document": "documents",
    "reminder": "reminders",
}
_CODE = re.compile(r"^\s*#?([A-Za-z])[-\s]?0*(\d{1,9})\s*[号。.]?\s*$")
_NUMBER = re.compile(r"^\s*第?\s*0*(\d{1,9})\s*[号项]?\s*[。.]?\s*$")
_BETWEEN = re.compile(r"[、,，;；\s]+|和|以及|与")
_SHORTEST_PART = 2  # characters of a title that may stand for it


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads answers in a world at a moment (``now`` local, without an offset)."""

    world: World
    now: datetime
    calendar: Calendar

    def value(self, slot: str, text: str) -> Any:
        """The slot's value as ``Act`` takes it, or None where the text holds none."""
        if slot in _LETTERS:
            return self.code(slot, text)
        if slot in ("lead", "units", "support"):
            return self._units(text)
        if slot in ("due", "start", "when"):
            return self._time(slot, text)
        words = text.strip()
        return words if len(words) >= _SHORTEST_PART else None

    def code(self, slot: str, text: str) -> str | None:
        """The code that the text is, or that the one open item has whose title holds the text."""
        found = _CODE.match(text)
        if found and found[1].upper() == _LETTERS[slot]:
            return f"{_LETTERS[slot]}{found[2]}"
        number = _NUMBER.match(text)
        if number:
            return f"{_LETTERS[slot]}{number[1]}"
        words = text.strip(" 　。.，,！!的那个项")
        items: tuple[Item, ...] = getattr(self.world, _KINDS[slot])
        fitting = [item for item in items if not item.done and len(words) >= _SHORTEST_PART and words in item.title]
        return fitting[0].code if len(fitting) == 1 else None

    def _units(self, text: str) -> list[str] | None:
        names: list[str] = []
        for part in filter(None, _BETWEEN.split(text.strip(" 。.，,由请牵头负责"))):
            group = expand(part, self.world.units)
            one = resolve(part, self.world.units)
            if not group and one is None:
                return None
            names += group or (str(one),)
        return list(dict.fromkeys(names)) or None

    def _time(self, slot: str, text: str) -> Any:
        if slot == "when":
            found = dates.when(text, self.now, self.calendar)
            return found[0].model_dump(exclude_none=True) if found else None
        expressions = [e for e in dates.find(text, self.now, self.calendar) if not e.impossible]
        if not expressions:
            return None
        if slot == "start":
            return dates.start(expressions, self.now, self.calendar)
        return dates.due(expressions[0], self.now, self.calendar)
