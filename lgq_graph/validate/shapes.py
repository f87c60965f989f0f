"""The shapes of `shapes/` as values: core shapes, each with all classes it is asked of, and constraints in SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple

from ..errors import DataError
from ..resources import resources
from ..vocabulary import Prefix, rdf
from .report import INFO, VIOLATION, WARNING

__all__ = ["Rule", "Shape", "Shapes", "is_rules", "read_shapes", "shape_files", "shapes_of"]

sh = Prefix("http://www.w3.org/ns/shacl#")
_SEVERITY = {sh.Violation: VIOLATION, sh.Warning: WARNING, sh.Info: INFO}
_FRAME = {rdf.type, sh.targetClass, sh.path, sh.property, sh.severity, sh.message}


@dataclass(frozen=True, slots=True)
class Shape:
    """What is asked of `path` (or, without one, of the node itself) on every node of `targets`.

    `constraints` are pairs of a SHACL parameter ("minCount") and its value.
    """

    iri: str
    targets: tuple[NamedNode, ...]
    path: NamedNode | None
    constraints: tuple[tuple[str, NamedNode | Literal], ...]
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint over all graphs of a response: its query binds ?focus, and may bind ?path and ?value."""

    iri: str
    severity: str
    message: str
    select: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes, in the order of their IRIs."""

    core: tuple[Shape, ...]
    rules: tuple[Rule, ...]


def is_rules(path: Path) -> bool:
    """Whether a file holds the constraints over the whole graph, which no plain SHACL engine can run."""
    return path.name == "global.ttl"


def shape_files() -> tuple[Path, ...]:
    """The files of all shapes."""
    files = resources("shapes", "*.ttl")
    if not files:
        raise DataError("there are no shapes", hint="reinstall lgq-graph, or run it from a full checkout")
    return files


@lru_cache(maxsize=1)
def shapes_of() -> Shapes:
    """The shapes of this project, read once."""
    return read_shapes(shape_files())


def read_shapes(files: Iterable[Path]) -> Shapes:
    """Shapes from Turtle files, which may refer to each other; DataError when one has no severity or message."""
    graph = Store()
    for file in files:
        graph.load(path=str(file), format=RdfFormat.TURTLE)
    targets = _targets(graph)
    rules = [_rule(graph, quad.subject) for quad in graph.quads_for_pattern(None, sh.sparql, None)]
    core = [_shape(graph, node, classes) for node, classes in targets.items() if _constraints(graph, node)]
    return Shapes(tuple(sorted(core, key=lambda s: s.iri)), tuple(sorted(rules, key=lambda r: r.iri)))


def _targets(graph: Store) -> dict[NamedNode, set[NamedNode]]:
    """Which classes each shape is asked of: its own, and for a property shape those of the node shapes that name it."""
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in graph.quads_for_pattern(None, sh.targetClass, None):
        found[quad.subject].add(quad.object)
        for used in graph.quads_for_pattern(quad.subject, sh.property, None):
            found[used.object].add(quad.object)
    return found


def _shape(graph: Store, node: NamedNode, targets: set[NamedNode]) -> Shape:
    ordered = tuple(sorted(targets, key=str))
    return Shape(node.value, ordered, _one(graph, node, sh.path), _constraints(graph, node), *_says(graph, node))


def _constraints(graph: Store, node: NamedNode) -> tuple[tuple[str, NamedNode | Literal], ...]:
    found = [q.triple for q in graph.quads_for_pattern(node, None, None) if q.predicate not in _FRAME]
    return tuple(sorted(((_parameter(t), t.object) for t in found), key=lambda pair: (pair[0], str(pair[1]))))


def _parameter(triple: Triple) -> str:
    name: str = triple.predicate.value
    if not name.startswith(sh.iri):
        raise DataError(f"the shape {triple.subject} says {triple.predicate}, which SHACL does not know")
    return name.removeprefix(sh.iri)


def _says(graph: Store, node: NamedNode) -> tuple[str, str]:
    severity, message = _one(graph, node, sh.severity), _one(graph, node, sh.message)
    if severity is None or message is None:
        raise DataError(f"the shape {node} has no severity or no message", hint="give it sh:severity and sh:message")
    return _SEVERITY[severity], message.value


def _rule(graph: Store, node: NamedNode) -> Rule:
    query = _one(graph, node, sh.sparql)
    prefixes = _prefixes(graph, _one(graph, query, sh.prefixes))
    return Rule(node.value, *_says(graph, node), select=prefixes + _one(graph, query, sh.select).value)


def _prefixes(graph: Store, node: NamedNode) -> str:
    declared = [q.object for q in graph.quads_for_pattern(node, sh.declare, None)]
    pairs = sorted((_one(graph, d, sh.prefix).value, _one(graph, d, sh.namespace).value) for d in declared)
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in pairs)


def _one(graph: Store, subject: NamedNode, predicate: NamedNode):  # type: ignore[no-untyped-def]
    """The object of a triple, or None; two are an error of the file."""
    found = [q.object for q in graph.quads_for_pattern(subject, predicate, None)]
    if len(found) > 1:
        raise DataError(f"the shape {subject} has two values of {predicate}")
    return found[0] if found else None
