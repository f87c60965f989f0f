"""The publishers' own shapes, over the exports: CPOV, CPSV-AP and DCAT-AP are kept whole."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pyshacl
import pytest
import rdflib
from rdflib import DCTERMS, RDF, SH, SKOS, Namespace

from lgq_graph.resources import resources
from lgq_graph.vocabulary import dct

from .conftest import ROOT, SHARED

PUBLISHED = SHARED / "vocabularies"
LGQ = Namespace("https://w3id.org/lgq/ontology#")
CV = Namespace("http://data.europa.eu/m8g/")
needs_published = pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason="NO OFFICIAL SHAPE WAS ASKED: ../shared/vocabularies is not here"
)


@cache
def exported() -> rdflib.Graph:
    """What is exported as one graph, with the code lists."""
    graph = rdflib.Graph()
    for file in (
        ROOT / "exports" / "lgq.nt",
        ROOT / "exports" / "lgq-inferred.nt",
        *resources("ontology", "codes-*.ttl"),
    ):
        graph.parse(file)
    return graph


def broken(data: rdflib.Graph, shapes: str) -> Counter[tuple[str, str]]:
    """Which constraints of the official shapes are broken: the path, the kind, and how often."""
    hierarchy = rdflib.Graph().parse(ROOT / "ontology" / "lgq.ttl")
    asked = rdflib.Graph().parse(PUBLISHED / f"{shapes}-shacl.ttl")
    report = pyshacl.validate(data, shacl_graph=asked, ont_graph=hierarchy, inference="none")[1]
    return Counter(
        (str(report.value(r, SH.resultPath)), str(report.value(r, SH.sourceConstraintComponent)).partition("#")[2])
        for r in report.subjects(SH.focusNode)
    )  # fmt: skip


@needs_published
def test_public_organisations_keep_cpov() -> None:
    """As they are; and no longer when one has a name without a language, so that the shapes do look."""
    assert not broken(exported(), "cpov-2.1.2")
    poorer = rdflib.Graph() + exported()
    poorer.set(
        (min(poorer.subjects(RDF.type, CV.PublicOrganisation)), SKOS.prefLabel, rdflib.Literal("City"))
    )
    assert broken(poorer, "cpov-2.1.2") == {(str(SKOS.prefLabel), "DatatypeConstraintComponent"): 1}


@needs_published
def test_services_keep_cpsv_ap() -> None:
    """As they are, responses as datasets too; and no longer when a service has no title or a response no publisher."""
    assert not broken(exported(), "cpsv-ap-3.2.0")
    poorer = rdflib.Graph() + exported()
    poorer.remove((min(poorer.subjects(RDF.type, LGQ.OnlineService)), DCTERMS.title, None))
    poorer.remove((min(poorer.subjects(RDF.type, LGQ.Response)), DCTERMS.publisher, None))
    assert broken(poorer, "cpsv-ap-3.2.0") == {
        (path.value, "MinCountConstraintComponent"): 1 for path in (dct.title, dct.publisher)
    }


@needs_published
def test_responses_keep_dcat_ap() -> None:
    """As they are; and no longer when one response names its source and another has no title, so that the shapes do look."""
    assert not broken(exported(), "dcat-ap-3.0.1")
    poorer = rdflib.Graph() + exported()
    first, *_, last = sorted(poorer.subjects(RDF.type, LGQ.Response))
    poorer.add((first, DCTERMS.source, rdflib.Literal("city.txt")))
    poorer.remove((last, DCTERMS.title, None))
    assert broken(poorer, "dcat-ap-3.0.1") == {
        (dct.source.value, "ClassConstraintComponent"): 1,
        (dct.source.value, "NodeKindConstraintComponent"): 1,
        (dct.title.value, "MinCountConstraintComponent"): 1,
    }
