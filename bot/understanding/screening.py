"""Screening before anything is stored: marks of classification and numbers of persons; and the masking of what is stored.

Every pattern is linear in the text: repetitions are bounded, and none stands inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from bot.understanding.plain import plain, squeezed

_GRADE = r"(?:绝密|机密|秘密)"
# 商业秘密, 保守秘密, 国家秘密: talk about secrets, not a grade written on a text.
_NOT_TALK = r"(?<!商业)(?<!保守)(?<!国家)(?<!工作)(?<!技术)(?<!保护)(?<!泄露)(?<!私人)(?<!个人)"
_PERIOD = r"(?:长期|[0-9一二三四五六七八九十]{1,3}(?:年|个月|天))"
_OPEN, _CLOSE = r"[【\[(（<《]", r"[】\])）>》]"
_FORBID = r"(?:严禁|禁止|请勿|不得|切勿|勿)(?:对外)?(?:外传|外泄|外发|扩散|传播|转发|翻印|复制|泄露)"
_INTERNAL = rf"内部(?:资料|材料|文件|参阅|参考|使用|事项)[,,、·-]?{_FORBID}"
_HOLDER = r"(?:此件|本件|该件|本文|全文|此文|以下|以上|附件|这份|这个|该)(?:文件|材料|内容|信息|资料|表格)?"

_SECRET = re.compile(
    "|".join(
        (
            rf"{_GRADE}(?:级|件)?[★☆*✩✭⭐]",
            rf"{_NOT_TALK}{_GRADE}(?:级)?[((]?{_PERIOD}(?!前|后|内|来|间)",
            rf"{_OPEN}(?:{_GRADE}|涉密)(?:级|件|文件|材料|资料|信息|内容)?(?:[::·-][^】\])）>》\n]{{0,12}})?{_CLOSE}",
            rf"(?:^|\n)(?:{_GRADE}|涉密)(?:级|件|文件|材料|资料)?(?:$|\n|[::])",
            rf"(?:转发|转|附|下发|印发)(?:{_GRADE}|涉密)级?(?:文件|材料|件|资料)?[::]",
            rf"密级(?:为|是|[::])+{_GRADE}",
            r"密级[::](?!公开|非|无|普通|不|一般|怎|如何|什么|哪|$|\n|[??])",
            rf"{_HOLDER}(?:属于|属|为|是|系)?涉密(?:文件|材料|件|内容|信息|"
            rf"资料)?(?![吗么不没否??])(?=[,,。.;;!!)）】\n]|$)",
            rf"{_HOLDER}(?:属于|定为|属|为|是|系){_NOT_TALK}{_GRADE}(?:级|件|文件|材料)?(?=[,,。.;;!!)）】\n]|$)",
            rf"{_OPEN}{_INTERNAL}[^】\])）>》\n]{{0,12}}{_CLOSE}",
            rf"(?:^|\n){_INTERNAL}[!!。]?(?:$|\n|[::])",
        )
    ),
)
# A grade with a star stays a mark even where it is broken over lines.
_STARRED = re.compile(rf"{_GRADE}(?:级|件)?[★☆⭐]")


def screen(text: str, quote: str | None = None) -> Literal["secret", "personal"] | None:
    """What forbids storing a message: a mark of classification, or a person's identity or card number.

    The quote counts too. Talk about secrecy (请注意保密, 商业秘密) is no mark. A mark goes before a number.
    """
    parts = [part for part in (text, quote) if part]
    if any(_marked(part) for part in parts):
        return "secret"
    if any(_personal(part) for part in parts):
        return "personal"
    return None


def _marked(text: str) -> bool:
    tight = squeezed(text)
    if "密" not in tight and "内部" not in tight:
        return False
    return bool(_SECRET.search(tight) or _STARRED.search(tight.replace("\n", "")))


# Groups of digits with blanks between them; a hyphen joins card numbers only, in fours.
_DIGITS = re.compile(r"[0-9]+[Xx]?")
_LABELLED = re.compile(r"(?:代码|编号|单号|水号|订单号|合同号|批次号|案号|标段号|文号|序列号)[::为是 ]{0,3}$")
_PIECES = 8
"""A number is written in at most so many groups: four by four, or birth and region apart."""


def _personal(text: str) -> bool:
    flat = plain(text)
    return any(
        identity(number) or (card(number) and not _LABELLED.search(flat, max(0, start - 12), start))
        for number, start, _ in _numbers(flat)
    )


def _numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Every number of 16–19 signs that neighbouring groups of digits form, with its span."""
    groups = [(m.group(), m.start(), m.end()) for m in _DIGITS.finditer(text)]
    for first, (_, start, _) in enumerate(groups):
        if sum(len(group[0]) for group in groups[first : first + _PIECES]) < 16:
            continue
        if start and text[start - 1] == "-":
            continue  # the middle of a code such as 2303-150399-04-01-882913
        yield from _grown(text, groups, first)


def _grown(text: str, groups: list[tuple[str, int, int]], first: int) -> Iterator[tuple[str, int, int]]:
    digits, start = "", groups[first][1]
    for at in range(first, min(first + _PIECES, len(groups))):
        piece, _, end = groups[at]
        gap = _joined(text, groups[at - 1], groups[at]) if at > first else ""
        if gap is None or (gap == "-" and len(digits) % 4):
            return
        digits += piece
        if len(digits) > 19:
            return
        after = text[end : end + 1]
        if len(digits) >= 16 and not (after == "-" or (after.isascii() and after.isalnum())):
            yield digits.upper(), start, end


