"""What cities' things are for: how broad and how deep, and which cities are alike."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import TypeVar

import networkx as nx

from ...errors import UsageError
from ...table import Cell
from ..facts import Facts, Link, Node, goal_of
from ..projections import Network
from ..result import Result, labels, number, result

__all__ = ["FEATURES", "city_clusters", "city_similarity", "theme_breadth"]

T = TypeVar("T")
_RUNS, _SEED = 25, 1
_CLEAR = 0.3
"""From this modularity on networks are usually said to have groups (Newman and Girvan 2004)."""
_TWO = "Fewer than two responses: there is nothing to compare."
_FEW = "Fewer than four responses: a cluster says little more than the similarity of two cities."


def _features(
    *predicates: str, of: Callable[[Facts, Link], str] = lambda _, link: link.target
) -> Callable[[Facts], dict[str, Counter[str]]]:
    def counted(facts: Facts) -> dict[str, Counter[str]]:
        pairs = {(facts.city_of(link), of(facts, link), link.source) for link in facts.of(*predicates)}
        found: dict[str, Counter[str]] = {city.iri: Counter() for city in facts.cities}
        for city, feature, _ in sorted(pairs):
            if feature:
                found[city][feature] += 1
        return found

    return counted


def _law(facts: Facts, link: Link) -> str:
    return link.source if facts.nodes[link.source].kind == "legislation" else ""


FEATURES: Mapping[str, Callable[[Facts], dict[str, Counter[str]]]] = {
    "goals": _features(
        "contributesTo", of=lambda _, link: f"http://metadata.un.org/sdg/{goal_of(link.target)}"
    ),
    "functions": _features("function"),
    "audiences": _features("audience"),
    "laws": _features("mentionedIn", of=_law),
    "partners": _features("hasPartner"),
}
"""What cities can be compared by: for each city its features, and how many of its things have each."""


def theme_breadth(facts: Facts) -> Result:
    """How many themes the things of each city serve (`breadth`), how many things a theme has on average (`depth`), and how
    evenly they are spread (`evenness`, 0 to 1, by Shannon's entropy; empty for fewer than two themes)."""
    served, rows = FEATURES["functions"](facts), []
    for city in facts.cities:
        themes = served[city.iri]
        total = themes.total()
        rows.append((
            city.label, len(themes), total, number(total / len(themes)) if themes else None, _evenness(themes),
            labels(f"{facts.nodes[theme].label} ({count})" for theme, count in themes.items()), city.iri,
        ))  # fmt: skip
    form = "A theme comes mostly from the question under which a thing is named: what a form does not ask for is not seen."
    return result("theme-breadth", "city breadth things depth evenness themes entity", rows, form)


def city_similarity(facts: Facts, by: str = "functions", measure: str = "jaccard") -> Result:
    """How alike each two cities are, from 0 to 1, with what they share: `jaccard` of the features both have, `cosine` of how
    many things have each."""
    features, alike = _chosen("by", by, FEATURES)(facts), _chosen("measure", measure, _ALIKE)
    rows = [
        (a.label, b.label, number(alike(features[a.iri], features[b.iri])), len(shared),
         labels(facts.nodes[f].label for f in shared), " ".join(sorted(shared)))
        for a, b in combinations(facts.cities, 2)
        for shared in [features[a.iri].keys() & features[b.iri].keys()]
    ]  # fmt: skip
    rows.sort(key=lambda row: (-(row[2] or 0), row[0], row[1]))
    silent = [city.label for city in facts.cities if not features[city.iri]]
    note = f"Nothing to compare by is known of: {', '.join(silent)}." if silent else ""
    return result(
        "city-similarity",
        "city other similarity shared shared_labels shared_entities",
        rows,
        _TWO if len(facts.cities) < 2 else note,
    )


def city_clusters(facts: Facts, by: str = "functions") -> Result:
    """Groups of cities that are more alike than others (Louvain, on the cosine of what their things are for).

    `stability` is how often, over 25 runs from different seeds, each other city stood with this one or apart from it as in the
    first: 1 is always, and near 0.5 the groups are chance.
    """
    network = _alike_network(facts, _chosen("by", by, FEATURES)(facts))
    runs = [_communities(network, _SEED + run) for run in range(_RUNS)]
    stability, members = _stability(runs), _members(facts, runs[0])
    rows = [
        (
            city.label,
            runs[0][city.iri],
            number(stability[city.iri]),
            labels(other.label for other in members[runs[0][city.iri]] if other != city),
            city.iri,
        )
        for city in facts.cities
    ]
    rows.sort(key=lambda row: (row[1], row[0]))
    notes = (_FEW if len(rows) < 4 else "", _parted(network, runs[0]))
    return result("city-clusters", "city cluster stability with entity", rows, *notes)


def _parted(network: Network, groups: Mapping[str, int]) -> str:
    """How well the groups are parted, in words."""
    if len(set(groups.values())) == 1:
        return (
            "All cities stand in one group: by this they are too alike to be parted."
            if len(groups) > 1
            else ""
        )
    if not network.number_of_edges():
        return "No two cities share anything: each stands alone."
    parts = [{city for city in groups if groups[city] == group} for group in sorted(set(groups.values()))]
    value = nx.community.modularity(network, parts)
    faint = (
        ""
        if value >= _CLEAR
        else f" Below {_CLEAR} groups are faint: a few statements more or less may change them."
    )
    return f"The modularity of the groups is {value:.2f}.{faint}"


def _alike_network(facts: Facts, features: Mapping[str, Counter[str]]) -> Network:
    network: Network = nx.Graph()
    network.add_nodes_from(sorted(features))
    for a, b in combinations(sorted(features), 2):
        if weight := _cosine(features[a], features[b]):
            network.add_edge(a, b, weight=weight)
    return network


def _communities(network: Network, seed: int) -> dict[str, int]:
    groups = nx.community.louvain_communities(network, seed=seed) if network else []
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return {node: place for place, group in enumerate(ordered, 1) for node in group}


def _members(facts: Facts, groups: Mapping[str, int]) -> Mapping[int, list[Node]]:
    """The cities of each group, by name."""
    members: dict[int, list[Node]] = defaultdict(list)
    for city in facts.cities:
        members[groups[city.iri]].append(city)
    return members


def _stability(runs: list[dict[str, int]]) -> dict[str, float]:
    """For each city how often another city stands with it, or apart from it, as in the first run."""
    first, others = runs[0], len(runs[0]) - 1
    if others < 1:
        return dict.fromkeys(first, 1.0)
    agreed: Counter[str] = Counter()
    for later in runs[1:]:
        agreed.update(_agreed(first, later))
    return {city: agreed[city] / (others * (len(runs) - 1)) for city in first}


def _agreed(first: Mapping[str, int], later: Mapping[str, int]) -> dict[str, int]:
    """For each city the number of others that stand to it as before; told by the sizes of groups, not pair by pair."""
    before, after = Counter(first.values()), Counter(later.values())
    both = Counter((first[city], later[city]) for city in first)
    moved = {pair: before[pair[0]] + after[pair[1]] - 2 * count for pair, count in both.items()}
    return {city: len(first) - 1 - moved[first[city], later[city]] for city in first}


def _jaccard(a: Counter[str], b: Counter[str]) -> float:
    return len(a.keys() & b.keys()) / len(a.keys() | b.keys()) if a or b else 0.0


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    norm = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(a[key] * b[key] for key in a.keys() & b.keys()) / norm if norm else 0.0


_ALIKE: Mapping[str, Callable[[Counter[str], Counter[str]], float]] = {"jaccard": _jaccard, "cosine": _cosine}


def _evenness(counts: Counter[str]) -> Cell:
    if len(counts) < 2:
        return None
    shares = [count / counts.total() for count in sorted(counts.values())]
    return number(-sum(share * math.log(share) for share in shares) / math.log(len(counts)))


def _chosen(parameter: str, value: str, known: Mapping[str, T]) -> T:
    if value not in known:
        raise UsageError(
            f"{parameter} is none of {', '.join(known)}: {value!r}",
            hint=f"for instance {parameter}={next(iter(known))}",
        )
    return known[value]
