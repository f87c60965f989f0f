"""Statements that the site makes of itself and its files, written as Turtle, JSON-LD and N-Triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from ...vocabulary import PREFIXES, Prefix
from ..select import order

__all__ = ["Description", "Value", "en", "sh", "spdx", "text"]

Value: TypeAlias = NamedNode | Literal | int
"""What is said of a subject; an `int` is an integer of XML Schema."""

sh = Prefix("http://www.w3.org/ns/shacl#")
spdx = Prefix("http://spdx.org/rdf/terms#")
_DECLARED = re.compile(rb"^@prefix .*\n", re.MULTILINE)
_PREFIXED = re.compile(rb"(?<![\w<:/-])([a-z][a-z-]*):")
"""May find more than there are, in a text; that declares a prefix too many, which does no harm."""
_MORE = {"sh": sh.iri, "spdx": spdx.iri}


def en(words: str) -> Literal:
    """A text in English."""
    return Literal(words, language="en")


def text(words: str) -> Literal:
    """A text in no language."""
    return Literal(words)


class Description:
    """A set of triples that comes out in one order: by subject, its class first."""

    def __init__(self, triples: Iterable[ox.Triple] = ()) -> None:
        self._triples = set(triples)

    def add(self, subject: NamedNode, predicate: NamedNode, *values: Value) -> None:
        """Say one thing of a subject, for each value."""
        for value in values:
            term = Literal(value) if isinstance(value, int) else value
            self._triples.add(ox.Triple(subject, predicate, term))

    def say(self, subject: NamedNode, said: Mapping[NamedNode, Value | Iterable[Value]]) -> None:
        """Say several things of a subject: by predicate a value, or several."""
        for predicate, values in said.items():
            one = isinstance(values, NamedNode | Literal | int)
            self.add(subject, predicate, *([values] if one else values))  # type: ignore[misc]

    def turtle(self) -> bytes:
        """As Turtle, of which only the prefixes that it uses are declared."""
        known = PREFIXES | _MORE
        text = ox.serialize(self._sorted(), format=ox.RdfFormat.TURTLE, prefixes=known) or b""
        used = set(_PREFIXED.findall(_DECLARED.sub(b"", text)))
        prefixes = {name: iri for name, iri in known.items() if name.encode() in used}
        return ox.serialize(self._sorted(), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""

    def n_triples(self) -> bytes:
        """As N-Triples, one statement a line."""
        return ox.serialize(self._sorted(), format=ox.RdfFormat.N_TRIPLES) or b""

    def json_ld(self) -> bytes:
        """As JSON-LD that needs no context."""
        return (ox.serialize(self._sorted(), format=ox.RdfFormat.JSON_LD) or b"") + b"\n"

    def twins(self, path: str) -> list[tuple[str, bytes]]:
        """The three files that stand beside a page."""
        return [
            (f"{path}.ttl", self.turtle()),
            (f"{path}.jsonld", self.json_ld()),
            (f"{path}.nt", self.n_triples()),
        ]

    def _sorted(self) -> list[ox.Triple]:
        lines = [(str(triple), ox.Quad(*triple)) for triple in self._triples]
        return [quad.triple for _, quad in sorted(lines, key=order)]
