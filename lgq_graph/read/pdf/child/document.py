"""A file → its pages, one after the other, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .letters import MAX_LETTERS
from .pages import frames_of
from .pdfium import raw

__all__ = ["told"]

MAX_PAGES = 500
_PASSWORD, _SECURITY = 4, 5
_XFA = 2


def told(data: bytes) -> Iterator[dict[str, Any]]:
    """What stands in a file, as it is sent; an error is the last."""
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(2, None, None, 0))
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    pages = raw.FPDF_GetPageCount(document) if document else 0
    if not document:
        yield {"error": _reason(raw.FPDF_GetLastError())}
    elif pages > MAX_PAGES:
        yield {"error": "pages", "pages": pages}
    else:
        yield {"pages": pages, "xfa": raw.FPDF_GetFormType(document) == _XFA}
        yield from _frames(document, pages)


def _frames(document: Any, pages: int) -> Iterator[dict[str, Any]]:
    filling = raw.FPDF_FORMFILLINFO(version=2)  # pdfium keeps a pointer to it
    form = raw.FPDFDOC_InitFormFillEnvironment(document, filling)
    letters = 0
    for number in range(pages):
        page = raw.FPDF_LoadPage(document, number)
        if not page:
            yield {"error": "page", "page": number + 1}
            return
        for frame in frames_of(document, page, form, number):
            letters += sum(len(word[0]) for word in frame["words"])
            yield frame
        raw.FPDF_ClosePage(page)
        if letters > MAX_LETTERS:
            yield {"error": "letters"}
            return


def _reason(code: int) -> str:
    return {_PASSWORD: "password", _SECURITY: "security"}.get(code, "format")
