"""Two ways to run the shapes over one response: our own SPARQL, which is fast, and pySHACL, which is the judge.

Both are a `Core`: they take the store, a response, the shapes and the class hierarchy, and give what breaks the core
constraints. Tests hold them to the same answer.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from ..errors import DataError
from ..store import Store, Stored, Term, rdflib_term, response_graphs
from ..vocabulary import BASE
from .ask import ask
from .compile import component, query
from .hierarchy import Hierarchy
from .shapes import Rule, Shape, Shapes, is_rules, shape_files

__all__ = ["Core", "Fault", "by_pyshacl", "by_sparql", "faults_of_rules"]

_SPARQL = component("SPARQL")
_NO_NAME = NamedNode(BASE + ".well-known/genid/blank")


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken constraint as an engine finds it: the shape or rule, and the terms."""

    shape: Shape | Rule
    source: str
    focus: NamedNode
    path: NamedNode | None = None
    value: Term | None = None


Core = Callable[[Store, Stored, Shapes, Hierarchy], Iterator[Fault]]


# --- our own ------------------------------------------------------------------------------------------------------


def by_sparql(store: Store, response: Stored, shapes: Shapes, hierarchy: Hierarchy) -> Iterator[Fault]:
    """The core constraints as queries on the store: a fraction of a second a response."""
    for shape in shapes.core:
        for parameter, value in shape.constraints:
            for row in ask(store, response, query(shape, parameter, value, hierarchy)):
                yield Fault(shape, component(parameter), _named(row["this"]), shape.path, row.get("value"))


def faults_of_rules(store: Store, response: Stored, shapes: Shapes) -> Iterator[Fault]:
    """The constraints of `global.ttl`, which look across named graphs and which no plain SHACL engine can run."""
    for rule in shapes.rules:
        for row in ask(store, response, rule.select):
            path = row.get("path")
            yield Fault(
                rule,
                _SPARQL,
                _named(row["focus"]),
                path if isinstance(path, NamedNode) else None,
                row.get("value"),
            )


def _named(term: Term) -> NamedNode:
    return term if isinstance(term, NamedNode) else _NO_NAME


# --- the judge ----------------------------------------------------------------------------------------------------


def by_pyshacl(store: Store, response: Stored, shapes: Shapes, hierarchy: Hierarchy) -> Iterator[Fault]:
    """The core constraints as pySHACL judges them: some seconds a response. It fetches nothing and infers nothing."""
    from rdflib import SH

    results = _judged(store, response, hierarchy)
    known = {shape.iri: shape for shape in shapes.core}
    for result in results.subjects(SH.focusNode):
        focus, path, value, source, kind = (
            _term(results.value(result, p))
            for p in (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape, SH.sourceConstraintComponent)
        )
        yield Fault(known[source.value], kind.value, _named(focus), path, value)


def _judged(store: Store, response: Stored, hierarchy: Hierarchy) -> Any:
    import pyshacl
    import rdflib

    data = store.to_rdflib_graph(response_graphs(response.city, response.edition))
    classes, shapes = rdflib.Graph(), rdflib.Graph()
    for root, under in hierarchy.items():
        for node in under:
            classes.add((rdflib_term(node), rdflib.RDFS.subClassOf, rdflib_term(root)))
    for file in shape_files():
        if not is_rules(file):
            shapes.parse(file, format="turtle")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pyshacl.validate(
            data,
            shacl_graph=shapes,
            ont_graph=classes,
            inplace=True,
            advanced=False,
            inference="none",
            do_owl_imports=False,
        )[1]


def _term(term: Any) -> Any:
    """A term of rdflib as Oxigraph's; None stays None."""
    import rdflib

    match term:
        case None:
            return None
        case rdflib.URIRef():
            return NamedNode(str(term))
        case rdflib.BNode():
            return BlankNode(str(term))
        case rdflib.Literal() if term.language:
            return Literal(str(term), language=term.language)
        case rdflib.Literal():
            return (
                Literal(str(term), datatype=NamedNode(str(term.datatype)))
                if term.datatype
                else Literal(str(term))
            )
    raise DataError(f"Oxigraph has no term for {term!r}")
