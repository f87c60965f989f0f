"""What belongs to the paper and not to the response: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from .lines import MARKER, Row
from .page import Page

__all__ = ["without_furniture"]

_DEEP = 4
_SAME_HEIGHT = 4.0
_SHARE, _MANY = 0.3, 3
_SMALL = 0.85
_EDGE, _PRINTER, _MARGIN = 42.0, 28.0, 0.15
_DIGITS = re.compile(r"\d+")
_PAGE_OF = re.compile(
    r"(?:\W*(?:page|p\.|pag\.?|página|pagina|seite|sivu|стр\.?|страница|página)\s*)?\W{0,3}\d{1,3}\s*(?:/|of|de|von|из|sur)\s*\d{1,3}\W{0,3}"
    r"|\W*(?:page|p\.|página|pagina|seite|sivu|стр\.?|страница)\s*\d{1,3}\W{0,3}|第\s*\d{1,3}\s*页.{0,12}",
    re.I,
)
_NUMBER = re.compile(r"[-–—\s|]{0,4}(\d{1,3})[-–—\s|]{0,4}")

Place = tuple[int, int]
"""A page and a row on it."""


def without_furniture(pages: Sequence[tuple[Page, list[Row]]]) -> list[list[Row]]:
    """The rows of each page without those of the paper.

    A row is the paper's when it recurs at one height on page after page, up to its digits, among the first or last rows;
    or when it is the number of the page, in the margin.
    """
    gone = _running(pages) | set(_numbers(pages))
    return [
        [row for place, row in enumerate(rows) if (number, place) not in gone]
        for number, (_, rows) in enumerate(pages)
    ]


def _ends(rows: list[Row]) -> Iterator[int]:
    """The first and the last rows."""
    yield from sorted({*range(min(_DEEP, len(rows))), *range(max(0, len(rows) - _DEEP), len(rows))})


def _text(row: Row) -> str:
    return "  ".join(line.text for line in row)


def _running(pages: Sequence[tuple[Page, list[Row]]]) -> set[Place]:
    seen: dict[str, list[tuple[Place, float]]] = defaultdict(list)
    for number, (page, rows) in enumerate(pages):
        for place in _ends(rows):
            text = _text(rows[place])
            if _MARGIN < rows[place][0].y / page.height < 1 - _MARGIN:
                continue
            if not (MARKER.match(text) and not _NUMBER.fullmatch(text)):
                seen[_DIGITS.sub("0", text)].append(((number, place), rows[place][0].y))
    return {place for found in seen.values() for place in _at_one_height(found, pages)}


def _at_one_height(
    found: list[tuple[Place, float]], pages: Sequence[tuple[Page, list[Row]]]
) -> Iterator[Place]:
    """The places that a running line has; on few pages only when it stands at the very edge of the paper."""
    middle = median(y for _, y in found)
    level = [place for place, y in found if abs(y - middle) < _SAME_HEIGHT]
    on = len({number for number, _ in level})
    edge = min(middle, pages[0][0].height - middle) < _EDGE
    if on >= max(_MANY, _SHARE * len(pages)) or (edge and on >= 2):
        yield from level


def _numbers(pages: Sequence[tuple[Page, list[Row]]]) -> Iterator[Place]:
    """Rows in the margin that are the number of their page, say "1 of 2", or are small print at the edge of the paper."""
    size = median([word.size for page, _ in pages for word in page.words] or [0.0])
    for number, (page, rows) in enumerate(pages):
        for place in _ends(rows):
            row = rows[place]
            y = row[0].y
            if _MARGIN < y / page.height < 1 - _MARGIN:
                continue
            printed = min(y, page.height - y) < _PRINTER and all(line.size < _SMALL * size for line in row)
            said = _NUMBER.fullmatch(_text(row))
            own = said is not None and int(said[1]) == page.number + 1
            if own or printed or any(_PAGE_OF.fullmatch(line.text) for line in row):
                yield number, place
