"""The sample city's record as it is after its three weeks, ready to be unpacked: a demo then starts at once.

It is what replaying samples/ through the house comes to; ``python -m bot.demo.snapshot`` makes it anew, and a test
compares the two.
"""

from __future__ import annotations

import asyncio
import gzip
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from bot.config import ROOT, Settings
from bot.demo import opening, sample
from bot.demo.moving import OFFSET
from models.database import Database
from models.migrating import migrate

RECORD = ROOT / "samples" / "record.db.gz"


def unpack(target: Path) -> None:
    """Write the record to ``target``, whole or not at all. Raises OSError."""
    half = target.with_suffix(".unpacking")
    with gzip.open(RECORD) as packed, half.open("wb") as file:
        shutil.copyfileobj(packed, file)
    half.rename(target)


async def build(target: Path) -> None:
    """Replay the sample city's three weeks into a new SQLite file, and pack it into one file without a clock."""
    database = Database(f"sqlite+aiosqlite:///{target}")
    try:
        await migrate(database)
        settings = Settings(_env_file=None)
        await opening.opened(settings, database, sample.city(settings.zone, None), None)
    finally:
        await database.close()
    with closing(sqlite3.connect(target)) as file:
        file.execute("DELETE FROM setting WHERE name = ?", (OFFSET,))
        file.commit()
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("VACUUM")


def main() -> None:
    """Make the record anew."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "record.db"
        asyncio.run(build(made))
        with (
            made.open("rb") as file,
            RECORD.open("wb") as packed,
            gzip.GzipFile("", "wb", 9, packed, mtime=0) as zipped,
        ):
            shutil.copyfileobj(file, zipped)


if __name__ == "__main__":
    main()
