"""The result of a measure: a table that can be drawn, and the numbers in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ..table import Cell, Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Result", "labels", "number", "result"]

_PLACES = Decimal("0.0001")


def number(value: float) -> Decimal:
    """A measure to four places: as many as mean anything, and the same on every machine."""
    return Decimal(value).quantize(_PLACES).normalize() + 0


def labels(names: Iterable[str]) -> str:
    """Several names in one cell, sorted."""
    return " | ".join(sorted(set(names), key=lambda name: (name.casefold(), name)))


class Result(Table):
    """What a measure found."""

    __slots__ = ()

    def plot(self) -> Figure:
        """Its picture; UsageError when matplotlib is not installed."""
        from .pictures import OF_MEASURES

        return OF_MEASURES[self.name](self)


def result(name: str, columns: str, rows: Iterable[Sequence[Cell]], *notes: str) -> Result:
    """A table of a measure, with what it says of itself; empty notes are none."""
    return Result(name, tuple(columns.split()), tuple(map(tuple, rows)), tuple(filter(None, notes)))
