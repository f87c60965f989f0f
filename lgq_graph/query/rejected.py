"""What a person rejected of a thing, in lines for whoever asks about the thing: it is no part of what holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..properties import short_name
from ..table import Cell, Table
from ..vocabulary import BASE, dct, rdfs, skos

__all__ = ["names_in", "notes_of"]

_SHOWN, _LONGEST = 5, 200
_NAMING = frozenset(iri.value for iri in (rdfs.label, dct.title, skos.prefLabel, skos.altLabel))


def notes_of(rejected: Table, thing: str) -> tuple[str, ...]:
    """A line for each correction that rejected something of a thing: what, in which role, when and why; none when there is none."""
    said: dict[Cell, dict[str, None]] = defaultdict(dict)
    by: dict[Cell, str] = {}
    for row in rejected.to_records():
        said[row["correction"]][f"{_short(row['predicate'])} {_short(row['object'])}"] = None
        by[row["correction"]] = f"by the {row['by']} on {row['date']}: {_short(row['because'])}"
    if not said:
        return ()
    lines = [f"rejected {by[one]} ({_listed(statements)})" for one, statements in said.items()]
    more = [f"and {len(lines) - _SHOWN} corrections more"] if len(lines) > _SHOWN else []
    told = f"Not among the rows is what was rejected; see: lgq-graph query rejected-claims entity={thing}"
    return (told, *lines[:_SHOWN], *more)


def names_in(rejected: Table) -> Mapping[str, set[str]]:
    """The names, in lower case, that each thing had and that were rejected with it or of it."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in rejected.to_records():
        names[str(row["entity"])] |= {str(row["object"]).casefold()} if row["predicate"] in _NAMING else set()
    return names


def _listed(statements: Mapping[str, None]) -> str:
    shown = list(statements)[:_SHOWN]
    more = len(statements) - len(shown)
    return "; ".join([*shown, *([f"{more} more"] if more else [])])


def _short(cell: Cell) -> str:
    words = short_name(" ".join(str(cell).split())).removeprefix(BASE)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
