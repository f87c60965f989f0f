"""Tests of the reader of Markdown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.errors import InputError
from lgq_graph.model import Block, Look, MarkState
from lgq_graph.read.markdown import READS


def blocks(text: str) -> tuple[Block, ...]:
    return READS[".md"](text.encode(), "x.md")[0].blocks


def lines(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_headings_and_numbers() -> None:
    """Headings lose their signs, a question keeps its number though lists count by themselves, escapes go."""
    text = "# LGQ\n\n## 1. City \\*\n\nLakeview\n\n2. Country *\nFinland\n\n9. CIO?\n\n**10. Name \\***\n\nPortal\n---\n"
    assert lines(text) == [
        "LGQ",
        "1. City *",
        "Lakeview",
        "2. Country *",
        "Finland",
        "9. CIO?",
        "10. Name *",
        "Portal",
    ]


def test_tasks_and_looks() -> None:
    """Tasks are boxes; an option that is emphasised or struck out as a whole has that look."""
    found = blocks("- [x] Yes\n- [ ] No\n\n**Yes**\n\n~~No~~\n\nIt is **not** known.\n")
    assert [(block.text, block.mark) for block in found[:2]] == [
        ("• [x] Yes", MarkState.SELECTED), ("• [ ] No", MarkState.NOT_SELECTED)
    ]  # fmt: skip
    assert [(block.text, block.look) for block in found[2:]] == [
        ("Yes", Look.STRESSED), ("No", Look.STRUCK), ("It is not known.", Look.PLAIN)
    ]  # fmt: skip


def test_links() -> None:
    """Links stay as they are written, those by reference get their address, bare ones keep every sign; pictures are words."""
    text = "[A](https://a.example) <https://b.example> https://c.example/a_b_c [D][1] ![e](f.png)\n\n[1]: https://d.example\n"
    assert lines(text) == [
        "[A](https://a.example) https://b.example https://c.example/a_b_c [D](https://d.example) e"
    ]


def test_lists_tables_and_code() -> None:
    """Items have a bullet, a dash or their number, rows stand in a line, code and raw HTML are text."""
    text = "* a\n    * b\n    1. c\n\n| Name | Number |\n|---|---|\n| d | 1 |\n| e | 2 |\n\n```\ne *f*\n```\n\n<table><tr><td>g</td><td>h</td></tr></table>\n"
    assert lines(text) == ["• a", "– b", "1. c", "Name | Number", "d | 1", "e | 2", "e *f*", "g | h"]


def test_wrapped_paragraphs() -> None:
    """Lines that are full run on; short ones, and lines of a text that was never wrapped, stay apart."""
    wrapped = "\n".join(("word " * 14).strip() for _ in range(3)) + " and\nthe end\n\nYes\nNo\n"
    assert lines(wrapped) == [("word " * 42).strip() + " and the end", "Yes", "No"]
    assert lines("Portal A: https://a.example\nPortal B: https://b.example\n") == [
        "Portal A: https://a.example", "Portal B: https://b.example"
    ]  # fmt: skip


def test_line_numbers() -> None:
    """A block tells where it stands in the file."""
    found = blocks("# A\n\nb\nc\n\n- d\n\n  e\n\n|f|g|\n|-|-|\n|h|i|\n")
    assert [(block.text, block.line) for block in found[:5]] == [
        ("A", 1), ("b", 3), ("c", 4), ("• d", 6), ("e", 8)
    ]  # fmt: skip
    assert [block.line for block in found] == sorted({block.line for block in found})


def test_nothing_written() -> None:
    """A file of marks alone is refused, and one that is too large to be a response."""
    for text in ("***\n", "<!-- x -->", "a " * 100_001):
        with pytest.raises(InputError):
            blocks(text)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "*a ",
        "`a",
        "<a",
        "](",
        "> ",
        "- ",
        "|a",
        "_a ",
        "~~a ",
        "[a](((",
        "\\",
        "<!--",
        "|a|b|\n|-|-|\n",
    ],
)
def test_hostile_marks(piece: str) -> None:
    """Tens of thousands of any mark are read or refused in bounded time."""
    start = time.process_time()
    try:
        blocks(piece * (40_000 // len(piece)))
    except InputError as error:
        assert error.hint
    assert time.process_time() - start < 20


PIECES = [
    "# ",
    "- ",
    "1. ",
    *"[](|`<!_\\\n ",
    "https://a.example",
    "**",
    "~~",
    "```\n",
    "\n\n",
    "a",
    "|-|-|\n",
    "<table>",
    "    ",
    "[1]: u\n",
    "---\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    """Blocks are stripped and in order; nothing but an InputError is raised."""
    try:
        found = blocks("".join(pieces))
    except InputError:
        return
    assert all(block.text and block.text == block.text.strip() for block in found)
    assert [block.line for block in found] == sorted(block.line for block in found)
