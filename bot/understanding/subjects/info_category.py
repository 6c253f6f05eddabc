"""The kind of a piece of 政务信息: what its sender states, else what its words say."""

from __future__ import annotations

import re

from bot.acts import Category

_STATED: tuple[tuple[Category, str], ...] = (
    ("highlight", r"工作亮点|亮点工作|亮点|经验做法|经验交流|典型经验|典型做法|创新做法|特色做法|经验|做法"),
    ("problem", r"问题短板|问题建议|问题和建议|问题反映|情况反映|意见建议|短板|问题|建议"),
    ("economy", r"经济运行|经济形势|经济动态|经济"),
    ("key_work", r"重点工作|重点项目|重大项目|重点工程|重点任务|项目建设|项目进展|项目"),
    ("policy", r"重大政策|重要政策|重要决策|重大决策|决策部署|政策措施|政策决策|政策|决策"),
    ("emergency", r"突发紧急|紧急突发|突发事件|应急|突发|紧急"),
    ("news", r"一般动态|工作动态|动态信息|一般信息|动态|简讯|一般"),
)
_ANY = "|".join(words for _, words in _STATED)
NAMED = re.compile(rf"(?:{_ANY})(?:和(?:{_ANY}))?(?:类)?(?:信息)?")
"""A category by name, as it stands alone in brackets, behind a label or with 类."""

# The words that tell of a kind where none is stated, strongest first (understanding.md, "category").
_CONTENT: tuple[tuple[Category, re.Pattern[str]], ...] = (
    ("problem", re.compile(r"问题(?:及|和|与)?(?:对策)?建议|存在的?(?:问题|困难|短板)|面临的?(?:困难|问题|困境)|困难(?:和|及|"
r"与)(?:问题|建议|对策)|短板|亟待|亟需|值得关注|难题待解|诉求|影响及建议|不容忽视|问题突出|"
r"反映.{0,16}问题|制约|瓶颈")),
    ("emergency", re.compile(r"起火|火灾|火情|爆炸|坍塌|事故|险情|伤亡|死亡|受伤|泄漏|中毒|溺水|地震|山洪|洪水|滑坡|泥石流|内涝|"
r"积水|停水停电|突发|紧急(?!通知)|被困|转移群众|舆情|疫情")),
    ("policy", re.compile(r"(?:出台|印发|制定出台|发布|审议通过|颁布|修订)[^。]{0,40}(?:办法|措施|意见|方案|规划|政策|条例|细则|"
r"规定|若干|计划|清单|指南|标准)|(?:政策|措施|办法|意见|方案|条例)(?:出台|印发|实施|施行)|"
r"常务会议(?:研究|审议)|决定(?:实施|设立)")),
    ("economy", re.compile(r"经济运行|GDP|生产总值|增加值|同比(?:增长|下降|上涨|增加)|CPI|PPI|消费价格|零售总额|进出口|税收|"
r"财政收入|用电量|固定资产投资|接待游客|旅游收入|销售额|产销|营业收入|走势|景气|招商引资|到位资金|"
r"贷款余额")),
    ("highlight", re.compile(r"[“\"][^”\"]{2,14}[”\"](?!项目|工程|活动|开工)[^。]{0,12}(?:模式|机制|工作法|行动|推进|推动|破解|"
r"提升|助力|打造|激活|赋能|做好|服务|化解|促|保)|创新|探索|打造|模式|多措并举|[三四五六]个(?:聚焦|"
r"强化|坚持|到位|突出|注重|着力|一)|见成效|显成效|新路(?:子|径)|新机制|跑出|加速度|做法|经验|"
r"在全[市省区国].{0,6}推广|首创|率先|破解|赋能|激活|“[^”]{1,10}\+[^”]{1,10}”|零距离|提质增效|推出")),
    ("key_work", re.compile(r"项目|工程|开工|复工|竣工|投产|贯通|通车|封顶|建成|投用|改造|建设|隧道|园区|电站|厂房|专项(?:整治|"
r"行动)|攻坚|整治|排查|重点")),
)  # fmt: skip


def stated(text: str) -> Category | None:
    """The category that a short remark names (工作亮点类, 一般动态); None where it names none."""
    named = NAMED.search(text)
    if not named:
        return None
    return next((kind for kind, words in _STATED if re.search(words, named.group())), None)


# What is done against a danger is no incident (破解城市内涝, 消防演练).
_TAMED = re.compile(r"破解|治理|整治|改造|消除|防范|防治|预防|演练|演习|排查|宣传|培训|能力|机制|保险|预警系统|监测")


def guessed(title: str, body: str) -> Category:
    """The category that the words tell: the title's, else those of title and body; a plain 动态 otherwise."""
    for kind, words in _CONTENT[:2]:
        if words.search(title) and not (kind == "emergency" and _TAMED.search(title)):
            return kind
    for kind, words in _CONTENT[2:]:
        if words.search(title):
            return kind
    for kind, words in (_CONTENT[1], _CONTENT[2], _CONTENT[3], _CONTENT[4]):
        if words.search(body):
            return kind
    return "news"
