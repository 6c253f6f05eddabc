"""What a report says of a task: finished or not, how far, by when, in difficulty or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.understanding import dates, quiet
from bot.understanding.blocks import Block
from bot.understanding.clauses import Clause
from bot.understanding.dates import Expression
from bot.understanding.heard import Heard
from bot.understanding.numbers import Percent
from bot.understanding.reading import Doubt
from bot.understanding.subjects.task_words import (
    APPLIES,
    DENIES,
    DONE,
    FUTURE,
    OWN_WORK,
    PARTIAL,
    STATUS,
    refuses_extension,
)

_NOT_YET = re.compile(
    r"(?:不|未|没有?|暂不|别|先不|尚不|还不|等|待|拟|准备|打算|计划|争取|力争|预计|下周|下月|月底|届时|后再|后(?!者)|再|不具备|才)[^,。;!?]{0,8}(?:申请)?(?:销号|办结|结项|销项)(?!申请)"
)
_ALSO = re.compile(
    r"^(?:了|啦|喽|的)?(?:$|[ ,。;!?:()\[✅✔👌🎉💪~…]|并|且|(?:竣工|最终|综合|整体)?验收|请|申请|佐证|材料|特|现|吧|整治|所有|本|该项|各项|工作(?!量)|目标任务(?!的)|建设内容|建设任务|全部|年度目标(?!的)|年度任务(?!的)|任务(?![的0-9])|全年)"
)
_FILL = re.compile(
    r"(?:竣工|综合|最终)?验收(?:合格|通过)?|合格|并|且|(?:完成|进展|推进|办理|建设)?情况|我(?:局|委|区|办|市|县|单位|公司|集团|们|科|院|校)(?:里)?|我|咱们?|本(?:局|委|区|办|单位|项|年度)|(?:所)?(?:承担|牵头|负责|主办)的?|目前|现在|现已|现|已经?|己|均|都|也|全部|全面|所有|各项|整体|任务|项目|工作|事项|工程|"
    r"督办件|督办|该项?|此项?|这个|那个|这项|那项|报告|汇报|截至|截止|至今|今天|昨天|今日|昨日|前天|日前|近日|上周|本周|本月|上午|下午|刚刚|刚才|刚|于|在|经|的|了|和|与|及|、|"
    r"主任|科长|局长|领导|各位|老师|同志|您好|你好|好消息|督查室|[0-9.%:\-/]+(?:年|月|日|号|个|家|户|处|座|所|条|套|件|项|栋|名|人次|人|部|辆|公里|万|亩|亿|元|㎡|平方米|平方公里)*|[\s,。;:!?()《》“”#*@—-]+"
)
_TARGETS = re.compile(
    r"(?:同比|环比|占比|占|增长|增幅|增速|涨幅|下降|降幅|上升|上涨|提高了?|减少|压缩|缩短|降低|压减|比例|比重|合格率|满意率?度?|优良率|覆盖率|利用率|达标率|普及率|入学率|就业率|签约率|回复率|及时率|"
    r"好率|空置率|处理率|回收率|整改率|复工率|返岗率|成活率|绿化率|化率|率|毛利|利率|税率|补贴|优惠|折|概率|浓度|优良天数[^,。;]{0,6}|电量|出勤|股权|控股|自筹|首付|资本金)(?:为|达|达到|至|到|约|近|超过?|[::])?[^,。;!?%0-9]{0,3}$"
)
_RATE_OF_TASK = re.compile(
    r"(?:完工率|竣工率|建成率|完成比例|完成占比|进度比例|完成情况|完成率|进度率|办结率|总体完成率|形象进度率)(?:为|达|达到|至|到|约|近|超过?|[::])?[^,。;!?%0-9]{0,3}$"
)
_OVERALL = re.compile(
    r"总体|整体|综合|总进度|总的|累计完成(?!投资)|总任务|总量|年度(?:目标)?任务|全年(?:目标)?任务|年度目标|目标任务|任务(?:的|量)|形象进度|工程进度|工程量|进度|进展|项目完成|工作完成|共完成"
)
_MONEY = re.compile(r"投资|资金|预算|拨付|支付|支出|到位|计划的|入库|产值|营收|收入|贷款")
_PARTS = re.compile(
    r"(?:主体|土建|路基|路面|桥涵|桥梁|隧道|基坑|桩基|地基|基础|钢结构|钢架|框架|结构|二次结构|砌体|屋面|幕墙|外墙|内墙|内外墙|内装|外装|装修|装饰|精装|水电|机电|消防|暖通|电梯|管网|管道|管线|线路|设备|土方|土石方|开挖|回填|支护|"
    r"绿化|苗木|铺装|亮化|附属|配套|室外|道路|围墙|招标|招投标|征地|拆迁|征收|腾退|签约|设计|勘察|初设|可研|前期|手续|选址|摸底|方案|采购|安装|调试|验收|培训|宣传|资料|材料|标段|标|[一二三四五六七八九0-9]期|[A-Za-z0-9一二三四五六七八九十东西南北]+(?:号楼|片区|标段|段|线|库)|站房|厂房主体|"
    r"泵站|阀门|路灯|电缆|杆塔|组件|支架|塔筒|风机|大棚|厂区|车间|宿舍|食堂|教学楼|综合楼|门诊楼|住院楼|病房楼|实训楼|图书馆|体育馆)(?:已|目前|现|全部|工程|施工|建设|安装|铺设|部分|工作|整体|完成|累计|进度|进展|达|到|为|约|近|了|至|改造|更换|[: ])*$"
)
_POINTS = re.compile(r"^个?百分点")
_HARD = (
    r"滞后|落后|偏慢|较慢|缓慢|进度慢|进展慢|慢了?一?[点些]|慢于|困难|难题|难点|难度大|难度较大|卡(?:在|住|着|壳|脖子|了)|受阻|受限|阻力|瓶颈|堵点|制约|拖(?:了|后|延|累|慢|期)|耽误|耽搁|延误|误工|窝工|停工|停滞|停摆|搁置|停产|"
    r"不够|不足|短缺|紧缺|缺口|紧张|压力|资金链|缺(?:少|乏|钱|人|料|设备|资金|工)|不到位|未到位|没到位|没到货|未到货|到货慢|到货晚|供应不上|供应慢|供货慢|跟不上|来不及|批不下|没批|未批|未获批|没下来|未下达|没给|不给|"
    r"谈不拢|谈不下|不配合|不同意|不愿|阻工|上访|纠纷|诉讼|流标|废标|失联|排不上|没排上|没人|不兼容|不一致|不明|没准信|没消息|无法|没法|解决不了|没定下来|定不下来|推不动|推不下去|动不了|进不了场|不敢|不支持|没过|未通过|不合格|不达标|"
    r"受.{0,16}影响|影响(?:了)?(?:进度|工期|施工|安装|推进|进展|较大|很大|工程|整体)|问题|隐患|矛盾|事故|未按期|逾期|超期|较计划晚|比计划晚|晚约|赶不上|推迟|暂停|变更|协调不下|因[^,。;]{2,20}(?:尚未|未能|没能|暂未|暂缓|还没|至今未)|"
    r"批复慢|审批慢|手续(?:不全|繁琐|复杂|办不下)|没进场|未进场|进不去|拆不(?:动|掉)|征拆难|(?:不太|不够|不)理想|赶不上|拖慢|等米下锅|钉子户|断供|断货|涨价|(?:工人|人手|人员|劳力)(?:不够|短缺|不足|返乡|少)|罢工|没钱|没(?:有)?落实|"
    r"未落实|落实不了|未落地|不肯|不让(?!步)|拒绝|拒不|阻拦|不理解|难(?=$|[,。;!、 ])|雨水多|连阴雨|阴雨|降雨频|流拍|无人投|重新招标|二次招标|官司|冻结|查封|缺货|没预算|没下文|久拖|老是|老不|不给力|不及预期|不达预期|吃紧|差距(?:较|很)?大|掉队|慢半拍|意见(?:很|较)?大|开不了工|腾不出|推诿|扯皮|弃标|违约|阻拦|办不(?:下来|了|成)|不搬|反复修改|失败|不稳|不明确|不清(?!零)|没找到|找不到|没人(?:愿|报|干|管)|停电|塌方|坍塌|渗漏|开裂|超标|超支|打不通|打不开|拿不到|拿不出|要价|加价|还在等|一直在?等|只能等|等(?=供电|供货|到货|资金|设备到)|没通过|通不过|欠费|不畅|僵持|时间紧|任务重|工期紧|反对|阻挠|(?:没有?|未)(?:开放|开通)|低于(?:序时|预期|计划|目标|进度)|未达(?:到)?序时|招不到|招不上|积极性不高|配合不(?:够|积极|力)|(?:被|遭|群众|居民)投诉|导致|被拒|不认可|没谈|没签|未签|反弹|跑路|意见不(?:统一|一致)|有争议|争议|权属|悬而未决|迟迟|一直没|至今没|仍未|无进展|没进展|没有进展|难以|推进难|较难|故障|返工|被叫停|叫停|停(?:了|摆)|延迟|延后|超预算|配套跟不上|进展不(?:快|大|明显)|"
    r"(?:请|恳请|希望|需|需要|建议|还需|急需|亟需)[^,。;]{0,16}(?:协调|支持(?!政策)|帮助解决|给予解决|研究解决|调度解决)|欠账|欠薪|没定|未定|等批复|没批复|未批复|没着落|搁浅|泡汤|作业面(?:不足|打不开)|不具备(?:施工|开工)"
)
_PROBLEM = re.compile(_HARD)
_NO_PROBLEM = re.compile(
    r"(?:无|没有?|未(?:发现|遇到)?|暂无|不存在|没啥|没什么|并无|尚无|未见)(?:任何|什么|明显|突出|重大|其他)?(?:的)?(?:存在)?(?:困难|问题|难题|阻力|障碍|隐患|卡点|堵点|压力|影响|滞后|(?:需|需要)(?:市里|领导|督查室|上级)?(?:协调|支持)(?:解决)?(?:的)?(?:事项|问题|事宜)?|困难问题|协调事项)(?:和|及|、)?(?:问题|困难)?|"
    r"(?:存在)?(?:的)?(?:问题|困难)(?:和困难|及建议|与困难)?[::为是]{0,2} ?(?:无|没有|暂无)|(?:问题|困难|难题|矛盾|堵点|瓶颈|隐患|卡点)[^,。;]{0,6}(?:已|均|全部|都)(?:经|全部|得到|基本)*(?:解决|化解|整改|协调|打通|消除|克服|破解)|(?:已|全部)?(?:解决|化解|破解|克服|整改|排查|发现|梳理|消除)(?:了)?[^,。;]{0,8}(?:问题|困难|隐患|难题|矛盾|瓶颈)|不(?:会|受|至于)?(?:影响|耽误|延误|误)|"
    r"问题(?:整改|清单|台账|线索|排查|建议类|导向)|隐患(?:排查|整改|治理)|矛盾纠纷|纠纷(?:化解|调解)|事故隐患"
)
_EXPECTS = re.compile(
    r"预计|预期|计划(?!的|任务|投资)|力争|争取|确保|拟(?=[^定])|将于|将在|将(?=[0-9一二三四五六七八九十本下])|有望|保证|肯定|估计|大概|应该|可(?=全部|完成|办结)|能(?=全部|完成|办结|完工|竣工|完)|完成时间|完成时限|预计完成"
)
_WHOLE = re.compile(
    r"(?:全部|全面|整体|彻底|最终|最后)?(?:完成|完工|竣工|建成|办结|结束|完结|收尾|收官|投用|投入(?:使用|运行|运营)|交付(?:使用)?|交工|销号|整治到位|整改到位|落实到位|到位|通车|通水|通气|通电|投产|并网|开园|开馆|启用|开放|试运行|运行|达标|清零|见效|挂牌|揭牌|开业|运营|交房|入住|达产|全覆盖|建好|修好|装好|栽完|种完|铺完|干完|做完|弄完|搞完|建完|办完|收工|完事|扫尾|达到目标|验收|能完|完)(?=$|[ ,。;!?)了并且,~\[]|没问题|问题不大|剩余|任务|目标|验收|全部|所有|整治|整改|建设|改造|本项|该项|年度|、|工作|吧|办结|投用|交付|,)"
)


_AT_ONCE = re.compile(r"(?:之?前|以前|左右|可以?|能够?|就|会|要|应该?|将|基本|,)*" + _WHOLE.pattern)


def finishes(heard: Heard, block: Block) -> bool:
    """Whether the block says that the task itself is done, or applies for closing it."""
    text = heard.text[block.start : block.end]
    if quiet.supposed(text) or quiet.hearsay(text) or (_asks(heard, block) and not re.search(r"能|可以|行", text)):
        return False
    if APPLIES.search(text) and not _NOT_YET.search(text) and not DENIES.search(text):
        return True
    best = shares(heard, block)
    if best and not best[-1].impossible:
        return best[-1].value == 100 and not _denied(text) and not FUTURE.search(text)
    return any(_done(heard, block, clause) for clause in block.clauses) and not _denied(text)


def _denied(text: str) -> bool:
    return bool(
        DENIES.search(text)
        or re.search(r"(?:其余|剩余|剩下|余下|另(?:有|外)?[0-9一二两三四五六七八九十]+[座个所处家户套条项栋])", text)
    )


def _done(heard: Heard, block: Block, clause: Clause) -> bool:
    """Whether a clause says of the task itself, not of a part of it, that it is done."""
    text = clause.text(heard.text)
    for match in DONE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        future = FUTURE.search(text) and not re.search(r"已|了|通过", text)
        if (
            future
            or PARTIAL.search(text[: match.end()])
            or not _ALSO.match(after)
            or _part(heard, block, clause, before)
        ):
            continue
        return True
    return _all_done(heard, block, text)


_ALL_DONE = re.compile(r"(?:全部|均已?|都已?)(?:全部)?(?P<verb>[\u4e00-\u9fff]{2})(?:到位|完毕|结束|了)?(?=$|[ ,。;!])")


def _all_done(heard: Heard, block: Block, text: str) -> bool:
    """Whether all of it has had done to it what the title says (100辆已全部更新)."""
    titles = "".join(item.title for code in block.codes if (item := heard.item(code)))
    match = _ALL_DONE.search(text)
    return bool(match and match["verb"] in titles and not FUTURE.search(text) and not PARTIAL.search(text))


def _part(heard: Heard, block: Block, clause: Clause, before: str) -> bool:
    """Whether what stands before the verb names something that is not in the task's title: a part of the work."""
    start = max(
        [clause.start, *(ref.end for ref in block.refs if clause.start <= ref.start < clause.start + len(before))]
    )
    rest = _FILL.sub("", heard.text[start : clause.start + len(before)])
    for match in heard.units:
        if start <= match.start < clause.start + len(before):
            rest = rest.replace(heard.text[match.start : match.end], "")
    titles = "".join(item.title for code in block.codes if (item := heard.item(code)))
    strange = [char for char in rest if "\u4e00" <= char <= "\u9fff" and char not in titles]
    return len(strange) >= 2 or _fewer(heard.text[start : clause.start + len(before)], titles)


