"""The questions of the forms, and how each response answers them: two questions to the store for all pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ....query.cells import cell
from ....store import Store, Term
from ....vocabulary import BASE

__all__ = ["STATES", "Form", "FormQuestion", "Reply", "State", "read_form"]


@dataclass(frozen=True, slots=True)
class State:
    """How a question was answered: its code, a sign for it, and words."""

    code: str
    sign: str
    words: str


STATES: Mapping[str, State] = {
    state.code: state
    for state in (
        State("answered", "●", "answered"),
        State("empty", "○", "empty"),
        State("not-asked", "–", "not asked"),
        State("withheld", "■", "withheld"),
        State("marks-lost", "?", "marks lost"),
    )
}
"""Every state of an answer."""

_QUESTIONS = """
SELECT ?question ?number (MIN(STR(?name)) AS ?label) (MIN(STR(?words)) AS ?text) (MIN(STR(?title)) AS ?section) WHERE {
  GRAPH ?form {
    ?question a disco:Question ; lgq:number ?number ; lgq:inSection ?part ; skos:prefLabel ?name .
    ?part skos:prefLabel ?title .
    OPTIONAL { ?question disco:questionText ?words }
  }
}
GROUP BY ?question ?number
"""
_ANSWERS = """
SELECT ?response ?city ?edition ?submitted ?answer ?question ?status WHERE {
  GRAPH ?corpus {
    ?response lgq:city ?city ; lgq:edition ?edition .
    ?answer lgq:inResponse ?response ; lgq:question ?question ; lgq:status ?status .
    OPTIONAL { ?response dct:dateSubmitted ?submitted }
  }
}
"""


@dataclass(frozen=True, slots=True, order=True)
class FormQuestion:
    """A question of a form: its edition, number and IRI, what it is called and asks, and the section it stands in."""

    edition: str
    number: int
    iri: str
    label: str
    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A response: of which city, to which edition, sent when; `states` and `answers` (their IRIs) are by question."""

    city: str
    edition: str
    iri: str
    submitted: str
    states: Mapping[str, State]
    answers: Mapping[str, str]

    def count(self, code: str) -> int:
        """How many questions have a state."""
        return sum(state.code == code for state in self.states.values())

    @property
    def share(self) -> Decimal | None:
        """Which part is answered of what was asked and is not withheld, as in the measure `completeness`."""
        readable = sum(self.count(code) for code in ("answered", "empty", "marks-lost"))
        return Decimal(self.count("answered")) / readable if readable else None


class Form:
    """The questions of all forms, and all responses to them."""

    def __init__(self, questions: tuple[FormQuestion, ...], replies: tuple[Reply, ...]) -> None:
        self.questions = questions
        self.replies = replies

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions that some response answers, the newest first."""
        return tuple(sorted({reply.edition for reply in self.replies}, reverse=True))

    def of(self, edition: str) -> tuple[FormQuestion, ...]:
        """The questions of an edition, in order."""
        return tuple(question for question in self.questions if question.edition == edition)

    def replies_to(self, edition: str) -> tuple[Reply, ...]:
        """The responses to an edition, by city."""
        return tuple(reply for reply in self.replies if reply.edition == edition)

    @cached_property
    def states(self) -> Mapping[str, Counter[str]]:
        """For each question how many responses stand in which state."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for reply in self.replies:
            for question, state in reply.states.items():
                found[question][state.code] += 1
        return found


def read_form(store: Store) -> Form:
    """What a store holds of questions and answers."""
    rows = map(_words, store.select(_QUESTIONS).rows)
    questions = (FormQuestion(_edition(iri), int(number), iri, *words) for iri, number, *words in rows)
    return Form(tuple(sorted(questions)), tuple(_replies(store)))


def _words(row: Sequence[Term | None]) -> list[str]:
    return ["" if term is None else str(cell(term)) for term in row]


def _replies(store: Store) -> list[Reply]:
    states: dict[tuple[str, ...], dict[str, State]] = defaultdict(dict)
    answers: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for row in store.select(_ANSWERS).rows:
        response, city, edition, submitted, answer, question, status = _words(row)
        key = city, edition, response, submitted
        states[key][question] = STATES[status.rpartition("/")[2]]
        answers[key][question] = answer
    return [
        Reply(city, edition, iri, day, states[city, edition, iri, day], answers[city, edition, iri, day])
        for city, edition, iri, day in sorted(states)
    ]


def _edition(question: str) -> str:
    return question.removeprefix(f"{BASE}questionnaire/").partition("/")[0]
