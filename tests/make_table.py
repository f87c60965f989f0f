"""A response as the tables that form services and cities make of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

import openpyxl

from .asked import Asked, questions_of

__all__ = ["DELIMITED", "SERVICE", "WORKBOOKS", "cell_of", "csv_of", "row_of", "workbook_of"]

FURNITURE = ("ID", "Start time", "Completion time", "Email", "Name")
SERVICE = ("7", "2023-06-14 10:02:11", "2023-06-14 10:43:19", "someone.else@example.org", "Filled In By")


def cell_of(q: Asked) -> str:
    """An answer as a form service writes it in a cell: the options chosen, or the lines."""
    ticked = [label for chosen, label in q.options if chosen]
    if q.options:
        return "".join(f"{label};" for label in ticked) if len(q.options) > 3 else "".join(ticked)
    return "\n".join(q.lines)


def row_of(asked: Iterable[Asked]) -> list[str]:
    """The cells of a response behind those of the service."""
    return [*SERVICE, *map(cell_of, asked)]


def _header(asked: Iterable[Asked]) -> list[str]:
    """The names of columns: a repeated one gets a number, as a table in a workbook must have it."""
    names: list[str] = list(FURNITURE)
    for question in asked:
        times = sum(re.sub(r"\d+$", "", name) == question.heading for name in names)
        names.append(f"{question.heading}{times + 1}" if times else question.heading)
    return names


def csv_of(texts: Sequence[str], delimiter: str = ",", end: str = "\r\n") -> str:
    """The responses as a form service exports them."""
    responses = [questions_of(text) for text in texts]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
    writer.writerows([_header(responses[0]), *map(row_of, responses)])
    return file.getvalue()


def workbook_of(rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([value if value != "" else None for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _export(text: str) -> bytes:
    asked = questions_of(text)
    return workbook_of([_header(asked), row_of(asked)])


def _export_under_a_title(text: str) -> bytes:
    asked = questions_of(text)
    return workbook_of(
        [["Local Government Questionnaire"], [], ["Answers of 2022"], _header(asked), row_of(asked)]
    )


def _numbered_export(text: str) -> bytes:
    asked = questions_of(text)
    return workbook_of([[f"{q.title}\n" for q in asked], [cell_of(q) for q in asked]])


def _form(text: str) -> bytes:
    rows = [[q.title, "\n".join(q.lines)] for q in questions_of(text)]
    return workbook_of([["LGQ 2022"], ["Question", "Answer"], *rows])


def _form_with_numbers_apart(text: str) -> bytes:
    rows = [[q.label.strip("Q.)"), q.heading, "\n".join(q.lines), ""] for q in questions_of(text)]
    return workbook_of([["No.", "Question", "Answer", "Comment"], *rows])


def _form_with_option_rows(text: str) -> bytes:
    rows: list[list[str]] = []
    for q in questions_of(text):
        if q.options:
            rows += [[q.title, ""], *([label, "x" if chosen else "☐"] for chosen, label in q.options)]
        else:
            rows.append([q.title, "\n".join(q.lines)])
    return workbook_of(rows)


def _pasted(text: str) -> bytes:
    return workbook_of([[line] for line in text.split("\n")])


WORKBOOKS: dict[str, Callable[[str], bytes]] = {
    "export": _export,
    "titled": _export_under_a_title,
    "numbered": _numbered_export,
    "form": _form,
    "numbers apart": _form_with_numbers_apart,
    "option rows": _form_with_option_rows,
    "pasted": _pasted,
}
"""Layouts of a workbook by name."""

DELIMITED: dict[str, Callable[[str], str | bytes]] = {
    "comma": lambda text: csv_of([text]),
    "semicolon": lambda text: csv_of([text], ";").encode("utf-8-sig"),
    "tab": lambda text: csv_of([text], "\t").encode("utf-16"),
    "pipe": lambda text: csv_of([text], "|", "\n"),
}
"""Layouts of delimited text by name; those that are bytes have an encoding of their own."""
