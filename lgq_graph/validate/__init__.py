"""Validation: the shapes of `shapes/` and the graph of a store give a report of findings.

    report = validate(store)
    print(report.text())            # which city, which question, what is wrong, what to do
    report.conforms                 # no violation; a warning breaks nothing

Every response is judged by itself, in its own four graphs. The core constraints run as SPARQL on the store; with
`validate(store, by_pyshacl)` pySHACL runs them instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode

from ..store import Store, Stored, Term
from ..vocabulary import BASE
from .ask import ask
from .compile import component
from .engines import Core, Fault, by_pyshacl, by_sparql, faults_of_rules
from .hierarchy import Hierarchy, hierarchy_of
from .places import city_name, questions_of
from .report import INFO, VIOLATION, WARNING, Finding, Report
from .shapes import Shapes, shapes_of

__all__ = ["INFO", "VIOLATION", "WARNING", "Core", "Finding", "Report", "by_pyshacl", "by_sparql", "validate"]

_NOTHING = Finding(
    VIOLATION, "", 0, BASE + "graph", "", "",
    "There is nothing to validate: the store holds no response. Build one first, or check the names of its graphs.",
    BASE + "shape#nothing", component("SPARQL"),
)  # fmt: skip


def validate(store: Store, core: Core = by_sparql, responses: Iterable[Stored] | None = None) -> Report:
    """Judge some responses of the store, or all; a store without one does not conform.

    `core` runs the core constraints: `by_sparql` or `by_pyshacl`. DataError when the shapes or the class hierarchy
    cannot be read.
    """
    shapes, hierarchy = shapes_of(), hierarchy_of(store)
    findings: set[Finding] = set()
    nodes = 0
    for response in store.responses() if responses is None else responses:
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
    targets = {
        str(under)
        for shape in shapes.core
        for root in shape.targets
        for under in hierarchy.get(root, (root,))
    }
    classes = " ".join(sorted(targets))
    return len(
        list(
            ask(
                store,
                response,
                f"SELECT DISTINCT ?this WHERE {{ VALUES ?class {{ {classes} }} ?this a ?class }}",
            )
        )
    )
