"""The city, its country, and the partners that it names."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from ..gazetteer import find_country
from ..iri import answer_iri, city_iri, country_iri, geonames_iri, organisation_iri, place_iri, url_iri
from ..model import (
    Country,
    Evidence,
    LinkMention,
    Mentions,
    PlaceKind,
    PlaceMention,
    Questionnaire,
    Span,
    Status,
)
from ..vocabulary import code, dct, foaf, lgq, org, rdf, rdfs, schema
from .claims import Graphs, text_literal

__all__ = ["describe_city", "describe_partners"]

_CLOSES_ENTRY = re.compile(
    r"[\"”»’\]]?(?:,\s[A-ZÀ-Þ]{2,10}\b)?(?:\s(?:network|association|alliance|group|organi[sz]ation|initiative))?(?:\s{0,2}\([^()\n]{0,80}[),;])?[\s:,(<\[–—-]{0,6}(?:see|at|website|web)?[\s:,(<\[]{0,3}"
)
_CLASSES: dict[PlaceKind, NamedNode] = {
    PlaceKind.CITY: schema.City,
    PlaceKind.REGION: schema.AdministrativeArea,
    PlaceKind.COUNTRY: schema.Country,
    PlaceKind.NETWORK: lgq.CityNetwork,
}


def describe_city(graphs: Graphs, questionnaire: Questionnaire) -> None:
    """The city and its country: what the first two answers say is stated, what the gazetteer adds is inferred."""
    response = graphs.response
    city, country = city_iri(response.city), country_iri(response.country)
    city_evidence = _whole(graphs, questionnaire, "city")
    country_evidence = _whole(graphs, questionnaire, "country")
    _label(graphs, city, response.city.name, city_evidence)
    graphs.infer(
        city, rdf.type, schema.City, "gazetteer", city_evidence
    ) if not city_evidence else graphs.state(city, rdf.type, schema.City, city_evidence)
    if country_evidence or city_evidence:
        graphs.state(city, schema.containedInPlace, country, country_evidence or city_evidence)
    if response.city.geonames:
        graphs.infer(city, schema.sameAs, geonames_iri(response.city.geonames), "gazetteer", city_evidence)
    _identify(graphs, city)
    describe_country(graphs, response.country, country_evidence or city_evidence)


def _identify(graphs: Graphs, node: NamedNode) -> None:
    """The last part of its IRI. A country, which has the codes of ISO 3166, needs no other."""
    graphs.record(node, dct.identifier, Literal(node.value.rpartition("/")[2]))


def describe_country(graphs: Graphs, country: Country, evidence: list[Evidence]) -> None:
    """A country with its codes; that it is one and how it is called in English is the gazetteer's word."""
    node = country_iri(country)
    for predicate, object_ in (
        (rdf.type, schema.Country),
        (rdfs.label, Literal(country.name, language="en")),
        (dct.identifier, Literal(country.iso2)),
        (dct.identifier, Literal(country.iso3)),
    ):
        graphs.infer(node, predicate, object_, "gazetteer", evidence)
    if country.m49.isdigit():
        area = NamedNode(f"http://metadata.un.org/sdg/codes/geoArea/{int(country.m49)}")
        graphs.infer(node, schema.sameAs, area, "gazetteer", evidence)


def _whole(graphs: Graphs, questionnaire: Questionnaire, role: str) -> list[Evidence]:
    """The whole answer to the question of a role, as evidence."""
    found = []
    for question in questionnaire.with_role(role):
        answer = graphs.response.answer(question.number)
        if answer.status is Status.ANSWERED and answer.text:
            found.append(Evidence(question.number, Span(0, len(answer.text))))
    return found


def _label(graphs: Graphs, node: NamedNode, name: str, evidence: list[Evidence]) -> None:
    """A name that the words hold is stated; another, such as the English name of a city, comes from the gazetteer."""
    said = [
        e
        for e in evidence
        if name.casefold() in e.span.of(graphs.response.answer(e.question).text).casefold()
    ]
    if said:
        graphs.state(node, rdfs.label, text_literal(name, "en"), said)
    else:
        graphs.infer(node, rdfs.label, text_literal(name, "en"), "gazetteer", evidence)


def describe_partners(graphs: Graphs, found: Mentions) -> None:
    """Every partner that one answer names, with its page. Partnership is one-sided: this city reports it."""
    city, question = city_iri(graphs.response.city), found.question
    for link in found.links:
        _describe_page(graphs, question, link, found.places)
    for partner in found.places:
        node = _partner_iri(partner)
        if node == city:
            continue
        evidence = [Evidence(question, partner.quote)]
        graphs.state(city, lgq.hasPartner, node, evidence)
        graphs.record(node, lgq.mentionedIn, answer_iri(graphs.iri, question))
        _describe_partner(graphs, node, partner, evidence, [Evidence(question, partner.span)])


def _describe_page(
    graphs: Graphs, question: int, link: LinkMention, partners: tuple[PlaceMention, ...]
) -> None:
    """The page of the partner whose entry it closes, when nothing but the entry and its bracket stand before it."""
    text = graphs.response.answer(question).text
    before = [partner for partner in partners if partner.span.start < link.span.start]
    if not before or not _CLOSES_ENTRY.fullmatch(text, before[-1].span.end, link.span.start):
        return
    node, evidence, page = _partner_iri(before[-1]), Evidence(question, link.span), url_iri(link.url)
    graphs.record(graphs.span(evidence), lgq.refersTo, node)
    if page:
        graphs.state(node, foaf.page, page, [evidence])


def _partner_iri(partner: PlaceMention) -> NamedNode:
    if partner.kind is PlaceKind.COUNTRY:
        country = find_country(partner.iso2 or partner.name)
        if country:
            return country_iri(country)
    if partner.kind in (PlaceKind.CITY, PlaceKind.REGION):
        place = partner.place
        return place_iri(partner.kind, place.name if place else partner.name, partner.iso2, place)
    return organisation_iri(partner.name)


def _describe_partner(
    graphs: Graphs, node: NamedNode, partner: PlaceMention, entry: list[Evidence], name: list[Evidence]
) -> None:
    graphs.state(node, rdfs.label, text_literal(partner.name, "en"), name)
    graphs.infer(node, rdf.type, _CLASSES.get(partner.kind, org.Organization), "gazetteer", name)
    graphs.infer(node, lgq.partnerKind, code("partner-kind", partner.kind.value), "gazetteer", name)
    if partner.kind is not PlaceKind.COUNTRY:
        _identify(graphs, node)
    if partner.place and partner.place.geonames:
        graphs.infer(node, schema.sameAs, geonames_iri(partner.place.geonames), "gazetteer", entry)
    for candidate in () if partner.place else partner.candidates:
        graphs.infer(node, lgq.candidate, geonames_iri(candidate), "gazetteer", entry)
    country = find_country(partner.iso2) if partner.iso2 else None
    if country and partner.kind is not PlaceKind.COUNTRY:
        if partner.country_span:
            graphs.state(node, schema.containedInPlace, country_iri(country), entry)
        else:
            graphs.infer(node, schema.containedInPlace, country_iri(country), "gazetteer", entry)
    if country:
        describe_country(
            graphs,
            country,
            [Evidence(entry[0].question, partner.country_span)] if partner.country_span else entry,
        )
