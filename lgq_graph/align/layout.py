"""Where the questions of a document stand: what `align` makes answers of, and `uses` tells of every character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Document, QuestionKind, Questionnaire
from .bodies import Heading
from .sections import section_titles

__all__ = ["CHOICES", "Layout"]

CHOICES = (QuestionKind.CHOICE, QuestionKind.MULTI_CHOICE)
"""Kinds of questions with options."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document, the form with what the print alone asks, and all that asks, in order of place."""

    document: Document
    form: Questionnaire
    headings: tuple[Heading, ...]

    def bodies(self) -> Iterator[tuple[Heading, Heading | None, int]]:
        """Each heading, the one after it, and the block at which its answer ends."""
        blocks = self.document.blocks
        titles = section_titles(blocks, (heading.first for heading in self.headings), self.form)
        for heading, following in pairwise((*self.headings, None)):
            if heading:
                end = following.first if following else len(blocks)
                title = min((place for place in titles if heading.last < place < end), default=end)
                yield heading, following, title
