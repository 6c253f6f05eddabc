"""An issue as it is shown."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, func, select

from bot.publishing.digest import Issue
from bot.router import Context
from models.digests import Digest


async def next_number(context: Context, year: int) -> int:
    """The number that the next published issue of a year gets: no gaps, none twice."""
    last = await context.session.scalar(select(func.max(col(Digest.number))).where(Digest.year == year))
    return int(last or 0) + 1


def issue(context: Context, digest: Digest, layer: str | None) -> Issue:
    """The issue for a layer (None: all of it)."""
    day = (digest.published_at or digest.compiled_at).astimezone(context.office.zone).date()
    return Issue(context.office.city, digest.year, digest.number, digest.week, said_day(day), digest.content, layer)


def said_day(day: date) -> str:
    """A date as official papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"
