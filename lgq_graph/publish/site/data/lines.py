"""The graphs of a store as sorted lines of N-Triples: what dumps are written from, and what is counted for VoID."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from ....store import PARTS, Store, Stored
from ....vocabulary import BASE
from ...select import Selection, n_quads
from ..paths import safe_path

__all__ = ["Response", "reference_graphs"]

_GRAPHS = f"{BASE}graph/"


def reference_graphs(store: Store) -> tuple[NamedNode, ...]:
    """The graphs that belong to no response: ontology, code lists, goals of the UN, editions of the form."""
    return tuple(graph for graph in store.graphs() if not graph.value.startswith(_GRAPHS))


@dataclass(frozen=True)
class Response:
    """A response with its four graphs, read once: as the formats take them, and as lines of N-Triples."""

    stored: Stored
    selection: Selection
    lines: Mapping[str, list[bytes]]

    @classmethod
    def all(cls, store: Store) -> Iterator[Response]:
        """Each response of a store, read when it is asked for."""
        for stored in store.responses():
            selection = Selection(store, (stored,))
            lines = {part: found for part in PARTS for _, found in selection.graphs((part,))}
            yield cls(stored, selection, lines)

    @property
    def path(self) -> str:
        """Where its graphs stand on the site."""
        return safe_path(f"graph/{self.stored.city}/{self.stored.edition}")

    @property
    def iri(self) -> NamedNode:
        """The response itself."""
        return NamedNode(f"{BASE}response/{self.stored.city}/{self.stored.edition}")

    def graph(self, part: str) -> NamedNode:
        """The name of one of its graphs."""
        return NamedNode(f"{_GRAPHS}{self.stored.city}/{self.stored.edition}/{part}")

    @cached_property
    def n_quads(self) -> bytes:
        """All four as N-Quads."""
        return b"".join(line for part in PARTS for line in n_quads(self.lines[part], self.graph(part)))

    @cached_property
    def facts(self) -> dict[str, NamedNode | Literal]:
        """What its corpus graph says of the response, by predicate."""
        start = f"{self.iri} ".encode()
        own = b"".join(line for line in self.lines["corpus"] if line.startswith(start))
        triples = ox.parse(own, format=ox.RdfFormat.N_TRIPLES)
        return {t.predicate.value: t.object for t in triples if isinstance(t.object, NamedNode | Literal)}
