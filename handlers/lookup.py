"""Finding in the record what an act speaks of: units, members, groups, items."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.router import Context, Refused, Target, ToGroup, ToMember
from models.people import DEPARTMENT, DISTRICT, Account, Group, GroupChat, Layer, Member, Role, Unit
from models.tasks import Part, TaskUnit

_LAYERS = {DEPARTMENT: Layer.DEPARTMENTS, **dict.fromkeys((DISTRICT, "县", "旗"), Layer.DISTRICTS)}
"""The layer of a kind of unit; other kinds (科室, 企业) have none: a group names them, or they are told in private."""


async def units_named(context: Context, names: Iterable[str]) -> list[Unit]:
    """The units of these full names, in their order. Raises Refused for a name that the roster lacks."""
    wanted = list(names)
    rows = (await context.session.execute(select(Unit).where(col(Unit.name).in_(wanted)))).scalars()
    found = {unit.name: unit for unit in rows}
    missing = [name for name in wanted if name not in found]
    if missing:
        raise Refused(f"名册里没有“{'、'.join(missing)}”，没有登记。请用单位全称或常用简称，例如：市住建局")
    return [found[name] for name in wanted]


async def units_by_id(session: AsyncSession, ids: Iterable[int]) -> dict[int, Unit]:
    """The units of these ids, in the order of the roster."""
    rows = (await session.execute(select(Unit).where(col(Unit.id).in_(list(ids))).order_by(col(Unit.id)))).scalars()
    return {unit.id: unit for unit in rows if unit.id is not None}


async def units_of(session: AsyncSession, task_id: int | None, part: Part) -> list[Unit]:
    """The units that have this part in a task, in the order in which they were named."""
    query = (
        select(Unit)
        .join(TaskUnit, col(TaskUnit.unit_id) == col(Unit.id))
        .where(TaskUnit.task_id == task_id, TaskUnit.part == part)
        .order_by(col(TaskUnit.rank))
    )
    return list((await session.execute(query)).scalars())


def shorts(units: Iterable[Unit]) -> str:
    """The short names, as a list in a sentence."""
    return "、".join(unit.short for unit in units)


async def members_with(session: AsyncSession, *roles: Role) -> list[Member]:
    """All members of these roles, by their ids."""
    query = select(Member).where(col(Member.role).in_(roles)).order_by(col(Member.id))
    return list((await session.execute(query)).scalars())


async def liaisons(session: AsyncSession, unit_ids: Iterable[int]) -> dict[int, list[str]]:
    """The member ids of each unit's liaisons."""
    query = select(Member.unit_id, Member.id).where(
        col(Member.unit_id).in_(list(unit_ids)), Member.role == Role.LIAISON
    )
    found: dict[int, list[str]] = {}
    for unit_id, member_id in (await session.execute(query.order_by(col(Member.id)))).all():
        if unit_id is not None:
            found.setdefault(unit_id, []).append(member_id)
    return found


async def groups_of(session: AsyncSession, units: Iterable[Unit]) -> dict[int, Target | None]:
    """Where each unit is reminded: the group that names it, else the first of its layer, else a liaison in private."""
    chats = (await session.execute(select(GroupChat.group_id))).scalars()
    reachable = set(chats)
    rows = (await session.execute(select(Group).order_by(col(Group.id)))).scalars()
    groups = [group for group in rows if group.id in reachable]
    wanted = list(units)
    people = await _reachable_liaisons(session, wanted)
    # A unit without layer and liaison (one that an import has brought) is heard of among the departments, not lost.
    return {
        unit.id: _group_of(unit, groups) or people.get(unit.id) or _first(groups, Layer.DEPARTMENTS)
        for unit in wanted
        if unit.id is not None
    }


def _group_of(unit: Unit, groups: list[Group]) -> Target | None:
    named = next((group for group in groups if unit.id in group.units), None)
    return _to(named) if named else _first(groups, _LAYERS.get(unit.kind))


def _first(groups: list[Group], layer: Layer | None) -> Target | None:
    return _to(next((group for group in groups if group.layer == layer), None))


def _to(group: Group | None) -> Target | None:
    return ToGroup(group.id) if group and group.id is not None else None


async def _reachable_liaisons(session: AsyncSession, units: list[Unit]) -> dict[int, ToMember]:
    accounts = set((await session.execute(select(Account.member_id))).scalars())
    found = await liaisons(session, [unit.id for unit in units if unit.id is not None])
    return {
        unit_id: ToMember(next(member for member in members if member in accounts))
        for unit_id, members in found.items()
        if any(member in accounts for member in members)
    }


async def approvers(session: AsyncSession, *roles: Role) -> list[Target]:
    """Where a draft for approval goes: in private to each who may approve, or to the first ``office`` group."""
    accounts = set((await session.execute(select(Account.member_id))).scalars())
    people = [ToMember(member.id) for member in await members_with(session, *roles) if member.id in accounts]
    if people:
        return list(people)
    group = await session.scalar(select(Group.id).where(Group.layer == Layer.OFFICE).order_by(col(Group.id)))
    return [ToGroup(group)] if group is not None else []


def is_here(context: Context, target: Target | None) -> bool:
    """Whether the target is the group in which the act was asked for."""
    return isinstance(target, ToGroup) and context.group is not None and context.group.id == target.id


def place(target: Target) -> str:
    """A target as a part of a push's key."""
    return f"g{target.id}" if isinstance(target, ToGroup) else f"m{target.id}"


def occasion(context: Context) -> str:
    """The message or the moment of an act, as a part of a push's key.

    Not the number of a row: SQLite gives the number of a row that was taken back to the next one.
    """
    return str(context.inbox_id or context.now.isoformat())
