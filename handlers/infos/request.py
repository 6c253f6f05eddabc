"""约稿 and 催约稿."""

from __future__ import annotations

from sqlmodel import col, select

from bot.acts import RequestInfo, UrgeInfo
from bot.router import Context, Outcome, Push, Refused, Router, Target, ToGroup, Unclear
from handlers import lookup, rights, said
from models.codes import next_code
from models.infos import Info, InfoState, Topic
from models.people import Group, Layer, Role, Unit

routes = Router()
_EDITORS = rights.roles(Role.EDITOR, Role.LEADER, Role.SUPERVISOR)


@routes.on(RequestInfo, may=_EDITORS)
async def request(act: RequestInfo, context: Context) -> Outcome:
    """Ask units for a piece, and tell them."""
    if not act.title:
        raise Unclear("请问约什么题目？例如：春耕备耕物资储备情况", act, "title")
    if not act.units:
        raise Unclear("请问要哪些单位报？例如：市农牧局、三区", act, "units")
    if act.due is None:
        raise Unclear("请问时限是哪天？例如：4月25日", act, "due")
    if act.due < context.today:
        raise Refused(f"时限 {act.due:%Y-%m-%d} 已经过去，没有登记。请写今天以后的日期，例如：4月25日前")
    units = await lookup.units_named(context, dict.fromkeys(act.units))
    topic = Topic(
        code=await next_code(context.session, "Y"),
        title=act.title,
        units=[unit.id for unit in units if unit.id is not None],
        due=act.due,
        created_at=context.now,
    )
    context.session.add(topic)
    text = (
        f"【约稿】{topic.code}《{topic.title}》\n请报：{lookup.shorts(units)}\n"
        f"时限：{said.day(act.due, context.today)}\n"
        f"报送时写“【信息报送】”、标题和正文即可。"
    )
    return await _tell(context, units, text, f"topic:{topic.code}", topic.code)


@routes.on(UrgeInfo, may=_EDITORS)
async def urge(act: UrgeInfo, context: Context) -> Outcome:
    """Chase those who have not answered a 约稿 (the one named, or every open one of these units)."""
    topics = await _open_topics(context, act.topic)
    if act.topic and not topics:
        raise Refused(f"没有编号为 {act.topic} 的约稿，没有催办。请核对编号，例如：催约稿Y3")
    wanted = await lookup.units_named(context, act.units) if act.units else []
    lines, late = await _missing(context, topics, {unit.id for unit in wanted})
    if not lines:
        return Outcome("约稿都已报齐，没有要催的。", code=act.topic)
    units = list((await lookup.units_by_id(context.session, late)).values())
    text = "\n".join([f"【催约稿】{lookup.shorts(units)}，以下约稿还未收到，请抓紧：", *lines])
    return await _tell(context, units, text, f"topicurge:{context.inbox_id or context.now.isoformat()}", act.topic)


async def _open_topics(context: Context, code: str | None) -> list[Topic]:
    query = select(Topic).order_by(col(Topic.due), col(Topic.id))
    query = query.where(Topic.code == code) if code else query
    return list((await context.session.execute(query)).scalars())


async def _missing(context: Context, topics: list[Topic], only: set[int | None]) -> tuple[list[str], list[int]]:
    """A line for each topic that lacks an answer, and the units that owe one."""
    lines: list[str] = []
    late: list[int] = []
    for topic in topics:
        query = select(Info.unit_id).where(Info.topic == topic.code, Info.state != InfoState.RETURNED)
        answered = set((await context.session.execute(query)).scalars())
        owing = [unit for unit in topic.units if unit not in answered and (not only or unit in only)]
        if owing:
            due = said.day(topic.due, context.today) if topic.due else "未定"
            names = lookup.shorts((await lookup.units_by_id(context.session, owing)).values())
            lines.append(f"{topic.code}《{said.short(topic.title)}》，时限 {due}：{names}")
            late += [unit for unit in owing if unit not in late]
    return lines, late


async def _tell(context: Context, units: list[Unit], text: str, key: str, code: str | None) -> Outcome:
    """Infos are talked of in the information group; without one, in each unit's own."""
    group = await context.session.scalar(
        select(Group.id).where(Group.layer == Layer.INFORMATION).order_by(col(Group.id))
    )
    people = await lookup.liaisons(context.session, [unit.id for unit in units if unit.id is not None])
    everyone = tuple(member for members in people.values() for member in members)
    targets: list[Target] = [ToGroup(group)] if group is not None else []
    if not targets:
        targets = list(dict.fromkeys(t for t in (await lookup.groups_of(context.session, units)).values() if t))
    if any(lookup.is_here(context, target) for target in targets):
        return Outcome(text, code=code, mentions=everyone)
    pushes = tuple(Push(f"{key}:{lookup.place(target)}", target, text, everyone) for target in targets)
    return Outcome(f"已发出：\n{text}\n{said.UNDO}", pushes, code)
