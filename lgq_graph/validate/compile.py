"""A core constraint of SHACL as a SPARQL query that finds what breaks it, over all nodes at once.

Only the parameters in use are known; another is a DataError, so that no constraint is passed over in silence. What must be absent is taken
away as a set (`MINUS`), or counted by group: nothing is asked once a row, so that the time grows with the data and no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

from ..errors import DataError
from ..vocabulary import Prefix, rdf, xsd
from .hierarchy import Hierarchy
from .shapes import Shape, Target

__all__ = ["Compiled", "compiled", "component", "focus_of"]

sh = Prefix("http://www.w3.org/ns/shacl#")
_CAST = {xsd.integer, xsd.decimal, xsd.date, xsd.gYear, xsd.boolean, xsd.dateTime, xsd.double, xsd.float}
_FREE = {xsd.string, rdf.langString}
"""Datatypes of which every literal is a value."""
_NODE_KINDS = {
    sh.IRI: "isIRI(?value)",
    sh.Literal: "isLiteral(?value)",
    sh.BlankNode: "isBlank(?value)",
    sh.BlankNodeOrIRI: "!isLiteral(?value)",
    sh.BlankNodeOrLiteral: "!isIRI(?value)",
    sh.IRIOrLiteral: "!isBlank(?value)",
}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A shape as queries. Each of `queries` finds what breaks one constraint, by ?this and, where SHACL reports one, ?value.

    `screen` finds a row when one of the first `screened` of them would: a graph without fault is asked once, not once a constraint.
    """

    shape: Shape
    queries: tuple[tuple[str, str], ...]
    screen: str
    screened: int


def component(parameter: str) -> str:
    """The IRI of a parameter's constraint component: `minCount` → `sh:MinCountConstraintComponent`."""
    return f"http://www.w3.org/ns/shacl#{parameter[0].upper()}{parameter[1:]}ConstraintComponent"


def compiled(shape: Shape, hierarchy: Hierarchy) -> Compiled:
    """The queries of a shape; DataError for a constraint that is not known."""
    focus = focus_of(shape.targets, hierarchy)
    reach = f"?this {shape.path} ?value ." if shape.path else "BIND(?this AS ?value)"
    simple, counts, others = [], [], []
    for parameter, value in shape.constraints:
        text = _query(shape, parameter, value, focus, reach, hierarchy)
        if parameter in _BREAKS:
            simple.append((parameter, text, _BREAKS[parameter](value)))
        elif parameter in _COUNTS:
            counts.append((parameter, text, f"COUNT(DISTINCT ?value) {_COUNTS[parameter]} {value.value}"))
        else:
            others.append((parameter, text))
    first = [*simple, *counts]
    screen = _screen(focus, reach, [c for *_, c in simple], [c for *_, c in counts])
    return Compiled(shape, (*((p, text) for p, text, _ in first), *others), screen, len(first))


def _screen(focus: str, reach: str, breaks: Collection[str], counts: Collection[str]) -> str:
    """One query for all constraints that look at one value, or count them."""
    wrong = " || ".join(f"({condition})" for condition in breaks)
    if not counts:
        return f"SELECT ?this WHERE {{ {focus} {reach} FILTER({wrong}) }} LIMIT 1" if breaks else ""
    having = [*counts, f"SUM(IF(BOUND(?value) && ({wrong}), 1, 0)) > 0"] if breaks else [*counts]
    return (
        f"SELECT ?this WHERE {{ {focus} OPTIONAL {{ {reach} }} }}"
        f" GROUP BY ?this HAVING ({' || '.join(having)}) LIMIT 1"
    )


def _query(
    shape: Shape,
    parameter: str,
    value: NamedNode | BlankNode | Literal,
    focus: str,
    reach: str,
    hierarchy: Hierarchy,
) -> str:
    if shape.path is None and parameter in (*_COUNTS, *_WHOLE):
        raise DataError(f"sh:{parameter} needs a path: {shape.iri}")
    if parameter in _BREAKS:
        return _select(f"{focus} {reach} FILTER({_BREAKS[parameter](value)})")
    if parameter == "class" and isinstance(value, NamedNode):
        kinds = _classes((value,), hierarchy)
        return _select(f"{focus} {reach} MINUS {{ VALUES ?kind {{ {kinds} }} ?value a ?kind }}")
    if parameter in _WHOLE:
        return _WHOLE[parameter](focus, reach, value)
    raise DataError(
        f"sh:{parameter} is not among the constraints this validator knows",
        hint="write it in shapes/global.ttl",
    )


