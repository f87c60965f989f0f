"""What a name means is no name; and where names of items, of bodies and of things in passing end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.model import Kind, Mentions

Read = Callable[..., Mentions]

MEANINGS = [
    ('(i) Sun Card, https://s.example, a card.\n(ii) Zaba Zuba, "good road" in Ga; an Android app for reports', {"Sun Card", "Zaba Zuba"}),
    ('1. Boa ("helper" in Twi): a chatbot on the portal which answers in English.', {"Boa"}),
    ('We run Zaba Zuba (https://z.example), which is Ga for "our town": residents vote on it.', {"Zaba Zuba"}),
    ('We run the Zaba portal - "our town" in Ga - for residents.', {"Zaba portal"}),
    ('We run the Zaba portal (https://z.example), meaning “our town”, for residents.', {"Zaba portal"}),
    ('1) Fona Pa ("good home" in Twi), the Council\'s register of rooms (https://f.example), was opened in 2022.', {"Fona Pa"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), MEANINGS)
def test_what_a_name_means_is_no_name(read: Read, text: str, names: set[str]) -> None:
    """Nor is what a body has, with no capital but that of the body."""
    assert {name.name for name in read(text, 25).names} == names


ENDS = [
    ("* Town Free Wi-Fi at 6 lorry parks and markets, sponsored by a company; the spots are lit\n* Step Walk, health walk for the aged with a counter, first Saturday of the month.",
     ["Town Free Wi-Fi", "Step Walk"]),
    ("• Wi-Fi Libre en 6 plazas: red gratuita\n• Ruta Verde: 12 km de ciclovía", ["Wi-Fi Libre", "Ruta Verde"]),
    ("• Green Lines in 12 districts (https://g.example): trees\n• Play Days across 40 schools: games", ["Green Lines", "Play Days"]),
    ("• Vert Ville dans 12 quartiers : arbres\n• Eau Douce : fontaines", ["Vert Ville", "Eau Douce"]),
    ("• Agenda in 2030: trees\n• Green Vision 2030: parks", ["Agenda in 2030", "Green Vision 2030"]),
    ("• Sun Ring, lamps for streets, squares, and parks\n• Old Hands, lessons for seniors, every Friday", ["Sun Ring", "Old Hands"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ENDS)
def test_a_name_ends_before_how_many_places_it_is_in(read: Read, text: str, names: list[str]) -> None:
    """A year is no number of places; what a comma parts from a remark does not make the remark a series."""
    assert [name.name for name in read(text, 27).names] == names


PASSING = [
    ("Traders pay the toll through Sita Tula, a USSD service which needs no data.", "Sita Tula", Kind.SERVICE),
    ("Riders are told by Tram Talk, an SMS service of the operator.", "Tram Talk", Kind.SERVICE),
    ("Drivers report holes on Zaba Zuba, an Android app for phones.", "Zaba Zuba", Kind.APP),
    ("The Area-Wide Signal Control project (AWSC) has linked 200 junctions.", "Area-Wide Signal Control project", Kind.INITIATIVE),
    ("Data come from the Kenya Health Service (https://h.example).", "Kenya Health Service", Kind.ORGANISATION),
    ("We have the Town e-Services Centre (https://e.example).", "Town e-Services Centre", Kind.PORTAL),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), PASSING)
def test_names_in_passing_and_what_they_are(read: Read, text: str, name: str, kind: Kind) -> None:
    """Told by what is said of them, by their initials, or by their own words."""
    assert [(n.name, n.kind) for n in read(text, 37).names] == [(name, kind)]


def test_a_sentence_with_a_word_like_a_body_in_another_tongue_names_no_body(read: Read) -> None:
    """ "Service" and "Office" are French too, where "a" leads on; not in "our Service Charter a complaint"."""
    found = read("Under our Service Charter a complaint gets a reply. The Office built a map.", 5)
    assert not [name for name in found.names if name.kind is Kind.ORGANISATION]


COUNTS = [
    ("Deaths on the roads of the city came down from 158 in 2018 to 120 in 2021.", "Deaths", [158, 120]),
    ("Requests to the offices rose from 1,000 in 2018 to 1,200 in 2021.", "Requests", [1000, 1200]),
    ("Users of the apps have grown from 1,000 to 1,200.", "Users", [1000, 1200]),
    ("Registered users went up from 1,000 in 2019 to 2,000 in 2021.", "Registered users", [1000, 2000]),
    ("Prices in the shops rose from 10 to 30.", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "values"), COUNTS)
def test_what_grew_is_the_head_of_its_phrase(read: Read, text: str, what: str, values: list[int]) -> None:
    """And not the place behind it: 158 deaths and no 158 roads."""
    found = read(text, 25).numbers
    assert [int(number.value) for number in found] == values
    assert {number.indicator for number in found} == ({what} if what else set())
