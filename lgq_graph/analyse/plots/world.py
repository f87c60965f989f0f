"""A map of the world with the cities that answered and those they name as partners."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ...gazetteer import coordinates
from ..projections import Network
from .style import COLOURS, INK, PALE, figure, note, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["partner_map"]

_UNPLACED = "countries, networks, firms, and names that could be several places."


def partner_map(network: Network, geonames: Mapping[str, int]) -> Figure:
    """The cities that answered and their partners, tied, where GeoNames knows their place (`geonames` by IRI)."""
    places = {iri: place for iri in network if (place := coordinates(geonames.get(iri, 0)))}
    answered = [iri for iri in network if network.out_degree(iri) and iri in places]
    left = len(network) - len(places)
    with styled():
        drawn = figure(11, 5.8)
        axes = drawn.subplots()
        _draw_land(axes)
        for source, target in network.edges:
            if source in places and target in places:
                (y0, x0), (y1, x1) = places[source], places[target]
                axes.plot([x0, x1], [y0, y1], color="#777777", linewidth=0.5, zorder=2)
        for iri, (lat, lon) in sorted(places.items()):
            _draw_city(axes, lon, lat, network.nodes[iri]["label"] if iri in answered else "")
        axes.set_title("Partners of the cities that answered")
        note(
            drawn,
            "square: a city that answered · circle: a partner that it names",
            f"{left} are not on the map: {_UNPLACED}" if left else "",
            "Outline of the land: Natural Earth.",
        )
    return drawn


def _draw_land(axes: Axes) -> None:
    for ring in _land():
        xs, ys = ([tenth / 10 for tenth in ring[axis::2]] for axis in (0, 1))
        axes.fill(xs, ys, facecolor="#eeeeee", edgecolor=PALE, linewidth=0.4)
    axes.set(xlim=(-180, 180), ylim=(-58, 84), aspect="equal", xticks=[], yticks=[])
    axes.spines[:].set_visible(False)


def _draw_city(axes: Axes, lon: float, lat: float, name: str) -> None:
    """A city that answered with its name; a partner without."""
    marker, size, colour = ("s", 6, COLOURS["city"]) if name else ("o", 3.5, COLOURS["initiative"])
    axes.plot(
        lon,
        lat,
        marker,
        markersize=size,
        color=colour,
        markeredgecolor=INK,
        markeredgewidth=0.3,
        zorder=4 if name else 3,
    )
    axes.annotate(
        name, (lon, lat), (5, 5), textcoords="offset points", fontsize=8, fontweight="bold", zorder=5
    )


@lru_cache(maxsize=1)
def _land() -> list[list[int]]:
    outline: list[list[int]] = json.loads((files(__package__) / "land.json").read_text(encoding="utf-8"))
    return outline
