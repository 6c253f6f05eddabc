"""采用: an info was used at a level."""

from __future__ import annotations

from sqlmodel import select

from bot.acts import AdoptInfo
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.infos.common import info_named, name, tell_author
from models.infos import CHINESE_LEVEL, CHINESE_STATE, Adoption, Info, InfoState
from models.people import Role

routes = Router()

_WHICH = "\n".join(
    ["请问是哪一级采用？", *(f"{n}. {word}" for n, word in enumerate(CHINESE_LEVEL.values(), 1)), "回复序号即可。"]
)


@routes.on(AdoptInfo, may=rights.roles(Role.EDITOR, Role.LEADER))
async def adopt(act: AdoptInfo, context: Context) -> Outcome:
    """Record an adoption, once at each level; only what has passed its three reviews can be adopted."""
    info = await info_named(context, act.info)
    if act.level is None:
        raise Unclear(_WHICH, act, "level", tuple(CHINESE_LEVEL))
    if info.state not in (InfoState.APPROVED, InfoState.ADOPTED):
        state = CHINESE_STATE[InfoState(info.state)]
        raise Refused(f"{name(info)}：现在是“{state}”，三审通过后才能登记采用，没有登记。{_first(info, state)}")
    level = CHINESE_LEVEL[act.level]
    known = select(Adoption.id).where(Adoption.info_id == info.id, Adoption.level == act.level)
    if await context.session.scalar(known) is not None:
        return Outcome(f"{name(info)}：{level}采用已登记过。", code=info.code)
    context.session.add(
        Adoption(
            info_id=info.id or 0, level=act.level, at=context.now, member_id=context.actor.id if context.actor else None
        )
    )
    info.state = InfoState.ADOPTED
    text = f"{name(info)}：已被{level}采用。" if act.level != "instruction" else f"{name(info)}：获领导批示。"
    pushes = tell_author(context, info, text, f"adopt:{info.code}:{act.level}:{lookup.occasion(context)}")
    return Outcome(f"{text[:-1]}，已登记。{said.UNDO}", pushes, info.code)


def _first(info: Info, state: str) -> str:
    """What comes before the adoption: the review that the info waits for, or a second try."""
    if info.state == InfoState.RETURNED:
        return "请先由报送单位修改后重报"
    return f"请先完成审核，例如：{info.code} {state.removeprefix('待')}通过"
