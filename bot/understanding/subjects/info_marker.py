"""Where a message begins to be a piece of 政务信息 that is sent in, and where that ends."""

from __future__ import annotations

import re

from bot.understanding.heard import Heard

_COUNT = r"(?:[一两二三四五六1-9][篇条则份个]|[几]条)"
_SORT = (
    r"(?:政务|工作|紧急|突发|经济|亮点|动态|问题|建议|经验|问题建议|工作亮点|重点项目|重点工作|重要|约稿|"
    r"本周|本月|今日|近期|经济运行|经验做法|政策|决策|重大政策|重要决策|一般动态|工作动态|重大项目|民生|"
    r"党建|优秀|简短)"
)
_MARKER = re.compile(
    rf"(?:^|\n|(?<=[。;!] ))(?:{_SORT})*(?:供稿|来稿|稿件|稿子|信息稿件?|(?:信息)?素材|"
    rf"信息[1-9一二三四五])(?:{_COUNT})?(?:[::]|-{{1,2}}|(?=\n))|^[(](?:{_SORT})*信息(?:报送)?[)]|"
    rf"(?:{_SORT})+(?:工作)?(?:报送|上报)(?=[::\n])|(?:报送|上报|报|投|供|送|交|推荐|提交|提供)(?:{_COUNT}|"
    rf"一?个)?(?:{_SORT}|类)*(?:信息|稿件|稿子|稿|素材|专报|简讯|(?:经验|做法|信息|"
    rf"交流)材料)(?:{_COUNT})?(?:如下)?(?=[::,\n])|(?:{_SORT}|类)*(?:信息|稿件|稿子|稿|(?:经验|信息|"
    rf"交流)材料)(?:{_COUNT})?(?:请审[核阅]?|报上|呈上|奉上|附上|请查收)(?=[::,\n])|"
    rf"^[^,。;:\n]{{2,20}}(?:[局委办区县]|集团|公司|[0-9]日)(?:报送的?)?(?:政务)?信息(?=[::\n])|"
    rf"^(?:政务)?信息(?:{_COUNT})?(?=《)|向[^,。;:\n]{{2,10}}(?:投|供|报送?)(?:一?篇)?(?:稿|信息)|【(?:[^】]{{0,6}})(?:信息|投稿|稿件|问题建议|工作亮点|经验做法|工作动态|经济运行)[^】]{{0,10}}】|"
    rf"\[[^\]]{{0,4}}信息[^\]]{{0,4}}\]|#{_SORT}{{0,2}}信息(?:报送)?#?|"
    rf"{_SORT}{{0,2}}信息(?:{_COUNT})?(?:报送|上报|投稿)(?:如下)?(?:{_COUNT})?|(?:报送|上报|报|投|"
    rf"送)(?:{_SORT}|类)*(?:动态|亮点|经验做法|经验|专报|简讯){_COUNT}(?=[::,\n])|(?:报送|上报|报|投|"
    rf"送){_COUNT}(?:{_SORT}|类)*(?:动态|亮点|经验|做法|建议|专报|简讯|稿)(?:{_COUNT})?(?=[::,\n])|(?:另附|"
    rf"再附|附)[::]?(?:{_SORT})*信息|(?:发|推|供|交|推荐|提供|上传|送上|递交){_COUNT}(?:{_SORT}|"
    rf"类)*(?:信息|稿件|稿子)|(?:报送|上报|呈报|报上|投稿)(?:{_COUNT})?[::]? ?(?=《)|(?:^|"
    rf"[,。 ]){_COUNT}(?:{_SORT})*信息(?=[::,\n]|$)|(?:报送|上报|呈报|报上|提交|报|投|送)(?:一下|"
    rf"如下)?{_COUNT}?(?:{_SORT}|类)*(?:信息|稿件|稿子)(?:{_COUNT})?|(?:^|\n|"
    rf"[,。:] ?)投(?:一篇)?稿{_COUNT}?|^\s*(?:我[局区委办县]|本单位)?(?:{_SORT}|的)*信息(?:稿|"
    rf"素材)?(?:{_COUNT})?(?=[::\n])|^{_SORT}*信息(?= ?[|/-] ?| +\S{{6}})"
)
_NOT = re.compile(
    r"无(?:政务)?信息|没有信息|几[条篇]|多少|了没|排名|要点|为什么|怎么|谁|哪|是否|可以|能不能|要不要|"
    r"信息报送(?:数|量|情况|工作|制度|要求|排名|通报|截止|时间|群|系统|培训)|请(?:各|大家|你|尽快|抓紧|"
    r"按时|及时|[^,。:]{1,12}(?:局|委|办|区|县|集团|公司))[^。:]{0,20}(?:报|信息)|已报|报过|报了|刚才|"
    r"昨天报|上次|补充一下|更正|没报|未报|催|考核|\?|吗|吧$|群是"
)
_GREETING = re.compile(
    r"^(?:@[\w\-.·]{1,20}[ :,]*|[\s,。!:]|(?:各位|尊敬的)?(?:领导|老师|同志|同事|编辑|"
    r"[\u4e00-\u9fff]{1,3}(?:科长|主任|老师|处长|科))(?:们)?(?:好|您好|你好)?|您好|你好|大家好|早上好|"
    r"上午好|下午好|现|特|再|我[局委区办县]|向信息科|信息科)+"
)
# A unit that sends what it was asked for: Y3约稿报送:……, 按约稿要求报送《……》.
_ANSWERS = re.compile(
    r"[Xx][ -]?[0-9]{1,4}[^,。;:\n]{0,12}(?:修改|补充|完善|更正)[^。;:\n]{0,8}(?:报送?|上报|"
    r"提交)[::]?(?=\n|《)|(?:#?[Yy][ -]?[0-9]{1,4})(?:号)?(?:的)?(?:约稿)?(?:通知)?(?:信息|稿件|稿子|稿|"
    r"报送|上报|回复|反馈|交稿|来稿|任务|要求|如下|材料|已写好|,|报)*[::\n]|约稿(?:信息|稿件|稿子|报送|"
    r"上报|回复|反馈|交稿|来稿|如下)+[::,\n]|(?:按|根据|对照|针对|关于|"
    r"就)[^,。;\n]{0,16}约稿[^,。;\n]{0,10}[,,]?(?:现)?(?:报送|上报|报|提交)(?:如下)?[::]?(?=《|\n|"
    r"[^,。;\n]{4,})|(?:报送|上报|提交|交|"
    r"报)(?:一下)?(?:#?[Yy][ -]?[0-9]{1,4})(?:号)?(?:约稿)?(?:的)?(?:信息|稿件|稿子|稿)?[::,\n]"
)
_TURNS = re.compile(
    r"(?<=[。;!\n])\s*(?=[^。;\n]{0,14}报(?:送)?(?:一下)?[一两二三1-3]?[篇条]?[^。;\n]{0,4}信息(?:如下)?[::\n])|"
    r"(?<=,)\s*(?=(?:现|并|同步|一并|同时|也|再)?(?:报送|上报|报)(?:政务)?(?:一[篇条])?信息|"
    r"(?:政务)?信息(?:一[篇条])|[投供]一?[个篇]?稿|另[外报附有]|同时报|并报|顺便报|再报)|"
    r"(?<=[。;!\n])\s*(?:(?:[0-9]{1,2}[.、)]|[一二三四五六七八九]、|[(][一二三四五六七八九0-9][)]|"
    r"[①-⑨])\s*)?(?=附|再[报送附]|(?:政务)?信息[一二两三1-3][篇条]|(?:政务)?信息[::]|(?:政务)?信息(?:[一1][篇条])?《|另[外报附有::,]|再报|"
    r"同时报|还有|此外|顺便|(?:政务)?信息[ -]+\S{6}|【[^】]{0,6}信息|(?:突发|紧急|政务|工作|"
    r"重要){0,2}信息(?:报送|上报)|报[送一]|投稿|#信息)"
)
_AGAIN = re.compile(
    r"【[^】]{0,6}信息[^】]{0,6}】|#?(?:政务)?信息(?:报送|上报)?[::]|#信息(?:报送)?#?|(?:再|另)?(?:报送|"
    r"上报|报)(?:政务)?信息[::\n]"
)
_REPORT = re.compile(r"(?:完成|进展|进度|推进|达|已|到)[^。;]{0,20}[0-9]%[^。;]{0,12}[,;]")
_RULE = re.compile(r"^[\s\-—_=*~·]{3,}$")
_OTHER = re.compile(
    r"^\s*(?:(?:[0-9]{1,2}[.、)]|[一二三四五]、)\s*)?(?:#?[DXdx]-?[0-9]{1,4}|督办|【(?:督办|进展|任务)|"
    r"[^,。;\n]{0,40}(?:申请|请予?|特申请)(?:销号|办结|延期)|第[0-9]{1,3}项|同时[,]?(?:汇报|报告|报送)|"
    r"一并报|另附|另报|[^,。;]{0,10}#?[Dd]-?[0-9]{1,4}|顺便|另[::, 外报请]|此外|还有[,:]|同时报)"
)


