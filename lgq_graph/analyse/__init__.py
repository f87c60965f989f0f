"""The graph for people who think in Python: networks for NetworkX, and measures that answer a question.

>>> import lgq_graph as lgq
>>> analysis = lgq.build(["examples"]).analysis()
>>> analysis.network("city-goals").number_of_nodes()
19
>>> analysis.measure("city-similarity", by="goals").to_records()[0]["shared"]
8
"""

from __future__ import annotations

from .analysis import Analysis
from .changes import Change, Comparison, compare
from .facts import Ask, Facts, Link, Node
from .formats import edges_of, nodes_of
from .formats import files_of as network_files
from .measures import MEASURES, OF_ANSWERS
from .pictures import PICTURES
from .projections import PROJECTIONS, Network
from .result import Result

__all__ = [
    "MEASURES",
    "OF_ANSWERS",
    "PICTURES",
    "PROJECTIONS",
    "Analysis",
    "Ask",
    "Change",
    "Comparison",
    "Facts",
    "Link",
    "Network",
    "Node",
    "Result",
    "compare",
    "edges_of",
    "network_files",
    "nodes_of",
]
