"""Tests of `lgq_graph.questionnaire` and of the edition files it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lgq_graph.errors import DataError, UsageError
from lgq_graph.model import Kind, Question, QuestionKind
from lgq_graph.questionnaire import editions, load_questionnaire, parse_questionnaire
from lgq_graph.resources import resource

FORM = load_questionnaire("2022")
TURTLE = resource("ontology", "questionnaire-lgq-2022.ttl").read_bytes()
REAL = Path(__file__).resolve().parents[2] / "shared" / "responses" / "moscow-2022.txt"

ROLES = {
    "city": [1], "country": [2], "person": [10, 39], "post": [11, 40], "organisation": [12, 42], "email": [13, 41], "phone": [14],
    "national-link": [15], "laws": [18], "strategy": [21], "budget": [22], "partners": [28], "share-online": [29],
    "share-mobile": [30], "satisfaction": [35], "accounts": [36], "submitted": [43],
}  # fmt: skip


def test_editions_are_the_files() -> None:
    """Each edition file is known by its year."""
    assert "2022" in editions()


def test_unknown_edition_lists_the_known_ones() -> None:
    """The error names what could be asked for."""
    with pytest.raises(UsageError, match="1999") as error:
        load_questionnaire("1999")
    assert "2022" in error.value.hint


def test_it_is_read_once() -> None:
    """The same edition is the same value."""
    assert load_questionnaire("2022") is FORM


def test_questions_and_sections() -> None:
    """44 questions in order, in eleven sections, the contacts apart."""
    assert [question.number for question in FORM.questions] == list(range(1, 45))
    assert len(FORM.sections) == 11
    assert {q.number for q in FORM.questions if q.section == "cio-contact"} == set(range(10, 15))
    assert {q.number for q in FORM.questions if q.section == "contact"} == set(range(39, 45))
    assert {q.section for q in FORM.questions} == {section.slug for section in FORM.sections}


def test_kinds() -> None:
    """Choices, dates, e-mails and phones are told from texts."""
    kinds = {kind: [q.number for q in FORM.questions if q.kind is kind] for kind in QuestionKind}
    assert kinds[QuestionKind.CHOICE] == [9, 16, 17, 19, 31, 33]
    assert kinds[QuestionKind.MULTI_CHOICE] == [20, 44]
    assert (kinds[QuestionKind.DATE], kinds[QuestionKind.EMAIL], kinds[QuestionKind.PHONE]) == (
        [43],
        [13, 41],
        [14],
    )


def test_options() -> None:
    """Options stand in the order of the form; each choice has some, and no text has any."""
    assert [option.slug for option in FORM.question(33).options] == ["yes", "no", "other"]
    assert [len(FORM.question(n).options) for n in (9, 20, 44)] == [2, 16, 4]
    assert FORM.question(20).options[0].slug == "implementation-plan"
    assert all(
        bool(q.options) == (q.kind in (QuestionKind.CHOICE, QuestionKind.MULTI_CHOICE))
        for q in FORM.questions
    )


def test_options_have_slugs_of_their_own() -> None:
    """No two options of a question share a slug."""
    assert all(len({option.slug for option in q.options}) == len(q.options) for q in FORM.questions)


def test_personal_questions() -> None:
    """Names, e-mails and the phone are personal; posts and organisations are not."""
    assert {q.number for q in FORM.questions if q.personal} == {10, 13, 14, 39, 41}


def test_targets_and_premises() -> None:
    """Three questions match SDG targets; follow-up questions presuppose a yes."""
    assert {q.number: q.target for q in FORM.questions if q.target} == {25: "11.2", 26: "11.1", 27: "11.7"}
    premises = {q.number: q.presupposes for q in FORM.questions if q.presupposes}
    assert premises == {
        **dict.fromkeys(range(10, 15), (9, "yes")),
        21: (19, "yes"),
        32: (31, "yes"),
        34: (33, "yes"),
    }


@pytest.mark.parametrize(("role", "numbers"), ROLES.items())
def test_roles(role: str, numbers: list[int]) -> None:
    """Each stage finds the questions it needs by their role."""
    assert [question.number for question in FORM.with_role(role)] == numbers


def test_functions_and_lists() -> None:
    """A bare list of portals has the function and the kind that the question asks for."""
    assert {n: FORM.question(n).functions for n in (4, 5, 6, 7)} == {
        4: ("e-services",), 5: ("e-participation",), 6: ("open-data",), 7: ("procurement",)}  # fmt: skip
    assert (FORM.question(30).lists, FORM.question(18).lists, FORM.question(28).lists) == (
        Kind.APP,
        Kind.LEGISLATION,
        None,
    )


def cues(question: Question) -> tuple[str, ...]:
    return (
        *question.phrases,
        *question.help,
        *(phrase for option in question.options for phrase in option.phrases),
    )


def test_cues_are_short() -> None:
    """A cue has seven words at most: the form's wording stays with the form."""
    assert [cue for question in FORM.questions for cue in cues(question) if len(cue.split()) > 7] == []


