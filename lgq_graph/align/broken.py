"""Options that a print broke in several lines, of which the last has the box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from ..model import Block, Question, QuestionKind
from .options import BOX, BOX_BEHIND, bare, likeness, option_of
from .wording import stems

__all__ = ["rejoined"]

_BOXED = re.compile(rf"(?:[-–•]\s+)?(?:{BOX})\s*\w")
_MOST_LINES = 4


def rejoined(blocks: tuple[Block, ...], question: Question) -> tuple[Block, ...]:
    """The lines, where boxes stand behind the options, with each option that a print broke in one line with its box."""
    if question.kind is not QuestionKind.MULTI_CHOICE or not _has_boxes_behind(blocks):
        return blocks
    found: list[Block] = []
    for block in blocks:
        whole = max(_ending(found, block), key=lambda one: _sense(one[1], question))
        del found[len(found) - whole[0] :]
        found.append(whole[1])
    return tuple(found)


def _ending(lines: list[Block], block: Block) -> Iterator[tuple[int, Block]]:
    """A line as it is, then, when it has a box, with one to four lines before it that have none."""
    yield 0, block
    words, before = block.text, reversed(lines[-_MOST_LINES:] if block.mark else [])
    for taken, line in enumerate(takewhile(lambda line: line.mark is None, before), 1):
        words = f"{line.text} {words}"
        yield taken, replace(block, text=words)


def _sense(block: Block, question: Question) -> float:
    """How well a line makes an option of the form."""
    words, _ = bare(block)
    option = option_of(words, question)
    return likeness(stems(words), option) if option else 0.0


def _has_boxes_behind(blocks: tuple[Block, ...]) -> bool:
    """Whether more boxes end a line than begin one."""
    boxed = [block.text for block in blocks if block.mark is not None]
    return sum(map(_ends_with_box, boxed)) > sum(not _ends_with_box(text) for text in boxed)


def _ends_with_box(text: str) -> bool:
    return BOX_BEHIND.search(text) is not None and _BOXED.match(text) is None
