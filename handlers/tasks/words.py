"""What is said about tasks."""

from __future__ import annotations

from datetime import date

from handlers import said
from handlers.tasks.common import OPEN_ENDED
from models.tasks import CHINESE_STATE, Task, TaskState

CODES_IN_RECEIPT = 20
_DECIDE = "引用本条回复“同意”，或“退回，原因……”。"


def name(task: Task) -> str:
    """Code and title, as every receipt begins."""
    return f"{task.code} {said.short(task.title)}"


def state(task: Task) -> str:
    """Where the task stands."""
    return CHINESE_STATE[TaskState(task.state)]


def limit(due: date | None, left: int, today: date) -> str:
    """The time limit and how near it is."""
    when = said.limit(due, today)
    if due is None or left == OPEN_ENDED:
        return when
    if left < 0:
        return f"{when}，已逾期 {(today - due).days} 天"
    if due == today:
        return f"{when}，今天到期"
    return f"{when}，还有 {left} 个工作日" if left else f"{when}，之前已无工作日"


def assigned(task: Task, lead: str, support: str, today: date) -> str:
    """The notice that a task is handed out."""
    units = f"牵头：{lead}" + (f"　配合：{support}" if support else "")
    due = said.day(task.due, today) if task.due else "未定"
    return f"【督办交办】{task.code} {task.title}\n{units}\n时限：{due}\n请牵头单位回复“收到”签收。"


def recorded(task: Task, lead: str, today: date) -> str:
    """The receipt for who handed it out elsewhere."""
    return f"已列入督办：{name(task)}，牵头 {lead}，{said.limit(task.due, today)}，已通知责任单位。{said.UNDO}"


def accepted(task: Task, limit_words: str) -> str:
    """The receipt of 签收."""
    return f"{name(task)}：已签收，{limit_words}。有进展时这样报：{task.code} 进展30%，预计6月底办结"


def not_to_accept(task: Task) -> str:
    """To who has no part in the task."""
    return f"{name(task)}：签收由承办单位回复，您不用签收。"


def progress(task: Task, before: int, limit_words: str, today: date) -> str:
    """The receipt of a report by a lead unit."""
    figure = f"进展 {task.percent}%（原 {before}%）" if task.percent != before else f"进度仍为 {before}%"
    parts = [f"{name(task)}：已记录，{figure}"]
    if task.expected:
        parts.append(f"预计 {said.day(task.expected, today)}办结")
    parts.append(limit_words)
    words = "，".join(parts) + "。"
    if task.problem:
        words += "困难已记下，督查室可见。"
    if task.percent == 100:
        words += f"已全部完成的请报：{task.code} 已办结，申请销号。"
    if task.expected and task.due and task.expected > task.due:
        wanted = f"{task.expected.month}月{task.expected.day}日"
        words += f"预计晚于时限，如需延期请报：{task.code} 申请延期到{wanted}，原因是……。"
    return words + said.UNDO


def side_progress(task: Task, unit: str) -> str:
    """The receipt of a report by a supporting unit, whose figure is not the task's."""
    return f"{name(task)}：已记录{unit}（配合单位）的情况，总进度仍为 {task.percent}%，以牵头单位填报为准。{said.UNDO}"


def finish_asked(task: Task) -> str:
    """The receipt of an application to close."""
    return f"{name(task)}：已申请办结，待督查室审核。{said.UNDO}"


def finish_to_review(task: Task, lead: str) -> str:
    """To those who review."""
    return f"【办结审核】{name(task)}，{lead}申请办结，进度 {task.percent}%。\n{_DECIDE}"


def extension_asked(task: Task, today: date) -> str:
    """The receipt of an application for a later date."""
    wanted = said.day(task.requested_due, today) if task.requested_due else "（日期未写）"
    return f"{name(task)}：已申请延期至 {wanted}，待督查室审批；批准前仍按原时限。{said.UNDO}"


def extension_to_review(task: Task, lead: str, today: date) -> str:
    """To those who review."""
    wanted = said.day(task.requested_due, today) if task.requested_due else "未写日期"
    present = said.day(task.due, today) if task.due else "未定"
    reason = f"，原因：{task.extension_reason}" if task.extension_reason else ""
    return f"【延期审核】{name(task)}，{lead}申请由 {present}延期至 {wanted}{reason}。\n{_DECIDE}"


def not_later(task: Task, wanted: date, today: date) -> str:
    """What is wrong with a new time limit, or "" where nothing is."""
    if task.due and wanted <= task.due:
        return f"延期的日期应晚于现时限 {said.day(task.due, today)}"
    return f"{said.day(wanted, today)}已经过去" if wanted < today else ""


def closed(task: Task) -> str:
    """A task is closed."""
    return f"{name(task)}：同意办结，已销号。"


def extended(task: Task, today: date) -> str:
    """An extension is granted."""
    due = said.day(task.due, today) if task.due else "未定"
    return f"{name(task)}：同意延期，新时限 {due}。"


def sent_back(task: Task, what: str, reason: str | None, limit_words: str) -> str:
    """An application is sent back."""
    why = f"，原因：{reason}" if reason else ""
    return f"{name(task)}：{what}退回{why}。{limit_words}，请继续办理。"


def urged(lines: list[str], who: str, example: str) -> str:
    """Units are urged; ``example`` is the code of one of the tasks."""
    how = f"请这样报：{example} 进展60%，预计6月30日办结"
    return "\n".join([f"【催办】{who}，请抓紧办理并反馈进展：", *lines, how])


def urge_recorded(who: str, codes: list[str]) -> str:
    """The receipt for who urged elsewhere."""
    some = "、".join(codes[:CODES_IN_RECEIPT]) + ("等" if len(codes) > CODES_IN_RECEIPT else "")
    return f"已催办{who}：{some}，共 {len(codes)} 项。{said.UNDO}"


def line(task: Task, lead: str, limit_words: str) -> str:
    """One task in a list."""
    figure = "" if task.state == TaskState.DONE else f" {task.percent}%"
    when = "" if task.state == TaskState.DONE else f"，{limit_words}"
    return f"{task.code} {said.short(task.title, 30)}（{lead or '牵头待定'}）{state(task)}{figure}{when}"
