"""One room a subject: what an act does to the record, and what is said to it."""

from __future__ import annotations

from bot.router import Router
from handlers import digest, help, imports, infos, people, reminders, tasks, undo, unoffered


def build() -> Router:
    """All routes. Raises ValueError where two handlers take the same act."""
    router = Router()
    router.include(
        tasks.routes,
        infos.routes,
        digest.routes,
        reminders.routes,
        people.routes,
        imports.routes,
        undo.routes,
        help.routes,
        unoffered.routes,
    )
    return router
