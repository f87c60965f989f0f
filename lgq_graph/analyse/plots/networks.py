"""Pictures of networks: what a city's things hang on, and who works with whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from ..projections import Network
from .style import COLOURS, INK, MARKERS, PALE, figure, note, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["ecosystem_map", "partner_network"]

_SEED, _APART, _FLAT = 7, 0.9, 0.8
_RADIUS = 5
_SIDES = (
    (5.0, 3.0, "left"),
    (5.0, -8.0, "left"),
    (-5.0, 3.0, "right"),
    (-5.0, -8.0, "right"),
    (0.0, 6.0, "center"),
    (0.0, -12.0, "center"),
)
"""Where a label may stand: how far from its node, in points, and which end of it is there; the first is the best."""
_Box: TypeAlias = tuple[float, float, float, float]
_STYLES = {"stated": "solid", "inferred": "dashed", "derived": "dotted"}
_LINES = (
    "line: as the city says · dashed: by a rule of ours · dotted: a page that lies on the site of a portal"
)


def ecosystem_map(network: Network, city: str) -> Figure:
    """The portals, services, apps and the rest of one city, and what ties them; things tied to nothing are counted below."""
    tied = network.copy()  # not a subgraph, whose nodes stand in the order of their hashes
    tied.remove_nodes_from([iri for iri in network if not network.degree(iri)])
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
        alone = nx.Graph(plain.edges(part))
        around = nx.spring_layout(alone, seed=_SEED, iterations=200, scale=size / 2)
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
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), fontsize=7, frameon=True, edgecolor=PALE)
    axes.set_axis_off()
    axes.margins(0.08)
    _name(axes, network, places, longest)


def _name(axes: Axes, network: Network, places: dict[str, Any], longest: int) -> None:
    """The label of each node, on that side of it where it covers the least of the nodes and of the labels before it."""
    from matplotlib.legend import Legend

    drawn: Any = axes.figure
    drawn.draw_without_rendering()  # only then is it known where everything lies
    around = [legend.get_window_extent().extents for legend in drawn.findobj(Legend)]
    around += [
        (x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS)
        for x, y in map(axes.transData.transform, places.values())
    ]
    for iri, place in sorted(places.items()):
        label = network.nodes[iri]["label"]
        words = label if len(label) <= longest else label[: longest - 1] + "…"
        text: Any = axes.annotate(
            words, place, _SIDES[0][:2], textcoords="offset points", fontsize=6.5, zorder=4
        )
        covered = [_covered(_moved(text, side), around) for side in _SIDES]
        around.append(_moved(text, _SIDES[covered.index(min(covered))]))


def _moved(text: Any, side: tuple[float, float, str]) -> _Box:
    """The box of a label when it stands on a side of its node."""
    text.xyann = side[:2]
    text.set_horizontalalignment(side[2])
    left, low, right, high = text.get_window_extent().extents
    return float(left), float(low), float(right), float(high)


def _covered(box: _Box, others: Iterable[_Box]) -> float:
    """How much of other boxes a box covers."""
    return sum(
        max(0.0, min(box[2], other[2]) - max(box[0], other[0]))
        * max(0.0, min(box[3], other[3]) - max(box[1], other[1]))
        for other in others
    )


def _columns(points: Iterable[Any]) -> tuple[list[float], list[float]]:
    listed = [(float(x), float(y)) for x, y in points]
    return [x for x, _ in listed], [y for _, y in listed]
