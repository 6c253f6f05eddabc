"""A ledger's rows → tasks: 任务分解表 of any office, published lists, Banjie's own export."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from bot.importing.deadlines import ImpossibleDate, read_due
from bot.importing.faults import RowError
from bot.importing.names import is_collective
from bot.importing.sheets import Sheet
from bot.importing.tables import Record, Table, plain, read_table
from bot.importing.task_values import (
    BadValue,
    leading_number,
    one_line,
    read_code,
    read_heading,
    read_number,
    read_percent,
    read_state,
    short,
)
from bot.importing.units import Responsible, Role, read_units, units_at_end

ALIASES = {
    "code": ("编号", "任务编号", "事项编号", "督办编号"),
    "number": ("序号", "项号", "seq", "no."),
    "task": ("任务", "工作任务", "目标任务", "主要工作", "主要任务", "工作内容", "任务内容", "重点任务", "督办事项",
             "事项", "工作事项", "目标", "工作目标", "content"),
    "lead": ("牵头单位", "牵头部门", "主责单位", "主办单位", "牵头", "lead_unit"),
    "units": ("责任单位", "责任部门", "承办单位", "负责部门", "落实单位", "任务分工"),
    "support": ("配合单位", "配合部门", "协办单位", "参与单位", "配合", "协办", "other_units", "coop_units"),
    "words": ("units_raw",),
    "style": ("unit_style",),
    "leader": ("牵头领导", "责任领导", "分管领导", "牵头市领导", "包抓领导"),
    "contact": ("责任人", "联系人", "联络员"),
    "due": ("完成时限", "时间节点", "时限", "完成时间", "办理时限", "时限要求", "deadline", "deadline_text"),
    "progress": ("进度", "进展情况", "完成情况", "工作进展", "进展", "完成进度"),
    "state": ("状态", "办理状态"),
    "note": ("备注", "说明", "note"),
    "category": ("类别", "方面", "分类", "领域"),
    "source": ("来源", "任务来源"),
    "document": ("文号", "文件", "文件号", "来源文件", "doc_number", "doc"),
    "document_title": ("文件名称", "文件标题", "doc_title"),
}  # fmt: skip

_FOOTER = re.compile(
    r"(?:注|说明|备注|填报\w{0,4}|填表\w{0,4}|审核\w{0,2}|制表\w{0,2}|联系人|联系电话)\s*[:：]|(?:合计|总计|小计)$"
)
_EVERY_LEVEL = frozenset((1, 2))
# A row that fills one of these is a task, not a heading.
_DETAILS = ("lead", "units", "support", "words", "style", "due", "progress", "state")
_LONGEST_TITLE = 100
_DOCUMENT_NUMBER = re.compile(r"\w{1,12}〔\d{4}〕\d{1,5}号")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as a row states it; names of units as written.

    ``code`` (D17) is set where the row is a task of the record. Without one a task is known by ``document`` (文号,
    title or the file's name), ``number`` and ``title``. ``everyone`` are those of the units that mean many (各区),
    ``open`` says that the list ends in 等. ``percent`` and ``status`` (the contract's word, ``state`` the file's) are
    None where the file says nothing; ``progress`` keeps the words of the cell.
    """

    row: int
    title: str
    code: str | None = None
    document: str = ""
    document_title: str = ""
    number: str = ""
    category: str = ""
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    everyone: tuple[str, ...] = ()
    open: bool = False
    due: date | None = None
    due_words: str = ""
    percent: int | None = None
    progress: str = ""
    status: str | None = None
    state: str = ""
    leader: str = ""
    contact: str = ""
    source: str = ""
    note: str = ""


@dataclass(slots=True)
class _Place:
    """Where in the file a row stands: what the lines above it say of it.

    ``task_levels``: kinds of numbers (1 一、 2 （一）) that tasks of this file bear, so that they make no headings.
    """

    table: Table
    document: str
    year: int
    today: date
    headings: dict[int, str] = field(default_factory=dict)
    split_columns: bool = False
    task_levels: frozenset[int] = frozenset()

    def enter(self, level: int, words: str) -> None:
        self.headings = {known: text for known, text in self.headings.items() if known < level} | {level: words}

    @property
    def category(self) -> str:
        return " / ".join(self.headings.values())


def read_tasks(sheet: Sheet, today: date) -> tuple[list[TaskRow], list[RowError]]:
    """The tasks of a ledger and the rows that cannot be taken over, each in the file's order.

    ``today`` gives the year of deadlines without one, where the file's titles name no year. Raises UnreadableFile
    where no column holds tasks.
    """
    table = read_table(sheet, ALIASES, "task")
    above = " ".join(table.above)
    place = _Place(table, _document(table, sheet.name), _year(f"{above} {sheet.name}", today.year), today)
    place.split_columns = "support" in table.headers
    tasks = [record for record in table.records if _has_details(record)]
    place.task_levels = frozenset(found[0] for found in map(_numbered, tasks) if found) if tasks else _EVERY_LEVEL
    rows: list[TaskRow] = []
    errors: list[RowError] = []
    seen: dict[tuple[str, ...], int] = {}
    for record in table.records:
        if _passes_over(record, place):
            continue
        try:
            row = _read(record, place)
            _refuse_second(row, seen)
            rows.append(row)
        except BadValue as reason:
            errors.append(RowError(record.row, str(reason)))
    return rows, errors


