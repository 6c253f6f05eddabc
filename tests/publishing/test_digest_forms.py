"""《政务动态》 in its forms: every title once, nothing broken by what people write, never too long for a group."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.publishing import digest
from bot.publishing.digest import Issue

HOSTILE = (
    "<script>alert(1)</script>整治",
    "# 一级标题 *强调* _下划_ `代码`",
    "[点这里](http://example.com) ![图](x.png)",
    "a & b &lt;b&gt; &amp; “引号”'单'\"双\"",
    "|表|格| ~~删除~~ \\反斜杠\\",
    "</h3></p></html><!-- 注释",
    "GDP增长6.3%，完成1.5亿元",
)
BODY = "一是备足种子。\n1. 备种120吨\n- 备肥\n---\n    缩进\n1.5亿元\n<b>粗</b> & 完"


def item(title: str, code: str, body: str = BODY) -> dict[str, Any]:
    return {"code": code, "title": title, "unit": "市农牧局", "body": body}


def issue(layer: str | None = None, number: int | None = 7, *, titles: tuple[str, ...] = HOSTILE) -> Issue:
    """An issue of three sections; the second is for the leaders only."""
    items = [item(title, f"X{n}") for n, title in enumerate(titles, 1)]
    content = {
        "sections": [
            {"heading": "工作亮点", "layers": [], "items": items},
            {"heading": "问题短板", "layers": ["leaders"], "items": [item("短板所在", "X90")]},
            {"heading": "经济运行", "layers": [], "items": []},
        ],
        "ledger": {"lines": ["共 3 项，在办 2 项。"], "late": ["逾期：市住建局 1 项。"], "moved": 1},
        "ranking": ["市农牧局 3 条次", "<b>局 & 1 条次"],
    }
    return Issue("测试市", 2023, number, "2023-W15", "2023年4月14日", content, layer)


class Reader(HTMLParser):
    """The text of each element of a kind, as a browser shows it; elements that were never meant are an error."""

    ALLOWED = frozenset("html meta title style h1 h2 h3 p br ul li strong".split())

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.ALLOWED, tag
        assert {name for name, _ in attrs} <= {"lang", "charset", "class"}
        self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.texts.append(("", ""))

    def handle_data(self, data: str) -> None:
        if self.texts:
            tag, text = self.texts[-1]
            self.texts[-1] = (tag, text + data)


def headings(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    return [text for tag, text in reader.texts if tag == "h3"]


def test_html_shows_every_title_once_and_as_it_was_written() -> None:
    page = digest.html(issue())
    assert headings(page) == [*HOSTILE, "短板所在"]
    assert page.count("X90") == 1
    assert "<script>" not in page


def test_markdown_shows_every_title_once_and_as_it_was_written() -> None:
    """Read as CommonMark with tables and strikethrough, and without HTML."""
    text = digest.markdown(issue())
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    assert headings(rendered) == [*HOSTILE, "短板所在"]
    assert "<li>市农牧局 3 条次</li>" in rendered
    assert "&lt;b&gt;局" in rendered


def test_markdown_keeps_the_lines_of_a_text_apart() -> None:
    rendered = MarkdownIt("commonmark").render(digest.markdown(issue(titles=("标题",))))
    shown = re.findall(r"<p>(.*?)</p>", rendered)
    for line in (
        "一是备足种子。",
        "1. 备种120吨",
        "- 备肥",
        "---",
        "缩进",
        "1.5亿元",
        "&lt;b&gt;粗&lt;/b&gt; &amp; 完",
    ):
        assert line in shown, line


def test_word_holds_every_title_once_and_every_paragraph() -> None:
    document = docx.Document(BytesIO(digest.word(issue())))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for title in (*HOSTILE, "短板所在"):
        assert texts.count(title) == 1, title
    assert texts[:3] == ["政　务　动　态", "2023 年第 7 期（2023-W15）", "测试市人民政府办公室　　2023年4月14日"]
    assert texts.count("　　一是备足种子。") == len(HOSTILE) + 1
    assert texts[-5:] == [
        "督办台账",
        "　　共 3 项，在办 2 项。",
        "　　逾期：市住建局 1 项。",
        "　　市农牧局 3 条次",
        "　　<b>局 & 1 条次",
    ]


def test_word_names_chinese_fonts() -> None:
    document = docx.Document(BytesIO(digest.word(issue(titles=("标题",)))))
    fonts = {run.font.name for paragraph in document.paragraphs for run in paragraph.runs}
    assert fonts == {"SimSun", "FangSong", "SimHei", "KaiTi"}


def test_what_xml_cannot_hold_does_not_stop_the_word_file() -> None:
    odd = issue(titles=("控制\x07字符\x0b与\ufffe",))
    texts = [paragraph.text for paragraph in docx.Document(BytesIO(digest.word(odd))).paragraphs]
    assert "控制字符与" in texts


@pytest.mark.parametrize("form", [digest.html, digest.markdown, lambda shown: digest.message(shown, 5, 1600)])
@pytest.mark.parametrize(
    ("layer", "seen"), [(None, True), ("leaders", True), ("departments", False), ("office", False)]
)
def test_who_is_behind_is_shown_to_leaders_only(form: Any, layer: str | None, seen: bool) -> None:
    text = form(issue(layer))
    assert ("短板所在" in text, "逾期：市住建局" in text, "问题短板" in text) == (seen, seen, seen)


def test_a_draft_has_no_number_yet() -> None:
    assert "2023 年草稿（2023-W15）" in digest.message(issue(number=None), 5, 1600)


def test_a_message_shows_the_best_and_how_many_there_are() -> None:
    many = issue("departments", titles=tuple(f"第{n}条" for n in range(1, 9)))
    assert digest.message(many, 5, 1600).splitlines() == [
        "《政务动态》2023 年第 7 期（2023-W15）",
        "测试市人民政府办公室　2023年4月14日",
        "一、工作亮点",
        *(f"{n}. 第{n}条（市农牧局）" for n in range(1, 6)),
        "　等 8 条",
        "督办台账",
        "共 3 项，在办 2 项。",
        "信息采用：市农牧局 3 条次；<b>局 & 1 条次",
    ]


def test_a_long_one_shows_fewer_of_each_section_before_it_is_cut() -> None:
    many = issue("departments", titles=tuple(f"第{n}条" + "长" * 400 for n in range(1, 9)))
    text = digest.message(many, 5, 1600)
    assert len(text) <= 1600
    assert [f"{n}. 第{n}条" in text for n in range(1, 5)] == [True, True, True, False]
    assert "督办台账" in text


TITLES = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=900), max_size=30)


@settings(max_examples=60, deadline=None, database=None)
@given(titles=TITLES, best=st.integers(1, 8), limit=st.sampled_from([300, 1500, 1600]))
def test_a_message_is_never_too_long(titles: list[str], best: int, limit: int) -> None:
    assert len(digest.message(issue(titles=tuple(titles)), best, limit)) <= limit


@settings(max_examples=60, deadline=None, database=None)
@given(titles=st.lists(st.text(st.sampled_from("甲乙#*_`[]()<>!&;|~\\1.- 'x\""), min_size=1, max_size=20), max_size=4))
def test_no_title_breaks_html_or_markdown(titles: list[str]) -> None:
    plain = tuple(" ".join(title.split()) or "题" for title in titles)
    shown = issue("departments", titles=plain)
    assert headings(digest.html(shown)) == list(plain)
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(digest.markdown(shown))
    assert headings(rendered) == list(plain)
