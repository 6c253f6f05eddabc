"""Which share that a report states is the task's own: not an indicator's, not a part's, an overall one before one of money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.heard import Heard
from bot.understanding.numbers import Percent
from bot.understanding.parlance import foreign, titles_of
from bot.understanding.reading import Doubt

_LATELY = (
    r"(?:(?:前?[0-9]{1,2}个?月(?:份|底)?|[一二三四1-4]季度|上半年|今年|全年|目前|现|累计|"
    r"截至[^,。;]{0,8})(?:已)?)?"
)
_TARGETS = re.compile(
    r"(?:同比|环比|占比|占|增长|增幅|增速|涨幅|下降|降幅|上升|上涨|提高了?|减少|压缩|缩短|降低|压减|比例|"
    r"比重|合格率|满意率?度?|优良率|覆盖率|利用率|达标率|普及率|入学率|就业率|签约率|回复率|及时率|"
    r"好率|空置率|处理率|回收率|整改率|复工率|返岗率|成活率|绿化率|化率|率|毛利|利率|税率|补贴|优惠|折|"
    r"概率|浓度|优良天数[^,。;]{0,6}|电量|出勤|股权|控股|自筹|首付|资本金)"
    + _LATELY
    + r"(?:为|达|达到|至|到|约|近|超过?|"
    r"[::])?[^,。;!?%0-9]{0,3}$"
)
_RATE_OF_TASK = re.compile(
    r"(?:完工率|竣工率|建成率|完成比例|完成占比|进度比例|完成情况|完成率|进度率|办结率|总体完成率|"
    r"形象进度率)(?:为|达|达到|至|到|约|近|超过?|[::])?[^,。;!?%0-9]{0,3}$"
)
_OVERALL = re.compile(
    r"总体|整体|综合|总进度|总的|累计完成(?!投资)|总任务|总量|年度(?:目标)?任务|全年(?:目标)?任务|"
    r"年度目标|目标任务|任务(?:的|量)|形象进度|工程进度|工程量|进度|进展|项目完成|工作完成|共完成"
)
_MONEY = re.compile(r"投资|资金|预算|拨付|支付|支出|到位|计划的|入库|产值|营收|收入|贷款")
PARTS = re.compile(
    r"(?:主体|土建|路基|路面|桥涵|桥梁|隧道|基坑|桩基|地基|基础|钢结构|钢架|框架|结构|二次结构|砌体|屋面|"
    r"幕墙|外墙|内墙|内外墙|内装|外装|装修|装饰|精装|水电|机电|消防|暖通|电梯|管网|管道|管线|线路|设备|"
    r"土方|土石方|开挖|回填|支护|"
    r"绿化|苗木|铺装|亮化|附属|配套|室外|道路|围墙|招标|招投标|征地|拆迁|征收|腾退|签约|设计|勘察|初设|"
    r"可研|前期|手续|选址|摸底|方案|采购|安装|调试|验收|培训|宣传|资料|材料|标段|标|"
    r"[一二三四五六七八九0-9]期|[A-Za-z0-9一二三四五六七八九十东西南北]+(?:号楼|片区|标段|段|线|库)|站房|"
    r"厂房主体|"
    r"泵站|阀门|路灯|电缆|杆塔|组件|支架|塔筒|风机|大棚|厂区|车间|宿舍|食堂|教学楼|综合楼|门诊楼|住院楼|"
    r"病房楼|实训楼|图书馆|体育馆)(?:已|目前|现|全部|工程|施工|建设|安装|铺设|部分|工作|整体|完成|累计|"
    r"进度|进展|达|到|为|约|近|了|至|改造|更换|[: ])*$"
)
_POINTS = re.compile(r"^个?百分点")


def shares(heard: Heard, block: Block, codes: Sequence[str | None] = ()) -> list[Percent]:
    """The shares in the block that are the task's own, the overall ones alone where there are such."""
    graded: list[tuple[int, Percent]] = []
    for share in heard.percents:
        risen = _RISES.match(heard.text, share.span[1])
        if block.start <= share.span[0] < block.end and not share.superseded and not risen:
            grade = _grade(heard, block, share)
            if grade:
                graded.append((grade, share))
    if not graded:
        graded = [(2, share) for share in _unmarked(heard, block)]
    best = max((grade for grade, _ in graded), default=0)
    return [share for grade, share in graded if grade == best]


_RISES = re.compile(r" ?(?:→|-{1,2}>|={1,2}>|⇒|➡) ?[0-9]")
_UNMARKED = re.compile(
    r"(?:进度|完成率|完成度|形象进度)(?:已|约|为|达到?|至|到了?|是|[::])*(?P<n>100|[1-9]?[0-9])(?=$|[ ,。;!])"
)


