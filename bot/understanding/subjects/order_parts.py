"""By when an order is to be done, and what is left of it as the thing to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.understanding.clauses import Clause
from bot.understanding.dates import Expression
from bot.understanding.heard import Heard
from bot.understanding.reading import Doubt
from bot.understanding.subjects.order_roles import HELPS, LEADS, Roles

_LIMIT = re.compile(
    r"(?:完成时限|办理时限|办结时限|完成时间|时限(?:要求)?|期限|截止(?:时间|日期)?|限时|时间)(?:为|是|[::])? ?$"
)
_DUE_AFTER = re.compile(r" ?(?:之?前|以前|内|之内|底|末|下班|完成|办结|报|反馈|拿出|提交|到位|务必|必须|把|将|止|见)")


def deadline(heard: Heard, start: int, end: int) -> tuple[date | None, Expression | None, tuple[Doubt, ...]]:
    """The day by which it is to be done: what a label names, else what ends with 前 or 内, else the first day said."""
    usable = [e for e in heard.dates_in(start, end) if _may_limit(heard, e)]
    if not usable:
        return None, None, ()
    best = max(usable, key=lambda e: (_labelled(heard, e), _limits(heard, e), -e.span[0]))
    if best.impossible:
        return None, best, (Doubt("due", "impossible", best.words),)
    if not (_labelled(heard, best) or _limits(heard, best)) and (_wide(best) or _occasion(heard, best)):
        return None, None, ()
    return heard.due(best), best, ()


def _may_limit(heard: Heard, expression: Expression) -> bool:
    if expression.impossible:
        return True
    if expression.kind in ("time", "timerange", "set") or not expression.has_day:
        return False
    return expression.kind != "duration" or not _length_only(heard, expression)


def _labelled(heard: Heard, expression: Expression) -> bool:
    at = expression.span[0]
    return _LIMIT.search(heard.text[max(0, at - 10) : at]) is not None


def _limits(heard: Heard, expression: Expression) -> bool:
    """Whether the words themselves, or what follows, say that it is a limit."""
    ends = expression.words.endswith(("内", "前", "底", "末", "止"))
    return expression.before or ends or bool(_DUE_AFTER.match(heard.text, expression.span[1]))


def _occasion(heard: Heard, expression: Expression) -> bool:
    """根据4月8日常务会议要求: the day on which it was ordered."""
    start, end = expression.span
    return bool(
        re.search(r"根据|按照?|依据|落实|自$", heard.text[max(0, start - 4) : start])
        or re.match(r"[^,。;]{0,8}(?:会议?|批示|调研|座谈|讲话|指示)", heard.text[end:])
    )


def _length_only(heard: Heard, expression: Expression) -> bool:
    """A length of time that is no deadline: 为期三天."""
    return bool(
        re.search(r"为期|历时|连续|近|过去|用时$", heard.text[max(0, expression.span[0] - 4) : expression.span[0]])
    )


def _wide(expression: Expression) -> bool:
    """2023年 in a title is no deadline."""
    return bool(
        re.fullmatch(
            r"[0-9]{4}年?度?|今年|本年度?|全年|近期|最近|近日|目前|现在|当前|日前|今天|刚才", expression.words.strip()
        )
    )


_NOISE = re.compile(
    r"【[^】]{0,20}】|(?:请)?(?:市政府|市)?督[查办]室?(?:把此事|将此事)?(?:要)?(?:立项|列入|纳入|列|登记|"
    r"跟|盯|记|督|按[期时])[^,。;\n]{0,12}|(?:此项|此事|该事项|该项|这件事|这项|上述事项|"
    r"以上)?(?:已)?(?:工作)?(?:列入|纳入|列为|作为|列个|立个|建个|加个|记个|挂牌)(?:市政府|市级|重点|本周|"
    r"本月|[0-9]{4}年度?)?督办(?:事项|台账|件|任务)?(?:一条|管理)?|(?:新增|增加|新建|列|立项|加|下达|登记|"
    r"新立)(?:一[条件项个])?(?:重点)?(?:督办|交办)?(?:立项|事项|任务|件|督办)(?:一[条件项个])?[::]?|"
    r"立项督办[::]?|督办立项[::]?|督办交办[::]?|交办(?:事项|任务)?[::]|督办(?:事项|件|任务)?[::]|"
    r"(?:请)?(?:各|有关|相关)?(?:牵头|责任|承办|有关|相关)?(?:单位|部门)?(?:按期|按时|及时|抓紧|"
    r"尽快)?(?:签收|查收)(?:并[^,。;]{0,10})?|请?按[期时]督办|逾期[^,。;]{0,10}|(?:市长|书记|秘书长|领导|"
    r"[\u4e00-\u9fff]{1,3}市长|主要领导)(?:批示|要求|指示|交办|强调|安排)(?:[::]|,)?"
)
_FRAME = re.compile(
    r"^(?:[\s,。;:、!@的]|请|由|让|责成|(?:你们|贵)?[两三四五几]家(?:单位|部门)?|你们|各位|同志们?|共同|"
    r"联合|分别|牵头|负责|主办|配合|协办|尽快|抓紧(?:时间)?|务必|马上|立即|要(?!情|求)|一定|必须|认真|于|"
    r"在(?=$)|前(?![期景沿端列置后])|[局委办区县](?=牵头|负责|要|把|在|对)|(?:牵头|负责)?搞一?个|并|同时|"
    r"另外|此外|还有|对(?=$)|把|将|就|做好配合)+"
)
_TAIL = re.compile(
    r"(?:[\s,。;:、!(]|之前|前|内|以内|底|(?:要|务必|必须)?(?:全部|全面)?(?:完成|办结|结束|落实到位|做完|"
    r"办完)(?:到位)?|一遍|一下|并?(?:报我(?:审[定批核阅]?)?|报来|反馈我|给我|报(?:市政府|督查室|办公室|"
    r"结果)|上报|反馈)|请|于|在|由)+$"
)
_EMPTY = re.compile(
    r"^(?:[^,]{2,8}(?:公司|局|委|办|中心|集团)(?:要)?(?:做好|积极|全力|密切)?(?:配合|保障|支持|协助|"
    r"服务)(?:保障|工作)?|[^,]{2,14}(?:配合|协办|协助|参加|参与)(?:落实|工作)?|要求|报结果|"
    r"报我(?:审[定批核阅]?)?|反馈|完成|办结|报来|上报|按时|确保(?:质量|落实|到位)?|抓好落实|不得有误|督办|"
    r"事项|谢谢|收到请回复|来源|责任人[::].*|完成时限|时限|时间|牵头单位|配合单位|责任单位|牵头|配合|主办|"
    r"协办|名称|内容|任务|要有.*|.{0,3})$"
)
_TITLE_LABEL = re.compile(
    r"(?:事项名称|督办事项名称|任务名称|工作任务|督办内容|任务内容|工作内容|事项内容|事项|任务|名称|内容|"
    r"标题|题目|事由)(?:[::=]|(?<=事项)为|(?<=内容)为|(?<=名称)为) ?(?=[^ \n])"
)
_NEXT_LABEL = re.compile(
    r"(?:牵头|责任|配合|主办|协办|承办|参与)(?:单位|部门|领导)?[::]|(?:完成|办理|"
    r"办结)?时[限间](?:要求)?[::]|责任人[::]|来源[::]|要求|[。;\n]"
)


def title(heard: Heard, clauses: Sequence[Clause], said: Roles, due: Expression | None) -> str | None:
    """The thing to do: what a label names, else the longest unbroken part that is neither role, date nor frame."""
    start, end = clauses[0].start, clauses[-1].end
    labelled = _TITLE_LABEL.search(heard.text, start, end)
    if labelled:
        stop = _NEXT_LABEL.search(heard.text, labelled.end(), end)
        cut = min(stop.start() if stop else end, _turn(heard, labelled.end(), end))
        named = heard.raw(labelled.end(), cut)
        if named:
            return named.strip()
    hidden = _hidden(heard, start, end, said, due)
    parts = [part for clause in clauses for part in _pieces(heard.text, clause, hidden)]
    joined = _joined(heard.text, parts)
    later = [part for part in joined if any(a < part[1] for a, _ in said.spans)]
    pool = [part for part in later if part[1] - part[0] >= 5] or joined
    best = max(pool, key=lambda part: part[1] - part[0], default=None)
    return heard.raw(*best).strip('”"') if best else None


def _turn(heard: Heard, start: int, end: int) -> int:
    """Where a labelled title ends: before the clause that names who or when."""
    for comma in re.finditer(r"[,( ](?=[^,。;\n]{0,30})", heard.text[start:end]):
        at = start + comma.end()
        stop = re.compile(r"[,。;\n]").search(heard.text, at, end)
        part = heard.text[at : stop.start() if stop else end]
        if (
            re.search(LEADS + "|" + HELPS + r"|时限|完成$|办结$", part)
            or any(at <= m.start < at + 3 for m in heard.units)
            or any(at <= e.span[0] < at + 2 and e.before for e in heard.dates)
        ):
            return start + comma.start()
    return end


def _hidden(heard: Heard, start: int, end: int, said: Roles, due: Expression | None) -> list[tuple[int, int]]:
    """Spans that are no part of the title: units in their roles, the deadline, frames of office."""
    spans = [*said.spans, *(match.span() for match in _NOISE.finditer(heard.text, start, end))]
    if due is not None:
        spans.append(due.span)
    spans += [
        (mention.start, mention.end)
        for mention in heard.units
        if start <= mention.start < end
        and (mention.person or heard.text[mention.end : mention.end + 2] in ("配合", "协办", "牵头", "负责"))
    ]
    return spans


def _pieces(text: str, clause: Clause, hidden: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a clause when the hidden spans are cut out, without frames at the ends."""
    cuts = sorted((max(a, clause.start), min(b, clause.end)) for a, b in hidden if a < clause.end and b > clause.start)
    pieces, at = [], clause.start
    for a, b in [*cuts, (clause.end, clause.end)]:
        if a > at:
            pieces.append(_trimmed(text, at, a))
        at = max(at, b)
    return [piece for piece in pieces if piece[1] - piece[0] > 1 and not _EMPTY.match(text[slice(*piece)])]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    head = _FRAME.match(text[start:end])
    start += head.end() if head else 0
    tail = _TAIL.search(text[start:end])
    return start, start + tail.start() if tail else end


def _joined(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts that only a comma keeps apart are one."""
    joined: list[tuple[int, int]] = []
    for part in parts:
        if joined and text[joined[-1][1] : part[0]].strip() in (",", "、") and joined[-1][1] - joined[-1][0] > 5:
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined
