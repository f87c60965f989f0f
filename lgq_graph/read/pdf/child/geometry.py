"""Turns and rectangles: from the coordinates of a page to those of a frame."""

from __future__ import annotations

import ctypes
from typing import Any

from .pdfium import raw

__all__ = ["Box", "Turn", "bounds_of", "holds", "mapped", "rounded"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in a frame; or left, bottom, right, top as pdfium gives it."""


class Turn:
    """The turn that makes text of one direction run to the right, and y grow downwards from the top of the page."""

    def __init__(self, quarter: int, box: Box) -> None:
        self.quarter, self.box = quarter, box
        corners = [self._turned(box[0], box[1]), self._turned(box[2], box[3])]
        self.left, self.top = min(x for x, _ in corners), max(y for _, y in corners)
        self.width = abs(corners[0][0] - corners[1][0])
        self.height = abs(corners[0][1] - corners[1][1])

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.quarter]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, in the frame."""
        x, y = self._turned(x, y)
        return x - self.left, self.top - y

    def rectangle(self, box: Box) -> Box:
        """A rectangle of the page (left, bottom, right, top), in the frame (left, top, right, bottom)."""
        (x0, y0), (x1, y1) = self.point(box[0], box[1]), self.point(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def bounds_of(page: Any) -> Box:
    """What is seen of a page, before it is turned."""
    edges = [ctypes.c_float() for _ in range(4)]
    if raw.FPDFPage_GetCropBox(page, *edges) or raw.FPDFPage_GetMediaBox(page, *edges):
        x0, y0, x1, y1 = (edge.value for edge in edges)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    size = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    width, height = reversed(size) if raw.FPDFPage_GetRotation(page) % 2 else size
    return 0.0, 0.0, width, height


def mapped(m: Any, box: Box) -> Box:
    """A rectangle under a matrix."""
    xs = [m.a * x + m.c * y + m.e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [m.b * x + m.d * y + m.f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def holds(area: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a rectangle."""
    return area[0] <= point[0] <= area[2] and area[1] <= point[1] <= area[3]


def rounded(numbers: tuple[float, ...]) -> tuple[float, ...]:
    """The numbers as they are sent: to a hundredth of a point."""
    return tuple(round(number, 2) for number in numbers)
