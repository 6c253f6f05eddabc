"""Parts of a clause that speak of different things without a mark between them, and what each names."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.index import LETTERS

_ASKED_FOR = re.compile(
    r"(?P<digest>政务动态)|(?P<scores>考评|考核|绩效)|(?P<infos>信息(?:采用|报送)?(?:排名|情况))|"
    r"(?P<plan>信息(?:报送)?要点|约稿(?:计划)?)|"
    r"(?P<tasks>督办(?:件|事项|任务)|任务(?!书)|(?:超期|逾期|快到期)的?(?:事项|任务)?)|"
    r"(?P<documents>公文)|(?P<meetings>会议)"
)
_AND = re.compile(r"和|与|及|以及|、|还有|并|外加|跟")
_LINK = re.compile(r" ?(?:[、,/和与及跟 ]|以及|还有)? ?(?:城区|市级|全市)?")


def parts(heard: Heard, clause: Clause) -> list[Clause]:
    """The clause, or a part of it for each thing it speaks of in a row."""
    halves = _halves(heard, clause)
    if halves:
        return halves
    refs = named(heard, clause)
    places = sorted({ref.start for at, ref in enumerate(refs) if not (at and _linked(heard, refs[at - 1], ref))})
    if len(places) < 2:
        return [clause]
    starts = [clause.start, *places[1:]]
    return [
        Clause(start, end, clause.sentence, clause.line, clause.number if start == clause.start else None, clause.mark)
        for start, end in zip(starts, [*starts[1:], clause.end], strict=True)
    ]


def _halves(heard: Heard, clause: Clause) -> list[Clause]:
    """A clause that asks for two things of different kinds at once (信息排名和考评得分发我): one part for each."""
    text = clause.text(heard.text)
    if heard.codes_in(clause.start, clause.end):
        return []
    for left, right in pairwise(_ASKED_FOR.finditer(text)):
        joint = list(_AND.finditer(text, left.end(), right.start()))
        if left.lastgroup != right.lastgroup and joint:
            cut, end = joint[-1].span()
            return [
                Clause(clause.start, clause.start + cut, clause.sentence, clause.line, clause.number, ","),
                Clause(clause.start + end, clause.end, clause.sentence, clause.line, None, clause.mark),
            ]
    return []


def named(heard: Heard, clause: Clause) -> list[Ref]:
    """What a clause names, in order; a title beside a code of its kind only explains the code."""
    coded = heard.codes_in(clause.start, clause.end)
    codes = [Ref(m.start, m.end, LETTERS[m.letter], m.codes) for m in coded]
    codes += [ref for ref in heard.numbers if clause.start <= ref.start < clause.end]
    if any(ref.kind in ("tasks", "infos") for ref in codes):
        return codes
    titled = [ref for ref in heard.task_titles if clause.start <= ref.start < clause.end]
    return sorted([*codes, *titled], key=lambda ref: ref.start)


def _linked(heard: Heard, before: Ref, ref: Ref) -> bool:
    """Whether a reference is joined to the one before it (D40、D61, 充换电站和光伏基地)."""
    gap = heard.text[before.end : ref.start]
    for mention in heard.units:  # 交通局D2、水利局D7
        if before.end <= mention.start and mention.end <= ref.start:
            gap = gap.replace(heard.text[mention.start : mention.end], "")
    return before.kind == ref.kind and len(gap) < 6 and bool(_LINK.fullmatch(gap))
