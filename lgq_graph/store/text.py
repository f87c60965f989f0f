"""Quads from the files of the ontology, and as the text of one update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, Quad

from ..errors import DataError
from ..resources import resources
from ..vocabulary import BASE, sdg

__all__ = ["insertion", "ontology_quads"]


@cache
def ontology_quads() -> tuple[Quad, ...]:
    """The triples of all files of the ontology, as quads of their graphs."""
    return tuple(quad for path in resources("ontology", "*.ttl") for quad in _file_quads(path))


def _file_quads(path: Path) -> Iterator[Quad]:
    graph = _graph_of(path)
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
    except (SyntaxError, OSError) as error:
        raise DataError(f"not readable as Turtle: {error}", file=str(path)) from error


def _graph_of(path: Path) -> NamedNode:
    name, _, rest = path.stem.partition("-")
    edition = rest.removeprefix("lgq-")
    known = {
        "codes": BASE + "code",
        "sdg": sdg.iri.rstrip("/"),
        "questionnaire": f"{BASE}questionnaire/{edition}",
    }
    return NamedNode(known.get(name, BASE + "ontology"))


def insertion(quads: Iterable[Quad]) -> str:
    """The quads as one INSERT DATA; DataError for a blank node, which would be another one at each loading."""
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        triple = str(quad.triple)
        if "_:" in triple and any(isinstance(term, BlankNode) for term in (quad.subject, quad.object)):
            raise DataError("a blank node has no place in the graph: give the thing an IRI", place=str(quad))
        graphs.setdefault(str(quad.graph_name), []).append(triple)
    blocks = (f"GRAPH {graph} {{\n" + " .\n".join(triples) + "\n}" for graph, triples in graphs.items())
    return "INSERT DATA {" + "\n".join(blocks) + "}"
