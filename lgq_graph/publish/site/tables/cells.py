"""What stands in a cell of a table on a page: pieces of text, of which some lead on.

Only what is an http or https address is a link out; anything else that a response wrote stays text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from urllib.parse import quote, urlsplit

from ....table import Cell, Table
from ....vocabulary import BASE, PREFIXES
from ..context import Site
from ..paths import fragment_of, path_of

__all__ = ["Cells", "Piece", "Shown", "is_web", "link_to"]

_IRIS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+( [A-Za-z][A-Za-z0-9+.-]*:[^\s]+)*")
_ANSWER = re.compile(re.escape(BASE) + r"response/([^/]+)/([^/]+)/answer/q(\d+)(#char=[\d,]+)?")
_TERM = re.compile(re.escape(BASE) + r"ontology#([A-Za-z]+)")
_LONG = 60
_LOCAL = re.compile(r"[A-Za-z][\w-]*")
_OF_CITIES = frozenset({"city", "city_a", "city_b", "other"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words; `place` is where they lead to on the site (from its root), `out` an address elsewhere."""

    words: str
    place: str = ""
    out: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell on a page: its pieces, and whether it is a number."""

    pieces: tuple[Piece, ...]
    number: bool = False

    @property
    def long(self) -> bool:
        """Whether it needs a wide column."""
        return any(len(piece.words) > _LONG for piece in self.pieces)


class Cells:
    """Makes the cells of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def rows(self, table: Table, most: int | None = None) -> list[tuple[Shown, ...]]:
        """The first rows of a table, to be shown."""
        return [tuple(map(self.cell, table.columns, row)) for row in table.rows[:most]]

    def cell(self, column: str, value: Cell) -> Shown:
        """What is shown of a value of a column."""
        match value:
            case None | "":
                return Shown(())
            case bool():
                return Shown((Piece("yes" if value else "no"),))
            case int() | Decimal():
                return Shown((Piece(f"{value:f}" if isinstance(value, Decimal) else str(value), _goal(column, value)),), number=True)  # fmt: skip
        if column in _OF_CITIES and (iri := self._cities.get(value)):
            return Shown((Piece(value, link_to(iri)),))
        if _IRIS.fullmatch(value):
            return Shown(tuple(map(self.piece, value.split(" "))))
        return Shown((Piece(value),))

    def piece(self, iri: str) -> Piece:
        """An IRI: by its label when it has a page, else as it is."""
        if label := self._site.labels.get(iri):
            return Piece(label, link_to(iri))
        if found := _ANSWER.fullmatch(iri):
            return Piece(f"{found[1]} {found[2]}, question {found[3]}", link_to(iri))
        if found := _TERM.fullmatch(iri):
            return Piece(f"lgq:{found[1]}", link_to(iri))
        if iri.startswith(BASE):
            return Piece(iri.removeprefix(BASE))
        return Piece(_short(iri) or _plain(iri), out=iri) if is_web(iri) else Piece(iri)

    @cached_property
    def _cities(self) -> Mapping[str, str]:
        """The IRI of each city that answered and alone bears its name."""
        cities = self._site.analysis.facts.cities
        names = [city.label for city in cities]
        return {city.label: city.iri for city in cities if names.count(city.label) == 1}


def is_web(url: str) -> bool:
    """Whether a text is an address that a reader may be sent to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def link_to(iri: str) -> str:
    """Where on the site a thing stands, from its root; empty when it has no page."""
    path = path_of(iri)
    return f"{path}/{quote(fragment_of(iri), safe='#=,')}" if path else ""


def _goal(column: str, value: int | Decimal) -> str:
    return f"sdg/{value}/" if column == "goal" and 1 <= value <= 17 else ""


def _short(iri: str) -> str:
    """A term of a known vocabulary with its prefix: `dct:audience`."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return ""


def _plain(url: str) -> str:
    """An address as it is, but that no character in it can turn the others round or hide."""
    return "".join(quote(c) if unicodedata.category(c) in ("Cc", "Cf") else c for c in url)
