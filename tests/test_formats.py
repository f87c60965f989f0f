"""One response, whatever its format, layout and way of writing: the same facts, and the same privacy.

`LGQ_EVERY_LAYOUT=1 pytest tests/test_formats.py` tries each rewrite in each layout with each response; without it each
rewrite meets one layout of each format and one response.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import product
from pathlib import Path

import pytest

from lgq_graph.iri import city_key
from lgq_graph.pipeline import Built, build_response, build_responses
from lgq_graph.read import extensions
from lgq_graph.read.txt import read_text

from .conftest import EXAMPLES, ROOT
from .make_docx import LAYOUTS, response
from .make_page import MARKDOWN, PAGES
from .make_print import PRINTS
from .make_table import DELIMITED, WORKBOOKS
from .rewrites import REWRITES, Rewrite
from .test_metamorphic import Facts, facts_of

FILES = sorted((EXAMPLES / "formats").iterdir())
OF_TOOLS = sorted(
    file
    for file in (ROOT / "tests" / "data" / "files").iterdir()
    if file.name != "README.md" and "right-to-left" not in file.name
)
"""Responses as browsers, word processors and converters wrote them."""
STEMS = {"fi-tampere": "tampere-2022", "co-medellin": "medellin-2022"}
TEXTS = {stem: (EXAMPLES / f"{stem}.txt").read_text(encoding="utf-8") for stem in STEMS.values()}


def wrapped(text: str, width: int) -> str:
    """As mail and printable versions are: no line is longer, but for addresses."""
    fill = partial(textwrap.fill, width=width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(fill, text.split("\n")))


MADE: dict[str, Mapping[str, Callable[[str], str | bytes]]] = {
    ".docx": {name: lambda text, layout=layout: response(text, layout) for name, layout in LAYOUTS.items()},
    ".pdf": PRINTS,
    ".html": PAGES,
    ".md": MARKDOWN,
    ".csv": DELIMITED,
    ".xlsx": WORKBOOKS,
    ".txt": {f"wrapped at {width}": lambda text, width=width: wrapped(text, width) for width in (72, 98)},
}
"""For each format its layouts, by name."""

NOT_CARRIED = {
    # a colour is a mark of last resort: what it implies is told, and the state stays unknown
    "colours": {"answers"},
    # LibreOffice does not write which boxes of its controls are ticked
    "libreoffice-writer-tampere.html": {"answers"},
}
"""The kinds of facts that a layout or a file cannot carry, and why."""

UNWRITTEN = {
    # a text without a place to break is cut in the midst of its words
    (".pdf", "non-breaking spaces"),
    # where a line is a paragraph, only a writer breaks it
    *((ending, rewrite) for ending in MADE for rewrite in REWRITES if rewrite.startswith("broken at")),
}
"""The rewrites that a format cannot show, and why."""


@cache
def said(stem: str) -> Facts:
    """The facts of the text."""
    return facts_of(build_response(read_text(TEXTS[stem].encode(), f"{stem}.txt")))


def differences(stem: str, found: Facts) -> dict[str, tuple[list[str], list[str]]]:
    """What is no longer said, and what is said instead, by the kind of fact."""
    return {
        kind: (sorted(map(str, facts - found[kind])), sorted(map(str, found[kind] - facts)))
        for kind, facts in said(stem).items()
        if found[kind] != facts
    }


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


@pytest.mark.parametrize("path", [*FILES, *OF_TOOLS], ids=lambda path: path.name)
def test_a_file_says_what_the_text_says(path: Path) -> None:
    """The same entities, links, goals, laws, partners, numbers and answers, whoever made the file."""
    for built in build_responses(path):
        found = differences(STEMS[city_key(built.response.city)], facts_of(built))
        assert found.keys() == NOT_CARRIED.get(path.name, set())


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Format, layout, rewrite and response: all, or a layout and a response in turn for each rewrite in each format."""
    for ending, layouts in MADE.items():
        pairs = list(product(layouts, TEXTS))
        for layout, stem in pairs:
            yield ending, layout, AS_IT_IS, stem
        written = [rewrite for rewrite in REWRITES if (ending, rewrite) not in UNWRITTEN]
        for place, rewrite in enumerate(written):
            for layout, stem in pairs if EVERY else [pairs[(place * STEP) % len(pairs)]]:
                yield ending, layout, rewrite, stem


AS_IT_IS, STEP = "as it is", 5
EVERY = "LGQ_EVERY_LAYOUT" in os.environ


def written(ending: str, layout: str, change: Rewrite, stem: str) -> bytes:
    """The file of a rewritten response."""
    made = MADE[ending][layout](change.change(TEXTS[stem]))
    return made.encode(change.encoding) if isinstance(made, str) else made


@pytest.mark.parametrize(("ending", "layout", "rewrite", "stem"), list(cases()))
def test_a_rewrite_in_a_format_is_the_rewrite_in_text(
    ending: str, layout: str, rewrite: str, stem: str, tmp_path: Path
) -> None:
    """However a response is written and laid out, it gives every fact of its text and no more."""
    change = REWRITES.get(rewrite, Rewrite())
    made = written(ending, layout, change, stem)
    if rewrite != AS_IT_IS and made == written(ending, layout, Rewrite(), stem):
        return  # nothing of the rewrite is seen in this layout, which has a case of its own as it is
    file = tmp_path / f"response{ending}"
    file.write_bytes(made)
    (built,) = build_responses(file)
    found = differences(stem, facts_of(built))
    lost = change.differs | NOT_CARRIED.get(layout, set())
    assert {kind: found[kind] for kind in found.keys() - lost} == {}


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
