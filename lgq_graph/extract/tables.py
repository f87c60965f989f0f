"""Tables typed into an answer, with a row of headings of which one is the SDGs': "Service | SDG | Link"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from ..model import Span

__all__ = ["Cell", "Row", "count_cells", "entry_rows", "goal_rows"]

_CELL, _BAR = re.compile(r"[^\t|\n]+"), re.compile(r"[\t|]")
_HEADING = re.compile(
    r"(?:(?:un|related|relevant|linked|supported|main|corresponding)\s)*(?:(?P<strong>sdgs?|ods|odd|sustainable development goals?(?:\s\(sdgs?\))?)|goals?)"
    r"(?:\s(?:nos?\.?|numbers?|addressed|supported|served|goals?|targets?|\(s\)))*",
    re.I,
)

_BESIDE = re.compile(
    r"(?:(?:brief|short|general|main)\s)?(?:web\s?)?(?:links?|urls?|address|web\s?(?:site|page)|website|site|where|access|purpose|description|summary|what it (?:does|is)|function|use|notes?|comments?|details"
    r"|enlace|lien|liens|enlaces|(?:breve\s)?descripción|(?:brève\s)?description|kurzbeschreibung|finalité|objet|objeto|zweck|beschreibung|adresse|dirección|endereço|descrição)(?:\s\([^()]{1,20}\))?",
    re.I,
)
"""Headings of columns that tell of the thing in the first one."""
_ADDRESS = re.compile(r"https?://|www\.", re.I)
_UNNAMED = re.compile(rf"(?:{_ADDRESS.pattern})|\d{{1,3}}[.)]?$", re.I)
_TITLE = re.compile(r"[^\W\d_](?:(?!https?:|www\.)[^\n]){0,60}")
_FIGURE = re.compile(
    r"(?:[A-Za-z~≈>]{1,12}\.?\s(?:than\s)?)?\d[\d.,  ]{0,14}(?:\s?(?:k|K|M|million|thousand|mln|Mio|mio|mn|bn|mil|tys|bin|ribu|juta|lakhs?|crores?|millones|milhões|millions)\.?)?(?:\+|\s?%)?"
)


_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings; `goals` is its cell in the SDG column; `strong` when that column says "SDG"."""

    span: Span
    goals: Span
    strong: bool


def goal_rows(text: str) -> Iterator[Row]:
    """The rows of all tables with an SDG column."""
    column, strong, at = -1, False, 0
    for line in text.split("\n") if _BAR.search(text) else ():
        cells = _cells(line, at)
        named = [(i, m["strong"]) for i, cell in enumerate(cells) if (m := _HEADING.fullmatch(cell.of(text)))]
        if len(cells) < 2:
            column = -1
        elif len(named) == 1 and column < 0:
            column, strong = named[0][0], bool(named[0][1])
        elif 0 <= column < len(cells) and re.search(r"\w", line):
            yield Row(Span(cells[0].start, cells[-1].end), cells[column], strong)
        at += len(line) + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell below a heading, in its row; `told` is the stretch of the row from where it speaks of the cell.

    `above` is the place of the heading, and `first` that of the cell that begins the row.
    """

    span: Span
    heading: str
    row: Span
    told: Span
    above: Span | None = None
    first: Span | None = None


def count_cells(text: str) -> Iterator[Cell]:
    """The cells that hold a number alone, below a heading of what is counted or a year: "Service | Users | Link"."""
    head: list[Span] = []
    at = 0
    for line in text.split("\n") if _BAR.search(text) else ():
        cells = _cells(line, at)
        if len(cells) < 2 or (head and len(cells) != len(head)):
            head = []
        if not head and len(cells) > 1 and _is_head([cell.of(text) for cell in cells]):
            head = cells
        elif head:
            row = Span(cells[0].start, cells[-1].end)
            for cell, above in zip(cells[1:], head[1:], strict=True):
                if _FIGURE.fullmatch(cell.of(text)):
                    yield Cell(cell, above.of(text), row, row, above, cells[0])
        at += len(line) + 1


def _is_head(words: list[str]) -> bool:
    """Whether a row is one of headings: titles, of which all but the first may be years."""
    return bool(_TITLE.fullmatch(words[0])) and all(_TITLE.fullmatch(w) or _YEAR.fullmatch(w) for w in words)


def entry_rows(text: str) -> Iterator[Cell]:
    """The cell that names each row of a table, the first one that is neither a number nor an address, below its heading.

    A table is one whose headings say that a column holds links or what the thing is for ("Service | Link" makes a service
    of each row), or, without headings, one with an address in each row.
    """
    for rows in _tables(text):
        words = [[cell.of(text) for cell in cells] for cells in rows]
        headed = any(map(_BESIDE.fullmatch, words[0][1:]))
        if not headed and not all(any(map(_ADDRESS.match, row)) for row in words):
            continue
        for cells in rows[headed:]:
            if entry := _entry(text, cells, words[0] if headed else [""] * len(cells)):
                yield entry


def _entry(text: str, cells: list[Span], head: list[str]) -> Cell | None:
    """What a row is about; where its address stands right before the name, the entry begins there."""
    words = [cell.of(text) for cell in cells]
    beside = [
        bool(_UNNAMED.match(cell) or _BESIDE.fullmatch(above))
        for cell, above in zip(words, head, strict=True)
    ]
    place = beside.index(False) if False in beside else 0
    if not _TITLE.fullmatch(words[place]):
        return None
    first = place - 1 if place and _ADDRESS.match(words[place - 1]) else place
    return Cell(
        cells[place],
        head[place],
        Span(cells[0].start, cells[-1].end),
        Span(cells[first].start, cells[-1].end),
    )


def _tables(text: str) -> Iterator[list[list[Span]]]:
    """The cells of lines one under the other that have equally many, two at least."""
    if not _BAR.search(text):
        return
    starts = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    lines = (_cells(line, at) for line, at in zip(text.split("\n"), starts, strict=False))
    for count, group in groupby(lines, len):
        if count > 1 and len(rows := list(group)) > 1:
            yield rows


def _cells(line: str, at: int) -> list[Span]:
    """The cells of a line that have words in them; the bars at its edges are none."""
    found: list[Span] = []
    for cell in _CELL.finditer(line):
        words = cell[0].strip()
        start = at + cell.start() + len(cell[0]) - len(cell[0].lstrip())
        if words or found:
            found.append(Span(start, start + len(words)))
    return found
