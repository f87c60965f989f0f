"""No text makes a build crash, and time grows with the length of the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgq_graph.model import Block, Document, Status
from lgq_graph.pipeline import Built, build_response

from .timing import assert_linear

ASKED = {
    3: "Which is the city's official e-government portal? *",
    4: "Please provide links for portals with the following services or features:",
    6: "Open government data:",
    13: "Email *",
    18: "If so, how do you adopt these regulations in your organization?",
    21: "If a strategy or equivalent exists, please provide a link or details.",
    24: "Are there digital initiatives focused on sustainability issues or a green economy? *",
    28: "Does your city have partnerships with other cities, the private sector or civil society? *",
    29: "What percentage of city services is offered online?",
    30: "What percentage of city services is offered through mobile applications? *",
    35: "What percentage of the population is satisfied with online public services?",
    36: "Has the city social media to engage people?",
    39: "Your name *",
    43: "Submission Date *",
}
"""Questions of a response in which all kinds of things are looked for."""

PIECES = """SDG|SDGs |6|1. |a) |(|)|[|](|<https://a.b/|https://a.b/c |"|“|«|Law No. |of 2015|dated |9 August 2011 |Ab |more than |million |%|EUR |
• |- |☒ |@|a@b.co |.|,|;|: | – | and |not |will |respectively|They |in 2022|Paris|(France)|City of |é|\u0301|\u200f|\x00|😀|Yes|No""".split("|")  # fmt: skip


def document(text: str, asked: tuple[int, ...] = (24, 28)) -> Document:
    """A response whose answers to some questions are the text, and "none" to the others."""
    lines = ["1. City name *", "Tampere", "2. Country name *", "Finland"]
    for number, heading in ASKED.items():
        lines += [f"{number}. {heading}", *(text if number in asked else "none").split("\n")]
    stripped = [(number, line.strip()) for number, line in enumerate(lines, 1)]
    return Document("hostile.txt", tuple(Block(line, number) for number, line in stripped if line))


def answer_of(built: Built, number: int) -> str:
    """What was read as the answer to a question."""
    return built.response.answer(number).text


def closed(text: str) -> str:
    """The text and a sentence after it: an open bracket with a link at the very end has a test of its own."""
    return f"{text}\nThat is all."


MODEST = settings(max_examples=50, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@MODEST
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=50).map("".join)))
def test_no_text_makes_a_build_crash(text: str) -> None:
    """Whatever stands under every question at once, the response is built, of the city that it names."""
    built = build_response(document(closed(text), tuple(ASKED)))
    assert built.city == "fi-tampere"
    assert built.quads


@MODEST
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=50).map("".join))
def test_every_mention_lies_in_its_answer(text: str) -> None:
    """No span leaves the answer: what a statement quotes stands there."""
    built = build_response(document(closed(text), (4, 18, 24, 28, 29)))
    for found in built.mentions:
        length = len(answer_of(built, found.question))
        spans = [
            m.span
            for kind in (found.names, found.links, found.goals, found.numbers, found.places)
            for m in kind
        ]
        assert all(0 <= span.start < span.end <= length for span in spans)


@pytest.mark.parametrize(
    "text", ["Solar Map (SM (https://a.b/c", "Use the app Solar Map (SM – https://a.b/c"]
)
def test_an_answer_may_end_in_an_open_bracket_with_a_link(text: str) -> None:
    """An answer that was cut off is read as far as it goes."""
    assert build_response(document(text)).quads


def test_the_text_reaches_the_answers() -> None:
    """The frame is read as meant: each question has what was put under it."""
    built = build_response(document("Solar Map (https://a.b/c) helps.", (4, 18, 24, 28)))
    assert {n for n in ASKED if answer_of(built, n) == "Solar Map (https://a.b/c) helps."} == {4, 18, 24, 28}
    assert built.response.answer(24).status is Status.ANSWERED


POOR, RICH = 25_000, 3_000
"""Characters of the shorter text: of one in which little is found, and of one full of facts."""

BOMBS = [
    *((bomb, POOR) for bomb in ["(", "[", ")", '"', "<", "](", "((", "...", "; ", "“", "\n(", "   .", "_", "*", "☐", ",", "&", "|"]),
    *((bomb, RICH) for bomb in [
        "a", "A", "1. ", "1. a ", "- x\n", "Ab ", "Ab and ", "Ab\n", "Ab: ", '"Ab" ', " – a", "\t a", "e\u0301", "http://", "https://a.b/c\n", "<https://a.b/",
        "[Ab](https://a.b) ", "Ab (https://a.b/c) ", "1. Ab (https://a.b/c): helps. ", "a@b.c ", "123 456 789 ", "9 million users, ", "5% in 2022 ", "EUR 5 ",
        "9 August 2011 ", "SDG 1, ", "1. Ab Cd: contributes to SDG 6. ", "They contribute to SDG 5. ", "not ", "Law No. 5 of ", "Law of the City of ",
        "Paris (France), ", "Paris, France\n", "☒ Yes\n", "IV. ", "24. Digital initiatives on sustainability *\n", "a.", "a-", "1,", "1 ", "www.", "Ab: (a) ", "Act No. 5, the Ab Act, ", "Ab, which is a, and ", "Foo Ltd, to Bonn, ", "No Facebook, ",
    ]),
]  # fmt: skip


def made(text: str) -> Built:
    """What is made of a text."""
    return build_response(document(text))


@pytest.mark.parametrize(("bomb", "length"), BOMBS)
def test_time_is_linear_in_the_length(bomb: str, length: int) -> None:
    """Whatever repeats."""
    assert_linear(made, bomb, length)


@pytest.mark.parametrize("ending", ["!", "(", '"', " https://", " 5", "."])
def test_a_long_word_with_any_end_is_passed_in_linear_time(ending: str) -> None:
    """A pattern that backtracks meets its worst case: much that fits, and an end that does not."""
    assert_linear(lambda text: made(text + ending), "a", 3_000)


def test_a_very_long_answer_is_read_whole() -> None:
    """Two megabytes of ordinary prose in one answer."""
    prose = "Residents pay bills online. The city answers within three days, and nobody waits for long. "
    text = (prose * (2_000_000 // len(prose) + 1)).strip()
    built = build_response(document(text, (24,)))
    assert len(answer_of(built, 24)) == len(text) >= 2_000_000
