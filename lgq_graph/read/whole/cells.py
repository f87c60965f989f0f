"""The cells of all sheets of a workbook or a delimited text, and what stands beside them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from ...model import Fate, Stretch
from ..archive import Archive, Element
from ..table.delimited import lines_of
from ..table.formats import Formats
from ..table.records import is_of_service, is_second_header
from ..table.responses import are_tables, tables_in
from ..table.sheet import Sheet, cell_of
from ..table.xlsx import SAVE_AS, shown_in, texts_of
from .parts import other_parts

__all__ = ["stretches"]

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HIDDEN, _ERROR, _FORMULA = "on a hidden sheet", "error in a cell", "formula"
_UNSHOWN = "text that no cell shows"
_BESIDE = "on a sheet beside the answers"
_ABOVE = "above the header of the answers"
_SERVICE = "column that a form service adds"

Cells = dict[int, dict[int, str]]
"""The texts of the cells by row, from 1, and column, from 0."""


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every cell, and every other text of the file."""
    if Path(name).suffix.lower() in (".csv", ".tsv"):
        text, delimiter, first = lines_of(data, name)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        cells = {number: dict(enumerate(row)) for number, row in enumerate(rows, first)}
        yield from _judged({1: cells})
    else:
        yield from _workbook(data, name)


def _workbook(data: bytes, name: str) -> Iterator[Stretch]:
    archive = Archive(data, name, SAVE_AS)
    main = archive.main() or "xl/workbook.xml"
    root, relations = archive.xml(main), archive.relations(main)
    strings = relations.part("sharedStrings") or ""
    texts = texts_of(archive, relations)
    part = relations.part("styles")
    formats = Formats(
        archive.xml(part) if part else None, root.find("workbookPr") if root is not None else None
    )
    seen, used, shown = {main, strings, part or ""}, set[int](), dict[int, Cells]()
    for number, sheet in enumerate(root.iterfind("sheets/sheet") if root is not None else (), 1):
        kind, part = relations.targets.get(sheet.get("id", ""), ("", ""))
        content = archive.xml(part) if kind == "worksheet" else None
        if content is not None:
            seen.add(part)
            cells = {row: dict(found) for row, found in _rows(content, texts, formats, used)}
            if sheet.get("state", "visible") == "visible":
                shown[number] = cells
            else:
                yield from _all(number, cells, _HIDDEN)
            yield from _beside(content, f"sheet {number}")
    yield from _judged(shown)
    for place, text in enumerate(texts):
        if place not in used:
            yield Stretch("texts", text, _UNSHOWN)
    yield from other_parts(archive, seen)


def _rows(
    root: Element, texts: tuple[str, ...], formats: Formats, used: set[int]
) -> Iterator[tuple[int, Iterator[tuple[int, str]]]]:
    number = 0
    for row in root.iter("row"):
        told = row.get("r", "")
        number = int(told) if told.isdecimal() else number + 1
        yield number, _cells(row, texts, formats, used)


def _cells(
    row: Element, texts: tuple[str, ...], formats: Formats, used: set[int]
) -> Iterator[tuple[int, str]]:
    place = -1
    for cell in row.iter("c"):
        found = _PLACE.fullmatch(cell.get("r", ""))
        place = _column(found[1]) if found else place + 1
        value = cell.findtext("v") or ""
        if cell.get("t") == "s" and value.isdecimal():
            used.add(int(value))
        yield place, shown_in(cell, texts, formats)


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - 64
    return place - 1


def _beside(root: Element, place: str) -> Iterator[Stretch]:
    """What a sheet holds beside what its cells show."""
    for element in root.iter():
        match element.tag:
            case "f" | "formula" | "formula1" | "formula2":
                yield Stretch(place, element.text or "", _FORMULA)
            case "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter":
                yield Stretch(place, element.text or "", "head or foot of the page", Fate.FURNITURE)
            case "c" if element.get("t") == "e":
                yield Stretch(place, element.findtext("v") or "", _ERROR)


def _all(number: int, cells: Cells, reason: str) -> Iterator[Stretch]:
    for row, found in cells.items():
        for column, text in found.items():
            yield Stretch(_named(number, row, column), text, reason)


def _named(number: int, row: int, column: int) -> str:
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"sheet {number}, {letters}{row}"


def _judged(shown: dict[int, Cells]) -> Iterator[Stretch]:
    """The cells of the sheets that are shown, with the reason for which one may not be read."""
    sheets = [sheet for number, cells in shown.items() if (sheet := _sheet(number, cells)).rows]
    tables = are_tables(sheets)
    used = {sheet.number for sheet in tables_in(sheets)} if tables else {sheet.number for sheet in sheets}
    for sheet in sheets:
        for row, cells in sheet.rows.items():
            for column, text in enumerate(cells):
                why = _why(sheet, row, column) if tables and sheet.number in used else ("", Fate.SKIPPED)
                beside = (_BESIDE, Fate.SKIPPED) if sheet.number not in used else why
                yield Stretch(_named(sheet.number, row, column), text, *beside, unless_read=bool(beside[0]))


def _sheet(number: int, cells: Cells) -> Sheet:
    rows = {
        row: tuple(found.get(place, "").strip() for place in range(max(found) + 1))
        for row, found in cells.items()
        if found and any(map(str.strip, found.values()))
    }
    return Sheet(number, rows)


def _why(sheet: Sheet, row: int, column: int) -> tuple[str, Fate]:
    head, _ = sheet.head
    if row < head:
        return _ABOVE, Fate.SKIPPED
    if is_of_service(sheet, head, column, cell_of(sheet.rows[head], column)):
        return _SERVICE, Fate.WITHHELD if row > head else Fate.FURNITURE
    if row > head and is_second_header(row - head, sheet.rows[row]):
        return "second header", Fate.FURNITURE
    return "", Fate.SKIPPED
