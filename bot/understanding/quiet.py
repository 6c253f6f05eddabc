"""What is no act: chatter, questions to colleagues, news passed on, what is only supposed or not yet decided."""

from __future__ import annotations

import re

from bot.understanding.heard import Heard

_FORWARDED = re.compile(
    r"^\s*(?:[【\[(]?(?:转发|转载|转帖|转|分享|新闻|学习|剪报|摘编|链接)(?:自[^】\])]{0,12})?[】\])]|(?:转发|转载|分享)(?:一[篇条则下个]|[::]|[^,。:]{0,12}(?:通知|文件|精神|要求)[::])|转[::])|[(]来源[::]|来源[::][^,。\n]{0,12}(?:网|报|社|客户端|公众号|局|厅)|(?:转自|摘自|记者|编辑)[::]|据[^,。;]{0,10}(?:报道|消息)|据(?:新华社|央视|人民日报|[^,。]{0,8}(?:日报|晚报|新闻网|客户端))|^\s*\[(?:链接|图片|文件|视频|小程序|聊天记录)\]|https?://"
)
_SUPPOSED = re.compile(
    r"(?<![主只重需不还就])要是|如果|假如|假设|倘若|万一|的话(?=[,。就])|若是|若能|要不是|但愿|哪怕|除非|等我们?完成|完成了(?:自然|再|会|就|我)|就好了|谢天谢地|办结了再|没完成别"
)
_UNDECIDED = re.compile(
    r"要不(?:咱|我|大家|然|先|就|下)|(?:下周|下月|过几天|过两天|回头|明天|改天|晚点|随后|稍后|稍晚|之后|完了|到时|届时)[^,。;]{0,6}(?:再|一并|一起|统一)(?:报|说|发|填|补|更新|反馈)|(?:回头|晚点|稍后|随后|过几天|过两天)(?:我)?(?:报|发|说|补)|等[^,。;]{0,14}(?:就|再|后)(?:报|申请|发|说|填|更新)|我们?再核(?:一下|实|对|一遍|下)|先不报|暂不报|(?:先|暂)(?:请个?假|缓缓)|是不是(?:可以|要|应该)|商量"
)
_HEARSAY = re.compile(
    r"听说|据说|据悉|好像|传说|邻市|兄弟(?:市|区|城市)|外地|外省|隔壁|(?:看|刷到?)(?:了)?(?:个|到)?新闻|(?<!较)(?<!比)(?<!与)去年(?!同期|底|结转|度)|前年|当年(?!度)|(?<![日号月底周末年天旬度节0-9])以前|从前|那会儿|想当初|记得"
)
_COLLEAGUE = re.compile(
    r"(?:您|你们?(?!局|委|区|办|单位|两家|几家))[^,。;]{0,12}(?:收到|看到|方便|在吗|知道|有没有|报了没|报的|怎么(?:报|写|填|弄|算)|能不能|帮|发我|发一?下|要的|说的|那边|(?:完成|报|弄|做|搞|办)(?:了|完|好)+没)|有人问|就说在|谁[^,。;]{1,3}的|(?:哪位|谁(?!牵头|负责|那里?|那儿|手[里上]|处))[^,。;]{0,10}(?:有|知道|能|会|懂|那|帮|发|是)|(?:有没有|有|发|要|求)[^,。;]{0,10}(?:模板|范本|样本)|模板(?:有吗|在哪)|格式怎么|口径(?:怎么|是|按|如何|有)|写法|是?(?:不是)?同一个|(?:标准|口径|补助|补贴|价格)是(?:多少|什么)|(?:几点|怎么|一起)(?:出发|走|过去|去)|拼车|搭车|顺路|着装|参考(?:一下|下)|怎么(?:算|填|写|弄|传|盖|操作|登录|下载|打不开|处理的)|(?:要不要|用不用|需不需要|是否需要|需要).{0,12}(?:盖章|签字|纸质|附件|报|吗)|算不算|(?<!面)打不开|发群里|(?:哪个|什么)邮箱|邮箱(?:是|地址|多少)|(?:发|交|报|送)(?:到|给)(?:哪|谁)|还是按|按什么|按[^,。;]{1,8}算|帮(?:我|忙)?(?:转|带|问)|请教|咨询(?:一?下)|求助|(?:收到|看到|发到|发给|报上|提交)(?:了)?(?:吧|吗|没有?)[??!。]*$"
)
_PRAISE = re.compile(
    r"辛苦|[挺很蛮]好的?(?=$|[,。!])|真(?:漂亮|好看|不错|快|棒|厉害)|厉害|点赞|好样|写得(?:好|真|不错)|值得(?:学习|推广一下)|学习(?:了|一下|下)|恭喜|祝贺|快乐|安康|加油|哈哈|向.{1,12}学习|表扬|抓得紧|卖力|去看了|看了看|多理解|挺难|太难|不容易|真难|愁|热火朝天|说得过去|现场看了|烦死"
)


def forwarded(heard: Heard) -> bool:
    """Whether the message passes on what others wrote: news, a link, somebody's speech. Codes are no news."""
    return bool(_FORWARDED.search(heard.text)) and not heard.codes


def supposed(text: str) -> bool:
    """Whether the words suppose, put off or weigh something instead of saying it."""
    return bool(_SUPPOSED.search(text) or _UNDECIDED.search(text))


def hearsay(text: str) -> bool:
    """Whether the words tell of others or of former times."""
    return bool(_HEARSAY.search(text))


def to_colleague(text: str) -> bool:
    """Whether the words are a question or a favour asked of a person, not of the record."""
    return bool(_COLLEAGUE.search(text))


def praise(text: str) -> bool:
    """Whether the words praise, wish or complain."""
    return bool(_PRAISE.search(text))


def idle(text: str) -> bool:
    """Whether a statement is of none that a clerk would write into the record."""
    return supposed(text) or hearsay(text) or to_colleague(text) or praise(text)
