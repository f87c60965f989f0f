"""What things are called on the pages, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from markupsafe import escape
from pyoxigraph import Literal, NamedNode

from ...vocabulary import BASE, xsd
from .paths import fragment_of, path_of, up_from
from .terms import curie

__all__ = ["Names", "Shown", "natural", "outward"]

_ANSWER = re.compile(r".*/response/([^/]+)/([^/]+)/(?:answer|question)/q(\d+)$")
_OF_CITY = re.compile(re.escape(BASE) + r"(?:id|response)/([a-z]{2}-[^/]+)/")
_LONG_WORD = re.compile(r"\S{60}")


class Shown(NamedTuple):
    """A value on a page: its words, where it leads (empty: nowhere), and the language of the words."""

    words: str
    href: str = ""
    language: str = ""
    away: bool = False

    def __html__(self) -> str:
        """As a template writes it."""
        tag = f' lang="{escape(self.language)}"' if self.language else ""
        long = (
            ' class="long"' if _LONG_WORD.search(self.words) else ""
        )  # else it would push the columns beside it away
        if not self.href:
            return f"<bdi{tag}{long}>{escape(self.words)}</bdi>"
        away = ' rel="external nofollow"' if self.away else ""
        return f'<a href="{escape(self.href)}"{away}{tag}><bdi{long}>{escape(self.words)}</bdi></a>'


class Names:
    """Labels by IRI, with a way out for what has none."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels

    def of(self, iri: str, more: Mapping[str, str] | None = None) -> str:
        """What a thing is called."""
        return (more and more.get(iri)) or self._labels.get(iri) or _unnamed(iri)

    def shown(self, term: NamedNode | Literal, page: str, more: Mapping[str, str] | None = None) -> Shown:
        """A value as it stands on the page of a path."""
        if isinstance(term, Literal):
            return Shown(_literal(term), language=term.language or "")
        return self.link(term.value, page, more)

    def with_city(self, iri: str, page: str, more: Mapping[str, str] | None = None) -> Shown:
        """A thing as `link` shows it, with the city behind it when it is of another city than the page, or the page of none."""
        shown, city = self.link(iri, page, more), self.city_of(iri)
        if not city or city == iri or city == self.city_of(BASE + page) or not shown.href:
            return shown
        return Shown(f"{shown.words} ({self.of(city)})", shown.href)

    def city_of(self, iri: str) -> str:
        """The city to which a thing or a response belongs, by its IRI; a city is its own; empty for what belongs to none."""
        if iri.startswith(f"{BASE}id/city/"):
            return iri
        match = _OF_CITY.match(iri)
        city = f"{BASE}id/city/{match[1]}" if match else ""
        return city if city in self._labels else ""

    def link(self, iri: str, page: str, more: Mapping[str, str] | None = None) -> Shown:
        """A thing with the way from a page to its own; one that has none is led to where it is on the web, if that is safe."""
        path = path_of(iri)
        if path is not None:
            return Shown(self.of(iri, more), way(page, path) + fragment_of(iri))
        return Shown(self._labels.get(iri) or curie(iri), outward(iri), away=True)


def way(page: str, path: str) -> str:
    """From the page of a path to that of another."""
    return f"{up_from(page)}{path}/" if path else up_from(page)


def natural(words: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts numbers within words by their size, and letters without regard to case."""
    parts = enumerate(re.split(r"(\d+)", words))
    return tuple((int(part), "") if place % 2 else (-1, part.casefold()) for place, part in parts)


def outward(iri: str) -> str:
    """An address that a page may link to: http or https, and nothing else; else empty."""
    return iri if iri.lower().startswith(("http://", "https://")) else ""


def _literal(term: Literal) -> str:
    if term.datatype == xsd.decimal and "." in term.value:
        return term.value.rstrip("0").rstrip(".")
    return term.value


@lru_cache(maxsize=4096)
def _unnamed(iri: str) -> str:
    """A name made of the IRI."""
    answer = _ANSWER.match(iri)
    if answer:
        return f"Question {answer[3]}, {answer[2]}"
    return iri.rpartition("#")[2].rpartition("/")[2].replace("-", " ") or iri
