"""Validation: the shapes of `shapes/` and the graph of a store give a report of findings.

    report = validate(store)
    print(report.text())            # which city, which question, what is wrong, what to do
    report.conforms                 # no violation; a warning breaks nothing

Every response is judged by itself, in its own four graphs. The core constraints run as SPARQL on the store; with
`validate(store, by_pyshacl)` pySHACL runs them instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from ..errors import DataError
from ..resources import resource
from ..store import Store, Stored, Term, response_graphs
from ..vocabulary import BASE, rdfs
from .compile import Hierarchy, component
from .engines import Core, Fault, by_pyshacl, by_sparql, faults_of_rules
from .places import city_name, questions_of
from .report import INFO, VIOLATION, WARNING, Finding, Report
from .shapes import Shapes, shapes_of

__all__ = ["INFO", "VIOLATION", "WARNING", "Core", "Finding", "Report", "by_pyshacl", "by_sparql", "validate"]

_NOTHING = Finding(
    VIOLATION, "", 0, BASE + "graph", "", "",
    "There is nothing to validate: the store holds no response. Build one first, or check the names of its graphs.",
    BASE + "shape#nothing", component("SPARQL"),
)  # fmt: skip


def validate(store: Store, core: Core = by_sparql) -> Report:
    """Judge every response in the store; a store without one does not conform.

    `core` runs the core constraints: `by_sparql` or `by_pyshacl`. DataError when the shapes or the class hierarchy
    cannot be read.
    """
    shapes, hierarchy = shapes_of(), _hierarchy(store)
    findings: set[Finding] = set()
    nodes = 0
    for response in store.responses():
        faults = [*core(store, response, shapes, hierarchy), *faults_of_rules(store, response, shapes)]
        findings.update(_findings(store, response, faults))
        nodes += _focus_nodes(store, response, shapes, hierarchy)
    if not nodes:
        findings.add(_NOTHING)
    return Report(tuple(sorted(findings, key=lambda finding: finding.rank)), nodes)


def _findings(store: Store, response: Stored, faults: list[Fault]) -> Iterator[Finding]:
    city = city_name(store, response)
    questions = questions_of(store, response, {fault.focus.value for fault in faults})
    for fault in faults:
        yield Finding(
            fault.shape.severity, city, questions[fault.focus.value], fault.focus.value,
            fault.path.value if fault.path else "", _value(fault.value),
            fault.shape.message, fault.shape.iri, fault.source,
        )  # fmt: skip


def _value(term: Term | None) -> str:
    """A term as N-Triples write it; a blank node has no name that another run would give it."""
    return "" if term is None or isinstance(term, BlankNode) else str(term)


def _focus_nodes(store: Store, response: Stored, shapes: Shapes, hierarchy: Hierarchy) -> int:
    """How many nodes any shape looks at: with none, "conforms" would mean nothing."""
    targets = {str(under) for shape in shapes.core for root in shape.targets for under in hierarchy.get(root, (root,))}
    sparql = f"SELECT (COUNT(DISTINCT ?this) AS ?n) WHERE {{ VALUES ?class {{ {' '.join(sorted(targets))} }} ?this a ?class }}"
    (row,) = store.query(sparql, default_graph=response_graphs(response.city, response.edition))  # type: ignore[misc]
    return int(row[0].value)


# --- the class hierarchy ------------------------------------------------------------------------------------------


def _hierarchy(store: Store) -> Hierarchy:
    """Each class with all under it, from the store's ontology, else from `ontology/lgq.ttl`; DataError when there is none.

    Without it, shapes for a class would not see its subclasses, and pass them all.
    """
    ontology = NamedNode(BASE + "ontology")
    quads = list(store.quads(ontology)) or list(parse(path=str(resource("ontology", "lgq.ttl")), format=RdfFormat.TURTLE))
    parents: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == rdfs.subClassOf and isinstance(quad.object, NamedNode):
            parents[quad.subject].add(quad.object)
    if not parents:
        raise DataError("the ontology says nothing of subclasses", hint="load ontology/lgq.ttl into the store anew")
    return _closed(parents)


def _closed(parents: dict[NamedNode, set[NamedNode]]) -> Hierarchy:
    under: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for node in {*parents, *(parent for found in parents.values() for parent in found)}:
        for ancestor in _ancestors(node, parents):
            under[ancestor].add(node)
    return {root: tuple(sorted(found, key=str)) for root, found in under.items()}


def _ancestors(node: NamedNode, parents: dict[NamedNode, set[NamedNode]]) -> Iterable[NamedNode]:
    seen, waiting = {node}, [node]
    while waiting:
        fresh = parents.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen
