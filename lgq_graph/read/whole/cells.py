"""The cells of all sheets of a workbook or a delimited text, and what stands beside them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from ...model import Fate, Stretch
from ..archive import Archive, Element
from ..table.delimited import lines_of
from ..table.formats import Formats
from ..table.forms import COLUMN_NAMES, asked_in, forms_in, respondents
from ..table.records import UNNAMED, is_of_service, is_second_header
from ..table.responses import are_tables, tables_in
from ..table.services import chosen_in, unrepeated
from ..table.sheet import Sheet, cell_of
from ..table.xlsx import SAVE_AS, shown_in, texts_of
from .parts import other_parts
from .reasons import HEAD_OR_FOOT

__all__ = ["stretches"]

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HIDDEN, _ERROR, _FORMULA = "on a hidden sheet", "error in a cell", "formula"
_UNCALCULATED = "formula whose result the file does not hold"
_UNSHOWN = "text that no cell shows"
_BESIDE = "on a sheet beside the answers"
_ABOVE = "above the header of the answers"
_SERVICE = "added by a form service"
_NAMES = "names of the columns"
_NUMBERS, _ASIDE = "column before the questions", "column beside the answers"
_REPEATED, _BETWEEN = "number of a repeated heading", "sign between listed options"

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
    uncalculated = {id(cell.find("f")) for cell in root.iter("c") if not cell.findtext("v")}
    for element in root.iter():
        match element.tag:
            case "f" if id(element) in uncalculated:
                yield Stretch(place, element.text or "", _UNCALCULATED)
            case "f" | "formula" | "formula1" | "formula2":
                yield Stretch(place, element.text or "", _FORMULA)
            case "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter":
                yield Stretch(place, element.text or "", HEAD_OR_FOOT, Fate.FURNITURE)
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
    used = {sheet.number for sheet in (tables_in(sheets) if tables else forms_in(sheets))}
    for sheet in sheets:
        if sheet.number not in used:
            yield from _all(sheet.number, shown[sheet.number], _BESIDE)
        else:
            yield from _of_table(sheet) if tables else _of_form(sheet)


def _sheet(number: int, cells: Cells) -> Sheet:
    rows = {
        row: tuple(found.get(place, "").strip() for place in range(max(found) + 1))
        for row, found in cells.items()
        if found and any(map(str.strip, found.values()))
    }
    return Sheet(number, rows)


def _of_table(sheet: Sheet) -> Iterator[Stretch]:
    """The cells of a sheet with a response in each row."""
    head, _ = sheet.head
    header = sheet.rows[head]
    names = dict(enumerate(unrepeated([" ".join(cell.split()) for cell in header])))
    width = max(map(len, sheet.rows.values()))
    service = set(takewhile(lambda place: _is_service(sheet, head, place), range(width)))
    for row, cells in sheet.rows.items():
        second = row > head and is_second_header(row - head, cells)
        for column, text in enumerate(cells):
            place = _named(sheet.number, row, column)
            if row < head:
                yield Stretch(place, text, _ABOVE)
            elif column in service:
                yield Stretch(place, text, _SERVICE, Fate.FURNITURE if row == head else Fate.WITHHELD)
            elif second:
                yield Stretch(place, text, _NAMES, Fate.FURNITURE)
            elif row == head:
                yield from _heading(place, text, names[column])
            else:
                yield from _listed(place, text)


def _is_service(sheet: Sheet, head: int, place: int) -> bool:
    asks = cell_of(sheet.rows[head], place)
    return not asks or UNNAMED.fullmatch(asks) is not None or is_of_service(sheet, head, place, asks)


def _of_form(sheet: Sheet) -> Iterator[Stretch]:
    """The cells of a sheet with a question in each row; those of several respondents one after the other."""
    asker, _ = sheet.asker
    several = found if len(found := respondents(sheet)) > 1 else []
    named = [row for row, cells in sheet.rows.items() if cell_of(cells, asker).casefold() in COLUMN_NAMES]
    others = [row for row in sheet.rows if row not in named]
    service = others[: len(others) - len(asked_in(sheet))]
    names = dict(
        zip(sheet.rows, unrepeated([cell_of(cells, asker) for cells in sheet.rows.values()]), strict=True)
    )
    places = [(row, column) for row, cells in sheet.rows.items() for column in range(len(cells))]
    for row, column in sorted(places, key=lambda place: place[::-1]) if several else places:
        place, text = _named(sheet.number, row, column), sheet.rows[row][column]
        if row in named:
            yield Stretch(place, text, _NAMES, Fate.FURNITURE)
        elif row in service:
            yield Stretch(place, text, _SERVICE, Fate.FURNITURE if column <= asker else Fate.WITHHELD)
        elif column < asker or (several and column > asker and column not in several):
            yield Stretch(place, text, _NUMBERS if column < asker else _ASIDE, unless_read=True)
        elif column == asker:
            yield from _heading(place, text, names[row])
        else:
            yield from _listed(place, text)


def _heading(place: str, text: str, name: str) -> Iterator[Stretch]:
    """A question, and apart from it the number by which an export tells it from another of the same words."""
    end = len(name) if text.startswith(name) else len(text)
    yield Stretch(place, text[:end])
    yield Stretch(place, text[end:], _REPEATED, unless_read=True)


def _listed(place: str, text: str) -> Iterator[Stretch]:
    """An answer; the options that one lists apart from the signs between them."""
    done = 0
    for option in chosen_in(text):
        if (at := text.find(option, done)) >= 0:
            yield Stretch(place, text[done:at], _BETWEEN, unless_read=True)
            yield Stretch(place, option)
            done = at + len(option)
    for line in text[done:].splitlines():
        yield Stretch(place, line, _BETWEEN if done else "", unless_read=done > 0)
