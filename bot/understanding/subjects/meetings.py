"""Meetings: announced, answered, asked about."""

from __future__ import annotations

import re
from typing import Literal

from bot.acts import NoticeMeeting, QueryMeetings, ReplyMeeting
from bot.understanding import dates, quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.persons import listed, persons

_NOTICE = re.compile(
    r"会议通知|【[^】]{0,8}(?:会议|开会)[^】]{0,6}】|(?:召开|举行|举办|组织召开|召集|开个?|开一[个次场])[^,。;\n]{0,50}(?:会|培训|论坛|活动|仪式|例会|专题会)(?:议)?|(?:到|来|在)[^,。;]{2,24}(?:开会|参会|碰头|碰个头)|(?:参会|参加)(?:单位|人员|范围|部门)[::]|请[^。\n]{1,60}(?:参加|出席)[^,。;\n]{2,40}(?:会议?|培训班?|活动)(?=[,。;\n]|$)|会议(?:时间|地点|名称)[::]"
)
_CALLS = re.compile(
    r"参会|参加|出席|派[^,。;]{0,6}(?:人|同志|负责)|来人|来[^,。;]{1,12}(?:开会|参会|碰头|商量|研究)|汇报(?!材料)|做好准备|到会|列席|通知|[局委办区县团司室科]来(?=$|[,。;!])|请[^。]{0,60}(?:参|到|来)|单位[::]"
)
_NOT_NOTICE = re.compile(
    r"(?:会|会议|时间|地点|定于?)[^,。;]{0,14}(?:改(?:期|到|至|为|在)|取消|推迟|提前到)|原定|延期召开|不开了|(?:已|刚|昨天|上午|日前|近日)[^,。;]{0,8}(?:召开了|开完|开了)|开完会|刚开会|(?:刚才|今天|昨天|上午|下午)(?:的)?会上|会上(?:定|说|讲|领导|表扬)|召开了|信息报送|传达|学习[^,。]{0,10}会议精神|[??]"
)
_LABEL = re.compile(r"(?:会议名称|会议主题|会议内容|名称|主题|议题|事由)[::] ?(?P<name>[^,。;\n]{2,50})")
_HELD = re.compile(
    r"(?:召开|举行|组织召开|召集|举办|开个|开展|开)(?:一?[次个场])?(?P<name>[^,。;\n]{2,50}?(?:会议|培训班|培训会|培训|论坛|仪式|例会|会商|会|碰头会))(?=[,。;:!\n(（ ]|$|请|，|的通知|由|时间|地点|参会|,|各|于)"
)
_NAMED = re.compile(
    r"(?P<name>[^,。;:\n【】]{2,40}?(?:会议|培训班|培训会|论坛|仪式|例会|会))(?:通知)?(?=[,。;:!\n ]|$|定于|于|将于|,|时间|在)"
)
_PLACE = re.compile(
    r"(?:会议)?(?:地点|地址|会场|会址)(?:[::]|在|为|是) ?(?P<label>[^,。;\n]{2,40})|(?:在|到|至|于)(?P<at>[^,。;:\n在]{2,30}?(?:会议室|报告厅|会议中心|礼堂|宾馆|酒店|楼|大厅|室|中心|党校|学校|现场|指挥部|会堂|广场|招待所|办公室|常委会议室|视频会场))(?=[,。;\n ]|$|召开|举行|开|参|集合|组织|,)"
)
_WHO = re.compile(r"(?:参会|参加|出席|列席)(?:单位|部门|人员|范围|对象)(?:[::]|为)|请|通知")


