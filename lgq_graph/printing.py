"""Tables, notes and errors on a terminal."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable

from .errors import LgqError, visible
from .table import Table, tables_json

__all__ = ["ONE_TABLE", "TableFormat", "note", "note_table", "print_text", "show", "show_all", "tell"]

_WIDE = 240
_LINES = "\n\t"


class TableFormat(StrEnum):
    """How a table is printed."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


_WRITERS: dict[TableFormat, Callable[[Table], str]] = {
    TableFormat.CSV: Table.to_csv,
    TableFormat.TSV: Table.to_tsv,
    TableFormat.JSON: Table.to_json,
    TableFormat.JSONL: Table.to_jsonl,
    TableFormat.MD: Table.to_markdown,
}

ONE_TABLE = (TableFormat.CSV, TableFormat.TSV, TableFormat.JSONL)
"""Formats that hold a single table."""


@contextmanager
def _piped() -> Iterator[None]:
    """`… | head` ends the program as it does others, but only while it prints: a process or a host that hangs up must not."""
    if not hasattr(signal, "SIGPIPE") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


@_piped()
def print_text(text: str) -> None:
    """A result, on the standard output at once."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


@_piped()
def note(text: str) -> None:
    """Progress, which is no result."""
    Console(stderr=True, markup=False, highlight=False, soft_wrap=True).print(visible(text, _LINES))


@_piped()
def note_table(table: Table) -> None:
    """A table beside the result: numbers keep their width, words fold."""
    shown = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1))
    for name, column in zip(table.columns, zip(*table.rows, strict=True), strict=True):
        words = any(isinstance(cell, str) for cell in column)
        shown.add_column(name, justify="left" if words else "right", no_wrap=not words, overflow="fold")
    for row in _cells(table):
        shown.add_row(*row)
    Console(stderr=True, markup=False, highlight=False).print(shown)


def show_all(tables: list[Table], format_: TableFormat) -> None:
    """Several tables, one under the other; as JSON, in one document."""
    if format_ is TableFormat.JSON:
        print_text(tables_json(tables))
        return
    for table in tables:
        if format_ is TableFormat.MD:
            print_text(f"## {table.name}\n")
        show(table, format_)
        print_text("")


@_piped()
def show(table: Table, format_: TableFormat) -> None:
    """A table in a format; on a terminal too narrow for it, one record under the other."""
    if format_ is not TableFormat.TABLE:
        print_text(_WRITERS[format_](table))
        return
    console = Console(markup=False, highlight=False)
    cells = _cells(table)
    widest = [max(map(cell_len, column)) for column in zip(table.columns, *cells, strict=True)]
    if len(widest) < 3 or sum(widest) + 3 * len(widest) <= console.width or console.width > _WIDE:
        _show_grid(console, table, cells)
    else:
        _show_records(console, table, cells)
    console.print(f"{len(table)} {'row' if len(table) == 1 else 'rows'}")
    for line in table.notes:
        console.print(visible(line))


def _cells(table: Table) -> list[list[str]]:
    return [["" if cell is None else visible(str(cell), _LINES) for cell in row] for row in table.rows]


def _show_grid(console: Console, table: Table, cells: list[list[str]]) -> None:
    shown = RichTable(title=table.name, title_justify="left", box=box.SIMPLE_HEAD)
    for column in table.columns:
        shown.add_column(column, overflow="fold")
    for row in cells:
        shown.add_row(*row)
    console.print(shown)


def _show_records(console: Console, table: Table, cells: list[list[str]]) -> None:
    """One block a row, for tables that are wider than the terminal."""
    for row in cells:
        shown = RichTable.grid(padding=(0, 2))
        shown.add_column(style="bold", no_wrap=True)
        shown.add_column(overflow="fold")
        for column, cell in zip(table.columns, row, strict=True):
            if cell:
                shown.add_row(column, cell)
        console.print(shown)
        console.print()


@_piped()
def tell(error: LgqError) -> None:
    """What went wrong, and what to do."""
    console = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
    console.print(f"lgq-graph: {visible(str(error), _LINES)}")
    if error.hint:
        console.print(f"  → {visible(error.hint, _LINES)}")