def _fewer(words: str, titles: str) -> bool:
    """Whether a number is named that is not the title's of the same measure: 9座已完工 of 12座."""
    wanted = dict((measure, number) for number, measure in _NUMBERED.findall(titles))
    return any(measure in wanted and wanted[measure] != number for number, measure in _NUMBERED.findall(words))


_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)?)万?(座|个|所|处|家|户|套|条|项|栋|台|件|公里|亩|部|辆)")


def reports(heard: Heard, block: Block, extends: bool) -> bool:
    """Whether the block reports a state of the work. Beside a request for a later date only a figure or a part done counts."""
    text = heard.text[block.start : block.end]
    if quiet.idle(text) and not (shares(heard, block) and not quiet.supposed(text) and not quiet.hearsay(text)):
        return False
    if not extends and refuses_extension(text) and not shares(heard, block):
        return False
    if extends:
        return bool(shares(heard, block)) or bool(
            re.search(r"(?:已|目前|现已?)[^,。;未没尚不]{0,10}(?:完成|建成|开工|封顶|贯通|进场|启动|铺设|安装)", text)
        )
    if _asks(heard, block) or (heard.commands and not shares(heard, block)):
        return False  # what a leader says of the state of things is no report
    if block.refs or heard.quoted_codes("tasks"):
        rest = "".join(
            char for at, char in enumerate(heard.text[block.start : block.end], block.start) if not _within(block, at)
        )
        rest = re.sub(r"(?:已经?|都|刚刚?)(?:报|交|发|提交|反馈)(?:送|给[^,。]{1,6})?(?:过|了)+", "", rest)
        figures = any(not ref.titled for ref in block.refs) and re.search(
            r"[0-9](?:\.[0-9]+)? ?(?:%|微克|万|亿|户|家|人|个|公里|亩|座|处|件|条|项|吨|元)", rest
        )
        return (
            bool(STATUS.search(rest))
            or bool(figures)
            or bool(shares(heard, block))
            or (
                problem(heard, block) and not all(ref.titled for ref in block.refs)
                if block.refs
                else problem(heard, block)
            )
        )
    if shares(heard, block):
        return bool(re.search(r"完成|进度|进展|推进|达到?|到了?|干了", text))
    return bool(
        OWN_WORK.search(text)
        and not re.search(r"如下|的报告|情况(?:报告|汇报)", text)
        and re.search(r"已完成|推进|进展(?!情况)|进度|正在|完成了|没有?完成|未完成|办理中", text)
    )


