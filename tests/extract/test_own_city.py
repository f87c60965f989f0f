"""Names of other tongues that hold the name of the city, and the city itself, which is none of its things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.own_city import is_own_city
from lgq_graph.extract.partners import find_partners
from lgq_graph.extract.tails import begins_at, with_tail
from lgq_graph.model import Kind, Mentions

from ..timing import assert_linear

Read = Callable[..., Mentions]
A = "https://a.example/1"

CASES = [
    ("Norvo", ["Norvo", "Norva", "Norvě", "Norvem", "Norvu"]),
    (
        "Velkin",
        ["Velkinie", "Velkina", "Velkinu", "Velkinem", "Velkinen", "Velkinon", "Velkin'de", "Velkin’den"],
    ),
    ("Praska", ["Prasky", "Prasku"]),
    ("Tamvere", ["Tamvereella", "Tamvereen", "Tamveressa"]),
    ("Velká Norva", ["Velkej Norvy", "Velké Norvě"]),
    ("City of Norvo", ["Norva", "Norvo"]),
]


@pytest.mark.parametrize(("city", "forms"), CASES)
def test_the_city_in_any_case(city: str, forms: list[str]) -> None:
    """The end of the name may change as it does in Slavic, Finnic, Hungarian and Turkic tongues."""
    assert [form for form in forms if not is_own_city(form, city)] == []


@pytest.mark.parametrize(
    "words", ["Norvo 2030", "Norvo iD", "Norvograd", "Norvas Park", "Norbert", "Nor", ""]
)
def test_more_or_other_words_are_not_the_city(words: str) -> None:
    """A name that only holds that of the city is a name of its own."""
    assert not is_own_city(words, "Norvo")


WHOLE = [
    (f"Playgrounds are shown in Hřiště v Exampletonu ({A}), which the parks keep.", ["Hřiště v Exampletonu"]),
    (
        f"Residents use the portal Otwarte dane w Exampletonie, {A}, and vote.",
        ["Otwarte dane w Exampletonie"],
    ),
    (f"See the page of Portál občana města Exampletonu ({A}).", ["Portál občana města Exampletonu"]),
    (
        f"Faults are told to Pobude meščanov v Exampletonu ({A}) and mended.",
        ["Pobude meščanov v Exampletonu"],
    ),
    (f"The map Zelenilo u Exampletonu ({A}) shows trees.", ["Zelenilo u Exampletonu"]),
    (f"Residents plan in Ügyintézés és Időpont ({A}), which is new.", ["Ügyintézés és Időpont"]),
    (f"Residents report at Fel på Gatan ({A}), which is new.", ["Fel på Gatan"]),
    (f"The page Orașul în Cifre, {A}, shows data.", ["Orașul în Cifre"]),
    (f"And the map Žalias miestas Exampletone ({A}) shows trees.", ["Žalias miestas Exampletone"]),
]


@pytest.mark.parametrize(("text", "names"), WHOLE)
def test_a_name_is_kept_whole_across_its_small_words(read: Read, text: str, names: list[str]) -> None:
    """Small words of another tongue within a name do not part the city's name from it."""
    assert [name.name for name in read(text, 4).names] == names


