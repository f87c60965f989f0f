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

__all__ = ["deletion", "insertion", "nquads", "ontology_quads", "without_blank_node"]


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
    return _data("INSERT", quads)


def deletion(quads: Iterable[Quad]) -> str:
    """The quads as one DELETE DATA; DataError for a blank node, which no such update can name."""
    return _data("DELETE", quads)


def _data(verb: str, quads: Iterable[Quad]) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in map(without_blank_node, quads):
        graphs.setdefault(str(quad.graph_name), []).append(str(quad.triple))
    blocks = (f"GRAPH {graph} {{\n" + " .\n".join(triples) + "\n}" for graph, triples in graphs.items())
    return f"{verb} DATA {{" + "\n".join(blocks) + "}" if graphs else ""


def nquads(quads: Iterable[Quad]) -> bytes:
    """The quads as N-Quads, in their order; canonical when they are sorted."""
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert data is not None, "only a serialisation into a file gives nothing"
    return data


def without_blank_node(quad: Quad) -> Quad:
    """The quad; DataError when it has a blank node."""
    if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
        raise DataError("a blank node has no place in the graph: give the thing an IRI", place=str(quad))
    return quad
