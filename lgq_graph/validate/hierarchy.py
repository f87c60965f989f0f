"""The class hierarchy: without it, shapes for a class would not see its subclasses, and pass them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ..errors import DataError
from ..resources import resource
from ..store import Store
from ..vocabulary import BASE, rdfs

__all__ = ["Hierarchy", "classes_under", "hierarchy_of"]

Hierarchy = Mapping[NamedNode, tuple[NamedNode, ...]]
"""Each class with all that lie under it, itself included."""


def hierarchy_of(store: Store) -> Hierarchy:
    """The classes of the store's ontology, else those of `ontology/lgq.ttl`; DataError when there is no hierarchy."""
    ontology = NamedNode(BASE + "ontology")
    quads = list(store.quads(ontology)) or list(
        parse(path=str(resource("ontology", "lgq.ttl")), format=RdfFormat.TURTLE)
    )
    classes = classes_under(quads)
    if not classes:
        raise DataError(
            "the ontology says nothing of subclasses", hint="load ontology/lgq.ttl into the store anew"
        )
    return classes


def classes_under(quads: Iterable[Quad]) -> Hierarchy:
    """The hierarchy that some quads tell of; empty when they do not."""
    parents: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in quads:
        if (
            quad.predicate == rdfs.subClassOf
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, NamedNode)
        ):
            parents[quad.subject].add(quad.object)
    under: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for node in {*parents, *(parent for found in parents.values() for parent in found)}:
        for ancestor in _ancestors(node, parents):
            under[ancestor].add(node)
    return {root: tuple(sorted(found, key=str)) for root, found in under.items()}


def _ancestors(node: NamedNode, parents: dict[NamedNode, set[NamedNode]]) -> set[NamedNode]:
    seen, waiting = {node}, [node]
    while waiting:
        fresh = parents.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen
