"""Each core shape alone: what breaks it in a faulty sample is put into the good one, and exactly that shape finds it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from lgq_graph.store import Term
from lgq_graph.validate import Finding, validate
from lgq_graph.validate.case import Case
from lgq_graph.validate.constraints import component, focus_nodes
from lgq_graph.validate.hierarchy import hierarchy_of
from lgq_graph.validate.shapes import Shape, shapes_of
from lgq_graph.vocabulary import BASE

from .test_validate import BAD, GOOD, Sample, sample

CORPUS = NamedNode(BASE + "graph/fi-tampere/2022/corpus")
HIERARCHY = hierarchy_of(Sample())
FILES = {
    kind: [file for file in files if file.suffix == ".ttl"] for kind, files in (("good", GOOD), ("bad", BAD))
}


@cache
def quads(file: Path) -> tuple[Quad, ...]:
    return tuple(sorted(sample(file).quads(), key=str))


@cache
def findings(file: Path) -> tuple[Finding, ...]:
    return validate(sample(file)).findings


@cache
def nodes(shape: Shape, file: Path) -> tuple[NamedNode, ...]:
    """The nodes of a sample that a shape looks at."""
    return tuple(sorted(focus_nodes(shape.targets, HIERARCHY, Case(quads(file))), key=str))


def faulty(shape: Shape) -> Iterator[tuple[Path, NamedNode]]:
    """The nodes that break a shape in the faulty samples, and those files."""
    for file in FILES["bad"]:
        for focus in sorted({f.focus for f in findings(file) if f.shape == shape.iri}):
            yield file, NamedNode(focus)


def grafts(shape: Shape) -> Iterator[list[Quad]]:
    """Good samples in which one node has at the shape's path what a faulty node has there; what that leads to comes along."""
    for bad, focus in faulty(shape):
        values = [q.object for q in quads(bad) if q.subject == focus and q.predicate == shape.path]
        along = [q for q in quads(bad) if q.subject in values and q.subject != focus]
        for good in FILES["good"]:
            for node in nodes(shape, good):
                rest = [q for q in quads(good) if (q.subject, q.predicate) != (node, shape.path)]
                described = {q.subject for q in rest}
                put = [Quad(node, shape.path, value, CORPUS) for value in values]
                yield [*rest, *put]
                yield [*rest, *put, *(q for q in along if q.subject not in described)]


def found(graft: list[Quad]) -> set[str]:
    store = Sample()
    store.put(*graft)
    return {finding.shape for finding in validate(store).findings}


def local(shape: str) -> str:
    return shape.rpartition("#")[2]


ALSO = {
    "cpsv-channel-description": {"entity-description"},
    "cpsv-channel-identifier": {"entity-identifier"},
    "cpsv-service-description": {"entity-description"},
    "cpsv-service-identifier": {"entity-identifier"},
    "cpsv-service-title": {"entity-title"},
    "entity-related": {"leads-nowhere"},
    "evidence-span-answer": {"span-misnamed", "span-outside"},
    "evidence-span-selectors": {"position-start", "position-end", "span-misnamed"},
    "mobile-app-of": {"leads-nowhere"},
    "place-partner": {"leads-nowhere"},
    "post-holder": {"no-person"},
    "quote-words": {"quote-differs"},
}
"""What must find the same fault too: one fault, and two reasons why it is one."""


@pytest.mark.parametrize("shape", shapes_of().core, ids=lambda shape: local(shape.iri))
def test_a_shape_alone_finds_its_fault(shape: Shape) -> None:
    """One sound response with one fault, which this shape finds and no other, but for those of the table."""
    exact = {local(shape.iri), *ALSO.get(local(shape.iri), ())}
    tried = (found(graft) for graft in grafts(shape)) if shape.path else by_node(shape)
    assert any({local(iri) for iri in shapes} == exact for shapes in tried)


def by_node(shape: Shape) -> Iterator[set[str]]:
    """What finds the nodes of the faulty samples that a shape without a path finds."""
    for file, node in faulty(shape):
        yield {f.shape for f in findings(file) if f.focus == node.value}


# --- each constraint of each shape -----------------------------------------------------------------------------------

WRONG = NamedNode("urn:x:bad")
LOW, HIGH = (
    Literal(n, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")) for n in ("-1", "9999999")
)
ASKED = [(shape, parameter) for shape in shapes_of().core if shape.path for parameter, _ in shape.constraints]


def spoiled(parameter: str, value: object, values: list[Term]) -> list[list[Term]]:
    """Values that break a constraint, for those that keep it: several tries, since other constraints have a say."""
    if parameter == "minCount":
        return [[]]
    if parameter == "maxCount":
        return [
            [*values, Literal(f"more {n}", language="en"), WRONG][: len(values) + int(value.value) + 1]
            for n in (1, 2)
        ]  # type: ignore[attr-defined]
    if parameter == "uniqueLang":
        return [[*values, Literal("one", language="en"), Literal("two", language="en")]]
    if parameter in ("minInclusive", "maxInclusive", "lessThanOrEquals"):
        return [
            [LOW],
            [HIGH],
            [Literal("9999999", datatype=v.datatype) for v in values if isinstance(v, Literal)],
        ]
    return [[Literal("")], [Literal("\u00a7 \n")], [WRONG], [Literal("§", language="en")]]


def breaks(shape: Shape, parameter: str) -> bool:
    """Whether a good sample with one spoiled value is found by this very constraint."""
    said = dict(shape.constraints)[parameter]
    for good in FILES["good"]:
        for node in nodes(shape, good)[:2]:
            values = [q.object for q in quads(good) if (q.subject, q.predicate) == (node, shape.path)]
            rest = [q for q in quads(good) if (q.subject, q.predicate) != (node, shape.path)]
            for tried in spoiled(parameter, said, values):
                store = Sample()
                store.put(*rest, *(Quad(node, shape.path, value, CORPUS) for value in tried))
                if any(
                    f.shape == shape.iri and f.source == component(parameter)
                    for f in validate(store).findings
                ):
                    return True
    return False


@pytest.mark.soak
@pytest.mark.parametrize(
    ("shape", "parameter"),
    ASKED if os.environ.get("LGQ_SOAK") else ASKED[::12],
    ids=lambda each: each if isinstance(each, str) else local(each.iri),
)
def test_each_constraint_of_a_shape_finds_its_fault(shape: Shape, parameter: str) -> None:
    """No count, pattern, class or datatype is only decoration beside another."""
    assert breaks(shape, parameter)