def _within(block: Block, at: int) -> bool:
    return any(ref.start <= at < ref.end for ref in block.refs)


def _asks(heard: Heard, block: Block) -> bool:
    tail = heard.text[block.start : block.end + 1].rstrip(" \n!。~")
    return tail.endswith(("?", "吗", "呢", "么", "没有?", "吧?"))


def shares(heard: Heard, block: Block, codes: Sequence[str | None] = ()) -> list[Percent]:
    """The shares in the block that are the task's own, the overall ones alone where there are such."""
    graded: list[tuple[int, Percent]] = []
    for share in heard.percents:
        if block.start <= share.span[0] < block.end and not share.superseded:
            grade = _grade(heard, block, share)
            if grade:
                graded.append((grade, share))
    if not graded:
        graded = [(2, share) for share in _unmarked(heard, block)]
    best = max((grade for grade, _ in graded), default=0)
    return [share for grade, share in graded if grade == best]


_UNMARKED = re.compile(
    r"(?:进度|完成率|完成度|形象进度)(?:已|约|为|达到?|至|到了?|是|[::])*(?P<n>100|[1-9]?[0-9])(?=$|[ ,。;!])"
)


def _unmarked(heard: Heard, block: Block) -> list[Percent]:
    """进度60, without a sign, is said of a percentage."""
    return [
        Percent(match.span("n"), match["n"], int(match["n"]), "percent")
        for match in _UNMARKED.finditer(heard.text, block.start, block.end)
    ]


