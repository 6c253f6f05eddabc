"""约稿: infos that editors ask units for, and the pressing for them."""

from __future__ import annotations

import re

from bot.acts import RequestInfo, UrgeInfo
from bot.understanding import quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.subjects.order_parts import deadline

_ASKS = re.compile(
    r"约稿(?!(?:对象|单位|时限|时间|截止)[::]|率|情况|完成|任务|通知单|还|没|的?(?:材料|稿子)?(?:催|抓紧|尽快)|(?:有|是)?(?:哪些|什么|几))|约[^,。;:\n]{1,40}的?(?:稿子?|信息)|(?:请|让|由)[^。;\n]{1,60}(?:写一?[篇份个条]|报一?[篇条份](?!.{0,6}(?:进展|进度))|供一?[篇条]|提供一?[篇条]|撰写|报送?(?:一?[篇条份])?[^,。;]{0,24}(?:信息|稿件|稿子|专报)|供稿|组稿|准备一?篇)|特约|(?:专题|临时|紧急)约稿|约一?[篇下]"
)
_PRESSES = re.compile(
    r"催|抓紧|尽快|赶紧|还没(?:报|交|给|动静|收到)|没(?:报|交|给)|未(?:报|交)|仍未|逾期|超期|到期|务必|别忘|不要拖|快点|加快|请(?:于|在)?[^,。;]{0,10}(?:报来|交来|报送|报上来)|(?:今天|今日|明天|下班)[^,。;]{0,8}(?:报|交)"
)
_TOPIC = re.compile(
    r"[“《](?P<title>[^”》\n]{3,60})[”》]|(?:主题|题目|选题|约稿主题|内容|约稿内容|约稿题目|方向|围绕)(?:[::]|是|为|就)? ?(?P<named>[^,。;\n]{3,50}?)(?=[,。;\n]|写|报|撰写|供稿|$)|(?:(?<![成])就(?!业|绪|近|地|医|诊|餐|读|任|职|要|是|行|能|可|算|会)|围绕|针对|关于)(?P<about>[^,。;\n“《]{3,50}?)(?:写|报|约|供|撰写|提供|组|为题|为主题|问题|的?(?:情况)?(?:信息|稿)|,)"
)
_FRAME = re.compile(
    r"【[^】]{0,10}】|(?:专题|临时|紧急|信息科)?约稿(?:通知|函)?|请|向|给|约|的?(?:稿子|稿件|稿)|(?:提供|报送?|供|写|撰写|准备|组织|交)(?:一?[篇条份])?(?:信息|稿件|稿子|材料)?|信息科|时间另行通知|另行通知|要有[^,。;]*|截稿(?:时间)?|截止(?:时间)?|时限|完成时限|报送时限|时间|单位|约稿单位|字数?|[0-9]+字(?:左右|以内)?|前|之前|以前|内|务必|按时|于|在|各位|老师|[::,。;、\s]"
)


# An info that was asked for before is pressed for, not asked for again.
_OWED = re.compile(
    r"催|还没|没[报交]|未[报交]|(?:那个|那篇|这个|的|上次的?)约稿|约稿[^,。;]{0,10}(?:务必|必须|抓紧|尽快|还|仍|未|没)|(?:今天|明天|今日)[^,。;]{0,4}必须|逾期|补[报交]|约稿计划|发我|给我|清单|哪些|什么"
)


