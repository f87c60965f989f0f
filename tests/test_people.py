"""People whom nothing but the sentence tells are withheld, what is no person stays, and the gaps that are known are told."""

from __future__ import annotations

import pytest

from lgq_graph.extract.contacts import withhold_all
from lgq_graph.extract.name_lists import folded, is_given, is_inflected
from lgq_graph.model import Answer, Status

from .conftest import ROOT
from .people import KEPT, TAKEN, TOLD, UNTOLD
from .timing import assert_linear

LISTS, KINDS = ROOT / "lgq_graph" / "extract" / "lists", ("given", "family", "sure")


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
    """By labels, the close of a letter, quotations, lists, tables, addresses and profiles; by usual names alone, in two dozen languages."""
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
    "Maria Lopez ", "Maria Lopez School ", "Lopez Maria, ", "Jan van der ", "Maria de la ", "Portal Maria Lopez van ", "Maria\n", "d'Anna ", "Ольге Морозовой ",
    "Иванович ", "А. Б. ", "Regards,\n", "Author: ", "officer of a ", "phone Ab ", "由王", "市长王", "مع تحيات\n", "Ответственный за a ",
])  # fmt: skip
def test_time_is_linear(bomb: str) -> None:
    """Whatever sign repeats."""
    assert_linear(public, bomb, 4_000)


def test_what_one_sentence_calls_a_thing_is_one_in_all() -> None:
    """The same two words are a person's where no thing has them."""
    assert public("Clara Jones is free.") == "[withheld] is free."
    assert (
        public("Use the Clara Jones app. Clara Jones is free.")
        == "Use the Clara Jones app. Clara Jones is free."
    )


def test_a_family_name_is_known_from_then_on() -> None:
    """A person who is told by the whole name is withheld where only the family name stands."""
    assert public("Maria Fernandez wrote it. Fernandez left.") == "[withheld] wrote it. [withheld] left."


def test_the_lists_are_as_the_tool_writes_them() -> None:
    """Sorted, each name once, folded; common, seldom and sure ones apart."""
    lists = {path.stem: path.read_text(encoding="ascii").splitlines() for path in LISTS.glob("*-*.txt")}
    lists |= {name: (LISTS / f"{name}.txt").read_text(encoding="ascii").splitlines() for name in KINDS}
    assert sorted(lists) == ["family", "given", "seldom-family", "seldom-given", "sure"]
    for names in lists.values():
        assert names == sorted(set(names))
        assert all(name == folded(name) for name in names)
    assert all(set(lists[kind]).isdisjoint(lists[f"seldom-{kind}"]) for kind in ("given", "family"))
    assert set(lists["sure"]) <= set(lists["given"])


@pytest.mark.parametrize(("written", "nominative"), [("Ольге", "Ольга"), ("Дмитрию", "Дмитрий"), ("Katarzynie", "Katarzyna"), ("Tomaszowi", "Tomasz")])  # fmt: skip
def test_slavic_cases_are_seen_through(written: str, nominative: str) -> None:
    """A given name is one in each of its cases."""
    assert is_given(nominative) and not is_given(written)
    assert is_inflected(written)