def _grade(heard: Heard, block: Block, share: Percent) -> int:
    """3 an overall figure, 2 a plain one, 1 one of money; 0 what is not the task's."""
    clause = next((c for c in block.clauses if c.start <= share.span[0] < c.end), None)
    start = clause.start if clause else block.start
    known = [*block.refs, *(ref for ref in heard.task_titles if set(block.codes) & {*ref.codes, *ref.several})]
    start = max([start, *(ref.end for ref in known if ref.end <= share.span[0])])
    whole = heard.text[clause.start if clause else block.start : share.span[0]]
    before = heard.text[start : share.span[0]]
    before = before[before.rfind(" ") + 1 :] if before.rfind(" ") > 0 and before.rstrip(" ") == before else before
    if _POINTS.match(heard.text, share.span[1]) or heard.text[share.span[1] : share.span[1] + 5].lstrip().startswith(
        ("个百分点", "百分点")
    ):
        return 0
    if share.kind == "count" and not _of_itself(heard, block, start, share):
        return 0
    if share.kind == "ratio" and not re.search(
        r"完成|进度|已|办结|建成|化解|整改|改造", before[-12:] + heard.text[max(block.start, share.span[0] - 12) : share.span[0]]
    ):
        return 0
    if re.search(
        r"力争|争取|预计|(?<!按)计划(?!的|内|任务|投资)|确保|有望|目标是|将(?:达到?|完成)|要(?:达到?|完成到)|冲(?:到|至|刺)",
        before,
    ):
        return 0
    if re.search(r"(?:完成|建成|已|建|改)[^。;]{1,24}[ ,]约?占$", heard.text[max(block.start, share.span[0] - 40) : share.span[0]]):
        return 2
    if _RATE_OF_TASK.search(before) and not _MONEY.search(before):
        return 3
    if _TARGETS.search(whole) and not re.search(r"进度[^,。;]{0,4}(?:提高|增长)[到至]", before):
        return 1 if re.search(r"占[^,。;]{0,10}(?:任务|计划|总)", before) and not _PARTS.search(before) else 0
    if _PARTS.search(before) and not _OVERALL.search(before[-8:]):
        return 0
    if _OVERALL.search(before):
        return 1 if _MONEY.search(before) and not re.search(r"形象|总体|整体|工程", before) else 3
    return 1 if _MONEY.search(before) else 2


