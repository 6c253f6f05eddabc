"""Compiling an issue from the week's reviewed infos and the ledger's figures."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from rapidfuzz import fuzz
from sqlmodel import col, func, select

from bot.office_acts import CompileDigest
from bot.publishing import digest as publishing
from bot.router import Context, Outcome, Push, Refused, Router
from bot.rules import DigestSection
from handlers import lookup, rights
from handlers.digest.common import issue
from models.digests import Digest, DigestState
from models.infos import Adoption, Info, InfoState
from models.people import Role, Unit
from models.tasks import Part, Task, TaskState, TaskStep, TaskUnit

routes = Router()

LEFT_OVER = timedelta(days=7)
"""What was passed after the last issue was compiled still comes into this one."""


@routes.on(CompileDigest, may=rights.roles(Role.EDITOR, Role.SUPERVISOR, Role.LEADER))
async def compile_(act: CompileDigest, context: Context) -> Outcome:
    """Compile a week's draft, or compile it anew; ask the editors to review it."""
    monday = _monday(act.week)
    digest = (await context.session.execute(select(Digest).where(Digest.week == act.week))).scalar_one_or_none()
    if digest and digest.state == DigestState.PUBLISHED:
        raise Refused(f"{act.week} 的政务动态已经刊发，不能重编。要看请回复：看最近一期政务动态")
    content = await _content(context, monday)
    if content is None:
        text = f"{act.week} 没有三审通过的信息，台账也没有变化，本周不编发《政务动态》。"
        return Outcome(text, await _to_editors(context, text, f"digest:none:{act.week}"))
    # An issue counts in the year of its ISO week, which is that of the week's Thursday.
    digest = digest or Digest(week=act.week, year=int(act.week[:4]), compiled_at=context.now)
    digest.state, digest.reviewed_by, digest.content, digest.compiled_at = DigestState.DRAFT, None, content, context.now
    context.session.add(digest)
    text = _draft(context, digest)
    pushes = await _to_editors(context, text, f"digest:draft:{act.week}:{context.now:%Y%m%dT%H%M%S}")
    return Outcome(text, pushes, f"{act.week}")


def _monday(week: str) -> date:
    try:
        return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    except ValueError as error:
        raise Refused(f"没有“{week}”这一周。请写年份和周次，例如：2023-W15") from error


def _draft(context: Context, digest: Digest) -> str:
    rules = context.office.rules
    body = publishing.message(issue(context, digest, None), rules.digest.best, rules.office.message_characters - 100)
    return f"【政务动态草稿】\n{body}\n请编辑审核：回复“政务动态审核通过，可以发布”。"


async def _to_editors(context: Context, text: str, key: str) -> tuple[Push, ...]:
    targets = await lookup.approvers(context.session, Role.EDITOR)
    return tuple(Push(f"{key}:{lookup.place(target)}", target, text) for target in targets)


async def _content(context: Context, monday: date) -> dict[str, Any] | None:
    start, end = _instant(context, monday), _instant(context, monday + timedelta(days=7))
    infos = await _infos(context, start, end)
    ledger = await _ledger(context, start, end)
    if not infos and not ledger["moved"]:
        return None
    units = await lookup.units_by_id(context.session, {info.unit_id for info in infos})
    sections = [_section(rule, infos, units) for rule in context.office.rules.digest.sections]
    return {"sections": sections, "ledger": ledger, "ranking": await _ranking(context, end)}


def _instant(context: Context, day: date) -> datetime:
    return datetime.combine(day, time(), context.office.zone).astimezone(UTC)


async def _infos(context: Context, start: datetime, end: datetime) -> list[Info]:
    """What has passed its three reviews in the week (or just before it) and stands in no published issue.

    Of near-duplicates the first; what was left out of an issue as one of its near-duplicates stays out.
    """
    rules = context.office.rules.digest
    categories = {category for section in rules.sections for category in section.categories}
    query = (
        select(Info)
        .where(col(Info.state).in_([InfoState.APPROVED, InfoState.ADOPTED]), col(Info.category).in_(categories))
        .where(col(Info.approved_at) >= start - LEFT_OVER, col(Info.approved_at) < end)
        .order_by(col(Info.id))
    )
    published = await _published(context)
    used = {item["code"] for _, item in published}
    kept: list[Info] = []
    for info in (await context.session.execute(query)).scalars():
        earlier = [item["title"] for at, item in published if info.approved_at and info.approved_at < at]
        titles = [*earlier, *(_one_line(other.title) for other in kept)]
        if info.code not in used and not _is_like(info, titles, rules.likeness):
            kept.append(info)
    return kept


