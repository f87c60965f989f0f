"""Pages of rows: the queries of the catalogue, comparisons of cities, lists of what there is."""

from __future__ import annotations

__all__: list[str] = []
