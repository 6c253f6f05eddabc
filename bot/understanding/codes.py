"""Codes in a message: D17, #d-17, D17、18, D15-D17, 督办17号, 17号任务, 第17项, 信息12号."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

_GLUE = r"[ \-_#.·]{0,2}"
_ONE = re.compile(
    rf"(?<![A-Za-z0-9+&/])(?<![0-9]-)#?(?P<letter>[DXYHWTdxyhwt]){_GLUE}(?P<number>[0-9]{{1,6}})"
    r"(?![A-Za-z0-9%])(?!\.[0-9])(?!-[0-9]{2}-)#?"
)
_RANGE = re.compile(
    rf"(?:号|项)? ?(?:-{{1,2}}|~|至|到) ?(?:#?(?P<letter>[A-Za-z]){_GLUE}(?P<number>[0-9]{{1,6}})(?![A-Za-z0-9%])"
    r"|(?P<bare>[0-9]{1,6})(?![0-9A-Za-z%.年月日号时点:]))"
)
# D12、13、14: a bare number goes on with the list only where the list ends as lists of codes do.
_MORE = re.compile(
    r" ?[、,/和及与] ?(?P<bare>[0-9]{1,5})(?=号?(?: ?[、,/和及与] ?[0-9]{1,5})*(?:号|项|均|都|已|全部|两|"
    r"三|这|同意|签收|收到|完成|分别|申请|退回|延期|进|抓|"
    r"[::。;;!!]|$))(?!号?[前之以])"
)
_KINDS = {"信息": "X", "稿件": "X", "约稿": "Y", "选题": "Y", "会议": "H", "公文": "W", "收文": "W", "文件": "W", "来文": "W",
          "提醒": "T", "督办": "D", "任务": "D", "事项": "D"}  # fmt: skip
_NUMBERED = re.compile(
    r"督办(?:件|事项|任务)?(?:第|编号)?[ ::]{0,2}(?P<d1>[0-9]{1,5})号(?![0-9]|前|之前|以前|[上下]午|早|晚|"
    r"到期|下班|截止)"
    r"|(?<![月0-9.\-/年第])(?P<d2>[0-9]{1,5})[号项](?:督办件|督办事项|督办任务|督办|任务|事项|工作任务|重点任务)"
    r"|第 ?(?P<d3>[0-9]{1,5}(?:[、,和及][0-9]{1,5}){0,9}) ?(?:项|号(?:任务|事项|督办件|督办事项|督办)?)"
    r"|(?:督办任务|督办事项|督办件|任务|督办|事项)(?:第|编号|"
    r"编码)?[ ::]{0,2}(?P<d4>[0-9]{1,5})(?![0-9.%/]|个|项|件|条|年|月|日|户|家|所|处|公里|万|亿|"
    r"号[前之以上下早晚])号?"
    r"|(?<![月0-9.\-/年第〕\])】])(?P<other>[0-9]{1,5})号(?P<after>信息|稿件|约稿|会议(?!室)|公文|收文|文件|来文|提醒)"
    r"|(?P<before>信息|约稿|会议|公文|收文|来文|提醒)(?P<number>[0-9]{1,5})号(?![前之以上下早晚])"
)
_CHINESE = re.compile(
    r"第(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)(?:项|号)(?=任务|事项|督办|$|[,,::。])"
)
DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,14}[〔\[(（【]\s?(?:19|20)[0-9]{2}\s?[〕\])）】]\s?(?:第\s?)?[0-9]{1,5}\s?号"
)
"""A 文号: 云财〔2023〕31号, also with other brackets; words before it may be caught too."""
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class CodeMention:
    """A code, or several written as one group, with the span of characters that names them."""

    start: int
    end: int
    codes: tuple[str, ...]
    ranged: bool = False

    @property
    def letter(self) -> str:
        """D, X, Y, H, W or T."""
        return self.codes[0][0]


def find_codes(text: str, known: Container[str]) -> list[CodeMention]:
    """The codes in a plain text, in order, without overlaps.

    ``known`` holds the codes that exist: of a range only these count, a single code counts as written, in capitals.
    """
    found = [*_lettered(text, known), *_numbered(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[CodeMention] = []
    for mention in found:
        if mention.codes and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return [*kept, *_echoes(text, kept)] if kept else kept


def _lettered(text: str, known: Container[str]) -> Iterator[CodeMention]:
    at = 0
    while match := _ONE.search(text, at):
        letter, first = match["letter"].upper(), int(match["number"])
        codes, end, ranged = [f"{letter}{first}"], match.end(), False
        if (last := _RANGE.match(text, end)) and _continues(last, letter, first):
            final = int(last["number"] or last["bare"])
            codes = [code for n in range(first, final + 1) if (code := f"{letter}{n}") in known]
            end, ranged = last.end(), True
        while more := _MORE.match(text, end):
            codes.append(f"{letter}{int(more['bare'])}")
            end = more.end()
        yield CodeMention(match.start(), end, tuple(codes), ranged)
        at = end


def _continues(last: re.Match[str], letter: str, first: int) -> bool:
    """Whether D15-D17 is a range: the same letter, rising, and of a length that somebody would write."""
    if last["letter"] and last["letter"].upper() != letter:
        return False
    if not last["letter"] and "到" in last.group():
        return False  # D5到60: a figure that was reached
    return first < int(last["number"] or last["bare"]) <= first + 200


def _numbered(text: str) -> Iterator[CodeMention]:
    if "号" not in text and "项" not in text and "任务" not in text and "督办" not in text and "事项" not in text:
        return
    for match in _NUMBERED.finditer(text):
        if match["other"] or match["number"]:
            codes: tuple[str, ...] = (
                f"{_KINDS[match['after'] or match['before']]}{int(match['other'] or match['number'])}",
            )
        else:
            digits = match["d1"] or match["d2"] or match["d3"] or match["d4"]
            codes = tuple(f"D{int(number)}" for number in re.findall(r"[0-9]+", digits))
        yield CodeMention(match.start(), match.end(), codes)
    for match in _CHINESE.finditer(text):
        number = (_DIGITS.index(match["tens"]) if match["tens"] else 1) * 10 + (
            _DIGITS.index(match["ones"]) if match["ones"] else 0
        )
        yield CodeMention(match.start(), match.end(), (f"D{number}",))


def _echoes(text: str, kept: list[CodeMention]) -> Iterator[CodeMention]:
    """第102、103项…，102项完成70%: once named with 第, a number with 项 or 号 alone means the same item."""
    named = {code[1:] for mention in kept for code in mention.codes if mention.letter == "D"}
    last = kept[0].end
    taken = {at for mention in kept for at in range(mention.start, mention.end)}
    for match in re.finditer(r"(?<![0-9.第月])([0-9]{1,5})[号项](?![0-9前之以])", text[last:]):
        start, end = match.start() + last, match.end() + last
        if match[1] in named and start not in taken:
            yield CodeMention(start, end, (f"D{match[1]}",))
