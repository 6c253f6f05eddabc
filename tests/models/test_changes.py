"""What an act wrote is noted row by row, and can be taken back exactly: or not at all."""

from __future__ import annotations

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from models import changes
from models.changes import Change, Conflict
from models.corridor import Outbox, Setting
from models.database import Database
from models.infos import Info
from models.people import Member, Unit
from models.tasks import Task, TaskStep, TaskUnit
from tests.fakes.databases import dump
from tests.models.acting import NOW, SHANGHAI, act, take_back


async def report(session: AsyncSession) -> None:
    task = await session.get_one(Task, 1)
    task.percent, task.reported_at, task.due = 60, NOW + timedelta(hours=1), None
    session.add(TaskStep(task_id=1, kind="task.progress", at=NOW, member_id="m1", percent=60))


class TestNotes:
    async def test_tell_what_was_written(self, filled: Database) -> None:
        done = await act(filled, report)
        kinds = {change["table"]: change for change in done}
        assert set(kinds) == {"task", "taskstep"}
        assert kinds["taskstep"]["kind"] == "insert"
        assert (kinds["task"]["kind"], kinds["task"]["key"]) == ("update", [1])
        assert kinds["task"]["before"] == {
            "percent": 0,
            "reported_at": "2023-04-07T00:50:00.000005+00:00",
            "due": "2023-06-30",
        }
        assert kinds["task"]["after"]["percent"] == 60

    async def test_leave_out_what_is_no_record_and_what_did_not_change(self, filled: Database) -> None:
        async def work(session: AsyncSession) -> None:
            (await session.get_one(Task, 1)).title = "事项"
            session.add(Setting(name="a", value="1"))
            session.add(
                Outbox(key="k", platform="p", chat_kind="group", chat="c", text="", created_at=NOW, next_at=NOW)
            )

        assert await act(filled, work) == []

    async def test_belong_to_one_act_each(self, filled: Database) -> None:
        async def work(session: AsyncSession) -> tuple[list[Change], list[Change]]:
            (await session.get_one(Unit, 1)).short = "一"
            await session.flush()
            first = changes.collected(session)
            (await session.get_one(Unit, 2)).short = "二"
            await session.flush()
            return first, changes.collected(session)

        first, second = await filled.write(work)
        assert [[change["key"] for change in some] for some in (first, second)] == [[[1]], [[2]]]


class TestTakeBack:
    async def test_an_update_with_moments_and_days(self, filled: Database) -> None:
        before = await dump(filled)
        await take_back(filled, await act(filled, report))
        assert await dump(filled) == before

    async def test_a_second_report(self, filled: Database) -> None:
        await act(filled, report)
        before = await dump(filled)

        async def again(session: AsyncSession) -> None:
            task = await session.get_one(Task, 1)
            task.percent, task.reported_at = 80, NOW + timedelta(hours=2)

        await take_back(filled, await act(filled, again))
        assert await dump(filled) == before

    @pytest.mark.parametrize("zone", [SHANGHAI, UTC, ZoneInfo("America/St_Johns")])
    async def test_an_insert_whatever_zone_its_moments_had(self, filled: Database, zone: ZoneInfo) -> None:
        before = await dump(filled)

        async def work(session: AsyncSession) -> None:
            session.add(Info(code="X1", title="信息", unit_id=1, submitted_at=NOW.astimezone(zone), reviewers=["m1"]))

        await take_back(filled, await act(filled, work))
        assert await dump(filled) == before

    async def test_a_delete(self, filled: Database) -> None:
        before = await dump(filled)

        async def work(session: AsyncSession) -> None:
            for table in (TaskUnit, Task, Member):
                for row in (await session.execute(select(table))).scalars():
                    await session.delete(row)
                await session.flush()

        done = await act(filled, work)
        assert {change["kind"] for change in done} == {"delete"}
        await take_back(filled, done)
        assert await dump(filled) == before

    async def test_what_came_and_went_within_the_act(self, filled: Database) -> None:
        before = await dump(filled)

        async def work(session: AsyncSession) -> None:
            unit = Unit(name="新单位", short="新")
            session.add(unit)
            await session.flush()
            unit.short = "更新"
            await session.flush()
            await session.delete(unit)

        await take_back(filled, await act(filled, work))
        assert await dump(filled) == before

    async def test_what_was_changed_after_an_act_was_refused(self, filled: Database) -> None:
        """A refused act's savepoint is rolled back, and what it touched is no longer loaded."""
        before = await dump(filled)

        async def work(session: AsyncSession) -> list[Change]:
            task = await session.get_one(Task, 1)
            with pytest.raises(ValueError, match="refused"):
                async with session.begin_nested():
                    task.percent = 30
                    await session.flush()
                    raise ValueError("refused")
            changes.collected(session)
            async with session.begin_nested():
                task = await session.get_one(Task, 1)
                task.percent = 50
                await session.flush()
            return changes.collected(session)

        done = await filled.write(work)
        assert done[0]["before"] == {"percent": 0}
        await take_back(filled, done)
        assert await dump(filled) == before

    async def test_never_rests_on_a_value_that_nobody_saw(self, filled: Database) -> None:
        """To note the new value as the old one would make an undo that does nothing."""

        async def work(session: AsyncSession) -> None:
            task = await session.get_one(Task, 1)
            session.expire(task)
            task.percent = 50
            await session.flush()

        with pytest.raises(LookupError, match="percent"):
            await filled.write(work)