OTHERS = [
    (f"The Mayor opened the city’s Portal Sun ({A}) with the staff.", "Portal Sun"),
    (f"Borgerne kan melde huller på Bykort ({A}) for alle.", "Bykort"),
    (f"Mieszkańcy zgłaszają w Portalu ({A}) sprawy.", "Portalu"),
    (f"La Ciudad ofrece también Bici Fácil ({A}).", "Bici Fácil"),
    (f"Les Habitants peuvent déclarer à Vélo Libre ({A}).", "Vélo Libre"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_the_words_of_a_sentence_are_none_of_a_name(read: Read, text: str, name: str) -> None:
    """In a sentence of their own tongue small words are words, and English ones are so everywhere."""
    assert [found.name for found in read(text, 4).names] == [name]


TOLD = [
    (27, "The project Exampleton bez bariér maps entrances.", ["Exampleton bez bariér"]),
    (24, "The project Exampleton bez otpada reduces waste.", ["Exampleton bez otpada"]),
    (25, "a) Bike Norvo, so that people save time.", ["Bike Norvo"]),
    (27, "Web map Lávky v Exampletonu displays the bridges.", ["Lávky v Exampletonu"]),
    (37, "Warnings are sent by the service Exampleton Info SMS, with the mast.", ["Exampleton Info SMS"]),
    (38, "We test the sensor network LoRa Exampleton, which is new.", ["LoRa Exampleton"]),
    (26, f"Sociální průvodce is a web catalogue of help, {A}.", ["Sociální průvodce"]),
    (27, "The project Exampleton supports SDG 11.", []),
    (27, "Exampletonu supports SDG 11.", []),
    (27, "Online map Monday shows the parks.", []),
    (25, "Fewer accidents are expected, so it is linked to SDG 3.", []),
    (21, "The Harbour Framework is not mentioned in our papers.", []),
    (21, "Our plan leaves the Harbour Safety Framework aside.", []),
    (18, "The Harbour Data Framework Bill is before the parliament.", []),
    (21, "The Green Exampleton Concept 2030 was adopted.", ["Green Exampleton Concept 2030"]),
    (21, "The Smart Town Concept is new.", []),
]


@pytest.mark.parametrize(("question", "text", "names"), TOLD)
def test_names_that_their_noun_tells(read: Read, question: int, text: str, names: list[str]) -> None:
    """What a noun leads to is a name, the city alone, "so it" and what is denied are none."""
    assert [name.name for name in read(text, question).names] == names


@pytest.mark.parametrize("lead", ["a portal, which is named", "the portal called", "another website, named"])
def test_the_noun_before_what_a_thing_is_called_tells_its_kind(read: Read, lead: str) -> None:
    """ "Another portal, which is named Foo" is a portal where efforts are asked for too."""
    found = read(f"Payments are made in {lead} Norvo iD - {A}.", 24)
    assert [(name.name, name.kind) for name in found.names] == [("Norvo iD", Kind.PORTAL)]


def test_so_it_speaks_of_what_was_named(read: Read) -> None:
    """A clause behind "so" has a subject of its own, which stands for the item's."""
    found = read("a) Tram Eye gives green light. Fewer accidents are expected, so it is linked to SDG 3.", 25)
    assert [[found.names[i].name for i in goal.owners] for goal in found.goals] == [["Tram Eye"]]


def test_a_concept_has_the_goals_told_of_it(read: Read) -> None:
    """ "The Concept" stands for the one named before."""
    found = read(
        "We follow the Green Exampleton Concept 2030. The Concept is in line with SDGs 9 and 11.", 21
    )
    owners = [[found.names[i].name for i in goal.owners] for goal in found.goals]
    assert owners == [["Green Exampleton Concept 2030"]] * 2


FOLLOWED = [
    "Facebook: https://www.facebook.com/x (98 thousand followers), Instagram: https://www.instagram.com/x (41 600 followers), YouTube: https://www.youtube.com/c/x.",
    "https://www.facebook.com/x (12,000 likes), https://www.instagram.com/x (2500 subscribers), https://www.youtube.com/c/x (2000 fans)",
    "Facebook – https://www.facebook.com/x – 12,000 fans\nInstagram – https://www.instagram.com/x – 1 200\nYouTube – https://www.youtube.com/c/x",
]


@pytest.mark.parametrize("text", FOLLOWED)
def test_how_many_follow_names_no_account(read: Read, text: str) -> None:
    """A number in brackets behind a link is neither its name nor that of the next link."""
    assert [name.name for name in read(text, 36).names] == ["Facebook", "Instagram", "YouTube"]


def test_the_city_is_no_partner_in_any_case() -> None:
    """Neither as a member of a network nor inflected; a namesake abroad is one."""
    text = "Networks: Norvo is a member of Eurocities. Partner cities: Norvo (USA), Norvu, Bonn."
    found = [(m.name, m.iso2) for m in find_partners(text, "CZ", "Norvo")]
    assert found == [("Eurocities", ""), ("Norvo", "US"), ("Bonn", "DE")]


@pytest.mark.parametrize("piece", ["Most nad v ", "v ", "Žal ", "a v B "])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """What looks before and behind a capital looks no further than a few words."""
    assert_linear(lambda text: (begins_at(text, len(text), 0), with_tail(text, 0)), piece)
