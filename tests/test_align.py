"""Tests of `lgq_graph.align`: a small form of our own wording, filled in by an imagined city, in many layouts."""

from __future__ import annotations

import json
import random
import re
import textwrap
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lgq_graph.align import FEWEST, align, recognised
from lgq_graph.errors import InputError
from lgq_graph.model import Answer, Block, Document, Look, MarkState, Status
from lgq_graph.questionnaire import load_questionnaire
from lgq_graph.read.lines import blocks_of
from lgq_graph.read.txt import read_text

from .conftest import EXAMPLES

FORM = load_questionnaire("2022")
SHARED = Path(__file__).resolve().parents[2] / "shared"
REAL, GOLD = SHARED / "responses" / "moscow-2022.txt", SHARED / "eval" / "gold" / "moscow-2022.json"

HEADINGS = {
    1: "City name *", 2: "Country name *",
    3: "What is the official portal of the municipality? List all of them.",
    4: "Please provide links for portals providing these services/features:",
    5: "E-participation or similar:", 6: "Open government data:", 7: "Public procurement:",
    8: "Other major portals at the municipality level:",
    9: "Does the city have a Chief Information Officer (CIO) to manage e-Government programmes? *",
    10: "Name *", 11: "Title *", 12: "Organization *", 13: "Email *", 14: "Phone *",
    15: "Is the CIO linked to the national CIO or any ministry in charge of e-government? *",
    16: "National level?", 17: "Local level?",
    18: "If you answered yes to the above two questions, how do you adopt these regulations?",
    19: "Is there an e-Government Strategy or equivalent? *",
    20: "Please check whichever applies to the e-Government Strategy:",
    21: "If you checked any of the boxes above, please give a link or details.",
    22: "Is there a dedicated budget for digital government? Please explain.",
    23: "Do you publish the budget online on the portal? Please provide links. *",
    24: "Which digital initiatives in place are focused on sustainability issues or a green economy? *",
    25: "Which digital initiatives are focused on sustainable transport systems and improving road safety? *",
    26: "Which digital initiatives are focused on affordable housing and basic services? *",
    27: "Which digital initiatives are focused on universal access to green and public spaces? *",
    28: "Does the city include partnerships with other national or international cities? *",
    29: "What is the percentage of services offered online?",
    30: "What is the percentage of services offered through mobile applications? *",
    31: "Do you collect usage statistics? *",
    32: "If yes, do you publish the results online?",
    33: "Do you measure the satisfaction of citizens? *",
    34: "If yes, do you publish the results online? Please explain. *",
    35: "What percentage of the population is satisfied with the last experience?",
    36: "Do you use social media to interact with and engage people?",
    37: "Is there a portal or dedicated section addressing crisis or emergency situations?",
    38: "Do you have a strategy on new technologies? If yes, provide links.",
    39: "Your name *", 40: "Title *", 41: "Email *", 42: "Organization *", 43: "Submission Date *",
    44: "Please select whichever applies *",
}  # fmt: skip

SECTIONS = {1: "City and Country", 3: "I. Institutional Framework", 10: "Contact information of the CIO", 16: "II. Legal Framework",
            19: "III. Strategy and Implementation", 29: "IV. Usage of online services", 33: "V. User Satisfaction",
            36: "VI. Social Media", 37: "VII. Crisis/Emergency Response and Recovery", 38: "VIII. Smart City and New Technologies",
            39: "IX. Contact information"}  # fmt: skip

PLAIN = {
    1: "Lakeview", 2: "Finland", 3: "The city portal: https://www.lakeview.example", 4: "Ask a librarian, pay a parking fee.",
    5: "Our Voice (https://voice.lakeview.example)", 6: "https://data.lakeview.example", 7: "Tenders appear on the common market.",
    8: "Visit Lakeview", 9: "Yes\nNo", 10: "The CIO", 11: "Chief Digital Officer", 12: "Digital Office", 13: "cio@example.org",
    14: "+358 00 000 0000", 15: "Yes, through the Ministry of Finance.", 16: "Yes\nNo", 17: "Yes\nNo",
    18: "The Act on Digital Services is applied.\nThe council adopted its own rules.", 19: "Yes\nNo",
    20: "- has an implementation plan\n- makes specific reference to cyber security", 21: "The Digital Plan 2030.", 22: "2.5% of the whole.",
    23: "Yes, at https://budget.lakeview.example", 24: "Three things:\n1. A sensor network\n2. A green fund", 25: "Smart crossings.",
    26: "Digital rent support.", 27: "A map of parks.", 28: "Graz (Austria), Lund (Sweden)", 29: "About 80%.", 30: "40%", 31: "Yes\nNo",
    32: "They are on the open data portal.", 33: "Yes\nNo", 34: "Every spring.", 35: "4.2 of 5", 36: "Mastodon and a newsletter.",
    37: "The city portal has a page for storms.", 38: "The Robot Plan.", 39: "A clerk", 40: "Adviser", 41: "clerk@example.org",
    42: "Lakeview Council", 43: "30/05/2023", 44: "- I am authorized and fully knowledgeable\n- Other",
}  # fmt: skip

CHOICES = {9, 16, 17, 19, 20, 31, 33, 44}
PERSONAL = {10, 13, 14, 39, 41}


