"""A plan of topics (要点): what is to be reported, by whom, by when."""

from __future__ import annotations

from sqlmodel import select

from bot.office_acts import ImportTopics
from bot.router import Context, Outcome, Router
from handlers import rights
from handlers.imports.units import all_units
from models.codes import next_code
from models.infos import Topic
from models.people import Role

routes = Router()


@routes.on(ImportTopics, may=rights.roles(Role.EDITOR, Role.SUPERVISOR))
async def take_over(act: ImportTopics, context: Context) -> Outcome:
    """Take over the rows; a topic of the same title and due day is the same."""
    units = await all_units(context)
    added = 0
    for line in act.lines:
        known = select(Topic.id).where(Topic.title == line.title, Topic.due == line.due)
        if await context.session.scalar(known) is not None:
            continue
        lead, _ = await units.parts(line.units, ())
        context.session.add(
            Topic(
                code=await next_code(context.session, "Y"),
                title=line.title,
                units=[unit.id for unit in lead if unit.id is not None],
                due=line.due,
                created_at=context.now,
            )
        )
        await context.session.flush()
        added += 1
    return Outcome(f"新增 {added} 项，未变 {len(act.lines) - added} 项")
