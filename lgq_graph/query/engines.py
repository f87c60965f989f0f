"""Where engines differ, and the one place that evens it out: the text of a query before it is sent, the order of rows after."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode

from ..store import Solutions, Store, Term

__all__ = ["ordered", "settled"]

_BLOCK = re.compile(r"VALUES \?_(?P<name>[a-z_]+) \{ (?P<term>[^{}\n]*) \}")
_ORDER = re.compile(r"(?s)\nORDER BY (?P<by>[^{}]*)\Z")


def settled(sparql: str) -> str:
    """A query of the catalogue with its parameters as constants in place of `VALUES` blocks: the same to SPARQL.

    Virtuoso loses itself in plans for hours when a query has several of these blocks, and finds no row when they are `BIND`s.
    """
    given = {block["name"]: block["term"] for block in _BLOCK.finditer(sparql)}
    text = _BLOCK.sub("", sparql)
    for name, term in given.items():
        if term != "UNDEF":
            text = re.sub(rf"(?<=SELECT)([^{{}}]*?) \?_{name}\b", r"\1", text)
            text = re.sub(rf"\bBOUND\(\?_{name}\)", "true", text)
            text = re.sub(rf"\?_{name}\b", lambda _, term=term: term, text)  # type: ignore[misc]
    return text


def ordered(rows: Solutions, sparql: str) -> Solutions:
    """The rows of another engine in the order that a store here gives to the query: Virtuoso sorts long text in its own way.

    They stay as they came when the query wants no order, or one by what it does not show.
    """
    found = _ORDER.search(sparql.rstrip())
    hidden = set(re.findall(r"[?$](\w+)", found["by"])) - set(rows.variables) if found else {""}
    if found is None or hidden or any(isinstance(term, BlankNode) for row in rows.rows for term in row):
        return rows
    names = " ".join(f"?{name}" for name in rows.variables)
    lines = "\n".join(f"({' '.join(map(_written, row))})" for row in rows.rows)
    return Store().select(f"SELECT {names} WHERE {{ VALUES ({names}) {{ {lines} }} }} ORDER BY {found['by']}")


def _written(term: Term | None) -> str:
    return "UNDEF" if term is None else str(term)
