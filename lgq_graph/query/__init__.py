"""The questions that the graph answers: list them, bind their parameters, run them here or at an endpoint."""

from __future__ import annotations

from ..store import Store
from ..table import Table
from .catalogue import Query, catalogue, find_query
from .endpoint import Endpoint, GraphStore
from .engines import ordered, settled
from .parameters import Argument, Parameter
from .rejected import names_in, notes_of

__all__ = [
    "Argument",
    "Endpoint",
    "GraphStore",
    "Parameter",
    "Query",
    "catalogue",
    "find_query",
    "names_in",
    "notes_of",
    "run",
    "run_at",
]


def run(store: Store, name: str, /, **arguments: Argument | None) -> Table:
    """Ask a store one query of the catalogue."""
    query = find_query(name)
    return query.table_of_tsv(store.select_tsv(query.bind(**arguments)))


def run_at(endpoint_url: str, name: str, /, *, timeout: int = 0, **arguments: Argument | None) -> Table:
    """Ask a SPARQL 1.1 endpoint one query of the catalogue; `timeout` is in seconds, 60 unless `LGQ_ENDPOINT_TIMEOUT` tells.

    UsageError when the address is not http or https, DataError when the endpoint fails.
    """
    query = find_query(name)
    text = query.bind(**arguments)
    return query.table(ordered(Endpoint(endpoint_url, timeout=timeout).select(settled(text)), text))
