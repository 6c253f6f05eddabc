"""The commands (contract: Commands). Exit code 0, 2 for bad input, 1 for a failure."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from bot import logs
from bot.app import House
from bot.commands import digests, keeping, opening, reading, serving, transfer
from bot.config import Settings
from bot.importing.faults import UnreadableFile
from bot.locking import AlreadyRunning
from bot.router import Refused, Unclear
from models import audit
from models.database import Database
from models.migrating import NewerDatabase, migrate
from models.people import Role

T = TypeVar("T")

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="办结：政府办公室工作群助手"
)
digest_app = typer.Typer(no_args_is_help=True, help="《政务动态》")
audit_app = typer.Typer(no_args_is_help=True, help="操作记录")
app.add_typer(digest_app, name="digest")
app.add_typer(audit_app, name="audit")

out = Console(soft_wrap=True, highlight=False, markup=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)

Moment = Annotated[str | None, typer.Option(help="时间，例如 2023-04-14T16:00")]
Week = Annotated[str | None, typer.Option(help="周次，例如 2023-W15")]
Member = Annotated[str, typer.Option("--as", help="人员编号，例如 m12")]


def main() -> None:
    """Run the command of the command line."""
    app()


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8080,
    data: Annotated[Path, typer.Option(help="数据目录")] = Path("data"),
    fresh: Annotated[bool, typer.Option(help="重新开始，清掉原有演示数据")] = False,
    world: Annotated[Path | None, typer.Option(help="用这份记录代替样例城市")] = None,
    now: Moment = None,
) -> None:
    """样例城市，全部内置，不需要任何账号和网络."""
    options = serving.DemoOptions(port, data, fresh, world, _local(now))
    if world is not None and not world.is_file():
        _bad(f"没有这个文件：{world}")
    with _answering():
        asyncio.run(serving.demo(options, _settings()))


@app.command()
def run() -> None:
    """按 .env 的设置运行."""
    with _answering():
        asyncio.run(serving.run(_settings()))


@app.command()
def read(
    world: Annotated[Path | None, typer.Option(help="记录文件")] = None,
    dates: Annotated[bool, typer.Option(help="只读时间表达")] = False,
    explain: Annotated[bool, typer.Option(help="说明每个动作由哪些词得出")] = False,
) -> None:
    """标准输入的消息（JSON 行）读成动作（JSON 行）."""
    if not dates and world is None:
        _bad("请给记录文件，例如：python bot.py read --world world.json < messages.jsonl")
    with _answering():
        raise typer.Exit(reading.read(world, dates=dates, explain=explain))


@app.command()
def tick(at: Moment = None) -> None:
    """办理到这一刻为止该办的，发送能发的."""
    moment = _local(at)

    async def work(house: House) -> dict[str, int]:
        fired = await house.tick(house.clock.now())
        sent = await house.delivery.drain()
        return (
            {"due": fired} | {name: sent[name] for name in ("sent", "failed", "unknown")} | {"pending": sent["pending"]}
        )

    zone = _settings().zone
    result = _house(work, moment.replace(tzinfo=zone) if moment else None)
    out.print(json.dumps(result))


@app.command("import")
def import_(kind: str, file: Path, dry_run: Annotated[bool, typer.Option("--dry-run")] = False) -> None:
    """导入：world、roster、tasks、topics."""
    report = _house(lambda house: transfer.take_in(house, kind, file, dry=dry_run))
    out.print(("（试导入，未写入）" if dry_run else "") + report.words)
    for error in report.errors:
        out.print(f"第 {error.row} 行：{error.reason}")


@app.command()
def export(kind: str, file: Path) -> None:
    """导出：tasks、infos、meetings、documents、audit、outbox，按文件名为 xlsx 或 csv."""
    count = _house(lambda house: transfer.give_out(house, kind, file))
    out.print(f"已导出 {count} 行：{file}")


@digest_app.command("compile")
def digest_compile(week: Week = None) -> None:
    """编排一周的草稿."""
    out.print(_house(lambda house: digests.compile_(house, week)))


@digest_app.command("show")
def digest_show(week: Week = None) -> None:
    """显示最近一期，或某一周的."""
    out.print(_house(lambda house: digests.show(house, week)))


@digest_app.command("approve")
def digest_approve(member: Member) -> None:
    """编辑审核."""
    out.print(_house(lambda house: digests.decide(house, member, Role.EDITOR)))


@digest_app.command("publish")
def digest_publish(member: Member) -> None:
    """领导签发并刊发."""
    out.print(_house(lambda house: digests.decide(house, member, Role.LEADER)))


@digest_app.command("export")
def digest_export(file: Path, week: Week = None) -> None:
    """导出为 docx、md 或 html."""
    _house(lambda house: digests.export(house, week, file))
    out.print(f"已导出：{file}")


@audit_app.command("verify")
def audit_verify() -> None:
    """核对操作记录的哈希链."""
    broken = _house(lambda house: house.database.read(audit.first_broken))
    if broken is not None:
        _failed(f"操作记录从第 {broken} 号起与哈希链不符，可能被改动过")
    out.print("操作记录完整")


@app.command()
def check() -> None:
    """检查设置，说明缺什么、怎么补."""

    async def work(settings: Settings) -> bool:
        good = True
        async for finding in keeping.check(settings, datetime.now(UTC).astimezone().date()):
            good = good and finding.good
            out.print(f"{'✓' if finding.good else '✗'} {finding.what}" + ("" if finding.good else f"：{finding.mend}"))
        return good

    with _answering():
        good = asyncio.run(work(_settings()))
    if not good:
        raise typer.Exit(1)


@app.command()
def backup(file: Path) -> None:
    """备份数据库（可在运行时进行）."""
    with _answering():
        keeping.backup(_settings(), file)
    out.print(f"已备份：{file}")


@app.command()
def restore(file: Path) -> None:
    """恢复备份；备份时还未发出的标为“结果未知”，不会重发."""
    with _answering():
        kept = keeping.restore(_settings(), file)
    out.print(f"已恢复。原数据库保留在：{kept}")


@app.command("migrate")
def migrate_() -> None:
    """升级数据库."""

    async def work() -> None:
        database = Database(_settings().database_url)
        try:
            await migrate(database)
        finally:
            await database.close()

    with _answering():
        asyncio.run(work())
    out.print("数据库已是最新")


def _house(work: Callable[[House], Awaitable[T]], at: datetime | None = None) -> T:
    """Run something on an opened house."""

    async def main(settings: Settings) -> T:
        async with opening.opened(settings, at) as house:
            return await work(house)

    with _answering():
        return asyncio.run(main(_settings()))


def _settings() -> Settings:
    try:
        settings = Settings()
        logs.configure(settings.log_level, settings.log_format)
        _ = settings.zone
    except (ValidationError, ValueError, KeyError, OSError) as error:
        _bad(f"设置不对：{error}")
    return settings


@contextmanager
def _answering() -> Iterator[None]:
    """Errors in one line: 2 for bad input, 1 for a failure."""
    try:
        yield
    except (UnreadableFile, transfer.UnknownKind, ValueError) as error:
        _bad(str(error))
    except (Refused, Unclear, AlreadyRunning, NewerDatabase, keeping.NotPossible) as error:
        _failed(str(error))
    except (SQLAlchemyError, OSError) as error:
        _failed(f"{type(error).__name__}: {error}".splitlines()[0])


def _local(text: str | None) -> datetime | None:
    """A local moment without an offset."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        _bad(f"看不懂时间“{text}”，例如：2023-04-14T16:00")
    return moment.astimezone(_settings().zone).replace(tzinfo=None) if moment.tzinfo else moment


def _bad(words: str) -> NoReturn:
    err.print(words)
    sys.exit(2)


def _failed(words: str) -> NoReturn:
    err.print(words)
    sys.exit(1)
