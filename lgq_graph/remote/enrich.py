"""What a SPARQL endpoint such as Wikidata knows of our places: population and coordinates, by their GeoNames numbers.

It is kept in a graph of its own, named after the endpoint, and says of each place where it was learnt:

    <https://sws.geonames.org/634963/> gn:population 244223 ; wgs84:lat 61.4980 ; wgs84:long 23.7603 ;
        prov:wasDerivedFrom <http://www.wikidata.org/entity/Q40840> .
    <…/graph/enriched/query-wikidata-org> a prov:Entity ; dct:source <https://query.wikidata.org/sparql> ; dct:date "2026-11-01"^^xsd:date .

A place that two items claim, or a number of which there are two, is left out: which is right nothing tells.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal
from typing import TypeAlias, TypeVar
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, Quad

from ..errors import DataError, UsageError
from ..iri import geonames_iri, slug
from ..query import Endpoint
from ..store import Store, Term, enriched_graph, writable
from ..table import Table
from ..vocabulary import Prefix, dct, prov, rdf, xsd

__all__ = ["Enriched", "enrich"]

_gn = Prefix("http://www.geonames.org/ontology#")
_wgs84 = Prefix("http://www.w3.org/2003/01/geo/wgs84_pos#")

_OURS = """
SELECT DISTINCT ?place WHERE {
  GRAPH ?graph { ?thing schema:sameAs ?place }
  FILTER(STRSTARTS(STR(?place), "https://sws.geonames.org/"))
}
"""
_THEIRS = """PREFIX wdt: <http://www.wikidata.org/prop/direct/>
SELECT ?geonames ?item ?population ?coordinates WHERE {
  VALUES ?geonames { %s }
  ?item wdt:P1566 ?geonames .
  OPTIONAL { ?item wdt:P1082 ?population }
  OPTIONAL { ?item wdt:P625 ?coordinates }
}"""
_NUMBER = re.compile(r"https://sws\.geonames\.org/([1-9][0-9]{0,9})/?")
_POINT = re.compile(r"(?i)\s*POINT\s*\(\s*(-?\d{1,3}(?:\.\d+)?)\s+(-?\d{1,2}(?:\.\d+)?)\s*\)\s*")
_COUNT = re.compile(r"\+?(\d{1,11})(?:\.0+)?")


Place: TypeAlias = tuple[int, str, int | None, Decimal | None, Decimal | None, str]
"""The number in GeoNames, the item, population, latitude and longitude; and in words what is left out."""


@dataclass(frozen=True, slots=True)
class Enriched:
    """What came of asking: the graph, the places asked for, and for each place known there what is told of it."""

    graph: NamedNode
    asked: int
    places: tuple[Place, ...]

    def table(self) -> Table:
        """A row for each place that the endpoint knows; `left_out` says what of it is not kept, and why."""
        return Table("enriched", ("geonames", "item", "population", "lat", "long", "left_out"), self.places)


def enrich(
    store: Store, endpoint: Endpoint, *, date: str = "", batch: int = 100, pause: float = 0.5
) -> Enriched:
    """Ask an endpoint of Wikidata's shape for the places of a store, and put what it knows in a graph of its own.

    The graph replaces what the same endpoint told before; no other is touched, and nothing is written when a question
    fails. `date` (2026-11-01) is written as given. So many places are asked for at once, with a `pause` of so many seconds between.
    UsageError when the date is none or the store has no place, DataError when the endpoint fails.
    """
    given = _date(date)
    numbers = _numbers(store)
    if not numbers:
        raise UsageError("the store holds no place with a number in GeoNames", hint="build it first")
    graph = enriched_graph(slug(urlsplit(endpoint.url).netloc))
    places = tuple(_place(n, found) for n, found in sorted(_asked(endpoint, numbers, batch, pause).items()))
    quads = [quad for place in places for quad in _quads(graph, *place[:5])]
    with writable(store) as changed:
        changed.replace_graph(graph, [*quads, *_about(graph, endpoint.url, given)])
    return Enriched(graph, len(numbers), places)


def _date(given: str) -> Literal | None:
    try:
        return Literal(Date.fromisoformat(given).isoformat(), datatype=xsd.date) if given else None
    except ValueError as error:
        raise UsageError(f"{given!r} is no date", hint="write it as 2026-11-01") from error


def _numbers(store: Store) -> list[int]:
    found = (
        _NUMBER.fullmatch(place.value)
        for (place,) in store.select(_OURS).rows
        if isinstance(place, NamedNode)
    )
    return sorted({int(match[1]) for match in found if match})


T = TypeVar("T")
_Found = dict[str, set[Term]]


def _asked(endpoint: Endpoint, numbers: list[int], batch: int, pause: float) -> Mapping[int, _Found]:
    """What is told of each place, by the name of the variable."""
    found: dict[int, _Found] = defaultdict(lambda: defaultdict(set))
    for turn, start in enumerate(range(0, len(numbers), batch)):
        some = numbers[start : start + batch]
        if turn:
            time.sleep(pause)
        for row in endpoint.select(_THEIRS % " ".join(f'"{number}"' for number in some)):
            number = _whole(row.get("geonames"))
            if number is None or number not in some:
                raise DataError(
                    "the endpoint told of a place that was not asked for",
                    file=endpoint.url,
                    place=str(number),
                )
            for name in row.keys() & {"item", "population", "coordinates"}:
                found[number][name].add(row[name])
    return found


def _place(number: int, found: _Found) -> Place:
    """What is kept of a place, and in words what is not."""
    items = [item for item in found["item"] if isinstance(item, NamedNode)]
    if len(items) != 1:
        return (
            number,
            "",
            None,
            None,
            None,
            f"{len(items)} items: {' '.join(sorted(i.value for i in items))}".strip(),
        )
    population = {n for n in map(_whole, found["population"]) if n is not None}
    points = {p for p in map(_point, found["coordinates"]) if p is not None}
    left = [
        f"{len(some)} {name}"
        for name, some in (("populations", population), ("coordinates", points))
        if len(some) > 1
    ]
    lat, long = _only(points) or (None, None)
    return number, items[0].value, _only(population), lat, long, ", ".join(left)


def _quads(
    graph: NamedNode,
    number: int,
    item: str,
    population: int | None,
    lat: Decimal | None,
    long: Decimal | None,
) -> Iterator[Quad]:
    place = geonames_iri(number)
    if population is not None:
        yield Quad(place, _gn.population, Literal(population), graph)
    if lat is not None and long is not None:
        yield Quad(place, _wgs84.lat, Literal(str(lat), datatype=xsd.decimal), graph)
        yield Quad(place, _wgs84.long, Literal(str(long), datatype=xsd.decimal), graph)
    if population is not None or lat is not None:
        yield Quad(place, prov.wasDerivedFrom, NamedNode(item), graph)


def _about(graph: NamedNode, source: str, date: Literal | None) -> Iterator[Quad]:
    yield Quad(graph, rdf.type, prov.Entity, graph)
    yield Quad(graph, dct.source, NamedNode(source), graph)
    if date:
        yield Quad(graph, dct.date, date, graph)


def _only(some: Iterable[T]) -> T | None:
    found = list(some)
    return found[0] if len(found) == 1 else None


def _whole(term: Term | None) -> int | None:
    match = _COUNT.fullmatch(term.value) if isinstance(term, Literal) else None
    return int(match[1]) if match else None


def _point(term: Term) -> tuple[Decimal, Decimal] | None:
    """Latitude and longitude of a point on the Earth in well-known text, which has the longitude first."""
    match = _POINT.fullmatch(term.value) if isinstance(term, Literal) else None
    if match is None:
        return None
    long, lat = Decimal(match[1]), Decimal(match[2])
    return (lat, long) if abs(lat) <= 90 and abs(long) <= 180 else None
