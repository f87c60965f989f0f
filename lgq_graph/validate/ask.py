"""Asking the store about one response and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, QuerySolutions

from ..errors import DataError
from ..store import Solutions, Store, Stored, Term, response_graphs
from ..vocabulary import BASE

__all__ = ["ask"]

_CODES = NamedNode(BASE + "code")


def ask(store: Store, response: Stored, sparql: str) -> Iterator[dict[str, Term]]:
    """The rows of a SELECT, each with its bound variables.

    The default graph is the union of the response's four graphs; these and the code lists are the named ones.
    """
    graphs = response_graphs(response.city, response.edition)
    found = store.query(sparql, default_graph=graphs, named_graphs=(*graphs, _CODES))
    if not isinstance(found, QuerySolutions):
        raise DataError("a constraint is no SELECT", place=sparql)
    return iter(Solutions.of(found))
