"""What becomes of a piece of information: passed at one stage, sent back, used, praised by a leader."""

from __future__ import annotations

import re

from bot.acts import AdoptInfo, ApproveInfo, Level, ReturnInfo
from bot.understanding import quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard, Ref

_PASSES = re.compile(
    r"(?<!不)(?<!未)(?:同意(?:上报|刊发|采用|报送|编发|签发)?|通过|过了|(?:可以|能)(?:上报|报|刊发|发|过|"
    r"通过|采用(?!吗))|没(?:有)?(?:问题|意见)|(?:[一二三初终复][审校])(?:已)?(?:通过|过|完成|完毕|OK|ok|"
    r"同意)|准予|签发|审定|定稿|(?:^|(?<=[ ,0-9]))过(?=$|[ ,。;!])|(?<!不)可以(?=$|[ ,。;!])|送[二三终]审|"
    r"(?:进|转|提交)(?:入|到)?[二三终]审)"
)
_RETURNS = re.compile(
    r"退回|打回|退稿|驳回|退改|返回(?:修改|重写|补充)|不予(?:采用|通过|上报|刊发)?|不(?:能)?同意|(?:未|没|"
    r"不)(?:予)?通过|(?:未|没)过(?=$|[,。;!])|暂不(?:采用|上报|刊发|通过)|不(?:编发|刊发|上报|用)(?=$|"
    r"[ ,。;!])|弃用|撤稿|毙(?:掉|了)|(?:^|(?<=[0-9 ,]))退(?=$|[ ,。;!])|否(?:掉|了)(?=$|[,。;!])|"
    r"不过(?=$|[,。;!])|(?:重新?|再)(?:写|改|报|修改|撰写|核实|整理)|改(?:一改|改|好|完|"
    r"后)[^,。;]{0,6}再(?:报|发|来|交)|不符合|不宜(?:上报|采用|刊发)|修改后(?:再|重新)?(?:报|上报|提交)|"
    r"不采用|(?:^|(?<=[ ,0-9]))不行(?=$|[ ,。;!])|再?打磨|暂缓(?:上报|采用|刊发)?|改改|重来|不合格|"
    r"完善后(?:再|重新)|请(?:补充|修改|完善|核实)"
)
_ADOPTED = re.compile(
    r"(?:(?:被|获|由|经|在|已|予以|得到)?[^,。;]{0,30}?)(?:采用|采纳|录用|刊发|刊登|刊载|转载|编发|登载|"
    r"选登|入选|摘编|摘用|上了|约稿采用|用了)"
)
_INSTRUCTED = re.compile(
    r"批示|圈阅|签批(?!件)|(?:领导|市长|书记|主席|省长|部长|主任|秘书长)[^,。;]{0,6}(?:作出|作了|做出|"
    r"给予)?(?:重要)?(?:指示|肯定)"
)
_NOT = re.compile(
    r"(?:没|没有|未|尚未|还没|不会?|是否|有没有|能不能|能否|争取|希望|力争|不)(?:被|能|予|"
    r"再)?[^,。;]{0,8}(?:采用|采纳|录用|刊发|批示)|(?:采用|录用|批示)(?:了)?(?:没有|没|吗|么)|(?:采用|"
    r"批示)(?:情况|排名|数|率|多少|几)|最多|最少|哪[几些家个]|谁"
)
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("state", re.compile(r"国务院|国办|国家|中办|中央|中共中央|国信办|全国|新华社|人民日报|部委")),
    ("region", re.compile(r"自治区|省(?!会|级以下)|区(?:政府|党委)办公厅|政府办公厅|党委办公厅|上级")),
    (
        "city",
        re.compile(
            r"本市|全市|我市|市(?:政府|委|里|级|办|两办|本级)?|政务动态|本级|《?政务信息》?|"
            r"《?[\u4e00-\u9fff]{2,6}(?:动态|信息|要情|快报|专报)》?"
        ),
    ),
)


# From others only the bare decision on a code counts as one, so that they are told that it is not theirs to take.
_BARE = re.compile(r"[Xx#、,\s-]*\d[Xx#\d、,\s-]*(?:[初终一二三]审)?(?:通过|同意上报|同意)[。.!\s]*")


