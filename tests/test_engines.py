"""Our own engine finds what pySHACL finds, on responses in which faults are planted."""

from __future__ import annotations

import runpy
from functools import cache

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from lgq_graph.errors import UsageError
from lgq_graph.library import Graph
from lgq_graph.validate import ENGINES, Finding, Report, validate
from lgq_graph.vocabulary import BASE, xsd

from .conftest import ROOT
from .faults import FAULTS, planted
from .soak import times
from .test_validate import Sample

RESPONSES = times(5, 200)
EACH = 11


@cache
def towns() -> tuple[tuple[Quad, ...], ...]:
    """Responses of made-up towns."""
    copies = runpy.run_path(str(ROOT / "benchmarks" / "analyse.py"))["copies"]
    return tuple(tuple(parse(data, format=RdfFormat.N_QUADS)) for _, data in copies(RESPONSES))


def with_faults(number: int) -> tuple[Sample, tuple[str, ...]]:
    store, (quads, faults) = Sample(), planted(list(towns()[number]), number, EACH)
    store.load_ontology()
    store.put(*quads)
    return store, faults


def test_every_fault_is_planted() -> None:
    """In the responses of this run together, so that none is there for show."""
    assert {fault for number in range(RESPONSES) for fault in with_faults(number)[1]} == set(FAULTS)


def _judged_alike(report: Report) -> list[Finding]:
    """Without what the decision on validation names as judged otherwise: a value that is no number beside the top of its scale."""
    return [f for f in report.findings if not (f.shape.endswith("#statistic-within") and "1,000" in f.value)]


@pytest.mark.soak
@pytest.mark.parametrize("number", range(RESPONSES))
def test_engines_find_the_same_faults(number: int) -> None:
    """Node, path, value, kind of constraint, severity and message; and what was planted is among them."""
    store, faults = with_faults(number)
    ours = validate(store)
    assert _judged_alike(ours) == _judged_alike(validate(store, "pyshacl"))
    found = {finding.shape for finding in ours.findings}
    assert not [fault for fault in faults if f"{BASE}shape#{FAULTS[fault][3]}" not in found]


def test_an_ill_typed_number_is_below_every_bound() -> None:
    """Where nothing can be compared the standard asks for a result; pySHACL compares the names of the datatypes, and may give none."""
    store, word = Sample(), Literal("end", datatype=xsd.nonNegativeInteger)
    store.put(*towns()[0])
    position = next(q for q in towns()[0] if q.predicate == NamedNode("http://www.w3.org/ns/oa#end"))
    store.put(Quad(position.subject, position.predicate, word, position.graph_name))
    ours, theirs = (set(validate(store, engine).findings) for engine in ("sparql", "pyshacl"))
    (only,) = ours ^ theirs
    assert (
        only in ours and only.source.endswith("#MinInclusiveConstraintComponent") and only.value == str(word)
    )


def test_planting_is_the_same_each_time() -> None:
    """The same number gives the same quads, another number others."""
    quads = list(towns()[0])
    once, again, other = (planted(order, n, EACH) for order, n in ((quads, 1), (quads[::-1], 1), (quads, 2)))
    assert set(once[0]) == set(again[0]) != set(other[0]) and once[1] == again[1] != other[1]


def test_the_library_takes_either_engine(graph: Graph) -> None:
    """Both give one report of the examples, and a name that is no engine is refused."""
    assert [graph.validate(engine) for engine in ENGINES] == [graph.validate()] * 2
    with pytest.raises(UsageError, match="xslt"):
        graph.validate("xslt")
