"""The media types of answers, and which of them a client would have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["GRAPHS", "ROWS", "best", "quality"]

ROWS: Mapping[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
"""Formats of rows and truth values, the first for one who does not care; of each, its media type and others that ask for it."""

GRAPHS: Mapping[str, tuple[str, ...]] = {
    "ttl": ("text/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml"),
    "trig": ("application/trig", "application/x-trig"),
}
"""Formats of graphs, in the same way."""

_RANGE = re.compile(r"\s*([!#$%&'*+.^_`|~\w-]+/[!#$%&'*+.^_`|~\w-]+)\s*((?:;[^,;]*)*)")
_QUALITY = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


def best(accept: str | None, offers: Mapping[str, Sequence[str]]) -> str | None:
    """The offer that an Accept header likes most, the first of equals; None when it allows none."""
    asked = _asked(accept)
    ranked = {name: quality(asked, types) for name, types in offers.items()}
    first = max(ranked, key=lambda name: ranked[name])
    return first if ranked[first] > 0 else None


def quality(asked: Mapping[str, float], types: Iterable[str]) -> float:
    """How welcome something is that goes by some media types: by the closest range that speaks of them."""
    known = list(types)
    for closest in (*known, f"{known[0].partition('/')[0]}/*", "*/*"):
        if closest in asked:
            return asked[closest]
    return 0


def _asked(accept: str | None) -> Mapping[str, float]:
    """The ranges of an Accept header with their qualities; no header is one that allows all."""
    if not (accept or "").strip():
        return {"*/*": 1}
    found: dict[str, float] = {}
    for part in (accept or "").split(","):
        if match := _RANGE.fullmatch(part.rstrip()):
            graded = _QUALITY.search(match[2])
            value = min(float(graded[1]), 1) if graded else 1
            found[match[1].lower()] = max(value, found.get(match[1].lower(), 0))
    return found
