"""JSON-LD: the dataset with its named graphs, compacted with the context of `ontology/`; nothing is fetched.

The context is ours and small, so its terms are looked up here, once for each predicate; pyld's general algorithm took
forty times as long as all other formats together. A test expands the result with pyld and compares it with the dataset.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from ..resources import resource
from ..vocabulary import BASE, rdf, xsd
from .select import Selection, statements

__all__ = ["CONTEXT", "Context", "files", "graphs"]

CONTEXT = BASE + "context.jsonld"
"""Where the context is published; the exports name it and carry a copy beside them."""

_TYPE, _STRING = rdf.type.value, xsd.string.value

Json = Any


class Context:
    """The terms of a context, by predicate IRI and by how they take a value: as IRI, by datatype, by language, or plain."""

    def __init__(self, terms: dict[str, Json]) -> None:
        self._prefixes = {
            name: iri for name, iri in terms.items() if isinstance(iri, str) and iri.endswith(("#", "/", ":"))
        }
        self._classes: dict[str, str] = {}
        self._terms: dict[tuple[str, str], str] = {}
        for name, definition in terms.items():
            if name.startswith("@") or name in self._prefixes:
                continue
            if isinstance(definition, str):
                self._classes[self._iri(definition)] = name
                self._terms.setdefault((self._iri(definition), "plain"), name)
            else:
                self._terms[self._iri(definition["@id"]), self._way(definition)] = name

    def _iri(self, curie: str) -> str:
        prefix, colon, local = curie.partition(":")
        return self._prefixes[prefix] + local if colon and prefix in self._prefixes else curie

    def _way(self, definition: dict[str, Json]) -> str:
        if definition.get("@container") == "@language":
            return "language"
        if "@container" in definition or "@language" in definition:
            return "other"
        kind = definition.get("@type", "plain")
        return "iri" if kind in ("@id", "@vocab") else self._iri(kind)

    def class_(self, iri: str) -> str:
        """How a class is written."""
        return self._classes.get(iri, iri)

    def entry(self, predicate: str, value: NamedNode | Literal) -> tuple[str, Json, str]:
        """The key, the value under it, and the language when the key groups by language."""
        way, language = _way_of(value)
        if term := self._terms.get((predicate, way)):
            return term, value.value, language
        return self._terms.get((predicate, "plain"), predicate), _explicit(value), ""


def files(selection: Selection) -> dict[str, bytes]:
    """`lgq.jsonld`, and `context.jsonld` that it refers to."""
    document = {"@context": CONTEXT, "@graph": list(graphs(selection))}
    return {
        "lgq.jsonld": (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(),
        "context.jsonld": _context_file(),
    }


def graphs(selection: Selection) -> Iterator[Json]:
    """Each named graph as a JSON object, to be read with the context."""
    context = _context()
    for graph, found in selection.graphs():
        yield {"id": graph.value, "@graph": _nodes(context, statements(found))}


def _context_file() -> bytes:
    return resource("ontology", "context.jsonld").read_bytes()


@cache
def _context() -> Context:
    return Context(json.loads(_context_file())["@context"])


def _nodes(context: Context, quads: Iterable[Quad]) -> list[Json]:
    return [
        _node(context, subject, same)
        for subject, same in groupby(quads, key=lambda quad: quad.subject)
        if isinstance(subject, NamedNode)
    ]


def _node(context: Context, subject: NamedNode, quads: Iterable[Quad]) -> Json:
    node: dict[str, Json] = {"id": subject.value}
    classes: list[Json] = []
    grouped: dict[str, list[Json]] = {}
    by_language: dict[str, dict[str, list[Json]]] = {}
    for quad in quads:
        predicate, value = quad.predicate.value, quad.object
        if not isinstance(value, (NamedNode, Literal)):
            continue
        if predicate == _TYPE:
            classes.append(context.class_(value.value))
            continue
        key, found, language = context.entry(predicate, value)
        if language:
            by_language.setdefault(key, {}).setdefault(language, []).append(found)
        else:
            grouped.setdefault(key, []).append(found)
    if classes:
        node["type"] = _one_or_all(classes)
    node |= {key: _one_or_all(values) for key, values in grouped.items()}
    node |= {
        key: {tag: _one_or_all(values) for tag, values in found.items()} for key, found in by_language.items()
    }
    return node


def _way_of(value: NamedNode | Literal) -> tuple[str, str]:
    """How a value may be written short: as an IRI, by its language (given then), its datatype, or plain for a string."""
    if isinstance(value, NamedNode):
        return "iri", ""
    if language := value.language:
        return "language", language
    datatype = value.datatype.value
    return "plain" if datatype == _STRING else datatype, ""


def _explicit(value: NamedNode | Literal) -> Json:
    """A value that tells itself what it is."""
    if isinstance(value, NamedNode):
        return {"id": value.value}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == xsd.string:
        return {"@value": value.value}
    return {"@value": value.value, "@type": value.datatype.value}


def _one_or_all(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values
