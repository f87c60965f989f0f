"""A report in the terms of SHACL, without blank nodes: the name of a result is a hash of what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ..vocabulary import BASE, Prefix, rdf

if TYPE_CHECKING:
    from .report import Finding, Report

__all__ = ["report_turtle"]

_sh = Prefix("http://www.w3.org/ns/shacl#")
_PREFIXES = {"rdf": rdf.iri, "sh": _sh.iri, "shape": BASE + "shape#"}
"""Few and apart: with prefixes inside each other, the serializer's choice would differ from run to run."""


def report_turtle(report: Report) -> str:
    """The report as Turtle. `sh:conforms` is the report's own: warnings do not break it."""
    body = serialize(sorted(_report(report), key=str), format=RdfFormat.TURTLE, prefixes=_PREFIXES)
    lines = (body or b"").decode().splitlines(keepends=True)
    head = [line for line in lines if line.startswith("@prefix ")]
    return "".join(sorted(head) + lines[len(head) :])


def _report(report: Report) -> Iterator[Triple]:
    names = [_name(f) for f in report.findings]
    node = _mint([name.value for name in names])
    yield Triple(node, rdf.type, _sh.ValidationReport)
    yield Triple(node, _sh.conforms, Literal(report.conforms))
    for name, finding in zip(names, report.findings, strict=True):
        yield Triple(node, _sh.result, name)
        yield from _result(name, finding)


def _result(name: NamedNode, finding: Finding) -> Iterator[Triple]:
    yield Triple(name, rdf.type, _sh.ValidationResult)
    yield Triple(name, _sh.focusNode, NamedNode(finding.focus))
    yield Triple(name, _sh.resultSeverity, _sh[finding.severity.capitalize()])
    yield Triple(name, _sh.resultMessage, Literal(finding.message, language="en"))
    yield Triple(name, _sh.sourceShape, NamedNode(finding.shape))
    yield Triple(name, _sh.sourceConstraintComponent, NamedNode(finding.source))
    if finding.path:
        yield Triple(name, _sh.resultPath, NamedNode(finding.path))
    if finding.value:
        yield from _value(name, finding.value)


def _value(name: NamedNode, value: str) -> Iterator[Triple]:
    for quad in parse(f"{name} {_sh.value} {value} .", format=RdfFormat.N_TRIPLES):
        yield quad.triple


def _name(finding: Finding) -> NamedNode:
    return _mint(
        [
            finding.city,
            str(finding.question),
            finding.focus,
            finding.path,
            finding.value,
            finding.shape,
            finding.source,
        ]
    )


def _mint(parts: Iterable[str]) -> NamedNode:
    digest = sha256("".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()
    return NamedNode(f"{BASE}report/{digest[:32]}")
