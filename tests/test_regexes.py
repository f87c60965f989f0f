"""No pattern of the package repeats a repeat, and those that look for personal data take linear time on texts made against them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from .patterns import GENERIC, Pattern, collected, dangers, texts_for
from .timing import assert_linear

PRIVATE = frozenset(("signs", "rosters", "mailed", "addresses", "contacts", "scripted_people"))
"""The modules whose patterns meet every text of a stranger before any other."""
SIZE, SUSPECT = 3_000, 0.02


def test_the_patterns_are_collected() -> None:
    """Those of modules, those that are built late, and those in calls."""
    found = collected()
    assert len(found) > 1_000
    assert {"signs", "scripted_people"} <= {pattern.where.rpartition(".")[2] for pattern in found}


@pytest.mark.parametrize(("text", "danger"), [
    (r"(a+)+b", "a repeat in a repeat"), (r"(?:\w*)*", "a repeat in a repeat"), (r"\s*\n?\s*x", "side by side"), (r"\w+\d+x", "side by side"),
])  # fmt: skip
def test_the_lint_finds_what_is_dangerous(text: str, danger: str) -> None:
    """In patterns that have it."""
    assert any(danger in found for found in dangers(Pattern("x", text, 0)))


@pytest.mark.parametrize("text", [r"(?:a+,)+b", r"\w{1,80}@\w{1,80}", r"\d+[a-z]+", r"a*b"])
def test_the_lint_lets_the_others_pass(text: str) -> None:
    """What something parts, and what ends soon."""
    assert dangers(Pattern("x", text, 0)) == []


def test_no_pattern_repeats_a_repeat() -> None:
    """That would take exponential time."""
    assert [str(p) for p in collected() if "a repeat in a repeat" in dangers(p)] == []


def test_patterns_of_personal_data_take_linear_time() -> None:
    """On repeats of their own samples and of what texts are full of, each with an end that does not fit."""
    for pattern in collected():
        if pattern.where.rpartition(".")[2] in PRIVATE:
            for text in dict.fromkeys((*texts_for(pattern), *GENERIC)):
                _assert_linear(pattern, text)


def _assert_linear(pattern: Pattern, piece: str) -> None:
    """Growth is measured where the short text takes long enough to tell."""
    work = _search(pattern)
    began = time.process_time()
    work(piece * (SIZE // len(piece)))
    if time.process_time() - began > SUSPECT:
        assert_linear(work, piece, SIZE)


def _search(pattern: Pattern) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in pattern.compiled.finditer(text + "\0"))
