"""约稿 and 催约稿."""

from __future__ import annotations

from sqlmodel import col, select

from bot.acts import RequestInfo, UrgeInfo
from bot.router import Context, Outcome, Refused, Router, ToGroup, Unclear
from handlers import lookup, rights, said
from handlers.telling import Notice, tell
from models.codes import next_code
from models.infos import Info, InfoState, Topic
from models.people import Group, GroupChat, Layer, Role, Unit

routes = Router()
_EDITORS = rights.roles(Role.EDITOR, Role.LEADER, Role.SUPERVISOR)


@routes.on(RequestInfo, may=_EDITORS)
async def request(act: RequestInfo, context: Context) -> Outcome:
    """Ask units for a piece, and tell them."""
    if not act.title or not act.title.strip():
        raise Unclear("请问约什么题目？例如：春耕备耕物资储备情况", act, "title")
    if not act.units:
        raise Unclear("请问要哪些单位报？例如：市农牧局、三区", act, "units")
    if act.due is None:
        raise Unclear("请问时限是哪天？例如：4月25日", act, "due")
    if act.due < context.today:
        due = said.day(act.due, context.today)
        raise Refused(f"时限 {due}已经过去，没有登记。请写今天或以后的日期，例如：4月25日前")
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
    return await _tell(context, units, text, f"topic:{topic.code}", topic.code, undo=f"\n{said.UNDO}")


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
    whom = act.topic or "-".join(str(unit.id) for unit in units)
    # Nothing is recorded, so there is nothing to take back.
    return await _tell(context, units, text, f"topicurge:{lookup.occasion(context)}:{whom}", act.topic)


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
            limit = said.limit(topic.due, context.today)
            names = lookup.shorts((await lookup.units_by_id(context.session, owing)).values())
            lines.append(f"{topic.code}《{said.short(topic.title)}》，{limit}：{names}")
            late += [unit for unit in owing if unit not in late]
    return lines, late


async def _tell(
    context: Context, units: list[Unit], text: str, key: str, code: str | None, *, undo: str = ""
) -> Outcome:
    """Infos are talked of in the information group; without one, in each unit's own."""
    query = select(Group.id).join(GroupChat, col(GroupChat.group_id) == col(Group.id))
    group = await context.session.scalar(query.where(Group.layer == Layer.INFORMATION).order_by(col(Group.id)))
    targets = await lookup.groups_of(context.session, units)
    if group is not None:
        targets = {unit_id: ToGroup(group) for unit_id in targets}
    return await tell(context, units, Notice(text, key, f"已发出：\n{text}{undo}", code, here=text), targets)
