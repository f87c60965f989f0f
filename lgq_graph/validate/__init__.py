"""Validation: the shapes of `shapes/` and the graph of a store give a report of findings.

    report = validate(store)
    print(report.text())            # which city, which question, what is wrong, what to do
    report.conforms                 # no violation; a warning breaks nothing

Every response is judged by itself, in its own four graphs. The core constraints are judged by our own
engine; with `validate(store, "pyshacl")` pySHACL judges them instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from ..store import Store, Stored
from ..vocabulary import BASE
from .case import Case, cases, codes_of
from .constraints import component, focus_nodes
from .engines import ENGINES, Fault, engine_of, faults_of_rules, named
from .hierarchy import hierarchy_of
from .places import city_name, questions_of
from .report import INFO, VIOLATION, WARNING, Finding, Report
from .shapes import shapes_of
from .told import told_iri, told_term

__all__ = ["ENGINES", "INFO", "VIOLATION", "WARNING", "Finding", "Report", "Validator", "validate"]

_NOTHING = Finding(
    VIOLATION, "", 0, BASE + "graph", "", "",
    "There is nothing to validate: the store holds no response. Build one first, or check the names of its graphs.",
    BASE + "shape#nothing", component("SPARQL"),
)  # fmt: skip


def validate(store: Store, engine: str = "sparql", responses: Iterable[Stored] | None = None) -> Report:
    """Judge some responses of the store, or all; a store without one does not conform.

    `engine` runs the core constraints: `sparql` or `pyshacl`. UsageError for another, DataError when the shapes or the class
    hierarchy cannot be read.
    """
    held = store.responses() if responses is None else responses
    validator = Validator(store, engine)
    return validator.report(cases(store, held, validator.codes))


class Validator:
    """The shapes, with the class hierarchy and the code lists of one store: read once, and held against any number of responses."""

    def __init__(self, ontology: Store, engine: str = "sparql") -> None:
        self.codes = codes_of(ontology)
        self._shapes, self._hierarchy = shapes_of(), hierarchy_of(ontology)
        self._judge = engine_of(engine)(self._shapes, self._hierarchy)
        self._targets = {target for shape in self._shapes.core for target in shape.targets}

    def validate_quads(self, quads: Iterable[Quad], response: Stored) -> Report:
        """Judge a response that no store holds yet."""
        return self.report([Case(quads, self.codes, response)])

    def report(self, judged: Iterable[Case]) -> Report:
        """What is found in some cases; without any it does not conform."""
        findings: set[Finding] = set()
        nodes = 0
        for case in judged:
            findings.update(_findings(case, [*self._judge(case), *faults_of_rules(case, self._shapes)]))
            nodes += len(focus_nodes(self._targets, self._hierarchy, case))
        if not nodes:
            findings.add(_NOTHING)
        return Report(tuple(sorted(findings, key=lambda finding: finding.rank)), nodes)


def _findings(case: Case, faults: list[Fault]) -> Iterator[Finding]:
    if not faults:
        return
    city = city_name(case)
    questions = questions_of(case, {named(fault.focus).value for fault in faults})
    for fault in faults:
        focus = named(fault.focus).value
        yield Finding(
            fault.shape.severity, city, questions[focus], told_iri(focus),
            told_iri(fault.path.value) if fault.path else "", told_term(fault.value, fault.path),
            fault.shape.message, fault.shape.iri, fault.source,
        )  # fmt: skip
