"""A response as the tables, pages and Markdown that cities and form services make of it.

Knows nothing of the package: questions are found by their running numbers, as in `rewrites`.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import openpyxl

__all__ = ["PAGES", "TABLES", "Asked", "csv_of", "markdown_of", "questions_of", "row_of", "workbook_of"]

_SECTION = re.compile(r"[IVX]{1,4}\. |Contact information|Is there legislation|THANK YOU")
_BOX = re.compile(r"([☒☐]) (.*)")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_ITEM = re.compile(r"[•-] (.*)")
FURNITURE = ("ID", "Start time", "Completion time", "Email", "Name")
SERVICE = ("7", "2023-06-14 10:02:11", "2023-06-14 10:43:19", "someone.else@example.org", "Filled In By")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as printed, without its number and its required mark, and what stands under it."""

    number: int
    heading: str
    lines: tuple[str, ...]

    @property
    def options(self) -> tuple[tuple[bool, str], ...]:
        """Its options, and whether each is ticked."""
        found = filter(None, map(_BOX.fullmatch, self.lines))
        return tuple((box[1] == "☒", box[2]) for box in found)

    @property
    def cell(self) -> str:
        """The answer as a form service writes it in a cell."""
        ticked = [label for chosen, label in self.options if chosen]
        if self.options:
            return "".join(f"{label};" for label in ticked) if len(self.options) > 3 else "".join(ticked)
        return "\n".join(self.lines)


