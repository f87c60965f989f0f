"""A reasoner of OWL 2 DL, HermiT, finds the ontology and the graph of the examples consistent, and a contradiction in worse ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, Triple

from lgq_graph.library import Graph
from lgq_graph.resources import resources
from lgq_graph.vocabulary import BASE, lgq, owl, rdf, rdfs

owlready2 = pytest.importorskip("owlready2", reason="THE ONTOLOGY WAS NOT REASONED OVER: make reasoner")
needs_java = pytest.mark.skipif(
    shutil.which("java") is None, reason="THE ONTOLOGY WAS NOT REASONED OVER: no java; make servers"
)
pytestmark = needs_java
RESERVED = {
    rdf.Statement: "a claim is a statement as RDF itself reifies it",
    rdf.value: "a mark has the value that RDF names",
}
"""Terms of RDF's own vocabulary, which OWL 2 DL keeps for itself: the reasoner sees plain names in their place."""
SORTS = {
    owl.Class: rdfs.subClassOf,
    owl.ObjectProperty: rdfs.subPropertyOf,
    owl.DatatypeProperty: rdfs.subPropertyOf,
}
THING = NamedNode(BASE + "id/thing")


@cache
def ontology() -> frozenset[Triple]:
    """All files of the ontology."""
    files = resources("ontology", "*.ttl")
    return frozenset(q.triple for f in files for q in ox.parse(path=str(f), format=ox.RdfFormat.TURTLE))


def sorts(triples: Iterable[Triple]) -> dict[NamedNode, NamedNode]:
    """Of which sort each class and property is: what is declared, and for terms of others what their place among ours needs."""
    held = list(triples)
    of = {t.subject: t.object for t in held if t.predicate == rdf.type and t.object in SORTS}
    ends = {rdfs.subClassOf, rdfs.domain, owl.disjointWith}
    of |= {end: owl.Class for t in held if t.predicate in ends for end in (t.object,)}
    of |= {t.subject: owl.Class for t in held if t.predicate in (rdfs.subClassOf, owl.disjointWith)}
    of |= {
        t.object: owl.Class
        for t in held
        if t.predicate == rdfs.range and of.get(t.subject) == owl.ObjectProperty
    }
    of |= {t.object: of[t.subject] for t in held if t.predicate == rdfs.subPropertyOf and t.subject in of}
    return of


def logical(triples: Iterable[Triple]) -> set[Triple]:
    """What a reasoner has to do with: declarations, axioms, and what is said with the ontology's own properties; the rest annotates."""
    held = set(triples)
    of = sorts(ontology())
    axioms = {rdfs.subClassOf, rdfs.subPropertyOf, rdfs.domain, rdfs.range, owl.disjointWith}
    kept = {
        t
        for t in held
        if t.predicate in axioms or of.get(t.predicate) in (owl.ObjectProperty, owl.DatatypeProperty)
    }
    kept |= {
        t for t in held if t.predicate == rdf.type and (of.get(t.object) == owl.Class or t.object in SORTS)
    }
    kept |= {Triple(term, rdf.type, sort) for term, sort in of.items()}
    return {plain(t) for t in kept}


def plain(triple: Triple) -> Triple:
    """The same without RDF's own terms where a class or property stands."""
    subject, end = (
        NamedNode(f"urn:x:{t.value.rpartition('#')[2]}") if t in RESERVED else t
        for t in (triple.subject, triple.object)
    )
    return Triple(subject, triple.predicate, end)


def unsatisfiable(triples: Iterable[Triple], folder: Path) -> list[str]:
    """The classes that nothing can be in; OwlReadyInconsistentOntologyError when all contradicts itself."""
    file = folder / "ontology.nt"
    file.write_text("".join(sorted(f"{triple} .\n" for triple in logical(triples))), encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(file.as_uri()).load()
    owlready2.sync_reasoner_hermit(world, debug=0)
    return sorted(each.iri for each in world.inconsistent_classes())


def test_no_class_is_empty(tmp_path: Path) -> None:
    """The terms, the codes, the goals and the form, all together."""
    assert unsatisfiable(ontology(), tmp_path) == []


def test_an_empty_class_is_found(tmp_path: Path) -> None:
    """One that is both of two that share nothing."""
    both = {
        Triple(THING, rdf.type, owl.Class),
        *(Triple(THING, rdfs.subClassOf, c) for c in (lgq.Answer, lgq.Claim)),
    }
    worse = unsatisfiable(ontology() | both, tmp_path)
    assert THING.value in worse


CONTRADICTIONS = {
    "two kinds of claim": [Triple(THING, rdf.type, c) for c in (lgq.StatedClaim, lgq.InferredClaim)],
    "evidence that is an answer": [
        Triple(THING, rdf.type, lgq.Answer), Triple(NamedNode(BASE + "id/claim"), lgq.evidence, THING),
    ],
    "a number in words": [Triple(THING, lgq.confidence, ox.Literal("high"))],
}  # fmt: skip


@pytest.mark.parametrize("name", CONTRADICTIONS if os.environ.get("LGQ_SOAK") else [*CONTRADICTIONS][1:2])
@pytest.mark.soak
def test_a_contradiction_is_found(name: str, tmp_path: Path) -> None:
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        unsatisfiable(ontology() | set(CONTRADICTIONS[name]), tmp_path)


def test_the_graph_of_the_examples_is_consistent(graph: Graph, tmp_path: Path) -> None:
    """What is written of responses contradicts no axiom: no answer is a claim, and no domain or range makes it one."""
    assert unsatisfiable(ontology() | {q.triple for q in graph.store.quads()}, tmp_path) == []


def test_reserved_terms_are_those_that_are_known() -> None:
    """No other term of RDF, RDFS or OWL is refined by one of ours."""
    ups = {t.object for t in ontology() if t.predicate in (rdfs.subClassOf, rdfs.subPropertyOf)}
    assert {u for u in ups if u.value.startswith((rdf.iri, rdfs.iri, owl.iri))} == set(RESERVED)


def test_no_name_is_used_for_two_sorts() -> None:
    """OWL 2 DL has no property that is of objects and of data, and our classes are no properties."""
    of = sorts(ontology())
    told = [(t.subject, t.object) for t in ontology() if t.predicate == rdf.type and t.object in SORTS]
    told += [
        (t.object, of[t.subject]) for t in ontology() if t.predicate in SORTS.values() and t.subject in of
    ]
    by_name: dict[NamedNode, set[NamedNode]] = {}
    for name, sort in told:
        by_name.setdefault(name, set()).add(sort)
    assert {name.value: sorts for name, sorts in by_name.items() if len(sorts) > 1} == {}
