"""What a clause is about: a kind of items, or the digest, the scores, taking back."""

from __future__ import annotations

import re

from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.index import LETTERS, Kind

Topic = Kind | str
"""A kind of items, or digest, scores, undo."""

_UNDO = re.compile(
    r"撤回(?!.{0,4}(?:申请|通知)?的)|撤销(?!.{0,3}(?:职务|处分))|撤消|撤掉|(?:那条|这条|上条|"
    r"刚才的?)[^,。]{0,4}撤|作废|收回(?:刚|上)|取消(?:刚才|上一|上条|刚刚|我刚|前面|上次|操作)|回退|"
    r"(?:刚才|刚刚|上一?条|上面|前面|我)(?:那条|那个|的|发的|报的|说的)?[^,。]{0,6}(?:不算|发错|报错|说错|"
    r"弄错|搞错|填错|写错|错了|有误)|^(?:不好意思|抱歉|对不起)?[,,]?(?:报|发|填|写|说|弄|搞)错了|(?:退回|"
    r"恢复)到?上一步|(?:以上|上述|上条|刚才)[^,。;]{0,8}(?:不作数|删掉|删除|删了|取消)"
)
_REMIND = re.compile(
    r"(?<![到期签收阅办馨别友情特此])提醒(?!单|函)|(?:叫|喊|闹|催)(?:一下)?我(?!们)|闹钟|别忘了(?:叫|喊)"
)
_DIGEST = re.compile(
    r"政务动态|(?:这|本|上|最新|最近一?|新)(?:一)?期(?:的)?(?:动态|简报)|动态(?:定稿|发布|发了吧|发吧|"
    r"可以发|签发)|动态第?[0-9一二三四五六七八九十]+期|第[0-9一二三四五六七八九十]+期(?:的)?(?:动态|简报)|"
    r"^第[0-9一二三四五六七八九十]+期(?:的)?(?:发|给|看|调)"
)
_SCORES = re.compile(r"考评|考核(?!办法|组)|绩效|得分|分数|多少分|几分|扣了?[几多]|扣分|加分|总分")
_SCORES_ASKED = re.compile(r"考评|考核|绩效|得分$|排名|多少|几|怎么样|如何|查|看|列|给我|发|[吗??]")
# Words of each kind, in the order in which they decide: 约稿 is said of infos, 信息 in any report.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("topics", re.compile(r"约稿|约的稿")),
    (
        "infos",
        re.compile(
            r"信息|稿件|稿子|投稿|[初一二三终]审|终稿|采用|采纳|录用|刊发|刊登|批示|要点|这篇|那篇|几篇|多少篇|"
            r"(?:报|采用|录用)[^,。;]{0,6}(?:几|多少)条"
        ),
    ),
    (
        "documents",
        re.compile(
            r"公文|收文|来文|拟办|签批|传阅|归档|文号|批办|批阅|办文|阅件|请示|批复(?![^,。;]{0,5}(?:没|未|下来|"
            r"到位|拿到|不下|慢|后))|来函|复函|文件|(?:那个|这个|的|份)函|〔[0-9]{4}〕"
        ),
    ),
    (
        "meetings",
        re.compile(
            r"参会|参加|开会|会议|(?:推进|调度|分析|座谈|部署|动员|协调|专题|工作|研讨|培训|例|常务|全体|办公|"
            r"碰头|现场|视频|总结|汇报|联席|约谈|听证|审议|评审|论证)会(?!商室|议室)|有(?:什么|哪些|啥|几个|没有|"
            r"没|无)?会(?=$|[吗么没,。;?议])|(?:什么|哪些|啥|几个)会|[^机都社]会(?:几点|在哪|是?什么时候|是?哪天|"
            r"改|推|取消)|代会|替会|列席|出席|到会|的会(?:议)?[我,。]|请假"
        ),
    ),
    (
        "tasks",
        re.compile(
            r"任务|督办|事项|销号|办结|签收|催办|催报|延期|进展|进度|工期|时限|期限|宽限|延后|推迟|顺延|超期|逾期|"
            r"到期|临期|在办|名下|(?:没|未|没有)(?:完成|办结|办完|销号|做完)"
        ),
    ),
)
# Where a task is named by title, only these words make it another subject.
_STRONG: dict[str, re.Pattern[str]] = {
    "infos": re.compile(r"信息|稿|[初一二三终]审|采用"),
    "meetings": re.compile(
        r"参会|参加|出席|请假|几点|哪天|在哪|代会|什么会|哪些会|列席|是什么时候|推进会|调度会|分析会|座谈会|会议"
    ),
    "documents": re.compile(
        r"公文|收文|来文|签批|传阅|归档|文号|拟办|请示|批复(?![^,。;]{0,5}(?:没|未|下来|到位|拿到|不下|慢|"
        r"后))|通知"
    ),
}
_MEETING_ASKED = re.compile(
    r"[^机社]会(?:议)?(?:在|是|到底|定在)?(?:什么时候|啥时候|几点|哪天|何时|哪里|哪儿|哪开)(?!能)"
)
# The head of a report says what follows; it is nothing by itself.
_HEADING = re.compile(
    r"^关于[^,。;]{2,30}的(?:报告|汇报|申请|请示|函|情况说明|说明)$|(?:进展|进度|情况|汇报|报告|周报|"
    r"月报)(?:报告|汇报|报送)?(?:如下)?:$|如下:?$"
)
_LINE = re.compile(r"(?!.*(?:信息|请|抓紧|报送|加快|催|查|看|发我))[^,。;]{0,26}(?:进展|进度|情况|汇报|报告|周报|月报)")


def topic_of(heard: Heard, clause: Clause, refs: list[Ref]) -> Topic | None:
    """The topic of a clause that names these items; None where it speaks of nothing known."""
    text = clause.text(heard.text)
    kinds = [ref.kind for ref in refs if not ref.titled]
    if _UNDO.search(text):
        return "undo"
    if _REMIND.search(text):
        return "reminders"
    if kinds:
        return kinds[0]
    if _MEETING_ASKED.search(text):
        return "meetings"
    if _DIGEST.search(text):
        return "digest"
    if _SCORES.search(text) and _SCORES_ASKED.search(text) and "信息" not in text:
        return "scores"
    if not refs and (_HEADING.search(text) or (clause.mark.startswith("\n") and _LINE.fullmatch(text))):
        return None
    return _worded(text, titled=any(ref.titled for ref in refs))


def is_heading(text: str) -> bool:
    """Whether the words only head what follows (D5、D6进展情况:)."""
    return bool(_HEADING.search(text)) and "\n" not in text.strip()


def _worded(text: str, *, titled: bool) -> Topic | None:
    for kind, words in _KINDS:
        if words.search(text) and not (titled and kind in _STRONG and not _STRONG[kind].search(text)):
            return kind
    return "tasks" if titled else None


def quoted_topic(heard: Heard) -> Topic | None:
    """The kind of what the quote names, for words that name nothing themselves."""
    kinds = {LETTERS[mention.letter] for mention in heard.quoted}
    return kinds.pop() if len(kinds) == 1 else None
