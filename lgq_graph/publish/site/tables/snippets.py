"""What a reader may copy to ask a query of the catalogue elsewhere: at a SPARQL endpoint, in Python, in R."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from ....query import Argument

__all__ = ["ENDPOINT", "Snippet", "snippets"]

ENDPOINT = "http://localhost:7878/query"
"""Where Oxigraph answers when it is started on one's own machine; the site itself has no server."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Lines to copy, and what they are for."""

    title: str
    code: str


def snippets(name: str, base: str, arguments: Mapping[str, Argument]) -> tuple[Snippet, ...]:
    """The snippets of a query whose text stands at `queries/NAME.rq` under an address, and which is asked with some arguments."""
    at = f"{base}queries/{name}.rq"
    return (
        Snippet("curl", _CURL.format(at=shlex.quote(at), file=f"{name}.rq", endpoint=ENDPOINT)),
        Snippet("Python, with SPARQLWrapper", _WRAPPER.format(at=at, endpoint=ENDPOINT)),
        Snippet("Python, with lgq_graph", _OWN.format(call=_call(name, arguments))),
        Snippet("R, with httr2", _R.format(at=at, endpoint=ENDPOINT)),
        Snippet("R, the rows below alone", f'rows <- read.csv("{base}queries/{name}.csv")'),
    )


def _call(name: str, arguments: Mapping[str, Argument]) -> str:
    return ", ".join([f'"{name}"', *(f"{key}={value!r}" for key, value in arguments.items())])


_CURL = """\
curl -o {file} {at}
curl -H 'Accept: text/csv' --data-urlencode query@{file} {endpoint}"""
_WRAPPER = """\
from urllib.request import urlopen

from SPARQLWrapper import JSON, POST, SPARQLWrapper

with urlopen("{at}") as file:
    query = file.read().decode()
endpoint = SPARQLWrapper("{endpoint}", returnFormat=JSON)
endpoint.setMethod(POST)
endpoint.setQuery(query)
for row in endpoint.queryAndConvert()["results"]["bindings"]:
    print({{name: term["value"] for name, term in row.items()}})"""
_OWN = """\
import lgq_graph as lgq

with lgq.open_graph("lgq-store") as graph:
    table = graph.query({call})
print(table.to_csv())"""
_R = """\
library(httr2)

query <- resp_body_string(req_perform(request("{at}")))
answer <- request("{endpoint}") |>
  req_headers(Accept = "text/csv") |>
  req_body_form(query = query) |>
  req_perform()
rows <- read.csv(text = resp_body_string(answer))"""
