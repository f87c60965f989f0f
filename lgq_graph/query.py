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
each value begins with its rank and a colon, which sort it and are taken off.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from .errors import DataError, UsageError
from .model import Kind
from .resources import resource, resources
from .store import Solutions, Store, Term
from .table import Cell, Table
from .vocabulary import skos, xsd

__all__ = ["Parameter", "Query", "catalogue", "find_query", "run", "run_at"]

_LINE = re.compile(r"#\+ ?(.*)")
_PARAMETER = re.compile(r"(?P<name>[a-z_]+): (?P<type>\S+) = (?P<default>\S+) — (?P<help>.+)")
_BLOCK = re.compile(r"VALUES \?_(?P<name>[a-z_]+) \{ (?P<term>[^{}\n]*) \}")
_MULTI = re.compile(r'([a-z_]+)="([^"]*)"')
_COUNTRY = re.compile(r"[A-Z]{2,3}")
_TEXT = re.compile(r"[^\x00-\x1f\x7f\\]{1,200}")
_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

Argument = str | int | bool


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
        return _ACCEPTS.get(self.type) or "one of " + ", ".join(self._choices)

    @property
    def _choices(self) -> tuple[str, ...]:
        if self.type == "kind":
            return tuple(kind.value for kind in Kind)
        scheme = self.type.removeprefix("code:")
        return tuple(self.type.split("|")) if scheme == self.type else _codes(scheme)

    def term(self, value: Argument) -> NamedNode | Literal:
        """The RDF term of a value; UsageError when it is none of this type."""
        given = str(value).strip()
        term = _TERMS[self.type](given) if self.type in _TERMS else _choice(given, self._choices)
        if term is None:
            raise UsageError(f"{value!r} is no value of the parameter {self.name}", hint=f"{self.name} is {self.accepts}")
        return term

    @property
    def text(self) -> str:
        """The default as SPARQL."""
        return "UNDEF" if self.default in ("any", "required") else str(self.term(self.default))


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
            raise UsageError(f"the query {self.name} has no parameter {name!r}", hint=f"parameters: {accepted}")
        for parameter in self.parameters:
            if parameter.default == "required" and parameter.name not in given:
                raise UsageError(f"the query {self.name} needs the parameter {parameter.name!r}", hint=f"parameters: {accepted}")

    def table(self, solutions: Solutions) -> Table:
        """What a store or an endpoint answered, as plain values in the order of the query."""
        columns = solutions.variables
        rows = (tuple(map(self._cell, columns, row)) for row in solutions.rows)
        return Table(self.name, columns, tuple(rows))

    def _cell(self, column: str, term: Term | None) -> Cell:
        value = None if term is None else _value(term)
        if not isinstance(value, str):
            return value
        if column in self.ranked:
            return _ranked(value, self.ranked[column])
        return _sorted(value, self.multi[column]) if column in self.multi else value


def catalogue() -> tuple[Query, ...]:
    """All queries, by name. DataError when a header is wrong."""
    return tuple(sorted((_read(path) for path in resources("queries", "*.rq")), key=lambda query: query.name))


def find_query(name: str) -> Query:
    """The query of that name; UsageError, with the nearest names, when there is none."""
    known = {path.stem: path for path in resources("queries", "*.rq")}
    if name not in known:
        near = difflib.get_close_matches(name, known) or sorted(known)
        raise UsageError(f"there is no query {name!r}", hint=f"did you mean: {', '.join(near)}?")
    return _read(known[name])


def run(store: Store, name: str, /, **arguments: Argument | None) -> Table:
    """Ask a store one query of the catalogue."""
    query = find_query(name)
    return query.table(store.select(query.bind(**arguments)))


def run_at(endpoint_url: str, name: str, /, *, timeout: int = 60, **arguments: Argument | None) -> Table:
    """Ask a SPARQL 1.1 endpoint one query of the catalogue; `timeout` is in seconds.

    UsageError when the address is not http or https, DataError when the endpoint fails.
    """
    query = find_query(name)
    return query.table(_asked(endpoint_url, query.bind(**arguments), timeout))


# --- reading a file -----------------------------------------------------------------------------------------------


@cache
def _read(path: Path) -> Query:
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
        raise DataError(f"a parameter is written 'name: type = default — what it is', not {line!r}", file=str(path))
    return Parameter(**match.groupdict())


