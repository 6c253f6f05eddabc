"""What every act on an info needs."""

from __future__ import annotations

from sqlmodel import select

from bot.router import Context, Push, Refused, ToMember
from handlers import said
from models.infos import Info


async def info_named(context: Context, code: str | None) -> Info:
    """The info with this code. Raises Refused where there is none."""
    if code is None:
        raise Refused("没有写明是哪一条信息，没有登记。请写编号，例如：X5 一审通过")
    info = (await context.session.execute(select(Info).where(Info.code == code))).scalar_one_or_none()
    if info is None:
        raise Refused(f"没有编号为 {code} 的信息，没有登记。请核对编号，例如：X5 一审通过")
    return info


def name(info: Info) -> str:
    """Code and title, as every receipt begins."""
    return f"{info.code}《{said.short(info.title)}》"


def tell_author(context: Context, info: Info, text: str, key: str) -> tuple[Push, ...]:
    """Tell who submitted it, in private, unless they speak themselves."""
    if info.member_id is None or (context.actor and context.actor.id == info.member_id):
        return ()
    return (Push(key, ToMember(info.member_id), text),)
