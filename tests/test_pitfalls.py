"""The ontology falls into none of the pitfalls that OOPS! looks for, and tells of itself what FOOPS! asks; each is found where it is put in.

Not asked, and why: P01, P16 and P18 need a reader who knows the field; P09 asks whether something is missing that no file tells; P14 and
P15 speak of restrictions, of which there are none (as a test says); P17 and P23 of domains that no test can judge; P31 of equivalent
classes, of which there are none; P37 whether the network gives the ontology. P34 and P35 are asked of own terms: that terms of others are
classes or properties is for their publishers to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations

import pytest
import rdflib.namespace as known
from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import VANN
from rdflib.term import Node

from lgq_graph.resources import resource, resources
from lgq_graph.vocabulary import BASE, PREFIXES, lgq

LGQ = Namespace(lgq.iri)
ONTOLOGY = URIRef(BASE + "ontology")
SORTS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
RECORDS = "Section Response Answer OptionMark LinkMention Statistic Claim EvidenceSpan Merge".split()
OF_MANY_KINDS = "appOf approvedBy candidate city combinesService hasPartner keyPhrase relatesTo".split()
"""Properties without domain and range: they tie things of many kinds, and the standard's property that each refines says no more."""
PUBLISHED = (
    known.DCTERMS,
    known.FOAF,
    known.ORG,
    known.PROV,
    known.SKOS,
    known.SDO,
    known.DCAT,
    known.QB,
    known.VOID,
)
NAMESAKES = {"Claim": "schema:Claim is of what someone asserts in public; ours is a statement of the graph."}
"""Classes called as one of a standard is that they do not refine."""


@cache
def ontology() -> Graph:
    return Graph().parse(resource("ontology", "lgq.ttl"))


def local(term: Node) -> str:
    return str(term).removeprefix(lgq.iri)


def own(graph: Graph, *sorts: URIRef) -> list[URIRef]:
    """The own terms of some sorts, sorted."""
    return sorted({s for sort in sorts for s in graph.subjects(RDF.type, sort) if str(s).startswith(lgq.iri)})  # type: ignore[type-var]


def properties(graph: Graph) -> list[URIRef]:
    return own(graph, *SORTS[1:3])


def up(kind: URIRef) -> URIRef:
    return RDFS.subClassOf if kind == OWL.Class else RDFS.subPropertyOf


def names(terms: Iterable[Node]) -> list[str]:
    return sorted({local(term) for term in terms})


# --- the pitfalls --------------------------------------------------------------------------------------------------


def p02_synonyms_as_classes(g: Graph) -> list[str]:
    return names(
        c for c in own(g, OWL.Class) for o in g.objects(c, OWL.equivalentClass) if str(o).startswith(lgq.iri)
    )


def p03_relation_is(g: Graph) -> list[str]:
    return names(p for p in properties(g) if re.fullmatch(r"is(A|An|KindOf|TypeOf)?", local(p)))


def p04_unconnected(g: Graph) -> list[str]:
    ties = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range)
    tied = {t for tie in ties for pair in g.subject_objects(tie) for t in pair}
    return names(set(own(g, *SORTS[:3])) - tied)


def p05_wrong_inverse(g: Graph) -> list[str]:
    def crossed(p: Node, q: Node) -> bool:
        return set(g.objects(p, RDFS.domain)) == set(g.objects(q, RDFS.range)) and set(
            g.objects(p, RDFS.range)
        ) == set(g.objects(q, RDFS.domain))

    return names(p for p, q in g.subject_objects(OWL.inverseOf) if not crossed(p, q))


def p06_cycle(g: Graph) -> list[str]:
    return names(
        t
        for kind in SORTS[:3]
        for t in own(g, kind)
        if any(t in g.transitive_objects(o, up(kind)) for o in g.objects(t, up(kind)))
    )


def p07_merged_concepts(g: Graph) -> list[str]:
    return names(
        c
        for c in own(g, OWL.Class)
        if re.search(r"[a-z](And|Or)[A-Z]", local(c)) or re.search(r"\b(and|or)\b|/", str(g.value(c, RDFS.label)))
    )  # fmt: skip


def p08_missing_annotations(g: Graph) -> list[str]:
    return names(
        t
        for t in own(g, *SORTS)
        for a in (RDFS.label, SKOS.definition)
        if not any(o.language == "en" for o in g.objects(t, a) if isinstance(o, Literal))
    )


