"""Sheets that are laid out as the form is: questions down a column, and beside each its answers.

One respondent may have filled in the sheet or several, a column each; one form may fill several sheets, a part each, or
every sheet may be the form of another city, which the repeated questions tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, dropwhile

from ...model import Block, Document
from ..printed.lines import Line, Piece, blocks
from ..printed.tables import QUESTION_NAMES, Cell, Row, lines_of
from .services import chosen_in, is_furniture, unrepeated
from .sheet import Sheet, cell_of

__all__ = ["COLUMN_NAMES", "asked_in", "filled_forms", "forms_in", "respondents"]

COLUMN_NAMES = QUESTION_NAMES | {"item", "field", "indicator"}
"""What the row that names the columns says above the questions."""

_MARK = re.compile(r"[xX✓✔☒☑☐□]")
_ANSWER = {"☒": "Yes", "☐": "No"}
_NUMBER = re.compile(r"(?:Q\s?)?\d{1,3}[.)]?", re.I)


def filled_forms(sheets: list[Sheet], name: str) -> tuple[Document, ...]:
    """The responses of sheets with a column of questions: one for each respondent."""
    sheets = forms_in(sheets)
    apart = _repeat(sheets)
    groups = [[sheet] for sheet in sheets] if apart else [sheets]
    return tuple(
        Document(f"{name}{place}", found, several)
        for group in groups
        for place, found, several in _responses(group, f"sheet={group[0].number}" if apart else "")
        if found
    )


def forms_in(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets that are laid out as the form is; all when none is known to be."""
    return [sheet for sheet in sheets if _is_form(sheet)] or sheets


def _responses(sheets: list[Sheet], place: str) -> Iterator[tuple[str, tuple[Block, ...], bool]]:
    """The fragment, the blocks, and whether there are several, of each respondent of one form."""
    columns = {column for sheet in sheets for column in respondents(sheet)}
    if len(columns) < 2:
        yield f"#{place}" if place else "", tuple(_blocks(sheets, None)), False
    for column in sorted(columns) if len(columns) > 1 else ():
        fragment = "&".join(filter(None, (place, f"col={column + 1}")))
        yield f"#{fragment}", tuple(_blocks(sheets, column)), True


def _is_form(sheet: Sheet) -> bool:
    """Whether something is asked in a sheet, or answered beside a name; a list of options has one column."""
    asker, asking = sheet.asker
    beside = sum(bool(cell_of(row, asker)) and any(row[asker + 1 :]) for row in sheet.rows.values())
    return asking > 0 or beside > 1


def _repeat(sheets: list[Sheet]) -> bool:
    """Whether the sheets ask the same, so that each is a form of its own."""
    if len(sheets) < 2:
        return False
    first, *others = (set(filter(None, sheet.column(sheet.asker[0]))) for sheet in sheets)
    return all(2 * len(first & other) > min(len(first), len(other)) for other in others)


def respondents(sheet: Sheet) -> list[int]:
    """The columns beside the questions that answer the first ones and nearly as many as the fullest does."""
    asker, _ = sheet.asker
    answered = [row for row in asked_in(sheet) if cell_of(row, asker) and any(row[asker + 1 :])]
    width = max(map(len, answered), default=0)
    filled = {place: sum(bool(cell_of(row, place)) for row in answered) for place in range(asker + 1, width)}
    most = max(filled.values(), default=0)
    return [
        place
        for place, number in filled.items()
        if 2 * number > most and all(cell_of(row, place) for row in answered[:2])
    ]


def asked_in(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows without the one that names the columns ("Question", "Answer") and what a service says of itself first."""
    asker, _ = sheet.asker
    rows = [row for row in sheet.rows.values() if cell_of(row, asker).casefold() not in COLUMN_NAMES]
    if rows and is_furniture(cell_of(rows[0], asker)):
        headings = unrepeated([cell_of(row, asker) for row in rows])
        rows = [(*row[:asker], asks, *row[asker + 1 :]) for row, asks in zip(rows, headings, strict=True)]
        rows = [*dropwhile(lambda row: is_furniture(row[asker]), rows)]
    return rows


def _blocks(sheets: list[Sheet], column: int | None) -> Iterator[Block]:
    numbers = count(1)
    for sheet in sheets:
        asker, _ = sheet.asker
        for row in asked_in(sheet):
            for line in _lines(_cells(row, asker, column), asker):
                yield from blocks(line, next(numbers))


def _cells(row: Sequence[str], asker: int, column: int | None) -> list[str]:
    """The cells up to the question, and those of the respondent, or all when there is one respondent."""
    answers = row[asker + 1 :] if column is None else [cell_of(row, column)]
    return [*(cell_of(row, place) for place in range(asker + 1)), *answers]


def _lines(cells: list[str], asker: int) -> Iterator[Line]:
    """The question under its number, then the lines beside it; or an option with the box that stands beside it."""
    number, answers = "".join(cells[:asker]), [cell for cell in cells[asker + 1 :] if cell]
    question = f"{number.rstrip('.)')}. {cells[asker]}" if _NUMBER.fullmatch(number) else cells[asker]
    boxes = [bool(_MARK.fullmatch(cell)) for cell in answers]
    if any(boxes) and not question.endswith("?"):
        yield from lines_of([Row(tuple(map(_cell, (question, *answers))))])
    else:
        for cell in (question, *(_ANSWER.get(cell, cell) if boxes == [True] else cell for cell in answers)):
            yield from _cell("\n".join(f"☒ {option}" for option in chosen_in(cell)) or cell).lines


def _cell(text: str) -> Cell:
    lines = (line.strip() for line in text.splitlines())
    return Cell(tuple(Line((Piece(line),)) for line in lines if line))
