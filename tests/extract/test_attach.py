"""Whom a goal or a number speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.model import Mentions

Read = Callable[..., Mentions]


def goals(found: Mentions) -> list[tuple[int, str, tuple[str, ...]]]:
    """Goal, modality and owners, in order."""
    return [(g.goal, g.modality.value, tuple(found.names[i].name for i in g.owners)) for g in found.goals]


CASES = [
    ("1. Alpha Map (https://a.example): maps. The service contributes to SDG 3.\n2. Beta Net (https://b.example): nets. It supports SDG 4.",
     [(3, "current", ("Alpha Map",)), (4, "current", ("Beta Net",))]),
    ("Air Portal and Noise Map contribute to SDG 3 and SDG 11 respectively.", [(3, "current", ("Air Portal",)), (11, "current", ("Noise Map",))]),
    ("The Solar Portal (https://s.example) supports SDG 7 but not SDG 13.", [(7, "current", ("Solar Portal",)), (13, "negated", ("Solar Portal",))]),
    ("Our city runs the Green Routes programme, which contributes to SDGs 11 and 13.", [(11, "current", ("Green Routes programme",)), (13, "current", ("Green Routes programme",))]),
    ("a) Kiosk One: SDG 3; b) River Eye: will contribute to SDG 14 from 2026", [(3, "current", ("Kiosk One",)), (14, "planned", ("River Eye",))]),
    ("SDG 6: Water Portal (https://w.example)\nSDG 7: Sun Map (https://s.example)", [(6, "current", ("Water Portal",)), (7, "current", ("Sun Map",))]),
    ("The city contributes to SDG 11.", [(11, "current", ())]),
    ("We have the Heat Portal (https://h.example). It contributes to SDG 13.", [(13, "current", ("Heat Portal",))]),
    ("The Heat Portal (https://h.example) serves SDG 13, and the Tree Portal (https://t.example) serves SDG 15.",
     [(13, "current", ("Heat Portal",)), (15, "current", ("Tree Portal",))]),
    ("Housing is given out by the Plataforma Casa Justa (https://c.example), where the programmes are: Renda Leve; Ajuda Jovem; and Casa Boa. The platform serves SDG 1.",
     [(1, "current", ("Plataforma Casa Justa",))]),
    ("The Harbour Water Office supports SDG 6.", [(6, "current", ("Harbour Water Office",))]),
    ("The Harbour Water Office built a leak map, which supports SDG 6.", [(6, "current", ("leak map",))]),
    ("| Initiative | Description | Link | SDG |\n| Rose Card (Tarjeta Rosa) | bus card | - | 1 |\n| Ministry of Harbours | 172 signals | - | 3 |",
     [(1, "current", ("Rose Card",)), (3, "current", ("Ministry of Harbours",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_goal_is_given_to_what_the_sentence_speaks_of(read: Read, text: str, wanted: list[object]) -> None:
    """The item's head, the subject, or the city when no one thing is named."""
    assert goals(read(text, 24)) == wanted


