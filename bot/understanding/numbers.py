"""Numerals and percentages as people write them, with their places in the text.

Which percentage is a task's progress is not decided here: every candidate is given with its kind and qualifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from bot.understanding.folding import fold

DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "俩": 2, "仨": 3}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
CHINESE = "〇零一二三四五六七八九十百千万亿两廿卅俩仨"
"""Every character that a Chinese numeral is written with."""

_SECTION = re.compile(r"(?:(\d)千)?(〇?)(?:(\d)百)?(〇?)(?:(\d)?十)?(〇?)(\d)?")


def cardinal(words: str) -> int | None:
    """The whole number that the words write, Arabic (12) or Chinese (两千零四, 二〇二三, 廿五, 三万五); else None."""
    if words.isascii():
        return int(words) if words.isdigit() and len(words) <= 18 else None
    if not words or len(words) > 24 or any(char not in CHINESE for char in words):
        return None
    if not any(char in _PLACES or char in _GROUPS for char in words.replace("廿", "十").replace("卅", "十")):
        return int("".join(str(DIGITS[char]) for char in words))
    return _groups(words.replace("廿", "二十").replace("卅", "三十"))


def _groups(words: str) -> int | None:
    for char in ("亿", "万"):
        head, mark, tail = words.partition(char)
        if mark:
            size = _GROUPS[char]
            high, low = _groups(head), _groups(tail) if tail else 0
            if not high or low is None or low >= size:
                return None
            # 三万五 leaves the place of the last digit out: thousands.
            return high * size + (low * size // 10 if len(tail) == 1 and tail in DIGITS else low)
    return _section(words)


def _section(words: str) -> int | None:
    """A number below 10,000 in place values; 一千二 is 1,200, 三百五 is 350."""
    plain = "".join(str(DIGITS.get(char) or char) for char in words).replace("零", "〇")
    match = _SECTION.fullmatch(plain)
    if not match or not words:
        return None
    thousand, _, hundred, _, ten, zero, one = match.groups()
    value = 1000 * int(thousand or 0) + 100 * int(hundred or 0)
    value += 10 * int(ten or 1) if "十" in plain else 0
    short = {"千": 100, "百": 10}.get(plain[-2], 1) if one and not zero and len(plain) > 1 else 1
    return value + short * int(one or 0)


def decimal(words: str) -> Decimal | None:
    """The number that the words write, with a fraction where one is said (7.2, 六点五, 1.5亿, 3,200); else None."""
    words = fold(words).replace(",", "").replace(" ", "")
    size = 1
    if words[-1:] in _GROUPS and not words[:-1].endswith(tuple(_GROUPS)):
        words, size = words[:-1], _GROUPS[words[-1]]
    head, point, tail = words.partition("点")
    if point:
        whole, parts = cardinal(head), [DIGITS.get(char) for char in tail]
        if whole is None or not parts or None in parts:
            return None
        return size * Decimal(f"{whole}.{''.join(str(part) for part in parts)}")
    if re.fullmatch(r"\d{1,18}\.\d{1,18}", words):
        return size * Decimal(words)
    whole = cardinal(words)
    return None if whole is None else size * Decimal(whole)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: ``span`` is [start, end) in characters."""

    span: tuple[int, int]
    value: Decimal


_ARABIC = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,8})?|\d{1,18}(?:\.\d{1,8})?"
_NUMERAL = re.compile(
    rf"(?<![\d.])(?:{_ARABIC})[万亿]?|[{CHINESE}]{{1,24}}+(?:点[〇零一二三四五六七八九]{{1,8}})?",
)


def numerals(text: str) -> Iterator[Numeral]:
    """Every numeral in the text, in order; a chain of signs that writes no number is passed over."""
    for match in _NUMERAL.finditer(fold(text)):
        value = decimal(match[0])
        if value is not None:
            yield Numeral(match.span(), value)


Kind = Literal["percent", "fraction", "tenths", "half", "ratio", "count"]


@dataclass(frozen=True, slots=True)
class Percent:
    """A share that the text states.

    ``value`` is rounded half up to a whole percentage. ``kind``: percent (60%, 百分之六十), fraction (三分之二),
    tenths (六成五), half (一半, 过半), ratio (12/15), count (20座建成13座). ``qualifier`` is 约, 近, 超 … or empty.
    ``impossible`` marks what no share can be (120%, 17/15). ``superseded`` marks the former of 由40%提升至55%.
    """

    span: tuple[int, int]
    words: str
    value: int
    kind: Kind
    qualifier: str = ""
    impossible: bool = False
    superseded: bool = False


