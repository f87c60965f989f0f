"""What the service is, for programs: its SPARQL 1.1 Service Description, and where VoID finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ..vocabulary import BASE, PREFIXES, Prefix, dct, rdf, void
from .answer import GRAPH_FORMATS
from .formats import GRAPHS

__all__ = ["DATASET", "described", "void_with_endpoint"]

DATASET = NamedNode(f"{BASE}data#lgq")
"""The dataset that VoID describes, and the endpoint answers from."""

_sd = Prefix("http://www.w3.org/ns/sparql-service-description#")
_formats = Prefix("http://www.w3.org/ns/formats/")
_GIVEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
    "TriG",
)  # fmt: skip


@lru_cache(64)
def described(endpoint: str, graphs: tuple[NamedNode, ...], format_: str) -> tuple[str, bytes]:
    """The description of the service at an address, in one of the formats of graphs: its media type, and its bytes."""
    triples = list(_triples(NamedNode(endpoint), graphs))
    known = PREFIXES | {"sd": _sd.iri, "formats": _formats.iri, "void": "http://rdfs.org/ns/void#"}
    return GRAPHS[format_][0], ox.serialize(triples, None, GRAPH_FORMATS[format_], prefixes=known)  # type: ignore[return-value]


def _triples(endpoint: NamedNode, graphs: Sequence[NamedNode]) -> Iterator[Triple]:
    service, dataset, union = BlankNode("service"), BlankNode("dataset"), BlankNode("union")
    yield Triple(service, rdf.type, _sd.Service)
    yield Triple(service, _sd.endpoint, endpoint)
    yield Triple(service, _sd.supportedLanguage, _sd.SPARQL11Query)
    yield Triple(service, _sd.feature, _sd.UnionDefaultGraph)
    yield from (Triple(service, _sd.resultFormat, _formats[name]) for name in _GIVEN)
    yield Triple(service, _sd.defaultDataset, dataset)
    yield Triple(dataset, rdf.type, _sd.Dataset)
    yield Triple(
        dataset,
        dct.title,
        Literal("Every graph by its name, and all of them as one by default", language="en"),
    )
    yield Triple(dataset, _sd.defaultGraph, union)
    yield Triple(union, rdf.type, _sd.Graph)
    for number, graph in enumerate(graphs):
        named = BlankNode(f"graph{number}")
        yield Triple(dataset, _sd.namedGraph, named)
        yield Triple(named, rdf.type, _sd.NamedGraph)
        yield Triple(named, _sd.name, graph)


def void_with_endpoint(turtle: bytes, endpoint: str) -> bytes:
    """VoID in Turtle that says where the dataset can be asked, too."""
    said = f"\n{DATASET} {rdf.type} {void.Dataset} ;\n  {void.sparqlEndpoint} {NamedNode(endpoint)} .\n"
    return turtle + said.encode()
