"""What stands beside names: brackets within and behind them, units of posts, bodies in passing, and notes to see elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.goals import find_goals
from lgq_graph.extract.legislation import find_laws
from lgq_graph.extract.numbers import find_numbers
from lgq_graph.model import Kind, Mentions

Read = Callable[..., Mentions]
A, B = "https://a.example/1", "https://b.example/2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Records Act 2007 [Act 680]", [("Records Act", "680", "2007")]),
        ("Records Act 2007 [Cap. 12], Post Act 1999 [Act 4]", [("Records Act", "12", "2007"), ("Post Act", "4", "1999")]),
        ("under the Records Act 2007 [3]", [("Records Act", "", "2007")]),
        ("Local Government Act 1976 (Act 171);", [("Local Government Act", "171", "1976")]),
        ("Local Government Act, 1993 (Act 462)", [("Local Government Act", "462", "1993")]),
        ("County Governments Act No. 17 of 2012", [("County Governments Act", "17", "2012")]),
        ("Municipal Councils Act (Cap. 265)", [("Municipal Councils Act", "265", "")]),
        ("City Council Act No. 5 of 2010", [("", "5", "2010")]),
        ("under the Parking Places (Norwood) Order 2021;", [("Parking Places (Norwood) Order", "", "2021")]),
        ("the Street Trading (Fees) (Amendment) Order, 2019", [("Street Trading (Fees) (Amendment) Order", "", "2019")]),
        ("the Street Trading Order 2019 applies", [("Street Trading Order", "", "2019")]),
        ("a Large Work Order 2021, the Blanket Purchase Order 2021 and the Standing Order 2020", []),
        ("the Street Trading Order in 2019", []),
    ],
)  # fmt: skip
def test_laws_with_brackets(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A square bracket holds the number as a round one does, a bracket may stand within a title, and an act of local
    government is cited by its name; a note, and an order of goods or work, are no law."""
    assert [(law.title, law.number, law.date) for law in find_laws(text)] == expected


def test_an_act_on_local_government_is_of_the_nation() -> None:
    """Its number in a bracket makes no council of "Local Government"."""
    assert [law.level for law in find_laws("Local Government Act 1976 (Act 171)")] == ["national"]


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Parking Places (Tampere) Order 2021", "local"),
        ("Parking Places (Tampere District) Order 2021", "local"),
        ("Parking Places (Fees) Order 2021", "national"),
    ],
)
def test_a_place_in_the_bracket_of_a_title_makes_a_law_local(title: str, level: str) -> None:
    """What an order is for stands in its bracket: a place of the country, or a matter."""
    assert [law.level for law in find_laws(f"under the {title}", iso2="FI")] == [level]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwood City Council (NCC)", [("Norwood City Council", ["NCC"])]),
        ("Norwood City Council (Norgarðs Bæjarráð)", [("Norwood City Council", [])]),
        ("City of Norwood (ICT)", [("City of Norwood", [])]),
        ("City of Norwood (IT Department)", [("City of Norwood (IT Department)", [])]),
        ("Data Office (DO), City of Norwood (CN)", [("Data Office (DO), City of Norwood (CN)", [])]),
    ],
)
def test_the_bracket_behind_an_organisation(
    read: Read, text: str, expected: list[tuple[str, list[str]]]
) -> None:
    """Its initials are its other name, its name in another tongue is no part of it, and a department stays with it."""
    names = read(text, 12).names
    assert [(n.name, [alias.of(text) for alias in n.aliases]) for n in names] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Director, ICT Department", "ICT Department"),
        ("Head, Department of Digital Services and Archives", "Department of Digital Services and Archives"),
        ("Specialist, the Digital Change Office", "Digital Change Office"),
        ("Head of Section, International Relations", None),
        ("Deputy Director, Office", None),
        ("Deputy Director", None),
    ],
)
def test_the_unit_that_a_post_is_in(read: Read, text: str, unit: str | None) -> None:
    """Behind a comma, by its name; the post stays whole."""
    post, *units = read(text, 11).names
    assert (post.name, post.kind) == (text, Kind.POST)
    assert [(found.name, found.kind) for found in units] == ([(unit, Kind.ORGANISATION)] if unit else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It follows circulars issued by the Norwood Records and Town Archives Unit (NRTAU).", ["Norwood Records and Town Archives Unit"]),
        ("It follows rules issued by Norwood Council and Green Fund (GF).", ["Norwood Council"]),
        ("The site is maintained by Norwood Town Markets (NTM).", ["Norwood Town Markets"]),
        ("The site is maintained by Norwood Town.", []),
        ("It is funded with USD 10 million by the Marsh Fund.", ["Marsh Fund"]),
        ("It is financed with a loan by the Lakes Bank.", ["Lakes Bank"]),
        ("It was supported with all our heart, and it ended; by the Old Mill there is a screen.", []),
    ],
)  # fmt: skip
def test_bodies_that_act_in_passing(read: Read, text: str, expected: list[str]) -> None:
    """A name goes on to its own initials, initials tell a body from a mere town, and who pays may stand behind the sum."""
    found = read(text, 24).names
    assert [name.name for name in found if name.kind is Kind.ORGANISATION] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sits below the state vision Norwood2030 and the National Data Blueprint.", ["Norwood2030", "National Data Blueprint"]),
        ("The national vision Lakeland 2040 leads.", ["Lakeland 2040"]),
        ("It follows the Roads and the Sea Plan.", ["Roads and the Sea Plan"]),
        ("The plan May 2021 had was dropped.", []),
    ],
)  # fmt: skip
def test_plans_side_by_side(read: Read, text: str, expected: list[str]) -> None:
    """ "And the" parts two plans, of which one may be named by its year; it stands in the name of one."""
    assert [name.name for name in read(text, 21).names] == expected


