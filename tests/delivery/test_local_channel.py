"""The local platform: what is sent twice stands once, and it never leaves a doubt."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.channels.local.channel import LocalChannel
from bot.delivery import Delivery
from bot.delivery.claims import LEASE
from bot.message import Chat, Outgoing
from models.corridor import LocalMessage
from models.database import Database
from tests.delivery.rows import put, row, states
from tests.fakes.channel import Killed
from tests.fakes.clock import StandingClock
from tests.fakes.databases import another


@pytest.fixture
async def twin(database: Database) -> AsyncIterator[Database]:
    async with another(database) as made:
        yield made


async def transcript(database: Database) -> list[LocalMessage]:
    async def look(session: AsyncSession) -> list[LocalMessage]:
        return list((await session.execute(select(LocalMessage).order_by(col(LocalMessage.seq)))).scalars())

    return await database.read(look)


def message(key: str, text: str = "话") -> Outgoing:
    return Outgoing(Chat("local", "group", "督查群"), key, text, ("m1",), "m7")


async def test_a_key_stands_once(database: Database) -> None:
    clock = StandingClock()
    channel = LocalChannel(database, clock.now)
    first = await channel.send(message("k"))
    again = await channel.send(message("k", "另一句"))
    other = await channel.send(message("l"))
    assert first == again != other
    found = await transcript(database)
    assert [(line.key, line.text) for line in found] == [("k", "话"), ("l", "话")]
    line = found[0]
    assert (line.sender, line.chat_kind, line.chat, line.reply_to) == ("bot", "group", "督查群", "m7")
    assert (line.mentions, line.time) == (["m1"], clock.moment)


async def test_it_tells_who_waits_for_news(database: Database) -> None:
    channel = LocalChannel(database, StandingClock().now)
    assert not channel.spoken.is_set()
    await channel.send(message("k"))
    assert channel.spoken.is_set()


async def test_two_houses_write_a_key_once(database: Database, twin: Database) -> None:
    clock = StandingClock()
    channels = [LocalChannel(house, clock.now) for house in (database, twin)]
    await put(database, *(row(f"{n:02}", f"群{n % 3}", platform="local") for n in range(15)))
    await asyncio.gather(*(Delivery(channel.database, [channel], clock.now).drain() for channel in channels))
    assert sorted(line.key for line in await transcript(database)) == sorted(await states(database))
    assert set((await states(database)).values()) == {"sent"}


async def test_a_death_right_after_the_send_leaves_it_said_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StandingClock()
    send = LocalChannel.send

    async def dies(self: LocalChannel, outgoing: Outgoing) -> str:
        await send(self, outgoing)
        raise Killed

    await put(database, row("a", platform="local"), row("b", platform="local"))
    channel = LocalChannel(database, clock.now)
    with monkeypatch.context() as patch:
        patch.setattr(LocalChannel, "send", dies)
        with pytest.raises(Killed):
            await Delivery(database, [channel], clock.now).drain()
    clock.forward(LEASE.total_seconds())
    results = await Delivery(database, [channel], clock.now).drain()
    assert (results["sent"], results["unknown"]) == (2, 0)
    assert [line.key for line in await transcript(database)] == ["a", "b"]
