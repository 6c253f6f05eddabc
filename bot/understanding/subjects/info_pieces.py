"""The title, the category and the text of what is sent in, taken from its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.acts import Category
from bot.understanding.heard import Heard
from bot.understanding.subjects import info_category

_TITLE = re.compile(r"(?:^|[\n,。;: 】/|])(?:信息)?(?:标题|题目|题名)(?:[::]|是|为|叫| (?=[\u4e00-\u9fff“《]))[:: ]?")
_BODY = re.compile(r"^[\s,]*(?:/ ?)?(?:正文|内容|主要内容|信息内容|全文)(?:如下)?[:: ] ?")
_KIND = re.compile(
    rf"(?:信息)?(?:类别|分类|类型|栏目|种类|报送类别|信息类别)(?:[::]|为|是|"
    rf" )? ?(?P<kind>{info_category.NAMED.pattern})"
)
_ALONE = re.compile(rf"^[\s()【】|/,。#::—-]*(?P<kind>{info_category.NAMED.pattern})[\s()【】|/,。#::—-]*$")
_BRACKETED = re.compile(rf"[(【\[] ?(?P<kind>{info_category.NAMED.pattern})(?:[,, ][^()\n]{{0,14}})? ?[)】\]]")
_CLASS = re.compile(
    rf"(?:^|[\s,。;|"
    rf"/:()])(?P<kind>{info_category.NAMED.pattern.removesuffix('(?:类)?(?:信息)?')}类)(?:信息)?(?=$|"
    rf"[\s,。;|/()])"
)
_TRAILING = re.compile(rf"(?<=[。!;]) *(?P<kind>{info_category.NAMED.pattern}) *[。]?$")
_SIGNED = re.compile(
    r"^[\s()/—-]*(?:报送单位|签发人?|审核人?|拟稿人?|撰稿人?|供稿人?|联系人|联系电话|电话|作者|信息员|"
    r"来源|报送人|[^,。\n]{0,24}(?:报送|供稿|提供)[)。]?$|[^,。\n]{1,16} 1[3-9][0-9*]{9}[)]?$)[^\n]*$|"
    r"^[\s()]*(?:请(?:审|阅|采用|编辑|查收|指正|审核|审阅)|谢谢|以上|请.{0,6}审[核阅稿]?)[^\n]{0,16}$|"
    r"^[\s(][^,。\n]{1,20}(?:局|委|办|区|集团)[ 　][\u4e00-\u9fff]{2,4}[)]$"
)
_LATER = re.compile(
    r"(?:正文|内容|全文|材料)?[^,。]{0,4}(?:稍后|随后|一会儿?|马上|晚点|后续)(?:再)?(?:发|报|补|传)|"
    r"(?:正文|内容)(?:见|在)?附件|附后$"
)
_ASIDE = re.compile(
    r"[\s,:。!]*(?:(?:请|麻烦|烦请|望)(?:您|领导|老师|编辑)?(?:帮忙?)?(?:审[核阅定稿]?|看|把关|改|查收|"
    r"采用|指正|批评指正|阅|编辑|参阅)(?:一下|下)?|如下|谢谢|供参考|请各位领导审阅|见下|"
    r"内容如下)[\s,:。!]*"
)
FOR = re.compile(r"(?:替|代|帮)(?P<unit>[^,。;:\n]{2,20}?)(?:报|投|发|上报|报送)")


@dataclass(slots=True)
class Piece:
    """One piece in the making: spans of the text."""

    title: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    category: Category | None = None


_MANY = re.compile(r"[两二三四五2-5][篇条则份个]|(?:信息|标题)[一1][::]")
_FIRST = re.compile(r"信息[1一][::]$")
_POINT = re.compile(
    r"(?:^|(?<=[\n。;:]))\s*(?:[0-9]{1,2}[.、)]|[一二三四五]、|[(][一二三四五1-5][)]|[①-⑤]|(?:信息|标题|"
    r"第)[一二三四五1-5](?:篇|条)?[::、.])\s*"
)


def _lines(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    spans, at = [], start
    parted = "|" if "\n" not in text[start:stop].strip() and text.count("|", start, stop) > 1 else "\n"
    for line in text[start:stop].split(parted):
        lead = len(line) - len(line.lstrip(" :,。|】]#/-"))
        if line.strip(" :,。|】]#/-"):
            spans.append((at + lead, at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def listed(heard: Heard, start: int, stop: int) -> list[Piece]:
    """Several pieces in a numbered list, each with its title in 《》."""
    pattern = re.compile(
        r"(?:^|\n|[。;] ?| )(?:[0-9]{1,2}[.、)]|[一二三四五六七八九]、|[(][一二三四五六七八九0-9][)]|"
        r"[①-⑨])\s*《(?P<title>[^》\n]{2,60})》"
    )
    points = list(pattern.finditer(heard.text, start, stop))
    if len(points) < 2:
        return _numbered(heard, start, stop)
    pieces = []
    for point, following in zip(points, [*[p.start() for p in points[1:]], stop], strict=True):
        rest = heard.text[point.end() : following]
        named = _BRACKETED.match(rest.lstrip()) or _CLASS.search(rest)
        body = re.sub(r"^\s*(?:[(【][^)】]{0,16}[)】])?[::, ]*", "", rest)
        begin = following - len(body)
        kind = info_category.stated(named["kind"]) if named else None
        pieces.append(Piece(point.span("title"), (begin, following) if body.strip() else None, kind))
    return pieces


def _numbered(heard: Heard, start: int, stop: int) -> list[Piece]:
    """Several pieces whose number the marker tells, each begun by a number; a single piece may hold numbered points too."""
    if not _MANY.search(heard.text, max(0, start - 20), start + 8):
        return []
    first = _FIRST.search(heard.text, max(0, start - 6), start)
    points = list(_POINT.finditer(heard.text, first.start() if first else start, stop))
    if len(points) < 2:
        return []
    ends = [*[point.start() for point in points[1:]], stop]
    return [single(heard, point.end(), point.end(), end) for point, end in zip(points, ends, strict=True)]


def single(heard: Heard, head: int, start: int, stop: int) -> Piece:
    text = heard.text
    lines = _lines(text, start, stop)
    piece = Piece(
        category=info_category.stated(text[head:start].replace("报送", "").replace("信息", ""))
        if start > head
        else None
    )
    kept: list[tuple[int, int]] = []
    for line in lines:
        if not kept and _ASIDE.fullmatch(text[slice(*line)]):
            continue
        rest = _without_category(text, line, piece)
        if (
            rest
            and not (kept and _SIGNED.match(text[slice(*rest)]))
            and not (FOR.search(text[slice(*rest)]) and line is lines[0] and len(lines) > 1)
        ):
            kept.append(rest)
    _take_title(text, kept, piece)
    if kept and piece.body is None:
        piece.body = (kept[0][0], kept[-1][1])
    return piece


def _without_category(text: str, line: tuple[int, int], piece: Piece) -> tuple[int, int] | None:
    """A line without its remark of the category; None where nothing else stands in it."""
    start, end = line
    words = text[start:end]
    alone = _ALONE.match(words)
    named = alone or _TRAILING.search(words) or _KIND.search(words) or _BRACKETED.search(words) or _CLASS.search(words)
    if not named:
        lead = re.match(rf"(?P<kind>{info_category.NAMED.pattern})[。]", words)
        if lead:
            piece.category = piece.category or info_category.stated(lead["kind"])
            return start + lead.end(), end
        return line
    if named is not alone and named.start() > 24 and named.end() < len(words) - 30:
        return line  # in the midst of a sentence it is no remark
    piece.category = info_category.stated(named["kind"]) or piece.category
    left, right = words[: named.start()].rstrip(" ,。;|/(:"), words[named.end() :].strip(" ,。;|/):、")
    if not left and not right:
        return None
    if left:
        return start, start + len(left)
    return (
        (end - len(words[named.end() :].lstrip(" ,。;|/):、")), end)
        if not _SIGNED.match(" " + right) or len(right) > 30
        else None
    )


def _take_title(text: str, kept: list[tuple[int, int]], piece: Piece) -> None:
    """Move the title from the kept lines: what is marked 标题, the part in 《》, the first line or its first sentence."""
    for at, (start, end) in enumerate(kept):
        marked = _TITLE.search(text, max(0, start - 1), end)
        if marked:
            stop = re.search(
                r" ?/ ?正文| ?(?:正文|内容)[::]|[,。] ?(?:正文|内容|类别|分类)|。", text[marked.end() : end]
            )
            cut = marked.end() + stop.start() if stop else end
            piece.title = _bare(text, marked.end(), cut)
            rest = [(cut + len(stop.group()) - len(stop.group().lstrip("。,/ ")), end)] if stop and cut < end else []
            kept[:] = [*kept[:at], *[r for r in rest if text[slice(*r)].strip(" 。,")], *kept[at + 1 :]]
            return _clean_body(text, kept)
    if not kept:
        return None
    start, end = kept[0]
    book = re.search(r"《([^》\n]{3,60})》", text[start:end])
    if book and ((len(kept) == 1 and book.start() < 12) or book.start() < 2):
        piece.title = (start + book.start(1), start + book.end(1))
        kept[0] = (start + book.end(), end)
    elif len(kept) > 1:
        piece.title = _bare(text, start, end)
        del kept[0]
    else:
        stop = re.search(r"[。!]|(?<=[\u4e00-\u9fff”》]) (?=[\u4e00-\u9fff0-9])|[::](?=.{20})", text[start:end])
        cut = start + stop.start() if stop else end
        piece.title = _bare(text, start, cut)
        kept[0] = (min(cut + 1, end), end)
    return _clean_body(text, kept)


def _clean_body(text: str, kept: list[tuple[int, int]]) -> None:
    cleaned = []
    for start, end in kept:
        label = _BODY.match(text[start:end])
        begin = start + label.end() if label else start
        words = text[begin:end].strip(" ,。/:")
        if words and not _LATER.fullmatch(words) and not (len(words) < 16 and _LATER.search(words)):
            cleaned.append((begin, end))
    kept[:] = cleaned


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without the marks of order before it."""
    order = re.match(
        r"\s*(?:[0-9]{1,2}[.、)](?![0-9])|[一二三四五六七八九]、|[(][一二三四五六七八九0-9][)]|[①-⑨])\s*",
        text[start:end],
    )
    start += order.end() if order else 0
    if text[start : start + 1] == "《" and text[end - 1 : end] == "》":
        return start + 1, end - 1
    return start, end
