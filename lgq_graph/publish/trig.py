"""TriG: every statement of every response in its named graph."""

from __future__ import annotations

import pyoxigraph as ox

from ..vocabulary import PREFIXES
from .select import Selection, n_quads, statements

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.trig`."""
    lines = (line for graph, found in selection.graphs() for line in n_quads(found, graph))
    quads = statements(lines, ox.RdfFormat.N_QUADS)
    return {"lgq.trig": ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""}
