"""What those who keep the ledger decide and demand: agreed, sent back, hurry up."""

from __future__ import annotations

import re

from bot.acts import ApproveTask, ReturnTask, UrgeTask
from bot.understanding import quiet
from bot.understanding.acting import Found, found, several
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard, Ref

AGREES = re.compile(
    r"(?<!不)(?<!未)同意|准予|予以(?:销号|办结|延期|通过|核销)|(?<!不)批准|(?:审核|审批|核查|复核|审查)(?:已)?通过|(?:延期|销号|办结|申请)通过|通过(?:了)?(?:审核|审批|核查|复核)|(?<!不)(?:可以|准许|允许|能)(?:予以)?(?:销号|办结|延期?|结|销|通过|过)|(?:延|销|办结|结)[^,。;]{0,4}可以(?!理解|考虑|先|再)|给(?:予|他们|你们)?(?:销号|办结|销|结)|(?:销号|销|办结|结|过|通过)(?:了)?吧|没(?:有)?(?:问题|意见)[^。;]{0,4}(?:销|结|过)|准了|(?:^|[ ,:号件项0-9])(?:销号|办结|销项)(?=$|[ ,。;!])|(?:^|[ ,:号件项])通过(?=$|[ ,。;!])|(?:^|[ ,])(?:OK|ok|可以|准|行)(?=$|[ ,。;!])"
)
REFUSES = re.compile(
    r"退回|打回|驳回|不予|不(?:能|可)?同意|不批准?|不准|不能(?:销号|办结|延期|再延|通过)|不具备|不符合(?:销号|办结|延期)|(?:销号|办结)?条件不(?:够|足|成熟)|暂(?:缓|不)(?:予)?(?:销号|办结|通过|同意)|返工|重新(?:办理|上报|提交|报送|申请|补充|完善)|(?:审核|核查|审查)?(?:未|没|不)通过|补充[^,。;]{0,14}后?再(?:报|申请|提交|销)|不得(?:延期|再延)|(?:^|[ ,])退(?=$|[,。;!])|(?:^|[ ,0-9])不行(?=$|[ ,。;!])|不(?:再)?延期?(?=$|[,。;!])"
)
_URGES = re.compile(
    r"说明[^,。;]{0,12}(?:情况|原因)|催办|催一催|催一下|催催|催下|催报|再催|督促|抓紧|尽快|尽早|加快|赶紧|加紧|提速|加把劲|快点|(?:别|不要|不能|不得|不许)(?:再|一)?(?:拖|等)|限(?:期|时|今)|务必|必须|盯紧|(?:请|要求|通知|望|速|立即|马上|按时|及时|今天|今日|明天|今晚|下班前|日前|前)[^。;]{0,28}?(?:反馈|报送|上报|更新|报来|报上来|报一下|汇报|回复|回报|报我|补报|报[^,。;]{0,4}(?:进展|进度|情况)|报(?:督查室|政府办|我处|我科)|说明[^,。;]{0,12}(?:情况|原因))|(?:还没|仍未|尚未|怎么还|迟迟|至今)[^,。;]{0,10}(?:报|反馈|动静|进展|更新|完成|签收|动)|(?:未|没)(?:报送|反馈|更新|报)|再不(?:报|反馈|动|更新|抓)|该(?:报|更新|反馈|交)|什么时候(?:能|才)?(?:报|交|反馈|补)|就[差等]你|催促|拖不[得起]|提醒[^,。;]{0,8}(?:[局委办区县]|集团|公司|单位)|(?:底|日|天后|天)到期(?!的|事项|任务|情况|时间|日)|(?:怎么|咋|为啥|为什么)[^,。;]{0,4}还(?:是|不|在|停|没)|给个说法|约谈|往前赶|赶一赶|跟进一下|追一下|要抓实|掉队|(?:今天|明天|后天|今日|明日|本周|这周|马上|即将|已|快)[^,。;]{0,6}到期(?!的|事项|任务|情况|时间|日)|(?:仅|只|还)剩(?:下)?[^,。;]{0,4}[天周]|还要拖|拖到|一拖再拖|到底[^,。;]{0,10}(?:什么时候|卡|怎么|何时)|补齐|问责|速办|尽速|从速|重视|抓一抓|抓一下|等不[起得]|补上|还(?:缺|差|欠)[^,。;]{0,8}[家报]|催[了过]?[一二两三几多][遍次回]|都催|加班加点|倒排工期|赶工|抢工|抢抓|一定要(?:交|报|完成)|(?:今天|今日|下班)前?[^,。;]{0,8}(?:交|报)"
)
_STRONG = re.compile(r"动静|到底|催|加班加点|抓紧|尽快|尽早|加快|赶紧|加紧|务必|督促|限|提速|必须|立即|马上|还没报|拖")
_INTERROGATIVE = re.compile(r"哪些|哪几|几[个项件]|多少|怎么样|如何|什么情况|什么时候|有没有|吗|列(?:一下|出)")
_MATTER = re.compile(r"进展|进度|督办|任务|事项|办理|销号|情况|台账|整改|落实|反馈")
_SELF = re.compile(
    r"(?:我们?|我局|我区|我委|我办|我单位|我公司|我县)[^,。;]{0,8}(?:抓紧|尽快|加快|赶紧|务必|一定)|(?:请|望)(?:督查室|领导|主任)"
)


