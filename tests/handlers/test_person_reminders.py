"""提醒: made, fired and cancelled by people, in the group or in private."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.acts import CancelReminder, CreateReminder, Undo, When
from bot.office_acts import FireReminder
from models.schedules import Reminder, ReminderState, Schedule
from scheduler.ticker import Ticker
from tests.handlers import city
from tests.handlers.builders import ZONE, Desk

ONCE = CreateReminder(text="报送周进展", when=When(once="2023-04-13T09:00"))
FRIDAYS = CreateReminder(text="报周报", when=When(rrule="FREQ=WEEKLY;BYDAY=FR", time="16:00"))
WORKDAYS = CreateReminder(text="看台账", when=When(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", time="09:00"))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


async def next_at(desk: Desk, code: str) -> datetime | None:
    found = next(row for row in await desk.all(Schedule) if row.id == code).next_at
    return found.astimezone(ZONE) if found else None


async def test_once_in_private(desk: Desk) -> None:
    outcome = await desk.say(city.HOUSING_LIAISON, ONCE)
    assert outcome.code == "T1"
    assert outcome.reply == "T1 已设：4 月 13 日 09:00 提醒“报送周进展”。回复“撤销”可收回。"
    assert await next_at(desk, "T1") == local("2023-04-13T09:00")
    await desk.office(FireReminder(reminder="T1", at="2023-04-13T09:00"))
    [row] = await desk.outbox()
    assert (row.chat_kind, row.chat, row.text, row.key) == (
        "private",
        city.HOUSING_LIAISON,
        "【提醒】T1 报送周进展",
        "fire:T1:2023-04-13T09:00",
    )
    assert (await desk.all(Reminder))[0].state == ReminderState.FIRED


async def test_in_a_group_it_fires_there_and_names_its_owner(desk: Desk) -> None:
    outcome = await desk.say(city.HOUSING_LIAISON, FRIDAYS, group=city.DEPARTMENTS_GROUP)
    assert outcome.reply == "T1 已设：每周五 16:00 在本群提醒“报周报”，首次 4 月 14 日。回复“撤销”可收回。"
    await desk.office(FireReminder(reminder="T1", at="2023-04-14T16:00"))
    [row] = await desk.outbox()
    assert (row.chat, row.mentions) == (city.DEPARTMENTS_GROUP, [city.HOUSING_LIAISON])
    assert (await desk.all(Reminder))[0].state == ReminderState.ACTIVE


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (WORKDAYS.when, "每个工作日 09:00 提醒“甲”，首次 4 月 13 日"),
        (When(rrule="FREQ=DAILY", time="08:00"), "每天 08:00 提醒"),
        (When(rrule="FREQ=WEEKLY;BYDAY=MO,TH", time="08:00"), "每周一、四 08:00 提醒“甲”，首次 4 月 13 日"),
        (When(rrule="FREQ=MONTHLY;BYMONTHDAY=25", time="10:00"), "每月 25 日 10:00 提醒“甲”，首次 4 月 25 日"),
        (When(rrule="FREQ=MONTHLY;BYMONTHDAY=-1", time="10:00"), "每月最后一天 10:00 提醒“甲”，首次 4 月 30 日"),
        (When(rrule="FREQ=MONTHLY;BYMONTHDAY=-3", time="10:00"), "每月倒数第 3 天 10:00 提醒“甲”，首次 4 月 28 日"),
        (When(rrule="FREQ=MONTHLY;BYMONTHDAY=31", time="10:00"), "首次 5 月 31 日"),
        (When(once="2024-01-02T09:00"), "2024 年 1 月 2 日 09:00 提醒"),
    ],
)
async def test_the_receipt_says_when(desk: Desk, when: When, words: str) -> None:
    assert words in (await desk.say(city.MAYOR, CreateReminder(text="甲", when=when))).reply


async def test_every_working_day_follows_the_calendar(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """劳动节 2023: Saturday the 29th to 3 May are free, Sunday the 23rd and Saturday 6 May are worked."""
    await desk.say(city.CLERK, WORKDAYS)
    ticker = Ticker(desk.database, desk.dispatcher)
    for day in range(13, 39):
        desk.now = local(f"2023-{4 if day <= 30 else 5:02d}-{day if day <= 30 else day - 30:02d}T09:00")
        await ticker.tick(desk.now)
    days = [row.key.removeprefix("fire:T1:2023-")[:5] for row in await desk.outbox()]
    assert (
        days
        == (
            "04-13 04-14 04-17 04-18 04-19 04-20 04-21 04-23 04-24 04-25 04-26 04-27 04-28 05-04 05-05 05-06 05-08"
        ).split()
    )
    capsys.readouterr()


async def test_the_past_is_refused(desk: Desk) -> None:
    for moment in ("2023-04-12T09:00", "2023-04-12T09:30"):
        await desk.refused(
            city.HOUSING_LIAISON, CreateReminder(text="甲", when=When(once=moment)), "已经过去", "没有登记", "例如"
        )
    assert (await desk.say(city.HOUSING_LIAISON, ONCE)).code == "T1"


@pytest.mark.parametrize(
    "when",
    [
        When(once="2023-13-45T99:99"),
        When(rrule="FREQ=WEEKLY;BYDAY=XX", time="16:00"),
        When(rrule="每周五", time="16:00"),
        When(rrule="FREQ=DAILY", time="25:99"),
        When(rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", time="09:00"),
        When(rrule="FREQ=DAILY;INTERVAL=0", time="09:00"),
        When(rrule="FREQ=DAILY;UNTIL=20230101T000000", time="09:00"),
        When(),
    ],
)
async def test_a_time_that_cannot_be_is_refused(desk: Desk, when: When) -> None:
    await desk.refused(city.HOUSING_LIAISON, CreateReminder(text="甲", when=when), "没有登记", "例如")


async def test_what_is_missing_is_asked_for(desk: Desk) -> None:
    await desk.unclear(city.MAYOR, CreateReminder(when=ONCE.when), "text", "提醒什么", "例如")
    await desk.unclear(city.MAYOR, CreateReminder(text="甲"), "when", "什么时候", "例如")


async def test_its_owner_cancels_it_once(desk: Desk) -> None:
    await desk.say(city.HOUSING_LIAISON, FRIDAYS)
    outcome = await desk.say(city.HOUSING_LIAISON, CancelReminder(reminder="T1"))
    assert outcome.reply == "T1 已取消：“报周报”。回复“撤销”可收回。"
    before = await desk.everything()
    assert (await desk.say(city.HOUSING_LIAISON, CancelReminder(reminder="T1"))).reply == "T1 已经取消过了。"
    assert await desk.everything() == before
    await desk.office(FireReminder(reminder="T1", at="2023-04-14T16:00"))
    assert await desk.outbox() == []


async def test_a_cancellation_taken_back_lets_it_fire(desk: Desk) -> None:
    await desk.say(city.HOUSING_LIAISON, FRIDAYS)
    await desk.say(city.HOUSING_LIAISON, CancelReminder(reminder="T1"))
    await desk.say(city.HOUSING_LIAISON, Undo())
    await desk.office(FireReminder(reminder="T1", at="2023-04-14T16:00"))
    assert await desk.heard(city.HOUSING_LIAISON) == ["【提醒】T1 报周报"]


async def test_one_that_was_taken_back_stays_silent(desk: Desk) -> None:
    await desk.say(city.HOUSING_LIAISON, ONCE)
    await desk.say(city.HOUSING_LIAISON, Undo())
    await desk.office(FireReminder(reminder="T1", at="2023-04-13T09:00"))
    assert await desk.outbox() == []
    assert (await desk.say(city.HOUSING_LIAISON, ONCE)).code == "T2"


@pytest.mark.parametrize("who", [city.HOUSING_SECOND, city.HOUSING_HEAD, city.MAYOR, city.EDITOR])
async def test_others_may_not_cancel_it(desk: Desk, who: str) -> None:
    await desk.say(city.HOUSING_LIAISON, FRIDAYS)
    await desk.refused(who, CancelReminder(reminder="T1"), "T1 是别人设的提醒", "没有取消", "例如")


async def test_a_supervisor_may(desk: Desk) -> None:
    await desk.say(city.HOUSING_LIAISON, FRIDAYS)
    await desk.say(city.SUPERVISOR, CancelReminder(reminder="T1"))
    assert (await desk.all(Reminder))[0].state == ReminderState.CANCELLED


async def test_what_fired_is_not_cancelled(desk: Desk) -> None:
    await desk.say(city.HOUSING_LIAISON, ONCE)
    await desk.office(FireReminder(reminder="T1", at="2023-04-13T09:00"))
    assert (await desk.say(city.HOUSING_LIAISON, CancelReminder(reminder="T1"))).reply == "T1 已经提醒过了。"


@pytest.mark.parametrize("code", ["T9", None])
async def test_an_unknown_one_is_refused(desk: Desk, code: str | None) -> None:
    await desk.refused(city.MAYOR, CancelReminder(reminder=code), "没有取消", "例如")


async def test_firing_twice_says_it_once(desk: Desk) -> None:
    await desk.say(city.HOUSING_LIAISON, FRIDAYS)
    for _ in range(2):
        await desk.office(FireReminder(reminder="T1", at="2023-04-14T16:00"))
    assert len(await desk.outbox()) == 1
