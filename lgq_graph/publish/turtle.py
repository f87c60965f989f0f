"""Turtle: what responses state, and apart from it what rules inferred, since a triple cannot tell its basis."""

from __future__ import annotations

import pyoxigraph as ox

from ..store import Store
from ..vocabulary import PREFIXES
from .select import response_quads

__all__ = ["files"]


def files(store: Store) -> dict[str, bytes]:
    """`lgq.ttl` (stated, corpus and claims) and `lgq-inferred.ttl`."""
    return {
        "lgq.ttl": _turtle(store, ("stated", "corpus", "claims")),
        "lgq-inferred.ttl": _turtle(store, ("inferred",)),
    }


def _turtle(store: Store, parts: tuple[str, ...]) -> bytes:
    triples = sorted({quad.triple for quad in response_quads(store, parts)}, key=_order)
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def _order(triple: ox.Triple) -> tuple[str, bool, str]:
    """By subject; the class first, as a reader expects."""
    return str(triple.subject), not str(triple.predicate).endswith("#type>"), str(triple)
