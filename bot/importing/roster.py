"""The roster: units with their other names, and who speaks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.importing.faults import RowError
from bot.importing.sheets import Sheet
from bot.importing.tables import Record, plain, read_table
from bot.importing.task_values import BadValue, half_width, short
from bot.understanding.world import Unit

ALIASES = {
    "unit": ("单位", "单位名称", "单位全称", "部门", "所在单位"),
    "short": ("简称", "单位简称"),
    "aliases": ("别名", "其他名称", "曾用名"),
    "kind": ("类别", "单位类别", "类型"),
    "name": ("姓名", "人员", "联络员姓名"),
    "title": ("职务", "职位"),
    "role": ("角色", "身份", "权限"),
    "dingtalk": ("钉钉账号", "钉钉", "钉钉号", "钉钉userid", "dingtalk"),
    "wecom": ("企业微信账号", "企业微信", "企微账号", "wecom"),
    "phone": ("手机", "手机号", "手机号码", "联系电话", "电话"),
}

ROLES = {
    **dict.fromkeys(("liaison", "联络员", "信息员", "联系人", "督查员", "经办人"), "liaison"),
    **dict.fromkeys(("head", "负责人", "主要负责人", "单位负责人", "一把手"), "head"),
    **dict.fromkeys(("leader", "领导", "市领导", "分管领导", "秘书长"), "leader"),
    **dict.fromkeys(("supervisor", "督查", "督查室", "督办"), "supervisor"),
    **dict.fromkeys(("editor", "编辑", "信息科", "信息编辑"), "editor"),
    **dict.fromkeys(("clerk", "文电", "会务", "秘书", "值班", "文书", "机要"), "clerk"),
}
_KINDS = (
    ("区", re.compile("区(人民政府|政府)?$")),
    ("县", re.compile("县(人民政府|政府)?$")),
    ("旗", re.compile("旗(人民政府|政府)?$")),
    ("企业", re.compile("公司$|集团$|厂$")),
    ("科室", re.compile("科$|室$|处$")),
)
# China's mobile numbers have 11 digits from 13 to 19; a land line an area code, 7 or 8 digits and maybe an extension.
_PHONE = re.compile(r"(?:\+?86)?1[3-9]\d{9}|(?:0\d{2,3})?\d{7,8}(?:转\d{1,6})?")
_ACCOUNT = re.compile(r"[\w@.\-$:=+/]{1,64}")


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person of the roster. ``unit`` is a unit's full name, None for a leader without one; ``role`` as in a world."""

    row: int
    name: str
    unit: str | None
    role: str
    title: str
    dingtalk: str = ""
    wecom: str = ""
    phone: str = ""


class _Roster:
    """What has been read so far, and to whom each name and account belongs."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.members: list[MemberRow] = []
        self._forms: dict[str, str] = {}
        self._taken: dict[tuple[str, ...], int] = {}

    def add(self, record: Record) -> None:
        """Take a row over, as a whole or not at all. Raises BadValue."""
        unit = _unit(record, self._forms, self.units)
        member = _member(record, unit.name if unit else None)
        keys = _keys(member) if member else ()
        for key in keys:
            if key in self._taken:
                raise BadValue(f"{key[0]}“{key[1]}”与第 {self._taken[key]} 行重复。请只留一行。")
        if unit:
            self._own(unit)
            self.units[unit.name] = unit
        if member:
            self.members.append(member)
            self._taken.update(dict.fromkeys(keys, record.row))

    def _own(self, unit: Unit) -> None:
        forms = (unit.name, unit.short, *unit.aliases)
        for form in forms:
            owner = self._forms.get(form, unit.name)
            if owner != unit.name:
                raise BadValue(f"“{form}”已经是“{owner}”的名称，不能再用于“{unit.name}”。请改用别的简称或别名。")
        self._forms.update(dict.fromkeys(forms, unit.name))


def read_roster(sheet: Sheet) -> tuple[list[Unit], list[MemberRow], list[RowError]]:
    """Units, members and the rows that cannot be taken over. A row may hold a unit alone.

    Raises UnreadableFile where no column holds units.
    """
    table = read_table(sheet, ALIASES, "unit")
    roster = _Roster()
    errors: list[RowError] = []
    for record in table.records:
        if not any(record.fields.values()):
            continue
        try:
            roster.add(record)
        except BadValue as reason:
            errors.append(RowError(record.row, str(reason)))
    return list(roster.units.values()), roster.members, errors


def _unit(record: Record, forms: dict[str, str], units: dict[str, Unit]) -> Unit | None:
    written = plain(record.get("unit"))
    if not written:
        return None
    known = units.get(forms.get(written, written))
    name = known.name if known else written
    aliases = [alias for alias in re.split(r"[、，,；;/\s]+", record.get("aliases")) if alias]
    kind = record.get("kind") or (known.kind if known else _kind(name))
    if known and kind != known.kind:
        raise BadValue(f"“{name}”的类别写的是“{kind}”，前面写的是“{known.kind}”。请改成一样的。")
    short = plain(record.get("short"))
    if known is None:
        return Unit(name, short or name, tuple(dict.fromkeys(aliases)), kind)
    if short and known.short == known.name:
        known = replace(known, short=short)
    extra = [short] if short and short != known.short else []
    return replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *aliases, *extra))))


def _kind(name: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), "部门")


def _member(record: Record, unit: str | None) -> MemberRow | None:
    name = re.sub(r"\s+", "", record.get("name"))  # 王  磊 is padded to the width of three characters
    if not name:
        if unit is None or record.get("role"):
            raise BadValue("没有写姓名。请在“姓名”一栏写一个人，如：王磊。")
        return None
    role = _role(record.get("role"))
    if unit is None and role != "leader":
        raise BadValue(f"{name}没有写单位。请写全称，如：市发展和改革委员会（只有领导可以不写）。")
    return MemberRow(
        row=record.row,
        name=name,
        unit=unit,
        role=role,
        title=record.get("title"),
        dingtalk=_account(record.get("dingtalk"), "钉钉账号"),
        wecom=_account(record.get("wecom"), "企业微信账号"),
        phone=_phone(record.get("phone")),
    )


def _role(words: str) -> str:
    word = plain(words).lower()
    if word and word not in ROLES:
        raise BadValue(f"角色“{short(words)}”不认识。正确写法如：联络员、负责人、领导、督查、编辑、文电、会务。")
    return ROLES.get(word, "liaison")


def _account(words: str, what: str) -> str:
    account = half_width(words)
    if account and not _ACCOUNT.fullmatch(account):
        raise BadValue(f"{what}“{short(words)}”里有空格或别的符号。请照平台通讯录里的账号填写，如：zhangwei01。")
    return account


def _phone(words: str) -> str:
    phone = re.sub(r"[\s\-()]", "", half_width(words))
    if phone and not _PHONE.fullmatch(phone):
        raise BadValue("手机号码的位数或开头不对。正确写法如：13800000000。")
    return phone


def _keys(member: MemberRow) -> tuple[tuple[str, ...], ...]:
    keys: list[tuple[str, ...]] = [("人员", member.name, member.unit or "")]
    keys += [("钉钉账号", member.dingtalk)] if member.dingtalk else []
    keys += [("企业微信账号", member.wecom)] if member.wecom else []
    return tuple(keys)
