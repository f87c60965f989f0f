"""The state behind a city: "Portland, Oregon"."""

from __future__ import annotations

from functools import lru_cache

from ...gazetteer import is_place, is_region, resolve_place
from ...model import Country, Place, PlaceKind

__all__ = ["is_there", "state_of"]

_STATES = ("US", "CA", "AU")


def is_there(name: str, written: str, country: Country) -> bool:
    """Whether the words mean that country: "IL" and "Georgia" are states too, when only there the city is known."""
    if is_place(name, country.iso2):
        return True
    return not (state_of(name, written) or (len(written) == 2 and is_place(name)))


@lru_cache(maxsize=10_000)
def state_of(name: str, region: str) -> str:
    """The code of the country of a state behind a city, "Portland, Oregon", if the city lies there; else empty."""
    states = [iso2 for iso2 in _STATES if is_region(region, iso2)]
    return next((iso2 for iso2 in states if _lies_in_state(name, iso2, region)), "")


def _lies_in_state(name: str, iso2: str, region: str) -> bool:
    place, elsewhere = resolve_place(name, iso2, PlaceKind.CITY, region), resolve_place(name)
    alone = not isinstance(elsewhere, Place) or elsewhere == place
    return isinstance(place, Place) and alone and place.kind is PlaceKind.CITY
