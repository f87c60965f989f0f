"""A response as a file many times as long, of the same format, for what grows with length.

    python benchmarks/longer.py FILE TIMES TARGET

Texts, pages and documents hold their content again and again, tables their rows.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["LONGER"]


def _text(source: Path, times: int, target: Path) -> None:
    target.write_bytes(b"\n".join([source.read_bytes()] * times))


def _page(source: Path, times: int, target: Path) -> None:
    head, begin, rest = source.read_text(encoding="utf-8").partition("<body")
    body, end, tail = rest.rpartition("</body>")
    opened, _, body = body.partition(">")
    target.write_text(head + begin + opened + ">" + body * times + end + tail, encoding="utf-8")


def _delimited(source: Path, times: int, target: Path) -> None:
    head, _, rows = source.read_bytes().partition(b"\r\n")
    target.write_bytes(head + b"\r\n" + rows * times)


def _workbook(source: Path, times: int, target: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(source)
    for sheet in book:
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        for row in rows * (times - 1):
            sheet.append(row)
    book.save(target)


def _document(source: Path, times: int, target: Path) -> None:
    import docx

    document = docx.Document(str(source))
    content = [element for element in document.element.body if not element.tag.endswith("}sectPr")]
    for _ in range(times - 1):
        for element in content:
            content[-1].addnext(copy.deepcopy(element))
    document.save(str(target))


def _print(source: Path, times: int, target: Path) -> None:
    import pypdfium2

    merged = pypdfium2.PdfDocument.new()
    for _ in range(times):
        merged.import_pages(pypdfium2.PdfDocument(source))
    merged.save(target)


LONGER: dict[str, Callable[[Path, int, Path], None]] = {
    ".txt": _text,
    ".md": _text,
    ".html": _page,
    ".csv": _delimited,
    ".xlsx": _workbook,
    ".docx": _document,
    ".pdf": _print,
}
"""What writes a longer file, by the ending of its name."""


if __name__ == "__main__":
    file, times, target = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    LONGER[file.suffix](file, times, target)