def claim(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """The requests for infos in these clauses; only editors, supervisors and leaders make them."""
    if not heard.commands or not re.search(r"稿|信息|[写供报]一?篇|撰写|专报", heard.text):
        return [], set()
    acts: list[Found] = []
    used: set[Clause] = set()
    for group in _listed(heard, clauses) or _groups(heard, clauses):
        start, end = group[0].start, group[-1].end
        text = heard.text[start:end]
        if (
            _OWED.search(text)
            or not (_ASKS.search(text) or (group[0].number and _LIST.search(heard.text)))
            or heard.codes_in(start, end)
            or heard.text[end : end + 1] == "?"
            or quiet.supposed(text)
        ):
            continue
        act = _request(heard, group)
        if act:
            acts.append(act)
            used |= set(group)
    return acts, used


_LIST = re.compile(r"约稿(?:通知|计划|如下|[0-9一二两三四五]+[条篇个])?[^。\n]{0,8}[::\n]")


def _listed(heard: Heard, clauses: list[Clause]) -> list[list[Clause]]:
    """A head 约稿 and numbered points, each with a topic and units of its own."""
    if not _LIST.search(heard.text):
        return []
    points: list[list[Clause]] = []
    for clause in clauses:
        if clause.number:
            points.append([clause])
        elif points and not heard.codes_in(clause.start, clause.end):
            points[-1].append(clause)
    return points if len(points) > 1 and all(heard.units_in(p[0].start, p[-1].end) for p in points) else []


# What a further sentence of a request tells; anything else is another matter.
_DETAIL = re.compile(r"前|时限|截|单位|要求|字|报|主题|题目|内容|重点|突出|案例|供稿|请|、|局|委|办|区|县")
_FOREIGN = re.compile(r"哪些|多少|几[篇条个]|列(?:一下|个|出)|提醒我|政务动态|考评|排名|退回|怎么样|吗$")


def _groups(heard: Heard, clauses: list[Clause]) -> list[list[Clause]]:
    """A head that asks takes the sentences after it along until another thing begins."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        new = not groups or clause.sentence != groups[-1][-1].sentence
        goes_on = (
            bool(groups)
            and _ASKS.search(heard.text, groups[-1][0].start, groups[-1][-1].end)
            and not re.match(r"另|此外|顺便|还有", clause.text(heard.text))
            and not heard.codes_in(clause.start, clause.end)
        )
        text = clause.text(heard.text)
        detail = _DETAIL.search(text) or heard.dates_in(clause.start, clause.end)
        if new and not (goes_on and detail and not _FOREIGN.search(text) and not _ASKS.search(text)):
            groups.append([])
        groups[-1].append(clause)
    return groups


def _request(heard: Heard, group: list[Clause]) -> Found | None:
    start, end = group[0].start, group[-1].end
    due, expression, doubts = deadline(heard, start, end)
    units = heard.units_in(start, end)
    units = tuple(name for name in units if not name.endswith("信息科"))
    title = _title(heard, group, expression.span if expression else None)
    if not units and not title:
        return None
    return found(heard, (start, end), RequestInfo(title=title, units=units, due=due), doubts)


def _title(heard: Heard, group: list[Clause], due: tuple[int, int] | None) -> str | None:
    start, end = group[0].start, group[-1].end
    match = _TOPIC.search(heard.text, start, end)
    if match:
        kind = match.lastgroup or "title"
        inside = any(m.start <= match.start(kind) and match.end(kind) <= m.end for m in heard.units)
        if not inside and len(_stripped(heard, match.span(kind))) > 2:
            return heard.raw(*match.span(kind)) or None
    best: tuple[int, int] | None = None
    for piece in _pieces(heard, group, due):
        if best is None or piece[1] - piece[0] > best[1] - best[0]:
            best = piece
    return heard.raw(*best) if best and best[1] - best[0] > 3 else None


def _stripped(heard: Heard, span: tuple[int, int]) -> str:
    words = heard.text[slice(*span)]
    for mention in heard.units:
        if span[0] <= mention.start < span[1]:
            words = words.replace(heard.text[mention.start : mention.end], "")
    return _FRAME.sub("", words)


_ASKED = re.compile(r"(?:^|请|向|约|由|让|[、,: ])$")
"""What stands before a unit that is asked, not before one that a topic names."""


def _pieces(heard: Heard, group: list[Clause], due: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The parts of the request that are neither units, date nor frame."""
    pieces = []
    for clause in group:
        start, end = clause.start, clause.end
        cuts = [
            m
            for m in heard.units
            if start <= m.start < end and _ASKED.search(heard.text[max(start, m.start - 3) : m.start])
        ]
        spans = sorted(
            [(m.start, m.end) for m in cuts if start <= m.start < end]
            + ([due] if due and start <= due[0] < end else [])
        )
        at = start
        for left, right in [*spans, (end, end)]:
            if left > at:
                pieces.append(_trim(heard.text, at, left))
            at = max(at, right)
    return [piece for piece in pieces if piece[1] > piece[0] and len(_FRAME.sub("", heard.text[slice(*piece)])) > 2]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    colon = max(text.rfind(":", start, end), text.rfind("】", start, end))
    start = colon + 1 if colon >= 0 and end - colon > 4 else start
    head = re.match(
        r"[\s,、:。]*(?:请|向|约|写一?[篇条]|报一?[篇条]|关于|各自?|报送?|提供|[1一][篇条]|,|、)*[\s、]*",
        text[start:end],
    )
    start += head.end() if head else 0
    tail = re.search(r"(?:的?(?:信息|稿子|稿件|稿|专报)|前|之前|内|[\s,、])+$", text[start:end])
    return start, start + tail.start() if tail else end


def press(heard: Heard, block: Block) -> list[Found]:
    """Pressing for infos that were asked for."""
    text = heard.text[block.start : block.end]
    if (
        not heard.commands
        or not _PRESSES.search(text)
        or quiet.supposed(text)
        or (heard.text[block.end : block.end + 1] == "?" and "催" not in text)
    ):
        return []
    topics = [ref for ref in block.refs if ref.kind == "topics"]
    if not topics and not re.search(r"约稿|信息|稿|要点", text):
        return []
    if any(ref.kind == "infos" for ref in block.refs):
        return []
    codes: list[str | None] = [code for ref in topics for code in ref.codes] or list(heard.quoted_codes("topics"))
    named = None
    if not codes:
        titled = heard.titles("topics", block.start, block.end)
        named = titled[0] if titled else None
        codes = [*(named.codes if named else ())] or [None]
    units = heard.units_in(block.start, block.end)
    return [found(heard, block.span, UrgeInfo(topic=code, units=units), several("topic", named)) for code in codes]
