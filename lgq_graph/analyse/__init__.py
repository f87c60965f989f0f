"""The graph for people who think in Python: networks for NetworkX, and measures that answer a question.

>>> analysis = Analysis(graph.query)                                     # doctest: +SKIP
>>> analysis.network("city-goals")                                       # doctest: +SKIP
>>> analysis.measure("city-similarity", by="goals").to_records()         # doctest: +SKIP
"""

from __future__ import annotations

from .analysis import Analysis
from .facts import Ask, Facts, Link, Node, facts_of
from .measures import MEASURES, OF_ANSWERS
from .projections import PROJECTIONS, Network

__all__ = [
    "MEASURES",
    "OF_ANSWERS",
    "PROJECTIONS",
    "Analysis",
    "Ask",
    "Facts",
    "Link",
    "Network",
    "Node",
    "facts_of",
]
