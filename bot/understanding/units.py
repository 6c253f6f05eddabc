"""Names of units in a message: full, short and customary forms, group words (三区, 各部门), persons who stand for a unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.understanding.world import Member, Unit

_ENDS = ("局", "委", "办", "区", "县", "旗", "市", "镇", "乡", "街道", "集团", "公司", "科", "室", "院", "中心", "政府", "会", "队", "厅", "站",
         "所", "行", "校", "处", "社", "馆", "台", "学", "部", "群", "组", "协")  # fmt: skip
_LONGER = (("发展和改革委员会", "发改委"), ("发展和改革局", "发改局"), ("工业和信息化局", "工信局"), ("工业和信息化委员会", "工信委"), ("科学技术局", "科技局"),
           ("教育体育局", "教体局"), ("人力资源和社会保障局", "人社局"), ("自然资源和规划局", "资规局"), ("自然资源和规划局", "自规局"), ("自然资源局", "自然资源局"),
           ("住房和城乡建设局", "住建局"), ("住房和城乡建设委员会", "住建委"), ("交通运输局", "交通局"), ("农业农村局", "农业农村局"), ("农业农村局", "农业局"),
           ("文化广电和旅游局", "文旅局"), ("文化和旅游局", "文旅局"), ("文化旅游广电局", "文旅局"), ("文体旅游广电局", "文旅局"), ("文化旅游体育局", "文旅局"),
           ("卫生健康委员会", "卫健委"), ("卫生健康局", "卫健局"), ("退役军人事务局", "退役军人局"), ("应急管理局", "应急局"), ("市场监督管理局", "市场监管局"),
           ("市场监督管理局", "市监局"), ("国有资产监督管理委员会", "国资委"), ("林业和草原局", "林草局"), ("医疗保障局", "医保局"), ("城市管理局", "城管局"),
           ("城市管理综合执法局", "城管局"), ("城市管理综合行政执法局", "城管局"), ("行政审批服务局", "审批局"), ("行政审批局", "审批局"), ("生态环境局", "环保局"),
           ("金融工作办公室", "金融办"), ("地方金融监督管理局", "金融局"), ("人民防空办公室", "人防办"), ("园林绿化局", "园林局"), ("政务服务和数据管理局", "政数局"),
           ("政务服务数据管理局", "政数局"), ("大数据管理局", "大数据局"), ("粮食和物资储备局", "粮储局"), ("海洋发展局", "海洋局"), ("水利局", "水利局"))  # fmt: skip
# What may stand before a bare form (发改, 工信) and after it, so that 教育 or 财政 in a sentence is no unit.
_BEFORE = re.compile(r"(?:^|[、,:;。\n @(和及与跟请由约向叫让催给问]|牵头|配合|督促|单位|抄送)$")
_AFTER = re.compile(
    r"[、,:;。!?\n )]|$|和|及|与|跟|牵头|负责|配合|抓紧|尽快|加快|赶紧|协助|参加|两家|三家|几家|各|也|的任务|的督办|的事项|的信息|的稿|有|还|本周|今天|明天|这|务必|报|派|来|要|分管|主要|领导|同志|部门"
)
# 省发改委, 青岭区教育局, 国家能源局: a unit of another layer.
_OTHERS = re.compile(r"(?:省|自治区|国家|区|县|旗|州|厅|部|盟|镇|乡|直属|各|外|邻市|兄弟市)$")
_ALL_OF = r"(?:各|全部|所有|全体|全市各?|各个|每个)"
_LAYERS = set("区县市旗")
_KIND_WORDS = {"国企": "企业", "国有企业": "企业", "委办局": "部门", "局委办": "部门", "单位": "部门"}
_NUMBER = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_EVERY = re.compile(
    r"@?所有人|@全体成员|@all\b|(?:各|所有|全体|全市各)(?:家)?(?:成员)?单位(?!要|的意见)|各区各部门各单位|各级各部门各单位"
)
_SOME = re.compile(r"(?:有关|相关|责任|牵头|上述|以上|其他|个别)$")


@dataclass(frozen=True, slots=True)
class UnitMention:
    """Units named at one place of the text. ``person`` tells that a member's name stands for the unit."""

    start: int
    end: int
    names: tuple[str, ...]
    group: bool = False
    person: str | None = None


