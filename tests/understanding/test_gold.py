"""Messages of three cities as a clerk would read them: two written by other hands than the reader's."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands.read import read_messages
from bot.understanding.world import from_json

GOLD = Path(__file__).parent / "gold"
LEAST_EXACT = 0.98  # of messages: their acts and key slots all right, nothing added


def _read(city: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each gold message with what was read."""
    world = from_json(json.loads((GOLD / f"{city}_world.json").read_text("utf-8")))
    lines = (GOLD / f"{city}.jsonl").read_text("utf-8").splitlines()
    out, err = io.StringIO(), io.StringIO()
    assert read_messages(world, lines, out, err, False) == 0, err.getvalue()
    got = [json.loads(line) for line in out.getvalue().splitlines()]
    return list(zip(map(json.loads, lines), got, strict=True))


def _plain(act: dict[str, Any]) -> dict[str, Any]:
    """An act without what is not given, and without the slots of free text, which may be cut a little differently."""
    free = ("title", "body", "reason", "text", "place")
    return {key: value for key, value in act.items() if value not in (None, [], False, "") and key not in free}


@pytest.mark.parametrize("city", ["coast", "north", "inland"])
def test_a_city(city: str) -> None:
    rows = _read(city)
    wrong = [
        (gold["id"], gold["text"][:40])
        for gold, got in rows
        if [act["act"] for act in gold["acts"]] != [act["act"] for act in got["acts"]]
    ]
    assert len(wrong) <= len(rows) * (1 - LEAST_EXACT), wrong


@pytest.mark.parametrize("city", ["coast", "north", "inland"])
def test_nothing_is_recorded_that_was_not_meant(city: str) -> None:
    quiet = [(gold, got) for gold, got in _read(city) if not gold["acts"]]
    assert len(quiet) > 40
    assert [(gold["id"], got["acts"]) for gold, got in quiet if got["acts"]] == []


@pytest.mark.parametrize("city", ["coast", "north", "inland"])
def test_what_must_be_blocked_is_and_nothing_else(city: str) -> None:
    rows = _read(city)
    assert [gold["id"] for gold, got in rows if gold.get("blocked") != got["blocked"]] == []


@pytest.mark.parametrize("city", ["coast", "north"])
def test_codes_percents_dates_and_units(city: str) -> None:
    rows = _read(city)
    wrong = [gold["id"] for gold, got in rows if [*map(_plain, gold["acts"])] != [*map(_plain, got["acts"])]]
    assert len(wrong) <= len(rows) * 0.05, wrong
