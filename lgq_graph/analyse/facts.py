"""What is analysed: the nodes and links of a graph, as two catalogue queries give them, from a store or an endpoint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from ..errors import UsageError
from ..table import Table
from ..vocabulary import BASE

__all__ = ["SDG", "Ask", "Facts", "Link", "Node", "facts_of", "goal_of"]

SDG = "http://metadata.un.org/sdg/"
_GEONAMES = re.compile(r"https://sws\.geonames\.org/(\d+)")
_OF_A_CITY = re.compile(re.escape(BASE) + r"id/([a-z]{2}-[^/]+)/")


class Ask(Protocol):
    """Asks one query of the catalogue by its name: `Graph.query`, or `run` and `run_at` with a store or an address."""

    def __call__(self, name: str, /) -> Table: ...


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, what it is, what it is called, and the IRI of its city (empty when it is of none or of many)."""

    iri: str
    kind: str
    label: str
    city: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A statement of one response that ties a thing to another: its predicate, basis and modality, the number of passages
    that say so, and the questions in whose answers these stand."""

    source: str
    predicate: str
    target: str
    basis: str
    modality: str
    passages: int
    questions: tuple[int, ...]
    response: str


@dataclass(frozen=True)
class Facts:
    """All nodes by IRI, and all links, in order."""

    nodes: Mapping[str, Node]
    links: tuple[Link, ...]

    def of(self, *predicates: str, modality: str = "current") -> tuple[Link, ...]:
        """The links of some predicates, given by their local names, as they are now; or as they are planned, or were."""
        return tuple(link for name in predicates for link in self._by_predicate.get((name, modality), ()))

    @cached_property
    def _by_predicate(self) -> Mapping[tuple[str, str], list[Link]]:
        found: dict[tuple[str, str], list[Link]] = {}
        for link in self.links:
            found.setdefault((re.split("[#/]", link.predicate)[-1], link.modality), []).append(link)
        return found

    @cached_property
    def cities(self) -> tuple[Node, ...]:
        """The cities that answered, by name."""
        answered = {link.target for link in self.of("mentionedIn")}
        found = (node for node in self.nodes.values() if node.iri in answered)
        return tuple(sorted(found, key=lambda node: (node.label, node.iri)))

    @cached_property
    def city_of(self) -> Mapping[str, str]:
        """The IRI of the city of each response."""
        return {link.response: link.target for link in self.of("mentionedIn")}

    @cached_property
    def country(self) -> Mapping[str, str]:
        """The IRI of the country in which a city or partner lies."""
        return {link.source: link.target for link in self.of("containedInPlace")}

    @cached_property
    def geonames(self) -> Mapping[str, int]:
        """The number at GeoNames of a city or partner that is known there."""
        found = ((link.source, _GEONAMES.match(link.target)) for link in self.of("sameAs"))
        return {iri: int(match[1]) for iri, match in found if match}

    def city(self, name: str) -> Node:
        """A city that answered, by its name, as in IRIs (`fi-tampere`), or by its IRI; UsageError when there is none such."""
        wanted = name.strip().casefold()
        for city in self.cities:
            if wanted in (city.label.casefold(), city.iri.casefold(), city.iri.rpartition("/")[2].casefold()):
                return city
        known = ", ".join(city.label for city in self.cities)
        raise UsageError(f"no city that answered is called {name!r}", hint=f"there are: {known or 'none'}")

    def of_kinds(self, *kinds: str) -> frozenset[str]:
        """The IRIs of all nodes of some kinds."""
        return frozenset(iri for iri, node in self.nodes.items() if node.kind in kinds)


def facts_of(ask: Ask) -> Facts:
    """The nodes and links of a graph."""
    links = tuple(_links(ask("graph-links")))
    cities = {
        link.target.rpartition("/")[2]: link.target
        for link in links
        if link.predicate.endswith("#mentionedIn")
    }
    nodes = {
        iri: Node(iri, kind, label, _city_of(iri, cities))
        for iri, kind, label in map(_texts, ask("graph-nodes").rows)
    }
    return Facts(nodes, tuple(link for link in links if link.source in nodes))


def goal_of(iri: str) -> int:
    """The goal of an IRI of a goal or target: 11 for `…/sdg/11.2`; ValueError when it is none."""
    return int(iri.removeprefix(SDG).partition(".")[0])


def _texts(row: Iterable[object]) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in row)


def _links(table: Table) -> Iterable[Link]:
    for response, source, predicate, target, basis, modality, passages, questions in map(_texts, table.rows):
        numbers = tuple(sorted(map(int, questions.split())))
        yield Link(source, predicate, target, basis, modality, int(passages), numbers, response)


def _city_of(iri: str, cities: Mapping[str, str]) -> str:
    """The city of an entity is in its IRI; a city is its own."""
    found = _OF_A_CITY.match(iri)
    return cities.get(found[1], "") if found else iri if iri in cities.values() else ""
