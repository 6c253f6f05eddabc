"""Who holds a claim: a process on a host. What a process of this host claimed before it died is nobody's any more."""

from __future__ import annotations

import os
import secrets

_HOST = os.uname().nodename
_PROCESS = secrets.token_hex(4)  # in a container the next process may have the same number


def new() -> str:
    """A name for one that claims: host, process number, process, its own."""
    return f"{_HOST}:{os.getpid()}:{_PROCESS}:{secrets.token_hex(4)}"


def is_dead(owner: str) -> bool:
    """Whether the owner's process ran on this host and is gone; of another host's nobody knows."""
    host, _, rest = owner.partition(":")
    number, _, process = rest.partition(":")
    if host != _HOST or not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return process.partition(":")[0] != _PROCESS
    try:
        os.kill(int(number), 0)  # signal 0 only asks
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
