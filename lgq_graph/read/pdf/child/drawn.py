"""What is drawn on a page: paths with their colours, and the area of pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from .geometry import Box, mapped
from .pdfium import raw

__all__ = ["MAX_SHAPES", "drawn_on", "is_colourful"]

MAX_SHAPES = 20_000
_COLOURFUL = 70
_PATH, _IMAGE, _FORM = 2, 3, 5
_DEPTH = 4
_LINE_TO, _MOST_STROKES, _LEVEL = 0, 12, 0.25


def drawn_on(page: Any) -> tuple[list[list[Any]], float]:
    """What is drawn: place, colour of the filling (-1 without one) and of the line, whether it slants; and the area of
    pictures."""
    shapes, pictures = list[Any](), 0.0
    for thing, kind, box in _things(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _DEPTH):
        if kind == _IMAGE:
            pictures += (box[2] - box[0]) * (box[3] - box[1])
        elif len(shapes) < MAX_SHAPES:
            shapes.append((box, *_paint(thing), _slants(thing)))
    return shapes, pictures


def _things(holder: Any, count: Any, get: Any, depth: int) -> Iterator[tuple[Any, int, Box]]:
    """The paths and images of a page, those in its forms too, each with its place."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count(holder)):
        thing = get(holder, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind in (_PATH, _IMAGE) and raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            yield thing, kind, (left.value, bottom.value, right.value, top.value)
        elif kind == _FORM and depth:
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(thing, matrix)
            inner = _things(thing, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, depth - 1)
            yield from ((part, kind, mapped(matrix, box)) for part, kind, box in inner)


def _paint(thing: Any) -> tuple[int, int]:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, mode, stroke)
    fill = _colour(raw.FPDFPageObj_GetFillColor, thing) if mode.value else -1
    return fill, _colour(raw.FPDFPageObj_GetStrokeColor, thing) if stroke.value else -1


def _slants(thing: Any) -> bool:
    """Whether a few strokes from one point to another, a cross or a tick, are neither level nor upright."""
    count = raw.FPDFPath_CountSegments(thing)
    if not 2 <= count <= _MOST_STROKES:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    points, slanting = list[tuple[float, float]](), False
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(thing, index)
        if raw.FPDFPathSegment_GetClose(segment):  # the rim of something
            return False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if index and raw.FPDFPathSegment_GetType(segment) == _LINE_TO:
            wide, high = sorted(abs(one - other) for one, other in zip(*points[-2:], strict=True))
            slanting |= wide > _LEVEL * high
    return slanting and points[0] != points[-1]


def _colour(get: Any, thing: Any) -> int:
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    return r.value << 16 | g.value << 8 | b.value if get(thing, r, g, b, a) and a.value else -1


def is_colourful(thing: Any) -> bool:
    """Whether something is filled with a colour that stands out."""
    colour = _colour(raw.FPDFPageObj_GetFillColor, thing)
    parts = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return colour >= 0 and max(parts) - min(parts) > _COLOURFUL
