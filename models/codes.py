"""Codes: a letter and a running number that is never given twice."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from models.corridor import Counter


async def next_code(session: AsyncSession, letter: str) -> str:
    """The next code of a letter ("D76"). The caller holds the record's write lock."""
    counter = await _counter(session, letter)
    counter.last += 1
    await session.flush()
    return f"{letter}{counter.last}"


async def note_code(session: AsyncSession, code: str) -> None:
    """Take note of a code given from outside (an import), so that it is not given again."""
    counter = await _counter(session, code[0])
    counter.last = max(counter.last, int(code[1:]))


async def _counter(session: AsyncSession, letter: str) -> Counter:
    counter = await session.get(Counter, letter)
    if counter is None:
        counter = Counter(letter=letter)
        session.add(counter)
    return counter
