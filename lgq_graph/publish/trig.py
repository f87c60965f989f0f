"""TriG: every statement of every response in its named graph."""

from __future__ import annotations

import pyoxigraph as ox

from ..vocabulary import PREFIXES
from .select import Selection

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.trig`."""
    quads = (quad for _, found in selection.graphs() for _, quad in found)
    return {"lgq.trig": ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""}
