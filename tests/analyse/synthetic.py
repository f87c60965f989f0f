"""Graphs of our own making: facts as a store would give them, for properties and for benchmarks."""

from __future__ import annotations

from hypothesis import strategies as st

from lgq_graph.analyse import Facts, Link, Node
from lgq_graph.vocabulary import BASE, lgq, schema

CODE = f"{BASE}code/"
SDG = "http://metadata.un.org/sdg/"
GOALS = {f"{SDG}{n}": Node(f"{SDG}{n}", "goal", f"SDG {n} Goal {n}") for n in range(1, 18)}
KINDS = ("portal", "service", "app", "platform", "initiative", "legislation")


def city_of(number: int) -> Node:
    """A city that answered."""
    iri = f"{BASE}id/city/xx-town-{number}"
    return Node(iri, "city", f"Town {number}", iri)


def link(city: Node, source: str, predicate: str, target: str, basis: str = "stated", modality: str = "current", passages: int = 1, question: int = 24) -> Link:  # fmt: skip
    """A statement of the response of a city."""
    response = city.iri.replace("/id/city/", "/response/") + "/2022"
    return Link(source, predicate, target, basis, modality, passages, (question,), response)


@st.composite
def facts(draw: st.DrawFn, most: int = 5) -> Facts:
    """Some cities with things, goals, functions, partners among each other and elsewhere, and countries."""
    cities = [city_of(n) for n in range(draw(st.integers(1, most)))]
    nodes = {**GOALS, **{city.iri: city for city in cities}}
    links: list[Link] = []
    for city in cities:
        key = city.iri.rpartition("/")[2]
        for n in range(draw(st.integers(0, 4))):
            kind = draw(st.sampled_from(KINDS))
            thing = Node(f"{BASE}id/{key}/{kind}/{n}", kind, f"Thing {n} of {key}", city.iri)
            nodes[thing.iri] = thing
            links.append(link(city, thing.iri, lgq.mentionedIn.value, city.iri))
            for goal in draw(st.sets(st.integers(1, 17), max_size=3)):
                basis, modality = (
                    draw(st.sampled_from(["stated", "inferred"])),
                    draw(st.sampled_from(["current", "planned"])),
                )
                links.append(
                    link(
                        city,
                        thing.iri,
                        lgq.contributesTo.value,
                        f"{SDG}{goal}",
                        basis,
                        modality,
                        draw(st.integers(1, 3)),
                    )
                )
            for theme in draw(st.sets(st.sampled_from(["budget", "crisis", "culture"]), max_size=2)):
                iri = f"{CODE}function/{theme}"
                nodes[iri] = Node(iri, "function", theme)
                links.append(link(city, thing.iri, lgq.function.value, iri))
        links.append(link(city, city.iri, lgq.mentionedIn.value, city.iri))
        links.append(
            link(
                city,
                city.iri,
                schema.containedInPlace.value,
                f"{BASE}id/country/{draw(st.sampled_from(['FIN', 'COL']))}",
            )
        )
        others = [other for other in cities if other != city]
        named = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
        links += [link(city, city.iri, lgq.hasPartner.value, other.iri, question=28) for other in named]
    return Facts.given(nodes, links)
