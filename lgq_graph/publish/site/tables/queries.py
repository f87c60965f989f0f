"""The queries of the catalogue as pages: what each is for, its rows on this graph, its SPARQL, and how to ask it elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

from pyoxigraph import NamedNode, QuerySolutions

from ....query import Parameter, Query, catalogue
from ....store import Solutions, response_graphs
from ....table import Table
from ....vocabulary import BASE, sdg
from ..context import Site
from .cells import Cells
from .snippets import ENDPOINT, snippets

__all__ = ["PAIRED", "SHOWN", "Field", "files"]

SHOWN = 200
"""So many rows stand on a page; all of them are in its CSV."""
PAIRED = 50
"""Up to so many responses a comparison of cities is asked of all pairs."""

_TERMS = {"goal": "integer", "number": "integer", "iri": "iri", "boolean": "boolean", "country": "capitals"}
"""What the script makes of a value, by the type of its parameter; of any other a string."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter in a form: which kind of term it becomes, what it holds at first, and what may be chosen."""

    parameter: Parameter
    term: str
    value: str
    choices: tuple[str, ...]
    bound: tuple[tuple[str, str], ...]
    """Each choice with the link that opens the query with it."""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`queries/`, and for each query its page, its rows as CSV, and its SPARQL."""
    queries, cells = catalogue(), Cells(site)
    yield site.frame.page(
        "queries.html", "queries", "Queries", crumbs=(("Home", ""),), groups=_by_tag(queries)
    )
    for query in queries:
        yield from _files_of(site, query, cells)


def _by_tag(queries: Iterable[Query]) -> list[tuple[str, list[Query]]]:
    groups: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        for tag in query.tags:
            groups[tag].append(query)
    return sorted(groups.items())


def _files_of(site: Site, query: Query, cells: Cells) -> Iterator[tuple[str, bytes]]:
    arguments, table, why = _asked(site, query)
    text = query.bind(**arguments)
    yield site.frame.page(
        "query.html",
        f"queries/{query.name}",
        query.summary,
        crumbs=(("Home", ""), ("Queries", "queries")),
        query=query,
        fields=_fields(query, arguments),
        cities=sorted({city.label for city in site.analysis.facts.cities}),
        given=[(name, cells.piece(value)) for name, value in arguments.items()],
        why=why,
        table=table,
        rows=cells.rows(table, SHOWN),
        sparql=text,
        opened=_opened(text),
        snippets=snippets(query.name, site.base, arguments),
        endpoint=ENDPOINT,
        scripts=("tables.js",),
    )
    yield f"queries/{query.name}.csv", table.to_csv().encode()
    yield f"queries/{query.name}.rq", text.encode()


def _asked(site: Site, query: Query) -> tuple[dict[str, str], Table, str]:
    """What a query is asked with, its rows, and why it is asked with that."""
    if "comparison" in query.tags and len(site.store.responses()) > PAIRED:
        return *_of_two(site, query), "two of the cities, since all pairs would be too many"
    return *_of_first(site, query), "the first of the data that has rows"


def _of_first(site: Site, query: Query) -> tuple[dict[str, str], Table]:
    """The rows for the defaults; where a query needs something, for the first of the data that has rows."""
    needed = [parameter for parameter in query.parameters if parameter.default == "required"]
    for values in product(*(_examples(site, parameter) for parameter in needed)):
        arguments = {parameter.name: value for parameter, value in zip(needed, values, strict=True)}
        table = site.table(query.name, **arguments)
        if table.rows:
            break
    return arguments, table


def _of_two(site: Site, query: Query) -> tuple[dict[str, str], Table]:
    """The rows for the first city and the last, asked of their own responses alone: of all, its time grows with the pairs."""
    responses = site.store.responses()
    two = (responses[0], responses[-1])
    names = (parameter.name for parameter in query.parameters if parameter.type == "city")
    arguments = {name: f"{BASE}id/city/{one.city}" for name, one in zip(names, two, strict=False)}
    graphs = [NamedNode(f"{BASE}ontology"), NamedNode(sdg.iri.rstrip("/"))]
    graphs += [graph for one in two for graph in response_graphs(one.city, one.edition)]
    found = site.store.query(query.bind(**arguments), named_graphs=graphs)
    return arguments, query.table(
        Solutions.of(found) if isinstance(found, QuerySolutions) else Solutions((), ())
    )


_NOTHING = f"{BASE}id/city/none"
"""What is asked for where no response is left."""


def _examples(site: Site, parameter: Parameter) -> Iterable[str]:
    """Values of a parameter that the data may have rows for."""
    facts = site.analysis.facts
    match parameter.type:
        case "city":
            return [city.label for city in facts.cities] or [_NOTHING]
        case "iri":
            return (
                sorted(facts.of_kinds("service", "portal"))
                or [city.iri for city in facts.cities]
                or [_NOTHING]
            )
    return parameter.choices


def _fields(query: Query, arguments: Mapping[str, str]) -> list[Field]:
    return [_field(query, parameter, arguments) for parameter in query.parameters]


def _field(query: Query, parameter: Parameter, arguments: Mapping[str, str]) -> Field:
    default = "" if parameter.default in ("any", "required") else parameter.default
    value = arguments.get(parameter.name, default)
    bound = tuple(
        (choice, _opened(query.bind(**{**arguments, parameter.name: choice}))) for choice in parameter.choices
    )
    return Field(parameter, _TERMS.get(parameter.type, "string"), value, parameter.choices, bound)


def _opened(sparql: str) -> str:
    """The page of SPARQL with a query in it, from the root of the site."""
    return f"sparql/#query={quote(sparql, safe='')}"
