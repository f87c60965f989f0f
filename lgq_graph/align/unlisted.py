"""Questions that a print asks and the form does not have, as those of another round.

They are kept, with their printed words and numbered on after the form's own, so that no answer is lost or taken for part
of the one before it. A line is such a question only where the print says so: the file sets it apart, it bears the mark
of a required question, it has a number that the known questions around it leave out, or nothing in the print is
numbered and it asks the city.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Answer, Block, Document, MarkState, Question, QuestionKind, Status
from .bodies import is_blank, text_of
from .headings import Candidate, asks, label_of
from .marks import without_boxes

__all__ = ["Unlisted", "asks_for_person", "question_of", "unlisted", "unlisted_answer"]

_LABEL = "Question that the form does not have"
_LONGEST, _MOST_LINES, _MOST_SKIPPED, _SHORTEST = 600, 4, 3, 25
_REQUIRED = re.compile(r"\?\s{0,3}\*\s{0,3}$")
_SIGN = re.compile(r"\?(?:\s{0,2}\*)?(?=\s|$)|[*:]$")
_OF_THE_CITY = re.compile(
    r"(?i)\b(?:you|your|city|cities|municipal\w*|local government|local authority|administration)\b"
)
_PERSONAL = re.compile(
    r"(?i)\be-?mail|\b(?:tele)?phone\b|\bmobile number|\bfax\b|\bsignature\b|\brespondents?\b|\bfocal point"
    r"|\bcontact (?:person|details?|information|name|number)|\b(?:your|full|first|last|family|given) name\b|\bsurname\b|\bperson (?:who|in charge|responsible)"
    r"|\b(?:job )?title of (?:the|your)\b|\bwho (?:filled|completed)\b|^\W*(?:name|title|position|job title|contact)\W*$"
)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A question of the print alone: the blocks `first` to `last` ask it, its answer begins at offset `tail` of the last."""

    first: int
    last: int
    tail: int
    wording: str
    question: int = 0


def unlisted(document: Document, found: tuple[Candidate, ...]) -> tuple[Unlisted, ...]:
    """The questions that stand beside those found, in order of place, not yet numbered."""
    return tuple(_seek(document.blocks, found))


def question_of(asked: Unlisted) -> Question:
    """It as a question of the form, without a section, a theme or an option; its words, which may be personal, stay with
    the answer."""
    personal = asks_for_person(asked)
    role = "person" if personal else None
    return Question(asked.question, QuestionKind.TEXT, "", _LABEL, (), personal=personal, role=role)


def asks_for_person(asked: Unlisted) -> bool:
    """Whether it asks who someone is, or how to reach them."""
    return _PERSONAL.search(asked.wording) is not None


def unlisted_answer(asked: Unlisted, question: Question, blocks: tuple[Block, ...], line: int) -> Answer:
    """Its answer: what was written, and the words of the boxes that are ticked."""
    lost = any(block.mark is MarkState.UNKNOWN for block in blocks)
    text = text_of(without_boxes(blocks))
    if is_blank(text):
        status = Status.MARKS_LOST if lost else Status.EMPTY
        return Answer(question.number, status, line=line, asked=asked.wording)
    if question.personal:
        return Answer(question.number, Status.WITHHELD, line=line, asked=asked.wording)
    return Answer(question.number, Status.ANSWERED, text, line=line, asked=asked.wording)


def _seek(blocks: tuple[Block, ...], found: tuple[Candidate, ...]) -> Iterator[Unlisted]:
    if any(block.asks for block in blocks):
        yield from _set_apart(blocks, found)
        return
    numbered = 2 * sum(heading.label is not None for heading in found) >= len(found)
    for heading, following in pairwise((*found, None)):
        if heading:
            yield from _between(blocks, heading, following, numbered)


def _set_apart(blocks: tuple[Block, ...], found: Iterable[Candidate]) -> Iterator[Unlisted]:
    """The lines that the file itself sets apart as questions and no known one stands in."""
    known = {place for heading in found for place in range(heading.first, heading.last + 1)}
    for place, block in enumerate(blocks):
        if block.asks and place not in known:
            yield Unlisted(place, place, len(block.text), block.text)


def _between(
    blocks: tuple[Block, ...], heading: Candidate, following: Candidate | None, numbered: bool
) -> Iterator[Unlisted]:
    """The questions between two known headings."""
    end = following.first if following else len(blocks)
    missing = _Missing(heading.label, following.label if following else None)
    place = heading.last + 1
    while place < end:
        text = blocks[place].text
        label, start = label_of(text[:_LONGEST])
        said = text[start : start + _LONGEST] or (
            blocks[place + 1].text[:_LONGEST] if place + 1 < end else ""
        )
        if missing.takes(label) and asks(said):
            asked = _numbered(blocks, place, start, end)
            missing.take(label)
        elif len(text) <= _LONGEST and (_REQUIRED.search(text) or (not numbered and _asks_the_city(text))):
            asked = Unlisted(place, place, len(text), text[start:].rstrip("* "))
        else:
            missing.see(label)
            place += 1
            continue
        yield asked
        place = asked.last + 1


class _Missing:
    """The numbers that may come next: after the last one taken, before that of the next known question.

    A number whose forerunner was no question belongs to a list in an answer.
    """

    def __init__(self, last: int | None, following: int | None) -> None:
        self.last = last
        self.limit = following if following is not None and last is not None and following > last else None
        self.listed: set[int] = set()

    def takes(self, label: int | None) -> bool:
        if label is None or self.last is None or label - 1 in self.listed:
            return False
        return self.last < label < (self.limit or self.last + 1 + _MOST_SKIPPED)

    def take(self, label: int | None) -> None:
        self.last = label

    def see(self, label: int | None) -> None:
        if label is not None:
            self.listed.add(label)


def _numbered(blocks: tuple[Block, ...], place: int, start: int, end: int) -> Unlisted:
    """A numbered question up to its sign, on however few lines it stands; its first line where none follows."""
    said, first = "", place + (not blocks[place].text[start:])
    for ahead in range(first, min(first + _MOST_LINES, end)):
        begin = start if ahead == place else 0
        text = blocks[ahead].text[begin:]
        if ahead > first and not text[:1].islower():
            break
        if sign := _SIGN.search(text, 0, _LONGEST):
            wording = f"{said} {text[: sign.end()]}".strip().rstrip("* ")
            return Unlisted(place, ahead, begin + sign.end(), wording)
        said = f"{said} {text}".strip()
    text = blocks[first].text
    return Unlisted(place, first, len(text), text[start if first == place else 0 :].strip())


def _asks_the_city(text: str) -> bool:
    return (
        len(text) >= _SHORTEST and text.endswith("?") and asks(text) and _OF_THE_CITY.search(text) is not None
    )
