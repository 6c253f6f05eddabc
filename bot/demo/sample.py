"""Filling a new demo: a world, and for the sample city the three weeks of messages that people wrote in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.local import PLATFORM
from bot.config import ROOT
from bot.demo.moving import TimeMachine
from bot.message import Chat, Incoming
from bot.office_acts import ImportWorld
from models.corridor import Setting
from models.database import Database

CITY = ROOT / "samples" / "city.json"
MESSAGES = ROOT / "samples" / "messages.jsonl"
BEGINS = "2026-03-25T08:30:00"  # local: the state of samples/city.json
NOW = "2026-04-15T09:00:00"  # local: where the demo's clock starts
ROBOT = "demo"
FILLED = "demo_filled"


@dataclass(frozen=True, slots=True)
class Filling:
    """What a new demo begins with. All moments are aware: ``begins`` is that of the world, ``packed`` that of the
    record that is shipped, ``now`` where the clock shall be; ``messages`` may be None."""

    world: Path
    begins: datetime
    packed: datetime
    now: datetime
    messages: Path | None = None


def city(zone: ZoneInfo, now: datetime | None) -> Filling:
    """The sample city, its clock at ``now`` (aware) or where its story ends."""
    begins, ends = (datetime.fromisoformat(moment).replace(tzinfo=zone) for moment in (BEGINS, NOW))
    return Filling(CITY, begins, ends, now or ends, MESSAGES)


def other(world: Path, now: datetime) -> Filling:
    """Another world, as it is at ``now`` (aware)."""
    return Filling(world, now, now, now)


async def is_filled(database: Database) -> bool:
    """Whether the record was filled to the end."""
    return await database.read(lambda session: session.get(Setting, FILLED)) is not None


async def fill(machine: TimeMachine, filling: Filling) -> None:
    """Fill the record, where that was not done to the end before. Raises Refused for a malformed world."""
    house = machine.house
    if not await is_filled(house.database):
        world = json.loads(filling.world.read_text("utf-8"))
        await house.dispatcher.run(house.database, ImportWorld(world=world, platform=PLATFORM), filling.begins)
        await house.open()
        for moment, incoming in _messages(filling, house.settings.zone):
            await machine.replay(moment, incoming)
        await house.database.store(_filled)
    await house.open()


async def _filled(session: AsyncSession) -> None:
    session.add(Setting(name=FILLED, value="yes"))


def _messages(filling: Filling, zone: Any) -> Iterator[tuple[datetime, Incoming]]:
    if filling.messages is None:
        return
    for line in filling.messages.read_text("utf-8").splitlines():
        row = json.loads(line)
        moment = datetime.fromisoformat(row["now"]).replace(tzinfo=zone)
        yield moment, incoming(row["id"], row["group"], row["sender"], row["text"], row["quote"], moment)


def incoming(
    message_id: str, group: str | None, sender: str, text: str, quote: str | None, sent_at: datetime
) -> Incoming:
    """A message of the local platform: groups are known by their names, accounts are member ids."""
    chat = Chat(PLATFORM, "private", sender) if group is None else Chat(PLATFORM, "group", group)
    return Incoming(chat, ROBOT, message_id, sender, text, sent_at, quote=quote)
