"""Dates and times in Chinese office messages: found, placed on the calendar, and read as deadlines and beginnings."""

from __future__ import annotations

from bot.understanding.dates.deadlines import due, extend
from bot.understanding.dates.expressions import find
from bot.understanding.dates.model import Expression
from bot.understanding.dates.periods import period
from bot.understanding.dates.starts import start, when

__all__ = ["Expression", "due", "extend", "find", "period", "start", "when"]
