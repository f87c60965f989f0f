"""Whom a goal speaks of in longer sentences, lists, headings and tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.model import Mentions

Read = Callable[..., Mentions]


def told(found: Mentions) -> str:
    """Each goal with its owners: "6 Leak Desk, 7 Sun Map"; a goal of the city stands alone."""
    return ", ".join(
        " ".join([str(g.goal), "+".join(found.names[i].name for i in g.owners)]).strip()
        for g in found.goals
        if g.modality.value == "current"
    )


DESK, MAP = "Leak Desk (https://l.example)", "Rain Map (https://r.example)"
SUBJECTS = [
    (f"The {MAP} shows data of the {DESK} and contributes to SDG 6.", "6 Rain Map"),
    (f"The {MAP} feeds the {DESK}, contributing to SDG 6.", "6 Rain Map"),
    (f"The {MAP} feeds the {DESK}, which contributes to SDG 6.", "6 Leak Desk"),
    ("The Solar Scheme, adopted by Law 12 of 2020 (https://laws.example/12), contributing to SDG 7, is developed in a plan.", "7 Solar Scheme"),
    ('Operated by the company Waterline, the portal "Leak Desk" supports SDG 6.', "6 Leak Desk"),
    ("Sun Grid (https://s.example), a network of batteries, which is run by residents, is meant to support SDG 7.", "7 Sun Grid"),
    (f"{DESK}, which aligns with SDG 6 and 11, and {MAP}, aligned to SDG 13, are new.", "6 Leak Desk, 11 Leak Desk, 13 Rain Map"),
    (f"{DESK} supports SDG 6 and {MAP} supports SDG 13, while the noise is in line with SDG 3.", "6 Leak Desk, 13 Rain Map"),
    (f"{DESK} is the app of Waterline (https://w.example); it joins bills and alarms; it serves SDG 6.", "6 Leak Desk"),
    (f"{DESK} was set up with Alpha Telecom; Copy City, a twin of the town, supports plans and advances Goal 9 of the SDGs.", "9 Copy City"),
    ("Both Rent Finder and Help Finder contribute to SDG 1.", "1 Rent Finder+Help Finder"),
    (f"{DESK} supports SDG 6, and we support SDG 17.", "6 Leak Desk, 17"),
    (f"{DESK} is popular, and the municipality contributes to SDG 17.", "17"),
    (f"For SDG 6 we have {DESK} and for SDG 13 there is {MAP}.", "6 Leak Desk, 13 Rain Map"),
    (f"{DESK} and {MAP} align with SDG 6 and 13 respectively.", "6 Leak Desk, 13 Rain Map"),
    (f"Alarms are shown on the {MAP} and sent to the Delta Water Team, which is staffed by night and is a part of SDG 6.", ""),
    (f"The {MAP} feeds the Delta Alarm, which contributes to SDG 13.", ""),
    (f"The {MAP}, with readings of the Delta Team, which are open, contributes to SDG 13.", "13 Rain Map"),
    (f"The {MAP} covers the Old Town, which contributes to SDG 13.", "13 Rain Map"),
    (f"The {MAP} is new. Its four layers, namely rain and wind, are mapped to SDG 13.", "13 Rain Map"),
    (f"{DESK} and {MAP} are new. Their measures support SDG 13.", "13 Leak Desk+Rain Map"),
    ("Plan Azul (https://p.example) es nuevo. Sus cuatro ejes están alineados con el ODS 13.", "13 Plan Azul"),
    ("Plan Vert (https://p.example) est nouveau. Ses axes contribuent à l'ODD 13.", "13 Plan Vert"),
    (f"The {MAP} is new. Its users support SDG 13.", ""),
    (f"{DESK} is new. The bicycle sharing Velo ({'https://v.example'}) too. Leak Desk and Velo answer to target 11.2.", "11 Leak Desk+Velo"),
    (f"{DESK} and {MAP} are new. Together, Leak Desk and Rain Map contribute to SDG 6.", "6 Leak Desk+Rain Map"),
    (f"{DESK} is new; we consider that it supports SDG 6.", "6 Leak Desk"),
    (f"{DESK} is new. In our opinion, it serves SDG 6.", "6 Leak Desk"),
    (f"{DESK} is new. We consider that the city serves SDG 6.", "6"),
    ("Agua Clara (https://p.example) es nueva. Consideramos que contribuye al ODS 6.", "6 Agua Clara"),
    (f"{DESK} is new. As for the lamps, they support SDG 7.", ""),
    (f"{DESK} is new. As for the lamps of Norwood, its contribution to SDG 7 is only expected.", ""),
    (f"The {DESK} serves decent work (SDG 8) and Sustainable Cities and Communities; the {MAP} supports SDG 11.", "8 Leak Desk, 11 Leak Desk, 11 Rain Map"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SUBJECTS)
def test_a_goal_is_of_the_subject_of_its_clause(read: Read, text: str, wanted: str) -> None:
    """Names that are objects, owners, makers or in another clause do not take it."""
    assert told(read(text, 24)) == wanted


PLANS = "The Digital Strategy 2030 (https://d.example) and the Green Plan 2025 (https://g.example) guide us."
REFERRING = [
    (f"{PLANS} The former contributes to SDG 9; the latter to SDG 13.", 21, "9 Digital Strategy 2030, 13 Green Plan 2025"),
    (f"{PLANS} The former supports SDG 9 while the latter supports SDG 13.", 21, "9 Digital Strategy 2030, 13 Green Plan 2025"),
    ('The "First Home" scheme pays rents (https://f.example). The scheme responds to poverty (SDG 1).', 26, "1 First Home"),
    ('The "First Home" strategy (https://f.example) pays rents; residents ask in writing. The instrument responds to SDG 1.', 26, "1 First Home"),
    ('The "Open Plan" strategy (https://o.example) and the "City Bike" app (https://c.example) are new. The app serves SDG 11.', 21, "11 City Bike"),
    (f"- {DESK}\n- {MAP}\n\nAll of the above contribute to SDG 6.", 24, "6 Leak Desk+Rain Map"),
    (f"- {DESK}\n- {MAP}\n\nEach of the above services supports SDG 6.", 24, "6 Leak Desk+Rain Map"),
    ("Harbour Trade Master Plan is ours. The Master Plan is related with SDGs No. 9.", 21, "9 Harbour Trade Master Plan"),
    ("The leak desk of the Exampleton Water Company is linked to SDG 6.", 24, "6 leak desk of the Exampleton Water Company"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question", "wanted"), REFERRING)
def test_a_noun_stands_for_the_last_thing_of_its_kind(
    read: Read, text: str, question: int, wanted: str
) -> None:
    """ "The former", "the scheme", "all of the above"; the short name of a plan is no plan of its own."""
    assert told(read(text, question)) == wanted


LAYOUTS = [
    ("Service\tSDG\tLink\nSmart Lamps\tSDG11, SDG12\twww.l.example\nRoof Sensors\t13\twww.r.example", "11 Smart Lamps, 12 Smart Lamps, 13 Roof Sensors"),
    ("Service | Related SDG | Link\nSmart Lamps | 11; 12 | www.l.example", "11 Smart Lamps, 12 Smart Lamps"),
    ("Service | Users | Link\nSmart Lamps | 11 | www.l.example", ""),
    (f"Services for SDG 6:\n- {DESK}\n- {MAP}", "6 Leak Desk+Rain Map"),
    (f"SDG 6\n- {DESK}\n- {MAP}\nSDG 7\n- Sun Map (https://s.example)", "6 Leak Desk+Rain Map, 7 Sun Map"),
    (f"SDG 6: Clean Water and Sanitation\n{DESK}\nSDG 7\nSun Map (https://s.example)", "6 Leak Desk, 7 Sun Map"),
    (f"{DESK}\nSDG 6\nSun Map (https://s.example)\nSDG 7", "6 Leak Desk, 7 Sun Map"),
    ("SDG 6\nSDG 7", "6, 7"),
    ("1) Night Bus (https://n.example)\n - Bus for late hours in the old town. SDGs No. 11\n2) Sun Share\n - Shared panels for tenants of the town (SDG 7)", "11 Night Bus, 7 Sun Share"),
    ("• Transport\n - Night Bus (https://n.example): SDG 11\n• Energy\n - Sun Share (https://s.example): SDG 7", "11 Night Bus, 7 Sun Share"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LAYOUTS)
def test_the_layout_tells_what_a_goal_is_of(read: Read, text: str, wanted: str) -> None:
    """Columns, headings above a list, goals below their item, and details below a name."""
    assert told(read(text, 24)) == wanted


BUS = "Night Bus (https://n.example)"


@pytest.mark.parametrize(
    "text",
    [
        f"{BUS} is being assessed against SDG 7.", f"{BUS} is under review for SDG 7.", f"{BUS}, subject to approval, supports SDG 7.",
        f"If approved, {BUS} supports SDG 7.", f"When it opens, {BUS} supports SDG 7.", f"{BUS} (planned for 2030), SDG 7", f"{BUS}: SDG 7 (tbc)",
        f"{BUS}: SDG 7 (until 2020).", f"{BUS} contributed to SDG 11 only during its term.", f"{BUS} is a pilot that ended in 2022 and contributed to SDG 11.",
        f"{BUS} has since been withdrawn; it supported SDG 11.", f"{BUS} was once mapped to SDG 7.", f"We cannot yet say that {BUS} supports SDG 7.",
        f"{BUS} falls short of SDG 7.", f"{BUS} is excluded from SDG 7.", f"{BUS} starts in 2030 and is intended to support SDG 7.",
        f"The link of {BUS} to SDG 7 is under discussion.",
    ],
)  # fmt: skip
def test_a_tie_that_does_not_hold_is_not_claimed(read: Read, text: str) -> None:
    """Planned, conditional, ended or denied in one way or another."""
    assert told(read(text, 24)) == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{BUS} supports Affordable and Clean Energy. We follow the SDGs.", "7 Night Bus"),
        (
            f"{BUS} runs at night. It supports No Poverty and Reduced Inequalities. All SDGs matter.",
            "1 Night Bus, 10 Night Bus",
        ),
        (f"{BUS} supports the Gender Equality Act 2020. We follow the SDGs.", ""),
        (f"{BUS} supports Affordable and Clean Energy.", ""),
        (f"{BUS} lets people who may not drive travel, in support of SDG 11.", "11 Night Bus"),
    ],
)
def test_a_goal_by_its_official_name(read: Read, text: str, wanted: str) -> None:
    """With a verb of support, in an answer that speaks of the goals; the name of an act is none."""
    assert told(read(text, 24)) == wanted


COUNTS = [
    ("Service\tTransactions\tLink\nDog Tag\t48,210\twww.d.example", 4, [("48210", "transactions", "Dog Tag")]),
    ("Channel | Address | Followers\nFacebook | www.facebook.com/x | 198,000", 36, [("198000", "followers", "Facebook")]),
    ("Facebook 145,000 followers, Twitter 88,500", 36, [("145000", "followers", "Facebook"), ("88500", "followers", "Twitter")]),
    ("1. Fire Certificate - for shops - 21,300 issued in 2022", 4, [("21300", "issued", "Fire Certificate")]),
    ("The number of all online services is 1,310.", 4, [("1310", "online services", "")]),
    ("Members are more than 2.9 million.", 4, [("2900000", "members", "")]),
    ("The budget is EUR 3.5 m.", 22, [("3500000", "budget", "")]),
    ("We have 21,000 access points and 51 APIs.", 6, [("21000", "access points", ""), ("51", "APIs", "")]),
    ("Smart Lights, installed at 15 locations and to be extended to 28 by 2030.", 25, [("15", "locations", "")]),
    ("Question | Year | Articles\nFirst | 2020 | 12", 18, []),
    ("Night Bus was assessed against SDG 12.", 24, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question", "wanted"), COUNTS)
def test_numbers_told_by_their_column_network_or_verb(
    read: Read, text: str, question: int, wanted: list[tuple[str, str, str]]
) -> None:
    """What a bare number counts, and whose it is."""
    found = read(text, question)
    assert [
        (str(n.value), n.indicator, "" if n.owner is None else found.names[n.owner].name)
        for n in found.numbers
    ] == wanted


FRAMES = [
    ("Lastly, under the Paperless Roads project all drivers get forms on tablets: it contributes to SDG 12.", "Paperless Roads project"),
    ("Through the Warm Homes scheme 300 flats were insulated, in line with SDG 7.", "Warm Homes scheme"),
    ("Within the Digital Grandma campaign, pupils teach the elderly; the campaign serves SDG 4.", "Digital Grandma campaign"),
    ("Under the Clean Canal initiative we collect waste, which supports SDG 14.", "Clean Canal initiative"),
    ("Through the Homes for All programme 300 flats were built, which contributes to SDG 11.", "Homes for All programme"),
    ("Under the Paperless Council project agendas are read on tablets: it contributes to SDG 12.", "Paperless Council project"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owner"), FRAMES)
def test_a_goal_is_that_of_the_effort_under_which_something_is_done(
    read: Read, text: str, owner: str
) -> None:
    """ "Under the Foo project …" says whose goal it is, and not the city's."""
    found = read(text, 24)
    assert [[found.names[i].name for i in goal.owners] for goal in found.goals] == [[owner]]


