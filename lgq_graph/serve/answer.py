"""One query over the store of a worker: looked at, run, counted and written whole, or a Problem."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode

from ..errors import UsageError
from ..query import find_query
from ..store import Solutions
from ..store.guard import has_keyword
from ..table import Table
from ..vocabulary import PREFIXES
from .formats import GRAPHS, ROWS
from .guard import check
from .limits import Limits
from .problem import Problem

__all__ = ["GRAPH_FORMATS", "TABLES", "Answer", "answer"]

_ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
}
"""What Oxigraph calls the formats of graphs."""

TABLES: Mapping[str, tuple[str, Callable[[Table], str]]] = {
    "csv": ("text/csv", Table.to_csv),
    "tsv": ("text/tab-separated-values", Table.to_tsv),
    "json": ("application/json", Table.to_json),
    "jsonl": ("application/jsonl", Table.to_jsonl),
}
"""The formats of the API: the media type of each, and what writes it."""

_JSON_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*"', re.DOTALL)
_CSV_STRING = re.compile(rb'"[^"]*+"')
_WORTH = 1400
"""Below so many bytes a packet is a packet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: its media type, the bytes, and how many rows or triples they are."""

    media: str
    body: bytes
    rows: int

    def sent(self, zipped: bool) -> tuple[dict[str, Any], bytes]:
        """As a message, compressed when the client takes it so and it is worth it."""
        small = zipped and len(self.body) >= _WORTH
        body = gzip.compress(self.body, 2, mtime=0) if small else self.body
        return {"media": self.media, "rows": self.rows, "gzip": small}, body


def answer(store: ox.Store, asked: Mapping[str, Any], limits: Limits, services: Sequence[str] = ()) -> Answer:
    """What the store says to a request; a Problem when it is refused or its answer is too large."""
    if "table" in asked:
        return _table(store, asked, limits)
    check(asked["query"], limits, services)
    found = _run(store, asked["query"], asked["default"], asked["named"], asked["base"])
    try:
        if isinstance(found, ox.QueryTriples):
            return _graph(found, asked["graph"], limits)
        return _rows(found, asked["rows"], limits)
    except (OSError, ValueError, RuntimeError) as error:
        raise Problem("bad-query", f"the query cannot be run: {error}") from error


def _run(
    store: ox.Store, sparql: str, default: Sequence[str] | None, named: Sequence[str] | None, base: str | None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The default graph is the union of all graphs, unless the request or the query names a dataset; that of the request stands first."""
    dataset = default is not None or named is not None
    union = not dataset and not has_keyword("FROM", sparql)
    try:
        return store.query(
            sparql, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=union,
            default_graph=[NamedNode(iri) for iri in default or ()] if dataset else None,
            named_graphs=[NamedNode(iri) for iri in named or ()] if dataset else None,
        )  # fmt: skip
    except SyntaxError as error:
        raise Problem("bad-query", f"the query is not valid SPARQL: {error}", "see https://www.w3.org/TR/sparql11-query/") from error  # fmt: skip
    except (OSError, ValueError, RuntimeError) as error:
        raise Problem("bad-query", f"the query cannot be run: {error}") from error


class _Bounded(io.BytesIO):
    """A file that takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, piece: Any) -> int:
        """Take a piece; a Problem when it is too much."""
        if self.tell() + len(piece) > self._most:
            raise _too_large(f"{self._most:,} bytes")
        return super().write(piece)


def _too_large(what: str) -> Problem:
    return Problem("answer-too-large", f"the answer has more than {what}", "ask for a part with LIMIT and OFFSET, or take a dump")  # fmt: skip


def _rows(found: ox.QuerySolutions | ox.QueryBoolean, name: str | None, limits: Limits) -> Answer:
    if name is None:
        raise _unacceptable(ROWS)
    out = _Bounded(limits.size)
    found.serialize(out, _ROWS[name])
    body = out.getvalue()
    rows = 1 if isinstance(found, ox.QueryBoolean) else _counted(name, body)
    if rows > limits.rows:
        raise _too_large(f"{limits.rows:,} rows")
    return Answer(ROWS[name][0], body, rows)


def _counted(name: str, body: bytes) -> int:
    """The rows of an answer, by the marks between them that stand in no string."""
    match name:
        case "xml":
            return body.count(b"<result>")
        case "json":
            bare = _JSON_STRING.sub(b"", body)
            return bare.count(b",{") + (b"[{" in bare)
        case "csv":
            return _CSV_STRING.sub(b"", body).count(b"\n") - 1
    return body.count(b"\n") - 1


def _graph(found: ox.QueryTriples, name: str | None, limits: Limits) -> Answer:
    if name is None:
        raise _unacceptable(GRAPHS)
    triples = list(islice(found, limits.rows + 1))
    if len(triples) > limits.rows:
        raise _too_large(f"{limits.rows:,} triples")
    out = _Bounded(limits.size)
    ox.serialize(triples, out, GRAPH_FORMATS[name], prefixes=PREFIXES)
    return Answer(GRAPHS[name][0], out.getvalue(), len(triples))


def _unacceptable(offers: Mapping[str, Sequence[str]]) -> Problem:
    known = ", ".join(types[0] for types in offers.values())
    return Problem("not-acceptable", "the query gives nothing in a format that the Accept header allows", f"there are: {known}")  # fmt: skip


def _table(store: ox.Store, asked: Mapping[str, Any], limits: Limits) -> Answer:
    """A query of the catalogue, as the library gives it: the cells of a column with several values are in order."""
    try:
        query = find_query(asked["table"])
        bound = query.bind(**asked["arguments"])
    except UsageError as error:
        raise Problem("bad-parameter", error.message, error.hint) from error
    found = _run(store, bound, None, None, None)
    assert isinstance(found, ox.QuerySolutions)
    table = query.table(Solutions(tuple(v.value for v in found.variables), tuple(tuple(r) for r in islice(found, limits.rows + 1))))  # fmt: skip
    if len(table) > limits.rows:
        raise _too_large(f"{limits.rows:,} rows")
    media, write = TABLES[asked["format"]]
    body = write(table).encode()
    if len(body) > limits.size:
        raise _too_large(f"{limits.size:,} bytes")
    return Answer(media, body, len(table))
