"""What is to be said becomes outbox rows; delivery alone sends them."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.message import Chat
from bot.router import Office, Push, Target, ToGroup
from bot.splitting import split
from models.corridor import Inbox, Outbox
from models.people import Account, GroupChat

log = structlog.get_logger()


async def answer(
    session: AsyncSession, office: Office, message: Inbox, text: str, mentions: tuple[str, ...], now: datetime
) -> None:
    """Answer an inbox message, once: its key is the message."""
    chat = Chat(message.platform, "group" if message.chat_kind == "group" else "private", message.chat)
    key = f"reply:{message.platform}:{message.robot}:{message.message}"
    accounts = await _accounts(session, chat.platform, mentions)
    for row in _rows(key, chat, text, office, now):
        row.mentions = accounts
        row.reply_to = message.message
        row.reply = message.reply
        row.inbox_id = message.id
        await _add(session, row)


async def push(
    session: AsyncSession, office: Office, message: Push, now: datetime, inbox_id: int | None = None
) -> None:
    """Say something unasked, once for its key. Where nobody can be reached it is logged, and nothing is written."""
    chat = await _resolve(session, message.to, office.platforms)
    if chat is None:
        log.warning("nobody to push to", action="outbox.unreachable", key=message.key, to=str(message.to))
        return
    accounts = await _accounts(session, chat.platform, message.mentions)
    for row in _rows(message.key, chat, message.text, office, max(now, message.at or now)):
        row.mentions = accounts
        row.created_at = now
        row.expires_at = message.expires
        row.inbox_id = inbox_id
        await _add(session, row)


def _rows(key: str, chat: Chat, text: str, office: Office, at: datetime) -> list[Outbox]:
    parts = split(text, office.rules.office.message_characters)
    return [
        Outbox(
            key=key if n == 1 else f"{n}#{key}",  # in front: a message may be named like another one's part
            platform=chat.platform,
            chat_kind=chat.kind,
            chat=chat.id,
            text=part,
            created_at=at,
            next_at=at,
        )
        for n, part in enumerate(parts, 1)
    ]


async def _add(session: AsyncSession, row: Outbox) -> None:
    # The caller holds the record's lock, so nobody can slip in between; the unique key stands behind it.
    known = await session.scalar(select(Outbox.id).where(Outbox.key == row.key))
    if known is None:
        session.add(row)
        await session.flush()


async def _resolve(session: AsyncSession, target: Target, platforms: tuple[str, ...]) -> Chat | None:
    if isinstance(target, Chat):
        return target
    if isinstance(target, ToGroup):
        groups = (
            select(GroupChat.platform, GroupChat.chat)
            .where(GroupChat.group_id == target.id)
            .order_by(col(GroupChat.id))  # of two on a platform always the newest
        )
        found = {platform: Chat(platform, "group", chat) for platform, chat in (await session.execute(groups)).all()}
    else:
        accounts = (
            select(Account.platform, Account.account).where(Account.member_id == target.id).order_by(col(Account.id))
        )
        found = {platform: Chat(platform, "private", a) for platform, a in (await session.execute(accounts)).all()}
    return next((found[platform] for platform in platforms if platform in found), None)


async def _accounts(session: AsyncSession, platform: str, members: tuple[str, ...]) -> list[str]:
    if not members:
        return []
    query = (
        select(Account.member_id, Account.account)
        .where(Account.platform == platform, col(Account.member_id).in_(members))
        .order_by(col(Account.id))
    )
    found = {member: account for member, account in (await session.execute(query)).all()}
    return [found[member] for member in members if member in found]
