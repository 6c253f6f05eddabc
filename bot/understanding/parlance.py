"""Words around the matter of a report: what says who and when, and nothing of what was done."""

from __future__ import annotations

import re

from bot.understanding.blocks import Block
from bot.understanding.heard import Heard

FILL = re.compile(
    r"(?:竣工|综合|最终)?验收(?:合格|通过)?|合格|并|且|(?:完成|进展|推进|办理|建设)?情况|我(?:局|委|区|办|"
    r"市|县|单位|公司|集团|们|科|院|校)(?:里)?|我|咱们?|本(?:局|委|区|办|单位|项|年度)|(?:所)?(?:承担|"
    r"牵头|负责|主办)的?|目前|现在|现已|现|已经?|己|均|都|也|全部|全面|所有|各项|整体|任务|项目|工作|事项|"
    r"工程|"
    r"督办件|督办|该项?|此项?|这个|那个|这项|那项|报告|汇报|截至|截止|至今|今天|昨天|今日|昨日|前天|日前|"
    r"近日|上周|本周|本月|上午|下午|刚刚|刚才|刚|于|在|经|的|了|和|与|及|、|"
    r"主任|科长|局长|领导|各位|老师|同志|您好|你好|好消息|督查室|[0-9.%:\-/]+(?:年|月|日|号|个|家|户|处|"
    r"座|所|条|套|件|项|栋|名|人次|人|部|辆|公里|万|亩|亿|元|㎡|平方米|平方公里)*|"
    r"[\s,。;:!?()《》“”#*@—-]+"
)


def titles_of(heard: Heard, block: Block) -> str:
    """The titles of the block's items, joined."""
    return "".join(item.title for code in block.codes if (item := heard.item(code)))


def foreign(words: str, titles: str) -> int:
    """How many Chinese characters of the words are in none of the titles, fillers aside."""
    return sum("\u4e00" <= char <= "\u9fff" and char not in titles for char in FILL.sub("", words))
