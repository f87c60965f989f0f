"""Questions that another round asks in other words: an unknown question that is about the same as one that was not found.

The wording of the form tells a heading from an answer, and must fit closely. Of a line that is known to ask, only its topic
is in question: it is taken for the question of the form whose title it names by half and with whose other words it shares
most, each word counting by how few questions have it, if no other is nearly as like.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from ..model import Question, QuestionKind, Questionnaire
from .wording import FORM, stem_list

__all__ = ["reworded"]

_ROOT = 6
_LEAST, _MARGIN, _LEAST_TITLE = 5.5, 1.0, 0.5


def reworded(wordings: Mapping[int, str], missing: Iterable[int], form: Questionnaire) -> dict[int, int]:
    """Which of some wordings, by their number, asks which of the questions that were not found."""
    words = {number: _roots(wording) for number, wording in wordings.items()}
    questions = [q for q in map(form.question, missing) if q.kind is QuestionKind.TEXT and not q.personal]
    weights = _weights(form) if words and questions else {}
    likeness = {
        (number, question.number): _likeness(said, question, weights)
        for number, said in words.items()
        for question in questions
    }
    found: dict[int, int] = {}
    for (number, question), like in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if like >= _LEAST and number not in found and question not in found.values():
            rivals = [
                other
                for (n, q), other in likeness.items()
                if n == number and q != question and q not in found.values()
            ]
            if like - max(rivals, default=0.0) >= _MARGIN:
                found[number] = question
    return found


def _likeness(said: frozenset[str], question: Question, weights: Mapping[str, float]) -> float:
    title = _roots(question.label)
    if len(title & said) < _LEAST_TITLE * len(title):
        return 0.0
    return sum(weights[word] for word in sorted(said & _known(question)))


def _weights(form: Questionnaire) -> Mapping[str, float]:
    """How much a word tells: the logarithm of how few questions have it."""
    held = Counter(word for question in form.questions for word in _known(question))
    return {word: math.log((len(form.questions) + 1) / (count + 0.5)) for word, count in held.items()}


def _known(question: Question) -> frozenset[str]:
    return _roots(question.label).union(*map(_roots, question.phrases))


def _roots(text: str) -> frozenset[str]:
    """The beginnings of the telling words, which forms of a word have in common ("sustainable", "sustainability")."""
    return frozenset(word[:_ROOT] for word in stem_list(text) if word not in FORM and not word.isdigit())
