"""The SPARQL page: an editor, and a query engine in the page that asks the site's own dump; no server answers."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pyoxigraph import NamedNode

from ...query import Query, catalogue, find_query
from ...vocabulary import BASE, PREFIXES
from .context import Site

__all__ = ["DUMP", "files", "page"]

DUMP = "data/lgq.nq.gz"
"""The file that the page asks: every graph of the store, the ontology and the code lists too."""

_OF_OTHERS = f'FILTER(!STRSTARTS(STR(?graph), "{BASE}graph/enriched/"))'  # which the dump has not
_CLASSES = f"SELECT DISTINCT ?term WHERE {{ GRAPH ?graph {{ ?thing a ?term }} {_OF_OTHERS} }}"
_PROPERTIES = f"SELECT DISTINCT ?term WHERE {{ GRAPH ?graph {{ ?thing ?term ?value }} {_OF_OTHERS} }}"


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`sparql/index.html`, the terms that its editor completes, and the queries of the catalogue."""
    yield "sparql/terms.json", _json(_terms(site))
    yield "sparql/examples.json", _json({query.name: _shown(query, query.text) for query in catalogue()})
    yield page(site)


def page(site: Site, endpoint: str = "") -> tuple[str, bytes]:
    """The page as a file; with the address of an endpoint on the same host, that answers in the engine's place."""
    first = find_query("services-by-sdg")
    return site.frame.page(
        "sparql.html", "sparql", "Ask in SPARQL", scripts=("sparql.js",), crumbs=(("Home", ""),),
        dump=DUMP, iris=BASE, endpoint=endpoint, queries=catalogue(), first=_shown(first, first.bind(goal=6)),
    )  # fmt: skip


def _shown(query: Query, text: str) -> str:
    """A query as one reads it in the editor: its summary instead of the header that is for programs."""
    lines = [line for line in text.splitlines() if not line.startswith("#+")]
    return "\n".join((f"# {query.summary}", *lines)) + "\n"


def _terms(site: Site) -> dict[str, object]:
    """The classes and properties that the data use, and the prefixes that the queries write them with."""
    return {
        "prefixes": PREFIXES,
        "classes": _found(site, _CLASSES),
        "properties": _found(site, _PROPERTIES),
    }


def _found(site: Site, sparql: str) -> list[str]:
    terms = (term for (term,) in site.store.select(sparql).rows)
    return sorted(term.value for term in terms if isinstance(term, NamedNode))


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=0) + "\n").encode()
