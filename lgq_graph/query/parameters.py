"""What a query may be asked with: a typed value, made one RDF term and never text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from ..errors import UsageError
from ..model import Kind
from ..resources import resource
from ..vocabulary import skos

__all__ = ["YES_NO", "Argument", "Parameter"]

Argument = str | int | bool
"""What a parameter may be given as; text is read as its type wants it."""

YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""How a truth value may be written."""

_COUNTRY = re.compile(r"[A-Z]{2,3}")
_TEXT = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff\\]{1,200}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query may be asked with.

    `type` is goal, number, text, city, country, kind, iri, boolean, `code:SCHEME` (a code of that list) or choices
    parted by `|`; `default` is a value, `any` (no restriction) or `required`.
    """

    name: str
    type: str
    default: str
    help: str

    @property
    def accepts(self) -> str:
        """What may be given, in words."""
        return _ACCEPTS.get(self.type) or "one of " + ", ".join(self.choices)

    @property
    def choices(self) -> tuple[str, ...]:
        """All that may be given, where it is few; empty where it is open."""
        if self.type in _TERMS:
            return _CLOSED.get(self.type, ())
        if self.type == "kind":
            return tuple(kind.value for kind in Kind)
        scheme = self.type.removeprefix("code:")
        return tuple(self.type.split("|")) if scheme == self.type else _codes(scheme)

    def term(self, value: Argument) -> NamedNode | Literal:
        """The RDF term of a value; UsageError when it is none of this type."""
        given = str(value).strip()
        term = _TERMS[self.type](given) if self.type in _TERMS else _choice(given, self.choices)
        if term is None:
            raise UsageError(
                f"{value!r} is no value of the parameter {self.name}", hint=f"{self.name} is {self.accepts}"
            )
        return term

    @property
    def text(self) -> str:
        """The default as SPARQL."""
        return "UNDEF" if self.default in ("any", "required") else str(self.term(self.default))


def _goal(given: str) -> Literal | None:
    number = _integer(given)
    return number if number is not None and 1 <= int(number.value) <= 17 else None


def _integer(given: str) -> Literal | None:
    return Literal(int(given)) if given.isdecimal() and given.isascii() and len(given) < 10 else None


def _words(given: str) -> Literal | None:
    """Text for a comparison. No backslash: endpoints differ on when its escapes are read."""
    return Literal(given) if _TEXT.fullmatch(given) else None


def _country(given: str) -> Literal | None:
    return Literal(given.upper()) if _COUNTRY.fullmatch(given.upper()) else None


def _iri(given: str) -> NamedNode | None:
    try:
        return NamedNode(given)
    except ValueError:
        return None


def _boolean(given: str) -> Literal | None:
    value = YES_NO.get(given.lower())
    return None if value is None else Literal(value)


def _choice(given: str, choices: Iterable[str]) -> Literal | None:
    return Literal(given) if given in choices else None


@cache
def _codes(scheme: str) -> tuple[str, ...]:
    """The codes of a list, in its file's order."""
    path = resource("ontology", f"codes-{scheme}.ttl")
    return tuple(
        q.object.value
        for q in ox.parse(path=path)
        if q.predicate == skos.notation and isinstance(q.object, Literal)
    )


_TERMS: dict[str, Callable[[str], NamedNode | Literal | None]] = {
    "goal": _goal,
    "number": _integer,
    "text": _words,
    "city": _words,
    "country": _country,
    "iri": _iri,
    "boolean": _boolean,
}
_CLOSED: dict[str, tuple[str, ...]] = {
    "goal": tuple(str(goal) for goal in range(1, 18)),
    "boolean": ("true", "false"),
}
_ACCEPTS = {
    "goal": "a whole number from 1 to 17",
    "number": "a whole number",
    "text": "up to 200 characters, no control character or backslash",
    "city": "the name of a city, its slug such as fi-tampere, or its IRI; up to 200 characters, no control character or backslash",
    "country": "an ISO 3166-1 code of two or three letters",
    "iri": "an absolute IRI",
    "boolean": "true or false",
}
