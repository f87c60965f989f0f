"""The graph as networks for NetworkX: each a view that answers one kind of question.

Nodes carry `label`, `kind`, `iri` and `city` (empty when of none); edges `predicate`, `weight`, `basis` (`stated` when any of
their statements is), `question` (numbers, a space between) and how much of the weight is `stated` and `inferred`. All values
are text or numbers, so that every format takes them. Planned and past statements make no edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import networkx as nx

from ..vocabulary import schema
from .facts import PREDICATES, SDG, Facts, Link, Node, goal_of

__all__ = ["PROJECTIONS", "Network"]

Network: TypeAlias = "nx.Graph[str]"
_ENTITIES = (
    "portal",
    "service",
    "app",
    "platform",
    "initiative",
    "legislation",
    "strategy",
    "organisation",
    "account",
    "post",
)
_THINGS = ("portal", "service", "app", "platform", "initiative", "strategy")
_BETWEEN_THINGS = tuple(name for name in PREDICATES if name not in ("page", "sameAs"))
"""All predicates but those that lead to an address, or to what others call a thing: such is never a node."""
_DERIVED = "derived"


_Tie: TypeAlias = tuple[str, str, Link, float]
_Said: TypeAlias = tuple[str, str, tuple[int, ...], float]
"""Predicate, basis, questions and weight."""


def _network(
    name: str, facts: Facts, ties: Iterable[_Tie], *, directed: bool, alone: Iterable[str] = ()
) -> Network:
    """A network of some ties (source, target, the statement, its weight), and of nodes that may have none; in order of IRI."""
    edges: dict[tuple[str, str], list[_Said]] = {}
    for source, target, link, weight in ties:
        ends = (source, target) if directed or source <= target else (target, source)
        edges.setdefault(ends, []).append((link.predicate, link.basis, link.questions, weight))
    network: Network = nx.DiGraph(name=name) if directed else nx.Graph(name=name)
    for iri in sorted({*alone, *chain.from_iterable(edges)}):
        network.add_node(iri, **_described(facts.nodes.get(iri) or Node(iri, "unknown", iri)))
    network.add_edges_from((*ends, _together(tuple(edges[ends]))) for ends in sorted(edges))
    return network


@lru_cache(maxsize=4096)  # a graph of many cities has few kinds of edges; NetworkX makes a copy for each
def _together(said: tuple[_Said, ...]) -> Mapping[str, Any]:
    """What several statements say of one edge."""
    weights = {"stated": 0.0, "inferred": 0.0, _DERIVED: 0.0}
    for _, basis, _, weight in said:
        weights[basis] += weight
    questions = {number for _, _, numbers, _ in said for number in numbers}
    return {
        "predicate": " ".join(sorted({predicate for predicate, *_ in said})),
        "weight": sum(weights.values()),
        "stated": weights["stated"],
        "inferred": weights["inferred"],
        "basis": next((basis for basis, weight in weights.items() if weight), _DERIVED),
        "question": " ".join(map(str, sorted(questions))),
    }


def _described(node: Node) -> dict[str, str]:
    return {"label": node.label, "kind": node.kind, "iri": node.iri, "city": node.city}


def _plain(links: Iterable[Link]) -> Iterator[_Tie]:
    return ((link.source, link.target, link, float(link.passages)) for link in links)


def city_partners(facts: Facts) -> Network:
    """Which city says that it works with whom: directed, a passage a weight; `reciprocal` is 1 where both say so."""
    ties = _plain(facts.of("hasPartner"))
    network = _network("city-partners", facts, ties, directed=True, alone=(city.iri for city in facts.cities))
    for source, target, data in network.edges(data=True):
        data["reciprocal"] = int(network.has_edge(target, source))
    return network


def service_goals(facts: Facts) -> Network:
    """Which thing serves which goal: bipartite (`bipartite` 0 for things, 1 for goals); a target counts for its goal."""
    ties = (
        (link.source, f"{SDG}{goal_of(link.target)}", link, float(link.passages))
        for link in facts.of("contributesTo")
        if facts.nodes[link.source].kind != "city"
    )
    return _bipartite(_network("service-goals", facts, ties, directed=False), "goal")


def city_goals(facts: Facts) -> Network:
    """How many things of a city serve a goal: bipartite; the weight counts things, the city's own statement as one."""
    said: dict[tuple[str, int, str], list[Link]] = {}
    for link in facts.of("contributesTo"):
        said.setdefault((facts.city_of(link), goal_of(link.target), link.source), []).append(link)
    ties = ((city, f"{SDG}{goal}", _as_one(links), 1.0) for (city, goal, _), links in said.items())
    goals = facts.of_kinds("goal")
    cities = (city.iri for city in facts.cities)
    return _bipartite(_network("city-goals", facts, ties, directed=False, alone=[*cities, *goals]), "goal")


