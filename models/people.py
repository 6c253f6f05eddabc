"""Units, members with their accounts, groups with their chats, and claims of who somebody is."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from models.base import Record


class Role(StrEnum):
    """What a member is in the office's work. Values are those of world files."""

    LIAISON = "liaison"
    HEAD = "head"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"
    CLERK = "clerk"


class Layer(StrEnum):
    """Whom a group is for: decides what is published to it."""

    LEADERS = "leaders"
    DEPARTMENTS = "departments"
    DISTRICTS = "districts"
    INFORMATION = "information"
    OFFICE = "office"


DISTRICT = "区"
DEPARTMENT = "部门"


class Unit(Record, table=True):
    """A unit of the city. ``confirmed`` is False where an import named a unit that the roster lacks."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    short: str
    aliases: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    kind: str = ""
    leader: str | None = None  # the member in charge (分管领导)
    confirmed: bool = True


class Member(Record, table=True):
    """A person. ``id`` is the roster's own (``m01``); ``unit_id`` is None for the city's leaders."""

    id: str = Field(primary_key=True)
    name: str = Field(index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    role: str = Role.LIAISON
    title: str = ""


class Account(Record, table=True):
    """A member's account on a platform: one person, many accounts, each account one person."""

    __table_args__ = (UniqueConstraint("platform", "account"),)

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    account: str
    member_id: str = Field(foreign_key="member.id", index=True)


class Group(Record, table=True):
    """A work group. ``units`` are the ids of those whose reminders go here before all else."""

    __tablename__ = "work_group"  # "group" is a word of SQL

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    layer: str = Layer.DEPARTMENTS
    units: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class GroupChat(Record, table=True):
    """A group on a platform: its conversation id there, and the secrets of its webhook robot, if any."""

    __table_args__ = (UniqueConstraint("platform", "chat"),)

    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="work_group.id", index=True)
    platform: str
    chat: str
    webhook: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON, nullable=True))


class Claim(Record, table=True):
    """Somebody unknown says who they are; a supervisor confirms or refuses (codes B1, B2 …)."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    platform: str
    account: str
    unit_id: int = Field(foreign_key="unit.id")
    name: str
    state: str = "open"  # open, confirmed, refused
    at: datetime
    decided_by: str | None = None
