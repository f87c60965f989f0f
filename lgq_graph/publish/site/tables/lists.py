"""What leads to the pages of things: all cities that answered, all goals, all questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ....query.cells import cell
from ....table import Cell
from ....vocabulary import schema, sdg
from ..context import Site
from .cells import link_to
from .replies import Reply

__all__ = ["files"]

_HOME = (("Home", ""),)
WAYS = ("stated", "inferred", "planned")
_COLOURS = (
    f"SELECT ?goal ?colour WHERE {{ GRAPH <http://metadata.un.org/sdg> {{ ?goal {schema.color} ?colour }} }}"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with the numbers of cities and things that serve it in each way; a city counts once, by the first of these ways."""

    number: int
    label: str
    colour: str
    cities: Mapping[str, int]
    things: Mapping[str, int]


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`cities/`, `sdg/` and `questions/`."""
    yield _cities(site)
    yield _goals(site)
    yield _questions(site)


def _cities(site: Site) -> tuple[str, bytes]:
    rows = [
        (*_country(site, reply), site.labels[reply.city], link_to(reply.city), reply)
        for reply in site.form.replies
    ]
    rows.sort(key=lambda row: (row[0], row[2], row[4].iri))
    return site.frame.page("cities.html", "cities", "Cities that answered", crumbs=_HOME, rows=rows, scripts=("tables.js",))  # fmt: skip


def _country(site: Site, reply: Reply) -> tuple[str, str]:
    """The name of the country of a response, and where it has its page."""
    country = site.analysis.facts.country.get(reply.city, "")
    return (site.labels[country], link_to(country)) if country in site.labels else ("", "")


def _goals(site: Site) -> tuple[str, bytes]:
    coverage = site.analysis.measure("sdg-coverage")
    records, colours = coverage.to_records(), _colours(site)
    goals = [_goal(site, number, records[number - 1 :: 17], colours) for number in range(1, 18)]
    return site.frame.page("goals.html", "sdg", "Sustainable Development Goals", crumbs=_HOME, goals=goals, notes=coverage.notes, cities=len(site.analysis.facts.cities))  # fmt: skip


def _goal(site: Site, number: int, records: list[dict[str, Cell]], colours: Mapping[str, str]) -> Goal:
    """A goal, by the rows of `sdg-coverage` on it."""
    cities, things = Counter[str](), Counter[str]()
    for record in records:
        counts = {way: int(record[way] or 0) for way in WAYS}
        things.update(counts)
        cities.update([next((way for way in WAYS if counts[way]), "unspoken")])
    iri = f"{sdg.iri}{number}"
    return Goal(
        number, str(records[0]["label"]) if records else site.labels[iri], colours[iri], cities, things
    )


def _colours(site: Site) -> dict[str, str]:
    """The official colours of the goals, by IRI."""
    return {
        str(goal): str(colour)
        for goal, colour in (map(cell, row) for row in site.store.select(_COLOURS).rows)
    }


def _questions(site: Site) -> tuple[str, bytes]:
    editions = [
        (edition, len(site.form.replies_to(edition)), [
            (section, [(question, link_to(question.iri), site.form.states[question.iri]["answered"]) for question in of])
            for section, of in groupby(site.form.of(edition), key=lambda question: question.section)
        ])
        for edition in site.form.editions
    ]  # fmt: skip
    return site.frame.page("questions.html", "questions", "Questions", crumbs=_HOME, editions=editions)
