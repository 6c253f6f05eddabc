"""Deadlines in the words of ledgers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.importing.deadlines import ImpossibleDate, read_due

TODAY = date(2023, 4, 12)

DEADLINES = """
2022年10月底前 2022-10-31
2019年9月底前 2019-09-30
12月底 2023-12-31
十二月底前 2023-12-31
十月二十五日 2023-10-25
二〇二三年十月底 2023-10-31
4月25日前 2023-04-25
4月25号 2023-04-25
２０２３年４月２５日 2023-04-25
23年5月 2023-05-31
2023-04-25 2023-04-25
2023/4/5_00:00 2023-04-05
2023.4 2023-04-30
20230425 2023-04-25
2023年4月 2023-04-30
4月上旬 2023-04-10
4月中旬 2023-04-20
4月下旬 2023-04-30
月底前 2023-04-30
第三季度 2023-09-30
三季度末 2023-09-30
2023年第1-3季度 2023-09-30
明年一季度 2024-03-31
上半年 2023-06-30
2023年下半年 2023-12-31
年底前 2023-12-31
全年 2023-12-31
长期 2023-12-31
2025年 2025-12-31
2023年6—10月 2023-10-31
2019年1月1日至12月31日 2019-12-31
2022年11月至次年3月 2023-03-31
6月底前完成方案，10月底前完成建设 2023-10-31
2023年12月底前并持续推进 2023-12-31
12月底前完成，每月25日前报进展 2023-12-31
2024年2月29日 2024-02-29
2019年1月1日起 -
持续推进 -
按季 -
每月25日前 -
每季度末 -
2020年起每年12月底前 -
25日前 2023-04-25
本周五下班前 2023-04-14
五一前 2023-04-28
3个工作日内 2023-04-17
尽快 -
随时 -
32日前 -
"""


@pytest.mark.parametrize("line", DEADLINES.split("\n")[1:-1])
def test_deadlines(line: str) -> None:
    words, day = line.split(" ")
    assert read_due(words.replace("_", " "), TODAY) == (None if day == "-" else date.fromisoformat(day))


@pytest.mark.parametrize("words", ["2月30日", "13月底", "2023-13-45", "2023年2月29日", "6月底前，6月31日"])
def test_impossible(words: str) -> None:
    with pytest.raises(ImpossibleDate):
        read_due(words, TODAY)


def test_the_ledger_gives_the_year() -> None:
    assert read_due("10月底前", TODAY, 2022) == date(2022, 10, 31)
    assert read_due("今年底", TODAY, 2022) == date(2023, 12, 31)


def test_no_words_no_day() -> None:
    assert read_due("", TODAY) is None


@settings(deadline=None)
@given(st.text(alphabet="0123456789年月日号底前至—-/.季度上半旬每起第个工作周末五一内天今明 ", max_size=16))
def test_any_words_are_read(words: str) -> None:
    try:
        day = read_due(words, TODAY)
    except ImpossibleDate as error:
        assert str(error)
    else:
        assert day is None or isinstance(day, date)
