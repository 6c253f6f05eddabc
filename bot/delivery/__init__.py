"""Outbox → channels. Nobody else sends."""

from bot.delivery.worker import Delivery

__all__ = ["Delivery"]