class UnitIndex:
    """Finds the names of a world's units in a text, whose length alone decides the time."""

    def __init__(self, units: tuple[Unit, ...], members: tuple[Member, ...], city: str) -> None:
        self.names = {unit.name: unit for unit in units}
        self._city = city
        self._forms = _forms(units, city)
        self._by_kind = _kinds(units)
        self._layers = [unit for unit in units if unit.kind and set(unit.kind) <= _LAYERS]
        self._groups = _group_pattern(self._by_kind, layered=bool(self._layers))
        self._people = _people(members)
        self._lengths = _lengths([*self._forms, *(f"@{name}" for name in self._people), *self._people])
        self._all = tuple(unit.name for unit in units)

    def find(self, text: str, *, people: bool = False) -> list[UnitMention]:
        """The units named in a plain text, in order. With ``people`` also an @ of a member, who stands for the own unit."""
        found = list(self._groups_in(text))
        found += self._named(text, people=people)
        found.sort(key=lambda mention: (mention.start, -mention.end))
        kept: list[UnitMention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def members_in(self, text: str) -> list[tuple[int, int, str]]:
        """The members' names in a text: start, end, name."""
        spans, at = [], 0
        while at < len(text) - 1:
            name = next(
                (
                    text[at : at + n]
                    for n in self._lengths.get(text[at : at + 2], ())
                    if text[at : at + n] in self._people
                ),
                "",
            )
            if name:
                spans.append((at, at + len(name), name))
            at += len(name) if name else 1
        return spans

    def unit_of(self, person: str) -> str | None:
        """The unit of a member by name; None for an unknown name, a leader, or a name that two units share."""
        return self._people.get(person)

    def _named(self, text: str, *, people: bool) -> Iterator[UnitMention]:
        at, last = 0, len(text) - 1
        while at < last:
            step = 1
            for length in self._lengths.get(text[at : at + 2], ()):
                mention = self._at(text, at, at + length, people) if at + length <= len(text) else None
                if mention:
                    yield mention
                    step = length
                    break
            at += step

    def _at(self, text: str, start: int, end: int, people: bool) -> UnitMention | None:
        form = text[start:end]
        if form[0] == "@":
            unit = self._people.get(form[1:])
            return (
                UnitMention(start, end, (unit,) if unit else (), person=form[1:])
                if people and form[1:] in self._people
                else None
            )
        name = self._forms.get(form)
        if not name or (form[0] not in "市县" and form != name and _OTHERS.search(text, max(0, start - 3), start)):
            return None
        if not form.endswith(_ENDS) and not (
            _BEFORE.search(text, max(0, start - 2), start) and _AFTER.match(text, end)
        ):
            return None
        return UnitMention(start, end, (name,))

    def _groups_in(self, text: str) -> Iterator[UnitMention]:
        if (
            "各" in text
            or "所有" in text
            or "全" in text
            or "@" in text
            or (self._groups and self._groups.search(text))
        ):
            for match in _EVERY.finditer(text):
                yield UnitMention(match.start(), match.end(), self._all, group=True)
            if self._groups:
                yield from self._kind_words(text, self._groups)

    def _kind_words(self, text: str, pattern: re.Pattern[str]) -> Iterator[UnitMention]:
        for match in pattern.finditer(text):
            units = self._of_kind(match["kind"])
            counted = _NUMBER.get(match["count"] or "") or (
                int(match["count"]) if (match["count"] or "").isdecimal() else None
            )
            if units and (counted is None or counted == len(units)):
                yield UnitMention(match.start(), match.end(), tuple(units), group=True)

    def _of_kind(self, word: str) -> list[str]:
        """Whom a group word means: 县(市、区) every layer below the city, 县 those only that are called so."""
        letters = set(word) & _LAYERS
        if (word in self._by_kind and not letters) or (len(word) > 2 and word in self._by_kind):
            return self._by_kind[word]
        if set(word) - _LAYERS - set("、/()"):
            return self._by_kind.get(_KIND_WORDS.get(word, ""), [])
        if len(letters) > 1:
            return [unit.name for unit in self._layers]
        called = [unit.name for unit in self._layers if unit.name.removesuffix("人民政府").endswith(word)]
        return called or self._by_kind.get(word, [])


def _kinds(units: Iterable[Unit]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if unit.kind:
            kinds[unit.kind].append(unit.name)
    return dict(kinds)


def _group_pattern(kinds: dict[str, list[str]], *, layered: bool) -> re.Pattern[str] | None:
    if not kinds:
        return None
    words = [re.escape(kind) for kind in kinds if set(kind) - _LAYERS]
    words += [
        "(?<=直)单位|(?<=直各)单位" if word == "单位" else word for word, kind in _KIND_WORDS.items() if kind in kinds
    ]
    kind = "|".join(
        [*words, r"[区县市旗](?:[/(]?[区县市旗]|、[(]?(?:[区县旗]|市(?=[、/)区县旗]))){0,4}"] if layered else words
    )
    tail = r"(?:人民政府|政府办公室|政府办|政府)?"
    count = r"(?P<count>[两二三四五六七八九十]|[0-9]{1,2})"
    return re.compile(
        rf"(?<![a-zA-Z0-9第])(?:{_ALL_OF}|{count}个?|市直各?|市属各?)[(]?(?P<kind>{kind})[)]?{tail}(?!域|间|块|别|长|级|划|直|场|民|容|城|属|委|领导)"
    )


def _people(members: Iterable[Member]) -> dict[str, str | None]:
    people: dict[str, str | None] = {}
    for member in members:
        shared = member.name in people and people[member.name] != member.unit
        people[member.name] = None if shared else member.unit
    return people


def _lengths(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        lengths[form[:2]].add(len(form))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def _forms(units: tuple[Unit, ...], city: str) -> dict[str, str]:
    """Every way of writing a unit, to its name. What the world states wins over what is derived; what two share is out."""
    stated: dict[str, set[str]] = defaultdict(set)
    derived: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for form in (unit.name, unit.short, *unit.aliases):
            stated[form].add(unit.name)
        for form in _derived(unit, city):
            derived[form].add(unit.name)
    forms = {form: next(iter(names)) for form, names in derived.items() if len(names) == 1 and len(form) > 1}
    forms.update({form: next(iter(names)) for form, names in stated.items() if len(names) == 1 and len(form) > 1})
    forms.update({unit.name: unit.name for unit in units})
    return forms


def _derived(unit: Unit, city: str) -> Iterator[str]:
    base = {unit.name, unit.short, *unit.aliases}
    for name in list(base):
        bare = name.removeprefix(city) if city else name
        base |= {short for long, short in _LONGER if bare.endswith(long) and len(bare) <= len(long) + 1}
    for form in list(base):
        bare = form.removeprefix(city) if city and form.startswith(city) else form
        bare = bare[1:] if len(bare) > 2 and bare[0] in "市县" else bare
        yield from (bare, form)
        if bare.endswith(("局", "委", "办", "集团")) and unit.kind not in ("区", "县", "旗", "企业"):
            yield "市" + bare
            yield city + bare
        if bare.endswith(("局", "委")) and len(bare) in (3, 4):
            yield bare[:-1]
        if bare.endswith("人民政府"):
            yield from (bare[:-4], bare[:-4] + "政府", bare[:-4] + "政府办", bare[:-4] + "政府办公室")
        if bare.endswith("集团有限公司"):
            yield from (bare[:-4], bare[:-4] + "公司", bare[:-6] + "公司", bare[:-6] + "集团公司")
