"""Blocks → answers: which lines are the questions of the form, and what stands under each.

`headings` finds where each question could stand, `path` chooses among the readings, `bodies` cuts the answers,
`marks` reads the ticks. The wording of a question decides; its number only supports.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..errors import InputError
from ..model import (
    Answer,
    Block,
    Document,
    MarkState,
    Question,
    QuestionKind,
    Questionnaire,
    Status,
    Withheld,
)
from .bodies import body, is_blank, text_of
from .edition import nearest_form, printed_edition
from .headings import Candidate
from .marks import read_choice, rest_not_chosen
from .path import headings
from .running import without_running_lines

__all__ = ["FEWEST", "align", "nearest_form", "printed_edition", "recognised", "withheld"]

FEWEST = 5
"""A document with fewer questions of the form is no response to it."""

_CHOICES = (QuestionKind.CHOICE, QuestionKind.MULTI_CHOICE)
_TELLING = 2


def align(document: Document, questionnaire: Questionnaire) -> tuple[Answer, ...]:
    """One answer for each question of the edition, in order of number; `not-asked` where the question is not found.

    Personal answers come withheld, without their words. InputError when fewer than `FEWEST` questions are recognised.
    """
    document = without_running_lines(document)
    found = _checked(headings(document, questionnaire), document)
    answers = {
        question.number: Answer(question.number, Status.NOT_ASKED) for question in questionnaire.questions
    }
    for heading, blocks in _bodies(document, found, questionnaire):
        question, line = questionnaire.question(heading.question), document.blocks[heading.first].line
        answer = _answer(question, blocks, line)
        answers[question.number] = rest_not_chosen(answer, question) if document.chosen_only else answer
    return tuple(answers[number] for number in sorted(answers))


def recognised(document: Document, questionnaire: Questionnaire) -> int:
    """How many questions of the form are found by more than one word; `align` wants at least `FEWEST`."""
    return _telling(headings(without_running_lines(document), questionnaire))


def withheld(document: Document, questionnaire: Questionnaire) -> tuple[Withheld, ...]:
    """The personal answers that `align` keeps back, in order of number; what each is, is the role of its question."""
    document = without_running_lines(document)
    found = _checked(headings(document, questionnaire), document)
    kept = [
        Withheld(question.number, question.role or question.kind.value, text)
        for heading, blocks in _bodies(document, found, questionnaire)
        if (question := questionnaire.question(heading.question)).personal
        and not is_blank(text := text_of(blocks))
    ]
    return tuple(sorted(kept, key=lambda item: item.question))


def _telling(found: tuple[Candidate, ...]) -> int:
    return sum(heading.words >= _TELLING for heading in found)


def _checked(found: tuple[Candidate, ...], document: Document) -> tuple[Candidate, ...]:
    count = _telling(found)
    if count < FEWEST:
        message = (
            f"not a response to the questionnaire: {count} of its questions found, at least {FEWEST} wanted"
        )
        hint = "give the whole printed form, with the questions in English"
        raise InputError(message, file=document.name, hint=hint)
    return found


def _bodies(
    document: Document, found: tuple[Candidate, ...], questionnaire: Questionnaire
) -> Iterator[tuple[Candidate, tuple[Block, ...]]]:
    for heading, following in pairwise((*found, None)):
        if heading:
            yield heading, body(document, heading, following, questionnaire)


def _answer(question: Question, blocks: tuple[Block, ...], line: int) -> Answer:
    if question.kind in _CHOICES:
        return _choice(question, blocks, line)
    text = text_of(blocks)
    if is_blank(text):
        return Answer(question.number, Status.EMPTY, line=line)
    if question.personal:
        return Answer(question.number, Status.WITHHELD, line=line)
    return Answer(question.number, Status.ANSWERED, text, line=line)


def _choice(question: Question, blocks: tuple[Block, ...], line: int) -> Answer:
    choice = read_choice(blocks, question)
    states = {mark.state for mark in choice.marks}
    text = "" if is_blank(choice.text) else choice.text
    if MarkState.SELECTED in states:
        status = Status.ANSWERED
    elif MarkState.UNKNOWN in states:
        status = Status.MARKS_LOST
    else:
        status = Status.ANSWERED if text else Status.EMPTY
    return Answer(question.number, status, text, choice.marks, line)
