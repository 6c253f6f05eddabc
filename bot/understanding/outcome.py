"""What a report says became of a task: finished, or under way."""

from __future__ import annotations

import re

from bot.understanding import quiet
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.difficulty import problem
from bot.understanding.heard import Heard
from bot.understanding.parlance import foreign, titles_of
from bot.understanding.percent import shares
from bot.understanding.subjects.task_words import (
    APPLIES,
    DENIES,
    DONE,
    FUTURE,
    OWN_WORK,
    PARTIAL,
    STATUS,
    refuses_extension,
)

_NOT_YET = re.compile(
    r"(?:不|未|没有?|暂不|别|先不|尚不|还不|等|待|拟|准备|打算|计划|争取|力争|预计|下周|下月|月底|届时|"
    r"后再|后(?!者)|再|不具备|才)[^,。;!?]{0,8}(?:申请)?(?:销号|办结|结项|销项)(?!申请)"
)
_ALSO = re.compile(
    r"^(?:了|啦|喽|的)?(?:$|[ ,。;!?:()\[✅✔👌🎉💪~…]|并|且|(?:竣工|最终|综合|整体)?验收|请|申请|佐证|"
    r"材料|特|现|吧|整治|所有|本|该项|各项|工作(?!量)|目标任务(?!的)|建设内容|建设任务|全部|"
    r"年度目标(?!的)|年度任务(?!的)|任务(?![的0-9])|全年)"
)


def finishes(heard: Heard, block: Block) -> bool:
    """Whether the block says that the task itself is done, or applies for closing it."""
    text = heard.text[block.start : block.end]
    if quiet.supposed(text) or quiet.hearsay(text) or (_asks(heard, block) and not re.search(r"能|可以|行", text)):
        return False
    if APPLIES.search(text) and not _NOT_YET.search(text) and not DENIES.search(text):
        return True
    best = shares(heard, block)
    if best and not best[-1].impossible:
        return best[-1].value == 100 and not _denied(text) and not FUTURE.search(text)
    return any(_done(heard, block, clause) for clause in block.clauses) and not _denied(text)


def _denied(text: str) -> bool:
    return bool(
        DENIES.search(text)
        or re.search(r"(?:其余|剩余|剩下|余下|另(?:有|外)?[0-9一二两三四五六七八九十]+[座个所处家户套条项栋])", text)
    )


def _done(heard: Heard, block: Block, clause: Clause) -> bool:
    """Whether a clause says of the task itself, not of a part of it, that it is done."""
    text = clause.text(heard.text)
    for match in DONE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        future = FUTURE.search(text) and not re.search(r"已|了|通过", text)
        if (
            future
            or PARTIAL.search(text[: match.end()])
            or not _ALSO.match(after)
            or _part(heard, block, clause, before)
        ):
            continue
        return True
    return _all_done(heard, block, text)


_ALL_DONE = re.compile(r"(?:全部|均已?|都已?)(?:全部)?(?P<verb>[\u4e00-\u9fff]{2})(?:到位|完毕|结束|了)?(?=$|[ ,。;!])")


def _all_done(heard: Heard, block: Block, text: str) -> bool:
    """Whether all of it has had done to it what the title says (100辆已全部更新)."""
    titles = titles_of(heard, block)
    match = _ALL_DONE.search(text)
    return bool(match and match["verb"] in titles and not FUTURE.search(text) and not PARTIAL.search(text))


def _part(heard: Heard, block: Block, clause: Clause, before: str) -> bool:
    """Whether what stands before the verb names something that is not in the task's title: a part of the work."""
    start = max(
        [clause.start, *(ref.end for ref in block.refs if clause.start <= ref.start < clause.start + len(before))]
    )
    words = heard.without_units(start, clause.start + len(before))
    titles = titles_of(heard, block)
    return foreign(words, titles) >= 2 or _fewer(words, titles)


def _fewer(words: str, titles: str) -> bool:
    """Whether a number is named that is not the title's of the same measure: 9座已完工 of 12座."""
    wanted = dict((measure, number) for number, measure in _NUMBERED.findall(titles))
    return any(measure in wanted and wanted[measure] != number for number, measure in _NUMBERED.findall(words))


_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)?)万?(座|个|所|处|家|户|套|条|项|栋|台|件|公里|亩|部|辆)")


