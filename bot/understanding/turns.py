"""Whether a clause turns to something new, or goes on with what is being said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding.heard import Ref
from bot.understanding.topics import Topic


@dataclass(frozen=True, slots=True)
class Turn:
    """A clause beside the block before it.

    ``said`` is the block's text, ``held`` what it names; ``fresh`` a new sentence; ``bare`` a clause of codes alone; ``commands`` the sender
    gives orders; ``pointed`` the numbered points of the message name items.
    """

    text: str
    said: str
    topic: Topic | None
    current: Topic
    refs: list[Ref]
    held: list[Ref]
    fresh: bool
    numbered: bool
    asked: bool
    bare: bool
    commands: bool
    pointed: bool


def turns(turn: Turn) -> bool:
    """Whether the clause begins something new. The first rule that speaks decides."""
    for rule in _RULES:
        verdict = rule(turn)
        if verdict is not None:
            return verdict
    return False


# Numbered sections of one report, not items of a list.
_SECTION = re.compile(
    r"(?:目前|主要|总体|基本|存在|工作|项目)?(?:的)?(?:进展|进度|完成|问题|困难|原因|下一?步|请求|建议|"
    r"措施|打算|做法|计划|情况|诉求|需协调)"
)


def _numbered(turn: Turn) -> bool | None:
    if turn.numbered and turn.fresh:
        return bool(turn.refs) or not (turn.held and (_SECTION.match(turn.text) or not turn.pointed))
    return False if turn.topic is None else None


_ITEMS = ("tasks", "infos", "documents", "meetings", "topics", "reminders")
_LISTING = re.compile(
    r"吗$|还有|排名|发一下|发我|给我|什么|啥|哪些|哪几|几[个项件篇条]|多少|有没有|列(?:一下|出|表|下)|"
    r"(?:查|看)(?:一下|下|看|询)|清单"
)
_LISTS: dict[str, re.Pattern[str]] = {
    "infos": re.compile(r"几篇|多少篇|排名|要点|约稿|信息(?:报送|采用)?(?:情况|数)"),
    "tasks": re.compile(
        r"(?:超期|逾期|到期|没完成|未完成|没办结|未办结|在办|销号|办结)的?[^,。;]{0,10}(?:列|查|发我|有哪|哪些|几)|"
        r"(?:查|看|列)(?:一下|下)[^,。;]{0,10}(?:超期|逾期|到期|没|未)|"
        r"(?:哪些|几[个项件]|多少[个项件]?|列|有没有)[^,。;]{0,12}(?:任务|事项|督办|没|未|超期|逾期|到期)|"
        r"(?:任务|事项|督办件|超期|逾期|到期)[^,。;]{0,8}(?:哪些|几[个项件]|多少|列(?:一下|出))"
    ),
}


def _question(turn: Turn) -> bool | None:
    """A question for a list begins anew, in a new sentence or behind an item that was named."""
    if turn.refs:
        return None
    if turn.fresh and turn.topic in (*_ITEMS, "digest", "scores") and (turn.asked or _LISTING.search(turn.text)):
        return True
    listing = _LISTS.get(turn.current) if turn.topic == turn.current and turn.held else None
    return True if listing and listing.search(turn.text) else None


_ADDRESSED = re.compile(
    r"请(?!审|予|领导|示)|催|让|各|@|督促|要求|仍|以下|[^,。;:]{2,12}(?:局|委|办|区|县|集团)[、,::]"
)


def _order(turn: Turn) -> bool | None:
    """A new sentence of one who gives orders that speaks to somebody else."""
    anew = turn.commands and turn.fresh and not turn.refs and turn.topic in _ITEMS and _ADDRESSED.match(turn.text)
    return True if anew and turn.held else None


def _reminder(turn: Turn) -> bool | None:
    """Another reminder in the same breath; anything else said behind one belongs to what is to be remembered."""
    if turn.current != "reminders" or turn.refs:
        return None
    if turn.topic == "reminders":
        again = re.search(r"提醒(?:我|各|一下|大家)|提醒[\u4e00-\u9fff]{2,}", turn.text)
        return bool(again and turn.fresh) or bool(
            again and re.search(r"取消|不用|停|提醒[\u4e00-\u9fff]{2,}", turn.said)
        )
    return None if turn.fresh or re.search(r"查|看|哪|发我|列|取消", turn.text) else False


def _list_of_codes(turn: Turn) -> bool | None:
    return False if turn.bare and turn.topic == turn.current and not turn.fresh else None


# What must be said to turn from an item to another subject without naming one: 批复 or 信息 alone goes on with it.
_NEEDED: dict[str, re.Pattern[str]] = {
    "documents": re.compile(
        r"公文|收文|来文|归档|传阅|签批|拟办|(?:函|文件|请示|批复)[^,。;]{0,8}(?:在谁|到哪|批了|签了|办到|"
        r"怎么样|转|送|归)"
    ),
    "infos": re.compile(
        r"信息(?:采用|报送)?(?:排|报|要点|采用|情况|几|多少)|报[^,。;]{0,4}信息|[初一二三终]审|投稿|几篇|多少篇"
    ),
    "meetings": re.compile(
        r"参会|参加[^,。;]{0,8}会|什么会|哪些会|请假|代会|有会|会[^,。;]{0,4}(?:参加|几点|在哪|哪天|什么时候)|"
        r"(?:由|派)?[^,。;]{2,8}(?:参加|出席)$"
    ),
    "scores": re.compile(r"考评|考核|绩效|[得扣]分|[几扣]了?[几多]?分|扣了"),
}
_DIGEST_ASKED = re.compile(r"发我|看|查|给我|发布|签发|可以发|发吧")


def _aside(turn: Turn) -> bool | None:
    """Words of another subject that only go on with the item at hand."""
    if turn.topic == "digest" and turn.current == "infos" and not turn.fresh and not _DIGEST_ASKED.search(turn.text):
        return False  # X5录用,政务动态第15期
    if turn.topic == "meetings" and turn.fresh:
        return None
    needed = _NEEDED.get(turn.topic or "")
    if needed and not turn.refs and turn.current != turn.topic and turn.held and not needed.search(turn.text):
        return False
    return None


def _other_topic(turn: Turn) -> bool | None:
    if turn.topic == turn.current:
        return None
    goes_on = turn.topic == "tasks" and not turn.refs and turn.current in ("infos", "documents", "meetings", "topics")
    return not goes_on or turn.fresh


def _other_item(turn: Turn) -> bool | None:
    if not turn.refs:
        return None
    if not turn.held:
        return turn.fresh or turn.topic == "reminders"
    held = {code for ref in turn.held for code in ref.codes}
    named = {code for ref in turn.refs for code in ref.codes}
    if turn.fresh and len(held) > 1 and named and named < held:
        return True  # of several that a head named, one
    return any(not held.issuperset(ref.codes) or (ref.several and not ref.codes) for ref in turn.refs)


_RULES: tuple[Callable[[Turn], bool | None], ...] = (
    _numbered,
    _question,
    _order,
    _reminder,
    _list_of_codes,
    _aside,
    _other_topic,
    _other_item,
)
