"""Countries and places of the world, by any of their usual names. Unknown beats a guess: nothing here is fuzzy but `misspelt_city`,
which is asked for a name beside its country that no place there bears.

Countries come from ISO 3166-1, regions from ISO 3166-2 with English names, cities from GeoNames. Towns below 15,000
people are looked up only in a given country, when nothing larger fits. Each table loads on first use and stays.
"""

from __future__ import annotations

from .cities import coordinates, population
from .countries import continent, find_country
from .misspelt import misspelt_city
from .names import bare_name, fold
from .places import cities_called, find_place, is_place, locate_city, resolve_place
from .regions import is_region

__all__ = [
    "bare_name",
    "cities_called",
    "continent",
    "coordinates",
    "find_country",
    "find_place",
    "fold",
    "is_place",
    "is_region",
    "locate_city",
    "misspelt_city",
    "population",
    "resolve_place",
]
