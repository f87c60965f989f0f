"""The data beside a page: its triples as Turtle, JSON-LD and N-Triples, written by Oxigraph, sorted, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

import pyoxigraph as ox
from pyoxigraph import Triple

from ...vocabulary import PREFIXES

__all__ = ["twins"]

_NAMESPACES = tuple((name, iri, b"<" + iri.encode()) for name, iri in PREFIXES.items())


def twins(path: str, triples: Iterable[Triple]) -> Iterator[tuple[str, bytes]]:
    """The files of data beside the page of a path.

    JSON-LD is in expanded form: it is read the same everywhere, and no reader must fetch a context.
    """
    lines = _lines(triples)
    ordered, plain = list(lines.values()), b"".join(lines)
    used = {name: iri for name, iri, opening in _NAMESPACES if opening in plain}
    yield f"{path}.nt", plain
    yield f"{path}.ttl", ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=used) or b""
    yield f"{path}.jsonld", ox.serialize(ordered, format=ox.RdfFormat.JSON_LD) or b""


def _lines(triples: Iterable[Triple]) -> dict[bytes, Triple]:
    """The triples by their lines in N-Triples, sorted: one call for all is faster than one for each."""
    found = list(triples)
    written = (ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True)
    return dict(sorted(zip(written, found, strict=True), key=itemgetter(0)))
