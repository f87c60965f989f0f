"""N-Quads: every statement of every response with its graph, one a line, sorted."""

from __future__ import annotations

from .select import Selection

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.nq`."""
    lines = (f"{triple} {graph} .\n" for graph, found in selection.graphs() for triple, _ in found)
    return {"lgq.nq": "".join(sorted(lines)).encode()}
