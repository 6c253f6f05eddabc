"""A tick does all that is due, once, whoever calls it, and one schedule's trouble is no other's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as day_time

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select
from structlog.testing import capture_logs

from bot.router import Office
from bot.workdays import Calendar, YearPlan
from models.audit import AuditEntry, append, first_broken
from models.corridor import Outbox
from models.database import Database
from models.schedules import WORKWEEK, Schedule
from scheduler import ticker as module
from scheduler.plans import DIGEST, PERSON, REMINDERS
from tests.fakes.databases import another, dump
from tests.scheduler.house import BROKEN, REFUSED, accounted, add, pushed, reminder, ticker

MARK = datetime(2023, 4, 3, 0, 0, tzinfo=UTC)  # a Monday, 08:00 in Shanghai


def local(words: str) -> datetime:
    return datetime.fromisoformat(f"{words}+08:00")


async def schedule(database: Database, name: str) -> Schedule:
    return await database.read(lambda session: session.get_one(Schedule, name))


class TestTick:
    async def test_does_what_is_due_and_nothing_twice(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        await house.install(MARK)
        assert [await house.tick(local("2023-04-03T08:49:59")) for _ in range(2)] == [0, 0]
        assert [await house.tick(local("2023-04-03T08:50")) for _ in range(3)] == [1, 0, 0]
        assert await house.tick(local("2023-04-03T16:00")) == 0  # no Friday: an instant without an act
        assert await house.tick(local("2023-04-07T17:00")) == 2
        assert await pushed(database) == ["digest.compile|2023-W14", "task.remind|2023-04-03", "task.remind|2023-04-07"]

    async def test_accounts_for_what_it_finds_too_late(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        await house.install(MARK)
        await house.tick(local("2023-04-06T17:31"))  # three working days later, after closing time
        found = await accounted(database)
        late = [due for (name, due), (state, _) in found.items() if name == REMINDERS and state == "late"]
        assert len(late) == 3
        # 清明 (5 April) is no working day.
        assert {due.astimezone(office.zone).day for due in late} == {3, 4, 6}
        assert await pushed(database) == []

    @pytest.mark.parametrize(("late", "fired"), [(-1, 1), (0, 1), (1, 0)])
    async def test_grace_ends_to_the_second(self, database: Database, office: Office, late: int, fired: int) -> None:
        await add(database, reminder(office, "T1", MARK, once="2023-04-04T09:00", grace=3600))
        assert await ticker(database, office).tick(local("2023-04-04T10:00") + timedelta(seconds=late)) == fired
        assert [state for state, _ in (await accounted(database)).values()] == ["fired" if fired else "late"]

    async def test_once_is_over_afterwards(self, database: Database, office: Office) -> None:
        await add(database, reminder(office, "T1", MARK, once="2023-04-04T09:00"))
        house = ticker(database, office)
        assert await house.tick(local("2023-04-04T09:00")) == 1
        assert (await schedule(database, "T1")).next_at is None
        assert await house.tick(local("2033-04-04T09:00")) == 0

    async def test_a_clock_that_went_back_waits(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        await add(database, reminder(office, "T1", MARK, rrule="FREQ=DAILY", clock="09:00"))
        assert await house.tick(local("2023-04-05T10:00")) == 3
        before = await dump(database)
        assert await house.tick(local("2023-04-04T10:00")) == 0
        assert await dump(database) == before
        assert await house.tick(local("2023-04-06T08:59")) == 0
        assert await house.tick(local("2023-04-06T09:00")) == 1

    async def test_in_the_order_of_the_moments(self, database: Database, office: Office) -> None:
        marks = {"T1": "2023-04-04T11:00", "T2": "2023-04-04T09:00", "T3": "2023-04-04T10:00"}
        await add(database, *(reminder(office, name, MARK, once=once) for name, once in marks.items()))
        await ticker(database, office).tick(local("2023-04-05T00:00"))
        found = await database.read(lambda session: session.execute(select(Outbox.text).order_by(col(Outbox.id))))
        assert [text.split("|")[1] for text in found.scalars()] == ["T2", "T3", "T1"]

    async def test_a_gap_longer_than_a_transaction_takes(
        self, database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What does not fit into one transaction follows in the next; nothing falls between."""
        monkeypatch.setattr(module, "MOST", 7)
        await add(database, reminder(office, "T1", MARK, rrule="FREQ=DAILY", clock="09:00"))
        assert await ticker(database, office).tick(MARK + timedelta(days=30)) == 30
        assert len(set(await pushed(database))) == 30
        assert (await schedule(database, "T1")).next_at == local("2023-05-03T09:00")

    async def test_a_schedule_that_was_taken_back_is_gone(self, database: Database, office: Office) -> None:
        await add(database, reminder(office, "T1", MARK, once="2023-04-04T09:00"))

        async def take_back(session: AsyncSession) -> None:
            await session.delete(await session.get_one(Schedule, "T1"))

        await database.write(take_back)
        assert await ticker(database, office).tick(local("2023-04-05T00:00")) == 0


