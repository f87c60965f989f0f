"""TriG: every statement of every response in its named graph."""

from __future__ import annotations

import pyoxigraph as ox

from ..store import Store
from ..vocabulary import PREFIXES
from .select import response_quads

__all__ = ["files"]


def files(store: Store) -> dict[str, bytes]:
    """`lgq.trig`."""
    quads = sorted(response_quads(store), key=_order)
    return {"lgq.trig": ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""}


def _order(quad: ox.Quad) -> tuple[str, str, bool, str]:
    """By graph and subject; the class first, as a reader expects."""
    return str(quad.graph_name), str(quad.subject), not str(quad.predicate).endswith("#type>"), str(quad)
