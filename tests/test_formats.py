"""One response, whatever its format: the same facts, and the same privacy."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from lgq_graph.iri import city_key
from lgq_graph.pipeline import Built, build_response, build_responses
from lgq_graph.read import extensions
from lgq_graph.read.txt import read_text

from .conftest import EXAMPLES
from .rewrites import REWRITES
from .test_metamorphic import Facts, facts_of

FILES = sorted((EXAMPLES / "formats").iterdir())
STEMS = {"fi-tampere": "tampere-2022", "co-medellin": "medellin-2022"}
WRITES_LINKS_OUT = {".docx", ".pdf", ".html"}
"""Formats that keep the target of a link apart from its words; Markdown and cells keep the text as it is."""


@cache
def said(stem: str, links: str) -> Facts:
    """The facts of the text, its links as they are or written out."""
    text = (EXAMPLES / f"{stem}.txt").read_text(encoding="utf-8")
    data = REWRITES["links out of Markdown"](text) if links else text.encode()
    return facts_of(build_response(read_text(data, f"{stem}.txt")))


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def file(request: pytest.FixtureRequest) -> Path:
    """Each file of `examples/formats/`."""
    path: Path = request.param
    return path


def test_every_format_has_an_example() -> None:
    """An example for each kind of file that can be read, or for another with the same reader."""
    alike = {".text": ".txt", ".docm": ".docx", ".htm": ".html", ".xhtml": ".html", ".tsv": ".csv", ".xls": ".xlsx", ".mht": ".html", ".mhtml": ".html", ".xlsm": ".xlsx", ".markdown": ".md"}  # fmt: skip
    shown = {path.suffix for path in [*FILES, *EXAMPLES.glob("*.txt")]}
    assert {alike.get(ending, ending) for ending in extensions()} == shown


def test_a_format_says_what_the_text_says(file: Path) -> None:
    """The same entities, links, goals, laws, partners and numbers; a table alone tells which options were not chosen."""
    for built in build_responses(file):
        expected = said(
            STEMS[city_key(built.response.city)], "out" if file.suffix in WRITES_LINKS_OUT else ""
        )
        found = facts_of(built)
        differing = {kind for kind in expected if found[kind] != expected[kind]}
        assert differing <= ({"answers"} if file.suffix in (".csv", ".xlsx") else set()), file.name


def test_a_table_tells_what_was_not_chosen() -> None:
    """Each option of a choice that was answered is either selected or not: none is unknown."""
    first, _ = build_responses(EXAMPLES / "formats" / "responses-2022.csv")
    ticked = [answer for answer in first.response.answers if answer.marks]
    assert len(ticked) > 5
    for answer in ticked:
        asked = first.questionnaire.question(answer.question)
        assert {mark.option for mark in answer.marks} == {option.slug for option in asked.options}
        assert {mark.state.value for mark in answer.marks} <= {"selected", "not-selected"}
        assert any(mark.state.value == "selected" for mark in answer.marks)


def test_who_filled_in_the_form_stays_out(file: Path) -> None:
    """Neither the columns of the service nor the contact answers reach a literal of the graph."""
    for built in build_responses(file):
        public = "\n".join(_literals(built))
        assert "someone.else@example.org" not in public
        assert not re.search(r"[\w.]+@example\.org", public)
        assert "Filled In By" not in public


def _literals(built: Built) -> list[str]:
    return [str(quad.object) for quad in built.quads]
