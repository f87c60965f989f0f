"""The page of the ontology: every term at its fragment, with what is said of it and how often it is used."""

from __future__ import annotations

import pytest
from lxml import html
from pyoxigraph import NamedNode

from lgq_graph.library import Graph
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.data import machines
from lgq_graph.store import Store
from lgq_graph.vocabulary import BASE, lgq, rdfs, skos


@pytest.fixture(scope="module")
def page(graph: Graph) -> html.HtmlElement:
    """The page of the ontology."""
    return html.document_fromstring(
        dict(machines.files(Site(graph.store, BASE)))["ontology/index.html"].decode()
    )


def said(store: Store, predicate: NamedNode) -> dict[str, str]:
    """What the ontology says of its own terms."""
    quads = store.quads(NamedNode(f"{BASE}ontology"))
    return {
        q.subject.value: q.object.value  # type: ignore[union-attr]
        for q in quads
        if q.predicate == predicate and q.subject.value.startswith(lgq.iri)  # type: ignore[union-attr]
    }


def row(page: html.HtmlElement, term: str, name: str) -> str:
    """The words beside a name at a term."""
    (value,) = page.xpath(f'//*[@id="{term}"]//dt[.="{name}"]/following-sibling::dd[1]')
    return " ".join(value.text_content().split())


def test_every_term_stands_at_its_fragment(page: html.HtmlElement, graph: Graph) -> None:
    """With its label and definition."""
    labels, definitions = said(graph.store, rdfs.label), said(graph.store, skos.definition)
    assert len(labels) > 70
    for iri, label in labels.items():
        (section,) = page.xpath(f'//*[@id="{iri.removeprefix(lgq.iri)}"]')
        text = section.text_content()
        assert label in text
        assert definitions[iri] in text
    assert len(page.xpath('//div[@class="term"]')) == len(labels)


def test_terms_lead_to_each_other(page: html.HtmlElement) -> None:
    """Up, down, and from a class to the properties that speak of it."""
    assert row(page, "StatedClaim", "Subclass of") == "lgq:Claim"
    assert row(page, "Claim", "Superclass of") == "lgq:InferredClaim, lgq:StatedClaim"
    assert row(page, "StatedClaim", "Disjoint with") == "lgq:InferredClaim"
    assert row(page, "inResponse", "Domain") == "lgq:Answer"
    assert "lgq:inResponse" in row(page, "Answer", "Domain of")
    assert page.xpath('//*[@id="Portal"]//dt[.="Subclass of"]/following-sibling::dd[1]/a/@href') == [
        "http://data.europa.eu/m8g/Channel",
        "https://schema.org/WebSite",
    ]


def test_uses_are_counted(page: html.HtmlElement, graph: Graph) -> None:
    """Of a class, of a property, of what the form alone uses, and of what nothing uses."""
    portals = {q.subject for q in graph.store.quads() if q.object == lgq.Portal and "/graph/" in str(q.graph_name) and q.predicate.value.endswith("#type")}  # fmt: skip
    assert row(page, "Portal", "Used") == f"{len(portals)} times in responses"
    asked = [q for q in graph.store.quads() if q.predicate == lgq.keyPhrase]
    assert (
        row(page, "keyPhrase", "Used")
        == f"{len(asked):,} times in the questionnaire, the code lists and the ontology"
    )
    assert row(page, "relatesTo", "Used") == "not directly"


def test_code_lists_are_linked(page: html.HtmlElement, graph: Graph) -> None:
    """Each to its page, with how many codes it has."""
    rows = {r.xpath("th/a/@href")[0]: int(r.xpath("td[2]")[0].text) for r in page.xpath("//tbody/tr")}
    codes = [q for q in graph.store.quads(NamedNode(f"{BASE}code")) if q.predicate == skos.inScheme]
    assert sum(rows.values()) == len(codes)
    assert rows["../code/function/"] == sum(1 for q in codes if q.object == NamedNode(f"{BASE}code/function"))
    assert len(rows) == 18
