"""Which picture shows what: of a measure, of a network, of a table of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..table import Table
from . import plots

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from .analysis import Analysis

__all__ = ["OF_MEASURES", "PICTURES"]

_BARS = {
    "city-centrality": ("name", "named_by", "Who is named as a partner most"),
    "city-similarity": ("city+other", "similarity", "Which cities are alike"),
    "city-clusters": ("city", "stability", "How firmly each city belongs to its group"),
    "law-centrality": ("law", "cities", "Laws by the number of cities that cite them"),
    "sdg-gaps": ("city", "goals", "How many goals each city says it serves"),
    "theme-breadth": ("city", "breadth", "How many themes the things of each city serve"),
    "partnership-patterns": ("measure", "value", "Whether partnerships are returned, and like keeps to like"),
    "unique-goals": ("label", "goal", "Goals that one city alone serves"),
    "comparability": ("question", "share", "Share of the responses that answer a question"),
    "completeness": ("city+edition", "share", "Share of what was asked that can be read"),
}


def _bars(name: str) -> Callable[[Table], Figure]:
    label, value, title = _BARS[name]
    return lambda table: plots.bars(table, label, value, title)


OF_MEASURES: Mapping[str, Callable[[Table], Figure]] = {
    "sdg-coverage": plots.sdg_heatmap,
    **{name: _bars(name) for name in _BARS},
}
"""The picture of each measure."""


def _wheel(analysis: Analysis, city: str) -> Figure:
    """The goals of one city: the longer a sector, the more things serve it."""
    return plots.sdg_wheel(analysis.measure("sdg-coverage"), analysis.facts.city(city).label)


def _heatmap(analysis: Analysis) -> Figure:
    """Cities by goals, with how many things serve each."""
    return plots.sdg_heatmap(analysis.measure("sdg-coverage"))


def _ecosystem(analysis: Analysis, city: str) -> Figure:
    """The portals, services and apps of one city, and what ties them."""
    return plots.ecosystem_map(analysis.network("ecosystem", city=city), analysis.facts.city(city).label)


def _partner_network(analysis: Analysis) -> Figure:
    """Who says that it works with whom."""
    return plots.partner_network(analysis.network("city-partners"))


def _partner_map(analysis: Analysis) -> Figure:
    """The cities that answered and their partners on a map of the world."""
    return plots.partner_map(analysis.network("city-partners"), analysis.facts.geonames)


def _number_ranges(analysis: Analysis, unit: str = "percent") -> Figure:
    """What is reported in one unit, with bounds: what is "more than" a number has no end."""
    return plots.number_ranges(analysis.table("observations"), unit)


PICTURES: Mapping[str, Callable[..., Figure]] = {
    "ecosystem": _ecosystem,
    "number-ranges": _number_ranges,
    "partner-map": _partner_map,
    "partner-network": _partner_network,
    "sdg-heatmap": _heatmap,
    "sdg-wheel": _wheel,
}
"""Pictures of a graph; each takes the analysis, and what it asks for."""
