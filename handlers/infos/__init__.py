"""政务信息: 报送, 三审, 采用, 约稿, 查询."""

from bot.router import Router
from handlers.infos import adopt, query, request, review, submit

routes = Router()
routes.include(submit.routes, review.routes, adopt.routes, request.routes, query.routes)

__all__ = ["routes"]
