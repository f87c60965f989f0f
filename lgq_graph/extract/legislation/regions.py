"""Whether words name a region of a country, whose laws are not the nation's: "California", "Bavarian", "Krasnodar Krai"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...gazetteer import is_region
from ...gazetteer.regions import region_form
from .countries import country_names, fold
from .words import word_set

__all__ = ["is_named_region", "names_region"]

_PLAIN = word_set(
    "central centre center north south east west northern southern eastern western upper lower capital city district plateau delta"
    " rivers river gulf bay lakes coast midlands highlands black national state region province federal"
)
"""Words of which some regions' names consist, and which say nothing without "Region" or "Province" beside them."""
_PARTS = re.compile(r"\s,\s|\b(?:of|del?|du|do|da)\s(?:the\s|la\s)?|[(),]")
_SPANISH_STATE = re.compile(r"(?i)^(?:estado|provincia|comunidad|région|regione)\s(?:de\s)?")
_MOST_WORDS = 4


def names_region(words: str, iso2: str) -> bool:
    """Whether a piece of the words, as "of" and brackets part them, begins with the name of a region of the country."""
    return bool(iso2) and any(is_named_region(name, iso2) for name in _openings(words))


def _openings(words: str) -> Iterator[str]:
    for piece in _PARTS.split(words):
        row = _SPANISH_STATE.sub("", piece.strip()).split()[:_MOST_WORDS]
        yield from (" ".join(row[:size]) for size in range(1, len(row) + 1))


def is_named_region(name: str, iso2: str) -> bool:
    """Whether it is the name of a region, with "State" or "Province" or without, or its adjective; a country's is none."""
    plain = region_form(name) or name
    if not plain[:1].isupper() or fold(plain) in country_names() or len(plain) < 4:
        return False
    if plain == name and set(fold(plain).split()) <= _PLAIN:
        return False
    return any(is_region(form, iso2) for form in (plain, *_nouns(plain)))


def _nouns(adjective: str) -> tuple[str, ...]:
    """What an adjective in English may come from: "Bavarian", "Saxon"."""
    if " " in adjective or len(adjective) < 5 or not adjective.endswith("n"):
        return ()
    return adjective[:-1], f"{adjective}y"
