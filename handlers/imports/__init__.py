"""Files taken over into the record."""

from bot.router import Router
from handlers.imports import people, plan, tasks, world

routes = Router()
routes.include(tasks.routes, people.routes, plan.routes, world.routes)

__all__ = ["routes"]
