"""Delimited text: CSV and its kin, however separated and encoded."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from ...errors import InputError
from ...model import Document
from ..txt import decode
from .responses import documents
from .sheet import Sheet, check_cells

__all__ = ["lines_of", "read_delimited"]

_DELIMITERS = ",;\t|"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n", re.I)
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
_SAMPLE, _LINES = 100_000, 30
_SAVE_AS = "export the answers again, as CSV in UTF-8 or as .xlsx"


def read_delimited(data: bytes, name: str) -> tuple[Document, ...]:
    """The responses in a table of delimited text.

    InputError, naming the row, when a quote is not closed or a row has not the cells of its header.
    """
    lines, delimiter, first = lines_of(data, name)
    rows = _rows(lines, delimiter, name)
    filled = {number: row for number, row in enumerate(rows, first) if any(row)}
    return documents([Sheet(1, filled, even=True)], name)


def lines_of(data: bytes, name: str) -> tuple[str, str, int]:
    """The lines of a table, what parts its cells, and the number of its first row."""
    text = decode(data, name)
    if told := _TOLD.match(text):
        return text[told.end() :], told[1], 2
    return text, _delimiter(text), 1


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = cells = 0
    try:
        for row in reader:
            number, cells = number + 1, cells + len(row)
            check_cells(cells, name, number)
            yield tuple(cell.strip() for cell in row)
    except csv.Error as error:
        message = f"the quotes do not match, or a cell is too long: {error}"
        raise InputError(message, file=name, place=f"row {number + 1}", hint=_SAVE_AS) from error


def _delimiter(text: str) -> str:
    """The sign that stands equally often in most lines, outside quotes; between equals, the one that stands more often."""
    lines = _QUOTED.sub('""', text[:_SAMPLE]).splitlines()[:_LINES]
    return max(_DELIMITERS, key=lambda sign: _regularity([line.count(sign) for line in lines]))


def _regularity(counts: list[int]) -> tuple[int, int]:
    often = Counter(filter(None, counts)).most_common()
    return max(((lines, count) for count, lines in often), default=(0, 0))
