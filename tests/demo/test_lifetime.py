"""Starting, stopping, starting again."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.demo.conftest import START, small_world
from tests.demo_process import ROOT, DemoProcess


def test_a_stop_ends_soon_and_a_restart_goes_on(tmp_path: Path) -> None:
    world = str(small_world(tmp_path))
    with DemoProcess(tmp_path / "data", ["--world", world, "--now", START]) as first:
        first.say("m5", "D2 进展15%", "督查工作群", id="one")
        first.settled()
        first.post("/api/local/clock", {"now": "2023-04-12T10:00:00"})
        seen = first.get("/api/local/messages")
        began = time.monotonic()
        assert first.stop() == 0
        assert time.monotonic() - began < 5  # the contract's limit, not a measure of speed
    with DemoProcess(tmp_path / "data", ["--world", world, "--now", START]) as second:
        assert second.get("/api/local/messages")[: len(seen)] == seen
        assert second.get("/api/local/clock")["now"] >= "2023-04-12T10:00:00"
        second.say("m5", "D2 进展20%", "督查工作群", id="two")
        second.settled()
        assert "原 15%" in second.replies("two")[0]


def test_a_second_demo_on_the_same_folder_refuses(tmp_path: Path) -> None:
    world = str(small_world(tmp_path))
    with DemoProcess(tmp_path / "data", ["--world", world, "--now", START]):
        command = [sys.executable, "bot.py", "demo", "--port", "0", "--data", str(tmp_path / "data"), "--world", world]
        other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert other.returncode == 1
    assert "正被另一个" in other.stderr


def test_a_malformed_world_is_refused_in_one_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"units": [{"short": "没有名称"}]}', "utf-8")
    command = [sys.executable, "bot.py", "demo", "--port", "0", "--data", str(tmp_path / "data"), "--world", str(bad)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode in (1, 2)
    assert len(ended.stderr.strip().splitlines()) == 1
