"""The cases of the W3C data-shapes suite: what the compiler knows gives the results it should, and all else is refused by name."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse

from lgq_graph.errors import LgqError
from lgq_graph.validate.case import Case
from lgq_graph.validate.engines import by_sparql
from lgq_graph.validate.hierarchy import classes_under
from lgq_graph.validate.shapes import Shapes, read_shapes
from lgq_graph.vocabulary import Prefix, rdf

from .conftest import SHARED

SUITE = SHARED / "suites" / "shacl"
mf = Prefix("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
sht = Prefix("http://www.w3.org/ns/shacl-test#")
sh = Prefix("http://www.w3.org/ns/shacl#")
needs_suite = pytest.mark.skipif(
    not SUITE.is_dir(), reason="NO CASE OF W3C WAS RUN: ../shared/suites/shacl is not here"
)

Result = tuple[str, str, str, str, str]


@cache
def graph_of(file: Path) -> Store:
    graph = Store()
    graph.extend(quads(file))
    return graph


def quads(file: Path) -> list[Quad]:
    return list(parse(path=str(file), format=RdfFormat.TURTLE, base_iri=file.as_uri()))


def objects(file: Path, subject: object, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in graph_of(file).quads_for_pattern(subject, predicate, None)]


def one(file: Path, subject: object, predicate: NamedNode) -> object | None:
    return next(iter(objects(file, subject, predicate)), None)


def path_of(iri: object) -> Path:
    return Path(iri.value.removeprefix("file://"))


def manifests(file: Path) -> list[Path]:
    """The files under a manifest, itself first."""
    found = [file]
    for other in sorted(path_of(iri) for iri in objects(file, None, mf.include)):
        found += manifests(other)
    return found


def cases_of_suite() -> list[tuple[Path, object]]:
    files = manifests((SUITE / "manifest.ttl").resolve()) if SUITE.is_dir() else []
    return [
        (file, quad.subject)
        for file in files
        for quad in sorted(graph_of(file).quads_for_pattern(None, rdf.type, sht.Validate), key=str)
    ]


CASES = cases_of_suite()


def given(file: Path, entry: object, what: NamedNode) -> Path:
    """The file of the data, or that of the shapes."""
    return path_of(one(file, one(file, entry, mf.action), what))


def expected(file: Path, entry: object) -> Counter[Result]:
    results = objects(file, one(file, entry, mf.result), sh.result)
    return Counter(
        (*(term(one(file, node, p)) for p in (sh.focusNode, sh.resultPath, sh.value)),
         one(file, node, sh.sourceConstraintComponent).value, str(one(file, node, sh.resultSeverity)))
        for node in results
    )  # fmt: skip


def term(node: object | None) -> str:
    """A term in N-Triples; every blank node alike."""
    return "" if node is None else "_:" if isinstance(node, BlankNode) else str(node)


def found(shapes: Shapes, data: list[Quad]) -> Counter[Result]:
    judge = by_sparql(shapes, classes_under(data))
    return Counter(
        (*(term(t) for t in (f.focus, f.path, f.value)),
         f.source, str(sh[f.shape.severity.capitalize()]))
        for f in judge(Case(data))
    )  # fmt: skip


def run(file: Path, entry: object) -> Counter[Result] | str:
    """What a case gives, or the words with which it is refused."""
    try:
        shapes = read_shapes([given(file, entry, sht.shapesGraph)], lenient=True)
        return found(shapes, quads(given(file, entry, sht.dataGraph)))
    except LgqError as error:
        return str(error)


def name(case: object) -> str:
    return f"{case.parent.name}/{case.stem}" if isinstance(case, Path) else ""


@needs_suite
@pytest.mark.parametrize(("file", "entry"), CASES, ids=name)
def test_case(file: Path, entry: object) -> None:
    """The results of the suite, or a refusal that names a term of SHACL, or a parameter of the case's own."""
    got = run(file, entry)
    if isinstance(got, str):
        assert re.search(r"sh:[a-zA-Z]+|<http://datashapes\.org/", got), got
    else:
        assert got == expected(file, entry)


@needs_suite
def test_counts() -> None:
    """How many cases are run and how many refused, so that none moves from one side to the other unseen."""
    refused = sum(isinstance(run(*case), str) for case in CASES)
    assert (len(CASES) - refused, refused) == (33, 87)
