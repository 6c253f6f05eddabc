"""A small office to act on."""

from __future__ import annotations

import pytest

from models.database import Database
from tests.models.acting import small_office


@pytest.fixture
async def filled(database: Database) -> Database:
    await database.write(small_office)
    return database
