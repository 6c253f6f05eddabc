"""Grouping clauses into blocks: what is said, in a row, of one thing or of a few things named together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.index import LETTERS, Kind

Topic = Kind | str
"""A kind of items, or digest, scores, undo, help."""

_UNIT_WORK = r"任务|督办|事项|销号|办结|签收|催办|催报|延期|进展|进度|工期|时限|期限|宽限|延后|推迟|顺延|超期|逾期|到期|临期|在办|(?:没|未|没有)(?:完成|办结|办完|销号|做完)"
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "undo",
        re.compile(
            r"撤回(?!.{0,4}(?:申请|通知)?的)|撤销(?!.{0,3}(?:职务|处分))|撤消|撤掉|作废|收回(?:刚|上)|取消(?:刚才|上一|上条|刚刚|我刚|前面|上次|操作)|回退|"
            r"(?:刚才|刚刚|上一?条|上面|前面|我)(?:那条|那个|的|发的|报的|说的)?[^,。]{0,6}(?:不算|发错|报错|说错|弄错|搞错|填错|写错|错了|有误)|^(?:不好意思|抱歉|对不起)?[,,]?(?:报|发|填|写|说|弄|搞)错了|"
            r"(?:退回|恢复)到?上一步|(?:以上|上述|上条|刚才)[^,。]{0,8}(?:不作数|删掉|删除|删了|取消)"
        ),
    ),
    (
        "reminders",
        re.compile(
            r"(?<![到期签收阅办馨别友情特此])提醒(?!单|函)|(?:叫|喊|闹|催)(?:一下)?我(?!们)|闹钟|别忘了(?:叫|喊)"
        ),
    ),
    (
        "digest",
        re.compile(
            r"政务动态|(?:这|本|上|最新|最近一?|新)(?:一)?期(?:的)?(?:动态|简报)|动态(?:定稿|发布|发了吧|发吧|可以发|签发)|动态第?[0-9一二三四五六七八九十]+期|(?:这|本|上|最新|最近一?|新)期动态|第[0-9一二三四五六七八九十]+期(?:的)?(?:动态|简报)|^第[0-9一二三四五六七八九十]+期(?:的)?(?:发|给|看|调)"
        ),
    ),
    ("scores", re.compile(r"考评|考核(?!办法|组)|绩效|得分|分数|多少分|几分|扣了?[几多]|扣分|加分|总分")),
    ("topics", re.compile(r"约稿|约的稿")),
    ("infos", re.compile(r"信息|稿件|稿子|投稿|[初一二三终]审|终稿|采用|采纳|录用|刊发|刊登|批示|要点|这篇|那篇|几[篇条]|多少[篇条]")),
    (
        "documents",
        re.compile(
            r"公文|收文|来文|拟办|签批|传阅|归档|文号|批办|批阅|办文|阅件|请示|批复|来函|复函|文件|(?:那个|这个|的|份)函|〔[0-9]{4}〕"
        ),
    ),
    (
        "meetings",
        re.compile(
            r"参会|参加|开会|会议|(?:推进|调度|分析|座谈|部署|动员|协调|专题|工作|研讨|培训|例|常务|全体|办公|碰头|现场|视频|总结|汇报|联席|约谈|听证|审议|评审|论证)会(?!商室|议室)|有(?:什么|哪些|啥|几个|没有|没|无)?会(?=$|[吗么,。;?议])|(?:什么|哪些|啥|几个)会|[^机都社]会(?:几点|在哪|是?什么时候|是?哪天|改|推|取消)|代会|替会|列席|出席|到会|的会(?:议)?[我,。]|请假"
        ),
    ),
    ("tasks", re.compile(_UNIT_WORK)),
)
# A clause that only goes on with the item before it, whatever words it has.
_JOINS = ("tasks", "infos", "documents", "meetings", "topics", "reminders")


@dataclass(slots=True)
class Block:
    """Clauses in a row about one topic, and what they refer to."""

    topic: Topic
    start: int
    end: int
    refs: list[Ref] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    @property
    def span(self) -> tuple[int, int]:
        """[start, end) in the text."""
        return self.start, self.end

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are referred to, each once, in order."""
        return tuple(dict.fromkeys(code for ref in self.refs for code in ref.codes))

    @property
    def ref(self) -> Ref | None:
        """The first reference."""
        return self.refs[0] if self.refs else None