class TestTrouble:
    async def test_a_refused_act_is_accounted_for_and_not_tried_again(self, database: Database, office: Office) -> None:
        await add(database, reminder(office, REFUSED, MARK, rrule="FREQ=DAILY", clock="09:00"))
        house = ticker(database, office)
        assert await house.tick(local("2023-04-04T09:00")) == 0
        assert [state for state, _ in (await accounted(database)).values()] == ["fired", "fired"]
        assert (await schedule(database, REFUSED)).next_at == local("2023-04-05T09:00")

    @pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=NEVER"])
    async def test_one_that_breaks_stops_no_other_and_is_not_hidden(
        self, database: Database, office: Office, rule: str
    ) -> None:
        """It stays due, and fires when it is mended."""
        good = [reminder(office, name, MARK, once="2023-04-04T09:00") for name in ("T1", "T9")]
        bad = Schedule(id="T5", kind=PERSON, subject=BROKEN, rrule=rule, time="08:30", mark=MARK)
        bad.next_at = local("2023-04-04T08:30")
        await add(database, *good, bad)
        house = ticker(database, office)
        for _ in range(2):
            with pytest.raises((KeyError, ValueError)), capture_logs() as logs:
                await house.tick(local("2023-04-04T12:00"))
            assert [(line["action"], line["schedule"]) for line in logs] == [("schedule.failed", "T5")]
        assert await pushed(database) == ["remind.fire|T1|2023-04-04T09:00", "remind.fire|T9|2023-04-04T09:00"]
        assert {name for name, _ in await accounted(database)} == {"T1", "T9"}

        async def mend(session: AsyncSession) -> None:
            row = await session.get_one(Schedule, "T5")
            row.subject, row.rrule = "T5", "FREQ=DAILY"

        await database.write(mend)
        assert await house.tick(local("2023-04-04T12:00")) == 2  # those of the 3rd and the 4th

    async def test_two_houses_at_once(self, database: Database, office: Office) -> None:
        async with another(database) as twin:
            houses = [ticker(database, office), ticker(twin, office)]
            await asyncio.gather(*(house.install(MARK) for house in houses))
            for day in range(1, 12):
                now = MARK + timedelta(days=day, hours=1)
                await asyncio.gather(*(house.tick(now + timedelta(seconds=n)) for n, house in enumerate(houses * 2)))
        said = await pushed(database)
        assert len(said) == len(set(said)) > 5
        assert await database.read(first_broken) is None

    async def test_ticks_and_acts_of_people_keep_one_chain(self, database: Database, office: Office) -> None:
        names = [f"T{n}" for n in range(1, 9)]
        await add(database, *(reminder(office, name, MARK, once="2023-04-04T09:00") for name in names))

        async def people(house: Database) -> None:
            for _ in range(12):
                entry = AuditEntry(seq=0, at=MARK, actor="李明", act="a", chinese="甲", previous="", hash="")
                await house.write(lambda session, entry=entry: append(session, entry))

        async with another(database) as twin:
            await asyncio.gather(ticker(database, office).tick(MARK + timedelta(days=2)), people(twin))
        assert len(await pushed(database)) == len(names)
        assert await database.read(first_broken) is None


class TestInstall:
    async def test_is_done_once(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        await house.install(MARK)
        before = await dump(database)
        assert {row[0] for row in before["schedule"]} == {REMINDERS, DIGEST}
        await house.install(MARK + timedelta(days=9))
        assert await dump(database) == before

    async def test_what_was_before_is_not_made_up_for(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        await house.install(local("2023-04-07T09:00"))
        assert await house.tick(local("2023-04-07T09:00")) == 0

    async def test_a_changed_rule_holds_from_the_last_instant_on(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        await house.install(MARK)
        await house.tick(local("2023-04-06T08:50"))
        changed = _at(office, "10:30")
        moved = ticker(database, changed)
        await moved.install(local("2023-04-07T07:00"))
        row = await schedule(database, REMINDERS)
        assert (row.time, row.next_at) == ("10:30", local("2023-04-06T10:30"))
        await moved.tick(local("2023-04-07T10:29"))
        await moved.tick(local("2023-04-07T10:30"))
        assert await accounted_days(database, REMINDERS) == ["03T08:50", "04T08:50", "06T08:50", "06T10:30", "07T10:30"]

    @pytest.mark.parametrize(
        ("plan", "wanted"),
        [
            (lambda: YearPlan(frozenset(), frozenset({date(2023, 4, 8)})), "2023-04-08T08:50"),
            (lambda: YearPlan(frozenset({date(2023, 4, 10)})), "2023-04-11T08:50"),
        ],
    )
    async def test_a_new_calendar_counts_at_once(
        self, database: Database, office: Office, plan: Callable[[], YearPlan], wanted: str
    ) -> None:
        """The Saturday that is worked, the Monday that is not: also where the next instant was known already."""
        await add(database, reminder(office, "T1", MARK, rrule=WORKWEEK, clock="08:50"))
        house = ticker(database, office)
        await house.install(MARK)
        await house.tick(local("2023-04-07T08:50"))
        for name in (REMINDERS, "T1"):
            assert (await schedule(database, name)).next_at == local("2023-04-10T08:50")
        await ticker(database, replace(office, calendar=Calendar({2023: plan()}))).install(local("2023-04-07T20:00"))
        for name in (REMINDERS, "T1"):
            assert (await schedule(database, name)).next_at == local(wanted)

    async def test_the_next_moment_is_the_nearest_of_all(self, database: Database, office: Office) -> None:
        house = ticker(database, office)
        assert await house.next_moment(MARK) is None
        await house.install(MARK)
        await add(database, reminder(office, "T1", MARK, once="2023-04-03T09:00"))
        moments = [MARK]
        while len(moments) < 4 and (moment := await house.next_moment(moments[-1])):
            moments.append(moment)
        assert moments[1:] == [local("2023-04-03T08:50"), local("2023-04-03T09:00"), local("2023-04-03T16:00")]


def _at(office: Office, clock: str) -> Office:
    supervision = office.rules.supervision.model_copy(update={"remind_at": day_time.fromisoformat(clock)})
    return replace(office, rules=office.rules.model_copy(update={"supervision": supervision}))


async def accounted_days(database: Database, name: str) -> list[str]:
    found = [due for (schedule_id, due) in await accounted(database) if schedule_id == name]
    return [(due + timedelta(hours=8)).strftime("%dT%H:%M") for due in sorted(found)]
