"""报送信息."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlmodel import col, select

from bot.acts import SubmitInfo
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.infos.common import name
from models.codes import next_code
from models.infos import CHINESE_CATEGORY, Info, InfoState, Topic
from models.people import Role

routes = Router()

_NOT_LETTERS = re.compile(r"[\W_]+")


@routes.on(SubmitInfo, may=rights.anyone)
async def submit(act: SubmitInfo, context: Context) -> Outcome:
    """Take an info in, for the sender's own unit or one that an editor names. A returned one is handed in again."""
    title, body = _complete(act, context)
    topic = await _topic(act, context)
    unit_id = await _unit(act, context)
    known = await _same(context, unit_id, title)
    if known and known.state != InfoState.RETURNED:
        raise Refused(f"{name(known)}已报过，没有重复登记。如有更正请联系信息科退回后再报，例如：请退回{known.code}")
    info = known or Info(
        code=await next_code(context.session, "X"), title=title, unit_id=unit_id, submitted_at=context.now
    )
    info.title, info.body, info.category = title, body, act.category or "news"
    info.topic = act.topic or info.topic
    info.member_id = context.actor.id if context.actor else None
    info.state = InfoState.SUBMITTED
    info.reviewers, info.reason, info.submitted_at = [], "", context.now
    context.session.add(info)
    return Outcome(_receipt(info, topic, again=known is not None), code=info.code)


def _complete(act: SubmitInfo, context: Context) -> tuple[str, str]:
    if not act.title:
        raise Unclear("请问信息的标题是什么？例如：我市春耕备耕工作有序推进", act, "title")
    if not act.body:
        raise Unclear(f"《{said.short(act.title)}》：请发正文，例如：截至4月10日，全市……", act, "body")
    longest = context.office.rules.information.longest_title
    if len(act.title) > longest:
        raise Refused(
            f"标题有 {len(act.title)} 字，最多 {longest} 字，没有登记。请写短一些，例如：我市春耕备耕工作有序推进"
        )
    return act.title, act.body


async def _unit(act: SubmitInfo, context: Context) -> int:
    if act.units:
        named = await lookup.units_named(context, act.units[:1])
        own = context.actor.unit_id if context.actor else None
        if named[0].id != own and context.actor and context.actor.role not in (Role.EDITOR, Role.SUPERVISOR):
            raise Refused(
                f"只能报送本单位的信息，{named[0].short}的请由该单位或信息科报送，没有登记。"
                "报送本单位的这样写，例如：【信息报送】换行写标题，再换行写正文"
            )
        return named[0].id or 0
    if context.actor is None or context.actor.unit_id is None:
        raise Refused("您没有所属单位，没有登记。请写明报送单位，例如：替市农牧局报信息：……")
    return context.actor.unit_id


async def _topic(act: SubmitInfo, context: Context) -> Topic | None:
    if act.topic is None:
        return None
    topic = (await context.session.execute(select(Topic).where(Topic.code == act.topic))).scalar_one_or_none()
    if topic is None:
        raise Refused(f"没有编号为 {act.topic} 的约稿，没有登记。请核对编号后再报，例如：报送Y3的稿子，标题是……")
    return topic


async def _same(context: Context, unit_id: int, title: str) -> Info | None:
    since = context.now - timedelta(days=context.office.rules.information.same_title_days)
    query = select(Info).where(Info.unit_id == unit_id, col(Info.submitted_at) >= since).order_by(col(Info.id).desc())
    infos = (await context.session.execute(query)).scalars()
    return next((info for info in infos if plain(info.title) == plain(title)), None)


def plain(title: str) -> str:
    """A title without punctuation and spaces, for comparing."""
    return _NOT_LETTERS.sub("", title)


def _receipt(info: Info, topic: Topic | None, *, again: bool) -> str:
    parts = [f"{name(info)}：{'已重新收到' if again else '已收到'}，{CHINESE_CATEGORY[info.category]}类"]
    if topic:
        parts.append(f"对应约稿 {topic.code}《{said.short(topic.title)}》")
    urgent = "紧急信息请同时电话报告市政府总值班室。" if info.category == "emergency" else ""
    return "，".join(parts) + f"，待一审。{urgent}{said.UNDO}"
