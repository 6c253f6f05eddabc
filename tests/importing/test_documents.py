"""Word files that hand out tasks."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from bot.importing.documents import read_document
from bot.importing.sheets import UnreadableFile
from bot.importing.tasks import TaskRow, read_tasks

TODAY = date(2023, 4, 12)


def tasks_of(path: Path) -> list[TaskRow]:
    tasks, errors = read_tasks(read_document(path), TODAY)
    assert not errors
    return tasks


def test_a_table(tmp_path: Path) -> None:
    document = Document()
    for line in ("云川市2022年重点工作任务分解表", "云政办发〔2022〕7号", "各区人民政府，市直各部门："):
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = "签发"
    table = document.add_table(0, 4)
    for cells in (
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("一、产业", "", "", ""),
        ("1", "新建换电站", "市工信局、市发改委", "10月底前"),
        ("2", "推广重卡", "", "全年"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    table.cell(2, 2).merge(table.cell(3, 2))
    document.save(str(tmp_path / "分解表.docx"))
    first, second = tasks_of(tmp_path / "分解表.docx")
    assert (first.document, first.category, first.row) == ("云政办发〔2022〕7号", "产业", 3)
    assert (first.title, first.lead, first.support) == ("新建换电站", ("市工信局",), ("市发改委",))
    assert (first.due, second.due) == (date(2022, 10, 31), date(2022, 12, 31))
    assert second.lead == ("市工信局",)


def notice(path: Path, lines: list[str]) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def test_paragraphs(tmp_path: Path) -> None:
    path = notice(
        tmp_path / "通知.docx",
        [
            "关于支持换电产业发展的通知",
            "各区人民政府，市直各部门：",
            "为加快发展，现通知如下。",
            "一、建设换电站",
            "（一）新建换电站4座。（市工信局牵头，市发改委、各区参与）",
            "二、推广重卡",
            "（二）推广重卡300辆。（市交通局、市财政局等负责）",
            "请认真落实。",
        ],
    )
    first, second = tasks_of(path)
    assert (first.document, first.category, first.row) == ("关于支持换电产业发展的通知", "建设换电站", 5)
    assert (first.number, first.title, first.everyone) == ("一", "新建换电站4座。", ("各区",))
    assert (second.lead, second.open) == (("市交通局",), True)


def test_the_published_texts(shared: Path, tmp_path: Path) -> None:
    text = (shared / "tasks_state_council.txt").read_text("utf-8")
    parts = [part.splitlines()[2:] for part in text.split("#### SOURCE:")[1:]]
    tasks = [tasks_of(notice(tmp_path / f"{i}.docx", lines)) for i, lines in enumerate(parts)]
    assert [found[0].document for found in tasks] == ["国发〔2018〕38号", "国发〔2019〕3号", "国发〔2018〕39号"]
    assert [len(found) for found in tasks] == [53, 21, 15]
    first = tasks[1][0]  # （… 负责，排在第一位的部门为牵头部门，下同）
    assert (first.lead, first.support) == (("税务总局",), ("财政部", "海关总署"))


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.doc", b"x", "只认 .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "不是 .docx"),
        ("a.docx", b"PK\x03\x04", "损坏"),
    ],
)
def test_refused(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile) as refusal:
        read_document(tmp_path / name)
    assert word in str(refusal.value)


def test_another_archive_or_a_letter_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadableFile, match="不是 Word"):
        read_document(tmp_path / "a.docx")
    with pytest.raises(UnreadableFile, match="没有任务"):
        read_document(notice(tmp_path / "b.docx", ["一、您好", "谢谢。"]))
    with pytest.raises(UnreadableFile, match="打不开"):
        read_document(tmp_path / "c.docx")
