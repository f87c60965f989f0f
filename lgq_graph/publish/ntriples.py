"""N-Triples: what responses state, and apart from it what rules inferred; one statement a line, sorted."""

from __future__ import annotations

from ..store import Store
from .select import response_quads

__all__ = ["files"]


def files(store: Store) -> dict[str, bytes]:
    """`lgq.nt` (stated, corpus and claims) and `lgq-inferred.nt`."""
    return {
        "lgq.nt": _lines(store, ("stated", "corpus", "claims")),
        "lgq-inferred.nt": _lines(store, ("inferred",)),
    }


def _lines(store: Store, parts: tuple[str, ...]) -> bytes:
    triples = {str(quad.triple) for quad in response_quads(store, parts)}
    return "".join(f"{triple} .\n" for triple in sorted(triples)).encode()
