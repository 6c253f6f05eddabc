"""The words of time and what they stand for. Data only; the rules that join them stand in the grammar."""

from __future__ import annotations

from bot.understanding.dates.model import Duration, Step

RELATIVE_YEARS = {
    "大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "上年": -1, "今年": 0, "本年": 0, "当年": 0, "当前年": 0, "这一年": 0,
    "同年": 0, "全年": 0, "明年": 1, "来年": 1, "翌年": 1, "次年": 1, "下一年": 1, "下年": 1, "后年": 2, "大后年": 3,
}  # fmt: skip

RELATIVE_DAYS = {
    "大大前天": -4, "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨儿": -1,
    "今天": 0, "今日": 0, "今儿": 0, "本日": 0, "即日": 0, "明天": 1, "明日": 1, "明儿": 1,
    "后天": 2, "后日": 2, "大后天": 3, "大后日": 3, "大大后天": 4,
}  # fmt: skip

ANCHORED_DAYS = {"当天": 0, "当日": 0, "同日": 0, "同一天": 0, "次日": 1, "翌日": 1, "隔天": 1, "隔日": 1}
"""Days counted from the day last spoken of, or from today."""

DAY_OF_PART = {"前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "次": 1, "后": 2}

PARTS = {
    "凌晨": "凌晨", "拂晓": "凌晨",
    "清晨": "早", "清早": "早", "大清早": "早", "早晨": "早", "早上": "早", "早间": "早", "晨间": "早", "一早": "早", "大早": "早",
    "早": "早", "晨": "早",
    "上午": "上午", "午前": "上午",
    "中午": "中午", "正午": "中午", "午间": "中午", "晌午": "中午",
    "下午": "下午", "午后": "下午", "后晌": "下午",
    "傍晚": "傍晚", "黄昏": "傍晚",
    "晚上": "晚", "晚间": "晚", "夜晚": "晚", "晚": "晚", "夜间": "夜", "夜里": "夜", "夜": "夜", "深夜": "夜", "半夜": "夜",
    "午夜": "夜", "入夜": "晚",
}  # fmt: skip

PART_HOURS = {
    "凌晨": (0, 5), "早": (7, 10), "上午": (8, 12), "中午": (11, 13), "下午": (13, 18), "傍晚": (17, 19), "晚": (18, 22),
    "夜": (20, 24),
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

FESTIVAL_WORDS = {
    "元旦节": "元旦", "新年": "元旦", "阳历年": "元旦",
    "三八妇女节": "妇女节", "三八节": "妇女节", "国际劳动节": "劳动节", "五一劳动节": "劳动节", "五一节": "劳动节", "五一": "劳动节",
    "五四青年节": "青年节", "五四": "青年节", "六一儿童节": "儿童节", "六一节": "儿童节", "六一": "儿童节", "七一": "建党节",
    "八一建军节": "建军节", "八一": "建军节", "国庆节": "国庆", "十一国庆节": "国庆", "十一国庆": "国庆", "十一": "国庆",
    "圣诞": "圣诞节", "双十一": "光棍节", "双11": "光棍节", "双12": "双十二",
    "春节": "春节", "农历新年": "春节", "大年初一": "春节", "大年三十": "除夕", "年三十": "除夕", "除夕夜": "除夕", "元宵节": "元宵",
    "端午节": "端午", "七夕节": "七夕", "中元节": "中元", "中秋节": "中秋", "重阳节": "重阳", "腊八节": "腊八",
    "清明节": "清明", "清明": "清明",
} | {name: name for name in [*SOLAR_FESTIVALS, *LUNAR_FESTIVALS, *WEEKDAY_FESTIVALS]}  # fmt: skip

FESTIVAL_GUARDS = {
    "五一": "(?!路|广场|中路|大道|村|镇|二|三|四)",
    "六一": "(?!路|八)",
    "七一": "(?!路|勋章|三|五)",
    "八一": "(?!路|中学|小学|镇|村|厂|电影|勋章|八)",
    "五四": "(?=青年|期间|前|节|当天)",
    "十一": "(?=假期|长假|黄金周|期间|放假|前[^一-龥]|前[完报交办要把落前夕]|节|国庆)",
    "新年": "(?=$|[前后第节假，。,])",
    "小年": "(?=$|[前后当，。,])",
}
"""What must or must not follow a word that has other meanings (五一路, 八一中学, 十一 as eleven)."""

SURNAMES = "王李张刘陈杨赵黄吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏汪田姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟"
"""国庆 after one of these is a person (李国庆)."""

TERMS = (
    "立春 雨水 惊蛰 春分 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒"
).split()
"""The solar terms but 清明, which is a festival."""

# These are weather or names as well, and need 节气 behind them.
DOUBTFUL_TERMS = ("雨水", "小满", "白露", "小雪", "大雪", "小寒", "大寒", "小暑", "大暑")

HALVES = {"上半年": 1, "前半年": 1, "下半年": 2, "后半年": 2}
HALF_MONTHS = {"上半月": 1, "前半月": 1, "上半个月": 1, "下半月": 2, "后半月": 2, "下半个月": 2}
HALF_WEEKS = {"上半周": 1, "前半周": 1, "下半周": 2, "后半周": 2}
TENS = {"上旬": 1, "中旬": 2, "下旬": 3}
EDGES = {"初": 0, "头": 0, "中": 1, "末": 2, "底": 2, "尾": 2}

STEP_WORDS: dict[str, Step] = (
    {word: Step("half", n) for word, n in HALVES.items()}
    | {word: Step("halfmonth", n) for word, n in HALF_MONTHS.items()}
    | {word: Step("halfweek", n) for word, n in HALF_WEEKS.items()}
    | {word: Step("tens", n) for word, n in TENS.items()}
    | {f"年{edge}": Step("edge", n, "year") for edge, n in EDGES.items() if edge not in "尾头"}
    | {f"月{edge}": Step("edge", n, "month") for edge, n in EDGES.items()}
    | {f"{quarter}{edge}": Step("edge", n, "quarter") for quarter in ("季", "季度") for edge, n in EDGES.items()}
    | {f"周{edge}": Step("edge", 0, "week") for edge in "初"}
    | {"岁末": Step("edge", 2, "year"), "年终": Step("edge", 2, "year"), "半年末": Step("edge", 2, "half")}
    | {"半年底": Step("edge", 2, "half")}
    | {word: Step("day+", n) for word, n in RELATIVE_DAYS.items()}
    | {word: Step("day+", n, "anchor") for word, n in ANCHORED_DAYS.items()}
    | {
        word: Step("year+", n, "anchor" if word in ("次年", "同年", "当年") else "")
        for word, n in RELATIVE_YEARS.items()
    }
    | {
        f"{word}度": Step("year+", n)
        for word, n in RELATIVE_YEARS.items()
        if word in ("今年", "本年", "上年", "去年", "明年")
    }
    | {"首季度": Step("quarter", 1), "首季": Step("quarter", 1), "末季度": Step("quarter", 4), "元月": Step("month", 1)}
    | {"元月份": Step("month", 1), "当前月": Step("month+", 0), "节前": Step("holiday", -1), "节后": Step("holiday", 1)}
    | {"上中旬": Step("tens", 4), "中下旬": Step("tens", 5), "年内": Step("year+", 0), "月内": Step("month+", 0)}
    | {"季度内": Step("quarter+", 0), "季内": Step("quarter+", 0), "周内": Step("week+", 0)}
    | {
        f"{quarter}{word}月": Step("quartermonth", n)
        for quarter in ("季", "季度")
        for word, n in (("首", 1), ("末", 3))
    }
    | {word: Step("offset", shift=Duration(workdays=1)) for word in ("下个工作日", "下一个工作日", "下一工作日")}
)

# What turns a word of time into another word when it follows.
STEP_GUARDS = {
    "年中": "(?=$|[前之旬，。；,;) 完])",
    "月中": "(?=$|[前之旬，。；,;) 完])",
    "季中": "(?=$|[前之，。；,;) ])",
    "季度中": "(?=$|[前之，。；,;) ])",
    "季初": "(?!中)",
    "月头": "(?!条)",
    "年头": "(?!条)",
    "今日": "(?!头条|说法)",
    "明日": "(?!之后》|之星|黄花)",
    "前日": "(?!本)",
    "后日": "(?!本)",
    "周初": "(?=$|[前之，。；,;) ])",
    "次日": "(?!达)",
}
