"""公文: registered, passed on, asked about."""

from __future__ import annotations

import re
from typing import Literal

from bot.acts import MoveDocument, QueryDocuments, RegisterDocument, Stage, Urgency
from bot.understanding import quiet
from bot.understanding.acting import Found, each_code, found, several
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.codes import DOCUMENT_NUMBER
from bot.understanding.heard import Heard, Ref
from bot.understanding.persons import persons
from bot.understanding.subjects.order_parts import deadline

NUMBER = re.compile(rf"{DOCUMENT_NUMBER.pattern}|(?<=文号[::])[^,。;\s]{{4,24}}号")
_REGISTERS = re.compile(
    r"收文|来文|登记|登一?[下个份条]|录入|录一?[个份件下]|新收|收到(?:一份)?(?:[^,。;]{0,12})?(?:文件|公文|来文|通知|函|请示|报告|电报|[《])|新文|登统"
)
_NOT_REGISTER = re.compile(
    r"采用|批示|督办|信息|参会|[??]|(?:查|催|超期)[^,。;]{0,6}(?:收文|来文)|怎么登记|如何登记|收到了"
)
_BOOK = re.compile(r"《(?P<title>[^》\n]{4,120})》")
_TITLED = re.compile(
    r"(?:标题|题目|名称|文件名)[::] ?(?P<name>[^,。;\n]{4,80}?)(?= (?:文号|来文|发文|紧急|缓急|时限|密级|办结|份数|平件|急件|特急)|[,。;\n]|$)|(?P<plain>关于[^,。;\n《》]{4,80}?的(?:通知|请示|报告|函|批复|意见|通报|决定|公告|通告|议案|纪要|复函|方案|紧急通知|通知函|批示|汇报))"
)
_URGENCY: tuple[tuple[Urgency, re.Pattern[str]], ...] = (
    ("express", re.compile(r"特急|特提")),
    ("urgent", re.compile(r"加急|急件|紧急件|(?<!特)(?<!不)(?<!平)急(?=[,。;件\s]|$)|紧急程度[::]?(?:为)?紧急")),
    ("normal", re.compile(r"平件|平急|普通件|普件|(?:一般|常规)(?:件|办理|文件)|不急|非急件")),
)


