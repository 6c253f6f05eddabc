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
from models.people import Group, Role

routes = Router()


@routes.on(PublishDigest, may=rights.roles(Role.EDITOR, Role.LEADER))
async def publish(act: PublishDigest, context: Context) -> Outcome:
    """An editor passes the draft, a leader signs it: no issue goes out without both, in this order."""
    query = select(Digest).where(Digest.state != DigestState.PUBLISHED).order_by(col(Digest.week).desc()).limit(1)
    digest = (await context.session.execute(query)).scalar_one_or_none()
    if digest is None:
        raise Refused("没有待发布的《政务动态》草稿。每周五 16:00 自动编排；要看已发的请回复：看最近一期政务动态")
    if context.actor is None or context.actor.role == Role.EDITOR:
        return await _reviewed(digest, context)
    if digest.state != DigestState.REVIEWED:
        raise Refused(f"《政务动态》{digest.week} 还没有经编辑审核，不能签发。请信息科先回复：政务动态审核通过")
    return await _published(digest, context)


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
    query = select(Group).where(col(Group.layer).in_(rules.digest.layers)).order_by(col(Group.id))
    groups = [group for group in (await context.session.execute(query)).scalars() if group.id is not None]
    pushes = tuple(
        Push(
            f"digest:{digest.year}:{digest.number}:g{group.id}",
            ToGroup(group.id),
            publishing.message(issue(context, digest, group.layer), rules.digest.best, rules.office.message_characters),
        )
        for group in groups
        if group.id is not None
    )
    return Outcome(
        f"《政务动态》{digest.year} 年第 {digest.number} 期已签发，发到 {len(pushes)} 个群。", pushes, digest.week
    )


async def _adopted(digest: Digest, context: Context) -> None:
    """Every info of a published issue is adopted by it."""
    codes = [item["code"] for section in digest.content["sections"] for item in section["items"]]
    infos = (await context.session.execute(select(Info).where(col(Info.code).in_(codes)))).scalars()
    for info in infos:
        known = select(Adoption.id).where(Adoption.info_id == info.id, Adoption.level == "city")
        if await context.session.scalar(known) is None:
            context.session.add(Adoption(info_id=info.id or 0, level="city", at=context.now))
        info.state = InfoState.ADOPTED
