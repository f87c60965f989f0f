"""Titles of sections that the form does not know: lines right above a question, lettered or counted on through the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from ..model import Block, Questionnaire
from .form import section_heading

__all__ = ["section_titles"]

_TITLE = re.compile(
    r"[\W_]{0,4}(?P<word>(?:section|part|chapter|module|block)\s{1,3})?(?P<label>[A-Z]|[IVX]{1,5}|\d{1,2})(?:\s?[.):–—-]\s?|\s(?=\W?\s?(?-i:[A-Z])))\S.{0,80}",
    re.I,
)
_ENDED = re.compile(r"[.!?;,]$|https?:")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_FEWEST, _WIDEST, _NEAR, _LISTED = 2, 2, 4, 6


def section_titles(blocks: tuple[Block, ...], headings: Iterable[int], form: Questionnaire) -> frozenset[int]:
    """The places of lines that are titles, given those of the questions: each above one, counting on from the last.

    One alone is none: an answer may end in a line "C. Harbour". Nor is one that goes on a list: "B. Port", "C. Harbour".
    """
    places, titles = sorted(headings), set[int]()
    for read in (_letter, _roman, _word):
        found = sorted({title for place in places for title in _above(blocks, place, read)})
        counted = [title for title in found if not section_heading(blocks[title[0]].text, form)]
        chain = _chain(counted)
        if len(chain) >= (_FEWEST if len(chain) == len(counted) else _FEWEST + 1):
            titles |= {place for place, _ in chain}
    return frozenset(titles)


def _chain(counted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row in which each number is the one or two after the last; the first of equals."""
    best: list[list[tuple[int, int]]] = []
    for place, number in counted:
        before = [row for row in best if 0 < number - row[-1][1] <= _WIDEST]
        best.append([*max(before, key=len, default=[]), (place, number)])
    return max(best, key=len, default=[])


def _above(blocks: tuple[Block, ...], heading: int, read: Callable[[str], int]) -> Iterator[tuple[int, int]]:
    """The nearest title above a question, an introduction between them at most."""
    above = range(heading - 1, max(heading - 1 - _NEAR, -1), -1)
    found = next(((place, number) for place in above if (number := read(blocks[place].text))), None)
    if found:
        before = blocks[max(found[0] - _LISTED, 0) : found[0]]
        if not any(read(block.text) == found[1] - 1 for block in before):
            yield found


def _labels(text: str) -> Iterator[tuple[str, bool]]:
    found = _TITLE.fullmatch(text)
    if found and not _ENDED.search(text):
        yield found["label"], found["word"] is not None


def _letter(text: str) -> int:
    return next((ord(label) - 64 for label, _ in _labels(text) if len(label) == 1 and "A" <= label <= "Z"), 0)


def _roman(text: str) -> int:
    return next((_value(label) for label, _ in _labels(text) if set(label) <= set(_ROMAN)), 0)


def _word(text: str) -> int:
    return next((int(label) for label, word in _labels(text) if word and label.isdigit()), 0)


def _value(roman: str) -> int:
    digits = [_ROMAN[letter] for letter in roman]
    return sum(-a if a < b else a for a, b in pairwise([*digits, 0]))
