"""The graph of all responses, in memory or on disk, and the only bridge to rdflib."""

from __future__ import annotations

from .bridge import rdflib_term
from .change import changed, writable
from .fill import written
from .guard import place_for_store, refuse_service
from .quads import PARTS, Store, Stored, enriched_graph, is_graph_of_ours, response_graphs
from .solutions import Solutions, Term
from .text import nquads

__all__ = [
    "PARTS",
    "Solutions",
    "Store",
    "Stored",
    "Term",
    "changed",
    "enriched_graph",
    "is_graph_of_ours",
    "nquads",
    "place_for_store",
    "rdflib_term",
    "refuse_service",
    "response_graphs",
    "writable",
    "written",
]
