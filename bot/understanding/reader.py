"""From a message to acts: screening, then the grammars in one visible order."""

from __future__ import annotations

from collections.abc import Callable

from bot.acts import Help, PublishDigest, QueryInfos, QueryTasks, Undo
from bot.understanding import answers, quiet
from bot.understanding.acting import Found
from bot.understanding.blocks import Block, build
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.index import Indexes
from bot.understanding.reading import Reading, Understood, Utterance
from bot.understanding.screening import screen
from bot.understanding.subjects import (
    documents,
    info_query,
    info_request,
    info_review,
    info_submit,
    meetings,
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

Grammar = Callable[[Heard, Block], list[Found]]
Claim = Callable[[Heard, list[Clause]], tuple[list[Found], set[Clause]]]

# What takes whole sentences, asked first; what it takes no other grammar sees.
_CLAIMS: tuple[Claim, ...] = (
    info_submit.claim,
    answers.acknowledge,
    info_request.claim,
    meetings.notice,
    documents.register,
    task_assign.claim,
)
# The grammars of a topic, in order; the first that reads something is taken.
_GRAMMARS: dict[str, tuple[Grammar, ...]] = {
    "tasks": (task_review.review, task_review.urge, task_query.read, task_report.read),
    "infos": (info_query.read, info_request.press, info_review.read),
    "topics": (info_query.read, info_request.press),
    "meetings": (meetings.query, meetings.reply),
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
        heard = Heard(utterance, self._indexes.of(world), self._calendar)
        acts = sorted(_acts(heard), key=lambda act: act.at)
        return Reading(None, _once([act.understood for act in acts]))


_CODED = ("task", "info", "meeting", "document")


def _once(acts: list[Understood]) -> tuple[Understood, ...]:
    """Each act once; one that names no item and tells nothing of its own falls to its like that does (a head 申请延期)."""
    kept = []
    for act in acts:
        slots = act.act.model_dump(exclude={"reason", "scope", "problem"}, exclude_defaults=True)
        echo = not slots and any(
            type(other.act) is type(act.act) and any(getattr(other.act, slot, None) for slot in _CODED)
            for other in acts
        )
        if not echo or isinstance(act.act, Undo | Help | PublishDigest | QueryTasks | QueryInfos):
            kept.append(act)
    return tuple(dict.fromkeys(kept))


def _acts(heard: Heard) -> list[Found]:
    agreed = answers.agree(heard)
    if agreed is not None:
        return agreed
    chained = answers.chain(heard)
    if chained:
        acts, head, own = chained
        kept = [clause for clause in heard.clauses if any(a <= clause.start < b for a, b in [head, *own])]
        return acts or _blocks(heard, kept)
    whole = task_query.bare(heard) or others.help_(heard)
    if whole:
        return whole
    return _claimed(heard)


def _claimed(heard: Heard) -> list[Found]:
    """The acts of what claims whole sentences, then those of the blocks that the rest forms."""
    left = heard.clauses
    acts: list[Found] = []
    for claim in _CLAIMS:
        if not left:
            break
        if claim is info_request.claim and quiet.forwarded(heard):
            return acts
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
    titled = [ref for ref in heard.task_titles if block.start <= ref.start < block.end]
    if titled and block.topic in ("infos", "documents", "meetings"):
        return _block(heard, Block("tasks", block.start, block.end, titled, block.clauses))
    return []
