"""What is analysed: the nodes and links of a graph, as two catalogue queries give them, from a store or an endpoint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, Protocol, cast

from pyoxigraph import NamedNode

from ..errors import UsageError
from ..table import Table
from ..vocabulary import BASE, cv, dct, foaf, lgq, org, schema

__all__ = ["PREDICATES", "SDG", "Ask", "Facts", "Link", "Node", "goal_of"]

PREDICATES: Mapping[str, NamedNode] = {
    iri.value.rpartition("#" if "#" in iri.value else "/")[2]: iri
    for iri in (
        lgq.mentionedIn, lgq.hasPartner, lgq.contributesTo, lgq.function, lgq.appOf, lgq.approvedBy, dct.audience, foaf.page,
        schema.containedInPlace, schema.sameAs, cv.hasCompetentAuthority, org.linkedTo, org.postIn,
    )
}  # fmt: skip
"""What ties things together, by local name; the query `graph-links` has the same."""

SDG = "http://metadata.un.org/sdg/"
_GEONAMES = re.compile(r"https://sws\.geonames\.org/(\d+)")
_ID = f"{BASE}id/"


class Ask(Protocol):
    """Asks one query of the catalogue by its name: `Graph.query`, or `run` and `run_at` with a store or an address."""

    def __call__(self, name: str, /, **arguments: str) -> Table: ...


class Node(NamedTuple):
    """A thing: its IRI, what it is, what it is called, and the IRI of its city (empty when it is of none or of many)."""

    iri: str
    kind: str
    label: str
    city: str = ""


class Link(NamedTuple):
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


class Facts:
    """The nodes and links of a graph; those of a predicate are read when they are asked for."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._read: dict[str, tuple[Link, ...]] = {}

    @classmethod
    def given(cls, nodes: Mapping[str, Node], links: Iterable[Link]) -> Facts:
        """Facts that no graph holds."""
        facts = cls(_nothing)
        facts.__dict__["nodes"] = dict(nodes)
        facts._read = dict.fromkeys(PREDICATES, ()) | _by_predicate(links)
        return facts

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """All nodes by IRI."""
        rows = _texts(self._ask("graph-nodes"))
        cities = {_last(iri): iri for iri, _, _, answered in rows if answered}
        return {iri: Node(iri, kind, label or "", _city_of(iri, cities)) for iri, kind, label, _ in rows}

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, predicate by predicate."""
        if missing := PREDICATES.keys() - self._read.keys() - {"mentionedIn"}:
            for name, found in _by_predicate(_links(self._ask("graph-links"))).items():
                self._read[name] = found
            self._read |= dict.fromkeys(missing - self._read.keys(), ())
        return tuple(link for name in PREDICATES for link in self._of(name))

    def of(self, *predicates: str, modality: str = "current") -> tuple[Link, ...]:
        """The links of some predicates, given by their local names, as they are now; or as they are planned, or were."""
        return tuple(link for name in predicates for link in self._of(name) if link.modality == modality)

    def _of(self, name: str) -> tuple[Link, ...]:
        if name not in self._read:
            if name == "mentionedIn":
                self._read[name] = tuple(_mentions(self._ask("graph-mentions")))
            else:
                self._read[name] = tuple(_links(self._ask("graph-links", predicate=PREDICATES[name].value)))
        return self._read[name]

    @cached_property
    def cities(self) -> tuple[Node, ...]:
        """The cities that answered, by name."""
        answered = (node for node in self.nodes.values() if node.city == node.iri)
        return tuple(sorted(answered, key=lambda node: (node.label, node.iri)))

    def city_of(self, link: Link) -> str:
        """The IRI of the city in whose response a link stands."""
        return f"{BASE}id/city/{link.response.rpartition('/')[0].rpartition('/')[2]}"

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


def goal_of(iri: str) -> int:
    """The goal of an IRI of a goal or target: 11 for `…/sdg/11.2`; ValueError when it is none."""
    return int(iri.removeprefix(SDG).partition(".")[0])


def _nothing(name: str, /, **_: str) -> Table:
    raise LookupError(name)


def _texts(table: Table) -> tuple[tuple[str, ...], ...]:
    """The rows of a table whose cells are text, for what looks at tens of thousands of them."""
    return cast("tuple[tuple[str, ...], ...]", table.rows)


def _links(table: Table) -> Iterator[Link]:
    """A link for each statement of a response, with all its passages; the rows of one stand together."""
    numbers: dict[tuple[str, ...], list[int]] = {}
    for source, predicate, target, basis, modality, passage in _texts(table):
        response, number = _passage(passage)
        statement = source, predicate, target, basis, _last(modality), response
        numbers.setdefault(statement, []).append(number)
    for (source, predicate, target, basis, modality, response), found in numbers.items():
        yield Link(
            source, predicate, target, basis, modality, len(found), tuple(sorted(set(found))), response
        )


def _mentions(table: Table) -> Iterator[Link]:
    for thing, answer, city in _texts(table):
        response, question = _passage(answer)
        yield Link(thing, lgq.mentionedIn.value, city, "stated", "current", 1, (question,), response)


def _passage(iri: str) -> tuple[str, int]:
    """The response and the question of an answer, or of a stretch of one."""
    response, _, place = iri.partition("/answer/q")
    return response, int(place.partition("#")[0])


def _by_predicate(links: Iterable[Link]) -> dict[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(_local(link.predicate), []).append(link)
    return {name: tuple(of) for name, of in found.items()}


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _local(iri: str) -> str:
    return _last(iri).rpartition("#")[2]


def _city_of(iri: str, cities: Mapping[str, str]) -> str:
    """The city of an entity is in its IRI; a city that answered is its own."""
    city = cities.get(iri.removeprefix(_ID).partition("/")[0], "")
    return city or (iri if cities.get(_last(iri)) == iri else "")
