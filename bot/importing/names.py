"""From a unit's name as it is written to the unit of the roster."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.understanding.world import Unit

_COLLECTIVE = re.compile(
    r"(?:全市|市[级直属]?|区[级直属]?|县级|省级|中央|地方|全体)?(?:各|所有|其他|其它|有关|相关|责任|成员)"
    r"|[两二三四五六七八九十\d]{1,3}个?[区县旗市](?=$|政府|人民政府|管委会)|全市$|全体"
)
_VAGUE = re.compile("有关|相关|责任|成员|其他|其它|省级|中央")
_COUNTED = re.compile(r"([两二三四五六七八九十]|\d{1,2})个?([区县旗])")
_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_DISTRICT_KINDS = ("区", "县", "旗", "市")
_ENDINGS = (("委员会", "委"), ("办公室", "办"), ("人民政府", "政府"))
_MIN_CORE = 2  # 财局 could be many


@dataclass(frozen=True, slots=True)
class Assigned:
    """Full names of the roster, or names as written where it lacks them; those are in ``unknown`` too.

    ``vague``: words that stand for units without saying which (各有关部门).
    """

    lead: tuple[str, ...]
    support: tuple[str, ...]
    unknown: tuple[str, ...]
    vague: tuple[str, ...]


def is_collective(name: str) -> bool:
    """Whether a name stands for many units: 各区, 三区, 市级各有关部门."""
    return bool(_COLLECTIVE.match(name))


def resolve(name: str, units: Sequence[Unit], city: str = "") -> str | None:
    """The full name of the unit that is meant, None where there is none or more than one.

    In this order: the exact name, short form or alias; the same with or without 市; without 和 and with 委 for 委员会,
    办 for 办公室; at last an abbreviation (发改委, 市场监管局) that fits one unit only. ``city`` is the city's
    name, which may stand before any of them.
    """
    written = re.sub(r"\s+", "", name)
    if city and written.startswith(city) and written != city:
        written = "市" + written.removeprefix(city) if city.endswith("市") else written.removeprefix(city)
    bare = re.sub(r"[（(].*[)）]$", "", written)
    for candidate in dict.fromkeys((written, bare)):
        for same in (_exactly, _but_for_city, _but_for_words, _abbreviates):
            found = {unit.name for unit in units if same(candidate, unit)}
            if found:
                return found.pop() if len(found) == 1 else None
    return None


def expand(word: str, units: Sequence[Unit]) -> tuple[str, ...]:
    """The units that 三区, 各区, 各部门, 各科室, 各企业 or 各单位 stands for; () where it does not say which.

    A count that is not the roster's (四区 where there are three) and 有关, 相关 say nothing.
    """
    if not is_collective(word) or _VAGUE.search(word):
        return ()
    counted = _COUNTED.match(word)
    if counted:
        number = int(counted[1]) if counted[1].isdigit() else _NUMERALS[counted[1]]
        found = [unit.name for unit in units if unit.kind == counted[2]]
        return tuple(found) if len(found) == number else ()
    return tuple(unit.name for unit in units if _of_kind(word)(unit.kind))


def assign(lead: Iterable[str], support: Iterable[str], units: Sequence[Unit], city: str = "") -> Assigned:
    """Resolve and expand a task's names. A unit that leads does not support as well."""
    unknown: dict[str, None] = {}
    vague: dict[str, None] = {}

    def found(names: Iterable[str]) -> dict[str, None]:
        known: dict[str, None] = {}
        for name in names:
            full = resolve(name, units, city)
            if full is None and is_collective(name):
                many = expand(name, units)
                known.update(dict.fromkeys(many))
                vague.update({} if many else {name: None})
                continue
            known[full or name] = None
            unknown.update({name: None} if full is None else {})
        return known

    leads = found(lead)
    helps = [name for name in found(support) if name not in leads]
    return Assigned(tuple(leads), tuple(helps), tuple(unknown), tuple(vague))


def _of_kind(word: str) -> Callable[[str], bool]:
    if "单位" in word and "部门" not in word:
        return lambda _: True
    kinds = [kind for kind in ("部门", "科室", "企业") if kind in word]
    if not kinds and re.search("[区县旗]", word):
        kinds = [kind for kind in _DISTRICT_KINDS if kind in word.replace("市级", "").replace("全市", "")]
    return lambda kind: kind in kinds


def _forms(unit: Unit) -> tuple[str, ...]:
    return (unit.name, unit.short, *unit.aliases)


def _exactly(name: str, unit: Unit) -> bool:
    return name in _forms(unit)


def _but_for_city(name: str, unit: Unit) -> bool:
    return _without_city(name) in map(_without_city, _forms(unit))


def _but_for_words(name: str, unit: Unit) -> bool:
    return _reduced(name) in map(_reduced, _forms(unit))


def _abbreviates(name: str, unit: Unit) -> bool:
    """Same beginning, same ending, and every character between in order: 市场监管局 for 市市场监督管理局."""
    full = _reduced(unit.name)
    return any(
        len(short) > _MIN_CORE
        and len(short) < len(full)
        and (short[0], short[-1]) == (full[0], full[-1])
        and _in_order(short, full)
        for short in {_reduced(name), _endings(name)}
    )


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


def _without_city(name: str) -> str:
    return name[1:] if name.startswith("市") and len(name) > _MIN_CORE + 1 else name


def _endings(name: str) -> str:
    for long, short in _ENDINGS:
        name = name.removesuffix(long) + short if name.endswith(long) else name
    return name


def _reduced(name: str) -> str:
    return _endings(_without_city(name)).replace("和", "").replace("与", "")
