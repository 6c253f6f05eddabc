"""A meeting that is announced: its title, when, where, and who is called."""

from __future__ import annotations

import re

from bot.acts import NoticeMeeting
from bot.understanding import dates
from bot.understanding.acting import Found, found
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard

_NOTICE = re.compile(
    r"会议通知|【[^】]{0,8}(?:会议|开会)[^】]{0,6}】|(?:召开|举行|举办|组织召开|召集|开个?|开一[个次场])[^,。;\n]{0,50}(?:会|培训|论坛|活动|仪式|例会|专题会)(?:议)?|(?:到|来|在)[^,。;]{2,24}(?:开会|参会|碰头|碰个头)|碰(?:个|一?下)?头|(?:到|来)我?(?:这里?|这儿|办公室|[^,。;]{0,8}(?:会议室|办公室))[,,]?(?:商量|研究|议一议|议一下|汇报|商议)|会(?:议)?在[^,。;\n]{2,16}(?:召开|举行|开)|会(?:议)?(?:将|拟)?(?:定)?于[^。;\n]{2,24}(?:召开|举行)|(?:参会|参加)(?:单位|人员|范围|部门)[::]|请[^。\n]{1,60}(?:参加|出席)[^,。;\n]{2,40}(?:会议?|培训班?|活动|会商|座谈|调度|评审|验收|观摩|研讨)(?=[,。;\n]|$)|会议(?:时间|地点|名称)[::]"
)
_CALLS = re.compile(
    r"参会|参加|出席|派[^,。;]{0,6}(?:人|同志|负责)|来人|[各都]来[一1两]|来[^,。;]{1,12}(?:开会|参会|碰头|商量|研究)|汇报(?!材料)|做好准备|到会|列席|通知|[局委办区县团司室科]来(?=$|[,。;!])|(?:请|叫|让)[^。]{0,60}(?:参|到|来)|单位[::]"
)
_NOT_NOTICE = re.compile(
    r"(?:会|会议|时间|地点|定于?)[^,。;]{0,14}(?:改(?:期|到|至|为|在)|取消|推迟|提前到(?!场|会|达|位|岗))|原定|延期召开|不开了|(?:已|刚|昨天|上午|日前|近日)[^,。;]{0,8}(?:召开了|开完|开了)|开完会|刚开会|(?:刚才|今天|昨天|上午|下午)(?:的)?会上|会上(?:定|说|讲|领导|表扬)|召开了|信息报送|传达|学习[^,。]{0,10}会议精神|[??]"
)
_HEADED = re.compile(
    r"(?:【[^】]*】|(?:会议)?通知[::])?(?P<name>(?!会议|紧急|视频|参会|安排|开|有|一个)[^,。;:\n ]{2,30}会议?)[::]"
)
_LABEL = re.compile(
    r"(?:会议名称|会议主题|会议内容|名称|主题|议题|事由)(?:[::]|是|为(?!期|了)) ?(?P<name>[^,。;\n]{2,50})"
)
_HELD = re.compile(
    r"(?:召开|举行|组织召开|召集|举办|开个|开展|开)(?:一?[次个场])?(?P<name>[^,。;\n]{2,50}?(?:会议|培训班|培训会|培训|论坛|仪式|例会|会商|会|碰头会))(?=[,。;:!\n(（ ]|$|请|，|的通知|由|时间|地点|参会|,|各|于)"
)
_NAMED = re.compile(
    r"(?P<name>[^,。;:\n【】 ]{2,40}?(?:会议|培训班|培训会|论坛|仪式|例会|会))(?:通知)?(?=[,。;:!\n ]|$|定于|于|将于|,|时间|在)"
)
_PLACE = re.compile(
    r"(?:会议)?(?:地点|地址|会场|会址)(?:[::]|在|为|是) ?(?P<label>[^,。;\n]{2,40})|(?:在|到|至|于)(?P<at>[^,。;:\n在]{2,30}?(?:会议室|报告厅|会议中心|礼堂|宾馆|酒店|楼|大厅|室|中心|党校|学校|现场|指挥部|会堂|广场|招待所|办公室|常委会议室|视频会场))(?=[,。;\n ]|$|召开|举行|开|参|集合|组织|,)"
)
_WHO = re.compile(r"(?:参会|参加|出席|列席)(?:单位|部门|人员|范围|对象)(?:[::]|为)|请|通知")


