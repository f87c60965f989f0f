"""What place a name is, and the mention that is made of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ...gazetteer import bare_name, find_place, fold, population, resolve_place
from ...model import Place, PlaceKind, PlaceMention, Span
from .entries import Entry
from .ordinary import GENERIC, ORDINARY
from .organisations import is_facility

__all__ = [
    "at_home", "country", "has_lapsed", "is_generic", "is_headword", "may_stand_alone", "placed", "places_of", "region", "runs_on", "unplaced",
]  # fmt: skip

_BIG, _LARGER = 100_000, 3
_ALONE = 150_000
"""People of the only city of its name that leave no doubt: its unlisted namesakes have at most a tenth."""
_LAPSED = re.compile(
    r"(?i)[(\[:–—-][^()]{0,40}?\b(?:planned|proposed|pending|in (?:preparation|negotiation|progress)|under|expired|terminated|inactive|dormant|ended|former)\b"
)
_ENTRY_ENDS = re.compile(r"(?:and|or|y|e|et|und|og|och|in|since|as|from)\b")
_WHOSE = re.compile(
    r"(?i)(?<!\bpeople)(?<!\bwom[ea]n)(?<!\bchildren)(?<!\bmen)(?<!\bcitizen)(?<!\byouth)(?<!\bconsumer)['’]s "
)
"""A possessor before what is theirs, "Lyon's partners"; not one in a name, "People's Forum"."""
_OFFICE = re.compile(r"(?i)(?:the )?(?:city|municipality|town|government|council) of ")


@lru_cache(maxsize=50_000)
def _resolved(name: str, iso2: str, region: str) -> Place | tuple[Place, ...]:
    return resolve_place(name, iso2, PlaceKind.CITY, region)


def places_of(entry: Entry) -> Place | tuple[Place, ...]:
    """The place of its name, or all of them when it is not clear which one is meant."""
    return _resolved(entry.name, entry.country.iso2 if entry.country else entry.within, entry.region)


def at_home(name: str, iso2: str) -> Place | None:
    """The place of this name in the country that answers, if it is clear there and by far the largest of that name."""
    here = _resolved(name, iso2, "") if iso2 else ()
    anywhere = _resolved(name, "", "")
    if not isinstance(here, Place) or isinstance(anywhere, Place):
        return None
    return here if all(population(here) >= _LARGER * population(p) for p in anywhere if p != here) else None


def _city_state(name: str, iso2: str) -> Place | None:
    """The city that bears the name of its country, such as Singapore."""
    city = _resolved(name, iso2, "")
    return (
        city
        if isinstance(city, Place) and city.kind is PlaceKind.CITY and fold(city.name) == fold(name)
        else None
    )


def has_lapsed(text: str, entry: Entry) -> bool:
    """Whether a bracket or a dash behind an entry says that it is planned or over: "Rome (planned)"."""
    return bool(_LAPSED.match(text[entry.span.end : max(entry.end, entry.span.end + 24)].lstrip()))


def runs_on(text: str, entry: Entry) -> bool:
    """Whether words or a colon follow a name, so that it is no entry of a list: "Asian cities:"."""
    after = text[entry.end : entry.end + 12].lstrip(" ")
    return bool(after) and (after[0] == ":" or (after[0].isalpha() and not _ENTRY_ENDS.match(after)))


def is_headword(name: str) -> bool:
    """Whether a name heads a list or is that of a hall, and so names no partner: "Partner Cities", "Lyon's Office"."""
    if " for " in name:
        return False
    return is_facility(name) or (
        _WHOSE.search(name) is not None
        or any(word in GENERIC for word in fold(name).split())
        or len(name) < 2
    )


def is_generic(name: str) -> bool:
    """Whether it is such a name, or an ordinary word."""
    return is_headword(name) or any(word in ORDINARY for word in fold(name).split()) or len(name) < 3


def may_stand_alone(name: str, found: Place | tuple[Place, ...], direct: bool, clear: bool) -> bool:
    """Whether a name without a country is a place: large enough, and no ordinary word outside a list of places."""
    places = (found,) if isinstance(found, Place) else found
    if fold(name) in ORDINARY and not clear:
        return False
    if isinstance(found, Place) and found.kind is PlaceKind.REGION:
        return True
    named = [p for p in places if fold(p.name) in (fold(name), fold(bare_name(name))) or direct or clear]
    return any(population(p) >= (_BIG if not clear else 15_000) for p in named)


def unplaced(entry: Entry, kind: PlaceKind = PlaceKind.CITY) -> PlaceMention:
    """A partner that is no place, or one that no gazetteer knows."""
    iso2 = entry.country.iso2 if entry.country else ""
    return PlaceMention(entry.span, entry.name, kind, _quote(entry), iso2, entry.country_span)


def placed(entry: Entry, found: Place | tuple[Place, ...]) -> PlaceMention:
    """A partner that is a place, or one of several of its name."""
    if isinstance(found, tuple):
        found = _without_doubt(found)
    span, name = _bare(entry)
    if isinstance(found, Place):
        iso2 = entry.country.iso2 if entry.country else found.iso2
        return PlaceMention(span, name, found.kind, _quote(entry), iso2, entry.country_span, found)
    cities = tuple(p.geonames for p in found if p.geonames)
    kind = PlaceKind.CITY if cities else PlaceKind.REGION
    return replace(unplaced(entry, kind), span=span, name=name, candidates=cities)


def _without_doubt(found: tuple[Place, ...]) -> Place | tuple[Place, ...]:
    """The large city among namesakes of which none has more than a tenth of its people; else all of them."""
    largest = max(found, key=population, default=None)
    if largest is None or population(largest) < _ALONE:
        return found
    alone = all(10 * population(place) <= population(largest) for place in found if place != largest)
    return largest if alone else found


def region(entry: Entry, home: str) -> PlaceMention:
    """A partner that the noun before it calls a region; one without a country lies at home if there is one of its name."""
    for iso2 in (entry.country.iso2,) if entry.country else (home, ""):
        found = resolve_place(entry.name, iso2, PlaceKind.REGION)
        if isinstance(found, Place) and found.kind is PlaceKind.REGION:
            return placed(entry, found)
    return unplaced(entry, PlaceKind.REGION)


def country(entry: Entry, iso2: str) -> PlaceMention:
    """A partner that is a country, or the city that bears its name."""
    if city := _city_state(entry.name, iso2):
        return PlaceMention(entry.span, entry.name, PlaceKind.CITY, _quote(entry), city.iso2, None, city)
    place = Place(entry.as_country.name if entry.as_country else entry.name, PlaceKind.COUNTRY, iso2)
    return PlaceMention(entry.span, entry.name, PlaceKind.COUNTRY, _quote(entry), iso2, entry.span, place)


def _quote(entry: Entry) -> Span:
    """The entry with its country, wherever that is written."""
    beside = entry.country_span or entry.span
    return Span(min(entry.span.start, beside.start), max(entry.end, beside.end))


def _bare(entry: Entry) -> tuple[Span, str]:
    """The name without the office around it, where that can be cut off its words: "City of Tampere" → Tampere."""
    bare = bare_name(entry.name)
    at = entry.name.find(bare)
    if bare == entry.name or at < 0 or (find_place(entry.name) and not _OFFICE.match(entry.name)):
        return entry.span, entry.name
    return Span(entry.span.start + at, entry.span.start + at + len(bare)), bare
