"""Personal data in free text is taken out; posts, public lines and things named after people stay, by rule."""

from __future__ import annotations

import pytest

from lgq_graph.extract.contacts import BLANK, Known, people_in, withhold
from lgq_graph.model import Withheld

from ..timing import assert_linear

W = BLANK


def public(text: str, name: str = "N/A", family_first: bool = False) -> str:
    """The text as it may be published, when the contact answers give this name."""
    known = Known((Withheld(10, "person", name),), [text], [], family_first)
    return withhold(text, 4, known)[0]


# --- addresses and numbers ----------------------------------------------------------------------------------------

PERSONAL = [
    "Write to first.last@city.example for help",
    "Write to first.last (at) city (dot) example",
    "Write to desk[at]city.example",
    "Write to desk @ city.example",
    "Write to desk@city . example",
    "Write to desk at city dot example",
    "Write to first dot last at city dot example",
    "Write to first(dot)last(at)city.example",
    "Write to desk{at}city{dot}example",
    "Write to desk_at_city.example",
    "Write to desk <at> city <dot> example",
    "Write to desk&#64;city.example",
    "Write to desk＠city.example",
    "Write to desk﹫bücher.example",
    "Write to mailto:desk@city.example",
    "see https://city.example/?to=desk@city.example&x=1",
    "see https://city.example/?to=desk%40city.example",
    "reach the director, tel. +254 20 1234567",
    "his number is +1 (202) 555-0123",
    "his number is ＋1 ２０２ ５５５ ０１２３",
    "mobile: 98765 43210",
    "direct 020 7946 0958",
    "write or ring 555-010-9999",
    "tel. 2345 6789",
    "Tel 0405550123",
    "tel:+358405550123",
    "Phone number 234 5678",
    "тел. 555-01-23",
    "WhatsApp 11 5550 0147",
    "whatsapp: 040 555 0123",
    "call +358 40 555 0123 ext. 12",
    "ask for ext. 4512",
    "The director: https://wa.me/358405550123",
]
PUBLIC = [
    "Call the hotline +254 20 1234567 at any time",
    "the contact centre (tel.: +7 (495) 777-77-77)",
    "Dial 112 or 1500, call 311, tel. 115",
    "The helpline 0800 123 4567 is free",
    "call centre 1-800-555-0100",
    "free of charge: 8 800 555 01 23 or 0800 555 0123",
    "We had 1 234 567 visits and 12,345,678 views since 2019-2021",
    "Number of telephones: 1 500 000; telephone 1 500 000 users",
    "see https://a.example/12345678901",
    "a chatbot at https://wa.me/358405550123",
    "Law 25.326 of 2016/679",
    "services are available at city.example",
    "follow @city@social.example or @city.official",
    "map at https://maps.example/@60.17,24.94,12z",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_is_blanked(text: str) -> None:
    """An address or number of a person does not stay, and is known to have been there."""
    left, taken = withhold(text, 4, Known())
    assert BLANK in left
    assert len(taken) == 1
    assert taken[0].text in text
    assert taken[0].text not in left


@pytest.mark.parametrize("text", PUBLIC)
def test_public_lines_and_plain_numbers_stay(text: str) -> None:
    """Public lines, short codes, counts, addresses and law numbers are no personal data."""
    assert withhold(text, 4, Known()) == (text, ())


# --- people whom the contact answers name -------------------------------------------------------------------------

NAMED = [
    ("Maria Testa", "Ask T. Testa, Testa T., M. Testa, M.Testa, M. P. Testa.", f"Ask {W}, {W}, {W}, {W}, {W}."),
    ("Maria Testa", "Ms Testa and TESTA, with Testa's team (Testa)", f"Ms {W} and {W}, with {W}'s team ({W})"),
    ("Maria Testa", "Testa, Maria; maria testa; Maria T. and Masha Testa", f"{W}; {W}; {W}. and {W}"),
    ("Maria Testa", "by Testa-Probst", f"by {W}"),
    ("Maria Testa", "Téstà leads", f"{W} leads"),
    ("Ms. Maria Testa", "Testa leads", f"{W} leads"),
    ("Dr Maria Testa (CIO); Jan Muster", "Testa leads Muster", f"{W} leads {W}"),
    ("TESTA, Maria", "Testa leads", f"{W} leads"),
    ("Testa", "T. Testa leads Testa", f"{W} leads {W}"),
    ("Maria Green", "Ms Green, M. Green, Green M.; Maria Green; Green, Maria", f"Ms {W}, {W}, {W}; {W}; {W}"),
    ("Maria Paris", "Ms Paris and M. Paris went to Paris", f"Ms {W} and {W} went to Paris"),
    ("Maria Testa Probst", "Testa, then Probst, then Ms Testa Probst", f"{W}, then {W}, then Ms {W}"),
    ("Testova Maria Ivanovna", "Testova, M. I. Testova, Yu. Testova; Maria Ivanovna", f"{W}, {W}, {W}; {W}"),
    ("Мария Тестова", "Mariya Testova, Testova and Тестова М.", f"{W}, {W} and {W}."),
    ("Ahmed bin Muster Al-Testa", "Al-Testa, Al Testa; Altesta; El-Testa", f"{W}, {W}; {W}; {W}"),
    ("Ahmed bin Muster Al-Testa", "Ahmed Muster and A. Al Testa", f"{W} and {W}"),
    ("Jörg Müller-Probst", "Mueller-Probst; Joerg Mueller Probst; J. Müller, Muller", f"{W}; {W}; {W}, {W}"),
    ("张三", "由张三负责", f"由{W}负责"),
]  # fmt: skip

STAYING = [
    ("Maria Testa", "the Testa Street and the Testa Hospital"),
    ("Maria Testa", "a testament to contests"),
    ("Maria Testa", "the app “Testa” and what Testa does"),
    ("Maria Testa", "Testa (https://testa.example) is a portal"),
    ("Maria Testa", "Maria is a chatbot"),
    ("Maria Green", "Green City, the Green portal and Green Director General"),
    ("Maria Bank", "the Bank and the World Bank"),
    ("Maria Paris", "Paris, PARIS and Lyon"),
    ("City Council", "the City Council decided"),
    ("To be determined", "This is to be determined"),
    ("Chief Digital Officer", "the Chief Digital Officer"),
]


@pytest.mark.parametrize(("name", "text", "left"), NAMED)
def test_a_known_person_is_withheld_however_named(name: str, text: str, left: str) -> None:
    """By surname, initials, title, in another order, script or spelling; an ordinary surname with something beside it."""
    assert public(text, name) == left


def test_a_list_leaves_none_of_its_names() -> None:
    """Commas part names, and the two halves of one: neither reading leaves a word of them."""
    left = public("Green M., Maria Green, Green, Maria, M. Green, Maria Green and others", "Maria Green")
    assert "Green" not in left
    assert left.endswith(f"{W} and others")


@pytest.mark.parametrize("text", ["Muster Da-eun", "Muster Daeun", "Da Eun Muster", "D. Muster", "Muster"])
def test_a_family_name_can_come_first(text: str) -> None:
    """Where people write it so, the first word is a surname too."""
    assert public(f"Ask {text}!", "Muster Da-eun", family_first=True) == f"Ask {W}!"


@pytest.mark.parametrize(("name", "text"), STAYING)
def test_ordinary_words_are_no_people(name: str, text: str) -> None:
    """Words, cities, streets and portals that share a surname stay; what is no name withholds nothing."""
    assert public(text, name) == text


URLS = [
    "https://city.example/staff/maria-testa",
    "https://linkedin.com/in/mtesta",
    "linkedin.com/in/testa.m",
    "https://x.example/MariaTesta.html",
    "https://x.example/u/t%C3%A9sta?x=1",
    "https://x.example/people?name=Maria+Testa",
    "https://x.example/#m_testa",
    "maria-testa.example",
    "@mtesta85",
    "@maria_testa",
    "mtesta",
]


@pytest.mark.parametrize("url", URLS)
def test_an_address_that_spells_a_person_goes_whole(url: str) -> None:
    """What is left of a URL would be a wrong address."""
    assert public(f"see ({url}).", "Maria Testa") == f"see ({W})."


@pytest.mark.parametrize(
    "url", ["https://x.example/testament", "https://x.example/maria", "https://x.example/green-city"]
)
def test_an_address_of_other_words_stays(url: str) -> None:
    """A longer word, a first name alone, and a surname that is an ordinary word spell no person."""
    assert public(f"see {url}", "Maria Testa; Maria Green") == f"see {url}"


# --- people whom only the text names ------------------------------------------------------------------------------

TITLED = [
    f"Mayor {W} opened it",
    f"Dr. {W}, Chief Digital Officer, leads",
    f"contact person: {W}",
    f"Responsible person – {W}",
    f"signed by {W} on 3 May",
    f"headed by Mr {W}",
    f"{W}, Chief Digital Officer",
    f"{W} (CIO)",
    f"{W} – Head of Department",
    f"{W} is the Mayor",
    f"{W}, PhD, Director",
    f"the department (head: {W})",
    f"Team lead: {W}",
    f"{W}: Project Manager",
    f"our Chief Digital Officer, {W}, said",
    f"the Mayor of Tampere, {W}, said",
    f"Mayor of Tampere {W}",
    f"Head of the Department of IT {W}",
    f"Minister of Digital Development {W}",
    f"Director General {W}",
    f"appointed {W} as Chief Innovation Officer",
    f"CIO {W} and others",
    f"Prof. Dr. {W}",
    f"Sra. {W}",
    f"Name of the CIO: {W}",
    f"Mayor {W}'s vision",
]
NAMES = [
    "Maria Testa",
    "MARIA TESTA",
    "M. Testa",
    "Marie-Anne Testa-Probst",
    "Ahmed bin Testa Al Muster",
    "Maria de la Testa Probst",
]

NOT_PEOPLE = """The Mayor's Office and the Director General
President Wilson Avenue
the Minister of Finance
Chief Information Officer Department
Lomonosov University and Martin Luther King Street
Nelson Mandela Bay
Dr. Martin Luther King Jr. Boulevard
Dr Testa Hospital
Mayor Testa Street
Director of Forum Virium
led by Forum Virium Helsinki
Head of Smart City
the Mayor of Nizhny Novgorod
the Mayor of London, Paris and Berlin
Mayor Launches New Portal
Deputy Mayor for Digital Transformation
Department of Finance, Director
Minister of the Testland Government, Head of the Digital Department
the Mayor and Government of Lyon
signed by the Mayor
headed by the Chief Digital Officer
prepared by Department of Finance
approved by the City Council, Director of Finance
Director Smart City
Contact: Service Centre
contact person: see website
Chief Executive Officer (CEO)
Governor of New South Wales
Open Data Portal (Manager Console)
Active Citizen, chief among them
Secretary General of the United Nations
the President of the Republic
Minister for Digital Affairs, Urban Mobility
Miss World
MS Teams and MS Azure
Mayor Announces Plans
Governor Awards
Head of Administration, Forum Virium Helsinki
CIO Forum 2023""".split("\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", TITLED)
def test_a_person_beside_a_post_is_withheld(form: str, name: str) -> None:
    """The name goes and the post stays."""
    assert public(form.replace(W, name)) == form


@pytest.mark.parametrize(
    "text", ["Mr Muster", "Ms Green", "Mayor Testa", "Councillor Probst", "Mr. J. Muster", "Herr Muster"]
)
def test_a_surname_behind_a_title_is_withheld(text: str) -> None:
    """Also when it is an ordinary word, behind a form of address."""
    assert public(text) == f"{text.split()[0]} {W}"


def test_a_person_named_once_with_a_post_is_withheld_everywhere() -> None:
    """The post tells the person; the surname alone, initials and a URL then do too."""
    text = "Mayor Maria Testa spoke. Testa agreed, as M. Testa said (https://x.example/maria-testa)."
    assert public(text) == f"Mayor {W} spoke. {W} agreed, as {W} said ({W})."


@pytest.mark.parametrize("text", NOT_PEOPLE)
def test_posts_and_things_stay(text: str) -> None:
    """Offices, posts, places, organisations and what is named after people."""
    assert public(text) == text


# --- hostile text, and what the contact answers give --------------------------------------------------------------

UNITS = ["a.", "+1 ", "a@", "(0", "hotline ", "Mayor ", "Testa ", "T. ", "Ms Testa ", "Mayor Aaba Abba, ", "of ", "director of The ", "https://a.b/testa ",
         "@a ", "a at b dot ", "Ada-", "张", "tel. ", "by Ada de ", "x.y/"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str) -> None:
    """Also where the text speaks of people who are known."""
    known = Withheld(10, "person", "Ada Testa"), Withheld(14, "phone", "2345 6789")
    assert_linear(lambda text: withhold(text, 4, Known(known, [text])), unit, 4_000 * len(unit))


@pytest.mark.parametrize(
    ("answer", "people"),
    [
        ("Ms. Ada Testa", ("Ada Testa",)),
        ("Dr Ada Testa (CIO)", ("Ada Testa",)),
        ("Ada Testa, Chief Digital Officer", ("Ada Testa",)),
        ("Testa, Ada", ("Ada TESTA",)),
        ("Ada Testa / Ado Testo", ("Ada Testa", "Ado Testo")),
        ("Ada Testa and Ado Testo", ("Ada Testa", "Ado Testo")),
        ("Chief Digital Officer", ()),
        ("Department of Information Services", ()),
        ("to be Named", ()),
    ],
)
def test_people_are_told_from_titles_and_posts(answer: str, people: tuple[str, ...]) -> None:
    """A post under "Name" blanks nothing; a name beside a post is still a name, its surname in capitals if that is told."""
    assert people_in(answer) == people
