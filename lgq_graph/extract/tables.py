"""Tables typed into an answer, with a row of headings of which one is the SDGs': "Service | SDG | Link"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Span

__all__ = ["Row", "goal_rows"]

_CELL = re.compile(r"[^\t|\n]+")
_HEADING = re.compile(
    r"(?:(?:un|related|relevant|linked|supported|main|corresponding)\s)*(?:(?P<strong>sdgs?|ods|odd|sustainable development goals?(?:\s\(sdgs?\))?)|goals?)"
    r"(?:\s(?:nos?\.?|numbers?|addressed|supported|served|goals?|targets?|\(s\)))*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings; `goals` is its cell in the SDG column; `strong` when that column says "SDG"."""

    span: Span
    goals: Span
    strong: bool


def goal_rows(text: str) -> Iterator[Row]:
    """The rows of all tables with an SDG column."""
    column, strong, at = -1, False, 0
    for line in text.split("\n"):
        cells = _cells(line, at)
        named = [(i, m["strong"]) for i, cell in enumerate(cells) if (m := _HEADING.fullmatch(cell.of(text)))]
        if len(cells) < 2:
            column = -1
        elif len(named) == 1 and column < 0:
            column, strong = named[0][0], bool(named[0][1])
        elif 0 <= column < len(cells) and re.search(r"\w", line):
            yield Row(Span(cells[0].start, cells[-1].end), cells[column], strong)
        at += len(line) + 1


def _cells(line: str, at: int) -> list[Span]:
    """The cells of a line that have words in them; the bars at its edges are none."""
    found: list[Span] = []
    for cell in _CELL.finditer(line):
        words = cell[0].strip()
        start = at + cell.start() + len(cell[0]) - len(cell[0].lstrip())
        if words or found:
            found.append(Span(start, start + len(words)))
    return found
