"""Workbooks: their cells as a spreadsheet shows them.

Read from their own XML, for the libraries lose what an answer needs: that 0.85 is shown as 85%, and where the words of
a link lead. Formulas are not calculated: what stands there is what was shown when the file was saved. Hidden sheets,
charts, macros and references to other files are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...model import Document
from ..archive import Archive, Element, Relations
from ..printed.links import is_public, shown_with
from .formats import Formats
from .responses import documents
from .sheet import Sheet, check_cells

__all__ = ["SAVE_AS", "read_workbook", "shown_in", "texts_of"]

SAVE_AS = "save the answers as an Excel workbook (.xlsx)"
"""What to do with a file that is no such workbook."""

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINK = re.compile(r'\s*(?:_xlfn\.)?HYPERLINK\("([^"]+)"', re.I)
_BOX = {"1": "☒", "0": "☐", "true": "☒", "false": "☐"}
_WIDEST, _LONGEST = 16_384, 1_048_576


def read_workbook(data: bytes, name: str) -> tuple[Document, ...]:
    """The responses in the sheets of a workbook. InputError when it is none, or damaged, or too large."""
    archive = Archive(data, name, SAVE_AS)
    part = archive.main() or "xl/workbook.xml"
    root = archive.xml(part)
    if root is None or root.tag != "workbook":
        archive.refuse("this is no Excel workbook")
    relations = archive.relations(part)
    reader = _Reader(archive, name, texts_of(archive, relations), _formats(archive, relations, root))
    return documents(reader.sheets(root, relations), name)


@dataclass(slots=True)
class _Reader:
    """Reads the sheets of one workbook; counts the cells."""

    archive: Archive
    name: str
    texts: tuple[str, ...]
    formats: Formats
    _cells: int = field(default=0)

    def sheets(self, workbook: Element, relations: Relations) -> Iterator[Sheet]:
        """The sheets that are shown, in their order."""
        for number, sheet in enumerate(workbook.iterfind("sheets/sheet"), 1):
            kind, part = relations.targets.get(sheet.get("id", ""), ("", ""))
            if kind == "worksheet" and sheet.get("state", "visible") == "visible":
                root = self.archive.xml(part)
                if root is not None:
                    yield Sheet(number, dict(self._rows(root, part)))

    def _rows(self, root: Element, part: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        links, number = _links(root, self.archive.relations(part)), 0
        for row in root.iterfind("sheetData/row"):
            number = _number(row.get("r", ""), number + 1)
            cells = dict(self._filled(row, links))
            if cells:
                self._cells += max(cells) + 1
                check_cells(self._cells, self.name)
                yield number, tuple(cells.get(place, "") for place in range(max(cells) + 1))

    def _filled(self, row: Element, links: dict[str, str]) -> Iterator[tuple[int, str]]:
        place = -1
        for cell in row.iterfind("c"):
            reference = cell.get("r", "")
            place = _column(reference, place + 1)
            shown = shown_in(cell, self.texts, self.formats).strip()
            target = links.get(reference) or _formula_link(cell)
            if shown and place < _WIDEST:
                yield place, shown_with(shown, target) if target else shown


def shown_in(cell: Element, texts: tuple[str, ...], formats: Formats) -> str:
    """What a cell shows; nothing where that is an error."""
    value = cell.findtext("v") or ""
    match cell.get("t", "n"):
        case "s":
            place = int(value) if value.isdecimal() and len(value) < 8 else len(texts)
            return texts[place] if place < len(texts) else ""
        case "inlineStr":
            return _text(cell.find("is"))
        case "str":
            return _unescaped(value)
        case "b":
            return _BOX.get(value, "")
        case "e":
            return ""
        case _:
            return formats.shown(value, cell.get("s", ""))


def texts_of(archive: Archive, relations: Relations) -> tuple[str, ...]:
    """The texts to which the cells of a workbook refer by their number."""
    part = relations.part("sharedStrings")
    root = archive.xml(part) if part else None
    return tuple(_text(item) for item in root.iterfind("si")) if root is not None else ()


def _formats(archive: Archive, relations: Relations, workbook: Element) -> Formats:
    part = relations.part("styles")
    return Formats(archive.xml(part) if part else None, workbook.find("workbookPr"))


def _text(item: Element | None) -> str:
    """The words of a text without those that tell how to pronounce it."""
    if item is None:
        return ""
    plain = item.findall("t") + item.findall("r/t")
    return _unescaped("".join(part.text or "" for part in plain))


def _unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold, of which a line end alone is of use."""
    return (
        _ESCAPED.sub(lambda found: "\n" if int(found[1], 16) in (10, 13) else "", text)
        if "_x" in text
        else text
    )


def _links(root: Element, relations: Relations) -> dict[str, str]:
    """Where cells lead, by reference."""
    links = (
        (link.get("ref", ""), relations.link(link.get("id", "")))
        for link in root.iterfind("hyperlinks/hyperlink")
    )
    return {reference.partition(":")[0]: target for reference, target in links if is_public(target)}


def _formula_link(cell: Element) -> str:
    found = _LINK.match(cell.findtext("f") or "")
    return found[1] if found and is_public(found[1]) else ""


def _column(reference: str, otherwise: int) -> int:
    """The column of a reference ("AB12"), from 0."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return otherwise
    place = 0
    for letter in found[1]:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _number(told: str, otherwise: int) -> int:
    return int(told) if told.isdecimal() and len(told) < 8 and int(told) <= _LONGEST else otherwise
