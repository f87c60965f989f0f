"""The ontology, its code lists, the goals and the context are whole, agree with each other and with the publishers' files."""

from __future__ import annotations

import ast
import json
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib.namespace as known
from pyld import jsonld
from rdflib import Graph

from lgq_graph import model, vocabulary
from lgq_graph.resources import resource, resources
from lgq_graph.vocabulary import (
    BASE,
    CLASS_OF_KIND,
    PREFIXES,
    Prefix,
    code,
    dct,
    lgq,
    rdf,
    rdfs,
    schema,
    sdg,
    sdgo,
    skos,
)

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT.parent / "shared" / "vocabularies"
ONTOLOGY = resources("ontology", "*.ttl")
ENUMS = {
    "answer-status": model.Status,
    "mark": model.MarkState,
    "bound": model.Bound,
    "unit": model.Unit,
    "correction-action": model.Action,
    "entity-kind": model.Kind,
    "partner-kind": model.PlaceKind,
    "question-kind": model.QuestionKind,
}
OWL = PREFIXES["owl"]
CLOSED = {
    "dct": known.DCTERMS,
    "foaf": known.FOAF,
    "org": known.ORG,
    "prov": known.PROV,
    "skos": known.SKOS,
    "schema": known.SDO,
    "dcat": known.DCAT,
    "void": known.VOID,
    "vann": known.VANN,
    "owl": known.OWL,
    "rdf": known.RDF,
    "rdfs": known.RDFS,
    "xsd": known.XSD,
    "qb": known.QB,
}
FROM_FILES = sorted(set(PREFIXES) - set(CLOSED) - {"lgq", "sdg"})
needs_published = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the publishers' files are not here")