_PART_DONE = re.compile(r"(?:已|目前|现已?)[^,。;未没尚不]{0,10}(?:完成|建成|开工|封顶|贯通|进场|启动|铺设|安装)")
_FIGURE = re.compile(
    r"[0-9](?:\.[0-9]+)? ?(?:%|微克|万|亿|户|家|人|个|公里|米|亩|座|处|件|条|项|吨|元|站|栋|台|套|辆|段|"
    r"片|场|次|名|例|份|批|孔|盏)"
)
_SENT = re.compile(r"没有?意见|无意见|(?:已经?|都|刚刚?)(?:报|交|发|提交|反馈)(?:送|给[^,。]{1,6})?(?:过|了)+")
_HEADING = re.compile(r"如下|的报告|情况(?:报告|汇报)")
_GOING = re.compile(r"已完成|推进|进展(?!情况)|进度|正在|完成了|没有?完成|未完成|办理中")


# What is done with papers and figures on the way to the office is no state of the work.
_PAPER = re.compile(
    r"(?:材料|数据|报表|台账|照片|图片|附件|表格?|情况|进展|进度|报告|佐证)[^,。;]{0,12}?(?:发|传|报|交|"
    r"送|提供|汇报|拷|录)(?!现|展|建)"
    r"[^,。;]{0,8}(?:您|你|他|邮箱|邮件|群|督查|信息科|系统|微信|市长|秘书长|领导|局长|主任|过去|过来|了?$)|"
    r"(?:数据|进展|进度|情况|报表|材料)[^,。;]{0,4}(?:下午|上午|明天|明早|今晚|稍后|马上|晚点|随后|"
    r"一会儿?|还没)[^,。;]{0,6}(?:报|发|交|传|送)|"
    r"(?:正在|在)(?:核数|核对|核实|汇总|统计数据)|(?:数据|材料)[^,。;]{0,6}(?:提供|齐了|齐全)|查收|请见(?:邮件|附件)|"
    r"[向给][^,。;]{0,8}(?:汇报|报告)(?:过|了|$)"
)
_WONDERS = re.compile(r"几分|多少|哪[个些里家]|谁|怎么|吗$|是不是|什么时候|能不能|让我?问")


def reports(heard: Heard, block: Block, extends: bool) -> bool:
    """Whether the block reports a state of the work. Beside a request for a later date only a figure or a part done counts."""
    text = heard.text[block.start : block.end]
    figures = bool(shares(heard, block))
    if quiet.idle(text) and not (figures and not quiet.supposed(text) and not quiet.hearsay(text)):
        return False
    if extends:
        return figures or bool(_PART_DONE.search(text))
    if figures:
        return bool(
            block.refs or heard.quoted or re.search(r"完成|进度|进展|推进|达到?|到了?|干了", text)
        ) and not _asks(heard, block)
    if refuses_extension(text) or heard.commands or _asks(heard, block):
        return False  # what a leader says of the state of things is no report
    if block.refs or heard.quoted_codes("tasks"):
        return not _WONDERS.search(text) and _states(heard, block)
    return bool(OWN_WORK.search(text) and not _HEADING.search(text) and _GOING.search(text))


def _states(heard: Heard, block: Block) -> bool:
    """Whether a state is told of what is named: in words, in a figure beside a code, or as a difficulty."""
    rest = _PAPER.sub("", _SENT.sub("", _without_refs(heard, block)))
    coded = any(not ref.titled for ref in block.refs)
    if STATUS.search(rest) or (coded and _FIGURE.search(rest)):
        return True
    return problem(heard, block) and (coded or not block.refs)


def _without_refs(heard: Heard, block: Block) -> str:
    """The block's text without what names its items: 项目开工 in a title tells of no progress."""
    pieces, at = [], block.start
    for ref in sorted(block.refs, key=lambda ref: ref.start):
        pieces.append(heard.text[at : ref.start])
        at = max(at, ref.end)
    return "".join([*pieces, heard.text[at : block.end]])


def _asks(heard: Heard, block: Block) -> bool:
    tail = heard.text[block.start : block.end + 1].rstrip(" \n!。~")
    return tail.endswith(("?", "吗", "呢", "么", "没有?", "吧?"))
