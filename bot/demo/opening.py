"""Opening a demo's record: its clock goes on where it was, and a new record is filled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot import app
from bot.channels.local import LocalChannel
from bot.config import Settings
from bot.demo import sample
from bot.demo.moving import TimeMachine, kept_offset
from bot.demo.sample import Filling
from models.database import Database
from scheduler.clock import MovableClock


async def opened(settings: Settings, database: Database, filling: Filling, wanted: datetime | None) -> TimeMachine:
    """A demo on a migrated database, filled and with its clock running.

    ``wanted`` (aware): where the clock of a record that is there already shall be, unless that lies behind it.
    Raises Refused for a malformed world.
    """
    kept = await kept_offset(database)
    clock = await _new_clock(database, filling) if kept is None else _old_clock(kept, wanted)
    channel = LocalChannel(database, clock.now)
    house = app.build(settings, database, clock, [channel])
    machine = TimeMachine(house, clock, channel)
    await machine.keep()
    await sample.fill(machine, filling)
    if kept is None:
        await machine.move_to(filling.now)
    return machine


async def _new_clock(database: Database, filling: Filling) -> MovableClock:
    """A record that was unpacked is as old as its last moment; an empty one begins where the filling does."""
    begins = filling.packed if await sample.is_filled(database) else filling.begins
    return MovableClock(begins - datetime.now(UTC))


def _old_clock(kept: timedelta, wanted: datetime | None) -> MovableClock:
    clock = MovableClock(kept)
    if wanted and wanted > clock.now():
        clock.move_to(wanted)
    return clock
