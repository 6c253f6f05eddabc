"""What understanding must know of the record: the world. Plain values, made from a world file or from the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the city. ``kind`` is 区, 部门, 科室, 企业 …"""

    name: str
    short: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Member:
    """A person. ``unit`` is a unit's full name, or None (leaders); ``role`` as in the contract."""

    id: str
    name: str
    unit: str | None
    role: str
    title: str


@dataclass(frozen=True, slots=True)
class Item:
    """Anything with a code: a task, info, topic, meeting, document or reminder.

    ``units`` are those who answer for it (a task's lead units, an info's own), ``done`` says that it is closed,
    ``due`` is a day, ``start`` a local minute "YYYY-MM-DDTHH:MM", ``number`` a document's 文号, ``owner`` a member id.
    """

    code: str
    title: str
    units: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: date | None = None
    status: str = ""
    done: bool = False
    number: str | None = None
    start: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """All that a message may speak of. Items stand in the order of their codes."""

    city: str = ""
    units: tuple[Unit, ...] = ()
    members: tuple[Member, ...] = ()
    tasks: tuple[Item, ...] = ()
    infos: tuple[Item, ...] = ()
    topics: tuple[Item, ...] = ()
    meetings: tuple[Item, ...] = ()
    documents: tuple[Item, ...] = ()
    reminders: tuple[Item, ...] = ()


_DONE = {
    "tasks": {"done"},
    "infos": {"adopted", "returned"},
    "documents": {"archive"},
}


def from_json(data: Mapping[str, Any]) -> World:
    """A world file's content as a World; unknown keys are ignored. Raises KeyError, TypeError or ValueError."""
    return World(
        city=str(data.get("city") or ""),
        units=tuple(_unit(row) for row in data.get("units") or ()),
        members=tuple(_member(row) for row in data.get("members") or ()),
        **{kind: tuple(_items(kind, data.get(kind) or ())) for kind in _KINDS},
    )


_KINDS = ("tasks", "infos", "topics", "meetings", "documents", "reminders")


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(row["name"], row.get("short") or row["name"], tuple(row.get("aliases") or ()), row.get("kind") or "")


def _member(row: Mapping[str, Any]) -> Member:
    return Member(row["id"], row["name"], row.get("unit"), row.get("role") or "liaison", row.get("title") or "")


def _items(kind: str, rows: Iterable[Mapping[str, Any]]) -> Iterable[Item]:
    for row in rows:
        status = row.get("status") or row.get("stage") or ""
        units = row.get("lead") or row.get("units") or ([row["unit"]] if row.get("unit") else [])
        yield Item(
            code=row["code"],
            title=row.get("title") or row.get("text") or "",
            units=tuple(units),
            support=tuple(row.get("support") or ()),
            due=date.fromisoformat(row["due"]) if row.get("due") else None,
            status=status,
            done=status in _DONE.get(kind, ()),
            number=row.get("number"),
            start=row.get("start"),
            owner=row.get("owner"),
        )
