"""The claims of a response against its answers: every statement has its claim, and every quote stands where it is said to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ..iri import claim_iri
from ..store import PARTS, Store, Stored, response_graphs
from ..vocabulary import BASE, code, lgq, oa, prov, rdf, schema, xsd
from .report import Fault

__all__ = ["claim_faults"]

_Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
_Said: TypeAlias = Mapping[_Term, Mapping[NamedNode, list[_Term]]]
_Fact: TypeAlias = tuple[_Term, _Term, _Term]

_MEND = "the store was not written by this program: build the response again"
_CURRENT = code("modality", "current")


def claim_faults(store: Store, response: Stored) -> Iterator[Fault]:
    """Everything in which the four graphs of a response contradict each other."""
    graphs = dict(zip(PARTS, response_graphs(response.city, response.edition), strict=True))
    corpus, claims = _said(store, graphs["corpus"]), _said(store, graphs["claims"])
    iri = NamedNode(f"{BASE}response/{response.city}/{response.edition}")
    spans = {span for span in claims if oa.hasSource in claims[span]}
    for span in sorted(spans, key=str):
        if what := _wrong_span(span, corpus, claims, iri):
            yield Fault(_name(span), what, _MEND)
    claimed: dict[str, set[_Fact]] = {"stated": set(), "inferred": set()}
    for claim in sorted((one for one in claims if rdf.subject in claims[one]), key=str):
        if what := _wrong_claim(claim, corpus, claims, spans):
            yield Fault(_name(claim), what, _MEND)
        elif lgq.StatedClaim in claims[claim][rdf.type]:
            if claims[claim][lgq.modality] == [_CURRENT]:
                claimed["stated"].add(_fact(claims[claim]))
        else:
            claimed["inferred"].add(_fact(claims[claim]))
    yield from _unclaimed(store, graphs, claimed)


def _unclaimed(
    store: Store, graphs: Mapping[str, NamedNode], claimed: Mapping[str, set[_Fact]]
) -> Iterator[Fault]:
    """Statements without a claim, claims without their statement, and what is stated and inferred."""
    held: dict[str, set[_Fact]] = {
        part: {(q.subject, q.predicate, q.object) for q in store.quads(graphs[part])} for part in claimed
    }
    for part in claimed:
        for fact in sorted(held[part] - claimed[part], key=str):
            yield Fault(_words(fact), f"no sound claim bears this statement of the {part} graph", _MEND)
        for fact in sorted(claimed[part] - held[part], key=str):
            yield Fault(_words(fact), f"it is claimed and missing in the {part} graph", _MEND)
    for fact in sorted(held["stated"] & held["inferred"], key=str):
        yield Fault(_words(fact), "it is both stated and inferred", _MEND)


def _said(store: Store, graph: NamedNode) -> _Said:
    said: dict[_Term, dict[NamedNode, list[_Term]]] = {}
    for quad in store.quads(graph):
        said.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    return said


def _wrong_span(span: _Term, corpus: _Said, claims: _Said, response: NamedNode) -> str:
    """What is wrong with a quote; empty when its words stand in an answer of this response at its place."""
    (answer, *others) = claims[span][oa.hasSource]
    if others or corpus.get(answer, {}).get(lgq.inResponse) != [response]:
        return "its words are of no answer of this response"
    selectors = [claims.get(one, {}) for one in claims[span].get(oa.hasSelector, [])]
    place = [_number(one, end) for end in (oa.start, oa.end) for one in selectors if end in one]
    quotes = [words for one in selectors for words in one.get(oa.exact, [])]
    texts = corpus[answer].get(schema.text, [])
    if len(texts) != 1 or len(place) != 2 or len(quotes) != 1:
        return "it has not one quote with one place in one text"
    start, end = place
    if not 0 <= start < end <= len(_value(texts[0])) or _value(texts[0])[start:end] != _value(quotes[0]):
        return f"the words at {start} to {end} of the answer are not those that are quoted"
    if _value(span) != f"{_value(answer)}#char={start},{end}":
        return "its IRI names another place"
    return ""


def _wrong_claim(claim: _Term, corpus: _Said, claims: _Said, spans: set[_Term]) -> str:
    """What is wrong with a claim; empty when it is whole, has its evidence, and its name is that of what it says."""
    said = claims[claim]
    if any(
        len(said.get(one, [])) != 1
        for one in (rdf.type, rdf.subject, rdf.predicate, rdf.object, lgq.modality)
    ):
        return "the claim is not whole"
    stated = said[rdf.type] == [lgq.StatedClaim]
    sources = said.get(lgq.evidence if stated else prov.wasDerivedFrom, [])
    if not sources or not all(
        one in spans or (not stated and lgq.inResponse in corpus.get(one, {})) for one in sources
    ):
        return "its evidence is missing"
    rules = said.get(prov.wasGeneratedBy, [])
    if not stated and len(rules) != 1:
        return "no rule bears the inference"
    if not stated and said[lgq.modality] != [_CURRENT]:
        return "an inference is of what is, and this one says otherwise"
    last = said[lgq.modality][0] if stated else rules[0]
    if not _names(claim, "stated" if stated else "inferred", _fact(said), last):
        return "its IRI is not that of what it says"
    return ""


def _names(claim: _Term, basis: str, fact: _Fact, last: _Term) -> bool:
    """Whether a claim has the IRI of what it says; of a decimal the store does not keep how it was written."""
    subject, predicate, object_ = fact
    if isinstance(object_, Literal) and object_.datatype == xsd.decimal:
        return True
    if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode):
        return False
    if not isinstance(object_, NamedNode | Literal):
        return False
    return claim == claim_iri(basis, subject, predicate, object_, _value(last).rpartition("/")[2])


def _fact(said: Mapping[NamedNode, list[_Term]]) -> _Fact:
    return said[rdf.subject][0], said[rdf.predicate][0], said[rdf.object][0]


def _number(said: Mapping[NamedNode, list[_Term]], end: NamedNode) -> int:
    try:
        return int(_value(said[end][0]))
    except ValueError:
        return -1


def _value(term: _Term) -> str:
    return str(term) if isinstance(term, Triple) else term.value


def _name(term: _Term) -> str:
    return _value(term).removeprefix(BASE)


def _words(fact: _Fact) -> str:
    """A statement, without its words, which may be long or private."""
    subject, predicate, _ = fact
    return f"{_name(subject)} {_name(predicate)}"