def read(heard: Heard, block: Block) -> list[Found]:
    """The decisions on infos in a block: sent back, used, passed."""
    text = heard.text[block.start : block.end]
    if quiet.supposed(text) or heard.text[block.end : block.end + 1] == "?" or quiet.to_colleague(text):
        return []
    if (
        (_ADOPTED.search(text) or _INSTRUCTED.search(text))
        and not _NOT.search(text)
        and not (_RETURNS.search(text) and "批示" not in text)
    ):
        acts = [
            act for part in _each_told(heard, block) for act in _adopted(heard, part, heard.text[slice(*part.span)])
        ]
        if acts:
            return acts
    if not (heard.commands or _BARE.fullmatch(text)):
        return []
    if _RETURNS.search(text) and not re.search(r"(?:已|马上|正在|按要求|我们?)[^,。;]{0,6}(?:改|修改|重写|补充)", text):
        return [
            found(heard, block.span, ReturnInfo(info=code, reason=_reason(heard, block)), several("info", ref))
            for ref, code in _targets(heard, block)
        ]
    if _PASSES.search(text) and not (quiet.praise(text) and not re.search(r"通过|同意|上报|过了|[一二三终]审", text)):
        return [
            found(heard, block.span, ApproveInfo(info=code), several("info", ref))
            for ref, code in _targets(heard, block)
        ]
    return []


def _targets(heard: Heard, block: Block) -> list[tuple[Ref | None, str | None]]:
    refs = [ref for ref in block.refs if ref.kind == "infos"]
    named: dict[str | None, Ref | None] = {code: ref for ref in refs for code in ref.codes}
    if not named:
        named = {code: None for code in heard.quoted_codes("infos")} if len(heard.quoted_codes("infos")) == 1 else {}
    if not named:
        titled = heard.titles("infos", block.start, block.end)
        named = {code: ref for ref in titled[:1] for code in ref.codes}
        return [(ref, code) for code, ref in named.items()] or [(titled[0] if titled else None, None)]
    return [(ref, code) for code, ref in named.items()]


def _each_told(heard: Heard, block: Block) -> list[Block]:
    """A block for each clause that says of its own infos what became of them (X14、X23被国办采用,X23获批示)."""
    told = [
        (clause, [ref for ref in block.refs if clause.start <= ref.start < clause.end])
        for clause in block.clauses
        if _ADOPTED.search(clause.text(heard.text)) or _INSTRUCTED.search(clause.text(heard.text))
    ]
    if len(told) < 2 or not all(refs for _, refs in told):
        return [block]
    return [Block(block.topic, clause.start, clause.end, refs, [clause]) for clause, refs in told]


def _adopted(heard: Heard, block: Block, text: str) -> list[Found]:
    """One act for being used and one for a leader's 批示, each at its level."""
    targets = _targets(heard, block)
    if all(code is None for _, code in targets) and not re.search(r"信息|稿|专报|简报", text):
        return []
    levels: list[tuple[int, Level | None]] = []
    instructed = _INSTRUCTED.search(text)
    for used in _ADOPTED.finditer(text):
        if instructed and instructed.start() < used.start() and not re.search(r"采用|录用|刊|编发|摘", used.group()):
            continue
        levels.append((used.start(), _level(used.group(), text)))
    if instructed:
        levels.append((instructed.start(), "instruction"))
    return [
        found(heard, (block.start, block.end), AdoptInfo(info=code, level=level), several("info", ref))
        for ref, code in targets
        for _, level in sorted(levels, key=lambda pair: pair[0])
    ]


def _level(words: str, text: str) -> Level | None:
    for where in (re.sub(r"《[^》]{8,}》", "", words), re.sub(r"《[^》]{8,}》", "", text)):
        best = [(level, match.end()) for level, pattern in _LEVELS for match in pattern.finditer(where)]
        firm = [pair for pair in best if pair[0] != "city"] or best
        if firm:
            return firm[0][0]
    return None


def _reason(heard: Heard, block: Block) -> str | None:
    """What is said beside the return itself."""
    match = _RETURNS.search(heard.text, block.start, block.end)
    if match is None:
        return None
    after = heard.raw(match.end(), block.end).removeprefix("修改").strip(" ,，:：")
    refs = max([block.start, *(ref.end for ref in block.refs if ref.end <= match.start())])
    return after or heard.raw(refs, match.start()) or None
