"""The application: what answers at which path, and what is said and written down with every answer."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from pyoxigraph import NamedNode
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .api import asked_of_catalogue, openapi
from .description import described, void_with_endpoint
from .formats import GRAPHS, best
from .limits import Limits
from .pool import Pool
from .problem import Problem
from .protocol import asked
from .replies import OPEN, document, refusal, sent
from .site import SiteFolder

__all__ = ["Service", "application"]

log = logging.getLogger("lgq_graph.serve")

_READS = "GET, HEAD, OPTIONS"
_ASKS = "GET, HEAD, POST, OPTIONS"
_ENDPOINTS = frozenset({"/sparql", "/sparql/"})
_HTML = {"html": ("text/html", "application/xhtml+xml")}
_PREFLIGHT = {
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, Range",
    "Access-Control-Max-Age": "86400",
}

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Service:
    """What is served: the workers, their limits, the names of the graphs, the site, VoID without its endpoint, the page of the API,
    and the address of the service; where that is not known it is what the client called."""

    pool: Pool
    limits: Limits
    graphs: tuple[NamedNode, ...]
    site: SiteFolder
    void: bytes
    api: bytes
    base: str = ""


def application(service: Service) -> ASGIApp:
    """The service as an ASGI application."""
    routes = [
        _route(("/sparql", "/sparql/"), _sparql(service), _ASKS),
        _route(("/.well-known/void", "/void.ttl"), _void(service), _READS),
        _route(("/.well-known/sparql-service-description",), _description(service), _READS),
        _route(("/api/openapi.json",), _fixed(openapi(), "application/openapi+json"), _READS),
        _route(("/api/",), service.site.reply, _READS),
        _route(("/api/{name}",), _table(service), _READS),
        _route(("/{path:path}",), service.site.reply, _READS),
    ]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        alone = await service.pool.start()
        log.info("workers are ready; their network: %s", "none" if alone else "that of this machine")
        try:
            yield
        finally:
            service.pool.stop()

    return _Told(Starlette(routes=[route for group in routes for route in group], lifespan=lifespan))


def _route(paths: Sequence[str], endpoint: Endpoint, methods: str) -> list[Route]:
    """A path that answers to some methods, with a preflight for the pages of others, and a problem where there is one."""

    async def answered(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(
                status_code=204,
                headers={"Allow": methods, "Access-Control-Allow-Methods": methods, **_PREFLIGHT},
            )
        try:
            if request.method not in methods.split(", "):
                if request.method in ("PUT", "DELETE", "PATCH"):
                    raise Problem(
                        "update-refused",
                        "this graph can be read and not be changed",
                        "there is nothing but queries here",
                    )
                raise Problem("method-not-allowed", f"{request.method} is not allowed here", methods)
            return await endpoint(request)
        except Problem as problem:
            return refusal(problem)

    return [_AnyMethod(path, answered) for path in paths]


class _AnyMethod(Route):
    """A route that its endpoint tells the methods of, in the words of a problem."""

    def __init__(self, path: str, endpoint: Endpoint) -> None:
        super().__init__(path, endpoint)
        self.methods = set()


def _sparql(service: Service) -> Endpoint:
    describe = _description(service)

    async def answered(request: Request) -> Response:
        work = await asked(request, service.limits)
        if work is None:
            offers = {**_HTML, **GRAPHS} if _wants_page(request) else GRAPHS
            if best(request.headers.get("accept"), offers) == "html":
                return await _page(service, request)
            return await describe(request)
        work["base"] = _address(service, request)
        return sent(await service.pool.run(work, _gone(request)), {"Vary": "Accept, Accept-Encoding"})

    return answered


def _wants_page(request: Request) -> bool:
    """Whether HTML is asked for by its name: a program that takes anything wants the description."""
    return "html" in request.headers.get("accept", "").lower()


async def _page(service: Service, request: Request) -> Response:
    if not request.scope["path"].endswith("/"):
        return Response(status_code=303, headers={"Location": "sparql/", "Vary": "Accept"})
    found = await service.site.reply(request)
    found.headers["Vary"] = "Accept, Accept-Encoding"
    return found


def _gone(request: Request) -> Callable[[], Awaitable[None]]:
    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    return gone


def _address(service: Service, request: Request) -> str:
    """Where the endpoint is: at the address of the service, or where the client found it."""
    root = service.base or str(request.base_url)
    return f"{root.rstrip('/')}/sparql"


def _description(service: Service) -> Endpoint:
    async def answered(request: Request) -> Response:
        chosen = best(request.headers.get("accept"), GRAPHS)
        if chosen is None:
            raise Problem(
                "not-acceptable",
                "the description is RDF, and the Accept header allows none",
                "ask for text/turtle",
            )
        try:
            media, data = described(_address(service, request), service.graphs, chosen)
        except ValueError as error:
            raise Problem("bad-request", "the Host header is no name of a host", "send one") from error
        return document(request, data, media, {"Vary": "Accept"})

    return answered


def _void(service: Service) -> Endpoint:
    async def answered(request: Request) -> Response:
        try:
            return document(
                request, void_with_endpoint(service.void, _address(service, request)), "text/turtle"
            )
        except ValueError as error:
            raise Problem("bad-request", "the Host header is no name of a host", "send one") from error

    return answered


def _table(service: Service) -> Endpoint:
    async def answered(request: Request) -> Response:
        reply = await service.pool.run(asked_of_catalogue(request), _gone(request))
        return sent(reply, {"Vary": "Accept-Encoding", "X-Total-Count": str(reply.rows)})

    return answered


def _fixed(data: bytes, media: str) -> Endpoint:
    async def answered(request: Request) -> Response:
        return document(request, data, media)

    return answered


class _Told:
    """Says with every answer what is always said, and writes a line about it: never a query, nor who asked."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str] = OPEN) -> None:
        self._app = app
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def say(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *self._headers]
            await send(message)

        try:
            await self._app(scope, receive, say)
        finally:
            milliseconds = (time.perf_counter() - began) * 1000
            log.info("%s %s %d %.0f ms", scope["method"], _where(scope, status), status, milliseconds)


def _where(scope: Scope, status: int) -> str:
    """The path when something stands there; of any other nothing is written down, for it may be anything, such as the name of a person."""
    path: str = scope["path"]
    stands = scope["method"] in _READS.split(", ")[:2] and status not in (404, 405) and status < 500
    return path[:200].encode("unicode_escape").decode() if stands or path in _ENDPOINTS else "(another path)"
