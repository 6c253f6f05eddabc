"""查询信息: one, mine, a unit's, the ranking, the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import func, or_
from sqlmodel import col, select

from bot.acts import QueryInfos
from bot.router import Context, Outcome, Refused, Router, Unclear
from handlers import lookup, rights, said
from handlers.infos.common import info_named, name
from models.infos import CHINESE_LEVEL, CHINESE_STATE, Adoption, Info, InfoState, Topic
from models.people import Unit

routes = Router()

LONGEST_LIST = 30  # lines


@routes.on(QueryInfos, may=rights.anyone)
async def query(act: QueryInfos, context: Context) -> Outcome:
    """Tell where infos stand."""
    if act.scope == "one":
        return Outcome(await _one(act, context))
    if act.scope == "plan":
        return Outcome(await _plan(act, context))
    if act.scope == "rank":
        return Outcome(await _rank(act, context))
    units = await _units(act, context)
    return Outcome(await _of(units, act.period, context))


async def _one(act: QueryInfos, context: Context) -> str:
    if act.info is None:
        raise Unclear("请问查哪一条信息？请回复编号，例如：X5", act, "info")
    info = await info_named(context, act.info)
    unit = await context.session.get(Unit, info.unit_id)
    adopted = select(Adoption.level).where(Adoption.info_id == info.id).order_by(col(Adoption.id))
    levels = (await context.session.execute(adopted)).scalars()
    used = "、".join(CHINESE_LEVEL[level] for level in levels)
    state = CHINESE_STATE[InfoState(info.state)] + (f"（{used}）" if used else "")
    why = f"，退回原因：{info.reason}" if info.state == InfoState.RETURNED and info.reason else ""
    when = said.moment(info.submitted_at, context.office.zone, context.today)
    return f"{name(info)}（{unit.short if unit else ''}，{when} 报）：{state}{why}。"


async def _units(act: QueryInfos, context: Context) -> list[Unit]:
    if act.units:
        return await lookup.units_named(context, act.units)
    if context.actor is None or context.actor.unit_id is None:
        raise Refused("您没有所属单位，请写单位名称，例如：市农牧局4月份报了几条信息")
    return list((await lookup.units_by_id(context.session, [context.actor.unit_id])).values())


async def _of(units: list[Unit], period: str | None, context: Context) -> str:
    since, until = bounds(period, context)
    lines = []
    for unit in units:
        query = select(Info).where(
            Info.unit_id == unit.id, col(Info.submitted_at) >= since, col(Info.submitted_at) < until
        )
        infos = list((await context.session.execute(query.order_by(col(Info.id)))).scalars())
        adopted = sum(info.state == InfoState.ADOPTED for info in infos)
        lines.append(f"{unit.short}：报送 {len(infos)} 条，采用 {adopted} 条")
        if len(units) == 1:
            lines += [f"{name(info)}：{CHINESE_STATE[InfoState(info.state)]}" for info in infos[-LONGEST_LIST:]]
    return "\n".join([f"{said_period(period, context)}信息报送：", *lines])


async def _rank(act: QueryInfos, context: Context) -> str:
    """Units by what was adopted in the period, whenever it was submitted, then by what was submitted in it."""
    since, until = bounds(act.period, context)
    adopted = await _counts(
        context,
        select(Info.unit_id, func.count())
        .join(Adoption, col(Adoption.info_id) == col(Info.id))
        .where(col(Adoption.at) >= since, col(Adoption.at) < until),
    )
    submitted = await _counts(
        context,
        select(Info.unit_id, func.count()).where(col(Info.submitted_at) >= since, col(Info.submitted_at) < until),
    )
    units = (await lookup.units_by_id(context.session, {*adopted, *submitted})).items()
    ranked = sorted(units, key=lambda item: (-adopted.get(item[0], 0), -submitted.get(item[0], 0), item[0]))
    wanted = set(act.units)
    rows = [
        f"{rank}. {unit.short}：采用 {adopted.get(unit_id, 0)} 条次，报送 {submitted.get(unit_id, 0)} 条"
        for rank, (unit_id, unit) in enumerate(ranked, 1)
        if not wanted or unit.name in wanted
    ]
    heading = f"{said_period(act.period, context)}信息采用排名（按采用条次、报送条数）："
    return "\n".join([heading, *(rows[:LONGEST_LIST] or ["这段时间没有报送和采用。"])])


async def _counts(context: Context, query: Any) -> dict[int, int]:
    rows = (await context.session.execute(query.group_by(col(Info.unit_id)))).all()
    return {unit_id: number for unit_id, number in rows}


async def _plan(act: QueryInfos, context: Context) -> str:
    fresh = or_(col(Topic.due).is_(None), col(Topic.due) >= context.today - timedelta(days=30))
    query = select(Topic).where(fresh).order_by(col(Topic.due).is_(None), col(Topic.due), col(Topic.id))
    topics = (await context.session.execute(query)).scalars()
    wanted = {unit.id for unit in await lookup.units_named(context, act.units)} if act.units else set()
    lines = []
    for topic in topics:
        if wanted and not wanted & set(topic.units):
            continue
        answers = select(Info.unit_id).where(Info.topic == topic.code, Info.state != InfoState.RETURNED)
        answered = set((await context.session.execute(answers)).scalars())
        missing = (await lookup.units_by_id(context.session, [u for u in topic.units if u not in answered])).values()
        lines.append(
            f"{topic.code}《{said.short(topic.title)}》，{said.limit(topic.due, context.today)}，"
            + (f"缺：{lookup.shorts(missing)}" if missing else "已报齐")
        )
    return "\n".join(["约稿和要点：", *(lines or ["近期没有约稿。"])])


def bounds(period: str | None, context: Context) -> tuple[datetime, datetime]:
    """A period (``2023-04``, ``2023-Q1``, ``2023-H1``, ``2023``, ``2023-W15``; None: this month) as [start, end)."""
    try:
        first, last = _days(period or f"{context.today:%Y-%m}")
    except (ValueError, IndexError) as error:
        raise Refused(f"没有“{period}”这个时段。请写月份、季度或年份，例如：4月份信息采用排名") from error
    zone = context.office.zone
    return datetime.combine(first, time(), zone).astimezone(UTC), datetime.combine(last, time(), zone).astimezone(UTC)


def _days(period: str) -> tuple[date, date]:
    year, dash, rest = period.partition("-")
    if not dash:
        return date(int(year), 1, 1), date(int(year) + 1, 1, 1)
    if rest.startswith("W"):
        monday = date.fromisocalendar(int(year), int(rest[1:]), 1)
        return monday, monday + timedelta(days=7)
    months = {"Q": 3, "H": 6}.get(rest[0], 1)
    number = int(rest.lstrip("QH"))
    first = date(int(year), (number - 1) * months + 1, 1)
    return first, first + relativedelta(months=months)


def said_period(period: str | None, context: Context) -> str:
    """A period in words."""
    year, _, rest = (period or f"{context.today:%Y-%m}").partition("-")
    words = {"W": "第 {} 周", "Q": "第 {} 季度"}
    if not rest:
        return f"{year} 年"
    if rest[0] == "H":
        return f"{year} 年{'上' if rest[1:] == '1' else '下'}半年"
    return f"{year} 年" + words.get(rest[0], " {} 月").format(int(rest.lstrip("WQ")))
