"""The local platform, kept in the database itself."""

from bot.channels.local.channel import BOT, PLATFORM, LocalChannel

__all__ = ["BOT", "PLATFORM", "LocalChannel"]
