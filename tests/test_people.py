"""People whom nothing but the sentence tells are withheld, what is no person stays, and the gaps that are known are told."""

from __future__ import annotations

import pytest

from lgq_graph.extract.contacts import withhold_all
from lgq_graph.model import Answer, Status

from .people import KEPT, TAKEN, TOLD, UNTOLD
from .timing import assert_linear


def public(text: str) -> str:
    """What is left of an answer of a town called Oldtown that names no contact."""
    (answer,), _ = withhold_all([Answer(21, Status.ANSWERED, text)], [], ["Oldtown"])
    return answer.text


def left(text: str, words: str) -> list[str]:
    """The words that tell the people and are still public."""
    after = public(text)
    return [word for word in words.split() if word in after]


@pytest.mark.parametrize(("language", "text", "words"), TOLD)
def test_people_whom_the_sentence_tells_are_withheld(language: str, text: str, words: str) -> None:
    """By labels, the close of a letter, quotations, lists, tables, addresses and profiles, in eight languages."""
    assert all(word in text for word in words.split())
    assert not left(text, words), (language, public(text))


@pytest.mark.parametrize(("language", "text"), KEPT)
def test_services_bodies_and_places_stay(language: str, text: str) -> None:
    """Beside the same words."""
    assert public(text) == text, language


def test_the_gaps_are_known() -> None:
    """The sentences that still leak, or lose too much, are listed, and are few: a mended one leaves its list."""
    assert [text for _, text, words in UNTOLD if not left(text, words)] == []
    assert [text for _, text in TAKEN if public(text) == text] == []
    assert len(UNTOLD) < (len(TOLD) + len(UNTOLD)) / 8
    assert len(TAKEN) < (len(KEPT) + len(TAKEN)) / 50


@pytest.mark.parametrize("bomb", [
    "Prepared by Ab, ", "Ab Cd, ab.cd@b.example ", "Name: Ab Cd\nTitle: x\n", "Name | Post\nAb | Cd\n", '"a" said Ab ', "A. ", "A.B. Cd, ", "Ab said ", "contact for a ",
    "Иванович ", "А. Б. ", "Regards,\n", "Author: ", "officer of a ", "phone Ab ", "由王", "市长王", "مع تحيات\n", "Ответственный за a ",
])  # fmt: skip
def test_time_is_linear(bomb: str) -> None:
    """Whatever sign repeats."""
    assert_linear(public, bomb, 4_000)
