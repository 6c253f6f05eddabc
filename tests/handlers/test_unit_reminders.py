"""到期提醒: each stage told once, in one message a unit and day, in the right group, on working days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.acts import ApproveTask, ExtendTask, FinishTask, ReportProgress
from bot.office_acts import ImportTasks, RemindUnits, TaskLine
from bot.workdays import Calendar
from models.corridor import Outbox
from tests.handlers import city
from tests.handlers.builders import ZONE, Desk

DAY = timedelta(days=1)


async def furnish(desk: Desk, *tasks: dict[str, Any]) -> None:
    await desk.furnish({"tasks": list(tasks)})


async def morning(desk: Desk, day: date) -> list[Outbox]:
    """The reminders of one day, at the time that the rules give."""
    before = {row.key for row in await desk.outbox()}
    desk.go_to(day, "08:50")
    await desk.office(RemindUnits(day=day))
    return [row for row in await desk.outbox() if row.key not in before]


async def told(desk: Desk, days: Iterable[date]) -> list[str]:
    """On which of these days something is said, as "4-17"."""
    return [f"{day.month}-{day.day}" for day in days if await morning(desk, day)]


def workdays(calendar: Calendar, first: date, last: date) -> list[date]:
    days = [first + n * DAY for n in range((last - first).days + 1)]
    return [day for day in days if calendar.is_workday(day)]


@pytest.mark.parametrize(
    ("due", "days"),
    [
        # 调休: Sunday the 23rd is worked; the 29th to 3 May is 劳动节; Saturday 6 May is worked.
        (date(2023, 4, 26), ["4-18", "4-23", "4-25", "4-26", "4-27"]),  # an ordinary Wednesday
        (date(2023, 4, 23), ["4-13", "4-19", "4-21", "4-23", "4-24"]),  # due on a worked Sunday
        (date(2023, 4, 22), ["4-12", "4-18", "4-20", "4-21", "4-23"]),  # due on a free Saturday: told on Friday
        (date(2023, 5, 2), ["4-20", "4-25", "4-27", "4-28", "5-4"]),  # due in the holidays
        (date(2023, 5, 6), ["4-24", "4-28", "5-5", "5-6", "5-8"]),  # due on a worked Saturday after them
    ],
)
async def test_before_on_and_after_the_due_day(desk: Desk, calendar: Calendar, due: date, days: list[str]) -> None:
    await furnish(desk, city.task(1, due=due.isoformat()))
    assert await told(desk, workdays(calendar, date(2023, 4, 6), date(2023, 5, 31))) == days


async def test_a_unit_hears_of_all_that_it_owes_at_once(desk: Desk) -> None:
    await furnish(
        desk,
        city.task(1, due="2023-04-17", percent=40),
        city.task(2, due="2023-04-10"),
        city.task(3, due="2023-06-30"),
        city.task(4, due="2023-04-19", lead=[city.FINANCE], support=[city.HOUSING]),
        city.task(5, due="2023-04-12", lead=[city.EAST, city.WATER]),
        city.task(6, due=None),
    )
    rows = {row.key: row for row in await morning(desk, date(2023, 4, 12))}
    assert set(rows) == {
        "remind:1:g2:2023-04-12",
        "remind:2:g2:2023-04-12",
        "remind:4:g6:2023-04-12",
        "remind:5:g3:2023-04-12",
    }
    housing = rows["remind:1:g2:2023-04-12"]
    assert (housing.chat, housing.mentions) == (city.DEPARTMENTS_GROUP, [city.HOUSING_LIAISON, city.HOUSING_SECOND])
    assert housing.text == (
        "【到期提醒】市住建局，以下 2 项已到或临近时限，请抓紧办理：\n"
        "D2 第2项重点工作：进度 0%，时限 4 月 10 日，已逾期 2 天\n"
        "D1 第1项重点工作：进度 40%，时限 4 月 17 日，还有 3 个工作日\n"
        "办结的回复“D2 已办结，申请销号”，在办的回复“D2 进展60%，预计6月30日办结”。"
    )
    assert rows["remind:5:g3:2023-04-12"].mentions == [city.EAST_LIAISON], "the other lead is told in its own group"


async def test_it_expires_at_closing_time(desk: Desk) -> None:
    await furnish(desk, city.task(1))
    [row] = await morning(desk, date(2023, 4, 20))
    assert row.expires_at == datetime(2023, 4, 20, 17, 30, tzinfo=ZONE)
    assert row.next_at == desk.now


async def test_the_same_day_twice_says_it_once(desk: Desk) -> None:
    await furnish(desk, city.task(1))
    assert len(await morning(desk, date(2023, 4, 17))) == 1
    before = await desk.everything()
    assert await morning(desk, date(2023, 4, 17)) == []
    assert await desk.everything() == before, "a second run has written something"


async def test_a_stage_that_was_missed_is_told_late_but_once(desk: Desk) -> None:
    """The machine was off from the 12th to the 18th: T-7 and T-3 have passed, T-1 is told."""
    await furnish(desk, city.task(1))
    assert await told(desk, [date(2023, 4, 11), date(2023, 4, 19), date(2023, 4, 20)]) == ["4-11", "4-19", "4-20"]


async def test_a_missed_stage_is_told_the_day_after(desk: Desk) -> None:
    await furnish(desk, city.task(1))
    days = [date(2023, 4, 18), date(2023, 4, 18), date(2023, 4, 19), date(2023, 4, 24), date(2023, 4, 25)]
    assert await told(desk, days) == ["4-18", "4-19", "4-24"]


async def test_an_overdue_task_is_not_told_day_after_day(desk: Desk) -> None:
    """Beyond the first reminder after the due day a person decides."""
    await furnish(desk, city.task(1, due="2023-03-31"))
    assert await told(desk, [date(2023, 4, n) for n in (12, 13, 14, 17, 18)]) == ["4-12"]


async def test_it_stands_in_the_list_when_another_is_told(desk: Desk) -> None:
    await furnish(desk, city.task(1, due="2023-03-31"), city.task(2, due="2023-04-20"))
    await morning(desk, date(2023, 4, 12))
    [row] = await morning(desk, date(2023, 4, 17))
    assert "D1 " in row.text
    assert "D2 " in row.text


async def test_a_changed_due_day_begins_anew(desk: Desk) -> None:
    await furnish(desk, city.task(1, due="2023-04-13"))
    assert await told(desk, [date(2023, 4, 12)]) == ["4-12"]
    await desk.say(city.HOUSING_LIAISON, ExtendTask(task="D1", due=date(2023, 4, 19)))
    await desk.say(city.SUPERVISOR, ApproveTask(task="D1"))
    days = [date(2023, 4, n) for n in (13, 14, 17, 18, 19, 20, 21)]
    assert await told(desk, days) == ["4-13", "4-14", "4-18", "4-19", "4-20"]


async def test_a_due_day_changed_by_an_import_begins_anew(desk: Desk) -> None:
    await furnish(desk, city.task(1, due="2023-04-13"))
    await morning(desk, date(2023, 4, 12))
    line = TaskLine(row=2, code="D1", title="第1项重点工作", due=date(2023, 4, 14))
    await desk.office(ImportTasks(lines=(line,)))
    assert await told(desk, [date(2023, 4, 13)]) == ["4-13"]


async def test_what_waits_for_a_review_is_not_the_units_debt(desk: Desk) -> None:
    await furnish(
        desk,
        city.task(1, status="pending_finish"),
        city.task(2, status="pending_extension"),
        city.task(3, status="done", percent=100),
    )
    assert await morning(desk, date(2023, 4, 20)) == []


async def test_an_application_in_time_stops_the_reminders(desk: Desk) -> None:
    await furnish(desk, city.task(1))
    await morning(desk, date(2023, 4, 17))
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    assert await told(desk, [date(2023, 4, 19), date(2023, 4, 20), date(2023, 4, 21)]) == []


async def test_a_report_alone_does_not_stop_them(desk: Desk) -> None:
    await furnish(desk, city.task(1))
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=95))
    [row] = await morning(desk, date(2023, 4, 20))
    assert "进度 95%" in row.text


async def test_what_was_not_accepted_is_said_so(desk: Desk) -> None:
    await desk.assigned(due=date(2023, 4, 18))
    [row] = await morning(desk, date(2023, 4, 13))
    assert "还未签收" in row.text


async def test_a_task_handed_out_near_its_end_was_told_by_the_notice(desk: Desk) -> None:
    await desk.assigned(due=date(2023, 4, 13))
    assert await morning(desk, date(2023, 4, 12)) == []
    assert len(await morning(desk, date(2023, 4, 13))) == 1


async def test_sixty_tasks_are_all_told(desk: Desk) -> None:
    title = "城镇老旧小区改造及配套基础设施建设重点工作"
    await furnish(desk, *(city.task(n, title=f"第{n}项{title}") for n in range(1, 61)))
    rows = await morning(desk, date(2023, 4, 17))
    assert rows[0].key == "remind:1:g2:2023-04-17"
    assert len(rows) == len({row.key for row in rows}) == 3
    assert all(len(row.text) <= 1600 for row in rows)
    lines = [line.split()[0] for row in rows for line in row.text.splitlines() if line.startswith("D")]
    assert lines == [f"D{n}" for n in range(1, 61)]
    assert all(row.expires_at == rows[0].expires_at for row in rows)


async def test_a_unit_that_nobody_can_reach_is_told_when_somebody_can(empty: Desk) -> None:
    world = city.without_groups() | {"tasks": [city.task(1)]}
    world["members"] = [row for row in world["members"] if row.get("unit") != city.HOUSING]
    await empty.furnish(world)
    assert await morning(empty, date(2023, 4, 17)) == []
    await empty.furnish(city.world())
    assert len(await morning(empty, date(2023, 4, 18))) == 1, "the stage counts as told, and nobody heard it"


async def test_a_liaison_in_private(empty: Desk) -> None:
    world = city.without_groups(city.DEPARTMENTS_GROUP, city.WATER_GROUP) | {"tasks": [city.task(1)]}
    await empty.furnish(world)
    [row] = await morning(empty, date(2023, 4, 17))
    assert (row.chat_kind, row.chat, row.key) == ("private", city.HOUSING_LIAISON, "remind:1:mm11:2023-04-17")
