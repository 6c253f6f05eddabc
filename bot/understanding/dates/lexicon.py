"""The words of time and what they stand for. Data only; the rules that join them stand in the grammar."""

from __future__ import annotations

from bot.understanding.dates.model import Duration, Step

RELATIVE_YEARS = {
    "大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "上年": -1, "今年": 0, "本年": 0, "当年": 0, "当前年": 0,
    "这一年": 0, "同年": 0, "全年": 0, "明年": 1, "来年": 1, "翌年": 1, "次年": 1, "下一年": 1, "下年": 1, "后年": 2,
    "大后年": 3,
}  # fmt: skip

RELATIVE_DAYS = {
    "大大前天": -4, "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨儿": -1,
    "今天": 0, "今日": 0, "今儿": 0, "本日": 0, "即日": 0, "明天": 1, "明日": 1, "明儿": 1,
    "后天": 2, "后日": 2, "大后天": 3, "大后日": 3, "大大后天": 4,
}  # fmt: skip

ANCHORED_DAYS = {"当天": 0, "当日": 0, "同日": 0, "同一天": 0, "次日": 1, "翌日": 1, "隔天": 1, "隔日": 1}
"""Days counted from the day last spoken of, or from today."""

DAY_OF_PART = {"前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "次": 1, "后": 2}

_PART_WORDS = {
    "凌晨": "凌晨 拂晓",
    "早": "早 晨 早上 早晨 早间 清晨 清早 大清早 晨间 一早 大早",
    "上午": "上午 午前",
    "中午": "中午 正午 午间 晌午",
    "下午": "下午 午后 后晌",
    "傍晚": "傍晚 黄昏",
    "晚": "晚 晚上 晚间 夜晚 入夜",
    "夜": "夜 夜间 夜里 深夜 半夜 午夜",
}
PARTS = {word: part for part, words in _PART_WORDS.items() for word in words.split()}
"""Words for a part of the day, and which of the eight parts they mean."""

PART_HOURS = {
    "凌晨": (0, 5), "早": (7, 10), "上午": (8, 12), "中午": (11, 13), "下午": (13, 18), "傍晚": (17, 19),
    "晚": (18, 22), "夜": (20, 24),
}  # fmt: skip
"""The hours that a part of the day is taken to cover, [first, last)."""

# Month and day by the common calendar.
SOLAR_FESTIVALS = {
    "元旦": (1, 1), "情人节": (2, 14), "妇女节": (3, 8), "植树节": (3, 12), "消费者权益日": (3, 15), "愚人节": (4, 1),
    "劳动节": (5, 1), "青年节": (5, 4), "护士节": (5, 12), "儿童节": (6, 1), "建党节": (7, 1), "建军节": (8, 1),
    "教师节": (9, 10), "国庆": (10, 1), "万圣节": (10, 31), "记者节": (11, 8), "光棍节": (11, 11), "双十二": (12, 12),
    "平安夜": (12, 24), "圣诞节": (12, 25),
}  # fmt: skip

# Month and day by the lunar calendar; day 0 is the day before the month (除夕 is the day before 正月初一).
LUNAR_FESTIVALS = {
    "春节": (1, 1), "除夕": (1, 0), "元宵": (1, 15), "龙抬头": (2, 2), "端午": (5, 5), "七夕": (7, 7), "中元": (7, 15),
    "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8), "小年": (12, 23),
}  # fmt: skip

# Month, which one, ISO weekday.
WEEKDAY_FESTIVALS = {"母亲节": (5, 2, 7), "父亲节": (6, 3, 7), "感恩节": (11, 4, 4)}

_FESTIVAL_NAMES = {
    "元旦": "元旦节 新年 阳历年", "妇女节": "三八妇女节 三八节", "劳动节": "国际劳动节 五一劳动节 五一节 五一",
    "青年节": "五四青年节 五四", "儿童节": "六一儿童节 六一节 六一", "建党节": "七一", "建军节": "八一建军节 八一",
    "国庆": "国庆节 十一国庆节 十一国庆 十一", "光棍节": "双十一 双11", "双十二": "双12", "圣诞节": "圣诞",
    "春节": "农历新年 大年初一 年", "除夕": "大年三十 年三十 除夕夜", "元宵": "元宵节", "端午": "端午节",
    "七夕": "七夕节", "中元": "中元节", "中秋": "中秋节", "重阳": "重阳节", "腊八": "腊八节", "清明": "清明 清明节",
}  # fmt: skip
FESTIVAL_WORDS = {word: name for name, words in _FESTIVAL_NAMES.items() for word in words.split()} | {
    name: name for name in [*SOLAR_FESTIVALS, *LUNAR_FESTIVALS, *WEEKDAY_FESTIVALS]
}

FESTIVAL_GUARDS = {
    "年": "(?<![0-9〇一二三四五六七八九十百千万两几多数半今去明本当每上下前后近干周整隔]年)(?=前|后)",
    "五一": "(?!路|广场|中路|大道|村|镇|二|三|四)",
    "六一": "(?!路|八)",
    "七一": "(?!路|勋章|三|五)",
    "八一": "(?!路|中学|小学|镇|村|厂|电影|勋章|八)",
    "五四": "(?=青年|期间|前|节|当天)",
    "十一": "(?=假期|长假|黄金周|期间|放假|节|国庆|之?前(?![一二三四五六七八九十0-9名位期后]))",
    "新年": "(?=$|[前后第节假，。,])",
    "小年": "(?=$|[前后当，。,])",
}
"""What must or must not follow a word that has other meanings (五一路, 八一中学, 十一 as eleven)."""

SURNAMES = (
    "王李张刘陈杨赵黄吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶余潘杜戴夏汪田姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟"
)
"""国庆 after one of these is a person (李国庆)."""

TERMS = (
    "立春 雨水 惊蛰 春分 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒"
).split()
"""The solar terms but 清明, which is a festival."""

# These are weather or names as well, and need 节气 behind them.
DOUBTFUL_TERMS = ("雨水", "小满", "白露", "小雪", "大雪", "小寒", "大寒", "小暑", "大暑")

EDGES = {"初": 0, "头": 0, "中": 1, "末": 2, "底": 2, "尾": 2}
"""Beginning, middle and end of a month, quarter or year."""

# Words counted from the one last spoken of (次年 is the year after it), not from today.
_ANCHORED = ("次年", "同年", "当年")


def _steps(words: str, kind: str, n: int, unit: str = "") -> dict[str, Step]:
    return dict.fromkeys(words.split(), Step(kind, n, unit))


STEP_WORDS: dict[str, Step] = (
    _steps("上半年 前半年", "half", 1)
    | _steps("下半年 后半年", "half", 2)
    | _steps("上半月 前半月 上半个月", "halfmonth", 1)
    | _steps("下半月 后半月 下半个月", "halfmonth", 2)
    | _steps("上半周 前半周", "halfweek", 1)
    | _steps("下半周 后半周", "halfweek", 2)
    | {word: Step("tens", n) for n, word in enumerate("上旬 中旬 下旬 上中旬 中下旬".split(), 1)}
    | {f"年{edge}": Step("edge", EDGES[edge], "year") for edge in "初中末底"}
    | {f"月{edge}": Step("edge", n, "month") for edge, n in EDGES.items()}
    | {f"季{long}{edge}": Step("edge", EDGES[edge], "quarter") for long in ("", "度") for edge in "初中末底"}
    | _steps("周初", "edge", 0, "week")
    | _steps("岁末 年终", "edge", 2, "year")
    | _steps("半年末 半年底", "edge", 2, "half")
    | {word: Step("day+", n) for word, n in RELATIVE_DAYS.items()}
    | {word: Step("day+", n, "anchor") for word, n in ANCHORED_DAYS.items()}
    | {word: Step("year+", n, "anchor" if word in _ANCHORED else "") for word, n in RELATIVE_YEARS.items()}
    | {f"{word}度": Step("year+", RELATIVE_YEARS[word]) for word in ("去年", "上年", "今年", "本年", "明年")}
    | _steps("首季度 首季", "quarter", 1)
    | _steps("末季度", "quarter", 4)
    | _steps("元月 元月份", "month", 1)
    | _steps("当前月 月内", "month+", 0)
    | _steps("年内", "year+", 0)
    | _steps("季内 季度内", "quarter+", 0)
    | _steps("周内", "week+", 0)
    | _steps("节前 节日前", "holiday", -1)
    | _steps("节后", "holiday", 1)
    | _steps("季首月 季度首月", "quartermonth", 1)
    | _steps("季末月 季度末月", "quartermonth", 3)
    | {word: Step("offset", shift=Duration(workdays=1)) for word in ("下个工作日", "下一个工作日", "下一工作日")}
)

_ENDS = "(?=$|[前之旬，。；,;) 完])"
STEP_GUARDS = dict.fromkeys(("年中", "月中", "季中", "季度中", "周初"), _ENDS) | {
    "月头": "(?!条)",
    "今日": "(?!头条|说法)",
    "明日": "(?!之后》|之星|黄花)",
    "前日": "(?!本)",
    "后日": "(?!本)",
    "次日": "(?!达)",
}
"""What must or must not follow: 年中国 is no middle of the year, 今日头条 no day."""
