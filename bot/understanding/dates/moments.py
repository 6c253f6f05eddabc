"""The grammar of moments: lexemes that follow each other from the year down to the second."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understanding.dates import chains
from bot.understanding.dates.model import Clock, Moment, Step
from bot.understanding.dates.tokens import Token

_GAPS = frozenset(("", " ", "  ", "的", " 的", "的 "))
_COMMA = frozenset((",", "，", ", ", "， ", "、"))
# A weekday in brackets behind a date repeats it: 3月6日（下周一）.
_BRACKET = re.compile(r"[ ]?[(（](?:农历[^()（）]{1,8}|[本下]?(?:周|星期|礼拜)[一二三四五六日天末])[)）]")
# Before a bare 三点 these make it a count of points.
_COUNTED = re.compile(r"(?:[提讲谈说有几这那第分强调如以下占为达]|补充|汇报|注意|做到|明确)[ ]?$")
# 快一点, 差一点: a little.
_LITTLE = re.compile(r"[快慢差早晚多少大小高低好有紧]$")


class Reader:
    """A folded text with its lexemes. Methods take a lexeme's place and give what begins there and where it ends."""

    def __init__(self, plain: str, tokens: list[Token]) -> None:
        self.plain = plain
        self.tokens = tokens
        ends = [0, *(token.end for token in tokens)]
        self._behind = [plain[end : token.start] in _GAPS for end, token in zip(ends, tokens, strict=False)]

    def follows(self, at: int) -> bool:
        """Whether the lexeme at ``at`` stands right behind the one before it."""
        return at < len(self.tokens) and self._behind[at]

    def kind(self, at: int) -> str:
        """The kind of the lexeme at ``at`` where it stands right behind the one before it, else nothing."""
        return self.tokens[at].kind if at < len(self.tokens) and self._behind[at] else ""

    def moment(self, at: int) -> tuple[Moment, int] | None:
        """The longest moment that begins with the lexeme at ``at``."""
        steps, end, weekday = self._steps(at)
        part = ""
        end = self._past_brackets(end) if steps else end
        if end < len(self.tokens) and (end == at or self._touches(end)):
            token = self.tokens[end]
            if token.kind == "daypart" and not steps:
                steps, part, end = token.steps, token.word, end + 1
            elif token.kind == "part":
                part, end = token.word, end + 1
            elif token.kind == "whole":
                steps, end = steps or (Step("day+", 0),), end + 1
        clock, end = self._clock(at, end, bool(steps), part)
        if not steps and not part and not clock:
            return None
        return Moment(steps, part, clock, weekday), end

    def _past_brackets(self, end: int) -> int:
        match = _BRACKET.match(self.plain, self.tokens[end - 1].end)
        if match:
            while end < len(self.tokens) and self.tokens[end].end <= match.end():
                end += 1
            if end < len(self.tokens) and self.plain[match.end() : self.tokens[end].start] in _GAPS:
                self._behind[end] = True
        return end

    def _clock(self, at: int, end: int, dated: bool, part: str) -> tuple[Clock | None, int]:
        if end >= len(self.tokens) or not (end == at or self._touches(end)):
            return None, end
        token = self.tokens[end]
        if token.kind == "clock":
            if token.word == "bare" and not dated and not part and not self._plausible(token, end):
                return None, end
            return token.clock, end + 1
        # 2021-09-12-11:23
        if token.kind == "join" and dated and self._day_with_year(end) and self.kind(end + 1) == "clock":
            return self.tokens[end + 1].clock, end + 2
        # 早上五到六点: the number takes its unit from the end of the range.
        if token.kind == "number" and self.kind(end + 1) == "join" and self.kind(end + 2) == "clock":
            return Clock(token.number), end + 1
        return None, end

    def _day_with_year(self, end: int) -> bool:
        """Whether a day in digits stands before the lexeme, and a time in digits behind it: 2021-09-12-11:23."""
        return len(self.tokens[end - 1].steps) == 3 and self.kind(end + 2) != "join"

    def _touches(self, at: int) -> bool:
        """Like ``follows``, and across the T of ISO 8601."""
        between = self.plain[self.tokens[at - 1].end : self.tokens[at].start]
        return self._behind[at] or between.strip() == "T"

    def _plausible(self, token: Token, at: int) -> bool:
        """Whether a bare 三点 may be a time of day: not 三点建议, 有三点, 快一点."""
        before = self.plain[max(0, token.start - 3) : token.start]
        after = self.plain[token.end : token.end + 1]
        if _COUNTED.search(before):
            return False
        if token.number == 1:
            return not _LITTLE.search(before) and (not after or self.kind(at + 1) in ("before", "after", "join"))
        return True

    def _steps(self, at: int) -> tuple[tuple[Step, ...], int, int]:
        """The steps, the lexeme behind them, and the weekday that is said beside a date."""
        steps: list[Step] = []
        end, weekday, level = at, 0, -1.0
        while end < len(self.tokens) and (end == at or self._joined(end, steps)):
            token = self.tokens[end]
            more = self._next_steps(end, steps, level)
            if more is None:
                break
            if not more:
                weekday = token.steps[-1].n
            elif steps and steps[-1].kind == "weekday" and more[0].kind == "month":
                weekday, steps = steps[-1].n, []
            if more:
                steps.extend(more)
                level = chains.level_after(more[-1], level)
            end += 1
            if token.kind == "festival":
                end = self._festival(end, steps)
        return tuple(steps), end, weekday

    def _festival(self, end: int, steps: list[Step]) -> int:
        """国庆假期, 春节期间 are the published holiday; 节后第一个工作日 counts from its end."""
        if self.kind(end) in ("block", "during"):
            steps[-1] = replace(steps[-1], unit="block")
            return end + 1
        if self.kind(end) == "after" and self.kind(end + 1) in ("nth", "duration"):
            steps[-1] = replace(steps[-1], unit="past")
            return end + 1
        if self.kind(end) == "near":
            steps[-1] = replace(steps[-1], unit="past" if self.tokens[end].word == "后" else "eve")
        return end

    def _joined(self, end: int, steps: list[Step]) -> bool:
        if self.follows(end):
            return True
        between = self.plain[self.tokens[end - 1].end : self.tokens[end].start]
        # 周日, 二月十号: the weekday and the day are one.
        return (
            between in _COMMA
            and steps[-1].kind == "weekday"
            and self.tokens[end].steps[:1] != ()
            and self.tokens[end].steps[0].kind == "month"
        )

    def _next_steps(self, at: int, steps: list[Step], level: float) -> tuple[Step, ...] | None:
        """The steps that the lexeme adds; none where it only repeats the day; None where it begins something else."""
        token = self.tokens[at]
        if token.kind == "year2":
            return token.steps if not steps and self.is_year(at) else None
        if token.kind == "number":
            return self._number_step(at, steps, level)
        return chains.following(token, steps, level)

    def _number_step(self, at: int, steps: list[Step], level: float) -> tuple[Step, ...] | None:
        """4月10-12日, 5、6月: a number that takes its unit from the end of the range."""
        token = self.tokens[at]
        if self.kind(at + 1) not in ("join", "and") or not self.follows(at + 2):
            return None
        unit = self.tokens[at + 2]
        kind = unit.steps[0].kind if unit.steps else ""
        if kind not in ("day", "month", "quarter", "year"):
            return None
        if self.tokens[at + 1].kind == "and" and unit.steps[0].n != token.number + 1:
            return None
        return chains.following(token._replace(kind=unit.kind, steps=(Step(kind, token.number),)), steps, level)

    def is_year(self, at: int) -> bool:
        """Whether NN年 is a year (08年, 15年3月, 九八年) and not a length (10年, 20年内)."""
        token = self.tokens[at]
        following = self.tokens[at + 1] if self.follows(at + 1) else None
        if following and following.kind in ("step", "nth", "edge", "festival", "near"):
            return not (following.kind == "step" and following.steps[0].kind.endswith("+"))
        before = self.tokens[at - 1] if at else None
        if before and before.end == token.start and before.kind in ("ahead", "behind", "pass", "limit"):
            return False
        if token.word[0] in "〇0" or not token.word.isascii():
            return "十" not in token.word
        if following and following.kind in ("before", "after", "inside"):
            return token.number >= 50
        return token.number % 10 != 0
