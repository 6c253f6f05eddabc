"""The lexemes as patterns: what may begin with a character, and in which order it is tried."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.understanding.dates.lexicon import (
    DOUBTFUL_TERMS,
    FESTIVAL_GUARDS,
    FESTIVAL_WORDS,
    PARTS,
    STEP_GUARDS,
    STEP_WORDS,
    SURNAMES,
    TERMS,
)

WEEKDAYS = {char: n for n, char in enumerate("一二三四五六日", 1)} | {char: int(char) for char in "1234567"} | {"天": 7}
UNITS = {
    "年": "year", "季度": "quarter", "季": "quarter", "月": "month", "周": "week", "星期": "week", "礼拜": "week",
    "天": "day", "日": "day", "自然日": "day", "日历天": "day", "工作日": "workday", "小时": "hour", "钟头": "hour",
    "刻钟": "quarterhour", "分钟": "minute", "分": "minute", "分半钟": "minute", "秒": "second", "秒钟": "second",
}  # fmt: skip

DIGITS = "0123456789〇一二三四五六七八九十"
CHINESE = "〇一二三四五六七八九十百千万亿"
_ARABIC = "0123456789"
_NUMERAL = _ARABIC + "〇一二三四五六七八九十百千两廿卅俩仨"

_ONE = "一二三四五六七八九"
_CN = f"〇{_ONE}十"
_WEEK = "(?:周|星期|礼拜)"
_NUM = r"(?:\d{1,4}(?:\.\d)?|[〇一二三四五六七八九十百千两廿卅俩仨]{1,6}+)"
_INT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3}+)"
_MONTH, _DAY = "1[0-2]|0?[1-9]", r"3[01]|[12]\d|0?[1-9]"
# A date may run into the clock (2016年6月2911:30), but not into other digits.
_END = r"(?!\d(?!\d?:\d))"
_EDGE = r"$|[\s,，。;；、)）(（:：~-]"
# What may follow a day without its 日 (八月十五去开会); a count's measure word may not (8月20家).
_GOES_ON = "到至前之以起晚早上下中凌去在开召举报提完交要是的我你他请将会已就来办发送周星"

# What ends or begins a clause, and what speaks for a date beside 6.30 or 4/28.
CLAUSE_EDGE = re.compile(_EDGE)
GOES_ON = re.compile(f"[{_GOES_ON}]")
DEADLINE_BEHIND = re.compile(r"[ ]?(?:前(?!期)|[止截起晚早凌至到~]|[上下中]午|之前|以前|开会|报送|交)")
DEADLINE_AHEAD = re.compile(r"(?:[至到于截延自从在]|期限[:：]?|时限[:：]?|时间[:：]?|日期[:：]?|截止[:：]?)[ ]?$")
SHARE_AHEAD = re.compile(r"(?:完成|建成|已|化解|办结|得分|比分|评分|占|达)[ ]?$")
SCORE_AHEAD = re.compile(r"(?:比分?|胜|负|平)[ ]?$")
# Before a bare 17号 these make it a number, not a day: 督办17号, 云财〔2023〕17号.
CODE_AHEAD = re.compile(r"(?:督办件?|任务|事项|公文|编号|约稿|信息|提醒|[第\]〕发字函令#文项])[ ]?$")


def _not(words: str) -> str:
    """A guard: none of these follows. Words stand apart by spaces, a run of characters may each follow."""
    return "(?!" + "|".join(f"[{word}]" if len(word) > 4 else word for word in words.split()) + ")"


# What makes another word of a lexeme when it follows.
_NOT_POINTS = _not(
    "建议 意见 要求 体会 说明 思考 想法 理由 原因 问题 希望 看法 经验 做法 措施 启示 共识 不足 感受 内容 工作 打算 补充"
    " 提示 情况 疑问 承诺 决定 批示 收获"
)
_NOT_HOUR = _not("候间段期代节空效事势不难之")
_NOT_MINUTE = _not("之钟管局院校部公别期批")
_NOT_DAY = _not("游常均志产元语夜出落益渐光照历程 之计 三餐 复一 后谈") + "(?!本(?![市区县局周月次届年级单地院着]))"
# Behind a bare 17号 these make it a number, not a day: 17号线, 17号督办件.
NUMBERED = re.compile(
    "[线楼文件督项院路门机令标仓车坑井煤矿桥《厅馆台泵池站库炉塔渠段口码商主厂药坝岛街地进目]"
    "|任务|事项|公告|通知|会议室|约稿|信息|公文|提醒"
)
_NOT_BEFORE = _not("期后往提段端台景述列沿夕瞻辈卫线锋言进程任来面方头年")
_NOT_AFTER = _not("续期勤台面果备方者年半卫劲院山进退补门代人")
_NOT_SINCE = _not("草火诉步码点伏重义因源飞航用床来舞初降吊底见身")
_NOT_INSIDE = _not("部容外蒙涝设控需地存置销河环防审政在镇科饰")
_WEEKDAY = f"六日(?!常)|[一二三四五六天末]{_not('次遍趟围岁')}|日{_not('常报志程均记')}|[1-7](?![\\d个年月天周号点:.])"
# 周一至五: the second without its 周.
_TO_WEEKDAY = f"[至到~-][二三四五六日](?![{_CN}月日号点时周个天年分])"


def _words(words: Iterable[str], guards: dict[str, str] | None = None) -> str:
    """An alternation of words, the longest first, grouped by their first character."""
    heads: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        heads.setdefault(word[0], []).append(re.escape(word[1:]) + (guards or {}).get(word, ""))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in heads.items())


_PATTERNS: dict[str, str] = {
    "ymd": rf"(?P<yy>[12]\d{{3}})(?P<ys>[-/.·]|[ ])(?P<ym>{_MONTH})(?P=ys)(?P<yd>{_DAY}){_END}[日号]?",
    "dayspan": (
        rf"(?P<s1>{_MONTH})(?P<ss>[./])(?P<s2>{_DAY})[ ]?(?:[至到]|[-~]{{1,2}})[ ]?"
        rf"(?P<s3>{_MONTH})(?P=ss)(?P<s4>{_DAY})(?={_EDGE}|[\s前之期间开举止日在])日?"
    ),
    "compact": r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "yearmonth": rf"(?P<my>(?:19|20)\d\d)(?P<mk>[-/.])(?P<mo>{_MONTH})(?![\d/.]|-\d\d?(?!\d)|年)",
    "colon": (
        r"(?P<ch>2[0-4]|[01]?\d):(?P<cm>[0-5]\d)(?::(?P<cs>[0-5]\d))?(?![\d:]|\.\d)"
        r"(?P<ca>[ ]?[AaPp]\.?[Mm]\b)?[时分点]?"
    ),
    "lesshour": rf"差(?P<lq>一刻|[\d{_CN}]{{1,3}}分)钟?到?(?P<lh>\d{{1,2}}|[{_CN}两]{{1,3}})[点时]",
    "lunar": (
        rf"(?:(?:农历|阴历|旧历)(?P<lm>[正冬腊]|[{_CN}]{{1,2}}|\d{{1,2}})月份?|(?P<lw>[正腊冬])月|(?P<ly>大年)(?=初))"
        rf"(?P<ld>初[{_CN}]|[廿卅][{_CN}]?|[{_CN}]{{1,3}}日?|\d{{1,2}}日?)?"
    ),
    "year": (
        rf"(?P<yn>[12]\d{{3}}|\d\d|[〇{_ONE}]{{4}}|[〇{_ONE}]{{2}}|[两二]千(?:〇?[一二]十[{_CN}]?|〇[{_CN}])?)"
        r"[ ]?年(?:度|份)?(?!半|级|代|龄|期)"
    ),
    "duration": (
        rf"〇?(?P<un>{_NUM})[ ]?(?P<ug>个)?[ ]?(?P<uh>(?<=个)半)?"
        r"(?P<uu>(?(ug)(?:月|季度|年)|(?:年(?!级|代|龄|报|检|会)|(?<=[俩仨])月|(?<=[两俩仨])日|刻钟|分半?钟|秒钟?))"
        rf"|周(?!年|岁|边|围)|星期(?!几)|礼拜|天{_not('然津元水山气 到晚')}|工作日|自然日|日历天|小时|钟头"
        r"|(?<=小时\d)分|(?<=小时\d\d)分)(?P<ut>半)?"
    ),
    "spoken": (
        rf"(?<![第几])(?P<kh>\d{{1,2}}|[{_CN}两]{{1,3}})[ ]?(?:点钟?|时{_NOT_HOUR}){_NOT_POINTS}"
        rf"(?:[ ]?(?:(?P<kb>半)|(?P<kq>[一三13])刻钟?|过?(?P<km>\d{{1,2}}|[{_CN}]{{1,3}})分{_NOT_MINUTE}"
        rf"|(?P<kn>[0-5]\d|〇[{_ONE}]|[二三四五]十[{_ONE}]?|十[{_ONE}]?)(?![\d{_CN}个项条家分户])))?"
        rf"(?:[ ]?(?P<ks>\d{{1,2}}|[{_CN}]{{1,3}})秒)?(?P<ke>[整正])?许?"
    ),
    "pair": r"(?P<jd>今明后?|昨今|明后)[两二三23]?(?P<ju>天|日|年)",
    "monthpair": rf"(?P<m1>[{_ONE}])(?P<m2>[{_ONE}])月份?",
    "daypart": r"(?P<td>[今明昨当前后次])(?P<tp>早上?|早晨|晨|晚上?|夜里?|晚间|夜间|午)(?!报|会|间新闻)",
    "word": _words(STEP_WORDS, STEP_GUARDS),
    "prefixed": (
        r"(?P<pw>(?<!马)上{1,3}一?个?|下{1,3}一?个?|这一?个?|[本当次同今该]|本个)"
        rf"(?:(?P<pu>{_WEEK})(?:(?P<pd>{_WEEKDAY})(?P<pe>{_TO_WEEKDAY})?)?(?!围|边|期|年|转|岁|刊)"
        r"|(?P<pv>月(?!饼|球|亮)[份度]?|季度?(?!节)|年(?!级|轻|半)度?))"
    ),
    "quarter": (
        r"(?:第(?P<q1>[一二三四1-4])[ ]?个?季度?|(?P<q2>[一二三四1-4])季度|[Qq](?P<q3>[1-4])(?![\dA-Za-z]))(?!节|报)"
    ),
    "nth": (
        rf"(?P<nw>(?:倒数)?第[ ]?{_INT}|最后一?|首|末|头一)[ ]?个?"
        rf"(?:(?P<nu>{_WEEK})(?P<nd>[一二三四五六天1-7](?!次)|日(?!常))?|(?P<nv>季度?|月|天|日|工作日)(?!常))"
    ),
    "near": (
        rf"(?<![之以目提延推往马])(?P<fd>最后|[前后上下头])[ ]?(?P<fn>{_INT})[ ]?(?P<fg>个)?"
        r"(?P<fu>(?(fg)月|(?<=[两俩仨])月)|年|季度|周|星期|礼拜|天|日|工作日|小时|钟头|分钟)(?!级|代)"
    ),
    "halfspan": r"(?<![大多])半个?(?P<hu>年|月|小时|钟头|天|日|分钟)(?!报|谈|刊)",
    "month": rf"(?P<mn>\d{{1,2}}|十[一二]?|[{_ONE}])[ ]?月[份度]?(?!饼|球|亮|嫂)",
    "day": (rf"(?P<dn>\d{{1,3}}|[{_CN}廿卅]{{1,3}})[ ]?(?P<du>日(?<!朝一日)(?<!有一日){_NOT_DAY}|号)"),
    "dayafter": (rf"(?<=月)(?P<dm>{_DAY}|[{_CN}廿卅]{{1,3}})(?={_EDGE}|[{_GOES_ON}]|\d?\d:)"),
    "weekday": rf"{_WEEK}(?P<wd>{_WEEKDAY})(?P<we>{_TO_WEEKDAY})?|(?P<ww>双休)日",
    "monthday": (
        rf"(?P<mm>{_MONTH})(?P<ms>[-/.·])(?P<md>{_DAY}){_END}(?![%./亿万])(?P<mu>(?<!-\d)(?<!-\d\d)[ ]?[日号])?"
        r"(?![ ]?[月日号天个年点时周])"
    ),
    "edge": r"(?<=[年月季度份])(?:[初底末尾]|中(?=$|[前之旬，。；,;) 完]))",
    "festival": rf"(?:{_words(FESTIVAL_WORDS, FESTIVAL_GUARDS)})(?<![{SURNAMES}]国庆)",
    "term": rf"(?:{_words(TERMS, dict.fromkeys(DOUBTFUL_TERMS, '(?=节气)'))})(?:节气)?",
    "off": r"[上下]班(?:之?前|时)?",
    "part": (
        rf"{_words(word for word in PARTS if len(word) > 1)}"
        rf"|(?<=[日号天一二三四五六末])[早晚](?!于|期|稻|些)|[早晚](?=\d|[{_CN}两]{{1,3}}点)"
    ),
    "tonow": r"至今|迄今|到现在|到目前(?:为止)?",
    "latest": r"最迟|最晚|至迟|不迟于|不晚于|赶在|务必于",
    "until": r"截[至止][到至]?|截(?=\d)",
    "stop": r"为止|止(?!损|痛|血)",
    "before": rf"(?:[或及和]|以及)?(?:之前|以前)|前{_NOT_BEFORE}",
    "since": rf"(?:开始|以来)|起{_NOT_SINCE}",
    "after": rf"(?:[或及和]|以及)?(?:之后|以后|过后)|后{_NOT_AFTER}",
    "during": r"期间",
    "inside": rf"(?:之内|以内)|内{_NOT_INSIDE}",
    "between": r"之?间(?!隔|谍|接|断)",
    "block": r"小?长假|假期|黄金周|放假期间",
    "ahead": r"未来的?|今后|接下来的?|往后",
    "pass": r"再?过了?(?=[\d半一二两三四五六七八九十])",
    "behind": r"过去的?|最近的?|近(?=[\d半一二两三四五六七八九十俩仨])|刚过去的",
    "limit": r"限期|限时|限(?=[\d一二两三四五六七八九十半])",
    "every": r"每|逢(?=周|星期|礼拜|月|年)",
    "from": r"自从|打从|从|自(?!己|治|然|动|主|身|愿|来|我)",
    "number": rf"(?:\d{{1,4}}|[{_CN}]{{1,4}}+)(?=[ ]?(?:到|至|[-~]{{1,2}}|、)[ ]?[\d{_CN}])|(?:19|20)\d\d(?!\d)",
    "join": r"直?[到至]|[-~]{1,2}",
    "and": r"以及|[和与及跟、]",
    "now": r"现在|此刻|此时",
    "workdays": r"工作日",
    "shift": r"(?:的)?(?P<sd>前|后)一[天日]|第二[天日]",
    "whole": r"一?整天|全天",
}

PARTICLES = (
    "off tonow latest until stop before since after during inside between block ahead pass behind limit every from join"
    " and now whole workdays"
).split()
"""Lexemes that are nothing but their word."""


def _first(words: Iterable[str]) -> str:
    return "".join(dict.fromkeys(word[0] for word in words))


# With which characters a lexeme may begin; what is not listed begins with a numeral.
_HEADS: dict[str, str] = dict.fromkeys(("ymd", "dayspan", "compact", "yearmonth", "colon", "monthday"), _ARABIC) | {
    "lesshour": "差", "lunar": "农阴旧正腊冬大", "pair": "今昨明", "daypart": "今明昨当前后次",
    "word": _first(STEP_WORDS),
    "prefixed": "上下这本当次同今该", "quarter": "第Qq一二三四1234", "nth": "倒第最首末头", "near": "最前后上下头",
    "halfspan": "半", "weekday": "周星礼双", "edge": "初底末尾中", "festival": _first(FESTIVAL_WORDS),
    "term": _first(TERMS), "off": "上下", "part": _first(PARTS), "tonow": "至迄到", "latest": "最至不赶务",
    "until": "截",
    "stop": "为止", "before": "或及和以之前", "since": "开以起", "after": "或及和以之过后", "during": "期",
    "inside": "之以内", "between": "之间", "block": "小长假黄放", "ahead": "未今接往",
    "pass": "再过", "behind": "过最近刚",
    "limit": "限", "every": "每逢", "from": "自打从", "join": "直到至-~", "and": "以和与及跟、", "now": "现此",
    "shift": "的前后第", "whole": "一整全", "workdays": "工",
}  # fmt: skip


def _by_head() -> dict[str, re.Pattern[str]]:
    """For each character the alternation of the lexemes that may begin with it, in the order above."""
    kinds: dict[str, list[str]] = {}
    for name in _PATTERNS:
        for head in dict.fromkeys(_HEADS.get(name, _NUMERAL)):
            kinds.setdefault(head, []).append(name)
    compiled = {
        names: re.compile("|".join(f"(?P<{name}>{_PATTERNS[name]})" for name in names))
        for names in {tuple(names) for names in kinds.values()}
    }
    return {head: compiled[tuple(names)] for head, names in kinds.items()}


LEXEMES = _by_head()
"""By first character: what may begin there."""

HEAD = re.compile(f"[{re.escape(''.join(LEXEMES))}]")
"""Where a lexeme may begin."""
