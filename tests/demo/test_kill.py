"""SIGKILL amid messages and clock jumps: what got its 202 is handled exactly once, what was due leaves once."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
import urllib.error
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.demo_process import DemoProcess
from tests.worlds import small

KILLS = 20
GROUP = "督查工作群"
START = "2023-04-10T08:00:00"
HOURS = 13 * 24  # from start to end: two weeks with due days and a digest in them


@dataclass
class Traffic:
    """Speaks and moves the clock until the process dies under it. ``accepted`` are the messages that got their 202."""

    demo: DemoProcess
    random: random.Random
    accepted: list[str] = field(default_factory=list)
    sent: int = 0
    hours: int = 0

    def run(self) -> None:
        """One stretch, from a start to a kill."""
        try:
            while True:
                self._step()
        except (OSError, urllib.error.URLError, json.JSONDecodeError, ValueError, AssertionError):
            return  # the process was killed in the middle of a request

    def _step(self) -> None:
        if self.random.random() < 0.15 and self.hours < HOURS:
            self.hours += 6
            self.demo.post("/api/local/clock", {"advance": "PT6H"})
            return
        self.sent += 1
        message = f"k{self.sent}"
        body = {"group": GROUP, "sender": "m5", "text": f"D2 进展{self.sent % 90}%", "id": message}
        status, _ = self.demo.post("/api/local/messages", body)
        if status == 202:
            self.accepted.append(message)


def _world(folder: Path) -> Path:
    world = small()
    world["reminders"] = [
        {"code": "T1", "text": "报周进展", "when": {"rrule": "FREQ=DAILY", "time": "07:30"}, "owner": "m2"}
    ]
    path = folder / "world.json"
    path.write_text(json.dumps(world, ensure_ascii=False), "utf-8")
    return path


def _rows(data: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(data / "banjie.db")) as database:
        return database.execute(query).fetchall()


def test_killed_twenty_times(tmp_path: Path) -> None:
    arguments = ["--world", str(_world(tmp_path)), "--now", START]
    demo = DemoProcess(tmp_path / "killed", arguments)
    chance = random.Random(20230410)
    traffic = Traffic(demo, chance)
    for _ in range(KILLS):
        demo.start()
        thread = threading.Thread(target=traffic.run)
        thread.start()
        # When the kill falls is left to chance; what must hold, holds wherever it falls.
        threading.Event().wait(chance.uniform(0.02, 2.5))
        demo.kill()
        thread.join()
    demo.start()
    status, _ = demo.post("/api/local/clock", {"now": "2023-04-24T18:00:00"})
    assert status == 200
    messages = demo.get("/api/local/messages")
    assert demo.stop() == 0

    assert len(traffic.accepted) > KILLS
    replies = [row["reply_to"] for row in messages if row["reply_to"]]
    assert [message for message in traffic.accepted if replies.count(message) != 1] == []
    handled = _rows(demo.data, "SELECT message, count(*) FROM auditentry WHERE inbox_id IS NOT NULL GROUP BY 1")
    assert {message for message, _ in handled} >= {f"local:{message}" for message in traffic.accepted}
    assert [row for row in handled if row[1] != 1] == []

    control = DemoProcess(tmp_path / "control", arguments)
    control.start()
    control.post("/api/local/clock", {"now": "2023-04-24T18:00:00"})
    control.stop()
    due = "SELECT key FROM outbox WHERE reply_to IS NULL AND state = 'sent' ORDER BY key"
    stable = [row for row in _rows(demo.data, due) if not row[0].startswith("digest:")]
    assert stable == [row for row in _rows(control.data, due) if not row[0].startswith("digest:")]
    assert len(stable) > 10
    assert _rows(demo.data, "SELECT key FROM outbox WHERE state NOT IN ('sent', 'expired')") == []
    assert _rows(demo.data, "SELECT key FROM localmessage WHERE sender = 'bot' ORDER BY key") == _rows(
        demo.data, "SELECT key FROM outbox WHERE state = 'sent' ORDER BY key"
    )
    assert "[error" not in demo.log()
