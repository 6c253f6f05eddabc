"""Questions about tasks: one of them, a unit's, the sender's own, all."""

from __future__ import annotations

import re
from typing import Literal

from bot.acts import QueryTasks
from bot.understanding import quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard, Ref
from bot.understanding.subjects.task_words import EXTENDS, UNSURE

State = Literal["overdue", "due_soon", "open", "done"]
_ONE = re.compile(
    r"什么情况|啥情况|情况(?:如何|怎么样|怎样|呢)?$|(?:办理|完成|推进|进展)?情况[??]|怎么样了?|怎样了?|咋样了?|如何了?(?=$|[??])|进展(?:如何|怎么样|怎样|到哪|呢)?(?=$|[??。到])|进度(?:如何|怎么样|怎样|多少|到哪|呢)?(?=$|[??。])|(?:到|在|办到|走到|干到|做到|报到|推进到|进展到)(?:了)?(?:哪|什么|多少|几|啥)|哪(?:一)?步|什么(?:程度|状态|进度|进展|时候(?:到期|完成|办结|能完))|啥(?:状态|时候|程度)|多少了|多少(?=$|[??。!])|什么时候能?(?:建好|建成|完工|竣工|交付|投用|通车|弄好|好|完)|(?:各|分别|都)?是多少|(?:时限|期限|截止|到期|完成时间|截止日期|截止时间)[^,。;]{0,4}(?:是)?(?:哪天|几号|什么时候|啥时候|多久|何时|多少)|(?:哪天|几号|什么时候|啥时候|何时)(?:到期|截止|完成|交)|还有(?:多久|几天)|(?:谁|哪个(?:单位|局|部门)|哪家)(?:牵头|负责|承办|在办)|(?:牵头|责任|承办)(?:单位|部门)?是(?:谁|哪)|(?:完成|办结|销号|完工|签收|延期|办完|报|逾期|超期)(?:了)?(?:没有|没|吗|么|了没)(?=$|[??])|(?:进度|进展|时限|状态|期限)[^,。;]{0,6}(?:是)?(?:多少|什么|哪|几)|卡在哪|动没动|(?<=[0-9])呢(?=$|[??])|(?:批|审|同意|通过)(?:了|下来)?(?:没(?=$|[ ,。;!?有])|吗|么)|有没有(?:进展|动静|完成|逾期|超期)|是否(?:完成|办结|逾期|超期|销号|签收)|(?:^|[ ,。帮请我先再想要])(?:查(?!收|阅|照|验|办)|看)(?:一下|一查|一看|下|查|看|询|一眼)|了解一下|(?:调|发|问)一?下[^,。;]{0,12}(?:进展|进度|情况)|^(?:查|看)(?!到|过|了|来|起来|完)|^[^,。;请]{0,24}(?<![无没有未见快进抓赶])(?:进展|进度|时限|状态|期限|详情)$|(?:发我|给我)(?:看看|看一下)?$"
)
_THINGS = re.compile(
    r"任务|事项|督办件|督办|台账|件(?=没|未|还|[??]|$)|超期|逾期|到期|临期|未办结|没办完|没完成|未完成|办结的|销号的|在办|红灯|黄灯"
)
_NOUNS = re.compile(r"任务|事项|督办|台账|件(?=没|未|还|[??]|$)")
_WEAKLY = re.compile(
    r"^(?!.*(?:情况|哪|几|多少|什么|啥|列|查|看|清单|发我|给我|统计|有没有|如何|怎么?样)).*$", re.DOTALL
)
_WHICH = re.compile(r"哪|几|多少|有没有|吗|[??]|列|的有|查|看|统计")
_LISTS = re.compile(
    r"哪些|哪几|几[个项件]|多少[个项件]?|有没有|没有?[??]?$|有无|是否|列(?:一下|出|个|表|清单|下)|清单|一览|汇总|统计|(?:^|[ ,。帮请我先再想要])(?:查(?!收|阅|照|验|办)|看)|(?:查|看)(?:一下|下|查|看|询)|发我|给我|发一下|导出|都有(?:啥|什么)|有(?:啥|什么)|台账$|呢[??]?$|名单|什么(?:进度|进展|情况|状态)|怎么样|如何|[??]$|吗|(?:完成|办理|进展|推进|落实)情况(?=$|[??。])"
)
_BARE = re.compile(
    r"^[□、和 ]+(?:的|名下的?|承担的?|牵头的?)?(?:督办)?(?:任务|事项|督办件|件)[。!]?$|^(?:我们?|我局|我区|我委|本单位|[^,。;]{0,14}?)?(?:的)?(?:超期|逾期|快到期|未办结|没办结|没完成|未完成|在办|已办结|临期)(?:的(?:督办)?(?:任务|事项|督办件|件)?|(?:督办)?(?:任务|事项|督办件|件))[。!]?$|(?:我们?|我局|我区|我委)(?:的)?(?:任务|督办事项|督办件|督办任务)[。!]?$"
)
_MINE = re.compile(
    r"我们?(?:局|区|委|办|县|市局|单位|公司|集团|院|厅|镇|校|这边|这儿|这|的|还|有|名下|手[里上头]|目前|牵头|负责|承担|几|都|现在)|我(?:有|还|名下|手里|手上|的|牵头|负责|承担)|本(?:单位|局|区|委|办|公司)|咱们?(?:局|区|委|办|单位|这|还|有|的)?|俺们"
)
_ALL = re.compile(r"全市|全部|所有|整体|总共|各单位|各家|全区|市里|一共|全县|各部门|各区")
_STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    (
        "overdue",
        re.compile(
            r"(?:超期|逾期)(?:还)?(?:未|没)(?:办结|完成|办完|销号)|超期|逾期|过期|超时|超了期|过了(?:时限|期限)|红灯|拖期|已到期未|到期(?:没|未)"
        ),
    ),
    (
        "due_soon",
        re.compile(
            r"(?:快|将|马上|即将|就)(?:要)?(?:到期|到时限|到点|到时间|超期)|临期|临近(?:到期|时限|期限)|黄灯|(?:本周|这周|下周|本月|这个?月|下月|近期|最近|月底|[0-9一二三四五六七八九十两]+天(?:之?内)?|今天|明天|后天|日前)(?:内|前|要|会|就)?(?:要)?到期|快到(?:时限|期限|日子)"
        ),
    ),
    (
        "open",
        re.compile(
            r"(?:还有[^,。;]{0,8}?)?没(?:有)?(?:办结|办完|完成|做完|销号|办)|未(?:办结|完成|销号|办|结)|还(?:在办|没|未|有[^,。;]{0,8}?(?:没|未)(?:有)?(?:办结|办完|完成|做完|销号|办|结)?)|在办|正在办|办理中|在推进|剩(?:下|余)?|没结|进行中|尚未|挂着|待办|欠账"
        ),
    ),
    (
        "done",
        re.compile(
            r"(?:哪些|哪几[个项件]|几[个项件]|多少[个项件]?)(?:已经?)?(?:完成|办结|销号|办完)了?|(?:已经?|都)(?:办结|完成|销号|办完|结)|办结了?(?:的|哪些|几|多少|$)|完成了?(?:的|哪些|几|多少)|销号了?(?:的|哪些|几|多少)|销了(?:哪些|几|多少)|结了(?:哪些|几|多少)"
        ),
    ),
)
_NOT_TASKS = re.compile(r"信息|约稿|公文|收文|文件|会议|考评|考核|得分|政务动态")