def _of_itself(heard: Heard, block: Block, start: int, share: Percent) -> bool:
    """Whether both numbers count the thing that the task's title names: 线索46件,办结39件 does not."""
    titles = "".join(item.title for code in block.codes if (item := heard.item(code)))
    before = _FILL.sub("", heard.text[start : share.span[0]])
    noun = re.match(
        r"[0-9.万两一二三四五六七八九十百]+[^\u4e00-\u9fff]*.(?P<noun>[\u4e00-\u9fff]{0,6})",
        heard.text[share.span[0] : share.span[1]],
    )
    inside = re.sub(r"(?:已|现已|累计|完成|建成|全部).*", "", noun["noun"]) if noun else ""
    strange = [char for char in before + inside if "\u4e00" <= char <= "\u9fff" and char not in titles]
    return not titles or len(strange) < 3


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


def problem(heard: Heard, block: Block) -> bool:
    """Whether the words name a difficulty, an obstacle or a delay that still stands. Titles (隐患排查) name none."""
    text = heard.text[block.start : block.end]
    for ref in (*block.refs, *heard.task_titles):
        if block.start <= ref.start and ref.end <= block.end:
            text = text[: ref.start - block.start] + "□" * (ref.end - ref.start) + text[ref.end - block.start :]
    return bool(_PROBLEM.search(_NO_PROBLEM.sub("", text)))


