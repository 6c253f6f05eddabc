"""Cutting a message into the parts that may each hold an act: sentences, clauses, numbered points."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十0-9]{1,3}[)][、.]?|[0-9]{1,2}(?:[、)]|"
    r"\.(?![0-9]))|[①-⑳][、.:]?|(?:第[一二三四五六七八九十]{1,2}[,、:])|[一二三四五六七八九]是)"
)
_NUMBER = re.compile(rf"[ \n\-—•·*●]*(?P<number>{_NUMBERING})? *")
# What is kept whole (titles, quotations, remarks in brackets), and what separates.
_TOKEN = re.compile(
    r"《[^《》\n]{0,120}》|“[^“”\n]{0,120}”|【[^【】\n]{0,40}】|[(][^()\n]{0,60}[)]|(?P<mark>[,，])|"
    r"(?P<stop>[。;!?\n…]+|\.{2,}|\.(?= |$))|(?P<lead>(?<=[ ])(?={_NUMBERING}(?![0-9])))|"
    r"(?P<other>(?<=[ \])】\u4e00-\u9fff])(?=另[::,]|另外|另报|另请|另有|此外|顺便|顺带)|"
    r"(?<=[\u4e00-\u9fff] )(?=另))|(?P<colon>(?<=:)(?=一是|1[.、](?![0-9])|①|一、|[(][一1][)]|第一[,、]))|"
    r"(?P<head>(?:(?<=进展:)|(?<=情况:)|(?<=如下:))(?![^,。;]{0,8}(?:局|委|办|区|县|集团|公司)[、,])|"
    r"(?<=[据度]:)(?= ?#?[Dd][ -]?[0-9]))|(?P<inner>(?<=[\u4e00-\u9fff])(?=[①-⑳]))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: [start, end) in the text without its mark; ``sentence`` and ``line`` count from 0.

    ``number`` is the mark of a list before it (1., 一、, ①), ``mark`` the punctuation after it.
    """

    start: int
    end: int
    sentence: int
    line: int
    number: str | None
    mark: str

    def text(self, of: str) -> str:
        """The clause's characters in the message that it was cut from."""
        return of[self.start : self.end]


def split(text: str) -> list[Clause]:
    """The clauses of a plain text, in order; empty ones are left out."""
    clauses: list[Clause] = []
    start = sentence = line = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        if _add(clauses, text, start, match.start(), sentence, line, match.group()):
            sentence += kind != "mark"
        line += match.group().count("\n")
        start = match.end()
    _add(clauses, text, start, len(text), sentence, line, "")
    return clauses


def _add(clauses: list[Clause], text: str, start: int, end: int, sentence: int, line: int, mark: str) -> bool:
    head = _NUMBER.match(text, start, end)
    number = head["number"] if head else None
    begin = head.end() if head else start
    while end > begin and text[end - 1] in " \n":
        end -= 1
    if begin >= end:
        # A point whose number stands alone keeps its sentence apart from the one before.
        return bool(number) or (bool(clauses) and clauses[-1].sentence == sentence and mark != ",")
    clauses.append(Clause(begin, end, sentence, line, number, mark))
    return True
