"""One response laid out in memory, to be asked many questions.

Core shapes look at its four graphs as one, as pairs of node and value. Constraints that tell the graphs apart ask the graphs as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, Quad, QuerySolutions

from ..errors import DataError
from ..store import Solutions, Store, Stored, Term, rdflib_term, response_graphs
from ..vocabulary import BASE, PREFIXES, rdf, skos

if TYPE_CHECKING:
    import rdflib

__all__ = ["Case", "Pair", "cases", "codes_of", "rdflib_graph"]

_CODES = NamedNode(BASE + "code")
_IS_CODE = rdf.type, skos.Concept

Row: TypeAlias = dict[str, Term]
Pair: TypeAlias = tuple[Term, Term]


class Case:
    """The quads of one response, and what the code lists define, ready to be judged."""

    def __init__(
        self, quads: Iterable[Quad], codes: Iterable[Quad] = (), response: Stored | None = None
    ) -> None:
        self.quads, self._codes = tuple(quads), codes
        self.response = response or Stored("", "")

    @cached_property
    def pairs(self) -> Mapping[Term, set[Pair]]:
        """The graphs of the response as one: the pairs of node and value that each predicate joins."""
        pairs: dict[Term, set[Pair]] = defaultdict(set)
        known: dict[Term, Term] = {}  # equal terms become one object, which is soon compared with itself
        for quad in self.quads:
            node, value = quad.subject, quad.object
            pairs[quad.predicate].add((known.setdefault(node, node), known.setdefault(value, value)))
        return dict(pairs)

    @cached_property
    def members(self) -> Mapping[Term, set[Term]]:
        """The nodes of each class, without those of its subclasses."""
        members: dict[Term, set[Term]] = defaultdict(set)
        for node, class_ in self.pairs.get(rdf.type, ()):
            members[class_].add(node)
        return dict(members)

    @cached_property
    def _apart(self) -> ox.Store:
        store = ox.Store()
        store.extend(self.quads)
        store.extend(self._codes)
        return store

    @cached_property
    def _graphs(self) -> list[NamedNode]:
        """The named graphs of the response."""
        names = (name for name in self._apart.named_graphs() if isinstance(name, NamedNode))
        return sorted((name for name in names if name != _CODES), key=str)

    @cached_property
    def rdflib(self) -> rdflib.Graph:
        """The graphs of the response as one of rdflib's."""
        return rdflib_graph(self.quads)

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


def codes_of(store: Store) -> tuple[Quad, ...]:
    """Which codes are concepts of the code lists that a store holds."""
    return tuple(quad for quad in store.quads(_CODES) if (quad.predicate, quad.object) == _IS_CODE)


def cases(store: Store, responses: Iterable[Stored], codes: Iterable[Quad]) -> Iterator[Case]:
    """Each response of a store as a case, one at a time."""
    for response in responses:
        graphs = response_graphs(response.city, response.edition)
        yield Case((quad for graph in graphs for quad in store.quads(graph)), codes, response)


def _rows(found: object, sparql: str) -> Iterator[Row]:
    if not isinstance(found, QuerySolutions):
        raise DataError("a constraint is no SELECT", place=sparql)
    return iter(Solutions.of(found))