@cache
def triples(path: Path) -> tuple[ox.Triple, ...]:
    """The statements of a Turtle file."""
    return tuple(quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def facts(*names: str) -> frozenset[tuple[Any, Any, Any]]:
    return frozenset(
        (t.subject, t.predicate, t.object) for name in names for t in triples(resource("ontology", name))
    )


def objects(facts: frozenset[tuple[Any, Any, Any]], subject: Any, predicate: Any) -> list[Any]:
    return [o for s, p, o in facts if s == subject and p == predicate]


def instances(facts: frozenset[tuple[Any, Any, Any]], of: Any) -> set[Any]:
    return {s for s, p, o in facts if p == rdf.type and o == of}


TERMS = facts("lgq.ttl")
DEFINED = {s for s, p, o in TERMS if p == rdf.type and s.value.startswith(lgq.iri)}
SDG = facts("sdg.ttl")
LISTS = resources("ontology", "codes-*.ttl")


# --- terms that are used -------------------------------------------------------------------------------------------


def in_code() -> Iterator[tuple[str, str]]:
    """The (prefix, local name) of every vocabulary term in the package, such as ("dct", "title")."""
    for path in sorted((ROOT / "lgq_graph").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = dict(imported(tree, path.name))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id in names
            ):
                yield names[node.value.id], node.attr.rstrip("_")
            if (
                isinstance(node, ast.Subscript)
                and isinstance(node.value, ast.Name)
                and node.value.id in names
                and isinstance(node.slice, ast.Constant)
                and isinstance(node.slice.value, str)
            ):
                yield names[node.value.id], node.slice.value


def imported(tree: ast.Module, file: str) -> Iterator[tuple[str, str]]:
    """The names by which a module knows the namespaces, with the prefix of each."""
    prefix_of = {
        name: prefix_name(value) for name, value in vars(vocabulary).items() if isinstance(value, Prefix)
    }
    if file == "vocabulary.py":
        yield from prefix_of.items()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("vocabulary"):
            yield from (
                (alias.asname or alias.name, prefix_of[alias.name])
                for alias in node.names
                if alias.name in prefix_of
            )


def prefix_name(prefix: Prefix) -> str:
    return next(name for name, iri in PREFIXES.items() if iri == prefix.iri)


def in_text() -> Iterator[tuple[str, str]]:
    """The prefixed names in the model's document and the catalogue of queries."""
    names = "|".join(sorted(PREFIXES, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w/:.-])({names}):([A-Za-z][\w-]*)")
    for path in (ROOT / "docs" / "model.md", *resources("queries", "*.rq")):
        lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        yield from pattern.findall("\n".join(lines))


def in_embedded_queries() -> Iterator[tuple[str, str]]:
    """The lgq: names written inside strings, such as SPARQL in a shape or in the code."""
    for path in (*(ROOT / "lgq_graph").rglob("*.py"), *resources("shapes", "*.ttl")):
        yield from (
            ("lgq", local) for local in re.findall(r"\blgq:([A-Za-z]\w*)", path.read_text(encoding="utf-8"))
        )


def in_data() -> Iterator[ox.NamedNode]:
    """Every predicate, class and named object in the ontology and the shapes."""
    for path in (*ONTOLOGY, *resources("shapes", "*.ttl")):
        for triple in triples(path):
            yield triple.predicate
            if isinstance(triple.object, ox.NamedNode):
                yield triple.object


def used() -> set[tuple[str, str]]:
    """All terms that anything uses, as (prefix, local name)."""
    found = {
        (prefix, local)
        for prefix, local in (*in_code(), *in_text(), *in_embedded_queries())
        if local != "iri"
    }
    for node in set(in_data()):
        prefix = max(
            (p for p, iri in PREFIXES.items() if node.value.startswith(iri)),
            key=lambda p: len(PREFIXES[p]),
            default="",
        )
        if prefix and len(node.value) > len(PREFIXES[prefix]):
            found.add((prefix, node.value.removeprefix(PREFIXES[prefix])))
    return found


USED = used()
LATER = {"dcat": ("DatasetSeries", "inSeries")}
"""DCAT 3 (W3C Recommendation, 2024)."""


def test_every_own_term_in_use_is_defined() -> None:
    """No lgq: term of the code, the documents, the queries, the shapes or the form lacks a definition."""
    own = {lgq[local] for prefix, local in USED if prefix == "lgq"}
    assert own - DEFINED == set()
    assert len(own) > 40


@pytest.mark.parametrize("prefix", sorted(CLOSED))
def test_standard_terms_exist_in_closed_namespaces(prefix: str) -> None:
    """Each term that we use of these standards is in rdflib's closed list of it, or came with a version that rdflib does not know."""
    used = [local for name, local in sorted(USED) if name == prefix and local not in LATER.get(prefix, ())]
    assert [local for local in used if local not in CLOSED[prefix]] == []


@needs_published
@pytest.mark.parametrize("prefix", FROM_FILES)
def test_standard_terms_exist_in_publishers_files(prefix: str) -> None:
    """Each term that we use of these standards is a subject in a file of its publisher."""
    assert [
        local
        for name, local in sorted(USED)
        if name == prefix and PREFIXES[prefix] + local not in published()
    ] == []


@cache
def published() -> frozenset[str]:
    formats = {".ttl": ox.RdfFormat.TURTLE, ".nq": ox.RdfFormat.N_QUADS}
    files = [
        path for path in sorted(PUBLISHED.iterdir()) if path.suffix in formats and "shacl" not in path.name
    ]
    quads = (quad for path in files for quad in ox.parse(path=str(path), format=formats[path.suffix]))
    return frozenset(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))


# --- terms that are defined ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("term", sorted(DEFINED, key=str), ids=lambda term: term.value.rpartition("#")[2])
def test_term_is_documented(term: ox.NamedNode) -> None:
    """A term has one English label, one English definition, and says where it is defined."""
    for predicate in (rdfs.label, skos.definition):
        (words,) = objects(TERMS, term, predicate)
        assert words.language == "en" and words.value.strip()
    assert objects(TERMS, term, rdfs.isDefinedBy) == [ox.NamedNode(BASE + "ontology")]


