"""A desk at which members act as they do through the corridor, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, select

from bot import record
from bot.acts import Act, AssignTask
from bot.dispatch import Dispatcher
from bot.office_acts import ImportWorld
from bot.router import Context, Outcome, Refused, Unclear
from models.audit import AuditEntry
from models.base import Record
from models.corridor import Inbox, Outbox, OutboxState
from models.database import Database
from models.people import Group, Member
from models.tasks import Task
from tests.handlers import city

ZONE = ZoneInfo("Asia/Shanghai")
WEDNESDAY = datetime(2023, 4, 12, 9, 30, tzinfo=ZONE)

_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")
_CLUMSY = ("None", "，，", "。。", "，。", "。，", "；。", "：。", "、、", "“”", "（）", "《》", "  ", "，\n", "Error")


def well_said(text: str) -> str:
    """The text, where it is written as an office writes."""
    assert not _HALF_WIDTH.search(text), f"half-width punctuation: {text}"
    assert not [words for words in _CLUMSY if words in text], f"clumsy: {text}"
    assert text == text.strip(), f"blanks around: {text!r}"
    assert not text.endswith(("，", "、", "；")), f"no end: {text}"
    return text


@dataclass(slots=True)
class Desk:
    """The corridor on one database, at a moment that stands until it is moved."""

    database: Database
    dispatcher: Dispatcher
    now: datetime = WEDNESDAY
    messages: int = field(default=0)

    async def furnish(self, world: dict[str, Any] | None = None) -> None:
        """Take over a world (the small city, where none is given)."""
        await self.office(ImportWorld(world=world or city.world(), platform="local"))

    async def office(self, act: Act) -> Outcome:
        """An act of the office itself: a schedule's, or an operator's."""
        return await self.run(act)

    async def run(self, act: Act, who: str | None = None) -> Outcome:
        """An act that comes from no message, as from a command."""
        outcome = await self.dispatcher.run(self.database, act, self.now, who)
        return _checked(outcome)

    async def say(self, who: str, act: Act, *, group: str | None = None, text: str = "") -> Outcome:
        """One act by a member, in a group or in private."""
        return (await self.message(who, act, group=group, text=text))[0]

    async def message(self, who: str, *acts: Act, group: str | None = None, text: str = "") -> list[Outcome]:
        """A message with several acts: one inbox row, one transaction."""
        self.messages += 1

        async def work(session: AsyncSession) -> list[Outcome]:
            row = self._row(who, group, text)
            session.add(row)
            await session.flush()
            member = await session.get_one(Member, who)
            here = (await session.execute(select(Group).where(Group.name == group))).scalar_one_or_none()
            context = Context(
                session, self.dispatcher.office, self.now, actor=member, group=here, inbox_id=row.id, text=text
            )
            return [_checked(await self.dispatcher.perform(act, context)) for act in acts]

        return await self.database.write(work)

    def _row(self, who: str, group: str | None, text: str) -> Inbox:
        return Inbox(
            platform="local",
            robot="bot",
            message=f"in{self.messages}",
            account=who,
            chat_kind="group" if group else "private",
            chat=group or who,
            text=text,
            sent_at=self.now,
            received_at=self.now,
        )

    async def refused(self, who: str | None, act: Act, *words: str, group: str | None = None) -> str:
        """The act is refused in these words, and nothing is changed or said."""
        before = await self.everything()
        with pytest.raises(Refused) as caught:
            await (self.run(act) if who is None else self.say(who, act, group=group))
        assert await self.everything() == before
        return _contains(str(caught.value), words)

    async def unclear(self, who: str, act: Act, slot: str, *words: str) -> Unclear:
        """The act is asked about, and nothing is changed or said."""
        before = await self.everything()
        with pytest.raises(Unclear) as caught:
            await self.say(who, act)
        assert await self.everything() == before
        assert caught.value.slot == slot
        _contains(str(caught.value), words)
        return caught.value

    async def everything(self) -> dict[str, Any]:
        """Every row of every table but the inbox."""
        return await self._rows({table.name for table in SQLModel.metadata.sorted_tables} - {"inbox"})

    async def kept(self) -> dict[str, Any]:
        """Every row of the office's record: what an undo restores."""
        return await self._rows({table.__table__.name for table in Record.__subclasses__()})

    async def _rows(self, names: set[str]) -> dict[str, Any]:
        def work(session: Session) -> dict[str, Any]:
            tables = (table for table in SQLModel.metadata.sorted_tables if table.name in names)
            queries = {table.name: select(table).order_by(*table.primary_key) for table in tables}
            return {name: [tuple(row) for row in session.execute(query).all()] for name, query in queries.items()}

        return await self.database.read(lambda session: session.run_sync(work))

    async def record(self) -> dict[str, Any]:
        """The record as a world."""
        return await self.database.read(record.export)

    async def all(self, table: type[Any]) -> Sequence[Any]:
        """All rows of a table, in the order of their keys."""

        async def work(session: AsyncSession) -> Sequence[Any]:
            return (await session.execute(select(table).order_by(*table.__table__.primary_key))).scalars().all()

        return await self.database.read(work)

    async def task(self, code: str) -> Task:
        """A task by its code."""
        return next(task for task in await self.all(Task) if task.code == code)

    async def assigned(self, **slots: Any) -> str:
        """A task of 市住建局, supported by 市财政局 and 东城区, handed out by the supervisor; its code."""
        lead, support = slots.pop("lead", (city.HOUSING,)), slots.pop("support", (city.FINANCE, city.EAST))
        given = {"title": f"第{self.messages}号任务", "due": date(2023, 4, 20)} | slots
        outcome = await self.say(city.SUPERVISOR, AssignTask(lead=lead, support=support, **given))
        assert outcome.code
        return outcome.code

    async def outbox(self, *, new: bool = False) -> list[Outbox]:
        """What is to be said, in order; ``new``: what has not left yet."""
        rows = await self.all(Outbox)
        return [row for row in rows if not new or row.state == OutboxState.PENDING]

    async def heard(self, chat: str, *, new: bool = False) -> list[str]:
        """The texts for a chat: a group's name, or a member's id."""
        return [row.text for row in await self.outbox(new=new) if row.chat == chat]

    async def deliver(self, state: OutboxState = OutboxState.SENT) -> None:
        """All that is pending is tried once, and leaves, or comes to another ``state``."""

        async def work(session: AsyncSession) -> None:
            for row in (await session.execute(select(Outbox).where(Outbox.state == OutboxState.PENDING))).scalars():
                row.state, row.attempts = state, 1
                row.sent_at = self.now if state == OutboxState.SENT else None

        await self.database.write(work)

    async def audit(self) -> Sequence[AuditEntry]:
        """The audit trail."""
        return await self.all(AuditEntry)

    def pass_time(self, **span: float) -> None:
        """Let time go by."""
        self.now += timedelta(**span)

    def go_to(self, day: date, clock: str = "09:30") -> None:
        """Move to a local minute."""
        self.now = datetime.fromisoformat(f"{day.isoformat()}T{clock}").replace(tzinfo=ZONE)


def _checked(outcome: Outcome) -> Outcome:
    for text in (outcome.reply, *(push.text for push in outcome.pushes)):
        well_said(text)
    return outcome


def _contains(text: str, words: Sequence[str]) -> str:
    well_said(text)
    assert not [word for word in words if word not in text], text
    return text
