"""The names of graphs: four for each response, and those of no response."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..errors import UsageError
from ..vocabulary import BASE, sdg

__all__ = [
    "PARTS",
    "Stored",
    "enriched_graph",
    "graph_name",
    "is_graph_of_ours",
    "part_of_response",
    "response_graphs",
    "responses_among",
]

PARTS = ("stated", "inferred", "corpus", "claims")
"""The four graphs of a response, by the last segment of their names."""

_GRAPHS = BASE + "graph/"
_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, order=True)
class Stored:
    """A response that a store holds: the city as in IRIs (`fi-tampere`) and the edition (`2022`)."""

    city: str
    edition: str


def response_graphs(city: str, edition: str) -> tuple[NamedNode, ...]:
    """The names of the four graphs of a response; UsageError when city or edition cannot stand in an IRI."""
    for part in (city, edition):
        if not _SEGMENT.fullmatch(part):
            raise UsageError(
                f"{part!r} names no city or edition", hint="write them as in IRIs: fi-tampere, 2022"
            )
    return tuple(NamedNode(graph_name(f"{city}/{edition}", part)) for part in PARTS)


def graph_name(response: str, part: str) -> str:
    """The name of a graph of a response, which is given as `fi-tampere/2022`."""
    return f"{_GRAPHS}{response}/{part}"


def part_of_response(graph: str) -> tuple[str, str] | None:
    """The response (`fi-tampere/2022`) that a graph is of, and which of its parts it is; None when it is of none."""
    if not graph.startswith(_GRAPHS):
        return None
    response, _, part = graph.removeprefix(_GRAPHS).rpartition("/")
    return (response, part) if part in PARTS and response.count("/") == 1 else None


def responses_among(graphs: Iterable[str]) -> tuple[Stored, ...]:
    """The responses that some graphs are of, sorted."""
    found = {part[0] for part in map(part_of_response, graphs) if part}
    return tuple(sorted(Stored(*name.split("/")) for name in found))


def enriched_graph(source: str) -> NamedNode:
    """The name of the graph of what a source of others says of our places; no city has this path."""
    return NamedNode(f"{_GRAPHS}enriched/{source}")


def is_graph_of_ours(name: NamedNode) -> bool:
    """Whether a graph of that name is one that this library writes."""
    return name.value.startswith(BASE) or name.value == sdg.iri.rstrip("/")
