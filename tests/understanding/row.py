"""One message of the tables, with the acts that it should give."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Row:
    """A message: ``acts`` are written ``name|slot=value|…``."""

    sender: str
    text: str
    acts: tuple[str, ...] = ()
    quote: str | None = None
    now: datetime = datetime(2025, 4, 10, 10, 0)
    private: bool = False
    blocked: str | None = None
    note: str = field(default="", compare=False)

    def __init__(
        self,
        sender: str,
        text: str,
        *acts: str,
        quote: str | None = None,
        now: str = "2025-04-10T10:00",
        private: bool = False,
        blocked: str | None = None,
        note: str = "",
    ) -> None:
        for name, value in (
            ("sender", sender), ("text", text), ("acts", acts), ("quote", quote), ("now", datetime.fromisoformat(now)),
            ("private", private), ("blocked", blocked), ("note", note),
        ):  # fmt: skip
            object.__setattr__(self, name, value)
