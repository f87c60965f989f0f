"""Rows of a table as printed lines.

A form in a table has its questions in one column and the answers in the next; a table within an answer has a thing in
each row. The first gives the lines of its cells one under the other, the second the row in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from ...model import Look
from ..lines import NUMBER, is_address, labelled, seam
from .lines import Line, Piece, joined

__all__ = ["QUESTION_NAMES", "Cell", "Row", "lines_of"]

QUESTION_NAMES = frozenset("question questions pregunta preguntas frage pergunta vraag вопрос 问题".split())
"""What the row that names the columns of a form says above the questions."""

_ASKS = re.compile(r"[?:*]\s*$|\?\s")
_TICK = re.compile(r"[xX✓✔☒☑]")
_MARK = re.compile(r"[xX✓✔☒☑☐□]")
_BOXES = re.compile(r"[☒☑☐□]")
_GOALS = re.compile(
    r"(?i)(?:\w+ ){0,3}(?:sdgs?|ods|odd|oss|цур|goals?|sustainable development goals?|objetivos? de desarrollo sostenible|objetivos? de desenvolvimento sustentável"
    r"|objectifs? de développement durable|nachhaltigkeitsziele?)(?!\w)"
)
"""The heading of a column of goals."""
_NEXT = " | "
_LABEL_LENGTH = 40
_GOALS_LENGTH = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell without the blank ones, whether it has a ground of its own, and whether it only continues the one above."""

    lines: tuple[Line, ...]
    shaded: bool = False
    continues: bool = False

    @property
    def text(self) -> str:
        """The words of the cell."""
        return " ".join(line.text.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, those that continue the one above as blank ones; `header` when it is repeated on each page."""

    cells: tuple[Cell, ...]
    header: bool = False

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells in which something stands."""
        return tuple(cell for cell in self.cells if cell.lines)


def lines_of(rows: list[Row]) -> Iterator[Line]:
    """The lines of a table."""
    rows = [_numbered(row) for row in _with_goals(rows) if row.filled]
    if _is_record(rows):
        yield from _record(*rows)
    elif _is_matrix(rows):
        yield from _matrix(rows)
    else:
        is_form = _is_form(rows)
        for row in rows:
            yield from _row(row.filled, is_form)


def _with_goals(rows: list[Row]) -> Iterator[Row]:
    """The rows, with the goals that a merged cell tells of several of them in each; a number told of all is of none alone."""
    heads = [bool(_GOALS.match(cell.text)) for cell in rows[0].cells] if len(rows) > 2 else []
    above: tuple[Cell, ...] = ()
    for row in rows:
        if any(heads) and len(row.cells) == len(above) == len(heads) and row.filled:
            merged = zip(row.cells, above, heads, strict=True)
            row = replace(
                row, cells=tuple(up if of and _repeats(cell, up) else cell for cell, up, of in merged)
            )
        yield row
        above = row.cells


def _repeats(cell: Cell, above: Cell) -> bool:
    """Whether a cell goes on with the one above; a long text repeated in each row could grow without bounds."""
    return cell.continues and len(above.text) <= _GOALS_LENGTH


def _numbered(row: Row) -> Row:
    """The row with the number in its first column set before the words of the second."""
    if len(row.cells) < 3 or not row.cells[1].lines or not NUMBER.fullmatch(row.cells[0].text):
        return row
    number, words, *rest = row.cells
    first, *more = words.lines
    label = Piece(labelled(number.text), None)
    line = joined((Line((label,)), first), " ")
    return replace(row, cells=(replace(words, lines=(line, *more)), *rest))


def _row(cells: tuple[Cell, ...], is_form: bool) -> Iterator[Line]:
    marks = [bool(_MARK.fullmatch(cell.text)) for cell in cells]
    if any(marks) and not all(marks):
        yield from _ticked(cells, marks)
    elif (is_form and len(cells) < 3) or _are_apart(cells):
        for cell in cells:
            yield from cell.lines
    else:
        yield joined(map(_in_one, cells), _NEXT)


def _in_one(cell: Cell) -> Line:
    first, *rest = cell.lines
    seams = (Line((Piece(seam(above.text, below.text), None),)) for above, below in pairwise(cell.lines))
    return joined((first, *chain.from_iterable(zip(seams, rest, strict=True))), "")


def _are_apart(cells: tuple[Cell, ...]) -> bool:
    """Whether the cells cannot stand in one line: one has a box before its words, or several lines and no mere address beside."""
    beside = len(cells) > 2 or any(is_address(cell.text) for cell in cells)
    long = not beside and any(len(cell.lines) > 1 for cell in cells)
    return long or any(_BOXES.search(cell.text) for cell in cells)


def _ticked(cells: tuple[Cell, ...], marks: list[bool]) -> Iterator[Line]:
    """Options with their boxes in cells of their own, and before them the question if it stands in the row."""
    if not marks[0] and len(cells) > 2 and (_ASKS.search(cells[0].text) or not marks[1]):
        yield from cells[0].lines
        cells, marks = cells[1:], marks[1:]
    parts = (
        _box(cell.text) if mark else joined(cell.lines, " ") for cell, mark in zip(cells, marks, strict=True)
    )
    yield joined(parts, " ")


def _box(mark: str) -> Line:
    return Line((Piece("☒" if _TICK.fullmatch(mark) else "☐", None),))


def _is_form(rows: list[Row]) -> bool:
    """Whether the first of two columns asks: by its name or signs, or because it alone is set off."""
    pairs = [row.cells for row in rows if len(row.cells) == 2 and row.cells[0].lines]
    asking = sum(_ASKS.search(left.text) is not None for left, _ in pairs)
    apart = sum(_stands_out(left) and not _stands_out(right) for left, right in pairs)
    return bool(pairs) and (_names_questions(rows[0]) or 2 * asking >= len(pairs) or apart == len(pairs))


def _names_questions(row: Row) -> bool:
    return row.cells[0].text.casefold() in QUESTION_NAMES


def _stands_out(cell: Cell) -> bool:
    return cell.shaded or (bool(cell.lines) and all(line.look is Look.STRESSED for line in cell.lines))


def _is_matrix(rows: list[Row]) -> bool:
    """Whether the columns are options, named in the first row, and the rows are ticked under them."""
    width = len(rows[0].cells) if rows else 0
    below = [row.cells[1:] for row in rows[1:]]
    if width < 3 or not below or any(len(row.cells) != width or not row.cells[0].lines for row in rows[1:]):
        return False
    named = all(
        0 < len(cell.text) <= _LABEL_LENGTH and not _MARK.fullmatch(cell.text) for cell in rows[0].cells[1:]
    )
    cells = [cell.text for row in below for cell in row]
    return named and any(cells) and all(not text or _MARK.fullmatch(text) for text in cells)


def _matrix(rows: list[Row]) -> Iterator[Line]:
    head, *options = rows[0].cells
    yield from head.lines
    for row in rows[1:]:
        yield from row.cells[0].lines
        boxes = zip(row.cells[1:], options, strict=True)
        yield joined((joined((_box(cell.text), *option.lines), " ") for cell, option in boxes), " ")


def _is_record(rows: list[Row]) -> bool:
    """Whether one row names what stands below it in the only other row."""
    if len(rows) != 2 or len(rows[0].cells) < 2 or len(rows[0].cells) != len(rows[1].cells):
        return False
    if _names_questions(rows[0]) or _ASKS.search(rows[1].cells[0].text):
        return False  # a form with one question
    named = all(0 < len(cell.text) <= _LABEL_LENGTH and len(cell.lines) == 1 for cell in rows[0].cells)
    above = rows[0].header or all(map(_stands_out, rows[0].cells))
    return named and above and not any(map(_stands_out, rows[1].cells)) and not _has_marks(rows[1])


def _has_marks(row: Row) -> bool:
    return any(_MARK.fullmatch(cell.text) for cell in row.cells)


def _record(names: Row, values: Row) -> Iterator[Line]:
    for name, value in zip(names.cells, values.cells, strict=True):
        yield name.lines[0]
        yield from value.lines
