"""Terms of vocabularies, shortened for people and for names."""

from __future__ import annotations

from collections.abc import Mapping

from ...vocabulary import PREFIXES, Prefix

__all__ = ["NAMESPACES", "curie", "namespace", "sh", "spdx"]

sh = Prefix("http://www.w3.org/ns/shacl#")
spdx = Prefix("http://spdx.org/rdf/terms#")
NAMESPACES: Mapping[str, str] = PREFIXES | {"sh": sh.iri, "spdx": spdx.iri}
"""What the site shortens IRIs by: the prefixes of the graph, and those of what the site says of its own files."""

_NAMES: Mapping[str, str] = {iri: name for name, iri in NAMESPACES.items()}


def namespace(iri: str) -> str:
    """The namespace of a term: up to its `#`, else its last slash; empty for what has neither."""
    mark = "#" if "#" in iri else "/"
    return iri[: iri.rfind(mark) + 1]


def curie(iri: str) -> str:
    """A term with its prefix (`lgq:Portal`); the IRI itself when its namespace has none."""
    start = namespace(iri)
    return f"{_NAMES[start]}:{iri.removeprefix(start)}" if start in _NAMES else iri
