"""A page for each thing of the graph, with the words behind each fact and its data beside it."""

from __future__ import annotations

__all__: list[str] = []
