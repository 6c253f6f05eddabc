"""A whole house on both databases, spoken to through the local channel, without HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.app import House, build
from bot.channels.local import LocalChannel
from bot.config import Settings
from bot.demo.sample import incoming
from bot.intake import Accepted
from bot.office_acts import ImportWorld
from models.corridor import LocalMessage
from models.database import Database
from scheduler.clock import MovableClock
from tests.worlds import small

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2023, 4, 10, 9, 30, tzinfo=ZONE)


@dataclass
class Talk:
    """A house and its clock; ``say`` speaks as somebody and gives what the bot answered."""

    house: House
    clock: MovableClock
    channel: LocalChannel
    spoken: int = 0

    async def send(self, sender: str, text: str, group: str | None = None, **more: Any) -> tuple[str, Accepted]:
        """Take a message in without handling it."""
        self.spoken += 1
        message_id = more.get("id") or f"t{self.spoken}"
        message = incoming(message_id, group, sender, text, more.get("quote"), self.clock.now())
        return message_id, await self.channel.receive(self.house.intake, message)

    async def say(self, sender: str, text: str, group: str | None = None, **more: Any) -> str:
        """Say something and give the bot's answer, its parts joined; "" where it stays silent."""
        message_id, _ = await self.send(sender, text, group, **more)
        await self.house.settle()
        return "".join(row.text for row in await self.transcript() if row.reply_to == message_id)

    async def transcript(self) -> list[LocalMessage]:
        """All that was said."""
        query = select(LocalMessage).order_by(col(LocalMessage.seq))

        async def work(session: Any) -> list[LocalMessage]:
            return list((await session.execute(query)).scalars())

        return await self.house.database.read(work)

    async def pushes(self) -> list[LocalMessage]:
        """What the bot said unasked."""
        return [row for row in await self.transcript() if row.sender == "bot" and row.reply_to is None]

    def later(self, **span: float) -> None:
        """Let time pass, without anything happening on the way."""
        self.clock.hold(self.clock.now() + timedelta(**span))


@pytest.fixture
async def talk(database: Database) -> AsyncIterator[Talk]:
    clock = MovableClock()
    clock.held = MONDAY
    channel = LocalChannel(database, clock.now)
    house = build(Settings(_env_file=None), database, clock, [channel])
    await house.dispatcher.run(database, ImportWorld(world=small(), platform="local"), MONDAY)
    await house.open()
    yield Talk(house, clock, channel)
