"""Every schema that was ever shipped comes up to the newest one, with what it holds; a newer one is left alone."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    Numeric,
    Table,
    inspect,
    text,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, select

from models import migrating
from models.database import Database
from models.migrating import BrokenReference, NewerDatabase, config, migrate, state
from models.tables import metadata
from tests.conftest import new_postgres
from tests.fakes.databases import another

REVISIONS = [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
VERSION = "alembic_version"
MOMENT = datetime(2023, 4, 7, 0, 50, 0, 5, tzinfo=UTC)

Content = dict[str, dict[str, Any]]


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table."""
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'old.db'}"
    else:
        url = await new_postgres(request.getfixturevalue("postgres_url"))
    made = Database(url)
    yield made
    await made.close()


@pytest.fixture
async def fresh(empty: Database) -> Database:
    """A migrated database of one's own, whose schema may be altered."""
    await migrate(empty)
    return empty


def at_revision(revision: str) -> Callable[[Connection], None]:
    return lambda connection: command.upgrade(config(connection), revision)


def tables_of(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection)
    return found


def whole(connection: Connection) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """The columns and the rows of every table that there is."""
    found: dict[str, tuple[list[str], list[tuple[Any, ...]]]] = {}
    for name in sorted(inspect(connection).get_table_names()):
        result = connection.execute(text(f"SELECT * FROM {name}"))
        found[name] = (list(result.keys()), sorted((tuple(row) for row in result), key=repr))
    return found


def fill(connection: Connection) -> Content:
    """A row into every table that there is, parents before children; what was written, column by column."""
    tables = [table for table in tables_of(connection).sorted_tables if table.name != VERSION]
    for table in tables:
        connection.execute(table.insert().values({column.name: _value(connection, column) for column in table.columns}))
    return read_rows(connection, tables)


def read_rows(connection: Connection, tables: list[Table]) -> Content:
    return {table.name: dict(connection.execute(table.select()).mappings().one()) for table in tables}


def _value(connection: Connection, column: Column[Any]) -> Any:
    if column.foreign_keys:
        return _value(connection, next(iter(column.foreign_keys)).column)
    kinds: list[tuple[type[Any], Any]] = [
        (Boolean, True),
        (Integer, 1),
        (Numeric, 1),
        (JSON, {"键": ["值", 1, None]}),
        (DateTime, MOMENT if connection.dialect.name == "postgresql" else MOMENT.replace(tzinfo=None)),
        (Date, date(2024, 2, 29)),
    ]
    found = next((value for kind, value in kinds if isinstance(column.type, kind)), None)
    return f"{column.table.name}·{column.name}" if found is None else found


class TestUpgrade:
    @pytest.mark.parametrize("revision", REVISIONS)
    async def test_keeps_what_each_older_file_holds(self, empty: Database, revision: str) -> None:
        await empty.schema(at_revision(revision))
        before = await empty.schema(fill)
        assert len(before) > 10
        await migrate(empty)
        assert await state(empty) == (REVISIONS[-1], REVISIONS[-1])
        after = await empty.schema(
            lambda connection: read_rows(
                connection, [table for table in tables_of(connection).sorted_tables if table.name in before]
            )
        )
        for name, row in after.items():
            kept = before[name].keys() & row.keys()
            assert kept, name
            assert {column: row[column] for column in kept} == {column: before[name][column] for column in kept}

        async def look(session: AsyncSession) -> dict[str, SQLModel]:
            classes = {mapper.local_table.name: mapper.class_ for mapper in SQLModel._sa_registry.mappers}
            found = {
                name: (await session.execute(select(classes[name]))).scalars() for name in before if name in classes
            }
            return {name: rows.one() for name, rows in found.items()}

        for row in (await empty.read(look)).values():
            values = [getattr(row, name) for name in type(row).model_fields]
            moments = [value for value in values if isinstance(value, datetime)]
            assert moments == [MOMENT] * len(moments)

    async def test_step_by_step_with_rows_from_each_version(self, empty: Database) -> None:
        for revision in REVISIONS:
            await empty.schema(at_revision(revision))
            await empty.schema(_empty)
            await empty.schema(fill)
        await migrate(empty)
        await migrate(empty)  # and again: nothing to do
        assert await state(empty) == (REVISIONS[-1], REVISIONS[-1])

    async def test_gives_the_schema_of_the_models(self, empty: Database) -> None:
        await migrate(empty)
        differences = await empty.schema(
            lambda c: compare_metadata(MigrationContext.configure(c, opts={"compare_type": True}), metadata)
        )
        assert differences == []

    def test_has_one_line_of_revisions(self) -> None:
        assert len(ScriptDirectory.from_config(config()).get_heads()) == 1
        assert REVISIONS[0] == "0001"

    async def test_several_at_once(self, empty: Database) -> None:
        async with another(empty) as second, another(empty) as third:
            await asyncio.gather(*(migrate(database) for database in (empty, second, third)))
        assert await state(empty) == (REVISIONS[-1], REVISIONS[-1])