def service_audiences(facts: Facts) -> Network:
    """For whom which thing is: bipartite."""
    return _bipartite(
        _network("service-audiences", facts, _plain(facts.of("audience")), directed=False), "audience"
    )


def entity_laws(facts: Facts) -> Network:
    """Which city cites which law or standard, and which strategy a law approved: directed, to the law."""
    laws = facts.of_kinds("legislation")
    cited = (
        (link.target, link.source, link, float(link.passages))
        for link in facts.of("mentionedIn")
        if link.source in laws
    )
    return _network("entity-laws", facts, [*cited, *_plain(facts.of("approvedBy"))], directed=True)


def ecosystem(facts: Facts, city: str = "") -> Network:
    """The sites, services and apps of one city, or of all, and what ties them: an app of a service, a competent authority, a
    body, and (basis `derived`) a page that lies on the site of a portal."""
    links = facts.of("appOf", "hasCompetentAuthority", "linkedTo", "postIn", "approvedBy")
    wanted = {facts.city(city).iri} if city else {node.iri for node in facts.cities}
    own = {iri for iri in facts.of_kinds(*_ENTITIES) if facts.nodes[iri].city in wanted}
    ties = (tie for tie in (*_plain(links), *_on_sites(facts)) if tie[0] in own)
    return _network("ecosystem", facts, ties, directed=True, alone=own)


def countries(facts: Facts) -> Network:
    """Cities' partnerships, country by country: directed; the weight counts pairs of a city and a partner."""
    land = facts.country
    pairs = {(link.source, link.target): link for link in facts.of("hasPartner")}
    ties = (
        (land[source], land.get(target, target), link, 1.0)
        for (source, target), link in sorted(pairs.items())
        if source in land and (target in land or facts.nodes[target].kind == "country")
    )
    return _network("countries", facts, ties, directed=True)


def everything(facts: Facts) -> Network:
    """All things and all that ties them; literals are no nodes."""
    links = (link for link in facts.of(*_BETWEEN_THINGS) if link.target in facts.nodes)
    return _network("everything", facts, _plain(links), directed=True)


PROJECTIONS: Mapping[str, Callable[..., Network]] = {
    "city-partners": city_partners,
    "service-goals": service_goals,
    "city-goals": city_goals,
    "service-audiences": service_audiences,
    "entity-laws": entity_laws,
    "ecosystem": ecosystem,
    "countries": countries,
    "everything": everything,
}


def _bipartite(network: Network, kind: str) -> Network:
    for _, data in network.nodes(data=True):
        data["bipartite"] = int(data["kind"] == kind)
    return network


def _as_one(links: list[Link]) -> Link:
    """Several statements of one thing and goal: stated when one of them is, with the questions of all."""
    best = min(links, key=lambda link: link.basis != "stated")
    return best._replace(questions=tuple(sorted({number for link in links for number in link.questions})))


def _on_sites(facts: Facts) -> Iterator[_Tie]:
    """Each thing with a page on the site of a portal of its city, and the portal whose address is the nearest above it."""
    portals, things = facts.of_kinds("portal"), facts.of_kinds(*_THINGS)
    sites: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for link in facts.of("page"):
        if link.source in portals:
            host, path = _place(link.target)
            sites.setdefault((facts.nodes[link.source].city, host), []).append((path, link.source))
    for link in facts.of("page"):
        host, path = _place(link.target)
        above = [
            (len(start), portal)
            for start, portal in sites.get((facts.nodes[link.source].city, host), ())
            if _lies_in(path, start) and portal != link.source
        ]
        if link.source in things and above:
            yield (
                link.source,
                max(above)[1],
                link._replace(predicate=schema.isPartOf.value, basis=_DERIVED),
                1.0,
            )


def _lies_in(path: str, start: str) -> bool:
    """Whether a path is below another, part by part: `/en/water` below `/en`, but not below `/en/wa`, nor below itself."""
    return path.startswith(f"{start}/")


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")
