"""Tick boxes and bullets that are drawn and not written, as browsers print them: they become words.

A box is empty when it has but a rim, and ticked when it is filled or something is drawn or written in it; where a page
has no empty one, nothing is told of a filled one, which may be a bullet, unless slanting strokes cross it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .page import Box, Shape, Word

__all__ = ["with_drawn"]

_SMALLEST, _LARGEST, _SQUARE = 5.5, 24.0, 1.4
_DOT = 1.5
_BESIDE = 32.0
_INNER, _UNEVEN, _DARK, _LIGHT = 0.75, 0.12, 150, 235
_TICKS = frozenset("xX✓✔✗✘☒☑•●■✕×")
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Shapes within one another: a box with what is in it."""

    box: Box
    parts: tuple[Shape, ...]


def with_drawn(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Word]:
    """The words, with a glyph for each box and bullet that is drawn beside words."""
    small = [shape for shape in shapes if _is_small(shape.box)]
    if not small or len(small) > _MOST:
        return list(words)
    tall = _by_height(words)
    dots = [s for s in small if max(s.box.width, s.box.height) < _SMALLEST and not _in_larger(s, small)]
    bullets = [_glyph("•" if dot.fill >= 0 else "–", dot.box, tall, bullet=True) for dot in dots]
    inner, rest = _ticked_by_letter(words, small)
    drawn = list(_nested([s for s in small if s not in dots]))
    states = [(one, _state(one, inner)) for one in drawn if not _touches(one, drawn)]
    if not any(state is False for _, state in states):
        states = [(one, state) for one, state in states if any(part.slants for part in one.parts)]
    glyphs = [_glyph("☒" if state else "☐", one.box, tall) for one, state in states if state is not None]
    return [*(rest if states else words), *filter(None, [*bullets, *glyphs])]


def _is_small(box: Box) -> bool:
    low, high = sorted((box.width, box.height))
    return low >= _DOT and high <= _LARGEST and high <= _SQUARE * low


def _in_larger(shape: Shape, small: Sequence[Shape]) -> bool:
    x, y = _middle(shape.box)
    return any(s.box.width > shape.box.width * 1.1 and s.box.holds(x, y) for s in small)


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _nested(shapes: Sequence[Shape]) -> Iterator[_Drawn]:
    """Shapes that lie on one another, the largest first."""
    left = sorted(shapes, key=lambda shape: -shape.box.width)
    while left:
        box = left[0].box
        parts = tuple(shape for shape in left if box.holds(*_middle(shape.box)))
        left = [shape for shape in left[1:] if shape not in parts]
        if max(box.width, box.height) >= _SMALLEST:
            yield _Drawn(box, parts or (Shape(box, -1, 0),))


def _touches(one: _Drawn, drawn: Sequence[_Drawn]) -> bool:
    """Whether a box is the cell of a grid."""
    box = one.box
    return any(
        other is not one
        and min(abs(box.x1 - other.box.x0), abs(box.x0 - other.box.x1)) < 1
        and abs(box.y0 - other.box.y0) < 1
        for other in drawn
    )


def _state(one: _Drawn, inner: Sequence[Word]) -> bool | None:
    """Whether a box is ticked; None when it cannot be told."""
    if any(_inside(word, one.box) for word in inner):
        return True
    marks = [s for s in one.parts if s.slants or not _is_rim(s.box, one.box) or _lightness(s.fill) < _DARK]
    if any(_lightness(s.fill) < _DARK or 0 <= _lightness(s.line) < _DARK for s in marks):
        return True
    return False if not marks and all(_lightness(s.fill) > _LIGHT for s in one.parts) else None


def _is_rim(inner: Box, outer: Box) -> bool:
    """Whether something drawn in a box leaves as much free on each side, as a second rim does and a tick does not."""
    if inner.width < _INNER * outer.width:
        return False
    free = inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1
    return max(free) - min(free) < _UNEVEN * outer.width


def _lightness(colour: int) -> float:
    """From black, 0, to white, 255; what has no colour lets the paper through."""
    if colour < 0:
        return 256
    return 0.3 * (colour >> 16 & 255) + 0.59 * (colour >> 8 & 255) + 0.11 * (colour & 255)


def _inside(word: Word, box: Box) -> bool:
    return box.holds((word.x0 + word.x1) / 2, word.y - 0.3 * word.size)


def _ticked_by_letter(words: Sequence[Word], small: Sequence[Shape]) -> tuple[list[Word], list[Word]]:
    """The crosses and ticks that are written into a box, and the other words."""
    inner = [w for w in words if w.text in _TICKS and any(_inside(w, shape.box) for shape in small)]
    return inner, [word for word in words if word not in inner] if inner else list(words)


def _by_height(words: Sequence[Word]) -> dict[int, list[Word]]:
    """The words by the height of their middle, in steps of ten points."""
    found: dict[int, list[Word]] = {}
    for word in words:
        found.setdefault(int((word.y - 0.3 * word.size) // 10), []).append(word)
    return found


def _glyph(glyph: str, box: Box, tall: dict[int, list[Word]], *, bullet: bool = False) -> Word | None:
    """A glyph on the line of the words beside a box: after it, or, of a box, before it too."""
    _, y = _middle(box)
    near = [
        word
        for step in (-1, 0, 1)
        for word in tall.get(int(y // 10) + step, [])
        if word.y - word.size < y < word.y + 0.25 * word.size
    ]
    after = [word for word in near if 0 <= word.x0 - box.x1 < _BESIDE]
    before = [word for word in near if 0 <= box.x0 - word.x1 < _BESIDE]
    beside = min(after, key=lambda w: w.x0, default=None) or (
        None if bullet else max(before, key=lambda w: w.x1, default=None)
    )
    if beside is None or (bullet and (before or any(_inside(w, box) for w in near))):
        return None
    return replace(
        beside, text=glyph, x0=box.x0, x1=box.x1, rank=-1, link="", whole=False, dressed=False, struck=False
    )