_NUM = r"(?:\d{1,9}(?:\.\d{1,6})?|[〇零一二三四五六七八九十百两]{1,8}(?:点[〇零一二三四五六七八九]{1,6})?)"
_ONES = "一二三四五六七八九"
# 成 after a number is a tenth, unless it begins another word (三成功, 一成立).
_NOT_TENTHS = "立功果效员本品为熟绩都交长就人年形套片分活因语像型批份"
_NOT_COUNTED = "个项户家万亿.%"
_BEFORE = r"(?P<before>大约|大概|约|将近|接近|近|不到|不足|超过|超|逾|过(?!半)|至少|突破|达到?)?[ ]?"
_AFTER = r"(?P<after>[ ]?(?:左右|以上|以下|上下|有余|多))?"
_SHARE = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?P<percent>(?<![\d.%])-?\d{{1,9}}(?:\.\d{{1,6}})?[ ]?%)"
    rf"|(?P<all>百分之?百)|百分之(?P<spoken>{_NUM})"
    rf"|(?P<of>{_NUM})分之(?P<part>{_NUM})"
    rf"|(?<![\d{_ONES}])(?P<tenths>[{_ONES}十两]|(?<![\d.])\d(?:\.\d)?)成(?P<tail>半|[{_ONES}](?!是)|\d(?![\d{_NOT_COUNTED}]))?(?![{_NOT_TENTHS}]|不变)"
    rf"|(?P<half>一半|过半|半数|(?<=[近超逾])半(?![年月日天个小刻]))"
    rf"|(?<![\d./-])(?P<done>\d{{1,5}})[ ]?/[ ]?(?P<total>\d{{1,5}})(?![\d/.-])"
    rf"){_AFTER}"
)
_RISE = re.compile(r"[由从][^%。;；\n]{0,12}$")
_TO = re.compile(r"[ ]?(?:提升|提高|上升|增加|增长|增|升|调整|变|推进|更新|改)?[为到至]")


def percents(text: str) -> list[Percent]:
    """Every share that the text states, in the order of the text."""
    plain = fold(text)
    found = [share for match in _SHARE.finditer(plain) if (share := _share(text, plain, match))]
    taken = [share.span for share in found]
    counts = [
        count for count in _counts(text, plain) if not any(a < count.span[1] and count.span[0] < b for a, b in taken)
    ]
    return sorted([*found, *counts], key=lambda share: share.span)


def _share(text: str, plain: str, match: re.Match[str]) -> Percent | None:
    kind, amount = _amount(match)
    if amount is None:
        return None
    before, after = match["before"] or "", (match["after"] or "").strip()
    start = match.end("before") if match["before"] else match.start()
    end = match.start("after") if match["after"] else match.end()
    while plain[start] == " ":
        start += 1
    superseded = bool(_TO.match(plain, match.end()) and _RISE.search(plain[max(0, start - 14) : start]))
    return _percent(text, (start, end), amount, kind, before or after, superseded)


def _percent(
    text: str, span: tuple[int, int], amount: Decimal, kind: Kind, qualifier: str, superseded: bool = False
) -> Percent:
    value = int(amount.to_integral_value(ROUND_HALF_UP))
    return Percent(span, text[slice(*span)], value, kind, qualifier, not 0 <= amount <= 100, superseded)


def _amount(match: re.Match[str]) -> tuple[Kind, Decimal | None]:
    if match["percent"]:
        return "percent", Decimal(match["percent"].rstrip("% "))
    if match["spoken"]:
        return "percent", decimal(match["spoken"])
    if match["all"]:
        return "percent", Decimal(100)
    if match["half"]:
        return "half", Decimal(50)
    if match["tenths"]:
        tenths = decimal(match["tenths"])
        tail = 5 if match["tail"] == "半" else cardinal(match["tail"] or "") or 0
        return "tenths", None if tenths is None else 10 * tenths + tail
    kind: Kind = "fraction" if match["of"] else "ratio"
    return kind, _quotient(match["part"] or match["done"], match["of"] or match["total"])


def _quotient(part: str, whole: str) -> Decimal | None:
    amount, size = decimal(part), decimal(whole)
    return 100 * amount / size if amount is not None and size else None


_COUNT = r"(?:\d{1,7}(?:\.\d{1,4})?万?|[一二三四五六七八九十百两]{1,6})"
_MEASURE = "[座个件项处户家栋套条公里亩所台名人次篇对间村镇辆艘口米站点]"
_DONE = "|".join(
    "完成 建成 完工 竣工 办结 化解 整改 整治 改造 改完 验收 交付 销号 解决 清理 拆除 安装 投用 建好 做完 办完".split()
    + "封顶 落实 开通 达标".split()
)
_LEFT = "剩余差未没尚缺还待"
_TOTAL_FIRST = re.compile(
    rf"(?<![\d.A-Za-z])(?P<total>{_COUNT})[ ]?(?P<m>公里|平方米|人次|{_MEASURE})(?P<gap>[^。;；!?\n\d]{{0,16}}?)"
    rf"(?:(?:已经?|累计|现已)[^\d,，。;；\n{_LEFT}]{{1,4}}?|(?:{_DONE}))了?[ ]?(?P<done>{_COUNT})[ ]?(?P=m)"
)
_DONE_FIRST = re.compile(
    rf"(?:{_DONE})了?[ ]?(?P<done>{_COUNT})[ ]?(?P<m>公里|平方米|人次|{_MEASURE})[,，、 (（]{{0,2}}"
    rf"(?:一?共有?|总共|总数|总计|合计)[ ]?(?P<total>{_COUNT})[ ]?(?P=m)"
)


def _counts(text: str, plain: str) -> Iterator[Percent]:
    """20座建成13座, 建成13座，共20座: both of the same thing, counted by the same word."""
    for pattern in (_TOTAL_FIRST, _DONE_FIRST):
        for match in pattern.finditer(plain):
            gap = match.groupdict().get("gap") or ""
            amount = _quotient(match["done"], match["total"])
            if amount is not None and not any(char in gap for char in _LEFT):
                yield _percent(text, match.span(), amount, "count", "")
