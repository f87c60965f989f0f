"""The search of the site: lists of what has a page, and the page that looks through them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Triple

from ...table import Cell
from ...vocabulary import BASE
from .context import Site
from .paths import fragment_of, path_of

__all__ = ["IN_ONE", "files"]

Entry = tuple[str, ...]
"""What can be found: its path, its label, its kind, the cities that speak of it, and its other names."""

IN_ONE = 20_000
"""The most entries of one file: a browser shows what it found in the first while it fetches the next."""

_QUESTIONS = """
SELECT DISTINCT ?thing ?number ?label WHERE {
  GRAPH ?form { ?form a disco:Questionnaire . ?thing lgq:number ?number ; disco:questionText ?label }
}
"""
_TERMS = f"""
SELECT DISTINCT ?thing ?label WHERE {{
  GRAPH <{BASE}ontology> {{ ?thing rdfs:label ?label ; rdfs:isDefinedBy <{BASE}ontology> }}
}}
"""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`search/index.html`, and what it looks through: `search/index.json` names the files of entries."""
    entries = sorted({*_things(site), *_questions(site), *_terms(site)})
    parts = [entries[start : start + IN_ONE] for start in range(0, len(entries), IN_ONE)]
    names = [f"entries-{number}.json" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield f"search/{name}", _lines(part)
    yield "search/index.json", (json.dumps({"count": len(entries), "files": names}) + "\n").encode()
    yield site.frame.page("search.html", "search", "Search", scripts=("search.js",), crumbs=(("Home", ""),))


def _things(site: Site) -> Iterator[Entry]:
    """Everything that a response names or speaks of."""
    names, cities = _names(site)
    for iri, kind, label, _ in site.table("graph-nodes").rows:
        if path := path_of(str(iri)):
            others = sorted(names[iri] - {str(label)})
            yield (
                path + fragment_of(str(iri)),
                str(label),
                str(kind),
                ", ".join(sorted(cities[iri])),
                *others,
            )


def _names(site: Site) -> tuple[defaultdict[Cell, set[str]], defaultdict[Cell, set[str]]]:
    """By IRI, all names of an entity, and the cities that speak of it."""
    names: defaultdict[Cell, set[str]] = defaultdict(set)
    cities: defaultdict[Cell, set[str]] = defaultdict(set)
    for city, entity, _, name, alternative, _, _ in site.table("entities").rows:
        names[entity] |= {str(name), *str(alternative or "").split(" | ")} - {""}
        cities[entity].add(str(city))
    return names, cities


def _questions(site: Site) -> Iterator[Entry]:
    for thing, number, label in _found(site, _QUESTIONS):
        yield (_place(thing), label, "question", "", f"question {number}", f"q{number}")


def _terms(site: Site) -> Iterator[Entry]:
    for thing, label in _found(site, _TERMS):
        yield (_place(thing), label, "term", "", fragment_of(thing)[1:])


def _found(site: Site, sparql: str) -> Iterator[tuple[str, ...]]:
    """The rows of a query that binds all its variables, as text."""
    for row in site.store.select(sparql).rows:
        yield tuple(term.value for term in row if term is not None and not isinstance(term, Triple))


def _place(iri: str) -> str:
    return (path_of(iri) or "") + fragment_of(iri)


def _lines(entries: list[Entry]) -> bytes:
    """One entry a line, so that two builds of a site can be compared."""
    lines = (json.dumps([*entry[:4], entry[4:]], ensure_ascii=False) for entry in entries)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
