"""Partnerships and laws as networks: who is named most, who answers, and whether like keeps to like."""

from __future__ import annotations

import math

import networkx as nx

from ...gazetteer import continent
from ...table import Cell
from ..facts import Facts
from ..projections import Network, city_partners, entity_laws
from ..result import Result, labels, number, result

__all__ = ["city_centrality", "law_centrality", "partnership_patterns"]

_STAR = (
    "One response: the partner graph is a star round it, and its centralities say nothing of the partners."
)
_ANSWERED = "Only cities that answered name partners: a city that did not can be named, and names nobody."


def city_centrality(facts: Facts) -> Result:
    """How often each city or partner is named as a partner (`named_by`) and names others (`names`), and how many shortest
    ways lead over it (`betweenness`, of the network without directions)."""
    network = city_partners(facts)
    between = nx.betweenness_centrality(network.to_undirected())
    answered = {city.iri for city in facts.cities}
    rows = [
        (data["label"], data["kind"], _country(facts, iri), iri in answered, network.in_degree(iri), network.out_degree(iri),
         number(between[iri]), iri)
        for iri, data in network.nodes(data=True)
    ]  # fmt: skip
    rows.sort(key=lambda row: (-row[4], -row[6], str(row[0]), str(row[7])))
    star = len(answered) == 1
    return result(
        "city-centrality",
        "name kind country answered named_by names betweenness entity",
        rows,
        _STAR if star else _ANSWERED,
    )


def law_centrality(facts: Facts) -> Result:
    """Laws and standards by the number of cities that cite them; `strategies` are those that a law approved."""
    network = entity_laws(facts)
    rows = []
    for iri in facts.of_kinds("legislation") & set(network):
        citing = [source for source in network.predecessors(iri) if network.nodes[source]["kind"] == "city"]
        approved = [source for source in network.predecessors(iri) if network.nodes[source]["kind"] != "city"]
        rows.append((
            facts.nodes[iri].label, len(citing), labels(facts.nodes[c].label for c in citing),
            labels(facts.nodes[s].label for s in approved), " ".join(sorted({q for c in citing for q in network.edges[c, iri]["question"].split()}, key=int)), iri,
        ))  # fmt: skip
    rows.sort(key=lambda row: (-row[1], row[0], row[5]))
    alone = "No law is cited by two cities." if rows and rows[0][1] < 2 else ""
    return result("law-centrality", "law cities cited_by strategies questions entity", rows, alone)


def partnership_patterns(facts: Facts) -> Result:
    """Whether partnerships are returned, and whether cities choose partners of their own country or continent.

    `reciprocity` is over pairs of cities that both answered; `assortativity` (Newman) runs from -1 (only others) to 1 (only
    their own kind). A value is empty where the network is too small for it to mean anything.
    """
    network = city_partners(facts)
    answered = {city.iri for city in facts.cities}
    among = network.subgraph(answered)
    pairs = {frozenset(edge) for edge in among.edges}
    mutual = sum(among.has_edge(*sorted(pair)) and among.has_edge(*sorted(pair)[::-1]) for pair in pairs)
    rows: list[tuple[Cell, ...]] = [
        (
            "reciprocity",
            number(mutual / len(pairs)) if pairs else None,
            len(pairs),
            "pairs of responding cities of which one names the other",
        ),
    ]
    for name, place in (("country", _country), ("continent", _continent)):
        rows.append(_assortativity(network, {iri: place(facts, iri) for iri in network}, name))
    star = len(answered) == 1
    return result("partnership-patterns", "measure value cases meaning", rows, _STAR if star else _ANSWERED)


def _assortativity(network: Network, places: dict[str, str], name: str) -> tuple[Cell, ...]:
    known = network.edge_subgraph(
        [edge for edge in network.edges if places[edge[0]] and places[edge[1]]]
    ).copy()
    nx.set_node_attributes(known, places, "place")
    value = math.nan
    if known.number_of_edges() and len({places[iri] for iri, _ in known.edges}) > 1:
        value = nx.attribute_assortativity_coefficient(known, "place")
    meaning = (
        f"partnerships of which both ends have a known {name}; cities of more than one must have answered"
    )
    return (
        f"assortativity by {name}",
        None if math.isnan(value) else number(value),
        known.number_of_edges(),
        meaning,
    )


def _country(facts: Facts, iri: str) -> str:
    land = facts.country.get(iri, iri if facts.nodes[iri].kind == "country" else "")
    return land.rpartition("/")[2]


def _continent(facts: Facts, iri: str) -> str:
    return continent(_country(facts, iri))
