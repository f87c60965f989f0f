"""How an answer is laid out around its goals: rows of a table are items, and a line of goals alone can head what follows.

"SDG 6" on a line of its own speaks of the lines below when it stands first, and of the line above when a name stands first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import GoalMention, Span
from .details import fold_details
from .goals.names import ANY_NAME
from .items import Segment, SegmentKind
from .tables import Cell, count_cells, entry_rows, goal_first_rows, goal_rows, headings, running_numbers

__all__ = ["Section", "arrange", "find_sections"]


_BARS = re.compile(r"[|\s]*")
"""What stands at the edge of a row before its first cell."""


@dataclass(frozen=True, slots=True)
class Section:
    """A line that names goals, and the lines below that it heads."""

    head: Span
    body: Span


def arrange(
    text: str, segments: tuple[Segment, ...], goals: tuple[GoalMention, ...], sections: tuple[Section, ...]
) -> tuple[Segment, ...]:
    """The segments, with the rows of tables as items of one piece and no heading inside an item."""
    starts = [goal.span.start for goal in goals]
    entries = {cell.row.start: cell for cell in entry_rows(text)}
    rows = {cell.row.start: cell.row for cell in (*count_cells(text), *entries.values())}
    rows |= {row.span.start: row.span for row in goal_rows(text) if _inside(starts, row.goals)}
    heads = [section.head.start for section in sections]
    cut = [
        piece for segment in fold_details(text, segments) for piece in _without_heads(text, segment, heads)
    ]
    numbers = {number.start: number.end for number in running_numbers(text)}
    places = (_first_cell(text, segment.span.start, rows, numbers) for segment in cut)
    pieces = _by_rows(zip(places, cut, strict=True), rows, entries)
    above = sorted(headings(text))
    return tuple(piece for piece in pieces if not above or _around(above, piece.span.start) is None)


def _first_cell(text: str, at: int, rows: dict[int, Span], numbers: dict[int, int]) -> int:
    """Where the words of a piece begin: behind the bar at the edge of a row, and behind its running number."""
    start = _BARS.match(text, at).end()  # type: ignore[union-attr]
    if start in rows or start not in numbers:
        return start
    return _BARS.match(text, numbers[start]).end()  # type: ignore[union-attr]


def _by_rows(
    cut: Iterable[tuple[int, Segment]], rows: dict[int, Span], entries: dict[int, Cell]
) -> Iterator[Segment]:
    """The pieces, each with the place where its words begin; of a row the first, which is the whole row where it begins with it."""
    lines, before = sorted(rows.values()), None
    for place, piece in cut:
        line = _around(lines, place)
        if line is None or line != before:
            yield _row(rows[place], entries) if place in rows else piece
        before = line


def _inside(places: list[int], span: Span) -> range:
    """The numbers of the places that lie in a span; they are in order."""
    return range(bisect_left(places, span.start), bisect_left(places, span.end))


def _around(rows: list[Span], place: int) -> Span | None:
    """The row that a place lies in; they are in order."""
    at = bisect_right(rows, place, key=lambda row: row.start) - 1
    return rows[at] if at >= 0 and place < rows[at].end else None


def _row(span: Span, entries: dict[int, Cell]) -> Segment:
    """A row as an item."""
    entry = entries.get(span.start)
    if entry is None:
        return Segment(span, SegmentKind.ITEM)
    return Segment(entry.told, SegmentKind.ITEM, heading=entry.heading)


def _without_heads(text: str, segment: Segment, heads: list[int]) -> Iterator[Segment]:
    """A segment that ends with the heading of what follows it, as two."""
    inside = _inside(heads, Span(segment.span.start + 1, segment.span.end))
    if not inside or segment.kind is not SegmentKind.ITEM:
        yield segment
        return
    head = heads[inside[0]]
    kept = segment.span.start + len(text[segment.span.start : head].rstrip())
    yield replace(segment, span=Span(segment.span.start, kept))
    yield Segment(Span(head, segment.span.end), SegmentKind.PROSE)


def find_sections(text: str, goals: tuple[GoalMention, ...]) -> tuple[Section, ...]:
    """What goals head: the rest of the row that begins with them, or the lines below a line of goals alone."""
    rows = tuple(Section(row.goals, row.rest) for row in goal_first_rows(text))
    return rows or _find_heads(text, goals)


def _find_heads(text: str, goals: tuple[GoalMention, ...]) -> tuple[Section, ...]:
    """The lines of goals alone that head the lines below them, when the first such line of the answer does so."""
    starts = [goal.span.start for goal in goals]
    heads = [line for line in _lines(text) if _is_bare(text, line, [goals[n] for n in _inside(starts, line)])]
    if not heads or _follows_a_line(text, heads[0].start):
        return ()
    ends = [*(head.start for head in heads[1:]), len(text)]
    bodies = [
        Span(head.end, _paragraph_end(text, head.end, end)) for head, end in zip(heads, ends, strict=True)
    ]
    if not all(body.of(text).strip() for body in bodies):
        return ()
    return tuple(map(Section, heads, bodies))


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        at += len(line) + 1


def _is_bare(text: str, line: Span, inside: list[GoalMention]) -> bool:
    """Whether a line says nothing but one goal, or several, with or without their names."""
    if not inside or inside[0].span.start - line.start > 4 or line.of(text).endswith("."):
        return False
    rest = text[inside[-1].span.end : line.end]
    return (
        "http" not in rest
        and (len(rest.split()) <= 8 and (rest[:1] in ":-–— (" or not rest))
        and _no_names(rest)
    )


def _no_names(rest: str) -> bool:
    return not re.sub(rf"{ANY_NAME}|\W", "", rest)


def _follows_a_line(text: str, at: int) -> bool:
    """Whether a line stands right above that could be a name: neither a blank line nor one that ends like a sentence."""
    above = text[:at].rstrip(" \t")
    return bool(above.strip()) and not above.endswith("\n\n") and not above.rstrip().endswith((":", "."))


def _paragraph_end(text: str, start: int, end: int) -> int:
    """Where the lines below a heading end: at a blank line that follows them, or at the next heading."""
    first = len(text[start:end]) - len(text[start:end].lstrip())
    blank = text.find("\n\n", start + first, end)
    return blank if blank >= 0 else end
