"""One running demo of the small city for the tests of its doors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_process import DemoProcess
from tests.worlds import small

START = "2023-04-10T08:00:00"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoProcess]:
    folder = tmp_path_factory.mktemp("demo")
    with DemoProcess(folder / "data", ["--world", str(small_world(folder)), "--now", START]) as running:
        yield running


def small_world(folder: Path) -> Path:
    """The small city as a file."""
    path = folder / "world.json"
    path.write_text(json.dumps(small(), ensure_ascii=False), "utf-8")
    return path