def _unmarked(heard: Heard, block: Block) -> list[Percent]:
    """进度60, without a sign, is said of a percentage."""
    return [
        Percent(match.span("n"), match["n"], int(match["n"]), "percent")
        for match in _UNMARKED.finditer(heard.text, block.start, block.end)
    ]


def _named_until(heard: Heard, block: Block, start: int, end: int) -> int:
    """Where the last name of the block's task in [start, end) ends: what follows it is said of the task."""
    codes = set(block.codes)
    titles = (ref for ref in heard.task_titles if start <= ref.start and ref.end <= end)
    named = [ref.end for ref in titles if codes & {*ref.codes, *ref.several}]
    return max([start, *named, *(ref.end for ref in block.refs if start <= ref.start and ref.end <= end)])


_PLANNED = re.compile(
    r"力争|争取|预计|(?<!按)计划(?!的|内|任务|投资)|确保|有望|目标是|将(?:达到?|完成)|要(?:达到?|完成到)|冲(?:到|至|刺)"
)
_SHARE_OF_DONE = re.compile(r"(?:完成|建成|已|建|改)[^。;]{1,24}[ ,]?约?占$")
_RATIO = re.compile(r"完成|进度|已|办结|建成|化解|整改|改造")


def _grade(heard: Heard, block: Block, share: Percent) -> int:
    """3 an overall figure, 2 a plain one, 1 one of money; 0 what is not the task's."""
    at, end = share.span
    clause = next((c for c in block.clauses if c.start <= at < c.end), None)
    head = clause.start if clause else block.start
    start = _named_until(heard, block, head, at)
    whole, before = heard.text[head:at], _last_words(heard.text[start:at])
    if _POINTS.match(heard.text[end : end + 8].lstrip()) or _PLANNED.search(before):
        return 0
    if share.kind == "count" and not _of_itself(heard, block, start, share):
        return 0
    if share.kind == "ratio" and not _RATIO.search(heard.text[max(block.start, at - 12) : at]):
        return 0
    if _SHARE_OF_DONE.search(heard.text[max(block.start, at - 40) : at]):
        return 2
    return _graded(whole, before)


def _last_words(before: str) -> str:
    """What stands before a figure, behind the last blank: blanks part clauses where no marks do."""
    return before[before.rfind(" ") + 1 :] if before.rfind(" ") > 0 and before[-1] != " " else before


def _graded(whole: str, before: str) -> int:
    """The grade by the words before the figure: in the clause, and behind what names the task."""
    money = bool(_MONEY.search(before))
    if _RATE_OF_TASK.search(before) and not money:
        return 3
    if _TARGETS.search(whole):
        planned = re.search(r"占[^,。;]{0,10}(?:任务|计划|总)", before) and not PARTS.search(before)
        risen = re.search(r"进度[^,。;]{0,4}(?:提高|增长)[到至]", before)
        if not risen:
            return 1 if planned else 0
    if PARTS.search(before) and not _OVERALL.search(before[-8:]):
        return 0
    if re.search(r"占[^,。;]{1,12}的?$", before) and not re.search(
        r"任务|计划|总|目标|应|全|占[0-9.]+万?.{1,2}的$", before
    ):
        return 0
    if _OVERALL.search(before):
        return 1 if money and not re.search(r"形象|总体|整体|工程", before) else 3
    return 1 if money else 2


_COUNTED = re.compile(r"[0-9.万两一二三四五六七八九十百]+[^\u4e00-\u9fff]*.(?P<noun>[\u4e00-\u9fff]{0,6})")


def _of_itself(heard: Heard, block: Block, start: int, share: Percent) -> bool:
    """Whether both numbers count the thing that the task's title names: 线索46件,办结39件 does not."""
    titles = titles_of(heard, block)
    counted = _COUNTED.match(heard.text[slice(*share.span)])
    noun = re.sub(r"(?:已|现已|累计|完成|建成|全部).*", "", counted["noun"]) if counted else ""
    return not titles or foreign(heard.text[start : share.span[0]], titles) + foreign(noun, titles) < 3


def spread(found: list[Percent], count: int) -> list[Percent | None]:
    """The shares for so many tasks: one each where there are as many, else the last one for all."""
    if count > 1 and len(found) == count:
        return [*found]
    return [found[-1] if found else None] * count


def value(share: Percent | None) -> int | None:
    """The share as a whole percentage, if it is one."""
    return share.value if share and not share.impossible else None


def impossible(share: Percent | None) -> tuple[Doubt, ...]:
    """The doubt of a share that cannot be (120%)."""
    return (Doubt("percent", "impossible", share.words),) if share and share.impossible else ()


def percent_in(heard: Heard, clause: Clause) -> bool:
    """Whether a share stands in the clause."""
    return any(clause.start <= share.span[0] < clause.end for share in heard.percents)
