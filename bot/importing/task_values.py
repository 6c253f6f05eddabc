"""What stands in the small cells of a ledger: codes, numbers, percentages, states, headings."""

from __future__ import annotations

import re
import unicodedata

OPEN, PENDING_FINISH, PENDING_EXTENSION, DONE = "open", "pending_finish", "pending_extension", "done"
# The contract's words, which files may hold as well, and what offices write for them.
STATES: dict[str, str] = {
    **dict.fromkeys(("open", "待签收", "办理中", "退回改派", "挂起", "重开"), OPEN),
    **dict.fromkeys(
        ("未启动", "未开始", "未开工", "进行中", "推进中", "正在推进", "正在办理", "在办", "正常推进"), OPEN
    ),
    **dict.fromkeys(("持续推进", "未完成", "未办结", "超期", "已超期", "逾期"), OPEN),
    **dict.fromkeys(("pending_finish", "待审核", "办结待审", "申请办结"), PENDING_FINISH),
    **dict.fromkeys(("pending_extension", "延期待批", "申请延期"), PENDING_EXTENSION),
    **dict.fromkeys(("done", "已销号", "取消", "合并", "已完成", "完成", "已办结", "办结", "销号"), DONE),
}

_LONGEST_STATE = 40
_QUOTED = 20  # characters of a cell that an error repeats

_CODE = re.compile(r"([A-Za-z])-?0*(\d{1,9})")
_PERCENT = re.compile(r"(?:约|已?完成|达|达到|进度)*(-?\d+(?:\.\d+)?)([%％]?)(?:左右)?")
_CHINESE = "[一二三四五六七八九十]{1,4}"
_LEADING = re.compile(rf"(?:[（(](?:{_CHINESE}|\d{{1,3}})[）)]、?|{_CHINESE}、|\d{{1,3}}(?:[.．](?!\d)|、)|[①-⑳])\s*")
_HEADING = re.compile(rf"(?P<part>第?{_CHINESE}(?:、|部分|[章类])|[（(]{_CHINESE}[）)])\s*(?P<words>\S.{{0,39}})")


class BadValue(ValueError):
    """A cell that cannot be taken over. Its text is the reason, in Chinese, with one right example."""


def read_code(words: str) -> str | None:
    """D17 of "D17", "d-017"; None where the words are no code. Raises BadValue for the code of another subject."""
    match = _CODE.fullmatch(half_width(words))
    if match is None:
        return None
    if match[1].upper() != "D":
        raise BadValue(f"编号“{short(words)}”不是督办事项的编号。正确写法如：D17；新事项请留空。")
    return f"D{match[2]}"


def read_percent(words: str) -> int | None:
    """The progress that a cell states as a number; None where it is blank or prose. Raises BadValue outside 0–100.

    A number between 0 and 1 without a sign is a share, as spreadsheets store percentages. Halves are rounded up.
    """
    match = _PERCENT.fullmatch(half_width(words))
    if match is None:
        return None
    value = float(match[1])
    if not match[2] and 0 < value < 1:
        value *= 100
    if not 0 <= value <= 100:
        raise BadValue(f"进度写的是“{short(words)}”，应在 0 到 100 之间。正确写法如：60%。")
    return int(value + 0.5)


def read_state(words: str) -> str | None:
    """The contract's word for a state, None for a blank cell. Raises BadValue for an unknown one."""
    word = re.sub(r"[（(].*?[)）]|\s", "", words[:_LONGEST_STATE])
    if not word:
        return None
    state = STATES.get(word)
    if state is None:
        raise BadValue(f"状态“{short(words)}”不认识。正确写法如：办理中、待审核、延期待批、已销号。")
    return state


def read_number(words: str) -> str:
    """A row's number without brackets and stops: "1" of "1.", "一" of "（一）"."""
    return half_width(words).strip("().、 ．")


def leading_number(text: str) -> tuple[str, str]:
    """A text's own leading number, "" without one, and the rest. 2.5万亩 begins with none."""
    match = _LEADING.match(text)
    if match is None or match.end() == len(text):
        return "", text
    return read_number(match[0]), text[match.end() :]


def read_heading(text: str) -> tuple[int, str] | None:
    """Level (1 一、 2 （一）) and words of a heading line, None where the text is none."""
    match = _HEADING.fullmatch(text.strip())
    if match is None or re.search("[。；;]", match["words"].rstrip("。")):
        return None
    return (2 if match["part"][0] in "（(" else 1), match["words"].rstrip("。：:")


def one_line(text: str) -> str:
    """The text without line breaks: Chinese runs on, Latin words keep a space."""
    text = "\n".join(filter(None, map(str.strip, text.split("\n"))))
    return re.sub(r"(?<=[\x21-\x7e])\n(?=[\x21-\x7e])", " ", text).replace("\n", "")


def short(text: str) -> str:
    """The beginning of a text, for an error that speaks of it."""
    line = one_line(text)
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"


def half_width(text: str) -> str:
    """The text in compatibility form (１ → 1, （ → (), trimmed."""
    return unicodedata.normalize("NFKC", text).strip()