def expected(heard: Heard, block: Block) -> tuple[date | None, tuple[Doubt, ...]]:
    """The expected finish of the whole task, where the block says one."""
    for clause in block.clauses:
        text = clause.text(heard.text)
        for expression in heard.dates_in(clause.start, clause.end):
            local = expression.span[1] - clause.start
            before, after = text[: expression.span[0] - clause.start], text[local:]
            if re.search(r"原定|原计划|原来|已|时限|要求|于$|在$|截至|截止", before) or (
                not _EXPECTS.search(text) and not _ahead(heard, expression, after)
            ):
                continue
            if _titled(heard, block, after) or (
                _WHOLE.search(after)
                and not PARTIAL.search(after)
                and not re.search(r"完成[^,。;]{0,2}(?:招标|选址|设计|供地|征地|主体|前期|土建|封顶)", after)
            ):
                if expression.impossible:
                    return None, (Doubt("due", "impossible", expression.words),)
                return heard.due(expression), ()
    return None, ()


def _titled(heard: Heard, block: Block, after: str) -> bool:
    """Whether what is expected is what the title ends with: 主体封顶."""
    titles = [item.title for code in block.codes if (item := heard.item(code))]
    return any(len(title) > 4 and title[-2:] in after[:10] for title in titles)


def _ahead(heard: Heard, expression: Expression, after: str) -> bool:
    """Whether a day is said to come with the finish, without a word for expecting: 6月底全部完成."""
    day = heard.due(expression)
    return (
        day is not None
        and day > heard.now.date()
        and not re.search(r"已|了", after[:8])
        and bool(_AT_ONCE.match(after))
    )


def later(heard: Heard, block: Block, verb: int, present: date | None) -> tuple[date | None, tuple[Doubt, ...]]:
    """The new date that an extension asks for: the one after the verb, or a span counted from the present due date."""
    after = [e for e in heard.dates_in(verb, block.end) if _usable(e)]
    before = [
        e
        for e in heard.dates_in(block.start, verb)
        if _usable(e) and re.search(r"[到至为]$", heard.text[: e.span[0]].rstrip())
    ]
    for expression in [*after, *reversed(before)]:
        if expression.impossible:
            return None, (Doubt("due", "impossible", expression.words),)
        day = dates.extend(expression, present, heard.now, heard.calendar)
        if day:
            return day, ()
    return None, ()


def _usable(expression: Expression) -> bool:
    return expression.kind not in ("time", "timerange", "set")
