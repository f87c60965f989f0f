"""Whether words name a country, so that its law is the nation's."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pycountry

__all__ = ["country_names", "fold", "names_country"]

_USUAL_COUNTRIES = (
    "Russia|Korea|South Korea|Republic of Korea|UAE|USA|US|UK|Great Britain|Scotland|Turkey|Iran|Vietnam|Bolivia|Tanzania|Moldova|"
    "Syria|Laos|Czech Republic|Venezuela|Taiwan|Palestine|Cape Verde|Ivory Coast|Brunei|Macedonia|Kosovo|People's Republic of China"
)
"""Usual names that the ISO list lacks. Georgia is left out: it is a state of the USA too."""


@cache
def country_names() -> frozenset[str]:
    """The names of all countries, folded."""
    fields = ("name", "official_name", "common_name")
    names = {getattr(country, name, "") for country in pycountry.countries for name in fields}
    return frozenset(fold(name) for name in names | set(_USUAL_COUNTRIES.split("|")) if name) - {"georgia"}


def names_country(words: str) -> bool:
    """Whether the words end with, or are led by, the name of a country."""
    folded = fold(words)
    parts = [part for piece in folded.split(" , ") for part in re.split(r"\bof (?:the )?", piece)]
    leads = (" ".join(part.split()[:size]) for part in parts for size in (1, 2, 3))
    return any(lead in country_names() for lead in leads)


def fold(words: str) -> str:
    """Lower case without accents, for comparing names."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'")).casefold()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())