def notice(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """A meeting that is announced, and the clauses that announce it."""
    if not _announces(heard):
        return [], set()
    timed = _timed(heard) or [e for e in heard.dates if e.kind not in ("duration", "set")]
    minute = dates.start(timed, heard.now, heard.calendar)
    title = _title(heard)
    if title is None and minute is None:
        return [], set()
    first = _first(heard, clauses)
    used = {
        clause
        for clause in _of_notice(heard, clauses)
        if clause.sentence == first or not heard.codes_in(clause.start, clause.end)
    }
    place = _PLACE.search(heard.text)
    where = heard.raw(*place.span(place.lastgroup or 0)) if place else None
    act = NoticeMeeting(title=title, start=minute, place=where, units=_called(heard))
    return [found(heard, (clauses[0].start, clauses[-1].end), act)], used


def _announces(heard: Heard) -> bool:
    """Whether the message calls a meeting; of those who report, only in plain words and to others."""
    text = heard.text
    if re.search(r"(?:收到|看到|收悉)[^,。]{0,6}会议通知|会议通知[^,。]{0,4}(?:收到|已?收|已?转|已?阅|悉)", text):
        return False
    if heard.role in ("liaison", "head"):
        if not re.search(
            r"^[^,。收看]{0,6}会议通知|【[^】]{0,6}会议通知|(?:定于|拟于|将于)[^。]{0,40}(?:召开|举行|举办)|会(?:议)?在[^,。;]{2,16}(?:召开|举行|开),?请|(?:召开|举行|开)[^。]{0,60}请[^。]{1,60}(?:参|派|到|来)",
            text,
        ):
            return False
        if not re.search(r"会议通知|定于|将于", text) and set(heard.units_in(0, len(text))) <= {heard.unit}:
            return False
    called = ((_NOTICE.search(text) or _bare_call(heard)) and _CALLS.search(text)) or _gathers(heard)
    moved = _NOT_NOTICE.search(re.sub(r"《[^》]*》", "", text))
    return bool(called) and not moved and not heard.codes_in(0, len(text), "meetings")


# Words of the office that gather people at an hour without the word 召开.
_GATHERING = re.compile(
    r"会议(?!室|精神|纪要|费|提醒|材料|要求)|(?:推进|调度|分析|座谈|部署|动员|协调|专题|研讨|培训|例|办公|碰头|现场|视频|总结|联席|论证|评审|观摩|短)会|(?:开|安排)(?:一?个)?[^,。;]{0,16}会|碰(?:一下|个|头)|商量|商议|听取|汇报|研究|座谈|评审|说说|议一议"
)
_TURN_UP = re.compile(
    r"参加|参会|列席|到会|出席|入场|陪同|参训|集合|[到来][^,。;]{0,16}(?:会议室|办公室|这里?|我这儿?)|[局委办区县]来(?=$|[,。;!])|会议室|(?:会议)?地点[::]?|会场"
)


def _gathers(heard: Heard) -> bool:
    """Whether one of the office calls units to a place at an hour: 4月16日9:00三楼会议室,推进会,住建局参加."""
    if heard.role in ("liaison", "head") or "提醒我" in heard.text:
        return False
    ahead = any(e.has_time and not e.before and not e.impossible and e.kind != "set" for e in heard.dates)
    called = bool(heard.units) and _GATHERING.search(heard.text) and _TURN_UP.search(heard.text)
    return ahead and bool(called)


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
    named = _BARE.search(heard.text) or (_PLACE_OR_MATTER.search(heard.text) and _ABOUT.search(heard.text))
    return timed and heard.role not in ("liaison", "head") and bool(named) and bool(heard.units)


_PLACE_OR_MATTER = re.compile(r"(?:会议室|办公室|会场|指挥部|中心|礼堂)[^。]{0,60}(?:参加|参会|出席|列席)")


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


_JOINED = re.compile(
    r"(?:参加|出席)(?P<name>[^,。;\n]{2,50}(?:会议?|培训班?|活动|会商|座谈|调度|评审|验收|观摩|研讨))(?=[,。;\n]|$)"
)
_ABOUT = re.compile(
    r"(?:(?:开会|碰头|参会)[^。]{0,12}?[,,]?|(?:会议室|办公室|楼|中心|[,。;\n] ?|[点分0-9]))(?P<name>(?:研究|汇报|碰一下|讨论|商议|听取|部署|专题研究|协调|商量|会商)[^,。;\n]{3,40})"
)


def _title(heard: Heard) -> str | None:
    """The title: what a label names, what is 召开, what one is to come to, what is to be talked about."""
    labelled = _LABEL.search(heard.text)
    headed = _HEADED.match(heard.text)
    if headed and (not labelled or labelled.start() > headed.end()):
        return heard.raw(*_core(heard, *headed.span("name")))
    if labelled:
        return heard.raw(*labelled.span("name"))
    for pattern, core in ((_HELD, _core), (_JOINED, _behind)):
        match = pattern.search(heard.text)
        if match:
            return heard.raw(*core(heard, *match.span("name")))
    about = _ABOUT.search(heard.text)
    if about:
        return heard.raw(*about.span("name"))
    bare = None if _NOTICE.search(heard.text) else _BARE.search(heard.text)
    if bare:
        return heard.raw(*_core(heard, *bare.span("name")))
    return _named(heard)


_ROOM = re.compile(r"[^,。;:\n ]{0,10}会议(?:室|中心)")


def _named(heard: Heard) -> str | None:
    """The first words that name a meeting."""
    hidden = re.sub(r"【[^】]*】", lambda m: " " * len(m.group()), heard.text)
    hidden = _ROOM.sub(lambda m: " " * len(m.group()), hidden)
    for match in _NAMED.finditer(hidden):
        start, end = _core(heard, *match.span("name"))
        if end - start > 3 and not re.match(r"(?:参会|请|通知|会议|开会)", heard.text[start:end]):
            return heard.raw(start, end)
    return None


def _behind(heard: Heard, start: int, end: int) -> tuple[int, int]:
    """A title behind all that is said of its time and place: 参加明天上午9点在二楼会议室召开的……会."""
    start = max([start, *(e.span[1] for e in heard.dates if start <= e.span[0] < end - 2)])
    return _core(heard, start, end)


def _core(heard: Heard, start: int, end: int) -> tuple[int, int]:
    """A title without the time and the place before it."""
    for expression in heard.dates:
        left, right = expression.span
        day = left == start and expression.words[-1:] in ("日", "号")
        if start <= left < start + 6 and right < end - 2 and (expression.has_time or day):
            start = right
    place = _PLACE.search(heard.text, start, end)
    if place and place.end() < end - 2:
        start = place.end()
    head = re.match(r"(?:[\s,:在于的]|召开|举行|举办|定于|通知|关于|我市|一个|一次|个)+", heard.text[start:end])
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
