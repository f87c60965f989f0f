"""The response as it was given: its answers, their status, the marks at their options, and what follow-ups imply of them."""

from __future__ import annotations

from pathlib import PurePath

from pyoxigraph import Literal, NamedNode

from ..iri import (
    answer_iri,
    city_iri,
    city_key,
    mark_iri,
    option_iri,
    question_iri,
    questionnaire_iri,
    unlisted_question_iri,
)
from ..model import Answer, Kind, MarkState, Mentions, Questionnaire, Response, Status
from ..vocabulary import PUBLISHER, code, dct, disco, foaf, lgq, rdf, schema, xsd
from .claims import Graphs

__all__ = ["describe_corpus", "describe_implied_marks"]


def describe_corpus(graphs: Graphs, questionnaire: Questionnaire) -> None:
    """The response, every answer and every mark."""
    response = graphs.response
    graphs.record(graphs.iri, rdf.type, lgq.Response)
    graphs.record(graphs.iri, lgq.city, city_iri(response.city))
    graphs.record(graphs.iri, lgq.form, questionnaire_iri(questionnaire.edition))
    graphs.record(graphs.iri, lgq.edition, Literal(response.edition))
    graphs.record(
        graphs.iri,
        dct.title,
        Literal(
            f"Response of {response.city.name}, Local Government Questionnaire {response.edition}",
            language="en",
        ),
    )
    graphs.record(graphs.iri, dct.description, Literal(_summary(response), language="en"))
    _describe_publisher(graphs)
    graphs.record(graphs.iri, lgq.fileName, Literal(_public_name(response)))
    if response.submitted:
        graphs.record(graphs.iri, dct.dateSubmitted, Literal(response.submitted, datatype=xsd.date))
    for answer in response.answers:
        _describe_answer(graphs, answer, questionnaire.edition)


def _describe_publisher(graphs: Graphs) -> None:
    """Who publishes the data that are made of a response, which is not the city; with what CPSV-AP and DCAT-AP ask of an agent."""
    graphs.record(graphs.iri, dct.publisher, PUBLISHER)
    graphs.record(PUBLISHER, rdf.type, foaf.Agent)
    for naming in (dct.title, foaf.name):
        graphs.record(PUBLISHER, naming, Literal("The lgq-graph authors", language="en"))
    graphs.record(PUBLISHER, dct.identifier, Literal(PUBLISHER.value))


def _summary(response: Response) -> str:
    """What the data of a response are, as a catalogue says it."""
    return f"What {response.city.name} answered, what rules inferred from it, and the words behind each statement."


def _public_name(response: Response) -> str:
    """A name for the file from city and edition, in its format: the one it was given may name a person."""
    return f"{city_key(response.city)}-{response.edition}{PurePath(response.source).suffix.lower()}"


def _describe_answer(graphs: Graphs, answer: Answer, form: str) -> None:
    node = answer_iri(graphs.iri, answer.question)
    graphs.record(node, rdf.type, lgq.Answer)
    graphs.record(node, lgq.inResponse, graphs.iri)
    graphs.record(node, lgq.question, _question(graphs, answer, form))
    graphs.record(node, lgq.status, code("answer-status", answer.status.value))
    if answer.status is Status.ANSWERED and answer.text:
        graphs.record(node, schema.text, Literal(answer.text))
    for mark in answer.marks:
        at = mark_iri(graphs.iri, answer.question, mark.option)
        graphs.record(node, lgq.hasMark, at)
        graphs.record(at, rdf.type, lgq.OptionMark)
        graphs.record(at, lgq.option, option_iri(form, answer.question, mark.option))
        graphs.record(at, lgq.asWritten, Literal(mark.label))
        graphs.record(at, lgq.mark, code("mark", mark.state.value))


def _question(graphs: Graphs, answer: Answer, form: str) -> NamedNode:
    """The question that is answered; one that the form does not have is described, by its printed words."""
    if not answer.asked:
        return question_iri(form, answer.question)
    node = unlisted_question_iri(graphs.iri, answer.question)
    graphs.record(node, rdf.type, disco.Question)
    graphs.record(node, lgq.number, Literal(answer.question))
    graphs.record(node, disco.questionText, Literal(answer.asked))
    return node


def describe_implied_marks(
    graphs: Graphs, questionnaire: Questionnaire, mentions: dict[int, Mentions]
) -> None:
    """Marks that the print lost and later answers imply, as inferred claims; the mark itself stays unknown."""
    premises: dict[tuple[int, str], list[int]] = {}
    for answer in graphs.response.answers:
        question = questionnaire.question(answer.question)
        if (
            question.presupposes
            and answer.status in (Status.ANSWERED, Status.WITHHELD)
            and not _denies(answer)
        ):
            premises.setdefault(question.presupposes, []).append(answer.question)
        if question.role == "laws":
            _levels(questionnaire, mentions, answer.question, premises)
    formatted = {answer.question for answer in graphs.response.answers if _imply_by_look(graphs, answer)}
    for (number, option), sources in sorted(premises.items()):
        if number not in formatted:
            _imply(graphs, number, option, sources)


def _imply_by_look(graphs: Graphs, answer: Answer) -> bool:
    """The marks that the formatting of the options implies; whether there are any."""
    hints = [(mark.option, mark.implied) for mark in answer.marks if mark.implied]
    for option, state in hints:
        at = mark_iri(graphs.iri, answer.question, option)
        graphs.infer(at, lgq.mark, code("mark", state.value), "mark-from-formatting", [answer.question])
    return bool(hints)


def _denies(answer: Answer) -> bool:
    return (
        answer.text.strip().lower().startswith(("no ", "no.", "no,", "not "))
        or answer.text.strip().lower() == "no"
    )


def _levels(
    questionnaire: Questionnaire,
    mentions: dict[int, Mentions],
    number: int,
    premises: dict[tuple[int, str], list[int]],
) -> None:
    """A national law cited implies "Yes" at the question on national legislation, a local one at the local."""
    for role, level in (("laws-national", "national"), ("laws-local", "local")):
        cited = any(
            n.law and n.law.level == level and "level" in n.law.certain
            for n in mentions[number].names
            if n.kind is Kind.LEGISLATION
        )
        for question in questionnaire.with_role(role) if cited else ():
            premises.setdefault((question.number, "yes"), []).append(number)


def _imply(graphs: Graphs, number: int, option: str, sources: list[int]) -> None:
    answer = graphs.response.answer(number)
    unknown = [mark for mark in answer.marks if mark.option == option and mark.state is MarkState.UNKNOWN]
    if unknown:
        at = mark_iri(graphs.iri, number, option)
        graphs.infer(at, lgq.mark, code("mark", MarkState.SELECTED.value), "mark-from-follow-up", sources)
