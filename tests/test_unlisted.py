"""Questions of another round, which the form does not have: kept, with their words, and never part of another answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lgq_graph.align import Aligned, align
from lgq_graph.library import build
from lgq_graph.model import Status
from lgq_graph.pipeline import Built, build_response
from lgq_graph.questionnaire import load_questionnaire
from lgq_graph.read.txt import read_text

from .conftest import EXAMPLES

TEXT = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
FORM = load_questionnaire("2022")
ASKED = "Does the municipality use artificial intelligence in its services?"
GIVEN = 'The chat service "Ask Näsi" (https://www.tampere.fi/en/ask-nasi) answers in three languages and serves SDG 16.'


def numbered_on(text: str, after: int, asked: int = 1) -> str:
    """The text with every question behind one of them moved on by some numbers."""

    def moved(match: re.Match[str]) -> str:
        number = int(match[1])
        return f"{number + asked if number > after else number}. "

    return re.sub(r"(?m)^(\d{1,2})\. (?=[A-Z])", moved, text)


def with_question(lines: str, after: int = 22, *, counted: bool = True, text: str = TEXT) -> str:
    """The example with some lines of its own behind one of its answers."""
    moved = numbered_on(text, after) if counted else text
    place = re.search(rf"(?m)^{after + 1 + counted}\. ", moved)
    assert place
    return f"{moved[: place.start()]}{lines}\n\n{moved[place.start() :]}"


def aligned(text: str) -> Aligned:
    return align(read_text(text.encode(), "t.txt"), FORM)


def built(text: str) -> Built:
    return build_response(read_text(text.encode(), "t.txt"))


WAYS = {
    "numbered": f"23. {ASKED}\n\n{GIVEN}",
    "numbered, required": f"23. {ASKED} *\n\n{GIVEN}",
    "question and number": f"Question 23: {ASKED}\n{GIVEN}",
    "Q": f"Q23. {ASKED}\n{GIVEN}",
    "answer on the line": f"23. {ASKED} {GIVEN}",
    "answer is labelled": f"23. {ASKED}\nAnswer: {GIVEN}",
    "over two lines": f"23. Does the municipality use artificial intelligence\nin its services?\n\n{GIVEN}",
    "bracketed number": f"(23) {ASKED}\n{GIVEN}",
    "number on a line of its own": f"23.\n{ASKED} *\n{GIVEN}",
    "required mark, no number": f"{ASKED} *\n\n{GIVEN}",
}


@pytest.mark.parametrize("lines", WAYS.values(), ids=WAYS)
def test_an_unknown_question_keeps_its_answer(lines: str) -> None:
    """However it is printed, its words and its answer are kept, and the other answers are as without it."""
    plain = {a.question: (a.status, a.text, a.marks) for a in aligned(TEXT).answers}
    found = {a.question: a for a in aligned(with_question(lines)).answers}
    assert {n: (a.status, a.text, a.marks) for n, a in found.items() if n <= 44} == plain
    assert (found[45].asked, found[45].text) == (ASKED, GIVEN)


REQUESTS = [
    "23. List the services that use artificial intelligence.",
    "23. Please describe the use of artificial intelligence",
    "23. Services with artificial intelligence:",
    "23. Which services use artificial intelligence",
    "23. Does the municipality use artificial intelligence? Please explain. *",
]


@pytest.mark.parametrize("asked", REQUESTS)
def test_requests_and_titles_ask_too(asked: str) -> None:
    """A number that is missing and a request, or a colon, make a question."""
    found = aligned(with_question(f"{asked}\n\n{GIVEN}")).answers[-1]
    assert (found.question, found.text) == (45, GIVEN)
    assert asked.removeprefix("23. ").startswith(found.asked)


def test_several_in_a_row_and_at_the_end() -> None:
    """Each has its own answer; those behind the last known question too."""
    row = f"23. {ASKED}\n\n{GIVEN}\n\n24. Which languages does it speak?\n\nThree.\n\n25. Which are planned?\n\n\n"
    text = numbered_on(TEXT, 22, 3)
    place = text.index("\n26. ") + 1
    text = f"{text[:place]}{row}{text[place:].rstrip()}\n\n48. Do residents own their data?\n\nNo.\n\n49. Are there rules for it?\n\nYes, a code.\n"
    found = {a.question: a for a in aligned(text).answers if a.asked}
    assert [a.text for a in found.values()] == [GIVEN, "Three.", "", "No.", "Yes, a code."]
    assert found[47].status is Status.EMPTY


def test_a_print_without_numbers() -> None:
    """Where nothing is numbered, a line that asks the city is a question; one that asks anyone is not."""
    bare = re.sub(r"(?m)^\d{1,2}\. (?=[A-Z])", "", TEXT)
    place = bare.index(TEXT.split("\n24. ")[1].split("\n")[0])
    found = aligned(
        f"{bare[:place]}{ASKED}\n\n{GIVEN}\n\nWhat is new about it?\nThe voice.\n\n{bare[place:]}"
    )
    (asked,) = [a for a in found.answers if a.asked]
    assert (asked.asked, asked.text) == (ASKED, f"{GIVEN}\nWhat is new about it?\nThe voice.")


NO_QUESTIONS = {
    "a list that reaches the number": "\n".join(f"{n}. Which bus stops in district {n}?" for n in range(1, 25)),
    "a list of its own": "1. What does it cost?\n2. Who pays?\n3. Since when?",
    "a question in prose": "Residents often ask: what does it cost? Nothing.",
    "a number that is not missing": "7. What does it cost?",
    "a year": "2024. What comes next?",
}  # fmt: skip


@pytest.mark.parametrize("lines", NO_QUESTIONS.values(), ids=NO_QUESTIONS)
def test_questions_within_an_answer_stay_there(lines: str) -> None:
    """A list of questions, or a number that does not fit, is part of what the city wrote."""
    assert not [a for a in aligned(with_question(lines, counted=False)).answers if a.asked]


def test_ticks_under_an_unknown_question() -> None:
    """A ticked option is its answer; options whose ticks are lost are not."""
    ticked = aligned(with_question(f"23. {ASKED}\n☐ Yes\n☒ No")).answers[-1]
    assert (ticked.status, ticked.text) == (Status.ANSWERED, "No")
    empty = aligned(with_question(f"23. {ASKED}\n☐ Yes\n☐ No")).answers[-1]
    assert (empty.status, empty.text) == (Status.EMPTY, "")
    listed = aligned(with_question(f"23. {ASKED}\n○ Buses\n○ Trams")).answers[-1]
    assert listed.text == "○ Buses\n○ Trams"


PERSONAL = [
    "Name of the person who filled in the form",
    "Your e-mail",
    "Contact details of the focal point:",
    "What is the phone number of the respondent?",
    "Who completed this questionnaire?",
]


@pytest.mark.parametrize("asked", PERSONAL)
def test_an_unknown_question_on_a_person_is_withheld(asked: str) -> None:
    """Its answer goes nowhere, and the name it gives is withheld in other answers too."""
    name = "Testname Samplefamily"
    made = built(with_question(f"23. {asked} *\n\n{name}\n").replace(GIVEN, "") + f"\n{name} wrote this.\n")
    assert made.response.answers[-1].status is Status.WITHHELD
    public = "\n".join(quad.object.value for quad in made.quads if hasattr(quad.object, "value"))
    assert "Samplefamily" not in public


def test_personal_data_in_the_wording_is_withheld() -> None:
    """A line that was taken for a question may hold an address."""
    made = built(with_question("23. Is the office of clerk@example.org open?\n\nYes."))
    assert made.response.answers[-1].asked == "Is the office of [withheld] open?"


def test_its_facts_are_in_the_graph(tmp_path: Path) -> None:
    """The question is described by its words; a service named there has its goal and no theme."""
    file = tmp_path / "response.txt"
    file.write_text(with_question(f"23. {ASKED}\n\n{GIVEN}"), encoding="utf-8")
    with build([file]) as graph:
        (asked,) = graph.query("questions-not-in-form").to_records()
        goals = [row for row in graph.query("services-by-sdg", goal=16).to_records() if row["question"] == 45]
        assert graph.validate().conforms
    assert (asked["question"], asked["wording"], asked["text"]) == (45, ASKED, GIVEN)
    assert [row["name"] for row in goals] == ["Ask Näsi"]
