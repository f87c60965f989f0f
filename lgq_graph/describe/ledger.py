"""The quads of a response by claim and by thing, to be looked up in the words of a person, and changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from ..iri import answer_iri, city_iri, graph_iri, rejected_iri, response_iri
from ..matching import evened
from ..model import Kind, Response
from ..properties import short_name
from ..vocabulary import (
    BASE,
    CLASS_OF_KIND,
    cv,
    dct,
    foaf,
    lgq,
    oa,
    prov,
    rdf,
    rdfs,
    schema,
    sdg,
    skos,
    xsd,
)

__all__ = ["Held", "Ledger"]

Term = NamedNode | Literal

_KIND_OF_CLASS: dict[NamedNode, str] = {
    **{class_: kind.value for kind, class_ in CLASS_OF_KIND.items()},
    lgq.ParticipationPlatform: Kind.PLATFORM.value,
    lgq.InformationSystem: Kind.PLATFORM.value,
    dct.Standard: Kind.LEGISLATION.value,
    cv.PublicOrganisation: Kind.ORGANISATION.value,
    schema.City: "city",
    schema.AdministrativeArea: "region",
    schema.Country: "country",
    lgq.Statistic: "statistic",
    lgq.OptionMark: "mark",
}
_NAMES = frozenset({rdfs.label, skos.altLabel, lgq.asWritten, foaf.accountName})
_CONCEPTS = (BASE + "code/", sdg.iri)


@dataclass(frozen=True, slots=True)
class Held:
    """A claim that the graph holds, with the words that it rests on: (question, words) of each span or whole answer.

    `rule` made it, where it is inferred; `corrected` says that a person confirmed or made it.
    """

    iri: NamedNode
    subject: NamedNode
    predicate: NamedNode
    object: Term
    stated: bool
    sources: tuple[NamedNode, ...]
    words: tuple[tuple[int, str], ...]
    rule: str = ""
    corrected: bool = False


class Ledger:
    """The quads of one response, indexed once; what is said by whom is looked up by kind and name."""

    def __init__(self, response: Response, quads: Iterable[Quad]) -> None:
        self.response = response
        self.iri = response_iri(response.city, response.edition)
        self.city = city_iri(response.city)
        self.graph = {
            part: graph_iri(response.city, response.edition, part)
            for part in ("stated", "inferred", "corpus", "claims")
        }
        self.quads = set(quads)
        self.names: dict[NamedNode, set[str]] = defaultdict(set)
        self.kinds: dict[NamedNode, set[str]] = defaultdict(set)
        self._said: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in sorted(self.quads, key=str):
            self._index(quad)
        self._answers = {answer_iri(self.iri, a.question): a for a in response.answers}
        self.claims: dict[NamedNode, list[Held]] = defaultdict(list)
        for iri, said in self._said.items():
            if rdf.predicate in said:
                held = self._held(iri, said)
                self.claims[held.subject].append(held)

    def _index(self, quad: Quad) -> None:
        subject, value = quad.subject, quad.object
        assert isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal))
        if quad.graph_name == self.graph["claims"]:
            self._said[subject][quad.predicate].append(value)
        elif quad.predicate in _NAMES:
            self.names[subject].add(evened(value.value))
        elif quad.predicate == rdf.type and isinstance(value, NamedNode) and value in _KIND_OF_CLASS:
            self.kinds[subject].add(_KIND_OF_CLASS[value])

    def _held(self, iri: NamedNode, said: dict[NamedNode, list[Term]]) -> Held:
        subject, predicate = said[rdf.subject][0], said[rdf.predicate][0]
        sources = tuple(
            source
            for source in (*said.get(lgq.evidence, ()), *said.get(prov.wasDerivedFrom, ()))
            if isinstance(source, NamedNode)
        )
        assert isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)
        rule = next((rule.value.rpartition("/")[2] for rule in said.get(prov.wasGeneratedBy, ())), "")
        return Held(
            iri, subject, predicate, said[rdf.object][0], lgq.StatedClaim in said[rdf.type], sources,
            tuple(self._words(sources)), rule, lgq.correction in said,
        )  # fmt: skip

    def _words(self, sources: Iterable[NamedNode]) -> Iterator[tuple[int, str]]:
        """The question and the words of each source, which is a span or a whole answer."""
        for source in sources:
            answer, _, place = source.value.partition("#char=")
            question = int(answer.rpartition("/q")[2])
            if place:
                quote = NamedNode(f"{answer}#quote={place}")
                yield question, self._said[quote][oa.exact][0].value
            else:
                yield question, self._answers[source].text

    # --- looking up ---------------------------------------------------------------------------------------------------

    def things(self, kind: str, name: str) -> list[NamedNode]:
        """The things of a kind that have a name, sorted."""
        wanted = evened(name)
        found = (node for node, names in self.names.items() if wanted in names and kind in self.kinds[node])
        return sorted(found, key=str)

    def called(self, name: str) -> list[NamedNode]:
        """All things that have a name and a kind, sorted."""
        wanted = evened(name)
        return sorted((n for n, names in self.names.items() if wanted in names and self.kinds[n]), key=str)

    def ways_to_say(self, term: Term) -> Iterator[str]:
        """How a person may write a value: its words, its IRI, the last part of that of a code, the kind, or a name."""
        yield term.value
        if isinstance(term, NamedNode):
            yield short_name(term.value)
            if term.value.startswith(_CONCEPTS):
                yield term.value.rpartition("/")[2]
            if term in _KIND_OF_CLASS:
                yield _KIND_OF_CLASS[term]
            yield from sorted(self.names.get(term, ()))

    def merges(self, node: NamedNode, reason: NamedNode) -> list[NamedNode]:
        """The merges that made a thing, for one reason."""
        return [
            iri
            for iri, said in self._said.items()
            if node in said.get(lgq.entity, ()) and reason in said.get(lgq.reason, ())
        ]

    def shortest(self, term: Term) -> str:
        """The way to say a value that comes last: the shortest, or a name."""
        *_, last = self.ways_to_say(term)
        return " ".join(last.split())

    # --- changing -----------------------------------------------------------------------------------------------------

    def put(self, part: str, subject: NamedNode, predicate: NamedNode, value: Term) -> None:
        """Write a statement into one of the graphs."""
        self.quads.add(Quad(subject, predicate, value, self.graph[part]))

    def drop(self, part: str, subject: NamedNode, predicate: NamedNode, value: Term) -> None:
        """Take a statement out of one of the graphs; nothing when it is not there."""
        self.quads.discard(Quad(subject, predicate, value, self.graph[part]))

    def holds(self, part: str, subject: NamedNode, predicate: NamedNode, value: Term) -> bool:
        """Whether one of the graphs has a statement."""
        return Quad(subject, predicate, value, self.graph[part]) in self.quads

    def withdraw(self, held: Held) -> None:
        """Take a claim and its statement out."""
        for predicate, values in self._said[held.iri].items():
            for value in values:
                self.drop("claims", held.iri, predicate, value)
        for part in ("stated", "inferred"):
            self.drop(part, held.subject, held.predicate, held.object)

    def reject(self, held: Held, correction: NamedNode) -> None:
        """Leave of a claim that it was made, on which words or by which rule, and which correction ended it."""
        rules = self._said[held.iri].get(prov.wasGeneratedBy, [])
        self.withdraw(held)
        node = rejected_iri(self.iri, held.iri)
        said = f"rejected: {short_name(held.predicate.value)} {self.shortest(held.object)}"
        facts: list[tuple[NamedNode, Term]] = [
            (rdf.type, lgq.RejectedClaim),
            (rdfs.label, Literal(said, language="en")),
            (lgq.rejectedSubject, held.subject),
            (lgq.rejectedPredicate, held.predicate),
            (lgq.rejectedObject, held.object),
            (prov.wasInvalidatedBy, correction),
            *((prov.wasDerivedFrom, source) for source in held.sources),
            *((prov.wasGeneratedBy, rule) for rule in rules),
        ]
        for predicate, value in facts:
            self.put("claims", node, predicate, value)

    def confirm(self, held: Held, correction: NamedNode) -> None:
        """Have a claim say which correction confirms it; its reading is trusted then."""
        for value in self._said[held.iri][lgq.confidence]:
            self.drop("claims", held.iri, lgq.confidence, value)
        self.put("claims", held.iri, lgq.confidence, Literal("1.0", datatype=xsd.decimal))
        self.put("claims", held.iri, lgq.correction, correction)

    def forget(self, node: NamedNode) -> None:
        """Take out what the response's own records say of a thing, which has no claim; and nobody finds it any more."""
        merges = {i for i, said in self._said.items() if node in said.get(lgq.entity, ())}
        gone = [
            quad
            for quad in self.quads
            if quad.subject in merges
            or (quad.graph_name == self.graph["corpus"] and node in (quad.subject, quad.object))
        ]
        self.quads.difference_update(gone)
        self.names.pop(node, None)
