"""The rate of a target holds in every window, and a restart forgets nothing."""

from __future__ import annotations

import asyncio
import random
from datetime import datetime, timedelta

from bot.channels.base import Rate
from bot.delivery import Delivery
from bot.message import Outgoing
from models.database import Database
from tests.delivery.rows import put, row, states
from tests.fakes.channel import FakeChannel
from tests.fakes.clock import StandingClock
from tests.fakes.databases import another

RATE = Rate(3, 60)
WINDOW = timedelta(seconds=RATE.seconds)


def timed(channel: FakeChannel, clock: StandingClock) -> dict[str, list[datetime]]:
    """When each chat was sent to."""
    moments: dict[str, list[datetime]] = {}

    async def note(message: Outgoing) -> None:
        moments.setdefault(message.chat.id, []).append(clock.moment)

    channel.inside = note
    return moments


def most_in_a_window(moments: list[datetime]) -> int:
    return max(sum(first <= moment < first + WINDOW for moment in moments) for first in moments)


async def test_a_burst_goes_out_as_fast_as_the_rate_lets_it(database: Database) -> None:
    clock, channel = StandingClock(), FakeChannel(rate=RATE)
    moments = timed(channel, clock)
    await put(database, *(row(f"a{n}") for n in range(7)))
    gone = []
    for second in (0, 59.999, 0.001, 59, 1):
        clock.forward(second)
        await Delivery(database, [channel], clock.now).drain()
        gone.append(len(moments["g"]))
    assert gone == [3, 3, 6, 6, 7]


async def test_no_window_holds_more_whatever_the_steps(database: Database) -> None:
    """With a restart at every step: nothing of the count is kept in memory."""
    dice, clock, channel = random.Random(18), StandingClock(), FakeChannel(rate=RATE)
    moments = timed(channel, clock)
    await put(database, *(row(f"{n:02}", dice.choice("ab")) for n in range(24)))
    for _ in range(70):
        clock.forward(dice.choice([0.5, 1, 7, 19, 20, 30, 59, 60, 61]))
        await Delivery(database, [channel], clock.now).drain()
    assert set((await states(database)).values()) == {"sent"}
    for sent in moments.values():
        assert most_in_a_window(sent) == RATE.messages
    assert sorted(channel.keys()) == sorted(await states(database))


async def test_each_target_has_a_rate_of_its_own(database: Database) -> None:
    clock, channel = StandingClock(), FakeChannel(rate=Rate(1, 60))
    kinds = [("x", "group"), ("x", "private"), ("y", "group")]
    await put(database, *(row(f"{chat}{kind}{n}", chat, chat_kind=kind) for n in range(2) for chat, kind in kinds))
    await Delivery(database, [channel], clock.now).drain()
    assert channel.keys() == ["xgroup0", "xprivate0", "ygroup0"]


async def test_two_workers_share_it(database: Database) -> None:
    clock = StandingClock()
    async with another(database) as twin:
        channels = [FakeChannel(rate=RATE), FakeChannel(rate=RATE)]
        moments: list[datetime] = []
        await put(database, *(row(f"{n:02}") for n in range(12)))
        for _ in range(4):
            workers = zip((database, twin), channels, strict=True)
            await asyncio.gather(*(Delivery(house, [channel], clock.now).drain() for house, channel in workers))
            sent = sum(len(channel.arrived) for channel in channels)
            moments += [clock.moment] * (sent - len(moments))
            clock.forward(60)
        assert len(moments) == 12
        assert most_in_a_window(moments) == RATE.messages
