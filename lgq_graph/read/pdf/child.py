"""What stands on the pages of a PDF, told by pdfium, as JSON: run as a program, in a process of its own.

Why a process: pdfium is not thread-safe, has no time limit, and a hostile file may make it loop, eat memory or crash.
The parent kills it; the limits on memory and processor time are its own. Nothing of the package is imported here, so
that it starts in a tenth of a second.

In: the file, on the standard input. Out, one JSON value a line: first `{"pages": n}` or `{"error": code}`, then a frame
for each direction of the text on each page. A frame is turned so that its text runs to the right, and y grows downwards
from the top of the page. Letters come as words in the order of sight, from left to right, whatever the script.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

__all__: list[str] = []

MAX_PAGES, MAX_LETTERS, MAX_SHAPES = 500, 1_000_000, 20_000
MEMORY, SECONDS = 3 << 29, 60

_FORMAT, _PASSWORD, _SECURITY = 3, 4, 5
_XFA = 2
_GAP, _RISE = 0.15, 0.1
_COLOURFUL = 70
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_PATH, _IMAGE, _FORM = 2, 3, 5
_DEPTH = 4
_HIDDEN = 1 << 1 | 1 << 5
_FREE_TEXT, _LINK, _HIGHLIGHT, _STRIKE_OUT, _WIDGET = 3, 2, 9, 12, 20
_KINDS = {2: "check", 3: "radio", 4: "choice", 5: "choice", 6: "text"}
_PASSWORD_FIELD, _MULTI_LINE = 1 << 13, 1 << 12

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


Box = tuple[float, float, float, float]
"""Left, top, right, bottom in a frame; or left, bottom, right, top as pdfium gives it."""


def main() -> None:
    """Reads the file and writes what stands in it."""
    _limit()
    data = sys.stdin.buffer.read()
    import pypdfium2.raw as pdfium  # only now, that the limits hold for it

    global raw
    raw = pdfium
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(2, None, None, 0))
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        _say({"error": _reason(raw.FPDF_GetLastError())})
        return
    pages = raw.FPDF_GetPageCount(document)
    if pages > MAX_PAGES:
        _say({"error": "pages", "pages": pages})
        return
    _say({"pages": pages, "xfa": raw.FPDF_GetFormType(document) == _XFA})
    filling = raw.FPDF_FORMFILLINFO(version=2)  # pdfium keeps a pointer to it
    form = raw.FPDFDOC_InitFormFillEnvironment(document, filling)
    letters = 0
    for number in range(pages):
        page = raw.FPDF_LoadPage(document, number)
        if not page:
            _say({"error": "page", "page": number + 1})
            return
        for frame in Page(document, page, form, number).frames():
            letters += sum(len(word[0]) for word in frame["words"])
            _say(frame)
        raw.FPDF_ClosePage(page)
        if letters > MAX_LETTERS:
            _say({"error": "letters"})
            return


raw: Any = None


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")


def _reason(code: int) -> str:
    return {_PASSWORD: "password", _SECURITY: "security"}.get(code, "format")


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


class Page:
    """One page: its letters by direction, and what else stands there."""

    def __init__(self, document: Any, page: Any, form: Any, number: int) -> None:
        self.document, self.page, self.form, self.number = document, page, form, number
        self.box = _bounds(page)
        self.styles: dict[int, tuple[Style, int | None]] = {}

    def frames(self) -> Iterator[dict[str, Any]]:
        """A frame for each direction; the one with most letters first, with the fields and the lines drawn."""
        annotations = list(self.annotations())
        links = [(box, value) for kind, box, value in annotations if kind == "link"]
        found = self.letters(links)
        order = sorted(found, key=lambda quarter: -len(found[quarter])) or [0]
        for place, quarter in enumerate(order):
            turn = Turn(quarter, self.box)
            frame = self.frame(turn, found[quarter] if found else [])
            if place == 0:
                frame["fields"] = [
                    [kind, *_rounded(turn.rectangle(box)), value]
                    for kind, box, value in annotations
                    if kind != "link"
                ]
                shapes, pictures = self.drawn()
                frame["shapes"] = [[*_rounded(turn.rectangle(box)), *paint] for box, *paint in shapes]
                frame["pictures"] = pictures / max(1.0, turn.width * turn.height)
            yield frame

    def frame(self, turn: Turn, letters: list[Letter]) -> dict[str, Any]:
        words = [_word(letters) for letters in _runs(letters)]
        return {"page": self.number, "width": turn.width, "height": turn.height, "words": words, "fields": [], "shapes": [], "pictures": 0.0}  # fmt: skip

    def letters(self, links: list[tuple[Box, str]]) -> dict[int, list[Letter]]:
        """The letters of the page by direction, in the order of the file; slanting ones are a watermark's."""
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
            link = next((url for area, url in links if _holds(area, middle)), "") if links else ""
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
            name = _string(
                lambda *to: raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(thing), *to)
            ).lower()
            bold = any(word in name for word in _HEAVY) or raw.FPDFTextObj_GetTextRenderMode(thing) == 2
            symbols = "wingdings" in name
            style = Style(abs(size) or 1.0, bold, _is_colourful(thing), symbols)
            self.styles[owner] = style, quarter
        return self.styles[owner]

    def annotations(self) -> Iterator[tuple[str, Box, Any]]:
        """The links, form fields, typed notes and markings: kind, place and value."""
        for index in range(min(raw.FPDFPage_GetAnnotCount(self.page), MAX_SHAPES)):
            note = raw.FPDFPage_GetAnnot(self.page, index)
            box = raw.FS_RECTF()
            if note and raw.FPDFAnnot_GetRect(note, box) and not raw.FPDFAnnot_GetFlags(note) & _HIDDEN:
                area = tuple(sorted((box.left, box.right))), tuple(sorted((box.bottom, box.top)))
                place = area[0][0], area[1][0], area[0][1], area[1][1]
                yield from self.annotation(note, place)
            raw.FPDFPage_CloseAnnot(note)

    def annotation(self, note: Any, place: Box) -> Iterator[tuple[str, Box, Any]]:
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == _LINK and (url := self.target(note)):
            yield "link", place, url
        elif kind == _FREE_TEXT:
            yield "typed", place, _string16(lambda *to: raw.FPDFAnnot_GetStringValue(note, b"Contents", *to))
        elif kind in (_HIGHLIGHT, _STRIKE_OUT):
            yield ("stressed" if kind == _HIGHLIGHT else "struck"), place, ""
        elif kind == _WIDGET:
            yield from self.field(note, place)

    def target(self, note: Any) -> str:
        """Where a link leads, when out of the document."""
        action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(note))
        if not action:
            return ""
        return _string(lambda *to: raw.FPDFAction_GetURIPath(self.document, action, *to)).strip()

    def field(self, note: Any, place: Box) -> Iterator[tuple[str, Box, Any]]:
        kind = _KINDS.get(raw.FPDFAnnot_GetFormFieldType(self.form, note))
        flags = raw.FPDFAnnot_GetFormFieldFlags(self.form, note)
        if kind in ("check", "radio"):
            yield kind, place, self.is_checked(note, kind)
        elif kind and not (kind == "text" and flags & _PASSWORD_FIELD):
            several = kind == "text" and flags & _MULTI_LINE
            yield ("area" if several else "text"), place, self.value(note)

    def is_checked(self, note: Any, kind: str) -> bool:
        """Whether a box shows a tick, also where the name of its state is not that of its picture, as LibreOffice writes it."""
        state = _string16(lambda *to: raw.FPDFAnnot_GetStringValue(note, b"AS", *to))
        if not state and kind == "check":
            state = _string16(lambda *to: raw.FPDFAnnot_GetFormFieldValue(self.form, note, *to))
        return bool(raw.FPDFAnnot_IsChecked(self.form, note)) or state not in ("", "Off")

    def value(self, note: Any) -> str:
        """The words in a field, or the options chosen in a list."""
        form = self.form
        chosen = [
            _string16(lambda *to, option=option: raw.FPDFAnnot_GetOptionLabel(form, note, option, *to))
            for option in range(min(raw.FPDFAnnot_GetOptionCount(form, note), 500))
            if raw.FPDFAnnot_IsOptionSelected(form, note, option)
        ]
        return "; ".join(chosen) or _string16(lambda *to: raw.FPDFAnnot_GetFormFieldValue(form, note, *to))

    def drawn(self) -> tuple[list[list[Any]], float]:
        """What is drawn: place, colour of the filling (-1 without one) and of the line; and the area of pictures."""
        shapes, pictures = list[Any](), 0.0
        for thing, kind, box in _things(self.page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _DEPTH):
            if kind == _IMAGE:
                pictures += (box[2] - box[0]) * (box[3] - box[1])
            elif len(shapes) < MAX_SHAPES:
                shapes.append((box, *_paint(thing)))
        return shapes, pictures


