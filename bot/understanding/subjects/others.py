"""The digest, the scores, taking back, help: acts that need few words."""

from __future__ import annotations

import re

from bot.acts import Help, PublishDigest, QueryScores, Undo, ViewDigest
from bot.understanding import quiet
from bot.understanding.acting import Found, found
from bot.understanding.blocks import Block
from bot.understanding.heard import Heard
from bot.understanding.numbers import cardinal
from bot.understanding.subjects.periods import periods

_ISSUE = re.compile(
    r"第 ?(?P<n>[0-9]{1,4}|[一二三四五六七八九十百]{1,5}) ?期|(?<![0-9年.])(?P<bare>[0-9]{1,3}) ?期|"
    r"动态》?(?P<said>[一二三四五六七八九十百]{1,5})期"
)
_PUBLISH = re.compile(
    r"发布(?!会|时间|日期|了吗|没|的)|签发|可以发|发吧|发出|印发|刊发|编发|发了吧|同意发|准予发|(?:审核|"
    r"审定|审签)?(?:通过|同意)|就这么发|定稿.{0,4}发|可以(?:出|印)|推送|正式发"
)
_VIEW = re.compile(
    r"发我|给我|发给我|看|查|最新|最近|上一?期|这一?期|本期|上周|本周|这周|哪|有没有|"
    r"第[0-9一二三四五六七八九十百 ]+期|调出|来一份|发一?下|拿来|打开|要一份|想要|传我|找|发群里|内容|"
    r"怎么样了|编好|出来|出了|一份|电子版|往期|送|要(?=[^,。;]{0,10}(?:动态|期))|"
    r"动态》?第?[0-9一二三四五六七八九十]+期|(?:^|[ 《])政务动态》?$|链接"
)
_NOT_VIEW = re.compile(
    r"什么时候|何时|哪天|真|采用|录用|刊登|刊发|登了|排版|不错|批示|入选|什么时候(?:报|截)|投|报送|版面|被"
)
_SCORE_ASK = re.compile(
    r"谁|第一|多少|几|怎么样|如何|排名|排行|第几|查|看|列|发|给我|得分|分数|情况|结果|[??]$|吗|名次|明细|"
    r"扣|成绩|汇总|统计|倒数|前[三五十]"
)
_OWN = re.compile(
    r"我们?(?:局|区|委|办|县|单位|公司|集团|的|这|得|扣|现在|目前|上|本|在|考|绩|排|[0-9一二三四])|"
    r"我(?:局|区|委|办|县|单位)|本(?:单位|局|区|委|办)|咱们?"
)
_HELP = re.compile(
    r"^(?:请问|你好|您好|hi|hello|在吗|机器人|小助手|@\S+|[,，!。\s])*(?:帮助|帮助文档|help|HELP|Help|"
    r"菜单|使用说明|说明书?|操作(?:指南|手册|说明)|使用(?:指南|手册|帮助|方法)|功能(?:介绍|列表|说明|"
    r"清单)?|指令(?:列表)?|命令(?:列表)?|怎么用|如何使用|怎么使用|能干什么|能做什么|会什么|\?|有(?:什么|"
    r"哪些|啥)(?:功能|用|指令|命令))[??!。~\s]*$|你(?:都|还|到底)?(?:能|会|可以)(?:干|做|帮我?(?:干|做)?|"
    r"办)?(?:些|点)?(?:什么|啥|哪些|干嘛)|你(?:有|支持)(?:什么|哪些|啥)(?:功能|命令|指令|本事)|(?:这个?|"
    r"本)?(?:机器人|小助手|助手|系统|bot)(?:该)?(?:怎么|如何)(?:用|使用|操作)|(?:机器人|小助手|助手)(?:能|"
    r"会|可以|有)(?:做|干|帮)?(?:些)?(?:什么|啥|哪些)|怎么(?:用|使用)(?:你|这个?(?:机器人|助手))|(?:教|"
    r"告诉)(?:教|下|一下)?我?(?:怎么|如何)用|你是(?:谁|干什么|做什么|干嘛)|(?:使用|操作)?(?:说明书?|帮助|"
    r"方法|手册|指南|教程)(?:发|给|传)|(?:有没有|给个?|发个?)(?:使用)?(?:说明|帮助|教程|手册)"
)
_HOW = re.compile(
    r"(?:怎么|如何|怎样|咋)(?:才能|来|去)?(?:报|签收|申请|提交|查|查询|登记|设|设置|取消|撤回|撤销|延期|"
    r"办结|销号|反馈|更新|填|上报|报送|催|用|操作|改|修改|转|流转|发|建|交办|回复|请假|弄|搞|写|投|交|看|"
    r"新[增建]|加|签|采用|导出)|(?:怎么|"
    r"如何|咋)[^,。;]{0,10}(?:信息|进展|任务|提醒|延期|办结|销号|公文|会议|约稿|回执)"
)


