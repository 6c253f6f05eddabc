"""Questions about infos: one, the own, a unit's, the ranking, the plan."""

from __future__ import annotations

import re

from bot.acts import QueryInfos
from bot.understanding import quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard
from bot.understanding.subjects.periods import periods

_ONE = re.compile(
    r"(?:到|审到|走到|办到|进行到|报到|在)(?:了)?(?:哪|几审|什么|谁)|什么情况|啥情况|怎么样了?|如何了?|"
    r"什么状态|啥状态|(?:审|过|通过|采用|录用|用|批|退|发|刊发)(?:了)?(?:没有|没|吗|么)(?=$|[,。??])|"
    r"情况(?:如何|怎么样)?[??]?$|(?:^|[ ,。帮请我先再想要])(?:查(?!收|阅|照|验|办)|看)|(?:查|看|了解|"
    r"问)(?:一下|下|询)|进度|进展|是否|有没有|审核(?:情况|状态|结果|到)|为什么|为啥|结果"
)
_RANK = re.compile(
    r"排名|排行|名次|排第几|第几名|排位|位次|前[三五十]名|谁(?:报得?|采用)(?:最)?多|最多|最少|倒数|通报表|"
    r"得分(?:表|情况)"
)
_PLAN = re.compile(
    r"要点|约稿|(?:报送|约稿)计划|报送任务|报送重点|报送方向|选题|(?:该|要|需要?|应)报(?:什么|哪些|啥|几)|"
    r"(?:还)?(?:差|欠|缺|没)(?:报|交)?(?:哪|几|什么|的)|哪些(?:没报|未报|没交|还没)|没(?:报|交)的|缺报|"
    r"漏报|报送节点|应报"
)
_COUNT = re.compile(
    r"几[篇条]|多少|了没|数量|篇数|条数|报送数|采用数|采用率|情况|统计|(?:查|看)(?:一下|下|看|询)|(?:^|"
    r"[ ,。帮请我先再想要])(?:查(?!收|阅|照|验|办)|看)|汇总|列|哪些|有没有|清单|发我|给我|[??]$|吗|没有?$|"
    r"明细|得了?几"
)
_INFO = re.compile(r"几[篇条]|多少[篇条]|信息|约稿|稿|要点|采用|录用")
_MINE = re.compile(
    r"我们?(?:局|区|委|办|县|单位|公司|集团|院|处|科|的|报|上报|投|这|有|采|几|被|本|这|上|共|一)|"
    r"本(?:单位|局|区|委|办)|咱们?"
)


def read(heard: Heard, block: Block) -> list[Found]:
    """The questions about infos in a block."""
    text = heard.text[block.start : block.end]
    tail = heard.text[block.end : block.end + 1]
    if quiet.supposed(text) or quiet.to_colleague(text):
        return []
    infos = [ref for ref in block.refs if ref.kind == "infos"]
    if infos:
        if not (_ONE.search(text) or tail == "?") or re.search(r"采用了(?!没|吗)|写得", text):
            return []
        return [
            found(heard, block.span, QueryInfos(scope="one", info=code), several("info", ref))
            for ref in infos
            for code in ref.codes
        ]
    if re.search(r"抓紧|尽快|催|必须|务必|赶紧", text) and not re.search(r"[哪什么几吗??]", text + tail):
        return []
    if not _INFO.search(text) or re.search(r"【", text):
        return []
    return _listing(heard, block, text, tail) or _titled(heard, block, text, tail)


def _titled(heard: Heard, block: Block, text: str, tail: str) -> list[Found]:
    if not (
        re.search(
            r"(?:到|审到|走到)(?:了)?(?:哪|几审)|(?:审|过|通过|采用|录用|用|退)(?:了)?(?:没有|没|吗)", text + tail
        )
        or (tail == "?" and _ONE.search(text))
    ):
        return []
    quoted = heard.quoted_codes("infos")
    if len(quoted) == 1:
        return [found(heard, block.span, QueryInfos(scope="one", info=quoted[0]))]
    refs = heard.titles("infos", block.start, block.end)
    return [
        found(heard, block.span, QueryInfos(scope="one", info=code), several("info", ref))
        for ref in refs[:1]
        for code in (ref.codes or (None,))
    ]


def _listing(heard: Heard, block: Block, text: str, tail: str) -> list[Found]:
    units = heard.units_in(block.start, block.end)
    wanted: list[str | None] = [*periods(heard, block.start, block.end, past=not _PLAN.search(text))] or [None]
    mine = bool(_MINE.search(text)) or units == (heard.unit,)
    if _RANK.search(text):
        own = (heard.unit,) if mine and not units and heard.unit else units
        return [found(heard, block.span, QueryInfos(scope="rank", units=own, period=period)) for period in wanted]
    if _PLAN.search(text) and (_COUNT.search(text + tail) or re.search(r"[哪什么啥几]", text)):
        return [
            found(heard, block.span, QueryInfos(scope="plan", units=() if mine else units, period=period))
            for period in wanted
        ]
    if not re.search(r"信息|稿|采用|录用|几[篇条]|多少[篇条]", text) or not (_COUNT.search(text + tail)):
        return []
    if units and not mine:
        return [found(heard, block.span, QueryInfos(scope="unit", units=units, period=period)) for period in wanted]
    if mine or not heard.commands:
        asks = bool(
            re.search(r"几[篇条]|多少|数量|(?:报送|采用|条|篇)数|情况|用了没|采用了没|哪些|统计|查|得分|明细", text)
        )
        return [found(heard, block.span, QueryInfos(scope="mine", period=period)) for period in wanted] if asks else []
    if re.search(r"几[篇条]|多少|数|情况|统计", text):
        return [found(heard, block.span, QueryInfos(scope="rank", period=period)) for period in wanted]
    return []
