"""What is wrong with a request, as RFC 9457 tells it: what happened, and what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping

__all__ = ["KINDS", "Problem"]

KINDS: Mapping[str, tuple[int, str]] = {
    "bad-parameter": (400, "A parameter is missing, unknown or of the wrong type"),
    "bad-request": (400, "The request is not what the SPARQL protocol asks for"),
    "bad-query": (400, "The query is not valid SPARQL"),
    "too-deep": (400, "The query nests too deep or has too many parts"),
    "service-refused": (403, "The query calls another endpoint"),
    "update-refused": (403, "This graph can be read and not be changed"),
    "not-found": (404, "There is no such thing here"),
    "method-not-allowed": (405, "This method is not allowed here"),
    "not-acceptable": (406, "There is no answer in a format that the Accept header allows"),
    "slow-request": (408, "The request took too long to arrive"),
    "query-too-long": (413, "The query is too long"),
    "unsupported-media-type": (415, "The body has another media type than the SPARQL protocol knows"),
    "answer-too-large": (422, "The answer is too large to be sent whole"),
    "busy": (503, "The server has all hands full"),
    "query-too-slow": (503, "The query takes too long"),
    "query-failed": (503, "The query ended its worker"),
}
"""Every kind of problem: its status, and its title.

A query that takes too long is a 503 without Retry-After: 408 would say that the request was slow to arrive, and browsers send it again by
themselves; 504 is for gateways; and to ask the same again helps nothing, so no time to do so is given.
"""


class Problem(Exception):
    """A request that is refused or fails: its kind (one of `KINDS`), what is wrong with it, and what to do."""

    def __init__(self, kind: str, detail: str, hint: str = "", retry_after: int = 0) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.hint, self.retry_after = kind, detail, hint, retry_after
        self.status, self.title = KINDS[kind]

    def document(self) -> bytes:
        """As `application/problem+json`; the type is an anchor of the API's page."""
        said = {
            "type": f"/api/#{self.kind}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        return (
            json.dumps(said | ({"hint": self.hint} if self.hint else {}), ensure_ascii=False) + "\n"
        ).encode()
