"""A sender that is killed: it writes pushes and delivers them, as a process of its own, until it kills itself.

The platform is a file with a line for each message that arrived. Steps are the statements and commits of the database
and both sides of the moment at which the platform has the message; at the chosen step the process is gone, as with
``kill -9``.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.channels.base import Lost, NotSent, Rate
from bot.config import load_rules
from bot.delivery import Delivery
from bot.message import Chat, Outgoing
from bot.router import Office, Push
from bot.workdays import Calendar
from models.database import Database
from tests.fakes.clock import FRIDAY

SPEED = 30  # how much faster the house's clock runs: a pause of 2 s takes 67 ms
PUSHES = 6  # in each life
CHATS = 3


@dataclass(frozen=True, slots=True)
class Life:
    """What one process does. ``last_step``: where it kills itself; None: it lives until it is killed from outside."""

    url: str
    folder: Path
    born: float
    number: int
    keyed: bool
    last_step: int | None

    def now(self) -> datetime:
        """The house's clock, the same one for all lives."""
        return FRIDAY + timedelta(seconds=(time.time() - self.born) * SPEED)

    def note(self, name: str, line: str) -> None:
        """Add a line to a file that outlives the process."""
        handle = os.open(self.folder / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, f"{line}\n".encode())
        os.close(handle)


class Steps:
    """Counts the steps, and kills the process at the last one."""

    def __init__(self, last: int | None) -> None:
        self.left = last

    def step(self, *_: object) -> None:
        """One more step."""
        if self.left is not None:
            self.left -= 1
            if self.left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, database: Database) -> None:
        """Statements and commits are steps."""
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(database._writer.sync_engine, name, self.step)


@dataclass(slots=True)
class Platform:
    """Keeps what arrives in a file; now and then something goes wrong."""

    life: Life
    steps: Steps
    dice: random.Random
    keyed: bool
    platform: str = "fake"
    rate: Rate | None = None

    async def send(self, message: Outgoing) -> str:
        """Take the message, or break."""
        fate = self.dice.random()
        if fate < 0.06:
            raise NotSent("refused")
        await asyncio.sleep(0)
        self.steps.step()
        if fate < 0.09:
            raise Lost("cut off before it arrived")
        self.life.note("arrived", message.key)
        self.steps.step()
        await asyncio.sleep(0)
        if fate > 0.97:
            raise Lost("cut off after it arrived")
        return message.key


def live(life: Life) -> None:
    """One life, from start to kill."""
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    steps, dice = Steps(life.last_step), random.Random(life.number)
    database = Database(life.url)
    steps.watch(database)
    channel = Platform(life, steps, dice, keyed=life.keyed)
    async with asyncio.TaskGroup() as group:
        group.create_task(_deliver(life, Delivery(database, [channel], life.now)))
        group.create_task(_push(life, database, dice))


async def _deliver(life: Life, delivery: Delivery) -> None:
    while True:
        await delivery.drain()
        life.note("drained", str(life.number))
        await asyncio.sleep(0.002)


async def _push(life: Life, database: Database, dice: random.Random) -> None:
    office = Office(load_rules(), Calendar(), ZoneInfo("Asia/Shanghai"), ("fake",))
    # What the life before may not have got done is said again: its keys are the same.
    for number in range((life.number - 1) * PUSHES, (life.number + 1) * PUSHES):
        push = Push(f"k{number:04}", Chat("fake", "group", f"g{number % CHATS}"), "话")

        async def work(session: AsyncSession, push: Push = push) -> None:
            await outbox.push(session, office, push, life.now())

        await database.write(work)
        life.note("accepted", push.key)
        await asyncio.sleep(dice.random() / 1000)
