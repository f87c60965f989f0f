"""The graph of all responses, in memory or on disk, and the only bridge to rdflib."""

from __future__ import annotations

from .bridge import rdflib_term
from .guard import place_for_store
from .quads import PARTS, Store, Stored, enriched_graph, is_graph_of_ours, response_graphs
from .solutions import Solutions, Term

__all__ = [
    "PARTS",
    "Solutions",
    "Store",
    "Stored",
    "Term",
    "enriched_graph",
    "is_graph_of_ours",
    "place_for_store",
    "rdflib_term",
    "response_graphs",
]
