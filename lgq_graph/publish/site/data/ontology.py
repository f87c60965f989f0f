"""The ontology as a page for people, each term at its fragment, and as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ....store import Store
from ....vocabulary import BASE, dct, lgq, owl, rdf, rdfs, skos
from ..context import Site
from ..paths import fragment_of, path_of
from ..terms import curie
from .description import Description
from .statistics import Statistics

__all__ = ["files"]

_ONTOLOGY = NamedNode(f"{BASE}ontology")
_CODES = NamedNode(f"{BASE}code")
_KINDS = (
    (owl.Class, "classes", "Classes"),
    (owl.ObjectProperty, "object-properties", "Object properties"),
    (owl.DatatypeProperty, "datatype-properties", "Datatype properties"),
    (owl.AnnotationProperty, "annotation-properties", "Annotation properties"),
)
_ROWS = (
    (rdfs.subClassOf, "Subclass of"),
    (rdfs.subPropertyOf, "Subproperty of"),
    (owl.disjointWith, "Disjoint with"),
    (owl.inverseOf, "Inverse of"),
    (rdfs.domain, "Domain"),
    (rdfs.range, "Range"),
    (lgq.kindCode, "Code in tables"),
)
_BACK = (
    (rdfs.subClassOf, "Superclass of"),
    (rdfs.subPropertyOf, "Superproperty of"),
    (rdfs.domain, "Domain of"),
    (rdfs.range, "Range of"),
)
Facts = Mapping[str, Mapping[str, list[NamedNode | Literal]]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as the page shows it: its words, and where they lead (empty for nowhere)."""

    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class TermShown:
    """A term of ours, ready to be shown."""

    anchor: str
    iri: str
    label: str
    definition: str
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]
    in_responses: int
    in_reference: int


def files(site: Site, responses: Statistics, reference: Statistics) -> Iterator[tuple[str, bytes]]:
    """`ontology/index.html`, and the ontology beside it, here and at the IRI of its version; `responses` and `reference` tell how often each term is used."""
    facts = _facts(site.store, _ONTOLOGY)
    uses = [counts.by_class + counts.by_property for counts in (responses, reference)]
    links = _Links(facts)
    groups = [
        (anchor, title, [links.term(iri, *(used[iri] for used in uses)) for iri in _of_class(facts, kind)])
        for kind, anchor, title in _KINDS
    ]
    individuals = [links.term(iri, 0, 0) for iri in _individuals(facts)]
    if individuals:
        groups.append(("individuals", "Individuals", individuals))
    own = facts.get(_ONTOLOGY.value, {})
    described = Description(quad.triple for quad in site.store.quads(_ONTOLOGY))
    for path in ("ontology", path_of(_one(own, owl.versionIRI)) or ""):
        if path:
            yield site.frame.page(
                "ontology.html", path, _one(own, dct.title) or "Ontology", twins=True, groups=groups, schemes=_schemes(site.store),
                description=_one(own, dct.description), version=_one(own, owl.versionInfo), changed=_one(own, dct.modified), licence=_one(own, dct.license), namespace=lgq.iri,
            )  # fmt: skip
            yield from described.twins(path)


class _Links:
    """Ties terms to each other, and to the pages of others."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._back: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for iri, said in facts.items():
            for predicate, values in said.items():
                for value in values:
                    self._back[value.value, predicate].add(iri)

    def term(self, iri: str, in_responses: int, in_reference: int) -> TermShown:
        """A term with all that is told of it."""
        said = self._facts[iri]
        there = [(name, self._shown(v.value for v in said.get(p.value, ()))) for p, name in _ROWS]
        back = [(name, self._shown(self._back.get((iri, p.value), ()))) for p, name in _BACK]
        rows = tuple((name, values) for name, values in (*there, *back) if values)
        label = _one(said, rdfs.label) or curie(iri)
        return TermShown(fragment_of(iri)[1:], iri, label, _one(said, skos.definition), rows, in_responses, in_reference)  # fmt: skip

    def _shown(self, values: Iterable[str]) -> tuple[Shown, ...]:
        return tuple(
            self._value(value) for value in sorted(values, key=lambda value: (curie(value).casefold(), value))
        )

    def _value(self, value: str) -> Shown:
        if value.startswith(lgq.iri):
            return Shown(curie(value), fragment_of(value)) if value in self._facts else Shown(curie(value))
        return Shown(curie(value), value) if value.startswith(("http://", "https://")) else Shown(value)


def _facts(store: Store, graph: NamedNode) -> Facts:
    facts: defaultdict[str, defaultdict[str, list[NamedNode | Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for quad in sorted(store.quads(graph), key=str):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts[quad.subject.value][quad.predicate.value].append(quad.object)
    return {iri: dict(said) for iri, said in facts.items()}


def _of_class(facts: Facts, kind: NamedNode) -> list[str]:
    """Our terms of a kind, by name."""
    found = (
        iri for iri, said in facts.items() if iri.startswith(lgq.iri) and kind in said.get(rdf.type.value, ())
    )
    return sorted(found, key=lambda iri: (iri.casefold(), iri))


def _individuals(facts: Facts) -> list[str]:
    kinds = {kind for kind, _, _ in _KINDS}
    typed = (iri for iri, said in facts.items() if iri.startswith(lgq.iri) and rdf.type.value in said)
    return sorted(iri for iri in typed if not kinds.intersection(facts[iri][rdf.type.value]))


def _one(said: Mapping[str, list[NamedNode | Literal]], predicate: NamedNode) -> str:
    values = said.get(predicate.value, [])
    return values[0].value if values else ""


def _schemes(store: Store) -> list[tuple[str, str, str, int]]:
    """The code lists: the path of the page, the title, what the list is of, and how many codes it has."""
    facts = _facts(store, _CODES)
    sizes: defaultdict[str, int] = defaultdict(int)
    for said in facts.values():
        for scheme in said.get(skos.inScheme.value, ()):
            sizes[scheme.value] += 1
    return [
        (path_of(iri) or "", _one(said, dct.title) or iri, _one(said, dct.description), sizes[iri])
        for iri, said in sorted(facts.items())
        if skos.ConceptScheme in said.get(rdf.type.value, ()) and iri.startswith(f"{BASE}code/")
    ]
