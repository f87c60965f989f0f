"""Lines in the order in which they are shown, each box with the option that it belongs to.

Many a page sets a box and its option in elements of their own. Which neighbour a lone box belongs to is told by the
source: the one with which it shares the nearer ancestor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, Self

from ..printed.lines import Line, Piece

__all__ = ["Boxes"]

_BOXES = frozenset("☒☐")


class Node(Protocol):
    """An element with those that it stands in."""

    @property
    def parent(self) -> Self | None:
        """The element around it."""

    @property
    def depth(self) -> int:
        """How many elements are around it."""


class Boxes:
    """The lines shown so far, with the line of their source."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, Line]] = []
        self._last: Node | None = None
        self._lone: tuple[int, Line, Node] | None = None

    def show(self, source: int, line: Line, node: Node) -> None:
        """Add a line; `node` is where it stands."""
        if line.text.strip() in _BOXES:
            self._settle()
            self._lone = source, line, node
            return
        if self._lone and not self._belongs_above(node):
            line, self._lone = _boxed(self._lone[1], line), None
        self._settle()
        self._lines.append((source, line))
        self._last = node

    def all(self) -> Iterator[tuple[int, Line]]:
        """All lines."""
        self._settle()
        return iter(self._lines)

    def _belongs_above(self, below: Node) -> bool:
        if self._lone is None or self._last is None or _has_box(self._lines[-1][1]):
            return False
        return _shared(self._lone[2], self._last) > _shared(self._lone[2], below)

    def _settle(self) -> None:
        """Give a lone box to the line above; one that has none stands alone."""
        if self._lone is None:
            return
        (source, box, _), self._lone = self._lone, None
        if self._lines and not _has_box(self._lines[-1][1]):
            above, line = self._lines[-1]
            self._lines[-1] = above, _boxed(box, line)
        else:
            self._lines.append((source, box))


def _boxed(box: Line, line: Line) -> Line:
    return Line((*box.pieces, Piece(" ", None), *line.pieces))


def _has_box(line: Line) -> bool:
    return not _BOXES.isdisjoint(line.text[:6])


def _shared(one: Node, other: Node) -> int:
    """The depth of the innermost element around both."""
    left: Node | None = one
    right: Node | None = other
    while left is not None and right is not None and left is not right:
        if left.depth >= right.depth:
            left = left.parent
        else:
            right = right.parent
    return left.depth if left is not None and left is right else 0