def p10_missing_disjointness(g: Graph) -> list[str]:
    apart = {frozenset(pair) for pair in g.subject_objects(OWL.disjointWith)}
    wanted = {*combinations(RECORDS, 2), ("StatedClaim", "InferredClaim")} - {("LinkMention", "EvidenceSpan")}
    return sorted(f"{a} {b}" for a, b in wanted if frozenset((LGQ[a], LGQ[b])) not in apart)


def p11_missing_domain_or_range(g: Graph) -> list[str]:
    told = {p for tie in (RDFS.domain, RDFS.range) for p in g.subjects(tie)}
    return names(p for p in properties(g) if p not in told and local(p) not in OF_MANY_KINDS)


def p12_equivalent_properties_undeclared(g: Graph) -> list[str]:
    return twice(g, properties(g))


def twice(g: Graph, terms: list[URIRef]) -> list[str]:
    """Terms of one sort that share a label."""
    labels = Counter(str(label).casefold() for t in terms for label in g.objects(t, RDFS.label))
    return sorted(label for label, n in labels.items() if n > 1)


def p13_inverse_undeclared(g: Graph) -> list[str]:
    """Such as hasMark and isMarkOf."""
    found, tied = properties(g), {frozenset(pair) for pair in g.subject_objects(OWL.inverseOf)}
    turned = {f"{start}{name[3:]}{end}".casefold(): p for p in found for name in [local(p)] if name.startswith("has")
              for start in ("", "is") for end in ("Of", "By")}  # fmt: skip
    pairs = ((p, turned.get(local(p).casefold())) for p in found)
    return names(p for p, q in pairs if q and frozenset((p, q)) not in tied)


def p19_several_domains_or_ranges(g: Graph) -> list[str]:
    return names(
        p for p in properties(g) for tie in (RDFS.domain, RDFS.range) if len(list(g.objects(p, tie))) > 1
    )


def p20_misused_annotations(g: Graph) -> list[str]:
    def fault(t: Node) -> bool:
        label, definition = str(g.value(t, RDFS.label)), str(g.value(t, SKOS.definition))
        return (
            not definition.strip() or label.casefold() == definition.strip(".").casefold() or len(label) > 40
        )

    return names(t for t in own(g, *SORTS) if fault(t))


def p21_miscellaneous_class(g: Graph) -> list[str]:
    return names(c for c in own(g, OWL.Class) if re.search(r"Other|Misc|Unknown|Various", local(c)))


