"""《政务动态》: compiled, reviewed, signed and published."""

from bot.router import Router
from handlers.digest import compiling, publishing, viewing

routes = Router()
routes.include(compiling.routes, publishing.routes, viewing.routes)

__all__ = ["routes"]