def begins(heard: Heard) -> bool:
    """Whether the message itself is a piece of information that is sent in, from its head on."""
    marker = first_marker(heard)
    return marker is not None and marker[0] == 0


def first_marker(heard: Heard) -> tuple[int, int] | None:
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
        and re.search(r"(?:报送|供稿|投稿)[)。]?$|(?:报送|上报)(?:政务)?信息|信息报送", lines[1])
        and not _NOT.search(lines[1])
    ):
        return 0, 0
    return None


def _head(heard: Heard, begin: int, after: int) -> tuple[int, int] | None:
    """The marker in the line that begins there, if its first sentence holds one."""
    text = heard.text
    first = text.find("\n", after)
    head = text[begin : first if first >= 0 else len(text)]
    stop = re.search(r"[。!;]", head)
    reach = min(len(head), stop.start() if stop else 70, 70)
    match = _MARKER.search(head + "\n", 0, reach + 1) or (
        None if heard.commands else _ANSWERS.search(head + "\n", 0, reach + 1)
    )
    if not match or any(begin <= code.start < begin + match.start() for code in heard.codes if code.letter == "D"):
        return None  # D5完成52%,报送信息……: the information begins behind the report
    if _REPORT.search(head, 0, match.start()):
        return None
    firm = head[match.end() : match.end() + 1] in ("", ":", "】") or match.group().endswith(("】", "#"))
    if _NOT.search(head[: match.end() + (0 if firm else 8)].replace("突发", "")):
        return None
    if heard.role == "editor" and re.search(r"请|约", head[: match.end()]):
        return None
    return begin, begin + match.end()


