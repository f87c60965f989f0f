"""Goals as bare numbers in the SDG column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from ..tables import goal_rows
from .frame import Frame, Hit
from .names import NAME
from .ranges import NUMBER, read_number

__all__ = ["column_goals", "has_column"]

_NUMBERS = re.compile(
    r"(?:no\.?\s?|#)?\d{1,2}(?:\.[\da-d]{1,2})?(?:(?:\s?[,;/&+]\s?|\s)(?:(?:and|&)\s)?(?:no\.?\s?|#)?\d{1,2}(?:\.[\da-d]{1,2})?)*",
    re.I,
)
_BETWEEN = re.compile(r"\s?(?:[,;/&+]|,?\s(?:and|y|et|e|und))?\s?(?:(?P<number>\d{1,2})\s?[.:)–—-]{0,2}\s?)?")
"""What parts the names of a cell, with the number of the one that follows."""


def has_column(text: str) -> bool:
    return next(goal_rows(text), None) is not None


def column_goals(frame: Frame) -> Iterator[Hit]:
    """The numbers, or the short names, of the cells of an SDG column that hold nothing else."""
    for row in goal_rows(frame.text):
        if row.strong:
            yield from _names(frame.text, row.goals)
        if not (row.strong or frame.speaking) or not _NUMBERS.fullmatch(row.goals.of(frame.text)):
            continue
        for number in NUMBER.finditer(frame.text, row.goals.start, row.goals.end):
            found = read_number(number)
            if found:
                yield Hit(Span(*number.span()), *found)


def _names(text: str, cell: Span) -> list[Hit]:
    """The goals of a cell of short names: "Clean Water; Climate Action"."""
    names = list(NAME.finditer(text, cell.start, cell.end))
    goals = [int((name.lastgroup or "n0")[1:]) for name in names]
    ends, starts = (
        [cell.start, *(name.end() for name in names)],
        [*(name.start() for name in names), cell.end],
    )
    between = [_BETWEEN.fullmatch(text, end, start) for end, start in zip(ends, starts, strict=True)]
    if not all(
        gap and int(gap["number"] or goal) == goal for gap, goal in zip(between, [*goals, 0], strict=True)
    ):
        return []
    return [Hit(Span(*name.span()), goal) for name, goal in zip(names, goals, strict=True)]
