"""JSON-LD: the dataset with its named graphs, compacted with the context of `ontology/`; nothing is fetched."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import pyoxigraph as ox
from pyld import jsonld as pyld

from ..resources import resource
from ..store import Store
from ..vocabulary import BASE
from .select import response_quads

__all__ = ["CONTEXT", "files"]

CONTEXT = BASE + "context.jsonld"
"""Where the context is published; the exports name it and carry a copy beside them."""


def files(store: Store) -> dict[str, bytes]:
    """`lgq.jsonld`, and `context.jsonld` that it refers to."""
    context = resource("ontology", "context.jsonld").read_bytes()
    expanded = json.loads(ox.serialize(response_quads(store), format=ox.RdfFormat.JSON_LD) or b"[]")
    terms = json.loads(context)["@context"]
    compacted = pyld.compact(expanded, terms, {"documentLoader": _refuse, "graph": True})
    document = {"@context": CONTEXT, **{key: value for key, value in compacted.items() if key != "@context"}}
    return {"lgq.jsonld": _text(document), "context.jsonld": context}


def _refuse(url: str, *_: Any) -> NoReturn:
    raise LookupError(f"a remote context is never fetched: {url}")


def _text(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
