"""Orders that make a new task: with the word 督办 or without it, one or a numbered list."""

from __future__ import annotations

import re

from bot.acts import AssignTask
from bot.understanding import quiet
from bot.understanding.acting import Found, found
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.subjects.order_parts import deadline, title
from bot.understanding.subjects.order_roles import Roles, roles

_MARK = re.compile(
    r"(?:新增|增加|新建|列|立项|新立|登记|下达|加)(?:为|入|个|一[条件项个])?(?:市政府|市级|重点)?(?:督办|"
    r"交办)(?!件?(?:进展|情况|台账))|(?:列入|纳入|列为|作为|挂牌|立项|下达)[^,。;]{0,6}督办|督办立项|"
    r"立项督办|立个项|请?督查室[^,。;]{0,8}(?:立项|列入|列督办|列个|跟踪|督办|盯)|【(?:督办|交办|督办交办|"
    r"督办通知|任务交办|新增督办|批示督办|新增任务|督办事项|交办单|督办单)】|(?:^|[\n。;])(?:督办|"
    r"任务)?交办(?:事项|任务|如下)?(?:[::]|(?=\n|$))|(?:^|[\n])(?:督办|督办件|督办事项|事项|新增任务|"
    r"新增事项|新任务|任务)[::]|(?:新增|增加)(?:一[条件项个])?(?:任务|事项)|(?:按期|跟踪|限时|重点)督办"
)
_ORDER = re.compile(
    r"牵头|负责|配合|请|由|责成|务必|抓紧|尽快|于|把(?![^,。;]{0,20}(?:发我|给我$|列|查))|"
    r"给我(?:一?[个份]|报|拿|交)|前给我|报我|拿(?:出|个|意见|方案|办法)|提(?:出)?(?:个)?(?:意见|方案|"
    r"办法)|研究|抓(?:一下|一抓|好)|要(?!求|点|是|不)"
)
_OTHER = re.compile(
    r"考评|得分|排名|给我看|约稿|写一?[篇条]|供稿|稿子|稿件|报[^,。;]{0,4}信息|参会|召开|开会|会议|"
    r"参加(?=[^,。;]{1,24}(?:会|培训|活动|论坛))|列席|提醒|传阅|拟办|签批|公文|退回|同意|撤回|政务动态|"
    r"参会人员|请假"
)
_REPORTS = re.compile(
    r"(?:进展|进度)[^,。;]{0,6}(?:报|反馈|上报|更新)|(?:报|反馈|更新|上报|报送)[^,。;]{0,16}(?:进展|进度)|"
    r"督办(?:事项|任务|件)(?:进展|办理)|(?:手头|现有|各自|所承担的?|在办的?|未完成的?|剩余的?|"
    r"牵头的?)(?:重点)?(?:督办)?(?:任务|事项)|对照(?:清单|台账|任务)|加快[^,。;]{0,10}进度|催"
)
_MORE = re.compile(
    r"^(?:事项名称|任务名称|事项|任务|名称|内容|标题|主办|备注|牵头|责任|配合|主办|协办|承办|完成|办理|"
    r"办结|时限|期限|要求|来源|责任人|由|请督查室|督查室|列入|纳入|此项|此事|该项|按期|逾期|完成时限|"
    r"[^,。]{0,16}(?:牵头|配合|负责|协办|列入督办|立项督办|督办))"
)


