"""撤销: takes back what the sender's last message recorded, within a day and where nobody has built on it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bot.acts import Undo
from bot.message import Chat
from bot.router import Context, Outcome, Push, Refused, Router
from handlers import rights
from models import changes, outbox
from models.audit import AuditEntry
from models.corridor import Outbox

routes = Router()


@routes.on(Undo, may=rights.anyone)
async def undo(act: Undo, context: Context) -> Outcome:
    """Take back all acts of the last message that recorded something; pushes that have left are corrected."""
    entries = await _last(context)
    if not entries:
        hours = context.office.rules.office.undo_hours
        raise Refused(f"{hours} 小时内没有您可以撤销的登记。要更正请直接重报，例如：D17 进展65%")
    if not any(entry.changes for entry in entries):
        raise Refused(f"{_what(entries)} 已经发出，不能撤销。要更正请联系督查室")
    try:
        for entry in entries:
            await changes.take_back(context.session, entry.changes)
    except (changes.Conflict, IntegrityError) as conflict:  # changed since, or others refer to it
        raise Refused(f"{_what(entries)} 之后又有新的登记，不能撤销。要更正请直接重报，例如：D17 进展65%") from conflict
    gone = await outbox.withdraw(context.session, entries[0].inbox_id or 0)
    if gone and any(_published(entry) for entry in entries):
        raise Refused("《政务动态》已经刊发，期号不能收回，没有撤销。要更正请在下一期刊登，例如：更正第1期第2条")
    pushes = tuple(_correction(row, entries) for row in gone)
    return Outcome(f"已撤销：{_what(entries)}。", pushes, entries[0].code, undoes=entries[0].inbox_id)


async def _last(context: Context) -> list[AuditEntry]:
    """What the sender's last message recorded, last act first, where it is fresh and was not taken back already."""
    undone = aliased(AuditEntry)
    since = context.now - timedelta(hours=context.office.rules.office.undo_hours)
    query = (
        select(AuditEntry)
        .where(AuditEntry.member_id == (context.actor.id if context.actor else None), col(AuditEntry.at) >= since)
        .where(col(AuditEntry.inbox_id).is_not(None), AuditEntry.act != Undo.name)
        .where(~select(undone.seq).where(col(undone.undoes) == col(AuditEntry.inbox_id)).exists())
        .order_by(col(AuditEntry.seq).desc())
    )
    entries = list((await context.session.execute(query)).scalars())
    return [entry for entry in entries if entry.inbox_id == entries[0].inbox_id]


def _published(entry: AuditEntry) -> bool:
    """Whether an issue got its number: once read, it must not be given to another."""
    return any(change["table"] == "digest" and change["after"].get("number") for change in entry.changes)


def _what(entries: list[AuditEntry]) -> str:
    return "、".join(f"{entry.code or ''} {entry.chinese}".strip() for entry in reversed(entries))


def _correction(row: Outbox, entries: list[AuditEntry]) -> Push:
    chat = Chat(row.platform, "group" if row.chat_kind == "group" else "private", row.chat)
    return Push(
        f"correct:{entries[0].seq}:{row.id}", chat, f"【更正】{_what(entries)} 已由{entries[0].actor}撤销，请以此为准。"
    )
