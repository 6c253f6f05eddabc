"""The process is killed again and again: nothing that was accepted is lost, nothing goes out twice.

What had been sent to a platform without keys when the process died is ``unknown``: listed, and not repeated.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.delivery import Delivery
from models.database import Database
from tests.delivery.killed import Life, Platform, Steps, live
from tests.delivery.rows import states
from tests.fakes.clock import StandingClock
from tests.fakes.databases import url_of

SEED = 20230407
STEPS = 100  # a life has about 150 until all is said and sent


class Lives:
    """Lives one process after the other, or several at once."""

    def __init__(self, database: Database, folder: Path, *, keyed: bool) -> None:
        self.database, self.folder, self.keyed = database, folder, keyed
        self.born, self.number = time.time(), 0
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(["tests.delivery.killed"])

    def start(self, last_step: int | None) -> multiprocessing.process.BaseProcess:
        life = Life(url_of(self.database), self.folder, self.born, self.number, self.keyed, last_step)
        self.number += 1
        process = self.context.Process(target=live, args=(life,), daemon=True)
        process.start()
        return process

    async def kill(self, process: multiprocessing.process.BaseProcess, after: float) -> None:
        """Wait for its end, at most so long (seconds), then kill it from outside."""
        await asyncio.to_thread(process.join, after)
        process.kill()
        await asyncio.to_thread(process.join)
        assert process.exitcode == -9, "it was to be killed, and has failed by itself"

    async def drain(self) -> None:
        """No more faults: everything that is left comes to its end."""
        clock = StandingClock()
        clock.forward((time.time() - self.born) * 1000)
        quiet = random.Random(0)
        quiet.random = lambda: 0.5  # type: ignore[method-assign]
        last = Life("", self.folder, self.born, self.number, self.keyed, None)
        for _ in range(20):
            await Delivery(self.database, [Platform(last, Steps(None), quiet, self.keyed)], clock.now).drain()
            clock.forward(400)

    def lines(self, name: str) -> list[str]:
        path = self.folder / name
        return path.read_text().split() if path.exists() else []


@pytest.fixture(params=[False, True], ids=["keyless", "keyed"])
def lives(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> Iterator[Lives]:
    folder = tmp_path / "kept"
    folder.mkdir()
    yield Lives(database, folder, keyed=request.param)


async def check(lives: Lives, kills: int) -> None:
    await lives.drain()
    arrived, accepted = lives.lines("arrived"), set(lives.lines("accepted"))
    found = await states(lives.database)
    assert accepted <= set(found), "what was accepted is there"
    assert len(accepted) > kills
    sent = {key for key, state in found.items() if state == "sent"}
    unknown = {key for key, state in found.items() if state == "unknown"}
    assert sent | unknown == set(found), "everything came to its end"
    assert sent <= set(arrived), "what is marked as sent has arrived"
    if lives.keyed:
        assert not unknown
        arrived = list(dict.fromkeys(arrived))  # the platform takes a key once
    else:
        doubled = {key: count for key, count in Counter(arrived).items() if count > 1}
        assert not doubled
        assert len(unknown) <= kills + len(found) // 4  # a claim at a time: no more than one for each kill, and faults
    await in_order(lives, arrived)


async def in_order(lives: Lives, arrived: list[str]) -> None:
    rows = await lives.database.read(lambda session: session.execute(text("SELECT key, chat, id FROM outbox")))
    places = {key: (chat, number) for key, chat, number in rows.all()}
    for chat in {chat for chat, _ in places.values()}:
        heard = [places[key][1] for key in arrived if places[key][0] == chat]
        assert heard == sorted(heard)


async def kill_at_steps(lives: Lives, seed: int, kills: int) -> None:
    dice = random.Random(seed)
    for _ in range(kills):
        await lives.kill(lives.start(last_step=dice.randint(1, STEPS)), after=10)
    await check(lives, kills)


@pytest.mark.parametrize(
    ("database", "lives", "kills"),
    [("sqlite", False, 20), ("sqlite", True, 12), ("postgresql", False, 20)],
    indirect=["database", "lives"],
)
async def test_killed_at_any_step(lives: Lives, kills: int) -> None:
    await kill_at_steps(lives, SEED, kills)


@pytest.mark.long
async def test_killed_at_any_step_again_and_again(lives: Lives) -> None:
    await kill_at_steps(lives, SEED + 3, kills=200)


@pytest.mark.parametrize("lives", [False], indirect=True, ids=["keyless"])
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_two_at_once_killed_at_any_step(lives: Lives) -> None:
    dice, kills = random.Random(SEED + 1), 10
    for _ in range(kills // 2):
        pair = [lives.start(last_step=dice.randint(1, STEPS)) for _ in range(2)]
        await asyncio.gather(*(lives.kill(process, after=10) for process in pair))
    await check(lives, kills)


@pytest.mark.parametrize("lives", [False], indirect=True, ids=["keyless"])
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_killed_at_any_moment(lives: Lives) -> None:
    dice = random.Random(SEED + 2)
    for _ in range(5):
        await lives.kill(lives.start(last_step=None), after=dice.uniform(0.02, 0.4))
    await lives.kill(lives.start(last_step=STEPS), after=10)
    await check(lives, 1)
