"""Understanding: from a group message to acts. Pure and deterministic; no clock, no database, no language model."""

from bot.understanding.answers import bare_choice
from bot.understanding.reader import Reader
from bot.understanding.screening import mask, screen

__all__ = ["Reader", "bare_choice", "mask", "screen"]
