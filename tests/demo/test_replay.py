"""A spring of gold messages through the local channel, in their own world, the clock moved along."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.demo_process import ROOT, DemoProcess

CORPUS = ROOT.parent / "shared" / "corpus"
FIRST = "2023-02-20T08:00:00"


@pytest.mark.long
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the gold messages are not part of the project")
def test_a_spring_of_messages(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (CORPUS / "dev.jsonl").read_text("utf-8").splitlines()]
    with DemoProcess(tmp_path / "data", ["--world", str(CORPUS / "dev_world.json"), "--now", FIRST]) as demo:
        for row in sorted(rows, key=lambda row: row["now"]):
            status, answer = demo.post("/api/local/clock", {"now": row["now"]})
            assert status in (200, 409), answer  # two messages in one second
            demo.say(row["sender"], row["text"], row["group"], row["quote"], row["id"])
        demo.settled()
        messages = demo.get("/api/local/messages")
        health = demo.get("/healthz")
        assert demo.stop() == 0

    answered = {row["reply_to"] for row in messages if row["reply_to"]}
    should = {row["id"] for row in rows if row["acts"] or row["blocked"]}
    wrong = {row["id"]: row["text"][:40] for row in rows if (row["id"] in answered) != (row["id"] in should)}
    assert len(wrong) <= len(rows) * 0.02, wrong
    assert "[error" not in demo.log()
    outbox = health["parts"]["outbox"]
    assert outbox["unknown"] == outbox["dead"] == outbox["pending"] == 0
    with closing(sqlite3.connect(demo.data / "banjie.db")) as database:
        dead = database.execute("SELECT count(*) FROM inbox WHERE state != 'handled'").fetchone()[0]
        said = database.execute("SELECT count(*) FROM localmessage WHERE sender = 'bot'").fetchone()[0]
        sent = database.execute("SELECT count(*) FROM outbox WHERE state = 'sent'").fetchone()[0]
    assert dead == 0
    assert said == sent
    for row in messages:
        assert len(row["text"]) <= 1600
