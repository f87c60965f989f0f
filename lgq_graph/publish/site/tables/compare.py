"""Cities side by side: by goal, by question, and by the measures of `lgq_graph.analyse`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ....analyse import MEASURES, OF_ANSWERS, Node
from ....table import Cell, Table
from ..context import Site
from .cells import Cells, link_to
from .replies import STATES, FormQuestion, Reply

__all__ = ["KEPT", "SHOWN", "files"]

SHOWN = 500
"""So many rows of a measure stand on a page."""
KEPT = 20_000
"""So many rows of a measure are in its CSV: the pairs of 500 cities would be 68 MB."""

MOST = {"city-similarity": 1_000, "city-clusters": 300}
"""Up to so many cities these measures are worked out here: the time they take grows with the pairs of cities."""

_CRUMBS = (("Home", ""), ("Compare", "compare"))
_TITLES = {
    "sdg-gaps": "Which goals each city speaks of",
    "unique-goals": "Goals that one city alone serves",
    "theme-breadth": "How broad the services of a city are",
    "city-similarity": "Which cities are alike",
    "city-clusters": "Groups of cities that are alike",
    "law-centrality": "Laws and standards that most cities cite",
    "city-centrality": "Who is named as a partner",
    "partnership-patterns": "Whether partnerships are returned",
    "comparability": "Which questions can be compared",
    "completeness": "How much each response tells",
}
"""The measures that have a page, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How many things of a city serve a goal, in one way: a sign, the number, and the word for the way."""

    sign: str
    count: int
    way: str


@dataclass(frozen=True, slots=True)
class City:
    """A row of a comparison: where the city has its page, what it is called, and its country."""

    place: str
    label: str
    country: str


_WAYS = (("stated", "●"), ("inferred", "◐"), ("planned", "○"))


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`compare/` and all comparisons, each with its CSV."""
    yield site.frame.page("compare.html", "compare", "Compare cities", crumbs=(("Home", ""),), measures=[(name, title, _told(name)) for name, title in _TITLES.items()])  # fmt: skip
    yield from _goals(site)
    yield from _questions(site)
    yield from _measures(site)


# --- Cities and goals --------------------------------------------------------------------------------------------------


def _goals(site: Site) -> Iterator[tuple[str, bytes]]:
    coverage = site.analysis.measure("sdg-coverage")
    cities = site.analysis.facts.cities
    records = coverage.to_records()
    per_city = [records[17 * place : 17 * place + 17] for place in range(len(cities))]
    rows = sorted(
        ((_city(site, city), [_marks(record) for record in of]) for city, of in zip(cities, per_city, strict=True)),
        key=lambda row: (row[0].country, row[0].label, row[0].place),
    )  # fmt: skip
    yield site.frame.page(
        "compare-goals.html", "compare/goals", "Cities and goals", crumbs=_CRUMBS, rows=rows, notes=coverage.notes,
        goals=[(record["goal"], record["label"]) for record in records[:17]], ways=_WAYS, scripts=("tables.js",),
    )  # fmt: skip
    yield "compare/goals.csv", coverage.to_csv().encode()


def _marks(record: dict[str, Cell]) -> list[Mark]:
    return [Mark(sign, int(record[way] or 0), way) for way, sign in _WAYS if record[way]]


def _city(site: Site, city: Node) -> City:
    country = site.analysis.facts.country.get(city.iri, "")
    return City(link_to(city.iri), city.label, site.labels.get(country, ""))


# --- Cities and questions ----------------------------------------------------------------------------------------------


def _questions(site: Site) -> Iterator[tuple[str, bytes]]:
    form = site.form
    editions = [
        (
            edition,
            [(question, link_to(question.iri), form.states[question.iri]) for question in form.of(edition)],
            _answered(site, edition),
        )
        for edition in form.editions
    ]
    yield site.frame.page(
        "compare-questions.html", "compare/questions", "Cities and questions", crumbs=_CRUMBS, editions=editions,
        states=STATES, scripts=("tables.js",),
    )  # fmt: skip
    yield "compare/questions.csv", _states(site).to_csv().encode()


def _answered(site: Site, edition: str) -> list[tuple[City, Reply, list[tuple[str, str]]]]:
    """The responses to an edition by country and city: for each question the state and where the answer stands."""
    questions = site.form.of(edition)
    rows = [
        (_city(site, site.analysis.facts.nodes[reply.city]), reply, list(map(partial(_state, reply), questions)))
        for reply in site.form.replies_to(edition)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row[0].country, row[0].label, row[0].place))


def _state(reply: Reply, question: FormQuestion) -> tuple[str, str]:
    state = reply.states.get(question.iri)
    return (state.code, link_to(reply.answers[question.iri])) if state else ("not-asked", "")


def _states(site: Site) -> Table:
    """The states of all answers, a row for each."""
    rows = (
        (site.labels[reply.city], reply.city, question.edition, question.number, question.label, _state(reply, question)[0])
        for reply in site.form.replies
        for question in site.form.of(reply.edition)
    )  # fmt: skip
    return Table("questions", ("city", "entity", "edition", "question", "label", "status"), tuple(rows))


# --- Measures ----------------------------------------------------------------------------------------------------------


def _measures(site: Site) -> Iterator[tuple[str, bytes]]:
    cells = Cells(site)
    for name, title in _TITLES.items():
        found = _measured(site, name)
        shown = _linked(Table(name, found.columns, found.rows[:SHOWN]))
        yield site.frame.page(
            "measure.html", f"compare/{name}", title, crumbs=_CRUMBS, name=name, told=_told(name), table=found,
            rows=cells.rows(shown), columns=shown.columns, kept=KEPT, scripts=("tables.js",),
        )  # fmt: skip
        if found.columns:
            kept = Table(name, found.columns, found.rows[:KEPT])
            yield f"compare/{name}.csv", kept.to_csv().encode()


def _measured(site: Site, name: str) -> Table:
    """The rows of a measure; none at all, and why, where there are too many cities for it."""
    cities = len(site.analysis.facts.cities)
    if cities <= MOST.get(name, cities):
        return site.analysis.measure(name)
    why = f"Not worked out here for {cities} cities: its time grows with their pairs. The command lgq-graph analyse {name} gives it."
    return Table(name, (), (), (why,))


def _told(name: str) -> str:
    """What a measure says of itself."""
    return inspect.cleandoc({**MEASURES, **OF_ANSWERS}[name].__doc__ or "").replace("\n", " ")


_LINKED = {"entities": "things", "shared_entities": "shared_labels"}
"""Columns of IRIs, and the columns of names that say the same."""


def _linked(found: Table) -> Table:
    """A measure in which IRIs stand for the names that say the same, so that a row shows each once, as a link."""
    pairs = {_LINKED[column]: column for column in found.columns if column in _LINKED}
    if "entity" in found.columns:
        pairs[next(column for column in found.columns if column in ("city", "law", "name"))] = "entity"
    columns = tuple(column for column in found.columns if column not in pairs.values())
    rows = zip(*(found.column(pairs.get(column, column)) for column in columns), strict=True)
    return Table(found.name, columns, tuple(rows))