def form(
    answers: dict[int, str] | None = None,
    head: Callable[[int, str], str] | None = None,
    order: list[int] | None = None,
    sections: bool = True,
) -> str:
    """The form filled in with `PLAIN`, or with `answers` where given; `head` prints the headings."""
    head, filled = head or LAYOUTS["plain"], {**PLAIN, **(answers or {})}
    parts = []
    for number in order or list(HEADINGS):
        parts += [SECTIONS[number]] if sections and number in SECTIONS else []
        parts += [head(number, HEADINGS[number]), filled[number]]
    return "\n\n".join(parts)


def document(text: str) -> Document:
    """The lines of a text, however many: the reader would refuse more than a response has."""
    lines = enumerate(text.splitlines(), 1)
    return Document("lakeview.txt", tuple(block for n, line in lines for block in blocks_of(line, n)))


def answered(text: str) -> dict[int, Answer]:
    return {answer.question: answer for answer in align(document(text), FORM).answers}


def marks(answer: Answer) -> dict[str, MarkState]:
    return {mark.option: mark.state for mark in answer.marks}


def assert_plain(found: dict[int, Answer], besides: frozenset[int] = frozenset()) -> None:
    for number in set(PLAIN) - CHOICES - PERSONAL - besides:
        assert (number, found[number].text) == (number, PLAIN[number])
    assert {number for number, answer in found.items() if answer.status is Status.WITHHELD} == PERSONAL
    assert all(found[number].status is Status.MARKS_LOST for number in (9, 16, 17, 19, 31))