def ancestors(term: Any, predicate: Any) -> set[Any]:
    found: set[Any] = set()
    todo = [term]
    while todo:
        fresh = set(objects(TERMS, todo.pop(), predicate)) - found
        found |= fresh
        todo += fresh
    return found


def test_terms_refine_standards() -> None:
    """Each own class and object property leads to a term of a standard, and none to itself."""
    kinds = ((OWL + "Class", rdfs.subClassOf), (OWL + "ObjectProperty", rdfs.subPropertyOf))
    for kind, up in kinds:
        for term in instances(TERMS, ox.NamedNode(kind)) & DEFINED:
            above = ancestors(term, up)
            assert any(not parent.value.startswith(lgq.iri) for parent in above), term
            assert term not in above


def test_no_own_term_is_of_two_sorts() -> None:
    """A term is a class or one sort of property, and nothing more."""
    assert {
        s for s, n in Counter(s for s, p, o in TERMS if p == rdf.type and s in DEFINED).items() if n > 1
    } == set()


def test_stated_and_inferred_are_disjoint() -> None:
    """A claim cannot be both stated and inferred."""
    assert (lgq.StatedClaim, ox.NamedNode(OWL + "disjointWith"), lgq.InferredClaim) in TERMS


def test_partnership_is_one_sided() -> None:
    """What one city reports of another is not turned around."""
    assert objects(TERMS, lgq.hasPartner, rdf.type) == [ox.NamedNode(OWL + "ObjectProperty")]


def test_validation_sees_the_hierarchy() -> None:
    """From the ontology alone, our classes reach those for which CPSV-AP has shapes."""
    cpsv, cv, org = (PREFIXES[name] for name in ("cpsv", "cv", "org"))
    assert ox.NamedNode(cpsv + "PublicService") in ancestors(lgq.OnlineService, rdfs.subClassOf)
    for channel in (lgq.Portal, lgq.MobileApp, lgq.ParticipationPlatform):
        assert ox.NamedNode(cv + "Channel") in ancestors(channel, rdfs.subClassOf)
    assert ox.NamedNode(cv + "Channel") not in ancestors(lgq.InformationSystem, rdfs.subClassOf)
    assert ox.NamedNode(org + "Organization") in ancestors(
        ox.NamedNode(cv + "PublicOrganisation"), rdfs.subClassOf
    )
    assert ox.NamedNode(PREFIXES["foaf"] + "Agent") not in ancestors(lgq.CityNetwork, rdfs.subClassOf)


def test_kind_codes_agree_with_the_kinds() -> None:
    """A class has at most one kind code, every kind has its class, and the codes are the kinds."""
    coded = [(s, o.value) for s, p, o in TERMS if p == lgq.kindCode]
    assert len({s for s, _ in coded}) == len(coded)
    assert {value for _, value in coded} == {kind.value for kind in model.Kind}
    assert {(term, kind.value) for kind, term in CLASS_OF_KIND.items()} <= set(coded)
    assert {s for s, value in coded if value == "platform"} == {
        lgq.Platform,
        lgq.ParticipationPlatform,
        lgq.InformationSystem,
    }


def test_ontology_says_what_it_is() -> None:
    """The ontology gives its title, licence, creator, dates, version and preferred prefix."""
    ontology, vann = ox.NamedNode(BASE + "ontology"), PREFIXES["vann"]
    for term in (dct.title, dct.description, dct.creator, dct.created, dct.issued, dct.modified):
        assert len(objects(TERMS, ontology, term)) == 1, term
    assert objects(TERMS, ontology, dct.license) == [
        ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")
    ]
    (version,) = objects(TERMS, ontology, ox.NamedNode(OWL + "versionInfo"))
    assert objects(TERMS, ontology, ox.NamedNode(OWL + "versionIRI")) == [
        ox.NamedNode(f"{BASE}ontology/{version.value}")
    ]
    assert objects(TERMS, ontology, ox.NamedNode(vann + "preferredNamespacePrefix")) == [ox.Literal("lgq")]
    assert objects(TERMS, ontology, ox.NamedNode(vann + "preferredNamespaceUri")) == [ox.Literal(lgq.iri)]


