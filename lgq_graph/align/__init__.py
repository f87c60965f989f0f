"""Blocks → answers: which lines are the questions of the form, and what stands under each.

`headings` finds where each question could stand, `path` chooses among the readings, `unlisted` finds what else is asked and
`reworded` whether that is a question of the form in other words, `bodies` cuts the answers, `marks` reads the ticks. The
wording of a question decides; its number only supports.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from ..errors import InputError
from ..model import (
    Answer,
    Block,
    Document,
    Fate,
    MarkState,
    Question,
    Questionnaire,
    Span,
    Status,
    Use,
    Withheld,
)
from .bodies import Heading, body, is_blank, text_of
from .edition import nearest_form, printed_edition
from .headings import Candidate
from .layout import CHOICES, Layout
from .marks import read_choice, rest_not_chosen
from .path import headings
from .reworded import reworded
from .running import running_lines, without_running_lines
from .unlisted import Unlisted, asks_for_person, question_of, unlisted, unlisted_answer
from .uses import RUNNING, uses_of

__all__ = ["FEWEST", "Aligned", "align", "nearest_form", "printed_edition", "recognised", "uses"]

FEWEST = 5
"""A document with fewer questions of the form is no response to it."""

_TELLING = 2


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a document says to a form: the form with the questions that only this print asks, numbered on; one answer for
    each, in order of number, personal ones without their words; and these words, kept back."""

    questionnaire: Questionnaire
    answers: tuple[Answer, ...]
    withheld: tuple[Withheld, ...]


def align(document: Document, questionnaire: Questionnaire) -> Aligned:
    """The answers of a document; `not-asked` where a question of the form is not found.

    InputError when fewer than `FEWEST` questions are recognised.
    """
    layout = _layout(without_running_lines(document), questionnaire)
    document, form = layout.document, layout.form
    answers = {question.number: Answer(question.number, Status.NOT_ASKED) for question in form.questions}
    kept: list[Withheld] = []
    for heading, following, end in layout.bodies():
        blocks = body(document, heading, following, end, form)
        question = form.question(heading.question)
        answers[question.number] = _answer(question, heading, blocks, document)
        if question.personal and not is_blank(text := text_of(blocks)):
            kept.append(Withheld(question.number, question.role or question.kind.value, text))
    return Aligned(form, tuple(answers.values()), tuple(sorted(kept, key=lambda item: item.question)))


def uses(document: Document, questionnaire: Questionnaire) -> tuple[Use, ...]:
    """What became of every stretch of a document in `align`: it covers all characters of all blocks, in order."""
    gone = running_lines(document)
    kept = [place for place in range(len(document.blocks)) if place not in gone]
    running = (
        Use(place, Span(0, len(document.blocks[place].text)), Fate.FURNITURE, RUNNING) for place in gone
    )
    layout = _layout(without_running_lines(document), questionnaire)
    told = (replace(use, block=kept[use.block]) for use in uses_of(layout))
    return tuple(sorted((*running, *told), key=lambda use: (use.block, use.span)))


def _layout(document: Document, questionnaire: Questionnaire) -> Layout:
    found = _checked(headings(document, questionnaire), document)
    more = _told_apart(unlisted(document, found), found, questionnaire)
    new = tuple(question_of(asked) for asked in more if asked.question > questionnaire.questions[-1].number)
    form = replace(questionnaire, questions=(*questionnaire.questions, *new))
    return Layout(document, form, tuple(sorted((*found, *more), key=lambda heading: heading.first)))


def _told_apart(
    asked: tuple[Unlisted, ...], found: tuple[Candidate, ...], form: Questionnaire
) -> tuple[Unlisted, ...]:
    """What the print alone asks, with its numbers: those of questions that it puts in other words, or the next ones."""
    missing = {question.number for question in form.questions} - {heading.question for heading in found}
    wordings = {place: one.wording for place, one in enumerate(asked) if not asks_for_person(one)}
    same = reworded(wordings, sorted(missing), form)
    numbers = count(form.questions[-1].number + 1)
    return tuple(
        replace(one, question=same[place] if place in same else next(numbers))
        for place, one in enumerate(asked)
    )


def recognised(document: Document, questionnaire: Questionnaire) -> int:
    """How many questions of the form are found by more than one word; `align` wants at least `FEWEST`."""
    return _telling(headings(without_running_lines(document), questionnaire))


def _telling(found: tuple[Candidate, ...]) -> int:
    return sum(heading.words >= _TELLING for heading in found)


def _checked(found: tuple[Candidate, ...], document: Document) -> tuple[Candidate, ...]:
    telling = _telling(found)
    if telling < FEWEST:
        message = (
            f"not a response to the questionnaire: {telling} of its questions found, at least {FEWEST} wanted"
        )
        hint = "give the whole printed form, with the questions in English"
        raise InputError(message, file=document.name, hint=hint)
    return found


def _answer(question: Question, heading: Heading, blocks: tuple[Block, ...], document: Document) -> Answer:
    line = document.blocks[heading.first].line
    if isinstance(heading, Unlisted) and not question.phrases:
        return unlisted_answer(heading, question, blocks, line)
    if question.kind in CHOICES:
        answer = _choice(question, blocks, line)
        return rest_not_chosen(answer, question) if document.chosen_only else answer
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
