"""Numerals and shares: what is read, where it stands, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.numbers import cardinal, decimal, numerals, percents

DIGITS = "〇一二三四五六七八九"


def spoken(n: int) -> str:
    """A number below 10,000 as it is said, written independently of the reader."""
    words, pending = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // place % 10
        if digit:
            words += ("零" if pending and words else "") + DIGITS[digit] + unit
            pending = False
        else:
            pending = True
    return words


@given(st.integers(1, 9999))
def test_a_number_that_is_said_is_read(n: int) -> None:
    assert cardinal(spoken(n)) == n
    assert cardinal(str(n)) == n
    assert cardinal("".join(DIGITS[int(char)] for char in str(n))) == n


@given(st.integers(1, 9999), st.integers(1000, 9999))
def test_a_number_with_ten_thousands(high: int, low: int) -> None:
    assert cardinal(f"{spoken(high)}万{spoken(low)}") == high * 10000 + low


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("廿五", 25),
        ("卅", 30),
        ("二〇二三", 2023),
        ("两千零四", 2004),
        ("三百五", 350),
        ("一千二", 1200),
        ("三万五", 35000),
        ("一亿二千万", 120_000_000),
        ("百", None),
        ("十十", None),
        ("三公里", None),
        ("", None),
    ],
)
def test_a_cardinal(words: str, value: int | None) -> None:
    assert cardinal(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("7.2", "7.2"), ("六点五", "6.5"), ("1.5亿", "150000000"), ("3,200", "3200"), ("２３", "23"), ("六点", None)],
)
def test_a_decimal(words: str, value: str | None) -> None:
    assert decimal(words) == (Decimal(value) if value else None)


def test_numerals_keep_their_places() -> None:
    text = "新增３２家，投资1.2万元，化解十八件"
    assert [(text[slice(*one.span)], one.value) for one in numerals(text)] == [
        ("３２", 32),
        ("1.2万", 12000),
        ("十八", 18),
    ]


SHARES = [
    ("完成60%", "60%", 60, "percent", ""),
    ("进度６０％", "６０％", 60, "percent", ""),
    ("完成 60 %", "60 %", 60, "percent", ""),
    ("完成百分之六十", "百分之六十", 60, "percent", ""),
    ("百分之六十五点五", "百分之六十五点五", 66, "percent", ""),
    ("百分之百", "百分之百", 100, "percent", ""),
    ("约62.5%", "62.5%", 63, "percent", "约"),
    ("62.4%", "62.4%", 62, "percent", ""),
    ("尚未启动，进度0%", "0%", 0, "percent", ""),
    ("完成60%左右", "60%", 60, "percent", "左右"),
    ("六成", "六成", 60, "tenths", ""),
    ("六成五", "六成五", 65, "tenths", ""),
    ("八成二", "八成二", 82, "tenths", ""),
    ("五成半", "五成半", 55, "tenths", ""),
    ("完成9成", "9成", 90, "tenths", ""),
    ("近九成", "九成", 90, "tenths", "近"),
    ("超七成", "七成", 70, "tenths", "超"),
    ("完成一半", "一半", 50, "half", ""),
    ("已经过半", "过半", 50, "half", ""),
    ("完成半数", "半数", 50, "half", ""),
    ("三分之二", "三分之二", 67, "fraction", ""),
    ("四分之三", "四分之三", 75, "fraction", ""),
    ("十分之一", "十分之一", 10, "fraction", ""),
    ("完成12/15", "12/15", 80, "ratio", ""),
    ("化解26/40件", "26/40", 65, "ratio", ""),
    ("20座建成13座", "20座建成13座", 65, "count", ""),
    ("6个示范村已建成2个", "6个示范村已建成2个", 33, "count", ""),
    ("四十件 化解了十八件", "四十件 化解了十八件", 45, "count", ""),
    ("8条道路已通车5条", "8条道路已通车5条", 63, "count", ""),
    ("建成13座，共20座", "建成13座，共20座", 65, "count", ""),
]


@pytest.mark.parametrize(("text", "words", "value", "kind", "qualifier"), SHARES)
def test_a_share(text: str, words: str, value: int, kind: str, qualifier: str) -> None:
    (share,) = percents(text)
    assert (share.words, share.value, share.kind, share.qualifier) == (words, value, kind, qualifier)
    assert text[slice(*share.span)] == words
    assert not share.impossible


@pytest.mark.parametrize(
    "text",
    [
        "三成功",
        "一成立就",
        "十分重要",
        "还剩8公里",
        "提高6个百分点",
        "3/0",
        "2023/4/10",
        "千分之三",
        "七八成",
        "建成公园",
        "一成不变",
    ],
)
def test_what_is_no_share(text: str) -> None:
    assert percents(text) == []


@pytest.mark.parametrize(("text", "value"), [("完成120%", 120), ("17/15", 113), ("下降-3%", -3), ("五分之六", 120)])
def test_what_no_share_can_be_is_marked(text: str, value: int) -> None:
    (share,) = percents(text)
    assert (share.value, share.impossible) == (value, True)


@pytest.mark.parametrize("text", ["进度由40%提升至55%", "从40%增加到55%", "由四成提高到五成五"])
def test_the_former_of_a_rise_is_superseded(text: str) -> None:
    assert [(share.value, share.superseded) for share in percents(text)] == [
        (percents(text)[0].value, True),
        (55, False),
    ]


def test_two_shares_stand_in_the_order_of_the_text() -> None:
    assert [share.value for share in percents("D54、D55分别完成41%和七成三，40%-60%为正常")] == [41, 73, 40, 60]


@given(st.text(alphabet="0123456789%％成分之百半/.座已建成约 一二十两零点，由至-\ud800", max_size=30))
def test_no_text_raises_and_spans_lie_in_it(text: str) -> None:
    for share in percents(text):
        assert 0 <= share.span[0] < share.span[1] <= len(text)
        assert share.words == text[slice(*share.span)]
        assert share.impossible or 0 <= share.value <= 100
    for one in numerals(text):
        assert decimal(text[slice(*one.span)]) == one.value