SERVICE = f"""
@prefix lgq: <{lgq.iri}> . @prefix dct: <{dct.iri}> . @prefix cv: <{PREFIXES["cv"]}> . @prefix : <{BASE}id/fi-tampere/> .
@prefix schema: <{schema.iri}> . @prefix skos: <{skos.iri}> . @prefix sdg: <{sdg.iri}> .
:permit a lgq:OnlineService ; dct:identifier "permit" ; dct:title "Permit"@en ; dct:description "Lets one fish."@en ;
    cv:hasCompetentAuthority :city-hall ; cv:hasChannel :site ; lgq:contributesTo sdg:6 ; dct:audience <{BASE}code/audience/children> .
:site a lgq:Portal ; dct:identifier "site" ; cv:ownedBy :city-hall ; lgq:function <{BASE}code/function/e-services> .
:city-hall a cv:PublicOrganisation ; skos:prefLabel "City hall"@en ; dct:spatial :city .
:city a schema:City .
"""


@needs_published
@pytest.mark.parametrize("inference", ["none", "rdfs"])
def test_service_keeps_the_published_shapes(inference: str) -> None:
    """By our hierarchy a whole service passes CPSV-AP's own shapes, with and without inference, and a bare one does not."""
    shapes = Graph().parse(PUBLISHED / "cpsv-ap-3.2.0-shacl.ttl")
    data, hierarchy = (
        Graph().parse(data=SERVICE, format="turtle"),
        Graph().parse(resource("ontology", "lgq.ttl")),
    )
    for name in ("codes-audience.ttl", "codes-function.ttl", "sdg.ttl"):
        data.parse(resource("ontology", name))
    whole = pyshacl.validate(data, shacl_graph=shapes, ont_graph=hierarchy, inference=inference)
    assert whole[0], whole[2]
    bare = Graph().parse(data=f"<{BASE}id/fi-tampere/bare> a <{lgq.OnlineService.value}> .", format="turtle")
    conforms, _, report = pyshacl.validate(bare, shacl_graph=shapes, ont_graph=hierarchy, inference=inference)
    assert not conforms and report.count("Focus Node") == 4


# --- files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda path: path.stem)
def test_file_reads_alike(path: Path) -> None:
    """Oxigraph and rdflib read the same number of statements, and none about a blank node."""
    read = set(triples(path))
    assert len(read) == len(Graph().parse(path, format="turtle")) > 0
    assert not any(isinstance(end, ox.BlankNode) for t in read for end in (t.subject, t.object))


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda path: path.stem)
def test_file_uses_the_usual_prefixes(path: Path) -> None:
    """A prefix that the vocabulary knows stands for the same namespace in each file, bar the local `code:` and the like."""
    written = dict(re.findall(r"^@prefix ([\w-]+):\s+<([^>]+)>", path.read_text(encoding="utf-8"), re.M))
    assert {name: iri for name, iri in written.items() if name in PREFIXES and PREFIXES[name] != iri} == {}


def test_base_is_written_once_in_code() -> None:
    """Only the vocabulary spells out the base of minted IRIs."""
    files = (*(ROOT / "lgq_graph").rglob("*.py"), *(ROOT / "tools").rglob("*.py"))
    assert [path.name for path in files if BASE in path.read_text(encoding="utf-8")] == ["vocabulary.py"]


def test_all_subjects_are_ours_or_bridges() -> None:
    """What the ontology files describe is under our base, is a goal of the United Nations, or is given its place in the hierarchy."""
    allowed = {rdfs.subClassOf, lgq.kindCode}
    ours = (f"<{BASE}", f"<{sdg.iri.rstrip('/')}")
    foreign = {t.predicate for path in ONTOLOGY for t in triples(path) if not str(t.subject).startswith(ours)}
    assert foreign <= allowed


# --- code lists ----------------------------------------------------------------------------------------------------


