"""The body of a document in reading order: paragraphs, tables and text boxes as printed lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..archive import Element, Relations
from ..printed.lines import Line, Piece, in_lines
from ..printed.tables import Cell, Row, lines_of
from .fields import content_of
from .inline import PASSED_OVER, Inline, choice_of
from .notes import Notes
from .numbering import Numbering
from .styles import Styles, child_of, is_coloured, is_on, is_shaded

__all__ = ["Body"]


@dataclass(slots=True)
class Body:
    """Walks a document once. What was deleted or moved away is passed over, what was inserted is read."""

    styles: Styles
    numbering: Numbering
    relations: Relations
    notes: Notes
    _carried: list[Piece] = field(default_factory=list)
    _lone_mark: str = ""

    def lines(self, parent: Element) -> Iterator[Line]:
        """The lines of all that stands in an element, blank ones too."""
        for child in parent:
            match child.tag:
                case "p":
                    yield from self._paragraph(child)
                case "tbl":
                    yield from lines_of([self._row(row) for row in _parts(child, "tr")])
                case "sdt":
                    if (content := content_of(child)) is not None:
                        yield from self.lines(content)
                case "AlternateContent":
                    if (choice := choice_of(child)) is not None:
                        yield from self.lines(choice)
                case tag if tag not in PASSED_OVER:
                    yield from self.lines(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        if self.styles.is_contents(paragraph):
            return
        inline = Inline(paragraph, self.styles, self.relations, self.notes.of)
        self._carried += inline.read()
        if _mark_is_deleted(paragraph):
            return
        pieces, self._carried = self._carried, []
        if mark := self.numbering.mark(paragraph):
            pieces = self._marked(mark, pieces)
        coloured = _is_coloured(paragraph, "pPr")
        for line in in_lines(pieces):
            yield line.stressed() if coloured else line
        for box in inline.boxes:
            yield from self.lines(box)

    def _marked(self, mark: str, pieces: list[Piece]) -> list[Piece]:
        """The pieces behind the mark of their item; a mark before nothing is printed only where a cell has no more."""
        if any(piece.text.strip() or piece.target for piece in pieces):
            return [Piece(f"{mark} ", None), *pieces]
        self._lone_mark = mark
        return pieces

    def _row(self, row: Element) -> Row:
        return Row(
            tuple(self._cell(cell) for cell in _parts(row, "tc")), is_on(child_of(row, "trPr", "tblHeader"))
        )

    def _cell(self, cell: Element) -> Cell:
        """A cell; nothing of one that only continues the cell above."""
        told = cell.find("tcPr")
        if _continues(told, "vMerge", "hMerge"):
            return Cell((), continues=_continues(told, "vMerge"))
        self._lone_mark = ""
        lines = tuple(line for line in self.lines(cell) if line.text.strip())
        if self._lone_mark and not lines:
            lines = (Line((Piece(self._lone_mark, None),)),)
        coloured = _is_coloured(cell, "tcPr")
        return Cell(tuple(line.stressed() for line in lines) if coloured else lines, is_shaded(told))


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too, without the deleted ones."""
    for child in parent:
        if child.tag == tag:
            if not _is_deleted(child.find(f"{tag}Pr")):
                yield child
        elif child.tag == "sdt":
            if (content := content_of(child)) is not None:
                yield from _parts(content, tag)
        elif child.tag not in PASSED_OVER:
            yield from _parts(child, tag)


def _continues(told: Element | None, *directions: str) -> bool:
    """Whether a cell goes on in one of the directions, above or to the left."""
    merges = [told.find(tag) for tag in directions] if told is not None else []
    return any(merge is not None and merge.get("val", "continue") == "continue" for merge in merges)


def _is_deleted(told: Element | None) -> bool:
    return told is not None and any(told.find(tag) is not None for tag in ("del", "moveFrom", "cellDel"))


def _mark_is_deleted(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away, so that it runs on into the next one."""
    return _is_deleted(child_of(paragraph, "pPr", "rPr"))


def _is_coloured(element: Element, properties: str) -> bool:
    ground = child_of(element, properties, "shd")
    return ground is not None and is_coloured(ground.get("fill"))
