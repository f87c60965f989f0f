"""lgq-graph: from answers to the UN Local Government Questionnaire to a knowledge graph with evidence.

import lgq_graph as lgq
g = lgq.build(["examples"])
g.query("services-by-sdg", goal=6)
"""

from __future__ import annotations

from .errors import DataError, InputError, LgqError, ShapeViolation, UsageError
from .library import Graph, build, open_graph, verify, withdraw
from .query import catalogue, run, run_at
from .store import Store
from .table import Table

__all__ = [
    "DataError", "Graph", "InputError", "LgqError", "ShapeViolation", "Store", "Table", "UsageError", "__version__", "build",
    "catalogue", "open_graph", "run", "run_at", "verify", "withdraw",
]  # fmt: skip

__version__ = "0.1.0"