def build(heard: Heard, clauses: Iterable[Clause]) -> list[Block]:
    """The blocks that the clauses form, in order. Clauses that speak of nothing known are in none."""
    blocks: list[Block] = []
    current: Block | None = None
    last: Clause | None = None
    before: Clause | None = None
    for clause in clauses:
        for part in _parts(heard, clause):
            refs = _refs(heard, part)
            topic = _topic(heard, part, refs)
            topic = topic or (_quoted(heard) if current is None else None)
            if current is None or _opens(heard, current, topic, refs, part, last):
                current = Block(topic, part.start, part.end) if topic else None
                if current:
                    blocks.append(current)
                    if before and before.sentence == part.sentence:  # who is spoken to, or why, said before the matter
                        current.start, current.clauses = before.start, [before]
                    before = None
                elif before is None or before.sentence != part.sentence:
                    before = part
            if current:
                _extend(current, part, refs, topic)
            last = part
    return blocks


def _quoted(heard: Heard) -> Topic | None:
    """The kind of what the quote names, for words that name nothing themselves."""
    kinds = {LETTERS[mention.letter] for mention in heard.quoted}
    return kinds.pop() if len(kinds) == 1 else None


def _parts(heard: Heard, clause: Clause) -> list[Clause]:
    """A clause without marks may speak of several tasks in a row: one part for each."""
    halves = _halves(heard, clause)
    if halves:
        return halves
    places = sorted({ref.start for ref in _named(heard, clause) if not _linked(heard, clause, ref)})
    starts = [clause.start, *(place for place in places if place > clause.start)]
    if len(places) < 2:
        return [clause]
    starts = [clause.start, *places[1:]]
    return [
        Clause(start, end, clause.sentence, clause.line, clause.number if start == clause.start else None, clause.mark)
        for start, end in zip(starts, [*starts[1:], clause.end], strict=True)
    ]


_ASKED_FOR = re.compile(
    r"(?P<digest>政务动态)|(?P<scores>考评|考核|绩效)|(?P<infos>信息(?:采用|报送)?(?:排名|情况))|(?P<plan>信息(?:报送)?要点|约稿(?:计划)?)|(?P<tasks>督办(?:件|事项|任务)|任务(?!书)|(?:超期|逾期|快到期)的?(?:事项|任务)?)|(?P<documents>公文)|(?P<meetings>会议)"
)
_AND = re.compile(r"和|与|及|以及|、|还有|并|外加|跟")


def _halves(heard: Heard, clause: Clause) -> list[Clause]:
    """A clause that asks for two things of different kinds at once (信息排名和考评得分发我): one part for each."""
    text = clause.text(heard.text)
    if heard.codes_in(clause.start, clause.end):
        return []
    hits = list(_ASKED_FOR.finditer(text))
    for left, right in zip(hits, hits[1:], strict=False):
        joint = list(_AND.finditer(text, left.end(), right.start()))
        if left.lastgroup != right.lastgroup and joint:
            cut = clause.start + joint[-1].start()
            return [
                Clause(clause.start, cut, clause.sentence, clause.line, clause.number, ","),
                Clause(cut + len(joint[-1].group()), clause.end, clause.sentence, clause.line, None, clause.mark),
            ]
    return []


def _named(heard: Heard, clause: Clause) -> list[Ref]:
    """What a clause names; a title beside a code of its kind only explains the code."""
    codes = [Ref(m.start, m.end, LETTERS[m.letter], m.codes) for m in heard.codes_in(clause.start, clause.end)]
    if any(ref.kind == "tasks" for ref in codes) or heard.codes_in(clause.start, clause.end, "infos"):
        return codes
    titled = [ref for ref in heard.task_titles if clause.start <= ref.start < clause.end]
    return sorted([*codes, *titled], key=lambda ref: ref.start)


