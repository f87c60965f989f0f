"""What an export holds: the statements of the responses, read from the store and sorted once for all formats."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import NamedNode, Quad

from ..store import PARTS, Store, Stored, response_graphs
from ..vocabulary import rdf

__all__ = ["Line", "Selection", "order"]

Line: TypeAlias = tuple[str, Quad]
"""A statement as N-Triples write it, without the stop, and as a quad."""

_TYPE = f" {rdf.type}"


class Selection:
    """The responses of a store, for the formats to write; two of one content give the same order."""

    def __init__(self, store: Store, responses: tuple[Stored, ...] | None = None) -> None:
        """All responses of the store, or only some."""
        self.store = store
        self._responses = store.responses() if responses is None else responses

    @cached_property
    def _lines(self) -> dict[NamedNode, list[Line]]:
        names = (name for r in self._responses for name in response_graphs(r.city, r.edition))
        return {name: self._sorted(name) for name in sorted(names, key=str)}

    def _sorted(self, name: NamedNode) -> list[Line]:
        return sorted(((str(quad.triple), quad) for quad in self.store.quads(name)), key=order)

    def graphs(self, parts: tuple[str, ...] = PARTS) -> Iterator[tuple[NamedNode, list[Line]]]:
        """Each named graph of some parts with its statements: by subject, its class first."""
        wanted = tuple("/" + part for part in parts)
        return ((name, lines) for name, lines in self._lines.items() if name.value.endswith(wanted))


def order(line: Line) -> str:
    """A line that says a class sorts before the others of its subject, since a space sorts before a bracket."""
    return line[0].replace(_TYPE, " ", 1)
