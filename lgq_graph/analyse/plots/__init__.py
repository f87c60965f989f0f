"""Pictures, as matplotlib figures, and their bytes as SVG or PNG."""

from __future__ import annotations

from .bars import bars
from .goals import sdg_heatmap, sdg_wheel
from .networks import ecosystem_map, partner_network
from .numbers import number_ranges
from .style import image
from .world import partner_map

__all__ = [
    "bars",
    "ecosystem_map",
    "image",
    "number_ranges",
    "partner_map",
    "partner_network",
    "sdg_heatmap",
    "sdg_wheel",
]
