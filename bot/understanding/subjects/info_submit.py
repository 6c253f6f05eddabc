"""政务信息 that is sent in: a marker, a title, a category, the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.acts import Category, SubmitInfo
from bot.understanding.acting import Found, found
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.subjects import info_category

_COUNT = r"(?:[一两二三四五六1-9][篇条则份个]|[几]条)"
_SORT = r"(?:政务|工作|紧急|突发|经济|亮点|动态|问题|建议|经验|问题建议|工作亮点|重点项目|重点工作|重要|约稿|本周|本月|今日|近期|经济运行|经验做法|政策|决策|重大政策|重要决策|一般动态|工作动态|重大项目|民生|党建|优秀|简短)"
_MARKER = re.compile(
    rf"【(?:[^】]{{0,6}})(?:信息|投稿|稿件|问题建议|工作亮点|经验做法|工作动态|经济运行)[^】]{{0,10}}】|\[[^\]]{{0,4}}信息[^\]]{{0,4}}\]|#{_SORT}{{0,2}}信息(?:报送)?#?|"
    rf"{_SORT}{{0,2}}信息(?:{_COUNT})?(?:报送|上报|投稿)(?:如下)?(?:{_COUNT})?|(?:报送|上报|报|投|送)(?:{_SORT}|类)*(?:动态|亮点|经验做法|经验|专报|简讯){_COUNT}(?=[::,\n])|(?:报送|上报|报|投|送){_COUNT}(?:{_SORT}|类)*(?:动态|亮点|经验|做法|建议|专报|简讯|稿)(?:{_COUNT})?(?=[::,\n])|(?:另附|再附|附)[::]?(?:{_SORT})*信息|(?:发|推|供|交|推荐|提供|上传|送上|递交){_COUNT}(?:{_SORT}|类)*(?:信息|稿件|稿子)|(?:报送|上报|呈报|报上|投稿)(?:{_COUNT})?[::]? ?(?=《)|(?:^|[,。 ]){_COUNT}(?:{_SORT})*信息(?=[::,\n]|$)|(?:报送|上报|呈报|报上|提交|报|投|送)(?:一下|如下)?{_COUNT}?(?:{_SORT}|类)*(?:信息|稿件|稿子)(?:{_COUNT})?|(?:^|\n|[,。:] ?)投(?:一篇)?稿{_COUNT}?|^\s*(?:我[局区委办县]|本单位)?(?:{_SORT}|的)*信息(?:稿|素材)?(?:{_COUNT})?(?=[::\n])|^{_SORT}*信息(?= ?[|/] ?)"
)
_NOT = re.compile(
    r"无(?:政务)?信息|没有信息|几[条篇]|多少|了没|排名|要点|为什么|怎么|谁|哪|是否|可以|能不能|要不要|信息报送(?:数|量|情况|工作|制度|要求|排名|通报|截止|时间|群|系统|培训)|请(?:各|大家|你|尽快|抓紧|按时|及时|[^,。:]{1,12}(?:局|委|办|区|县|集团|公司))[^。:]{0,20}(?:报|信息)|"
    r"已报|报过|报了|刚才|昨天报|上次|补充一下|更正|没报|未报|催|考核|\?|吗|吧$|群是"
)
_GREETING = re.compile(
    r"^(?:@[\w\-.·]{1,20}[ :,]*|[\s,。!:]|(?:各位|尊敬的)?(?:领导|老师|同志|同事|编辑|[\u4e00-\u9fff]{1,3}(?:科长|主任|老师|处长|科))(?:们)?(?:好|您好|你好)?|您好|你好|大家好|早上好|上午好|下午好|现|特|再|我[局委区办县]|向信息科|信息科)+"
)
_TITLE = re.compile(r"(?:^|[\n,。;: 】/|])(?:信息)?(?:标题|题目|题名)(?:[::]|是|为|叫| (?=[\u4e00-\u9fff“《]))[:: ]?")
_BODY = re.compile(r"^\s*(?:/ ?)?(?:正文|内容|主要内容|信息内容|全文)[:: ] ?")
_KIND = re.compile(
    rf"(?:信息)?(?:类别|分类|类型|栏目|种类|报送类别|信息类别)(?:[::]|为|是| )? ?(?P<kind>{info_category.NAMED.pattern})"
)
_ALONE = re.compile(rf"^[\s()【】|/,。#::—-]*(?P<kind>{info_category.NAMED.pattern})[\s()【】|/,。#::—-]*$")
_BRACKETED = re.compile(rf"[(【\[] ?(?P<kind>{info_category.NAMED.pattern})(?:[,, ][^()\n]{{0,14}})? ?[)】\]]")
_CLASS = re.compile(
    rf"(?:^|[\s,。;|/:()])(?P<kind>{info_category.NAMED.pattern.removesuffix('(?:类)?(?:信息)?')}类)(?:信息)?(?=$|[\s,。;|/()])"
)
_TRAILING = re.compile(rf"(?<=[。!;]) *(?P<kind>{info_category.NAMED.pattern}) *[。]?$")
_SIGNED = re.compile(
    r"^[\s()/—-]*(?:报送单位|签发人?|审核人?|拟稿人?|撰稿人?|供稿人?|联系人|联系电话|电话|作者|信息员|来源|报送人|[^,。\n]{0,24}(?:报送|供稿|提供)[)。]?$|[^,。\n]{1,16} 1[3-9][0-9*]{9}[)]?$)[^\n]*$|^[\s()]*(?:请(?:审|阅|采用|编辑|查收|指正|审核|审阅)|谢谢|以上|请.{0,6}审[核阅稿]?)[^\n]{0,16}$|^[\s(][^,。\n]{1,20}(?:局|委|办|区|集团)[ 　][\u4e00-\u9fff]{2,4}[)]$"
)
_RULE = re.compile(r"^[\s\-—_=*~·]{3,}$")
_OTHER = re.compile(
    r"^\s*(?:(?:[0-9]{1,2}[.、)]|[一二三四五]、)\s*)?(?:#?[DXdx]-?[0-9]{1,4}|督办|【(?:督办|进展|任务)|[^,。;\n]{0,40}(?:申请|请予?|特申请)(?:销号|办结|延期)|第[0-9]{1,3}项|同时[,]?(?:汇报|报告|报送)|一并报|另附|另报|[^,。;]{0,10}#?[Dd]-?[0-9]{1,4}|顺便|另[::, 外报请]|此外|还有[,:]|同时报)"
)
_LATER = re.compile(
    r"(?:正文|内容|全文|材料)?[^,。]{0,4}(?:稍后|随后|一会儿?|马上|晚点|后续)(?:再)?(?:发|报|补|传)|(?:正文|内容)(?:见|在)?附件|附后$"
)
_FOR = re.compile(r"(?:替|代|帮)(?P<unit>[^,。;:\n]{2,20}?)(?:报|投|发|上报|报送)")


@dataclass(slots=True)
class _Piece:
    """One piece in the making: spans of the text."""

    title: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    category: Category | None = None


def claim(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """The pieces of information in a message, and the clauses that they take up."""
    marker = _marker(heard)
    if marker is None:
        return [], set()
    markers = [marker]
    while following := _next(heard, markers[-1][1]):
        markers.append(following)
    acts: list[Found] = []
    used: set[Clause] = set()
    ends = [*(start for start, _ in markers[1:]), _stop(heard.text, markers[-1][1])]
    for (start, end), stop in zip(markers, ends, strict=True):
        got, taken = _from(heard, clauses, start, end, stop)
        if not got and start == marker[0]:
            return [], set()
        acts += got
        used |= taken
    return acts, used


def _next(heard: Heard, after: int) -> tuple[int, int] | None:
    """The next marker at the head of a line."""
    for line in re.finditer(r"\n\s*", heard.text[after:]):
        begin = after + line.end()
        match = _AGAIN.match(heard.text, begin)
        if match:
            return begin, match.end()
    return None


_AGAIN = re.compile(
    r"【[^】]{0,6}信息[^】]{0,6}】|#?(?:政务)?信息(?:报送|上报)?[::]|#信息(?:报送)?#?|(?:再|另)?(?:报送|上报|报)(?:政务)?信息[::\n]"
)


def _from(heard: Heard, clauses: list[Clause], start: int, end: int, stop: int) -> tuple[list[Found], set[Clause]]:
    pieces = _listed(heard, end, stop) or [_piece(heard, start, end, stop)]
    acts = [_act(heard, piece, start, stop) for piece in pieces if piece.title or piece.body]
    return acts, {clause for clause in clauses if start <= clause.start < stop} if acts else set()


def begins(heard: Heard) -> bool:
    """Whether the message itself is a piece of information that is sent in, from its head on."""
    marker = _marker(heard)
    return marker is not None and marker[0] == 0


def _marker(heard: Heard) -> tuple[int, int] | None:
    """Where the words that make it a submission stand: at the head, behind a greeting, or in the last line."""
    text = heard.text
    greeting = _GREETING.match(text)
    for begin in (0, *(match.end() for match in _TURNS.finditer(text))):
        found_at = _head(heard, begin, greeting.end() if greeting and not begin else begin)
        if found_at:
            return found_at
    lines = text.rstrip().rsplit("\n", 1)
    if (
        len(lines) == 2
        and len(lines[1]) < 24
        and "\n" in lines[0].strip()
        and re.search(r"(?:报送|投稿|上报)(?:信息)?|信息报送", lines[1])
        and not _NOT.search(lines[1])
    ):
        return 0, 0
    return None


# A unit that sends what it was asked for: Y3约稿报送:……, 按约稿要求报送《……》.
_ANSWERS = re.compile(
    r"[Xx][ -]?[0-9]{1,4}[^,。;:\n]{0,12}(?:修改|补充|完善|更正)[^。;:\n]{0,8}(?:报送?|上报|提交)[::]?(?=\n|《)|(?:#?[Yy][ -]?[0-9]{1,4})(?:号)?(?:的)?(?:约稿)?(?:通知)?(?:信息|稿件|稿子|稿|报送|上报|回复|反馈|交稿|来稿|任务|要求|如下|材料|已写好|,|报)*[::\n]|约稿(?:信息|稿件|稿子|报送|上报|回复|反馈|交稿|来稿|如下)+[::,\n]|"
    r"(?:按|根据|对照|针对|关于|就)[^,。;\n]{0,16}约稿[^,。;\n]{0,10}[,,]?(?:现)?(?:报送|上报|报|提交)(?:如下)?[::]?(?=《|\n|[^,。;\n]{4,})|(?:报送|上报|提交|交|报)(?:一下)?(?:#?[Yy][ -]?[0-9]{1,4})(?:号)?(?:约稿)?(?:的)?(?:信息|稿件|稿子|稿)?[::,\n]"
)


def _head(heard: Heard, begin: int, after: int) -> tuple[int, int] | None:
    """The marker in the line that begins there, if its first sentence holds one."""
    text = heard.text
    first = text.find("\n", after)
    head = text[begin : first if first >= 0 else len(text)]
    stop = re.search(r"[。!;]", head)
    reach = min(len(head), stop.start() if stop else 70, 70)
    match = _MARKER.search(head, 0, reach) or (None if heard.commands else _ANSWERS.search(head + "\n", 0, reach + 1))
    if not match or _NOT.search(head[: match.end() + 8].replace("突发", "")):
        return None
    if heard.role == "editor" and re.search(r"请|约", head[: match.end()]):
        return None
    return begin, begin + match.end()


_TURNS = re.compile(
    r"(?<=[。;!\n])\s*(?=[^。;\n]{0,14}报(?:送)?(?:一下)?[一两二三1-3]?[篇条]?[^。;\n]{0,4}信息[::\n])|"
    r"(?<=,)\s*(?=另[外报附]|同时报|并报|顺便报|再报)|"
    r"(?<=[。;!\n])\s*(?:(?:[0-9]{1,2}[.、)]|[一二三四五六七八九]、|[(][一二三四五六七八九0-9][)]|[①-⑨])\s*)?(?=附|再[报送附]|(?:政务)?信息[一二两三1-3][篇条]|(?:政务)?信息[::]|另[外报::,]|再报|同时报|还有|此外|顺便|【[^】]{0,6}信息|(?:突发|紧急|政务|工作|重要){0,2}信息(?:报送|上报)|报[送一]|投稿|#信息)"
)
_ASIDE = re.compile(
    r"[\s,:。!]*(?:请(?:您|领导|老师|编辑)?(?:审[核阅定]?|查收|采用|指正|批评指正|阅|编辑|参阅)|如下|谢谢|供参考|请各位领导审阅|见下|内容如下)[\s,:。!]*"
)


def _stop(text: str, start: int) -> int:
    """Where the information ends: at a rule, or at a line that turns to something else."""
    at = start
    for line in text[start:].split("\n"):
        if at > start and (_RULE.match(line) or _OTHER.match(line)):
            return at
        at += len(line) + 1
    match = re.search(
        r"(?<=[。;!)])\s*(?:[0-9]{1,3}号督办|督办[0-9]|第[0-9]{1,3}项|另[::]|另外?[,]?(?=报|请|#?[DdXx]-?[0-9]|督办|任务|第[0-9]|进展|我[局委区办县])|顺便|#?[DdXx]-?[0-9]{1,4}(?![0-9A-Za-z]))",
        text[start:],
    )
    return start + match.start() if match else len(text)


def _lines(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for line in text[start:stop].split("\n"):
        lead = len(line) - len(line.lstrip(" :,。|】]#/-"))
        if line.strip(" :,。|】]#/-"):
            spans.append((at + lead, at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def _listed(heard: Heard, start: int, stop: int) -> list[_Piece]:
    """Several pieces in a numbered list, each with its title in 《》."""
    pattern = re.compile(
        r"(?:^|\n|[。;] ?| )(?:[0-9]{1,2}[.、)]|[一二三四五六七八九]、|[(][一二三四五六七八九0-9][)]|[①-⑨])\s*《(?P<title>[^》\n]{2,60})》"
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
        pieces.append(_Piece(point.span("title"), (begin, following) if body.strip() else None, kind))
    return pieces


_MANY = re.compile(r"[两二三四五2-5][篇条则份个]|(?:信息|标题)[一1][::]")
_POINT = re.compile(
    r"(?:^|(?<=[\n。;:]))\s*(?:[0-9]{1,2}[.、)]|[一二三四五]、|[(][一二三四五1-5][)]|[①-⑤]|(?:信息|标题|第)[一二三四五1-5](?:篇|条)?[::、.])\s*"
)


def _numbered(heard: Heard, start: int, stop: int) -> list[_Piece]:
    """Several pieces whose number the marker tells, each begun by a number; a single piece may hold numbered points too."""
    if not _MANY.search(heard.text, max(0, start - 20), start + 8):
        return []
    points = list(_POINT.finditer(heard.text, start, stop))
    if len(points) < 2:
        return []
    ends = [*[point.start() for point in points[1:]], stop]
    return [_piece(heard, point.end(), point.end(), end) for point, end in zip(points, ends, strict=True)]


def _piece(heard: Heard, head: int, start: int, stop: int) -> _Piece:
    text = heard.text
    lines = _lines(text, start, stop)
    piece = _Piece(
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
            and not (_FOR.search(text[slice(*rest)]) and line is lines[0] and len(lines) > 1)
        ):
            kept.append(rest)
    _take_title(text, kept, piece)
    if kept and piece.body is None:
        piece.body = (kept[0][0], kept[-1][1])
    return piece


def _without_category(text: str, line: tuple[int, int], piece: _Piece) -> tuple[int, int] | None:
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


def _take_title(text: str, kept: list[tuple[int, int]], piece: _Piece) -> None:
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


_OPENING = re.compile(r"^[\s。，,、:：;；]*(?:请[审阅][核阅定]?[。，,]?)?\s*")


def _act(heard: Heard, piece: _Piece, start: int, stop: int) -> Found:
    title = heard.raw(*piece.title) if piece.title else ""
    body = _OPENING.sub("", heard.said.text[slice(*piece.body)].strip()) if piece.body else ""
    category = piece.category or info_category.guessed(title, body)
    instead = _FOR.search(heard.text, 0, min(stop, 60))
    units = heard.units_in(*instead.span("unit")) if instead else ()
    act = SubmitInfo(
        title=title or None, body=body or None, category=category, units=units, topic=_topic(heard, piece, start)
    )
    return found(heard, (start, min(stop, start + 80)), act)


def _topic(heard: Heard, piece: _Piece, start: int) -> str | None:
    """The 约稿 that it answers: by code, or a title that fits exactly one that the sender's unit was asked for."""
    named = heard.codes_in(start, piece.body[0] if piece.body else len(heard.text), "topics")
    if named:
        return named[0].codes[0]
    if not piece.title:
        return heard.quoted_codes("topics")[0] if len(heard.quoted_codes("topics")) == 1 else None
    fits = heard.titles("topics", *piece.title)
    codes = [
        code
        for ref in fits
        for code in (ref.codes or ref.several)
        if (item := heard.item(code)) and heard.unit in item.units
    ]
    return codes[0] if len(set(codes)) == 1 else None
