"""A page as the lines that it shows, in the order of its source.

The parser tells of tags and words as it meets them, and no tree is built: what is open is a stack, and a page that
nests deeper than any real one is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ...errors import InputError
from ...model import Block, Look
from ..printed.lines import Line, Piece, blocks, in_lines
from ..printed.links import is_public
from ..printed.symbols import in_unicode
from ..printed.tables import Cell, Row, lines_of
from .boxes import Boxes
from .controls import box_of, is_box, item_mark, value_of
from .style import font_of, is_hidden, keeps_breaks, look_of, unbroken_classes

__all__ = ["BLOCKS", "read_page"]

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html legend li main menu ol optgroup option p pre section select summary table tbody td textarea tfoot
    th thead tr ul""".split()
)
"""Elements that begin a line and end it."""

# A control of a form that a word processor did not write out leaves a placeholder, and a box whatever its state.
_LOST = re.compile("[\ue000-\uf8ff]?[\x01-\x08\x0e-\x1f\x7f]")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPAN = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_LINE_ENDS = re.compile(r"[\r\n\x0b\x85\u2028\u2029]+")
_KNOWN_UNBROKEN = frozenset(["text-format-content"])
_DEEPEST, _DEEPEST_TABLES, _MOST_CHARACTERS, _MOST_PARTS = 400, 8, 20_000_000, 300_000
_PIECE = 65_536
_HINT = "open it in a browser, copy the text of the response, and save it as plain text"


def read_page(page: str, name: str) -> tuple[Block, ...]:
    """The blocks of a page. InputError when it is too large, or nested too deeply."""
    if len(page) > _MOST_CHARACTERS:
        raise InputError("the page is too large", file=name, hint=_HINT)
    reader = _Reader(name)
    parser = etree.HTMLParser(target=reader, huge_tree=True, no_network=True)
    for start in range(0, len(page), _PIECE):
        parser.feed(page[start : start + _PIECE])
    if page.strip():
        parser.close()
    return tuple(reader.blocks())


@dataclass(slots=True)
class Open:
    """An element that is open, and what holds for all in it. `items` counts those of a list."""

    tag: str
    parent: Open | None = None
    depth: int = 0
    hidden: bool = False
    look: Look = Look.PLAIN
    target: str = ""
    font: str = ""
    unbroken: bool = False
    box: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    items: int = 0


@dataclass(slots=True)
class _Table:
    """A table that is open: its rows, the cells of the last one, and the lines of the last of those.

    `span` is over how many rows the cell that is open reaches, `below` how many more rows the one of each column does.
    """

    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    boxes: Boxes | None = None
    named: bool = True
    span: int = 1
    below: dict[int, int] = field(default_factory=dict)

    def end_cell(self, lines: tuple[Line, ...], tag: str) -> int:
        """Keep a cell, right of those that reach down into its row; how many these are."""
        passed = self._pass_over()
        if self.span > 1:
            self.below[len(self.cells)] = self.span
        self.cells.append(Cell(lines))
        self.boxes, self.named = None, self.named and tag == "th"
        return passed

    def end_row(self) -> int:
        """Keep a row with the cells that reach down into it, each one row less far then; how many these are at its end."""
        passed = self._pass_over()
        self.rows.append(Row(tuple(self.cells), self.named))
        self.below = {at: left - 1 for at, left in self.below.items() if left > 1}
        self.cells, self.named = [], True
        return passed

    def _pass_over(self) -> int:
        before = len(self.cells)
        while len(self.cells) in self.below:
            self.cells.append(Cell((), continues=True))
        return len(self.cells) - before


