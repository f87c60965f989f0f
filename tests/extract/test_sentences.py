"""Sentences end where a reader would end them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.extract.sentences import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


ONE = [
    "Residents pay at Art. 5 offices and via Dr. Office, e.g. by card, i.e. without cash.",
    "The portal follows Decree No. 12 of the council.",
    "It serves approx. 3.5 million people in St. Gallen.",
    "See www.city.example.org and portal.city.gov for details.",
    "Schools, parks, etc. are listed at https://city.example.org/a.b?c=d. ",
    "1. Open data portal of Nakuru",
    "2) Budget portal of Valparaíso",
    "3.2. Complaints desk",
    "a. Transport card",
    "IV. Smart lighting",
    "(1) Library card",
    "The J. K. Library lends e-books.",
    "It supports the U.N. and U.S. partners.",
    "The app “Report it!” is free.",
    "The ministry (est. in 1990) runs it vs. the old one.",
    "Opened on 5 Sept. 2021 at 9 a.m. by the mayor.",
    "The rate rose from 3.5 to 4.1 percent",
    "Gemeinde Köln bietet z.B. Anträge nach Nr. 7 an.",
    "Supports SDG no. 6 and Nos. 7 and 8.",
    "Version 2.0.1 runs on Node.js today.",
]


@pytest.mark.parametrize("text", ONE)
def test_no_wrong_end(text: str) -> None:
    """A full stop of an abbreviation, number, address or marker ends nothing."""
    assert split(text) == [text.strip()]


MANY = [
    ("The portal is open. It is free.", ["The portal is open.", "It is free."]),
    ("Is it free? Yes! All of it…  Good.", ["Is it free?", "Yes!", "All of it…", "Good."]),
    ("No. The portal has no such page.", ["No.", "The portal has no such page."]),
    ("Line one\nline two\r\n\n  line three ", ["Line one", "line two", "line three"]),
    (
        "It serves SDG 3. 2. Budget portal: open. 3. Maps.",
        ["It serves SDG 3.", "2. Budget portal: open.", "3. Maps."],
    ),
    (
        "For example: 1. Maps: a site. 2. Bus: an app.",
        ["For example:", "1. Maps: a site.", "2. Bus: an app."],
    ),
    ("We run: 1) maps, 2) buses; and 3) parks", ["We run:", "1) maps,", "2) buses;", "and 3) parks"]),
    ("• Maps • Buses", ["• Maps", "• Buses"]),
    ("该门户支持目标。它是免费的！真的？是。", ["该门户支持目标。", "它是免费的！", "真的？", "是。"]),
    ("هل هي مجانية؟ نعم.", ["هل هي مجانية؟", "نعم."]),
    ("यह मुफ़्त है। हाँ।", ["यह मुफ़्त है।", "हाँ।"]),
    ("He said “it works.” The city agreed.", ["He said “it works.”", "The city agreed."]),
    ("See <https://a.example.org>. It is new.", ["See <https://a.example.org>.", "It is new."]),
    ("See www.a.example.org. It is new.", ["See www.a.example.org.", "It is new."]),
    ("Parks, pools, etc. The city is green.", ["Parks, pools, etc.", "The city is green."]),
    ("It started in 2019. In 2020 it grew.", ["It started in 2019.", "In 2020 it grew."]),
    ("We follow Plan B. The old one ended.", ["We follow Plan B.", "The old one ended."]),
    ("It is done.The portal works.", ["It is done.", "The portal works."]),
    ("it is open. it is free.", ["it is open.", "it is free."]),
    ("It has 5 stars. 4. Next one", ["It has 5 stars.", "4. Next one"]),
    (
        "Aligned with target 11.b. Another is 11.2. Also 16.10.",
        ["Aligned with target 11.b.", "Another is 11.2.", "Also 16.10."],
    ),
    ("", []),
    (" \n\t ", []),
    ("...", ["..."]),
]


@pytest.mark.parametrize(("text", "expected"), MANY)
def test_ends(text: str, expected: list[str]) -> None:
    """Sentences, lines and items are told apart."""
    assert split(text) == expected


@given(st.text(alphabet='aA1 .!?。\n()"•;:,)bNo etc.', max_size=80))
def test_nothing_is_lost(text: str) -> None:
    """Spans are ordered, apart, trimmed, and hold every character that is no white space."""
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


HOSTILE = [".", ". ", "e.g. ", "1. ", "a", "\n", " ", "No. 1 ", "; 2) ", ").", "•", "x.The ", ".'"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_texts_end(piece: str) -> None:
    """A long text of one hostile pattern is split, and whole."""
    text = piece * (300_000 // len(piece))
    assert sum(len("".join(span.of(text).split())) for span in sentences(text)) == len("".join(text.split()))


def test_two_million_characters_end() -> None:
    """Two million characters are split."""
    assert len(sentences("No. 5, e.g. 1. x) " * 110_000)) > 0
