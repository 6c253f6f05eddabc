"""Names of persons in a sentence: those the world knows, and names that stand beside an office title or a verb of coming."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understanding.heard import Heard
from bot.understanding.screening import SURNAMES

_TITLE = r"(?:党组书记|党委书记|党工委书记|书记|副书记|区长|副区长|县长|副县长|市长|副市长|旗长|副旗长|镇长|局长|副局长|主任|副主任|科长|副科长|处长|副处长|秘书长|副秘书长|部长|副部长|院长|副院长|校长|副校长|行长|副行长|总经理|副总经理|董事长|副总|总[会经规畜农工统][计济划牧艺程][师]?|总工|经理|主席|副主席|调研员|科员|干事|同志|主管|负责人|联络员|信息员|支队长|队长|副支队长|所长|站长|组长|分管领导|分管副局长|书记员|总监|理事长|会长|馆长|台长|局领导)"
_NAME = rf"(?:欧阳|司马|上官|诸葛|东方|尉迟|公孙|慕容|[{SURNAMES}])[\u4e00-\u9fff]{{1,2}}"
_END = rf"(?={_TITLE}|参加|参会|出席|到会|列席|代(?:会|为|替|他|她)|代|替|前往|去|来|请假|请个假|因|和|及|与|两|三|等|带队|作为|将|会|能|均|都|也|[、,。;:!?()\s0-9]|$)"
_AFTER_TITLE = re.compile(rf"{_TITLE}[ :]?(?P<name>{_NAME}?){_END}")
_BEFORE_TITLE = re.compile(rf"(?:^|[、,:;。\s和与及由请派让局委办区团司科室处院中心])(?P<name>{_NAME}?)(?={_TITLE})")
_COMING = re.compile(
    rf"(?:^|[、,:;。\s和与及由派让局委办区团司科室处院])(?P<name>{_NAME}?)(?=(?:同志)?(?:也|都|均|准时|按时|一定|将|会|要|能|两人|三人|等)?(?:参加|参会|出席|到会|列席|前往|代会|代为|代替|代我|代他|替我|替会|请假|因|请个?假))"
)
_LISTED = re.compile(rf"(?<=[、,和及与:\s])(?P<name>{_NAME}?){_END}")
_OTHER_NAME = re.compile(rf"(?:{_TITLE})(?P<name>[\u4e00-\u9fff]{{2,6}})(?=参加|参会|出席|代会|代为参)")
_NOT_NAMES = re.compile(
    r"^.?(?:局长|主任|区长|县长|科长|处长|市长|书记|院长|校长|总)$|^(?:参加|参会|出席|请假|单位|因为|因公|因事|因病|因故|马上|周[一二三四五六日末]|周会|有事|于是|时间|地点|常务|全市|全区|会议|准时|按时|何时|方面|方案|金融|石油|温度|安全|安排|武装|向市|应急|易地|计划|计生|景区|路过|高新|高速|平台|华北|司法|党组|办公|支部|许可|强调|严格|明确|双方|左右|后天|明天|今天|昨天|上午|下午|项目|任务|成员|甘愿|包括|包含|全体|相关|关于|国资|水务|和|都|均|[两三四五几]人|等人|向(?:领导|市|会|您|主任|秘书|组织|督查)|农牧|管委|管理|教育|交通|公安|民政)"
)


def persons(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    """The names in [start, end), in order, each once."""
    spans: list[tuple[int, int, str]] = [
        span for span in heard.people if start <= span[0] < end and heard.text[span[0] - 1 : span[0]] != "@"
    ]
    for first, behind, name in _guessed(heard.text[start:end]):
        at, stop = first + start, behind + start
        if not any(a < stop and at < b for a, b, _ in spans) and not _inside_unit(heard, at, stop):
            spans.append((at, stop, name))
    return tuple(dict.fromkeys(name for _, _, name in sorted(spans)))


def _guessed(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (_AFTER_TITLE, _BEFORE_TITLE, _COMING):
        for match in pattern.finditer(text):
            if not _NOT_NAMES.match(match["name"]):
                yield (*match.span("name"), match["name"])
    for match in _OTHER_NAME.finditer(text):
        if (
            not _NOT_NAMES.match(match["name"])
            and not re.search(_TITLE, match["name"])
            and not re.match(rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}$", match["name"])
        ):
            yield (*match.span("name"), match["name"])


def listed(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    """The names in a list (参会人员:张三、李四), in order, each once."""
    known = list(persons(heard, start, end))
    spans = [(heard.text.find(name, start, end), name) for name in known]
    for match in _LISTED.finditer(heard.text, start, end):
        name, at = match["name"], match.start("name")
        if (
            not _NOT_NAMES.match(name)
            and not _inside_unit(heard, at, match.end("name"))
            and not any(a <= at < a + len(n) or at <= a < at + len(name) for a, n in spans)
        ):
            spans.append((at, name))
    return tuple(dict.fromkeys(name for _, name in sorted(spans)))


def _inside_unit(heard: Heard, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in heard.units)
