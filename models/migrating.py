"""Bringing a database up to the code's schema: Alembic, under a lock, never from a newer schema down."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from models.database import RECORD_LOCK, Database

SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""


class BrokenReference(Exception):
    """A migration would leave a row that refers to nothing."""


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration; its scripts use ``connection`` as it is."""
    made = Config()
    made.set_main_option("script_location", str(SCRIPTS))
    made.attributes["connection"] = connection
    return made


async def migrate(database: Database) -> None:
    """Upgrade to the newest schema. Raises NewerDatabase or BrokenReference, and has then changed nothing."""
    await database.schema(_upgrade)


async def state(database: Database) -> tuple[str | None, str]:
    """The revision of the database, and that of the code."""
    revision: str | None = await database.schema(lambda c: MigrationContext.configure(c).get_current_revision())
    return revision, _head()


def _head() -> str:
    return ScriptDirectory.from_config(config()).get_current_head() or ""


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # several processes may start at once
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": RECORD_LOCK})
    present = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
    if present is not None and present not in known:
        raise NewerDatabase(f"数据库的版本 {present} 比程序新，请先升级程序，或恢复较早的备份")
    command.upgrade(config(connection), "head")
    if connection.dialect.name == "sqlite" and present != _head():  # foreign keys are off while tables are copied
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise BrokenReference(f"升级后表 {broken[0]} 里有指向不存在记录的行，没有升级")
