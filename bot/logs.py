"""Logs: structured, with a stable ``action``; no message body, no secret."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog
from structlog.dev import plain_traceback
from structlog.typing import EventDict, Processor

_SECRET = re.compile(r"((?:access_token|ticket|secret|key|sign|session|token)=)[^&\s\"']+", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{11,19}")


def configure(level: str, style: str) -> None:
    """Set up logging: ``style`` is ``console`` or ``json``. Raises ValueError for another, or an unknown level."""
    if style not in ("console", "json"):
        raise ValueError(f"LOG_FORMAT must be console or json, not {style!r}")
    number = logging.getLevelNamesMapping().get(level.upper())
    if number is None:
        raise ValueError(f"LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {level!r}")
    last: list[Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if style == "json"
        # A plain traceback: one with the values of variables would put messages into the log.
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain_traceback)]
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            redact,
            *last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr)


def redact(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Hide secrets in addresses, and numbers that could be a person's."""
    return {key: _clean(value) if isinstance(value, str) else value for key, value in event.items()}


def _clean(text: str) -> str:
    return _LONG_NUMBER.sub("*", _SECRET.sub(r"\1*", text))
