"""Numbers with their bounds: what a city says it has "more than" has no end to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import UsageError
from ...table import Cell, Table
from .style import COLOURS, INK, figure, note, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["number_ranges"]

_MOST = 40
_UP, _DOWN = ("more-than", "at-least"), ("less-than", "at-most")


def number_ranges(observations: Table, unit: str = "percent") -> Figure:
    """What is reported in one unit: a point where a value is given, an arrow where it is a bound, a pale bar where it is about."""
    rows = [row for row in observations.to_records() if row["unit"] == unit]
    if not rows:
        raise UsageError(
            f"nothing is reported in {unit!r}",
            hint=f"there are: {', '.join(sorted(set(map(str, observations.column('unit')))))}",
        )
    shown = sorted(
        rows, key=lambda row: (str(row["city"]), -float(str(row["value"])), str(row["indicator"]))
    )[:_MOST]
    largest, least = (
        max(float(str(row["value"])) for row in shown),
        min(float(str(row["value"])) for row in shown),
    )
    wide = least > 0 and largest / least > 200
    with styled():
        drawn = figure(9, 1.4 + 0.26 * len(shown))
        axes = drawn.subplots()
        if wide:
            axes.set_xscale("log")
        for y, row in enumerate(shown):
            _bar(
                axes,
                y,
                float(str(row["value"])),
                str(row["bound"]),
                largest * (3 if wide else 1.15),
                least / 3 if wide else 0,
            )
        axes.set(
            ylim=(len(shown) - 0.5, -0.5),
            yticks=range(len(shown)),
            yticklabels=[_label(row) for row in shown],
            xlim=(least / 3 if wide else 0, largest * (3 if wide else 1.15)),
            xlabel=unit + (" (logarithmic)" if wide else ""),
            title=f"What cities report in {unit}",
        )
        axes.tick_params(axis="y", labelsize=7)
        left = len(rows) - len(shown)
        note(
            drawn,
            "arrow to the right: more than, at least · to the left: less than, at most · pale: about",
            f"{left} more numbers are not shown." if left else "",
        )
    return drawn


def _bar(axes: Axes, y: int, value: float, bound: str, end: float, start: float) -> None:
    axes.plot(
        [start, value],
        [y, y],
        color=COLOURS["service"],
        linewidth=5,
        solid_capstyle="butt",
        alpha=0.4 if bound == "about" else 1,
    )
    axes.plot(value, y, "|", color=INK, markersize=9)
    if bound in _UP + _DOWN:
        tip = end if bound in _UP else start
        axes.annotate(
            "", (tip, y), (value, y), arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 0.8}
        )


def _label(row: dict[str, Cell]) -> str:
    words = f"{row['city']}: {row['subject_name']}, {row['indicator']}" + (
        f" {row['period']}" if row["period"] else ""
    )
    return words if len(words) <= 62 else words[:61] + "…"