def claim(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """The orders in these clauses, and the clauses that they take up."""
    if not (heard.commands or heard.role == "clerk"):
        return [], set()
    marked = _MARK.search(heard.text)
    if not marked and not heard.commands:
        return [], set()
    sentences = _sentences(clauses)
    listed = _listed(heard, sentences, bool(marked))
    if listed:
        return listed
    return _single(heard, sentences)


def _sentences(clauses: list[Clause]) -> list[list[Clause]]:
    rows: list[list[Clause]] = []
    for clause in clauses:
        if rows and rows[-1][-1].sentence == clause.sentence:
            rows[-1].append(clause)
        else:
            rows.append([clause])
    return rows


def _listed(heard: Heard, sentences: list[list[Clause]], marked: bool) -> tuple[list[Found], set[Clause]] | None:
    """A head that orders, and numbered points with units of their own."""
    points: list[list[Clause]] = []
    for sentence in sentences:
        if sentence[0].number:
            points.append([*sentence])
        elif points and not _foreign(heard, sentence):
            points[-1] += sentence
    if len(points) < 2 or not marked or any(_foreign(heard, point) for point in points):
        return None
    acts = [_act(heard, point) for point in points]
    used = {clause for point in points for clause in point} | set(sentences[0])
    return acts, used


def _foreign(heard: Heard, clauses: list[Clause]) -> bool:
    """Whether clauses speak of something that the record already has."""
    return bool(heard.codes_in(clauses[0].start, clauses[-1].end))


def _single(heard: Heard, sentences: list[list[Clause]]) -> tuple[list[Found], set[Clause]]:
    acts: list[Found] = []
    used: set[Clause] = set()
    at = 0
    while at < len(sentences):
        group = [*sentences[at]]
        at += 1
        if _foreign(heard, group) or not _starts(heard, group) or _asks(heard, group):
            continue
        while at < len(sentences) and _goes_on(heard, group, sentences[at]):
            group += sentences[at]
            at += 1
        if at < len(sentences) and _bare_mark(heard, group) and not _foreign(heard, sentences[at]):
            group += sentences[at]
            at += 1
        if _orders(heard, group):
            acts.append(_act(heard, group))
            used |= set(group)
    return acts, used


_ASKED = re.compile(
    r"(?:到期|超期|逾期|未办结|没完成|在办)的?(?:督办)?(?:事项|任务|督办件)|多少|哪些|几[个件项]|有没有|"
    r"吗$|发我|看看|怎么样|列一下"
)


def _asks(heard: Heard, sentence: list[Clause]) -> bool:
    """Whether a sentence asks for something that the record has."""
    return bool(_ASKED.search(heard.text, sentence[0].start, sentence[-1].end)) or sentence[-1].mark.startswith("?")


def _bare_mark(heard: Heard, group: list[Clause]) -> bool:
    """Whether a sentence says that something becomes a 督办, and the next one what (这件事列督办。住建局……)."""
    start, end = group[0].start, group[-1].end
    text = heard.text[start:end]
    return (
        bool(_MARK.search(text))
        and len(text) < 24
        and not roles(heard, start, end).lead
        and not deadline(heard, start, end)[0]
    )


def _starts(heard: Heard, group: list[Clause]) -> bool:
    text = heard.text[group[0].start : group[-1].end]
    return bool(_MARK.search(text) or _ORDER.search(text) or heard.units_in(group[0].start, group[-1].end))


def _complete(heard: Heard, group: list[Clause], sentence: list[Clause]) -> bool:
    """Whether the order has its lead and its date, and the next sentence brings a lead and a date of its own."""
    return heard.text[: sentence[0].start].rstrip(" ").endswith("\n") and all(
        roles(heard, part[0].start, part[-1].end).lead and deadline(heard, part[0].start, part[-1].end)[0]
        for part in (group, sentence)
    )


def _goes_on(heard: Heard, group: list[Clause], sentence: list[Clause]) -> bool:
    if _foreign(heard, sentence):
        return False
    text = heard.text[sentence[0].start : sentence[-1].end]
    if _asks(heard, sentence) or _complete(heard, group, sentence):
        return False
    if (
        len(text) < 24
        and not heard.units_in(sentence[0].start, sentence[-1].end)
        and heard.dates_in(sentence[0].start, sentence[-1].end)
        and re.search(r"前|内|完成|办结|报|截止|时限", text)
        and not _OTHER.search(text)
    ):
        return True
    if re.match(r"另|此外|同时请|顺便|还有", text):
        return False
    mark = _MARK.search(text)
    if mark and mark.start() > 6 and heard.units_in(sentence[0].start, sentence[-1].end) and _orders(heard, group):
        return False  # 把……列入督办 says what is ordered
    if _MARK.search(text[:14]) and (
        heard.units_in(sentence[0].start, sentence[-1].end)
        or re.search(r"(?:督办|交办|事项|任务)[^,。;]{0,6}[::]", text)
    ):
        return False  # another one begins
    return bool(_MORE.match(text)) or bool(
        _MARK.search(text) and not heard.units_in(sentence[0].start, sentence[-1].end)
    )


def _orders(heard: Heard, group: list[Clause]) -> bool:
    """Whether the clauses order something new: marked as 督办, or units, a thing to do and a date."""
    start, end = group[0].start, group[-1].end
    text = heard.text[start:end]
    if quiet.supposed(text) or quiet.hearsay(text) or heard.text[end : end + 1] == "?":
        return False
    said = roles(heard, start, end)
    if _MARK.search(text):
        return not (_REPORTS.search(text) and not re.search(r"新增|列入|纳入|立项", text))
    if not heard.commands or _OTHER.search(text) or not said.lead or _reporting(heard, group):
        return False
    if _known(heard, start, end, said):
        return False
    due, _, doubts = deadline(heard, start, end)
    return bool((due or doubts) and (_ORDER.search(text) or _told_by_when(heard, start, end)))


_DOES = re.compile(
    r"[^,。;]{0,4}?(?:完成|办结|整改|落实|建成|清理|排查|提交|出台|制定|形成|到位|开展|组织|解决|修复|"
    r"拆除|上报|梳理)"
)


def _told_by_when(heard: Heard, start: int, end: int) -> bool:
    """Whether units stand right before a day by which they are to do something: 各单位30日前完成……."""
    spans = [(m.end, e.span) for m in heard.units if start <= m.start < end for e in heard.dates_in(m.end, end)]
    return any(
        not heard.text[behind:left].strip(" ,:要在于须务必") and _DOES.match(heard.text, right)
        for behind, (left, right) in spans
    ) or any(
        m.person and m.start <= start + 1 and _DOES.match(heard.text[m.end : end].lstrip(" ,:")) for m in heard.units
    )


def _reporting(heard: Heard, group: list[Clause]) -> bool:
    """Whether only reports are asked for; an order with roles and a date may ask for them beside."""
    told = [clause for clause in group if not _REPORTS.search(clause.text(heard.text))]
    if len(told) == len(group):
        return False
    start, end = (told[0].start, told[-1].end) if told else (0, 0)
    return not (re.search(r"牵头|主办|负责", heard.text[start:end]) and deadline(heard, start, end)[0])


def _known(heard: Heard, start: int, end: int, said: Roles) -> bool:
    """Whether a task that these units already lead is named: then it is pressed for, not assigned again."""
    refs = [ref for ref in heard.task_titles if start <= ref.start < end]
    if len(said.lead) > _FEW:
        refs = [ref for ref in refs if ref.content > _FEW]  # all units lead whatever two words of a title name
    codes = {code for ref in refs for code in (*ref.codes, *ref.several)}
    return not _DERIVED.search(heard.text, start, end) and any(
        set(said.lead) & set(item.units) for code in codes if (item := heard.item(code))
    )


_FEW = 6
# A paper about a known task is a new thing to do.
_DERIVED = re.compile(
    r"(?:拿出|制定|编制|出台|提出|起草|形成|研究|制订)[^,。;]{2,40}(?:方案|办法|细则|预案|规划|制度|意见|"
    r"清单|名单|台账|机制)"
)


def _act(heard: Heard, group: list[Clause]) -> Found:
    start, end = group[0].start, group[-1].end
    said = roles(heard, start, end)
    due, expression, doubts = deadline(heard, start, end)
    act = AssignTask(title=title(heard, group, said, expression), lead=said.lead, support=said.support, due=due)
    because = (("due", expression.words),) if expression else ()
    return found(heard, (start, end), act, doubts, because)