def register(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """Incoming documents that are entered, and the clauses that do so."""
    if not _REGISTERS.search(heard.text) and not (NUMBER.search(heard.text) and "登" in heard.text):
        return [], set()
    acts: list[Found] = []
    used: set[Clause] = set()
    for group in _groups(heard, clauses):
        start, end = group[0].start, group[-1].end
        text = heard.text[start:end]
        titled = _BOOK.search(text) or _TITLED.search(text)
        if (
            not _REGISTERS.search(text)
            or _NOT_REGISTER.search(_BOOK.sub("", text) + heard.text[end : end + 1])
            or not (titled or NUMBER.search(text))
        ):
            continue
        if heard.codes_in(start, end, "documents") and not titled:
            continue
        acts += [_registered(heard, *span) for span in _each(heard, start, end)]
        acts += _passed_on(heard, group)
        used |= set(group)
    return acts, used


def _groups(heard: Heard, clauses: list[Clause]) -> list[list[Clause]]:
    """A head with 收文 takes the sentences along that only go on with it."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        text = clause.text(heard.text)
        known = any(ref.codes for ref in heard.numbers if clause.start <= ref.start < clause.end)
        fresh = known or re.match(r"另|顺便|此外|同时把", text) or heard.codes_in(clause.start, clause.end)
        if groups and not fresh and not _closed(heard, groups[-1], clause):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def _closed(heard: Heard, group: list[Clause], clause: Clause) -> bool:
    """Whether a group is complete, and the clause in another sentence says nothing of a document."""
    if clause.sentence == group[-1].sentence:
        return False
    text = clause.text(heard.text)
    held = heard.text[group[0].start : group[-1].end]
    if not _REGISTERS.search(held) and _REGISTERS.search(text):
        return True
    if (_BOOK.search(held) or _TITLED.search(held)) and (_BOOK.search(text) or _REGISTERS.search(text)):
        return True  # another document
    if _PASSES.match(text) and not _BOOK.search(text):
        return False
    goes_on = re.search(
        r"文号|急件|特急|平件|加急|时限|办结|标题|来文单位|发文|份数|密级|缓急|[〔]|《|紧急程度|截止|报送|前", text
    ) and not re.search(r"(?<![检排核督审调抽普巡复])查|提醒|哪些|有没有|超期", text)
    return not goes_on


def _each(heard: Heard, start: int, end: int) -> list[tuple[int, int]]:
    """One span for each document: where several titles stand in a row, each with what is said beside it."""
    books = list(_BOOK.finditer(heard.text, start, end))
    numbers = list(NUMBER.finditer(heard.text, start, end))
    if len(books) < 2 or len(numbers) < 2:
        return [(start, end)]
    first = min(books[0].start(), numbers[0].start())
    lead = [b.start() for b in books] if books[0].start() == first else [n.start() for n in numbers]
    return list(zip([start, *lead[1:]], [*lead[1:], end], strict=True))


def _registered(heard: Heard, start: int, end: int) -> Found:
    text = heard.text[start:end]
    book, named = _BOOK.search(text), _TITLED.search(text)
    number = NUMBER.search(_hide(text, book))
    span = book.span("title") if book else named.span(named.lastgroup or 0) if named else None
    bare = _hide(text, book)
    urgency = next((level for level, words in _URGENCY if words.search(bare)), None)
    due, _, doubts = deadline(heard, start + (book.end() if book else named.end() if named else 0), end)
    act = RegisterDocument(
        title=heard.raw(start + span[0], start + span[1]) if span else None,
        number=_number(heard, start + number.start(), start + number.end()) if number else None,
        urgency=urgency,
        due=due,
    )
    return found(heard, (start, end), act, doubts)


_PASSES = re.compile(
    r"(?:已|并|请|现)?(?:转|送|呈|报|交|批转|分送|传|提请|(?:请|由)(?![^,。;]{0,6}登))[^,。;《》]{0,20}?(?:拟办|拟(?:提)?(?:出)?意见|审核|审签|签批|批示|审批|阅示|传阅|阅处|阅办|分送|转办|办理|承办|归档)|(?:已)?(?:转办|分送|传阅|归档|签批)"
)


def _passed_on(heard: Heard, group: list[Clause]) -> list[Found]:
    """A document that is registered and passed on in one message has no code yet: the move's document stays open."""
    for clause in group:
        text = _BOOK.sub("", clause.text(heard.text))
        match = _PASSES.search(text)
        if not match or re.search(r"办结|截止|时限", text[match.start() :]) or _REGISTERS.search(match.group()):
            continue
        stages = list(_STAGE.finditer(match.group()))
        stage: Stage = _stage(stages) if stages else "distribute"
        people = persons(heard, clause.start, clause.end)
        act = MoveDocument(
            stage=stage, units=heard.units_in(clause.start + text.find(match.group()), clause.end), people=people
        )
        return [found(heard, (clause.start, clause.end), act)]
    return []


def _hide(text: str, book: re.Match[str] | None) -> str:
    return text[: book.start()] + " " * len(book.group()) + text[book.end() :] if book else text


def _number(heard: Heard, start: int, end: int) -> str:
    """A 文号 as written, without the words of registering that stand before it."""
    words = heard.said.text[start:end]
    words = re.sub(
        r"^.*(?:委员会|[\u4e00-\u9fff]{2}委|[\u4e00-\u9fff]{2}局|[\u4e00-\u9fff]{2}厅|政府|办公厅|办公室|[\u4e00-\u9fff]部)(?=[\u4e00-\u9fff]{2,8}[〔\[(（【])",
        "",
        words,
    )
    return re.sub(
        r"^.*?(?:登记|收文|来文|文号|登一下|收到|编号|字号|一份|办理|单位|的)(?=[\u4e00-\u9fffA-Za-z]{1,10}[〔\[(（【])",
        "",
        words,
    ).strip()


_STAGES: tuple[tuple[Stage, str], ...] = (
    ("draft_opinion", r"拟办|提(?:出)?(?:拟办)?意见"),
    ("review", r"审核|核稿|初核|复核|审阅|审签(?!批)|送审"),
    ("circulate", r"流转|传阅|阅知|阅示|呈阅|圈阅|传签|阅(?=$|[,。;!])|送阅|批阅"),
    ("approve", r"签批|同意|批示|签发|审批|批准|签字|已签|签了|签完|领导签|批了|呈批|报批|签"),
    (
        "distribute",
        r"分送|转办|分办|交办|批转|转(?=[^,。;审拟签传流归]{2,16}(?:局|委|办|区|县|科|处|室|公司|集团|中心)(?:$|[、,。;!办阅]))|分发|下发|派(?:给|发)|转给|转送|转交|送(?=[^,。;]{2,12}(?:局|委|办|区)(?:办理|承办|$))",
    ),
    ("issue", r"制发|印发|发文|付印|印制|印刷|套红|用印|盖章|正式发出|成文"),
    ("archive", r"归档|办结|存档|办理完毕|结案|办完了?|入档|归卷"),
)
_STAGE = re.compile("|".join(f"(?P<{stage}>{words})" for stage, words in _STAGES))
_ASKS = re.compile(
    r"(?:到|在|走到|办到|转到|流转到|卡在|送到)(?:了)?(?:哪|谁|什么|几)|谁(?:那|手|处)|哪(?:一)?步|哪个环节|什么(?:环节|阶段|状态|情况)|情况|怎么样|如何|进展|进度|(?:^|[ ,。帮请我先再想要])(?:查(?!收|阅|照|验|办)|看)|(?:查|看|问|了解)(?:一下|下|询)|(?:办结|办完|批|签|签批|归档|分送|转办|印发|办|审|回)(?:了|下来|完)?(?:没有|没|吗|么)|有没有|哪些|几[件份]|多少|是否|列|清单|统计|时限|什么时候|在哪|[??]$"
)
_OVERDUE = re.compile(r"超期|逾期|超时|过期|延误|压着|积压|没按时")
_ABOUT = re.compile(r"公文|收文|来文|文件|文号|批复|请示|阅件|办文|急件|的函|来函|的通知")


_NOT_MOVED = re.compile(r"(?:没|未|还没|尚未)(?:签|批|办|审|转|分|归)|催|(?:哪|谁|吗|没有)[^,。;]{0,6}$")


def move(heard: Heard, block: Block) -> list[Found]:
    """A document passed to a stage or a person; of several stages named the last counts."""
    text = heard.text[block.start : block.end]
    asks = heard.text[block.end : block.end + 1] == "?" or _NOT_MOVED.search(text)
    if asks or quiet.supposed(text) or quiet.to_colleague(text):
        return []
    stages = list(_STAGE.finditer(_said_of_it(heard, block)))
    refs = _documents(heard, block)
    if not stages or not (refs or _ABOUT.search(text)):
        return []
    stage = _stage(stages)
    units = heard.units_in(*block.span)
    people = tuple(dict.fromkeys((*_at(heard, *block.span), *persons(heard, *block.span))))
    return [
        found(
            heard,
            block.span,
            MoveDocument(document=code, stage=stage, units=units, people=people),
            several("document", ref),
        )
        for ref, code in each_code(refs)
    ]


def _said_of_it(heard: Heard, block: Block) -> str:
    """The block's text without titles, codes and deadlines, whose words are no stages."""
    text = heard.text[block.start : block.end]
    for ref in block.refs:
        text = text.replace(heard.text[ref.start : ref.end], " ")
    return re.sub(r"\d+月\d+日前办结", "", _BOOK.sub("", text))


def _stage(stages: list[re.Match[str]]) -> Stage:
    last = stages[-1].lastgroup
    return next(stage for stage, _ in _STAGES if stage == last)


def _at(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    return tuple(m.person for m in heard.units if m.person and start <= m.start < end and start > 0)


def _documents(heard: Heard, block: Block) -> list[Ref]:
    """The documents meant: by code, by 文号, by title, or in the quote."""
    coded = [ref for ref in block.refs if ref.kind == "documents"]
    if coded:
        return coded
    titled = heard.titles("documents", block.start, block.end)
    if titled:
        return titled[:1]
    quoted = heard.quoted_codes("documents")
    return [Ref(block.start, block.start, "documents", quoted if len(quoted) == 1 else (), quoted)] if quoted else []


def query(heard: Heard, block: Block) -> list[Found]:
    """Questions where a document is, or which are overdue."""
    text = heard.text[block.start : block.end]
    tail = heard.text[block.end : block.end + 1]
    if quiet.supposed(text) or quiet.to_colleague(text):
        return []
    state: Literal["overdue"] | None = "overdue" if _OVERDUE.search(text) else None
    refs = _documents(heard, block)
    if not (_ASKS.search(text + tail) or (state and len(text) < 16 and _ABOUT.search(text))):
        return []
    if not refs and not re.search(r"公文|收文|来文|文件|请示|的函|来函|批复|办文|文(?=$|[,。;?])", text):
        return []
    return [
        found(heard, block.span, QueryDocuments(document=code, state=None if code else state), several("document", ref))
        for ref, code in each_code(refs)
    ]