LAYOUTS: dict[str, Callable[[int, str], str]] = {
    "plain": lambda n, t: f"{n}. {t}",
    "question": lambda n, t: f"Question {n}: {t}",
    "q": lambda n, t: f"Q{n}. {t}",
    "q-space": lambda n, t: f"Q {n} {t}",
    "bracket": lambda n, t: f"{n}) {t}",
    "brackets": lambda n, t: f"({n}) {t}",
    "dash": lambda n, t: f"{n} - {t}",
    "bold": lambda n, t: f"**{n}. {t}**",
    "markdown": lambda n, t: f"### {n}. {t}",
    "number-above": lambda n, t: f"{n}.\n{t}",
    "no-number": lambda n, t: t,
    "shifted": lambda n, t: f"{n + 7}. {t}",
    "shifted-late": lambda n, t: f"{n + (4 if n > 18 else 0)}. {t}",
    "upper": lambda n, t: f"{n}. {t.upper()}",
    "upper-no-number": lambda n, t: t.upper(),
    "no-asterisk": lambda n, t: f"{n}. {t.removesuffix(' *')}",
    "required": lambda n, t: f"{n}. {t.removesuffix(' *')} (required)",
    "spaces": lambda n, t: f"  {n}.   {t.replace(' ', '  ')}",
    "spaces-unusual": lambda n, t: f"{n}.\u00a0{t.replace(' ', chr(0x2009))}",
    "wrapped": lambda n, t: textwrap.fill(f"{n}. {t}", 48),
    "wrapped-no-number": lambda n, t: textwrap.fill(t, 60),
    "hierarchical": lambda n, t: f"{n // 10 + 1}.{n % 10} {t}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_of_headings_makes_no_difference(layout: str) -> None:
    """However the numbers and headings are printed, the answers are the same."""
    assert_plain(answered(form(head=LAYOUTS[layout])))


NOUNS = {
    1: "Name of the city",
    2: "Name of the country",
    3: "Official portal of the municipality",
    4: "Links for portals with the following services or features",
    5: "E-participation",
    6: "Open government data (OGD)",
    7: "Public e-procurement",
    8: "Other major portals at municipality level",
    9: "Chief Information Officer (CIO) or equivalent",
    10: "Name of the CIO",
    11: "Title of the CIO",
    12: "Organization of the CIO",
    13: "Email address",
    14: "Telephone number",
    15: "Link of the municipality CIO to the national CIO or to a ministry at the national level",
    16: "National legislation",
    17: "Local legislation",
    18: "How these regulations are adopted in your organization",
    19: "e-Government Strategy or equivalent",
    20: "Check all that apply to the municipal e-Government Strategy",
    21: "Details of the strategy",
    22: "Dedicated budget for digital government as a percentage of the total",
    23: "Publication of the budget online on the portal",
    24: "Digital initiatives focused on sustainability issues or green economy",
    25: "Digital initiatives focused on sustainable transport systems",
    26: "Digital initiatives focused on affordable housing and basic services",
    27: "Digital initiatives focused on access to green and public spaces",
    28: "Partnerships with other national or international cities",
    29: "Percentage of services offered online",
    30: "Percentage of services offered through mobile applications",
    31: "Collection of usage statistics",
    32: "Publication of these results online",
    33: "Measurement of satisfaction of citizens",
    34: "Publication of the results online",
    35: "Percentage of the population satisfied with online public services",
    36: "Use of social media to engage people",
    37: "Portal or section addressing crisis or emergency situations",
    38: "Strategy on new technologies",
    39: "Your name",
    40: "Title",
    41: "Email",
    42: "Organization",
    43: "Submission date",
    44: "Select whichever applies",
}
"""The questions as mere noun phrases."""

REQUESTS = {
    3: "Give the official portal of the municipality.",
    4: "Give the links for portals with these services or features.",
    9: "State whether the city has a Chief Information Officer (CIO) to manage e-Government programmes.",
    15: "Explain if the CIO is linked to the national CIO or any ministry at the national level.",
    18: "Describe how you adopt these regulations in your organization.",
    19: "Say if there is an e-Government Strategy or equivalent.",
    20: "Tick whichever applies to the e-Government Strategy.",
    21: "Share a link or details of the strategy or equivalent.",
    22: "State the dedicated budget for digital government.",
    23: "Tell us whether you publish the budget online on the portal.",
    24: "Name digital initiatives focused on sustainability issues or a green economy.",
    25: "Name digital initiatives focused on sustainable transport systems.",
    26: "Name digital initiatives focused on affordable housing and basic services.",
    27: "Name digital initiatives focused on universal access to green and public spaces.",
    28: "Name your partnerships with other national or international cities.",
    29: "State the percentage of services offered online.",
    30: "State the percentage of services offered through mobile applications.",
    31: "State whether you collect usage statistics.",
    32: "If so, publish the results online?",
    33: "State whether the city measures the satisfaction of citizens.",
    34: "Say whether you publish the results online.",
    35: "State the percentage of the population satisfied.",
    36: "Describe how you use social media to engage people.",
    37: "Name the portal or section addressing crisis or emergency situations.",
    38: "Describe your strategy on new technologies.",
    44: "Mark whichever applies.",
}
"""Those that ask something as requests."""


@pytest.mark.parametrize("sign", ["", ":", " *"])
@pytest.mark.parametrize("words", [NOUNS, NOUNS | REQUESTS], ids=["nouns", "requests"])
@pytest.mark.parametrize("layout", ["plain", "no-number"])
def test_questions_in_other_words(layout: str, words: dict[int, str], sign: str) -> None:
    """Every question is known by its wording, be it a noun phrase or a request, with its number or without."""
    assert_plain(answered(form(head=lambda number, _: LAYOUTS[layout](number, words[number] + sign))))


@pytest.mark.parametrize("box", ["☒ ", "☐ ", "- ", ""])
def test_options_without_their_question_answer_no_other(box: str) -> None:
    """Where a choice has lost its heading, what it prints is neither a text nor a tick of the choice before it."""
    options = "\n".join(
        f"{box}{option.phrases[0]}" for option in FORM.question(20).options if option.slug != "sdgs"
    )
    found = answered(form({19: "☒ Yes\n☐ No", 20: options}, head=lambda n, t: "" if n == 20 else t))
    assert (found[19].text, found[20].status) == ("Yes", Status.NOT_ASKED)


@pytest.mark.parametrize("number", HEADINGS)
def test_one_number_that_is_missing(number: int) -> None:
    """A single question without its number, among others with theirs, is still a question."""
    assert_plain(answered(form(head=lambda n, t: t if n == number else f"{n}. {t}")))


@pytest.mark.parametrize("layout", ["plain", "no-number", "shifted", "bracket"])
def test_sections_are_not_needed(layout: str) -> None:
    """A form without the headings of its sections is read alike."""
    assert_plain(answered(form(head=LAYOUTS[layout], sections=False)))


@pytest.mark.parametrize("seed", range(5))
def test_reordered_questions(seed: int) -> None:
    """Questions in any order, with their own numbers, keep their answers."""
    order = random.Random(seed).sample(list(HEADINGS), len(HEADINGS))
    assert_plain(answered(form(order=order, sections=False)))


def test_sections_that_changed_places() -> None:
    """Without numbers too, a section may come first that is last on our form."""
    order = [*range(39, 45), *range(1, 39)]
    assert_plain(answered(form(order=order, head=LAYOUTS["no-number"])))


@pytest.mark.parametrize("layout", ["plain", "no-number", "shifted"])
def test_answers_on_the_line_of_the_question(layout: str) -> None:
    """ "1. City name: Lakeview" and "2. Country name * Finland" are question and answer."""
    short = [1, 2, 10, 11, 12, 13, 14, 39, 40, 41, 42, 43]
    text = form(head=LAYOUTS[layout])
    for number in short:
        sign = " * " if number % 2 == 0 else ": "
        text = text.replace(
            f"{HEADINGS[number]}\n\n{PLAIN[number]}",
            f"{HEADINGS[number].removesuffix(' *')}{sign}{PLAIN[number]}",
        )
    assert_plain(answered(text))


def test_every_answer_on_the_line_of_its_question() -> None:
    """Sentences too may be followed by their answer on the same line."""
    text = form({number: PLAIN[number] for number in PLAIN}, head=lambda n, t: f"{n}. {t} @@")
    assert_plain(answered(re.sub(r" @@\n\n(?!Yes|-)", " ", text).replace(" @@", "")))


def test_line_ends_and_encodings() -> None:
    """CRLF, CR, UTF-16 and Windows-1252 give the same answers."""
    text = form({22: "Käyttö – 5 % of “all”"})
    plain = align(document(text), FORM)
    for data in (
        text.replace("\n", "\r\n").encode("utf-8-sig"),
        text.replace("\n", "\r").encode(),
        text.encode("utf-16"),
        text.encode("cp1252"),
    ):
        assert align(read_text(data, "x"), FORM) == plain


DECOYS = [
    "1. Name of service\n2. Address\n4. Title\n37. Portal of the harbour",
    "First:\n10. Name\n11. Title\n12. Organization",
    "Name\nTitle\nPhone",
    "National level:\nan act\nLocal level:\nan ordinance",
    "1. City name: the name of the twin\n2. Country name: its country",
    "Social media\nare used as well.",
    "The percentage of services offered online is 80%.",
    "25. Buses on demand\n26. Road safety",
    "Yes, we publish the results online.",
    "Contact information:\nName: harbour office\nTitle: none\nEmail: info(at)lakeview\nPhone: by day",
    "A. Open government data: a map\nB. Public procurement: a list",
    "Public procurement portal",
    "Usage of online services\ngrows.\nUser satisfaction\ntoo.",
    "Email: info(at)lakeview\nWebsite: www.lakeview.example",
]


@pytest.mark.parametrize("decoy", DECOYS)
@pytest.mark.parametrize("number", [8, 21, 24, 34])
@pytest.mark.parametrize("layout", ["plain", "shifted"])
def test_lists_that_look_like_headings_stay_in_the_answer(decoy: str, number: int, layout: str) -> None:
    """A list item such as "4. Title" neither ends an answer nor takes the place of a question."""
    found = answered(form({number: decoy}, head=LAYOUTS[layout]))
    assert found[number].text == decoy
    assert_plain(found, besides=frozenset({number}))


@pytest.mark.parametrize("decoy", DECOYS[:1] + DECOYS[3:])
def test_lists_in_a_form_without_numbers(decoy: str) -> None:
    """Without numbers, order and section tell a list from the form."""
    found = answered(form({24: decoy}, head=LAYOUTS["no-number"]))
    assert found[24].text == decoy
    assert_plain(found, besides=frozenset({24}))


def test_unknown_question_ends_the_answer_before_it() -> None:
    """A question of another round is no part of the answer above it."""
    shifted = {n: (n if n < 25 else n + 1) for n in HEADINGS}
    text = form(head=lambda n, t: f"{shifted[n]}. {t}")
    text = text.replace(
        "26. Which digital",
        "25. Is there free wireless access in the squares?\n\nIn all.\n\n26. Which digital",
        1,
    )
    found = answered(text)
    assert_plain(found)
    assert found[45].asked == "Is there free wireless access in the squares?"
    assert (found[45].status, found[45].text) == (Status.ANSWERED, "In all.")


@pytest.mark.parametrize(
    "more", ["Which share of the total? *", "Please explain by a figure. *", "How much is it?"]
)
def test_a_second_sentence_of_a_question_is_no_answer(more: str) -> None:
    """What stands behind a heading on its line and asks as well belongs to the form."""
    text = form({22: "About 4%."}, head=lambda n, t: f"{n}. {t} {more}" if n == 22 else f"{n}. {t}")
    assert answered(text)[22].text == "About 4%."


def test_questions_left_out_are_not_asked() -> None:
    """A question that the form does not print has an answer that says so, and line 0."""
    found = answered(form(order=[n for n in HEADINGS if n not in {13, 27, 40}]))
    assert {n for n, answer in found.items() if answer.status is Status.NOT_ASKED} == {13, 27, 40}
    assert found[27] == Answer(27, Status.NOT_ASKED)


def test_same_wording_is_told_apart_by_context() -> None:
    """The two "If yes …" questions keep apart when both are bare, and when one is missing."""
    bare = answered(form(head=LAYOUTS["no-number"], order=[n for n in HEADINGS if n != 32]))
    assert (bare[32].status, bare[34].text) == (Status.NOT_ASKED, "Every spring.")


def test_line_of_the_question() -> None:
    """The answer knows the line on which its question stands."""
    text = form()
    assert text.splitlines()[answered(text)[24].line - 1].startswith("24. ")


BLANKS = [
    "",
    "N/A",
    "n.a.",
    "None",
    "-",
    "—",
    "no answer",
    ".",
    "______",
    "NA",
    "Not applicable.",
    "Enter your answer",
    "(blank)",
]


@pytest.mark.parametrize("blank", BLANKS)
def test_blank_answers(blank: str) -> None:
    """What stands for no answer is empty, for a person too."""
    found = answered(form({22: blank, 13: blank}))
    assert (found[22].status, found[22].text, found[13].status) == (Status.EMPTY, "", Status.EMPTY)


@pytest.mark.parametrize(
    "text", ["No", "No.", "None of the districts has one.", "0", "5%", "N/A for districts"]
)
def test_short_answers_are_answers(text: str) -> None:
    """A plain "No" says something."""
    assert answered(form({22: text}))[22].text == text


def test_personal_answers_are_withheld_and_kept_apart() -> None:
    """Names, e-mails and phones are in no answer; what is withheld has them with what they are."""
    text = form()
    assert all(answered(text)[number].text == "" for number in PERSONAL)
    assert [(w.question, w.what, w.text) for w in align(document(text), FORM).withheld] == [
        (10, "person", "The CIO"), (13, "email", "cio@example.org"), (14, "phone", "+358 00 000 0000"),
        (39, "person", "A clerk"), (41, "email", "clerk@example.org"),
    ]  # fmt: skip


HELP = [
    (
        3,
        "Digital government is used interchangeably in this Survey, and defined as delivering services online.",
    ),
    (4, "E-services or similar"),
    (
        4,
        "E-services or similar:\nA specific portal where you see the list of online services available to the public.",
    ),
    (5, "E-Participation is about fostering civic engagement."),
    (
        6,
        "Open Government Data allows citizens\nto monitor data streams and thereby improves accountability and\ntransparency of government.",
    ),
    (9, "CIO or similar senior official, sometimes referred as Chief Technology Officer (CTO)\n*"),
    (22, "Please explain further and\nprovide links. *"),
    (37, "(e.g. natural disasters and pandemics)"),
    (38, "(e.g. Artificial Intelligence, IoT, Robotics) Please explain."),
]


HELP_OF = {
    number: lead for number, lead in HELP if lead.endswith(".") and ":" not in lead and number in (3, 5, 6)
}


@pytest.mark.parametrize(("number", "lead"), HELP)
def test_form_text_is_no_answer(number: int, lead: str) -> None:
    """Definitions, leads and requests under a heading do not enter the answer, nor is anything of it lost."""
    found = answered(form({number: f"{lead}\n\n{PLAIN[number]}"}))
    assert_plain(found)
    assert found[number].text == ("" if number in CHOICES else PLAIN[number])


LABELS = ["Help: {}", "HELP: {}", "Hint - {}", "Note – {}", "[Help] {}", "*Help:* {}", "(Help: {})", "Description:\n{}", "Help\n{}", "Help text: {}",
          "> Guidance note: {}", "ⓘ {}", "(i) {}", "ℹ️ {}", "Definition. {}", "Explanation → {}", "Hilfe: {}", "Aide : {}", "Ayuda: {}", "说明：{}", "--------\nHelp:\n\n{}"]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("number", [3, 5, 6])
def test_help_under_a_label_is_no_answer(label: str, number: int) -> None:
    """The form's help is its own whatever label a print sets before it."""
    said = {**HELP_OF, 6: HELP_OF[6].replace("\n", " ")}[number]
    found = answered(form({number: f"{label.format(said)}\n\n{PLAIN[number]}"}))
    assert_plain(found)


@pytest.mark.parametrize(
    "text", ["Note: the harbour has its own.", "Description:\nA map of all jetties.", "Help", "Hint: ask Lakeview.",
             "Information\nThe bureau answers mail.", "(i) A map (ii) a list", "Note: Open Seas is a portal, see https://seas.lakeview.example"]
)  # fmt: skip
@pytest.mark.parametrize("number", [5, 6, 24])
def test_an_answer_may_begin_as_help_does(text: str, number: int) -> None:
    """A label with other words than the form's behind it belongs to the answer."""
    assert answered(form({number: text}))[number].text == text


@pytest.mark.parametrize(
    "rule", ["=====", "-----", "_____", "* * *", "─────", "═════", "~~~~~", "#####", "=", "-=-=-=-"]
)
def test_lines_that_are_drawn_around_sections_are_no_answer(rule: str) -> None:
    """A rule under a heading, above a section or around its title is furniture."""
    bare = form({**PLAIN, 22: "(no answer)", 37: "", 28: ""})
    ruled = [f"{rule}\n{line}\n{rule}" if line in SECTIONS.values() else line for line in bare.splitlines()]
    found = answered("\n".join(line + f"\n{rule}" * (line[:2] in ("6.", "32", "22")) for line in ruled))
    assert_plain(found, besides=frozenset({22, 28, 37}))
    assert [found[number].status for number in (22, 28, 37)] == [Status.EMPTY] * 3


def test_page_furniture_is_no_answer() -> None:
    """The head and the foot of the print, page numbers, stems and closing words belong to no answer."""
    top = "View results\n\nRespondent\n\n12\n\nAnonymous\n\n13:20\n\nTime to complete\n\n"
    foot = "\n\nTHANK YOU\n\nThank you for taking the time to answer the Questionnaire. We appreciate your participation."
    stem = "\n\nIs there any legislation on digital government or data privacy at the\n\n16. "
    text = top + form({24: f"Page 3 of 12\n{PLAIN[24]}\n4/12"}).replace("\n\n16. ", stem) + foot
    found = answered(text)
    assert_plain(found)
    assert (found[44].text, len(found[44].marks)) == ("", 2)


@pytest.mark.parametrize("width", [40, 70, 200])
def test_stem_of_the_next_question(width: int) -> None:
    """The lead that questions 16 and 17 share is no part of answer 15, however it is wrapped."""
    stem = "Is there legislation on digital government, a law on access to information or data privacy at the"
    text = form(sections=False).replace("16. ", f"{textwrap.fill(stem, width)}\n\n16. ", 1)
    assert_plain(answered(text))


COPIES = {3: "Official portal", 5: "E-participation portal", 6: "Open data portal: one", 7: "Public procurement portal", 8: "Portals",
          15: "By mandate", 37: "Natural disasters page", 38: "Artificial Intelligence, IoT and Blockchain", 36: "Social media"}  # fmt: skip


@pytest.mark.parametrize("layout", ["plain", "no-number"])
@pytest.mark.parametrize("number", COPIES)
def test_answers_in_the_words_of_the_form(number: int, layout: str) -> None:
    """An answer that repeats a few words of its question, or of its help, is an answer."""
    found = answered(form({number: COPIES[number]}, head=LAYOUTS[layout]))
    assert found[number].text == COPIES[number]
    assert_plain(found, besides=frozenset({number}))


def test_answer_label_is_not_the_answer() -> None:
    """ "Answer:" before an answer is the form's."""
    assert answered(form({22: "Answer: 3% of all"}))[22].text == "3% of all"


TICKED = [
    "☒ Yes\n☐ No", "☑ Yes\n☐ No", "✓ Yes\nNo", "✔ Yes\n✗ No", "● Yes\n○ No", "◉ Yes\n◯ No", "[x] Yes\n[ ] No", "[X] Yes\n[] No",
    "(x) Yes\n( ) No", "(•) Yes\n( ) No", "(*) Yes\n( ) No", "Yes ☒\nNo ☐", "Yes [x]\nNo [ ]", "☒ Yes  ☐ No", "Yes ☒ No ☐",
    "- [x] Yes\n- [ ] No", "a) ☒ Yes\nb) ☐ No", "Yes", "- Yes", "YES.", "Yes (selected)\nNo", "x Yes\nNo", "✅ Yes\n⬜ No", "Yes ✓\nNo",
    "(x)Yes ( )No", "Yes __X__ No ____", "Yes☒ No☐", "**Yes**", "Yes X\nNo",
]  # fmt: skip


@pytest.mark.parametrize("ticks", TICKED)
def test_ticked_yes(ticks: str) -> None:
    """Every way of ticking, and the print of the chosen option alone, selects "Yes"."""
    answer = answered(form({9: ticks}))[9]
    assert answer.status is Status.ANSWERED
    assert [
        (mark.option, mark.label.strip(".").title())
        for mark in answer.marks
        if mark.state is MarkState.SELECTED
    ] == [("yes", "Yes")]
    assert all(mark.label.strip(".").title() in {"Yes", "No"} for mark in answer.marks)


LOST = [
    "Yes\nNo",
    "- Yes\n- No",
    "Yes / No",
    "Yes No",
    "● Yes\n● No",
    "• Yes\n• No",
    "o Yes\no No",
    "1. Yes\n2. No",
    "Yes/No",
    "YES\nNO",
    "Yes or No",
]


@pytest.mark.parametrize("ticks", LOST)
def test_lost_ticks_are_unknown(ticks: str) -> None:
    """A print of all options without boxes tells nothing."""
    answer = answered(form({9: ticks}))[9]
    assert answer.status is Status.MARKS_LOST
    assert marks(answer) == {"yes": MarkState.UNKNOWN, "no": MarkState.UNKNOWN}


@pytest.mark.parametrize("ticks", ["☐ Yes\n☐ No", "[ ] Yes [ ] No", ""])
def test_nothing_ticked_is_empty(ticks: str) -> None:
    """Empty boxes, or no option at all, are no answer."""
    assert answered(form({9: ticks}))[9].status is Status.EMPTY


FREE = [
    ("Yes, since 2019", "yes", "Yes, since 2019"),
    ("No. A deputy mayor leads the programme.", "no", "No. A deputy mayor leads the programme."),
    ("Yes – the Chief Digital Officer", "yes", "Yes – the Chief Digital Officer"),
    ("☒ Yes\n☐ No\nThe office was founded in 2019.", "yes", "The office was founded in 2019."),
    ("Yes\nSince 2019 the city has one.", "yes", "Since 2019 the city has one."),
]


@pytest.mark.parametrize(("said", "option", "text"), FREE)
def test_words_beside_a_choice(said: str, option: str, text: str) -> None:
    """What is written under a choice is kept; the option it begins with is selected."""
    answer = answered(form({9: said}))[9]
    assert [mark.option for mark in answer.marks if mark.state is MarkState.SELECTED] == [option]
    assert (answer.status, answer.text) == (Status.ANSWERED, text)


def test_words_that_are_no_option_tick_nothing() -> None:
    """ "Not yet" is not "No", and a sentence about the matter ticks no box."""
    for said in ("Not yet decided", "The city shares an officer with the region.", "Nothing of the kind"):
        answer = answered(form({9: said}))[9]
        assert (answer.marks, answer.status, answer.text) == ((), Status.ANSWERED, said)


def test_other_with_words() -> None:
    """ "Other: …" selects the option Other and keeps the words."""
    answer = answered(form({33: "Other: by a panel of residents"}))[33]
    assert (marks(answer), answer.text) == ({"other": MarkState.SELECTED}, "Other: by a panel of residents")


NATIONAL = "is aligned with the national development strategy."
PLAN = "has an implementation plan."
SDG11 = "makes specific reference to SDG 11"
DIGITAL = "is aligned with national digital development strategy."
SDGS = "is aligned with the SDGs."


def test_many_boxes_are_told_apart() -> None:
    """Options that share words get each their own mark, with their words as printed."""
    lines = [f"☒ {PLAN}", f"☐ {NATIONAL}", f"☒ {SDGS}", f"☐ {DIGITAL}", f"☒ {SDG11}"]
    answer = answered(form({20: "\n".join(lines)}))[20]
    assert [(m.option, m.label) for m in answer.marks if m.state is MarkState.SELECTED] == [
        ("implementation-plan", PLAN), ("sdgs", SDGS), ("sdg-11", SDG11)]  # fmt: skip
    assert [m.option for m in answer.marks if m.state is MarkState.NOT_SELECTED] == [
        "national-development",
        "national-digital",
    ]
    assert answer.text == ""


def test_some_of_many_options_are_the_chosen_ones() -> None:
    """A print of a few options without boxes, or a cell that joins them, shows what was chosen."""
    for printed in (f"{PLAN}\n{SDG11}", f"{PLAN};{SDG11};", f"- {PLAN}\n- {SDG11}", f"{PLAN}, {SDG11}"):
        answer = answered(form({20: printed}))[20]
        assert marks(answer) == {"implementation-plan": MarkState.SELECTED, "sdg-11": MarkState.SELECTED}


def test_wrapped_option_is_one_option() -> None:
    """The rest of a long option on the next line belongs to it."""
    wrapped = (
        "☒ provides other specific measures to ensure that e-Government is used by\nthe most vulnerable groups (Poor, immigrants)\n☐ "
        + SDG11
    )
    answer = answered(form({20: wrapped}))[20]
    assert (len(answer.marks), answer.text) == (2, "")
    assert answer.marks[0].label.endswith("(Poor, immigrants)")


@pytest.mark.parametrize(
    ("yes", "no"), [("( X )", "(   )"), ("[x]", "[ ]"), ("☒", "☐"), ("✔", "☐"), ("_X_", "___")]
)
@pytest.mark.parametrize("bullet", ["- ", "", "• "])
def test_an_option_may_be_broken_before_its_box(bullet: str, yes: str, no: str) -> None:
    """Where boxes stand behind the options, one at the end of the second line, or on the third, is that of the whole option."""
    printed = f"""{bullet}has an implementation plan {yes}
{bullet}speaks of new technologies: blockchain, artificial intelligence, and what is called big
  data {yes}
{bullet}has specific measures so that vulnerable groups use e-Government
  (immigrants, women, youth, the poor, indigenous people)
  {no}
{bullet}makes specific reference to cyber security {no}"""
    answer = answered(form({20: printed}))[20]
    assert list(marks(answer).values()) == [MarkState.SELECTED] * 2 + [MarkState.NOT_SELECTED] * 2
    assert answer.marks[1].label.endswith("what is called big data")
    assert "indigenous" in answer.marks[2].label
    assert answer.text == ""


def test_what_is_said_before_an_option_with_its_box_behind_is_no_part_of_it() -> None:
    """A sentence above the options stays a sentence."""
    answer = answered(form({20: f"The plan was renewed by the council.\n{PLAN} [x]\n{SDG11} [ ]"}))[20]
    assert answer.text == "The plan was renewed by the council."
    assert [mark.label for mark in answer.marks] == [PLAN, SDG11]


def test_bullets_are_kept_in_a_text() -> None:
    """ "●" before the lines of a text is a bullet of the respondent, and the lines stand as printed."""
    text = "● Harbour portal\n● Forest portal ● Lake portal\n☑ all of them"
    assert answered(form({8: text}))[8].text == text


@pytest.mark.parametrize("sign", ["; ", ", ", " | ", ";"])
def test_a_cell_may_list_many_options(sign: str) -> None:
    """However long it gets: each named option is chosen, those with a comma within too; a text that says more is a text."""
    example = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
    options = [
        line[2:-1] for line in example.splitlines() if line[:2] in ("☒ ", "☐ ") and line.endswith(".")
    ][:14]
    printed = sign.join(
        [*options[:9], "It provides measures for the most vulnerable groups (poor, immigrants)"]
    )
    assert len(printed) > 400
    found = marks(answered(form({20: printed}))[20])
    assert len(found) == 10
    assert set(found.values()) == {MarkState.SELECTED}
    prose = answered(form({20: f"{printed}, and besides it speaks of the lake, its fish and their prices"}))[
        20
    ]
    assert sign != ", " or MarkState.SELECTED not in marks(prose).values()


def test_few_questions_are_no_response() -> None:
    """A text that is no response, an address book included, is refused with a hint."""
    for text in (
        "A report on lakes.\nIt has two lines.",
        "Name\nTitle\nOrganization\nEmail\nPhone",
        "1. City name: Lakeview",
    ):
        assert recognised(document(text), FORM) < FEWEST
        with pytest.raises(InputError, match="not a response") as error:
            align(document(text), FORM)
        assert error.value.hint
        assert error.value.file == "lakeview.txt"


def test_recognised_counts_questions() -> None:
    """All questions that more than a word speaks for are counted."""
    assert recognised(document(form()), FORM) >= 35


HOSTILE = [
    "Name\n" * 100_000,
    "word " * 1_000_000,
    "(" * 1_000_000 + "[ ] " * 200_000,
    "24. Which digital initiatives in place are focused on\n" * 10_000,
    "☒ Yes ☐ No\n" * 10_000,
    "If yes, do you publish the results online? " * 50_000,
    "\n".join(f"{n}. Title" for n in range(10_000)),
    "a. " * 1_000_000,
    "* " * 500_000 + ".?!:" * 100_000,
]


@pytest.mark.parametrize("flood", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_linear_time(flood: str) -> None:
    """Megabytes of what looks like the form are read in seconds, and the rest of the form stays readable."""
    text = form({24: flood})
    start = time.process_time()
    found = answered(text)
    assert time.process_time() - start < 20
    assert found[8].text == PLAIN[8]
    assert found[43].text == PLAIN[43]


@pytest.mark.parametrize(
    "flood",
    [
        "[ ] " * 90 + "x",
        "_" * 390 + "x",
        "( )[]" * 75 + "x",
        "☒ Yes ☐ No\n" * 3000,
        "a, " * 130,
        "Yes " * 90,
        "- [" * 120,
    ],
)
@pytest.mark.parametrize("number", [9, 20])
def test_hostile_choices_take_linear_time(flood: str, number: int) -> None:
    """Rows of boxes, brackets and options under a choice are read at once."""
    start = time.process_time()
    assert answered(form({number: flood}))[8].text == PLAIN[8]
    assert time.process_time() - start < 3


@pytest.mark.skipif(not GOLD.exists(), reason="the real response is not here")
class TestRealResponse:
    """A real response, against its annotation by hand, as it is and in other dress."""

    @staticmethod
    def squeeze(text: str) -> str:
        return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()

    def misses(self, text: str) -> list[int]:
        gold = json.loads(GOLD.read_text(encoding="utf-8"))["answers"]
        found = {answer.question: answer for answer in align(document(text), FORM).answers}
        return [row["question"] for row in gold if not self.right(row, found[row["question"]])]

    def right(self, row: dict[str, str], answer: Answer) -> bool:
        if answer.question in PERSONAL:
            return answer.status is Status.WITHHELD and not answer.text
        wanted = {"answered": Status.ANSWERED, "blank": Status.EMPTY, "not-recorded": Status.MARKS_LOST}[
            row["state"]
        ]
        text, starts, ends = (
            self.squeeze(words) for words in (answer.text, row.get("starts", ""), row.get("ends", ""))
        )
        options = [mark.label for mark in answer.marks]
        return (
            answer.status is wanted
            and text.startswith(starts[:20])
            and text.endswith(ends[-20:])
            and options == row.get("options", [])
        )

    def dressed(self, change: Callable[[int, str], str]) -> str:
        wording = {
            row["question"]: row["label"] for row in json.loads(GOLD.read_text(encoding="utf-8"))["answers"]
        }
        text = REAL.read_text(encoding="utf-8")
        for number, label in wording.items():
            line = re.compile(rf"^{number}\. ({re.escape(label[:30])}.*)$", re.M)
            text = line.sub(lambda found, n=number: change(n, found[1]), text, count=1)
        return text

    def test_as_it_is(self) -> None:
        """All 44 answers have the state, the beginning, the end and the options of the annotation."""
        assert self.misses(REAL.read_text(encoding="utf-8")) == []

    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_in_other_dress(self, layout: str) -> None:
        """Renumbered, unnumbered, wrapped, in capitals: the same."""
        assert self.misses(self.dressed(LAYOUTS[layout])) == []


def test_what_is_struck_out_is_no_answer() -> None:
    """A line that the respondent struck out is left out; a form's own prompt is no answer either."""
    blocks = document((EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")).blocks
    wrong = [replace(b, text="Springfield", look=Look.STRUCK) for b in blocks if b.text == "Tampere"]
    prompt = {"Finland": "Click or tap here to enter text."}
    changed = (replace(b, text=prompt.get(b.text, b.text)) for b in blocks)
    shown = Document("t", tuple(c for b in changed for c in ((*wrong, b) if b.text == "Tampere" else (b,))))
    answers = {answer.question: answer for answer in align(shown, FORM).answers}
    assert answers[1].text == "Tampere"
    assert answers[2].status is Status.EMPTY


def test_running_heads_and_page_numbers_are_no_answer() -> None:
    """Lines that recur with at most a number changed, beside page numbers or written like the title of a paper."""
    parts = form().split("\n\n")
    pages = [
        part if n % 5 else f"{part}\nLakeview | Response to LGQ 2022\n- {n} -" for n, part in enumerate(parts)
    ]
    assert_plain(answered("\n\n".join(pages)))


def test_a_line_that_many_answers_say_is_an_answer() -> None:
    """What recurs without the look of a running head stays."""
    said = {n: f"See the answer above\n{PLAIN[n]}" for n in (24, 25, 26, 27)}
    found = answered(form(said))
    assert [found[n].text for n in said] == list(said.values())


def test_what_a_column_asks_is_no_answer() -> None:
    """A header's own second sentence is none, and a column that the form does not know has its own."""
    cells = [("City name", "Lakeview"), ("Country name", ""), ("Which wishes are left?", "More time.")]
    known = [
        b
        for b in document((EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")).blocks
        if b.text[0].isdigit() and "?" in b.text
    ]
    asked = [
        *cells,
        *((b.text, "Some words.") for b in known),
        ("Does the city have a budget? Which percentage of the total?", ""),
    ]
    blocks = (
        Block(words, n, asks=asks)
        for n, pair in enumerate(asked)
        for words, asks in zip(pair, (True, False), strict=True)
        if words
    )
    answers = {answer.question: answer for answer in align(Document("t", tuple(blocks)), FORM).answers}
    assert answers[1].text == "Lakeview"
    assert answers[2].status is Status.EMPTY
    assert not any(
        "wishes" in a.text or "More time" in a.text or "percentage" in a.text
        for number, a in answers.items()
        if number <= 44
    )
    assert [(a.asked, a.text) for number, a in answers.items() if number > 44] == [
        ("Which wishes are left?", "More time."),
        ("Does the city have a budget? Which percentage of the total?", ""),
    ]
