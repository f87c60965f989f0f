"""From what is to be said to HTTP: problems, answers, small documents."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Mapping
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from .problem import Problem
from .seat import Reply

__all__ = ["OPEN", "document", "refusal", "sent", "takes_gzip", "typed"]

OPEN: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Location, ETag, Link, Retry-After",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""Said with every answer: anyone's page may read it, without the reader's credentials; and it is what it says it is."""

_PIECE = 1 << 18


def typed(media: str) -> str:
    """A media type as a header says it."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def takes_gzip(request: Request) -> bool:
    """Whether the client takes a body compressed."""
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _, grade = part.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return grade.strip("0.") != "" or not grade
    return False


def sent(reply: Reply, headers: Mapping[str, str]) -> Response:
    """An answer that is whole, with its length."""
    known = {**headers, "Content-Type": typed(reply.media), "Content-Length": str(reply.size)}
    if reply.zipped:
        known["Content-Encoding"] = "gzip"
    if reply.size <= _PIECE:
        with reply.body as body:
            return Response(body.read(), headers=known)
    return StreamingResponse(_pieces(reply), headers=known)


async def _pieces(reply: Reply) -> AsyncIterator[bytes]:
    with reply.body as body:
        while piece := body.read(_PIECE):
            yield piece


def refusal(problem: Problem) -> Response:
    """A problem as `application/problem+json`."""
    headers = {"Retry-After": str(problem.retry_after)} if problem.retry_after else {}
    if problem.kind == "method-not-allowed":
        headers["Allow"] = problem.hint
    return Response(
        problem.document(),
        problem.status,
        {**headers, "Cache-Control": "no-store"},
        "application/problem+json",
    )


def document(request: Request, data: bytes, media: str, headers: Mapping[str, str] | None = None) -> Response:
    """A small document that stays as it is: with its ETag, compressed for who takes it so, 304 for who has it."""
    zipped = len(data) > 1400 and takes_gzip(request)
    tag = f'"{sha256(data).hexdigest()[:20]}{"-gzip" if zipped else ""}"'
    known = {**(headers or {}), "ETag": tag, "Content-Type": typed(media), "Cache-Control": "no-cache"}
    known["Vary"] = ", ".join(filter(None, (known.get("Vary"), "Accept-Encoding")))
    if tag in request.headers.get("if-none-match", "").replace(" ", "").split(","):
        return Response(status_code=304, headers=known)
    if zipped:
        data, known["Content-Encoding"] = gzip.compress(data, 6, mtime=0), "gzip"
    return Response(data, headers=known)
