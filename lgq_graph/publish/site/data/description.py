"""Statements that the site makes of itself and its files, written as Turtle, JSON-LD and N-Triples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from ..terms import sh, spdx
from ..things.twins import Block, blocks_of, json_ld, n_triples, turtle, twins

__all__ = ["Description", "Value", "en", "sh", "spdx", "text"]

Value: TypeAlias = NamedNode | Literal | int
"""What is said of a subject; an `int` is an integer of XML Schema."""


def en(words: str) -> Literal:
    """A text in English."""
    return Literal(words, language="en")


def text(words: str) -> Literal:
    """A text in no language."""
    return Literal(words)


class Description:
    """A set of triples that comes out in one order."""

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
        return turtle(self._blocks())

    def n_triples(self) -> bytes:
        """As N-Triples, one statement a line."""
        return n_triples(self._blocks())

    def json_ld(self) -> bytes:
        """As JSON-LD that needs no context."""
        return json_ld(self._blocks())

    def twins(self, path: str) -> list[tuple[str, bytes]]:
        """The three files that stand beside a page."""
        return list(twins(path, self._blocks()))

    def _blocks(self) -> Iterable[Block]:
        return blocks_of(self._triples).values()
