"""N-Triples: what responses state, and apart from it what rules inferred; one statement a line, sorted."""

from __future__ import annotations

from .select import Selection

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.nt` (stated, corpus and claims) and `lgq-inferred.nt`."""
    return {
        "lgq.nt": _lines(selection, ("stated", "corpus", "claims")),
        "lgq-inferred.nt": _lines(selection, ("inferred",)),
    }


def _lines(selection: Selection, parts: tuple[str, ...]) -> bytes:
    return b"".join(sorted({line for _, found in selection.graphs(parts) for line in found}))