def _check_header(query: Query, path: Path) -> None:
    """Header and text must say the same, or a default would depend on how the query is run."""
    if not query.summary or not query.tags:
        raise DataError("the header lacks a summary or tags", file=str(path))
    blocks = [(m["name"], m["term"]) for m in _BLOCK.finditer(query.text)]
    if sorted(blocks) != sorted((p.name, p.text) for p in query.parameters):
        raise DataError("the VALUES blocks do not give each parameter its default, once", file=str(path), place=str(blocks))


def _filled(block: re.Match[str], terms: Mapping[str, str]) -> str:
    name = block["name"]
    return f"VALUES ?_{name} {{ {terms.get(name, block['term'])} }}"


# --- what is given, as terms --------------------------------------------------------------------------------------


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
    value = _YES_NO.get(given.lower())
    return None if value is None else Literal(value)


def _choice(given: str, choices: Iterable[str]) -> Literal | None:
    return Literal(given) if given in choices else None


@cache
def _codes(scheme: str) -> tuple[str, ...]:
    """The codes of a list, in its file's order."""
    path = resource("ontology", f"codes-{scheme}.ttl")
    return tuple(q.object.value for q in ox.parse(path=path) if q.predicate == skos.notation and isinstance(q.object, Literal))


_TERMS: dict[str, Callable[[str], NamedNode | Literal | None]] = {
    "goal": _goal, "number": _integer, "text": _words, "city": _words, "country": _country, "iri": _iri, "boolean": _boolean,
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


# --- what is found, as cells --------------------------------------------------------------------------------------


def _value(term: Term) -> Cell:
    if isinstance(term, Literal):
        return _literal(term)
    return term.value if isinstance(term, NamedNode) else str(term)


def _literal(term: Literal) -> Cell:
    """Numbers and truth values as Python's; anything else, and a number that is none, as it is written."""
    try:
        match term.datatype:
            case xsd.integer:
                return int(term.value)
            case xsd.decimal | xsd.double | xsd.float:
                return _decimal(term.value)
            case xsd.boolean:
                return _YES_NO[term.value]
    except (ValueError, KeyError, InvalidOperation):
        pass
    return term.value


def _decimal(text: str) -> Decimal:
    """The number without the zeros that say nothing: 73900000.0 is 73900000."""
    number = Decimal(text)
    whole = number.is_finite() and number == number.to_integral_value()
    return number.quantize(Decimal(1)) if whole else number.normalize()


def _sorted(text: str, part: str) -> str:
    values = {value for value in text.split(part) if value}
    return part.join(sorted(values, key=_natural))


def _ranked(text: str, part: str) -> str:
    values = (value.partition(":") for value in text.split(part))
    return part.join(words for _, _, words in sorted(values, key=lambda v: (*_natural(v[0]), v[2])))


def _natural(value: str) -> tuple[int, str, str]:
    """Numbers first and by size, then words without regard to case."""
    return (int(value), "", value) if value.isdecimal() else (10**9, value.casefold(), value)


# --- another endpoint ---------------------------------------------------------------------------------------------


def _asked(endpoint_url: str, sparql: str, timeout: int) -> Solutions:
    import SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    if urlsplit(endpoint_url).scheme not in ("http", "https"):
        raise UsageError("an endpoint has an http or https address", place=endpoint_url)
    endpoint = SPARQLWrapper.SPARQLWrapper(endpoint_url, returnFormat=SPARQLWrapper.JSON)
    endpoint.setMethod(SPARQLWrapper.POST)
    endpoint.setTimeout(timeout)
    endpoint.setQuery(sparql)
    try:
        with closing(endpoint.query().response) as response:
            return _solutions(response.read())
    except (SPARQLWrapperException, URLError, OSError, SyntaxError, ValueError) as error:
        _hang_up(error, error.__context__)
        raise DataError(f"the endpoint did not answer the query: {error}", file=endpoint_url) from error


def _hang_up(*errors: BaseException | None) -> None:
    """Close the connection that an HTTP error holds open, be it wrapped or not."""
    for error in errors:
        if isinstance(error, HTTPError):
            error.close()


def _solutions(answer: bytes) -> Solutions:
    found = ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
    if not isinstance(found, ox.QuerySolutions):
        raise ValueError("it sent no rows")
    return Solutions.of(found)
