"""Which round a response answers, and by which form it is read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lgq_graph.align import align, nearest_form, printed_edition
from lgq_graph.model import Document
from lgq_graph.pipeline import build_response
from lgq_graph.questionnaire import load_questionnaire, parse_questionnaire
from lgq_graph.read.txt import read_text
from lgq_graph.resources import resource

from .conftest import EXAMPLES

TEXT = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
FORM = load_questionnaire("2022")


def document(above: str = "", within: str = "") -> Document:
    return read_text(f"{above}\n{TEXT}\n{within}".encode(), "t.txt")


@pytest.mark.parametrize(
    ("above", "edition"),
    [
        ("Local Government Questionnaire 2024", "2024"),
        ("LOCAL GOVERNMENT QUESTIONNAIRE (LGQ) – 2020", "2020"),
        ("United Nations E-Government Survey: the LGQ for 2026", "2026"),
        ("UN DESA | 2018 Local Government Questionnaire", "2018"),
        ("The Local Government Questionnaire helps us since 2003.", ""),
        ("E-Government Survey 2024", ""),
        ("", ""),
    ],
)
def test_the_round_is_what_the_print_calls_its_form(above: str, edition: str) -> None:
    """The year beside the name of the form, above the first question."""
    assert printed_edition(document(above), FORM) == edition


def test_a_year_in_an_answer_is_no_round() -> None:
    """Only what stands above the first question counts."""
    assert printed_edition(document(within="We answered the LGQ 2018 too."), FORM) == ""


def test_an_unknown_round_is_read_by_the_nearest_form_and_stays_its_own() -> None:
    """Its graphs bear its own round, its questions are those of the form that was used."""
    built = build_response(document("Local Government Questionnaire 2024"))
    assert (built.response.edition, built.questionnaire.edition) == ("2024", "2022")
    graphs = {quad.graph_name.value.split("/")[-2] for quad in built.quads}
    assert graphs == {"2024"}
    questions = {q.object.value for q in built.quads if q.predicate.value.endswith("#question")}
    assert all("/questionnaire/2022/" in question for question in questions)


def test_an_edition_that_is_named_wins() -> None:
    """Who builds may say which round it is."""
    assert build_response(document("Local Government Questionnaire 2024"), "2022").response.edition == "2022"


def test_the_form_with_most_questions_found_is_taken() -> None:
    """An edition that knows half of the questions loses; of two alike the later one wins."""
    half = replace(FORM, edition="2030", questions=FORM.questions[:22])
    later = replace(FORM, edition="2024")
    assert nearest_form(document(), [half, FORM]).edition == "2022"
    assert nearest_form(document(), [FORM, later]).edition == "2024"


def test_another_edition_is_a_file_with_its_own_numbers_and_wording() -> None:
    """An edition with a question more in front and one reworded reads its own print; the form of 2022 reads it less well."""
    turtle = (
        resource("ontology", "questionnaire-lgq-2022.ttl").read_text(encoding="utf-8").replace("2022", "2026")
    )
    moved = re.sub(r"(?<=[:/]q)(\d{1,2})\b", lambda m: str(int(m[1]) + (int(m[1]) >= 24)), turtle)
    moved = re.sub(r"(?<=lgq:number )(\d+)", lambda m: str(int(m[1]) + (int(m[1]) >= 24)), moved)
    new = """q:q24 a disco:Question ; skos:prefLabel "Robots"@en ; lgq:number 24 ; lgq:questionKind kind:text ;
        lgq:inSection part:usage ; lgq:keyPhrase "robots in the streets"@en ."""
    form = parse_questionnaire(
        f"{moved}\n{new}".replace("q:q23 ,", "q:q23 , q:q24 ,", 1).encode(), "2026", "x"
    )
    text = re.sub(r"(?m)^(\d{1,2})(?=\. [A-Z])", lambda m: str(int(m[1]) + (int(m[1]) >= 24)), TEXT)
    asked = "24. Are there robots in the streets? *\n\nOne, for parcels.\n\n25. "
    printed = read_text(text.replace("\n25. ", f"\n{asked}", 1).encode(), "t.txt")
    assert nearest_form(printed, [FORM, form]).edition == "2026"
    by_its_own = {a.question: a for a in align(printed, form).answers}
    by_nearest = {a.question: a for a in align(printed, FORM).answers}
    assert by_its_own[24].text == by_nearest[45].text == "One, for parcels."
    assert by_its_own[25].text == by_nearest[24].text
    assert not any(a.asked for a in by_its_own.values())
