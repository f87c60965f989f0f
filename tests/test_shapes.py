"""The shape files: what each must have, and that they ask what the publishers and the code lists ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store

from lgq_graph.resources import resource, resources
from lgq_graph.validate.shapes import shape_files, shapes_of
from lgq_graph.vocabulary import BASE, PREFIXES, Prefix, cpsv, cv, rdf, skos

sh = Prefix("http://www.w3.org/ns/shacl#")
CLASSES = {
    "response", "answer", "option-mark", "link-mention", "evidence-span", "claim", "correction", "merge", "online-service",
    "portal", "mobile-app", "platform", "initiative", "strategy", "legal-resource", "standard", "organisation",
    "post", "user-account", "city-network", "city", "region", "country", "statistic",
}  # fmt: skip
SHARED = Path(__file__).parents[2] / "shared"
SAMPLES = Path(__file__).parent / "data" / "shapes"


@cache
def _graph() -> Store:
    graph = Store()
    for file in shape_files():
        graph.load(path=str(file), format=RdfFormat.TURTLE)
    return graph


def _objects(graph: Store, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    return [q.object for q in graph.quads_for_pattern(subject, predicate, None)]


def _with(predicate: NamedNode) -> set[NamedNode]:
    return {q.subject for q in _graph().quads_for_pattern(None, predicate, None)}


def test_every_class_has_its_file() -> None:
    assert {path.stem for path in shape_files()} == {*CLASSES, "entity", "place", "cpsv-ap", "global"}


@pytest.mark.parametrize("path", shape_files(), ids=lambda path: path.stem)
def test_every_file_has_a_good_and_a_faulty_sample(path: Path) -> None:
    assert [len(list(SAMPLES.glob(f"{path.stem}-{kind}.t*"))) for kind in ("good", "bad")] == [1, 1]


def test_every_constraint_says_what_to_do() -> None:
    """A severity, and one English message of two sentences: what is wrong, and what to do."""
    shapes = shapes_of()
    for shape in (*shapes.core, *shapes.rules):
        node = NamedNode(shape.iri)
        messages = _objects(_graph(), node, sh.message)
        assert [m.language for m in messages] == ["en"] and len(_objects(_graph(), node, sh.severity)) == 1, (
            shape.iri
        )
        assert ". " in shape.message or ": " in shape.message, shape.iri
        assert shape.message.endswith("."), shape.iri


def test_every_property_shape_is_asked_of_a_class() -> None:
    """A property shape that no node shape names would never run."""
    used = {q.object for q in _graph().quads_for_pattern(None, sh.property, None)}
    declared = {q.subject for q in _graph().quads_for_pattern(None, rdf.type, sh.PropertyShape)}
    assert used == declared


def test_no_shape_is_a_blank_node() -> None:
    assert not [q for q in _graph() if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_all_shapes_are_under_the_base() -> None:
    named = _with(sh.severity) | _with(sh.select)
    assert named and all(node.value.startswith(BASE + "shape#") for node in named)


def test_rules_declare_the_prefixes_of_the_vocabulary() -> None:
    declared = {
        _objects(_graph(), d, sh.prefix)[0].value: _objects(_graph(), d, sh.namespace)[0].value
        for d in _with(sh.namespace)
    }
    assert declared and all(PREFIXES[name] == namespace for name, namespace in declared.items())


def test_rules_of_personal_data_give_no_value() -> None:
    """A report must not repeat what it warns of."""
    personal = [
        r
        for r in shapes_of().rules
        if r.iri.rpartition("#")[2] in ("no-email", "no-phone", "no-person", "no-person-named")
    ]
    assert len(personal) == 4 and not [r.iri for r in personal if "?value" in r.select]


def _codes(scheme: str) -> set[str]:
    graph = Store()
    for file in resources("ontology", "codes-*.ttl"):
        graph.load(path=str(file), format=RdfFormat.TURTLE)
    base = f"{BASE}code/{scheme}/"
    concepts = {q.subject.value for q in graph.quads_for_pattern(None, rdf.type, skos.Concept)}
    return {iri.removeprefix(base) for iri in concepts if iri.startswith(base)}


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("answer-status", "answer-status"),
        ("option-mark-state", "mark"),
        ("claim-modality", "modality"),
        ("statistic-unit", "unit"),
        ("statistic-bound", "bound"),
        ("law-level", "law-level"),
    ],
)
def test_closed_lists_are_those_of_the_ontology(shape: str, scheme: str) -> None:
    """A code that is added to a list must be allowed by its shape, and one that goes must go there too."""
    (pattern,) = _objects(_graph(), NamedNode(f"{BASE}shape#{shape}"), sh.pattern)
    listed = set(pattern.value.partition("(")[2].partition(")")[0].split("|"))
    assert listed == _codes(scheme)


def test_every_class_of_the_ontology_with_a_kind_has_a_shape() -> None:
    """What a table prints is validated."""
    ontology = Store()
    ontology.load(path=str(resource("ontology", "lgq.ttl")), format=RdfFormat.TURTLE)
    kinds = {q.subject for q in ontology.quads_for_pattern(None, NamedNode(BASE + "ontology#kindCode"), None)}
    assert kinds and kinds <= {q.object for q in _graph().quads_for_pattern(None, sh.targetClass, None)}


@pytest.mark.skipif(not (SHARED / "vocabularies").is_dir(), reason="the publishers' files are not here")
@pytest.mark.parametrize(
    "class_",
    [cpsv.PublicService, cv.Channel, cv.PublicOrganisation],
    ids=lambda c: c.value.rpartition("/")[2],
)
def test_all_that_cpsv_ap_makes_mandatory_is_asked(class_: NamedNode) -> None:
    """Each property with a minimum in CPSV-AP's own shapes has one in ours."""
    published = Store()
    published.load(path=str(SHARED / "vocabularies" / "cpsv-ap-3.2.0-shacl.ttl"), format=RdfFormat.TURTLE)
    theirs, ours = _mandatory(published, class_), _mandatory(_graph(), class_)
    assert theirs and theirs <= ours


def _mandatory(graph: Store, class_: NamedNode) -> set[NamedNode]:
    shapes = [q.subject for q in graph.quads_for_pattern(None, sh.targetClass, class_)]
    properties = [p for shape in shapes for p in _objects(graph, shape, sh.property)]
    return {
        path for p in properties if _objects(graph, p, sh.minCount) for path in _objects(graph, p, sh.path)
    }


def test_no_message_is_said_twice() -> None:
    """Two shapes with one message could not be told apart in a report."""
    messages = [s.message for s in (*shapes_of().core, *shapes_of().rules)]
    assert len(messages) == len(set(messages))
