"""Makes `examples/formats/`: a response of `examples/` in each format that is read. `python -m tests.make_examples`.

The PDF needs LibreOffice; the other files are made in Python.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .asked import questions_of
from .conftest import EXAMPLES
from .make_docx import LAYOUTS, response
from .make_page import MARKDOWN, PAGES
from .make_pdf import FILES
from .make_table import csv_of, row_of, workbook_of

__all__ = ["FORMATS", "MADE"]

FORMATS = EXAMPLES / "formats"
_NAMES = ("tampere-2022", "medellin-2022")


def _texts() -> list[str]:
    return [(EXAMPLES / f"{name}.txt").read_text(encoding="utf-8") for name in _NAMES]


def _workbook() -> bytes:
    responses = [questions_of(text) for text in _texts()]
    headings = [q.heading for q in responses[0]]
    rows = [row_of(asked)[-len(headings) :] for asked in responses]
    return workbook_of([headings, *rows])


MADE: dict[str, Callable[[], str | bytes]] = {
    "tampere-2022.docx": lambda: response(_texts()[0], LAYOUTS["content controls"]),
    "tampere-2022.pdf": lambda: (FILES / "libreoffice-form.pdf").read_bytes(),
    "tampere-2022.html": lambda: PAGES["plain"](_texts()[0]),
    "tampere-2022.md": lambda: MARKDOWN["converted"](_texts()[0]),
    "responses-2022.csv": lambda: csv_of(_texts()),
    "responses-2022.xlsx": _workbook,
}
"""Each file and how it is made."""


def main() -> None:
    """Makes all files."""
    FORMATS.mkdir(exist_ok=True)
    for name, make in MADE.items():
        made = make()
        Path(FORMATS / name).write_bytes(made.encode() if isinstance(made, str) else made)


if __name__ == "__main__":
    main()