def read(heard: Heard, block: Block) -> list[Found]:
    """The questions in a block: of single tasks, or for a list in one or more states."""
    text = heard.without_units(block.start, block.end)
    tail = heard.text[block.end : block.end + 1]
    if _no_question(heard, block, text, tail):
        return []
    quoted = heard.quoted_codes("tasks")
    if block.refs:
        pairs = _pairs(block) if _asks_one(text, tail) else []
        return [_one(heard, block, code, ref) for ref, code in pairs]
    if quoted and _ONE.search(text) and not re.search(r"哪些|几[个项件]|列|所有|全部", text):
        return [_one(heard, block, code) for code in quoted]
    if quoted and not _NOUNS.search(text):
        return []
    return _listing(heard, block, text) if _asks_list(text, tail) else []


def _one(heard: Heard, block: Block, code: str | None, ref: Ref | None = None) -> Found:
    return found(heard, block.span, QueryTasks(scope="one", task=code), several("task", ref))


def _no_question(heard: Heard, block: Block, text: str, tail: str) -> bool:
    """Whether the block is talk, asks a colleague, asks for a later date, or reports a figure."""
    if quiet.to_colleague(text) or quiet.supposed(text):
        return True
    if heard.commands:
        return False
    if heard.text.startswith("@") and re.search(r"你们", text) and not block.refs[1:] and quiet.praise(heard.text):
        return True
    if EXTENDS.search(text) and not UNSURE.search(text):
        return True
    return tail != "?" and percents_in(heard, block) and not text.endswith(("吗", "没", "呢"))


