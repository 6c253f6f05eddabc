"""提醒: what people ask to be reminded of."""

from __future__ import annotations

import re
from datetime import datetime

from sqlmodel import select

from bot.acts import CancelReminder, CreateReminder, When
from bot.office_acts import FireReminder
from bot.router import Context, Outcome, Push, Refused, Router, Target, ToGroup, ToMember, Unclear
from handlers import rights, said
from models.codes import next_code
from models.people import Role
from models.schedules import WORKWEEK, Reminder, ReminderState, Schedule, next_instant

routes = Router()

PERSON = "person"
_RULE = re.compile(
    r"FREQ=(?:DAILY|WEEKLY;BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*"
    r"|MONTHLY;BYMONTHDAY=-?(?:[1-9]|[12]\d|3[01]))"
)
"""The repeated times that people can ask for (understanding.md); other rules may never end to be searched."""
GRACE = 12 * 3600  # seconds: found later than this, a reminder is of no use any more
_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "一二三四五六日", strict=True))


@routes.on(CreateReminder, may=rights.anyone)
async def create(act: CreateReminder, context: Context) -> Outcome:
    """Make a reminder. It fires where it was asked for: in the group, or in private."""
    if not act.text:
        raise Unclear("请问提醒什么内容？例如：报送周进展", act, "text")
    if act.when is None:
        raise Unclear("请问什么时候提醒？例如：每周五下午4点，或明天上午9点", act, "when")
    if context.actor is None:
        raise Refused("提醒要由人来设")
    reminder = Reminder(
        code=await next_code(context.session, "T"),
        text=act.text,
        once=act.when.once,
        rrule=act.when.rrule,
        time=act.when.time,
        owner=context.actor.id,
        group_id=context.group.id if context.group else None,
        created_at=context.now,
    )
    instant = schedule(context, reminder)
    context.session.add(reminder)
    return Outcome(f"{reminder.code} 已设：{_spoken_plan(act, instant, context)}。{said.UNDO}", code=reminder.code)


def _spoken_plan(act: CreateReminder, instant: datetime, context: Context) -> str:
    """When, where and of what: "每周五 16:00 在本群提醒“报周报”，首次 4 月 14 日"."""
    what = f"{'在本群' if context.group else ''}提醒“{said.short(act.text or '')}”"
    if act.when and act.when.rrule:
        first = said.day(instant.astimezone(context.office.zone).date(), context.today)
        return f"{spoken(act.when)} {what}，首次 {first}"
    return f"{said.moment(instant, context.office.zone, context.today)} {what}"


def schedule(context: Context, reminder: Reminder) -> datetime:
    """Plan a reminder and give its first instant. Raises Refused where its time cannot be or is past."""
    if reminder.rrule is not None and not _RULE.fullmatch(reminder.rrule):
        raise Refused(f"看不懂重复的规则“{said.short(reminder.rrule)}”，没有登记。例如：每周五下午4点提醒我报进展")
    planned = Schedule(
        id=reminder.code,
        kind=PERSON,
        subject=reminder.code,
        once=reminder.once,
        rrule=reminder.rrule,
        time=reminder.time,
        grace=GRACE,
        mark=context.now,
    )
    try:
        planned.next_at = next_instant(planned, context.now, context.office.zone, context.office.calendar)
    except ValueError as error:
        raise Refused("没有这样的时间，没有登记。请写一个存在的时间，例如：每周五下午4点提醒我报进展") from error
    if reminder.once is None and reminder.rrule is None:
        raise Refused("没有写明什么时候提醒，没有登记。例如：明天上午9点提醒我报进展")
    if planned.next_at is None:
        raise Refused("这个时间已经过去，没有登记。请写以后的时间，例如：明天上午9点提醒我报进展")
    context.session.add(planned)
    return planned.next_at


@routes.on(CancelReminder, may=rights.anyone)
async def cancel(act: CancelReminder, context: Context) -> Outcome:
    """Cancel a reminder: its owner's, or anybody's by a supervisor."""
    reminder = (
        await context.session.execute(select(Reminder).where(Reminder.code == act.reminder))
    ).scalar_one_or_none()
    if reminder is None:
        which = f"没有编号为 {act.reminder} 的提醒" if act.reminder else "没有写明是哪一个提醒"
        raise Refused(f"{which}，没有取消任何提醒。请核对编号，例如：取消T3")
    if context.actor and context.actor.id != reminder.owner and context.actor.role != Role.SUPERVISOR:
        raise Refused(f"{reminder.code} 是别人设的提醒，只有本人或督查室能取消，没有取消。取消自己的，例如：取消T3")
    if reminder.state != ReminderState.ACTIVE:
        return Outcome(
            f"{reminder.code} 已经{'取消' if reminder.state == ReminderState.CANCELLED else '提醒'}过了。",
            code=reminder.code,
        )
    reminder.state = ReminderState.CANCELLED
    return Outcome(f"{reminder.code} 已取消：“{said.short(reminder.text)}”。{said.UNDO}", code=reminder.code)


@routes.on(FireReminder, may=rights.office_only)
async def fire(act: FireReminder, context: Context) -> Outcome:
    """Say a reminder at its instant; one that was cancelled or taken back stays silent."""
    reminder = (
        await context.session.execute(select(Reminder).where(Reminder.code == act.reminder))
    ).scalar_one_or_none()
    if reminder is None or reminder.state != ReminderState.ACTIVE:
        return Outcome()
    if reminder.once:
        reminder.state = ReminderState.FIRED
    target: Target = ToGroup(reminder.group_id) if reminder.group_id else ToMember(reminder.owner)
    push = Push(f"fire:{reminder.code}:{act.at}", target, f"【提醒】{reminder.code} {reminder.text}", (reminder.owner,))
    return Outcome(pushes=(push,), code=reminder.code)


def spoken(when: When) -> str:
    """A repeated time in words; a rule with no simple words is given as it is."""
    rule, clock = when.rrule or "", when.time or ""
    if rule == WORKWEEK:
        return f"每个工作日 {clock}"
    if rule == "FREQ=DAILY":
        return f"每天 {clock}"
    weekly = re.fullmatch(r"FREQ=WEEKLY;BYDAY=([A-Z,]+)", rule)
    if weekly:
        return f"每周{'、'.join(_DAYS.get(day, day) for day in weekly[1].split(','))} {clock}"
    monthly = re.fullmatch(r"FREQ=MONTHLY;BYMONTHDAY=(-?)(\d+)", rule)
    if monthly:
        last = "最后一天" if monthly[2] == "1" else f"倒数第 {monthly[2]} 天"
        return f"每月{last if monthly[1] else f' {monthly[2]} 日'} {clock}"
    return f"{rule} {clock}"