def _joined(text: str, left: tuple[str, int, int], right: tuple[str, int, int]) -> str | None:
    """What stands between two groups of digits: blanks (""), a hyphen, or anything else (None)."""
    gap = text[left[2] : right[1]]
    if len(gap) > 3:
        return None
    stripped = gap.strip(" ")
    return stripped if stripped in ("", "-") else None


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999, ISO 7064 MOD 11-2


def identity(number: str) -> bool:
    """Whether a number is a resident identity number: 18 signs, a day of birth, the right check digit (GB 11643)."""
    if not shaped_like_identity(number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[17]


def shaped_like_identity(number: str) -> bool:
    """Whether a number has the form of an identity number: region, a day of birth that exists, sequence, check sign."""
    if len(number) != 18 or not number[:17].isdecimal() or number[0] not in "12345689":
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return 1850 <= born.year <= 2100


def card(number: str) -> bool:
    """Whether a number is a bank card's: 16–19 digits that pass Luhn (ISO/IEC 7812).

    Cards begin with 3–6 or 9; a number that begins as a time stamp (20230415…) is none, nor is one of the form of an
    identity number.
    """
    if not (16 <= len(number) <= 19 and number.isdecimal()) or number[0] not in "34569" or shaped_like_identity(number):
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦昌马苗凤方"
    "俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴"
    "宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪包石崔吉"
    "龚程邢裴陆荣翁荀甄曲封储靳段焦侯宁甘厉武刘景龙叶黎白蒲邰赖屠池乔阴闻翟谭贡劳申冉桑桂牛燕尚农温庄晏柴瞿阎慕连"
    "艾容向古易廖耿满文寇广欧沃利蔚越隆师巩聂晁敖冷辛简饶曾沙丰关相查荆游权盖桓肖付代闫"
)
_ROLE = (
    r"(?:反映人|来电人|来信人|信访人|上访人|投诉人|举报人|求助人|诉求人|留言人|申请人|当事人|困难群众|居民|群众|村民)"
)
_PERSON = re.compile(
    rf"(?P<role>{_ROLE}(?:姓名|代表)?(?:[::]|为|是|系)?\s?)(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,3}})"
)
_AFTER_NAME = re.compile(
    r"先生|女士|同志|大爷|大妈|某某|某|等|电话|手机|反映|来电|投诉|举报|住|家|身份|联系|户|说|称|的|在|因|"
    r"于|[\d,,。;;、()（）\s]"
)
_MOBILE = re.compile(r"(?<![0-9])(1[3-9][0-9])([ -]?[0-9]{4})([ -]?)([0-9]{4})(?![0-9])")
_LANDLINE = re.compile(r"(?<![0-9-])(0[0-9]{2,3}[- ])[0-9]{4,6}([0-9]{2})(?![0-9-])")
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+-])([A-Za-z0-9])[A-Za-z0-9._%+-]{0,63}@(?=[A-Za-z0-9-]{1,63}\.[A-Za-z])")
_HOME = re.compile(
    r"((?:家住|现住址|现住|住址|家庭住址|家庭地址|居住地址|居住地|居住在|住在|住)(?:[::]|是|为|"
    r"在)?\s?)(?=[\u4e00-\u9fff])[^,,。;;\n]{4,40}"
)
_DOOR = re.compile(
    r"[0-9一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座|"
    r"号院)(?:[0-9一二三四五六七八九十]{1,3}单元)?(?:[0-9]{1,4}(?:室|号|户)?)?"
)
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·.]?[A-Z0-9]{5,6}(?![A-Z0-9])"
)


def mask(text: str) -> str:
    """The text for storing and repeating: without phones, identity-like and card-like numbers, mails, petitioners' homes.

    What is masked keeps a sign at its ends, so that the one who wrote it knows it again.
    """
    flat = plain(text)
    hidden = list(text)
    for number, start, end in _numbers(flat):
        if shaped_like_identity(number) or len(number) == 18 or card(number):
            _hide(hidden, flat, start + 3, end - 2)
    for match in _MOBILE.finditer(flat):
        _hide(hidden, flat, match.start(2), match.end(2))
    for match in _LANDLINE.finditer(flat):
        _hide(hidden, flat, match.end(1), match.start(2))
    for match in _MAIL.finditer(flat):
        _hide(hidden, flat, match.start() + 1, match.end() - 1)
    for match in _PLATE.finditer(flat):
        _hide(hidden, flat, match.start() + 2, match.end() - 1)
    _hide_petitioner(hidden, flat)
    return "".join(hidden)


def _hide_petitioner(hidden: list[str], flat: str) -> None:
    """Names next to 反映人 and the like; a home is hidden only where a person is spoken of or a door is named."""
    person = False
    for match in _PERSON.finditer(flat):
        person = True
        start, end = match.span("name")
        cut = next((at for at in range(start + 1, end + 1) if at >= len(flat) or _AFTER_NAME.match(flat, at)), None)
        _hide(hidden, flat, start + 1, min(start + 3, end) if cut is None else cut)
    for match in _HOME.finditer(flat):
        if person or _DOOR.search(match.group()):
            _hide(hidden, flat, match.end(1), match.end())
    for match in _DOOR.finditer(flat):
        _hide(hidden, flat, match.start(), match.end())


def _hide(hidden: list[str], flat: str, start: int, end: int) -> None:
    for at in range(start, end):
        if not flat[at].isspace():
            hidden[at] = "*"
