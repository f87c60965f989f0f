"""The goals and targets of the United Nations: their short names and codes, as `ontology/sdg.ttl` has them."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ...resources import resource
from ...vocabulary import sdg, sdgo, skos

__all__ = ["ALL_NAMES", "NAMES", "TARGETS"]


def _read() -> tuple[dict[int, tuple[str, ...]], frozenset[str]]:
    names: dict[int, list[Literal]] = {}
    targets: set[str] = set()
    for quad in parse(path=resource("ontology", "sdg.ttl"), format=RdfFormat.TURTLE):
        code = quad.subject.value.removeprefix(sdg.iri) if isinstance(quad.subject, NamedNode) else ""
        if quad.predicate == sdgo.isTargetOf:
            targets.add(code)
        elif code.isdigit() and quad.predicate == skos.prefLabel and isinstance(quad.object, Literal):
            names.setdefault(int(code), []).append(quad.object)
    return {goal: _english_first(names[goal]) for goal in sorted(names)}, frozenset(targets)


def _english_first(labels: list[Literal]) -> tuple[str, ...]:
    ordered = sorted(labels, key=lambda label: (label.language != "en", label.language or ""))
    return tuple(dict.fromkeys(label.value.lower() for label in ordered))


ALL_NAMES, TARGETS = _read()
"""The short names by goal in all languages, in small letters, English first; the codes of all targets, such as "11.2"."""

NAMES = tuple(names[0] for names in ALL_NAMES.values())
"""The English ones."""
