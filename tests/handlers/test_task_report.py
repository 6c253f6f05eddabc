"""进展, 办结申请 and 延期申请: whose figure counts, what is refused, what the receipt says."""

from __future__ import annotations

from datetime import date

import pytest

from bot.acts import AcceptTask, ApproveTask, ExtendTask, FinishTask, QueryTasks, ReportProgress, Undo, UrgeTask
from models.tasks import TaskState, TaskStep
from tests.handlers import city
from tests.handlers.builders import Desk


@pytest.fixture
async def code(desk: Desk) -> str:
    """A task due on 20 April, and its notices sent."""
    made = await desk.assigned(title="背街小巷整治")
    await desk.deliver()
    return made


async def test_the_lead_units_figure_is_the_tasks(desk: Desk, code: str) -> None:
    report = ReportProgress(task=code, percent=60, due=date(2023, 4, 18))
    outcome = await desk.say(city.HOUSING_LIAISON, report, text="D1 进展60%，预计18日办结")
    assert outcome.reply == (
        "D1 背街小巷整治：已记录，进展 60%（原 0%），预计 4 月 18 日办结，时限 4 月 20 日，还有 6 个工作日。"
        "回复“撤销”可收回。"
    )
    task = await desk.task(code)
    assert (task.percent, task.expected, task.state, task.problem) == (60, date(2023, 4, 18), TaskState.OPEN, False)
    assert task.reported_at == desk.now
    assert await desk.outbox(new=True) == [], "a report is answered, not spread"


async def test_a_report_without_a_figure_keeps_it(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=60))
    outcome = await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, problem=True))
    assert "进度仍为 60%" in outcome.reply
    assert "困难已记下" in outcome.reply
    task = await desk.task(code)
    assert (task.percent, task.problem) == (60, True)


async def test_a_later_report_without_difficulty_clears_it(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, problem=True))
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=30))
    assert (await desk.task(code)).problem is False


async def test_a_figure_may_be_corrected_downwards(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=62))
    outcome = await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=26))
    assert "进展 26%（原 62%）" in outcome.reply
    assert (await desk.task(code)).percent == 26


async def test_expected_later_than_due_asks_for_an_extension(desk: Desk, code: str) -> None:
    outcome = await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=60, due=date(2023, 5, 31)))
    assert "预计晚于时限，如需延期请报：D1 申请延期到5月31日，原因是……" in outcome.reply
    assert (await desk.task(code)).due == date(2023, 4, 20), "a forecast changes no limit"


async def test_a_supporting_units_figure_stands_beside(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=40))
    outcome = await desk.say(city.FINANCE_LIAISON, ReportProgress(task=code, percent=90, problem=True))
    assert outcome.reply.startswith("D1 背街小巷整治：已记录市财政局（配合单位）的情况，总进度仍为 40%")
    task = await desk.task(code)
    assert (task.percent, task.problem) == (40, False)
    steps = [(step.unit_id, step.percent, step.problem) for step in await desk.all(TaskStep)][1:]
    assert steps == [(1, 40, False), (2, 90, True)]


async def test_a_supporting_units_report_is_no_receipt_of_the_task(desk: Desk, code: str) -> None:
    await desk.say(city.EAST_LIAISON, ReportProgress(task=code, percent=10))
    assert (await desk.task(code)).state == TaskState.ASSIGNED


@pytest.mark.parametrize("who", [city.SUPERVISOR, city.MAYOR, city.HOUSING_HEAD])
async def test_supervisors_leaders_and_heads_report_for_the_lead_unit(desk: Desk, code: str, who: str) -> None:
    await desk.say(who, ReportProgress(task=code, percent=55))
    assert (await desk.task(code)).percent == 55


async def test_the_receipt_counts_the_days(desk: Desk, code: str) -> None:
    for day, words in (
        (date(2023, 4, 20), "今天到期"),
        (date(2023, 4, 19), "还有 1 个工作日"),
        (date(2023, 4, 23), "已逾期 3 天"),
    ):
        desk.go_to(day)
        assert words in (await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=50))).reply