@pytest.mark.skipif(not REAL.exists(), reason="the real response is not here")
def test_no_wording_of_the_form_is_copied() -> None:
    """No ten words in a row of a printed form stand in the edition file."""

    def words(text: str) -> list[str]:
        return re.findall(r"[^\W_]+", text.casefold())

    def tens(of: list[str]) -> set[tuple[str, ...]]:
        return {tuple(of[start : start + 10]) for start in range(len(of) - 9)}

    literals = re.sub(r'"@en', '"', TURTLE.decode())
    assert tens(words(literals)) & tens(words(REAL.read_text(encoding="utf-8"))) == set()


BROKEN = {
    "no turtle": (b"@prefix dct:", b"@prefix dct", "Turtle"),
    "unknown kind": (b"kind:multi-choice", b"kind:guess", "guess"),
    "unknown section": (b"inSection part:usage", b"inSection part:elsewhere", "unknown section"),
    "no number": (b"lgq:number 24 ;", b"", "no number"),
    "wrong number": (b"lgq:number 24 ;", b"lgq:number 240 ;", "q240"),
    "two numbers": (b"lgq:number 24 ;", b"lgq:number 24 , 25 ;", "several number"),
    "number in words": (b"lgq:number 24 ;", b'lgq:number "many" ;', "many"),
    "no label": (b'skos:prefLabel "Transport"@en ;', b"", "prefLabel"),
    "unknown premise": (
        b"q31/option/yes> ;\n    lgq:keyPhrase",
        b"q31/option/perhaps> ;\n    lgq:keyPhrase",
        "presupposes",
    ),
    "unknown list": (b'lgq:listsKind "app"', b'lgq:listsKind "apple"', "apple"),
    "other edition": (b'lgq:edition "2022"', b'lgq:edition "2024"', "edition"),
    "question not listed": (b"q:q43 , q:q44 ;", b"q:q43 ;", "listed"),
    "no questionnaire": (b"a disco:Questionnaire", b"a disco:Question_naire", "Questionnaire"),
    "no encoding": (b"Transport", b"\xff\xfe", "Turtle"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_malformed_files_are_named(fault: str) -> None:
    """Each fault is a DataError that names the file and says what is wrong."""
    old, new, words = BROKEN[fault]
    assert old in TURTLE
    with pytest.raises(DataError, match=words) as error:
        parse_questionnaire(TURTLE.replace(old, new), "2022", "form.ttl")
    assert error.value.file == "form.ttl"


def test_order_in_the_file_makes_no_difference() -> None:
    """The value does not depend on the order of the triples."""
    head, *parts = TURTLE.decode().split("\n\n")
    prefixes = [part for part in parts if part.startswith("@prefix")]
    others = [part for part in parts if not part.startswith("@prefix")]
    again = "\n\n".join([head, *prefixes, *reversed(others)])
    assert parse_questionnaire(again.encode(), "2022") == FORM


def test_the_edition_in_the_manual_is_one() -> None:
    """What `docs/editions.md` shows can be read as it stands, and has what it speaks of."""
    manual = (Path(__file__).resolve().parents[1] / "docs" / "editions.md").read_text(encoding="utf-8")
    turtle = re.search(r"```turtle\n(.+?)```", manual, re.S)
    assert turtle
    form = parse_questionnaire(turtle[1].encode(), "2026", "editions.md")
    assert [q.kind.value for q in form.questions] == ["text", "text", "choice", "email"]
    assert (form.questions[2].functions, form.questions[3].personal) == (("open-data",), True)
