"""Which of the possible headings are the headings: the most plausible path through the document.

Headings follow one another: mostly the next question comes next, and the printed numbers keep their distance to the
numbers of the edition. A line "4. Title" in a list has neither on its side; a real "Title" has. Parts of a form may
change places, so a step back costs something and is not forbidden. A question that a path meets twice is kept where it
belongs to the heavier run of questions, and the path is sought again without the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ..model import Document, Questionnaire
from .form import section_heading
from .headings import Candidate, candidates

__all__ = ["headings"]

_NEXT, _SKIP, _BACK = 1.0, -0.2, -1.0
_SAME_DISTANCE, _NEXT_LABEL, _LABEL_LOST, _LABELS_CROSS = 0.8, 0.5, -0.7, -1.5
_UNDER_ITS_SECTION = 1.0
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Step:
    """A path up to one heading: its total, what the heading added, what it asks and where, and the step before."""

    total: float
    gain: float
    question: int = 0
    label: int | None = 0
    place: int = -1
    heading: Candidate | None = None
    before: _Step | None = None


_START = _Step(0.0, 0.0)


@lru_cache(maxsize=8)  # the edition is told by them, and then the document is aligned
def headings(document: Document, questionnaire: Questionnaire) -> tuple[Candidate, ...]:
    """The headings of the questions that occur, in order of place; each question once at most."""
    sections = _Sections(document, questionnaire)
    left = candidates(document, questionnaire)
    while True:
        path = _best_path(left, sections)
        lost = set(_repeated(path))
        if not lost:
            return tuple(step.heading for step in path if step.heading)
        left = tuple(candidate for candidate in left if candidate not in lost)


def _best_path(found: tuple[Candidate, ...], sections: _Sections) -> list[_Step]:
    """The steps of the heaviest path; only the best way to each question is followed on."""
    best = {0: _START}
    for place, readings in groupby(found, key=lambda candidate: candidate.first):
        known = tuple(step for step in best.values() if step.place < place)
        for heading in readings:
            step = _longest(known, heading, sections.opened(heading))
            if step and (heading.question not in best or step.total > best[heading.question].total):
                best[heading.question] = step
    return _walk(max(best.values(), key=lambda step: step.total))


def _longest(known: tuple[_Step, ...], heading: Candidate, section_line: int) -> _Step | None:
    """The best of the known paths with one more heading."""
    others = [step for step in known if step.question != heading.question]
    gains = [_gain(step, heading, section_line) for step in others]
    totals = [step.total + gain for step, gain in zip(others, gains, strict=True)]
    if not totals:
        return None
    best = totals.index(max(totals))
    found = heading.question, heading.label, heading.last
    return _Step(totals[best], gains[best], *found, heading, others[best])


def _gain(step: _Step, heading: Candidate, section_line: int) -> float:
    """What a heading adds to the path that it follows."""
    return (
        heading.weight
        + _order(step, heading)
        + _labels(step, heading)
        + _UNDER_ITS_SECTION * (section_line > step.place)
    )


def _order(step: _Step, candidate: Candidate) -> float:
    if candidate.question == step.question + 1:
        return _NEXT
    return _SKIP if candidate.question > step.question else _BACK


def _labels(step: _Step, candidate: Candidate) -> float:
    """What the printed numbers say for or against one heading following another."""
    if candidate.label is None:
        return _LABEL_LOST if step.label else 0.0
    if step.label is None:
        return 0.0
    if candidate.label - step.label == candidate.question - step.question:
        return _SAME_DISTANCE
    if candidate.label == step.label + 1:
        return _NEXT_LABEL
    cross = (candidate.label > step.label) != (candidate.question > step.question)
    return cross * (_LABELS_CROSS if candidate.words <= _FEW_WORDS else _LABELS_CROSS / 3)


def _walk(step: _Step | None) -> list[_Step]:
    found: list[_Step] = []
    while step and step.heading:
        found.append(step)
        step = step.before
    return found[::-1]


def _repeated(path: list[_Step]) -> Iterator[Candidate]:
    """Of the headings of one question all but the one in the heaviest run; the first of equals stays."""
    weights = _runs(path)
    best: dict[int, int] = {}
    for place, step in enumerate(path):
        kept = best.setdefault(step.question, place)
        if kept != place:
            loser = kept if weights[place] > weights[kept] else place
            best[step.question] = kept + place - loser
            if heading := path[loser].heading:
                yield heading


def _runs(path: list[_Step]) -> list[float]:
    """For each step the weight of its run: the stretch in which each question follows the one before."""
    weights: list[float] = []
    run: list[_Step] = []
    for step, after in zip(path, [*path[1:], None], strict=False):
        run.append(step)
        if after is None or after.question != step.question + 1:
            weights += [sum(part.gain for part in run)] * len(run)
            run = []
    return weights


class _Sections:
    """Where the headings of sections stand, and which questions each section has."""

    def __init__(self, document: Document, questionnaire: Questionnaire) -> None:
        self.section_of = {question.number: question.section for question in questionnaire.questions}
        self.above: list[tuple[int, str]] = []
        last = (-1, "")
        for place, block in enumerate(document.blocks):
            self.above.append(last)
            if section := section_heading(block.text, questionnaire):
                last = place, section

    def opened(self, heading: Candidate) -> int:
        """The block in which the section of a question begins, if it is the last section begun there; else -1."""
        place, section = self.above[heading.first]
        return place if section == self.section_of[heading.question] else -1