async def test_a_finish_waits_for_the_supervisors(desk: Desk, code: str) -> None:
    outcome = await desk.say(city.HOUSING_LIAISON, FinishTask(task=code), group=city.DEPARTMENTS_GROUP)
    assert outcome.reply == "D1 背街小巷整治：已申请办结，待督查室审核。回复“撤销”可收回。"
    task = await desk.task(code)
    assert (task.state, task.percent) == (TaskState.PENDING_FINISH, 0)
    assert [(row.chat_kind, row.chat) for row in await desk.outbox(new=True)] == [
        ("private", city.SUPERVISOR),
        ("private", city.SECOND_SUPERVISOR),
    ]
    [text, _] = [row.text for row in await desk.outbox(new=True)]
    assert text == ("【办结审核】D1 背街小巷整治，市住建局申请办结，进度 0%。\n引用本条回复“同意”，或“退回，原因……”。")


async def test_finishing_twice_asks_the_supervisors_once(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, FinishTask(task=code))
    before = await desk.everything()
    outcome = await desk.say(city.HOUSING_SECOND, FinishTask(task=code))
    assert "已经申请过办结" in outcome.reply
    assert await desk.everything() == before


async def test_a_finish_taken_back_and_made_again_asks_again(desk: Desk, code: str) -> None:
    """The row of the step that was taken back may lend its number to the next one; the message must not be lost."""
    await desk.say(city.HOUSING_LIAISON, FinishTask(task=code))
    await desk.say(city.HOUSING_LIAISON, Undo())
    await desk.say(city.HOUSING_LIAISON, FinishTask(task=code))
    assert [row.chat for row in await desk.outbox(new=True)] == [city.SUPERVISOR, city.SECOND_SUPERVISOR]


async def test_an_extension_taken_back_and_made_again_asks_again(desk: Desk, code: str) -> None:
    for wanted in (date(2023, 5, 10), date(2023, 5, 20)):
        await desk.say(city.HOUSING_LIAISON, ExtendTask(task=code, due=wanted))
        if wanted.day == 10:
            await desk.say(city.HOUSING_LIAISON, Undo())
    assert "5 月 20 日" in (await desk.heard(city.SUPERVISOR, new=True))[-1]


async def test_without_reachable_supervisors_the_office_group_is_asked(empty: Desk) -> None:
    world = city.world()
    for row in world["members"]:
        row["role"] = "liaison" if row["role"] == "supervisor" else row["role"]
    world["tasks"] = [city.task(1)]
    await empty.furnish(world)
    await empty.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    assert [row.chat for row in await empty.outbox()] == [city.OFFICE_GROUP]


async def test_who_applies_is_not_asked_to_review(desk: Desk, code: str) -> None:
    await desk.say(city.SUPERVISOR, FinishTask(task=code))
    assert [row.chat for row in await desk.outbox(new=True)] == [city.SECOND_SUPERVISOR]


async def test_an_extension_waits_for_the_supervisors(desk: Desk, code: str) -> None:
    outcome = await desk.say(city.HOUSING_LIAISON, ExtendTask(task=code, due=date(2023, 5, 31), reason="用地未批复"))
    assert outcome.reply.startswith("D1 背街小巷整治：已申请延期至 5 月 31 日，待督查室审批；批准前仍按原时限。")
    task = await desk.task(code)
    assert (task.state, task.due, task.requested_due) == (
        TaskState.PENDING_EXTENSION,
        date(2023, 4, 20),
        date(2023, 5, 31),
    )
    text = (await desk.heard(city.SUPERVISOR, new=True))[-1]
    assert "市住建局申请由 4 月 20 日延期至 5 月 31 日，原因：用地未批复。" in text


async def test_a_new_date_replaces_the_one_asked_for_before(desk: Desk, code: str) -> None:
    for wanted in (date(2023, 5, 10), date(2023, 5, 31)):
        await desk.say(city.HOUSING_LIAISON, ExtendTask(task=code, due=wanted))
    assert (await desk.task(code)).requested_due == date(2023, 5, 31)
    assert len(await desk.heard(city.SUPERVISOR, new=True)) == 2


@pytest.mark.parametrize("due", [date(2023, 4, 20), date(2023, 4, 19), date(2022, 5, 31)])
async def test_an_extension_must_be_later(desk: Desk, code: str, due: date) -> None:
    early = ExtendTask(task=code, due=due)
    await desk.refused(city.HOUSING_LIAISON, early, "晚于现时限 4 月 20 日", "没有登记", "例如")


