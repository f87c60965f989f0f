"""Pages → the lines of the document, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Look
from ..lines import mark_of
from .furniture import without_furniture
from .lines import MARKER, is_marker, rows_of
from .page import Line, Page
from .paragraphs import Flow, Measure, right_border
from .regions import Cells, Stretch, stretches
from .tables import Text, lines_of_row
from .text import Vocabulary, text_of

__all__ = ["lines_of"]

_COLUMN, _WIDEST = 4.0, 1e6

Placed = tuple[Stretch | Cells, Page]
"""Something to read, and where."""


def lines_of(pages: Sequence[Page]) -> Iterator[Text]:
    """The lines of the document, each with how it is set off."""
    rows = without_furniture([(page, rows_of(page)) for page in pages])
    placed = [
        (item, page) for page, kept in zip(pages, rows, strict=True) for item in stretches(kept, page.shapes)
    ]
    yield from _Renderer(placed).lines()


class _Renderer:
    """What is known of the whole document while its parts are told."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self.placed = placed
        self.vocabulary = Vocabulary.of([line for item, _ in placed for line in _all_lines(item)])
        lines: dict[float, list[Line]] = defaultdict(list)
        loose: dict[float, list[Line]] = defaultdict(list)
        for item, page in placed:
            lines[page.width] += _all_lines(item)
            if isinstance(item, Stretch) and item.right is None:
                loose[page.width] += item.lines
        self.measures = {
            width: _spaced(Measure.of(lines[width], width), found) for width, found in loose.items()
        }
        cells = [cell for item, _ in placed for cell in _cells(item) if cell.right is not None]
        lefts = sorted(map(_left, cells))
        self.columns = [right for left, right in pairwise([-_WIDEST, *lefts]) if right - left > _COLUMN]
        alone = [item.cells[0] for item, _ in placed if isinstance(item, Cells) and len(item.cells) == 1]
        ends: dict[int, list[float]] = defaultdict(list)
        for cell in (cell for cell in cells if cell not in alone):
            ends[self.place(cell)] += [line.x1 for line in cell.lines]
        self.edges = {place: right_border(found) for place, found in ends.items()}
        self.in_cells = Measure(0.0, 0.0).spaced_as(Flow(cell.lines, self.measure(cell)) for cell in cells)

    def lines(self) -> Iterator[Text]:
        open_: tuple[Flow, tuple[Line, ...]] | None = None
        for item, page in self.whole_rows():
            if isinstance(item, Cells):
                yield from self.closed(open_)
                open_ = None
                yield from lines_of_row([self.cell(cell) for cell in item.cells])
                continue
            flow = self.flow(item, page.width)
            for number, paragraph in enumerate(flow.paragraphs()):
                if open_ and number == 0 and open_[0].goes_on(open_[1], paragraph[0], elsewhere=True):
                    open_ = flow, (*open_[1], *paragraph)
                else:
                    yield from self.closed(open_)
                    open_ = flow, paragraph
        yield from self.closed(open_)

    def whole_rows(self) -> Iterator[Placed]:
        """What is placed, rows of a table that a page break cuts put together."""
        last: Placed | None = None
        for item, page in self.placed:
            if last and page is not last[1] and (row := self.joined(last[0], item)):
                last = row, page
                continue
            if last:
                yield last
            last = item, page
        if last:
            yield last

    def joined(self, above: Stretch | Cells, below: Stretch | Cells) -> Cells | None:
        """Two rows as one, if the words of some cell go on."""
        if not (isinstance(above, Cells) and isinstance(below, Cells)):
            return None
        cells = {self.place(cell): cell for cell in above.cells}
        more = {self.place(cell): cell for cell in below.cells}
        if not more.keys() <= cells.keys() or any(MARKER.match(cell.lines[0].text) for cell in more.values()):
            return None
        if not any(self.goes_on(cells[place].lines, cell) for place, cell in more.items()):
            return None
        both = {
            place: replace(cell, lines=(*cell.lines, *more[place].lines)) if place in more else cell
            for place, cell in cells.items()
        }
        return Cells(tuple(both.values()))

    def goes_on(self, lines: Sequence[Line], below: Stretch) -> bool:
        return self.flow(below, 0.0).goes_on(lines, below.lines[0], elsewhere=True)

    def closed(self, open_: tuple[Flow, tuple[Line, ...]] | None) -> Iterator[Text]:
        """The lines of a paragraph that nothing is added to any more."""
        if open_:
            look = _look(open_[1])
            yield from ((text, look) for text in text_of(open_[1], self.vocabulary, open_[0].is_cut).split("\n"))

    def cell(self, cell: Stretch) -> list[Text]:
        flow = self.flow(cell, 0.0)
        return [line for paragraph in flow.paragraphs() for line in self.closed((flow, paragraph))]

    def flow(self, item: Stretch, width: float) -> Flow:
        if item.right is None:
            return Flow(item.lines, self.measures[width])
        measure = self.measure(item)
        return Flow(item.lines, replace(self.in_cells, left=measure.left, right=measure.right))

    def measure(self, cell: Stretch) -> Measure:
        """A column is as wide as it is anywhere in the document, where something stands beside it."""
        return Measure(_left(cell), self.edges.get(self.place(cell), cell.right or 0.0))

    def place(self, cell: Stretch) -> int:
        """Which column a cell stands in, by where it begins."""
        return bisect_right(self.columns, _left(cell))


def _spaced(measure: Measure, lines: Sequence[Line]) -> Measure:
    return measure.spaced_as([Flow(lines, measure)])


def _left(cell: Stretch) -> float:
    return min(line.x0 for line in cell.lines)


def _cells(item: Stretch | Cells) -> tuple[Stretch, ...]:
    return item.cells if isinstance(item, Cells) else (item,)


def _all_lines(item: Stretch | Cells) -> Iterator[Line]:
    for stretch in _cells(item):
        yield from stretch.lines


def _look(lines: Sequence[Line]) -> Look:
    """How the words of a paragraph are set off, all of them; bullets and boxes aside."""
    words = [word for line in lines for word in line.words]
    words = [word for word in words if not (is_marker(word.text) or mark_of(word.text))] or words
    if all(word.struck for word in words):
        return Look.STRUCK
    return Look.STRESSED if all(word.dressed for word in words) else Look.PLAIN
