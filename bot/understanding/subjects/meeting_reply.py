"""Who comes to a meeting, who asks leave, who comes instead; and questions about meetings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from bot.acts import QueryMeetings, ReplyMeeting
from bot.understanding import quiet
from bot.understanding.acting import Found, each_code, found, several
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard, Ref
from bot.understanding.persons import listed, persons

_COMES = re.compile(
    r"(?<!不)(?<!不能)(?<!无法)(?:参加|参会|出席|到会|列席|前往|准时到|带队|参训|与会)(?!人员名单|单位|范围|会议的)|(?:参会|参加|出席|与会)(?:人员|名单|人|同志)?[::]|我去|我们[^,。;]{0,4}去(?!年|除|掉)|去开会|派[^,。;]{2,16}(?:去|来)|(?:参会)?回执[::]|报名"
)
_LEAVES = re.compile(
    r"请假(?!的|条|须|单|一律|人员|情况)|请个假|不能(?:参加|参会|到会|出席|来|去)|(?:无法|没法|参加不了|来不了|去不了|不(?:能)?参加|不参会|不来了|缺席|到不了)|告假"
)
_INSTEAD = re.compile(
    r"代会|代为(?:参加|参会|出席)|代(?:表)?(?:他|她|我|其|局长|主任|区长|领导|表|替)?(?:参加|参会|出席|开会|去)|替(?:会|他|她|我|其|代)?[^,。;]{0,6}(?:参加|参会|去|出席|开)?|改由|改派|换成|由[^,。;]{2,16}(?:参加|参会|出席)(?:,|。|$)|(?P<sent>委派|委托|安排|指派|派)(?=[^,。;]{2,14}(?:参加|参会|出席))"
)
_AWAY = re.compile(
    r"出差|外出|在外|学习|有事|冲突|住院|生病|休假|请假|赴[^,。;]{2,12}|参展|不能|无法|另有|公务|陪同|去不了|来不了"
)
_MEETS = re.compile(r"会|培训|论坛|调研|活动")


_CALLS_OTHERS = re.compile(r"抓紧|尽快|请[^,。;]{0,14}(?:报|反馈|回复|参加|参会|出席|到会)")


def reply(heard: Heard, block: Block) -> list[Found]:
    """Who comes, who asks leave, who comes instead."""
    text = heard.text[block.start : block.end]
    asks = heard.text[block.end : block.end + 1] == "?" or text.rstrip().endswith(("吗", "呢", "么"))
    if asks or quiet.supposed(text) or re.search(r"(?:召开|举办|举行|开完|开)了|圆满|效果", text):
        return []
    halves = _halves(heard, block)
    if halves:
        return [act for half in halves for act in reply(heard, half)]
    answer = _answer(text) or ("attend" if _only_names(heard, block) else None)
    if answer is None:
        return []
    refs = _meetings(heard, block)
    office = heard.role not in ("liaison", "head")
    if office and _CALLS_OTHERS.search(text):
        return []
    if office and not (
        any(ref.kind == "meetings" for ref in block.refs) or heard.quoted_codes("meetings") or _HIMSELF.search(text)
    ):
        return []  # one of the office who calls others does not answer for himself
    if not refs and not (block.refs or _MEETS.search(text) or heard.quoted_codes("meetings")):
        return []
    people = _people(heard, block, text, answer)
    if not people and not refs and not re.search(r"参会|代会|会议|的会|请假", text):
        return []
    return [
        found(heard, block.span, ReplyMeeting(meeting=code, reply=answer, people=people), several("meeting", ref))
        for ref, code in each_code(refs)
    ]


def _halves(heard: Heard, block: Block) -> list[Block]:
    """One comes and another asks leave, each in a clause of its own: a block for each."""
    answers = [(clause, _answer(clause.text(heard.text))) for clause in block.clauses]
    kinds = {answer for clause, answer in answers if answer and persons(heard, clause.start, clause.end)}
    if kinds != {"attend", "leave"} or _INSTEAD.search(heard.text, block.start, block.end):
        return []
    return [replace(block, start=c.start, end=c.end, clauses=[c]) for c, answer in answers if answer]


def _answer(text: str) -> Literal["attend", "leave", "substitute"] | None:
    leaves = _LEAVES.search(text)
    instead = _INSTEAD.search(text)
    if instead and (leaves or _stands_in(text, instead.group())):
        return "substitute"
    if leaves:
        return "leave"
    return "attend" if _COMES.search(text) else None


def _stands_in(text: str, instead: str) -> bool:
    """Whether somebody comes for another who cannot; 由……参加 alone only names who comes."""
    if instead.startswith(("委", "安排", "指派", "派")):
        return bool(_AWAY.search(text[: text.find(instead)]))
    if instead.startswith("由"):
        return bool(re.search(r"因|出差|外出|冲突|不在", text))
    return bool(re.search(r"代会|代为|代(?:表|替)|替|出差|外出|学习|有事|冲突|开会", text))


_TITLES = re.compile(r"我[局委区办县]|单位|局长|副|主任|科长|区长|县长|书记|同志|[\s,、:。和()]")


def _only_names(heard: Heard, block: Block) -> bool:
    """Whether behind a meeting's code there are names and nothing else (H1:张三、李四)."""
    names = listed(heard, block.start, block.end)
    if not (names and block.refs):
        return False
    rest = heard.text[block.start : block.end]
    spans = [(ref.start, ref.end) for ref in block.refs] + [(m.start, m.end) for m in heard.units]
    for part in (*(heard.text[slice(*span)] for span in spans), *names):
        rest = rest.replace(part, "")
    return not _TITLES.sub("", rest)