async def test_an_extension_of_what_is_late_must_not_be_past(desk: Desk, code: str) -> None:
    desk.go_to(date(2023, 5, 10))
    past = ExtendTask(task=code, due=date(2023, 5, 5))
    await desk.refused(city.HOUSING_LIAISON, past, "5 月 5 日已经过去", "没有登记", "例如")


async def test_an_extension_without_a_date_is_asked_about(desk: Desk, code: str) -> None:
    unclear = await desk.unclear(city.HOUSING_LIAISON, ExtendTask(task=code, reason="受天气影响"), "due", "延期到哪天")
    assert unclear.act.slots() == {"task": code, "reason": "受天气影响"}


async def test_what_waits_to_be_closed_is_not_extended(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, FinishTask(task=code))
    later = ExtendTask(task=code, due=date(2023, 5, 31))
    await desk.refused(city.HOUSING_LIAISON, later, "已申请办结，正在审核", "撤销")


async def test_what_waits_for_an_extension_may_be_finished(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, ExtendTask(task=code, due=date(2023, 5, 31)))
    await desk.say(city.HOUSING_LIAISON, FinishTask(task=code))
    task = await desk.task(code)
    assert (task.state, task.requested_due, task.due) == (TaskState.PENDING_FINISH, None, date(2023, 4, 20))


@pytest.mark.parametrize(
    "act",
    [
        ReportProgress(task="D9", percent=10),
        FinishTask(task="D9"),
        ExtendTask(task="D9", due=date(2023, 6, 1)),
    ],
    ids=lambda act: act.name,
)
async def test_a_closed_task_takes_no_reports(desk: Desk, act: ReportProgress) -> None:
    await desk.furnish({"tasks": [city.task(9, status="done", percent=100)]})
    await desk.refused(city.HOUSING_LIAISON, act, "D9 第9项重点工作：已销号，没有登记")
    outcome = await desk.say(city.HOUSING_LIAISON, AcceptTask(task="D9"))
    assert "已销号" in outcome.reply


@pytest.mark.parametrize("act", [ReportProgress(task="D77"), FinishTask(task="D77"), ExtendTask(task="D77")])
async def test_an_unknown_code_is_named(desk: Desk, act: FinishTask) -> None:
    await desk.refused(city.HOUSING_LIAISON, act, "台账里没有 D77，没有登记", "例如")


async def test_what_was_reported_last_is_shown(desk: Desk, code: str) -> None:
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=60), text="D1 已完成18条，进展60%")
    shown = (await desk.say(city.MAYOR, QueryTasks(scope="one", task=code))).reply
    assert shown.splitlines() == [
        "D1 背街小巷整治",
        "牵头：市住建局　配合：市财政局、东城区",
        "办理中，进度 60%，时限 4 月 20 日，还有 6 个工作日",
        "最近一次进展（4 月 12 日 09:30）：D1 已完成18条，进展60%",
    ]


async def test_a_hundred_percent_is_not_closed_but_says_how(desk: Desk, code: str) -> None:
    outcome = await desk.say(city.HOUSING_LIAISON, ReportProgress(task=code, percent=100))
    assert "已全部完成的请报：D1 已办结，申请销号。" in outcome.reply
    assert (await desk.task(code)).state == TaskState.OPEN


async def test_a_task_without_a_lead_unit_is_spoken_of_all_the_same(desk: Desk) -> None:
    await desk.furnish({"tasks": [city.task(1, lead=[])]})
    assert "D1 第1项重点工作（牵头待定）办理中" in (await desk.say(city.MAYOR, QueryTasks(scope="all"))).reply
    assert "牵头：待定" in (await desk.say(city.MAYOR, QueryTasks(scope="one", task="D1"))).reply
    await desk.refused(city.SUPERVISOR, UrgeTask(task="D1"), "还没有责任单位，没有催办", "例如")
    await desk.say(city.SUPERVISOR, FinishTask(task="D1"))
    assert (await desk.say(city.MAYOR, ApproveTask(task="D1"))).reply == (
        "D1 第1项重点工作：同意办结，已销号。回复“撤销”可收回。"
    )
