"""Messages that answer another one: 收到, 同意, 退回, a number of a list, a line in a 接龙."""

from __future__ import annotations

import re

from bot.acts import AcceptTask, ApproveInfo, ApproveTask, MoveDocument, PublishDigest, ReplyMeeting
from bot.understanding.acting import Found, found
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard, Ref
from bot.understanding.index import LETTERS
from bot.understanding.numbers import cardinal
from bot.understanding.persons import listed
from bot.understanding.plain import plain
from bot.understanding.reading import Doubt

_DECOR = re.compile(r"\[[^\[\]\n]{1,6}\]|[^\w\u4e00-\u9fff@]+")
_ACK = re.compile(
    r"(?:@[\u4e00-\u9fff]{2,4})?(?:领导|主任|科长|督查室)?(?:好的|好|嗯|恩|是|哦)*(?:,|"
    r"了)?(?:我[局委区县办])?(?:已)?(?:收到|收悉|知悉|明白|遵命|知道|了解|清楚|照办|没问题|签收|OK|ok|"
    r"好嘞|好滴|得令|领命|是的?){1,3}(?:了|啦|哈|哦|呀|任务|通知|交办)?(?:谢谢|感谢)?(?:领导|主任)?|(?:嗯|"
    r"哦)*(?:好的?|好嘞|好滴){1,3}"
)
_ADDRESS = re.compile(
    r"(?:@\S+)?(?:尊敬的|各位|谢谢|感谢)?(?:[\u4e00-\u9fff]{0,3})?(?:领导|主任|科长|老师|督查室|市长|"
    r"秘书长)(?:们)?(?:好|您好|你好|提醒|关心)?|您好|你好|谢谢|感谢"
)
_READ = re.compile(r"(?:已阅|阅|已读|已知|已看|看到了|看过了)+")
_PROMISE = re.compile(
    r"(?:我[局区委办县们]|我|我单位|我公司|本单位|请(?:[市县区各])?(?:位)?领导|请督查室|请放心|请各位|"
    r"一定|将|会|按|马上|立即|立刻|坚决|抓紧|尽快|认真|已|这就|现在就|保证|按照|严格|全力|及时|即刻|督促|"
    r"组织|安排|迅速|谢谢|感谢|辛苦|尽力)[^0-9%]{0,20}(?:落实|办理|安排|部署|放心|执行|推进|反馈|知悉|"
    r"实施|组织|办|去办|传达|转达|抓好|研究|完成|跟进|处理|重视|行动|谢谢|照办|开展|上报|报送)"
)


def acknowledge(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """收到 and the like: accepting the quoted tasks, else nothing; promises that follow it are no acts of their own."""
    if clauses and _READ.fullmatch(_DECOR.sub("", heard.text)):
        return [], set(clauses)
    polite = 0
    while polite < len(clauses) - 1 and _ADDRESS.fullmatch(_DECOR.sub("", clauses[polite].text(heard.text))):
        polite += 1
    clauses = clauses[polite:]
    if not clauses or not _is_ack(clauses[0].text(heard.text)):
        return [], set()
    accepted = _accepted(heard)
    if not accepted and (named := _named_behind(heard, clauses)):
        return named
    following = [clause for clause in clauses[1:] if clause.sentence == clauses[0].sentence]
    if not accepted and any(heard.codes_in(clause.start, clause.end, "tasks") for clause in following):
        return [], set()  # 收到,第88项……: what is said of it decides
    used = {clauses[0]}
    for clause in clauses[1:]:
        text = clause.text(heard.text)
        if re.search(r"参加|参会|出席|请假|代会|进度|[0-9]|撤回|进展", text):
            break
        if not (_is_ack(text) or _PROMISE.match(_DECOR.sub("", _as_we(heard, clause)))) or heard.codes_in(
            clause.start, clause.end
        ):
            break
        used.add(clause)
    return [found(heard, (clauses[0].start, clauses[0].end), AcceptTask(task=code)) for code in accepted], used


def _named_behind(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]] | None:
    """收到!D33我们抓紧办: the task that the promise behind the word names is accepted."""
    if len(clauses) < 2:
        return None
    clause = clauses[1]
    codes = [code for mention in heard.codes_in(clause.start, clause.end, "tasks") for code in mention.codes]
    rest = clause.text(heard.text)
    for mention in heard.codes_in(clause.start, clause.end):
        rest = rest.replace(heard.text[mention.start : mention.end], "")
    if not codes or not _PROMISE.search(_DECOR.sub("", rest)) or re.search(r"[0-9]|已|完成|进度|正在", rest):
        return None
    span = (clauses[0].start, clause.end)
    return [found(heard, span, AcceptTask(task=code)) for code in codes], {clauses[0], clause}


def _as_we(heard: Heard, clause: Clause) -> str:
    """A clause in which the sender's unit speaks of itself by name, with 我局 for the name."""
    own = next((m for m in heard.units if m.start == clause.start and m.names == (heard.unit,)), None)
    return "我局" + heard.text[own.end : clause.end] if own else clause.text(heard.text)


def _is_ack(text: str) -> bool:
    core = _DECOR.sub("", re.sub(r"^(?:\s*@\S+\s+)+", "", text))
    if not core:
        return False
    if _ACK.fullmatch(core):
        return True
    head = _ACK.match(core)  # 收到[抱拳]我局一定落实, with nothing but an emoji between
    return bool(head and head.end() and _PROMISE.fullmatch(core[head.end() :]) and not re.search(r"[0-9]", core))


def _accepted(heard: Heard) -> tuple[str, ...]:
    """The quoted task; of several those that the sender's unit leads."""
    codes = () if heard.commands else heard.quoted_codes("tasks")
    if len(codes) < 2:
        return codes
    return tuple(code for code in codes if (item := heard.item(code)) and heard.unit in item.units)


