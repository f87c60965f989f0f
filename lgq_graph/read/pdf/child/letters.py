"""The letters of a page by direction, and the words that they make."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .drawn import is_colourful
from .geometry import Box, Turn, holds, rounded
from .pdfium import raw
from .strings import string

__all__ = ["MAX_LETTERS", "Letter", "Letters", "words_of"]

MAX_LETTERS = 1_000_000
_GAP, _RISE = 0.15, 0.1
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")

# What the symbol fonts of word processors show, by their codes; a private-use character is a code plus U+F000.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "☐",
    0xB7: "•", 0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF06F: "☐", 0xF071: "☐", 0xF0A8: "☐", 0xF0FE: "☑", 0xF0FD: "☒", 0xF0FC: "✓", 0xF02D: "-",
    0x274F: "☐", 0x2750: "☐", 0x2751: "☐", 0x2752: "☐", 0x274D: "○", 0x02: "-", 0x2010: "-",
}  # fmt: skip


class Letter(NamedTuple):
    """One character: where it begins and ends along its line, its baseline, and the look of its text."""

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    link: str


class Style(NamedTuple):
    """How a stretch of text is set: its size, whether it is bold, whether in colour, whether its font is of symbols."""

    size: float
    bold: bool
    colour: bool
    symbols: bool


class Letters:
    """The letters of a page; those of one stretch of text have one style."""

    def __init__(self, page: Any, box: Box) -> None:
        self.page, self.box = page, box
        self.styles: dict[int, tuple[Style, int | None]] = {}

    def by_direction(self, links: list[tuple[Box, str]]) -> dict[int, list[Letter]]:
        """The letters by the quarter turn of their direction, in the order of the file; slanting ones are a watermark's."""
        found: dict[int, list[Letter]] = defaultdict(list)
        turns = [Turn(quarter, self.box) for quarter in range(4)]
        text = raw.FPDFText_LoadPage(self.page)
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        left, bottom, right, top = self.box
        for index in range(min(raw.FPDFText_CountChars(text), MAX_LETTERS)):
            owner = ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value
            code = raw.FPDFText_GetUnicode(text, index)
            if owner is None or code in (0, 10, 13) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                continue
            style, quarter = self.style(text, index, owner)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetLooseCharBox(text, index, box)
            middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            if quarter is None or not (left <= middle[0] <= right and bottom <= middle[1] <= top):
                continue
            x0, _, x1, _ = turns[quarter].rectangle((box.left, box.bottom, box.right, box.top))
            _, base = turns[quarter].point(x.value, y.value)
            link = next((url for area, url in links if holds(area, middle)), "") if links else ""
            found[quarter].append(Letter(_character(code, style.symbols), x0, x1, base, style, link))
        raw.FPDFText_ClosePage(text)
        return found

    def style(self, text: Any, index: int, owner: int) -> tuple[Style, int | None]:
        """The style of a letter and the quarter turn of its direction, None when it slants; one for each stretch of text."""
        if owner not in self.styles:
            thing = raw.FPDFText_GetTextObject(text, index)
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text, index, matrix)
            size = raw.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
            slant = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
            quarter = round(slant) % 4 if abs(slant - round(slant)) < 0.06 else None
            name = string(
                lambda *to: raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(thing), *to)
            ).lower()
            bold = any(word in name for word in _HEAVY) or raw.FPDFTextObj_GetTextRenderMode(thing) == 2
            symbols = "wingdings" in name
            style = Style(abs(size) or 1.0, bold, is_colourful(thing), symbols)
            self.styles[owner] = style, quarter
        return self.styles[owner]


def _character(code: int, symbols: bool) -> str:
    if symbols and code & 0xFF in _WINGDINGS and (code < 0x100 or 0xF000 <= code <= 0xF0FF):
        return _WINGDINGS[code & 0xFF]
    return _SYMBOLS.get(code) or chr(code)


def words_of(letters: Sequence[Letter]) -> list[list[Any]]:
    """The words of letters in the order of the file, as they are sent: text, left, right, baseline, size, bold, colour, link."""
    return [_word(run) for run in _runs(letters)]


def _runs(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters that stand side by side, as words: of one style, one link, without a space."""
    run: list[Letter] = []
    for letter in letters:
        if letter.text.isspace():
            if run:
                yield run
            run = []
            continue
        if run and not _touch(run, letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _touch(run: list[Letter], letter: Letter) -> bool:
    last, size = run[-1], letter.style.size
    if letter.style != last.style or letter.link != last.link or abs(letter.y - last.y) > _RISE * size:
        return False
    after, before = letter.x0 - last.x1, last.x0 - letter.x1
    return (
        -_GAP * size * 2 < after < _GAP * size
        or -_GAP * size * 2 < before < _GAP * size
        or letter.x0 == last.x0
    )


def _word(run: list[Letter]) -> list[Any]:
    run = sorted(run, key=lambda letter: letter.x0 + letter.x1)
    style = run[0].style
    text = "".join(letter.text for letter in run)
    x0, x1 = min(letter.x0 for letter in run), max(letter.x1 for letter in run)
    return [text, *rounded((x0, x1, run[0].y, style.size)), int(style.bold), int(style.colour), run[0].link]
