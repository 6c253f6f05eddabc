"""The office's own numbers, as ``rules/*.toml`` give them. Read once by bot/config.py and passed in."""

from __future__ import annotations

from datetime import time

from pydantic import BaseModel, ConfigDict, Field


class _Rules(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OfficeRules(_Rules):
    """Working hours: what the bot says of itself is said between ``opens`` and ``closes`` on working days (local)."""

    opens: time
    closes: time
    question_minutes: int = Field(gt=0)
    undo_hours: int = Field(gt=0)
    message_characters: int = Field(gt=100)
    longest_message: int = Field(gt=100)


class SupervisionRules(_Rules):
    """督查督办: when units are reminded, and what is due soon; working days before or after the due day."""

    remind_at: time
    remind_before: tuple[int, ...]
    remind_after: tuple[int, ...]
    due_soon: int = Field(ge=0)


class InformationRules(_Rules):
    """政务信息: the longest title (characters), and how long (days) the same title is the same info."""

    longest_title: int = Field(gt=0)
    same_title_days: int = Field(gt=0)


class DigestSection(_Rules):
    """A section of 《政务动态》: its heading, the categories it takes, the layers that see it (empty: all)."""

    heading: str
    categories: tuple[str, ...]
    layers: tuple[str, ...] = ()


class DigestRules(_Rules):
    """《政务动态》: compiled on this weekday (or the last working day before it) at this local time."""

    weekday: int = Field(ge=1, le=7)
    compile_at: time
    layers: tuple[str, ...]
    best: int = Field(gt=0)
    likeness: int = Field(ge=0, le=100)
    sections: tuple[DigestSection, ...]


class Rules(_Rules):
    """All rules."""

    office: OfficeRules
    supervision: SupervisionRules
    information: InformationRules
    digest: DigestRules
