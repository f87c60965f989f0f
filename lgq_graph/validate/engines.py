"""Two ways to run the core shapes over one response: our own engine, which is fast, and pySHACL, which is the judge.

Both are an `Engine`: they take the shapes and the class hierarchy once, and give what judges one case after another. Tests hold them to
the same answer.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ..errors import DataError, UsageError
from ..store import Term
from ..vocabulary import BASE, rdfs
from .case import Case, rdflib_graph
from .constraints import Checks, Reached, checks, component, focus_nodes
from .hierarchy import Hierarchy
from .shapes import Rule, Shape, Shapes, Target, is_rules, shape_files

__all__ = ["ENGINES", "Engine", "Fault", "by_pyshacl", "by_sparql", "engine_of", "faults_of_rules", "named"]

_SPARQL = component("SPARQL")
_NO_NAME = NamedNode(BASE + ".well-known/genid/blank")


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken constraint as an engine finds it: the shape or rule, and the terms."""

    shape: Shape | Rule
    source: str
    focus: Term
    path: NamedNode | None = None
    value: Term | None = None


Judge: TypeAlias = Callable[[Case], Iterator[Fault]]
Engine: TypeAlias = Callable[[Shapes, Hierarchy], Judge]


def named(term: Term) -> NamedNode:
    """A focus node as a report names it: a blank node has no name that another run would give it."""
    return term if isinstance(term, NamedNode) else _NO_NAME


# --- our own ------------------------------------------------------------------------------------------------------


def by_sparql(shapes: Shapes, hierarchy: Hierarchy) -> Judge:
    """The core constraints over sets of values: some hundredths of a second a response."""
    prepared: dict[tuple[Target, ...], list[tuple[Shape, Checks]]] = defaultdict(list)
    for shape in shapes.core:
        prepared[shape.targets].append((shape, checks(shape, hierarchy)))

    def judge(case: Case) -> Iterator[Fault]:
        for targets, asked in prepared.items():
            if nodes := focus_nodes(targets, hierarchy, case):
                for shape, constraints in asked:
                    yield from _faults(shape, constraints, Reached.by(shape.path, nodes, case))

    return judge


def _faults(shape: Shape, constraints: Checks, reached: Reached) -> Iterator[Fault]:
    for parameter, check in constraints:
        for node, value in check(reached):
            yield Fault(shape, component(parameter), node, shape.path, value)


def faults_of_rules(case: Case, shapes: Shapes) -> Iterator[Fault]:
    """The constraints of `global.ttl`, which look across named graphs and which no plain SHACL engine can run."""
    for rule in shapes.rules:
        for row in case.ask_apart(rule.select):
            path = row.get("path")
            known = path if isinstance(path, NamedNode) else None
            yield Fault(rule, _SPARQL, row["focus"], known, row.get("value"))


# --- the judge ----------------------------------------------------------------------------------------------------


def by_pyshacl(shapes: Shapes, hierarchy: Hierarchy) -> Judge:
    """The core constraints as pySHACL judges them: a second or so a response. It fetches nothing and infers nothing."""
    from rdflib import SH

    ours, classes = _shapes_graph(), _classes_graph(hierarchy)
    known = {shape.iri: shape for shape in shapes.core}

    def judge(case: Case) -> Iterator[Fault]:
        results = _judged(case.rdflib, ours, classes)
        for result in results.subjects(SH.focusNode):
            focus, path, value, source, kind = (
                _term(results.value(result, p))
                for p in (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape, SH.sourceConstraintComponent)
            )
            yield Fault(known[source.value], kind.value, focus, path, value)

    return judge


def _shapes_graph() -> Any:
    import rdflib

    graph = rdflib.Graph()
    for file in shape_files():
        if not is_rules(file):
            graph.parse(file, format="turtle")
    return graph


def _classes_graph(hierarchy: Hierarchy) -> Any:
    return rdflib_graph(
        Quad(node, rdfs.subClassOf, root) for root, under in hierarchy.items() for node in under
    )


def _judged(data: Any, shapes: Any, classes: Any) -> Any:
    import pyshacl

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


# --- by name ------------------------------------------------------------------------------------------------------

ENGINES: Mapping[str, Engine] = {"sparql": by_sparql, "pyshacl": by_pyshacl}
"""What can run the core constraints, by name; the first unless told."""


def engine_of(name: str) -> Engine:
    """An engine by its name; UsageError for another name."""
    if name not in ENGINES:
        raise UsageError(f"there is no engine {name!r}", hint=f"take one of: {', '.join(ENGINES)}")
    return ENGINES[name]