def scheme_of(path: Path) -> str:
    return path.stem.removeprefix("codes-")


@pytest.mark.parametrize("path", LISTS, ids=scheme_of)
def test_code_list_is_well_formed(path: Path) -> None:
    """Each concept lies under its scheme and has an English label, a notation that is its name, and a place in the scheme."""
    read = facts(path.name)
    scheme = ox.NamedNode(f"{BASE}code/{scheme_of(path)}")
    assert instances(read, skos.ConceptScheme) == {scheme}
    assert objects(read, scheme, dct.title)
    for concept in instances(read, skos.Concept):
        assert concept.value.startswith(scheme.value + "/")
        assert [label.language for label in objects(read, concept, skos.prefLabel)] == ["en"]
        assert ox.Literal(concept.value.rpartition("/")[2]) in objects(read, concept, skos.notation)
        assert objects(read, concept, skos.inScheme) == objects(read, concept, skos.topConceptOf) == [scheme]


@pytest.mark.parametrize("path", [path for path in LISTS if scheme_of(path) != "country"], ids=scheme_of)
def test_code_is_defined_and_unmistakable(path: Path) -> None:
    """Each code says what it means, and no two of a list share a label or a notation."""
    read = facts(path.name)
    concepts = instances(read, skos.Concept)
    for predicate in (skos.definition, skos.prefLabel, skos.notation):
        values = [objects(read, concept, predicate) for concept in concepts]
        assert all(len(value) == 1 for value in values)
        assert len({value[0] for value in values}) == len(concepts)


@pytest.mark.parametrize("scheme", sorted(ENUMS))
def test_code_list_agrees_with_the_model(scheme: str) -> None:
    """The codes of a list are the values of its enumeration, no more and no less."""
    concepts = instances(facts(f"codes-{scheme}.ttl"), skos.Concept)
    assert concepts == {code(scheme, member.value) for member in ENUMS[scheme]}


def test_modalities_leave_out_denial() -> None:
    """All modalities but the negated one have a code: a denial is never described."""
    asserted = set(model.Modality) - {model.Modality.NEGATED}
    assert instances(facts("codes-modality.ttl"), skos.Concept) == {
        code("modality", member.value) for member in asserted
    }


def test_every_code_in_use_exists() -> None:
    """Each code that the code or the form names outright is in its list."""
    known_codes = {s for path in LISTS for s in instances(facts(path.name), skos.Concept)}
    named = {code(scheme, concept) for scheme, concept in code_calls()}
    in_form = {
        t.object
        for path in ONTOLOGY
        for t in triples(path)
        if isinstance(t.object, ox.NamedNode)
        and t.object.value.startswith(BASE + "code/")
        and t.predicate not in {skos.inScheme, skos.topConceptOf}
    }
    assert named | in_form <= known_codes


