"""SPARQL 1.1 Protocol, its query side: what a request asks, whichever of the three ways it asks it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode
from starlette.requests import ClientDisconnect, Request

from .formats import GRAPHS, ROWS, best
from .limits import Limits
from .problem import Problem
from .replies import takes_gzip

__all__ = ["asked", "parameters"]

_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_ESCAPED = 3
"""A letter of a form takes up to so many bytes for each of its own."""

_ROOM = 16 << 10
"""For what else a form holds."""

_PATIENCE = 20.0

Pairs = Sequence[tuple[str, str]]


async def asked(request: Request, limits: Limits) -> dict[str, Any] | None:
    """What a worker is to do for a request; None when it asks nothing, and wants the description. A Problem when it is wrong."""
    given = parameters(request.scope["query_string"])
    if request.method == "POST":
        media, given, direct = await _posted(request, limits, given)
        queries = [value for name, value in given if name == "query"]
        if direct is not None:
            queries.append(direct)
        elif not queries and not _updates(given):
            raise Problem("bad-request", f"a {media} without a query", "give one parameter `query`")
    else:
        queries = [value for name, value in given if name == "query"]
    if _updates(given):
        raise Problem("update-refused", "this is an update", "there is nothing but queries here")
    if not queries:
        return None
    if len(queries) > 1:
        raise Problem("bad-request", f"there are {len(queries)} queries", "send them one by one")
    if len(queries[0].encode("utf-8", "replace")) > limits.text:
        raise _too_long(limits)
    return {
        "query": queries[0], "default": _graphs(given, "default-graph-uri"), "named": _graphs(given, "named-graph-uri"),
        "rows": best(request.headers.get("accept"), ROWS), "graph": best(request.headers.get("accept"), GRAPHS),
        "gzip": takes_gzip(request),
    }  # fmt: skip


def parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The pairs of a query string or a form; a Problem when they are not UTF-8, or too many."""
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except ValueError as error:
        raise Problem(
            "bad-request", f"the parameters cannot be read: {error}", "encode them as UTF-8, and %"
        ) from error


async def _posted(
    request: Request, limits: Limits, given: list[tuple[str, str]]
) -> tuple[str, list[tuple[str, str]], str | None]:
    """The media type of a POST, its parameters, and the query when it is the whole body."""
    media, charset = _content_type(request)
    if media == _UPDATE or _updates(given):
        raise Problem("update-refused", "this is an update", "there is nothing but queries here")
    if media not in (_FORM, _QUERY):
        raise Problem(
            "unsupported-media-type",
            f"the body is {media or 'of no media type'}",
            f"send {_QUERY} or {_FORM}",
        )
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise Problem("unsupported-media-type", f"the body is in {charset}", "send UTF-8")
    most = limits.text if media == _QUERY else _ESCAPED * limits.text + _ROOM
    body = await _body(request, most, limits)
    if media == _FORM:
        return media, [*given, *parameters(body)], None
    try:
        return media, given, body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem("bad-request", f"the query is not UTF-8: {error}", "encode it as UTF-8") from error


def _content_type(request: Request) -> tuple[str, str]:
    media, _, rest = request.headers.get("content-type", "").lower().partition(";")
    charset = next(
        (v for n, _, v in (p.partition("=") for p in rest.split(";")) if n.strip() == "charset"), ""
    )
    return media.strip(), charset.strip(' "')


async def _body(request: Request, most: int, limits: Limits) -> bytes:
    """The body of a request, no more of it than may be."""
    found = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for piece in request.stream():
                found += piece
                if len(found) > most:
                    raise _too_long(limits)
    except ClientDisconnect:  # nobody reads this answer
        raise Problem("bad-request", "the body was cut off", "send all of it") from None
    except TimeoutError:
        raise Problem(
            "slow-request", f"the body was not here after {_PATIENCE:g} seconds", "send it faster"
        ) from None
    return bytes(found)


def _too_long(limits: Limits) -> Problem:
    return Problem(
        "query-too-long", f"the query is longer than {limits.text:,} bytes", "ask in several smaller queries"
    )


def _updates(given: Pairs) -> bool:
    return any(name == "update" or name.startswith("using-") for name, _ in given)


def _graphs(given: Pairs, name: str) -> list[str] | None:
    """The graphs of a dataset that the request names; None when it names none."""
    found = [value for key, value in given if key == name]
    for iri in found:
        try:
            NamedNode(iri)
        except ValueError as error:
            raise Problem("bad-request", f"{name} is no IRI: {error}", "give an absolute IRI") from error
    return found or None
