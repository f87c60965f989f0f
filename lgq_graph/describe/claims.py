"""The builder of a response's four graphs: no statement about an entity enters without its claim."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from ..iri import answer_iri, claim_iri, graph_iri, position_iri, quote_iri, response_iri, span_iri
from ..model import Evidence, Modality, Response
from ..vocabulary import code, dct, lgq, oa, prov, rdf, xsd

__all__ = ["Graphs", "decimal", "integer", "text_literal"]

Term = NamedNode | Literal


def decimal(value: object) -> Literal:
    """A number as xsd:decimal, without exponent."""
    return Literal(f"{value:f}", datatype=xsd.decimal)


def integer(value: int) -> Literal:
    """A number as xsd:integer."""
    return Literal(str(value), datatype=xsd.integer)


def text_literal(words: str, language: str) -> Literal:
    """Words with their language tag, white space evened out."""
    return Literal(" ".join(words.split()), language=language)


class Graphs:
    """The quads of one response as they are collected; a set, so that saying a thing twice changes nothing."""

    def __init__(self, response: Response) -> None:
        self.response = response
        self.iri = response_iri(response.city, response.edition)
        self._graph = {
            part: graph_iri(response.city, response.edition, part)
            for part in ("stated", "inferred", "corpus", "claims")
        }
        self._texts = {answer.question: answer.text for answer in response.answers}
        self._quads: set[Quad] = set()
        self._spans: dict[Evidence, NamedNode] = {}
        self._inferences: list[tuple[NamedNode, NamedNode, Term, str, tuple[Evidence | int, ...]]] = []

    def quads(self) -> list[Quad]:
        """Everything collected, sorted. What the response states needs no rule: such inferences are left out."""
        for subject, predicate, object_, rule, sources in self._inferences:
            if Quad(subject, predicate, object_, self._graph["stated"]) not in self._quads:
                self._infer(subject, predicate, object_, rule, sources)
        return sorted(self._quads, key=str)

    def record(self, subject: NamedNode, predicate: NamedNode, object_: Term) -> None:
        """A statement of the corpus: about the response itself, with no claim."""
        self._add("corpus", subject, predicate, object_)

    def state(
        self,
        subject: NamedNode,
        predicate: NamedNode,
        object_: Term,
        evidence: Iterable[Evidence],
        modality: Modality = Modality.CURRENT,
    ) -> None:
        """A statement that the response makes, with the words that make it; one that is not current stays a claim alone."""
        if modality is Modality.NEGATED:
            return
        if modality is Modality.CURRENT:
            self._add("stated", subject, predicate, object_)
        claim = self._claim(lgq.StatedClaim, subject, predicate, object_, modality, "stated", modality)
        for item in evidence:
            self._add("claims", claim, lgq.evidence, self.span(item))
        self._add("claims", claim, lgq.confidence, Literal("1.0", datatype=xsd.decimal))

    def infer(
        self,
        subject: NamedNode,
        predicate: NamedNode,
        object_: Term,
        rule: str,
        sources: Iterable[Evidence | int],
    ) -> None:
        """A statement that a rule of ours makes, with what it was drawn from: spans, or whole answers by number."""
        self._inferences.append((subject, predicate, object_, rule, tuple(sources)))

    def _infer(
        self,
        subject: NamedNode,
        predicate: NamedNode,
        object_: Term,
        rule: str,
        sources: Iterable[Evidence | int],
    ) -> None:
        self._add("inferred", subject, predicate, object_)
        claim = self._claim(
            lgq.InferredClaim, subject, predicate, object_, Modality.CURRENT, "inferred", rule
        )
        self._add("claims", claim, prov.wasGeneratedBy, code("rule", rule))
        self._add("claims", claim, lgq.confidence, Literal("0.5", datatype=xsd.decimal))
        for source in sources:
            premise = answer_iri(self.iri, source) if isinstance(source, int) else self.span(source)
            self._add("claims", claim, prov.wasDerivedFrom, premise)

    def span(self, evidence: Evidence) -> NamedNode:
        """The IRI of a stretch of an answer, described on first use."""
        if evidence not in self._spans:
            self._spans[evidence] = self._described(evidence)
        return self._spans[evidence]

    def _described(self, evidence: Evidence) -> NamedNode:
        node = span_iri(self.iri, evidence)
        position, quote = position_iri(self.iri, evidence), quote_iri(self.iri, evidence)
        words = evidence.span.of(self._texts[evidence.question])
        for subject, predicate, object_ in (
            (node, rdf.type, lgq.EvidenceSpan),
            (node, oa.hasSource, answer_iri(self.iri, evidence.question)),
            (node, oa.hasSelector, position),
            (node, oa.hasSelector, quote),
            (position, rdf.type, oa.TextPositionSelector),
            (position, oa.start, integer(evidence.span.start)),
            (position, oa.end, integer(evidence.span.end)),
            (quote, rdf.type, oa.TextQuoteSelector),
            (quote, oa.exact, Literal(words)),
        ):
            self._add("claims", subject, predicate, object_)
        return node

    def note(self, subject: NamedNode, predicate: NamedNode, object_: Term) -> None:
        """A statement of the claims graph: about a merge or another record of how the graph was made."""
        self._add("claims", subject, predicate, object_)

    def _claim(
        self,
        class_: NamedNode,
        subject: NamedNode,
        predicate: NamedNode,
        object_: Term,
        modality: Modality,
        *parts: str,
    ) -> NamedNode:
        claim = claim_iri(parts[0], subject, predicate, object_, *parts[1:])
        for p, o in (
            (rdf.type, class_),
            (rdf.subject, subject),
            (rdf.predicate, predicate),
            (rdf.object, object_),
            (lgq.modality, code("modality", modality.value)),
            (dct.source, self.iri),
        ):
            self._add("claims", claim, p, o)
        return claim

    def _add(self, part: str, subject: NamedNode, predicate: NamedNode, object_: Term) -> None:
        self._quads.add(Quad(subject, predicate, object_, self._graph[part]))
