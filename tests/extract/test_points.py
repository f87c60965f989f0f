"""What a point, a running number or a label is not: the end of a name, a count, a law; and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.legislation import find_laws
from lgq_graph.extract.partners import find_partners
from lgq_graph.model import Kind, Mentions, PlaceKind

from .test_names import owned
from .test_naming import named

Read = Callable[..., Mentions]

LINK = "https://a.example/1"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Site Approval System i.e. SAS", "Site Approval System"),
        ("Trade Desk, i.e. TD", "Trade Desk"),
        ("Water Bill Portal (viz. WBP)", "Water Bill Portal"),
        ("Small permits e.g. dog licences", "Small permits"),
        ("Ventanilla Única Digital, es decir VUD", "Ventanilla Única Digital"),
        ("St. Mary Desk", "St. Mary Desk"),
        ("Land Dept. Portal", "Land Dept. Portal"),
        ("Town Hall Appt. Desk", "Town Hall Appt. Desk"),
        ("Portal of the Land Dept.", "Portal of the Land Dept"),
    ],
)
def test_a_name_ends_where_its_sentence_does_or_is_said_anew(read: Read, said: str, name: str) -> None:
    """No point of an abbreviation ends a name, and "i.e." with what follows is no part of it; the link is still its own."""
    assert owned(read(f"• {said} – {LINK}\n• Bin Map – https://b.example/2"))[name] == [LINK]


def test_initials_behind_what_leads_to_them_are_another_name(read: Read) -> None:
    """ "i.e. SAS" gives an alias, not a thing of its own; the full name behind initials is one."""
    (found,) = read(f"• Site Approval System i.e. SAS ({LINK})").names
    assert [alias.of(f"• Site Approval System i.e. SAS ({LINK})") for alias in found.aliases] == ["SAS"]
    assert named(read("UCC i.e. Unified Control Centre at the hall sees all pumps.", 37)) == [
        "Unified Control Centre"
    ]


@pytest.mark.parametrize(
    "head", ["S.No.", "Sl. No.", "#", "Nº", "№ п/п", "Lp.", "Lfd. Nr.", "序号", "STT", ""]
)
@pytest.mark.parametrize("bar", ["\t", " | "])
def test_a_column_of_running_numbers_tells_nothing(read: Read, head: str, bar: str) -> None:
    """Whatever stands above them, numbers that only count the rows are no counts, and the row of headings names nothing."""
    rows = [
        (head or "-", "Name of the Portal", "Link"),
        ("1", "Pupil Records", "https://b.example"),
        ("2", "Town Walks", LINK),
    ]
    found = read("\n".join(bar.join(row) for row in rows), 8)
    assert named(found) == ["Pupil Records", "Town Walks"]
    assert not found.numbers


def test_numbers_of_a_first_column_count_where_they_do_not_run(read: Read) -> None:
    """What does not go up from one by one is read as before."""
    found = read("Service\tUsers\tLink\nDog Tag\t48,210\twww.d.example\nBin Day\t3,150\twww.b.example")
    assert [str(number.value) for number in found.numbers] == ["48210", "3150"]


@pytest.mark.parametrize(
    "label",
    [
        "State",
        "Local",
        "National",
        "Federal",
        "Provincial",
        "Central Government",
        "State Govt.",
        "State Level",
        "Access to data",
    ],
)
@pytest.mark.parametrize("mark", [" - ", ": ", " – "])
def test_a_label_before_a_law_is_none(read: Read, label: str, mark: str) -> None:
    """A level or a topic that leads to a law is not a law of its own."""
    found = read(f"{label}{mark}Norwood Local Bodies Act, 1998 ({LINK})", 18)
    assert owned(found) == {"Norwood Local Bodies Act": [LINK]}


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("G.O. (Ms) No. 69, dt. 14.07.2022", "69", "2022-07-14"),
        ("as per G.O.(Rt) No.1234 dated 3.5.2021", "1234", "2021-05-03"),
        ("G.O. Ms. No. 45, dtd. 12.01.2020", "45", "2020-01-12"),
        ("G.O.Ms.No. 12/2019", "12/2019", ""),
        ("Government Order (Ms) No. 70 dt 15.07.2022", "70", "2022-07-15"),
    ],
)
def test_government_orders_with_their_series(text: str, number: str, date: str) -> None:
    """The series in a bracket, and the "dt." of a day, are read over."""
    (law,) = find_laws(text)
    assert (law.type, law.number, law.date) == ("order", number, date)


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        (5, "For Ward Committee meetings wishes are gathered by post.", []),
        (5, "For Norwood City Council the office answers.", ["Norwood City Council"]),
        (7, f"(a) Norwood Tenders - {LINK}\n(b) small repairs - sealed offers in the office only", ["Norwood Tenders"]),
        (26, "- Bed Finder – free beds\n- Affordable housing is with the province, we have no app.", ["Bed Finder"]),
        (26, "- Zumba app for 140 clinics, appointments and reminders by SMS, over 1,600 mothers.\n- Bed Finder – free beds",
         ["Zumba app", "Bed Finder"]),
        (27, "A list can be seen in Norwood Map viewer along with toilets.", ["Norwood Map viewer"]),
        (15, "We work with Norwood e-Governance Agency at State level.", ["Norwood e-Governance Agency"]),
        (6, "The national portal is run by NQC, ours is not.", ["NQC"]),
        (5, "Besides this 1913 helpline is there. In 2022 hotline calls rose.", ["1913 helpline"]),
        (24, "Green Norwood 2.0 is the umbrella scheme of the State.", ["Green Norwood 2.0"]),
    ],
)  # fmt: skip
def test_what_is_named_in_passing(read: Read, question: int, text: str, names: list[str]) -> None:
    """Topics, works and prepositions are no names; bodies, lines and schemes named in passing are."""
    assert named(read(text, question)) == names


@pytest.mark.parametrize("article", ["The ", ""])
def test_a_noun_is_the_thing_that_has_it_in_its_name(read: Read, article: str) -> None:
    """ "Roadmap contributes …" is said of the roadmap, and not of the nearer policy that it follows."""
    found = read(
        f"Norwood Digital Roadmap 2030 ({LINK}), approved in 2021. It follows the Sutton Open Data Policy. "
        f"{article}Roadmap contributes to SDGs 9 and 16.",
        21,
    )
    assert [(goal.goal, [found.names[i].name for i in goal.owners]) for goal in found.goals] == [
        (9, ["Norwood Digital Roadmap 2030"]),
        (16, ["Norwood Digital Roadmap 2030"]),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the crew has to close it within 48 hrs, if not it goes up", ["48"]),
        ("a loaf costs Re. 1 there", ["1"]),
        ("Norwood app – 470,000 downloads in Android, 38,000 in iOS", ["470000", "38000"]),
        ("The budget is Rs.1,408 crore and Rs.5 lakh more", ["14080000000", "500000"]),
        ("It costs Rp.5,000 or Tk.300 and Sh.250", ["5000", "300", "250"]),
        ("given for max 30 minutes at each pole", ["30"]),
        ("The plan has five missions.", ["5"]),
        ("open 24 hrs a day", []),
    ],
)
def test_numbers_in_clipped_words(read: Read, text: str, values: list[str]) -> None:
    """ "hrs", "Re." and "max" are read as the words they are short for."""
    assert [str(number.value) for number in read(text).numbers] == values


def test_an_organisation_goes_without_the_unit_behind_its_initials(read: Read) -> None:
    """ "(TNC), IT Dept." leaves the organisation with its initials for an alias."""
    (found,) = read("Town of Norwood Corporation (TNC), IT Dept.", 42).names
    assert (found.name, found.kind, len(found.aliases)) == (
        "Town of Norwood Corporation",
        Kind.ORGANISATION,
        1,
    )


@pytest.mark.parametrize("name", ["IIT Norwood", "TU Norwood", "INSA Norwood", "FH Norwood"])
def test_universities_by_their_series_and_place(name: str) -> None:
    """They are partners where a list names them."""
    found = find_partners(f"Academic: {name} (flood model), Sutton University (bridge audit)")
    assert [(place.name, place.kind) for place in found] == [
        (name, PlaceKind.UNIVERSITY),
        ("Sutton University", PlaceKind.UNIVERSITY),
    ]
