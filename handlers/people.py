"""Who is who: somebody unknown says so, a supervisor confirms."""

from __future__ import annotations

from sqlmodel import col, select

from bot.importing.names import resolve
from bot.message import Chat
from bot.office_acts import ClaimIdentity, DecideClaim
from bot.router import Context, Outcome, Push, Refused, Router
from bot.understanding.world import Unit as WorldUnit
from handlers import lookup, rights
from handlers.imports.people import bind, new_id
from models.codes import next_code
from models.people import Claim, Member, Role, Unit

routes = Router()


@routes.on(ClaimIdentity, may=rights.anyone)
async def claim(act: ClaimIdentity, context: Context) -> Outcome:
    """Keep a claim and ask the supervisors; the same account has one open claim at a time."""
    unit = await _unit(context, act.unit)
    query = select(Claim).where(Claim.platform == act.platform, Claim.account == act.account, Claim.state == "open")
    before = (await context.session.execute(query)).scalar_one_or_none()
    if before and (before.unit_id, before.name) == (unit.id, act.person):
        return Outcome("已经报给督查室，请等确认。", code=before.code)
    if before:
        before.state = "refused"
    code = await next_code(context.session, "B")
    context.session.add(
        Claim(
            code=code, platform=act.platform, account=act.account, unit_id=unit.id or 0, name=act.person, at=context.now
        )
    )
    known = "名册中有此人" if await _member(context, unit, act.person) else "名册中没有此人，确认后作为联络员加入"
    text = f"【身份确认】{code} 有人自称{unit.short} {act.person}（{known}）。请核实后回复“确认{code}”或“拒绝{code}”。"
    targets = await lookup.approvers(context.session, Role.SUPERVISOR)
    pushes = tuple(Push(f"claim:{code}:{lookup.place(target)}", target, text) for target in targets)
    return Outcome(f"已收到：{unit.short} {act.person}。督查室确认后即可使用。", pushes, code)


@routes.on(DecideClaim, may=rights.roles(Role.SUPERVISOR))
async def decide(act: DecideClaim, context: Context) -> Outcome:
    """Bind the account to the member (a new one, where the roster lacks them), or refuse."""
    claimed = (await context.session.execute(select(Claim).where(Claim.code == act.claim))).scalar_one_or_none()
    if claimed is None or claimed.state != "open":
        raise Refused(f"没有待确认的 {act.claim}。请核对编号，例如：确认B1")
    claimed.state = "confirmed" if act.agree else "refused"
    claimed.decided_by = context.actor.id if context.actor else None
    chat = Chat(claimed.platform, "private", claimed.account)
    if not act.agree:
        push = Push(
            f"claim:{claimed.code}:refused",
            chat,
            "督查室没有确认您的身份，请核对单位和姓名后再报，例如：我是 市住建局 刘畅",
        )
        return Outcome(f"{claimed.code} 已拒绝。", (push,), claimed.code)
    unit = await context.session.get_one(Unit, claimed.unit_id)
    member = await _member(context, unit, claimed.name) or await _joined(context, claimed)
    await bind(context, member.id, claimed.platform, claimed.account)
    push = Push(
        f"claim:{claimed.code}:confirmed",
        chat,
        f"您已确认为{unit.short} {member.name}，可以使用了。回复“帮助”看怎么用。",
    )
    return Outcome(f"{claimed.code} 已确认：{unit.short} {member.name}。", (push,), claimed.code)


async def _unit(context: Context, words: str) -> Unit:
    units = list((await context.session.execute(select(Unit).order_by(col(Unit.id)))).scalars())
    world = tuple(WorldUnit(unit.name, unit.short, tuple(unit.aliases), unit.kind) for unit in units)
    name = resolve(words, world)
    if name is None:
        raise Refused(f"名册里没有单位“{words}”。请用单位全称或常用简称再报，例如：我是 市住建局 刘畅")
    return next(unit for unit in units if unit.name == name)


async def _member(context: Context, unit: Unit, name: str) -> Member | None:
    query = select(Member).where(Member.unit_id == unit.id, Member.name == name).order_by(col(Member.id)).limit(1)
    return (await context.session.execute(query)).scalar_one_or_none()


async def _joined(context: Context, claimed: Claim) -> Member:
    code = await new_id(context)
    member = Member(id=code, name=claimed.name, unit_id=claimed.unit_id, role=Role.LIAISON)
    context.session.add(member)
    await context.session.flush()
    return member