def _linked(heard: Heard, clause: Clause, ref: Ref) -> bool:
    """Whether a reference is joined to the one before it (D40、D61, 充换电站和光伏基地)."""
    before = [other for other in _named(heard, clause) if other.end <= ref.start]
    if not before:
        return False
    gap = heard.text[before[-1].end : ref.start]
    return (
        before[-1].kind == ref.kind
        and len(gap) < 6
        and bool(re.fullmatch(r" ?(?:[、,/和与及跟 ]|以及|还有)? ?(?:城区|市级|全市)?", gap))
    )


def _refs(heard: Heard, clause: Clause) -> list[Ref]:
    return _named(heard, clause)


def _topic(heard: Heard, clause: Clause, refs: list[Ref]) -> Topic | None:
    text = clause.text(heard.text)
    kinds = [ref.kind for ref in refs if not ref.titled]
    for topic, words in _WORDS:
        if topic in ("undo", "reminders") and words.search(text):
            return "reminders" if "reminders" in kinds else topic
        if (
            topic in ("digest", "scores")
            and not kinds
            and words.search(text)
            and (topic == "digest" or _SCORES.search(text))
        ):
            return topic
    if kinds:
        return kinds[0]
    if not refs and (_HEADING.search(text) or (clause.mark.startswith("\n") and _LINE.fullmatch(text))):
        return None
    titled = any(ref.titled for ref in refs)
    for topic, words in _WORDS[4:]:
        if words.search(text) and not (
            titled and topic in ("infos", "meetings", "documents") and not _strong(topic, text)
        ):
            return topic
    return "tasks" if titled else None


# The head of a report says what follows; it is nothing by itself.
_HEADING = re.compile(
    r"^关于[^,。;]{2,30}的(?:报告|汇报|申请|请示|函|情况说明|说明)$|(?:进展|进度|情况|汇报|报告|周报|月报)(?:报告|汇报|报送)?(?:如下)?:$|如下:?$"
)
_LINE = re.compile(r"(?!.*(?:请|抓紧|报送|加快|催|查|看|发我))[^,。;]{0,26}(?:进展|进度|情况|汇报|报告|周报|月报)")
_INFO_LIST = re.compile(r"几[篇条]|多少[篇条]|排名|要点|约稿|信息(?:报送|采用)?(?:情况|数)")
_TASK_LIST = re.compile(r"(?:哪些|几[个项件]|多少[个项件]?|列|有没有)[^,。;]{0,12}(?:任务|事项|督办|没|未|超期|逾期|到期)|(?:任务|事项|督办件|超期|逾期|到期)[^,。;]{0,8}(?:哪些|几[个项件]|多少|列(?:一下|出))")
# Numbered sections of one report, not items of a list.
_SECTION = re.compile(
    r"(?:目前|主要|总体|基本|存在|工作|项目)?(?:的)?(?:进展|进度|完成|问题|困难|原因|下一?步|请求|建议|措施|打算|做法|计划|情况|诉求|需协调)"
)
_SCORES = re.compile(r"考评|考核|绩效|得分$|排名|多少|几|排名|怎么样|如何|查|看|列|给我|发|[吗??]")
_STRONG = {
    "infos": re.compile(r"信息|稿|[初一二三终]审|采用"),
    "meetings": re.compile(
        r"参会|参加|出席|请假|几点|哪天|在哪|代会|什么会|哪些会|列席|是什么时候|推进会|调度会|分析会|座谈会|会议"
    ),
    "documents": re.compile(r"公文|收文|来文|签批|传阅|归档|文号|拟办|请示|批复|通知"),
}


def _strong(topic: str, text: str) -> bool:
    return bool(_STRONG[topic].search(text))


