"""Two workers, each with connections of its own, on one database: every row goes out once."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

from bot.delivery import Delivery
from bot.message import Outgoing
from models.database import Database
from tests.delivery.rows import put, row, states
from tests.fakes.channel import Break, FakeChannel, lost, not_sent
from tests.fakes.clock import StandingClock
from tests.fakes.databases import another


async def test_each_row_is_sent_once(database: Database) -> None:
    clock, dice = StandingClock(), random.Random(4)
    told: list[Outgoing] = []

    async def share(message: Outgoing) -> None:
        told.append(message)
        for _ in range(dice.randint(0, 3)):  # others run in the middle of a send
            await asyncio.sleep(0)

    channels = [FakeChannel(inside=share) for _ in range(3)]
    await put(database, *(row(f"{n:02}", f"chat{n % 4}") for n in range(28)))
    async with another(database) as second, another(database) as third:
        houses = zip((database, second, third), channels, strict=True)
        results = await asyncio.gather(*(Delivery(house, [channel], clock.now).drain() for house, channel in houses))
    assert sum(result["sent"] for result in results) == 28
    assert Counter(message.key for message in told) == Counter(list(await states(database)))
    assert set((await states(database)).values()) == {"sent"}
    for chat in {message.chat.id for message in told}:
        heard = [message.key for message in told if message.chat.id == chat]
        assert heard == sorted(heard)


async def test_with_faults_nothing_is_lost_and_nothing_doubled(database: Database) -> None:
    clock, dice = StandingClock(), random.Random(9)

    def down(_message: Outgoing) -> Break | None:
        return dice.choice([not_sent(), lost(arrived=True), lost(arrived=False), None, None])

    channels = [FakeChannel(down=down), FakeChannel(down=down)]
    await put(database, *(row(f"{n:02}", f"chat{n % 3}") for n in range(24)))
    async with another(database) as twin:
        for _ in range(20):
            houses = zip((database, twin), channels, strict=True)
            await asyncio.gather(*(Delivery(house, [channel], clock.now).drain() for house, channel in houses))
            clock.forward(300)
    arrived = Counter(key for channel in channels for key in channel.keys())
    found = await states(database)
    assert max(arrived.values()) == 1
    assert set(found.values()) == {"sent", "unknown"}
    assert {key for key, state in found.items() if state == "sent"} <= set(arrived)
    assert set(arrived) <= set(found)
