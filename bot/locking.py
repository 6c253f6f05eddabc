"""One house at a time on a SQLite file: a second one refuses to start."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO


class AlreadyRunning(Exception):
    """Another process holds the data folder."""


def hold(folder: Path) -> IO[str]:
    """Lock the folder until the file that is returned is closed, or the process ends. Raises AlreadyRunning."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = (folder / "banjie.lock").open("a+")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        handle.close()
        raise AlreadyRunning(f"{folder} 正被另一个办结进程使用，请先停掉它，或用 --data 另指一个目录") from error
    handle.truncate(0)
    handle.write(str(os.getpid()))
    handle.flush()
    return handle
