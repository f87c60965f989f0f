"""N-Quads: every statement of every response with its graph, one a line, sorted."""

from __future__ import annotations

from ..store import Store
from .select import response_quads

__all__ = ["files"]


def files(store: Store) -> dict[str, bytes]:
    """`lgq.nq`."""
    return {"lgq.nq": "".join(f"{quad} .\n" for quad in response_quads(store)).encode()}
