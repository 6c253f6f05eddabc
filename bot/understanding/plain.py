"""Text as the grammars see it: full-width forms folded, one character for one, so that offsets still point into the original."""

from __future__ import annotations

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－─"), "-")
_OTHERS = {0x3000: " ", 0xA0: " ", 0x200B: " ", 0xFEFF: " ", ord("︰"): ":", ord("∶"): ":", ord("﹣"): "-", ord("～"): "~",
           ord("〜"): "~", ord("\t"): " ", ord("\r"): "\n", ord("「"): "“", ord("」"): "”", ord("〈"): "《", ord("〉"): "》",
           ord("｡"): "。", ord("﹪"): "%"}  # fmt: skip
_TABLE: dict[int, int | str] = {**_WIDE, **_DASHES, **_OTHERS}


def plain(text: str) -> str:
    """The text with full-width letters, digits, marks and spaces as their plain forms; the same length as before."""
    return text.translate(_TABLE)


def squeezed(text: str) -> str:
    """The plain text without blanks inside its lines: spaces must not hide a number or a mark."""
    return plain(text).replace(" ", "")
