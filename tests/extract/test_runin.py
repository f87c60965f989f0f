"""Lists run into one sentence, and names that stand apart from their links."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.items import SegmentKind, find_segments
from lgq_graph.extract.kinds import kind_of_apposition, kind_of_name
from lgq_graph.extract.wording import spells
from lgq_graph.model import Kind, Mentions

Read = Callable[..., Mentions]
A, B, C = "https://a.example", "https://b.example", "https://c.example"


def owned(found: Mentions) -> dict[str, list[str]]:
    """The links of each name."""
    return {
        name.name: [link.url for link in found.links if link.owner == i] for i, name in enumerate(found.names)
    }


def kinds(found: Mentions) -> dict[str, Kind]:
    """The kind of each name."""
    return {name.name: name.kind for name in found.names}


THREE = [
    f"{A} – Tide Portal, the harbour's site; {B} – Reed Map; {C} – Kelp Atlas.",
    f"{A} – Tide Portal, {B} – Reed Map and {C} – Kelp Atlas.",
    f"{A}: Tide Portal; {B}: Reed Map; {C}: Kelp Atlas",
    f"Tide Portal – {A}; Reed Map – {B}; Kelp Atlas – {C}.",
    f"Tide Portal – {A}, Reed Map – {B}, Kelp Atlas – {C}",
    f"Tide Portal ({A}), for boats; Reed Map ({B}); and Kelp Atlas ({C}), which shows the sea bed.",
    f'Other sites are "Tide Portal", the site of the harbour ({A}); "Reed Map", aimed at anglers, {B}; and the atlas "Kelp Atlas", {C}.',
    f"There are several. The main ones: Tide Portal – for boats – {A}; Reed Map ({B}); Kelp Atlas, {C}. More will follow.",
    f"{A} Tide Portal\n{B} Reed Map\n{C} Kelp Atlas",
]


@pytest.mark.parametrize("text", THREE)
def test_names_and_links_alternate_in_either_order(read: Read, text: str) -> None:
    """The first link of a list, before or after its name, decides for the whole list."""
    found = owned(read(text, 8))
    assert {name: found.get(name) for name in ("Tide Portal", "Reed Map", "Kelp Atlas")} == {
        "Tide Portal": [A],
        "Reed Map": [B],
        "Kelp Atlas": [C],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Emissions fell by 3%; however, more is needed; see the report.",
        "The tram has 12 lines; the ferries carry tourists; buses run all night.",
        "Tide Portal is open to all; it lists the quays.",
        "Costs fell (2020; 2021) by a tenth.",
        "The head sits on the board of the Port Agency; the Data Office, a unit, helps.",
    ],
)
def test_clauses_make_no_list(text: str) -> None:
    """A sentence with a clause of its own among its parts stays prose."""
    assert [segment.kind for segment in find_segments(text)] == [SegmentKind.PROSE]


EARLIER = [
    (f'The "Tide Desk" of the Municipal Harbour Company, {A}, lets people book a berth.', "Tide Desk"),
    (f'The assistant "Tilda", which answers by telephone and on {A}, knows it all.', "Tilda"),
    (f'The "Sea Pass" card, free of charge at {A}, opens the baths.', "Sea Pass"),
    (f'The portal "Quays in Sight" was created ({A}), where leases can be read.', "Quays in Sight"),
    (
        f'Leases are published by the Harbour Board in the section "Open Quays" of its site, {A}.',
        "Open Quays",
    ),
    (f"Reports go through TIDAL, the reporting system run by the coast guard: {A}.", "TIDAL"),
    (f"The Harbour Laboratory, whose page is {A}, invites students.", "Harbour Laboratory"),
    (f"L'Atelier marin, an online consultation platform ({A}), is new.", "L'Atelier marin"),
    (f"WaveRide is the app of Harbour Lines ({A}); it sells tickets.", "WaveRide"),
    (f"Furthermore, the wind forecast portal SeaAir ({A}) warns of gales.", "SeaAir"),
    (f"Some are new. {A} – Shore Info lists all beaches.", "Shore Info"),
    (f"Swimming lessons are booked at {A}; they are free.", "Swimming lessons"),
]


@pytest.mark.parametrize(("text", "name"), EARLIER)
def test_a_link_goes_to_what_its_sentence_speaks_of(read: Read, text: str, name: str) -> None:
    """Whoever runs it, how it is reached and what it does stand between a name and its link."""
    assert owned(read(text, 24))[name] == [A]


NEARER = [
    (f'"Tide Desk" is fed by the Reed Portal, {A}.', "Reed Portal"),
    (f'"Tide Desk" works closely with Harbour Lines ({A}).', "Harbour Lines"),
    (f'It follows the principle "Sea First"; all is on the Reed Portal ({A}).', "Reed Portal"),
]


@pytest.mark.parametrize(("text", "name"), NEARER)
def test_a_name_right_before_its_link_keeps_it(read: Read, text: str, name: str) -> None:
    """A quoted name earlier in the sentence takes no link from the name beside it."""
    assert owned(read(text, 8))[name] == [A]


TOLD = [
    ("The app SEAWATCH-X, launched in 2019, warns of storms.", "SEAWATCH-X", Kind.APP),
    ("Nu'mail, the voyage planner, knows all ferries.", "Nu'mail", Kind.SERVICE),
    ("Reef Eye, an app of the coast guard, is free.", "Reef Eye", Kind.APP),
    ("Berths are lent by the company Pedalix.", "Pedalix", Kind.ORGANISATION),
    ("In an emergency people dial the Rescue Line 1717.", "Rescue Line 1717", Kind.SERVICE),
    ("The Shared Boat System has 300 boats.", "Shared Boat System", Kind.INITIATIVE),
    ("The Smart Pier Posts (SPP) work without staff.", "Smart Pier Posts", Kind.INITIATIVE),
    ('People may obtain the "Berth Extract" there.', "Berth Extract", Kind.INITIATIVE),
    ("Quays are leased by Portomar S.A. and others.", "Portomar S.A", Kind.ORGANISATION),
    ("The Water 3D Printing Strategy supports SDG 12.", "Water 3D Printing Strategy", Kind.STRATEGY),
    ("All aboard! – the bus campaign – is over; the app Tidy is not.", "Tidy", Kind.APP),
]


@pytest.mark.parametrize(("text", "name", "kind"), TOLD)
def test_a_noun_initials_or_a_number_tell_of_a_name(read: Read, text: str, name: str, kind: Kind) -> None:
    """Names without a link, by what stands beside them."""
    assert kinds(read(text, 25)).get(name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Since 2014, the portal of the harbour has grown.",
        "The Internet of Things (IoT) and Geographic Information Systems (GIS) help.",
        'We follow the "Smart Shore" concept.',
        "In Harbourton, the app is old.",
        "Finally, the platform was renewed in June 2022.",
        "5) Lighthouse tours: None",
        "- Main apps: to be told",
        "The instrument responds to SDG 1.",
    ],
)
def test_what_is_no_name(read: Read, text: str) -> None:
    """Years, terms, slogans, places, ties, headings and denials name nothing."""
    assert kinds(read(text, 37)) == {}


def test_a_link_into_one_network_is_never_that_of_an_account_in_another(read: Read) -> None:
    """Whatever the text calls them together, each account has links into one network."""
    links = [f"https://{site}.com/town" for site in ("www.facebook", "twitter", "www.youtube")]
    for text in (
        "We use Facebook, Twitter and YouTube: " + ", ".join(links),
        "Town Council (" + ", ".join(links) + ")",
    ):
        assert sorted(owned(read(text, 36)).values()) == sorted([link] for link in links)


def test_dashes_that_only_describe_belong_to_the_item_above(read: Read) -> None:
    """Of a list with dashes below its items, only names of their own are items too."""
    found = read(f"1) Calma ({A})\n - App for the way home.\n2) Shore Parks ({B})\n - Portal of parks\n", 27)
    assert kinds(found) == {"Calma": Kind.APP, "Shore Parks": Kind.PORTAL}
    nested = read(f"1) Culture:\n - Museum Hall ({A})\n2) Sport:\n - Swim Hall ({B})", 8)
    assert {"Museum Hall", "Swim Hall"} <= set(kinds(nested))


def test_lines_with_labels_are_items(read: Read) -> None:
    """Of lines that read alike, those without a link are items as well."""
    text = f"Shore Map: all beaches. {A}\nFree showers at piers: 9 places\nPark Booking: for feasts. {B}\nNothing else."
    assert set(kinds(read(text, 27))) == {"Shore Map", "Free showers at piers", "Park Booking"}


def test_a_goal_is_no_name(read: Read) -> None:
    """A link behind a goal belongs to what serves the goal."""
    item = read(f"1. Shore Sensors: live map. SDG 3, SDG 11. {A}", 24)
    prose = read(f"The Reed Project (RP) supports Affordable and Clean Energy ({B}).", 24)
    assert (owned(item), owned(prose)) == ({"Shore Sensors": [A]}, {"Reed Project": [B]})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Virtual Tax Office", Kind.SERVICE),
        ("Tax Office", Kind.ORGANISATION),
        ("Online Appointment Centre", Kind.SERVICE),
        ("Harbour Establishment", Kind.ORGANISATION),
        ("Empresa de Aguas", Kind.ORGANISATION),
        ("Marino GmbH", Kind.ORGANISATION),
        ("Transport Strategy 2030", Kind.STRATEGY),
        ("Mooring Finder", Kind.SERVICE),
        ("Seabed Viewer", Kind.PORTAL),
        ("TideBot", Kind.SERVICE),
    ],
)
def test_the_noun_of_a_name_tells_its_kind(name: str, kind: Kind) -> None:
    """Bodies, what stands in for them online, and sites by their use."""
    assert kind_of_name(name) is kind


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (", our new ferry app for islanders, sells", Kind.APP),
        ("), the common ticket calculator.", Kind.SERVICE),
        (" – a marketplace for fish", Kind.PLATFORM),
        (" is the digital identity of sailors", Kind.INITIATIVE),
        (", where all is found", None),
    ],
)
def test_an_apposition_tells_the_kind(after: str, kind: Kind | None) -> None:
    """What a thing is called right behind its name or link."""
    assert kind_of_apposition(after) is kind


def test_a_short_form_is_spelled_by_its_name() -> None:
    """In order, from the first letter of a word; else a bracket is no other name."""
    assert spells("TOPS", "Town Transport Operation and Information Service")
    assert spells("TONEPS", "Town ON-line E-Procurement System")
    assert not spells("GIS", "Town Harbour Board")
    assert not spells("TP", "Tidepark")
