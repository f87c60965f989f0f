"""The graph of all responses, in memory or on disk, and the only bridge to rdflib."""

from __future__ import annotations

from .bridge import rdflib_term
from .change import changed, writable
from .fill import load_graphs, written
from .guard import place_for_store, refuse_service
from .manifest import MANIFEST, FileSum, Manifest, Sum, Withdrawal, file_sum, lines_sum
from .memory import fits_in_memory
from .names import PARTS, Stored, enriched_graph, is_graph_of_ours, response_graphs, responses_among
from .quads import Store
from .seal import seal, sum_of
from .solutions import Solutions, Term
from .text import nquads

__all__ = [
    "MANIFEST",
    "PARTS",
    "FileSum",
    "Manifest",
    "Solutions",
    "Store",
    "Stored",
    "Sum",
    "Term",
    "Withdrawal",
    "changed",
    "enriched_graph",
    "file_sum",
    "fits_in_memory",
    "is_graph_of_ours",
    "lines_sum",
    "load_graphs",
    "nquads",
    "place_for_store",
    "rdflib_term",
    "refuse_service",
    "response_graphs",
    "responses_among",
    "seal",
    "sum_of",
    "writable",
    "written",
]
