"""Acts that have a command of their own and are not read from free text."""

from __future__ import annotations

import re

from bot.acts import Act
from bot.message import Chat
from bot.office_acts import ClaimIdentity, DecideClaim

_CLAIM = re.compile(
    r"^\s*我是\s*(?P<unit>\S{2,40}?)[\s的,，、]+(?P<person>[\u3400-\u9fff\U00020000-\U000323af·]{2,12})\s*[。.!！]?\s*$"
)
_DECIDE = re.compile(
    r"^\s*(?P<word>确认|同意|通过|拒绝|不同意|驳回)\s*(?:绑定)?\s*[Bb](?P<number>\d{1,9})\s*[。.!！]?\s*$"
)
_NO = {"拒绝", "不同意", "驳回"}


def claim(text: str, chat: Chat, account: str) -> ClaimIdentity | None:
    """“我是 市住建局 刘畅” from an account that is not known."""
    found = _CLAIM.match(text)
    if found is None:
        return None
    return ClaimIdentity(unit=found["unit"], person=found["person"], platform=chat.platform, account=account)


def command(text: str) -> Act | None:
    """An explicit command, or None."""
    found = _DECIDE.match(text)
    if found is None:
        return None
    return DecideClaim(claim=f"B{found['number']}", agree=found["word"] not in _NO)