def digest(heard: Heard, block: Block) -> list[Found]:
    """The 政务动态 asked for, or let go."""
    text = heard.text[block.start : block.end]
    tail = heard.text[block.end : block.end + 1]
    if (
        quiet.supposed(text)
        or (quiet.praise(text) and not re.search(r"发我|看看|给我|发布|签发", text))
        or (quiet.to_colleague(text) and not re.search(r"发我", text))
    ):
        return []
    asks = tail == "?" or bool(re.search(r"吗|没有?$|什么时候|何时|哪天|谁", text))
    if (
        _PUBLISH.search(text)
        and not asks
        and not re.search(r"(?:不|没|未|先别|别|暂不|暂缓|还没|等)[^,。;]{0,6}(?:发|签)|(?:发布|刊发|印发)的", text)
    ):
        return [found(heard, block.span, PublishDigest())]
    if not _VIEW.search(text) or _NOT_VIEW.search(text):
        return []
    issues = [cardinal(match["n"] or match["bare"] or match["said"]) for match in _ISSUE.finditer(text)]
    week = next((form for form in periods(heard, block.start, block.end) if "W" in form), None)
    numbers: list[int | None] = [number for number in issues if number] or [None]
    return [found(heard, block.span, ViewDigest(issue=number, week=week)) for number in numbers]


def scores(heard: Heard, block: Block) -> list[Found]:
    """The 考评 scores or their ranking."""
    text = heard.text[block.start : block.end]
    tail = heard.text[block.end : block.end + 1]
    if (
        quiet.supposed(text)
        or quiet.to_colleague(text)
        or re.search(r"自评得分|考核(?:办法|细则|验收|组|标准|要求)|纳入考核|考评(?:办法|细则|标准)|信息", text)
    ):
        return []
    if not _SCORE_ASK.search(text + tail):
        return []
    units = heard.units_in(block.start, block.end)
    if not units and _OWN.search(text) and heard.unit:
        units = (heard.unit,)
    spans: list[str | None] = [*periods(heard, block.start, block.end, past=True)] or [None]
    return [found(heard, block.span, QueryScores(units=units, period=span)) for span in spans]


def undo(heard: Heard, block: Block) -> list[Found]:
    """What the sender's last message did is taken back; a mere correction of a figure is not this."""
    text = heard.text[block.start : block.end]
    if (
        quiet.supposed(text)
        or heard.text[block.end : block.end + 1] == "?"
        or re.search(r"发错(?:群|人|地方|窗口)|吗$|怎么|如何|申请(?:的)?撤|撤回(?:不|了吗)|能否", text)
    ):
        return []
    firm = re.search(r"撤|作废|收回|取消|回退|不算|删", text)
    corrected = re.search(r"应(?:该|当)?[为是]|改(?:为|成)|更正为|是[0-9]|以[^,。;]{0,6}为准", heard.text)
    return [] if corrected and not firm else [found(heard, block.span, Undo())]


def help_(heard: Heard) -> list[Found]:
    """A question what the bot can do; how something is done only in a private chat, where no colleague is asked."""
    text = heard.text.strip()
    if len(text) > 60 or heard.codes:
        return []
    if _HELP.search(text) or (
        heard.said.group is None and _HOW.search(text) and not re.search(r"怎么(?:还|没|这么|样|回事)|为什么", text)
    ):
        return [found(heard, (0, len(heard.text)), Help())]
    return []