def next_marker(heard: Heard, after: int) -> tuple[int, int] | None:
    """The next marker at the head of a line."""
    for line in re.finditer(r"\n\s*", heard.text[after:]):
        begin = after + line.end()
        match = _AGAIN.match(heard.text, begin)
        if match:
            return begin, match.end()
    return None


_CODED = re.compile(
    r"(?<=[。;!)])\s*[(]?(?:[0-9]{1,2}[.、)]|[一二三四五]、|[①-⑨])?(?=[^。;!\n]{0,12}#?[Dd]-?[0-9]{1,4}(?![0-9A-Za-z]))"
)
_BESIDE = re.compile(r"(?<=[。;!)])\s*(?:另外?|此外|顺便)[^。;!\n]*")


def end_of(heard: Heard, start: int) -> int:
    """Where the information ends: at a rule, at what turns to something else, at a sentence that reports of a task."""
    text = heard.text
    at = start
    for line in text[start:].split("\n"):
        if at > start and (_RULE.match(line) or _OTHER.match(line)):
            return at
        at += len(line) + 1
    match = re.search(
        r"(?<=[。;!)])\s*(?:[0-9]{1,3}号督办|督办[0-9]|第[0-9]{1,3}项|另[::]|另外?[,]?(?=报|请|"
        r"#?[DdXx]-?[0-9]|督办|任务|第[0-9]|进展|我[局委区办县])|顺便|#?[DdXx]-?[0-9]{1,4}(?![0-9A-Za-z]))",
        text[start:],
    )
    ends = [start + match.start()] if match else []
    coded = _CODED.search(text, start)
    ends += [coded.start()] if coded else []
    for beside in _BESIDE.finditer(text, start):
        named = any(beside.start() <= ref.start < beside.end() and not heard.strays(ref) for ref in heard.task_titles)
        ends += [beside.start()] if named and "%" in beside.group() else []
    return min(ends, default=len(text))
