"""A claim is committed before anything leaves, and only who holds it may say what came of it."""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import timedelta
from types import SimpleNamespace

import pytest
from structlog.testing import capture_logs

from bot.channels.base import Channel
from bot.delivery import Delivery, claims, owners, worker
from bot.delivery.claims import LEASE, Claim
from bot.delivery.retry import Decision
from bot.message import Outgoing
from models.corridor import OutboxState
from models.database import Database
from tests.delivery.rows import get, put, row, states
from tests.fakes.channel import Break, FakeChannel, Killed, busy, killed, lost, not_sent, rejected
from tests.fakes.clock import FRIDAY, StandingClock
from tests.fakes.databases import another


def delivery(database: Database, *channels: Channel, clock: StandingClock | None = None) -> Delivery:
    return Delivery(database, channels, (clock or StandingClock()).now)


async def claim(database: Database, channel: Channel, owner: str = "a", clock: StandingClock | None = None) -> Claim:
    now = (clock or StandingClock()).moment
    made = await database.store(lambda session: claims.claim(session, channel, owner, now))
    assert made is not None
    return made


class TestWriteAhead:
    async def test_the_platform_never_sees_what_is_not_claimed(self, database: Database) -> None:
        """Looked at from a connection of its own, in the middle of each send, first ones and repeated ones."""
        clock, channel, seen = StandingClock(), FakeChannel(), list[tuple[str, str, int, bool]]()
        sender = delivery(database, channel, clock=clock)

        async with another(database) as watcher:

            async def look(message: Outgoing) -> None:
                found = await get(watcher, message.key)
                seen.append((message.key, found.state, found.attempts, found.owner == sender.owner))
                assert found.lease_until == clock.moment + LEASE
                assert found.started_at == clock.moment

            channel.inside = look
            channel.fail("g", not_sent(), busy(5))
            await put(database, row("a"), row("b"))
            for _ in range(4):
                await sender.drain()
                clock.forward(300)
        assert seen == [("a", "sending", n, True) for n in (1, 2, 3)] + [("b", "sending", 1, True)]
        assert channel.keys() == ["a", "b"]
        assert await states(database) == {"a": "sent", "b": "sent"}

    async def test_what_was_sent_tells_when_and_as_what(self, database: Database) -> None:
        clock = StandingClock()
        await put(database, row("a", mentions=["u1"], reply_to="m7", reply={"hook": "h"}))
        channel = FakeChannel()
        results = await delivery(database, channel, clock=clock).drain()
        assert results["sent"] == 1
        found = await get(database, "a")
        assert (found.state, found.sent_at, found.platform_ref) == ("sent", clock.moment, "ref:a")
        assert (found.owner, found.lease_until, found.error) == (None, None, "")
        message = channel.arrived[0]
        assert (message.text, message.mentions, message.reply_to, message.reply) == ("a", ("u1",), "m7", {"hook": "h"})

    @pytest.mark.parametrize("arrived", [False, True])
    async def test_a_process_that_dies_while_it_sends_repeats_nothing(self, database: Database, arrived: bool) -> None:
        clock, channel = StandingClock(), FakeChannel()
        channel.fail("g", killed(arrived=arrived))
        await put(database, row("a"))
        with pytest.raises(Killed):
            await delivery(database, channel, clock=clock).drain()
        assert await states(database) == {"a": "sending"}
        heir = delivery(database, channel, clock=clock)
        clock.forward(LEASE.total_seconds() - 1)
        assert (await heir.drain())["unknown"] == 0
        clock.forward(1)
        assert (await heir.drain())["unknown"] == 1
        assert await states(database) == {"a": "unknown"}
        assert channel.keys() == (["a"] if arrived else [])
        assert len(channel.calls) == 1

    @pytest.mark.parametrize("arrived", [False, True])
    async def test_on_a_keyed_channel_it_is_sent_again_and_stands_once(self, database: Database, arrived: bool) -> None:
        clock, channel = StandingClock(), FakeChannel(keyed=True)
        channel.fail("g", killed(arrived=arrived))
        await put(database, row("a"))
        with pytest.raises(Killed):
            await delivery(database, channel, clock=clock).drain()
        clock.forward(LEASE.total_seconds())
        results = await delivery(database, channel, clock=clock).drain()
        assert (results["sent"], results["unknown"]) == (1, 0)
        assert await states(database) == {"a": "sent"}
        assert channel.keys() == ["a"]


