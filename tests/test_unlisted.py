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


def test_a_question_on_a_person_is_no_other_question() -> None:
    """However like it is to one of the form that was not found, its answer is withheld."""
    asked = "Who is the person responsible for public users who were satisfied with the service they used?"
    other = re.sub(r"(?m)^35\. .*$", f"35. {asked} *", TEXT)
    found = {a.question: a for a in aligned(other).answers}
    assert (found[35].status, found[45].status) == (Status.NOT_ASKED, Status.WITHHELD)


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


REWORDED = {
    18: "Where laws or regulation exist, how was their adoption handled and is the legislation applied?",
    24: "Which initiatives contribute to environmental sustainability and the green transition?",
    29: "What share of the services can be completed online from start to finish?",
    35: "What proportion of users were satisfied with the online public service they used?",
    37: "Is there a dedicated portal, or a section of one, for emergencies and crises such as floods?",
}


@pytest.mark.parametrize(("number", "asked"), REWORDED.items())
def test_a_question_in_other_words_is_the_same_question(number: int, asked: str) -> None:
    """What another round asks of the same topic is an answer to the question of the form, if that one is not found."""
    plain = {a.question: (a.status, a.text) for a in aligned(TEXT).answers}
    other = re.sub(rf"(?m)^{number}\. .*$", f"{number}. {asked} *", TEXT)
    found = {a.question: (a.status, a.text) for a in aligned(other).answers}
    assert found == plain


NEW = [
    "Does the municipality use artificial intelligence in its services?",
    "What percentage of the population has digital skills?",
    "Does the city have a chief data officer?",
    "Are there sensors in the streets?",
    "How many employees work for digital government?",
    "Does the municipality cooperate with start-ups?",
    "How does the municipality govern its data (roles, standards)?",
]


@pytest.mark.parametrize("asked", NEW)
def test_a_new_question_is_no_other_one(asked: str) -> None:
    """Not even where questions that share a word with it are missing from the print."""
    missing = re.sub(r"(?ms)^(24|29|30|35|36|37|38)\. .*?(?=^\d{1,2}\. [A-Z])", "", TEXT)
    found = {a.question: a for a in aligned(f"{missing.rstrip()}\n\n45. {asked} *\n\n{GIVEN}\n").answers}
    assert found[45].text == GIVEN
    assert all(found[number].status is Status.NOT_ASKED for number in (24, 29, 30, 35, 36, 37, 38))


TITLES = {
    "letters": ("B. Rules and plans", "C. Use of services", "D. Closing"),
    "roman": ("II. Rules and plans", "III – Use of services", "IV. Closing"),
    "words": ("Section 2: Rules and plans", "Section 3: Use of services", "Section 4: Closing"),
    "parts": ("PART B. RULES AND PLANS", "PART C. USE OF SERVICES", "PART D. CLOSING"),
    "with an introduction": ("B. Rules and plans\nThe next questions are about rules.", "C. Use of services", "D. Closing"),
}  # fmt: skip


def with_titles(titles: tuple[str, str, str]) -> str:
    """The example with a title of its own above three of its questions."""
    text = TEXT
    for number, title in zip((9, 22, 39), titles, strict=True):
        text = re.sub(rf"(?m)^{number}\. ", f"{title}\n\n{number}. ", text, count=1)
    return text


@pytest.mark.parametrize("titles", TITLES.values(), ids=TITLES)
def test_titles_of_unknown_sections_are_no_answer(titles: tuple[str, str, str]) -> None:
    """What counts on through the print, each above a question, belongs to the form."""
    said, plain = (
        [(a.question, a.status, a.text, a.marks) for a in aligned(text).answers]
        for text in (with_titles(titles), TEXT)
    )
    assert said == plain


LISTS = [
    ("A. Harbour\nB. Forest", "A. Lake\nB. Port\nC. Island", "D. Closing"),
    ("C. Harbour", "1. Lake", "Part of it is new"),
    ("B. Rules. They are short.", "C. Use of services is free;", "D. https://example.org"),
]


@pytest.mark.parametrize("lines", LISTS)
def test_lists_at_the_end_of_an_answer_stay(lines: tuple[str, str, str]) -> None:
    """A list goes on from its own first item; a sentence or a link is no title."""
    found = {a.question: a.text for a in aligned(with_titles(lines)).answers}
    assert found[21].endswith(lines[1])


def test_what_the_form_asks_for_is_no_answer() -> None:
    """A sentence that asks the respondent for more may stand on a line of its own; one to the reader is an answer."""
    found = aligned(
        with_question(f"23. {ASKED}\nPlease describe the cases and provide links.\n{GIVEN}")
    ).answers[-1]
    assert found.text == GIVEN
    seen = aligned(with_question(f"23. {ASKED}\nPlease see our page for more.\n{GIVEN}")).answers[-1]
    assert seen.text == f"Please see our page for more.\n{GIVEN}"
