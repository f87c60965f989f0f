"""Which way a file of sheets is read: a response in each row under the questions, or forms with questions down a column."""

from __future__ import annotations

from collections.abc import Iterable

from ...errors import InputError
from ...model import Document
from .forms import filled_forms
from .records import records
from .sheet import Sheet

__all__ = ["documents"]

_FEWEST_COLUMNS = 5
_NO_RESPONSE = "export the answers again, with the questions in the first row or the first column"


def documents(sheets: Iterable[Sheet], name: str) -> tuple[Document, ...]:
    """The responses in the sheets of a file. InputError when there is none."""
    filled = [sheet for sheet in sheets if sheet.rows]
    found = records(tables_in(filled), name) if are_tables(filled) else filled_forms(filled, name)
    if not found:
        raise InputError("there is no response in the file", file=name, hint=_NO_RESPONSE)
    return found


def are_tables(sheets: list[Sheet]) -> bool:
    """Whether the file holds rows of answers: more is asked along a row of it than down a column."""
    along = max((sheet.head[1] for sheet in sheets), default=0)
    down = max((sheet.asker[1] for sheet in sheets), default=0)
    if not max(along, down):
        return any(sheet.names >= _FEWEST_COLUMNS for sheet in sheets)
    return along >= down


def tables_in(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets with nearly as many questions as the one with most; others are lists and summaries."""
    most = max(sheet.names for sheet in sheets)
    asking = max(sheet.head[1] for sheet in sheets)
    return [sheet for sheet in sheets if 2 * sheet.names >= most and 2 * sheet.head[1] >= asking]
