"""Which place a name means, and which city answers. Unknown beats a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from ..errors import InputError
from ..model import Country, Place, PlaceKind
from .cities import City, atlas, towns_named
from .countries import capital_of, find_country
from .names import bare_name, fold, forms, town_form
from .regions import Region, admin1_codes, is_subdivision, region_form, regions_named

__all__ = ["cities_called", "find_place", "is_place", "locate_city", "resolve_place"]

_CLEAR_RATIO, _WORLD_CITY, _TOWN_SIZE, _SAME_NAME = 10, 500_000, 100_000, 0.75


def find_place(name: str, iso2: str = "") -> tuple[Place, ...]:
    """All places of a name, in one country or anywhere, best first: by main name, then regions, then by other names.

    Within each, the larger comes first. Towns below 15,000 people are looked up only with a country.
    """
    key = fold(name)
    main, other = atlas().named(key, iso2), atlas().also_named(key, iso2)
    regions = [r.place for r in regions_named(key, iso2)]
    found = [*map(_place, main), *regions, *(_place(c) for c in other if c not in main)]
    if not found and iso2 and key:
        found = [*map(_place, towns_named(key, iso2))]
    return tuple(found)


def cities_called(name: str) -> tuple[Place, ...]:
    """The cities of 15,000 people and more anywhere whose main name this is, the largest first."""
    return tuple(c.place for c in atlas().named(fold(name)))


def is_place(name: str, iso2: str = "") -> bool:
    """Whether a region or a city of 15,000 people or more bears this name, in one country or anywhere."""
    iso2 = _territory(name, iso2)
    keys = [fold(form) for form in dict.fromkeys(forms(name))]
    known = any(atlas().named(key, iso2) or regions_named(key, iso2) for key in keys) or bool(
        _said_to_be_region(name, iso2)
    )
    return known or any(atlas().also_named(key, iso2) for key in keys)


def resolve_place(
    name: str, iso2: str = "", prefer: PlaceKind = PlaceKind.CITY, region: str = ""
) -> Place | tuple[Place, ...]:
    """The one place a name means, or all that it could mean (none when it is unknown).

    With a country, a city is clear when no namesake there comes near it in size, or when it is the capital; without
    one, only when it has over 500,000 people and ten times those of any namesake. `region` is the subdivision written
    beside the name ("Portland, Oregon"). A region is meant when no sizable city bears its name.
    """
    if regions := _said_to_be_region(name, iso2):
        return _one(r.place for r in regions)
    return _first_known(name, iso2, prefer, region)[1]


@lru_cache(maxsize=5_000)
def _place(city: City) -> Place:
    """A city as a place; shared unless its name and country alone make it clear."""
    clear = _clear_city(_candidates(fold(city.name), city.iso2), city.iso2)
    return replace(city.place, shared=clear != city)


def _said_to_be_region(name: str, iso2: str) -> list[Region]:
    for form in forms(name)[:3]:
        key = fold(region_form(form))
        if key and (found := regions_named(f"{key} region", iso2) or regions_named(key, iso2)):
            return found
    return []


def _first_known(
    name: str, iso2: str, prefer: PlaceKind, region: str
) -> tuple[str, Place | tuple[Place, ...]]:
    """The longest form of a name that the gazetteer knows, and what it means; a territory is looked for as itself."""
    iso2 = _territory(name, iso2)
    for form in dict.fromkeys(forms(name)):
        if found := _resolve(fold(form), iso2, prefer, region):
            return form, found
    return bare_name(name), ()


def _territory(name: str, iso2: str) -> str:
    """The code under which a territory has its places: Hong Kong is CN-HK of China, its city stands under HK."""
    own = find_country(name) if iso2 else None
    return own.iso2 if own and is_subdivision(f"{iso2}-{own.iso2}") else iso2


def _resolve(key: str, iso2: str, prefer: PlaceKind, region: str) -> Place | tuple[Place, ...]:
    regions = regions_named(key, iso2)
    if regions and prefer is PlaceKind.REGION:
        return _one(r.place for r in regions)
    cities = _within(_candidates(key, iso2), region)
    city = _clear_city(cities, iso2)
    meant = _city_is_meant(city, cities, key, regions) if regions else True
    if meant is False:
        return _one(r.place for r in regions)
    if city and meant:
        return _place(city)
    return (*map(_place, cities), *(r.place for r in regions if meant is None))


def _city_is_meant(city: City | None, cities: list[City], key: str, regions: list[Region]) -> bool | None:
    """Whether a city is meant and not the region of that name; None when both could be."""
    named = [c for c in cities if key in (fold(c.name), town_form(fold(c.name)))]
    if any(r.known for r in regions):
        return any(c.people >= _TOWN_SIZE for c in named)
    if city is None or city in named or fold(city.name) == capital_of(city.iso2):
        return bool(named) or city is not None
    alike = (
        SequenceMatcher(None, key, fold(city.name)).ratio() > _SAME_NAME
    )  # Genève is Geneva, Bahia is not Salvador
    return None if _short_for(key, city) else alike


def _one(places: Iterable[Place]) -> Place | tuple[Place, ...]:
    found = tuple(places)
    return found[0] if len(found) == 1 else found


def _candidates(key: str, iso2: str) -> list[City]:
    """Who bears the name: as the main one; those it is short for; else, as any other name; else, a small town."""
    main = atlas().named(key, iso2)
    if main and iso2:
        return main
    other = atlas().also_named(key, iso2)
    if not main:
        return other or ([] if regions_named(key, iso2) else towns_named(key, iso2))
    abroad = [c for c in other if c.iso2 not in {m.iso2 for m in main} and _short_for(key, c)]
    larger = [c for c in other if c.people >= 5 * main[0].people]
    return sorted({*main, *abroad, *larger}, key=lambda c: (-c.people, c.geonames))


def _short_for(key: str, city: City) -> bool:
    """Whether people say the name for this city too: "Santiago" for Santiago de Cuba."""
    return f" {key} " in f" {fold(city.name)} "


def _within(cities: list[City], region: str) -> list[City]:
    """Those of the subdivision written beside the name, as far as its code can be told."""
    if not region or not cities:
        return cities
    inside = [c for c in cities if c.admin1 in admin1_codes(region, c.iso2)]
    return inside or cities


def _clear_city(cities: list[City], iso2: str) -> City | None:
    if not cities:
        return None
    first, *rest = cities
    alone = not rest or first.people >= _CLEAR_RATIO * rest[0].people
    if iso2:
        capital = [c for c in cities if fold(c.name) == capital_of(iso2)]
        return first if alone else next(iter(capital), None)
    return first if alone and first.people > _WORLD_CITY else None


def locate_city(name: str, country_name: str) -> tuple[Place, Country]:
    """The city and the country of a response, from its own words: "City of Tampere", "Tampere, Finland", "Wien".

    The place bears its English name as far as the gazetteer has one. A city that the gazetteer does not know is a
    place without GeoNames id, by its name as given, without its office. Raises InputError, with the word
    "country" or "city" as its place, when no country is known from either text, or when there is no name.
    """
    head, *tail = _parts(name)
    country = _country_in([country_name, *_parts(country_name)]) or _country_in(tail)
    if country is None:
        asked = (
            f"the country {country_name.strip()[:80]!r} is unknown"
            if country_name.strip()
            else "the country is missing"
        )
        hint = "give the English name of the country, or its ISO 3166-1 code"
        raise InputError(asked, place="country", hint=hint)
    if not any(map(str.isalpha, head)):
        hint = "give the name of the city that answers"
        raise InputError(f"{name.strip()[:80]!r} names no city", place="city", hint=hint)
    return _city_of(head, tail, country), country


def _parts(text: str) -> list[str]:
    return [part.strip(" .") for part in re.split(r"[,;/()|\n]|\s[-–—]\s", text[:300])]


def _country_in(texts: Iterable[str]) -> Country | None:
    return next((c for text in texts if text and (c := find_country(text.strip(" .")))), None)


def _city_of(head: str, tail: list[str], country: Country) -> Place:
    region = next((part for part in tail if part and not find_country(part)), "")
    form, found = _first_known(head, country.iso2, PlaceKind.CITY, region)
    if isinstance(found, Place) and found.kind is PlaceKind.CITY:
        return replace(found, name=_english(form, found))
    return Place(form, PlaceKind.CITY, country.iso2)


def _english(given: str, place: Place) -> str:
    """The given name, unless the gazetteer's is another one and English: "Wien" is Vienna, "Cologne" stays."""
    same = f" {fold(given)} " in f" {fold(place.name)} "
    foreign = given.isascii() and not place.name.isascii()
    return place.name if (given.isupper() and same) or not (same or foreign) else given
