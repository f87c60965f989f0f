"""Terms of vocabularies, shortened for people and for names."""

from __future__ import annotations

from collections.abc import Mapping

from ...vocabulary import PREFIXES
from .description import sh, spdx

__all__ = ["curie", "namespace"]

_NAMES: Mapping[str, str] = {iri: name for name, iri in (PREFIXES | {"sh": sh.iri, "spdx": spdx.iri}).items()}


def namespace(iri: str) -> str:
    """The namespace of a term: up to its `#`, else its last slash; empty for what has neither."""
    mark = "#" if "#" in iri else "/"
    return iri[: iri.rfind(mark) + 1]


def curie(iri: str) -> str:
    """A term with its prefix (`lgq:Portal`); the IRI itself when its namespace has none."""
    start = namespace(iri)
    return f"{_NAMES[start]}:{iri.removeprefix(start)}" if start in _NAMES else iri
