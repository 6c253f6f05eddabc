"""Sections of a message: where the writer says that something else begins (另：, 另外, 顺便)."""

from __future__ import annotations

import re

_LEAD = (
    r"(?:另外(?![0-9一二两三四五六七八九十]+[个座条处户栋家台套件项])|此外|另(?=[::,,报请附把将]|"
    r"[\u4e00-\u9fff]{1,6}(?:局|委|办|区|县|集团|公司))|顺便(?:问一?下|说一?下|报一?下)?|顺带|"
    r"还有(?=[::,,])|另(?=[#DXHWTdxhwt市第请督关上本我新立约会紧收登每明今下催把同意政]))[::,, ]*(?:就是|"
    r"还有)?"
)
_TURN = re.compile(
    rf"(?<=[。;!?\n,、 ）)])\s*(?:[0-9]{{1,2}}[.、)] ?)?{_LEAD}|(?<=[\u4e00-\u9fff0-9%])(?= 另[::]) 另[::] ?"
)
# A sentence that opens as only a message of its own does.
_HEAD = re.compile(
    r"(?<=[。;!?\n])\s*(?=【|(?:紧急|会议)?通知[::]|会议通知|(?:收文|来文)(?:登记)?[::《 ]|登记[::一]|"
    r"登一[个下份]|(?:(?:新增|增加)(?:一[条项])?督办|列个?督办|立项督办|加一?条?督办)(?=[^。;]{0,6}[::,]|"
    r" [\u4e00-\u9fff])|交办[::]|(?:根据)?[市县区]长批示|(?:专题|紧急)?约稿[::]|(?:政务)?信息(?:报送|"
    r"上报)[::]|报送(?:政务)?信息|投稿[::]|(?:请)?每(?:天|周|月|个?工作日)[^。;\n]{0,20}提醒|(?:请|"
    r"麻烦)?(?:明天|后天|下周|周[一二三四五])[^。;\n]{0,16}提醒我|提醒我|(?:再|请)?帮我(?:查|看|设|定)|"
    r"设[一个置])"
)
# Inside a text that is sent in, 另外 is the text's own word; only a new line or 另: turns away from it.
_FIRM = re.compile(
    r"(?<=\n)\s*(?:另外?[::,,]|另外?(?=[报请附#DdXx第])|此外[::,]|顺便|同时报)[::,, ]*|"
    r"(?<=[。;!)）])\s*另(?:外)?(?:[::]|(?=报|附))[::]? ?"
)


def sections(text: str, *, submits: bool) -> list[tuple[int, int]]:
    """The sections of a plain text as spans, without the words that part them. ``submits``: it begins with 政务信息."""
    spans: list[tuple[int, int]] = []
    start = 0
    marks = (
        [*_FIRM.finditer(text)]
        if submits
        else sorted([*_TURN.finditer(text), *_HEAD.finditer(text)], key=lambda m: m.end())
    )
    for match in marks:
        if match.start() >= start:
            spans.append((start, match.start()))
            start = match.end()
    spans.append((start, len(text)))
    trimmed = ((a, a + len(text[a:b].rstrip(" \n,"))) for a, b in spans)
    return [(a, b) for a, b in trimmed if text[a:b].strip(" \n,。;")]