class TestFencing:
    async def test_a_late_result_is_refused(self, database: Database) -> None:
        channel, clock = FakeChannel(), StandingClock()
        await put(database, row("a"))
        mine = await claim(database, channel)
        over = clock.forward(LEASE.total_seconds())
        assert await database.store(lambda session: claims.reap(session, channel, over)) == 1
        again = Decision(OutboxState.PENDING, 2)
        assert not await database.store(lambda session: claims.sent(session, mine, "ref", over))
        assert not await database.store(lambda session: claims.failed(session, mine, again, "cut", over))
        found = await get(database, "a")
        assert (found.state, found.platform_ref, found.sent_at) == ("unknown", None, None)

    async def test_a_result_of_an_earlier_claim_does_not_settle_a_later_one(self, database: Database) -> None:
        """The same worker, the same row, one attempt later: only the number tells them apart."""
        channel, clock = FakeChannel(keyed=True), StandingClock()
        await put(database, row("a"))
        first = await claim(database, channel, "me", clock)
        over = clock.forward(LEASE.total_seconds())
        await database.store(lambda session: claims.reap(session, channel, over))
        second = await claim(database, channel, "me", clock)
        assert (first.attempts, second.attempts) == (1, 2)
        dead = Decision(OutboxState.DEAD)
        assert not await database.store(lambda session: claims.failed(session, first, dead, "late", over))
        assert (await states(database)) == {"a": "sending"}
        assert await database.store(lambda session: claims.sent(session, second, "ref", over))

    async def test_a_worker_that_woke_up_too_late_says_so(self, database: Database) -> None:
        """It was stopped while it sent; meanwhile another one has settled the row."""
        channel, clock = FakeChannel(), StandingClock()
        slow = delivery(database, channel, clock=clock)

        async def sleep(_message: Outgoing) -> None:
            clock.forward(LEASE.total_seconds())
            await delivery(database, FakeChannel(), clock=clock).drain()

        channel.inside = sleep
        await put(database, row("a"))
        results = await slow.drain()
        assert (results["sent"], results["late"]) == (0, 1)
        assert await states(database) == {"a": "unknown"}

    async def test_a_claim_that_grew_old_before_the_send_is_given_up(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A process that was stopped after its claim must not send what others have settled since."""
        moments = iter([0.0, 55.0, 100.0, 100.0])
        monkeypatch.setattr(worker, "time", SimpleNamespace(monotonic=lambda: next(moments)))
        channel = FakeChannel()
        await put(database, row("a"))
        assert await delivery(database, channel).drain() == {"unknown": 0, "abandoned": 1}
        assert channel.calls == []
        assert await states(database) == {"a": "sending"}


class TestReaping:
    async def put_claimed(self, database: Database, owner: str) -> None:
        await put(database, row(owner, state="sending", owner=owner, attempts=1, lease_until=FRIDAY + LEASE))

    async def test_a_lease_holds_to_its_end(self, database: Database) -> None:
        channel = FakeChannel()
        await self.put_claimed(database, "another-host:1:x:y")
        for seconds, reaped in ((-1, 0), (0, 1), (1, 0)):
            now = FRIDAY + LEASE + timedelta(seconds=seconds)
            assert await database.store(lambda session, now=now: claims.reap(session, channel, now)) == reaped

    async def test_other_platforms_are_not_touched(self, database: Database) -> None:
        await self.put_claimed(database, "a")
        other = FakeChannel(platform="other")
        late = FRIDAY + 2 * LEASE
        assert await database.store(lambda session: claims.reap(session, other, late, dead=("a",))) == 0

    async def test_the_claims_of_a_dead_process_of_this_host_do_not_wait(self, database: Database) -> None:
        child = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
        assert await child.wait() == 0
        host = os.uname().nodename
        dead, alive = f"{host}:{child.pid}:p:1", f"{host}:{os.getppid()}:p:1"
        before, elsewhere = f"{host}:{os.getpid()}:before:1", f"elsewhere:{child.pid}:p:1"
        for owner in (dead, alive, before, elsewhere):
            await self.put_claimed(database, owner)
        assert (await delivery(database, FakeChannel()).drain())["unknown"] == 2
        wanted = {dead: "unknown", alive: "sending", before: "unknown", elsewhere: "sending"}
        assert await states(database) == wanted

    def test_who_is_dead(self) -> None:
        assert not owners.is_dead(owners.new())
        assert owners.new() != owners.new()
        for strange in ("", "x", "host:pid", f"{os.uname().nodename}:abc:1:2", f"{os.uname().nodename}"):
            assert not owners.is_dead(strange)


DECIDED = [  # what went wrong, the state without keys, the state with them
    (not_sent(), "pending", "pending"),
    (busy(90), "pending", "pending"),
    (rejected(), "dead", "dead"),
    (lost(arrived=True), "unknown", "pending"),
    (lost(arrived=False), "unknown", "pending"),
]


class TestFaults:
    async def test_come_to_what_was_decided(self, database: Database) -> None:
        for number, (broken, keyless, keyed) in enumerate(DECIDED):
            await self.decided(database, FakeChannel(f"keyless{number}"), broken, keyless)
            await self.decided(database, FakeChannel(f"keyed{number}", keyed=True), broken, keyed)

    async def decided(self, database: Database, channel: FakeChannel, broken: Break, wanted: str) -> None:
        """The row stands as decided, is nobody's, and goes again at its moment and not before."""
        clock, key = StandingClock(), channel.platform
        channel.fail("g", broken)
        await put(database, row(key, platform=channel.platform))
        assert (await delivery(database, channel, clock=clock).drain())[wanted] == 1
        found = await get(database, key)
        assert (found.state, found.owner, found.lease_until) == (wanted, None, None)
        assert found.error
        if wanted == "pending":
            assert (await delivery(database, channel, clock=clock).drain())["sent"] == 0
            clock.forward((found.next_at - clock.moment).total_seconds())
            assert (await delivery(database, channel, clock=clock).drain())["sent"] == 1

    @pytest.mark.parametrize(("keyed", "wanted"), [(False, "unknown"), (True, "pending")])
    async def test_a_channel_that_breaks_counts_as_lost(self, database: Database, keyed: bool, wanted: str) -> None:
        """Nobody knows what had left by then; the other targets go on."""
        channel = FakeChannel(keyed=keyed, down=None)

        async def break_down(message: Outgoing) -> None:
            if message.chat.id == "bad":
                raise KeyError("errcode")

        channel.inside = break_down
        await put(database, row("a", "bad"), row("b", "good"))
        with capture_logs() as logs:
            results = await delivery(database, channel).drain()
        assert (results[wanted], results["sent"]) == (1, 1)
        assert "outbox.broken" in [line["action"] for line in logs]
        assert await states(database) == {"a": wanted, "b": "sent"}
        assert "KeyError" in (await get(database, "a")).error

    async def test_it_is_given_up_in_the_end(self, database: Database) -> None:
        clock, channel = StandingClock(), FakeChannel()
        channel.down = lambda _message: not_sent()
        await put(database, row("a"))
        for _ in range(18):
            await delivery(database, channel, clock=clock).drain()
            clock.forward(300)
        assert await states(database) == {"a": "dead"}
        assert channel.arrived == []

    async def test_a_long_error_is_cut(self, database: Database) -> None:
        channel = FakeChannel()
        await put(database, row("a"))
        mine = await claim(database, channel)
        dead = Decision(OutboxState.DEAD)
        await database.store(lambda session: claims.failed(session, mine, dead, "错" * 5000, FRIDAY))
        assert len((await get(database, "a")).error) == 500


async def test_settled_rows_are_never_claimed(database: Database) -> None:
    channel = FakeChannel()
    await put(database, *(row(state, state, state=state) for state in OutboxState if state != OutboxState.PENDING))
    await delivery(database, channel).drain()
    assert channel.calls == []
