"""Reminders: set and cancelled."""

from __future__ import annotations

import re

from bot.acts import CancelReminder, CreateReminder, When
from bot.understanding import dates, quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard
from bot.understanding.reading import Doubt

_CANCELS = re.compile(
    r"取消|不用(?:再)?(?:提醒)?|不需要|不必|别(?:再)?提醒|停(?:掉|了|止|用)?|关(?:掉|了|闭)?|删(?:掉|了|除)?|撤(?:掉|了|销)?|去掉|不提醒了|免了|作废"
)
_VERB = re.compile(
    r"(?:请|麻烦|帮忙?|记得|到时候?|届时|再|给我|给|帮我|记着|务必)*(?:设|设置|设定|定|订|加|建|新建|添加|创建|来|弄)?(?:一?个|一?条|一下)?(?:定时|日程|每[天日周月])?提醒(?:事项|任务)?(?:[::,] ?|一下|一声)?(?P<self>(?:我|本人|一下我)(?![们局委区办市县单])(?:一下|一声|,)?|一下|下)?[::,]? ?|(?:叫|喊|通知|催|闹)(?:一下)?我(?!们)(?:一声|一下)?(?:要|去|来)?"
)
_COURTESY = re.compile(
    r"提醒[^,。;]{0,6}[吗??]|谢谢提醒|感谢提醒|多谢提醒|温馨提醒|友情提醒|会议提醒|再次提醒|【[^】]*提醒】|提醒过|已提醒"
)
_ASKED = re.compile(
    r"提醒[^,。;]{0,6}[吗??]|谢谢提醒|感谢提醒|多谢提醒|提醒得|温馨提醒|友情提醒|再(?:次)?提醒|特别提醒|提醒大家|【[^】]*提醒】|提醒过|提醒了|已提醒|没提醒|提醒各位|(?:再|郑重)提醒"
)
_FRAME = re.compile(r"^(?:[\s,。:;、]|要|去|该|记得|别忘了|得|内容[::]|事项[::]|:)+")
_TAIL = re.compile(r"(?:[\s,。;:、]|的?提醒|谢谢|吧|哦|啊|一下吧|行吗|好吗|可以吗|别忘了)+$")
_HEAD = re.compile(
    r"^(?:[\s,。:;、]|从(?:今天|明天|下周|本周|现在|即日)起?|以后|今后|请|麻烦|帮我?|记得|给我|设|设置|定|一?个|的|在|于|每次|到时候?|另外?|顺便|再|还有|,)+"
)


def read(heard: Heard, block: Block) -> list[Found]:
    """The reminders set or cancelled in a block."""
    text = heard.text[block.start : block.end]
    if any(ref.kind == "reminders" for ref in block.refs) or (
        _CANCELS.search(text)
        and "提醒" in text
        and not re.search(r"提醒(?:我|各|一下)[^,。;]{0,20}(?:取消|停|关|删|撤)", text)
    ):
        return _cancelled(heard, block, text)
    if quiet.supposed(text) or heard.text[block.end : block.end + 1] == "?":
        return []
    verb = _VERB.search(heard.text, block.start, block.end)
    if verb is None:
        return []
    return _created(heard, block, verb)


def _cancelled(heard: Heard, block: Block, text: str) -> list[Found]:
    if not _CANCELS.search(text) or heard.text[block.end : block.end + 1] == "?":
        return []
    codes = [code for ref in block.refs if ref.kind == "reminders" for code in ref.codes]
    if codes:
        return [found(heard, block.span, CancelReminder(reminder=code)) for code in codes]
    quoted = heard.quoted_codes("reminders")
    if len(quoted) == 1:
        return [found(heard, block.span, CancelReminder(reminder=quoted[0]))]
    refs = heard.titles("reminders", block.start, block.end)[:1]
    code = refs[0].codes[0] if refs and len(refs[0].codes) == 1 else None
    return [found(heard, block.span, CancelReminder(reminder=code), several("reminder", refs[0] if refs else None))]


def _created(heard: Heard, block: Block, verb: re.Match[str]) -> list[Found]:
    text = heard.text[block.start : block.end]
    when = dates.when(text, heard.now, heard.calendar)
    to_self = (
        (bool(verb["self"]) and "我" in verb["self"])
        or verb.group().startswith(("叫", "喊", "通知", "催", "闹"))
        or bool(re.search(r"[设定加建][^,。;]{0,8}提醒|闹钟", text))
    )
    if (
        _COURTESY.search(text)
        or (_ASKED.search(text) and not when)
        or (when and re.search(r"提醒(?:大家|各位)", text) and not when[0].time and not re.search(r"[点时:]", text))
    ):
        return []
    if not to_self and _presses(heard, block, verb, when):
        return []
    wanted = when is not None or to_self
    if not wanted or (when is None and not to_self):
        return []
    words, span = _words(heard, block, verb, when)
    moment, doubts = _moment(heard, block, when)
    act = CreateReminder(text=words, when=moment)
    return [found(heard, block.span, act, doubts, (("when", text[slice(*span)]),) if span else ())]


def _presses(heard: Heard, block: Block, verb: re.Match[str], when: tuple[When, tuple[int, int]] | None) -> bool:
    """Whether one who commands reminds a unit of a deadline, now: 提醒住建局:D5本月底到期."""
    if not heard.commands or (when and block.start + when[1][0] < verb.start()):
        return False
    spoken_to = any(verb.end() <= m.start < verb.end() + 3 for m in heard.units)
    return spoken_to or bool(re.match(r"(?:各|有关|相关|责任|牵头|未报)", heard.text[verb.end() :]))


def _moment(
    heard: Heard, block: Block, when: tuple[When, tuple[int, int]] | None
) -> tuple[When | None, tuple[Doubt, ...]]:
    if when:
        return when[0], ()
    wrong = next((e for e in heard.dates_in(block.start, block.end) if e.impossible), None)
    return None, (Doubt("when", "impossible", wrong.words),) if wrong else ()


def _words(
    heard: Heard, block: Block, verb: re.Match[str], when: tuple[When, tuple[int, int]] | None
) -> tuple[str | None, tuple[int, int] | None]:
    """What to be reminded of: what follows the verb, without the time; else what stands before it."""
    spans = [e.span for e in heard.dates_in(block.start, block.end)] if when else []
    span = when[1] if when else None
    after = _cut(heard, verb.end(), block.end, spans, span, block.start)
    if after:
        return after, span
    return _cut(heard, block.start, verb.start(), spans, span, block.start), span


def _cut(
    heard: Heard, start: int, end: int, spans: list[tuple[int, int]], when: tuple[int, int] | None, base: int
) -> str | None:
    """The text of [start, end) behind the time that stands at its head, or before the one at its end."""
    for left, right in sorted(spans):
        lead = heard.text[start:left]
        if start <= left and right <= end and not _HEAD.sub("", lead).strip(" ,。:;、"):
            start = right
    for left, right in sorted(spans, reverse=True):
        if (
            when
            and start < left
            and right <= end
            and left == base + when[0]
            and not heard.text[right:end].strip(" ,。:;、的吧")
        ):
            end = left
    words = heard.text[start:end]
    head = _FRAME.match(words) or re.match("", words)
    opening = _HEAD.match(words)
    start += max(head.end() if head else 0, opening.end() if opening and end <= len(heard.text) and not head else 0)
    tail = _TAIL.search(heard.text[start:end])
    return heard.raw(start, start + tail.start() if tail else end) or None
