"""会议, 公文 and 考评: known to the record, but not offered yet. Answered honestly; nothing is changed."""

from __future__ import annotations

from bot.acts import (
    Act,
    MoveDocument,
    NoticeMeeting,
    QueryDocuments,
    QueryMeetings,
    QueryScores,
    RegisterDocument,
    ReplyMeeting,
)
from bot.router import Context, Outcome, Router
from handlers import rights

routes = Router()

_SUBJECTS: dict[type[Act], str] = {
    NoticeMeeting: "会议",
    ReplyMeeting: "会议",
    QueryMeetings: "会议",
    RegisterDocument: "公文",
    MoveDocument: "公文",
    QueryDocuments: "公文",
    QueryScores: "考评",
}


async def not_yet(act: Act, _context: Context) -> Outcome:
    """Say that this is not offered."""
    return Outcome(f"{_SUBJECTS[type(act)]}事项我还不能办理，没有作任何登记，请按原来的办法办。")


for _act in _SUBJECTS:
    routes.on(_act, may=rights.anyone)(not_yet)
