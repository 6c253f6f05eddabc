"""A list of 约稿 and 报送要点 → topics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.importing.deadlines import ImpossibleDate, read_due
from bot.importing.faults import RowError
from bot.importing.sheets import Sheet
from bot.importing.tables import Record, plain, read_table
from bot.importing.task_values import BadValue, leading_number, one_line, read_number, short
from bot.importing.units import read_units

ALIASES = {
    "number": ("序号", "编号"),
    "title": (
        "事项",
        "要点",
        "题目",
        "选题",
        "约稿事项",
        "约稿题目",
        "报送要点",
        "信息要点",
        "主题",
        "内容",
        "报送内容",
    ),
    "units": ("责任单位", "报送单位", "约稿单位", "供稿单位", "单位", "责任部门", "报送部门"),
    "due": ("报送节点", "报送时限", "时限", "报送时间", "截止时间", "截止日期", "完成时限", "时间节点"),
    "note": ("备注", "说明", "报送要求", "要求"),
}


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic as a row states it; units as written, those that mean many (各区) in ``everyone`` too."""

    row: int
    title: str
    number: str = ""
    units: tuple[str, ...] = ()
    everyone: tuple[str, ...] = ()
    due: date | None = None
    due_words: str = ""
    note: str = ""


def read_topics(sheet: Sheet, today: date) -> tuple[list[TopicRow], list[RowError]]:
    """The topics of a list and the rows that cannot be taken over. Raises UnreadableFile without a column of titles."""
    table = read_table(sheet, ALIASES, "title")
    rows: list[TopicRow] = []
    errors: list[RowError] = []
    seen: dict[str, int] = {}
    for record in table.records:
        if not any(record.fields.values()):
            continue
        try:
            row = _read(record, today)
            _refuse_second(row, seen)
            rows.append(row)
        except BadValue as reason:
            errors.append(RowError(record.row, str(reason)))
    return rows, errors


def _refuse_second(row: TopicRow, seen: dict[str, int]) -> None:
    first = seen.setdefault(plain(row.title), row.row)
    if first != row.row:
        raise BadValue(f"“{short(row.title)}”与第 {first} 行重复。请只留一行。")


def _read(record: Record, today: date) -> TopicRow:
    own, title = leading_number(one_line(record.get("title")))
    if not title:
        raise BadValue("没有写报送事项。请在“事项”一栏写明，如：春耕备耕物资储备情况。")
    units = read_units(record.get("units"))
    names = (*units.lead, *units.support)
    if units.note and not names:
        raise BadValue(f"责任单位写的是“{short(units.note)}”，看不出是哪个单位。正确写法如：市农牧局、市商务局。")
    words = record.get("due")
    try:
        due = read_due(words, today)
    except ImpossibleDate as error:
        raise BadValue(
            f"时限写的是“{short(words)}”，没有“{error}”这一天。正确写法如：2023-04-20、4月20日前。"
        ) from error
    number = read_number(record.get("number")) or own
    return TopicRow(record.row, title, number, names, units.everyone, due, words, record.get("note"))
