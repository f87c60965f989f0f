"""Goals as bare numbers in the SDG column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from ..tables import goal_rows
from .frame import Frame, Hit
from .ranges import NUMBER, read_number

__all__ = ["column_goals", "has_column"]

_NUMBERS = re.compile(
    r"(?:no\.?\s?|#)?\d{1,2}(?:\.[\da-d]{1,2})?(?:(?:\s?[,;/&+]\s?|\s)(?:(?:and|&)\s)?(?:no\.?\s?|#)?\d{1,2}(?:\.[\da-d]{1,2})?)*",
    re.I,
)


def has_column(text: str) -> bool:
    return next(goal_rows(text), None) is not None


def column_goals(frame: Frame) -> Iterator[Hit]:
    """The numbers of the cells of an SDG column that hold nothing else."""
    for row in goal_rows(frame.text):
        if not (row.strong or frame.speaking) or not _NUMBERS.fullmatch(row.goals.of(frame.text)):
            continue
        for number in NUMBER.finditer(frame.text, row.goals.start, row.goals.end):
            found = read_number(number)
            if found:
                yield Hit(Span(*number.span()), *found)
