"""政务信息 that is sent in: a marker, a title, a category, the text."""

from __future__ import annotations

import re

from bot.acts import SubmitInfo
from bot.understanding.acting import Found, found
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.subjects import info_category
from bot.understanding.subjects.info_marker import end_of, first_marker, next_marker
from bot.understanding.subjects.info_pieces import FOR, Piece, listed, single


def claim(heard: Heard, clauses: list[Clause]) -> tuple[list[Found], set[Clause]]:
    """The pieces of information in a message, and the clauses that they take up."""
    marker = first_marker(heard)
    if marker is None:
        return [], set()
    markers = [marker]
    while following := next_marker(heard, markers[-1][1]):
        markers.append(following)
    acts: list[Found] = []
    used: set[Clause] = set()
    ends = [*(start for start, _ in markers[1:]), end_of(heard, markers[-1][1])]
    for (start, end), stop in zip(markers, ends, strict=True):
        got, taken = _from(heard, clauses, start, end, stop)
        if not got and start == marker[0]:
            return [], set()
        acts += got
        used |= taken
    return acts, used


def _from(heard: Heard, clauses: list[Clause], start: int, end: int, stop: int) -> tuple[list[Found], set[Clause]]:
    pieces = listed(heard, end, stop) or [single(heard, start, end, stop)]
    acts = [_act(heard, piece, start, stop) for piece in pieces if piece.title or piece.body]
    return acts, {clause for clause in clauses if start <= clause.start < stop} if acts else set()


_OPENING = re.compile(r"^[\s。，,、:：;；]*(?:请[审阅][核阅定]?[。，,]?)?\s*")


def _act(heard: Heard, piece: Piece, start: int, stop: int) -> Found:
    title = heard.raw(*piece.title) if piece.title else ""
    body = _OPENING.sub("", heard.said.text[slice(*piece.body)].strip()) if piece.body else ""
    category = piece.category or info_category.guessed(title, body)
    instead = FOR.search(heard.text, 0, min(stop, 60))
    units = heard.units_in(*instead.span("unit")) if instead else ()
    act = SubmitInfo(
        title=title or None, body=body or None, category=category, units=units, topic=_topic(heard, piece, start)
    )
    return found(heard, (start, min(stop, start + 80)), act)


def _topic(heard: Heard, piece: Piece, start: int) -> str | None:
    """The 约稿 that it answers: by code, or a title that fits exactly one that the sender's unit was asked for."""
    named = heard.codes_in(start, piece.body[0] if piece.body else len(heard.text), "topics")
    if named:
        return named[0].codes[0]
    if not piece.title:
        return heard.quoted_codes("topics")[0] if len(heard.quoted_codes("topics")) == 1 else None
    fits = heard.titles("topics", *piece.title)
    codes = [
        code
        for ref in fits
        for code in (ref.codes or ref.several)
        if (item := heard.item(code)) and heard.unit in item.units
    ]
    return codes[0] if len(set(codes)) == 1 else None
