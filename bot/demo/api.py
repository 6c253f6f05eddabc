"""The demo's own HTTP doors (contract: HTTP, only under ``demo``)."""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from dateutil.parser import isoparse
from sqlmodel import col, select

from bot import record
from bot.channels.local import BOT
from bot.demo import overview
from bot.demo.moving import TimeMachine
from bot.demo.sample import incoming
from models.corridor import LocalMessage
from models.people import Group, Member

LONGEST_WAIT = 30.0  # seconds of a long poll
_DURATION = re.compile(r"P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BadRequest(Exception):
    """What was wrong with a request, in Chinese, with one right example."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True, slots=True)
class LocalApi:
    """The handlers of /api/local/…"""

    machine: TimeMachine

    def routes(self) -> list[web.RouteDef]:
        """All routes, each answering its errors with JSON."""
        return [
            web.post("/api/local/messages", _speaking(self.post_message)),
            web.get("/api/local/messages", _speaking(self.get_messages)),
            web.get("/api/local/clock", _speaking(self.get_clock)),
            web.post("/api/local/clock", _speaking(self.post_clock)),
            web.get("/api/local/record", _speaking(self.get_record)),
            web.get("/api/local/directory", _speaking(self.get_directory)),
            web.get("/api/local/overview", _speaking(self.get_overview)),
        ]

    async def post_message(self, request: web.Request) -> web.Response:
        """Take a message in: 202 once it is safe."""
        body = await _body(request)
        group, sender = _text(body, "group", none=True), _text(body, "sender")
        text, quote = _text(body, "text"), _text(body, "quote", none=True)
        message_id = _text(body, "id", none=True) or secrets.token_hex(8)
        await self._known(group, sender or "")
        now = self.machine.clock.now()
        message = incoming(message_id, group, sender or "", text or "", quote, now)
        await self.machine.channel.receive(self.machine.house.intake, message)
        return _json({"id": message_id}, 202)

    async def _known(self, group: str | None, sender: str) -> None:
        database = self.machine.house.database
        if await database.read(lambda session: session.get(Member, sender)) is None:
            raise BadRequest(f"没有编号为“{sender}”的人员，例如：m09", 404)
        if group is None:
            return
        found = await database.read(lambda session: session.scalar(select(Group.id).where(Group.name == group)))
        if found is None:
            raise BadRequest(f"没有名为“{group}”的群", 404)

    async def get_messages(self, request: web.Request) -> web.Response:
        """Messages after a number; with ``wait`` the answer waits until there are some."""
        after = _number(request, "after", 0)
        wait = min(float(_number(request, "wait", 0)), LONGEST_WAIT)
        group = request.query.get("group")
        spoken = self.machine.channel.spoken
        deadline = asyncio.get_running_loop().time() + wait
        while True:
            spoken.clear()
            rows = await self._rows(group, after)
            left = deadline - asyncio.get_running_loop().time()
            if rows or left <= 0:
                return _json([self._shown(row) for row in rows])
            await _either(spoken, min(left, 1.0))

    async def _rows(self, group: str | None, after: int) -> list[LocalMessage]:
        query = select(LocalMessage).where(col(LocalMessage.seq) > after).order_by(col(LocalMessage.seq))
        if group is not None:
            query = query.where(LocalMessage.chat_kind == "group", LocalMessage.chat == group)
        database = self.machine.house.database

        async def work(session: Any) -> list[LocalMessage]:
            return list((await session.execute(query)).scalars())

        return await database.read(work)

    def _shown(self, row: LocalMessage) -> dict[str, Any]:
        private = row.chat_kind == "private"
        to = (row.chat if row.sender == BOT else BOT) if private else None
        shown = {
            "seq": row.seq,
            "time": self._local(row.time),
            "group": None if private else row.chat,
            "from": row.sender,
            "to": to,
            "text": row.text,
            "reply_to": row.reply_to,
            "mentions": row.mentions,
            "files": [],
        }
        typed = {"id": row.key.removeprefix("in:"), "quote": row.quote}
        return shown if row.sender == BOT else shown | typed

    async def get_clock(self, _request: web.Request) -> web.Response:
        """The demo's time, and where one may want to go."""
        house, now = self.machine.house, self.machine.clock.now()
        deadline = await house.database.read(lambda session: overview.next_deadline(session, house, now))
        return _json(
            {
                "now": self._local(now),
                "next_deadline": self._local(deadline) if deadline else None,
                "next_friday": self._local(overview.next_digest(house, now)),
            }
        )

    async def post_clock(self, request: web.Request) -> web.Response:
        """Move the clock forward; answers when all that fell due on the way is delivered."""
        target = self._target(await _body(request))
        if target < self.machine.clock.now() - timedelta(seconds=1):
            raise BadRequest("时钟不能往回拨，请给以后的时间", 409)
        # Shielded: a browser that goes away must not stop the clock half way.
        await asyncio.shield(asyncio.ensure_future(self.machine.move_to(target)))
        return _json({"now": self._local(self.machine.clock.now())})

    def _target(self, body: dict[str, Any]) -> datetime:
        try:
            if "now" in body:
                moment = isoparse(body["now"])
                aware = moment if moment.tzinfo else moment.replace(tzinfo=self.machine.house.settings.zone)
                return aware.astimezone(UTC)
            return self.machine.clock.now() + _duration(body["advance"])
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise BadRequest('请给时间或时长，例如 {"now": "2026-04-17T16:00:00"} 或 {"advance": "PT24H"}') from error

    async def get_record(self, _request: web.Request) -> web.Response:
        """The whole record as a world."""
        return _json(await self.machine.house.database.read(record.export))

    async def get_directory(self, _request: web.Request) -> web.Response:
        """Who and which groups there are."""
        house = self.machine.house
        directory = await house.database.read(overview.directory)
        city = house.dispatcher.office.city
        return _json({"city": city, "now": self._local(self.machine.clock.now()), **directory})

    async def get_overview(self, _request: web.Request) -> web.Response:
        """The counts beside the chat."""
        house, now = self.machine.house, self.machine.clock.now()
        return _json(await house.database.read(lambda session: overview.counts(session, house, now)))

    def _local(self, moment: datetime) -> str:
        return moment.astimezone(self.machine.house.settings.zone).isoformat(timespec="seconds")


async def _either(spoken: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(spoken.wait(), seconds)
    except TimeoutError:
        return


def _speaking(handler: Handler) -> Handler:
    async def wrapped(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except BadRequest as error:
            return _json({"error": str(error)}, error.status)

    return wrapped


def _json(value: Any, status: int = 200) -> web.Response:
    return web.json_response(value, status=status)


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError) as error:
        raise BadRequest('请求不是 JSON，例如 {"group": null, "sender": "m09", "text": "帮助"}') from error
    if not isinstance(body, dict):
        raise BadRequest('请求应为一个 JSON 对象，例如 {"group": null, "sender": "m09", "text": "帮助"}')
    return body


def _text(body: dict[str, Any], name: str, *, none: bool = False) -> str | None:
    value = body.get(name)
    if value is None and none:
        return None
    if not isinstance(value, str):
        raise BadRequest(f'“{name}”应为文字，例如 {{"group": null, "sender": "m09", "text": "帮助"}}')
    return value


def _number(request: web.Request, name: str, default: int) -> int:
    text = request.query.get(name, str(default))
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise BadRequest(f"“{name}”应为数字，例如 {name}=0")
    return int(text)


def _duration(text: str) -> timedelta:
    """An ISO 8601 duration of weeks, days, hours, minutes and seconds. Raises ValueError."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        raise ValueError(text)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
