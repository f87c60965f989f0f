"""The one sizable city of a country that a name unknown there can only be a slip for: "Cincinnatti" in the United States."""

from __future__ import annotations

from functools import lru_cache

from ..model import Place
from .cities import City, atlas, towns_named
from .names import fold
from .regions import regions_named

__all__ = ["misspelt_city"]

_SIZE, _SHORT, _LONG = 100_000, 6, 9
"""People of a city whose name others misspell; letters from which on one slip is allowed, and two."""


@lru_cache(maxsize=5_000)
def misspelt_city(name: str, iso2: str) -> Place | None:
    """The city of a country whose name is a slip or two away, when no other of 15,000 people there is; else None."""
    key = fold(name)
    slips = (len(key) >= _SHORT) + (len(key) >= _LONG)
    if not slips or not iso2 or _is_known(key, iso2):
        return None
    near = [city for city in atlas().of_country(iso2) if _is_near(key, fold(city.name), slips)]
    return near[0].place if len(near) == 1 and near[0].people >= _SIZE else None


def _is_known(key: str, iso2: str) -> bool:
    names: list[City] = [*atlas().named(key, iso2), *atlas().also_named(key, iso2), *towns_named(key, iso2)]
    return bool(names or regions_named(key, iso2))


def _is_near(one: str, other: str, slips: int) -> bool:
    """Whether two names begin alike and differ in so many letters at most."""
    alike = one[:1] == other[:1] and abs(len(one) - len(other)) <= slips
    return alike and _distance(one, other) <= slips


def _distance(one: str, other: str) -> int:
    """How many letters are left out, put in, exchanged, or changed for a neighbour's (optimal string alignment)."""
    before, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, match in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != match)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
