"""Turtle: what responses state, and apart from it what rules inferred, since a triple cannot tell its basis."""

from __future__ import annotations

import pyoxigraph as ox

from ..vocabulary import PREFIXES
from .select import Selection, order, statements

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.ttl` (stated, corpus and claims) and `lgq-inferred.ttl`."""
    return {
        "lgq.ttl": _turtle(selection, ("stated", "corpus", "claims")),
        "lgq-inferred.ttl": _turtle(selection, ("inferred",)),
    }


def _turtle(selection: Selection, parts: tuple[str, ...]) -> bytes:
    lines = dict.fromkeys(line for _, found in selection.graphs(parts) for line in found)
    triples = (quad.triple for quad in statements(sorted(lines, key=order)))
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
