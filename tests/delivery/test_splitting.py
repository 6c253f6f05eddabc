"""A long text in parts: none too long, nothing lost, cut where a reader would cut."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.splitting import split

LIMIT = 101  # the smallest that rules may set
MARK = re.compile(r"（(\d+)/(\d+)）\n")

lines = st.text(alphabet=st.sampled_from("事项 办结。；！a1\t📌"), max_size=250)
texts = st.builds("\n".join, st.lists(lines, max_size=12))


def bodies(parts: list[str]) -> list[str]:
    """The parts without their numbers, which must count from 1 to how many there are."""
    marks = [MARK.match(part) for part in parts]
    assert [(int(mark[1]), int(mark[2])) for mark in marks if mark] == [
        (n, len(parts)) for n in range(1, len(parts) + 1)
    ]
    return [part[mark.end() :] for part, mark in zip(parts, marks, strict=True) if mark]


@settings(max_examples=150, deadline=None)
@given(texts, st.integers(LIMIT, 400))
@example("字" * 5000, LIMIT)
@example("\n" * 500, LIMIT)
@example("一行\n" * 300, LIMIT)
@example("a" * 101 + "\n" + "b" * 101, LIMIT)
def test_nothing_is_lost_and_nothing_is_too_long(text: str, limit: int) -> None:
    parts = split(text, limit)
    if len(text) <= limit:
        assert parts == [text]
        return
    assert all(len(part) <= limit for part in parts)
    found = bodies(parts)
    at = 0
    for body in found:  # each part follows the one before, with nothing but white space between
        start = text.index(body, at)
        assert text[at:start].strip() == ""
        at = start + len(body)
    assert text[at:].strip() == ""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="事项办结。", min_size=1, max_size=80), min_size=5, max_size=40))
def test_short_lines_are_never_cut(rows: list[str]) -> None:
    text = "\n".join(rows)
    parts = split(text, LIMIT)
    if len(parts) > 1:
        assert [line for body in bodies(parts) for line in body.split("\n")] == rows


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="事项，办结", min_size=1, max_size=60).map("{}。".format), min_size=5, max_size=40))
def test_a_long_line_is_cut_after_sentences(sentences: list[str]) -> None:
    parts = split("".join(sentences), LIMIT)
    if len(parts) > 1:
        assert all(body.endswith("。") for body in bodies(parts))
        assert "".join(bodies(parts)) == "".join(sentences)


def test_parts_are_as_full_as_they_can_be() -> None:
    """No more messages than needed: two neighbours never fit into one."""
    found = bodies(split("\n".join(f"第 {n:02} 项" * 4 for n in range(60)), LIMIT))
    assert len(found) > 5
    assert all(len(one) + 1 + len(other) > LIMIT - 10 for one, other in pairwise(found))


def test_what_fits_is_left_as_it_is() -> None:
    for text in ("", "\n", "好", "字" * LIMIT, " 前后空格 "):
        assert split(text, LIMIT) == [text]
    assert len(split("字" * (LIMIT + 1), LIMIT)) == 2
