"""One response laid out in memory, to be asked many questions.

Core shapes look at its four graphs as one, so these are merged into a graph of their own: a lookup in a union of four costs more than
the copy. Constraints that tell the graphs apart ask the graphs as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, Quad, QuerySolutions

from ..errors import DataError
from ..store import Solutions, Store, Stored, Term, rdflib_term, response_graphs
from ..vocabulary import BASE, PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["Case", "cases", "rdflib_graph"]

_CODES = NamedNode(BASE + "code")

Row: TypeAlias = dict[str, Term]


class Case:
    """The quads of one response, and of the code lists, ready to be judged."""

    def __init__(
        self, quads: Iterable[Quad], codes: Iterable[Quad] = (), response: Stored | None = None
    ) -> None:
        self.quads, self._codes = tuple(quads), codes
        self.response = response or Stored("", "")
        names = {quad.graph_name for quad in self.quads}
        self._graphs = sorted((name for name in names if isinstance(name, NamedNode)), key=str)

    @cached_property
    def merged(self) -> ox.Store:
        """The graphs of the response as one, in the default graph."""
        store = ox.Store()
        store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in self.quads)
        return store

    @cached_property
    def _apart(self) -> ox.Store:
        store = ox.Store()
        store.extend([*self.quads, *self._codes])
        return store

    @cached_property
    def rdflib(self) -> rdflib.Graph:
        """The graphs of the response as one of rdflib's."""
        return rdflib_graph(self.quads)

    def ask(self, sparql: str) -> Iterator[Row]:
        """The rows of a SELECT over the graphs of the response as one, each with its bound variables. It knows no prefixes."""
        return _rows(self.merged.query(sparql), sparql)

    def ask_apart(self, sparql: str) -> Iterator[Row]:
        """The rows of a SELECT that may name graphs: those of the response, whose union is the default graph, and the code lists."""
        graphs: list[NamedNode | BlankNode | ox.DefaultGraph] = list(self._graphs)
        named: list[NamedNode | BlankNode] = [*self._graphs, _CODES]
        return _rows(
            self._apart.query(sparql, prefixes=PREFIXES, default_graph=graphs, named_graphs=named), sparql
        )


def rdflib_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """A graph of rdflib with the triples of some quads."""
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object)))
    return graph


def cases(store: Store, responses: Iterable[Stored]) -> Iterator[Case]:
    """Each response of a store as a case, one at a time."""
    codes = tuple(store.quads(_CODES))
    for response in responses:
        graphs = response_graphs(response.city, response.edition)
        yield Case((quad for graph in graphs for quad in store.quads(graph)), codes, response)


def _rows(found: object, sparql: str) -> Iterator[Row]:
    if not isinstance(found, QuerySolutions):
        raise DataError("a constraint is no SELECT", place=sparql)
    return iter(Solutions.of(found))
