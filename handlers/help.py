"""帮助: what the bot can do, by role, with examples to copy."""

from __future__ import annotations

from bot.acts import Help
from bot.router import Context, Outcome, Router
from handlers import rights
from models.people import Role

routes = Router()

_UNIT = (
    "签收：引用交办回复“收到”，或 D17收到",
    "报进展：D17 进展60%，预计6月30日办结",
    "办结：D17 已办结，申请销号",
    "延期：D17 申请延期到7月15日，原因是……",
    "查询：我们还有哪些任务快到期",
    "报信息：【信息报送】换行写标题，再换行写正文",
)
_SUPERVISOR = (
    "交办：请市住建局牵头、市财政局配合，4月25日前完成……，列入督办",
    "审核：引用申请回复“同意”，或“退回，原因……”",
    "催办：催办D17，或 请三区抓紧报进展",
    "查询：全市逾期的任务有哪些；住建局的任务",
)
_EDITOR = (
    "约稿：约市农牧局、三区的稿子，春耕备耕情况，4月25日前",
    "审稿：X5一审通过；X5退回，建议部分太浅",
    "采用：X5被自治区采用",
    "政务动态：本期政务动态可以发布了；看最近一期政务动态",
)
_EVERYONE = ("提醒：每周五下午4点提醒我报进展", "撤销：收回刚才登记的")

_BY_ROLE = {
    Role.LEADER: (
        "查询：D17；住建局逾期的任务",
        *_SUPERVISOR[:3],
        "三审和签发：引用送审回复“同意”；同意签发本期政务动态",
    ),
    Role.SUPERVISOR: _SUPERVISOR,
    Role.EDITOR: _EDITOR,
}


@routes.on(Help, may=rights.anyone)
async def help_(_act: Help, context: Context) -> Outcome:
    """Tell what the bot can do for who asks."""
    role = Role(context.actor.role) if context.actor and context.actor.role in list(Role) else Role.LIAISON
    lines = [*_BY_ROLE.get(role, _UNIT), *_EVERYONE]
    return Outcome("\n".join(["我是办结，管督办和信息。在群里请@我，这样说：", *(f"· {line}" for line in lines)]))