def p22_naming(g: Graph) -> list[str]:
    bad = [c for c in own(g, OWL.Class) if not re.fullmatch(r"([A-Z][a-z]+)+", local(c))]
    return names(bad + [p for p in own(g, *SORTS[1:]) if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", local(p))])


def p24_recursive_definition(g: Graph) -> list[str]:
    return names(s for s, _, o in g if s == o)


def p25_inverse_to_itself(g: Graph) -> list[str]:
    return names(p for p, q in g.subject_objects(OWL.inverseOf) if p == q)


def p26_inverse_of_symmetric(g: Graph) -> list[str]:
    symmetric = set(g.subjects(RDF.type, OWL.SymmetricProperty))
    return names(p for pair in g.subject_objects(OWL.inverseOf) for p in pair if p in symmetric)


def p27_wrong_equivalent_properties(g: Graph) -> list[str]:
    def ends(p: Node) -> list[set[Node]]:
        return [set(g.objects(p, RDFS.domain)), set(g.objects(p, RDFS.range))]

    return names(p for p, q in g.subject_objects(OWL.equivalentProperty) if ends(p) != ends(q))


def p28_wrong_symmetric(g: Graph) -> list[str]:
    return uneven(g, OWL.SymmetricProperty)


def p29_wrong_transitive(g: Graph) -> list[str]:
    return uneven(g, OWL.TransitiveProperty)


def uneven(g: Graph, sort: URIRef) -> list[str]:
    """Properties of a sort whose domain and range must be the same, and are not."""
    return names(
        p
        for p in g.subjects(RDF.type, sort)
        if set(g.objects(p, RDFS.domain)) != set(g.objects(p, RDFS.range))
    )


def p30_equivalent_classes_undeclared(g: Graph) -> list[str]:
    def strange(c: URIRef) -> bool:
        theirs = {namespace[local(c)] for namespace in PUBLISHED if local(c) in namespace}
        return bool(theirs) and not theirs & set(g.transitive_objects(c, RDFS.subClassOf))

    return names(c for c in own(g, OWL.Class) if strange(c) and local(c) not in NAMESAKES)


def p32_same_label(g: Graph) -> list[str]:
    return twice(g, own(g, OWL.Class))


def p33_chain_of_one(g: Graph) -> list[str]:
    return names(p for p, chain in g.subject_objects(OWL.propertyChainAxiom) if len(list(g.items(chain))) < 2)


def p34_untyped_class(g: Graph) -> list[str]:
    ends = {
        o
        for tie in (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith)
        for o in g.objects(None, tie)
    }
    return names(o for o in ends if str(o).startswith(lgq.iri) and (o, RDF.type, OWL.Class) not in g)


def p35_untyped_property(g: Graph) -> list[str]:
    met = set(g.predicates()) | set(g.objects(None, RDFS.subPropertyOf))
    return names(met & {p for p in met if str(p).startswith(lgq.iri)} - set(own(g, *SORTS[1:])))


def p36_file_extension(g: Graph) -> list[str]:
    return [
        str(o) for o in g.subjects(RDF.type, OWL.Ontology) if re.search(r"\.(ttl|owl|rdf|n3|html)$", str(o))
    ]


def p38_no_declaration(g: Graph) -> list[str]:
    return [] if list(g.subjects(RDF.type, OWL.Ontology)) == [ONTOLOGY] else ["owl:Ontology"]


def p39_ambiguous_namespace(g: Graph) -> list[str]:
    (told,) = g.objects(ONTOLOGY, VANN.preferredNamespaceUri)
    return [] if str(told) == lgq.iri and str(told).startswith(str(ONTOLOGY) + "#") else [str(told)]


def p40_hijacked_namespace(g: Graph) -> list[str]:
    """A description of a term in somebody's namespace; a place in the hierarchy, or a code of our tables, is none."""
    ours = (str(ONTOLOGY), BASE)
    return sorted(
        str(s)
        for s, p, _ in g
        if not str(s).startswith(ours) and p not in (RDFS.subClassOf, URIRef(LGQ.kindCode))
    )


def p41_no_licence(g: Graph) -> list[str]:
    return [] if g.value(ONTOLOGY, DCTERMS.license) else ["dct:license"]


HEAD = (
    "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()) + f"\n@prefix o: <{BASE}> .\n"
)
A_CLASS = 'lgq:Zz a owl:Class ; rdfs:label "zz"@en ; skos:definition "Zz of some sort."@en'
A_PROPERTY = 'lgq:zz a owl:ObjectProperty ; rdfs:label "zz"@en ; skos:definition "Zz of some sort."@en'
Change = str | tuple[Node | None, Node | None, Node | None]
PITFALLS: dict[Callable[[Graph], list[str]], Change] = {
    p02_synonyms_as_classes: "lgq:Portal owl:equivalentClass lgq:Platform .",
    p03_relation_is: "lgq:isA a owl:ObjectProperty .",
    p04_unconnected: A_CLASS + " .",
    p05_wrong_inverse: "lgq:hasMark owl:inverseOf lgq:option .",
    p06_cycle: "lgq:Platform rdfs:subClassOf lgq:InformationSystem .",
    p07_merged_concepts: "lgq:PortalAndApp a owl:Class .",
    p08_missing_annotations: (LGQ.Portal, SKOS.definition, None),
    p10_missing_disjointness: (LGQ.Response, OWL.disjointWith, LGQ.Answer),
    p11_missing_domain_or_range: A_PROPERTY + " .",
    p12_equivalent_properties_undeclared: 'lgq:zz a owl:ObjectProperty ; rdfs:label "Has mark"@en .',
    p13_inverse_undeclared: "lgq:isMarkOf a owl:ObjectProperty .",
    p19_several_domains_or_ranges: "lgq:hasMark rdfs:domain lgq:Claim .",
    p20_misused_annotations: 'lgq:Zz a owl:Class ; rdfs:label "zz"@en ; skos:definition "Zz."@en .',
    p21_miscellaneous_class: "lgq:OtherThing a owl:Class .",
    p22_naming: "lgq:online_service a owl:Class .",
    p24_recursive_definition: "lgq:Portal rdfs:subClassOf lgq:Portal .",
    p25_inverse_to_itself: "lgq:hasMark owl:inverseOf lgq:hasMark .",
    p26_inverse_of_symmetric: "lgq:relatesTo a owl:SymmetricProperty ; owl:inverseOf lgq:appOf .",
    p27_wrong_equivalent_properties: "lgq:hasMark owl:equivalentProperty lgq:option .",
    p28_wrong_symmetric: "lgq:hasMark a owl:SymmetricProperty .",
    p29_wrong_transitive: "lgq:hasMark a owl:TransitiveProperty .",
    p30_equivalent_classes_undeclared: "lgq:Organization a owl:Class .",
    p32_same_label: 'lgq:Zz a owl:Class ; rdfs:label "Portal"@en .',
    p33_chain_of_one: "lgq:hasMark owl:propertyChainAxiom ( lgq:option ) .",
    p34_untyped_class: "lgq:hasMark rdfs:range lgq:Nowhere .",
    p35_untyped_property: "lgq:hasMark rdfs:subPropertyOf lgq:nowhere .",
    p36_file_extension: "<https://example.org/lgq.ttl> a owl:Ontology .",
    p38_no_declaration: (ONTOLOGY, RDF.type, OWL.Ontology),
    p39_ambiguous_namespace: "",
    p40_hijacked_namespace: 'schema:City rdfs:label "My city"@en .',
    p41_no_licence: (ONTOLOGY, DCTERMS.license, None),
}
"""Each pitfall, and what put in (Turtle) or taken out (a pattern) makes the ontology fall into it."""


def changed(change: Change) -> Graph:
    """The ontology with a fault."""
    worse = Graph() + ontology()
    if isinstance(change, tuple):
        worse.remove(change)
    elif change:
        worse.parse(data=HEAD + change, format="turtle")
    else:
        worse.set((ONTOLOGY, VANN.preferredNamespaceUri, Literal("https://example.org/lgq")))
    return worse


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda f: f.__name__)
def test_the_ontology_does_not_fall_into(pitfall: Callable[[Graph], list[str]]) -> None:
    assert pitfall(ontology()) == []


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda f: f.__name__)
def test_a_fall_is_found(pitfall: Callable[[Graph], list[str]]) -> None:
    assert pitfall(changed(PITFALLS[pitfall])) != []