def test_programmes_of_those_who_pay_have_no_goals_of_the_city(read: Read) -> None:
    """Money of the Union makes no initiative of the city."""
    found = read("Under the European Regions programme the city got funds; it contributes to SDG 7.", 24)
    assert not any("European" in found.names[i].name for goal in found.goals for i in goal.owners)


TERMS = [
    ("The Harbour Plan 2030 (https://a.example) was adopted in 2020. We note that the Plan supports SDG 14.", "14 Harbour Plan 2030"),
    ("The Harbour Plan was adopted in 2020. In chapter 2 the Plan serves SDG 14.", "14 Harbour Plan"),
    ("The Harbour Roadmap 2021-2026 takes from the Coast Act Portal. The Roadmap takes from the Sea Plan. In its text the Roadmap commits itself to SDG 14.", "14 Harbour Roadmap 2021-2026"),
    ("The Harbour Plan and the Forest Plan were adopted in 2020. In chapter 2 the Plan serves SDG 14.", ""),
    ("The Harbour Plan was adopted in 2020. In chapter 2 the Plan does not serve SDG 14.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_noun_with_a_capital_stands_for_the_one_thing_of_that_name(
    read: Read, text: str, expected: str
) -> None:
    """ "The Plan" is the plan that was named, wherever it stands in its sentence; of two it tells none."""
    assert told(read(text, 21)) == expected


NUMBERED_TABLES = [
    ("No. | Project | SDG\n1. Clean Canal | SDG 14\n2. Sun Roofs | 7 and 13", "14 Clean Canal, 7 Sun Roofs, 13 Sun Roofs"),
    ("# | Project | Link | SDG\n1) Clean Canal | https://a.example | 14\n2) Sun Roofs | https://b.example | 7", "14 Clean Canal, 7 Sun Roofs"),
    ("S/N | Project | Cost | SDGs\n1. Clean Canal | none | 14\n2. Sun Roofs | none | 7", "14 Clean Canal, 7 Sun Roofs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERED_TABLES)
def test_a_column_of_numbers_that_only_the_headings_have_shifts_no_goal(
    read: Read, text: str, expected: str
) -> None:
    """Running numbers before the first words of the rows leave the other cells under their headings."""
    found = read(text, 24)
    assert told(found) == expected
    assert not found.numbers
