"""``backup``, ``restore``, ``check``."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot import locking
from bot.config import ROOT, Settings, load_rules
from bot.workdays import Calendar
from models import migrating
from models.database import Database


class NotPossible(Exception):
    """Why a backup or a restore cannot be done, in Chinese, with what to do instead."""


def backup(settings: Settings, target: Path) -> None:
    """Copy the SQLite database, while it is in use, and check the copy. Raises NotPossible."""
    source = _sqlite_file(settings, f"pg_dump --format=custom --file={target} 数据库名")
    if not source.is_file():
        raise NotPossible(f"还没有数据库：{source}")
    if target.exists():
        raise NotPossible(f"{target} 已经存在，请换一个文件名")
    with closing(sqlite3.connect(source)) as present, closing(sqlite3.connect(target)) as copy:
        present.backup(copy)
    _check(target)


def restore(settings: Settings, source: Path) -> Path:
    """Put a backup in the database's place; give the file where the replaced one is kept. Raises NotPossible.

    What had not been sent when the backup was made may have been sent since: it is marked unknown, not sent again.
    """
    target = _sqlite_file(settings, f"pg_restore --clean --dbname=数据库名 {source}")
    if not source.is_file():
        raise NotPossible(f"没有这个文件：{source}")
    _check(source)
    kept = target.with_suffix(".before-restore")
    with closing(locking.hold(settings.data_dir)):
        if target.exists():
            kept.unlink(missing_ok=True)
            with closing(sqlite3.connect(target)) as old, closing(sqlite3.connect(kept)) as copy:
                old.backup(copy)
        for suffix in ("-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(source, target)
        with closing(sqlite3.connect(target)) as database:
            database.execute(
                "UPDATE outbox SET state = 'unknown', error = 'restored from a backup' "
                "WHERE state IN ('pending', 'sending')"
            )
            database.commit()
    return kept


def _sqlite_file(settings: Settings, instead: str) -> Path:
    database = Database(settings.database_url)
    if not database.is_sqlite:
        raise NotPossible(f"PostgreSQL 请用它自己的工具：{instead}")
    return Path(database.url.database or "")


def _check(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as database:
            verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
            database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise NotPossible(f"{path} 不是办结的备份，或已损坏：{error}") from error
    if verdict != "ok":
        raise NotPossible(f"{path} 已损坏：{verdict}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``mend`` says how to put it right."""

    what: str
    good: bool
    mend: str = ""


async def check(settings: Settings, today: date) -> AsyncIterator[Finding]:
    """Look at the set-up."""
    yield _rules()
    yield _zone(settings)
    for finding in _calendar(today):
        yield finding
    yield await _database(settings)
    yield Finding("群聊平台：本版本只有本地演示通道，钉钉和企业微信还未接入", good=True)


def _rules() -> Finding:
    try:
        load_rules()
    except (OSError, ValueError) as error:
        return Finding("规则文件 rules/*.toml", good=False, mend=f"{error}")
    return Finding("规则文件 rules/*.toml", good=True)


def _zone(settings: Settings) -> Finding:
    try:
        zone = settings.zone
    except (KeyError, ValueError, OSError):
        return Finding(f"时区 {settings.timezone}", good=False, mend="TIMEZONE 请写时区名，例如：Asia/Shanghai")
    return Finding(f"时区 {zone.key}", good=True)


def _calendar(today: date) -> list[Finding]:
    calendar = Calendar.load(ROOT / "rules" / "holidays.toml")
    # The next year's holidays are published in November: before that nobody can have them.
    years = [today.year, today.year + 1] if today.month == 12 else [today.year]
    mend = "请按国务院通知把放假和调休日期写入 rules/holidays.toml"
    return [Finding(f"{year} 年节假日", good=calendar.known(year), mend=mend) for year in years]


async def _database(settings: Settings) -> Finding:
    try:
        database = Database(settings.database_url, beside=True)
    except (SQLAlchemyError, ImportError) as error:
        return Finding("数据库", good=False, mend=f"DATABASE_URL 不对：{error}")
    try:
        present, wanted = await migrating.state(database)
    except (SQLAlchemyError, OSError) as error:
        return Finding(f"数据库 {database.url.host or database.url.database}", good=False, mend=f"连不上：{error}")
    finally:
        await database.close()
    return Finding(f"数据库，版本 {present or '空'}", good=present == wanted, mend="请运行：python bot.py migrate")
