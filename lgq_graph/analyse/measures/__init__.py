"""Measures: each answers one question, and says when its answer means nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ..result import Result
from .answers import comparability, completeness
from .goals import sdg_coverage, sdg_gaps, unique_goals
from .themes import FEATURES, city_clusters, city_similarity, theme_breadth
from .ties import city_centrality, law_centrality, partnership_patterns

__all__ = ["FEATURES", "MEASURES", "OF_ANSWERS", "Measure"]

Measure: TypeAlias = Callable[..., Result]

MEASURES: Mapping[str, Measure] = {
    "city-centrality": city_centrality,
    "city-clusters": city_clusters,
    "city-similarity": city_similarity,
    "law-centrality": law_centrality,
    "partnership-patterns": partnership_patterns,
    "sdg-coverage": sdg_coverage,
    "sdg-gaps": sdg_gaps,
    "theme-breadth": theme_breadth,
    "unique-goals": unique_goals,
}
"""Measures of the things that responses name."""

OF_ANSWERS: Mapping[str, Measure] = {"comparability": comparability, "completeness": completeness}
"""Measures of the answers themselves."""
