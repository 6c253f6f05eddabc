"""What units report of their tasks: accepted, in progress, done, in need of a later date."""

from __future__ import annotations

import re

from bot.acts import AcceptTask, ExtendTask, FinishTask, ReportProgress
from bot.understanding import difficulty, expectation, outcome, percent, quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.subjects.task_words import (
    APPLIES,
    DENIES,
    EXTENDS,
    OWN_WORK,
    STATUS,
    UNSURE,
    refuses_extension,
)
from bot.understanding.topics import is_heading

_ACCEPT = re.compile(
    r"(?<!请)(?<!未)(?<!未予)(?<!请回复)(?<!请及时)(?<!请尽快)(?:签收(?!提醒|单|率|表|通知|情况)|"
    r"收到(?!.{0,6}(?:反馈|意见|批复|回复|资金|款|货|吗|没|材料|文件|(?<!督办)(?<!任务)(?<!交办)通知|反映|"
    r"投诉|吧))|收悉|(?<!合同)(?<!协议)(?<!文件)已签(?=$|[,。;!])|(?:已)?认领|(?:已)?领取任务|领受|"
    r"接收(?=$|[,。;!DdＤ0-9])|(?<=也)签了|已接(?=$|[,。;!了])|(?:接收|接|领|收|签)了(?=$|[,。;!~])|"
    r"已领办?|已知悉|(?:已)?阅知|已知晓|领取(?=$|[,。;!])|已收(?=$|[,。;!])|确认接收|"
    r"任务[^,。;]{0,4}接(?:了|下|到)|接受任务|接收任务)"
)
_REASON = re.compile(r"(?:原因(?:是|为)?|事由|理由|由于|因为|因|受)[::]? ?")


def read(heard: Heard, block: Block) -> list[Found]:
    """The reports in a block; none where it only talks about the work."""
    if block.refs and not any(ref.codes or ref.several for ref in block.refs):
        return []  # what a title names is closed already
    if not heard.commands and block.refs and all(heard.strays(ref) for ref in block.refs):
        return []  # 安全隐患已整改, of one who leads no such task
    if is_heading(heard.text[block.start : block.end]):
        return []
    refs: list[Ref | None] = [*block.refs] or [_unnamed(heard, block)]
    text = heard.text[block.start : block.end]
    acts: list[Found] = []
    if not heard.commands and _ACCEPT.search(text) and (block.refs or heard.quoted_codes("tasks")):
        acts += [found(heard, block.span, AcceptTask(task=code), several("task", ref)) for ref, code in _each(refs)]
    return acts + _states(heard, block, refs, text, bool(acts))


def _states(heard: Heard, block: Block, refs: list[Ref | None], text: str, accepted: bool) -> list[Found]:
    asked = text.endswith(("?", "吗")) or heard.text[block.end : block.end + 1] == "?"
    extends = (
        EXTENDS.search(text)
        and not UNSURE.search(text)
        and not refuses_extension(text)
        and not quiet.hearsay(text)
        and not (asked and quiet.to_colleague(text))
    )
    finishes = not extends and outcome.finishes(heard, block)
    if (
        extends
        and not block.refs
        and not heard.quoted_codes("tasks")
        and (asked or heard.commands or quiet.idle(text) or re.search(r"谁|哪|都|太|一般|能批|什么|怎么", text))
    ):
        return []
    acts: list[Found] = []
    if finishes:
        return [found(heard, block.span, FinishTask(task=code), several("task", ref)) for ref, code in _each(refs)]
    if outcome.reports(heard, block, bool(extends)) and not (accepted and not percent.shares(heard, block)):
        acts += _progress(heard, block, refs, bool(extends))
    if extends:
        acts += [_extension(heard, block, ref, code) for ref, code in _each(refs)]
    return acts


def _unnamed(heard: Heard, block: Block) -> Ref | None:
    """What a report without a reference is of: the quote's task, else the one open task of the sender's unit."""
    if heard.carried:
        return Ref(block.start, block.start, "tasks", (heard.carried,))
    quoted = heard.quoted_codes("tasks")
    if quoted:
        own = tuple(code for code in quoted if (item := heard.item(code)) and heard.unit in item.units)
        codes = quoted if len(quoted) == 1 else own if len(own) == 1 else ()
        return Ref(block.start, block.start, "tasks", codes, quoted)
    led = tuple(heard.look.led_by(heard.unit))
    spoken = OWN_WORK.search(heard.text)
    if spoken and len(led) == 1:
        return Ref(block.start, block.start, "tasks", led)
    return Ref(block.start, block.start, "tasks", (), led)


def _each(refs: list[Ref | None]) -> list[tuple[Ref | None, str | None]]:
    pairs: dict[str | None, Ref | None] = {}
    for ref in refs:
        for code in ref.codes if ref and ref.codes else (None,):
            pairs.setdefault(code, ref)
    if len(pairs) > 1:
        pairs.pop(None, None)
    return [(ref, code) for code, ref in pairs.items()]


def _progress(heard: Heard, block: Block, refs: list[Ref | None], extends: bool) -> list[Found]:
    pairs = _each(refs)
    shares = percent.shares(heard, block, [code for _, code in pairs])
    problem = difficulty.problem(heard, block)
    due, doubt = (None, ()) if extends else expectation.expected(heard, block)
    acts = []
    for (ref, code), share in zip(pairs, percent.spread(shares, len(pairs)), strict=True):
        doubts = (*several("task", ref), *doubt, *percent.impossible(share))
        act = ReportProgress(task=code, percent=percent.value(share), due=due, problem=problem)
        acts.append(found(heard, block.span, act, doubts, (("percent", share.words),) if share else ()))
    return acts


def _extension(heard: Heard, block: Block, ref: Ref | None, code: str | None) -> Found:
    text = heard.text[block.start : block.end]
    verb = EXTENDS.search(text)
    at = block.start + (verb.start() if verb else 0)
    item = heard.item(code)
    due, doubts = expectation.later(heard, block, at, item.due if item else None)
    act = ExtendTask(task=code, due=due, reason=_reason(heard, block))
    return found(heard, block.span, act, (*several("task", ref), *doubts))


def _reason(heard: Heard, block: Block) -> str | None:
    """The clauses that give the reason: those after a word for it, else those that neither report nor ask."""
    for clause in block.clauses:
        match = _REASON.search(heard.text, clause.start, clause.end)
        if match and heard.raw(match.end(), clause.end):
            cut = EXTENDS.search(heard.text, match.end(), clause.end)
            return heard.raw(match.end(), cut.start() if cut else clause.end) or None
    told = [(start, clause.end) for clause in block.clauses if (start := _tells(heard, block, clause)) is not None]
    return heard.raw(told[0][0], told[-1][1]) or None if told else None


def _tells(heard: Heard, block: Block, clause: Clause) -> int | None:
    """Where a clause that neither reports nor asks begins to tell something, behind what it names."""
    text = clause.text(heard.text)
    if any(words.search(text) for words in (EXTENDS, APPLIES, DENIES, STATUS)) or percent.percent_in(heard, clause):
        return None
    start = max([clause.start, *(ref.end for ref in block.refs if clause.start <= ref.start and ref.end <= clause.end)])
    return start if clause.end - start > 3 else None