def notice(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """A meeting that is announced, and the clauses that announce it."""
    text = heard.text
    own = heard.role in ("liaison", "head")
    if own and not re.search(r"会议通知|(?:召开|举行|开)[^。]{0,60}请[^。]{1,60}(?:参|派|到|来)", text):
        return [], set()
    if (
        own
        and not re.search(r"会议通知|定于", text)
        and not [n for n in heard.units_in(0, len(text)) if n != heard.unit]
    ):
        return [], set()
    if (
        not (_NOTICE.search(text) or _bare_call(heard))
        or not _CALLS.search(text)
        or _NOT_NOTICE.search(re.sub(r"《[^》]*》", "", text))
        or heard.codes_in(0, len(text), "meetings")
    ):
        return [], set()
    start = dates.start([e for e in heard.dates if e.kind not in ("duration", "set")], heard.now, heard.calendar)
    head = _timed(heard)
    minute = dates.start(head, heard.now, heard.calendar) if head else start
    title = _title(heard)
    if title is None and minute is None:
        return [], set()
    first = _first(heard, clauses)
    used = [
        clause
        for clause in _of_notice(heard, clauses)
        if clause.sentence == first or not heard.codes_in(clause.start, clause.end)
    ]
    place = _PLACE.search(text)
    act = NoticeMeeting(
        title=title,
        start=minute,
        place=heard.raw(*place.span(place.lastgroup or 0)) if place else None,
        units=_called(heard),
    )
    return [found(heard, (clauses[0].start, clauses[-1].end), act)], set(used)


_OTHER_MATTER = re.compile(r"政务动态|公文|超期|逾期|考评|排名|提醒我|约稿|哪些|多少|几[件个篇]|信息(?:报送|排)")


def _of_notice(heard: Heard, clauses: list[Clause]) -> list[Clause]:
    """The clauses of the notice: all but those whose sentence, without calling a meeting, speaks of another matter."""
    others = {
        clause.sentence
        for clause in clauses
        if _OTHER_MATTER.search(clause.text(heard.text)) and not _NOTICE.search(clause.text(heard.text))
    }
    first = _first(heard, clauses)
    return [clause for clause in clauses if clause.sentence == first or clause.sentence not in others]


def _first(heard: Heard, clauses: list[Clause]) -> int:
    """The sentence that calls the meeting."""
    return next((clause.sentence for clause in clauses if _NOTICE.search(clause.text(heard.text))), 0)


_BARE = re.compile(r"(?:^|[,。;\n: ])(?P<name>[^,。;:\n]{2,30}(?:会议|[^机社委员协工商]会))(?=[,。;\n]|$)")


def _bare_call(heard: Heard) -> bool:
    """Whether a meeting is called by its name, a day and an hour alone, by one of the office."""
    timed = any(e.has_day and e.has_time and not e.impossible for e in heard.dates) or (
        any(e.has_day for e in heard.dates) and any(e.has_time for e in heard.dates)
    )
    return timed and heard.role not in ("liaison", "head") and bool(_BARE.search(heard.text)) and bool(heard.units)


def _timed(heard: Heard) -> list[dates.Expression]:
    """The day and the hour of the meeting: what a label names, else the first ones; not the hour for answers or papers."""
    label = re.search(r"(?:会议|开会|召开)?时间(?:[::]|为|定于|是)", heard.text)
    usable = [e for e in heard.dates if e.kind not in ("duration", "set") and not e.impossible]
    if label:
        after = [e for e in usable if label.end() <= e.span[0] <= label.end() + 30]
        if after:
            return after
    firm = [e for e in usable if not e.before]
    whole = next((e for e in firm if e.has_day and e.has_time), None)
    if whole:
        return [whole]
    firm = [
        e
        for e in firm
        if e.has_time
        or not re.match(r"[^,。;]{0,12}(?:会|精神|要求|部署|通知)", heard.text[e.span[1] : e.span[1] + 14])
        or len(firm) == 1
    ]
    if firm and firm[0].has_day and not firm[0].has_time:
        near = [e for e in firm[1:] if e.has_time and e.span[0] - firm[0].span[1] < 10 and not e.has_day]
        return [firm[0], *near[:1]]
    return firm[:1]


def _title(heard: Heard) -> str | None:
    labelled = _LABEL.search(heard.text)
    if labelled:
        return heard.raw(*labelled.span("name"))
    held = _HELD.search(heard.text)
    if held:
        return heard.raw(*_core(heard, *held.span("name")))
    joined = re.search(r"(?:参加|出席)(?P<name>[^,。;\n]{3,50}(?:会议?|培训班?|活动))(?=[,。;\n]|$)", heard.text)
    if joined:
        start, end = joined.span("name")
        past = [e.span[1] for e in heard.dates if start <= e.span[0] < end - 2]
        start = max([start, *past])
        place = _PLACE.search(heard.text, start, end)
        start = place.end() if place and place.end() < end - 2 else start
        head = re.match(r"(?:[\s,的在于]|召开|举行|举办)+的?", heard.text[start:end])
        return heard.raw(start + (head.end() if head else 0), end)
    about = re.search(
        r"(?:开会|碰头|参会)[^。]{0,12}?[,,]?(?P<name>(?:研究|讨论|商议|听取|部署|专题研究|协调|商量)[^,。;\n]{3,40})",
        heard.text,
    )
    if about:
        return heard.raw(*about.span("name"))
    bare = _BARE.search(heard.text) if not _NOTICE.search(heard.text) else None
    if bare:
        return heard.raw(*_core(heard, *bare.span("name")))
    for match in _NAMED.finditer(re.sub(r"【[^】]*】", lambda m: " " * len(m.group()), heard.text)):
        start, end = _core(heard, *match.span("name"))
        if end - start > 3 and not re.match(r"(?:参会|请|通知|会议|开会)", heard.text[start:end]):
            return heard.raw(start, end)
    return None


def _core(heard: Heard, start: int, end: int) -> tuple[int, int]:
    """A title without the time and the place before it."""
    for expression in heard.dates:
        if (
            start <= expression.span[0]
            and expression.span[1] < end - 2
            and expression.span[0] - start < 6
            and expression.has_time
        ):
            start = expression.span[1]
    place = _PLACE.search(heard.text, start, end)
    if place and place.end() < end - 2:
        start = place.end()
    head = re.match(r"(?:[\s,:在于的]|召开|举行|定于|通知|关于|我市|一个|一次|个)+", heard.text[start:end])
    return start + (head.end() if head else 0), end


def _called(heard: Heard) -> tuple[str, ...]:
    """Who is asked to come: the units behind 请 or a label, without those that a title or a place names."""
    title = _HELD.search(heard.text)
    place = _PLACE.search(heard.text)
    hidden = [match.span() for match in (title, place) if match]
    inside = [m for m in heard.units if not any(a <= m.start < b for a, b in hidden)]
    first = _WHO.search(heard.text)
    after = [m for m in inside if first and m.start >= first.start()]
    chosen = after or inside
    return tuple(dict.fromkeys(name for m in chosen for name in m.names if not _collects(heard.text, m.start, m.end)))


def _collects(text: str, start: int, end: int) -> bool:
    """Whether a unit only takes the answers: 报会务科."""
    return bool(
        re.search(r"(?:报|发|交|送|反馈|回复|联系)(?:至|到|给|市政府)?$", text[max(0, start - 5) : start])
    ) or bool(re.match(r"联系|汇总", text[end:]))


_COMES = re.compile(
    r"(?<!不)(?<!不能)(?<!无法)(?:参加|参会|出席|到会|列席|前往|准时到|带队|参训|与会)(?!人员名单|单位|范围|会议的)|(?:参会|参加|出席|与会)(?:人员|名单|人|同志)?[::]|我去|去开会|派[^,。;]{2,16}(?:去|来)|(?:参会)?回执[::]|报名"
)
_LEAVES = re.compile(
    r"请假(?!的|条|须|单|一律|人员|情况)|请个假|不能(?:参加|参会|到会|出席|来|去)|(?:无法|没法|参加不了|来不了|去不了|不(?:能)?参加|不参会|不来了|缺席|到不了)|告假"
)
_INSTEAD = re.compile(
    r"代会|代为(?:参加|参会|出席)|代(?:表)?(?:他|她|我|其|局长|主任|区长|领导|表|替)?(?:参加|参会|出席|开会|去)|替(?:会|他|她|我|其|代)?[^,。;]{0,6}(?:参加|参会|去|出席|开)?|改由|改派|换成|由[^,。;]{2,16}(?:参加|参会|出席)(?:,|。|$)"
)
_MEETS = re.compile(r"会|培训|论坛|调研|活动")


def reply(heard: Heard, block: Block) -> list[Found]:
    """Who comes, who asks leave, who comes instead."""
    text = heard.text[block.start : block.end]
    if (
        quiet.supposed(text)
        or heard.text[block.end : block.end + 1] == "?"
        or text.rstrip().endswith(("吗", "呢", "么"))
    ):
        return []
    answer = _answer(text) or ("attend" if _only_names(heard, block) else None)
    if answer is None:
        return []
    refs = _meetings(heard, block)
    if not refs and not (block.refs or _MEETS.search(text) or heard.quoted_codes("meetings")):
        return []
    people = _people(heard, block, text, answer)
    if not people and not refs and not re.search(r"参会|代会|会议|的会|请假", text):
        return []
    pairs: list[tuple[Ref | None, str | None]] = [(ref, code) for ref in refs for code in (ref.codes or (None,))] or [
        (None, None)
    ]
    return [
        found(heard, block.span, ReplyMeeting(meeting=code, reply=answer, people=people), several("meeting", ref))
        for ref, code in pairs
    ]


def _answer(text: str) -> Literal["attend", "leave", "substitute"] | None:
    leaves = _LEAVES.search(text)
    instead = _INSTEAD.search(text)
    if (
        instead
        and (leaves or re.search(r"代会|代为|代(?:表|替)|替|出差|外出|学习|有事|冲突|开会", text))
        and (leaves or not re.match(r"由", instead.group()) or re.search(r"因|出差|外出|冲突|不在", text))
    ):
        return "substitute"
    if leaves:
        return "leave"
    return "attend" if _COMES.search(text) else None


def _only_names(heard: Heard, block: Block) -> bool:
    """Whether behind a meeting's code there are names and nothing else (H1:张三、李四)."""
    rest = heard.text[block.start : block.end]
    names = listed(heard, block.start, block.end)
    for part in (
        *(heard.text[ref.start : ref.end] for ref in block.refs),
        *names,
        *(heard.text[m.start : m.end] for m in heard.units),
    ):
        rest = rest.replace(part, "")
    rest = re.sub(r"我[局委区办县]|单位|局长|副|主任|科长|区长|县长|书记|同志|[\s,、:。和()]", "", rest)
    return bool(names and block.refs) and not rest


def _meetings(heard: Heard, block: Block) -> list[Ref]:
    """The meetings meant: by code in the text, in the quote, by title."""
    coded = [ref for ref in block.refs if ref.kind == "meetings"]
    if coded:
        return coded
    quoted = heard.quoted_codes("meetings")
    if quoted:
        return [Ref(block.start, block.start, "meetings", quoted if len(quoted) == 1 else (), quoted)]
    return heard.titles("meetings", block.start, block.end)[:1]


def _people(heard: Heard, block: Block, text: str, answer: str) -> tuple[str, ...]:
    start, end = block.span
    if answer == "substitute":
        return _substitutes(heard, start, end, text)
    labelled = re.search(r"(?:参会|参加|出席|与会|参训)?(?:人员|名单|人|回执|报名)[::]", text)
    named = (
        listed(heard, start + labelled.start() if labelled else start, end)
        if labelled or re.match(r"(?:准时|按时)?(?:参加|参会|出席)[。,:：]", text)
        else ()
    )
    named = named or listed(heard, start, end) if answer == "attend" else persons(heard, start, end)
    if named:
        return named
    own = heard.sender.name if heard.sender else None
    says_self = re.search(r"(?:^|[,。;:\s0-9会])我(?![局委区办单们市县院校公集])|本人", text)
    bare = not re.search(r"局长|主任|区长|领导|同志|人员", text) and bool(heard.quoted_codes("meetings"))
    return (own,) if own and (says_self or bare) else ()


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
    r"几点|什么时候|啥时候|何时|哪天|几号|在哪|哪里|哪儿|地点|时间(?:是|呢|[??])|(?:有|开)(?:什么|哪些|啥|几个|几场|多少|没有|没)会|有会(?:吗|没|么)|什么会|哪些会|几个会|(?:会议|的会)(?:安排|日程|清单|情况|有哪些)|谁(?:参加|主持|去|参会|没回)|(?:参会|请假|回执|报名)(?:情况|名单|人员)(?!:)(?=[^,。;]{0,6}(?:发|给|看|查|列|有|$|[??]))|哪些单位(?:参加|没|未|请假)|(?:查|看|列)(?:一下|下|看|查)[^,。;]{0,14}会|"
    r"会(?:议)?(?:还)?(?:开不开|开吗|改时间|取消了吗|有变化)|议程|什么情况|哪些|怎么安排|回复(?:了)?(?:没|情况)|(?:本周|下周|今天|明天|后天|这周|今日|明日|本月)(?:的|有)?会(?:议)?[??]?$"
)


def query(heard: Heard, block: Block) -> list[Found]:
    """Questions about a meeting, or for those that are to come."""
    text = heard.text[block.start : block.end]
    if not _ASKS.search(text) or quiet.supposed(text) or (quiet.to_colleague(text) and not block.refs):
        return []
    coded = [ref for ref in block.refs if ref.kind == "meetings"]
    refs = coded or heard.titles("meetings", block.start, block.end)[:1]
    quoted = heard.quoted_codes("meetings")
    if not refs and len(quoted) == 1:
        return [found(heard, block.span, QueryMeetings(meeting=quoted[0]))]
    if not refs and not re.search(r"会", text):
        return []
    pairs: list[tuple[Ref | None, str | None]] = [(ref, code) for ref in refs for code in (ref.codes or (None,))] or [
        (None, None)
    ]
    return [found(heard, block.span, QueryMeetings(meeting=code), several("meeting", ref)) for ref, code in pairs]
