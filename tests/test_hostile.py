"""No text makes a build crash, and time grows with the length of the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgq_graph.model import Block, Document
from lgq_graph.pipeline import build_response

FRAME = [
    "1. City name *", "Tampere", "2. Country name *", "Finland", "3. Official e-government portal of the city *", "https://www.tampere.fi",
    "6. Open government data:", "none", "7. Public procurement:", "none", "24. Digital initiatives on sustainability and green economy *", "{}",
    "28. Partnerships with other national or international cities *", "{}",
]  # fmt: skip


def document(text: str) -> Document:
    """A response whose answers to two questions are the text."""
    lines = [part for line in FRAME for part in (text if line == "{}" else line).split("\n")]
    return Document(
        "hostile.txt", tuple(Block(line.strip(), i) for i, line in enumerate(lines, 1) if line.strip())
    )


PIECES = st.sampled_from(
    [
        "SDG ",
        "6",
        "1. ",
        "(",
        ")",
        "<https://a.b/",
        '"',
        "Law No. ",
        "of 2015",
        "Ab ",
        "more than ",
        "million",
        "%",
        "\n",
        "•",
        "@",
        ".",
        ",",
        " and ",
        "not ",
    ]
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_no_text_makes_a_build_crash(text: str) -> None:
    """Whatever stands in an answer, the response is built."""
    assert build_response(document(text)).quads


BOMBS = [
    "(",
    "1. a ",
    "<https://a.b/",
    '"',
    "SDG 1, ",
    "Law No. 5 of ",
    "Aa Bb (https://a.b/c) ",
    "9 million users, ",
    "a",
    "Paris (France), ",
    "- x\n",
]


def seconds(text: str) -> float:
    """The time of one build."""
    begin = time.perf_counter()
    build_response(document(text))
    return time.perf_counter() - begin


@pytest.mark.parametrize("bomb", BOMBS)
def test_time_is_linear_in_the_length(bomb: str) -> None:
    """Four times the text takes at most some eight times the time, and a little for noise."""
    small = 20_000 // len(bomb)
    assert seconds(bomb * (4 * small)) <= 8 * seconds(bomb * small) + 3.0


def test_a_very_long_answer_is_read() -> None:
    """Five megabytes of ordinary prose."""
    prose = "Residents pay bills online. The city answers within three days, and nobody waits for long. "
    assert build_response(document(prose * (5_000_000 // len(prose) // 2))).quads
