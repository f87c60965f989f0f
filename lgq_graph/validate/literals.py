"""What Oxigraph says of many literals at once: which texts match, which are well typed, which comes before which.

A query is read anew each time it is asked, so one is asked of all values, not one of each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

__all__ = ["ill_typed", "out_of_order", "unmatched"]


def unmatched(texts: Collection[str], pattern: str) -> set[str]:
    """The texts in which a pattern of SPARQL is not found; all, when it is no pattern."""
    return _texts(texts, f"!COALESCE(REGEX(?text, {Literal(pattern)}), false)")


def ill_typed(texts: Collection[str], datatype: NamedNode) -> set[str]:
    """The texts that write no value of a datatype which SPARQL can cast to."""
    return _texts(texts, f"!COALESCE(STRLEN(STR({datatype}(?text))) > 0, false)")


def out_of_order(pairs: Sequence[tuple[Literal, Literal]]) -> Iterator[int]:
    """The places of the pairs whose first is not known to be at most the second."""
    rows = " ".join(f"({place} {low} {high})" for place, (low, high) in enumerate(pairs))
    asked = f"SELECT ?place WHERE {{ VALUES (?place ?low ?high) {{ {rows} }} FILTER(!COALESCE(?low <= ?high, false)) }}"
    return map(int, _answer(asked)) if pairs else iter(())


def _texts(texts: Collection[str], condition: str) -> set[str]:
    values = " ".join(str(Literal(text)) for text in texts)
    asked = f"SELECT ?text WHERE {{ VALUES ?text {{ {values} }} FILTER({condition}) }}"
    return set(_answer(asked)) if texts else set()


def _answer(asked: str) -> Iterator[str]:
    found = ox.Store().query(asked)
    assert isinstance(found, ox.QuerySolutions)
    return (term.value for (term,) in found)
