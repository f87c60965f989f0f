"""CSV: the tables that researchers take away, one file each."""

from __future__ import annotations

from ..query import catalogue, run
from ..store import Store

__all__ = ["files"]


def files(store: Store) -> dict[str, bytes]:
    """One CSV for every query tagged `table`."""
    return {
        f"{query.name}.csv": run(store, query.name).to_csv().encode()
        for query in catalogue()
        if "table" in query.tags
    }