class TestConflict:
    @staticmethod
    async def refused(database: Database, done: list[Change]) -> None:
        before = await dump(database)
        with pytest.raises(Conflict):
            await take_back(database, done)
        assert await dump(database) == before

    async def test_the_same_column_was_changed_since(self, filled: Database) -> None:
        done = await act(filled, report)

        async def later(session: AsyncSession) -> None:
            (await session.get_one(Task, 1)).percent = 90

        await act(filled, later)
        await self.refused(filled, done)

    async def test_the_row_is_gone(self, filled: Database) -> None:
        async def rename(session: AsyncSession) -> None:
            (await session.get_one(TaskUnit, (1, 1))).rank = 5

        done = await act(filled, rename)

        async def later(session: AsyncSession) -> None:
            await session.delete(await session.get_one(TaskUnit, (1, 1)))

        await act(filled, later)
        await self.refused(filled, done)

    async def test_others_refer_to_the_row(self, filled: Database) -> None:
        async def joined(session: AsyncSession) -> None:
            session.add(Unit(name="新单位", short="新"))

        done = await act(filled, joined)

        async def later(session: AsyncSession) -> None:
            session.add(TaskUnit(task_id=1, unit_id=4))

        await act(filled, later)
        await self.refused(filled, done)

    async def test_another_has_taken_the_name(self, filled: Database) -> None:
        async def leave(session: AsyncSession) -> None:
            await session.delete(await session.get_one(Unit, 3))

        done = await act(filled, leave)

        async def later(session: AsyncSession) -> None:
            session.add(Unit(name="单位3", short="另一个"))

        await act(filled, later)
        await self.refused(filled, done)

    async def test_nothing_of_several_changes_is_kept(self, filled: Database) -> None:
        async def two(session: AsyncSession) -> None:
            (await session.get_one(Unit, 1)).short = "一"
            await session.flush()
            (await session.get_one(Unit, 2)).short = "二"

        done = await act(filled, two)

        async def later(session: AsyncSession) -> None:
            (await session.get_one(Unit, 1)).short = "壹"

        await act(filled, later)
        await self.refused(filled, done)

    async def test_another_column_of_the_row_is_no_conflict(self, filled: Database) -> None:
        async def rename(session: AsyncSession) -> None:
            (await session.get_one(Unit, 1)).short = "一"

        done = await act(filled, rename)

        async def later(session: AsyncSession) -> None:
            (await session.get_one(Unit, 1)).kind = "部门"

        await act(filled, later)
        await take_back(filled, done)
        unit = await filled.read(lambda session: session.get_one(Unit, 1))
        assert (unit.short, unit.kind) == ("单位1", "部门")


async def test_a_step_of_another_table_is_no_conflict(filled: Database) -> None:
    """An act that only adds beside the row leaves the row's change to be taken back."""
    done = await act(filled, report)

    async def later(session: AsyncSession) -> None:
        session.add(TaskStep(task_id=1, kind="task.urge", at=NOW))

    await act(filled, later)
    await take_back(filled, done)
    kinds = await filled.read(lambda session: session.execute(select(TaskStep.kind).order_by(col(TaskStep.id))))
    assert list(kinds.scalars()) == ["task.urge"]