HEAT = "We have the Heat Portal (https://h.example)."
MAP = "The Tree Map (https://t.example) shows trees."
LIST = "• Kiosk One (https://k.example): kiosks\n• River Eye (https://r.example): rivers\n\n"
CARRIED = [
    (f"{HEAT}\nIt contributes to SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT}\n\nThis service contributes to SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT}\n\nIn addition, the portal supports SDGs 3 and 13.", [(3, ("Heat Portal",)), (13, ("Heat Portal",))]),
    (f"{HEAT} It is used every day. In this way it serves SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT} Contributes to SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT}\nIt helps the city to reach SDG 11.", [(11, ("Heat Portal",))]),
    (f"{HEAT}\nIt feeds the Tree Map (https://t.example) and supports SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT}\nIt feeds the Tree Map (https://t.example), which supports SDG 15.", [(15, ("Tree Map",))]),
    ("[Air Portal](https://a.example) and [Noise Map](https://n.example) are new.\n\nThey support SDG 3 and SDG 11 respectively.", [(3, ("Air Portal",)), (11, ("Noise Map",))]),
    (f"{HEAT} Residents can ask for advice online. It serves SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT} One may also chat or write anonymously. It contributes to SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT} In chapter 3 the portal is tied to SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT} In section 2.1, the portal supports SDG 13.", [(13, ("Heat Portal",))]),
    ("The Harbour Water Office (https://w.example) tests wells. It supports SDG 6.", [(6, ("Harbour Water Office",))]),
    ("The Harbour Water Office (https://w.example) tests wells. Anyone can ask for a test. It supports SDG 6.", []),
    ("• Heat Portal (https://h.example): heat. The Tree Map (https://t.example) is still being made; it will serve SDG 15.", [(15, ("Tree Map",))]),
    ("• Heat Portal (https://h.example): heat. The Shade Count is still being made. It serves SDG 15.", []),
    ("• Heat Portal (https://h.example): heat. The City Council is glad of it. It serves SDG 13.", [(13, ("Heat Portal",))]),
    ("• Heat Portal (https://h.example): heat. The Heat Portal is free. It serves SDG 13.", [(13, ("Heat Portal",))]),
    (f"{HEAT} It contributes to the goal Responsible consumption and production.", [(12, ("Heat Portal",))]),
    (f"{HEAT} It contributes to responsible consumption and production.", []),
    (f"{LIST}They all contribute to SDG 11.", [(11, ("Kiosk One", "River Eye"))]),
    (f"{LIST}All of these services contribute to SDG 11.", [(11, ("Kiosk One", "River Eye"))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CARRIED)
def test_a_pronoun_speaks_of_the_last_subject(read: Read, text: str, wanted: list[object]) -> None:
    """In the same paragraph or the next one, for one thing or several, and for all items of a list that just ended."""
    assert [(goal, owners) for goal, _, owners in goals(read(text, 24))] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "We support SDG 17.",
        "Our initiatives contribute to SDG 17.",
        "The municipality is committed to SDG 17.",
        "Exampleton contributes to SDG 17.",
        "Yes. SDG 17.",
        f"{HEAT}\n\nWith this portal, the city contributes to SDG 17.",
        f"{LIST}The city thereby contributes to SDG 17.",
        "SDG 17 is supported by the city.",
    ],
)
def test_a_goal_is_the_citys_where_the_city_is_the_subject(read: Read, text: str) -> None:
    """Said by its name, its institutions, "we" or "our", or by nothing but the goals themselves."""
    assert goals(read(text, 24)) == [(17, "current", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Water meters are read from afar. They contribute to SDG 6.",
        "A climate plan was adopted by the council. It contributes to SDG 6.",
        f"{MAP}\n\nThe city plants new ones. It contributes to SDG 6.",
        f"{LIST}It contributes to SDG 6.",
        "It helps the city to reach SDG 6.",
        "Residents like it. This portal contributes to SDG 6.",
    ],
)
def test_a_goal_of_nothing_that_is_named_is_left_out(read: Read, text: str) -> None:
    """A pronoun that no name stands for is not the city."""
    assert goals(read(text, 24)) == []


def test_a_number_in_a_gloss_belongs_to_the_name_before_it(read: Read) -> None:
    """Two services with a number each, in one sentence."""
    found = read(
        'Most used are "Tax Point" (more than 2.5 million requests) and "Bike Desk" (800,000 requests).'
    )
    assert [(found.names[n.owner].name, int(n.value)) for n in found.numbers if n.owner is not None] == [
        ("Tax Point", 2_500_000),
        ("Bike Desk", 800_000),
    ]


def test_a_number_that_opens_its_sentence_is_of_no_earlier_thing(read: Read) -> None:
    """ "Two further services" are none of the portal before."""
    (number,) = read(f"{HEAT} Two further services are planned with schools.").numbers
    assert number.owner is None


def test_a_number_about_no_named_thing_is_the_citys(read: Read) -> None:
    """A share of all services belongs to the city."""
    (number,) = read("About 85 per cent of services are online.", 29).numbers
    assert number.owner is None


COLUMNS = [
    "Initiative | Brief description | Relevant SDG(s)", "Iniciativa | Descripción breve | ODS relacionados", "Initiative | Summary | Contribution to SDGs",
    "Initiative | Kurzbeschreibung | SDG-Ziele", "Projet | Description | ODD concernés", "Name | Objective | Sustainable Development Goal(s)", "Project | Açıklama | SKA",
]  # fmt: skip


