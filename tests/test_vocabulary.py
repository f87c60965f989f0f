"""The constants of the vocabulary: what they spell, and that the files of `ontology/` know them."""

from __future__ import annotations

import copy
import pickle
import re

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from lgq_graph import model, vocabulary
from lgq_graph.library import Graph
from lgq_graph.model import Kind
from lgq_graph.resources import resource, resources
from lgq_graph.vocabulary import BASE, CLASS_OF_KIND, PREFIXES, Prefix, code, dct, lgq, rdf, sdg, sdgo, skos

from .conftest import ROOT

CODED = {
    "answer-status": model.Status,
    "mark": model.MarkState,
    "bound": model.Bound,
    "unit": model.Unit,
    "partner-kind": model.PlaceKind,
    "question-kind": model.QuestionKind,
    "correction-action": model.Action,
    "entity-kind": model.Kind,
}


def subjects(pattern: str, class_: NamedNode) -> set[NamedNode]:
    """What some files of the ontology say to be of a class."""
    return {
        quad.subject
        for path in resources("ontology", pattern)
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
        if quad.predicate == rdf.type and quad.object == class_ and isinstance(quad.subject, NamedNode)
    }


@pytest.fixture(scope="module")
def concepts() -> set[NamedNode]:
    """All concepts of the code lists."""
    return subjects("codes-*.ttl", skos.Concept)


def test_a_prefix_spells_its_terms() -> None:
    """As an attribute, by name, and with the underscore that keeps a Python word apart."""
    assert dct.title == dct["title"] == NamedNode("http://purl.org/dc/terms/title")
    assert lgq.class_ == NamedNode(BASE + "ontology#class")
    assert sdg["11.2"].value == "http://metadata.un.org/sdg/11.2"


def test_a_prefix_is_an_ordinary_object() -> None:
    """Python's own questions (copying, pickling) do not get a term for an answer."""
    assert copy.copy(dct).title == dct.title
    assert pickle.loads(pickle.dumps(dct)).iri == dct.iri
    with pytest.raises(AttributeError):
        dct.__length_hint__  # noqa: B018


def test_every_prefix_is_the_namespace_of_its_name() -> None:
    """No two share a namespace, and each ends where a local name may begin."""
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    for name, namespace in PREFIXES.items():
        assert getattr(vocabulary, name.replace("-", "_")).iri == namespace
        assert namespace.endswith(("#", "/"))


def test_schema_org_is_https_throughout() -> None:
    """The two spellings name different terms, so that one alone may stand in code and data."""
    assert PREFIXES["schema"] == "https://schema.org/"
    for kind in ("ontology", "shapes", "queries"):
        for path in resources(kind, "*.*"):
            assert "http://schema.org/" not in path.read_text(encoding="utf-8"), path.name


def test_the_base_is_spelled_out_once() -> None:
    """In code: one setting, and nothing else spells it."""
    spelled = [
        path.relative_to(ROOT / "lgq_graph").as_posix()
        for path in sorted((ROOT / "lgq_graph").rglob("*.py"))
        if re.search(r"https?://w3id\.org/lgq", path.read_text(encoding="utf-8"))
    ]
    assert spelled == ["vocabulary.py"]


def test_every_kind_has_a_class_that_the_table_can_print() -> None:
    """Each kind its own class; `lgq.ttl` gives each of them its kind code."""
    assert set(CLASS_OF_KIND) == set(Kind)
    assert len(set(CLASS_OF_KIND.values())) == len(Kind)
    told = {
        (quad.subject, quad.object.value)  # type: ignore[union-attr]
        for quad in parse(path=str(resource("ontology", "lgq.ttl")), format=RdfFormat.TURTLE)
        if quad.predicate == lgq.kindCode
    }
    assert {(class_, kind.value) for kind, class_ in CLASS_OF_KIND.items()} <= told


@pytest.mark.parametrize("scheme", sorted(CODED))
def test_every_value_of_an_enumeration_is_a_concept(scheme: str, concepts: set[NamedNode]) -> None:
    """What the code may write, the code list defines."""
    assert {code(scheme, value.value) for value in CODED[scheme]} <= concepts


def test_every_modality_that_is_written_is_a_concept(concepts: set[NamedNode]) -> None:
    """A denial is read and never written."""
    written = set(model.Modality) - {model.Modality.NEGATED}
    assert {code("modality", value.value) for value in written} <= concepts
    assert code("modality", model.Modality.NEGATED.value) not in concepts


def test_every_code_in_the_graph_is_a_concept(graph: Graph, concepts: set[NamedNode]) -> None:
    """Rules, reasons, functions, audiences and the rest: no code of the examples is missing from its list."""
    used = {
        quad.object
        for item in graph.built
        for quad in item.quads
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(BASE + "code/")
    }
    assert len(used) > 40
    assert used <= concepts


def test_all_goals_and_targets_are_the_uns() -> None:
    """17 goals and 169 targets, under the IRIs that the code writes."""
    assert subjects("sdg.ttl", sdgo.Goal) == {sdg[str(number)] for number in range(1, 18)}
    assert len(subjects("sdg.ttl", sdgo.Target)) == 169
    assert sdg["11.2"] in subjects("sdg.ttl", sdgo.Target)


def test_a_prefix_of_ones_own_is_possible() -> None:
    """A namespace is data and no subclass."""
    assert Prefix("urn:x:").thing == NamedNode("urn:x:thing")
