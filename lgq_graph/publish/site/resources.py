"""A page for each thing of the graph, with its data beside it, city by city.

What belongs to one city is written as soon as its responses are read; what several may speak of (partners, countries, goals, codes,
questions) is kept in parts and written at the end. So no more than one city is held as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...vocabulary import BASE
from .city import city_view
from .context import Site
from .described import Description, merged
from .kinds import kind_of, local_to
from .page import page_files
from .paths import path_of
from .source import Source

__all__ = ["files"]

_ELSEWHERE = frozenset({BASE, f"{BASE}ontology"})
"""What other parts of the site write the pages of."""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages and data of all things."""
    shared: dict[str, list[Description]] = defaultdict(list)
    for city in sorted({held.city for held in site.store.responses()}):
        source, home = Source.of_city(site.store, city), f"{BASE}id/city/{city}"
        site.cities[home] = city_view(site.names, site.kinds, source, home, site.goal_colours)
        for iri in _written(source):
            found = _described(source, iri)
            if local_to(iri, city) or _is_local_claim(source, iri, city):
                yield from page_files(site, found)
            else:
                shared[iri].append(found)
                if kind_of(iri) == "target":
                    shared[iri.rpartition(".")[0]].append(_for_goal(found))
    for iri in sorted({*shared, *_written(site.common)} - _ELSEWHERE):
        yield from page_files(site, merged(iri, [*shared.pop(iri, ()), site.common.describe(iri)]))


def _written(source: Source) -> list[str]:
    """What is described or pointed at, and has a page of its own."""
    return [iri for iri in sorted({*source.documents, *source.pointed_at}) if path_of(iri)]


def _described(source: Source, iri: str) -> Description:
    if iri in source.claims:
        return source.describe_claim(iri)
    return source.describe_answer(iri) if kind_of(iri) == "answer" else source.describe(iri)


def _is_local_claim(source: Source, iri: str, city: str) -> bool:
    """A claim about what only this city speaks of is made by no other."""
    return iri in source.claims and local_to(source.claims[iri][0], city)


def _for_goal(target: Description) -> Description:
    """What serves a target, as what serves its goal."""
    return Description(
        target.iri.rpartition(".")[0], incoming=target.incoming, answers=target.answers, labels=target.labels
    )
