"""When meetings and reminders begin: ``start`` and ``when`` of understanding.md."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.dates import find, start, when
from bot.workdays import Calendar

CALENDAR = Calendar()
NOW = datetime.fromisoformat("2024-04-24T10:30")  # a Wednesday

STARTS = [
    ("定于4月26日上午9:00召开", "2024-04-26T09:00"),
    ("4月26日（周五）下午3点", "2024-04-26T15:00"),
    ("下周三15时30分", "2024-05-01T15:30"),
    ("明天上午", "2024-04-25T09:00"),
    ("明天中午", "2024-04-25T12:00"),
    ("明天下午", "2024-04-25T15:00"),
    ("明天晚上", "2024-04-25T19:00"),
    ("后天", "2024-04-26T09:00"),
    ("周五下午3点半", "2024-04-26T15:30"),
    ("周五三点一刻", "2024-04-26T15:15"),
    ("周五3点", "2024-04-26T15:00"),
    ("明天一点半", "2024-04-25T13:30"),
    ("周五6点", "2024-04-26T18:00"),
    ("周五8点", "2024-04-26T08:00"),
    ("周五9点半", "2024-04-26T09:30"),
    ("周五11点", "2024-04-26T11:00"),
    ("周五12点", "2024-04-26T12:00"),
    ("明早7点", "2024-04-25T07:00"),
    ("明晚7点", "2024-04-25T19:00"),
    ("今天晚上8:00", "2024-04-24T20:00"),
    ("今天16:45", "2024-04-24T16:45"),
    ("15:30", "2024-04-24T15:30"),
    ("3点", "2024-04-24T15:00"),
    ("9点", "2024-04-25T09:00"),
    ("08:30", "2024-04-25T08:30"),
    ("半小时后", "2024-04-24T11:00"),
    ("两个小时后", "2024-04-24T12:30"),
    ("20分钟后", "2024-04-24T10:50"),
    ("三天后", "2024-04-27T09:00"),
    ("三天后下午2点", "2024-04-27T14:00"),
    ("4月28日至30日", "2024-04-28T09:00"),
    ("4月28日下午2点至5点", "2024-04-28T14:00"),
    ("4月28日9:00-11:30", "2024-04-28T09:00"),
    ("时间：4月28日，下午3点", "2024-04-28T15:00"),
    ("2024年5月10日14时", "2024-05-10T14:00"),
    ("10日上午10点", "2024-05-10T10:00"),
    ("今天下午差一刻三点", "2024-04-24T14:45"),
    ("五一前", "2024-04-30T09:00"),
    ("下周一早上", "2024-04-29T09:00"),
]


@pytest.mark.parametrize(("words", "expected"), STARTS)
def test_a_start(words: str, expected: str) -> None:
    assert start(find(words, NOW, CALENDAR), NOW, CALENDAR) == expected


@pytest.mark.parametrize("words", ["明天7点", "7点半开会", "周五7点", "2月30日上午9点", "两个小时", "时间待定"])
def test_what_cannot_be_told(words: str) -> None:
    assert start(find(words, NOW, CALENDAR), NOW, CALENDAR) is None


def test_a_bare_seven_is_marked_and_a_clear_one_is_not() -> None:
    unclear = [
        find(words, NOW, CALENDAR)[0].bare_time_unclear for words in ("明天7点", "明早7点", "07:30", "19:00", "8点")
    ]
    assert unclear == [True, False, False, False, False]


RULES = [
    ("每天上午9点提醒我看邮件", "FREQ=DAILY", "09:00", "每天上午9点"),
    ("每日17:30提醒签退", "FREQ=DAILY", "17:30", "每日17:30"),
    ("从今天起每天晚上7点提醒我报汛情", "FREQ=DAILY", "19:00", "每天晚上7点"),
    ("每天提醒我打卡", "FREQ=DAILY", "09:00", "每天"),
    ("每晚8点提醒", "FREQ=DAILY", "20:00", "每晚8点"),
    ("每天3点提醒", "FREQ=DAILY", "15:00", "每天3点"),
    ("每周五下午4点提醒", "FREQ=WEEKLY;BYDAY=FR", "16:00", "每周五下午4点"),
    ("每周一、周四上午9点提醒", "FREQ=WEEKLY;BYDAY=MO,TH", "09:00", "每周一、周四上午9点"),
    ("每周一、三、五早上8点半提醒", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "08:30", "每周一、三、五早上8点半"),
    ("每个星期天上午10点", "FREQ=WEEKLY;BYDAY=SU", "10:00", "每个星期天上午10点"),
    ("每周二和周四下午2点", "FREQ=WEEKLY;BYDAY=TU,TH", "14:00", "每周二和周四下午2点"),
    ("每逢周一9点提醒", "FREQ=WEEKLY;BYDAY=MO", "09:00", "每逢周一9点"),
    ("每周一至周五8:30提醒", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:30", "每周一至周五8:30"),
    ("周一到周五每天8点提醒", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:00", "周一到周五每天8点"),
    ("每个工作日8:20提醒值班员", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:20", "每个工作日8:20"),
    ("工作日下午5点提醒关窗", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "17:00", "工作日下午5点"),
    ("每周末上午提醒", "FREQ=WEEKLY;BYDAY=SA,SU", "09:00", "每周末上午"),
    ("每周一三五早上8点", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "08:00", "每周一三五早上8点"),
    ("每周一3点提醒", "FREQ=WEEKLY;BYDAY=MO", "15:00", "每周一3点"),
    ("周一到周五早上8点提醒", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "08:00", "周一到周五早上8点"),
    ("每月28号上午九点提醒", "FREQ=MONTHLY;BYMONTHDAY=28", "09:00", "每月28号上午九点"),
    ("每月5号、20号提醒", "FREQ=MONTHLY;BYMONTHDAY=5,20", "09:00", "每月5号、20号"),
    ("每月底提醒", "FREQ=MONTHLY;BYMONTHDAY=-1", "09:00", "每月底"),
    ("以后每月最后一天下午5点提醒", "FREQ=MONTHLY;BYMONTHDAY=-1", "17:00", "每月最后一天下午5点"),
    ("每个月1日提醒", "FREQ=MONTHLY;BYMONTHDAY=1", "09:00", "每个月1日"),
    ("每月初提醒", "FREQ=MONTHLY;BYMONTHDAY=1", "09:00", "每月初"),
]


@pytest.mark.parametrize(("text", "rule", "clock", "words"), RULES)
def test_what_recurs(text: str, rule: str, clock: str, words: str) -> None:
    found = when(text, NOW, CALENDAR)
    assert found is not None
    value, span = found
    assert (value.rrule, value.time, value.once) == (rule, clock, None)
    assert text[slice(*span)] == words


@pytest.mark.parametrize(
    "text",
    [
        "每两周提醒",
        "每季度末月25日提醒",
        "每月最后一个工作日提醒",
        "每年3月5日提醒",
        "每周提醒一次",
        "每月提醒",
        "每天7点提醒",
        "提醒我开会",
    ],
)
def test_what_the_forms_cannot_say(text: str) -> None:
    assert when(text, NOW, CALENDAR) is None


@pytest.mark.parametrize(
    ("text", "minute", "words"),
    [
        ("明天上午10点提醒我开会", "2024-04-25T10:00", "明天上午10点"),
        ("半小时后提醒我给财政局回电话", "2024-04-24T11:00", "半小时后"),
        ("请在5月6日提醒各单位报表", "2024-05-06T09:00", "5月6日"),
        ("周五下午提醒我交材料", "2024-04-26T15:00", "周五下午"),
        ("明天，下午3点提醒我交表", "2024-04-25T15:00", "明天，下午3点"),
        ("明天提醒我下午3点开会", "2024-04-25T09:00", "明天"),
        ("提醒我15号上午九点半参加调度会", "2024-05-15T09:30", "15号上午九点半"),
    ],
)
def test_once(text: str, minute: str, words: str) -> None:
    found = when(text, NOW, CALENDAR)
    assert found is not None
    value, span = found
    assert (value.once, value.rrule, text[slice(*span)]) == (minute, None, words)
