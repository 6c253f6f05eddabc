"""Showing an issue."""

from __future__ import annotations

from sqlmodel import col, select

from bot.acts import ViewDigest
from bot.publishing import digest as publishing
from bot.router import Context, Outcome, Refused, Router
from handlers import rights
from handlers.digest.common import issue
from models.digests import Digest, DigestState
from models.people import Layer, Role

routes = Router()


@routes.on(ViewDigest, may=rights.anyone)
async def view(act: ViewDigest, context: Context) -> Outcome:
    """Show the latest published issue, or a given one, as the reader's layer may see it."""
    query = select(Digest).where(Digest.state == DigestState.PUBLISHED)
    query = query.order_by(col(Digest.year).desc(), col(Digest.number).desc()).limit(1)
    if act.issue is not None:
        query = query.where(Digest.number == act.issue)
    if act.week is not None:
        query = query.where(Digest.week == act.week)
    digest = (await context.session.execute(query)).scalar_one_or_none()
    if digest is None:
        which = f"第 {act.issue} 期" if act.issue else act.week or "已刊发的"
        raise Refused(f"没有{which}《政务动态》。要看最近一期请回复：看最近一期政务动态")
    rules = context.office.rules
    shown = issue(context, digest, _layer(context))
    return Outcome(publishing.message(shown, rules.digest.best, rules.office.message_characters))


def _layer(context: Context) -> str:
    if context.group is not None:
        return context.group.layer
    leads = context.actor is not None and context.actor.role in (Role.LEADER, Role.EDITOR)
    return Layer.LEADERS if leads else Layer.DEPARTMENTS
