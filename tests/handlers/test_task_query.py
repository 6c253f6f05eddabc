"""查询事项: scopes, states, and lists that a chat can be read in."""

from __future__ import annotations

from datetime import date

import pytest

from bot.acts import QueryTasks
from models.audit import AuditEntry
from tests.handlers import city
from tests.handlers.builders import Desk

# As of Wednesday 12 April 2023; three working days on is Monday the 17th.
LEDGER = [
    city.task(1, title="已逾期", due="2023-04-11"),
    city.task(2, title="今天到期", due="2023-04-12", support=[city.FINANCE]),
    city.task(3, title="周一到期", due="2023-04-17", lead=[city.FINANCE], support=[city.HOUSING]),
    city.task(4, title="周二到期", due="2023-04-18", lead=[city.FINANCE]),
    city.task(5, title="未定时限", due=None, lead=[city.WATER]),
    city.task(6, title="早已办结", due="2023-03-31", status="done", percent=100),
    city.task(7, title="逾期待审", due="2023-04-10", status="pending_finish", lead=[city.EAST]),
    city.task(8, title="延期待批", due="2023-04-14", status="pending_extension", lead=[city.EAST]),
]


@pytest.fixture
async def ledger(desk: Desk) -> Desk:
    await desk.furnish({"tasks": LEDGER})
    return desk


def codes(text: str) -> str:
    """The codes of a list's lines, in order."""
    return " ".join(line.split()[0] for line in text.splitlines()[1:])


async def ask(desk: Desk, who: str, **slots: object) -> str:
    return (await desk.say(who, QueryTasks.model_validate(slots))).reply


@pytest.mark.parametrize(
    ("scope", "state", "found"),
    [
        ("all", None, "D7 D1 D2 D8 D3 D4 D5 D6"),
        ("all", "overdue", "D7 D1"),
        ("all", "due_soon", "D2 D8 D3"),
        ("all", "open", "D7 D1 D2 D8 D3 D4 D5"),
        ("all", "done", "D6"),
        ("mine", None, "D1 D2 D3 D6"),
        ("mine", "overdue", "D1"),
        ("mine", "due_soon", "D2 D3"),
        ("mine", "open", "D1 D2 D3"),
        ("mine", "done", "D6"),
        ("unit", None, "D2 D3 D4"),
        ("unit", "overdue", ""),
        ("unit", "due_soon", "D2 D3"),
        ("unit", "open", "D2 D3 D4"),
        ("unit", "done", ""),
    ],
)
async def test_scope_and_state(ledger: Desk, scope: str, state: str | None, found: str) -> None:
    units = (city.FINANCE,) if scope == "unit" else ()
    text = await ask(ledger, city.HOUSING_LIAISON, scope=scope, state=state, units=units)
    assert codes(text) == found
    whose = {"all": "全市", "mine": "市住建局", "unit": "市财政局"}[scope]
    assert text.startswith(whose)
    assert (f"共 {len(found.split())} 项：" in text) if found else text.endswith("：没有。")


async def test_a_list_says_where_each_task_stands(ledger: Desk) -> None:
    assert (await ask(ledger, city.MAYOR, scope="all", state="overdue")).splitlines() == [
        "全市逾期的督办事项，共 2 项：",
        "D7 逾期待审（东城区）待审核 0%，时限 4 月 10 日，已逾期 2 天",
        "D1 已逾期（市住建局）办理中 0%，时限 4 月 11 日，已逾期 1 天",
    ]
    assert codes(await ask(ledger, city.MAYOR, scope="unit", units=(city.WATER,))) == "D5"
    assert "时限未定" in await ask(ledger, city.MAYOR, scope="unit", units=(city.WATER,))


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2023, 4, 14), "D8 D3 D4"),  # a Friday: Monday and Tuesday are one and two working days off
        (date(2023, 4, 15), "D3 D4"),  # a Saturday: what was due on Friday is late
        (date(2023, 4, 18), "D4"),
        (date(2023, 4, 19), ""),
    ],
)
async def test_due_soon_is_counted_in_working_days(ledger: Desk, today: date, found: str) -> None:
    ledger.go_to(today)
    assert codes(await ask(ledger, city.MAYOR, scope="all", state="due_soon")) == found


async def test_several_units_at_once(ledger: Desk) -> None:
    text = await ask(ledger, city.MAYOR, scope="unit", units=(city.EAST, city.WATER))
    assert codes(text) == "D7 D8 D5"


async def test_one_task_by_its_code(ledger: Desk) -> None:
    text = await ask(ledger, city.WEST_LIAISON, scope="one", task="D8")
    assert text.splitlines() == ["D8 延期待批", "牵头：东城区", "延期待批，进度 0%，时限 4 月 14 日，还有 2 个工作日"]


async def test_what_cannot_be_told_is_asked_or_refused(ledger: Desk) -> None:
    await ledger.unclear(city.MAYOR, QueryTasks(scope="one"), "task", "哪一项")
    await ledger.unclear(city.MAYOR, QueryTasks(scope="unit"), "units", "哪个单位")
    await ledger.refused(city.MAYOR, QueryTasks(scope="mine"), "没有所属单位", "例如")
    await ledger.refused(city.MAYOR, QueryTasks(scope="unit", units=("市气象局",)), "“市气象局”", "例如")
    await ledger.refused(city.MAYOR, QueryTasks(scope="one", task="D80"), "D80")


async def test_a_question_leaves_no_trace(ledger: Desk) -> None:
    before = len(await ledger.all(AuditEntry))
    await ask(ledger, city.MAYOR, scope="all")
    assert len(await ledger.all(AuditEntry)) == before
    assert await ledger.outbox() == []


async def test_a_long_list_is_cut_and_says_so_and_open_tasks_come_first(desk: Desk) -> None:
    closed = [city.task(n, status="done", percent=100, due="2023-01-31") for n in range(1, 61)]
    open_ = [city.task(n, due="2023-06-30") for n in range(61, 106)]
    await desk.furnish({"tasks": closed + open_})
    text = await ask(desk, city.MAYOR, scope="all")
    assert text.startswith("全市的督办事项，共 105 项：")
    assert "只列前 40 项" in text
    assert codes(text).split()[:40] == [f"D{n}" for n in range(61, 101)]
