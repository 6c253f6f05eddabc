"""What is to be said becomes rows: once for a key, in parts, to whoever can be reached."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot import outbox
from bot.message import Chat
from bot.router import Office, Push, ToGroup, ToMember
from models.corridor import Inbox, Outbox
from models.database import Database
from models.people import Account, Group, GroupChat, Member
from tests.delivery.rows import put, row
from tests.fakes.clock import FRIDAY
from tests.fakes.databases import another

CHAT = Chat("local", "group", "群1")


async def say(database: Database, office: Office, *pushes: Push, inbox_id: int | None = None) -> None:
    async def work(session: AsyncSession) -> None:
        for push in pushes:
            await outbox.push(session, office, push, FRIDAY, inbox_id)

    await database.write(work)


async def rows(database: Database) -> list[Outbox]:
    async def look(session: AsyncSession) -> list[Outbox]:
        return list((await session.execute(select(Outbox).order_by(col(Outbox.id)))).scalars())

    return await database.read(look)


@pytest.fixture
async def people(database: Database) -> Database:
    async def work(session: AsyncSession) -> None:
        session.add_all([Member(id=f"m{n}", name=f"人{n}") for n in (1, 2, 3)])
        session.add_all([Group(name="部门群"), Group(name="区群")])
        await session.flush()
        session.add_all(
            [
                GroupChat(group_id=1, platform="wecom", chat="wrkC"),
                GroupChat(group_id=1, platform="dingtalk", chat="cidX"),
                GroupChat(group_id=2, platform="wecom", chat="wrkD"),
                Account(platform="dingtalk", account="d1", member_id="m1"),
                Account(platform="wecom", account="w1", member_id="m1"),
                Account(platform="wecom", account="w2", member_id="m2"),
            ]
        )

    await database.write(work)
    return database


class TestOnce:
    async def test_a_key_is_said_once(self, database: Database, office: Office) -> None:
        await say(database, office, Push("k", CHAT, "第一次"), Push("k", CHAT, "第二次"))
        await say(database, office, Push("k", Chat("local", "private", "m1"), "第三次"))
        assert [(row.key, row.text) for row in await rows(database)] == [("k", "第一次")]

    async def test_also_when_it_has_been_sent_or_given_up(self, database: Database, office: Office) -> None:
        await put(database, row("sent", state="sent"), row("dead", state="dead"), row("cancelled", state="cancelled"))
        await say(database, office, *(Push(key, CHAT, "again") for key in ("sent", "dead", "cancelled")))
        assert [row.text for row in await rows(database)] == ["sent", "dead", "cancelled"]

    async def test_two_houses_at_once(self, database: Database, office: Office) -> None:
        async with another(database) as twin:
            await asyncio.gather(
                *(say(house, office, Push(f"k{n}", CHAT, "话")) for n in range(8) for house in (database, twin))
            )
        assert [row.key for row in await rows(database)].count("k0") == 1
        assert len(await rows(database)) == 8

    async def test_the_table_itself_refuses_a_second_one(self, database: Database) -> None:
        await put(database, row("k"))
        with pytest.raises(IntegrityError):
            await put(database, row("k"))


class TestParts:
    async def test_each_part_has_a_key_of_its_own(self, database: Database, office: Office) -> None:
        text = "\n".join(f"{n}. {'事项' * 40}" for n in range(60))
        for _ in range(2):
            await say(database, office, Push("long", CHAT, text))
        found = await rows(database)
        assert len(found) == 4
        assert [row.key for row in found] == ["long", "2#long", "3#long", "4#long"]
        assert all(len(row.text) <= office.rules.office.message_characters for row in found)
        assert [row.text[:5] for row in found] == ["（1/4）", "（2/4）", "（3/4）", "（4/4）"]

    async def test_the_parts_of_an_answer_all_answer(self, database: Database, office: Office) -> None:
        message = inbox("m1")
        for _ in range(2):
            await answer(database, office, message, "答" * 2000)
        found = await rows(database)
        assert len(found) == 2
        assert {(row.reply_to, row.inbox_id, row.chat, row.reply["hook"]) for row in found} == {("m1", 5, "群1", "h")}

    async def test_no_message_can_take_the_key_of_a_part(self, database: Database, office: Office) -> None:
        """Ids of messages come from outside; on the local platform anybody may choose one."""
        await answer(database, office, inbox("m1"), "答" * 2000)
        for name in ("m1#2", "2#m1"):
            await answer(database, office, inbox(name), f"回答 {name}")
        assert {"回答 m1#2", "回答 2#m1"} <= {row.text for row in await rows(database)}


def inbox(message: str) -> Inbox:
    return Inbox(
        id=5,
        platform="local",
        robot="local",
        message=message,
        account="m1",
        chat_kind="group",
        chat="群1",
        reply={"hook": "h"},
        sent_at=FRIDAY,
        received_at=FRIDAY,
    )


async def answer(database: Database, office: Office, message: Inbox, text: str, *mentions: str) -> None:
    await database.write(lambda session: outbox.answer(session, office, message, text, mentions, FRIDAY))


class TestWhom:
    @pytest.mark.parametrize(
        ("platforms", "group", "member"),
        [
            (("dingtalk", "wecom"), ("dingtalk", "cidX"), ("dingtalk", "d1")),
            (("wecom", "dingtalk"), ("wecom", "wrkC"), ("wecom", "w1")),
            (("wecom",), ("wecom", "wrkC"), ("wecom", "w1")),
            (("local",), None, None),
            ((), None, None),
        ],
    )
    async def test_the_first_platform_that_reaches_them(
        self, people: Database, office: Office, platforms: tuple[str, ...], group: Any, member: Any
    ) -> None:
        office = replace(office, platforms=platforms)
        await say(people, office, Push("g", ToGroup(1), "话"), Push("m", ToMember("m1"), "话"))
        found = [(row.platform, row.chat) for row in await rows(people)]
        assert found == [place for place in (group, member) if place]
        assert [row.chat_kind for row in await rows(people)] == ["group", "private"][: len(found)]

    async def test_who_cannot_be_reached_is_written_nothing_and_stops_nothing(
        self, people: Database, office: Office
    ) -> None:
        office = replace(office, platforms=("dingtalk", "wecom"))
        nobody = (ToMember("m3"), ToMember("m404"), ToGroup(404))
        await say(
            people, office, *(Push(f"n{n}", to, "话") for n, to in enumerate(nobody)), Push("y", ToGroup(2), "话")
        )
        assert [(row.key, row.platform, row.chat) for row in await rows(people)] == [("y", "wecom", "wrkD")]

    async def test_a_key_of_somebody_unreachable_is_still_free(self, people: Database, office: Office) -> None:
        office = replace(office, platforms=("wecom",))
        await say(people, office, Push("k", ToMember("m3"), "话"))

        async def joins(session: AsyncSession) -> None:
            session.add(Account(platform="wecom", account="w3", member_id="m3"))

        await people.write(joins)
        await say(people, office, Push("k", ToMember("m3"), "话"))
        assert [row.chat for row in await rows(people)] == ["w3"]

    async def test_of_two_chats_on_a_platform_always_the_newest(self, people: Database, office: Office) -> None:
        office = replace(office, platforms=("wecom",))

        async def more(session: AsyncSession) -> None:
            session.add_all(
                [
                    GroupChat(group_id=1, platform="wecom", chat="aaa"),
                    Account(platform="wecom", account="a-new-one", member_id="m1"),
                ]
            )
            await session.flush()
            # Where nothing orders them, PostgreSQL gives a row that was changed last.
            (await session.get_one(GroupChat, 1)).chat = "wrkC2"
            (await session.get_one(Account, 2)).account = "w1-renamed"

        await people.write(more)
        await say(people, office, Push("g", ToGroup(1), "话", ("m1",)), Push("m", ToMember("m1"), "话"))
        assert [(row.chat, row.mentions) for row in await rows(people)] == [("aaa", ["a-new-one"]), ("a-new-one", [])]


class TestMentions:
    async def test_are_accounts_of_the_chosen_platform_in_order(self, people: Database, office: Office) -> None:
        for platform, accounts in (("wecom", ["w2", "w1"]), ("dingtalk", ["d1"])):
            office = replace(office, platforms=(platform,))
            await say(people, office, Push(platform, ToGroup(1), "话", ("m2", "m3", "m1", "m404")))
            assert (await rows(people))[-1].mentions == accounts

    async def test_stand_in_every_part(self, people: Database, office: Office) -> None:
        office = replace(office, platforms=("wecom",))
        await say(people, office, Push("k", ToGroup(1), "话" * 4000, ("m1",)))
        assert [row.mentions for row in await rows(people)] == [["w1"]] * 3

    async def test_of_an_answer_are_of_the_platform_of_the_question(self, people: Database, office: Office) -> None:
        message = inbox("m1")
        message.platform = "dingtalk"
        await answer(people, replace(office, platforms=("wecom",)), message, "答", "m1", "m2")
        assert [(row.platform, row.mentions) for row in await rows(people)] == [("dingtalk", ["d1"])]


class TestWhen:
    async def test_now_or_at_the_moment_that_was_asked_for(self, database: Database, office: Office) -> None:
        later, past = FRIDAY + timedelta(hours=3), FRIDAY - timedelta(hours=3)
        await say(
            database,
            office,
            Push("now", CHAT, "话"),
            Push("later", CHAT, "话", at=later, expires=later + timedelta(hours=1)),
            Push("past", CHAT, "话", at=past),
            inbox_id=9,
        )
        found = {row.key: row for row in await rows(database)}
        assert {key: row.next_at for key, row in found.items()} == {"now": FRIDAY, "later": later, "past": FRIDAY}
        assert {row.created_at for row in found.values()} == {FRIDAY}
        assert found["later"].expires_at == later + timedelta(hours=1)
        assert {row.inbox_id for row in found.values()} == {9}
        assert {row.state for row in found.values()} == {"pending"}

    async def test_in_the_order_in_which_it_was_said(self, database: Database, office: Office) -> None:
        await say(database, office, *(Push(f"k{n}", CHAT, "话") for n in range(9)))
        assert [row.key for row in await rows(database)] == [f"k{n}" for n in range(9)]
