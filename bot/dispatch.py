"""The corridor: permission, savepoint, handler, audit and what is said, for every act from every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.acts import Act
from bot.router import Context, Office, Outcome, Refused, Router
from models import audit, changes
from models.audit import AuditEntry
from models.corridor import Inbox
from models.database import Database
from models.people import Member

THE_OFFICE = "系统"
"""Who acts where nobody does: a schedule, or an operator's import."""


@dataclass(slots=True)
class Dispatcher:
    """Performs acts: by ``perform`` inside a transaction that is open already, by ``run`` in one of its own."""

    router: Router
    office: Office

    async def perform(self, act: Act, context: Context) -> Outcome:
        """Do one act. Raises Refused or Unclear, and has then changed nothing and said nothing."""
        route = self.router.route(act)
        if context.actor is not None and not await route.may.check(context, act):
            raise Refused(route.may.words)
        try:
            async with context.session.begin_nested():
                outcome = await route.handler(act, context)
                await self._keep(act, context, outcome)
        except BaseException:
            changes.collected(context.session)  # they were rolled back
            raise
        return outcome

    async def run(self, database: Database, act: Act, now: datetime, actor: str | None = None) -> Outcome:
        """Do one act in a transaction of its own, as this member (or as the office). Raises Refused or Unclear."""

        async def work(session: AsyncSession) -> Outcome:
            member = await session.get(Member, actor) if actor else None
            if actor and member is None:
                raise Refused(f"没有编号为“{actor}”的人员。请用名册中的编号，例如：--as m09")
            return await self.perform(act, Context(session, self.office, now, actor=member))

        return await database.write(work)

    async def _keep(self, act: Act, context: Context, outcome: Outcome) -> None:
        session = context.session
        await session.flush()
        written = changes.collected(session)
        if written or outcome.pushes:
            await audit.append(session, await self._entry(act, context, outcome, written))
        for push in outcome.pushes:
            await outbox.push(session, context.office, push, context.now, context.inbox_id)

    async def _entry(self, act: Act, context: Context, outcome: Outcome, written: list[changes.Change]) -> AuditEntry:
        message = await context.session.get(Inbox, context.inbox_id) if context.inbox_id else None
        return AuditEntry(
            seq=0,
            at=context.now,
            member_id=context.actor.id if context.actor else None,
            actor=context.actor.name if context.actor else THE_OFFICE,
            act=act.name,
            chinese=act.chinese,
            code=outcome.code,
            inbox_id=context.inbox_id,
            message=f"{message.platform}:{message.message}" if message else None,
            slots=act.slots(),
            changes=written if act.undoable else [],
            undoes=outcome.undoes,
            previous="",
            hash="",
        )
