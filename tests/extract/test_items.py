"""Segments: list items in every style, and the prose around them."""

from __future__ import annotations

import time

import pytest

from lgq_graph.extract.items import SegmentKind, find_segments, markers

STYLES = [
    "1. Alpha\n2. Beta\n3. Gamma",
    "1) Alpha\n2) Beta\n3) Gamma",
    "(1) Alpha\n(2) Beta\n(3) Gamma",
    "a) Alpha\nb) Beta\nc) Gamma",
    "a. Alpha\nb. Beta\nc. Gamma",
    "i) Alpha\nii) Beta\niii) Gamma",
    "• Alpha\n• Beta\n• Gamma",
    "- Alpha\n- Beta\n- Gamma",
    "– Alpha\n– Beta\n– Gamma",
    "* Alpha\n* Beta\n* Gamma",
    "① Alpha\n② Beta\n③ Gamma",
    "1.Alpha\n2.Beta\n3.Gamma",
    "1.- Alpha\n2.- Beta\n3.- Gamma",
    "1.) Alpha\n2.) Beta\n3.) Gamma",
    "a.) Alpha\nb.) Beta\nc.) Gamma",
    "1.- Alpha 2.- Beta 3.- Gamma",
    "1. Alpha 2. Beta 3. Gamma",
    "(i) Alpha (ii) Beta (iii) Gamma",
    "• Alpha • Beta • Gamma",
    "a) Alpha, b) Beta and c) Gamma",
]


@pytest.mark.parametrize("text", STYLES)
def test_every_style_of_list_gives_its_items(text: str) -> None:
    """Three items, whatever marks them."""
    items = [segment.span.of(text).rstrip(", ").removesuffix(" and") for segment in find_segments(text)]
    assert items == ["Alpha", "Beta", "Gamma"]
    assert all(segment.kind is SegmentKind.ITEM for segment in find_segments(text))


def test_items_run_together_after_prose_are_found() -> None:
    """A number that ends a sentence before a marker is no marker."""
    text = "For example: 1. Alpha: answers within 30 days. 2. Beta: open since 2. Gamma."
    assert [s.span.of(text) for s in find_segments(text)] == [
        "For example:",
        "Alpha: answers within 30 days.",
        "Beta: open since 2. Gamma.",
    ]


@pytest.mark.parametrize(
    "text", ["25.326 is an act.", "2022. We began.", "Version 2.0 is out", "In 2021 1. was tried"]
)
def test_a_lone_number_is_no_list(text: str) -> None:
    """One number, however it is written, opens no list inside a sentence."""
    assert len(find_segments(text)) == 1


def test_lines_after_an_item_follow_the_habit_of_the_list() -> None:
    """Where items have a second line the last one has it too, and the closing paragraph stays prose."""
    text = "1. Alpha\nhttps://a.example\n2. Beta\nhttps://b.example\nWe also have more."
    assert [(s.kind.value, s.span.of(text)) for s in find_segments(text)] == [
        ("item", "Alpha\nhttps://a.example"), ("item", "Beta\nhttps://b.example"), ("prose", "We also have more."),
    ]  # fmt: skip


def test_markers_stand_where_they_are_written() -> None:
    """The spans of the markers hold the markers."""
    text = "Intro\n1) Alpha\n2) Beta"
    assert [m.of(text) for m in markers(text)] == ["1)", "2)"]


@pytest.mark.parametrize("unit", ["1. a ", "- x\n", "(i) ", "\n", "a", "• "])
def test_hostile_lists_end(unit: str) -> None:
    """A hundred thousand markers do not hang."""
    find_segments(unit * 100_000)


def test_open_brackets_are_passed_in_linear_time() -> None:
    """A line of many brackets that is no entry after all takes no longer for being tried as one."""
    line = "Ab: " + "(a) " * 400 + ";"
    begin = time.process_time()
    find_segments(f"{line}\n{line}")
    assert time.process_time() - begin < 1