def _empty(connection: Connection) -> None:
    for table in reversed(tables_of(connection).sorted_tables):
        if table.name != VERSION:
            connection.execute(table.delete())


async def test_a_newer_database_is_refused_and_left_as_it_is(fresh: Database) -> None:
    await fresh.schema(fill)
    await fresh.store(lambda session: session.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    before = await fresh.schema(whole)
    with pytest.raises(NewerDatabase, match="9999"):
        await migrate(fresh)
    assert await fresh.schema(whole) == before
    assert (await state(fresh))[0] == "9999"


HEAD = f'''
"""A step after the newest one"""

import sqlalchemy as sa
from alembic import op

revision = "test"
down_revision = "{REVISIONS[-1]}"
branch_labels = None
depends_on = None


def upgrade() -> None:
'''

COPIES = """
    with op.batch_alter_table("unit", recreate="auto") as unit:
        unit.alter_column("kind", type_=sa.String(40))
        unit.add_column(sa.Column("level", sa.Integer(), nullable=False, server_default="3"))
"""

FAILS = """
    op.add_column("unit", sa.Column("level", sa.Integer()))
    op.execute("UPDATE member SET name = 'changed'")
    op.execute("SELECT no_such_column FROM unit")
"""

BREAKS = """
    op.execute("DELETE FROM unit")
"""


class TestOneMoreStep:
    """What a migration of tomorrow can count on: made up here, as only the first one exists for sure."""

    @pytest.fixture
    def step(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        def add(body: str) -> None:
            shutil.copytree(migrating.SCRIPTS, tmp_path / "scripts")
            (tmp_path / "scripts" / "versions" / "test_step.py").write_text(HEAD + body, encoding="utf-8")
            monkeypatch.setattr(migrating, "SCRIPTS", tmp_path / "scripts")

        return add

    async def test_may_alter_a_table_that_others_refer_to(self, fresh: Database, step: Callable[[str], None]) -> None:
        before = await fresh.schema(fill)
        step(COPIES)
        await migrate(fresh)
        assert (await state(fresh))[0] == "test"
        after = await fresh.schema(lambda c: read_rows(c, tables_of(c).sorted_tables))
        assert after["unit"] == before["unit"] | {"level": 3}
        assert after["member"] == before["member"]

    async def test_leaves_nothing_where_it_fails(self, fresh: Database, step: Callable[[str], None]) -> None:
        await fresh.schema(fill)
        before = await fresh.schema(whole)
        step(FAILS)
        with pytest.raises(Exception, match="no_such_column"):
            await migrate(fresh)
        assert await fresh.schema(whole) == before

    async def test_may_not_leave_a_reference_to_nothing(self, fresh: Database, step: Callable[[str], None]) -> None:
        await fresh.schema(fill)
        before = await fresh.schema(whole)
        step(BREAKS)
        with pytest.raises((BrokenReference, IntegrityError)):  # PostgreSQL finds it by itself
            await migrate(fresh)
        assert await fresh.schema(whole) == before
