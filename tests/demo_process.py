"""The demo as a real process, spoken to over HTTP like any stranger."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
START_SECONDS = 120


@dataclass
class DemoProcess:
    """``python bot.py demo`` on a folder. ``arguments`` are added to its command line."""

    data: Path
    arguments: list[str] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None
    address: str = ""

    def start(self) -> str:
        """Start it and wait for its address; raises RuntimeError with its output where it ends instead."""
        command = [sys.executable, "bot.py", "demo", "--port", "0", "--data", str(self.data), *self.arguments]
        log = (self.data.parent / f"{self.data.name}.log").open("a")
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "LOG_LEVEL": "INFO"}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        )
        log.close()
        assert self.process.stdout is not None
        for line in self.process.stdout:
            found = _ADDRESS.search(line)
            if found:
                self.address = f"http://127.0.0.1:{found[1]}"
                return self.address
        raise RuntimeError(f"the demo ended with {self.process.wait()}: {self.log()}")

    def __enter__(self) -> DemoProcess:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()

    def log(self) -> str:
        """What it logged so far."""
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def kill(self) -> None:
        """SIGKILL."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, number: int) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        code = self.process.wait(timeout=20)
        if self.process.stdout:
            self.process.stdout.close()
        return code

    def get(self, path: str, **query: Any) -> Any:
        """GET JSON."""
        suffix = f"?{urllib.parse.urlencode(query)}" if query else ""
        with urllib.request.urlopen(f"{self.address}{path}{suffix}", timeout=60) as response:
            return json.load(response)

    def post(self, path: str, body: Any) -> tuple[int, Any]:
        """POST JSON; the status and what came back, for errors too."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}{path}", data, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=300) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def say(self, sender: str, text: str, group: str | None = None, quote: str | None = None, id: str = "") -> str:
        """Say something; the message's id."""
        body = {"group": group, "sender": sender, "text": text, "quote": quote} | ({"id": id} if id else {})
        status, answer = self.post("/api/local/messages", body)
        assert status == 202, answer
        return str(answer["id"])

    def settled(self) -> None:
        """Wait until everything is handled and sent: moving the clock by nothing answers when that is so."""
        status, answer = self.post("/api/local/clock", {"advance": "PT0S"})
        assert status == 200, answer

    def replies(self, message: str) -> list[str]:
        """The bot's answers to a message."""
        return [row["text"] for row in self.get("/api/local/messages") if row["reply_to"] == message]
