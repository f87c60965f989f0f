"""The graphs of a response as dictionaries: what it says of each thing, and from which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ....store import Store, response_graphs
from ....vocabulary import lgq, prov, rdf, schema
from ..paths import path_of
from .described import Answer, Claim, Description, Mark, Object, Span, Statement
from .quotes import excerpt
from .twins import Block, blocks_of

__all__ = ["Source", "document"]

_UNSEEN = frozenset({rdf.type.value, lgq.refersTo.value, lgq.inAnswer.value})
"""Predicates by which a thing is not listed at what they point to."""
_RECORDS = (lgq.entity.value, lgq.corrects.value, lgq.rejectedSubject.value)
"""Predicates by which merges, corrections and rejected claims, which have no claim, are listed at their thing."""


def document(iri: str) -> str:
    """The thing whose page tells of this one: an answer for a stretch of it."""
    return iri.partition("#")[0]


class Source:
    """The quads of one city (or of the code lists, the goals and the form), read once."""

    def __init__(self, store: Store, graphs: Iterable[NamedNode]) -> None:
        self._facts: dict[tuple[str, str, Object], list[Claim]] = {}
        self._raw: dict[str, dict[str, list[Object]]] = defaultdict(dict)
        self._blocks = blocks_of(
            triple for graph in graphs for triple in self._read(graph, store.quads(graph))
        )
        self._read_claims()

    @classmethod
    def of_city(cls, store: Store, city: str, editions: Iterable[str]) -> Source:
        """Some rounds of a city."""
        return cls(store, (graph for edition in editions for graph in response_graphs(city, edition)))

    def _read(self, graph: NamedNode, quads: Iterable[Quad]) -> Iterator[Triple]:
        claims = graph.value.endswith("/claims")
        for quad in quads:
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
                iri, predicate = subject.value, quad.predicate.value
                self._raw[iri].setdefault(predicate, []).append(value)
                if not claims:
                    self._facts.setdefault((iri, predicate, value), [])
                yield quad.triple

    def _read_claims(self) -> None:
        self.claims: dict[str, tuple[str, str, Object]] = {}
        self.claims_of: dict[str, list[str]] = defaultdict(list)
        self.claims_in: dict[str, list[str]] = defaultdict(list)
        self._claim: dict[str, Claim] = {}
        for iri, said in self._raw.items():
            if rdf.predicate.value not in said:
                continue
            subject, predicate = _iri(said, rdf.subject), _iri(said, rdf.predicate)
            value = said[rdf.object.value][0]
            claim = self._claim[iri] = _claim(iri, said)
            self.claims[iri] = (subject, predicate, value)
            self._facts.setdefault((subject, predicate, value), []).append(claim)
            self.claims_of[document(subject)].append(iri)
            for answer in {*claim.answers, *(span.answer for span in claim.spans)}:
                self.claims_in[answer].append(iri)

    # --- what there is ----------------------------------------------------------------------------------------------

    @cached_property
    def documents(self) -> list[str]:
        """All things of which it says anything, sorted; a stretch of an answer belongs to the answer."""
        return sorted({document(iri) for iri in self._blocks})

    @cached_property
    def _subjects(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for iri in sorted(self._blocks):
            found[document(iri)].append(iri)
        return found

    @cached_property
    def _said(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for (subject, predicate, value), claims in self._facts.items():
            found[subject].append(
                Statement(subject, predicate, value, tuple(sorted(claims, key=lambda claim: claim.iri)))
            )
        return found

    @cached_property
    def _pointing(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statements in self._said.values():
            for one in statements:
                if (
                    isinstance(one.object, NamedNode)
                    and one.predicate not in _UNSEEN
                    and one.object.value != one.subject
                ):
                    found[one.object.value].append(one)
        for iri, said in self._raw.items():
            for record in _RECORDS:
                for thing in said.get(record, ()):
                    found[thing.value].append(Statement(iri, record, thing))
        return found

    @cached_property
    def pointed_at(self) -> list[str]:
        """All things of the site that a statement points to, sorted."""
        return sorted(iri for iri in self._pointing if "#" not in iri and path_of(iri) is not None)

    def said(self, iri: str) -> list[Statement]:
        """The statements about a thing, planned and past ones too."""
        return self._said.get(iri, [])

    def value(self, iri: str, predicate: NamedNode) -> str:
        """A value of a thing, as text; empty when there is none."""
        found = self._raw.get(iri, {}).get(predicate.value)
        if not found:
            return ""
        return found[0].value if len(found) == 1 else min(value.value for value in found)

    def values(self, iri: str, predicate: NamedNode) -> list[str]:
        """All values of a thing, sorted."""
        return sorted(value.value for value in self._raw.get(iri, {}).get(predicate.value, ()))

    # --- what it says of one ----------------------------------------------------------------------------------------

    def describe(self, iri: str) -> Description:
        """All that it says of a thing."""
        said = self._said.get(iri) or self._bare(iri)
        found = Description(iri, said, self._pointing.get(iri, []), dict(self._about(iri)))
        for one in (*found.statements, *found.incoming):
            self._add_words(found, one)
        return found

    def describe_claim(self, iri: str) -> Description:
        """A claim as the one statement that it makes."""
        claim = self._claim[iri]
        blocks = {iri: self._blocks[iri], **dict(self._words(claim))}
        found = Description(iri, [Statement(*self.claims[iri], (claim,))], [], blocks)
        self._add_words(found, found.statements[0])
        return found

    def describe_answer(self, iri: str) -> Description:
        """An answer with the claims that come from it in place of what points to it."""
        found = self.describe(iri)
        self._add_answer(found, iri)
        found.incoming = [
            Statement(*self.claims[claim], (self._claim[claim],))
            for claim in sorted(self.claims_in.get(iri, ()))
        ]
        for one in found.incoming:
            self._add_words(found, one)
        return found

    def _add_words(self, found: Description, one: Statement) -> None:
        """The answers from which a statement comes, and what the things in it are called that have no label."""
        for claim in one.claims:
            for answer in (*claim.answers, *(span.answer for span in claim.spans)):
                self._add_answer(found, answer)
        self._add_answer(found, one.subject)
        for iri in (one.subject, one.object.value if isinstance(one.object, NamedNode) else ""):
            if written := self.value(iri, lgq.asWritten):
                found.labels[iri] = written
            elif "#char=" in iri:
                span = _span(iri)
                self._add_answer(found, span.answer)
                if span.answer in found.answers:
                    found.labels[iri] = excerpt(found.answers[span.answer].text, span.start, span.end)

    def _bare(self, iri: str) -> list[Statement]:
        """What stands in the claims graph of a thing that is no claim, such as a merge."""
        return [
            Statement(iri, predicate, value)
            for predicate, values in self._raw.get(iri, {}).items()
            for value in values
        ]

    def _add_answer(self, found: Description, iri: str) -> None:
        if answer := self._answers.get(iri):
            found.answers[iri] = answer

    @cached_property
    def _answers(self) -> dict[str, Answer]:
        return {iri: self._answer(iri) for iri, said in self._raw.items() if lgq.question.value in said}

    def _answer(self, iri: str) -> Answer:
        question, response = self.value(iri, lgq.question), self.value(iri, lgq.inResponse)
        status = self.value(iri, lgq.status).rpartition("/")[2]
        return Answer(iri, question, response, self.value(iri, schema.text), status, self._marks(iri))

    def _marks(self, answer: str) -> tuple[Mark, ...]:
        """How an answer marks its options: what the print tells, which has no claim, and what a rule concluded, which has one."""
        found = []
        for mark in self.values(answer, lgq.hasMark):
            states = {
                bool(one.claims): one.object.value.rpartition("/")[2]
                for one in self.said(mark)
                if one.predicate == lgq.mark.value
            }
            written, option = self.value(mark, lgq.asWritten), self.value(mark, lgq.option)
            found.append(Mark(option, written, states.get(False, "unknown"), states.get(True, "")))
        return tuple(sorted(found))

    def _about(self, iri: str) -> Iterator[tuple[str, Block]]:
        """What is said of it, of its parts, and of the claims about it with the words they come from."""
        for subject in self._subjects.get(iri, ()):
            yield subject, self._blocks[subject]
        for claim in self.claims_of.get(iri, ()):
            yield claim, self._blocks[claim]
            yield from self._words(self._claim[claim])

    def _words(self, claim: Claim) -> Iterator[tuple[str, Block]]:
        for span in claim.spans:
            for part in ("char", "position", "quote"):
                subject = f"{span.answer}#{part}={span.start},{span.end}"
                if subject in self._blocks:
                    yield subject, self._blocks[subject]


def _claim(iri: str, said: dict[str, list[Object]]) -> Claim:
    rule = said.get(prov.wasGeneratedBy.value)
    sources = [
        value.value for value in (*said.get(lgq.evidence.value, ()), *said.get(prov.wasDerivedFrom.value, ()))
    ]
    spans = sorted(_span(source) for source in sources if "#char=" in source)
    answers = sorted(source for source in sources if "#" not in source)
    return Claim(
        iri,
        rule[0].value if rule else "",
        _iri(said, lgq.modality).rpartition("/")[2],
        tuple(spans),
        tuple(answers),
    )


def _span(iri: str) -> Span:
    answer, _, place = iri.partition("#char=")
    start, _, end = place.partition(",")
    return Span(answer, int(start), int(end))


def _iri(said: dict[str, list[Object]], predicate: NamedNode) -> str:
    return said[predicate.value][0].value
