"""The goals and targets of the United Nations: their short names and codes, as `ontology/sdg.ttl` has them."""

from __future__ import annotations

from typing import TypeGuard

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ...resources import resource
from ...vocabulary import sdg, sdgo, skos

__all__ = ["NAMES", "TARGETS"]


def _read() -> tuple[tuple[str, ...], frozenset[str]]:
    names: dict[int, str] = {}
    targets: set[str] = set()
    for quad in parse(path=resource("ontology", "sdg.ttl"), format=RdfFormat.TURTLE):
        code = quad.subject.value.removeprefix(sdg.iri) if isinstance(quad.subject, NamedNode) else ""
        if quad.predicate == sdgo.isTargetOf:
            targets.add(code)
        elif code.isdigit() and quad.predicate == skos.prefLabel and _is_english(quad.object):
            names[int(code)] = quad.object.value.lower()
    return tuple(names[goal] for goal in sorted(names)), frozenset(targets)


def _is_english(term: object) -> TypeGuard[Literal]:
    return isinstance(term, Literal) and term.language == "en"


NAMES, TARGETS = _read()
"""The short names by goal, in small letters; the codes of all targets, such as "11.2" and "1.a"."""
