"""Sheets of cells, and where in them questions stand: along a row or down a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ...errors import InputError

__all__ = ["MOST_CELLS", "Sheet", "cell_of", "check_cells"]

MOST_CELLS = 400_000
"""Cells in a file up to the last filled one of each row: 8,000 responses to a form of 50 questions."""

_SIGNS = ("?", "？", "؟", ":", "：", "*")
_ASKED = re.compile(r"[?？؟]\s")
_NUMBERED = re.compile(r"\W{0,3}(?:Q\s?)?(\d{1,3})\s?[.):\]–-]{1,2}\s*[^\W\d]", re.I)
_FEWEST = 3
_HEAD_ROWS, _HEAD_COLUMNS, _FORM_ROWS = 30, 6, 600


@dataclass(frozen=True)
class Sheet:
    """The rows in which something stands, by number, each with its cells from the first column on.

    `number` counts the sheets of a file from 1; `even` says that every row must be as wide as the header, as in a
    delimited text, where one that is not was broken.
    """

    number: int
    rows: dict[int, tuple[str, ...]]
    even: bool = False

    @cached_property
    def head(self) -> tuple[int, int]:
        """The row that asks most, and how many of its cells ask; among equals the fullest, then the first."""
        rows = list(islice(self.rows.items(), _HEAD_ROWS))
        scored = [(_asking(cells), _names(cells), -number) for number, cells in rows]
        asking, _, place = max(scored, default=(0, 0, 0))
        return -place, asking

    @cached_property
    def asker(self) -> tuple[int, int]:
        """The same of the columns: the one that asks most, and how many of its cells do."""
        columns = [self.column(place) for place in range(_HEAD_COLUMNS)]
        scored = [
            (_asking(cells), len(set(filter(_is_name, cells))), -place) for place, cells in enumerate(columns)
        ]
        asking, _, place = max(scored)
        return -place, asking

    @property
    def names(self) -> int:
        """How many columns the row has names for that asks most."""
        return _names(self.rows[self.head[0]])

    def column(self, place: int) -> tuple[str, ...]:
        """The cells of a column, one for each row."""
        return tuple(cell_of(row, place) for row in islice(self.rows.values(), _FORM_ROWS))


def cell_of(row: Sequence[str], place: int) -> str:
    """A cell; empty beyond the end of the row."""
    return row[place] if place < len(row) else ""


def check_cells(cells: int, name: str, rows: int = 0) -> None:
    """Refuse a file with more cells or rows than any collection of responses has."""
    if cells > MOST_CELLS or rows > MOST_CELLS:
        message = f"the file has more than {MOST_CELLS:,} cells"
        raise InputError(message, file=name, hint="give the sheet with the answers alone")


def _asking(cells: Iterable[str]) -> int:
    """How many different cells ask: they have a sign of it, or begin with a number of their own; a few are no form."""
    ended = {cell for cell in cells if cell.endswith(_SIGNS) or _ASKED.search(cell)}
    numbers = {found[1] for cell in cells if cell not in ended and (found := _NUMBERED.match(cell))}
    count = len(ended) + len(numbers)
    return count if count >= _FEWEST else 0


def _names(cells: Iterable[str]) -> int:
    return len({cell for cell in cells if _is_name(cell)})


def _is_name(cell: str) -> bool:
    """Whether a cell can name a column: it has a letter and is no address."""
    return "://" not in cell and any(map(str.isalpha, cell[:80]))
