"""Words → rows of lines: what shares a baseline, cut where the gaps are too wide for a space."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from .bidi import has_rtl
from .page import Box, Line, Page, Shape, Word

__all__ = ["MARKER", "Row", "is_marker", "rows_of"]

Row = tuple[Line, ...]
"""The lines on one baseline, from left to right: one, or the cells of a table, or a line of each column."""

MARKER = re.compile(
    r"(?:[•◦▪▫●○◉■□☐☑☒✓✔✗✘❖➢➤►▶‣⁃∙·*–—-]|\[[ xX]?\]|\([ xX]?\))(?:\s+|$)|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)](?:\s+(?=\S)|$)"
)
"""A bullet, a box, or the number or letter of an item, at the start of a line."""

_ASIDE, _NEXT = 2.0, 0.75
_SAME_LINE, _MOST_APART, _WIDE, _CELL = 0.4, 1.8, 1.6, 0.2
_SHADOW, _EVEN, _WIDEST = 0.12, 2, 4.5
_TALL, _TALLEST, _RULE, _MIDDLE = 9.0, 1e5, 2.5, 0.3
_STEP, _STEPS, _MOST_RULES, _MOST_BESIDE = 20, 60, 1_000, 60
_LETTER, _TAB = "o", 0.7


def is_marker(text: str) -> bool:
    """Whether a text is nothing but a bullet, a box or the number of an item."""
    found = MARKER.match(text)
    return found is not None and found.end() == len(text)


def rows_of(page: Page) -> list[Row]:
    """The rows of a page from top to bottom."""
    rules = _by_height(_upright(page.shapes))
    return [tuple(map(_with_bullet, _row(words, rules))) for words in _baselines(page.words)]


def _upright(shapes: Iterable[Shape]) -> Iterator[Box]:
    """The lines that run up the page, and the sides of boxes."""
    for shape in shapes:
        box = shape.box
        if not _TALL < box.height < _TALLEST:
            continue
        if box.width < _RULE:
            yield box
        elif shape.line >= 0:
            yield replace(box, x1=box.x0)
            yield replace(box, x0=box.x1)


def _by_height(rules: Iterable[Box]) -> dict[int, list[Box]]:
    """The lines that cross each step of the page; what is more than a few in one is a drawing."""
    found: dict[int, list[Box]] = defaultdict(list)
    for rule in islice(rules, _MOST_RULES):
        for step in range(
            int(rule.y0 // _STEP), min(int(rule.y1 // _STEP), int(rule.y0 // _STEP) + _STEPS) + 1
        ):
            found[step].append(rule)
    return {step: some for step, some in found.items() if len(some) <= _MOST_BESIDE}


def _row(words: Sequence[Word], rules: Mapping[int, Sequence[Box]]) -> Iterator[Line]:
    middle = words[0].y - _MIDDLE * words[0].size
    near = rules.get(int(middle // _STEP), ())
    crossing = sorted(rule.x0 for rule in near if rule.y0 < middle < rule.y1)
    yield from _cut(sorted(words, key=lambda word: word.x0), crossing)


def _baselines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that share a baseline; a raised or lowered small one goes with the large one beside it."""
    current: list[Word] = []
    base: Word | None = None
    for word in sorted(words, key=lambda word: word.y):
        if base and (word.y - base.y > _reach(base, word) or _is_below(current[0], base, word)):
            yield current
            current, base = [], None
        current.append(word)
        if base is None or word.size > base.size * 1.05:
            base = word
    if current:
        yield current


def _is_below(first: Word, base: Word, word: Word) -> bool:
    """Whether a word is of the next line, and but the heading of another column stands between the two."""
    apart = max(base.x0 - word.x1, word.x0 - base.x1) > _ASIDE * base.size
    return apart and word.y - first.y > _NEXT * max(word.size, first.size)


def _reach(one: Word, other: Word) -> float:
    small, large = sorted((one.size, other.size))
    return _SAME_LINE * min(large, _MOST_APART * small)


def _cut(words: list[Word], rules: Sequence[float]) -> Iterator[Line]:
    """The lines of one baseline, without what is printed twice; a bullet stays with its words, however far they stand."""
    line: list[Word] = []
    for part in _as_written(_once(words)):
        wide = _WIDE if not _are_justified(part) else float("inf")
        for word in part:
            apart = _gap(line, word) if line else 0.0
            if (
                line
                and (word is part[0] or apart > wide or _is_between(rules, line[-1].x1, word.x0))
                and not (_is_bullet(line) and (word is not part[0] or apart < _WIDE))
            ):
                yield Line(tuple(line))
                line = []
            line.append(word)
    if line:
        yield Line(tuple(line))


def _is_between(rules: Sequence[float], left: float, right: float) -> bool:
    return bisect_right(rules, left) < bisect_left(rules, right)


def _as_written(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that the file writes in a row: from cell to cell, and from column to column, it goes elsewhere in between."""
    part: list[Word] = []
    for word in words:
        if part and _is_elsewhere(part[-1], word) and _gap(part, word) > _CELL:
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _is_elsewhere(last: Word, word: Word) -> bool:
    jump = min(last.rank, word.rank) >= 0 and word.rank != last.rank + 1
    return jump and not has_rtl(last.text + word.text)


def _gap(line: list[Word], word: Word) -> float:
    """The space before a word, in sizes of its letters."""
    return (word.x0 - max(w.x1 for w in line[-3:])) / max(word.size, line[-1].size)


def _is_bullet(line: list[Word]) -> bool:
    return len(line) <= 3 and (is_marker("".join(word.text for word in line)) or line[0].text == _LETTER)


def _with_bullet(line: Line) -> Line:
    """The line, its bullet told if that is the letter o: no word begins a line and stands so far from the next one."""
    first, *rest = line.words
    if first.text != _LETTER or not rest or _gap([first], rest[0]) < _TAB:
        return line
    return Line((replace(first, text="–"), *rest))


def _are_justified(words: list[Word]) -> bool:
    """Whether the words stand apart evenly, as wide spaces do and columns do not."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    own = gaps[1:] if gaps and is_marker(words[0].text) else gaps
    return any(_are_even(some, words[-1].size) for some in (own, gaps))


def _are_even(gaps: Sequence[float], size: float) -> bool:
    return len(gaps) >= _EVEN and max(gaps) < _WIDEST * size and max(gaps) - min(gaps) < 0.3 * size


def _once(words: Iterable[Word]) -> Iterator[Word]:
    """The words without those that are printed over their like, which is how some make bold letters."""
    last: list[Word] = []
    for word in words:
        if not _shadows(last, word):
            last = [*last[-2:], word]
            yield word


def _shadows(line: list[Word], word: Word) -> bool:
    return any(
        other.text == word.text and abs(other.x0 - word.x0) < _SHADOW * word.size and other.rank != word.rank
        for other in line
    )
