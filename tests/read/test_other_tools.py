"""Files that tools of others made of the examples: the facts of their texts. `tests/data/files/README.md` says which tools."""

from __future__ import annotations

from functools import cache

import pytest

from lgq_graph.iri import city_key
from lgq_graph.pipeline import build_response, build_responses
from lgq_graph.read.txt import read_text

from ..conftest import EXAMPLES, ROOT
from ..rewrites import REWRITES
from ..test_metamorphic import Facts, facts_of

FILES = ROOT / "tests" / "data" / "files"
STEMS = {"fi-tampere": "tampere-2022", "co-medellin": "medellin-2022"}

HELD = {
    "libreoffice-tracked-tampere.pdf": "deleted words are printed struck out, and say nothing",
    "libreoffice-cut-table-tampere.pdf": "page breaks cut rows of a table",
    "libreoffice-sublists-tampere.pdf": "the bullet is the letter o, and the lines below it hang under it",
    "weasyprint-justified-tampere.pdf": "narrow justified lines with hyphens, some within addresses",
    "weasyprint-columns-medellin.pdf": "three columns, whose headings stand between the lines of others",
    "wkhtmltopdf-medellin.pdf": "the links of broken addresses cover whole lines",
    "qpdf-flat-medellin.pdf": "a flattened form: its ticks are drawn, and fill their boxes",
    "reportlab-medellin.pdf": "full lines that begin with a number of the sentence",
    "docx-js-headings-tampere.docx": "counted headings, a table of contents, content controls",
    "docx-js-tracked-medellin.docx": "tracked changes, comments, header and footer",
    "chromium-form-tampere.mhtml": "a live form in a web archive: boxes by role, text areas that a script filled",
    "single-file-form-medellin.html": "the same as one file",
    "turndown-tampere.md": "addresses that are links to themselves",
}
"""Files with one response, and what is particular in them."""

TABLES = {
    "google-forms.csv": "options that commas join",
    "pandas-transposed.csv": "a row for each question, those of the service among them",
    "two-headers.csv": "a column for each option, named in a second header",
    "unicode-text.csv": "UTF-16 with tabs",
    "exceljs.xlsx": "a streamed workbook",
}
"""Files with both responses, of which the marks are known better than in the text."""


@cache
def said(stem: str, rewrite: str) -> Facts:
    """The facts of the text, its links as they are or rewritten."""
    text = (EXAMPLES / f"{stem}.txt").read_text(encoding="utf-8")
    data = REWRITES[rewrite](text) if rewrite else text.encode()
    return facts_of(build_response(read_text(data, f"{stem}.txt")))


def differing(found: Facts, stem: str) -> set[str]:
    """The projections that differ, from the text or from that with its links written out."""
    ways = (said(stem, ""), said(stem, "links out of Markdown"))
    return min(({kind for kind in way if found[kind] != way[kind]} for way in ways), key=len)


@pytest.mark.parametrize("name", HELD)
def test_a_file_of_another_tool_says_what_its_text_says(name: str) -> None:
    """The same entities, links, goals, laws, partners, numbers and answers."""
    (built,) = build_responses(FILES / name)
    assert differing(facts_of(built), STEMS[city_key(built.response.city)]) == set(), HELD[name]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_another_tool_says_what_its_texts_say(name: str) -> None:
    """Both responses, with no mark unknown where the text has one."""
    first, second = build_responses(FILES / name)
    for built in (first, second):
        stem = STEMS[city_key(built.response.city)]
        assert differing(facts_of(built), stem) <= {"answers"}, TABLES[name]
        told = {(a.question, m.option, m.state) for a in built.response.answers for m in a.marks}
        text = build_response(read_text((EXAMPLES / f"{stem}.txt").read_bytes(), "x.txt"))
        marks = {(a.question, m.option, m.state) for a in text.response.answers for m in a.marks}
        assert {mark for mark in marks if mark[2] == "selected"} <= told, TABLES[name]
