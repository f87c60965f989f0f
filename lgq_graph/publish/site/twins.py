"""Triples as Turtle, JSON-LD and N-Triples: written by Oxigraph in one order, each once, the class of a thing first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import Triple

from ...vocabulary import rdf
from .terms import NAMESPACES

__all__ = ["Written", "twins"]

_NAMESPACES = tuple((name, iri, b"<" + iri.encode()) for name, iri in NAMESPACES.items())
_TYPE = f" {rdf.type} ".encode()


class Written:
    """Some triples, ready to be written in any of the formats."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        found = list(triples)
        lines = (ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True)
        by_line = dict(zip(lines, found, strict=True))  # one call for all is faster than one for each
        self.n_triples = b"".join(order := sorted(by_line, key=_place))
        self._triples = [by_line[line] for line in order]

    def turtle(self) -> bytes:
        """As Turtle, of which only the prefixes that it uses are declared."""
        used = {name: iri for name, iri, opening in _NAMESPACES if opening in self.n_triples}
        return ox.serialize(self._triples, format=ox.RdfFormat.TURTLE, prefixes=used) or b""

    def json_ld(self) -> bytes:
        """As JSON-LD in expanded form: it is read the same everywhere, and no reader must fetch a context."""
        return (ox.serialize(self._triples, format=ox.RdfFormat.JSON_LD) or b"") + b"\n"


def twins(path: str, triples: Iterable[Triple]) -> Iterator[tuple[str, bytes]]:
    """The files of data beside the page of a path."""
    written = Written(triples)
    yield f"{path}.nt", written.n_triples
    yield f"{path}.ttl", written.turtle()
    yield f"{path}.jsonld", written.json_ld()


def _place(line: bytes) -> bytes:
    """A line that says a class sorts before the others of its subject, since a space sorts before a bracket."""
    return line.replace(_TYPE, b"  ", 1)