_AGREE = re.compile(r"(?:我)?(?:同意|批准|准予?|已?审核?通过|通过)(?:了|办结|销号|延期|上报|刊发|报送|印发)?")


_RELEASE = re.compile(
    r"(?:这一?期|本期|看过了?|已阅|动态|内容|初稿|稿子)*(?:同意|可以|准予|审核通过|没问题|没意见|"
    r"通过)?(?:发布|签发|刊发|印发|发出|发)(?:吧|了)?"
)


def agree(heard: Heard) -> list[Found] | None:
    """A bare 同意 acts on the one code of its quote, else it is nothing. None where the message is no bare 同意."""
    core = _DECOR.sub("", heard.text)
    if "政务动态" in heard.quote and not heard.quoted and _RELEASE.fullmatch(core):
        return [found(heard, (0, len(heard.text)), PublishDigest())]
    if not _AGREE.fullmatch(core):
        return None
    codes = tuple(dict.fromkeys(code for mention in heard.quoted for code in mention.codes))
    if len(codes) != 1:
        return [] if not codes or core == "同意" else None
    span = (0, len(heard.text))
    kind = LETTERS[codes[0][0]]
    if kind == "tasks":
        return [found(heard, span, ApproveTask(task=codes[0]))]
    if kind == "infos":
        return [found(heard, span, ApproveInfo(info=codes[0]))]
    if kind == "documents":
        return [found(heard, span, MoveDocument(document=codes[0], stage="approve"))]
    return []


_CHOICE = re.compile(
    r"(?:选|选择|我选|就|要|是|回复)?(?:第)?(?P<n>[0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:个|项|条|号|"
    r"件)?(?:吧|的|那个|这个)?"
)
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)} | {"\N{DIGIT ONE}\ufe0f\u20e3": 1}


def bare_choice(text: str) -> int | None:
    """The number that a message consists of ("2", "第二个", "选2", "②"), answering a numbered question; else None."""
    core = text.strip().strip("。.!！ 、)）(（【】[]\u3000")
    if core in _CIRCLED:
        return _CIRCLED[core]
    if len(core) > 10 or re.search(r"\d月|\d%|号[前之]", core):
        return None
    keycap = core.replace("\ufe0f", "").replace("\u20e3", "")
    match = _CHOICE.fullmatch(plain(keycap))
    value = cardinal(match["n"].replace("两", "二")) if match else None
    return value if value and 0 < value < 1000 else None


_CHAIN = re.compile(r"^\s*(?:#|【)?接龙(?:】)?")
_ENTRY = re.compile(r"^\s*(?P<n>[0-9]{1,3})[.、)]\s*(?P<rest>\S[^\n]*)$", re.MULTILINE)
_MEETING = re.compile(r"参会|参加|会议|报名|出席|培训|[^\n]会(?:$|\n|名单|人员)|回执")


def chain(heard: Heard) -> tuple[list[Found], tuple[int, int], list[tuple[int, int]]] | None:
    """A 接龙: the acts of a list of who comes, else the head and the sender's own lines for further reading."""
    if not _CHAIN.match(heard.text):
        return None
    entries = [match.span("rest") for match in _ENTRY.finditer(heard.text)]
    head = (0, entries[0][0] if entries else len(heard.text))
    own = _own(heard, entries)
    if _MEETING.search(heard.text[slice(*head)]) or heard.quoted_codes("meetings"):
        return _coming(heard, head, own), head, []
    return [], head, own


def _own(heard: Heard, entries: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of the sender; all of them, where all are of the sender's unit."""
    name = heard.sender.name if heard.sender else None
    if entries and heard.unit and all(_ours(heard, entry) for entry in entries):
        return entries
    mine = [entry for entry in entries if name and name in heard.text[slice(*entry)]]
    return mine or [entry for entry in entries if heard.unit and heard.unit in heard.units_in(*entry)]


def _ours(heard: Heard, entry: tuple[int, int]) -> bool:
    """Whether a line is of the sender's unit: by its name, by a member, or by the tasks that it alone is of."""
    start, end = entry
    units = heard.units_in(start, end)
    people = [heard.look.units.unit_of(name) for at, _, name in heard.people if start <= at < end]
    if units or people:
        return heard.unit in (*units, *people)
    codes = [code for mention in heard.codes_in(start, end, "tasks") for code in mention.codes]
    codes += [code for ref in heard.task_titles if start <= ref.start < end for code in ref.codes]
    return bool(codes) and all((item := heard.item(code)) and heard.unit in item.units for code in codes)


def _coming(heard: Heard, head: tuple[int, int], own: list[tuple[int, int]]) -> list[Found]:
    acts = []
    codes = tuple(c for m in heard.codes_in(*head, "meetings") for c in m.codes) or heard.quoted_codes("meetings")
    refs = heard.titles("meetings", *head)[:1] if not codes else [Ref(*head, "meetings", codes)]
    code = refs[0].codes[0] if refs and len(refs[0].codes) == 1 else None
    for leaves in (False, True):
        lines = [span for span in own if bool(re.search(r"请假|不能|不参加|无法", heard.text[slice(*span)])) is leaves]
        if not lines:
            continue
        people = tuple(dict.fromkeys(name for span in lines for name in listed(heard, max(0, span[0] - 1), span[1])))
        doubts = (
            (Doubt("meeting", "several", candidates=refs[0].several),) if refs and refs[0].several and not code else ()
        )
        act = ReplyMeeting(meeting=code, reply="leave" if leaves else "attend", people=people)
        acts.append(found(heard, lines[0], act, doubts))
    return acts
