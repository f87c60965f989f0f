"""What an export holds: the statements of the responses as lines of N-Triples, read from the store and sorted once for all formats.

Lines, not terms, are what is kept: so many objects in memory take several times as long as writing and parsing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from ..store import PARTS, Store, Stored, response_graphs
from ..vocabulary import rdf

__all__ = ["Selection", "n_quads", "order", "sorted_lines", "statements"]

_TYPE = f" {rdf.type}".encode()


class Selection:
    """The responses of a store, for the formats to write; two of one content give the same order."""

    def __init__(self, store: Store, responses: tuple[Stored, ...] | None = None) -> None:
        """All responses of the store, or only some."""
        self.store = store
        self._responses = store.responses() if responses is None else responses

    @cached_property
    def _lines(self) -> dict[NamedNode, list[bytes]]:
        names = (name for r in self._responses for name in response_graphs(r.city, r.edition))
        return {name: sorted(sorted_lines(self.store, name), key=order) for name in sorted(names, key=str)}

    def graphs(self, parts: tuple[str, ...] = PARTS) -> Iterator[tuple[NamedNode, list[bytes]]]:
        """Each named graph of some parts with its lines: by subject, its class first."""
        wanted = tuple("/" + part for part in parts)
        return ((name, lines) for name, lines in self._lines.items() if name.value.endswith(wanted))


def sorted_lines(store: Store, graph: NamedNode) -> list[bytes]:
    """The statements of a graph as lines of N-Triples, sorted by their bytes."""
    triples = (quad.triple for quad in store.quads(graph))
    return sorted((ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True))


def n_quads(lines: Iterable[bytes], graph: NamedNode) -> list[bytes]:
    """Lines of N-Triples as lines of N-Quads of a graph."""
    end = f"{graph} .\n".encode()
    return [line[:-2] + end for line in lines]


def order(line: bytes) -> bytes:
    """A line that says a class sorts before the others of its subject, since a space sorts before a bracket."""
    return line.replace(_TYPE, b" ", 1)


def statements(lines: Iterable[bytes], format_: ox.RdfFormat = ox.RdfFormat.N_TRIPLES) -> Iterator[Quad]:
    """What lines say, one statement after the other; their terms are taken as the store gave them."""
    return ox.parse(b"".join(lines), format=format_, lenient=True)
