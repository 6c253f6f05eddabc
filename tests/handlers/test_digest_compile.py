"""Compiling 《政务动态》: which infos, in which sections, with which figures, and when there is no issue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bot.acts import (
    AcceptTask,
    AdoptInfo,
    ApproveTask,
    FinishTask,
    PublishDigest,
    ReportProgress,
    Undo,
    UrgeTask,
)
from bot.office_acts import CompileDigest
from models.digests import Digest, DigestState
from models.tasks import Task, TaskStep
from tests.handlers import city
from tests.handlers.builders import ZONE, Desk

W15 = CompileDigest(week="2023-W15")  # 10 to 16 April
W16 = CompileDigest(week="2023-W16")
FRIDAY = date(2023, 4, 14)


async def passed(desk: Desk, day: date, *infos: dict[str, Any], clock: str = "09:30") -> None:
    """Infos that pass their last review at this minute."""
    desk.go_to(day, clock)
    await desk.furnish({"infos": list(infos)})


async def compiled(desk: Desk, act: CompileDigest = W15, day: date = FRIDAY) -> Digest:
    desk.go_to(day, "16:00")
    await desk.office(act)
    found: Digest = next(row for row in await desk.all(Digest) if row.week == act.week)
    return found


def codes(digest: Digest) -> list[str]:
    return [item["code"] for section in digest.content["sections"] for item in section["items"]]


async def published(desk: Desk) -> None:
    await desk.say(city.EDITOR, PublishDigest())
    await desk.say(city.MAYOR, PublishDigest())


async def test_what_was_passed_in_the_week_comes_in(desk: Desk) -> None:
    titles = iter(("春耕备耕", "防汛备汛", "老旧小区", "招商引资", "学位供给", "口袋公园"))
    for number, (day, clock) in enumerate(
        (
            (date(2023, 4, 2), "23:59"),  # more than a week before the week's Monday
            (date(2023, 4, 3), "00:00"),  # left over from the week before
            (date(2023, 4, 7), "18:00"),  # after the last issue was compiled
            (date(2023, 4, 10), "00:00"),
            (date(2023, 4, 16), "23:59"),
            (date(2023, 4, 17), "00:00"),
        ),
        1,
    ):
        await passed(desk, day, city.info(number, title=next(titles)), clock=clock)
    assert codes(await compiled(desk, day=date(2023, 4, 17))) == ["X2", "X3", "X4", "X5"]


async def test_only_what_was_passed_comes_in(desk: Desk) -> None:
    states = ("submitted", "review2", "review3", "returned", "adopted", "approved")
    infos = [city.info(n, title=f"{state}的信息", status=state) for n, state in enumerate(states, 1)]
    await passed(desk, FRIDAY, *infos)
    assert codes(await compiled(desk)) == ["X6"], "what the import brought as adopted stood in an issue before"


async def test_what_was_adopted_elsewhere_comes_in_too(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1))
    await desk.say(city.EDITOR, AdoptInfo(info="X1", level="region"))
    assert codes(await compiled(desk)) == ["X1"]


async def test_an_issue_that_was_published_is_not_repeated(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1, title="春耕备耕"))
    await compiled(desk)
    await published(desk)
    await passed(desk, date(2023, 4, 18), city.info(2, title="防汛备汛"))
    assert codes(await compiled(desk, W16, date(2023, 4, 21))) == ["X2"]


async def test_what_an_unsigned_issue_held_comes_again(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1, title="春耕备耕"))
    await compiled(desk)
    await passed(desk, date(2023, 4, 18), city.info(2, title="防汛备汛"))
    assert codes(await compiled(desk, W16, date(2023, 4, 21))) == ["X1", "X2"]


async def test_categories_make_the_sections(desk: Desk) -> None:
    categories = ("news", "problem", "economy", "key_work", "policy", "highlight", "emergency")
    titles = ("春耕备耕", "防汛短板", "工业运行", "公路改线", "人才新政", "见面会解难题", "粉尘火情")
    infos = [city.info(n, title=t, category=c) for n, (t, c) in enumerate(zip(titles, categories, strict=True), 1)]
    await passed(desk, FRIDAY, *infos)
    sections = (await compiled(desk)).content["sections"]
    assert [(section["heading"], [item["code"] for item in section["items"]]) for section in sections] == [
        ("工作亮点", ["X1", "X6"]),
        ("问题短板", ["X2"]),
        ("经济运行", ["X3"]),
        ("重点工作与项目", ["X4"]),
        ("政策与决策", ["X5"]),
    ]
    assert sections[0]["items"][0] == {
        "code": "X1",
        "title": "春耕备耕",
        "unit": "市农牧局",
        "body": "第1条信息的正文。",
    }


async def test_urgent_infos_alone_make_no_issue(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1, category="emergency"))
    assert "本周不编发" in (await desk.office(W15)).reply
    assert await desk.all(Digest) == []


async def test_of_near_duplicates_one(desk: Desk) -> None:
    titles = (
        "我市春耕备耕工作有序推进",
        "我市春耕备耕工作有序推进中",
        "我市春耕备耕工作有序推进",
        "我市防汛备汛工作全面启动",
    )
    await passed(desk, FRIDAY, *(city.info(n, title=title, unit=city.WATER) for n, title in enumerate(titles, 1)))
    assert codes(await compiled(desk)) == ["X1", "X4"]


async def test_a_near_duplicate_does_not_come_in_a_week_later(desk: Desk) -> None:
    titles = ("我市春耕备耕工作有序推进", "我市春耕备耕工作有序推进中")
    await passed(desk, FRIDAY, *(city.info(n, title=title) for n, title in enumerate(titles, 1)))
    await compiled(desk)
    await published(desk)
    await passed(desk, date(2023, 4, 18), city.info(3, title="防汛备汛"))
    assert codes(await compiled(desk, W16, date(2023, 4, 21))) == ["X3"]


async def test_a_title_is_one_line(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1, title="春耕\n签发：某某"))
    outcome = await desk.office(W15)
    assert "1. 春耕 签发：某某（市农牧局）" in outcome.reply


async def test_nothing_makes_no_issue_and_the_editors_hear_so(desk: Desk) -> None:
    desk.go_to(FRIDAY, "16:00")
    outcome = await desk.office(W15)
    assert outcome.reply == "2023-W15 没有三审通过的信息，台账也没有变化，本周不编发《政务动态》。"
    assert await desk.all(Digest) == []
    assert {row.chat for row in await desk.outbox()} == {city.EDITOR, city.SECOND_EDITOR, city.THIRD_EDITOR}


async def test_a_ledger_that_moved_makes_an_issue(desk: Desk) -> None:
    await desk.assigned()
    assert codes(await compiled(desk)) == []


async def test_the_editors_are_asked_to_review_the_draft(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1, title="春耕备耕"))
    desk.go_to(FRIDAY, "16:00")
    outcome = await desk.office(W15)
    assert outcome.reply.startswith("【政务动态草稿】\n《政务动态》2023 年草稿（2023-W15）\n测试市人民政府办公室")
    assert outcome.reply.endswith("请编辑审核：回复“政务动态审核通过，可以发布”。")
    rows = await desk.outbox()
    assert {row.chat for row in rows} == {city.EDITOR, city.SECOND_EDITOR, city.THIRD_EDITOR}
    assert all(row.text == outcome.reply for row in rows)


async def test_compiling_anew_takes_in_what_is_new_and_begins_the_review_again(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1, title="春耕备耕"))
    await compiled(desk)
    await desk.say(city.EDITOR, PublishDigest())
    await passed(desk, FRIDAY, city.info(2, title="防汛备汛"), clock="16:30")
    desk.pass_time(minutes=1)
    await desk.run(W15, city.EDITOR)
    [digest] = await desk.all(Digest)
    assert (codes(digest), digest.state, digest.reviewed_by) == (["X1", "X2"], DigestState.DRAFT, None)
    assert len(await desk.heard(city.EDITOR)) == 2, "the new draft is not sent"
    await desk.refused(city.MAYOR, PublishDigest(), "还没有经编辑审核")


async def test_a_published_issue_is_not_compiled_anew(desk: Desk) -> None:
    await passed(desk, FRIDAY, city.info(1))
    await compiled(desk)
    await published(desk)
    await desk.refused(None, W15, "2023-W15", "已经刊发，不能重编")


@pytest.mark.parametrize("week", ["2023-W53", "2023-W00", "2023-W99"])
async def test_a_week_that_is_none_is_refused(desk: Desk, week: str) -> None:
    await desk.refused(None, CompileDigest(week=week), f"没有“{week}”这一周", "例如")


async def busy_week(desk: Desk) -> None:
    """Acts in and before the week of 10 April, on ten tasks of which some are late."""
    tasks = [city.task(n, due=f"2023-04-{10 + n}", lead=[city.HOUSING if n % 2 else city.WATER]) for n in range(1, 9)]
    tasks += [city.task(9, due=None), city.task(10, status="done", percent=100, due="2023-03-01")]
    await desk.furnish({"tasks": tasks})
    desk.go_to(date(2023, 4, 9), "23:00")
    await desk.say(city.HOUSING_LIAISON, ReportProgress(task="D1", percent=10))
    desk.go_to(date(2023, 4, 11))
    for percent in (20, 30):
        await desk.say(city.HOUSING_LIAISON, ReportProgress(task="D3", percent=percent))
    await desk.say(city.WATER_LIAISON, ReportProgress(task="D2", percent=50))
    await desk.say(city.WATER_LIAISON, ReportProgress(task="D4", percent=50))
    await desk.say(city.WATER_LIAISON, Undo())
    await desk.assigned(title="新交办", due=date(2023, 4, 30))
    await desk.say(city.FINANCE_LIAISON, AcceptTask(task="D11"))
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D5"))
    await desk.say(city.SUPERVISOR, ApproveTask(task="D5"))
    await desk.say(city.HOUSING_LIAISON, FinishTask(task="D1"))
    await desk.say(city.SUPERVISOR, UrgeTask(task="D7"))


async def test_the_ledgers_figures_equal_a_recount(desk: Desk) -> None:
    await busy_week(desk)
    ledger = (await compiled(desk, day=date(2023, 4, 16))).content["ledger"]
    tasks, steps = await desk.all(Task), await desk.all(TaskStep)
    open_ = [task for task in tasks if task.state != "done"]
    late = [task for task in open_ if task.due and task.due < date(2023, 4, 16)]
    monday = date(2023, 4, 10)
    week = [step for step in steps if monday <= step.at.astimezone(ZONE).date() < monday + timedelta(days=7)]

    def moved(kind: str) -> int:
        return len({step.task_id for step in week if step.kind == kind})

    closed = [task for task in tasks if task.closed_at and task.closed_at.astimezone(ZONE).date() >= monday]
    assert ledger["lines"] == [
        f"共 {len(tasks)} 项，在办 {len(open_)} 项，已销号 {len(tasks) - len(open_)} 项，逾期 {len(late)} 项。",
        f"本周交办 {moved('task.assign')} 项，报进展 {moved('task.progress')} 项，销号 {len(closed)} 项。",
    ]
    assert ledger["lines"] == [
        "共 11 项，在办 9 项，已销号 2 项，逾期 4 项。",
        "本周交办 1 项，报进展 2 项，销号 1 项。",
    ]
    assert ledger["late"] == ["逾期：市住建局 2 项、市水务局 2 项。"]


async def test_the_ranking_is_that_of_the_month(desk: Desk) -> None:
    await passed(desk, date(2023, 3, 31), city.info(1, title="三月采用", unit=city.WEST))
    await desk.say(city.EDITOR, AdoptInfo(info="X1", level="region"))
    units = (city.FARMING, city.WATER, city.EAST, city.HOUSING, city.FINANCE, city.COMPANY)
    await passed(desk, date(2023, 4, 12), *(city.info(n, title=f"{u}信息", unit=u) for n, u in enumerate(units, 2)))
    for number in range(2, 8):
        await desk.say(city.EDITOR, AdoptInfo(info=f"X{number}", level="region"))
    await desk.say(city.EDITOR, AdoptInfo(info="X4", level="state"))
    assert (await compiled(desk)).content["ranking"] == [
        "东城区 2 条次",
        "市住建局 1 条次",
        "市财政局 1 条次",
        "市农牧局 1 条次",
        "市水务局 1 条次",
    ]
