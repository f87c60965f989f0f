"""How names are compared: folded to plain letters, and without the office that a city writes around its name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["bare_name", "compact", "fold", "fold_lines", "forms", "town_form"]

_LETTERS = {
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ı": "i",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "ð": "d",
    "þ": "th",
    "_": " ",
}
_MARKS = re.compile("['’‘ʻʼ`´.]+")
_ACCENTS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]+")  # and the vowel signs and hamzas of Arabic
_GAPS = re.compile(r"[^\w\n]+")

_BEFORE_NAME = re.compile(
    r"(?i)(?:the\s+)?(?:(?:greater|metropolitan|capital|municipal|local|autonomous|special|city|town|urban|free|state|hanseatic|provincial)\s+){0,3}"
    r"(?:(?:city|cities|town|towns|municipality|municipalities|metropolis|government|council|administration|commune|borough|mayor's office"
    r"|corporation|district|city hall|county|village|authority)\s+of\s+(?:the\s+(?:city|municipality|town)\s+of\s+)?"
    r"|greater\s+|metropolitan\s+|(?:ciudad|ayuntamiento|alcald[ií]a|municipalidad|municipio|intendencia|gobierno|mairie|ville|commune|prefeitura"
    r"|c[âa]mara|cidade|munic[ií]pio|comune|citt[àa]|ciutat|ajuntament|primaria|primăria)\s+(?:municipal\s+|metropolitana\s+|mayor\s+)?(?:de\s+la\s+ciudad\s+de\s+|de\s+|d['’]|di\s+|do\s+|da\s+|del\s+)"
    r"|(?:(?:landeshaupt|bundes|hanse|haupt)?stadt|gemeente|gemeinde|miasto|město|hlavní město|kommune|grad|obshtina|opština|hansestadt)\s+)"
)
_AFTER_NAME = re.compile(
    r"(?i)(?<![\s,])[\s,]+(?:(?:special|metropolitan|capital|municipal|autonomous|local|greater|distrito|city|town|district)[\s,]+){0,3}"
    r"(?:(?:metropolitan|special|capital|autonomous) city|city county|municipality|government|council|administration|hall|authority|metropolis|metro|area|capital|d\.?\s?c\.?"
    r"|kommun|kommune|kaupunki|corporation|borough)\.?$"
)
_TOWN_WORD = re.compile(r"(?i)(?<![\s-])[\s-]+(?:city|town|shi|si)$")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without accents, case and punctuation, so that its spellings meet: "São Paulo" is "sao paulo"."""
    return fold_lines(name.replace("\n", " ")).strip()


def fold_lines(text: str) -> str:
    """All the names of a text, one a line, folded at once: many times faster than one by one."""
    for letter, plain in _LETTERS.items():
        text = text.replace(letter, plain)
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", _MARKS.sub("", text)))
    return _GAPS.sub(" ", text).replace(" \n", "\n").replace("\n ", "\n").casefold()


def compact(name: str) -> str:
    """A code without spaces and stops: "U. S." is "US"."""
    return re.sub(r"[\s.]+", "", name)


def bare_name(name: str) -> str:
    """The name of a city without its office: "Municipality of Ghent", "Seoul Metropolitan Government" → Ghent, Seoul."""
    return forms(name)[2]


@lru_cache(maxsize=50_000)
def forms(name: str) -> tuple[str, str, str, str]:
    """A name as given, without the office before it, without that after it, and without a last "City"."""
    name = " ".join(name[:200].split()).strip(" ,;:-–—")
    before = _BEFORE_NAME.match(name)
    fore = (name[before.end() :] if before else name) or name
    after = _AFTER_NAME.search(fore)
    bare = (fore[: after.start()] if after else fore) or fore
    return name, fore, bare, town_form(bare)


def town_form(name: str) -> str:
    """A name without a last "City" or its like."""
    return _TOWN_WORD.sub("", name)
