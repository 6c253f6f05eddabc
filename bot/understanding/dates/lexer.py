"""The lexer: one pass over the folded text, which gives the lexemes of time and nothing else.

Every repetition is bounded, so that the work is linear in the text. What stands between two lexemes is not kept:
the grammar looks at the gap between their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.dates import clockwords, daywords, patterns
from bot.understanding.dates.tokens import Token, number


def tokens(plain: str) -> list[Token]:
    """The lexemes of a folded text, in order. A number glued to another is none, unless the former is a lexeme."""
    found: list[Token] = []
    last = 0
    for head in patterns.HEAD.finditer(plain):
        start = head.start()
        if start < last:
            continue
        match = patterns.LEXEMES[head[0]].match(plain, start)
        if match is None or (start != last and _glued(plain, start)):
            continue
        token = _BUILDERS[match.lastgroup or ""](match, plain)
        if token is not None:
            found.append(token)
            last = token.end
    return found


def _glued(plain: str, start: int) -> bool:
    """Whether the numeral at ``start`` continues a longer one or a code (2303-1503, V2.1, D12, 三百二十点)."""
    before = plain[start - 1] if start else " "
    if plain[start] in patterns.CHINESE:
        return before in patterns.CHINESE or before in "点第几"
    return (
        plain[start] in "0123456789" and before.isascii() and before != "T" and (before.isalnum() or before in "._#/")
    )


def _bare_number(match: re.Match[str], _: str) -> Token:
    return Token("number", match.start(), match.end(), (), match[0], number(match[0], 9999))


def _particle(kind: str) -> Callable[[re.Match[str], str], Token]:
    def build(match: re.Match[str], _: str) -> Token:
        return Token(kind, match.start(), match.end(), (), match[0])

    return build


_BUILDERS = (
    daywords.BUILDERS
    | clockwords.BUILDERS
    | {"number": _bare_number}
    | {name: _particle(name) for name in patterns.PARTICLES}
)