class _Reader:
    """What the parser tells of a page; `blocks` gives what it shows."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.top = Open("")
        self.shown = Boxes()
        self.tables: list[_Table] = []
        self.pieces: list[Piece] = []
        self.mark = ""
        self.source = 0
        self.parts = 0
        self.unbroken = _KNOWN_UNBROKEN

    # --- what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        above = self.top
        self._count()
        self.top = self._open(tag, attributes, above)
        if (source := attributes.get("data-source-line", "")).isdecimal() and len(source) < 8:
            self.source = int(source)
        if self.top.hidden:
            return
        if tag in BLOCKS:
            self._end_line()
        if self.top.box and not above.box:
            self._say(box_of(attributes), None)
        self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        closed, self.top = self.top, self.top.parent or self.top
        if closed.hidden:
            return
        if tag in BLOCKS:
            self._end_line(closed)
        match tag:
            case "td" | "th":
                self._end_cell(tag)
            case "tr":
                self._end_row()
            case "table":
                self._end_table()

    def data(self, text: str) -> None:
        if self.top.tag == "style":
            self.unbroken |= frozenset(unbroken_classes(text))
        if self.top.hidden:
            return
        words = _LINE_ENDS.sub("\n", text) if self.top.unbroken else _SPACE.sub(" ", text)
        self._count(1 + words.count("\n"))
        words, font = _LOST.sub("", words), self.top.font
        self._say(in_unicode(words, font) if font else words, self.top.look, self.top.target)

    def close(self) -> None:
        self._end_line()
        while self.tables:
            self._end_table()

    def blocks(self) -> Iterator[Block]:
        """The blocks of all lines; where the source of a line is known, its number there, and else that of the line."""
        last = 0
        for source, line in self.shown.all():
            found = tuple(blocks(line, max(last + 1, source)))
            last = max(last, *(block.line for block in found)) if found else last
            yield from found

    def _count(self, parts: int = 1) -> None:
        self.parts += parts
        if self.parts > _MOST_PARTS:
            raise InputError("the page has too many parts", file=self.name, hint=_HINT)

    # --- what opens

    def _open(self, tag: str, attributes: Mapping[str, str], above: Open) -> Open:
        if above.depth >= _DEEPEST:
            raise InputError("the page is nested too deeply", file=self.name, hint=_HINT)
        if above.hidden:
            return Open(tag, above, above.depth + 1, hidden=True)
        target = attributes.get("href", "").strip() if tag == "a" else above.target
        unselected = (
            tag == "option" and "selected" not in attributes and attributes.get("aria-selected") != "true"
        )
        return Open(
            tag,
            above,
            above.depth + 1,
            hidden=unselected or is_hidden(tag, attributes),
            look=look_of(tag, attributes, above.look),
            target=target if is_public(target) else "",
            font=font_of(tag, attributes, above.font),
            unbroken=above.unbroken or keeps_breaks(tag, attributes, self.unbroken),
            box=above.box or is_box(tag, attributes),
            attributes=attributes if tag in ("ol", "ul", "menu", "li") else {},
        )

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "br":
                self._say("\n", None)
            case "li":
                self.mark = item_mark(self.top)
            case "input" | "textarea":
                if value := value_of(tag, attributes):
                    self._end_line()
                    self._say(value, Look.PLAIN)
                    self._end_line()
            case "table":
                if len(self.tables) == _DEEPEST_TABLES:
                    raise InputError("its tables are nested too deeply", file=self.name, hint=_HINT)
                self.tables.append(_Table())
            case "td" | "th":
                self._begin_cell(attributes)

    def _say(self, text: str, look: Look | None, target: str = "") -> None:
        if text:
            told = look if any(map(str.isalnum, text)) else None
            self.pieces.append(Piece(text, told, target))

    # --- what ends

    def _end_line(self, at: Open | None = None) -> None:
        """End the line that is open, and show it behind the mark of its item."""
        pieces, self.pieces = self.pieces, []
        for line in in_lines(pieces):
            if line.text.strip():
                mark, self.mark = self.mark, ""
                marked = Line((Piece(f"{mark} ", None), *line.pieces)) if mark else line
                self._lines.show(self.source, marked, at or self.top)

    @property
    def _lines(self) -> Boxes:
        """Where lines go: into the cell that is open, or on the page."""
        return next((table.boxes for table in reversed(self.tables) if table.boxes), self.shown)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        if self.tables:
            self.tables[-1].boxes = Boxes()
            self.tables[-1].span = int(span) if _SPAN.fullmatch(span := attributes.get("rowspan", "")) else 1

    def _end_cell(self, tag: str) -> None:
        if self.tables and (table := self.tables[-1]).boxes is not None:
            self._count(table.end_cell(tuple(line for _, line in table.boxes.all()), tag))

    def _end_row(self) -> None:
        if self.tables and self.tables[-1].cells:
            self._count(self.tables[-1].end_row())

    def _end_table(self) -> None:
        if self.tables:
            self._end_cell("td")
            self._end_row()
            for line in lines_of(self.tables.pop().rows):
                self._lines.show(self.source, line, self.top)
