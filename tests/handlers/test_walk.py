"""A month of the office on both databases, from the first 交办 to the issue that reports it."""

from __future__ import annotations

from datetime import date

from bot.acts import (
    AcceptTask,
    AdoptInfo,
    ApproveInfo,
    ApproveTask,
    AssignTask,
    CreateReminder,
    ExtendTask,
    FinishTask,
    Help,
    PublishDigest,
    QueryInfos,
    QueryTasks,
    ReportProgress,
    RequestInfo,
    ReturnTask,
    SubmitInfo,
    Undo,
    UrgeInfo,
    UrgeTask,
    ViewDigest,
    When,
)
from bot.office_acts import CompileDigest, FireReminder, RemindUnits
from models import audit
from models.corridor import OutboxState
from tests.handlers import city
from tests.handlers.builders import Desk

STREETS = AssignTask(
    title="背街小巷整治", lead=(city.HOUSING,), support=(city.FINANCE, city.EAST), due=date(2023, 4, 20)
)


async def supervision(desk: Desk) -> None:
    """One task through everything that can happen to it."""
    await desk.say(city.SUPERVISOR, STREETS, group=city.DEPARTMENTS_GROUP)
    await desk.say(city.HOUSING_LIAISON, AcceptTask(task="D1"), group=city.DEPARTMENTS_GROUP)
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=26))
    await desk.message(city.HOUSING_LIAISON, Undo(), ReportProgress(task="D1", percent=62, due=date(2023, 5, 15)))
    await desk.say(city.EAST_LIAISON, ReportProgress(task="D1", percent=90))
    desk.go_to(date(2023, 4, 17), "08:50")
    await desk.office(RemindUnits(day=desk.now.date()))
    await desk.office(RemindUnits(day=desk.now.date()))
    await desk.say(city.HOUSING_LIAISON, ExtendTask(task="D1", due=date(2023, 5, 15), reason="管线迁改"))
    await desk.say(city.MAYOR, ApproveTask(task="D1"))
    await desk.say(city.SUPERVISOR, UrgeTask(units=(city.HOUSING,)))
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await desk.say(city.SUPERVISOR, ReturnTask(task="D1", reason="缺验收材料"))
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await desk.say(city.SUPERVISOR, ApproveTask(task="D1"))


async def information(desk: Desk) -> None:
    """A piece that was asked for, from the request to its adoption; another that is owed."""
    await desk.say(city.EDITOR, RequestInfo(title="春耕备耕", units=(city.FARMING, city.WEST), due=date(2023, 4, 20)))
    await desk.say(city.FARMING_LIAISON, SubmitInfo(title="春耕备耕有序推进", body="备种120吨。", topic="Y1"))
    await desk.say(city.SECOND_EDITOR, ApproveInfo(info="X1"))
    await desk.refused(city.SECOND_EDITOR, ApproveInfo(info="X1"), "另一位编辑")
    await desk.say(city.EDITOR, ApproveInfo(info="X1"))
    await desk.say(city.DEPUTY, ApproveInfo(info="X1"))
    await desk.say(city.EDITOR, AdoptInfo(info="X1", level="region"))
    await desk.say(city.EDITOR, UrgeInfo(topic="Y1"))


async def digest(desk: Desk) -> None:
    """The week's issue."""
    desk.go_to(date(2023, 4, 21), "16:00")
    await desk.office(CompileDigest(week="2023-W16"))
    await desk.refused(city.MAYOR, PublishDigest(), "还没有经编辑审核")
    await desk.say(city.EDITOR, PublishDigest())
    await desk.say(city.MAYOR, PublishDigest())


async def test_a_month(both: Desk) -> None:
    await supervision(both)
    await both.deliver()
    await information(both)
    await digest(both)
    await both.say(city.CLERK, CreateReminder(text="值班表", when=When(rrule="FREQ=DAILY", time="17:00")))
    await both.office(FireReminder(reminder="T1", at="2023-04-21T17:00"))

    task = await both.task("D1")
    assert (task.state, task.percent, task.due, task.returns, task.extensions) == (
        "done",
        100,
        date(2023, 5, 15),
        1,
        1,
    )
    one = (await both.say(city.MAYOR, QueryTasks(scope="one", task="D1"))).reply
    assert "已销号，进度 100%" in one
    assert (await both.say(city.HOUSING_LIAISON, QueryTasks(scope="mine", state="open"))).reply.endswith("没有。")
    rank = (await both.say(city.MAYOR, QueryInfos(scope="rank"))).reply.splitlines()
    assert rank[1:] == ["1. 市农牧局：采用 2 条次，报送 1 条"]
    plan = (await both.say(city.EDITOR, QueryInfos(scope="plan"))).reply
    assert "Y1《春耕备耕》，时限 4 月 20 日，缺：西城区" in plan
    assert (await both.say(city.WEST_LIAISON, ViewDigest())).reply.splitlines() == [
        "《政务动态》2023 年第 1 期（2023-W16）",
        "测试市人民政府办公室　2023年4月21日",
        "一、工作亮点",
        "1. 春耕备耕有序推进（市农牧局）",
        "督办台账",
        "共 1 项，在办 0 项，已销号 1 项，逾期 0 项。",
        "本周交办 0 项，报进展 0 项，销号 1 项。",
        "信息采用：市农牧局 1 条次",
    ]
    await nothing_was_said_twice(both)
    await the_trail_is_whole(both)


async def nothing_was_said_twice(both: Desk) -> None:
    reminders = [row for row in await both.outbox() if row.key.startswith("remind:")]
    assert [row.key for row in reminders] == ["remind:1:g2:2023-04-17"]
    assert {row.state for row in await both.outbox()} <= {OutboxState.SENT, OutboxState.PENDING}
    keys = [row.key for row in await both.outbox()]
    assert len(keys) == len(set(keys))


async def the_trail_is_whole(both: Desk) -> None:
    assert await both.database.read(audit.first_broken) is None
    chinese = [entry.chinese for entry in await both.audit()][1:]
    assert (
        chinese
        == (
            "交办 签收 进展 撤销 进展 进展 到期提醒 延期申请 同意 催办 办结申请 退回 办结申请 同意 "
            "约稿 报送信息 信息审核通过 信息审核通过 信息审核通过 信息采用 催约稿 "
            "编排政务动态 签发政务动态 签发政务动态 设提醒 提醒"
        ).split()
    )


async def test_help_fits_the_role(desk: Desk) -> None:
    for who, words, without in (
        (city.HOUSING_LIAISON, "申请销号", "一审"),
        (city.HOUSING_HEAD, "申请销号", "一审"),
        (city.SUPERVISOR, "列入督办", "一审"),
        (city.EDITOR, "X5一审通过", "列入督办"),
        (city.MAYOR, "同意签发本期政务动态", "一审"),
    ):
        text = (await desk.say(who, Help())).reply
        assert words in text
        assert without not in text
        assert "撤销" in text
