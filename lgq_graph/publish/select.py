"""Which quads an export holds: those of the responses, sorted, so that two exports are the same bytes."""

from __future__ import annotations

from pyoxigraph import Quad

from ..store import PARTS, Store
from ..vocabulary import BASE

__all__ = ["response_quads"]


def response_quads(store: Store, parts: tuple[str, ...] = PARTS) -> list[Quad]:
    """The quads of all responses in some of their graphs, sorted."""
    wanted = tuple("/" + part for part in parts)
    found = (
        quad
        for quad in store.quads()
        if _graph(quad).startswith(BASE + "graph/") and _graph(quad).endswith(wanted)
    )
    return sorted(found, key=str)


def _graph(quad: Quad) -> str:
    return getattr(quad.graph_name, "value", "")