async def _published(context: Context) -> list[tuple[datetime, dict[str, Any]]]:
    """The items of all published issues, each with the moment at which its issue was compiled."""
    query = select(Digest.compiled_at, Digest.content).where(Digest.state == DigestState.PUBLISHED)
    rows = (await context.session.execute(query)).all()
    return [(at, item) for at, content in rows for section in content["sections"] for item in section["items"]]


def _is_like(info: Info, titles: list[str], likeness: int) -> bool:
    """Whether the title is at least this alike (0–100) to one of ``titles``."""
    return any(fuzz.ratio(_one_line(info.title), title) >= likeness for title in titles)


def _one_line(title: str) -> str:
    return " ".join(title.split())


def _section(rule: DigestSection, infos: list[Info], units: dict[int, Unit]) -> dict[str, Any]:
    items = [
        {"code": info.code, "title": _one_line(info.title), "unit": units[info.unit_id].short, "body": info.body}
        for info in infos
        if info.category in rule.categories
    ]
    return {"heading": rule.heading, "layers": list(rule.layers), "items": items}


async def _ledger(context: Context, start: datetime, end: datetime) -> dict[str, Any]:
    """The ledger's figures: of the week, and as it stands now."""
    by_state = select(Task.state, func.count()).group_by(Task.state)
    states = Counter({state: number for state, number in (await context.session.execute(by_state)).all()})
    steps = select(TaskStep.kind, func.count(col(TaskStep.task_id).distinct())).where(
        col(TaskStep.at) >= start, col(TaskStep.at) < end
    )
    moved = {kind: number for kind, number in (await context.session.execute(steps.group_by(TaskStep.kind))).all()}
    closed = await context.session.scalar(
        select(func.count()).where(col(Task.closed_at) >= start, col(Task.closed_at) < end)
    )
    late = await _late(context)
    overdue = await context.session.scalar(
        select(func.count()).where(col(Task.due) < context.today, col(Task.state) != TaskState.DONE)
    )
    total, done = sum(states.values()), states[TaskState.DONE]
    lines = [
        f"共 {total} 项，在办 {total - done} 项，已销号 {done} 项，逾期 {overdue} 项。",
        f"本周交办 {moved.get('task.assign', 0)} 项，报进展 {moved.get('task.progress', 0)} 项，销号 {closed} 项。",
    ]
    return {"lines": lines, "late": [f"逾期：{'、'.join(late)}。"] if late else [], "moved": sum(moved.values())}


async def _late(context: Context) -> list[str]:
    """The lead units with tasks past their due day, and how many."""
    number = func.count(col(Task.id))
    query = (
        select(Unit.short, number)
        .join(TaskUnit, col(TaskUnit.unit_id) == col(Unit.id))
        .join(Task, col(Task.id) == col(TaskUnit.task_id))
        .where(TaskUnit.part == Part.LEAD, col(Task.due) < context.today, col(Task.state) != TaskState.DONE)
        .group_by(col(Unit.id), col(Unit.short))
        .order_by(number.desc(), col(Unit.id))
    )
    return [f"{short} {count} 项" for short, count in (await context.session.execute(query)).all()]


async def _ranking(context: Context, end: datetime) -> list[str]:
    """The five units with most adoptions in the month of the week's end."""
    month = (end - timedelta(days=1)).astimezone(context.office.zone).date().replace(day=1)
    number = func.count(col(Adoption.id))
    query = (
        select(Unit.short, number)
        .join(Info, col(Info.unit_id) == col(Unit.id))
        .join(Adoption, col(Adoption.info_id) == col(Info.id))
        .where(col(Adoption.at) >= _instant(context, month), col(Adoption.at) < end)
        .group_by(col(Unit.id), col(Unit.short))
        .order_by(number.desc(), col(Unit.id))
        .limit(5)
    )
    return [f"{short} {count} 条次" for short, count in (await context.session.execute(query)).all()]
