"""A response in each row, under a header that asks: what form services let one download."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from ...errors import InputError
from ...model import Block, Document, MarkState
from ..lines import blocks_of, clean
from .services import chosen_in, is_furniture, unrepeated
from .sheet import Sheet, cell_of

__all__ = ["UNNAMED", "is_of_service", "is_second_header", "records"]

_EXPORTS = {"response", "open-ended response", "unnamed"}
UNNAMED = re.compile(r"unnamed: \d+", re.I)
"""What a library calls a column that has no name."""

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
_MOMENT = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4},?[\sT]{1,3}\d{1,2}:\d\d.{0,20}")
_DATE_WORDS = re.compile(r"\b(?:date|datum|data|fecha|дата|päiväys|tarih)\b|日期|日付|날짜|تاريخ", re.I)
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
_ANSWER = {"☒": "Yes", "☐": "No"}
_SECOND_HEADER = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """A question and where its cells stand: in its own column, and in those after it that have no name."""

    asks: str
    start: int
    end: int

    def blocks(self, row: Sequence[str], lines: Iterator[int]) -> Iterator[Block]:
        """The question, and the lines of its answer in a row; options that a cell lists are ticked."""
        yield Block(self.asks, next(lines), asks=True)
        for cell in row[self.start : self.end]:
            if chosen := chosen_in(cell):
                yield from (Block(option, next(lines), MarkState.SELECTED) for option in chosen)
            else:
                for line in _dated(_ANSWER.get(cell, cell), self.asks).splitlines():
                    yield from blocks_of(line, next(lines))


def records(sheets: list[Sheet], name: str) -> tuple[Document, ...]:
    """One document for each row under the header of each sheet; InputError, naming the row, when one is broken."""
    return tuple(
        Document(f"{name}#{f'sheet={sheet.number}&' if len(sheets) > 1 else ''}row={number}", blocks, True)
        for sheet in sheets
        for number, blocks in _rows(sheet, name)
    )


def _rows(sheet: Sheet, name: str) -> Iterator[tuple[int, tuple[Block, ...]]]:
    head, _ = sheet.head
    columns = _columns(sheet, head)
    for number, row in sheet.rows.items():
        if number > head and not is_second_header(number - head, row):
            if sheet.even:
                _check_width(row, sheet.rows[head], number, name)
            yield number, tuple(_blocks(row, columns))


def _blocks(row: Sequence[str], columns: tuple[_Column, ...]) -> Iterator[Block]:
    lines = count(1)
    for column in columns:
        yield from column.blocks(row, lines)


def _check_width(row: Sequence[str], header: Sequence[str], number: int, name: str) -> None:
    if len(row) < len(header) or any(row[len(header) :]):
        message = f"the row has {len(row)} cells, its header {len(header)}"
        hint = "an answer with line breaks or quotes may be unquoted: export the answers again"
        raise InputError(message, file=name, place=f"row {number}", hint=hint)


def is_second_header(distance: int, row: Sequence[str]) -> bool:
    """Whether a row right under the header says of each column what it holds, and nothing of a city."""
    return distance == 1 and sum(cell.casefold() in _EXPORTS for cell in row) >= _SECOND_HEADER


# --- the header ---------------------------------------------------------------------------------------------------


def _columns(sheet: Sheet, head: int) -> tuple[_Column, ...]:
    """The columns that ask, without the furniture before them; each takes in the unnamed ones behind it."""
    header = sheet.rows[head]
    width = max(map(len, sheet.rows.values()))
    named = [place for place, text in enumerate(header) if text and not UNNAMED.fullmatch(text)]
    asks = unrepeated([_heading(header[place]) for place in named])
    spans = zip(asks, named, [*named[1:], width], strict=True)
    columns = [_Column(*span) for span in spans]
    first = next(
        (n for n, column in enumerate(columns) if not is_of_service(sheet, head, column.start, column.asks)),
        len(columns),
    )
    return tuple(columns[first:])


def _heading(text: str) -> str:
    return clean(" ".join(text.split()))


def is_of_service(sheet: Sheet, head: int, place: int, asks: str) -> bool:
    """Whether a column is one of the service, by its name, or holds addresses of people or moments and nothing else."""
    if is_furniture(asks):
        return True
    cells = [cell_of(row, place) for number, row in sheet.rows.items() if number > head]
    filled = [cell for cell in cells if cell and cell.casefold() != "anonymous"]
    return bool(filled) and any(all(map(form.fullmatch, filled)) for form in (_ADDRESS, _MOMENT))


# --- cells --------------------------------------------------------------------------------------------------------


def _dated(cell: str, asks: str) -> str:
    """The day that a spreadsheet counts from 1900, where a date is asked for."""
    found = _SERIAL.fullmatch(cell)
    return (
        (_EPOCH + timedelta(days=int(found[1]))).isoformat() if found and _DATE_WORDS.search(asks) else cell
    )
