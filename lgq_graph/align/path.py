"""Which of the possible headings are the headings: the most plausible path through the document.

Headings follow one another: mostly the next question comes next, and the printed numbers keep their distance to the
numbers of the edition. A line "4. Title" in a list has neither on its side; a real "Title" has. Parts of a form may
change places, so a step back costs something and is not forbidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..model import Document, Questionnaire
from .form import section_heading
from .headings import Candidate, candidates

__all__ = ["headings"]

_NEXT, _SKIP, _BACK = 1.0, -0.2, -1.0
_SAME_DISTANCE, _NEXT_LABEL, _LABEL_LOST, _LABELS_CROSS = 0.8, 0.5, -0.7, -1.5
_UNDER_ITS_SECTION = 1.0
_WIDTH = 6


@dataclass(frozen=True, slots=True)
class _Step:
    """A path up to one heading: its total, the questions on it as bits, and the step before."""

    total: float
    visited: int
    heading: Candidate | None
    before: _Step | None

    @property
    def question(self) -> int:
        return self.heading.question if self.heading else 0

    @property
    def label(self) -> int | None:
        return self.heading.label if self.heading else 0

    @property
    def place(self) -> int:
        return self.heading.last if self.heading else -1


def headings(document: Document, questionnaire: Questionnaire) -> tuple[Candidate, ...]:
    """The headings of the questions that occur, in order of place; each question once at most."""
    sections = _sections(document, questionnaire)
    section_of = {question.number: question.section for question in questionnaire.questions}
    paths = {0: [_Step(0.0, 0, None, None)]}
    for place, readings in groupby(candidates(document, questionnaire), key=lambda candidate: candidate.first):
        line, section = sections[place]
        opens = {number for number, its in section_of.items() if its == section}
        known = [step for steps in paths.values() for step in steps]
        for heading in readings:
            longer = _longer(known, heading, line if heading.question in opens else -1)
            paths[heading.question] = _best([*paths.get(heading.question, ()), *longer])
    return _walk(max((steps[0] for steps in paths.values()), key=lambda step: step.total))


def _longer(known: list[_Step], heading: Candidate, section_line: int) -> list[_Step]:
    """The paths that can go on to a heading, with it."""
    open_ = (step for step in known if step.place < heading.first and not step.visited >> heading.question & 1)
    return [_step(step, heading, section_line) for step in open_]


def _best(steps: list[_Step]) -> list[_Step]:
    """The best paths to one question, each by another question before it: so a list of look-alikes cannot crowd out
    the way of the form."""
    kept: dict[int, _Step] = {}
    for step in sorted(steps, key=lambda step: -step.total):
        kept.setdefault(step.before.question if step.before else 0, step)
    return list(kept.values())[:_WIDTH]


def _step(step: _Step, heading: Candidate, section_line: int) -> _Step:
    gain = heading.weight + _order(step, heading) + _labels(step, heading) + _UNDER_ITS_SECTION * (section_line > step.place)
    return _Step(step.total + gain, step.visited | 1 << heading.question, heading, step)


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
    return _LABELS_CROSS if (candidate.label > step.label) != (candidate.question > step.question) else 0.0


def _walk(step: _Step | None) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    while step and step.heading:
        found.append(step.heading)
        step = step.before
    return tuple(reversed(found))


def _sections(document: Document, questionnaire: Questionnaire) -> list[tuple[int, str]]:
    """For each block the last heading of a section before it: its place and the section."""
    found, last = [], (-1, "")
    for index, block in enumerate(document.blocks):
        found.append(last)
        heading = section_heading(block.text, questionnaire)
        last = (index, heading.section) if heading else last
    return found
