"""Rows → stretches of one column, and rows of cells: the order in which a page is read.

Where a gutter runs down several rows, the page has columns or a table. The rules drawn across a table tell its rows; else
the order of the file does, which nearly all makers write cell by cell and column by column; else the lines themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .lines import Row
from .page import Line, Shape

__all__ = ["Cells", "Stretch", "stretches"]

_FAR, _TIGHT = 4.0, 1.4
_FILLED, _NARROWEST, _FEWEST = 0.8, 9.0, 3
_ALIGNED, _SIDE_BY_SIDE = 2.5, 0.8
_RULE, _ACROSS, _LEVEL = 2.5, 0.8, 0.4

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines under one another. `right` is where they could at most end, None when that is the margin of the page."""

    lines: tuple[Line, ...]
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table."""

    cells: tuple[Stretch, ...]


def stretches(rows: Sequence[Row], shapes: Sequence[Shape]) -> Iterator[Stretch | Cells]:
    """What is read one after the other."""
    edges, start, loose = list(_edges(shapes)), 0, list[Line]()
    while start < len(rows):
        end, columns = _region(rows, start)
        if begins := _begins(rows, start, end, columns):
            loose += [_joined(row) for row in rows[start:begins]]
            start = begins
            end, columns = _region(rows, start)
        first = start
        while len(columns) > 1 and loose and first and _belongs(rows[first - 1], rows[first], columns):
            loose.pop()
            first -= 1
        found = tuple(_Region(rows[first:end], columns, edges).read()) if len(columns) > 1 else ()
        if not found:
            loose += [_joined(row) for row in rows[first:end]]
        else:
            if loose:
                yield Stretch(tuple(loose))
            loose = []
            yield from found
        start = end
    if loose:
        yield Stretch(tuple(loose))


def _region(rows: Sequence[Row], start: int) -> tuple[int, list[Interval]]:
    """Where the rows end that leave a gutter free, and the columns beside it; one row alone when there is none.

    A line that runs across the gutter between two columns of a table is text below it.
    """
    columns = _merged([(line.x0, line.x1) for line in rows[start]])
    full = 1
    for end in range(start + 1, len(rows)):
        merged = _merged([*columns, *((line.x0, line.x1) for line in rows[end])])
        far = rows[end][0].y - rows[end - 1][0].y > _FAR * rows[end][0].size
        across = full > 1 and len(rows[end]) == 1 and len(merged) < len(columns)
        if len(merged) < 2 or far or across:
            return end, columns
        full = full * (len(merged) == len(columns)) + (len(rows[end]) == len(merged))
        columns = merged
    return len(rows), columns


def _begins(rows: Sequence[Row], start: int, end: int, columns: list[Interval]) -> int:
    """Where a table begins under lines of text that run across a gutter of it; 0 when none does."""
    first = next((place for place in range(start, end) if len(rows[place]) > 1), start)
    hidden = sum(len(row) > len(columns) for row in rows[first:end]) > 1
    return first if hidden and len(columns) > 1 else 0


def _belongs(row: Row, below: Row, columns: list[Interval]) -> bool:
    """Whether a row above a region begins its second column: the first one is centred, and so begins lower."""
    close = below[0].y - row[0].y <= _FAR * row[0].size
    return (
        close
        and row[0].x0 > columns[0][1]
        and len(_merged([*columns, *((x.x0, x.x1) for x in row)])) == len(columns)
    )


def _merged(intervals: Iterable[Interval]) -> list[Interval]:
    found: list[Interval] = []
    for left, right in sorted(intervals):
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


def _joined(row: Row) -> Line:
    return row[0].with_(word for line in row[1:] for word in line.words)


def _edges(shapes: Iterable[Shape]) -> Iterator[tuple[float, Interval]]:
    """Horizontal lines, and the upper and lower edges of boxes: height, left, right."""
    for shape in shapes:
        box = shape.box
        if box.height < _RULE:
            yield box.y0, (box.x0, box.x1)
        elif shape.line >= 0 and box.width > _RULE:
            yield box.y0, (box.x0, box.x1)
            yield box.y1, (box.x0, box.x1)


class _Region:
    """Rows beside a gutter."""

    def __init__(
        self, rows: Sequence[Row], columns: list[Interval], edges: Iterable[tuple[float, Interval]]
    ) -> None:
        self.rows, self.columns = rows, columns
        self.lines = [line for row in rows for line in row]
        self.place = {id(line): bisect_right(columns, (line.x0, float("inf"))) - 1 for line in self.lines}
        top, bottom = rows[0][0].y, rows[-1][0].y
        self.rules = [height for height in self.ruled(edges) if top < height < bottom]

    def ruled(self, edges: Iterable[tuple[float, Interval]]) -> Iterator[float]:
        """The heights at which something is drawn across most of the region."""
        left, right = self.columns[0][0], self.columns[-1][1]
        by_height: dict[int, list[Interval]] = {}
        for y, (x0, x1) in edges:
            if x1 > left and x0 < right:
                by_height.setdefault(round(y / 2), []).append((max(x0, left) - 1, min(x1, right) + 1))
        for height, pieces in sorted(by_height.items()):
            if sum(x1 - x0 for x0, x1 in _merged(pieces)) > _ACROSS * (right - left):
                yield height * 2.0

    def read(self) -> Iterator[Stretch | Cells]:
        """Columns one after the other, or the rows of a table; nothing when the gaps are but wide ones in a line."""
        if self.rules:
            yield from map(self.between_rules, self.by_rules())
            return
        groups = self.by_file()
        if len(groups) == 1 and len(self.rows) > 1 and (self.are_columns() or self.is_one_row()):
            yield from self.cells(self.lines).cells
        elif self.line_up():
            yield from map(self.cells, groups if len(groups) > 1 else self.by_lines())

    def between_rules(self, lines: Sequence[Line]) -> Stretch | Cells:
        """A row; or lines above or below the table, in none but its first column, which are none of its rows."""
        row = self.cells(lines)
        outside = lines[-1].y < self.rules[0] or lines[0].y > self.rules[-1]
        if outside and all(self.place[id(line)] == 0 for line in lines):
            return replace(row.cells[0], right=None)
        return row

    def cells(self, lines: Sequence[Line]) -> Cells:
        """The cells that some lines make up."""
        by_column: list[list[Line]] = [[] for _ in self.columns]
        for line in lines:
            found = by_column[self.place[id(line)]]
            if found and abs(found[-1].y - line.y) < _LEVEL * line.size:  # a wide gap within a line
                found[-1] = found[-1].with_(line.words)
            else:
                found.append(line)
        return Cells(
            tuple(
                Stretch(tuple(found), right)
                for found, (_, right) in zip(by_column, self.columns, strict=True)
                if found
            )
        )

    def by_rules(self) -> Iterator[list[Line]]:
        """The lines between two rules."""
        group: list[Line] = []
        count = 0
        for row in self.rows:
            above = bisect_right(self.rules, row[0].y - 0.3 * row[0].size)
            if group and above > count:
                yield group
                group = []
            count = above
            group += row
        yield group

    def by_file(self) -> list[list[Line]]:
        """The lines of each row as the file writes them, cell by cell: a new row begins where it goes back to the left,
        or goes on below.

        Empty when the file does not write them from top to bottom in each column.
        """
        lines = sorted(self.lines, key=lambda line: line.rank)
        lowest = [float("-inf")] * len(self.columns)
        groups: list[list[Line]] = [[]]
        column = 0
        for line in lines:
            place = self.place[id(line)]
            if line.rank < 0 or line.y < lowest[place]:
                return []
            if place < column:
                if line.y < groups[-1][0].y:
                    return []
                groups.append([])
            elif place > column and groups[-1] and line.y - line.size > max(above.y for above in groups[-1]):
                groups.append([])
            column, lowest[place] = place, line.y
            groups[-1].append(line)
        return groups

    def are_columns(self) -> bool:
        """Whether what the file writes column by column is read so: not labels first and then what stands beside them."""
        columns = [cell.lines for cell in self.cells(self.lines).cells]
        if min(map(len, columns)) < _FEWEST or len(columns) > 3:
            return False
        beside = sum(len(row) == len(columns) for row in self.rows) / min(map(len, columns))
        filled = all(
            self.is_filled(lines, column) for lines, column in zip(columns, self.columns, strict=True)
        )
        return filled or beside < _SIDE_BY_SIDE

    def is_one_row(self) -> bool:
        """Whether so few lines stand so close that they are the cells of one row."""
        steps = [(below[0].y - above[0].y) / below[0].size for above, below in pairwise(self.rows)]
        return len(self.rows) < _FEWEST and max(steps) < _TIGHT

    def is_filled(self, lines: Sequence[Line], column: Interval) -> bool:
        width = column[1] - column[0]
        full = sum(line.x1 > column[0] + _FILLED * width for line in lines)
        return width > _NARROWEST * lines[0].size and 2 * full > len(lines)

    def line_up(self) -> bool:
        """Whether cells stand under one another in a column after the first."""
        for cell in self.cells(self.lines).cells[1:]:
            lines = cell.lines
            for edge in ([x.x0 for x in lines], [x.x1 for x in lines], [(x.x0 + x.x1) / 2 for x in lines]):
                level = sum(other - one < _ALIGNED for one, other in pairwise(sorted(edge)))
                if level >= max(1, len(lines) // 2):
                    return True
        return False

    def by_lines(self) -> Iterator[list[Line]]:
        """A row for each baseline; a line that stands alone, close under another of its column, goes on with it."""
        group: list[Line] = []
        for row in self.rows:
            step = row[0].y - group[-1].y if group else 0.0
            if group and not (len(row) == 1 and step < _TIGHT * row[0].size):
                yield group
                group = []
            group += row
        yield group