@pytest.mark.parametrize("head", COLUMNS)
@pytest.mark.parametrize(("first", "second"), [("SDG 7, SDG 13", "SDG 4 and SDG 10"), ("7, 13", "4 and 10")])
def test_the_goals_of_a_row_are_those_of_what_it_names(
    read: Read, head: str, first: str, second: str
) -> None:
    """Whatever else the row tells, and in whatever words the heading of the goals asks for them."""
    rows = (
        f"Sun Ring | Energy platform operated by the Harbour Energy Agency (HEA); data from 386 buildings (https://sun.example) | {first}",
        f"Old Hands | Lessons on phones for seniors in the libraries; 1,460 people in 2022 | {second}",
    )
    found = goals(read("\n".join((head, *rows)), 24))
    wanted = [(7, "Sun Ring"), (13, "Sun Ring"), (4, "Old Hands"), (10, "Old Hands")]
    assert found == [(goal, "current", (owner,)) for goal, owner in wanted]


SHAPES = [
    ("Sun Ring | Energy data of 386 buildings | SDG 7\nOld Hands | Lessons for seniors | SDG 4", [(7, "Sun Ring"), (4, "Old Hands")]),
    ("SDG 7 | Sun Ring (https://sun.example)\nSDG 4 | Old Hands (https://hands.example)", [(7, "Sun Ring"), (4, "Old Hands")]),
    ("SDG | Initiative | Description\n7, 13 | Sun Ring | energy data\n4 | Old Hands | lessons", [(7, "Sun Ring"), (13, "Sun Ring"), (4, "Old Hands")]),
    ("Initiative | What | SDG\nSun Ring | energy data | Climate Action; Clean Water and Sanitation\nOld Hands | lessons | SDG 4",
     [(13, "Sun Ring"), (6, "Sun Ring"), (4, "Old Hands")]),
    ("Initiative | What | SDG\nSun Ring | energy data | 7\nOld Hands | lessons; courses; a Help Desk for all; the Phone Line | SDG 4; SDG 10: less distance",
     [(7, "Sun Ring"), (4, "Old Hands"), (10, "Old Hands")]),
    ("Project | What it is | UN goal(s)\nSun Ring | energy data | 7 – Affordable and clean energy\nProject | What it is | UN goal(s)\nOld Hands | lessons | Quality education",
     [(7, "Sun Ring"), (4, "Old Hands")]),
    ("Proyecto | Descripción | Objetivos de la ONU\nSun Ring | datos | 7\nOld Hands | clases | 4: Educación de calidad", [(7, "Sun Ring"), (4, "Old Hands")]),
    ("Project | What it is | UN goals\nSun Ring | energy data | 7 – Climate action\nOld Hands | lessons | 4", [(4, "Old Hands")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SHAPES)
def test_goals_of_a_row_in_tables_of_any_shape(read: Read, text: str, wanted: list[tuple[int, str]]) -> None:
    """Without headings, with the goals first, by their names alone, and with lists in a cell."""
    found = read(text, 24)
    assert sorted(goals(found)) == sorted((goal, "current", (owner,)) for goal, owner in wanted)
    assert not any("SDG" in name.name for name in found.names)


def test_a_thing_called_after_the_goals_heads_no_column(read: Read) -> None:
    """ "SDG Portal" names a row and no goals."""
    found = read("SDG Portal | https://sdg.example\nTree Map | https://tree.example", 24)
    assert {name.name for name in found.names} == {"SDG Portal", "Tree Map"}


PLAN = "Growth runs through the Harbour Plan 2030 of the Council"
OWN = [
    (f"{PLAN}, and as a city Exampleton has put Goal 11 and SDG 13 first.", [(11, ()), (13, ())]),
    (f"{PLAN}, and Exampleton supports SDG 11.", [(11, ())]),
    (f"{PLAN}, while Exampleton as a city works on SDG 11.", [(11, ())]),
    (f"{PLAN}, and as a town we put SDG 9 first.", [(9, ())]),
    (f"{PLAN}, but Exampleton itself follows SDG 9.", [(9, ())]),
    ("The Harbour Plan 2030 is done with Lahti, Kotka, and Exampleton, and serves SDG 14.", [(14, ("Harbour Plan 2030",))]),
    ("The Foo Portal, whose owners are Lahti and Exampleton, serves SDG 11.", [(11, ("Foo Portal",))]),
    ("The Tree Portal helps walkers, and Exampleton Online supports SDG 9.", [(9, ("Exampleton Online",))]),
    ("In our 12 libraries e-Reading, a phone-based register of the books lent, works towards SDGs 2 and 4.", [(2, ("e-Reading",)), (4, ("e-Reading",))]),
    ("At our schools e-Reading, a tablet-based app of the pupils, serves SDG 4.", [(4, ("e-Reading",))]),
    ("In our city SDG 4 comes first.", [(4, ())]),
    ("Climate is the business of the Harbour Plan 2030 (HP, https://h.example/p.pdf), prepared together with Green League and aligned with SDG 13 and SDG 7.",
     [(13, ("Harbour Plan 2030",)), (7, ("Harbour Plan 2030",))]),
    ("It is a part of the Harbour Plan 2030, drawn up with residents and linked to SDG 13.", [(13, ("Harbour Plan 2030",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OWN)
def test_what_the_city_says_of_itself_is_not_said_of_what_stands_before(
    read: Read, text: str, wanted: list[tuple[int, tuple[str, ...]]]
) -> None:
    """Its name or "as a city" begins a clause; a place of the city's ("in our schools") does not speak of the city."""
    assert [(goal, owners) for goal, _, owners in goals(read(text, 24))] == wanted


ENTRIES = "1) Mako Help Line: a voice service for porters. 2) Sun Ring e-Ticket (https://s.example): a card. "
ENDS = [
    ("The Help Line is for Goal 1 and SDG 10; the e-Ticket serves SDG 11.", [(1, "Mako Help Line"), (10, "Mako Help Line"), (11, "Sun Ring e-Ticket")]),
    ("The Help Line is for Goal 1 and SDG 10; Sun Ring e-Ticket has no goal.", [(1, "Mako Help Line"), (10, "Mako Help Line")]),
    ("This e-Ticket serves SDG 11.", [(11, "Sun Ring e-Ticket")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ENDS)
def test_the_end_of_a_name_stands_for_the_whole(read: Read, text: str, wanted: list[tuple[int, str]]) -> None:
    """The thing that was named before, and no second one beside it."""
    found = read(ENTRIES + text, 24)
    assert goals(found) == [(goal, "current", (owner,)) for goal, owner in wanted]
    assert {name.name for name in found.names} == {"Mako Help Line", "Sun Ring e-Ticket"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Mako Help Line (https://m.example) is new. The Tiko Help Line (https://t.example) is old. The Help Line serves SDG 1.", {"Mako Help Line", "Tiko Help Line", "Help Line"}),
        ("The Help Line (https://h.example) serves SDG 1. The Mako Help Line (https://m.example) is another.", {"Help Line", "Mako Help Line"}),
        ("The Mako Help Line (https://m.example) serves SDG 1. The Help Line (https://h.example) is another.", {"Help Line", "Mako Help Line"}),
    ],
)  # fmt: skip
def test_the_end_of_a_name_may_be_another_thing(read: Read, text: str, names: set[str]) -> None:
    """Where it could be two, was named first, or has a link of its own."""
    assert {name.name for name in read(text, 24).names} == names


WHY = [
    ("Because of the stress cases it is counted under SDG 3 and not under SDG 13.", [(3, "current"), (13, "negated")]),
    ("For this reason it is put under SDG 3.", [(3, "current")]),
    ("Due to the heat it serves SDG 13.", [(13, "current")]),
    ("Thanks to its sensors it contributes to SDG 13.", [(13, "current")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WHY)
@pytest.mark.parametrize(
    "lead",
    [
        "The Foo Net (https://f.example) has 40 sensors. {}",
        "The noise network known as Foo Net has sensors and shows them at https://f.example; {}",
    ],
)
def test_a_reason_may_stand_before_the_pronoun(
    read: Read, lead: str, text: str, wanted: list[tuple[int, str]]
) -> None:
    """Without a comma; and a thing goes by what it is known as."""
    said = text if lead.endswith(". {}") else text[0].lower() + text[1:]
    assert goals(read(lead.format(said), 24)) == [(goal, modality, ("Foo Net",)) for goal, modality in wanted]
