"""The shapes of `shapes/` as values: core shapes, each with all that it is asked of, and constraints in SPARQL.

Whatever is said of a shape and is not known here or to the compiler is a DataError that names it: no constraint is passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ..errors import DataError
from ..resources import resources
from ..store import refuse_service
from ..vocabulary import BASE, Prefix, rdf, rdfs
from .report import INFO, VIOLATION, WARNING

__all__ = ["Rule", "Said", "Shape", "Shapes", "Target", "is_rules", "read_shapes", "shape_files", "shapes_of"]

sh = Prefix("http://www.w3.org/ns/shacl#")
Node: TypeAlias = NamedNode | BlankNode
Said: TypeAlias = NamedNode | BlankNode | Literal

_SEVERITY: dict[Said | None, str] = {sh.Violation: VIOLATION, sh.Warning: WARNING, sh.Info: INFO}
_TARGETS = {
    sh.targetClass: "class",
    sh.targetNode: "node",
    sh.targetSubjectsOf: "subjectsOf",
    sh.targetObjectsOf: "objectsOf",
}
_KINDS = {sh.NodeShape, sh.PropertyShape}
_SPOKEN = {rdf.type, rdfs.label, rdfs.comment, rdfs.subClassOf, sh.name, sh.description, sh.order, sh.group}
_FRAME = {*_TARGETS, *_SPOKEN, sh.path, sh.property, sh.severity, sh.message}
_WHOLE = NamedNode(BASE)
"""The target of what is asked of all graphs together."""


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What a shape is asked of. `kind` is class, node, subjectsOf or objectsOf."""

    kind: str
    term: NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Shape:
    """What is asked of `path` (or, without one, of the node itself) on every node of `targets`.

    `constraints` are pairs of a SHACL parameter ("minCount") and its value.
    """

    iri: str
    targets: tuple[Target, ...]
    path: NamedNode | None
    constraints: tuple[tuple[str, Said], ...]
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


def read_shapes(files: Iterable[Path], *, lenient: bool = False) -> Shapes:
    """Shapes from Turtle files, which may refer to each other.

    DataError when one says what is not known here, or has no name, severity or message of its own; `lenient` spares it these.
    """
    graph = _Graph(files, lenient)
    core = [_shape(graph, node, asked) for node, asked in _targets(graph).items()]
    rules = [_rule(graph, node) for node in graph.said if graph.all(node, sh.sparql)]
    return Shapes(
        tuple(sorted((s for s in core if s.constraints), key=lambda s: s.iri)),
        tuple(sorted(rules, key=lambda r: r.iri)),
    )


class _Graph:
    """The triples of all files, by subject and predicate."""

    def __init__(self, files: Iterable[Path], lenient: bool) -> None:
        self.lenient = lenient
        self.said: dict[Node, dict[NamedNode, list[Said]]] = {}
        for quad in (quad for file in files for quad in _parsed(file)):
            if isinstance(quad.subject, NamedNode | BlankNode) and not isinstance(quad.object, Triple):
                self.said.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)

    def all(self, subject: Node, predicate: NamedNode) -> list[Said]:
        return self.said.get(subject, {}).get(predicate, [])

    def nodes(self, subject: Node, predicate: NamedNode) -> list[Node]:
        return [term for term in self.all(subject, predicate) if not isinstance(term, Literal)]

    def node(self, subject: Node, predicate: NamedNode) -> Node | None:
        found = self.nodes(subject, predicate)
        return found[0] if len(found) == 1 else None

    def text(self, subject: Node | None, predicate: NamedNode) -> str:
        found = self.all(subject, predicate) if subject else []
        if len(found) != 1:
            raise DataError(f"{subject} needs one {predicate}, and has {len(found)}", hint="see shapes/")
        return found[0].value


def _parsed(file: Path) -> Iterator[Quad]:
    try:
        yield from parse(path=str(file), format=RdfFormat.TURTLE, base_iri=file.absolute().as_uri())
    except SyntaxError as error:
        raise DataError(f"not readable as Turtle: {error}", file=str(file)) from error