def questions_of(text: str) -> list[Asked]:
    """The questions of a printed response."""
    starts, place = [], 0
    while found := re.compile(rf"(?m)^{len(starts) + 1}\. ").search(text, place):
        starts.append(found.start())
        place = found.end()
    pieces = (text[a:b].strip().split("\n") for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return [_asked(number, *lines) for number, lines in enumerate(pieces, 1)]


def _asked(number: int, heading: str, *lines: str) -> Asked:
    said = [line for line in lines if line.strip()]
    if number == 20:  # without its number it is known by the words of the form alone
        heading = "20. Please check whichever applies to the municipal e-Government strategy or equivalent"
    end = next((place for place, line in enumerate(said) if _SECTION.match(line)), len(said))
    return Asked(number, heading.partition(". ")[2].removesuffix(" *"), tuple(said[:end]))


# --- tables -------------------------------------------------------------------------------------------------------


def _header(asked: Iterable[Asked]) -> list[str]:
    """The names of columns: a repeated one gets a number, as a table in a workbook must have it."""
    names: list[str] = list(FURNITURE)
    for question in asked:
        times = sum(re.sub(r"\d+$", "", name) == question.heading for name in names)
        names.append(f"{question.heading}{times + 1}" if times else question.heading)
    return names


def row_of(asked: Iterable[Asked]) -> list[str]:
    """The cells of a response behind those of the service."""
    return [*SERVICE, *(question.cell for question in asked)]


def csv_of(texts: Sequence[str], delimiter: str = ",", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """The responses as a form service exports them."""
    responses = [questions_of(text) for text in texts]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
    writer.writerows([_header(responses[0]), *map(row_of, responses)])
    return file.getvalue().encode(encoding)


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
    return workbook_of([[f"{q.number}. {q.heading}\n" for q in asked], [q.cell for q in asked]])


def _form(text: str) -> bytes:
    rows = [[f"{q.number}. {q.heading}", "\n".join(q.lines)] for q in questions_of(text)]
    return workbook_of([["LGQ 2022"], ["Question", "Answer"], *rows])


def _form_with_numbers_apart(text: str) -> bytes:
    rows = [[q.number, q.heading, "\n".join(q.lines), ""] for q in questions_of(text)]
    return workbook_of([["No.", "Question", "Answer", "Comment"], *rows])


def _form_with_option_rows(text: str) -> bytes:
    rows: list[list[str]] = []
    for q in questions_of(text):
        heading = f"{q.number}. {q.heading}"
        if q.options:
            rows += [[heading, ""], *([label, "x" if chosen else "☐"] for chosen, label in q.options)]
        else:
            rows.append([heading, "\n".join(q.lines)])
    return workbook_of(rows)


def _pasted(text: str) -> bytes:
    return workbook_of([[line] for line in text.split("\n")])


TABLES: dict[str, Callable[[str], bytes]] = {
    "export.xlsx": _export,
    "titled.xlsx": _export_under_a_title,
    "numbered.xlsx": _numbered_export,
    "form.xlsx": _form,
    "numbers-apart.xlsx": _form_with_numbers_apart,
    "option-rows.xlsx": _form_with_option_rows,
    "pasted.xlsx": _pasted,
    "comma.csv": lambda text: csv_of([text]),
    "semicolon.csv": lambda text: csv_of([text], ";", "utf-8-sig"),
    "tab.tsv": lambda text: csv_of([text], "\t", "utf-16"),
    "pipe.csv": lambda text: csv_of([text], "|", "utf-8", "\n"),
}
"""Layouts of a table by the name of a file."""


# --- pages and Markdown -------------------------------------------------------------------------------------------


def _linked(line: str, form: str) -> str:
    escaped = html.escape(line, quote=False)
    return _LINK.sub(form, escaped)


def _paragraphs(q: Asked) -> str:
    return "\n".join(f"<p>{_linked(line, _A)}</p>" for line in q.lines if not _BOX.fullmatch(line))


_A = r'<a href="\2">\1</a>'


def _plain_page(text: str) -> bytes:
    parts = [f"<h3>{q.number}. {q.heading}</h3>{_items(q)}" for q in questions_of(text)]
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body>{''.join(parts)}</body></html>"
    return page.encode()


def _items(q: Asked) -> str:
    boxes = "".join(
        f"<label><input type=checkbox {'checked' if chosen else ''}> {html.escape(label)}</label><br>"
        for chosen, label in q.options
    )
    body, inside = "", False
    for line in q.lines:
        item = _ITEM.fullmatch(line)
        if _BOX.fullmatch(line):
            continue
        body += "<ul>" * (bool(item) and not inside) + "</ul>" * (inside and not item)
        inside = bool(item)
        body += f"<li>{_linked(item[1], _A)}</li>" if item else f"<p>{_linked(line, _A)}</p>"
    return boxes + body + "</ul>" * inside


def _service_page(text: str) -> bytes:
    """Ordinals, titles, boxes and options each in elements of their own; answers in areas of text."""
    parts = []
    for q in questions_of(text):
        options = "".join(
            f'<div class=choice><div><span role=radio aria-checked="{str(chosen).lower()}"><input type=radio></span></div>'
            f"<div><span>{html.escape(label)}</span></div></div>"
            for chosen, label in q.options
        )
        lines = [line for line in q.lines if not _BOX.fullmatch(line)]
        area = f"<textarea readonly>{html.escape(chr(10).join(lines))}</textarea>" if lines else ""
        title = (
            f"<span>{q.number}.</span><span>{html.escape(q.heading)}</span><span aria-hidden=true>*</span>"
        )
        parts.append(f"<div role=listitem><div><div>{title}</div></div>{options}{area}</div>")
    furniture = (
        "<nav>Home</nav><button>Print</button><script>var x = '1. City name';</script><style>.a{}</style>"
    )
    return f"<html><body>{furniture}<div role=list>{''.join(parts)}</div><footer>Privacy</footer></body></html>".encode()


def _table_page(text: str) -> bytes:
    rows = "".join(
        f"<tr><td><b>{q.number}. {html.escape(q.heading)}</b></td><td>{_items(q)}</td></tr>"
        for q in questions_of(text)
    )
    return f"<meta charset=utf-8><table>{rows}</table>".encode()


def markdown_of(text: str) -> bytes:
    """The response in Markdown, as a converter writes it."""
    parts = []
    for q in questions_of(text):
        lines = (_BOX.sub(_task, line).replace("• ", "- ") for line in q.lines)
        parts.append(f"## {q.number}. {q.heading} \\*\n\n" + "\n".join(_spaced(lines)))
    return "\n\n".join(parts).encode()


def _task(box: re.Match[str]) -> str:
    return f"- [{'x' if box[1] == '☒' else ' '}] {box[2]}"


def _spaced(lines: Iterable[str]) -> list[str]:
    return [line if line.startswith("- ") else f"\n{line}\n" for line in lines]


PAGES: dict[str, Callable[[str], bytes]] = {
    "plain.html": _plain_page,
    "service.htm": _service_page,
    "table.html": _table_page,
    "response.md": markdown_of,
}
"""Layouts of a page by the name of a file."""
