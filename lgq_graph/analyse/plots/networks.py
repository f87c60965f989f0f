"""Pictures of networks: what a city's things hang on, and who works with whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx as nx

from ..projections import Network
from .style import COLOURS, INK, MARKERS, PALE, figure, note, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["ecosystem_map", "partner_network"]

_SEED, _APART, _FLAT = 7, 0.9, 0.8
_STYLES = {"stated": "solid", "inferred": "dashed", "derived": "dotted"}
_LINES = (
    "line: as the city says · dashed: by a rule of ours · dotted: a page that lies on the site of a portal"
)


def ecosystem_map(network: Network, city: str) -> Figure:
    """The portals, services, apps and the rest of one city, and what ties them; things tied to nothing are counted below."""
    tied = network.subgraph([iri for iri in network if network.degree(iri)])
    loose = len(network) - len(tied)
    with styled():
        drawn = figure(10, 8)
        axes = drawn.subplots()
        _draw(axes, tied, _placed(tied), 26)
        axes.set_title(f"Digital government of {city}")
        note(
            drawn,
            _LINES,
            f"{loose} more things are tied to nothing that the response names." if loose else "",
        )
    return drawn


def partner_network(network: Network) -> Figure:
    """The cities that answered and their partners; thick where both name each other."""
    with styled():
        drawn = figure(10, 8)
        axes = drawn.subplots()
        _draw(axes, network, _placed(network), 22)
        axes.set_title("Who says that it works with whom")
        answered = sum(1 for iri in network if network.out_degree(iri))
        star = "One response: the picture is a star round it." if answered == 1 else ""
        note(drawn, "arrow: from the city that says so · thick: both say so", star)
    return drawn


def _placed(network: Network) -> dict[str, Any]:
    """A place for each node, the same at each call: every part that hangs together by itself, the parts in rows."""
    plain = nx.Graph(network.edges)
    parts = sorted(map(sorted, nx.connected_components(plain)), key=lambda part: (-len(part), part))
    width = 2 * sum(len(part) for part in parts) ** 0.5
    places: dict[str, Any] = {}
    left, top, row = 0.0, 0.0, 0.0
    for part in parts:
        size = len(part) ** 0.5
        if left and left + size > width:
            left, top, row = 0.0, top - row - _APART, 0.0
        around = nx.spring_layout(plain.subgraph(part), seed=_SEED, iterations=200, scale=size / 2)
        places |= {iri: (left + size / 2 + x, (top - size / 2 + y) * _FLAT) for iri, (x, y) in around.items()}
        left, row = left + size + _APART, max(row, size)
    return places


def _draw(axes: Axes, network: Network, places: dict[str, Any], longest: int) -> None:
    for source, target, data in network.edges(data=True):
        if source in places and target in places:
            width = 2.4 if data.get("reciprocal") else 0.9
            arrow = {
                "arrowstyle": "-|>",
                "color": "#777777",
                "linestyle": _STYLES[data["basis"]],
                "linewidth": width,
                "shrinkA": 5,
                "shrinkB": 5,
            }
            axes.annotate("", places[target], places[source], arrowprops=arrow)
    for kind in sorted({data["kind"] for _, data in network.nodes(data=True)}):
        shown = [iri for iri, data in network.nodes(data=True) if data["kind"] == kind and iri in places]
        axes.scatter(
            *_columns(places[iri] for iri in shown),
            s=46,
            c=COLOURS.get(kind, "#999999"),
            marker=MARKERS.get(kind, "o"),
            edgecolors=INK,
            linewidths=0.4,
            label=kind,
            zorder=3,
        )
    for iri, (x, y) in sorted(places.items()):
        label = network.nodes[iri]["label"]
        words = label if len(label) <= longest else label[: longest - 1] + "…"
        axes.annotate(words, (x, y), (4, 4), textcoords="offset points", fontsize=6.5, zorder=4)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), fontsize=7, frameon=True, edgecolor=PALE)
    axes.set_axis_off()
    axes.margins(0.08)


def _columns(points: Iterable[Any]) -> tuple[list[float], list[float]]:
    listed = [(float(x), float(y)) for x, y in points]
    return [x for x, _ in listed], [y for _, y in listed]
