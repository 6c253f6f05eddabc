"""Handling what intake stored: who speaks, what is meant, what comes of it – one message, one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot import acts, asking, keywords, outbox, replies, world
from bot.acts import Act
from bot.answers import Answers
from bot.dispatch import Dispatcher
from bot.message import Chat
from bot.office_acts import ClaimIdentity, GrantExtension
from bot.router import Context, Office, Outcome, Refused, Unclear
from bot.understanding import Reader
from bot.understanding.reading import Understood, Utterance
from bot.understanding.world import World
from models.corridor import Inbox, InboxState, Question
from models.database import Database
from models.people import Account, Group, GroupChat, Member

log = structlog.get_logger()

_ASKED: tuple[type[Act], ...] = (*acts.SPOKEN, GrantExtension)
DATABASE_AWAY = (OperationalError, InterfaceError, OSError)
"""Not the message's fault: it stays where it is until the database is back."""

BY_NAME = {act.name: act for act in _ASKED}


@dataclass(slots=True)
class _Answer:
    """What is said to one message, put together from its acts."""

    parts: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        if outcome.reply and outcome.reply not in self.parts:
            self.parts.append(outcome.reply)
        self.mentions += [member for member in outcome.mentions if member not in self.mentions]

    @property
    def text(self) -> str:
        """The parts, one below the other; how to take them back is said once, at the end."""
        parts = [part.removesuffix(replies.UNDO) for part in self.parts[:-1]] + self.parts[-1:]
        if any(part != shown for part, shown in zip(self.parts, parts, strict=True)):
            parts[-1] = parts[-1].removesuffix(replies.UNDO) + replies.UNDO
        return "\n".join(parts) if all("\n" not in part for part in parts) else "\n\n".join(parts)


