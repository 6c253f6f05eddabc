"""What is taken in, what is refused, and what is never written."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlmodel import select

from models.corridor import Inbox, InboxState, LocalMessage
from tests.corridor.conftest import Talk

GROUP = "督查工作群"


def _stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def _inbox(talk: Talk) -> list[Inbox]:
    async def work(session: object) -> list[Inbox]:
        return list((await session.execute(select(Inbox))).scalars())  # type: ignore[attr-defined]

    return await talk.house.database.read(work)


async def test_a_message_taken_twice_is_handled_once(talk: Talk) -> None:
    for _ in range(3):
        await talk.send("m5", "D1 进展55%", GROUP, id="same")
    await talk.house.settle()
    await talk.send("m5", "D1 进展55%", GROUP, id="same")
    await talk.house.settle()
    rows = [row for row in await talk.transcript() if row.reply_to == "same"]
    assert len(rows) == 1
    assert len(await _inbox(talk)) == 1


async def test_the_same_message_at_the_same_moment_is_taken_once(talk: Talk) -> None:
    taken = await asyncio.gather(*(talk.send("m5", "D1 进展55%", GROUP, id="same") for _ in range(8)))
    assert sum(accepted.fresh for _, accepted in taken) == 1
    await talk.house.settle()
    assert len([row for row in await talk.transcript() if row.reply_to == "same"]) == 1


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("机密★5年\n关于防汛兵力部署的安排如下", None, "secret"),
        ("收到", "机 密★ 关于防汛兵力部署", "secret"),
        ("办证人员11010519491231002X请核", None, "personal"),
    ],
)
async def test_what_is_blocked_is_never_written(
    talk: Talk, tmp_path: Path, text: str, quote: str | None, kind: str
) -> None:
    answer = await talk.say("m5", text, GROUP, quote=quote)
    row = (await _inbox(talk))[0]
    assert (row.refused, row.text, row.quote) == (kind, "", None)
    assert "未保存" in answer
    assert "例如" in answer
    for word in ("防汛兵力", "11010519491231002X"):
        assert word not in answer
        assert all(word not in said.text for said in await talk.transcript())
        # Not in any file either: the write-ahead log keeps what was ever written.
        stored = _stored(tmp_path)
        assert word.encode() not in stored


async def test_a_phone_number_is_masked_where_it_is_stored(talk: Talk) -> None:
    await talk.say("m5", "D1 进展55%，联系人张工13912345678", GROUP)
    row = (await _inbox(talk))[0]
    assert "13912345678" not in row.text
    assert "D1 进展55%" in row.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("进展" * 10_000, "太长"),
        ("D1 进展\x0055%", "控制字符"),
        ("D1\x07 进展55%", "控制字符"),
        ("D1\x9b 进展55%", "控制字符"),
    ],
)
async def test_a_bad_text_is_answered_with_an_example_and_changes_nothing(talk: Talk, text: str, words: str) -> None:
    answer = await talk.say("m5", text, GROUP)
    assert words in answer
    assert "例如" in answer
    assert "30%" in await talk.say("m2", "D1")
    assert all(row.text == "" for row in await _inbox(talk) if row.refused)


async def test_lone_surrogates_are_stored_as_replacement_characters(talk: Talk) -> None:
    await talk.say("m5", "D1 进展55%\ud83d", GROUP)
    assert (await _inbox(talk))[0].state == InboxState.HANDLED


async def test_the_transcript_hides_what_was_blocked(talk: Talk) -> None:
    await talk.say("m5", "绝密★ 某部署", GROUP)
    shown = [row for row in await talk.transcript() if row.sender == "m5"]
    assert [row.text for row in shown] == ["（带有涉密标识的消息，未保存）"]
    assert isinstance(shown[0], LocalMessage)
