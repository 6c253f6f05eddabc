"""Cutting Chinese into words. Only the few places that need words use it; everything else reads characters."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Protocol


class Tokenizer(Protocol):
    """Cuts text into words; the words joined are the text again."""

    def cut(self, text: str) -> list[str]:
        """The words of the text, in order."""
        ...


class JiebaTokenizer:
    """jieba with a dictionary of its own.

    It is loaded without jieba's shared cache file (a marshal file in a common temporary directory can be planted by
    others), without its handler on the root of logging, and without the warning about pkg_resources.
    """

    def __init__(self) -> None:
        self._cutter = _load()

    def cut(self, text: str) -> list[str]:
        """The words of the text, in order. Blanks and marks are words too."""
        return list(self._cutter.lcut(text))


def _load() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415  (takes 0.2 s and warns: only where a dictionary is really wanted)
    jieba.default_logger.handlers.clear()
    jieba.setLogLevel(logging.ERROR)
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total = cutter.gen_pfdict(cutter.get_dict_file())
    cutter.initialized = True  # no initialize(): that would read and write the cache file
    return cutter


@lru_cache(maxsize=1)
def shared() -> Tokenizer:
    """The one dictionary of this process: about 1 s and 70 MB at the first call."""
    return JiebaTokenizer()


def edges(words: list[str]) -> Iterator[int]:
    """The offsets at which words begin and end, from 0 to the length of the text."""
    at = 0
    yield at
    for word in words:
        at += len(word)
        yield at
