"""The README's transcript is what the sample city really answers, and both READMEs show the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.demo_process import ROOT, DemoProcess

_BLOCK = re.compile(r"<!-- transcript -->\n```text\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Exchange:
    group: str | None
    sender: str
    text: str
    answer: str


def _exchanges(name: str) -> list[Exchange]:
    found = _BLOCK.search((ROOT / name).read_text("utf-8"))
    assert found, name
    return [_exchange(part) for part in found[1].strip().split("\n\n")]


def _exchange(part: str) -> Exchange:
    head, typed, *answer = part.splitlines()
    place, who = head.split(" · ")
    sender = re.match(r"m\d+", who)
    assert sender, head
    return Exchange(None if place == "私聊" else place, sender[0], typed.removeprefix("> "), "\n".join(answer))


def test_both_languages_show_the_same() -> None:
    assert _exchanges("README.md") == _exchanges("README.zh-CN.md")


@pytest.mark.long
def test_the_transcript_is_real(tmp_path: Path) -> None:
    with DemoProcess(tmp_path / "data") as demo:
        for exchange in _exchanges("README.md"):
            sent = demo.say(exchange.sender, exchange.text, exchange.group)
            demo.settled()
            assert "\n".join(demo.replies(sent)) == exchange.answer


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/decisions.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_setting_is_in_the_example() -> None:
    from bot.config import Settings

    named = {line.split("=")[0] for line in (ROOT / ".env.example").read_text("utf-8").splitlines() if "=" in line}
    assert {name.upper() for name in Settings.model_fields} <= named