def _meetings(heard: Heard, block: Block) -> list[Ref]:
    """The meetings meant: by code in the text, in the quote, by title."""
    coded = [ref for ref in block.refs if ref.kind == "meetings"]
    if coded:
        return coded
    quoted = heard.quoted_codes("meetings")
    if quoted:
        return [Ref(block.start, block.start, "meetings", quoted if len(quoted) == 1 else (), quoted)]
    return heard.titles("meetings", block.start, block.end)[:1]


_LIST = re.compile(r"(?:参会|参加|出席|与会|参训)?(?:人员|名单|人|回执|报名)[::]")
_AND_ME = re.compile(
    r"(?:^|[,。;:\s0-9会由])我(?:和|与|跟|同|带|、|及)(?!谐|意|时)|(?:和|与|及|、)(?:我|本人)(?:一起|两人|三人|共|都|也|参|去|到|出|$)"
)
_HIMSELF = re.compile(r"(?:^|[,。;:\s0-9会])我(?![局委区办单们市县院校公集])|本人")


def _people(heard: Heard, block: Block, text: str, answer: str) -> tuple[str, ...]:
    start, end = block.span
    if answer == "substitute":
        return _substitutes(heard, start, end, text)
    labelled = _LIST.search(text)
    if answer == "attend":
        named = listed(heard, start + labelled.start(), end) if labelled else ()
        named = named or listed(heard, start, end)
    else:
        named = persons(heard, start, end)
    if heard.sender and named and answer == "attend" and _AND_ME.search(text):
        return tuple(dict.fromkeys((heard.sender.name, *named)))
    if named or heard.sender is None:
        return named
    bare = not re.search(r"局长|主任|区长|领导|同志|人员", text) and heard.quoted_codes("meetings")
    return (heard.sender.name,) if bare or _HIMSELF.search(text) else ()


def _substitutes(heard: Heard, start: int, end: int, text: str) -> tuple[str, ...]:
    """Only who comes: the name behind 由 or before 代会."""
    by = [m.end() for m in re.finditer(r"改由|改派|换成|由|让|派|委托|请(?!假)", text)]
    for at in reversed(by):
        named = persons(heard, start + at, end)
        if named:
            return named[:1] if "、" not in text[at:] and "和" not in text[at:] else named
    instead = _INSTEAD.search(text)
    before = persons(heard, start, start + instead.start() + 1) if instead else ()
    names = persons(heard, start, end)
    return before[-1:] or names[-1:]


_ASKS = re.compile(
    r"几点|什么时候|啥时候|何时|哪天|几号|在哪|哪里|哪儿|地点(?=在|是|呢|变|改|换|[??]|$)|时间(?:是|呢|[??])|(?:有|开)(?:什么|哪些|啥|几个|几场|多少|没有|没)会|有会(?:吗|没|么)|什么会|哪些会|几个会|(?:会议|的会)(?:安排|日程|清单|情况|有哪些)|谁(?:参加|主持|去|参会|没回)|(?:参会|请假|回执|报名)(?:情况|名单|人员)(?!:)(?=[^,。;]{0,6}(?:发|给|看|查|列|有|$|[??]))|哪些单位(?:参加|没|未|请假)|(?:查|看|列)(?:一下|下|看|查)[^,。;]{0,14}会|会(?:议)?(?:还)?(?:开不开|开吗|改时间|取消了吗|有变化)|议程|改(?:时间|期|地点)了?(?:没|吗|么)|什么情况|哪些|怎么安排|回复(?:了)?(?:没|情况)|(?:本周|下周|今天|明天|后天|这周|今日|明日|本月)(?:的|有)?会(?:议)?[??]?$"
)


def query(heard: Heard, block: Block) -> list[Found]:
    """Questions about a meeting, or for those that are to come."""
    text = heard.text[block.start : block.end]
    if re.search(r"抓紧|尽快|请[^,。;]{0,12}(?:报|反馈|回复)", text):
        return []
    if not _ASKS.search(text) or quiet.supposed(text) or (quiet.to_colleague(text) and not block.refs):
        return []
    coded = [ref for ref in block.refs if ref.kind == "meetings"]
    refs = coded or heard.titles("meetings", block.start, block.end)[:1]
    quoted = heard.quoted_codes("meetings")
    if not refs and len(quoted) == 1:
        return [found(heard, block.span, QueryMeetings(meeting=quoted[0]))]
    if not refs and not re.search(r"会", text):
        return []
    return [
        found(heard, block.span, QueryMeetings(meeting=code), several("meeting", ref)) for ref, code in each_code(refs)
    ]
