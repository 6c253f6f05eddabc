"""Doubts become a question or a refusal, and an answer completes the act that was asked about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from bot import replies
from bot.acts import Act
from bot.answers import Answers
from bot.message import Chat
from bot.router import Refused, Unclear
from bot.understanding import bare_choice
from bot.understanding.reading import Doubt, Understood
from bot.understanding.world import Item, World
from models.corridor import Question

_ITEMS = {
    "task": "督办事项",
    "info": "信息",
    "topic": "约稿",
    "meeting": "会议",
    "document": "公文",
    "reminder": "提醒",
}
_MISSING = {
    "title": "请补充名称或标题，例如：老旧小区改造资金拨付",
    "body": "请发信息正文，例如：截至4月10日，全市……",
    "lead": "请问由哪个单位牵头？例如：市住建局",
    "units": "请问要哪些单位报？例如：市农牧局、三区",
    "due": "请问时限是哪天？例如：4月25日",
    "start": "请问什么时间开始？例如：4月14日上午9点",
    "text": "请问提醒什么内容？例如：报送周进展",
    "when": "请问什么时候提醒？例如：每周五下午4点，或明天上午9点",
}
_IMPOSSIBLE = {
    "due": "请写一个存在的日期，例如：D17 申请延期到6月30日",
    "percent": "进度请写 0 到 100 之间的数，例如：D17 进展60%",
    "start": "请写一个存在的时间，例如：4月14日上午9点开会",
    "when": "请写一个可以提醒的时间，例如：每周五下午4点提醒我报进展",
}
MANY = 9  # choices that one message can offer

_LISTS = {
    "task": "tasks",
    "info": "infos",
    "topic": "topics",
    "meeting": "meetings",
    "document": "documents",
    "reminder": "reminders",
}


def doubtful(understood: Understood, world: World, sender: str) -> None:
    """Raise Refused for an impossible value, Unclear for what is missing or fits several; else return."""
    impossible = next((doubt for doubt in understood.doubts if doubt.kind == "impossible"), None)
    if impossible:
        raise Refused(f"“{impossible.words}”不对，没有登记。{_IMPOSSIBLE.get(impossible.slot, _IMPOSSIBLE['due'])}")
    if understood.doubts:
        raise _unclear(understood.act, understood.doubts[0], world, sender)


def _unclear(act: Act, doubt: Doubt, world: World, sender: str) -> Unclear:
    if doubt.slot not in _ITEMS:
        return Unclear(_MISSING[doubt.slot], act, doubt.slot)
    noun = _ITEMS[doubt.slot]
    items = _candidates(doubt, world, sender)
    if not items:
        return Unclear(f"请问是哪一项{noun}？请回复编号，例如：{_example(doubt.slot, world)}", act, doubt.slot)
    lines = [f"{item.code} {item.title}" for item in items]
    codes = tuple(item.code for item in items)
    return Unclear(replies.numbered(f"{act.chinese}：请问是哪一项{noun}？", lines), act, doubt.slot, codes)


def _candidates(doubt: Doubt, world: World, sender: str) -> list[Item]:
    items: tuple[Item, ...] = getattr(world, _LISTS[doubt.slot])
    if doubt.candidates:
        return [item for item in items if item.code in doubt.candidates][:MANY]
    unit = next((member.unit for member in world.members if member.id == sender), None)
    own = [item for item in items if unit in item.units and not item.done] if unit else []
    return own if len(own) <= MANY else []


def _example(slot: str, world: World) -> str:
    items: tuple[Item, ...] = getattr(world, _LISTS[slot])
    return items[0].code if items else "D17"


async def ask(session: AsyncSession, unclear: Unclear, member: str, chat: Chat, now: datetime) -> None:
    """Remember what was asked of somebody in a chat; it replaces what was asked before."""
    await drop(session, member, chat)
    session.add(
        Question(
            member_id=member,
            chat_kind=chat.kind,
            chat=f"{chat.platform}:{chat.id}",
            act=unclear.act.name,
            slots=unclear.act.slots(),
            slot=unclear.slot,
            choices=list(unclear.choices),
            asked_at=now,
        )
    )
    await session.flush()


async def pending(session: AsyncSession, member: str, chat: Chat, now: datetime, minutes: int) -> Question | None:
    """What this person was asked in this chat, where it is still open."""
    question = await _question(session, member, chat)
    return question if question and now - question.asked_at <= timedelta(minutes=minutes) else None


async def drop(session: AsyncSession, member: str, chat: Chat) -> None:
    """Forget what was asked."""
    question = await _question(session, member, chat)
    if question:
        await session.delete(question)
        await session.flush()


async def _question(session: AsyncSession, member: str, chat: Chat) -> Question | None:
    query = select(Question).where(
        Question.member_id == member,
        Question.chat_kind == chat.kind,
        Question.chat == f"{chat.platform}:{chat.id}",
    )
    return (await session.execute(query)).scalar_one_or_none()


def completed(question: Question, text: str, acts: dict[str, type[Act]], answers: Answers) -> Act | None:
    """The act that was asked about, completed by the answer; None where the text does not answer it.

    Raises Refused for a number that was not offered.
    """
    value = _value(question, text, answers)
    if value is None:
        return None
    try:
        return acts[question.act].model_validate({**question.slots, question.slot: value})
    except ValidationError:
        return None


def _value(question: Question, text: str, answers: Answers) -> Any:
    choice = bare_choice(text)
    if choice is not None and question.choices:
        if not 1 <= choice <= len(question.choices):
            raise Refused(f"没有第 {choice} 项，请回复 1 到 {len(question.choices)} 之间的数，例如：1")
        return question.choices[choice - 1]
    return answers.value(question.slot, text)
