"""Bars: one number for each of many things, the largest on top."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...table import Table
from .style import COLOURS, figure, note, styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["bars"]

_MOST = 30


def bars(table: Table, label: str, value: str, title: str) -> Figure:
    """A column of a table as bars, each with its number; what has none is left out and counted."""
    known = [
        (_words(name), float(str(cell))) for name, cell in _pairs(table, label, value) if cell is not None
    ]
    shown = sorted(known, key=lambda pair: (-pair[1], pair[0]))[:_MOST]
    with styled():
        drawn = figure(8, 1.3 + 0.28 * max(len(shown), 1))
        axes = drawn.subplots()
        axes.barh(range(len(shown)), [number for _, number in shown], color=COLOURS["service"], height=0.7)
        for y, (_, number) in enumerate(shown):
            axes.text(number, y, f" {number:g}", va="center", fontsize=8)
        axes.set(
            ylim=(len(shown) - 0.5, -0.5),
            yticks=range(len(shown)),
            yticklabels=[name for name, _ in shown],
            title=title,
            xlabel=value.replace("_", " "),
        )
        axes.margins(x=0.08)
        left = len(table) - len(shown)
        note(drawn, f"{left} more are not shown." if left else "", *table.notes)
    return drawn


def _pairs(table: Table, label: str, value: str) -> Iterable[tuple[object, object]]:
    names = zip(*(table.column(column) for column in label.split("+")), strict=True)
    return zip((" – ".join(map(str, name)) for name in names), table.column(value), strict=True)


def _words(name: object) -> str:
    return str(name) if len(str(name)) <= 48 else str(name)[:47] + "…"
