"""Faults to plant into a sound response, each with the shape that must find it. The same number gives the same faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from lgq_graph.vocabulary import BASE, Prefix, dct, lgq, rdf, rdfs, schema, xsd

__all__ = ["FAULTS", "planted"]

oa = Prefix("http://www.w3.org/ns/oa#")
foaf = Prefix("http://xmlns.com/foaf/0.1/")
obs = NamedNode("http://purl.org/linked-data/sdmx/2009/measure#obsValue")

Term = NamedNode | BlankNode | Literal
Change = Callable[[Quad], tuple[Term, ...]]
"""What stands in the place of an object: nothing, another, or more than one."""


def instead(*terms: Term) -> Change:
    return lambda quad: terms


def beside(*terms: Term) -> Change:
    return lambda quad: (quad.object, *terms)


def code(name: str) -> NamedNode:
    return NamedNode(f"{BASE}code/{name}")


def _typed(word: str, datatype: NamedNode) -> Change:
    return instead(Literal(word, datatype=datatype))


_NOWHERE = NamedNode(BASE + "id/nowhere")
FAULTS: dict[str, tuple[NamedNode, NamedNode | None, Change, str]] = {
    # what is wrong: predicate, class of the subject (or any), change, shape that finds it
    "city that is no city": (lgq.city, lgq.Response, instead(_NOWHERE), "response-city"),
    "no label": (rdfs.label, lgq.Portal, instead(), "entity-label"),
    "two labels": (rdfs.label, lgq.Portal, lambda q: (q.object, Literal(q.object.value + "!", language="en"), Literal("Z", language="en")), "entity-one-label"),
    "label without language": (rdfs.label, lgq.Portal, lambda q: (Literal(q.object.value),), "entity-label"),
    "empty label": (rdfs.label, lgq.Portal, instead(Literal("", language="en")), "entity-label"),
    "label of another type": (rdfs.label, schema.City, instead(Literal(7)), "place-label"),
    "label that is an IRI": (rdfs.label, lgq.Initiative, instead(_NOWHERE), "entity-label"),
    "two identifiers": (dct.identifier, lgq.Portal, beside(Literal("another")), "entity-identifier"),
    "identifier of another type": (dct.identifier, lgq.Initiative, _typed("7", xsd.integer), "entity-identifier"),
    "identifier that is a blank node": (dct.identifier, lgq.Portal, instead(BlankNode("b")), "no-blank-node"),
    "mentioned nowhere": (lgq.mentionedIn, lgq.Portal, instead(), "entity-mentioned"),
    "mentioned in what is not there": (lgq.mentionedIn, lgq.Portal, beside(_NOWHERE), "entity-mentioned-where"),
    "mentioned in a word": (lgq.mentionedIn, lgq.Portal, beside(Literal("q5")), "entity-mentioned-where"),
    "page of another kind": (foaf.page, None, instead(NamedNode("urn:page")), "entity-page"),
    "page that is a word": (foaf.page, None, instead(Literal("https://x.example/")), "entity-page"),
    "goal that is none": (lgq.contributesTo, None, instead(NamedNode("http://metadata.un.org/sdg/18")), "entity-goal"),
    "two editions": (lgq.edition, lgq.Response, beside(Literal("2024")), "response-edition"),
    "status outside the list": (lgq.status, lgq.Answer, instead(code("answer-status/lost")), "answer-status"),
    "two statuses": (lgq.status, lgq.Answer, beside(code("answer-status/empty")), "answer-status"),
    "two texts": (schema.text, lgq.Answer, beside(Literal("Another.")), "answer-text"),
    "status that is gone": (lgq.status, lgq.Answer, instead(), "answer-status"),
    "answer of no question": (lgq.question, lgq.Answer, instead(_NOWHERE), "answer-question"),
    "claim without words": (lgq.evidence, lgq.StatedClaim, instead(), "stated-claim-evidence"),
    "words that are not there": (lgq.evidence, lgq.StatedClaim, instead(_NOWHERE), "stated-claim-evidence"),
    "claim without subject": (rdf.subject, lgq.StatedClaim, instead(), "claim-subject"),
    "claim about a word": (rdf.subject, lgq.StatedClaim, instead(Literal("it")), "claim-subject"),
    "claim with two objects": (rdf.object, lgq.StatedClaim, beside(Literal("another")), "claim-object"),
    "confidence above one": (lgq.confidence, lgq.StatedClaim, _typed("7.0", xsd.decimal), "claim-confidence"),
    "confidence that is no number": (lgq.confidence, lgq.StatedClaim, _typed("much", xsd.decimal), "claim-confidence"),
    "confidence of another type": (lgq.confidence, lgq.StatedClaim, instead(Literal("0.5")), "claim-confidence"),
    "confidence that is empty": (lgq.confidence, lgq.StatedClaim, _typed("", xsd.decimal), "claim-confidence"),
    "modality outside the list": (lgq.modality, lgq.StatedClaim, instead(code("modality/denied")), "claim-modality"),
    "another quote": (oa.exact, oa.TextQuoteSelector, instead(Literal("What nobody wrote")), "quote-differs"),
    "quote with a language": (oa.exact, oa.TextQuoteSelector, beside(Literal("x", language="en")), "quote-words"),
    "start before the text": (oa.start, oa.TextPositionSelector, instead(Literal(-1)), "position-start"),
    "end that is a word": (oa.end, oa.TextPositionSelector, _typed("end", xsd.integer), "position-end"),
    "value of another type": (obs, lgq.Statistic, _typed("1e3", xsd.double), "statistic-value"),
    "value that is no number": (obs, lgq.Statistic, _typed("1,000", xsd.decimal), "statistic-value"),
    "unit outside the list": (NamedNode("http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure"), lgq.Statistic, instead(code("unit/parsec")), "statistic-unit"),
    "number about nothing": (lgq.about, lgq.Statistic, instead(_NOWHERE), "leads-nowhere"),
    "day that is not in the calendar": (dct.dateSubmitted, lgq.Response, _typed("2023-02-31", xsd.date), "response-date"),
    "an address": (schema.text, lgq.Answer, beside(Literal("Write to office@city.example")), "no-email"),
    "a telephone number": (schema.text, lgq.Answer, beside(Literal("Call +358 40 555 01 23")), "no-phone"),
    "a name": (schema.text, lgq.Answer, beside(Literal("Ask Mrs. Xxxx")), "no-person-named"),
    "owned by a person": (foaf.page, None, beside(NamedNode("mailto:office@city.example")), "no-person"),
    "file in a folder": (lgq.fileName, lgq.Response, instead(Literal("a/b.txt")), "response-file"),
}  # fmt: skip


def planted(quads: list[Quad], number: int, how_many: int) -> tuple[list[Quad], tuple[str, ...]]:
    """The quads with some faults in them, and their names: those that fit, the next ones for the next number."""
    names = list(FAULTS)
    turn = [names[(number * how_many + k) % len(names)] for k in range(len(names))]
    kept, done, spent = dict.fromkeys(quads), [], set()
    for fault in turn:
        if len(done) < how_many and (place := _place(list(kept), fault, number, spent)):
            _change(kept, place, FAULTS[fault][2])
            spent.add(place.subject)
            done.append(fault)
    return list(kept), tuple(done)


def _place(quads: list[Quad], fault: str, number: int, spent: set[object]) -> Quad | None:
    """A statement that the fault can change: the only one of its kind, on a subject that has no fault yet."""
    predicate, class_, *_ = FAULTS[fault]
    of = {q.subject for q in quads if q.predicate == rdf.type and q.object == class_}
    fit = [q for q in quads if q.predicate == predicate and (class_ is None or q.subject in of)]
    times = Counter(q.subject for q in fit)
    fit = sorted((q for q in fit if times[q.subject] == 1 and q.subject not in spent), key=str)
    return Random(f"{fault} {number}").choice(fit) if fit else None


def _change(kept: dict[Quad, None], place: Quad, change: Change) -> None:
    del kept[place]
    for term in change(place):
        kept[Quad(place.subject, place.predicate, term, place.graph_name)] = None
