"""A core constraint of SHACL as a SPARQL query that finds what breaks it.

Only the parameters in use are known; another is a DataError, so that no constraint is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyoxigraph import Literal, NamedNode

from ..errors import DataError
from ..vocabulary import xsd
from .hierarchy import Hierarchy
from .shapes import Shape

__all__ = ["component", "query"]

_CAST = {xsd.integer, xsd.decimal, xsd.date, xsd.gYear, xsd.boolean, xsd.dateTime}
_NODE_KINDS = {"IRI": "isIRI", "Literal": "isLiteral"}


def component(parameter: str) -> str:
    """The IRI of a parameter's constraint component: `minCount` → `sh:MinCountConstraintComponent`."""
    return f"http://www.w3.org/ns/shacl#{parameter[0].upper()}{parameter[1:]}ConstraintComponent"


def query(shape: Shape, parameter: str, value: NamedNode | Literal, hierarchy: Hierarchy) -> str:
    """A query whose rows (?this, and ?value where SHACL reports one) break one constraint of a shape."""
    focus = f"VALUES ?class {{ {_classes(shape.targets, hierarchy)} }} ?this a ?class ."
    if shape.path is None:
        return _select(f"{focus} BIND(?this AS ?value) {_each(parameter, value, hierarchy)}")
    reach = f"?this {shape.path} ?value ."
    if parameter in _WHOLE:
        return _WHOLE[parameter](focus, reach, value)
    return _select(f"{focus} {reach} {_each(parameter, value, hierarchy)}")


def _classes(roots: Iterable[NamedNode | Literal], hierarchy: Hierarchy) -> str:
    return " ".join(
        sorted(
            {str(c) for root in roots if isinstance(root, NamedNode) for c in hierarchy.get(root, (root,))}
        )
    )


def _select(where: str, what: str = "?this ?value", having: str = "") -> str:
    return f"SELECT DISTINCT {what} WHERE {{ {where} }} {having}"


# --- constraints on all values of a path together -----------------------------------------------------------------


def _min_count(focus: str, reach: str, value: Literal) -> str:
    if value.value == "1":
        return _select(f"{focus} FILTER NOT EXISTS {{ {reach} }}", "?this")
    few = f"HAVING (COUNT(DISTINCT ?value) < {value.value})"
    return _select(f"{focus} OPTIONAL {{ {reach} }}", "?this", f"GROUP BY ?this {few}")


def _max_count(focus: str, reach: str, value: Literal) -> str:
    return _select(
        f"{focus} {reach}", "?this", f"GROUP BY ?this HAVING (COUNT(DISTINCT ?value) > {value.value})"
    )


def _unique_lang(focus: str, reach: str, value: Literal) -> str:
    other = reach.replace("?value", "?other")
    same = 'STR(?value) < STR(?other) && LANG(?value) != "" && LANG(?value) = LANG(?other)'
    return _select(f"{focus} {reach} {other} FILTER({same})", "?this")


def _at_most(focus: str, reach: str, value: NamedNode) -> str:
    return _select(f"{focus} {reach} ?this {value} ?top . FILTER(!COALESCE(?value <= ?top, false))")


_WHOLE: dict[str, Callable[..., str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "uniqueLang": _unique_lang,
    "lessThanOrEquals": _at_most,
}

# --- constraints on each value ------------------------------------------------------------------------------------


def _each(parameter: str, value: NamedNode | Literal, hierarchy: Hierarchy) -> str:
    if parameter == "class":
        return f"FILTER NOT EXISTS {{ VALUES ?kind {{ {_classes((value,), hierarchy)} }} ?value a ?kind }}"
    if parameter not in _BREAKS:
        raise DataError(
            f"sh:{parameter} is not among the constraints this validator knows",
            hint="write it in shapes/global.ttl",
        )
    return f"FILTER({_BREAKS[parameter](value)})"


def _datatype(datatype: NamedNode) -> str:
    wrong = f"!isLiteral(?value) || DATATYPE(?value) != {datatype}"
    return (
        f"{wrong} || !COALESCE(STRLEN(STR({datatype}(STR(?value)))) > 0, false)"
        if datatype in _CAST
        else wrong
    )


def _node_kind(kind: NamedNode) -> str:
    return f"!{_NODE_KINDS[kind.value.rpartition('#')[2]]}(?value)"


_BREAKS: dict[str, Callable[..., str]] = {
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "pattern": lambda value: f"isBlank(?value) || !REGEX(STR(?value), {Literal(value.value)})",
    "minLength": lambda value: f"isBlank(?value) || STRLEN(STR(?value)) < {value.value}",
    "minInclusive": lambda value: f"!COALESCE(?value >= {value}, false)",
    "maxInclusive": lambda value: f"!COALESCE(?value <= {value}, false)",
}
