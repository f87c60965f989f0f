"""What the pages hold, as values: words, lines, and what is drawn around them. Lengths are in points; y grows downwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median_low

__all__ = ["Box", "Line", "Page", "Shape", "Word"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Shape:
    """Something drawn: the colour of its filling and of its line, -1 without one; whether it is a stroke that `slants`."""

    box: Box
    fill: int
    line: int
    slants: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Letters side by side, from left to right whatever the script; or the value of a field (`whole`).

    `y` is the baseline; `rank` the place in the file, -1 for what has none; `dressed` says bold, coloured or highlighted.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    rank: int = -1
    dressed: bool = False
    struck: bool = False
    link: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Line:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Where it begins on the left."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Where it ends on the right."""
        return max(word.x1 for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of it."""
        return median_low(word.size for word in self.words)

    @cached_property
    def y(self) -> float:
        """The baseline of most of it."""
        return median_low(word.y for word in self.words)

    @cached_property
    def rank(self) -> int:
        """The place of its first word in the file, -1 when nothing of it has one."""
        return min((word.rank for word in self.words if word.rank >= 0), default=-1)

    @cached_property
    def whole(self) -> bool:
        """Whether a field stands in it, whose value ends where it ends."""
        return any(word.whole for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its letters in the order of sight, to recognise it by."""
        return " ".join(word.text for word in self.words)

    def with_(self, more: Iterable[Word]) -> Line:
        """The line with more words at its end."""
        return Line((*self.words, *more))


@dataclass(frozen=True, slots=True)
class Page:
    """One page, or what stands on it in one direction."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    shapes: tuple[Shape, ...] = ()
    pictures: float = 0.0
    """The share of it that pictures cover."""
