"""督办事项: from 交办 to 销号."""

from bot.router import Router
from handlers.tasks import assign, query, remind, report, review, urge

routes = Router()
routes.include(assign.routes, report.routes, review.routes, urge.routes, query.routes, remind.routes)

__all__ = ["routes"]
