"""The rows that a SELECT found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["Solutions", "Term"]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Solutions:
    """What a SELECT found: its variables in order, and a term or None for each in every row.

    Iterating gives one dictionary a row, without the unbound variables.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Term]]:
        for row in self.rows:
            yield {name: term for name, term in zip(self.variables, row, strict=True) if term is not None}

    @classmethod
    def of(cls, found: ox.QuerySolutions) -> Solutions:
        """All rows of a running query; raises OSError or ValueError when it fails on the way."""
        names = tuple(variable.value for variable in found.variables)
        return cls(names, tuple(tuple(row) for row in found))