_REPORTING = re.compile(r"如下|的报告|请更新|请督查")


def _asks_list(text: str, tail: str) -> bool:
    """Whether tasks are asked for without naming one."""
    if not _THINGS.search(text) or _NOT_TASKS.search(text) or _REPORTING.search(text):
        return False
    if _BARE.search(text):
        return True
    spoken = _NOUNS.search(text) or _WHICH.search(text)
    return bool(spoken and (_states(text) or not _WEAKLY.search(text)) and _LISTS.search(text + tail))


def percents_in(heard: Heard, block: Block) -> bool:
    """Whether a share is stated: such a block reports, whatever else it says."""
    return any(block.start <= share.span[0] < block.end for share in heard.percents)


def _asks_one(text: str, tail: str) -> bool:
    rest = text.strip(" ,。!?#")
    if (
        re.search(r"请(?:各位)?(?:领导|督□□|督□|主任|您|市政府)[^,。;]{0,6}(?:看|查|审|阅)", text)
        and tail != "?"
        and not re.search(r"吗|没$|多少|怎么样|哪", text)
    ):
        return False
    if (
        re.search(r"(?:修改|改|补充|完善|发|交|报|写)(?:好|完|了|过)[^?]*请[^,。;]{0,3}(?:看|查|审|阅)", text)
        and tail != "?"
    ):
        return False
    if re.search(r"(?:无|没有?|未见)(?:新|任何|明显)?进展", text) and tail != "?":
        return False
    return bool(_ONE.search(text)) or (tail == "?" and bool(re.search(r"完成|办结|多少|几|哪|谁|吗|没", rest)))


def _pairs(block: Block) -> list[tuple[Ref, str | None]]:
    named = {code: ref for ref in block.refs for code in ref.codes}
    return [(ref, code) for code, ref in named.items()] or [(block.refs[0], None)]


def bare(heard: Heard) -> list[Found]:
    """A message that is a code and nothing else asks for the task."""
    codes = heard.codes
    if not codes or codes[0].letter != "D" or len(codes) > 1:
        return []
    rest = heard.text[: codes[0].start] + heard.text[codes[0].end :]
    if rest.strip(" \n。.?!#@号"):
        return []
    span = (codes[0].start, codes[0].end)
    return [found(heard, span, QueryTasks(scope="one", task=code)) for code in codes[0].codes]


def _listing(heard: Heard, block: Block, text: str) -> list[Found]:
    units = heard.units_in(block.start, block.end)
    mine = bool(_MINE.search(text)) or units == (heard.unit,)
    states = _states(text)
    scope: Literal["mine", "unit", "all"]
    if mine and not (units and units != (heard.unit,)):
        scope, units = "mine", ()
    elif units and not _everyone(heard, units):
        scope = "unit"
    elif _ALL.search(text) or units or heard.commands:
        scope, units = "all", ()
    else:
        scope = "mine"
    return [found(heard, block.span, QueryTasks(scope=scope, units=units, state=state)) for state in states or [None]]


def _everyone(heard: Heard, units: tuple[str, ...]) -> bool:
    return len(units) == len(heard.look.units.names)


def _states(text: str) -> list[State | None]:
    """The states asked for, in the order of the text; 还没办结 is not 办结."""
    seen: list[tuple[int, State]] = []
    rest = text
    for state, pattern in _STATES:
        match = pattern.search(rest)
        if match:
            seen.append((match.start(), state))
            rest = rest[: match.start()] + " " * len(match.group()) + rest[match.end() :]
    if any(state == "due_soon" for _, state in seen) and "," not in text:
        seen = [pair for pair in seen if pair[1] != "open"]
    return [state for _, state in sorted(seen)]
