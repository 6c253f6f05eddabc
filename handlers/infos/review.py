"""三审: an editor, another editor, a leader (contract: Rights)."""

from __future__ import annotations

from bot.acts import ApproveInfo, ReturnInfo
from bot.router import Context, Outcome, Push, Refused, Router, Target, ToMember
from handlers import lookup, rights, said
from handlers.infos.common import info_named, name, tell_author
from models.infos import CHINESE_CATEGORY, CHINESE_STATE, Info, InfoState
from models.people import Member, Role, Unit

routes = Router()
_REVIEWERS = rights.roles(Role.EDITOR, Role.LEADER)

_STAGES = {
    InfoState.SUBMITTED: ("一审", Role.EDITOR, InfoState.REVIEW2),
    InfoState.REVIEW2: ("二审", Role.EDITOR, InfoState.REVIEW3),
    InfoState.REVIEW3: ("三审", Role.LEADER, InfoState.APPROVED),
}


@routes.on(ApproveInfo, may=_REVIEWERS)
async def approve(act: ApproveInfo, context: Context) -> Outcome:
    """Pass the stage that the info waits for."""
    info = await info_named(context, act.info)
    stage = _stage(info)
    word, role, following = stage
    if context.actor is not None:
        _refuse_wrong(info, word, role, context.actor)
        info.reviewers = [*info.reviewers, context.actor.id]
    info.state = following
    if following == InfoState.APPROVED:
        info.approved_at = context.now
    comes = "可以采用" if following == InfoState.APPROVED else f"待{_STAGES[following][0]}"
    pushes = await _next(context, info, word)
    return Outcome(f"{name(info)}：{word}通过，{comes}。{said.UNDO}", pushes, info.code)


@routes.on(ReturnInfo, may=_REVIEWERS)
async def send_back(act: ReturnInfo, context: Context) -> Outcome:
    """Return the info to who submitted it."""
    info = await info_named(context, act.info)
    _stage(info)
    info.state = InfoState.RETURNED
    info.reason = act.reason or ""
    why = f"，原因：{act.reason}" if act.reason else ""
    text = f"{name(info)}：已退回{why}。改后请用同一标题再报。"
    key = f"inforeturn:{info.code}:{lookup.occasion(context)}"
    return Outcome(f"{name(info)}：已退回{why}。{said.UNDO}", tell_author(context, info, text, key), info.code)


def _stage(info: Info) -> tuple[str, Role, InfoState]:
    """The stage that an info waits for. Raises Refused where it waits for none."""
    state = InfoState(info.state)
    if state not in _STAGES:
        raise Refused(
            f"{name(info)}：现在是“{CHINESE_STATE[state]}”，没有待审的一步，没有登记。"
            f"要看情况请回复：{info.code} 审到哪了"
        )
    return _STAGES[state]


def _refuse_wrong(info: Info, word: str, role: Role, actor: Member) -> None:
    if actor.role != role:
        wrong = f"{word}由{rights.NAMES[role]}办理"
    elif actor.id in info.reviewers:
        wrong = f"{word}要由另一位编辑办理，您已审过上一审"
    elif actor.id == info.member_id:
        wrong = f"是您报送的，{word}要由别人办理"
    else:
        return
    raise Refused(f"{name(info)}：{wrong}，没有登记。要看情况请回复：{info.code} 审到哪了")


async def _next(context: Context, info: Info, word: str) -> tuple[Push, ...]:
    """After the second review, ask the leaders; after the third, tell the author."""
    if info.state == InfoState.REVIEW3:
        unit = await context.session.get(Unit, info.unit_id)
        text = (
            f"【三审】{name(info)}（{getattr(unit, 'short', '')}，{CHINESE_CATEGORY[info.category]}）"
            f"{word}已通过，请审签。\n"
            f"{said.short(info.body, 600)}\n引用本条回复“同意”或“退回，原因……”。"
        )
        targets = await _leaders(context, unit)
        key = f"review3:{info.code}:{lookup.occasion(context)}"
        return tuple(Push(f"{key}:{lookup.place(target)}", target, text) for target in targets)
    if info.state == InfoState.APPROVED:
        key = f"approved:{info.code}:{lookup.occasion(context)}"
        return tell_author(context, info, f"{name(info)}：三审通过，可以采用。", key)
    return ()


async def _leaders(context: Context, unit: Unit | None) -> list[Target]:
    """The leader in charge of the unit, where the roster names one; else every leader: any of them may sign."""
    everyone = await lookup.approvers(context.session, Role.LEADER)
    own = ToMember(unit.leader) if unit and unit.leader else None
    return [own] if own in everyone and own is not None else everyone
