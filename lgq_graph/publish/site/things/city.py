"""What a reader of the page of a city wants first: its sites and services, its goals, laws, partners and numbers, and what is not known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ....gazetteer import coordinates
from ....vocabulary import dct, eli, lgq, schema, sdg, sdmx_attribute, sdmx_dimension, sdmx_measure
from ..names import Names, Shown, natural
from ..paths import path_of
from .described import Statement
from .pictures import Sector, on_map, wheel
from .source import Source

__all__ = ["CityView", "city_view", "colours"]

_GEONAMES = re.compile(r"https://sws\.geonames\.org/(\d+)")
_LEVELS = ("supranational", "national", "regional", "local")
_GROUPS = (
    ("portal", "Portals and sites"), ("platform", "Platforms"), ("service", "Services"), ("app", "Apps"), ("initiative", "Initiatives"),
)  # fmt: skip


class Thing(NamedTuple):
    """Something of the city on its page: where it leads, what is said of it, and the goals it serves."""

    link: Shown
    description: str = ""
    goals: tuple[tuple[Shown, str], ...] = ()
    note: str = ""


class Figure(NamedTuple):
    """A number as it is written, what it counts and of what, with its limit, unit and period in words."""

    link: Shown
    about: Shown
    indicator: str
    value: str
    limit: str
    period: str
    money: bool = False


class Dot(NamedTuple):
    """A partner on the map."""

    x: str
    y: str
    words: str


@dataclass(slots=True)
class CityView:
    """The sections of the page of a city; an empty one is not shown."""

    responses: list[tuple[Shown, str, str]] = field(default_factory=list)
    country: Shown | None = None
    groups: list[tuple[str, list[Thing]]] = field(default_factory=list)
    themes: list[tuple[Shown, list[Thing]]] = field(default_factory=list)
    goals: list[Sector] = field(default_factory=list)
    goal_rows: list[tuple[Shown, str, list[tuple[Shown, str]]]] = field(default_factory=list)
    laws: list[tuple[str, list[Thing]]] = field(default_factory=list)
    strategies: list[Thing] = field(default_factory=list)
    partners: list[tuple[str, list[Thing]]] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    home: Dot | None = None
    unplaced: int = 0
    figures: list[Figure] = field(default_factory=list)
    unknown: list[tuple[str, list[Shown]]] = field(default_factory=list)


def colours(goals: Source) -> dict[int, str]:
    """The colour of each goal of the UN, by its number."""
    found = ((iri, goals.value(iri, schema.color)) for iri in goals.documents if iri.startswith(sdg.iri))
    return {int(iri.removeprefix(sdg.iri)): colour for iri, colour in found if colour}


def city_view(
    names: Names, kinds: Mapping[str, str], source: Source, iri: str, goal_colours: Mapping[int, str]
) -> CityView:
    """The sections of the page of a city, from its own responses."""
    return _Maker(names, kinds, source, iri).made(goal_colours)


class _Maker:
    def __init__(self, names: Names, kinds: Mapping[str, str], source: Source, iri: str) -> None:
        self.names, self.kinds, self.source, self.iri = names, kinds, source, iri
        self.page = path_of(iri) or ""
        self.of_kind: dict[str, list[str]] = defaultdict(list)
        for one in source.documents:
            if one in kinds and one != iri:
                self.of_kind[kinds[one]].append(one)

    def made(self, goal_colours: Mapping[int, str]) -> CityView:
        made = CityView(responses=self._responses(), country=self._place(self.iri))
        made.groups = [(words, self._things(kind)) for kind, words in _GROUPS if self.of_kind[kind]]
        made.themes = self._themes()
        made.goal_rows = self._goals()
        made.goals = self._wheel(made.goal_rows, goal_colours)
        made.laws = self._laws()
        made.strategies = [
            self._thing(one, self._approval(one)) for one in self._sorted(self.of_kind["strategy"])
        ]
        self._add_partners(made)
        made.figures = self._figures()
        made.unknown = self._unknown()
        return made

    def _link(self, iri: str) -> Shown:
        return self.names.link(iri, self.page)

    def _sorted(self, iris: Iterable[str]) -> list[str]:
        return sorted(iris, key=lambda one: (self.names.of(one).casefold(), one))

    def _thing(self, iri: str, note: str = "") -> Thing:
        goals = (
            (self._link(one.object.value), _basis(one))
            for one in self.source.said(iri)
            if one.predicate == lgq.contributesTo.value
        )
        return Thing(
            self._link(iri),
            self.source.value(iri, dct.description),
            tuple(sorted(goals, key=lambda goal: natural(goal[0].words))),
            note,
        )

    def _things(self, kind: str) -> list[Thing]:
        return [self._thing(one) for one in self._sorted(self.of_kind[kind])]

    def _responses(self) -> list[tuple[Shown, str, str]]:
        value = self.source.value
        own = (one for one in self.source.documents if value(one, lgq.city) == self.iri)
        return [(self._link(one), value(one, lgq.edition), value(one, dct.dateSubmitted)) for one in own]

    def _place(self, iri: str) -> Shown | None:
        country = self.source.value(iri, schema.containedInPlace)
        return self._link(country) if country else None

    def _themes(self) -> list[tuple[Shown, list[Thing]]]:
        by_theme: dict[str, list[str]] = defaultdict(list)
        for kind in ("portal", "platform", "service", "app", "initiative"):
            for one in self.of_kind[kind]:
                for theme in self.source.values(one, lgq.function):
                    by_theme[theme].append(one)
        return [
            (self._link(theme), [Thing(self._link(one)) for one in self._sorted(by_theme[theme])])
            for theme in self._sorted(by_theme)
        ]

    def _goals(self) -> list[tuple[Shown, str, list[tuple[Shown, str]]]]:
        """Each of the 17 goals, how it is known to be served, and by what; a target counts for its goal."""
        served: dict[int, list[tuple[Shown, str]]] = defaultdict(list)
        for one in self.source.documents:
            for said in self.source.said(one):
                if said.predicate == lgq.contributesTo.value:
                    served[int(said.object.value.removeprefix(sdg.iri).partition(".")[0])].append(
                        (self._link(one), _basis(said))
                    )
        return [
            (
                self._link(f"{sdg.iri}{goal}"),
                _best(served[goal]),
                sorted(set(served[goal]), key=lambda by: (by[0].words.casefold(), by[1])),
            )
            for goal in range(1, 18)
        ]

    def _wheel(
        self, rows: list[tuple[Shown, str, list[tuple[Shown, str]]]], goal_colours: Mapping[int, str]
    ) -> list[Sector]:
        return wheel(
            [
                (number, basis, _said_of(label.words, basis, len(by)))
                for number, (label, basis, by) in enumerate(rows, 1)
            ],
            goal_colours,
        )

    def _laws(self) -> list[tuple[str, list[Thing]]]:
        by_level: dict[str, list[str]] = defaultdict(list)
        for one in self.of_kind["legislation"]:
            by_level[self.source.value(one, lgq.level).rpartition("/")[2] or "no level known"].append(one)
        ordered = sorted(by_level, key=lambda level: (_LEVELS.index(level) if level in _LEVELS else 9, level))
        return [
            (level, [self._thing(one, self._law_note(one)) for one in self._sorted(by_level[level])])
            for level in ordered
        ]

    def _law_note(self, law: str) -> str:
        return ", ".join(
            filter(None, (self.source.value(law, eli.id_local), self.source.value(law, eli.date_document)))
        )

    def _approval(self, strategy: str) -> str:
        laws = [self.names.of(law) for law in self.source.values(strategy, lgq.approvedBy)]
        return f"approved by {', '.join(laws)}" if laws else ""

    def _add_partners(self, made: CityView) -> None:
        by_country: dict[str, list[str]] = defaultdict(list)
        for partner in self.source.values(self.iri, lgq.hasPartner):
            country = self.source.value(partner, schema.containedInPlace)
            by_country[self.names.of(country) if country else ""].append(partner)
            where = self._dot(partner)
            made.dots += [where] if where else []
            made.unplaced += not where
        made.partners = [
            (
                country or "No country known, or none",
                [self._thing(one) for one in self._sorted(by_country[country])],
            )
            for country in sorted(by_country, key=lambda name: (not name, name.casefold()))
        ]
        made.home = self._dot(self.iri)

    def _dot(self, iri: str) -> Dot | None:
        numbers = (_GEONAMES.match(one) for one in self.source.values(iri, schema.sameAs))
        places = [coordinates(int(number[1])) for number in numbers if number]
        return Dot(*on_map(*places[0]), self.names.of(iri)) if places and places[0] else None

    def _figures(self) -> list[Figure]:
        found = [
            self._figure(one)
            for one in self.source.documents
            if self.source.value(one, sdmx_measure.obsValue)
        ]
        return sorted(
            found, key=lambda one: (one.about.words.casefold(), one.indicator.casefold(), one.link.href)
        )

    def _figure(self, iri: str) -> Figure:
        value = self.source.value
        limit, per = value(iri, lgq.bound).rpartition("/")[2], value(iri, lgq.per).rpartition("/")[2]
        unit = value(iri, lgq.currency) or value(iri, sdmx_attribute.unitMeasure).rpartition("/")[2]
        link = self.names.link(iri, self.page, {iri: value(iri, lgq.asWritten)})
        of = value(iri, lgq.scaleMax)
        shown = " ".join(
            filter(
                None,
                (
                    _grouped(value(iri, sdmx_measure.obsValue)),
                    "" if unit == "count" else unit,
                    f"of {of}" if of else "",
                    f"a {per}" if per else "",
                ),
            )
        )
        return Figure(
            link,
            self._link(value(iri, lgq.about)),
            value(iri, lgq.indicator),
            shown,
            "" if limit in ("exact", "unspecified") else limit.replace("-", " "),
            value(iri, sdmx_dimension.refPeriod),
            money=bool(value(iri, lgq.currency)),
        )

    def _unknown(self) -> list[tuple[str, list[Shown]]]:
        by_status: dict[str, list[str]] = defaultdict(list)
        for one in self.source.documents:
            status = self.source.value(one, lgq.status)
            if status and not status.endswith("/answered"):
                by_status[self.names.of(status)].append(one)
        return [
            (
                status,
                [
                    self.names.link(
                        one, self.page, {one: self.names.of(self.source.value(one, lgq.question))}
                    )
                    for one in sorted(by_status[status], key=natural)
                ],
            )
            for status in sorted(by_status)
        ]


def _basis(statement: Statement) -> str:
    current = [claim for claim in statement.claims if claim.modality == "current"]
    if any(claim.stated for claim in current):
        return "stated"
    return "inferred" if current else statement.claims[0].modality if statement.claims else ""


def _best(served: list[tuple[Shown, str]]) -> str:
    found = {basis for _, basis in served}
    return next((basis for basis in ("stated", "inferred", "planned") if basis in found), "unknown")


def _said_of(goal: str, basis: str, things: int) -> str:
    return (
        f"{goal}: nothing is said"
        if basis == "unknown"
        else f"{goal}: {basis}, {things} {'thing' if things == 1 else 'things'}"
    )


def _grouped(value: str) -> str:
    """A number with a space between thousands."""
    whole, dot, rest = value.partition(".")
    rest = rest.rstrip("0")
    return (
        f"{int(whole):,}".replace(",", " ") + (dot + rest if rest else "")
        if whole.lstrip("-").isdecimal()
        else value
    )
