"""``read``: each JSON line of messages becomes a JSON line of acts, or of expressions of time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from bot.understanding import Reader
from bot.understanding.dates import find
from bot.understanding.reading import Reading, Understood, Utterance
from bot.understanding.world import World
from bot.workdays import Calendar

_LOCAL = ZoneInfo("Asia/Shanghai")
BAD_INPUT = 2


def read_messages(world: World, lines: Iterable[str], out: TextIO, err: TextIO, explain: bool) -> int:
    """Read messages into acts, in order, one line out for each message in; flushed at the end.

    A line that is no message gives ``line N: reason`` on ``err``, and the exit code 2 at the end. With ``explain`` each
    line also tells why (``because``) and what stands against recording it (``doubts``).
    """
    reader = Reader(Calendar())
    reader.warm()

    def work(row: dict[str, Any]) -> dict[str, Any]:
        utterance = Utterance(
            text=_words(row, "text"),
            sender=_words(row, "sender"),
            now=_moment(row),
            group=_words(row, "group", optional=True) or None,
            quote=_words(row, "quote", optional=True) or None,
        )
        return {"id": row["id"], **_plain(reader.read(utterance, world), explain)}

    return _each(lines, out, err, work)


def read_dates(lines: Iterable[str], out: TextIO, err: TextIO) -> int:
    """Find the expressions of time in sentences; lines, errors and exit code as for messages."""
    calendar = Calendar()

    def work(row: dict[str, Any]) -> dict[str, Any]:
        found = find(_words(row, "text"), _moment(row), calendar)
        return {"id": row["id"], "dates": [one.to_json() for one in found if not one.impossible]}

    return _each(lines, out, err, work)


def _each(lines: Iterable[str], out: TextIO, err: TextIO, work: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            answer = json.dumps(work(_row(line)))  # ASCII, so that lone surrogates can be written
        except (ValueError, RecursionError) as error:
            err.write(f"line {number}: {_reason(error)}\n")
            code = BAD_INPUT
        else:
            out.write(answer + "\n")
    out.flush()
    return code


def _reason(error: Exception) -> str:
    words = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return " ".join(words.encode("ascii", "backslashreplace").decode().split())


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line.lstrip("\ufeff"))
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  (a fault of the input, like the others)
    if "id" not in row:
        raise ValueError("no id")
    return row


def _words(row: dict[str, Any], key: str, *, optional: bool = False) -> str:
    value = row.get(key)
    if value is None and optional:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{key} is missing" if value is None else f"{key} is not text")  # noqa: TRY004
    return value


def _moment(row: dict[str, Any]) -> datetime:
    """The local time of sending; one with an offset is turned to local time."""
    try:
        moment = datetime.fromisoformat(_words(row, "now"))
    except ValueError as error:
        raise ValueError(f"now: {error}") from error
    return moment.astimezone(_LOCAL).replace(tzinfo=None) if moment.tzinfo else moment


def _plain(reading: Reading, explain: bool) -> dict[str, Any]:
    acts = [{"act": one.act.name, **one.act.slots()} for one in reading.acts]
    plain: dict[str, Any] = {"blocked": reading.blocked, "acts": acts}
    if explain:
        plain["explain"] = [_why(one) for one in reading.acts]
    return plain


def _why(one: Understood) -> dict[str, Any]:
    doubts = [{"slot": d.slot, "kind": d.kind, "words": d.words, "candidates": list(d.candidates)} for d in one.doubts]
    return {"act": one.act.name, "because": [list(pair) for pair in one.because], "doubts": doubts}
