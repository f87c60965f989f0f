"""A file → all its text, line by line, shown or not: each letter that pdfium knows, each field and note, each property."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from .geometry import Box, bounds_of
from .letters import MAX_LETTERS
from .notes import Notes
from .pdfium import raw
from .strings import string16

__all__ = ["told"]

_PROPERTIES = (b"Title", b"Author", b"Subject", b"Keywords", b"Creator", b"Producer")
_EDGE, _SLANT = 28.0, 0.06
_LINE_ENDS = (10, 13)
_HIDDEN = 1 << 1 | 1 << 5
_FREE_TEXT, _WIDGET = 3, 20
_READ = (_FREE_TEXT, _WIDGET)
_NOTES = {2: "where a link leads"}
_OUTSIDE, _SLANTING = "outside the paper", "slanting, as a watermark is"

Told = dict[str, Any]


def told(data: bytes) -> Iterator[Told]:
    """The lines of the pages with what stands over them, then the properties of the file."""
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(2, None, None, 0))
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    filling = raw.FPDF_FORMFILLINFO(version=2)  # pdfium keeps a pointer to it
    form = raw.FPDFDOC_InitFormFillEnvironment(document, filling)
    for number in range(raw.FPDF_GetPageCount(document)):
        page = raw.FPDF_LoadPage(document, number)
        if page:
            for line in (*_lines(page), *_over(document, page, form)):
                yield {"page": number, "hyphen": "", "reason": "", "share": -1.0, "edge": False} | line
            raw.FPDF_ClosePage(page)
    for name in _PROPERTIES:
        text = string16(lambda *to, name=name: raw.FPDF_GetMetaText(document, name, *to))
        yield {"page": -1, "text": text, "hyphen": "", "reason": "property", "share": -1.0, "edge": False}


def _lines(page: Any) -> Iterator[Told]:
    """The letters of a page up to each end of a line, those that are not shown apart."""
    text, box = raw.FPDFText_LoadPage(page), bounds_of(page)
    line: Told = {"text": "", "hyphen": ""}
    for index in range(min(raw.FPDFText_CountChars(text), MAX_LETTERS)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _LINE_ENDS:
            yield line
            line = {"text": "", "hyphen": ""}
        elif code and not 0xD800 <= code <= 0xDFFF and not _is_made(text, index):
            place = _place(text, index, box)
            if line["text"] and line["reason"] != place["reason"]:
                yield line
                line = {"text": "", "hyphen": ""}
            line |= {"reason": place["reason"]} if line["text"] else place
            hyphen = raw.FPDFText_IsHyphen(text, index) == 1
            line["hyphen" if hyphen else "text"] += "-" if hyphen else chr(code)
        elif code:
            line["text"] += " "
    yield line
    raw.FPDFText_ClosePage(text)


def _is_made(text: Any, index: int) -> bool:
    """Whether pdfium made a letter, as it does the space between two words that stand apart."""
    return bool(raw.FPDFText_IsGenerated(text, index) == 1)


def _place(text: Any, index: int, box: Box) -> Told:
    """Where a letter stands, and why it is not shown."""
    x, y = ctypes.c_double(), ctypes.c_double()
    area = raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    raw.FPDFText_GetLooseCharBox(text, index, area)
    left, bottom, right, top = box
    across, up = (area.left + area.right) / 2, (area.bottom + area.top) / 2
    quarter = raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
    within = left <= across <= right and bottom <= up <= top
    reason = "" if within else _OUTSIDE
    if abs(quarter - round(quarter)) >= _SLANT:
        reason = _SLANTING
    share = (top - y.value) / max(1.0, top - bottom)
    edge = min(top - y.value, y.value - bottom) < _EDGE
    return {"reason": reason, "share": share, "edge": edge}


def _over(document: Any, page: Any, form: Any) -> Iterator[Told]:
    """The values of fields and typed notes that are shown, and the words of all other notes."""
    for kind, _, value in Notes(document, page, form):
        if kind in ("text", "area", "typed"):
            yield {"text": value}
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        kind, hidden = raw.FPDFAnnot_GetSubtype(note), raw.FPDFAnnot_GetFlags(note) & _HIDDEN
        if note and (hidden or kind not in _READ):
            text = string16(lambda *to, note=note: raw.FPDFAnnot_GetStringValue(note, b"Contents", *to))
            yield {"text": text, "reason": "hidden note" if hidden else _NOTES.get(kind, "comment")}
        if note and hidden and kind == _WIDGET:
            text = string16(lambda *to, note=note: raw.FPDFAnnot_GetFormFieldValue(form, note, *to))
            yield {"text": text, "reason": "hidden field"}
        raw.FPDFPage_CloseAnnot(note)