def code_calls() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "lgq_graph").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "code"
                and len(node.args) == 2
            ):
                arguments = [
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                if len(arguments) == 2:
                    yield arguments[0], arguments[1]


def test_form_lists_known_kinds() -> None:
    """What the form says that a question lists is a kind of entity."""
    forms = {
        t.object
        for path in resources("ontology", "questionnaire-*.ttl")
        for t in triples(path)
        if t.predicate == lgq.listsKind
    }
    assert forms <= {ox.Literal(kind.value) for kind in model.Kind}


def test_countries_have_both_codes_and_an_area() -> None:
    """All countries of ISO 3166-1 are there, each under its three letters, matched to one area of the United Nations."""
    read = facts("codes-country.ttl")
    concepts = instances(read, skos.Concept)
    assert len(concepts) == 249
    for concept in concepts:
        assert sorted(len(n.value) for n in objects(read, concept, skos.notation)) == [2, 3]
    areas = [o.value for s, p, o in read if p == skos.exactMatch]
    assert len(set(areas)) == len(areas) == 248
    assert all(re.fullmatch(r".*/sdg/codes/geoArea/[1-9]\d*", area) for area in areas)
    assert objects(read, code("country", "FIN"), skos.exactMatch) == [sdg["codes/geoArea/246"]]


# --- goals ---------------------------------------------------------------------------------------------------------


def test_goals_and_targets_are_complete() -> None:
    """There are 17 goals and 169 targets, each target under the goal that its number names."""
    assert instances(SDG, sdgo.Goal) == {sdg[str(number)] for number in range(1, 18)}
    targets = instances(SDG, sdgo.Target)
    assert len(targets) == 169
    for target in targets:
        (goal,) = objects(SDG, target, sdgo.isTargetOf)
        assert target.value.startswith(goal.value + ".")
        assert (goal, sdgo.hasTarget, target) in SDG
    assert sum(p == sdgo.hasTarget for _, p, _ in SDG) == 169


def test_goals_have_six_names_and_a_colour() -> None:
    """Each goal is named in the six languages of the United Nations and has a colour of its own."""
    goals = instances(SDG, sdgo.Goal)
    for goal in goals:
        assert sorted(n.language for n in objects(SDG, goal, skos.prefLabel)) == [
            "ar",
            "en",
            "es",
            "fr",
            "ru",
            "zh",
        ]
        (colour,) = objects(SDG, goal, schema.color)
        assert re.fullmatch("#[0-9A-F]{6}", colour.value)
    assert len({o for _, p, o in SDG if p == schema.color}) == len(goals)
    labels = [o for s, p, o in SDG if p == skos.prefLabel]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("language", "letters"), [("ru", r"[а-я]"), ("ar", r"[\u0600-\u06ff]"), ("zh", r"[\u4e00-\u9fff]")]
)
def test_goal_names_are_in_their_script(language: str, letters: str) -> None:
    """A name tagged with a language is written in the script of that language."""
    names = [o.value for s, p, o in SDG if p == skos.prefLabel and o.language == language]
    assert len(names) == 17 and all(
        re.search(letters, name) and not re.search("[a-z]", name) for name in names
    )


@needs_published
def test_goals_agree_with_the_united_nations() -> None:
    """Goals, targets, the tie between them and the English short names are those of the publisher's file."""
    theirs = frozenset(
        (t.subject, t.predicate, t.object) for t in triples(PUBLISHED / "sdg-goals-targets-indicators.ttl")
    )
    assert {f for f in SDG if f[1] == sdgo.isTargetOf} == {f for f in theirs if f[1] == sdgo.isTargetOf}
    for goal in instances(SDG, sdgo.Goal):
        short = [name for name in objects(SDG, goal, skos.prefLabel) if name.language == "en"]
        assert short == objects(theirs, goal, skos.altLabel)


def test_generated_files_are_reproduced(tmp_path: Path) -> None:
    """The generator writes the goals and countries that are committed, byte for byte."""
    runpy.run_path(str(ROOT / "tools" / "generate_ontology.py"))["main"]([str(tmp_path)])
    for name in ("sdg.ttl", "codes-country.ttl"):
        assert (tmp_path / name).read_bytes() == resource("ontology", name).read_bytes(), name


# --- the JSON-LD context -------------------------------------------------------------------------------------------