@dataclass(slots=True)
class Handling:
    """Takes inbox rows in their order and handles each exactly once."""

    database: Database
    dispatcher: Dispatcher
    reader: Reader

    MOST_ATTEMPTS: ClassVar[int] = 5

    async def step(self, now: datetime) -> bool:
        """Handle the oldest new message; False where there is none. A message that keeps failing is set aside."""
        if await self.database.read(_oldest) is None:
            return False
        failed: list[tuple[int, Exception]] = []

        async def work(session: AsyncSession) -> None:
            row = await _oldest(session)
            if row is None:
                return
            try:
                async with session.begin_nested():
                    await self._handle(session, row, now)
            except DATABASE_AWAY:
                raise
            except Exception as error:  # a fault of ours in one message must not stop the others
                failed.append((row.id or 0, error))
                raise
            row.state = InboxState.HANDLED
            row.handled_at = now

        try:
            await self.database.write(work)
        except Exception as error:
            if not failed or failed[0][1] is not error:
                raise
            await self._failed(failed[0][0], error, now)
        return True

    async def _failed(self, row_id: int, error: Exception, now: datetime) -> None:
        log.error("message failed", action="inbox.failed", inbox=row_id, exc_info=error)

        async def work(session: AsyncSession) -> None:
            row = await session.get_one(Inbox, row_id)
            row.attempts += 1
            row.error = type(error).__name__
            if row.attempts >= self.MOST_ATTEMPTS:
                row.state = InboxState.DEAD
                await outbox.answer(session, self.office, row, replies.FAILED, (), now)

        await self.database.write(work)

    @property
    def office(self) -> Office:
        """The office that the dispatcher serves."""
        return self.dispatcher.office

    async def _handle(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        if row.refused:
            text = replies.refused(row.refused, self.office.rules.office.longest_message)
            await outbox.answer(session, self.office, row, text, (), now)
            return
        context = await self._context(session, row, now)
        answer = _Answer()
        if context.actor is None:
            await self._stranger(context, answer)
        else:
            await self._member(context, row, answer)
        if answer.text:
            await outbox.answer(session, self.office, row, answer.text, tuple(answer.mentions), now)

    async def _context(self, session: AsyncSession, row: Inbox, now: datetime) -> Context:
        account = select(Account.member_id).where(Account.platform == row.platform, Account.account == row.account)
        member = await session.scalar(account)
        group = select(GroupChat.group_id).where(GroupChat.platform == row.platform, GroupChat.chat == row.chat)
        group_id = await session.scalar(group) if row.chat_kind == "group" else None
        return Context(
            session,
            self.office,
            now,
            actor=await session.get(Member, member) if member else None,
            group=await session.get(Group, group_id) if group_id else None,
            chat=Chat(row.platform, "group" if row.chat_kind == "group" else "private", row.chat),
            account=row.account,
            inbox_id=row.id,
            text=row.text,
        )

    async def _stranger(self, context: Context, answer: _Answer) -> None:
        """Who is not known may say who they are, and nothing else."""
        claim: ClaimIdentity | None = None
        if context.chat and context.account:
            claim = keywords.claim(context.text, context.chat, context.account)
        if claim is None:
            answer.parts.append(replies.STRANGER)
            return
        await self._perform(claim, context, answer)

    async def _member(self, context: Context, row: Inbox, answer: _Answer) -> None:
        command = keywords.command(row.text)
        if command:
            await self._perform(command, context, answer)
            return
        known = await world.load(context.session, self.office.city)
        if not row.text.strip():
            await self._perform(acts.Help(), context, answer)
            return
        understood = self._read(context, row, known)
        if await self._answered(context, row, known, understood, answer):
            return
        for one in understood:
            await self._understood(one, context, known, answer)

    def _read(self, context: Context, row: Inbox, known: World) -> tuple[Understood, ...]:
        utterance = Utterance(
            text=row.text,
            sender=context.actor.id if context.actor else "",
            now=row.sent_at.astimezone(self.office.zone).replace(tzinfo=None),
            group=(context.group.name if context.group else row.chat) if row.chat_kind == "group" else None,
            quote=row.quote,
        )
        return self.reader.read(utterance, known).acts

    async def _answered(
        self, context: Context, row: Inbox, known: World, understood: tuple[Understood, ...], answer: _Answer
    ) -> bool:
        """Whether the message answered what was asked; a message with an act of its own drops the question."""
        if context.actor is None or context.chat is None:
            return False
        minutes = self.office.rules.office.question_minutes
        question = await asking.pending(context.session, context.actor.id, context.chat, context.now, minutes)
        if question is None:
            return False
        local = row.sent_at.astimezone(self.office.zone).replace(tzinfo=None)
        try:
            act = self._completed(question, row.text, understood, Answers(known, local, self.office.calendar))
        except Refused as refused:
            answer.parts.append(str(refused))
            return True
        if act is None and not understood:
            return False
        await asking.drop(context.session, context.actor.id, context.chat)
        if act is not None:
            await self._perform(act, context, answer)
        return act is not None

    def _completed(
        self, question: Question, text: str, understood: tuple[Understood, ...], answers: Answers
    ) -> Act | None:
        query_of_a_code = all(isinstance(one.act, acts.QueryTasks | acts.QueryInfos) for one in understood)
        if understood and not (query_of_a_code and answers.code(question.slot, text) if question.choices else False):
            return None
        return asking.completed(question, text, BY_NAME, answers)

    async def _understood(self, one: Understood, context: Context, known: World, answer: _Answer) -> None:
        try:
            asking.doubtful(one, known, context.actor.id if context.actor else "")
        except Refused as refused:
            answer.parts.append(str(refused))
        except Unclear as unclear:
            await self._ask(unclear, context, answer)
        else:
            await self._perform(one.act, context, answer)

    async def _perform(self, act: Act, context: Context, answer: _Answer) -> None:
        try:
            answer.add(await self.dispatcher.perform(act, context))
        except Refused as refused:
            answer.parts.append(str(refused))
        except Unclear as unclear:
            await self._ask(unclear, context, answer)

    async def _ask(self, unclear: Unclear, context: Context, answer: _Answer) -> None:
        answer.parts.append(str(unclear))
        if context.actor and context.chat:
            await asking.ask(context.session, unclear, context.actor.id, context.chat, context.now)


async def _oldest(session: AsyncSession) -> Inbox | None:
    query = select(Inbox).where(Inbox.state == InboxState.NEW).order_by(col(Inbox.id)).limit(1)
    return (await session.execute(query)).scalar_one_or_none()