# --- which nodes --------------------------------------------------------------------------------------------------


def focus_of(targets: Iterable[Target], hierarchy: Hierarchy) -> str:
    """A pattern that binds ?this to every node of some targets."""
    terms: dict[str, list[NamedNode | Literal]] = {}
    for target in targets:
        terms.setdefault(target.kind, []).append(target.term)
    parts = [_FOCUS[kind](found, hierarchy) for kind, found in sorted(terms.items())]
    return parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)


def _classes(roots: Iterable[NamedNode | Literal], hierarchy: Hierarchy) -> str:
    return _terms(c for root in roots if isinstance(root, NamedNode) for c in hierarchy.get(root, (root,)))


def _terms(terms: Iterable[NamedNode | Literal]) -> str:
    return " ".join(sorted({str(term) for term in terms}))


_FOCUS: dict[str, Callable[[list[NamedNode | Literal], Hierarchy], str]] = {
    "class": lambda terms, known: f"VALUES ?class {{ {_classes(terms, known)} }} ?this a ?class .",
    "node": lambda terms, _: f"VALUES ?this {{ {_terms(terms)} }}",
    "subjectsOf": lambda terms, _: f"VALUES ?from {{ {_terms(terms)} }} ?this ?from ?any .",
    "objectsOf": lambda terms, _: f"VALUES ?to {{ {_terms(terms)} }} ?any ?to ?this .",
}


# --- constraints on all values of a path together -----------------------------------------------------------------


def _select(where: str, what: str = "?this ?value", having: str = "") -> str:
    return f"SELECT DISTINCT {what} WHERE {{ {where} }} {having}"


def _min_count(focus: str, reach: str, value: Literal) -> str:
    if value.value == "1":
        return _select(f"{focus} MINUS {{ {reach} }}", "?this")
    few = f"HAVING (COUNT(DISTINCT ?value) < {value.value})"
    return _select(f"{focus} OPTIONAL {{ {reach} }}", "?this", f"GROUP BY ?this {few}")


def _max_count(focus: str, reach: str, value: Literal) -> str:
    many = f"HAVING (COUNT(DISTINCT ?value) > {value.value})"
    return _select(f"{focus} {reach}", "?this", f"GROUP BY ?this {many}")


def _unique_lang(focus: str, reach: str, value: Literal) -> str:
    if value != Literal(True):
        raise DataError("sh:uniqueLang with another value than true is not known here")
    twice = "GROUP BY ?this ?tongue HAVING (COUNT(DISTINCT ?value) > 1)"
    tagged = 'BIND(LCASE(LANG(?value)) AS ?tongue) FILTER(?tongue != "")'
    return f"SELECT DISTINCT ?this ?tongue WHERE {{ {focus} {reach} {tagged} }} {twice}"


def _at_most(focus: str, reach: str, value: NamedNode) -> str:
    return _select(f"{focus} {reach} ?this {value} ?top . FILTER(!COALESCE(?value <= ?top, false))")


_COUNTS = {"minCount": "<", "maxCount": ">"}
_WHOLE: dict[str, Callable[..., str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "uniqueLang": _unique_lang,
    "lessThanOrEquals": _at_most,
}

# --- constraints on each value ------------------------------------------------------------------------------------


def _datatype(datatype: NamedNode) -> str:
    wrong = f"!isLiteral(?value) || DATATYPE(?value) != {datatype}"
    if datatype in _CAST:
        return f"{wrong} || !COALESCE(STRLEN(STR({datatype}(STR(?value)))) > 0, false)"
    if datatype.value.startswith(xsd.iri) and datatype not in _FREE:
        raise DataError(f"sh:datatype {datatype} is not known here: nobody would see an ill-typed literal")
    return wrong


def _node_kind(kind: NamedNode) -> str:
    return f"!({_NODE_KINDS[kind]})"


_BREAKS: dict[str, Callable[..., str]] = {
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "pattern": lambda value: f"isBlank(?value) || !REGEX(STR(?value), {Literal(value.value)})",
    "minLength": lambda value: f"isBlank(?value) || STRLEN(STR(?value)) < {value.value}",
    "minInclusive": lambda value: f"!COALESCE(?value >= {value}, false)",
    "maxInclusive": lambda value: f"!COALESCE(?value <= {value}, false)",
}
