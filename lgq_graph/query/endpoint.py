"""Asking a SPARQL 1.1 endpoint over HTTP. The only place that knows SPARQLWrapper."""

from __future__ import annotations

from contextlib import closing
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import pyoxigraph as ox

from ..errors import DataError, UsageError
from ..store import Solutions

__all__ = ["select_at"]


def select_at(endpoint_url: str, sparql: str, timeout: int) -> Solutions:
    """The rows of a SELECT. UsageError when the address is not http or https, DataError when the endpoint fails."""
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
