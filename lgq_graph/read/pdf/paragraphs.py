"""Lines → paragraphs: a line goes on with the one above when that one was full, and nothing sets the two apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ..lines import mark_of
from .bidi import is_rtl
from .lines import MARKER, is_marker
from .page import Line, Word

__all__ = ["Flow", "Measure", "left_border", "right_border"]

_INDENT, _OUTDENT, _SIZE = 0.9, 0.5, 1.12
_SPACE, _SLACK = 0.22, 0.5
_LEADING = 1.3
_LOOSER, _FAR = 1.08, 6.0
_HOST = 14.0
"""How long a word can be, in sizes of the letters, before it is thought to be an address that could have been broken."""
_GLUED = 0.1
_LOOK_BACK = 20
_DASHES, _STOPS = "–—-", (".", "!", "?", ":", ";", "。", "؟")
_UNENDED = re.compile(r"\s[a-zà-ÿ]{1,3}$")
"""Small words such as "and", "to", "de", with which no item ends: the number after them is one of the sentence."""
_QUOTES = ('"', "”", "»", "'", "’")
_BRACKETS = ("(", "[")
_OPEN, _BEGINNING = (",", "–", "—", "-", "(", "，", "،"), 12
_WIDEST_GAP, _NEAR = 24.0, 0.15
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_ADDRESS = re.compile(r"\W{0,3}(?:\w{2,8}://|www\.)", re.I)
_COLUMN, _LEAST = 0.45, 0.8
_TOUCH, _LETTER = 0.8, 0.8


@dataclass(frozen=True, slots=True)
class Measure:
    """Where lines begin and end at most, and how far apart they stand, in sizes of their letters: `tight` within a
    paragraph, `wide` between two; 0 where it is not seen. `even` says that full lines are stretched to the margin."""

    left: float
    right: float
    tight: float = 0.0
    wide: float = 0.0
    even: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line], width: float) -> Measure:
        """The measure of pages that are `width` wide; a line that sticks out alone is left aside.

        Where hardly a line comes near the right margin, or all are short, it is thought as wide as the left one.
        """
        left = left_border(line.x0 for line in lines)
        right = right_border(line.x1 for line in lines)
        near = sum(line.x1 > right - _NEAR * (right - left) for line in lines)
        known = near > 1 and right - left > _COLUMN * width
        return cls(left, right if known else max(right, width - left, _LEAST * width))

    def spaced_as(self, flows: Iterable[Flow]) -> Measure:
        """The same with the steps between the lines of these: short lines end a paragraph, full ones do not."""
        wrapped, apart, touching = list[float](), list[float](), 0
        for flow in flows:
            touching += sum(map(flow.touches, flow.lines))
            for step, room, width in flow.steps():
                if room < min(width, _HOST):
                    wrapped.append(step)
                elif room > _HOST:
                    apart.append(step)
        tight = sorted(wrapped)[len(wrapped) // 10] if wrapped else 0.0
        return replace(
            self, tight=tight, wide=median(apart) if apart else 0.0, even=2 * touching > len(wrapped) > 0
        )


def left_border(starts: Iterable[float]) -> float:
    """Where the lines of a column begin at least; one that sticks out alone is left aside."""
    return _border(sorted(starts))


def right_border(ends: Iterable[float]) -> float:
    """Where the lines of a column end at most; one that sticks out alone is left aside."""
    return -_border(sorted(-end for end in ends))


def _border(edges: list[float]) -> float:
    while len(edges) > 5 and edges[1] - edges[0] > _WIDEST_GAP:
        edges = edges[1:]
    return edges[0]


def _waits(above: str, below: str) -> bool:
    """Whether a line cannot be the last of its paragraph, or the next one the first of another."""
    named = above.endswith(":") and _ADDRESS.match(below) is not None
    return named or above.endswith(_OPEN) or (below[0] in "([" and not above.endswith(_STOPS))


def _counted_before(label: str, above: str) -> bool:
    """Whether the item before this one stands within the lines above: "… 1. one, 2. two" has its 3. on the next line."""
    digits = label.strip(".()")
    if not digits.isdecimal():
        return False
    return f" {label.replace(digits, str(int(digits) - 1))} " in above


def _is_one_address(last: Word, word: Word) -> bool:
    """Whether two words are parts of an address that is broken."""
    begun = "/" in last.text or last.text.endswith(":")
    return last.link == word.link != "" and begun and not _ADDRESS.match(word.text)


def _hang_together(one: str, other: str) -> bool:
    """Whether no line is broken between two words: groups of three digits, a quote and the bracket after it."""
    grouped = one.isdecimal() and _THOUSANDS.match(other) is not None
    return grouped or (one.endswith(_QUOTES) and other.startswith("("))


class Flow:
    """Lines of one column, one after the other."""

    def __init__(self, lines: Sequence[Line], measure: Measure) -> None:
        self.lines, self.measure = lines, measure
        self.rtl = is_rtl("".join(line.text for line in lines))
        self.spaced = measure.wide > _LOOSER * measure.tight > 0
        self.step = _LEADING * measure.tight if measure.tight else 2.0
        if self.spaced:
            self.step = min(self.step, (measure.tight + measure.wide) / 2)

    def steps(self) -> Iterator[tuple[float, float, float]]:
        """From line to line, in sizes of the letters: how far, the room at the end, and the width of the next word."""
        for above, below in pairwise(self.lines):
            step = (below.y - above.y) / above.size
            if 0 < step < _FAR and not (above.whole or below.whole or self.is_item(below, [above])):
                yield step, self.room(above) / above.size, self.first_width(below) / above.size

    def paragraphs(self) -> Iterator[tuple[Line, ...]]:
        """The lines of each paragraph."""
        found: list[Line] = []
        for line in self.lines:
            if found and not self.goes_on(found, line):
                yield tuple(found)
                found = []
            found.append(line)
        if found:
            yield tuple(found)

    def goes_on(self, paragraph: Sequence[Line], line: Line, *, elsewhere: bool = False) -> bool:
        """Whether a line belongs to the paragraph above it, or to the one before it `elsewhere`: in another column or page."""
        last = paragraph[-1]
        if last.whole or line.whole or not self.full(last, line) or self.is_item(line, paragraph):
            return False
        if not 1 / _SIZE < line.size / last.size < _SIZE or self.dressed_apart(paragraph, line):
            return False
        if elsewhere or line.y < last.y:
            stretched = self.measure.even and self.touches(last)
            broken = _is_one_address(last.words[-1], line.words[0]) or self.broken_off(last.text, line.text)
            return stretched or broken
        return 0 < line.y - last.y <= self.step * last.size and self.level(paragraph, line)

    def full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line had no room any more.

        Of a long one, an address, only a part counts, for it can be broken; unless space between the paragraphs tells
        them apart, or the line waits for more.
        """
        if following.text in _BRACKETS or _is_one_address(line.words[-1], following.words[0]):
            return True  # a lone bracket, for the address in it had no room beside it
        width, room = self.first_width(following), self.room(line)
        if self.spaced:  # the margin is known but roughly
            return room < width + line.size
        return room < (width if _waits(line.text, following.text) else min(width, _HOST * line.size))

    def broken_off(self, above: str, below: str) -> bool:
        """Whether a text goes on in another column or page, where no space between the lines can tell."""
        if _waits(above, below):
            return True
        if _ADDRESS.match(below):
            return above.endswith(":")
        return below[:1].islower() or above[-1:].isalnum()

    def room(self, line: Line) -> float:
        """How wide a word would fit at the end of a line."""
        return self.left_free(line) - _SPACE * line.size - _SLACK

    def left_free(self, line: Line) -> float:
        """How far a line ends from the margin."""
        return line.x0 - self.measure.left if self.rtl else self.measure.right - line.x1

    def touches(self, line: Line) -> bool:
        """Whether a line ends at the margin, as the last one of a paragraph does by chance alone."""
        return abs(self.left_free(line)) < _TOUCH

    def is_cut(self, line: Line) -> bool:
        """Whether a line has one word that leaves no room for a letter more: a long one is cut wherever the line ends."""
        words = [word for word in line.words if not is_marker(word.text)]
        return len(words) == 1 and -_TOUCH < self.left_free(line) < _LETTER * line.size

    def first_width(self, line: Line) -> float:
        """How wide the first word is, with the brackets and signs at it; a number in groups of three digits is one, and no line
        is broken between a quote and a bracket."""
        words = line.words[::-1] if self.rtl else line.words
        width = words[0].x1 - words[0].x0
        for one, other in pairwise(words):
            apart = max(one.x0, other.x0) - min(one.x1, other.x1) > _GLUED * line.size
            if apart and not _hang_together(one.text, other.text):
                break
            width += other.x1 - other.x0
        return width

    def beginning(self, line: Line) -> str:
        return " ".join(word.text for word in (line.words[:-3:-1] if self.rtl else line.words[:3])) + " "

    def is_item(self, line: Line, paragraph: Sequence[Line]) -> bool:
        """Whether a bullet or number begins a line, and not the words that go on with a full line above."""
        text = self.beginning(line)
        found = MARKER.match(text)
        if not found or (is_marker(line.text) and not mark_of(line.text)):
            return False
        above = " ".join(part.text for part in paragraph[-_LOOK_BACK:])
        if text[0] in _DASHES:
            unended = text[1:].lstrip()[:1].islower() and not above.endswith(_STOPS)
            return above[0] == text[0] or not (unended or f" {text[0]} " in above)
        if _UNENDED.search(above[-_BEGINNING:]):
            return False
        after = MARKER.match(
            text, found.end()
        )  # "SDG | 14. 4. Night Bus": the first number ends the item above
        counted = (found, after) if after else (found,)
        return not any(_counted_before(marker[0].strip(), above) for marker in counted)

    def dressed_apart(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether one of the two is bold as a whole and the other is not."""
        above = {word.dressed for part in paragraph for word in part.words}
        below = {word.dressed for word in line.words}
        linked = any(word.link for word in (paragraph[-1].words[-1], line.words[0]))
        return not linked and above != below and (len(above) == 1 and len(below) == 1)

    def level(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a line begins where the paragraph does, or under the words after its bullet."""
        size, start = line.size, self.start(line)
        last = self.start(paragraph[-1])
        if len(paragraph) > 1:
            return abs(start - last) < _OUTDENT * size
        return start < self.text_start(paragraph[0]) + _INDENT * size

    def start(self, line: Line) -> float:
        return -line.x1 if self.rtl else line.x0

    def text_start(self, line: Line) -> float:
        """Where the words begin, after a bullet."""
        words = line.words[::-1] if self.rtl else line.words
        if MARKER.match(self.beginning(line)):
            for count in range(1, min(3, len(words))):
                if is_marker("".join(word.text for word in words[:count])):
                    return -words[count].x1 if self.rtl else words[count].x0
        return self.start(line)
