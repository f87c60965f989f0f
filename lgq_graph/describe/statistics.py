"""The numbers that a response reports, as observations about an entity or the city."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ..iri import city_iri, statistic_iri
from ..language import language_of
from ..model import Basis, Evidence, NumberMention
from ..vocabulary import code, lgq, rdf, sdmx_attribute, sdmx_dimension, sdmx_measure
from .claims import Graphs, decimal, text_literal
from .entities import Described

__all__ = ["describe_statistics"]


def describe_statistics(graphs: Graphs, known: Described) -> None:
    """Every number that was found, with the words that report it."""
    for question, found in sorted(known.mentions.items()):
        for number in found.numbers:
            owner = number.owner
            subject = city_iri(graphs.response.city) if owner is None else known.nodes[question, owner]
            _describe(graphs, question, number, subject)


def _describe(graphs: Graphs, question: int, number: NumberMention, subject: NamedNode) -> None:
    evidence = Evidence(question, number.span)
    text = graphs.response.answer(question).text
    node = statistic_iri(
        graphs.iri.value, str(question), str(number.span.start), str(number.value), subject.value
    )
    for predicate, object_ in _facts(graphs, number, subject, text):
        graphs.state(node, predicate, object_, [evidence])
    if number.period:
        source = Evidence(question, number.period_span) if number.period_span else evidence
        period = Literal(number.period)
        if number.period_basis is Basis.STATED:
            graphs.state(node, sdmx_dimension.refPeriod, period, [source])
        else:
            graphs.infer(node, sdmx_dimension.refPeriod, period, "period-from-context", [source])


def _facts(
    graphs: Graphs, number: NumberMention, subject: NamedNode, text: str
) -> list[tuple[NamedNode, NamedNode | Literal]]:
    facts: list[tuple[NamedNode, NamedNode | Literal]] = [
        (rdf.type, lgq.Statistic),
        (lgq.about, subject),
        (sdmx_measure.obsValue, decimal(number.value)),
        (sdmx_attribute.unitMeasure, code("unit", number.unit.value)),
        (lgq.bound, code("bound", number.bound.value)),
        (lgq.asWritten, Literal(number.span.of(text))),
        (lgq.reportedIn, graphs.iri),
    ]
    if number.indicator:
        facts.append((lgq.indicator, text_literal(number.indicator, language_of(text))))
    if number.currency:
        facts.append((lgq.currency, Literal(number.currency)))
    if number.per:
        facts.append((lgq.per, code("per", number.per)))
    if number.scale_max is not None:
        facts.append((lgq.scaleMax, decimal(number.scale_max)))
    return facts
