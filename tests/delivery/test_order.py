"""Who may go when: order within a target, freedom between targets, moments before and after which nothing goes."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Rate
from bot.delivery import Delivery, claims
from bot.delivery.claims import LEASE, Claim
from bot.message import Outgoing
from models.database import Database
from tests.delivery.rows import get, put, row, states
from tests.fakes.channel import Break, FakeChannel, busy, lost, not_sent, rejected
from tests.fakes.clock import FRIDAY, StandingClock
from tests.fakes.databases import another


async def drain(database: Database, clock: StandingClock, *channels: FakeChannel) -> None:
    await Delivery(database, channels, clock.now).drain()


class TestWithinATarget:
    async def test_later_rows_wait_for_one_that_is_retried(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        broken = [not_sent(), not_sent()]
        channel.down = lambda message: broken.pop() if broken and message.key == "a" else None
        await put(database, row("a"), row("b"), row("other", "h"), row("private", chat_kind="private"))
        await drain(database, clock, channel)
        assert channel.keys() == ["other", "private"]
        clock.forward(2)
        await drain(database, clock, channel)
        assert channel.keys() == ["other", "private"]
        clock.forward(4)
        await drain(database, clock, channel)
        assert channel.keys() == ["other", "private", "a", "b"]

    async def test_later_rows_wait_while_one_is_being_sent(self, database: Database) -> None:
        """A second worker comes by in the middle of the send."""
        clock, channel, second = StandingClock(), FakeChannel(), FakeChannel()

        async def come_by(message: Outgoing) -> None:
            if message.key == "a":
                await drain(database, clock, second)

        channel.inside = come_by
        await put(database, row("a"), row("b"), row("other", "h"))
        await drain(database, clock, channel)
        assert (channel.keys(), second.keys()) == (["a", "b"], ["other"])

    async def test_what_ended_badly_holds_up_nothing(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        channel.fail("g", rejected(), lost(arrived=False))
        await put(database, row("a"), row("b"), row("c"))
        await drain(database, clock, channel)
        assert await states(database) == {"a": "dead", "b": "unknown", "c": "sent"}

    async def test_two_claims_at_once_do_not_overtake_each_other(self, database: Database) -> None:
        """The first claim is not committed yet when the second one looks."""
        channel, claimed, go = FakeChannel(), asyncio.Event(), asyncio.Event()
        await put(database, row("a"), row("b"))

        async def slow(session: AsyncSession) -> Claim | None:
            made = await claims.claim(session, channel, "first", FRIDAY)
            await session.flush()
            claimed.set()
            await go.wait()
            return made

        async with another(database) as twin:
            first = asyncio.create_task(database.store(slow))
            await claimed.wait()
            second = asyncio.create_task(twin.store(lambda session: claims.claim(session, channel, "second", FRIDAY)))
            await asyncio.wait([second], timeout=0.2)
            go.set()
            assert (await first) is not None
            assert await second is None
        assert await states(database) == {"a": "sending", "b": "pending"}


class TestBetweenTargets:
    async def test_a_target_that_is_down_stops_no_other(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        broken: list[Break] = [not_sent(), busy(), rejected(), lost(arrived=True)]
        channel.fail("bad", *broken)
        rows = [row(f"{chat}{n}", chat) for n in range(4) for chat in ("bad", "good", "fine")]
        await put(database, *rows)
        await drain(database, clock, channel)
        assert [key for key in channel.keys() if key[:-1] != "bad"] == [
            f"{chat}{n}" for n in range(4) for chat in ("good", "fine")
        ]

    async def test_a_long_backlog_of_one_holds_up_no_other(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel(rate=Rate(1, 60))
        await put(database, *(row(f"a{n}", "a") for n in range(250)), row("b0", "b"))
        await drain(database, clock, channel)
        assert channel.keys() == ["a0", "b0"]

    async def test_a_platform_that_is_down_stops_no_other(self, database: Database) -> None:
        clock = StandingClock()
        down, up = FakeChannel("down", down=lambda _message: not_sent()), FakeChannel("up")
        await put(database, row("a", platform="down"), row("b", platform="up"), row("c", platform="gone"))
        await drain(database, clock, down, up)
        assert await states(database) == {"a": "pending", "b": "sent", "c": "pending"}


class TestMoments:
    async def test_a_row_of_the_future_waits_and_holds_up_nothing(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        await put(database, row("later", at=FRIDAY + timedelta(minutes=5)), row("now"))
        await drain(database, clock, channel)
        assert channel.keys() == ["now"]
        clock.forward(299.999)
        await drain(database, clock, channel)
        assert channel.keys() == ["now"]
        clock.forward(0.001)
        await drain(database, clock, channel)
        assert channel.keys() == ["now", "later"]

    async def test_a_row_expires_at_its_moment_and_not_before(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        channel.fail("retried", not_sent())
        end = FRIDAY + timedelta(seconds=2)
        await put(
            database,
            row("over", "x", expires_at=FRIDAY),
            row("just", "y", expires_at=end),
            row("retried", "retried", expires_at=end),
            row("future", "z", at=end + timedelta(seconds=1), expires_at=end),
        )
        await drain(database, clock, channel)
        assert channel.keys() == ["just"]
        clock.forward(2)
        await drain(database, clock, channel)
        assert channel.keys() == ["just"]
        assert await states(database) == {"over": "expired", "just": "sent", "retried": "expired", "future": "expired"}

    async def test_what_is_being_sent_does_not_expire(self, database: Database) -> None:
        clock, channel, end = StandingClock(), FakeChannel(), FRIDAY + timedelta(seconds=2)

        async def dawdle(_message: Outgoing) -> None:
            clock.forward(3)
            await drain(database, clock, FakeChannel())

        channel.inside = dawdle
        await put(database, row("a", expires_at=end))
        await drain(database, clock, channel)
        assert await states(database) == {"a": "sent"}

    async def test_the_next_moment_is_that_of_a_row_that_waits(self, database: Database) -> None:
        first, second = FRIDAY + timedelta(minutes=1), FRIDAY + timedelta(minutes=2)
        await put(
            database,
            row("now"),
            row("second", at=second),
            row("first", at=first),
            row("sent", at=FRIDAY + timedelta(seconds=1), state="sent"),
        )
        for after, wanted in ((FRIDAY, first), (first, second), (second, None)):
            assert await database.read(lambda session, after=after: claims.next_moment(session, after)) == wanted

    async def test_a_clock_that_went_back_sends_nothing_early(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        clock.forward(-3600)
        await put(database, row("a"))
        await drain(database, clock, channel)
        assert channel.calls == []


class TestAnyHistory:
    """Random faults on a few targets: whatever happens, each target hears its messages in order, each once."""

    async def run(self, database: Database, dice: random.Random, *, keyed: bool) -> None:
        clock, channel = StandingClock(), FakeChannel(f"p{dice.random()}", keyed=keyed)
        faults = [not_sent, lambda: busy(dice.choice([0, 5, 61])), rejected, lambda: lost(arrived=dice.random() < 0.5)]

        def down(_message: Outgoing) -> Break | None:
            return dice.choice(faults)() if dice.random() < 0.4 else None

        channel.down = down
        rows = [row(f"{channel.platform}:{n:02}", dice.choice("xyz"), platform=channel.platform) for n in range(16)]
        await put(database, *rows)
        for _ in range(40):
            await drain(database, clock, channel)
            clock.forward(dice.choice([1, 30, 400]))
        channel.down = None
        clock.forward(LEASE.total_seconds() + 400)
        await drain(database, clock, channel)
        await self.check(database, channel)

    async def check(self, database: Database, channel: FakeChannel) -> None:
        found = {key: state for key, state in (await states(database)).items() if key.startswith(channel.platform)}
        assert set(found.values()) <= {"sent", "dead", "unknown"}
        for chat in "xyz":
            heard = [message.key for message in channel.arrived if message.chat.id == chat]
            assert heard == sorted(set(heard))
        unknown = {key for key, state in found.items() if state == "unknown"}
        assert {key for key, state in found.items() if state == "sent"} <= set(channel.keys())
        assert not {key for key, state in found.items() if state == "dead"} & set(channel.keys())
        for key in unknown:
            assert (await get(database, key)).error
            assert (await get(database, key)).attempts == [message.key for message in channel.calls].count(key)

    async def test_without_keys(self, database: Database) -> None:
        dice = random.Random(7)
        await self.run(database, dice, keyed=False)

    async def test_with_keys(self, database: Database) -> None:
        dice = random.Random(11)
        await self.run(database, dice, keyed=True)
