"""What a named graph comes to: how many triples, and a hash that no order changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

__all__ = ["Sum", "lines_of", "sum_of"]


@dataclass(frozen=True, slots=True)
class Sum:
    """The number of different triples of a graph, and the SHA-256 of its sorted N-Quads."""

    count: int
    sha256: str


def lines_of(triples: Iterable[Triple]) -> list[str]:
    """Triples as N-Triples write them, without the stop: sorted, each once."""
    return sorted(set(map(str, triples)))


def sum_of(graph: NamedNode, triples: Iterable[Triple]) -> Sum:
    """The sum of a graph; there are no blank nodes in it, so equal sums are equal graphs."""
    lines = lines_of(triples)
    digest = hashlib.sha256("".join(f"{line} {graph} .\n" for line in lines).encode())
    return Sum(len(lines), digest.hexdigest())
