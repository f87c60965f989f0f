"""No pattern of the package repeats a repeat, and none takes more than linear time on texts made against it."""

from __future__ import annotations

import math

import pytest

from .patterns import Pattern, collected, dangers
from .pumping import growths
from .soak import times

BOUNDED = {
    ("align.options", "(?=(?P<signs>"): "an option of 400 characters at most",
    ("extract.names.before", "(?:[,;]?\\s(?:which|that|where|and))?"): "the 120 characters before an address",
    ("extract.bounds", r"([^\W\d_]+|[^\w\s])[.]?"): "the 16 characters before a number",
    ("read.table.records", r"[^\s@]+@"): "matched as a whole",
    ("publish.site.kinds", "id/(?:[^/]+/)+law/"): "addresses that are made here, matched as a whole",
}
"""Patterns that take the square of their text, by module and beginning, with what bounds the text. The list may only shrink."""
PARTS = times(1, 40)
"""So many tests, for more processes than one."""


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


@pytest.mark.parametrize("text", [r"(?:a+,)+b", r"\w{1,80}@\w{1,80}", r"\d+[a-z]+", r"a*b", r"\w+(?:-\w+)*"])
def test_the_lint_lets_the_others_pass(text: str) -> None:
    """What something parts, and what ends soon."""
    assert dangers(Pattern("x", text, 0)) == []


def test_no_pattern_repeats_a_repeat() -> None:
    """That would take exponential time."""
    assert [str(p) for p in collected() if "a repeat in a repeat" in dangers(p)] == []


def test_no_border_between_repeats_can_move() -> None:
    """Two endless repeats of the same letters side by side take the square where the text does not go on as they wish."""
    assert [str(p) for p in collected() if "side by side" in " ".join(dangers(p))] == []


def test_each_exception_is_one_pattern() -> None:
    """So that it can be missed where its part is tried."""
    assert sorted(filter(None, map(_bound, collected()))) == sorted(BOUNDED)


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
def test_patterns_take_linear_time(part: int) -> None:
    """On repeats of their own samples and of what texts are full of, each with an end that does not fit."""
    tried = collected()[part::PARTS]
    found = [g for g in growths(tried, times(16_000, 1_000_000), times(120, 3_600)) if g.is_square]
    assert [str(growth) for growth in found if not _bound(growth.pattern)] == []
    assert {_bound(growth.pattern) for growth in found} == set(filter(None, map(_bound, tried)))


def _bound(pattern: Pattern) -> tuple[str, str] | None:
    return next((
        (where, text) for where, text in BOUNDED if pattern.where == f"lgq_graph.{where}" and pattern.text.startswith(text)
    ), None)  # fmt: skip


@pytest.mark.parametrize(("text", "uses"), [
    (r"\s+$", "search"), (r"\d+x", "search"), (r"(?:,|\s|and)*;", "finditer"), (r"\(.*\)x", "sub"), (r"a*a*b", "match"),
])  # fmt: skip
def test_a_square_is_found(text: str, uses: str) -> None:
    """Also where a search begins anew at each place of one repeat; on a fast machine it takes a longer text to see it."""
    (growth,) = growths([Pattern("x", text, 0, frozenset([uses]))], 256_000, 60)
    assert growth.is_square


def test_one_that_hangs_is_named_and_the_next_is_tried() -> None:
    """Exponential time is killed after so many seconds."""
    first, second = growths([Pattern("x", r"(?:a|a)*b", 0), Pattern("y", r"\w+", 0)], 4_000, 1)
    assert (first.pattern.where, first.exponent, second.pattern.where) == ("x", math.inf, "y")
    assert not second.is_square
