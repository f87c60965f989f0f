"""What pdfium tells of a page → words: fields and drawn boxes among them, each with how it is set off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from .boxes import with_drawn
from .page import Box, Page, Shape, Word

__all__ = ["page_of"]

_FIELD_SIZE, _MIDDLE = 11.0, 0.35
_THIN, _TALLEST, _COVERED = 2.5, 1.8, 0.6
_COLOURFUL = 70
_STEP, _MOST = 20, 40
_RIM = 3.0

Note = tuple[str, Box, Any]
"""Kind, place and value of a field or a marking."""


def page_of(frame: dict[str, Any]) -> Page:
    """The page of a frame as the child sends it."""
    shapes = tuple(Shape(Box(*values[:4]), *values[4:]) for values in frame["shapes"])
    notes = [(kind, Box(*place), value) for kind, *place, value in frame["fields"]]
    words = _dressed([_word(rank, *values) for rank, values in enumerate(frame["words"])], notes, shapes)
    boxed = [box for kind, box, _ in notes if kind in ("check", "radio")]
    words = with_drawn(words, [shape for shape in shapes if not _behind(shape.box, boxed)])
    words += [word for kind, box, value in notes for word in _field(kind, box, value)]
    return Page(frame["page"], frame["width"], frame["height"], tuple(words), shapes, frame["pictures"])


def _behind(shape: Box, boxes: Sequence[Box]) -> bool:
    """Whether what is drawn is but the picture of a field."""
    x, y = (shape.x0 + shape.x1) / 2, (shape.y0 + shape.y1) / 2
    return any(box.x0 - _RIM <= x <= box.x1 + _RIM and box.y0 - _RIM <= y <= box.y1 + _RIM for box in boxes)


def _word(
    rank: int, text: str, x0: float, x1: float, y: float, size: float, bold: int, colour: int, link: str
) -> Word:
    return Word(text, x0, x1, y, size, rank, bool(bold or (colour and not link)), link=link)


def _field(kind: str, box: Box, value: Any) -> Iterator[Word]:
    """A box as its glyph; a value as one word, on the line of the words beside it or from the top of its field."""
    size = min(box.height, _FIELD_SIZE)
    middle = (box.y0 + box.y1) / 2 + _MIDDLE * size
    if kind in ("check", "radio"):
        yield Word("☒" if value else "☐", box.x0, box.x1, middle, size)
    elif kind in ("text", "area", "typed") and (text := _lines(value)):
        one = box.height < 2 * size or (kind == "text" and "\n" not in text)
        yield Word(text, box.x0, box.x1, middle if one else box.y0 + size, size, whole=True)


def _lines(value: str) -> str:
    return "\n".join(filter(None, map(str.strip, value.replace("\r", "\n").split("\n"))))


def _dressed(words: list[Word], notes: Sequence[Note], shapes: Sequence[Shape]) -> list[Word]:
    """The words, set off or struck out where something is drawn over them."""
    stressed = [box for kind, box, _ in notes if kind == "stressed"]
    stressed += [shape.box for shape in shapes if _is_highlight(shape)]
    struck = [box for kind, box, _ in notes if kind == "struck"]
    lines = [shape.box for shape in shapes if shape.box.height < _THIN < shape.box.width]
    if not (stressed or struck or lines):
        return words
    over, through, across = _by_height(stressed), _by_height(struck), _by_height(lines)
    return [
        replace(
            word,
            dressed=word.dressed or _covered(word, over),
            struck=_covered(word, through) or _crossed(word, across),
        )
        for word in words
    ]


def _is_highlight(shape: Shape) -> bool:
    parts = shape.fill >> 16 & 255, shape.fill >> 8 & 255, shape.fill & 255
    return shape.fill >= 0 and max(parts) - min(parts) > _COLOURFUL and _THIN < shape.box.height < _STEP


def _by_height(boxes: Sequence[Box]) -> dict[int, list[Box]]:
    """Boxes by their height on the page, in steps; what is more than a few in one is a drawing and not a mark."""
    found: dict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        found[int((box.y0 + box.y1) / 2 // _STEP)].append(box)
    return {step: some for step, some in found.items() if len(some) <= _MOST}


def _near(word: Word, boxes: dict[int, list[Box]]) -> Iterator[Box]:
    step = int((word.y - 0.3 * word.size) // _STEP)
    for place in (step - 1, step, step + 1):
        yield from boxes.get(place, ())


def _covered(word: Word, boxes: dict[int, list[Box]]) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.size
    return any(box.holds(x, y) and box.height < _TALLEST * word.size for box in _near(word, boxes))


def _crossed(word: Word, boxes: dict[int, list[Box]]) -> bool:
    """Whether a line runs through the middle of the letters."""
    low, high = word.y - 0.45 * word.size, word.y - 0.12 * word.size
    return any(
        low < (box.y0 + box.y1) / 2 < high
        and min(box.x1, word.x1) - max(box.x0, word.x0) > _COVERED * (word.x1 - word.x0)
        for box in _near(word, boxes)
    )
