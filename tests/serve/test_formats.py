"""Which format an Accept header asks for."""

from __future__ import annotations

import pytest

from lgq_graph.serve.formats import GRAPHS, ROWS, best


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("text/*", "csv"),
        ("text/tab-separated-values, text/csv;q=0.9", "tsv"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.2", "xml"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "xml"),
        ("application/json", "json"),
        ("APPLICATION/SPARQL-RESULTS+XML ; charset=utf-8 ; Q=1.0", "xml"),
        ("text/html", None),
        ("*/*;q=0", None),
        ("nonsense", None),
        ("application/sparql-results+json,application/json,text/javascript,application/javascript", "json"),
    ],
)
def test_rows(accept: str | None, expected: str | None) -> None:
    """By quality, then by the closest range, then by our own order."""
    assert best(accept, ROWS) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "ttl"),
        ("text/turtle;q=0.5, application/ld+json", "jsonld"),
        ("application/rdf+xml", "rdf"),
        ("application/n-triples", "nt"),
        ("application/trig", "trig"),
        ("text/csv", None),
    ],
)
def test_graphs(accept: str | None, expected: str | None) -> None:
    """The same for graphs."""
    assert best(accept, GRAPHS) == expected
