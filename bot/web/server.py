"""The web application: health, metrics, static pages, and whatever routes a house adds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from aiohttp import web

from bot.web.health import Health

STATIC = Path(__file__).parent / "static"
LARGEST_REQUEST = 1 << 20  # bytes

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@web.middleware
async def _headers(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    response = await handler(request)
    response.headers.update(HEADERS)
    return response


def application(health: Health, routes: Iterable[web.RouteDef], *, home: str | None = None) -> web.Application:
    """The application. ``home`` names the static page at ``/``."""
    app = web.Application(middlewares=[_headers], client_max_size=LARGEST_REQUEST)
    app.add_routes([web.get("/healthz", health.healthz), web.get("/metrics", health.metrics), *routes])
    app.router.add_static("/static", STATIC)
    if home is not None:
        page = STATIC / home

        async def index(_request: web.Request) -> web.FileResponse:
            return web.FileResponse(page)

        app.router.add_get("/", index)
    return app


async def serve(app: web.Application, host: str, port: int) -> tuple[web.AppRunner, int]:
    """Serve on ``host``; return the runner (its ``cleanup`` stops it) and the port (another, where 0 was given)."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    address: tuple[str, int] = runner.addresses[0]
    return runner, address[1]
