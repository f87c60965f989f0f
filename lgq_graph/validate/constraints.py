"""The core constraints of SHACL. Each looks at all values of a path together, as sets, and tells what breaks it.

Only the parameters in use are known; another is a DataError, so that no constraint is passed over in silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from ..errors import DataError
from ..store import Term
from ..vocabulary import Prefix, rdf, xsd
from .case import Case, Pair
from .hierarchy import Hierarchy
from .literals import ill_typed, out_of_order, unmatched
from .shapes import Said, Shape, Target

__all__ = ["Check", "Checks", "Reached", "checks", "component", "focus_nodes"]

sh = Prefix("http://www.w3.org/ns/shacl#")
_CAST = {xsd.integer, xsd.decimal, xsd.date, xsd.gYear, xsd.boolean, xsd.dateTime, xsd.double, xsd.float}
_FREE = {xsd.string, rdf.langString}
"""Datatypes of which every literal is a value."""
_NODE_KINDS: dict[Said, tuple[type[Term], ...]] = {
    sh.IRI: (NamedNode,),
    sh.Literal: (Literal,),
    sh.BlankNode: (BlankNode,),
    sh.BlankNodeOrIRI: (BlankNode, NamedNode),
    sh.BlankNodeOrLiteral: (BlankNode, Literal),
    sh.IRIOrLiteral: (NamedNode, Literal),
}


@dataclass(frozen=True)
class Reached:
    """What a shape looks at in one response: its nodes, and each of them with each value of its path."""

    case: Case
    nodes: Set[Term]
    pairs: Sequence[Pair]

    @classmethod
    def by(cls, path: NamedNode | None, nodes: Set[Term], case: Case) -> Reached:
        """What a path reaches; without one each node is its own value."""
        if path is None:
            return cls(case, nodes, [(node, node) for node in nodes])
        return cls(case, nodes, [pair for pair in case.pairs.get(path, ()) if pair[0] in nodes])

    @cached_property
    def values(self) -> set[Term]:
        """The values, whatever node has them."""
        return {value for _, value in self.pairs}

    @cached_property
    def times(self) -> Counter[Term]:
        """How many values each node has."""
        return Counter([node for node, _ in self.pairs])


Broken: TypeAlias = Iterable[tuple[Term, Term | None]]
"""Nodes at fault, each with the value where SHACL reports one."""
Check: TypeAlias = Callable[[Reached], Broken]
Checks: TypeAlias = tuple[tuple[str, Check], ...]
"""Constraints by their parameters."""
Wrong: TypeAlias = Callable[[Case, set[Term]], set[Term]]
"""Which of some values are wrong, whatever node has them."""


def component(parameter: str) -> str:
    """The IRI of a parameter's constraint component: `minCount` → `sh:MinCountConstraintComponent`."""
    return f"http://www.w3.org/ns/shacl#{parameter[0].upper()}{parameter[1:]}ConstraintComponent"


def checks(shape: Shape, hierarchy: Hierarchy) -> Checks:
    """The constraints of a shape; DataError for one that is not known."""
    return tuple(
        (parameter, _check(shape, parameter, said, hierarchy)) for parameter, said in shape.constraints
    )


def _check(shape: Shape, parameter: str, said: Said, hierarchy: Hierarchy) -> Check:
    if parameter == "class" and isinstance(said, NamedNode):
        return _each(_of_no(hierarchy.get(said, (said,))))
    if parameter in _EACH:
        return _each(_EACH[parameter](said))
    if parameter not in _TOGETHER:
        raise DataError(
            f"sh:{parameter} is not among the constraints this validator knows",
            hint="write it in shapes/global.ttl",
        )
    if shape.path is None:
        raise DataError(f"sh:{parameter} needs a path: {shape.iri}")
    return _TOGETHER[parameter](said)


# --- which nodes --------------------------------------------------------------------------------------------------


def focus_nodes(targets: Iterable[Target], hierarchy: Hierarchy, case: Case) -> set[Term]:
    """Every node of some targets."""
    return {node for target in targets for node in _FOCUS[target.kind](target.term, hierarchy, case)}


def _members(class_: NamedNode, hierarchy: Hierarchy, case: Case) -> Iterator[Term]:
    return (node for under in hierarchy.get(class_, (class_,)) for node in case.members.get(under, ()))


