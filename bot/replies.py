"""What the corridor itself says: to strangers, to refused texts, and where something went wrong."""

from __future__ import annotations

MARKED = (
    "这条消息带有涉密标识，未保存、未转发，请立即从群里撤回，并通过涉密渠道办理。"
    "去掉涉密内容后可以再报，例如：D17 进展60%，预计6月30日办结"
)
PERSONAL = (
    "这条消息含身份证号或银行卡号，未保存、未转发，请立即撤回。"
    "去掉证件号和卡号后再发，例如：D63 适老化改造已完成验收，申请销号"
)
CONTROL = "消息里有无法识别的控制字符，没有登记。请重新输入后再发，例如：D17 进展60%，预计6月30日办结"
FAILED = "这条消息处理失败，已记下并提示管理员；请换个说法再发一次，例如：D17 进展60%"
UNDO = "回复“撤销”可收回。"
STRANGER = "我还不认识您。请回复“我是 单位 姓名”，例如：我是 市住建局 刘畅。督查室确认后即可使用。"


def too_long(limit: int) -> str:
    """For a text over ``limit`` characters."""
    return f"消息太长（超过 {limit} 字），没有登记。请分成几条再发，或只发要点，例如：D17 进展60%，预计6月30日办结"


def refused(kind: str, limit: int) -> str:
    """The answer to a text that was not taken in: ``secret``, ``personal``, ``long`` or ``control``."""
    if kind == "long":
        return too_long(limit)
    return {"secret": MARKED, "personal": PERSONAL}.get(kind, CONTROL)


def numbered(question: str, lines: list[str]) -> str:
    """A question with numbered choices."""
    return "\n".join([question, *(f"{n}. {line}" for n, line in enumerate(lines, 1)), "回复序号即可。"])
