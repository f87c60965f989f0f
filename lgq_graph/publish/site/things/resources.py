"""A page for each thing of the graph, with its data beside it, city by city.

What belongs to one city is written as soon as its responses are read; what several may speak of (partners, countries, goals, codes,
questions) is kept in parts and written at the end. So no more than one city is held as a whole.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ....parallel import in_order
from ....store import Store
from ....vocabulary import BASE
from ..context import Site
from ..kinds import kind_of, local_to
from ..paths import path_of
from .city import CityView, city_view
from .described import Description, merged
from .page import page_files
from .source import Source

__all__ = ["files"]

_ELSEWHERE = frozenset({BASE, f"{BASE}ontology"})
"""What other parts of the site write the pages of."""


@dataclass(slots=True)
class _City:
    """What is made of the responses of one city: its own pages, its part in those that it shares, and its sections."""

    iri: str
    files: list[tuple[str, bytes]]
    shared: list[Description]
    view: CityView


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages and data of all things."""
    shared: dict[str, list[Description]] = defaultdict(list)
    for city in _cities(site):
        yield from city.files
        site.cities[city.iri] = city.view
        for found in city.shared:
            shared[found.iri].append(found)
    for iri in sorted({*shared, *_written(site.common)} - _ELSEWHERE):
        yield from page_files(site, merged(iri, [*shared.pop(iri, ()), site.common.describe(iri)]))


def _cities(site: Site) -> Iterator[_City]:
    """All cities, by name, made here or in several processes; the same either way."""
    editions: dict[str, list[str]] = defaultdict(list)
    for held in site.store.responses():
        editions[held.city].append(held.edition)
    if site.jobs < 2 or site.store.place is None:
        return (_city(site, held) for held in editions.items())
    return in_order(_city_of_worker, editions.items(), site.jobs, _begin, site.store.place, site.base)


_worker: list[Site] = []
"""The site of this process, when it makes cities for another."""


def _begin(store: Path, base: str) -> None:
    gc.disable()  # as `publish` does
    _worker[:] = [Site(Store.read_only(store), base)]


def _city_of_worker(held: tuple[str, list[str]]) -> _City:
    return _city(_worker[0], held)


def _city(site: Site, held: tuple[str, list[str]]) -> _City:
    city, editions = held
    source, home = Source.of_city(site.store, city, editions), f"{BASE}id/city/{city}"
    made = _City(home, [], [], city_view(site.names, site.kinds, source, home, site.goal_colours))
    for iri in _written(source):
        found = _described(source, iri)
        if local_to(iri, city) or _is_local_claim(source, iri, city):
            made.files += page_files(site, found)
        else:
            made.shared.append(found)
            if kind_of(iri) == "target":
                made.shared.append(_for_goal(found))
    return made


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
