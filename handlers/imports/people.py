"""A roster: units and members, with their accounts."""

from __future__ import annotations

from collections import Counter

from sqlmodel import select

from bot.office_acts import ImportRoster, MemberLine, UnitLine
from bot.router import Context, Outcome, Router
from handlers import rights
from handlers.imports.units import Units, all_units
from models.codes import next_code
from models.people import Account, Member, Role

routes = Router()


@routes.on(ImportRoster, may=rights.roles(Role.SUPERVISOR))
async def take_over(act: ImportRoster, context: Context) -> Outcome:
    """Take over units and members: what is known is brought up to date, nobody is added twice."""
    units = await all_units(context)
    for line in act.units:
        await _unit(units, line)
    counts: Counter[str] = Counter()
    for member in act.members:
        counts[await _member(context, units, member)] += 1
    words = f"人员新增 {counts['new']} 名，更新或未变 {counts['known']} 名；单位新增 {len(units.added)} 个"
    return Outcome(words)


async def _unit(units: Units, line: UnitLine) -> None:
    unit = await units.named(line.name)
    unit.short, unit.kind, unit.confirmed = line.short or unit.short, line.kind or unit.kind, True
    unit.aliases = list(dict.fromkeys([*unit.aliases, *line.aliases]))


async def _member(context: Context, units: Units, line: MemberLine) -> str:
    unit_id = (await units.named(line.unit)).id if line.unit else None
    query = select(Member).where(Member.name == line.name, Member.unit_id == unit_id).limit(1)
    member = (await context.session.execute(query)).scalar_one_or_none()
    state = "known" if member else "new"
    if member is None:
        member = Member(id=await new_id(context), name=line.name, unit_id=unit_id)
        context.session.add(member)
    member.role, member.title = line.role, line.title or member.title
    await context.session.flush()
    for platform, account in (("dingtalk", line.dingtalk), ("wecom", line.wecom)):
        if account:
            await bind(context, member.id, platform, account)
    return state


async def new_id(context: Context) -> str:
    """An id for a new member (p1, p2 …) that no roster has given already."""
    while True:
        code = (await next_code(context.session, "P")).lower()
        if await context.session.get(Member, code) is None:
            return code


async def bind(context: Context, member_id: str, platform: str, account: str) -> None:
    """Bind an account to a member; an account that was bound to somebody else is moved."""
    query = select(Account).where(Account.platform == platform, Account.account == account)
    bound = (await context.session.execute(query)).scalar_one_or_none()
    if bound is None:
        context.session.add(Account(platform=platform, account=account, member_id=member_id))
    else:
        bound.member_id = member_id
    await context.session.flush()
