"""By when a report expects the whole task to be finished, and which later date it asks for."""

from __future__ import annotations

import re
from datetime import date

from bot.understanding import dates
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.dates import Expression
from bot.understanding.heard import Heard
from bot.understanding.parlance import foreign, titles_of
from bot.understanding.percent import PARTS
from bot.understanding.reading import Doubt
from bot.understanding.subjects.task_words import PARTIAL

_EXPECTS = re.compile(
    r"预计|预期|计划(?!的|任务|投资)|力争|争取|确保|拟(?=[^定])|将于|将在|"
    r"将(?=[0-9一二三四五六七八九十本下])|有望|保证|肯定|估计|大概|应该|可(?=全部|完成|办结)|能(?=全部|"
    r"完成|办结|完工|竣工|完)|完成时间|完成时限|预计完成"
)
_WHOLE = re.compile(
    r"(?:全部|全面|整体|彻底|最终|最后)?(?:完成|完工|竣工|建成|办结|结束|完结|收尾|收官|投用|投入(?:使用|"
    r"运行|运营)|交付(?:使用)?|交工|销号|整治到位|整改到位|落实到位|到位|通车|通水|通气|通电|投产|并网|"
    r"开园|开馆|启用|开放|试运行|运行|达标|清零|见效|挂牌|揭牌|开业|运营|交房|入住|达产|全覆盖|建好|修好|"
    r"装好|栽完|种完|铺完|干完|做完|弄完|搞完|建完|办完|收工|完事|扫尾|达到目标|验收|能完|完)(?=$|"
    r"[ ,。;!?)了并且,~\[]|没(?:有)?问题|问题不大|有把握|有保障|剩余|任务|目标|验收|全部|所有|整治|整改|"
    r"建设|改造|本项|该项|年度|、|工作|吧|办结|投用|交付|,)"
)
_AT_ONCE = re.compile(r"(?:之?前|以前|左右|可以?|能够?|就|会|要|应该?|将|基本|,)*" + _WHOLE.pattern)


_FORMER = re.compile(r"原定|原计划|原来|已|时限|要求|于$|在$|截至|截止")
# 8月20日前完成灯光改造 is said of a part where the title speaks of no lights.
_OBJECT = re.compile(
    r"完成(?!所有|其余|剩余|余下|整改|全部|全面|任务|目标|验收|年度|并|且|销号|办结|竣工|工程|项目|各项|整个)(?P<object>[\u4e00-\u9fff]{2,10})"
)
_PART_AHEAD = re.compile(r"完成[^,。;]{0,2}(?:招标|选址|设计|供地|征地|主体|前期|土建|封顶)")


# 预计完成时间:6月20日; 预计8月底, with nothing else said.
_SAID_BEFORE = re.compile(
    r"(?:预计|预期|计划|力争|拟)(?:全部|全面|整体)?(?:完成|办结|完工|竣工|交付|建成|投用)(?:时间|日期|"
    r"时限|节点)?(?:[::为是在于]|大约|约)*$|"
    r"^[\s,]*(?:预计|力争|争取)(?:在|到|要到|于|约)?$"
)


def expected(heard: Heard, block: Block) -> tuple[date | None, tuple[Doubt, ...]]:
    """The expected finish of the whole task, where the block says one."""
    for clause in block.clauses:
        for expression in heard.dates_in(clause.start, clause.end):
            before = heard.text[clause.start : expression.span[0]]
            after = heard.text[expression.span[1] : clause.end]
            ahead = _EXPECTS.search(clause.text(heard.text)) or _ahead(heard, expression, after)
            if (
                ahead
                and not _FORMER.search(before)
                and _of_whole(heard, block, _behind(heard, block, clause, expression), after)
            ):
                if expression.impossible:
                    return None, (Doubt("due", "impossible", expression.words),)
                return heard.due(expression), ()
    return None, ()


def _behind(heard: Heard, block: Block, clause: Clause, expression: Expression) -> str:
    """What the clause says before the day, behind what names the task, without units."""
    at = expression.span[0]
    named = [ref.end for ref in (*block.refs, *heard.task_titles) if clause.start <= ref.start and ref.end <= at]
    return heard.without_units(max([clause.start, *named]), at)


def _of_whole(heard: Heard, block: Block, before: str, after: str) -> bool:
    """Whether what is expected is the finish of all of it."""
    if _titled(heard, block, after):
        return True
    if PARTS.search(_EXPECTS.sub("", before)):
        return False  # 渠系配套预计20号弄完
    if _SAID_BEFORE.search(before) and not after.strip():
        return True
    if not _WHOLE.search(after) or PARTIAL.search(after) or _PART_AHEAD.search(after):
        return False
    done = _OBJECT.search(after)
    return not done or foreign(done["object"], titles_of(heard, block)) < 2


_GENERAL = re.compile(r"(?:改造|建设|整治|治理|工程|项目|提升|工作|任务|行动|管理)$")


def _titled(heard: Heard, block: Block, after: str) -> bool:
    """Whether what is expected is what the title ends with: 主体封顶."""
    titles = [item.title for code in block.codes if (item := heard.item(code))]
    return any(len(title) > 4 and not _GENERAL.search(title) and title[-2:] in after[:10] for title in titles)


def _ahead(heard: Heard, expression: Expression, after: str) -> bool:
    """Whether a day is said to come with the finish, without a word for expecting: 6月底全部完成."""
    day = heard.due(expression)
    return (
        day is not None
        and day > heard.now.date()
        and not re.search(r"已|了", after[:8])
        and bool(_AT_ONCE.match(after))
    )


def later(heard: Heard, block: Block, verb: int, present: date | None) -> tuple[date | None, tuple[Doubt, ...]]:
    """The new date that an extension asks for: the one after the verb, or a span counted from the present due date."""
    after = [e for e in heard.dates_in(verb, block.end) if _usable(e)]
    before = [
        e
        for e in heard.dates_in(block.start, verb)
        if _usable(e) and re.search(r"[到至为]$", heard.text[: e.span[0]].rstrip())
    ]
    for expression in [*after, *reversed(before)]:
        if expression.impossible:
            return None, (Doubt("due", "impossible", expression.words),)
        day = dates.extend(expression, present, heard.now, heard.calendar)
        if day:
            return day, ()
    return None, ()


def _usable(expression: Expression) -> bool:
    return expression.kind not in ("time", "timerange", "set")
