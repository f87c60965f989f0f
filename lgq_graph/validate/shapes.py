"""The shapes of `shapes/` as values: core shapes, each with all classes it is asked of, and constraints in SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ..errors import DataError
from ..resources import resources
from ..vocabulary import Prefix, rdf
from .report import INFO, VIOLATION, WARNING

__all__ = ["Rule", "Shape", "Shapes", "is_rules", "read_shapes", "shape_files", "shapes_of"]

sh = Prefix("http://www.w3.org/ns/shacl#")
_SEVERITY: dict[NamedNode | None, str] = {sh.Violation: VIOLATION, sh.Warning: WARNING, sh.Info: INFO}
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
    graph = _Graph(files)
    core = [
        _shape(graph, node, classes) for node, classes in _targets(graph).items() if _constraints(graph, node)
    ]
    rules = [_rule(graph, node) for node in graph.said if graph.all(node, sh.sparql)]
    return Shapes(tuple(sorted(core, key=lambda s: s.iri)), tuple(sorted(rules, key=lambda r: r.iri)))


class _Graph:
    """The triples of all files, by subject and predicate. Shapes name everything, so a blank node is an error."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.said: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = {}
        for file in files:
            for quad in _parsed(file):
                if not isinstance(quad.subject, NamedNode) or not isinstance(
                    quad.object, NamedNode | Literal
                ):
                    raise DataError(
                        "a shape has no name", file=file.name, place=str(quad), hint="give it an IRI"
                    )
                self.said.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)

    def all(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self.said.get(subject, {}).get(predicate, [])

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [term for term in self.all(subject, predicate) if isinstance(term, NamedNode)]

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        found = self.nodes(subject, predicate)
        return found[0] if len(found) == 1 else None

    def text(self, subject: NamedNode | None, predicate: NamedNode) -> str:
        found = self.all(subject, predicate) if subject else []
        if len(found) != 1:
            raise DataError(f"{subject} needs one {predicate}, and has {len(found)}", hint="see shapes/")
        return found[0].value


def _parsed(file: Path) -> Iterator[Quad]:
    try:
        yield from parse(path=str(file), format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DataError(f"not readable as Turtle: {error}", file=str(file)) from error


def _targets(graph: _Graph) -> dict[NamedNode, set[NamedNode]]:
    """Which classes each shape is asked of: its own, and for a property shape those of the node shapes that name it."""
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for node in graph.said:
        for class_ in graph.nodes(node, sh.targetClass):
            for asked in (node, *graph.nodes(node, sh.property)):
                found[asked].add(class_)
    return found


def _shape(graph: _Graph, node: NamedNode, targets: set[NamedNode]) -> Shape:
    ordered = tuple(sorted(targets, key=str))
    return Shape(
        node.value, ordered, graph.node(node, sh.path), _constraints(graph, node), *_says(graph, node)
    )


def _constraints(graph: _Graph, node: NamedNode) -> tuple[tuple[str, NamedNode | Literal], ...]:
    said = graph.said.get(node, {}).items()
    found = [
        (_parameter(node, predicate), term)
        for predicate, terms in said
        if predicate not in _FRAME
        for term in terms
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0], str(pair[1]))))


def _parameter(node: NamedNode, predicate: NamedNode) -> str:
    if not predicate.value.startswith(sh.iri):
        raise DataError(f"the shape {node} says {predicate}, which SHACL does not know")
    return predicate.value.removeprefix(sh.iri)


def _says(graph: _Graph, node: NamedNode) -> tuple[str, str]:
    """Severity and message."""
    severity = graph.node(node, sh.severity)
    if severity not in _SEVERITY:
        raise DataError(f"the shape {node} has no severity", hint="give it sh:severity, such as sh:Violation")
    return _SEVERITY[severity], graph.text(node, sh.message)


def _rule(graph: _Graph, node: NamedNode) -> Rule:
    query = graph.node(node, sh.sparql)
    severity, message = _says(graph, node)
    prefixes = graph.node(query, sh.prefixes) if query else None
    return Rule(node.value, severity, message, _prefixes(graph, prefixes) + graph.text(query, sh.select))


def _prefixes(graph: _Graph, node: NamedNode | None) -> str:
    declared = graph.nodes(node, sh.declare) if node else []
    pairs = sorted((graph.text(d, sh.prefix), graph.text(d, sh.namespace)) for d in declared)
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in pairs)