def _bounds(page: Any) -> Box:
    """What is seen of a page, before it is turned."""
    edges = [ctypes.c_float() for _ in range(4)]
    if raw.FPDFPage_GetCropBox(page, *edges) or raw.FPDFPage_GetMediaBox(page, *edges):
        x0, y0, x1, y1 = (edge.value for edge in edges)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    size = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    width, height = reversed(size) if raw.FPDFPage_GetRotation(page) % 2 else size
    return 0.0, 0.0, width, height


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
            yield from ((part, kind, _mapped(matrix, box)) for part, kind, box in inner)


def _mapped(m: Any, box: Box) -> Box:
    xs = [m.a * x + m.c * y + m.e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [m.b * x + m.d * y + m.f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def _paint(thing: Any) -> tuple[int, int]:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, mode, stroke)
    fill = _colour(raw.FPDFPageObj_GetFillColor, thing) if mode.value else -1
    return fill, _colour(raw.FPDFPageObj_GetStrokeColor, thing) if stroke.value else -1


def _colour(get: Any, thing: Any) -> int:
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    return r.value << 16 | g.value << 8 | b.value if get(thing, r, g, b, a) and a.value else -1


def _is_colourful(thing: Any) -> bool:
    colour = _colour(raw.FPDFPageObj_GetFillColor, thing)
    parts = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return colour >= 0 and max(parts) - min(parts) > _COLOURFUL


def _character(code: int, symbols: bool) -> str:
    if symbols and code & 0xFF in _WINGDINGS and (code < 0x100 or 0xF000 <= code <= 0xF0FF):
        return _WINGDINGS[code & 0xFF]
    return _SYMBOLS.get(code) or chr(code)


def _runs(letters: list[Letter]) -> Iterator[list[Letter]]:
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
    """A word as it is sent: text, left, right, baseline, size, bold, colour, link."""
    run = sorted(run, key=lambda letter: letter.x0 + letter.x1)
    style = run[0].style
    text = "".join(letter.text for letter in run)
    x0, x1 = min(letter.x0 for letter in run), max(letter.x1 for letter in run)
    return [text, *_rounded((x0, x1, run[0].y, style.size)), int(style.bold), int(style.colour), run[0].link]


def _holds(area: Box, point: tuple[float, float]) -> bool:
    return area[0] <= point[0] <= area[2] and area[1] <= point[1] <= area[3]


def _rounded(numbers: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(number, 2) for number in numbers)


def _string(call: Callable[..., int]) -> str:
    """The text that a function of pdfium gives in bytes: it is asked for the length first."""
    length = call(None, 0)
    buffer = ctypes.create_string_buffer(length)
    call(buffer, length)
    return buffer.raw[:length].rstrip(b"\0").decode("utf-8", "replace")


def _string16(call: Callable[..., int]) -> str:
    """The same for functions that give UTF-16."""
    length = call(None, 0)
    buffer = ctypes.create_string_buffer(length + 2)
    call(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")


if __name__ == "__main__":
    main()
