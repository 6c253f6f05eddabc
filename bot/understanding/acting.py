"""Making an act of what was read: with its doubts, and with the words that led to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.acts import (
    AcceptTask,
    Act,
    AdoptInfo,
    ApproveInfo,
    ApproveTask,
    AssignTask,
    CancelReminder,
    CreateReminder,
    ExtendTask,
    FinishTask,
    MoveDocument,
    NoticeMeeting,
    QueryInfos,
    QueryTasks,
    ReplyMeeting,
    ReportProgress,
    RequestInfo,
    ReturnInfo,
    ReturnTask,
    SubmitInfo,
    UrgeTask,
)
from bot.understanding.heard import Heard, Ref
from bot.understanding.reading import Doubt, Understood

# What the bot asks back for (understanding.md, "The acts"); everything else may stay open.
_NEEDED: dict[type[Act], tuple[str, ...]] = {
    AssignTask: ("title", "lead", "due"),
    AcceptTask: ("task",),
    ReportProgress: ("task",),
    FinishTask: ("task",),
    ExtendTask: ("task", "due"),
    ApproveTask: ("task",),
    ReturnTask: ("task",),
    SubmitInfo: ("title", "body"),
    ApproveInfo: ("info",),
    ReturnInfo: ("info",),
    AdoptInfo: ("info",),
    RequestInfo: ("title", "units", "due"),
    NoticeMeeting: ("title", "start"),
    ReplyMeeting: ("meeting",),
    MoveDocument: ("document",),
    CreateReminder: ("text", "when"),
    CancelReminder: ("reminder",),
}


@dataclass(frozen=True, slots=True)
class Found:
    """An act and where in the text it stands; acts are given in this order."""

    at: int
    understood: Understood


def found(
    heard: Heard,
    span: tuple[int, int],
    act: Act,
    doubts: Iterable[Doubt] = (),
    because: Iterable[tuple[str, str]] = (),
) -> Found:
    """The act read from a span of the text. What it needs and lacks is added to the doubts that are given."""
    known = list(doubts)
    doubted = {doubt.slot for doubt in known}
    known += [Doubt(slot, "missing") for slot in _needed(act) if slot not in doubted and not getattr(act, slot)]
    reasons = (("act", heard.raw(*span)), *because)
    return Found(span[0], Understood(act, tuple(known), reasons))


def _needed(act: Act) -> tuple[str, ...]:
    if isinstance(act, QueryTasks):
        return ("task",) if act.scope == "one" else ()
    if isinstance(act, QueryInfos):
        return ("info",) if act.scope == "one" else ()
    if isinstance(act, UrgeTask):
        return () if act.units else ("task",)
    return _NEEDED.get(type(act), ())


def each_code(refs: Sequence[Ref]) -> list[tuple[Ref | None, str | None]]:
    """Every code that is referred to with its reference; None where a reference, or the lack of one, leaves it open."""
    pairs: list[tuple[Ref | None, str | None]] = [(ref, code) for ref in refs for code in (ref.codes or (None,))]
    return pairs or [(None, None)]


def several(slot: str, ref: Ref | None) -> tuple[Doubt, ...]:
    """The doubt of a title that fits several items and does not say which."""
    if ref is None or ref.codes or len(ref.several) < 2:
        return ()
    return (Doubt(slot, "several", candidates=ref.several[:50]),)
