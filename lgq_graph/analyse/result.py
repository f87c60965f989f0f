"""The result of a measure: a table that can be drawn, and the numbers in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ..table import Cell, Table

__all__ = ["labels", "number", "result"]

_PLACES = Decimal("0.0001")


def number(value: float) -> Decimal:
    """A measure to four places: as many as mean anything, and the same on every machine."""
    return Decimal(value).quantize(_PLACES).normalize() + 0


def labels(names: Iterable[str]) -> str:
    """Several names in one cell, sorted."""
    return " | ".join(sorted(set(names), key=lambda name: (name.casefold(), name)))


def result(name: str, columns: str, rows: Iterable[Sequence[Cell]], *notes: str) -> Table:
    """A table of a measure, with what it says of itself; empty notes are none."""
    return Table(name, tuple(columns.split()), tuple(map(tuple, rows)), tuple(filter(None, notes)))