def _opens(
    heard: Heard, current: Block, topic: Topic | None, refs: list[Ref], clause: Clause, last: Clause | None
) -> bool:
    """Whether a clause begins something new."""
    if clause.number and last and clause.sentence != last.sentence:
        return bool(refs) or not (current.refs and _SECTION.match(clause.text(heard.text)))
    if topic is None:
        return False
    fresh = last is not None and last.sentence != clause.sentence
    words = clause.text(heard.text)
    if fresh and topic in _JOINS and not refs and (_LISTING.search(words) or clause.mark.startswith("?")):
        return True
    if (
        topic == "tasks" == current.topic
        and not refs
        and current.refs
        and re.search(
            r"(?:超期|逾期|到期|没完成|未完成|没办结|未办结|在办|销号|办结)的?[^,。;]{0,10}(?:列|查|发我|有哪|哪些|几)|(?:查|看|列)(?:一下|下)[^,。;]{0,10}(?:超期|逾期|到期|没|未)",
            words,
        )
    ):
        return True
    if (
        topic == "reminders" == current.topic
        and not refs
        and re.search(r"提醒(?:我|各|一下|大家)|提醒[\u4e00-\u9fff]{2,}", words)
        and re.search(r"取消|不用|停|提醒[\u4e00-\u9fff]{2,}", heard.text[current.start : current.end])
    ):
        return True
    if refs and topic == current.topic and (_only(heard, clause, refs) and not fresh):
        return False
    if (
        topic == "digest"
        and current.topic == "infos"
        and not fresh
        and not re.search(r"发我|看|查|给我|发布|签发|可以发|发吧", clause.text(heard.text))
    ):
        return False
    if (
        current.topic == "reminders"
        and not fresh
        and not refs
        and not re.search(r"查|看|哪|发我|列|取消", clause.text(heard.text))
    ):
        return False
    if (
        topic in _WEAKLY
        and not refs
        and current.topic != topic
        and current.refs
        and not _WEAKLY[topic].search(clause.text(heard.text))
    ):
        return False
    if topic != current.topic:
        return not (topic == "tasks" and not refs and current.topic in ("infos", "documents", "meetings", "topics") and last is not None
                    and last.sentence == clause.sentence)  # fmt: skip
    if refs and not current.refs:
        return fresh or topic == "reminders"
    if refs:
        return any(code not in current.codes for ref in refs for code in ref.codes) or any(
            ref.several for ref in refs if not ref.codes
        )
    return False


# What must be said to turn from an item to another subject without naming one: 批复 or 信息 alone goes on with the item.
_WEAKLY = {
    "documents": re.compile(r"公文|收文|来文|归档|传阅|签批|拟办"),
    "infos": re.compile(
        r"信息(?:采用|报送)?(?:排名|报|要点|采用|情况|几|多少)|报[^,。;]{0,4}信息|[初一二三终]审|投稿|几[篇条]信息"
    ),
    "meetings": re.compile(
        r"参会|参加[^,。;]{0,8}会|什么会|哪些会|请假|代会|有会|会[^,。;]{0,4}(?:参加|几点|在哪|哪天|什么时候)|(?:由|派)?[^,。;]{2,8}(?:参加|出席)$"
    ),
    "scores": re.compile(r"考评|考核|绩效"),
    "tasks": re.compile(r""),
}


def _only(heard: Heard, clause: Clause, refs: list[Ref]) -> bool:
    """Whether a clause holds nothing but codes: it goes on with a list (签收:#D68,#D69)."""
    rest = clause.text(heard.text)
    for ref in refs:
        rest = rest.replace(heard.text[ref.start : ref.end], "") if not ref.titled else rest
    return not rest.strip(" 、和及#")


_LISTING = re.compile(
    r"吗$|还有|排名|发一下|发我|给我|什么|啥|哪些|哪几|几[个项件]|多少|有没有|列(?:一下|出|表|下)|(?:查|看)(?:一下|下|看|询)|清单"
)


def _extend(block: Block, clause: Clause, refs: list[Ref], topic: Topic | None) -> None:
    block.clauses.append(clause)
    block.end = clause.end
    if topic == block.topic:
        wanted = [
            ref
            for ref in refs
            if ref.kind == block.topic or block.topic in ("topics", "infos") and ref.kind in ("infos", "topics")
        ]
        block.refs += [ref for ref in wanted if not ref.titled or not block.refs or ref.codes]