_FOCUS: dict[str, Callable[..., Iterable[Term]]] = {
    "class": _members,
    "node": lambda term, _, case: (term,),
    "subjectsOf": lambda term, _, case: (node for node, _ in case.pairs.get(term, ())),
    "objectsOf": lambda term, _, case: (value for _, value in case.pairs.get(term, ())),
}


# --- constraints on all values of a node together -----------------------------------------------------------------


def _min_count(least: Literal) -> Check:
    few = int(least.value)
    return lambda reached: ((node, None) for node in reached.nodes if reached.times.get(node, 0) < few)


def _max_count(most: Literal) -> Check:
    many = int(most.value)
    return lambda reached: ((node, None) for node, times in reached.times.items() if times > many)


def _unique_lang(said: Literal) -> Check:
    if said != Literal(True):
        raise DataError("sh:uniqueLang with another value than true is not known here")

    def check(reached: Reached) -> Broken:
        tagged = Counter(
            (n, v.language.lower()) for n, v in reached.pairs if isinstance(v, Literal) and v.language
        )
        return ((node, None) for (node, _), times in tagged.items() if times > 1)

    return check


def _at_most(other: NamedNode) -> Check:
    def check(reached: Reached) -> Broken:
        tops: dict[Term, list[Term]] = defaultdict(list)
        for node, top in Reached.by(other, reached.nodes, reached.case).pairs:
            tops[node].append(top)
        compared = [(node, value, top) for node, value in reached.pairs for top in tops[node]]
        wrong = _unordered((value, top) for _, value, top in compared)
        return {(node, value) for node, value, top in compared if (value, top) in wrong}

    return check


_TOGETHER: dict[str, Callable[..., Check]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "uniqueLang": _unique_lang,
    "lessThanOrEquals": _at_most,
}

# --- constraints on each value ------------------------------------------------------------------------------------


def _each(wrong: Wrong) -> Check:
    def check(reached: Reached) -> Broken:
        found = wrong(reached.case, reached.values)
        return ((node, value) for node, value in reached.pairs if value in found) if found else ()

    return check


def _of_no(classes: Iterable[NamedNode]) -> Wrong:
    return lambda case, values: values.difference(*(case.members.get(class_, ()) for class_ in classes))


def _datatype(datatype: NamedNode) -> Wrong:
    if datatype not in _CAST | _FREE and datatype.value.startswith(xsd.iri):
        raise DataError(f"sh:datatype {datatype} is not known here: nobody would see an ill-typed literal")

    def wrong(_: Case, values: set[Term]) -> set[Term]:
        typed = {value for value in values if isinstance(value, Literal) and value.datatype == datatype}
        ill = ill_typed({literal.value for literal in typed}, datatype) if datatype in _CAST else ()
        return (values - typed) | {literal for literal in typed if literal.value in ill}

    return wrong


def _node_kind(kind: NamedNode) -> Wrong:
    if kind not in _NODE_KINDS:
        raise DataError(f"sh:nodeKind {kind} is not known here")
    kinds = _NODE_KINDS[kind]
    return lambda _, values: {value for value in values if not isinstance(value, kinds)}


def _pattern(pattern: Literal) -> Wrong:
    return _by_text(lambda texts: unmatched(texts, pattern.value))


def _min_length(least: Literal) -> Wrong:
    few = int(least.value)
    return _by_text(lambda texts: {text for text in texts if len(text) < few})


def _by_text(wrong: Callable[[set[str]], set[str]]) -> Wrong:
    """A constraint on the text of each value; a blank node has none, and is wrong."""

    def check(_: Case, values: set[Term]) -> set[Term]:
        texts: dict[Term, str] = {v: v.value for v in values if isinstance(v, NamedNode | Literal)}
        found = wrong(set(texts.values()))
        return {value for value in values if value not in texts or texts[value] in found}

    return check


def _min_inclusive(least: Literal) -> Wrong:
    return lambda _, values: {value for _, value in _unordered((least, value) for value in values)}


def _max_inclusive(most: Literal) -> Wrong:
    return lambda _, values: {value for value, _ in _unordered((value, most) for value in values)}


def _unordered(pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs whose first is not known to be at most the second; only of literals is it ever known."""
    found, literals = set(), []
    for low, high in pairs:
        if isinstance(low, Literal) and isinstance(high, Literal):
            literals.append((low, high))
        else:
            found.add((low, high))
    return found | {literals[place] for place in out_of_order(literals)}


_EACH: dict[str, Callable[..., Wrong]] = {
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "minLength": _min_length,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
}
