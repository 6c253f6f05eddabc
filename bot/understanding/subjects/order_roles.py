"""Who leads and who supports in an order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.heard import Heard
from bot.understanding.units import UnitMention

LEADS = r"牵头|负责(?!督导|督查|督促|指导|协调|跟踪|验收|汇总|督办)|主办|主责|承办|领办|主抓|办理|落实|抓总"
HELPS = r"配合|协办|协助|参与|参加|支持|协同|会办"
_LEAD_LABEL = re.compile(
    r"(?:牵头|责任|主办|承办|主责|办理|落实|负责)(?:单位|部门|科室|人)?(?:为|是|[::]) ?$|(?:牵头|责任|"
    r"主办|承办|主责)(?:单位|部门) ?$|(?:^|[,;。、 \n])(?:牵头|主办|承办|主责) ?$"
)
_HELP_LABEL = re.compile(
    r"(?:配合|协办|参与|协助|会办|协同)(?:单位|部门|科室|人)?(?:为|是|[::]) ?$|(?:配合|协办|参与|"
    r"协助)(?:单位|部门) ?$|(?:^|[,;。、 \n])(?:配合|协办) ?$"
)
_TOGETHER = re.compile(r"(?:会同|联合|协同|商|配合单位|并请|并由)[ ]?$")
_LEAD_AFTER = re.compile(rf" ?(?:两|三|四|五|几)?家?(?:单位|部门)?(?:要)?(?:共同|联合|分别|具体|等)?(?:{LEADS})")
_HELP_AFTER = re.compile(rf" ?(?:两|三|四|五|几)?家?(?:单位|部门)?(?:等)?(?:做好|积极|全力|密切|要)?(?:{HELPS})")
_BETWEEN = re.compile(r"[、,/和与及跟以 ]{0,3}")
_KEEPER = re.compile(
    r"^ ?(?:要|把此事|将此事|把它|将其|把这)?[^,。;]{0,4}(?:列|跟|督促|立项|登记|记|盯|跟踪|督办|督查|纳入|建档|跟进)"
)
_SPOKEN_TO = re.compile(
    r"(?:^|[(]|[一二三四五六七八九十]是|请|由|让|叫|@|[,:;。、!?\n ]|和|及|与|安排|责成|要求|麻烦|各)$"
)
_ASKED = re.compile(
    r" ?(?:你们|贵单位)?(?:两|三|四|五|几)?家?(?:单位|部门)?(?:尽快|抓紧|务必|要|马上|立即|认真|于|在|就|"
    r"对|把|将|按|负责|牵头|组织|开展|完成|制定|拿出|提出|研究|梳理|做|上报|报|,|的?同志)?"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Who leads, who supports, and the spans of text that say so."""

    lead: tuple[str, ...]
    support: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def roles(heard: Heard, start: int, end: int) -> Roles:
    """The roles of the units and persons named in [start, end) of an order."""
    groups = _groups(heard, start, end)
    lead: list[str] = []
    weak: list[str] = []
    support: list[str] = []
    open_: list[list[UnitMention]] = []
    spans: list[tuple[int, int]] = []
    last = ""
    for group in groups:
        role = _role(heard.text, group, start, end) or (last if _goes_on(heard.text, group) else "")
        names = [name for mention in group for name in mention.names]
        if role == "keeper":
            continue
        if role:
            {"lead": lead, "weak": weak, "support": support}[role].extend(names)
            spans.append((group[0].start, group[-1].end))
            last = role
        elif _SPOKEN_TO.search(heard.text, max(0, group[0].start - 2), group[0].start):
            open_.append(group)
    if lead:
        support += weak  # A牵头,各区负责落实
    lead = lead or weak
    if not lead and open_:
        lead = [name for mention in open_[0] for name in mention.names]
        spans.append((open_[0][0].start, open_[0][-1].end))
    firm = tuple(dict.fromkeys(lead))
    return Roles(firm, tuple(name for name in dict.fromkeys(support) if name not in firm), tuple(spans))


def _groups(heard: Heard, start: int, end: int) -> list[list[UnitMention]]:
    """The units, and the persons who stand for them, in lists as they are written."""
    people = [
        UnitMention(a, b, (unit,), person=name)
        for a, b, name in heard.people
        if start <= a < end
        and (unit := heard.look.units.unit_of(name))
        and not any(m.start <= a < m.end for m in heard.units)
    ]
    mentions = sorted([m for m in heard.units if start <= m.start < end] + people, key=lambda m: m.start)
    groups: list[list[UnitMention]] = []
    for mention in mentions:
        if groups and _BETWEEN.fullmatch(heard.text, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _role(text: str, group: list[UnitMention], start: int, end: int) -> str:
    before, after = (
        text[max(start, group[0].start - 8) : group[0].start],
        text[group[-1].end : min(end, group[-1].end + 14)],
    )
    before = before.rstrip("@由请 ")
    if len(group) == 1 and _KEEPER.match(after):
        return "keeper"
    if _LEAD_LABEL.search(before):
        return "lead"
    if _HELP_LABEL.search(before) or _TOGETHER.search(before):
        return "support"
    if _HELP_AFTER.match(after) or re.match(r" ?(?:等)?按(?:照)?(?:各自)?职(?:责|能)", after):
        return "support"
    match = _LEAD_AFTER.match(after)
    if match:
        return "lead" if re.search(r"牵头|主办|主责|抓总|领办", match.group()) else "weak"
    return ""


def _goes_on(text: str, group: list[UnitMention]) -> bool:
    return bool(re.search(r"[、/和及与]\s*$", text[: group[0].start]))
