"""Asking a SPARQL 1.1 endpoint over HTTP. The only place that knows SPARQLWrapper."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPMessage
from urllib.parse import quote
from urllib.request import Request

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from ..errors import DataError
from ..store import Solutions
from ..vocabulary import BASE
from .wire import address, given_timeout, send

__all__ = ["Endpoint", "GraphStore"]

_AGENT = f"lgq-graph (+{BASE})"
_SHORT = 2000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 endpoint, by the address for queries and, where it is another, the one for updates.

    UsageError when an address is not http or https. Every question raises DataError when the endpoint fails; an answer
    that it cut off is never taken for the whole one.
    """

    url: str
    update_url: str = ""
    timeout: int = 0

    def __post_init__(self) -> None:
        for url in filter(None, (self.url, self.update_url)):
            address(url)

    def select(self, sparql: str) -> Solutions:
        """The rows of a SELECT, typed."""
        headers, body = self._asked(sparql, "application/sparql-results+json")
        rows = self._parsed(body)
        _check_whole(headers, len(rows), self.url)
        return rows

    def _parsed(self, body: bytes) -> Solutions:
        try:
            found = ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
            if isinstance(found, ox.QuerySolutions):
                return Solutions.of(found)
        except (SyntaxError, ValueError, OSError) as error:
            raise DataError(f"the endpoint sent no result of a query: {error}", file=self.url) from error
        raise DataError("the endpoint sent no rows", file=self.url)

    def triples(self, graph: NamedNode) -> list[Triple]:
        """All triples of a named graph."""
        wanted = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        headers, body = self._asked(wanted, "application/n-triples")
        found = _triples(body, self.url)
        _check_whole(headers, len(found), self.url)
        return found

    def counts(self, graphs: Iterable[NamedNode] | None = None) -> dict[NamedNode, int]:
        """How many triples each named graph holds that holds any; of some graphs, or of all."""
        named = "" if graphs is None else f"VALUES ?graph {{ {' '.join(map(str, graphs))} }} "
        rows = self.select(
            f"SELECT ?graph (COUNT(*) AS ?n) WHERE {{ {named}GRAPH ?graph {{ ?s ?p ?o }} }} GROUP BY ?graph"
        )
        return {graph: int(n.value) for graph, n in rows.rows if isinstance(graph, NamedNode)}  # type: ignore[union-attr]

    def update(self, sparql: str) -> None:
        """Run a SPARQL update."""
        self._asked(sparql, "*/*", update=True)

    def _asked(self, sparql: str, media: str, update: bool = False) -> tuple[HTTPMessage, bytes]:
        import SPARQLWrapper

        asked = SPARQLWrapper.SPARQLWrapper(self.url, self.update_url or None, agent=_AGENT)
        asked.setOnlyConneg(True)
        asked.addCustomHttpHeader("Accept", media)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of return formats, which `Accept` overrules
            asked.setQuery(sparql)
            asked.queryType = (
                SPARQLWrapper.INSERT if update else SPARQLWrapper.SELECT
            )  # it guesses, by words in comments too
            long = update or len(quote(sparql)) > _SHORT
            asked.setMethod(SPARQLWrapper.POST if long else SPARQLWrapper.GET)
            request = asked._createRequest()
        return send(request, self.timeout or given_timeout())


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A store that speaks the Graph Store HTTP Protocol at an address; `parameter` names the graph there."""

    url: str
    timeout: int = 0

    def __post_init__(self) -> None:
        address(self.url)

    def put(self, graph: NamedNode, data: bytes) -> None:
        """Replace a graph by N-Triples."""
        self._sent("PUT", graph, data)

    def delete(self, graph: NamedNode) -> None:
        """Remove a graph that is there."""
        self._sent("DELETE", graph, None)

    def _sent(self, method: str, graph: NamedNode, data: bytes | None) -> None:
        between = "&" if "?" in self.url else "?"
        url = f"{self.url}{between}graph={quote(graph.value, safe='')}"
        headers = {"User-Agent": _AGENT, "Content-Type": "application/n-triples"}
        send(Request(url, data=data, headers=headers, method=method), self.timeout or given_timeout())


def _triples(body: bytes, url: str) -> list[Triple]:
    try:
        return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]
    except (SyntaxError, ValueError) as error:
        raise DataError(f"the endpoint sent no N-Triples: {error}", file=url) from error


def _check_whole(headers: HTTPMessage, found: int, url: str) -> None:
    """Virtuoso tells its limit in a header, and cuts off there with a status of 200."""
    limit = headers.get("X-SPARQL-MaxRows") or ""
    if limit.isdecimal() and found >= int(limit):
        raise DataError(
            f"the endpoint cut its answer off at {limit} rows", file=url, hint="raise ResultSetMaxRows in its virtuoso.ini"
        )  # fmt: skip
