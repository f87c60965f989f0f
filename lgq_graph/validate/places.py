"""Which city and which question a finding belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ..vocabulary import BASE
from .case import Case
from .told import told_words

__all__ = ["city_name", "questions_of"]

_QUESTION = re.compile(r"/answer/q(\d+)")
_TIES = "lgq:mentionedIn|lgq:evidence|prov:wasDerivedFrom|lgq:mention"
_BATCH = 500


def city_name(case: Case) -> str:
    """The city and the edition, as in "Tampere (2022)"; the city as in IRIs when it has no label, or one that names a person."""
    sparql = f"SELECT ?label WHERE {{ <{BASE}id/city/{case.response.city}> rdfs:label ?label }} ORDER BY ?label LIMIT 1"
    labels = [row["label"] for row in case.ask_apart(sparql)]
    label = labels[0].value if labels and isinstance(labels[0], Literal) else case.response.city
    told = label if told_words(label) == label else case.response.city
    return told_words(f"{told} ({case.response.edition})")


def questions_of(case: Case, nodes: Iterable[str]) -> dict[str, int]:
    """The number of the question that each node belongs to: from its own IRI, else the first that speaks of it, else 0."""
    found = {node: _number(node) for node in nodes}
    rest = sorted(node for node, number in found.items() if not number)
    for start in range(0, len(rest), _BATCH):
        for node, number in _asked(case, rest[start : start + _BATCH]):
            found[node] = min(number, found[node] or number)
    return found


def _number(iri: str) -> int:
    match = _QUESTION.search(iri)
    return int(match[1]) if match else 0


def _asked(case: Case, nodes: list[str]) -> Iterator[tuple[str, int]]:
    values = " ".join(f"<{node}>" for node in nodes)
    sparql = f"""SELECT ?node ?at WHERE {{ VALUES ?node {{ {values} }}
        {{ ?node {_TIES} ?at }} UNION {{ ?claim rdf:subject ?node ; lgq:evidence|prov:wasDerivedFrom ?at }} }}"""
    for row in case.ask_apart(sparql):
        node, at = row["node"], row["at"]
        if isinstance(node, NamedNode) and isinstance(at, NamedNode) and (number := _number(at.value)):
            yield node.value, number