def test_no_exception_is_needless() -> None:
    """Each property named as of many kinds has neither domain nor range, and each namesake is one."""
    told = {local(p) for tie in (RDFS.domain, RDFS.range) for p in ontology().subjects(tie)}
    assert set(OF_MANY_KINDS) <= set(names(properties(ontology()))) - told
    assert all(any(name in namespace for namespace in PUBLISHED) for name in NAMESAKES)


def test_there_are_no_restrictions() -> None:
    """What P14 and P15 would look at, and the rest of OWL that needs blank nodes."""
    assert not [
        t for t in (OWL.Restriction, OWL.AllDisjointClasses) if list(ontology().subjects(RDF.type, t))
    ]


# --- what the ontology tells of itself -----------------------------------------------------------------------------

TOLD = {
    "title": DCTERMS.title, "description": DCTERMS.description, "licence": DCTERMS.license, "creator": DCTERMS.creator,
    "publisher": DCTERMS.publisher, "created": DCTERMS.created, "issued": DCTERMS.issued, "modified": DCTERMS.modified,
    "citation": DCTERMS.bibliographicCitation, "version": OWL.versionInfo, "version-iri": OWL.versionIRI,
    "prefix": VANN.preferredNamespacePrefix, "namespace": VANN.preferredNamespaceUri,
}  # fmt: skip
"""What FOOPS! asks of a first version without the network; it has no DOI, no earlier version and no logo."""


@pytest.mark.parametrize("what", TOLD)
def test_the_ontology_tells(what: str) -> None:
    assert len(list(ontology().objects(ONTOLOGY, TOLD[what]))) == 1


def test_its_makers_are_an_organisation_with_a_name() -> None:
    creators = set(ontology().objects(ONTOLOGY, DCTERMS.creator))
    assert creators and all(
        (c, RDF.type, FOAF.Organization) in ontology() and ontology().value(c, FOAF.name) for c in creators
    )


def test_its_dates_are_in_order() -> None:
    dates = [ontology().value(ONTOLOGY, t) for t in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)]
    assert all(isinstance(d, Literal) and d.datatype == XSD.date for d in dates) and dates == sorted(
        dates, key=str
    )


def documented() -> Iterator[tuple[str, Node, Graph]]:
    """Every code, question and section of the other files."""
    for path in resources("ontology", "*.ttl"):
        graph = Graph().parse(path)
        for sort in (SKOS.Concept, URIRef(PREFIXES["disco"] + "Question"), LGQ.Section, SKOS.ConceptScheme):
            yield from ((path.name, s, graph) for s in graph.subjects(RDF.type, sort))


def test_everything_has_a_name_in_english() -> None:
    """Concepts, schemes, sections and questions."""
    naming = (SKOS.prefLabel, DCTERMS.title, RDFS.label, URIRef(PREFIXES["disco"] + "questionText"))
    assert [
        f"{file}: {s}"
        for file, s, g in documented()
        if not any(o.language == "en" for p in naming for o in g.objects(s, p) if isinstance(o, Literal))
    ] == []
