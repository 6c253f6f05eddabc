"""The record that is shipped is what the sample city's three weeks come to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.demo import snapshot
from models import migrating
from models.database import Database

SAID = "SELECT key, chat_kind, chat, sender, text, quote, mentions FROM localmessage ORDER BY seq"
TASKS = "SELECT code, title, due, percent, state, extensions, returns FROM task ORDER BY id"
INFOS = "SELECT code, title, state, reviewers FROM info ORDER BY id"


def _rows(file: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


async def test_it_has_the_newest_schema(tmp_path: Path) -> None:
    snapshot.unpack(tmp_path / "banjie.db")
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'banjie.db'}")
    present, newest = await migrating.state(database)
    await database.close()
    assert present == newest


def test_what_is_half_written_is_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.gz"
    broken.write_bytes(snapshot.RECORD.read_bytes()[:5000])
    monkeypatch.setattr(snapshot, "RECORD", broken)
    with pytest.raises(EOFError):
        snapshot.unpack(tmp_path / "banjie.db")
    assert not (tmp_path / "banjie.db").exists()


@pytest.mark.long
async def test_a_replay_comes_to_the_same(tmp_path: Path) -> None:
    """Where this fails, words or rules have changed: ``make sample`` makes the record anew."""
    shipped, made = tmp_path / "shipped.db", tmp_path / "made.db"
    snapshot.unpack(shipped)
    await snapshot.build(made)
    for query in (SAID, TASKS, INFOS):
        assert _rows(shipped, query) == _rows(made, query)
