"""Who answers for a task, read from what documents write in brackets or in a table's column.

The forms are those of notices: （A牵头，B、C参与，各区负责落实）, （牵头单位：A；配合单位：B）, （A、B等负责）.
The unit named first leads, unless 牵头 is stated (国发〔2019〕3号, item 1). Which units the names mean: ``names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.importing.names import assign, expand, is_collective, resolve

__all__ = [
    "MAX_NAME",
    "MAX_TEXT",
    "Responsible",
    "Role",
    "assign",
    "expand",
    "is_collective",
    "read_units",
    "resolve",
    "units_at_end",
]

MAX_TEXT = 2_000  # the longest published list has under 200
MAX_NAME = 40  # the longest published name of a leading group's office has 28


class Role(Enum):
    """``ANY`` are units that are named without saying which of them leads."""

    LEAD = "lead"
    SUPPORT = "support"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Responsible:
    """Names as they are written, each once. ``open``: the list says 等, more units may be meant.

    ``everyone``: those of the names that stand for many units (各区, 市级各有关部门). ``note``: what is no name
    (适用范围：…, a sentence); where nothing else was found, the text is no list of units.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    open: bool = False
    everyone: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    role: Role


_MORE = "等"
_LEADS, _HELPS, _ANSWERS = "牵头|主责|主办|主管", "配合|协办|协助|参与|参加|支持", "责任|负责|承办|落实|实施|执行"
_KIND = "(?:单位|部门|机构|科室|处室)"
_LABEL = re.compile(
    rf"(?:(?P<role>{_LEADS}|{_HELPS}|{_ANSWERS}){_KIND}?"
    rf"|(?P<other>适用范围|[^、，,；;。:：]{{0,4}}(?:时限|时间|领导|人|方式|电话|要求)))(?:及[^：:]{{1,6}})?\s*[:：]"
)
_AFTER = r"(?=[、，,；;。）)\s]|$)"
# No two ways through these, or a hostile cell could take for ever.
_DUTY = r"(?:按照?(?:各自)?(?:职责|职能)|根据职责|共同|分别|具体|分工|组织|抓好|推进|统筹|做好)*"
_PREDICATE = re.compile(
    rf"(?P<join>会同|联合(?!会))"
    rf"|{_DUTY}(?:(?P<lead>牵头(?:督导|负责|落实|抓总|推进|组织|实施|办理)*|(?:主办|主责){_AFTER})"
    rf"|(?P<support>(?:{_HELPS}|督办|督导|监督|指导)(?:落实|实施)?{_AFTER})"
    rf"|(?:负责|落实|实施|办理|承办)+{_AFTER})"
)
_NAMES_UNITS = re.compile("牵头|负责|配合|责任|落实")
_MARK = re.compile(r"[（(](?:(?P<lead>牵头|主责|主办)|(?P<support>配合|协办|参与)|责任|负责)(?:单位|部门)?[)）]$")
# Remarks on the whole list: 以下各项工作均需各区落实，不再列出.
_COMMON = re.compile(r"下同|不再列出|均需|排在第一|依此类推")
_SENTENCE = re.compile(r"(?<![自缘])由|的|以下|下同|均需|进行|根据|不再")
_NOTHING = re.compile(
    r"[/\\\-—－_*.…·\s]*|无|暂无|空|略|待定|待明确|待确定|另行确定|\d+[.．]?|(?:\d+[个家])?(?:部门|单位)"
)
_OPEN = re.compile(r"等(?=有关|相关|各|部门|单位|和|与|及|\d+[个家]|$)|[…⋯]+")
_UNIT_END = "(?:[部局委办厅署院会府司团心区县旗室处社行校队厂]|部门|企业|单位)"
_BEHIND = r"(?:(?<=[部局委办厅署院会府司团心区县旗室处社行校队厂])|(?<=部门)|(?<=企业)|(?<=单位))"
# Between two units; not inside 文化和旅游部, 和平区, 社会和谐.
_AND = re.compile(rf"{_BEHIND}(?:以及|和|及|与)(?!平|田|硕|静|顺|龙|县|谐|林格尔|其)(?=.*(?:{_UNIT_END}|集团|[）)])$)")
# One word for two kinds of place: 各县、区人民政府.
_PLACES = re.compile(r"各(?:[县市区旗州盟][、，])+[县市区旗州盟](?=人民政府|政府(?!办)|[（(、，,；;。负按]|$)")


def read_units(text: str, role: Role = Role.ANY) -> Responsible:
    """Read a notation. ``role`` is what a column says of names that state nothing themselves. Never raises."""
    if len(text) > MAX_TEXT:
        return Responsible(note=text)
    names: list[_Named] = []
    notes: list[str] = []
    unfinished = False
    for sentence in _sentences(text):
        label = _LABEL.match(sentence)
        remark = (label and label["other"]) or _COMMON.search(sentence)
        found = [] if remark else list(_named(sentence[label.end() if label else 0 :], _role_of(label, role)))
        if remark or any(map(_is_prose, found)):
            notes.append(sentence)
        else:
            names += [named for named in found if named.name != _MORE]
            unfinished |= any(named.name == _MORE for named in found)
    return _settle(names, unfinished, "；".join(notes))


