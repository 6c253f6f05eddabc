"""What goes into a column comes out of it: moments, days, lists and objects, on both databases."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import DateTime
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from models.corridor import Outbox, Question
from models.database import Database
from models.people import Group, GroupChat, Unit
from models.schedules import Schedule
from models.tables import metadata
from models.tasks import Task

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2023, 4, 7, 12, 0, tzinfo=SHANGHAI)

MOMENTS = [
    datetime(2023, 4, 7, 0, 30, tzinfo=SHANGHAI),  # the day before, in UTC
    datetime(2023, 4, 7, 0, 30, 0, 1, tzinfo=UTC),
    datetime(2023, 4, 7, 0, 30, tzinfo=UTC),
    datetime(2023, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
    datetime(2024, 2, 29, 12, 0, tzinfo=UTC),
    datetime(1988, 7, 1, 8, 0, tzinfo=SHANGHAI),  # summer time
    datetime(2099, 12, 31, tzinfo=UTC),
]


def schedule(number: int, mark: datetime) -> Schedule:
    return Schedule(id=f"S{number}", kind="test", mark=mark)


async def keep(database: Database, *rows: Any) -> None:
    async def work(session: AsyncSession) -> None:
        session.add_all(rows)

    await database.write(work)


class TestMoments:
    async def test_come_back_as_the_same_moment_in_utc(self, database: Database) -> None:
        await keep(database, *(schedule(n, moment) for n, moment in enumerate(MOMENTS)))
        for n, moment in enumerate(MOMENTS):
            row = await database.read(lambda session, n=n: session.get(Schedule, f"S{n}"))
            assert row is not None
            assert row.mark == moment
            assert row.mark.tzinfo is UTC

    async def test_are_compared_and_sorted_as_moments(self, database: Database) -> None:
        await keep(database, *(schedule(n, moment) for n, moment in enumerate(MOMENTS)))

        async def look(session: AsyncSession) -> list[datetime]:
            rows = await session.execute(select(Schedule.mark).order_by(col(Schedule.mark)))
            return list(rows.scalars())

        assert await database.read(look) == sorted(MOMENTS)
        for mark in MOMENTS:
            before = select(Schedule.id).where(col(Schedule.mark) < mark.astimezone(timezone(timedelta(hours=14))))
            found = await database.read(lambda session, query=before: session.execute(query))
            assert len(found.all()) == sum(moment < mark for moment in MOMENTS)

    async def test_without_a_zone_they_are_refused(self, database: Database) -> None:
        naive = datetime(2023, 4, 7, 8, 50)  # noqa: DTZ001
        with pytest.raises((StatementError, ValueError)):
            await keep(database, schedule(1, naive))
        with pytest.raises((StatementError, ValueError)):
            await database.read(lambda session: session.execute(select(Schedule).where(col(Schedule.mark) < naive)))
        assert await database.read(lambda session: session.get(Schedule, "S1")) is None

    def test_every_column_of_a_moment_refuses_naive_values(self) -> None:
        columns = [column for table in metadata.tables.values() for column in table.columns]
        moments = [column for column in columns if isinstance(getattr(column.type, "impl", column.type), DateTime)]
        assert len(moments) > 20
        assert [str(column) for column in moments if not isinstance(column.type, UTCDateTime)] == []


async def test_days_stay_days(database: Database) -> None:
    days = [date(2023, 1, 1), date(2024, 2, 29), date(9999, 12, 31)]
    await keep(database, *(Task(code=f"D{n}", title="事项", due=day, created_at=NOON) for n, day in enumerate(days, 1)))

    async def look(session: AsyncSession) -> list[date | None]:
        return list((await session.execute(select(Task.due).order_by(col(Task.id)))).scalars())

    assert await database.read(look) == days


VALUES: list[Any] = [
    [],
    ["发改委", "", "\u2028", "🚚", "a\\b\"c'", "\x00"],
    ["\ud800"],  # half a pair: legal input of messages
]
OBJECTS: list[Any] = [{}, {"键": {"深": [1, 2.5, True, None]}, "": ""}, {"n": 2**53 + 1, "f": 0.1}]


class TestJson:
    async def test_lists_and_objects_come_back_as_they_were(self, database: Database) -> None:
        pairs = list(itertools.zip_longest(VALUES, OBJECTS, fillvalue={}))
        await keep(
            database,
            *(
                Question(member_id=f"m{n}", chat_kind="group", chat="g", act="a", slot="s", asked_at=NOON, slots=slots)
                for n, (_, slots) in enumerate(pairs)
            ),
            *(Unit(id=n + 1, name=f"单位{n}", short=f"单位{n}", aliases=names) for n, (names, _) in enumerate(pairs)),
        )

        async def look(session: AsyncSession) -> tuple[list[Any], list[Any]]:
            units = await session.execute(select(Unit.aliases).order_by(col(Unit.id)))
            slots = await session.execute(select(Question.slots).order_by(col(Question.id)))
            return list(units.scalars()), list(slots.scalars())

        assert await database.read(look) == ([names for names, _ in pairs], [slots for _, slots in pairs])

    async def test_a_new_list_is_written_over_the_old(self, database: Database) -> None:
        await keep(database, Group(id=1, name="工作群", units=[1]))

        async def change(session: AsyncSession) -> None:
            group = await session.get_one(Group, 1)
            group.units = [*group.units, 2]

        await database.write(change)
        group = await database.read(lambda session: session.get_one(Group, 1))
        assert group.units == [1, 2]

    async def test_none_stays_none(self, database: Database) -> None:
        await keep(
            database, Group(id=1, name="工作群"), GroupChat(id=1, group_id=1, platform="local", chat="c", webhook=None)
        )
        chat = await database.read(lambda session: session.get_one(GroupChat, 1))
        assert chat.webhook is None

    async def test_two_rows_share_no_default(self) -> None:
        first, second = (
            Outbox(key=k, platform="p", chat_kind="group", chat="c", text="", created_at=NOON, next_at=NOON)
            for k in ("a", "b")
        )
        first.mentions.append("x")
        first.reply["token"] = "t"
        assert (second.mentions, second.reply) == ([], {})
