"""``read``: messages or sentences on stdin, JSON lines on stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bot.commands.read import read_dates, read_messages
from bot.importing.faults import UnreadableFile
from bot.understanding.world import World, from_json


def read(world: Path | None, *, dates: bool, explain: bool) -> int:
    """Read stdin to its end; the exit code. Raises UnreadableFile for a bad world file."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    if dates:
        return read_dates(sys.stdin, sys.stdout, sys.stderr)
    known = _world(world) if world else World()
    return read_messages(known, sys.stdin, sys.stdout, sys.stderr, explain)


def _world(path: Path) -> World:
    try:
        return from_json(json.loads(path.read_text("utf-8-sig")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableFile(f"不是一份完整的记录文件：{path}（{type(error).__name__}: {error}）") from error