# --- what a shape is asked of -------------------------------------------------------------------------------------


def _targets(graph: _Graph) -> dict[Node, set[Target]]:
    """What each shape is asked of: its own targets, and for a property shape those of the node shapes that name it."""
    found: dict[Node, set[Target]] = defaultdict(set)
    for node in graph.said:
        if graph.all(node, sh.sparql) or not (own := set(_own_targets(graph, node))):
            continue
        for asked in (node, *graph.nodes(node, sh.property)):
            found[asked] |= own
    return found


def _own_targets(graph: _Graph, node: Node) -> Iterator[Target]:
    for predicate, kind in _TARGETS.items():
        for term in graph.all(node, predicate):
            if not isinstance(term, BlankNode):
                yield Target(kind, term)
    if isinstance(node, NamedNode) and _is_class(graph, node):
        yield Target("class", node)


def _is_class(graph: _Graph, node: NamedNode) -> bool:
    kinds = graph.all(node, rdf.type)
    return rdfs.Class in kinds and any(kind in _KINDS for kind in kinds)


# --- what it asks -------------------------------------------------------------------------------------------------


def _shape(graph: _Graph, node: Node, targets: set[Target]) -> Shape:
    if isinstance(node, BlankNode) and not graph.lenient:
        raise DataError("a shape has no name", place=str(node), hint="give it an IRI")
    path = _path(graph, node)
    if path and graph.all(node, sh.property):
        raise DataError(f"sh:property within a property shape is not known here: {node}")
    constraints = _constraints(graph, node)
    said = _says(graph, node) if constraints else ("", "")
    ordered = tuple(sorted(targets, key=str))
    return Shape(node.value, ordered, path, constraints, *said)


def _path(graph: _Graph, node: Node) -> NamedNode | None:
    said = graph.all(node, sh.path)
    if not said:
        return None
    if len(said) == 1 and isinstance(said[0], NamedNode) and said[0] != rdf.nil:
        return said[0]
    raise DataError(f"sh:path of more than one predicate is not known here: {node}")


def _constraints(graph: _Graph, node: Node) -> tuple[tuple[str, Said], ...]:
    said = graph.said.get(node, {}).items()
    found = [
        (_parameter(node, predicate), term)
        for predicate, terms in said
        if predicate not in _FRAME
        for term in terms
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0], str(pair[1]))))


def _parameter(node: Node, predicate: NamedNode) -> str:
    if not predicate.value.startswith(sh.iri):
        raise DataError(f"the shape {node} says {predicate}, which SHACL does not know")
    return predicate.value.removeprefix(sh.iri)


def _says(graph: _Graph, node: Node) -> tuple[str, str]:
    """Severity and message."""
    severity = graph.node(node, sh.severity)
    if graph.lenient and not graph.all(node, sh.severity):
        severity = sh.Violation
    if severity not in _SEVERITY:
        raise DataError(
            f"the shape {node} has no severity that is known here",
            hint="give it sh:severity, such as sh:Violation",
        )
    message = "" if graph.lenient else graph.text(node, sh.message)
    return _SEVERITY[severity], message


# --- constraints in SPARQL ----------------------------------------------------------------------------------------


def _rule(graph: _Graph, node: Node) -> Rule:
    if graph.all(node, sh.targetNode) != [_WHOLE]:
        raise DataError(
            f"sh:sparql is known here for the whole graph alone: {node}",
            hint=f"give it sh:targetNode {_WHOLE}",
        )
    query = graph.node(node, sh.sparql)
    severity, message = _says(graph, node)
    prefixes = graph.node(query, sh.prefixes) if query else None
    select = _prefixes(graph, prefixes) + graph.text(query, sh.select)
    refuse_service(select)
    return Rule(node.value, severity, message, select)


def _prefixes(graph: _Graph, node: Node | None) -> str:
    declared = graph.nodes(node, sh.declare) if node else []
    pairs = sorted((graph.text(d, sh.prefix), graph.text(d, sh.namespace)) for d in declared)
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in pairs)
