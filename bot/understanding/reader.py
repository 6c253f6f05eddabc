"""From a message to acts: screening, then the grammars in one visible order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.acts import (
    AcceptTask,
    ExtendTask,
    FinishTask,
    ReportProgress,
    SubmitInfo,
)
from bot.understanding import answers, quiet
from bot.understanding.acting import Found
from bot.understanding.blocks import Block, build
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.index import Indexes
from bot.understanding.parts import named
from bot.understanding.reading import Reading, Understood, Utterance
from bot.understanding.screening import screen
from bot.understanding.sections import sections
from bot.understanding.subjects import (
    documents,
    info_marker,
    info_query,
    info_request,
    info_review,
    info_submit,
    meeting_notice,
    meeting_reply,
    others,
    reminders,
    task_assign,
    task_query,
    task_report,
    task_review,
)
from bot.understanding.tokens import Tokenizer, shared
from bot.understanding.world import World
from bot.workdays import Calendar

LONGEST = 3000
"""Characters in which acts are looked for: four times what a WeCom message holds (2,048 bytes, document 99110)."""
Grammar = Callable[[Heard, Block], list[Found]]
Claim = Callable[[Heard, list[Clause]], tuple[list[Found], set[Clause]]]

# What takes whole sentences, asked first; what it takes no other grammar sees.
_CLAIMS: tuple[Claim, ...] = (
    info_submit.claim,
    answers.acknowledge,
    info_request.claim,
    meeting_notice.notice,
    documents.register,
    task_assign.claim,
)
# The grammars of a topic, in order; the first that reads something is taken.
_GRAMMARS: dict[str, tuple[Grammar, ...]] = {
    "tasks": (task_review.review, task_review.urge, task_query.read, task_report.read),
    "infos": (info_query.read, info_request.press, info_review.read),
    "topics": (info_query.read, info_request.press),
    "meetings": (meeting_reply.query, meeting_reply.reply),
    "documents": (documents.query, documents.move),
    "reminders": (reminders.read,),
    "digest": (others.digest,),
    "scores": (others.scores,),
    "undo": (others.undo,),
}


class Reader:
    """Reads messages. One Reader keeps the look-ups of the world that it last read in; it is not for several threads."""

    def __init__(self, calendar: Calendar, tokenizer: Tokenizer | None = None) -> None:
        self._calendar = calendar
        self._tokenizer = tokenizer
        self._indexes: Indexes | None = None

    def warm(self) -> None:
        """Load the dictionary: about a second, better before the first message and off the event loop."""
        if self._indexes is None:
            self._indexes = Indexes(self._tokenizer or shared())

    def read(self, utterance: Utterance, world: World) -> Reading:
        """What a message is read as. Never raises on any text; a blocked message has no acts."""
        blocked = screen(utterance.text, utterance.quote)
        if blocked:
            return Reading(blocked)
        self.warm()
        if self._indexes is None:  # for the type checker: warm has set it
            return Reading()
        heard = Heard(_readable(utterance), self._indexes.of(world), self._calendar)
        acts = [act.understood for act in _acts(heard)]
        return Reading(None, _once(_whole(acts, utterance.text)))


OF_TASK = (AcceptTask, ReportProgress, FinishTask, ExtendTask)
"""What a unit reports; 另外 goes on with the same task where it names none."""


_BLANK = re.compile(r"\s{20,}")


def _readable(utterance: Utterance) -> Utterance:
    """The message as far as it is read, without the blanks that some hands and tools leave."""
    text = _BLANK.sub(lambda blank: blank.group()[:20], utterance.text)
    return utterance if text == utterance.text and len(text) <= LONGEST else replace(utterance, text=text[:LONGEST])


def _whole(acts: list[Understood], text: str) -> list[Understood]:
    """The acts of a text that was read in part: the body of what is sent in goes on to its end."""
    if len(text) <= LONGEST:
        return acts
    head = text[:LONGEST].rstrip()
    return [
        replace(one, act=one.act.model_copy(update={"body": (one.act.body + text[len(head) :]).strip()}))
        if isinstance(one.act, SubmitInfo) and one.act.body and head.endswith(one.act.body)
        else one
        for one in acts
    ]


def _once(acts: list[Understood]) -> tuple[Understood, ...]:
    """Each act once; a report that names no task and tells nothing falls to its like that does (a head 申请延期)."""
    named = {type(act.act) for act in acts if isinstance(act.act, OF_TASK) and act.act.task}
    kept = [act for act in acts if not (type(act.act) in named and _tells_nothing(act))]
    return tuple(dict.fromkeys(_merged(kept)))


def _merged(acts: list[Understood]) -> list[Understood]:
    """Two reports of one task that do not contradict each other are one (…完成58%。另有3户……)."""
    merged: list[Understood] = []
    for act in acts:
        at, other = next(((n, o) for n, o in enumerate(merged) if _same_report(o, act)), (-1, None))
        if other is None:
            merged.append(act)
            continue
        first, second = other.act.model_dump(), act.act.model_dump()
        slots = {
            key: first[key] or second[key] if key != "percent" else _either(first[key], second[key]) for key in first
        }
        merged[at] = Understood(ReportProgress(**slots), other.doubts + act.doubts, other.because + act.because)
    return merged


def _same_report(left: Understood, right: Understood) -> bool:
    if not (isinstance(left.act, ReportProgress) and isinstance(right.act, ReportProgress)):
        return False
    one, two = left.act, right.act
    return bool(one.task) and one.task == two.task and (one.percent is None or two.percent in (None, one.percent))


def _either(left: int | None, right: int | None) -> int | None:
    return right if left is None else left


def _tells_nothing(act: Understood) -> bool:
    return not act.act.model_dump(exclude={"reason", "problem"}, exclude_defaults=True)


def _acts(heard: Heard) -> list[Found]:
    """The acts of a message in the order of the text: what answers another message whole, else section by section."""
    agreed = answers.agree(heard)
    if agreed is not None:
        return agreed
    chained = answers.chain(heard)
    if chained:
        acts, head, own = chained
        kept = [clause for clause in heard.clauses if any(a <= clause.start < b for a, b in [head, *own])]
        return acts or _blocks(heard, kept)
    submits = info_marker.begins(heard)
    if not submits and quiet.forwarded(heard):
        return []
    spans = sections(heard.text, submits=submits)
    if len(spans) < 2:
        return _section(heard)
    acts = []
    for span in spans:
        carried = next(
            (act.understood.act.task for act in reversed(acts) if isinstance(act.understood.act, OF_TASK)), None
        )
        acts += _section(heard.part(span, carried))
    return acts


def _section(heard: Heard) -> list[Found]:
    whole = task_query.bare(heard) or others.help_(heard)
    return whole or sorted(_claimed(heard), key=lambda act: act.at)


def _claimed(heard: Heard) -> list[Found]:
    """The acts of what claims whole sentences, then those of the blocks that the rest forms."""
    left = heard.clauses
    acts: list[Found] = []
    for claim in _CLAIMS:
        if not left:
            break
        got, used = claim(heard, left)
        acts += got
        left = [clause for clause in left if clause not in used]
    return acts + _blocks(heard, left)


def _blocks(heard: Heard, clauses: list[Clause]) -> list[Found]:
    return [act for block in build(heard, clauses) for act in _block(heard, block)]


def _block(heard: Heard, block: Block) -> list[Found]:
    for grammar in _GRAMMARS.get(block.topic, ()):
        acts = grammar(heard, block)
        if acts:
            return acts
    if block.topic == "undo" and heard.quoted_codes("tasks"):  # 报错了,应为26%
        return _block(heard, Block("tasks", block.start, block.end, block.refs, block.clauses))
    if block.topic not in ("infos", "documents", "meetings", "reminders", "scores"):
        return []
    refs = [ref for clause in block.clauses for ref in named(heard, clause) if ref.kind == "tasks"]
    pressed = block.topic == "reminders" and heard.commands and _DUTY.search(heard.text, block.start, block.end)
    return _block(heard, Block("tasks", block.start, block.end, refs, block.clauses)) if refs or pressed else []


_DUTY = re.compile(r"进展|督办|任务|到期")
