"""The queries of the catalogue as data: SHACL executables, as the SPARQL examples of the Swiss Institute of Bioinformatics are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ....query import Query, catalogue
from ....vocabulary import BASE, PREFIXES, dct, owl, rdf, rdfs, schema, xsd
from ..context import Site
from .description import Description, en, sh, text

__all__ = ["files"]

_PREFIXES = NamedNode(f"{BASE}queries#prefixes")
_HEADER = re.compile(r"^#\+.*\n", re.MULTILINE)


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`queries.ttl` with all of them, and `queries/NAME.ttl` for each."""
    queries = catalogue()
    yield "queries.ttl", _described(site, queries).turtle()
    for query in queries:
        yield f"queries/{query.name}.ttl", _described(site, [query]).turtle()


def _described(site: Site, queries: Iterable[Query]) -> Description:
    about = Description()
    _prefixes(about)
    for query in queries:
        _example(about, query, NamedNode(f"{site.base}sparql/"))
    return about


def _example(about: Description, query: Query, target: NamedNode) -> None:
    example = NamedNode(f"{BASE}queries/{query.name}")
    about.say(
        example,
        {
            rdf.type: [sh.SPARQLExecutable, sh.SPARQLSelectExecutable], rdfs.comment: en(query.summary), sh.prefixes: _PREFIXES,
            sh.select: text(_HEADER.sub("", query.text).strip()), schema.keywords: [text(tag) for tag in query.tags], schema.target: target,
        },
    )  # fmt: skip
    if query.description:
        about.add(example, dct.description, en(" ".join(query.description.split())))


def _prefixes(about: Description) -> None:
    about.add(_PREFIXES, rdf.type, owl.Ontology)
    for name, iri in PREFIXES.items():
        prefix = NamedNode(f"{BASE}queries#prefix-{name}")
        about.add(_PREFIXES, sh.declare, prefix)
        about.say(prefix, {rdf.type: sh.PrefixDeclaration, sh.prefix: text(name), sh.namespace: Literal(iri, datatype=xsd.anyURI)})  # fmt: skip
