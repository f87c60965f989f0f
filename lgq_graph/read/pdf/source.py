"""The bytes of a PDF → its pages, read by pdfium in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import InputError
from .frames import page_of
from .page import Page

__all__ = ["lines_in", "pages_of"]

SECONDS = 60
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from child import main; main()"
"""The program: the folder `child` beside this file, as a package of its own, so that nothing above it is imported."""
_FOLDER = str(Path(__file__).parent)
_LOOKS_FOR_HEADER, _LOOKS_FOR_END = 1024, 8192
_REFUSED = {
    "password": ("the file is protected with a password", "save it without a password"),
    "security": ("the file is protected in a way that cannot be read", "save it without protection"),
    "format": ("the file is no PDF, or damaged", "export the response again, or send it as .docx"),
    "pages": ("the file has {pages} pages, more than a response has", "give one response per file"),
    "page": ("page {page} is damaged", "export the response again, or send it as .docx"),
    "letters": ("the file has more text than a response has", "give one response per file"),
}
_TOO_LONG = f"the file takes more than {SECONDS} seconds to read"
_CRASHED = "the file cannot be read: it is damaged, or takes too much memory"
_AGAIN = "print it to a new PDF, or send the response as .docx"


def pages_of(data: bytes, name: str) -> tuple[Page, ...]:
    """What stands on the pages; InputError when the file is protected, damaged, or too large in any way."""
    if b"%PDF-" not in data[:_LOOKS_FOR_HEADER]:
        raise InputError("this is no PDF, whatever its name says", file=name, hint="check what the file is")
    if b"%%EOF" not in data[-_LOOKS_FOR_END:]:
        raise InputError("the end of the file is missing", file=name, hint="download or export it again")
    frames = _told(data, name, "frames")
    head = next(frames)
    pages = tuple(page_of(frame) for frame in frames)
    if head["xfa"] and sum(len(page.words) for page in pages) < 150:
        message = "the form in the file is of a kind that only Adobe's reader shows (XFA)"
        raise InputError(message, file=name, hint="open it there and print it to a new PDF")
    return pages


def lines_in(data: bytes, name: str) -> Iterator[dict[str, Any]]:
    """All text in the file, shown or not, as `child.whole` tells it."""
    return _told(data, name, "whole")


def _told(data: bytes, name: str, what: str) -> Iterator[dict[str, Any]]:
    """What the child tells of a file."""
    try:
        child = subprocess.run(
            [sys.executable, "-P", "-c", _CHILD, _FOLDER, what],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(_TOO_LONG, file=name, hint=_AGAIN) from error
    told = [json.loads(line) for line in child.stdout.splitlines()] if child.returncode == 0 else []
    for value in told:
        if "error" in value:
            message, hint = _REFUSED[value["error"]]
            raise InputError(message.format_map(value), file=name, hint=hint)
    if not told:
        raise InputError(_CRASHED, file=name, hint=_AGAIN)
    yield from told