def _document(table: Table, name: str) -> str:
    """What the file is: a 文号 or the longest line above the header, else the file's name."""
    lines = [line for line in table.above if len(line) <= _LONGEST_TITLE]
    number = next((found[0] for line in lines for found in [_DOCUMENT_NUMBER.search(line)] if found), "")
    titles = [line for line in lines if len(line) > len("附件1") and not re.search("[:：]", line)]
    return number or max(titles, key=len, default=name)


def _year(words: str, default: int) -> int:
    """The year that a document's name or number (〔2023〕7号) speaks of."""
    year = re.search(r"(20\d\d)(?=年|〕|\])", words)
    return int(year[1]) if year else default


def _passes_over(record: Record, place: _Place) -> bool:
    """Headings, which it keeps, and notes below the table."""
    if not record.cells or _FOOTER.match(record.cells[0]):
        return True
    if len(record.cells) > 1 and set(record.cells) != {record.get("number"), record.get("task")}:
        return False
    heading = _numbered(record)
    if heading is None or heading[0] in place.task_levels or _has_details(record):
        return False
    place.enter(*heading)
    return True


def _has_details(record: Record) -> bool:
    if len(record.cells) == 1:  # a heading may run over all columns
        return bool(units_at_end(record.cells[0])[1].lead)
    return any(map(record.get, _DETAILS)) or bool(units_at_end(record.get("task"))[1].lead)


def _numbered(record: Record) -> tuple[int, str] | None:
    """The row as a heading, if its number is one of a heading: 一、 or （一）, before the words or in a column."""
    number, task = record.get("number"), record.get("task")
    if len(record.cells) == 1 or not number:
        return read_heading(record.cells[0] if len(record.cells) == 1 else task)
    return read_heading(f"{number}、{task}" if number[-1] not in "）)、" else number + task)


def _read(record: Record, place: _Place) -> TaskRow:
    if not record.get("task"):
        raise BadValue("没有写任务内容。请在“任务”一栏写明要做的事，如：建成换电站 4 座。")
    code = read_code(record.get("code"))
    number = read_number(record.get("number") or ("" if code else record.get("code")))
    title, units = record.get("task"), _responsible(record, place)
    if units == Responsible():
        title, units = units_at_end(title)
    if code is None:
        own, title = leading_number(one_line(title))
        number = number or own
    return TaskRow(
        row=record.row,
        title=title,
        code=code,
        document=record.get("document") or record.get("document_title") or place.document,
        document_title=record.get("document_title"),
        number=number,
        category=record.get("category") or place.category,
        lead=units.lead,
        support=units.support,
        everyone=units.everyone,
        open=units.open,
        due=_due(record, place),
        due_words=record.get("due"),
        percent=read_percent(record.get("progress")),
        progress=record.get("progress"),
        status=read_state(record.get("state")),
        state=record.get("state"),
        leader=record.get("leader"),
        contact=record.get("contact"),
        source=record.get("source"),
        note="；".join(filter(None, (record.get("note"), units.note))),
    )


def _due(record: Record, place: _Place) -> date | None:
    words = record.get("due")
    year = _year(record.get("document") + record.get("document_title"), place.year)
    try:
        return read_due(words, place.today, year)
    except ImpossibleDate as error:
        header = place.table.headers["due"]
        raise BadValue(
            f"“{header}”写的是“{short(words)}”，没有“{error}”这一天。正确写法如：2023-06-30、6月底前。"
        ) from error


def _responsible(record: Record, place: _Place) -> Responsible:
    """Columns say who leads; the document's own words, where the file keeps them, how the names are spelt."""
    stated = _from_columns(record, place)
    words = record.get("words") or ("" if stated.lead or stated.support else record.get("style"))
    read = read_units(words)
    if not read.lead and not read.support:
        read = stated
    elif stated.lead:
        read = _with_roles(read, stated)
    if read.note and not (read.lead or read.support):
        raise BadValue(
            f"责任单位写的是“{short(words or read.note)}”，看不出是哪个单位。正确写法如：市发改委、市财政局。"
        )
    return read


def _from_columns(record: Record, place: _Place) -> Responsible:
    # 责任单位 beside a column 配合单位 all lead; alone, the first one does.
    role = Role.LEAD if place.split_columns and "lead" not in place.table.headers else Role.ANY
    parts = [
        read_units(record.get("lead"), Role.LEAD),
        read_units(record.get("units"), Role.SUPPORT if record.get("lead") else role),
        read_units(record.get("support"), Role.SUPPORT),
    ]
    lead = tuple(dict.fromkeys(name for part in parts for name in part.lead))
    support = tuple(dict.fromkeys(name for part in parts for name in part.support if name not in lead))
    return Responsible(
        lead=lead,
        support=support,
        open=any(part.open for part in parts),
        everyone=tuple(name for name in (*lead, *support) if is_collective(name)),
        note="；".join(part.note for part in parts if part.note),
    )


def _with_roles(read: Responsible, stated: Responsible) -> Responsible:
    """The names as read, led by those that the lead column begins to name (工业 is 工业和信息化部)."""
    names = (*read.lead, *read.support)
    lead = tuple(name for name in names if any(name.startswith(said) for said in stated.lead))
    if not lead:
        return read
    support = tuple(name for name in names if name not in lead)
    return Responsible(lead, support, read.open, read.everyone, read.note)


def _refuse_second(row: TaskRow, seen: dict[tuple[str, ...], int]) -> None:
    key = (row.code,) if row.code else (row.document, row.number, plain(row.title))
    first = seen.setdefault(key, row.row)
    if first != row.row:
        what = f"编号 {row.code}" if row.code else f"任务“{short(row.title)}”"
        raise BadValue(f"{what}与第 {first} 行重复。请只留一行。")
