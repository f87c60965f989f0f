"""Tests of `lgq_graph.read.wrapped`: which lines of a wrapped text are one paragraph."""

from __future__ import annotations

import textwrap

import pytest

from lgq_graph.read.wrapped import unwrapped

SAID = " ".join(
    [
        "The town keeps a desk at which riders ask for a place in a shed, pay the fee of the year and tell of thefts."
    ]
    * 8
)


def mail(*paragraphs: str, width: int = 72) -> list[str]:
    """Paragraphs as a mail has them, behind one that is long."""
    fill = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False).wrap
    return [line for paragraph in (SAID, *paragraphs) for line in [*fill(paragraph), ""]]


APART = [
    ["Yes", "The desk is open."],
    ["- a desk for the bicycles of those who come to the town by rail each", "- a shed"],
    ["1. a desk for the bicycles of those who come to the town by rail each", "2. a shed"],
    ["( ) a desk for the bicycles of those who come to the town by rail each", "( X ) a shed"],
    ["Does the town keep a desk for those who come to it by rail each day? *", "Norwood"],
    ["The desk is for those who come to the town by rail each day of a week.", "Budget: 3 million"],
    ["https://norwood.example/desk – the desk of those who come by rail (rail)", "https://b.example – B"],
    ["Desk | for those who come to the town by rail each day of the week now", "| Shed | none"],
]


@pytest.mark.parametrize("lines", APART)
def test_what_begins_anew_stays_apart(lines: list[str]) -> None:
    """A short line, items, boxes, a question and its answer, labels and rows."""
    assert [line for _, line in unwrapped(mail() + lines)][-len(lines) :] == lines


JOINED = [
    f"- Bike Desk: {SAID}",
    "The desk of the town, its shed and all that goes with it are found here: https://norwood.example/desk and there",
    "The desk, the shed and the bicycles of the town are in line with target 11.2. More of them are in line with SDG 12.",
    "The desk is open to all who live here – and to those who work in the town – but the shed is open to members alone.",
]


@pytest.mark.parametrize("width", [60, 72, 98])
@pytest.mark.parametrize("paragraph", JOINED)
def test_full_lines_are_one_paragraph(paragraph: str, width: int) -> None:
    """Over items, addresses, numbers and dashes, whatever the width; a paragraph has the number of its first line."""
    found = list(unwrapped(mail(paragraph, width=width)))
    assert [line for _, line in found] == [SAID, paragraph]
    assert found[1][0] == mail(width=width).index("") + 2


def test_a_text_that_was_not_wrapped_stays_in_lines() -> None:
    """Lines of a form with a long paragraph, and short lines that hardly ever fill the longest."""
    form = ["City name of the town that answers, as it is written in its own tongue", "Norwood", SAID]
    assert [line for _, line in unwrapped(form)] == form
    names = [f"Norwood Desk of the Bicycles of the Town in the Year {n} and Later" for n in range(30)]
    assert [line for _, line in unwrapped(names)] == names
