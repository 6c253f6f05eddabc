"""Moving the demo's clock forward: what is due on the way happens in order, each at its own moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import House
from bot.channels.local import LocalChannel
from bot.intake import Accepted
from bot.message import Incoming
from models.corridor import Setting
from models.database import Database
from scheduler.clock import MovableClock

OFFSET = "demo_clock_offset"
"""The setting that keeps how far (seconds) the demo's clock is ahead of the machine's."""


async def kept_offset(database: Database) -> timedelta | None:
    """How far the clock of this record was moved; None where it never was a demo's."""
    setting = await database.read(lambda session: session.get(Setting, OFFSET))
    return timedelta(seconds=float(setting.value)) if setting else None


@dataclass(slots=True)
class TimeMachine:
    """Moves a demo's clock."""

    house: House
    clock: MovableClock
    channel: LocalChannel

    async def move_to(self, target: datetime) -> None:
        """Let it be ``target`` (aware), after all that falls due on the way; a target that is past counts as now."""
        async with self.house.turn, self.house.sending:
            await self._move_to(target)

    async def _move_to(self, target: datetime) -> None:
        self.clock.stand()
        target = max(target, self.clock.now())
        try:
            await self.house.settle()
            while (moment := await self.house.next_moment(self.clock.now())) is not None and moment <= target:
                await self._be_at(moment)
            await self._be_at(target)
        finally:
            self.clock.move_to(self.clock.now())

    async def _be_at(self, moment: datetime) -> None:
        self.clock.hold(moment)
        await self.keep()
        await self.house.tick(moment)
        await self.house.settle()

    async def replay(self, moment: datetime, incoming: Incoming) -> Accepted:
        """Be at ``moment``, take a message in, and see it answered."""
        async with self.house.turn, self.house.sending:
            await self._move_to(moment)
            accepted = await self.channel.receive(self.house.intake, incoming)
            await self.house.settle()
            return accepted

    async def keep(self) -> None:
        """Write down where the clock is, so that a restart goes on from there."""
        offset = (self.clock.now() - datetime.now(UTC)).total_seconds()

        async def work(session: AsyncSession) -> None:
            await session.merge(Setting(name=OFFSET, value=repr(offset)))

        await self.house.database.store(work)
