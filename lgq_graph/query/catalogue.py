"""The catalogue of `queries/*.rq`: what there is, how it is asked, and the table it gives, here or at an endpoint.

A query file is plain SPARQL 1.1 that runs as it stands. Its header (grlc's `#+` lines) says what it is for:

    #+ summary: Services that serve a goal
    #+ description: One line or more; more lines are indented.
    #+ tags: sdg, services
    #+ parameters:
    #+   goal: goal = any — the goal, 1 to 17
    #+ multi: names=" | ", urls=" "

A parameter `goal` is the variable `?_goal`, given by one block `VALUES ?_goal { UNDEF }` (`UNDEF` for `any` and
`required`, else the default); binding replaces what stands in that block by one RDF term, and nothing else. The cells of
a `multi` column hold several values: they come out sorted, because GROUP_CONCAT keeps no order. In a `ranked` column
each value begins with its rank and a colon, which sort it and are taken off. The rows of a query without ORDER BY come
out sorted, which costs less here than in an engine; its first columns must be text that tells the rows apart.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from ..errors import DataError, UsageError
from ..resources import resources
from ..store import Solutions
from ..table import Cell, Table
from .cells import by_rank, cell, in_order, rows_of_tsv
from .parameters import Argument, Parameter

__all__ = ["Query", "catalogue", "find_query", "read_query"]

_LINE = re.compile(r"#\+ ?(.*)")
_PARAMETER = re.compile(r"(?P<name>[a-z_]+): (?P<type>\S+) = (?P<default>\S+) — (?P<help>.+)")
_BLOCK = re.compile(r"VALUES \?_(?P<name>[a-z_]+) \{ (?P<term>[^{}\n]*) \}")
_MULTI = re.compile(r'(?<![a-z_])([a-z_]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Query:
    """One question that the graph answers: a file of `queries/`, its header taken apart.

    `multi` and `ranked` give, for each column whose cells hold several values, what stands between these.
    """

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    multi: Mapping[str, str]
    ranked: Mapping[str, str]
    text: str

    @property
    def ordered(self) -> bool:
        """Whether the query itself says in which order its rows come."""
        return "\nORDER BY " in self.text

    def bind(self, **arguments: Argument | None) -> str:
        """The SPARQL text with parameters given; one that is left out, or None, keeps its default.

        UsageError when a parameter is unknown, missing or no value of its type.
        """
        given = {name: value for name, value in arguments.items() if value is not None}
        self._check(given)
        terms = {p.name: str(p.term(given[p.name])) for p in self.parameters if p.name in given}
        return _BLOCK.sub(lambda block: _filled(block, terms), self.text)

    def _check(self, given: Mapping[str, Argument]) -> None:
        accepted = "; ".join(f"{p.name}: {p.accepts}" for p in self.parameters) or "none"
        for name in sorted(given.keys() - {p.name for p in self.parameters}):
            raise UsageError(
                f"the query {self.name} has no parameter {name!r}", hint=f"parameters: {accepted}"
            )
        for parameter in self.parameters:
            if parameter.default == "required" and parameter.name not in given:
                raise UsageError(
                    f"the query {self.name} needs the parameter {parameter.name!r}",
                    hint=f"parameters: {accepted}",
                )

    def table(self, solutions: Solutions) -> Table:
        """What a store or an endpoint answered, as plain values in the order of the query."""
        return self._table(solutions.variables, (tuple(map(cell, row)) for row in solutions.rows))

    def table_of_tsv(self, data: bytes) -> Table:
        """The same from SPARQL's TSV."""
        return self._table(*rows_of_tsv(data))

    def _table(self, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
        if self.ranked or self.multi:
            rows = (tuple(map(self._arranged, columns, row)) for row in rows)
        if not self.ordered:
            rows = sorted(cast("Iterable[tuple[str, ...]]", rows))
        return Table(self.name, columns, tuple(rows))

    def _arranged(self, column: str, value: Cell) -> Cell:
        if not isinstance(value, str):
            return value
        if column in self.ranked:
            return by_rank(value, self.ranked[column])
        return in_order(value, self.multi[column]) if column in self.multi else value


def catalogue() -> tuple[Query, ...]:
    """All queries, by name. DataError when a header is wrong."""
    return tuple(map(read_query, _files().values()))


def find_query(name: str) -> Query:
    """The query of that name; UsageError, with the nearest names, when there is none."""
    known = _files()
    if name not in known:
        near = difflib.get_close_matches(name, known)
        hint = f"did you mean: {', '.join(near)}?" if near else "see `lgq-graph query list`"
        raise UsageError(f"there is no query {name!r}", hint=hint)
    return read_query(known[name])


@cache
def _files() -> Mapping[str, Path]:
    """The files of the catalogue by the names of their queries, in order; looked for once, for that takes longer than a small query."""
    return {path.stem: path for path in sorted(resources("queries", "*.rq"), key=lambda path: path.stem)}


@cache
def read_query(path: Path) -> Query:
    """The query of a file; DataError when its header is wrong."""
    text = path.read_text(encoding="utf-8")
    header = _header(text)
    query = Query(
        name=path.stem,
        summary=header.get("summary", ""),
        description=header.get("description", ""),
        tags=tuple(filter(None, (tag.strip() for tag in header.get("tags", "").split(",")))),
        parameters=tuple(_parameter(line, path) for line in header.get("parameters", "").splitlines()),
        multi=dict(_MULTI.findall(header.get("multi", ""))),
        ranked=dict(_MULTI.findall(header.get("ranked", ""))),
        text=text,
    )
    _check_header(query, path)
    return query


def _header(text: str) -> dict[str, str]:
    """The fields of the `#+` lines; an indented line goes on with the field above it."""
    fields: dict[str, str] = {}
    name = ""
    for line in (m[1] for m in map(_LINE.fullmatch, text.splitlines()) if m):
        if line.startswith(" "):
            fields[name] = f"{fields.get(name, '')}\n{line.strip()}".strip()
        else:
            name, _, value = line.partition(":")
            fields[name] = value.strip()
    return fields


def _parameter(line: str, path: Path) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        raise DataError(
            f"a parameter is written 'name: type = default — what it is', not {line!r}", file=str(path)
        )
    return Parameter(**match.groupdict())


def _check_header(query: Query, path: Path) -> None:
    """Header and text must say the same, or a default would depend on how the query is run."""
    if not query.summary or not query.tags:
        raise DataError("the header lacks a summary or tags", file=str(path))
    blocks = [(m["name"], m["term"]) for m in _BLOCK.finditer(query.text)]
    if sorted(blocks) != sorted((p.name, p.text) for p in query.parameters):
        raise DataError(
            "the VALUES blocks do not give each parameter its default, once",
            file=str(path),
            place=str(blocks),
        )


def _filled(block: re.Match[str], terms: Mapping[str, str]) -> str:
    name = block["name"]
    return f"VALUES ?_{name} {{ {terms.get(name, block['term'])} }}"
