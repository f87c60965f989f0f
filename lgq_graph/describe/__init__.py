"""From answers, mentions and entities to the quads of a response, in its four named graphs."""

from __future__ import annotations

from pyoxigraph import Quad

from ..errors import InputError
from ..model import Amended, Entity, Mentions, Questionnaire, Response
from .claims import Graphs
from .corpus import describe_corpus, describe_implied_marks
from .corrections import correct
from .entities import Described, describe_entities, describe_link_to_nation, describe_posts, entity_nodes
from .ledger import Held, Ledger
from .places import describe_city, describe_partners
from .statistics import describe_statistics

__all__ = ["Held", "Ledger", "describe", "describe_amended"]


def describe(
    response: Response,
    questionnaire: Questionnaire,
    mentions: tuple[Mentions, ...],
    entities: tuple[Entity, ...],
) -> list[Quad]:
    """The quads of one response, sorted; the same bytes for the same response."""
    return _described(response, questionnaire, mentions, entities, mentions)[0].quads()


def describe_amended(
    response: Response, questionnaire: Questionnaire, amended: Amended
) -> tuple[list[Quad], tuple[InputError, ...]]:
    """The quads of a response that persons corrected, sorted, and a report of each correction that no longer matches."""
    graphs, known = _described(response, questionnaire, amended.mentions, amended.entities, amended.before)
    return correct(graphs, known, amended)


def _described(
    response: Response,
    questionnaire: Questionnaire,
    mentions: tuple[Mentions, ...],
    entities: tuple[Entity, ...],
    as_read: tuple[Mentions, ...],
) -> tuple[Graphs, Described]:
    graphs = Graphs(response)
    by_question = {found.question: found for found in mentions}
    read = by_question if as_read is mentions else by_question | {found.question: found for found in as_read}
    nodes = entity_nodes(graphs, tuple(e for e in entities if e.origin), read)
    nodes |= entity_nodes(graphs, tuple(e for e in entities if not e.origin), by_question)
    known = Described(by_question, questionnaire, nodes)
    describe_corpus(graphs, questionnaire)
    describe_city(graphs, questionnaire)
    describe_entities(graphs, entities, known)
    describe_posts(graphs, known)
    describe_link_to_nation(graphs, known)
    describe_statistics(graphs, known)
    for found in mentions:
        describe_partners(graphs, found)
    describe_implied_marks(graphs, questionnaire, by_question)
    return graphs, known
