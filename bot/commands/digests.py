"""``digest``: the same acts with the same rights as in the chat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.acts import PublishDigest
from bot.app import House
from bot.office_acts import CompileDigest
from bot.publishing import digest as publishing
from bot.router import Context, Refused
from handlers.digest.common import issue
from models.digests import Digest
from models.people import Member, Role

_FORMS: dict[str, Callable[[publishing.Issue], bytes]] = {
    ".docx": publishing.word,
    ".md": lambda shown: publishing.markdown(shown).encode(),
    ".html": lambda shown: publishing.html(shown).encode(),
}


async def compile_(house: House, week: str | None) -> str:
    """Compile a week's draft (the present week's, where none is given); what came of it, in words."""
    now = house.clock.now()
    year, number, _ = now.astimezone(house.settings.zone).isocalendar()
    act = CompileDigest(week=week or f"{year}-W{number:02d}")
    return (await house.dispatcher.run(house.database, act, now)).reply


async def decide(house: House, member: str, role: Role) -> str:
    """Approve (an editor) or publish (a leader) as a member. Raises Refused."""
    found = await house.database.read(lambda session: session.get(Member, member))
    if found is not None and found.role != role:
        step = "审核由信息科编辑" if role == Role.EDITOR else "签发由市领导"
        raise Refused(f"{found.name}不能办这一步：{step}办理，例如：--as m12")
    return (await house.dispatcher.run(house.database, PublishDigest(), house.clock.now(), member)).reply


async def show(house: House, week: str | None) -> str:
    """The latest issue, or a week's, as Markdown. Raises Refused where there is none."""
    return publishing.markdown(await _issue(house, week))


async def export(house: House, week: str | None, path: Path) -> None:
    """Write an issue to a file by its name. Raises Refused, and ValueError for another suffix."""
    shown = await _issue(house, week)
    if path.suffix in _FORMS:
        await asyncio.to_thread(path.write_bytes, _FORMS[path.suffix](shown))
    else:
        raise ValueError(
            f"不能导出为“{path.suffix or path.name}”，文件名请用 .docx、.md 或 .html 结尾，例如：政务动态.docx"
        )


async def _issue(house: House, week: str | None) -> publishing.Issue:
    async def work(session: AsyncSession) -> publishing.Issue:
        query = select(Digest).order_by(col(Digest.week).desc()).limit(1)
        query = query.where(Digest.week == week) if week else query
        digest = (await session.execute(query)).scalar_one_or_none()
        if digest is None:
            raise Refused(f"没有{week or ''}《政务动态》。先编排，例如：python bot.py digest compile --week 2023-W15")
        return issue(Context(session, house.dispatcher.office, house.clock.now()), digest, None)

    return await house.database.read(work)
