"""What names, pages and laws are compared by: one key for all spellings of one thing."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ..model import Kind, LawMention, NameMention, Response

__all__ = ["SOFT", "citation", "fold", "keys", "page_key", "telling_words"]

SOFT = frozenset({Kind.PORTAL, Kind.SERVICE, Kind.PLATFORM, Kind.INITIATIVE})
"""Kinds between which a response changes its mind; one name is one thing among them."""
_IDLE = frozenset(
    """of the for and in a an on to with by at from de la el du des del do da dos das et y e und service services
    portal portals platform platforms app apps application applications system systems site website web page online
    electronic digital official city municipal municipality project mobile smart new program programme open""".split()
)
_NOUN = r"(?:app|application|portal|platform|website|service|system|programme|program|project|initiative)$"
_TRAILING_NOUNS = (re.compile(" " + _NOUN), re.compile(" mobile " + _NOUN))
_OFFICIAL = re.compile(
    r"(?<!\w)(?:official|oficial|officielle?|officiel|ufficiale|offizielle?|resmi)(?!\w) ?"
)
"""What a site is called or not: "the Town official website" is the Town website."""
_POINTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
"""Accents of Latin, Greek and Cyrillic letters, and the points that Hebrew and Arabic may leave out. In Indic scripts,
Thai or kana a mark is a letter: without its vowel signs a name is another name."""
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """One key for spellings of a name: case, accents, quotation marks and punctuation do not count."""
    plain = _POINTS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()))
    plain = plain.replace("'", "").replace("’", "")
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def page_key(url: str) -> str:
    """One key for a page: without scheme, `www.`, case of the host and a closing slash; query and fragment count."""
    rest = re.sub(r"(?i)^https?://", "", url.strip())
    host, slash, path = rest.partition("/")
    with contextlib.suppress(UnicodeError):
        host = host if host.isascii() else host.encode("idna").decode()
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


def telling_words(name: str, response: Response) -> frozenset[str]:
    """The words of a name that tell it from others of its city: not "service", not the name of the city or country."""
    places = {*fold(response.city.name).split(), *fold(response.country.name).split()}
    return frozenset(fold(name).split()) - _IDLE - places


def keys(name: NameMention, city: str) -> Iterator[str]:
    """What a mention goes by: its name, also without a closing noun; or the number and the title of a law."""
    if name.law:
        yield from _law_keys(name, name.law)
        return
    family = "soft" if name.kind in SOFT or name.kind is Kind.STRATEGY else name.kind.value
    folded = _own_words(fold(name.name), name.kind, city)
    yield f"{family}:{folded}"
    short = {noun.sub("", folded) for noun in _TRAILING_NOUNS}
    shorter = short | {_OFFICIAL.sub("", bare) for bare in short} | {_without_city(folded, fold(city))}
    for bare in sorted(shorter - {folded, ""}) if name.proper else ():
        app = name.kind is Kind.APP and bare in short - _IDLE
        if app or len(bare.split()) > 1 or re.search(r"[a-z][A-Z]|\d|(?<!\w)[A-Z]{3,}(?!\w)", name.name):
            yield f"{family}:{bare}"


def _without_city(folded: str, city: str) -> str:
    """A name without the city's at its beginning or end: "Exampleton Night Bus" and "Night Bus of Exampleton" are "Night Bus" there."""
    return folded.removeprefix(f"{city} ").removesuffix(f" of {city}").removesuffix(f" {city}")


def _law_keys(name: NameMention, law: LawMention) -> Iterator[str]:
    if law.number:
        year = f":{law.date[:4]}" if law.number.isdigit() and law.date else ""
        yield f"law:{law.level}:{fold(law.number)}{year}"
    if law.title or not law.number:
        yield f"law:{fold(law.title or name.name)}"


def citation(law: LawMention | None) -> frozenset[str]:
    """The figures that identify a law: those of its number, and its year. Of two citations of one law, one has all
    the figures of the other."""
    if law is None:
        return frozenset()
    figures = re.findall(r"\d+", _GROUPED.sub("", law.number))
    dated = any(len(figure) == 4 and figure[:2] in ("18", "19", "20") for figure in figures)
    return frozenset([*figures, *([law.date[:4]] if law.date and not dated else ())])


def _own_words(folded: str, kind: Kind, city: str) -> str:
    """A public body's name without the city's: "City of X Health Department" is "Health Department" there."""
    if kind is not Kind.ORGANISATION:
        return folded
    city_words = {*fold(city).split(), "city", "of", "the", "municipality", "municipal"}
    words = [word for word in folded.split() if word not in city_words]
    return " ".join(words) or folded
