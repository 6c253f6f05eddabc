"""Clock times: from a part of the day and an hour as said to minutes of the day."""

from __future__ import annotations

from bot.understanding.dates.model import Clock

NOON = 12


def hour_of(part: str, clock: Clock) -> int:
    """The hour on the 24-hour clock, 24 and more for what falls into the next day (晚上12点)."""
    hour = clock.hour
    if clock.exact and hour != 0 and hour <= NOON and part not in ("下午", "傍晚", "晚", "夜"):
        return hour
    if part == "凌晨":
        return 0 if hour == NOON else hour
    if part == "中午":
        return hour + NOON if 1 <= hour <= 3 else hour
    if part in ("下午", "傍晚"):
        return hour + NOON if 1 <= hour < NOON else hour
    if part in ("晚", "夜"):
        if hour == NOON:
            return 24
        return hour + NOON if 5 <= hour < NOON or (part == "晚" and 1 <= hour < 5) else hour
    return hour


def seconds_of(part: str, clock: Clock) -> int:
    """Seconds from midnight."""
    return hour_of(part, clock) * 3600 + (clock.minute or 0) * 60 + (clock.second or 0)


def office_seconds(part: str, clock: Clock) -> int | None:
    """Like ``seconds_of``, for a meeting or reminder: without a part of the day 1–6 are afternoon and 8–12 morning.

    A bare 7 cannot be told: None (understanding.md, "Dates").
    """
    if not part and not clock.exact and clock.hour <= NOON:
        if clock.hour == 7:
            return None
        if 1 <= clock.hour <= 6:
            return seconds_of("下午", clock)
    return seconds_of(part, clock)


# 上午, 中午, 下午 and 晚上 are set by understanding.md; the others lie near them.
PART_START = {"凌晨": 5, "早": 9, "上午": 9, "中午": 12, "下午": 15, "傍晚": 18, "晚": 19, "夜": 21}
"""The hour that a part of the day stands for where no clock time is said."""
