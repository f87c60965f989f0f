"""N-Quads: every statement of every response with its graph, one a line, sorted."""

from __future__ import annotations

from .select import Selection, n_quads

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.nq`."""
    lines = (line for graph, found in selection.graphs() for line in n_quads(found, graph))
    return {"lgq.nq": b"".join(sorted(lines))}
