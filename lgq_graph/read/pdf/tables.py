"""A row of a table → lines: a question and its answer under one another, else the cells side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...model import Look
from ..lines import NUMBER, is_address, labelled, mark_of, seam
from .lines import is_marker

__all__ = ["Text", "lines_of_row"]

Text = tuple[str, Look]
"""A line and how it is set off."""

_ASKS = re.compile(r"[?*:]\W{0,3}$")
_NUMBERED = re.compile(r"\W{0,3}(?:\d{1,3}(?:\.\d{1,2})?|[a-z]|[ivx]{1,5})[.):]\s", re.I)
_LONG = 80


def lines_of_row(cells: Sequence[Sequence[Text]]) -> list[Text]:
    """The lines of a row whose cells hold these lines."""
    cells = _numbered(_with_boxes([list(cell) for cell in cells if cell]))
    if (
        len(cells) == 1
        or (len(cells) == 2 and _is_form(*cells))
        or any(mark_of(cell[0][0]) for cell in cells)
    ):
        return [line for cell in cells for line in cell]
    looks = {look for cell in cells for _, look in cell}
    look = looks.pop() if len(looks) == 1 else Look.PLAIN
    return [(" | ".join(_in_one([text for text, _ in cell]) for cell in cells), look)] if cells else []


def _in_one(lines: list[str]) -> str:
    return lines[0] + "".join(seam(above, below) + below for above, below in pairwise(lines))


def _numbered(cells: list[list[Text]]) -> list[list[Text]]:
    """The cells with the number in the first one set before the words of the second."""
    if len(cells) < 3 or len(cells[0]) > 1 or not NUMBER.fullmatch(number := cells[0][0][0]):
        return cells
    (words, look), *more = cells[1]
    return [[(f"{labelled(number)} {words}", look), *more], *cells[2:]]


def _with_boxes(cells: list[list[Text]]) -> list[list[Text]]:
    """A cell that holds a box alone goes with the one before it, the first with the one after it."""
    found: list[list[Text]] = []
    for cell in cells:
        before = found[-1] if found else None
        if before and len(before) == 1 and _is_box(before[0]) and not _is_box(cell[0]):
            found[-1] = [(f"{before[0][0]} {cell[0][0]}", cell[0][1]), *cell[1:]]
        elif before and len(cell) == 1 and _is_box(cell[0]) and not mark_of(before[-1][0]):
            found[-1] = [*before[:-1], (f"{before[-1][0]} {cell[0][0]}", before[-1][1])]
        else:
            found.append(cell)
    return found


def _is_box(text: Text) -> bool:
    return mark_of(text[0]) is not None and is_marker(text[0])


def _is_form(left: list[Text], right: list[Text]) -> bool:
    """Whether the left cell asks and the right one answers."""
    if is_address(" ".join(text for text, _ in left)):
        return False
    asks = any(_ASKS.search(text[-5:]) for text, _ in left) or bool(_NUMBERED.match(left[0][0]))
    return asks or len(right) > 1 or sum(len(text) for text, _ in left) > _LONG
