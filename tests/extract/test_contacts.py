"""Personal data in free text is taken out, and public lines stay, by rule."""

from __future__ import annotations

import pytest

from lgq_graph.extract.contacts import BLANK, people_in, withhold
from lgq_graph.model import Withheld

GIVEN = (Withheld(10, "person", "Ada Exampla Testa"),)

PERSONAL = [
    "Write to first.last@city.example for help",
    "Write to first.last (at) city (dot) example",
    "reach the director, Ms X, tel. +254 20 1234567",
    "his number is +1 (202) 555-0123",
    "mobile: 98765 43210",
    "direct 020 7946 0958",
    "write or ring 555-010-9999",
]
PUBLIC = [
    "Call the hotline +254 20 1234567 at any time",
    "the contact centre (tel.: +7 (495) 777-77-77)",
    "Dial 112 or 1500",
    "The helpline 0800 123 4567 is free",
    "We had 1 234 567 visits and 12,345,678 views since 2019-2021",
    "see https://a.example/12345678901",
    "Law 25.326 of 2016/679",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_is_blanked(text: str) -> None:
    """An address or number of a person does not stay, and is known to have been there."""
    public, taken = withhold(text, 4, ())
    assert BLANK in public
    assert len(taken) == 1
    assert taken[0].text in text
    assert taken[0].text not in public


@pytest.mark.parametrize("text", PUBLIC)
def test_public_lines_and_plain_numbers_stay(text: str) -> None:
    """Public lines, short codes, counts, addresses and law numbers are no personal data."""
    assert withhold(text, 4, ()) == (text, ())


@pytest.mark.parametrize(
    "form", ["Ada Exampla Testa", "ADA EXAMPLA TESTA", "Ada Testa", "Testa, Ada", "Testa Ada"]
)
def test_a_name_from_the_contact_part_is_withheld_elsewhere(form: str) -> None:
    """Whole, shortened, or turned round."""
    public, taken = withhold(f"Our lead {form} answers.", 4, GIVEN)
    assert public == f"Our lead {BLANK} answers."
    assert taken[0].what == "person"


def test_one_word_is_no_name() -> None:
    """A single word would blank too much."""
    assert withhold("Maria is a street.", 4, (Withheld(10, "person", "Maria"),)) == ("Maria is a street.", ())


@pytest.mark.parametrize("unit", ["a.", "+1 ", "a@", "(0", "hotline "])
def test_hostile_text_ends(unit: str) -> None:
    """Half a million characters of what opens an address or a number do not hang."""
    withhold(unit * 100_000, 4, (Withheld(10, "person", "Ada Testa"),))


@pytest.mark.parametrize(
    ("answer", "people"),
    [
        ("Ms. Ada Testa", ("Ada Testa",)),
        ("Dr Ada Testa (CIO)", ("Ada Testa",)),
        ("Ada Testa, Chief Digital Officer", ("Ada Testa",)),
        ("TESTA, Ada", ("Ada TESTA",)),
        ("Ada Testa / Ado Testo", ("Ada Testa", "Ado Testo")),
        ("Ada Testa and Ado Testo", ("Ada Testa", "Ado Testo")),
        ("Chief Digital Officer", ()),
        ("Department of Information Services", ()),
        ("N/A", ()),
    ],
)
def test_people_are_told_from_titles_and_posts(answer: str, people: tuple[str, ...]) -> None:
    """A post under "Name" blanks nothing; a name beside a post is still a name."""
    assert people_in(answer) == people
