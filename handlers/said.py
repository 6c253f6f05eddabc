"""Small pieces of wording that every subject uses."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.replies import UNDO

__all__ = ["UNDO", "day", "limit", "moment", "short"]


def day(value: date, today: date) -> str:
    """A day in words: the year only where it is not this one."""
    words = f"{value.month} 月 {value.day} 日"
    return words if value.year == today.year else f"{value.year} 年 {words}"


def limit(due: date | None, today: date) -> str:
    """A time limit in words."""
    return f"时限 {day(due, today)}" if due else "时限未定"


def moment(value: datetime, zone: ZoneInfo, today: date) -> str:
    """A minute in words, local."""
    local = value.astimezone(zone)
    return f"{day(local.date(), today)} {local:%H:%M}"


def short(text: str, limit: int = 40) -> str:
    """A text cut to ``limit`` characters, with a mark where something is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
