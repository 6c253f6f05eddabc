"""What looks like a time and is none: numbers, codes, names and idioms of office messages."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.dates import find
from bot.workdays import Calendar

CALENDAR = Calendar()
NOW = datetime.fromisoformat("2024-04-24T10:30")

NOTHING = """
比分3:2|我们3比2赢了|电话0931-1234567|项目代码2303-150399-04-01-882913|手机13800138000|提三点建议|讲三点意见
我有两点想法|一天到晚|快一点|有一点困难|一点都不好|完成26/40|增长6.30%|4.1亿元|1.2万栋|优化营商环境3.0方案
V2.1版本|1.2 建设内容|17号督办件|督办17号|内政办发〔2023〕12号|19号任务|D17-D19|10号线开通|八一路改造
五一路施工|王国庆参加|四周围墙|本周边地区|一时谈不拢|同时推进|及时上报|届时通知|第三批|一是二是三是|十分重要
三分之二|百分之六十|完成五成|5户企业|二期项目|小区12栋|第12条|一日三餐|今后努力|以后再说|之前的报告|前期工作
后续跟进|内部资料|近期安排|目前完成四成|下一步工作|下半场|月亮|日常工作|年轻干部|星期几|几点开会|天天加班
每户5000元|G110线|X21一审通过|202303073|身份证150102199003071234|第3次|12345热线|8848.86米|五角大楼
192.168.1.1|十三五规划|百日攻坚|四季如春|七一勋章|三八红旗手|一季报|千分之三|2:1配比|1:500地形图|早晚要做
早点完成|晚点再报|早餐|二十七点三|零点五|减八点八|调高二十四点五度|20座建成13座|剩12个路口|9所民办园|5G基站
三区配合|五老人员|两会精神|十件实事|二十大报告|一票否决|再过几天|差一点|今日头条
D3日前完成|X7点评|三百二十点|附件12日历|第三日程
"""


@pytest.mark.parametrize("text", [line for row in NOTHING.strip().splitlines() for line in row.split("|")])
def test_nothing_is_found(text: str) -> None:
    assert [(found.kind, found.words) for found in find(text, NOW, CALENDAR)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("积案化解完成26/40，预计6月底清零", ["6月底"]),
        ("D14（项目代码2303-150399）4/28前完成", ["4/28前"]),
        ("19号督办件延期至5月20日", ["5月20日"]),
        ("4月10日前往现场", ["4月10日"]),
        ("5月国债发行", ["5月"]),
        ("2023年中国经济", ["2023年"]),
        ("讲三点意见，明天三点开会", ["明天三点"]),
        ("每周一、三刻钟", ["每周一、三"]),
        ("今天前3天前3天", ["今天前3天", "前3天"]),
    ],
)
def test_only_the_time_is_found(text: str, words: list[str]) -> None:
    assert [found.words for found in find(text, NOW, CALENDAR)] == words