@pytest.mark.parametrize(
    "said", [", see Q25", " (see question 8)", " – see above", ", siehe Frage 8", ", véase la pregunta 8"]
)
def test_what_sends_to_another_answer_is_no_part_of_a_thing(read: Read, said: str) -> None:
    """It is neither of the name nor a description."""
    (name,) = read(f"Apps in use:\n- Bike Map{said}", 30).names
    assert (name.name, name.description) == ("Bike Map", None)


def test_a_name_in_quotes_in_a_bracket_is_another_name(read: Read) -> None:
    """Of the same thing, and no thing of its own; a word for what is meant, "the Plan", is none."""
    text = f"- Linha Verde (“Town Complaints”) – {A}\n- Bike Desk (“the Desk”) – {B}"
    names = read(text, 5).names
    found = [(name.name, [alias.of(text) for alias in name.aliases]) for name in names]
    assert found == [("Linha Verde", ["Town Complaints"]), ("Bike Desk", [])]
    text = f"Norwood Data Plan 2021-2025 (“PDN”): {A}"
    names = read(text, 21).names
    found = [(name.name, [alias.of(text) for alias in name.aliases]) for name in names]
    assert found == [("Norwood Data Plan 2021-2025", ["PDN"])]


def test_a_deed_before_the_words_for_a_site_is_no_part_of_its_name(read: Read) -> None:
    """ "Uploaded to the state portal" names the portal."""
    (name,) = read(f"Our readings are uploaded to the state portal, {A}", 6).names
    assert name.name == "state portal"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (f"Applications go through e-Home, {A}, of the Housing Board.", Kind.SERVICE),
        ("Residents report potholes via Street Eye (https://eye.example).", Kind.SERVICE),
        ("The town works with Foo Bar (https://foo.example).", Kind.INITIATIVE),
    ],
)
def test_what_is_done_through_a_thing_tells_that_it_is_a_service(read: Read, said: str, kind: Kind) -> None:
    """The words before a name tell its kind by its use, as those behind it do."""
    assert read(said, 26).names[0].kind is kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("– audio guide for visitors", Kind.APP),
        ("– parking payment", Kind.APP),
        (": appointment booking", Kind.APP),
        ("– chatbot", Kind.SERVICE),
        ("– web portal", Kind.PORTAL),
    ],
)
def test_what_an_app_does_makes_it_no_service(read: Read, said: str, kind: Kind) -> None:
    """Under the question on apps, where what is said to be something else still is that."""
    assert read(f"Apps in use:\n- Norwood Stroll {said}\n- Bike Desk", 30).names[0].kind is kind


def test_budgeting_with_residents_is_no_platform_unless_it_has_a_site(read: Read) -> None:
    """It is a programme of the city."""
    names = read(f"1. Gender Budgeting (GB) – done since 2012\n2. Town Budgeting – {A}", 5).names
    assert [name.kind for name in names] == [Kind.INITIATIVE, Kind.PLATFORM]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(a) Park Map. Supports target 11.7.\n(b) Safe Play. Contributes to Goal 5 and Goal 16.",
            [11, 5, 16],
        ),
        ("(a) Park Map. Supports target 11.7.\n(b) Safe Play. Serves strategic goal 5.", [11]),
        ("(a) Park Map. Has a target 4.5.\n(b) Safe Play. Contributes to Goal 5.", []),
    ],
)
def test_a_target_of_the_un_makes_the_goals_beside_it_the_uns(text: str, expected: list[int]) -> None:
    """An answer that names a target of the SDGs speaks of them; one with a number to be reached does not."""
    assert [goal.goal for goal in find_goals(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("52 out of 61 services are online.", ["52", "61"]),
        ("Our datasets (37 as of March 2023) are there.", ["37"]),
        ("Our services (24 in all) are online.", ["24"]),
        ("9 out of 10 residents like it.", []),
        ("It ranks 23 out of 183 cities.", []),
        ("Our services (24) are online.", []),
    ],
)
def test_the_whole_behind_its_part_and_counts_in_a_bracket(text: str, expected: list[str]) -> None:
    """The whole of a ratio that is no idiom or rank is a count; so is what a bracket says to be all there is by now."""
    assert [str(number.value) for number in find_numbers(text)] == expected