CONTEXT: dict[str, Any] = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))[
    "@context"
]
SAMPLE = f"""
@prefix dct: <{dct.iri}> . @prefix eli: <{PREFIXES["eli"]}> . @prefix foaf: <{PREFIXES["foaf"]}> . @prefix lgq: <{lgq.iri}> .
@prefix oa: <{PREFIXES["oa"]}> . @prefix rdf: <{rdf.iri}> . @prefix rdfs: <{rdfs.iri}> . @prefix sdg: <{sdg.iri}> .
@prefix skos: <{skos.iri}> . @prefix xsd: <{PREFIXES["xsd"]}> . @prefix m: <{PREFIXES["sdmx-measure"]}> .
@prefix : <{BASE}id/fi-tampere/portal/> .
:paths a lgq:Portal ; rdfs:label "Lake paths"@en ; skos:altLabel "Paths"@en, "Polut"@fi ; foaf:page <https://paths.example.org/> ;
    lgq:contributesTo sdg:6, sdg:11.2 ; dct:title "Lake paths"@en .
:law a eli:LegalResource ; eli:date_document "2006-07-27"^^xsd:date .
:old a eli:LegalResource ; eli:date_document "1999"^^xsd:gYear .
:response a lgq:Response ; lgq:fileName "tampere.txt" .
:number a lgq:Statistic ; m:obsValue 73900000.0 ; lgq:indicator "walks"@en ; lgq:reportedIn :response .
:claim a lgq:StatedClaim ; rdf:subject :paths ; rdf:predicate rdfs:label ; rdf:object "Lake paths"@en ; lgq:confidence 1.0 ;
    lgq:evidence :span ; dct:source :response .
:other a lgq:StatedClaim ; rdf:subject :paths ; rdf:predicate lgq:contributesTo ; rdf:object sdg:6 .
:position a oa:TextPositionSelector ; oa:start 3 ; oa:end 102 .
"""


def forbidden(url: str, options: object) -> Any:
    raise AssertionError(f"the context reached for {url}")


def as_triples(nquads: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS)}


def test_context_round_trip() -> None:
    """Compacting with the context and reading the result back gives the same statements, without the network."""
    before = {quad.triple for quad in ox.parse(SAMPLE, format=ox.RdfFormat.TURTLE)}
    nquads = "".join(sorted(f"{triple} .\n" for triple in before))
    compact = jsonld.compact(jsonld.from_rdf(nquads), CONTEXT, {"documentLoader": forbidden})
    after = jsonld.to_rdf(compact, {"format": "application/n-quads", "documentLoader": forbidden})
    assert as_triples(after) == before
    paths = next(node for node in compact["@graph"] if node["id"].endswith("paths"))
    assert paths == {
        "id": f"{BASE}id/fi-tampere/portal/paths",
        "type": "Portal",
        "label": {"en": "Lake paths"},
        "altLabel": {"en": "Paths", "fi": "Polut"},
        "title": {"en": "Lake paths"},
        "page": "https://paths.example.org/",
        "contributesTo": ["sdg:11.2", "sdg:6"],
    }
    keys = {key for node in compact["@graph"] for key in node}
    assert not {key for key in keys if ":" in key}, "a property of the model has no short name"


def test_context_knows_every_own_term() -> None:
    """Each term of the ontology has its local name as its short name."""
    for term in DEFINED:
        local = term.value.removeprefix(lgq.iri)
        entry = CONTEXT[local]
        assert (entry if isinstance(entry, str) else entry["@id"]) == f"lgq:{local}"


def test_context_types_follow_the_ontology() -> None:
    """A short name reads its values as IRIs exactly when its property leads to things."""
    for term in DEFINED:
        entry = CONTEXT[term.value.removeprefix(lgq.iri)]
        is_link = (term, rdf.type, ox.NamedNode(OWL + "ObjectProperty")) in TERMS
        assert (isinstance(entry, dict) and entry.get("@type") == "@id") == is_link, term


def test_context_has_the_prefixes_and_no_remote_part() -> None:
    """The prefixes are those of every export, and nothing of the context is elsewhere."""
    assert {name: CONTEXT[name] for name in PREFIXES} == PREFIXES
    assert CONTEXT["@version"] == 1.1
    assert not {"@import", "@vocab", "@base"} & set(CONTEXT)


def test_context_names_terms_that_exist() -> None:
    """Each short name for a standard's term stands for one that its publisher has."""
    for name, entry in CONTEXT.items():
        iri = entry if isinstance(entry, str) else entry["@id"] if isinstance(entry, dict) else "@"
        prefix, _, local = iri.partition(":")
        if prefix in CLOSED:
            assert local in CLOSED[prefix], name
        elif prefix in FROM_FILES and PUBLISHED.is_dir():
            assert PREFIXES[prefix] + local in published(), name
