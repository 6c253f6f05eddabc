"""《政务动态》 as text for a group, Markdown, HTML and a Word document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue to be shown: its head, and its content as it was compiled (handlers/digest.py).

    ``number`` is that of the year, or None for a draft that has none yet; ``layer`` None shows every section.
    """

    city: str
    year: int
    number: int | None
    week: str
    date: str
    content: dict[str, Any]
    layer: str | None = None

    @property
    def heading(self) -> str:
        """The line under the name."""
        number = f"第 {self.number} 期" if self.number else "草稿"
        return f"{self.year} 年{number}（{self.week}）"

    def sections(self) -> list[dict[str, Any]]:
        """The sections that this layer sees, without empty ones."""
        return [
            section
            for section in self.content.get("sections", [])
            if section["items"] and (self.layer is None or not section["layers"] or self.layer in section["layers"])
        ]

    def ledger(self) -> list[str]:
        """The lines of the ledger's figures; names of late units are for the leaders (and the whole issue) only."""
        ledger = self.content.get("ledger", {})
        late = ledger.get("late", []) if self.layer in (None, "leaders") else []
        return [*ledger.get("lines", []), *late]


def message(issue: Issue, best: int, limit: int) -> str:
    """The issue as one group message of at most ``limit`` characters: the ``best`` titles of each section."""
    for count in range(best, 1, -1):
        text = _message(issue, count)
        if len(text) <= limit:
            return text
    text = _message(issue, 1)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _message(issue: Issue, best: int) -> str:
    lines = [f"《政务动态》{issue.heading}", f"{issue.city}人民政府办公室　{issue.date}"]
    for number, section in enumerate(issue.sections()):
        lines.append(f"{NUMERALS[number]}、{section['heading']}")
        shown = section["items"][:best]
        lines += [f"{n}. {item['title']}（{item['unit']}）" for n, item in enumerate(shown, 1)]
        if len(section["items"]) > best:
            lines.append(f"　等 {len(section['items'])} 条")
    lines += ["督办台账", *issue.ledger()]
    if issue.content.get("ranking"):
        lines.append("信息采用：" + "；".join(issue.content["ranking"]))
    return "\n".join(lines)


def markdown(issue: Issue) -> str:
    """The whole issue as Markdown."""
    lines = ["# 政务动态", "", f"**{issue.heading}**", "", f"{issue.city}人民政府办公室　{issue.date}", ""]
    for number, section in enumerate(issue.sections()):
        lines += [f"## {NUMERALS[number]}、{section['heading']}", ""]
        for item in section["items"]:
            lines += [
                f"### {_marked(item['title'])}",
                "",
                _paragraphs(item["body"]),
                "",
                f"（{_marked(item['unit'])}　{item['code']}）",
                "",
            ]
    lines += ["## 督办台账", "", *(f"- {_marked(line)}" for line in issue.ledger()), ""]
    if issue.content.get("ranking"):
        lines += ["## 信息采用排名", "", *(f"- {_marked(line)}" for line in issue.content["ranking"]), ""]
    return "\n".join(lines)


_MARKS = frozenset("\\`*_{}[]<>#|!&~")
_LIST_MARK = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$)))([-+.)])", re.ASCII)
"""What makes a line an item of a list, or a rule: "1. ", "2) ", "- ", "---"; but not "1.5亿元"."""


def _marked(text: str) -> str:
    """Text that Markdown shall show as it is."""
    return "".join("\\" + c if c in _MARKS else c for c in text)


def _paragraphs(text: str) -> str:
    """Each line a paragraph: Markdown runs single lines together."""
    lines = [_LIST_MARK.sub(r"\1\\\2", _marked(line.strip())) for line in text.splitlines() if line.strip()]
    return "\n\n".join(lines)


_STYLE = (
    "body{max-width:46em;margin:2em auto;font-family:serif;line-height:1.8}"
    "h1,.head{text-align:center}h1{color:#b00;letter-spacing:.5em}"
)


def html(issue: Issue) -> str:
    """The whole issue as an HTML page that needs nothing else."""
    head = f"{escape(issue.heading)}<br>{escape(issue.city)}人民政府办公室　{escape(issue.date)}"
    body = ["<h1>政务动态</h1>", f'<p class="head">{head}</p>']
    for number, section in enumerate(issue.sections()):
        body.append(f"<h2>{NUMERALS[number]}、{escape(section['heading'])}</h2>")
        body += [_article(item) for item in section["items"]]
    body += ["<h2>督办台账</h2>", _list(issue.ledger())]
    if issue.content.get("ranking"):
        body += ["<h2>信息采用排名</h2>", _list(issue.content["ranking"])]
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>政务动态</title>'
        f"<style>{_STYLE}</style>{''.join(body)}</html>\n"
    )


def _article(item: dict[str, Any]) -> str:
    text = escape(item["body"]).replace("\n", "<br>")
    return f"<h3>{escape(item['title'])}</h3><p>{text}</p><p>（{escape(item['unit'])}　{item['code']}）</p>"


def _list(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def word(issue: Issue) -> bytes:
    """The whole issue as a Word document."""
    document = Document()
    _centred(document.add_paragraph(), "政　务　动　态", "SimSun", 36)
    _centred(document.add_paragraph(), issue.heading, "FangSong", 16)
    _centred(document.add_paragraph(), f"{issue.city}人民政府办公室　　{issue.date}", "FangSong", 16)
    for number, section in enumerate(issue.sections()):
        _text(document.add_paragraph(), f"{NUMERALS[number]}、{section['heading']}", "SimHei", 16)
        for item in section["items"]:
            _text(document.add_paragraph(), item["title"], "KaiTi", 16, bold=True)
            for paragraph in item["body"].splitlines():
                _text(document.add_paragraph(), f"　　{paragraph.strip()}", "FangSong", 16)
            _text(document.add_paragraph(), f"（{item['unit']}　{item['code']}）", "FangSong", 14)
    _text(document.add_paragraph(), "督办台账", "SimHei", 16)
    for line in [*issue.ledger(), *issue.content.get("ranking", [])]:
        _text(document.add_paragraph(), f"　　{line}", "FangSong", 16)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold: controls that a file may have brought in."""


def _centred(paragraph: Paragraph, text: str, font: str, size: int) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _text(paragraph, text, font, size)


def _text(paragraph: Paragraph, text: str, font: str, size: int, *, bold: bool = False) -> None:
    """A run in a Chinese font by name; sizes in points (GB/T 9704: body 三号 = 16 pt)."""
    run = paragraph.add_run(_NOT_XML.sub("", text))
    run.font.name = font
    run.font.size = Pt(size)
    run.font.bold = bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
