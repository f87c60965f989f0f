"""From answers, mentions and entities to the quads of a response, in its four named graphs."""

from __future__ import annotations

from pyoxigraph import Quad

from ..model import Entity, Mentions, Questionnaire, Response
from .claims import Graphs
from .corpus import describe_corpus, describe_implied_marks
from .entities import Described, describe_entities, describe_link_to_nation, describe_posts, entity_nodes
from .places import describe_city, describe_partners
from .statistics import describe_statistics

__all__ = ["describe"]


def describe(
    response: Response,
    questionnaire: Questionnaire,
    mentions: tuple[Mentions, ...],
    entities: tuple[Entity, ...],
) -> list[Quad]:
    """The quads of one response, sorted; the same bytes for the same response."""
    graphs = Graphs(response)
    by_question = {found.question: found for found in mentions}
    known = Described(by_question, questionnaire, entity_nodes(graphs, entities, by_question))
    describe_corpus(graphs, questionnaire)
    describe_city(graphs, questionnaire)
    describe_entities(graphs, entities, known)
    describe_posts(graphs, known)
    describe_link_to_nation(graphs, known)
    describe_statistics(graphs, known)
    for found in mentions:
        describe_partners(graphs, found)
    describe_implied_marks(graphs, questionnaire, by_question)
    return graphs.quads()
