"""Characters that look alike are read alike, and every place stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.extract.dates import parse_date
from lgq_graph.extract.evened import even
from lgq_graph.model import Mentions

Read = Callable[..., Mentions]
PLAIN = "The city’s E-Desk (https://e-desk.example) had 12 000 log-ins in 2022 and contributes to SDG 11."


@pytest.mark.parametrize("hyphen", "\u2010\u2011\ufe63\uff0d\u2212")
@pytest.mark.parametrize("space", " \u00a0\u2009\u202f\u2002\u3000")
@pytest.mark.parametrize("apostrophe", "’'\u02bc\u2032\u00b4`")
def test_variants_are_read_alike(read: Read, hyphen: str, space: str, apostrophe: str) -> None:
    """Whatever hyphen, space and apostrophe a text is typed with, the same is found at the same places."""
    typed = PLAIN.replace("E-D", f"E{hyphen}D").replace("g-i", f"g{hyphen}i").replace(" ", space)
    found, plain = read(typed.replace("’", apostrophe)), read(PLAIN)
    assert [(n.span, n.kind) for n in found.names] == [(n.span, n.kind) for n in plain.names]
    assert [(n.span, n.value, n.indicator) for n in found.numbers] == [
        (n.span, 12_000, "log-ins") for n in plain.numbers
    ]
    assert found.goals == plain.goals
    assert found.links == plain.links


@pytest.mark.parametrize("zero", "\u0660\u06f0\u0966\uff10\u0e50")
def test_digits_of_other_scripts_count(read: Read, zero: str) -> None:
    """Arabic, Persian, Devanagari, full-width and Thai digits are numbers."""
    typed = "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in "There are 320 services.")
    assert [int(number.value) for number in read(typed).numbers] == [320]


def test_a_date_answered_with_odd_hyphens() -> None:
    """The answer to a date question is evened too."""
    assert parse_date("14\u201106\u20112023") == "2023-06-14"


@given(st.text())
def test_every_place_stays(text: str) -> None:
    """Evening changes no length, and doing it twice changes nothing more."""
    once = even(text)
    assert len(once) == len(text)
    assert even(once) == once


@pytest.mark.parametrize("text", ["2019–2022", "“A” and «B»", "from 5−7 km", "5′ walk"])
def test_marks_that_mean_something_stay(text: str) -> None:
    """Dashes, quotation marks and primes are no variants."""
    assert even(text) == text
