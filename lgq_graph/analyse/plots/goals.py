"""Pictures of the goals: who serves which, as a heat map of cities and as a wheel of one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...table import Cell, Table
from .style import INK, PALE, figure, note, styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

__all__ = ["sdg_heatmap", "sdg_wheel"]

_GOALS = range(1, 18)
_BLUE = "#0072b2"
_KEY = "number: things that serve the goal, as the city says · +i: by a rule of ours · (p): planned · blank: not spoken of"


def sdg_heatmap(coverage: Table) -> Figure:
    """Cities by goals; the darker, the more things serve it, and each number is written out."""
    from matplotlib import colormaps

    cities = list(dict.fromkeys(coverage.column("city")))
    cells = {(row["city"], row["goal"]): row for row in coverage.to_records()}
    most = max([1, *(int(row["stated"] or 0) for row in cells.values())])
    with styled():
        drawn = figure(9, 1.6 + 0.34 * max(len(cities), 1))
        axes = drawn.subplots()
        for y, city in enumerate(cities):
            for goal in _GOALS:
                row = cells[city, goal]
                stated = int(row["stated"] or 0)
                colour = colormaps["cividis_r"](0.1 + 0.8 * stated / most) if stated else "white"
                axes.add_patch(_cell(goal, y, colour))
                axes.text(
                    goal,
                    y,
                    _words(row),
                    ha="center",
                    va="center",
                    fontsize=8,
                    color="white" if stated > 0.55 * most else INK,
                )
        axes.set(
            xlim=(0.5, 17.5),
            ylim=(len(cities) - 0.5, -0.5),
            xticks=list(_GOALS),
            yticks=range(len(cities)),
            yticklabels=cities,
            xlabel="Sustainable Development Goal",
            title="What serves which goal",
        )
        axes.tick_params(length=0)
        note(drawn, _KEY, *coverage.notes)
    return drawn


def sdg_wheel(coverage: Table, city: str) -> Figure:
    """The goals of one city as a wheel: the longer a sector, the more things serve it; hatched what is only planned or
    inferred."""
    rows = [row for row in coverage.to_records() if row["city"] == city]
    most = max([1, *(sum(int(row[k] or 0) for k in ("stated", "inferred", "planned")) for row in rows)])
    with styled():
        drawn = figure(6.4, 6.8)
        axes = drawn.subplots(subplot_kw={"projection": "polar"})
        width = 2 * math.pi / 17
        for row in rows:
            angle, base = width * (int(row["goal"] or 0) - 1), 0
            for name, hatch in (("stated", ""), ("inferred", "///"), ("planned", "...")):
                height = int(row[name] or 0)
                axes.bar(
                    angle,
                    height,
                    width * 0.92,
                    base,
                    color=_BLUE if not hatch else "white",
                    edgecolor="white" if not hatch else _BLUE,
                    hatch=hatch,
                )
                base += height
            axes.text(
                angle,
                most * 1.12,
                f"{row['goal']}",
                ha="center",
                va="center",
                fontsize=11,
                fontweight="bold" if base else "normal",
                color=INK if base else "#777777",
            )
            if base:
                axes.text(angle, base + most * 0.03, str(base), ha="center", va="center", fontsize=7)
        axes.set(
            ylim=(0, most * 1.2),
            xticks=[],
            yticks=[],
            title=f"Goals that things of {city} serve",
            theta_zero_location="N",
            theta_direction=-1,
        )
        axes.spines["polar"].set_color(PALE)
        note(drawn, "full: as the city says · hatched: by a rule of ours · dotted: planned", *coverage.notes)
    return drawn


def _cell(goal: int, y: int, colour: Any) -> Rectangle:
    from matplotlib.patches import Rectangle

    return Rectangle((goal - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor=PALE, linewidth=0.6)


def _words(row: dict[str, Cell]) -> str:
    stated, inferred, planned = (int(str(row[name] or 0)) for name in ("stated", "inferred", "planned"))
    return (
        (str(stated) if stated else "")
        + (f"+{inferred}i" if inferred else "")
        + (f"({planned})" if planned else "")
    )
