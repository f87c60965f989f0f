"""Corrections and responses for the tests: an entry from a few fields, a graph that is built with it."""

from __future__ import annotations

from pathlib import Path

import yaml
from pyoxigraph import NamedNode, Quad

from lgq_graph.errors import LgqError
from lgq_graph.library import Graph, build
from lgq_graph.vocabulary import BASE

from ..conftest import EXAMPLES

TAMPERE = EXAMPLES / "tampere-2022.txt"
ALWAYS = {
    "response": "fi-tampere/2022",
    "by": "survey analyst",
    "when": "2026-11-20",
    "why": "read again",
}
GOAL = {
    "action": "reject",
    "question": 24,
    "kind": "service",
    "name": "Water Meter Reading",
    "property": "lgq:contributesTo",
    "value": "12",
    "quote": "contributes to SDG 6 and SDG 12",
}
KIND = {
    "action": "reject",
    "question": 24,
    "kind": "portal",
    "name": "Climate Watch",
    "property": "rdf:type",
    "value": "portal",
    "instead": "initiative",
    "basis": "inferred",
}
RENAME = {
    "action": "rename",
    "kind": "portal",
    "name": "open data portal of the city",
    "to": "Open Data Tampere",
}
MERGE = {"action": "merge", "kind": "platform", "name": "Tampere Resident Panel", "into": "Mun Tampere"}
SPLIT = {
    "action": "split",
    "kind": "portal",
    "name": "open data portal of the city",
    "apart": "open data portal",
    "question": 23,
}
THING = {
    "action": "add",
    "question": 26,
    "kind": "initiative",
    "name": "chat and video call",
    "quote": "by chat and video call",
    "basis": "stated",
}
FACT = {
    "action": "add",
    "question": 27,
    "kind": "portal",
    "name": "Parks for All",
    "property": "lgq:contributesTo",
    "value": "11.7",
    "quote": "can be used with a wheelchair or a pram",
    "basis": "inferred",
}
ACCEPT = {
    "action": "accept",
    "question": 25,
    "kind": "app",
    "name": "Nysse Mobile",
    "property": "lgq:function",
    "value": "transport",
}
ALL = (GOAL, KIND, RENAME, MERGE, SPLIT, THING, FACT, ACCEPT)


def written(folder: Path, *entries: dict[str, object]) -> Path:
    """A file of corrections; what each entry has in common with all others is filled in."""
    file = folder / "corrections.yaml"
    file.write_text(
        yaml.safe_dump([ALWAYS | entry for entry in entries], allow_unicode=True), encoding="utf-8"
    )
    return file


def corrected(folder: Path, *entries: dict[str, object], source: Path = TAMPERE) -> Graph:
    """A response built with some corrections; what cannot be built is raised."""
    return build([source], corrections=written(folder, *entries), on_error=_raise)


def _raise(error: LgqError) -> None:
    raise error


def thing(path: str) -> NamedNode:
    """A thing of the response by the end of its IRI: `portal/climate-watch`."""
    return NamedNode(f"{BASE}id/fi-tampere/{path}")


def quads(graph: Graph, part: str) -> set[Quad]:
    """The quads of one graph of the response."""
    return set(graph.store.quads(NamedNode(f"{BASE}graph/fi-tampere/2022/{part}")))


def said(graph: Graph, part: str, subject: NamedNode, predicate: NamedNode) -> set[str]:
    """The values that one graph of the response gives."""
    found = (q for q in quads(graph, part) if (q.subject, q.predicate) == (subject, predicate))
    return {q.object.value for q in found}  # type: ignore[union-attr]