# From others only the bare decision on a code counts as one, so that they are told that it is not theirs to take.
_BARE = re.compile(
    r"(?:[Dd#号第项督办件\d、,\s-])*\d[号项]?(?:督办件?)?\s*(?:不?同意|批准|准予|予以)(?:办结|销号|延期)?[。.!\s]*"
)


def review(heard: Heard, block: Block) -> list[Found]:
    """Agreement to a pending finish or extension, or its return."""
    text = heard.text[block.start : block.end]
    if not (heard.commands or _BARE.fullmatch(text)) or quiet.supposed(text) or _asks(heard, block):
        return []
    refused, agreed = _last(REFUSES, text), _last(AGREES, text)
    if refused < 0 and agreed < 0:
        return []
    if not block.refs and not heard.quoted_codes("tasks") and not re.search(r"延期|办结|销号|申请", text):
        return []
    acts: list[Found] = []
    for ref, code in targets(heard, block):
        if refused >= agreed or (refused >= 0 and "不" in text[max(0, agreed - 1) : agreed]):
            act: ReturnTask | ApproveTask = ReturnTask(task=code, reason=_reason(heard, block))
        else:
            act = ApproveTask(task=code)
        acts.append(found(heard, block.span, act, several("task", ref)))
    return acts


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def targets(heard: Heard, block: Block) -> list[tuple[Ref | None, str | None]]:
    """The tasks that a decision or a demand is about: named in it, else in the quote."""
    named: dict[str | None, Ref | None] = {code: ref for ref in block.refs for code in ref.codes}
    if not named and not block.refs:
        named = {code: None for code in heard.quoted_codes("tasks")}
    return [(ref, code) for code, ref in named.items()] or [(block.ref, None)]


_NOBODY_NAMED = re.compile(r"(?:未|没)(?:报|反馈|签收)|(?:各|有关|相关|责任|牵头|未报|没报)[^,。;]{0,6}单位")


def urge(heard: Heard, block: Block) -> list[Found]:
    """Units told to report or to hurry: by task, by unit, or both."""
    text = heard.text[block.start : block.end]
    if not _urges(heard, text) or not (block.refs or heard.quoted_codes("tasks") or _MATTER.search(text)):
        return []
    units = _urged(heard, block)
    if block.codes and len(units) == len(heard.look.units.names):
        units = ()  # 各单位注意 is no more than a call; the tasks tell who is meant
    named = block.codes or (() if units else heard.quoted_codes("tasks"))
    if named:
        beside = _beside(heard, block)
        pairs = [(next((r for r in block.refs if code in r.codes), None), code) for code in named]
        return [
            found(heard, block.span, UrgeTask(task=code, units=beside.get(code, units)), several("task", ref))
            for ref, code in pairs
        ]
    if units or block.refs or _NOBODY_NAMED.search(text):
        return [found(heard, block.span, UrgeTask(units=units), several("task", block.ref))]
    return []


def _beside(heard: Heard, block: Block) -> dict[str, tuple[str, ...]]:
    """Each task with the unit that stands right beside it, where every one has its own (水利局D7、林业局D9)."""
    pairs: dict[str, tuple[str, ...]] = {}
    for ref in block.refs:
        before = next(
            (m for m in heard.units if m.end <= ref.start and not heard.text[m.end : ref.start].strip(" 的:")), None
        )
        behind = next(
            (m for m in heard.units if ref.end <= m.start and heard.text[ref.end : m.start].strip() == "("), None
        )
        mention = behind or before
        if mention is None or len(ref.codes) != 1:
            return {}
        pairs[ref.codes[0]] = mention.names
    return pairs if len(set(pairs.values())) > 1 else {}


def _urges(heard: Heard, text: str) -> bool:
    """Whether one of the office presses others; praise and questions count only beside a word that presses."""
    if heard.role not in ("leader", "supervisor", "editor", "clerk") or not _URGES.search(text) or _SELF.search(text):
        return False
    if quiet.supposed(text):
        return False
    return bool(_STRONG.search(text)) or not (quiet.praise(text) or _INTERROGATIVE.search(text))


def _urged(heard: Heard, block: Block) -> tuple[str, ...]:
    """The units that are spoken to: those in the block, or an @ or a name that the message begins with."""
    units = heard.units_in(block.start, block.end)
    if units:
        return units
    line = heard.text.rfind("\n", 0, block.start) + 1
    head = heard.units_in(line, block.start)
    return head if len(block.clauses) and not _new_sentence(heard, block) else ()


def _new_sentence(heard: Heard, block: Block) -> bool:
    return bool(re.search(r"[。;!?\n]\s*$", heard.text[: block.start].rstrip(" ")))


def _asks(heard: Heard, block: Block) -> bool:
    return heard.text[block.start : block.end + 1].rstrip(" !。~").endswith(("?", "吗", "么", "呢"))


def _reason(heard: Heard, block: Block) -> str | None:
    """What is said beside the decision and the reference."""
    spans: list[tuple[int, int]] = []
    for clause in block.clauses:
        start = max([clause.start, *(ref.end for ref in block.refs if clause.start <= ref.start < clause.end)])
        text = heard.text[start : clause.end]
        rest = REFUSES.sub("", re.sub(r"的?(?:延期|办结|销号)申请|请|修改|理由[::]", "", text)).strip(" ,.!。:的")
        if len(rest) > 2:
            match = REFUSES.match(text.lstrip(" 请"))
            spans.append((start + (text.index(match.group()) + match.end() if match else 0), clause.end))
    if not spans:
        return None
    return heard.raw(spans[0][0], spans[-1][1]) or None
