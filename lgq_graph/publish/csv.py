"""CSV: the tables that researchers take away, one file each."""

from __future__ import annotations

from ..query import catalogue, run
from .select import Selection

__all__ = ["files"]


def files(selection: Selection) -> dict[str, bytes]:
    """One CSV for every query tagged `table`."""
    return {
        f"{query.name}.csv": run(selection.store, query.name).to_csv().encode()
        for query in catalogue()
        if "table" in query.tags
    }
