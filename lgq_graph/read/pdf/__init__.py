"""PDF: what stands on the pages, as lines in the order in which they are read.

`source` has the pages read by pdfium in a process of its own, `frames` and `boxes` make words of what it tells, `lines`
puts words on lines, `furniture` drops what belongs to the paper, `regions` finds columns and tables, `paragraphs` joins
wrapped lines, `text` mends what was broken, `bidi` turns right-to-left scripts into the order of speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import InputError
from ...model import Document
from ..lines import blocks_of
from .page import Page
from .render import lines_of
from .source import pages_of

__all__ = ["READS", "read_pdf"]

_SCANNED = "there is no text in the file: its pages are pictures, as a scan gives them"
_SCANNED_HINT = "send the Word file, or have the text recognised (OCR) first"
_FEW_WORDS, _PICTURE = 5, 0.5


def read_pdf(data: bytes, name: str) -> Document:
    """The lines of a PDF in reading order: paragraphs, rows of tables, fields and options with their boxes.

    InputError, with what to do, when the file is protected, damaged, too large, or has no text.
    """
    pages = pages_of(data, name)
    if _is_scanned(pages):
        raise InputError(_SCANNED, file=name, hint=_SCANNED_HINT)
    blocks = tuple(
        block
        for number, (text, look) in enumerate(lines_of(pages), start=1)
        for block in blocks_of(text, number, look)
    )
    return Document(name, blocks)


def _is_scanned(pages: Sequence[Page]) -> bool:
    """Whether hardly a word stands on the pages: none, or but a stamp or a number on pictures."""
    words = sum(len(page.words) for page in pages)
    pictures = sum(page.pictures > _PICTURE for page in pages)
    return words == 0 or (words <= _FEW_WORDS * len(pages) and 2 * pictures >= len(pages))


def _documents(data: bytes, name: str) -> tuple[Document, ...]:
    return (read_pdf(data, name),)


READS = {".pdf": _documents}
