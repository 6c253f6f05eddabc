"""Deadlines as understanding.md reads them: what a clerk would write into the due column."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.understanding.dates import due, extend, find
from bot.workdays import Calendar

CALENDAR = Calendar()

# (sent, words, due): one table a day of sending, so that a reader can follow with a calendar at hand.
WEDNESDAY = "2024-04-24"  # a Wednesday before the holiday of 1–5 May; 28 April (a Sunday) and 11 May are worked
LATE_SEPTEMBER = "2026-09-29"  # a Tuesday; 1–7 October off, 10 October worked
DECEMBER = "2025-12-30"  # a Tuesday; the holiday of 元旦 2026 is 1–3 January, 4 January is worked

CASES = [
    # days, relative
    (WEDNESDAY, "今天反馈", "2024-04-24"),
    (WEDNESDAY, "明天报我", "2024-04-25"),
    (WEDNESDAY, "后天之前", "2024-04-26"),
    (WEDNESDAY, "大后天前", "2024-04-27"),
    (WEDNESDAY, "三天内完成", "2024-04-27"),
    (WEDNESDAY, "10日内办结", "2024-05-04"),
    (WEDNESDAY, "一周内", "2024-05-01"),
    (WEDNESDAY, "两周内", "2024-05-08"),
    (WEDNESDAY, "半个月内", "2024-05-09"),
    (WEDNESDAY, "一个月内", "2024-05-24"),
    (WEDNESDAY, "两个月内完成", "2024-06-24"),
    (WEDNESDAY, "半年内", "2024-10-24"),
    (WEDNESDAY, "一年内", "2025-04-24"),
    (WEDNESDAY, "24小时内", "2024-04-25"),
    (WEDNESDAY, "48小时以内报结果", "2024-04-26"),
    (WEDNESDAY, "15天后", "2024-05-09"),
    (WEDNESDAY, "两三天内", "2024-04-27"),
    (WEDNESDAY, "3-5天内", "2024-04-29"),
    (WEDNESDAY, "限7日内整改", "2024-05-01"),
    (WEDNESDAY, "限期10天", "2024-05-04"),
    ("2024-01-31", "一个月内", "2024-02-29"),
    ("2023-12-31", "两个月内", "2024-02-29"),
    ("2025-08-31", "半年内", "2026-02-28"),
    # working days, with 调休
    (WEDNESDAY, "2个工作日内", "2024-04-26"),
    (WEDNESDAY, "3个工作日内", "2024-04-28"),
    (WEDNESDAY, "五个工作日内报结果", "2024-04-30"),
    (WEDNESDAY, "7个工作日内", "2024-05-07"),
    (WEDNESDAY, "下个工作日", "2024-04-25"),
    (LATE_SEPTEMBER, "3个工作日内", "2026-10-09"),
    (LATE_SEPTEMBER, "四个工作日内", "2026-10-10"),
    (LATE_SEPTEMBER, "5个工作日之内", "2026-10-12"),
    (DECEMBER, "两个工作日内", "2026-01-04"),
    ("2025-01-24", "3个工作日内", "2025-02-05"),
    ("2026-02-12", "3个工作日内", "2026-02-24"),
    # weekdays and weeks
    (WEDNESDAY, "周五前", "2024-04-26"),
    (WEDNESDAY, "星期三", "2024-04-24"),
    (WEDNESDAY, "周一", "2024-04-29"),
    (WEDNESDAY, "本周五", "2024-04-26"),
    (WEDNESDAY, "本周一", "2024-04-22"),
    (WEDNESDAY, "下周五前报我", "2024-05-03"),
    (WEDNESDAY, "下周三", "2024-05-01"),
    (WEDNESDAY, "下下周一", "2024-05-06"),
    (WEDNESDAY, "周末", "2024-04-28"),
    (WEDNESDAY, "本周内", "2024-04-28"),
    (WEDNESDAY, "下周", "2024-05-05"),
    (WEDNESDAY, "下周内完成", "2024-05-05"),
    (WEDNESDAY, "周五下班前", "2024-04-26"),
    (WEDNESDAY, "今天下班前", "2024-04-24"),
    (WEDNESDAY, "下班前发我", "2024-04-24"),
    (WEDNESDAY, "明天中午前", "2024-04-25"),
    (WEDNESDAY, "本周五17:00前", "2024-04-26"),
    (WEDNESDAY, "明晚12点前", "2024-04-25"),
    ("2024-04-28", "周日前", "2024-04-28"),
    ("2024-04-27", "周五前", "2024-05-03"),
    # days of a month
    (WEDNESDAY, "4月30日前", "2024-04-30"),
    (WEDNESDAY, "4月10日前", "2025-04-10"),
    (WEDNESDAY, "30号", "2024-04-30"),
    (WEDNESDAY, "10号前", "2024-05-10"),
    (WEDNESDAY, "24日", "2024-04-24"),
    (WEDNESDAY, "下月15日前", "2024-05-15"),
    (WEDNESDAY, "下个月5号之前", "2024-05-05"),
    (WEDNESDAY, "本月底前", "2024-04-30"),
    (WEDNESDAY, "4/28前", "2024-04-28"),
    (WEDNESDAY, "延至6.30", "2024-06-30"),
    (WEDNESDAY, "申请延期到7/20", "2024-07-20"),
    (WEDNESDAY, "2024-05-10前", "2024-05-10"),
    (WEDNESDAY, "20240510前", "2024-05-10"),
    (WEDNESDAY, "二〇二四年五月十日前", "2024-05-10"),
    (WEDNESDAY, "明年3月1日", "2025-03-01"),
    (WEDNESDAY, "五月二十五号", "2024-05-25"),
    (WEDNESDAY, "最迟5月20日", "2024-05-20"),
    (WEDNESDAY, "不晚于5月20日", "2024-05-20"),
    (WEDNESDAY, "5月20日24时前", "2024-05-20"),
    (WEDNESDAY, "5月20日24时", "2024-05-20"),
    (WEDNESDAY, "5月20日零点", "2024-05-20"),
    (WEDNESDAY, "截至5月底", "2024-05-31"),
    (DECEMBER, "1月10日前", "2026-01-10"),
    (DECEMBER, "10日前", "2026-01-10"),
    ("2024-01-31", "31日", "2024-01-31"),
    ("2024-02-05", "30日前", "2024-03-30"),
    # parts of months and years
    (WEDNESDAY, "月底", "2024-04-30"),
    (WEDNESDAY, "月中", "2024-05-15"),
    (WEDNESDAY, "5月中前", "2024-05-15"),
    (WEDNESDAY, "年中", "2024-06-30"),
    (WEDNESDAY, "明年初", "2025-01-31"),
    (WEDNESDAY, "月初", "2024-05-05"),
    (WEDNESDAY, "下月初", "2024-05-05"),
    (WEDNESDAY, "5月上旬", "2024-05-10"),
    (WEDNESDAY, "6月中旬前", "2024-06-20"),
    (WEDNESDAY, "下旬", "2024-04-30"),
    (WEDNESDAY, "5月下旬", "2024-05-31"),
    (WEDNESDAY, "上旬", "2024-05-10"),
    (WEDNESDAY, "5月上中旬", "2024-05-20"),
    (WEDNESDAY, "8月底前", "2024-08-31"),
    (WEDNESDAY, "5月内", "2024-05-31"),
    (WEDNESDAY, "6月前", "2024-05-31"),
    (WEDNESDAY, "7月之前", "2024-06-30"),
    (WEDNESDAY, "4月前", "2025-03-31"),
    (WEDNESDAY, "这个月", "2024-04-30"),
    (WEDNESDAY, "二季度末前", "2024-06-30"),
    (WEDNESDAY, "季度末前完成", "2024-06-30"),
    (WEDNESDAY, "第三季度", "2024-09-30"),
    (WEDNESDAY, "一季度末", "2025-03-31"),
    (WEDNESDAY, "本季度内", "2024-06-30"),
    (WEDNESDAY, "季度首月20日前", "2024-07-20"),
    (WEDNESDAY, "季度末月25日", "2024-06-25"),
    (WEDNESDAY, "上半年", "2024-06-30"),
    (WEDNESDAY, "下半年", "2024-12-31"),
    (WEDNESDAY, "年底前", "2024-12-31"),
    (WEDNESDAY, "年内", "2024-12-31"),
    (WEDNESDAY, "明年上半年", "2025-06-30"),
    (WEDNESDAY, "明年一季度末", "2025-03-31"),
    (DECEMBER, "月初", "2026-01-05"),
    (DECEMBER, "季度末", "2025-12-31"),
    # festivals: the day before the published holiday
    (WEDNESDAY, "五一前", "2024-04-30"),
    (WEDNESDAY, "五一节前完成", "2024-04-30"),
    (WEDNESDAY, "节前", "2024-04-30"),
    (WEDNESDAY, "端午前", "2024-06-07"),
    (WEDNESDAY, "中秋节前", "2024-09-14"),
    (WEDNESDAY, "国庆前", "2024-09-30"),
    (WEDNESDAY, "元旦前", "2024-12-31"),
    (WEDNESDAY, "春节前", "2025-01-27"),
    (WEDNESDAY, "清明前", "2025-04-03"),
    (WEDNESDAY, "七一前", "2024-06-30"),
    (WEDNESDAY, "教师节前", "2024-09-09"),
    (WEDNESDAY, "节后第一个工作日", "2024-05-06"),
    (WEDNESDAY, "五一节后第一个工作日", "2024-05-06"),
    (WEDNESDAY, "五一假期", "2024-05-05"),
    (WEDNESDAY, "节前三天", "2024-04-30"),
    (WEDNESDAY, "节后一周内", "2024-05-12"),
    (WEDNESDAY, "节后3个工作日内", "2024-05-08"),
    (WEDNESDAY, "五一后3天内", "2024-05-08"),
    (WEDNESDAY, "春节后一周内", "2025-02-11"),
    (WEDNESDAY, "十一前完成", "2024-09-30"),
    (WEDNESDAY, "年前完成", "2025-01-27"),
    (LATE_SEPTEMBER, "国庆节前", "2026-09-30"),
    (LATE_SEPTEMBER, "节后第一个工作日", "2026-10-08"),
    (LATE_SEPTEMBER, "春节前", "2027-02-04"),
    ("2025-06-03", "中秋前", "2025-09-30"),
    ("2023-06-25", "申请延期至中秋前", "2023-09-28"),
    ("2023-02-01", "元旦前", "2023-12-29"),
    (DECEMBER, "春节前", "2026-02-14"),
    ("2024-05-06", "五一前", "2025-04-30"),
    # ranges end with their last day
    (WEDNESDAY, "4月28日至5月6日", "2024-05-06"),
    (WEDNESDAY, "4月20日至25日", "2024-04-25"),
    (WEDNESDAY, "5月10日-12日", "2024-05-12"),
    (WEDNESDAY, "即日起至5月底", "2024-05-31"),
    (WEDNESDAY, "自5月1日起至6月15日止", "2024-06-15"),
    (WEDNESDAY, "周四到下周二", "2024-04-30"),
    (WEDNESDAY, "周一至周五", "2024-04-26"),
    (WEDNESDAY, "5-6月", "2024-06-30"),
    (WEDNESDAY, "5.10-5.20", "2024-05-20"),
    (WEDNESDAY, "今明两天", "2024-04-25"),
    (WEDNESDAY, "4月28日（周日）前", "2024-04-28"),
    (WEDNESDAY, "4月25日、26日", "2024-04-26"),
    # full width and traditional forms
    (WEDNESDAY, "５月１０日前", "2024-05-10"),
    (WEDNESDAY, "下週五前", "2024-05-03"),
]


@pytest.mark.parametrize(("sent", "words", "expected"), CASES)
def test_a_deadline(sent: str, words: str, expected: str) -> None:
    now = datetime.fromisoformat(f"{sent}T10:30")
    found = [due(expression, now, CALENDAR) for expression in find(words, now, CALENDAR)]
    assert found == [date.fromisoformat(expected)]


def test_days_in_a_list_share_their_month() -> None:
    now = datetime.fromisoformat("2024-04-24T10:30")
    days = [due(expression, now, CALENDAR) for expression in find("分别于5月10日和20日前报送", now, CALENDAR)]
    assert days == [date(2024, 5, 10), date(2024, 5, 20)]


@pytest.mark.parametrize(
    "words",
    ["5月起", "自5月1日起施行", "今年以来", "15天", "五个工作日", "每周五", "过去三天", "近两周", "节后"],
)
def test_what_sets_no_deadline(words: str) -> None:
    now = datetime.fromisoformat("2024-04-24T10:30")
    assert [due(expression, now, CALENDAR) for expression in find(words, now, CALENDAR)] == [None]


@pytest.mark.parametrize("words", ["2月30日前", "4月31日", "6.31前", "2023-02-29", "13月5日", "11月31号前"])
def test_a_day_that_does_not_exist_is_found_and_has_no_date(words: str) -> None:
    now = datetime.fromisoformat("2024-04-24T10:30")
    (expression,) = find(words, now, CALENDAR)
    assert expression.impossible
    assert due(expression, now, CALENDAR) is None
    with pytest.raises(ValueError, match=words.rstrip("前")):
        expression.to_json()


def test_29_february_is_no_deadline_years_ahead() -> None:
    (expression,) = find("2月29日前", now := datetime.fromisoformat("2025-04-24"), CALENDAR)
    assert due(expression, now, CALENDAR) is None
    (expression,) = find("2月29日前", now := datetime.fromisoformat("2028-01-04"), CALENDAR)
    assert due(expression, now, CALENDAR) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("sent", "words", "expected"),
    [
        ("2023-05-31", "5月26日", "2023-05-26"),
        ("2023-05-31", "6月28日", "2022-06-28"),
        ("2023-05-31", "31日", "2023-05-31"),
        ("2023-05-10", "28日", "2023-04-28"),
        ("2023-05-10", "周五", "2023-05-05"),
        ("2023-05-10", "昨天", "2023-05-09"),
        ("2024-01-03", "12月30日", "2023-12-30"),
        ("2024-03-01", "三月五日", "2023-03-05"),
    ],
)
def test_what_was_done_lies_in_the_past(sent: str, words: str, expected: str) -> None:
    now = datetime.fromisoformat(f"{sent}T09:00")
    (expression,) = find(words, now, CALENDAR)
    assert due(expression, now, CALENDAR, past=True) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("延期一个月", "2024-07-30"),
        ("顺延15天", "2024-07-15"),
        ("延后两周", "2024-07-14"),
        ("推迟3个工作日", "2024-07-03"),
        ("延长半年", "2024-12-30"),
        ("再给我们10天", "2024-07-10"),
        ("延期到7月20日", "2024-07-20"),
        ("延长至三季度末", "2024-09-30"),
        ("延期至下周三", "2024-06-26"),
        ("延期到国庆前", "2024-09-30"),
    ],
)
def test_an_extension_counts_from_the_present_deadline(words: str, expected: str) -> None:
    now = datetime.fromisoformat("2024-06-19T09:00")
    found = [extend(expression, date(2024, 6, 30), now, CALENDAR) for expression in find(words, now, CALENDAR)]
    assert found == [date.fromisoformat(expected)]


def test_an_extension_by_a_span_needs_a_present_deadline() -> None:
    now = datetime.fromisoformat("2024-06-19T09:00")
    (expression,) = find("延期一个月", now, CALENDAR)
    assert extend(expression, None, now, CALENDAR) is None


def test_an_unpublished_year_is_marked() -> None:
    now = datetime.fromisoformat("2027-04-26T09:00")
    provisional = {words: find(words, now, CALENDAR)[0].provisional for words in ("5个工作日内", "五一前", "5月10日前")}
    assert provisional == {"5个工作日内": True, "五一前": True, "5月10日前": False}
