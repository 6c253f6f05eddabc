"""审核 by an editor, then 签发 by a leader, which publishes."""

from __future__ import annotations

from sqlmodel import col, select

from bot.acts import PublishDigest
from bot.publishing import digest as publishing
from bot.router import Context, Outcome, Push, Refused, Router, ToGroup
from handlers import lookup, rights
from handlers.digest.common import issue, next_number
from models.digests import Digest, DigestState
from models.infos import Adoption, Info, InfoState
from models.people import Group, GroupChat, Role

routes = Router()


@routes.on(PublishDigest, may=rights.roles(Role.EDITOR, Role.LEADER))
async def publish(act: PublishDigest, context: Context) -> Outcome:
    """An editor passes the draft, a leader signs it: no issue goes out without both, in this order."""
    query = select(Digest).where(Digest.state != DigestState.PUBLISHED).order_by(col(Digest.week).desc()).limit(1)
    digest = (await context.session.execute(query)).scalar_one_or_none()
    if digest is None:
        raise Refused("没有待发布的《政务动态》草稿，每周自动编排一次。要看已发的请回复：看最近一期政务动态")
    await _refuse_stale(digest, context)
    if context.actor is None or context.actor.role == Role.EDITOR:
        return await _reviewed(digest, context)
    if digest.state != DigestState.REVIEWED:
        raise Refused(f"《政务动态》{digest.week} 还没有经编辑审核，不能签发。请信息科先回复：政务动态审核通过")
    return await _published(digest, context)


async def _refuse_stale(digest: Digest, context: Context) -> None:
    """A review that was taken back after compiling: what has not passed three reviews does not go out."""
    codes = [item["code"] for section in digest.content["sections"] for item in section["items"]]
    passed = select(Info.code).where(
        col(Info.code).in_(codes), col(Info.state).in_([InfoState.APPROVED, InfoState.ADOPTED])
    )
    lacking = sorted(set(codes) - set((await context.session.execute(passed)).scalars()))
    if lacking:
        raise Refused(
            f"《政务动态》{digest.week} 中的 {'、'.join(lacking)} 三审已撤销，没有登记。"
            f"请先完成审核或重新编排，例如：{lacking[0]} 三审通过"
        )


async def _reviewed(digest: Digest, context: Context) -> Outcome:
    if digest.state == DigestState.REVIEWED:
        return Outcome(f"《政务动态》{digest.week} 已审核，正等领导签发。", code=digest.week)
    digest.state = DigestState.REVIEWED
    digest.reviewed_by = context.actor.id if context.actor else None
    rules = context.office.rules
    body = publishing.message(issue(context, digest, None), rules.digest.best, rules.office.message_characters - 100)
    text = f"【政务动态签发】\n{body}\n请审签：回复“同意签发本期政务动态”。"
    targets = await lookup.approvers(context.session, Role.LEADER)
    key = f"digest:sign:{digest.week}:{context.now:%Y%m%dT%H%M%S}"
    pushes = tuple(Push(f"{key}:{lookup.place(target)}", target, text) for target in targets)
    return Outcome(f"《政务动态》{digest.week} 审核通过，已送领导签发。", pushes, digest.week)


async def _published(digest: Digest, context: Context) -> Outcome:
    digest.number = await next_number(context, digest.year)
    digest.state = DigestState.PUBLISHED
    digest.published_by = context.actor.id if context.actor else None
    digest.published_at = context.now
    await _adopted(digest, context)
    rules = context.office.rules
    reachable = select(GroupChat.group_id)
    query = select(Group).where(col(Group.layer).in_(rules.digest.layers), col(Group.id).in_(reachable))
    groups = (await context.session.execute(query.order_by(col(Group.id)))).scalars()
    # The moment, because an issue that was signed, taken back and signed again keeps its number.
    key = f"digest:{digest.year}:{digest.number}:{lookup.occasion(context)}"
    pushes = tuple(
        Push(
            f"{key}:g{group.id}",
            ToGroup(group.id),
            publishing.message(issue(context, digest, group.layer), rules.digest.best, rules.office.message_characters),
        )
        for group in groups
        if group.id is not None
    )
    text = f"《政务动态》{digest.year} 年第 {digest.number} 期已签发，发到 {len(pushes)} 个群。"
    return Outcome(text, pushes, digest.week)


async def _adopted(digest: Digest, context: Context) -> None:
    """Every info of a published issue is adopted by it."""
    codes = [item["code"] for section in digest.content["sections"] for item in section["items"]]
    infos = (await context.session.execute(select(Info).where(col(Info.code).in_(codes)))).scalars()
    for info in infos:
        known = select(Adoption.id).where(Adoption.info_id == info.id, Adoption.level == "city")
        if await context.session.scalar(known) is None:
            context.session.add(Adoption(info_id=info.id or 0, level="city", at=context.now))
        info.state = InfoState.ADOPTED
