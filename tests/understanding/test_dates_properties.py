"""What must hold for every text: no error, spans in place, the same for full-width text, and work linear in length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.dates import due, extend, find, period, start, when
from bot.understanding.folding import fold
from bot.workdays import Calendar

CALENDAR = Calendar()
NOW = datetime.fromisoformat("2024-04-24T10:30")

_PIECES = (
    "1 2 3 10 15 30 31 99 2024 0 一 三 十 廿 两 半 年 月 日 号 天 周 周五 星期 季度 上 下 本 这 前 后 内 "
    "之前 之后 起 至 到 - ~ 、 和 每 从 自 截至 底 初 末 中 上旬 上午 晚 点 时 分 秒 : . / 工作日 个 小时 "
    "今天 次日 节前 五一 中秋 农历 初一 第 最后一 % 完成 ， 。 再过 过去 未来 近 下班前 (周一) 每周一、三 "
    "差一刻 "
).split()
texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
    st.text(max_size=40),
    st.text(alphabet=st.characters(categories=("Cs", "Nd", "Lo", "Po")), max_size=20),
)
moments = st.datetimes(min_value=datetime.fromisoformat("1990-01-01"), max_value=datetime.fromisoformat("2090-12-31"))


@settings(max_examples=400, deadline=None)
@given(texts, moments)
def test_nothing_that_is_typed_raises(text: str, now: datetime) -> None:
    found = find(text, now, CALENDAR)
    end = 0
    for expression in found:
        assert end <= expression.span[0] < expression.span[1] <= len(text)
        assert expression.words == text[slice(*expression.span)]
        end = expression.span[1]
        due(expression, now, CALENDAR)
        due(expression, now, CALENDAR, past=True)
        extend(expression, now.date(), now, CALENDAR)
        period(expression, now, CALENDAR)
        assert expression.impossible or expression.to_json()["kind"] == expression.kind
    start(found, now, CALENDAR)
    when(text, now, CALENDAR)


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=10).map("".join))
def test_full_width_text_means_the_same(text: str) -> None:
    plain, wide = find(text, NOW, CALENDAR), find(_wide(text), NOW, CALENDAR)
    assert [(one.span, one.node) for one in plain] == [(one.span, one.node) for one in wide]


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@settings(max_examples=100, deadline=None)
@given(moments, st.integers(1, 12), st.integers(1, 28))
def test_a_deadline_without_a_year_is_the_next(now: datetime, month: int, day: int) -> None:
    for words in (f"{month}月{day}日前", f"{day}日前", "月底前", "周五前", "3个工作日内", "季度末", "年底前", "国庆前"):
        (expression,) = find(words, now, CALENDAR)
        limit = due(expression, now, CALENDAR)
        assert limit is not None
        assert 0 <= (limit - now.date()).days <= 366


def _lines(call: Callable[[], Any]) -> int:
    """How many lines of Python a call runs: a measure of work that does not depend on the machine."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(None)
    return count


HOSTILE = (
    "一 1 周 前 从 自 每 半 上 1- 1、 1: 一年 第一 今 差一 每周一、 (周一) 前3天 前一天 月底"
    " 节后3天 5月和 、3日 今天到 起至 的"
).split()


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    size = 1000 // len(piece)
    once, twice = (_lines(lambda n=n: find("今天" + piece * n, NOW, CALENDAR)) for n in (size, 2 * size))
    assert twice <= 2.2 * once + 200


def test_no_pattern_backtracks_over_a_long_text() -> None:
    """Regex work is not counted in lines: these finish at once, or, with a pattern that backtracks, hardly ever."""
    for piece in ("一二三四五六七八九〇", "1234567890", "二十二十二十", "每周一、三、五、", "初初初初", "2024.2024."):
        find(piece * 3000, NOW, CALENDAR)
