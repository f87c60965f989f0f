"""A table of things in an answer: each row is told in a line, and its link is the link of its own thing, in every format."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape

import docx
import pytest

from lgq_graph.model import Document
from lgq_graph.pipeline import build_response
from lgq_graph.read.docx import READS as DOCX
from lgq_graph.read.html import READS as HTML
from lgq_graph.read.markdown import READS as MARKDOWN
from lgq_graph.read.pdf import READS as PDF
from lgq_graph.read.txt import READS as TXT

from ..make_print import table_in
from ..test_metamorphic import facts_of

BEFORE = ["1. City name *", "Tampere", "2. Country name *", "Finland",
          "4. Please provide links for portals with the following services or features:", "E-services or similar"]  # fmt: skip
AFTER = ["5. E-participation or similar:", "None.", "6. Open government data:", "None."]
Rows = list[list[str]]

LAKE, SOLAR, TREES = (f"https://services.example.com/{name}" for name in ("lake", "solar", "trees"))
WATER, ROOF, STREET = "Water at 30 beaches", "What a roof would yield", "Every tree of the streets"
TABLES: dict[str, Rows] = {
    "name, link": [["Lake Watch", LAKE], ["Solar Map", SOLAR], ["Tree Register", TREES]],
    "link, name": [[LAKE, "Lake Watch"], [SOLAR, "Solar Map"], [TREES, "Tree Register"]],
    "headings": [["Service", "Address"], ["Lake Watch", LAKE], ["Solar Map", SOLAR], ["Tree Register", TREES]],
    "description between": [["Lake Watch", WATER, LAKE], ["Solar Map", ROOF, SOLAR], ["Tree Register", STREET, TREES]],
    "description last": [["Lake Watch", LAKE, WATER], ["Solar Map", SOLAR, ROOF], ["Tree Register", TREES, STREET]],
    "link first": [[LAKE, "Lake Watch", WATER], [SOLAR, "Solar Map", ROOF], [TREES, "Tree Register", STREET]],
    "description first": [["Purpose", "Link", "Service"], [WATER, LAKE, "Lake Watch"], [ROOF, SOLAR, "Solar Map"],
                          [STREET, TREES, "Tree Register"]],
    "numbers": [["No.", "Service", "Link"], ["1", "Lake Watch", LAKE], ["2", "Solar Map", SOLAR], ["3", "Tree Register", TREES]],
    "numbers alone": [["1.", "Lake Watch", LAKE], ["2.", "Solar Map", SOLAR], ["3.", "Tree Register", TREES]],
    "figures": [["Service", "Users", "Link"], ["Lake Watch", "1,200", LAKE], ["Solar Map", "9,000", SOLAR],
                ["Tree Register", "300", TREES]],
    "one without": [["Service", "Link"], ["Lake Watch", LAKE], ["Solar Map", ""], ["Tree Register", TREES]],
    "goals": [[LAKE, "Lake Watch", "SDG 6"], [SOLAR, "Solar Map", "SDG 7"], [TREES, "Tree Register", "SDG 15"]],
}  # fmt: skip
IN_LINES: dict[str, Rows] = {
    "name and description": [[f"Lake Watch\n{WATER}.", LAKE], [f"Solar Map\n{ROOF}.", SOLAR], [f"Tree Register\n{STREET}.", TREES]],
    "beside the link": [[LAKE, f"Lake Watch\n{WATER}."], [SOLAR, f"Solar Map\n{ROOF}."], [TREES, f"Tree Register\n{STREET}."]],
    "two sentences": [["Lake Watch", f"{WATER}.\nOften.", LAKE], ["Solar Map", f"{ROOF}.\nIn euros.", SOLAR],
                      ["Tree Register", f"{STREET}.\nParks too.", TREES]],
}  # fmt: skip
"""Cells of several lines."""


def _word(rows: Rows) -> bytes:
    word = docx.Document()
    for line in BEFORE:
        word.add_paragraph(line)
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    for line in AFTER:
        word.add_paragraph(line)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _page(rows: Rows) -> bytes:
    cells = ("".join(f"<td>{escape(text)}".replace("\n", "<br>") for text in row) for row in rows)
    lines = ["".join(f"<p>{line}</p>" for line in some) for some in (BEFORE, AFTER)]
    return f"{lines[0]}<table>{''.join(f'<tr>{row}' for row in cells)}</table>{lines[1]}".encode()


def _markdown(rows: Rows) -> bytes:
    table = ["| " + " | ".join(row).replace("\n", "<br>") + " |" for row in rows]
    table.insert(1, "|---" * len(rows[0]) + "|")
    return "\n\n".join([*BEFORE, "\n".join(table), *AFTER]).encode()


def _text(rows: Rows) -> bytes:
    return "\n".join([*BEFORE, *map(" | ".join, rows), *AFTER]).encode()


MAKERS: dict[str, tuple[Callable[[Rows], bytes], Callable[[bytes, str], tuple[Document, ...]]]] = {
    "docx": (_word, DOCX[".docx"]),
    "html": (_page, HTML[".html"]),
    "pdf": (lambda rows: table_in(BEFORE, rows, AFTER), PDF[".pdf"]),
    "md": (_markdown, MARKDOWN[".md"]),
    "txt": (_text, TXT[".txt"]),
}
CASES = [(name, kind) for name in TABLES for kind in MAKERS]
CASES += [(name, kind) for name in IN_LINES for kind in ("docx", "html", "pdf")]


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_a_row_has_its_own_link(name: str, kind: str) -> None:
    """Wherever name and link stand in a row, and whatever stands beside them: no link goes to another row or to half a name."""
    rows = {**TABLES, **IN_LINES}[name]
    make, read = MAKERS[kind]
    (document,) = read(make(rows), f"x.{kind}")
    facts = facts_of(build_response(document))
    expected = {"lake watch": LAKE, "solar map": SOLAR, "tree register": TREES}
    written = {cell for row in rows for cell in row}
    links = {(name, link) for name, link in facts["links"] if "services" in link}
    assert links == {
        (name, link.removeprefix("https://")) for name, link in expected.items() if link in written
    }
    assert expected.keys() <= set(facts["entities"])
    assert [block.text for block in document.blocks][-len(AFTER) :] == AFTER