def units_at_end(text: str) -> tuple[str, Responsible]:
    """A task's text without the brackets at its end that name units, and what they say."""
    start = _last_bracket(text)
    if start is None or not _NAMES_UNITS.search(text, start):
        return text, Responsible()
    units = read_units(text[start:].rstrip("。；;"))
    return (text[:start].rstrip(), units) if units.lead or units.support else (text, Responsible())


def _last_bracket(text: str) -> int | None:
    """Where the brackets open that the text ends in; there may be others within them."""
    depth = 0
    for index in range(len(text.rstrip("。；;")) - 1, -1, -1):
        if text[index] in ")）〕":
            depth += 1
        elif text[index] in "(（〔":
            depth -= 1
        if depth == 0:
            return index if text[index] in "(（〔" else None
    return None


def _settle(names: Sequence[_Named], unfinished: bool, note: str) -> Responsible:
    stated = [named.name for named in names if named.role is Role.LEAD]
    lead = dict.fromkeys(stated or [named.name for named in names if named.role is Role.ANY][:1])
    support = dict.fromkeys(named.name for named in names if named.name not in lead)
    return Responsible(
        lead=tuple(lead),
        support=tuple(support),
        open=unfinished,
        everyone=tuple(name for name in (*lead, *support) if is_collective(name)),
        note=note,
    )


def _sentences(text: str) -> Iterator[str]:
    """The parts of a notation: cut at ；。 and before labels, without the brackets around it."""
    text = re.sub(r"\n(?=[和及与])|(?<=[和及与、，])\n", "", text.strip())
    text = re.sub(r"^[（(〔\[【](.*)[)）〕\]】]$", r"\1", text, flags=re.DOTALL)
    text = re.sub(rf"((?:{_LEADS}|{_HELPS}|{_ANSWERS}){_KIND})\s+(?=\S)", r"\1：", text)
    text = re.sub(rf"[，,、\s]+(?={_LABEL.pattern})|[，,](?=排在第一|以下|下同)", "；", text)
    for part in _split(text, "；;。\n"):
        if sentence := part.strip(" \t，,、"):
            yield sentence


def _role_of(label: re.Match[str] | None, default: Role) -> Role:
    word = label["role"] if label else ""
    if not word or word in _ANSWERS.split("|"):
        return default
    return Role.LEAD if word in _LEADS.split("|") else Role.SUPPORT


def _named(sentence: str, role: Role) -> Iterator[_Named]:
    """The names of a sentence with their roles: what stands before 牵头, 参与, 负责 … goes with it."""
    position = 0
    for match in _PREDICATE.finditer(sentence):
        if sentence[match.end() : match.end() + 1] in ("）", ")"):
            continue  # （牵头） after a name is that name's mark
        said = Role.LEAD if match["lead"] else Role.SUPPORT if match["support"] else role
        yield from (_Named(name, mark or said) for name, mark in _names(sentence[position : match.start()]))
        position = match.end()
        role = Role.SUPPORT if match["join"] else role
    yield from (_Named(name, mark or role) for name, mark in _names(sentence[position:]))


def _names(text: str) -> Iterator[tuple[str, Role | None]]:
    """The names in a list, each with the role that a mark such as （牵头） gives it."""
    protected = _PLACES.sub(lambda match: match[0].replace("、", "\ue000").replace("，", "\ue000"), text)
    for piece in _split(protected, "、，,"):
        for words in re.split(rf"{_BEHIND}\s+", piece):
            before, *after = _OPEN.split(words)
            if after:
                yield _MORE, None
            for part in _and(before):
                yield from _marked(part)
            # The 有关部门 of "市发改委等有关部门" never lead.
            for part in (part for words in after for part in _and(words)):
                yield from ((name, Role.SUPPORT if is_collective(name) else mark) for name, mark in _marked(part))


def _marked(part: str) -> Iterator[tuple[str, Role | None]]:
    """A name, if it is one, without the mark behind it, and the mark's role."""
    mark = _MARK.search(part)
    name = _clean(part[: mark.start()] if mark else part).replace("\ue000", "、")
    role = Role.LEAD if mark and mark["lead"] else Role.SUPPORT if mark and mark["support"] else None
    if name:
        yield name, role


def _and(name: str) -> list[str]:
    parts = _AND.split(name)
    # 各有关部门和单位 is one expression.
    return [name] if is_collective(parts[0]) and parts[-1] in ("单位", "企业") else parts


def _clean(name: str) -> str:
    name = re.sub(r"\s+", "", name)
    name = re.sub(r"^(?:\d+[.．)）]|[①-⑳])", "", name)
    name = re.sub(r"^(?:以及|并由|和|及|与|由|请|并)(?!平区|田|林格尔|龙|静|硕)", "", name)
    name = name.strip("。：:·")
    return "" if _NOTHING.fullmatch(name) else name


def _is_prose(named: _Named) -> bool:
    return len(named.name) > MAX_NAME or bool(_SENTENCE.search(named.name))


def _split(text: str, separators: str) -> Iterator[str]:
    """Split, but not within brackets: 区政府（管委会、指挥部）."""
    depth, start = 0, 0
    for index, char in enumerate(text):
        if char in "（(〔":
            depth += 1
        elif char in "）)〕":
            depth = max(depth - 1, 0)
        elif char in separators and not depth:
            yield text[start:index]
            start = index + 1
    yield text[start:]
