"""What is laid over a page: links, fields of forms, typed notes and markings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .drawn import MAX_SHAPES
from .geometry import Box
from .pdfium import raw
from .strings import string, string16

__all__ = ["Notes"]

_HIDDEN = 1 << 1 | 1 << 5
_FREE_TEXT, _LINK, _HIGHLIGHT, _STRIKE_OUT, _WIDGET = 3, 2, 9, 12, 20
_KINDS = {2: "check", 3: "radio", 4: "choice", 5: "choice", 6: "text"}
_PASSWORD_FIELD, _MULTI_LINE = 1 << 13, 1 << 12


Note = tuple[str, Box, Any]
"""Kind, place and value."""


class Notes:
    """The links, form fields, typed notes and markings of a page that are shown."""

    def __init__(self, document: Any, page: Any, form: Any) -> None:
        self.document, self.page, self.form = document, page, form

    def __iter__(self) -> Iterator[Note]:
        for index in range(min(raw.FPDFPage_GetAnnotCount(self.page), MAX_SHAPES)):
            note = raw.FPDFPage_GetAnnot(self.page, index)
            box = raw.FS_RECTF()
            if note and raw.FPDFAnnot_GetRect(note, box) and not raw.FPDFAnnot_GetFlags(note) & _HIDDEN:
                area = tuple(sorted((box.left, box.right))), tuple(sorted((box.bottom, box.top)))
                place = area[0][0], area[1][0], area[0][1], area[1][1]
                yield from self._told(note, place)
            raw.FPDFPage_CloseAnnot(note)

    def _told(self, note: Any, place: Box) -> Iterator[Note]:
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == _LINK and (url := self._target(note)):
            yield "link", place, url
        elif kind == _FREE_TEXT:
            yield "typed", place, string16(lambda *to: raw.FPDFAnnot_GetStringValue(note, b"Contents", *to))
        elif kind in (_HIGHLIGHT, _STRIKE_OUT):
            yield ("stressed" if kind == _HIGHLIGHT else "struck"), place, ""
        elif kind == _WIDGET:
            yield from self._field(note, place)

    def _target(self, note: Any) -> str:
        """Where a link leads, when out of the document."""
        action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(note))
        if not action:
            return ""
        return string(lambda *to: raw.FPDFAction_GetURIPath(self.document, action, *to)).strip()

    def _field(self, note: Any, place: Box) -> Iterator[Note]:
        kind = _KINDS.get(raw.FPDFAnnot_GetFormFieldType(self.form, note))
        flags = raw.FPDFAnnot_GetFormFieldFlags(self.form, note)
        if kind in ("check", "radio"):
            yield kind, place, self._is_checked(note, kind)
        elif kind and not (kind == "text" and flags & _PASSWORD_FIELD):
            several = kind == "text" and flags & _MULTI_LINE
            yield ("area" if several else "text"), place, self._value(note)

    def _is_checked(self, note: Any, kind: str) -> bool:
        """Whether a box shows a tick, also where the name of its state is not that of its picture, as LibreOffice writes it."""
        state = string16(lambda *to: raw.FPDFAnnot_GetStringValue(note, b"AS", *to))
        if not state and kind == "check":
            state = string16(lambda *to: raw.FPDFAnnot_GetFormFieldValue(self.form, note, *to))
        return bool(raw.FPDFAnnot_IsChecked(self.form, note)) or state not in ("", "Off")

    def _value(self, note: Any) -> str:
        """The words in a field, or the options chosen in a list."""
        form = self.form
        chosen = [
            string16(lambda *to, option=option: raw.FPDFAnnot_GetOptionLabel(form, note, option, *to))
            for option in range(min(raw.FPDFAnnot_GetOptionCount(form, note), 500))
            if raw.FPDFAnnot_IsOptionSelected(form, note, option)
        ]
        return "; ".join(chosen) or string16(lambda *to: raw.FPDFAnnot_GetFormFieldValue(form, note, *to))
