"""What makes a name and what does not: topics and notes, counts and owners beside it, and the words that lead to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.model import Kind, Mentions

from .test_names import owned

Read = Callable[..., Mentions]

A, B, C = "https://a.example/1", "https://b.example/2", "https://c.example/3"


def named(found: Mentions) -> list[str]:
    """The names of an answer in order."""
    return [name.name for name in found.names]


COUNTED = [
    ("Bin Watch, 21,000 installs", "Bin Watch"),
    ("dog licence, over 38 000 licences", "dog licence"),
    ("grave plot, not more than 900 in a year", "grave plot"),
    ("order of a tree permit (lupa): 4 115 permits", "order of a tree permit"),
    ("Plan Verde, más de 300 árboles", "Plan Verde"),
    ("Alvará Fácil, cerca de 4 mil pedidos", "Alvará Fácil"),
    ("Bürgerbüro, rund 20 000 Termine", "Bürgerbüro"),
    ("Bilet Norwood, 5 milionów pasażerów", "Bilet Norwood"),
    ("Norwood Kart, 120 bin kullanıcı", "Norwood Kart"),
    ("Town Line 155, day and night", "Town Line 155"),
    ("Play Map, part of the town's pages", "Play Map"),
    ("Agenda 21, 2030", "Agenda 21, 2030"),
]


@pytest.mark.parametrize(("said", "name"), COUNTED)
def test_how_many_there_are_is_no_part_of_a_name(read: Read, said: str, name: str) -> None:
    """A number behind a comma ends the name, with the words that bound it; a year does not."""
    assert named(read(f"- {said} – {A}", 4)) == [name]


TOPICS = [
    ("AI: chatbot Tila answers questions in the website, 2 700 a month.", ["Tila"]),
    ("3D: Norwood Digital Twin, half a million objects.", ["Norwood Digital Twin"]),
    ("Artificial Intelligence and IoT: Stormwater model; 15 posts.", ["Stormwater model"]),
    ("Künstliche Intelligenz: Chatbot Emma", ["Chatbot Emma"]),
    ("Internet of Things: Leak Watch and Town Air", []),
    ("Blockchain: no.", []),
    ("Realidad virtual: visitas al museo", []),
    ('Safe lighting: app "Light The Path" is an idea', ["Light The Path"]),
    ("Plans: Register of Planning (RPN) shows every plan", ["Register of Planning"]),
    ("Petition tool: no. It comes in 2024.", []),
    ("Bike sharing: 300 bikes in 40 places", ["Bike sharing"]),
]


@pytest.mark.parametrize(("line", "names"), TOPICS)
def test_topics_head_things_and_are_none(read: Read, line: str, names: list[str]) -> None:
    """A technology, and a topic before a name that a noun or its initials show."""
    assert named(read(f"- {line}\n- Clean Canal Project – dredging", 38)) == [*names, "Clean Canal Project"]


def test_labels_of_figures_are_no_sites(read: Read) -> None:
    """ "Data sets: 58", "Real-time sets are three"."""
    text = f"Data sets of the town: 58. They are there.\nMaps: Town Atlas, {A}\nReal-time sets are three: air, buses.\nBudget: {B}"
    assert owned(read(text, 6)) == {"Town Atlas": [A], "Budget": [B]}


NOTED = [
    f"- Bike Desk (rentals) [1]\n- Tree Map [2]\n\n[1] {A}\n[2] {B}",
    f"Residents like Bike Desk [1], and the Tree Map (2).\n[1] <{A}>\n(2): {B}",
    f"• Bike Desk¹\n• Tree Map²\n¹ {A}\n² {B}",
]


@pytest.mark.parametrize("text", NOTED)
def test_links_at_the_foot_belong_to_what_refers_to_them(read: Read, text: str) -> None:
    """In square or round brackets, or as small figures."""
    assert owned(read(text, 8)) == {"Bike Desk": [A], "Tree Map": [B]}


def test_a_note_that_nothing_refers_to_names_its_site(read: Read) -> None:
    """Its host does, as it does for any link that stands alone."""
    assert owned(read(f"Taxes: {A} [1]\n(1) {B}\n[7] {C}", 8)) == {
        "Taxes": [A],
        "b.example": [B],
        "c.example": [C],
    }


OWNERS = [
    ("It sits under the Assembly's Green Town Plan 2022-2025.", ["Green Town Plan 2022-2025"]),
    ("We follow the City’s Smart Port Strategy 2030.", ["Smart Port Strategy 2030"]),
    ("It is part of the Land Bank-funded Blue Port Project.", ["Blue Port Project"]),
    ("The Children's Reading Plan 2030 is new.", ["Children's Reading Plan 2030"]),
]


@pytest.mark.parametrize(("text", "names"), OWNERS)
def test_whose_a_thing_is_is_no_part_of_its_name(read: Read, text: str, names: list[str]) -> None:
    """A possessive of the city's bodies, or who pays; not one that belongs to the name."""
    assert named(read(text, 21)) == names


SHARES = [
    "Nineteen of the forty services can be used on the site ({}).",
    "Around 40 of our 100 services are online: {}",
    "Two thirds of the forms are in the portal ({}).",
    "Visits of the website are public ({}).",
]


@pytest.mark.parametrize("text", SHARES)
def test_a_share_of_many_is_no_name(read: Read, text: str) -> None:
    """The link stays, without one."""
    found = read(text.format(A), 29)
    assert (found.names, [link.owner for link in found.links]) == ((), [None])


def test_a_verb_begins_no_name(read: Read) -> None:
    """ "Have been given cards, which contributes to …"."""
    text = "Under the Collector List Programme 1,500 collectors have been given identity cards, which contributes to SDG 8."
    assert named(read(text, 24)) == ["Collector List Programme"]


LED = [
    (8, f"the permit pages, PerSys for short ({A}); the Tree Map ({B})", {"permit pages": [A], "Tree Map": [B]}),
    (8, f"the learning space of the schools, known as iClass Norwood ({A}); Tree Map ({B})", {"iClass Norwood": [A], "Tree Map": [B]}),
    (3, f"The Norwood Assembly (hereinafter “the Assembly” or NA) maintains its corporate website at {A}.", {"corporate website": [A]}),
    (21, f"Norwood 2035 is our strategy. It has six goals. It was approved by Council Regulation No 21 of 17.12.2020. Text: {A}",
     {"Norwood 2035": [A], "Council Regulation No 21 of 17.12.2020": []}),
    (24, f"The Norwood Climate Action Plan, prepared with friends and launched in 2020 ({A}), is new.", {"Norwood Climate Action Plan": [A]}),
    (36, "A YouTube channel was opened to carry the Town Talks Live (https://www.youtube.com/@nor).", {"YouTube": ["https://www.youtube.com/@nor"]}),
    (4, f"In demand were: the Shop Permit ({A}); payment of Land Rate, otherwise called the rate bill ({B}); and registration of marriages, with 3,600 bookings.",
     {"Shop Permit": [A], "payment of Land Rate": [B], "registration of marriages": []}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "expected"), LED)
def test_the_words_around_a_link_lead_to_its_name(
    read: Read, question: int, text: str, expected: dict[str, list[str]]
) -> None:
    """Behind a short name, a verb, a participle or another clause."""
    assert owned(read(text, question)) == expected


UNLINKED = [
    ("The apps TownBus and ParkUp are free.", {"TownBus": Kind.APP, "ParkUp": Kind.APP}),
    ("The portals Bike Desk, Tree Map and Noise Watch are open.", dict.fromkeys(("Bike Desk", "Tree Map", "Noise Watch"), Kind.PORTAL)),
    ("The sites North and South are open.", {}),
    ("A version in plain words, styled Our Money Norwood, follows.", {"Our Money Norwood": Kind.INITIATIVE}),
    ("It will be opened with the name Norwood Speaks.", {"Norwood Speaks": Kind.INITIATIVE}),
    ("We are a so-called Smart Port Town.", {}),
    ("It was formerly the Town Feedback Desk.", {}),
    ("The Births and Deaths Registry is a national agency.", {"Births and Deaths Registry": Kind.ORGANISATION}),
    ("The Parks and Recreation Department helps.", {"Parks and Recreation Department": Kind.ORGANISATION}),
    ("The State Housing Company and the Rescue Board help; the Deputy Chief Executive too.",
     {"State Housing Company": Kind.ORGANISATION, "Rescue Board": Kind.ORGANISATION}),
    ("Route planner trips.ee is of the state. The app Ride.ee is new.", {"trips.ee": Kind.PORTAL, "Ride.ee": Kind.APP}),
    ("There is the Norwood Youth Forum, a discussion board run with schools.", {"Norwood Youth Forum": Kind.PLATFORM}),
    ("- Norwood Tracker, app for phones.\n- SafeSteps, an application in which women mark streets, is new.",
     {"Norwood Tracker": Kind.APP, "SafeSteps": Kind.APP}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNLINKED)
def test_names_without_a_link(read: Read, text: str, expected: dict[str, Kind]) -> None:
    """Behind a plural noun, behind "styled", in a pair, by the body's last word, by an address."""
    assert {name.name: name.kind for name in read(text, 24).names} == expected


def test_a_link_to_a_store_makes_an_app(read: Read) -> None:
    """Whatever its description says; a thing whose own noun tells otherwise stays that."""
    store = "https://play.google.com/store/apps/details?id="
    text = f"- Siola Line ({store}siola): queue of the hall\n- Town Museum Portal ({store}museum)"
    assert [name.kind for name in read(text, 26).names] == [Kind.APP, Kind.PORTAL]


NEGATED = [
    "The Green Trail doesn't pretend to cover SDG 7.",
    "The Green Trail isn’t aligned with SDG 13.",
    "Green Trail won't support SDG 13.",
    "The Green Trail never aimed at SDG 7.",
    "Green Trail only partly addresses SDG 7.",
]


@pytest.mark.parametrize("text", NEGATED)
def test_a_name_ends_before_its_verb(read: Read, text: str) -> None:
    """Contracted verbs and adverbs belong to the sentence."""
    assert named(read(text, 24)) == ["Green Trail"]


COUNTING = [
    f"Low-floor trams account for 92.4% of the fleet, and serve SDG 11. {A}",
    "Free Tickets represent 5% of the sales, supporting SDG 1.",
    "Electric Buses make up about a third of the fleet and serve SDG 11.",
    f"It has a budget of EUR 18.7 million for the period. {A}",
]


@pytest.mark.parametrize("text", COUNTING)
def test_shares_and_sums_are_no_names(read: Read, text: str) -> None:
    """Things that are a part of others, and money."""
    assert named(read(text, 24)) == []


SHOWN = [
    (29, f"76%. See the catalogue: {A}", {}),
    (29, f"Environ 76 %. Voir le catalogue : {A}", {}),
    (29, f"76%. Véase el portal: {A}", {}),
    (29, f"76%. Visit our site: {A}", {}),
    (29, f"76%. For details see the Bike Desk: {A}", {"Bike Desk": [A]}),
    (29, f"All are in Bike Desk. Consult the list: {A}", {"Bike Desk": [A]}),
    (8, f"Visite o Norwood: {A}\nOpen data catalogue: {B}", {"Visite o Norwood": [A], "Open data catalogue": [B]}),
    (8, f"- Open data portal ({A})\n- See the map: {B}", {"Open data portal": [A], "b.example": [B]}),
    (21, f"The strategy is called Smart Norwood 2022-2026 and was approved by the Town Council. It has 31 projects. {A}",
     {"Smart Norwood 2022-2026": [A], "Town Council": []}),
    (21, f"La estrategia se llama Agenda Digital Norwood y fue aprobada en 2021. {A}", {"Agenda Digital Norwood": [A]}),
    (4, f"- Land Extract, which is requested to the Property Registry ({A}); it is signed\n- Bike Desk – {B}",
     {"Land Extract": [], "Property Registry": [A], "Bike Desk": [B]}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "expected"), SHOWN)
def test_what_sends_the_reader_somewhere_names_nothing(
    read: Read, question: int, text: str, expected: dict[str, list[str]]
) -> None:
    """ "See the catalogue" leads to what is spoken of; a name keeps the verb that it begins with."""
    assert owned(read(text, question)) == expected


BETWEEN = [
    (25, f"The bus service for older persons, Helper+, may be booked at {A}.", {"Helper+": Kind.SERVICE}),
    (25, "The app of the library, LibroGo, is free.", {"LibroGo": Kind.APP}),
    (25, "La aplicación de movilidad, MueveNorwood, está disponible.", {"MueveNorwood": Kind.APP}),
    (25, "The service in our twin city, Malmö, is good. The mayor, as one knows, is new.", {}),
    (25, "La principal es la Primera Línea del Metro de Norwood, con 15 estaciones.", {"Primera Línea del Metro de Norwood": Kind.INITIATIVE}),
    (25, "The main one is the First Tunnel of the Norwood Metro. The main goal is the Safety of Children.",
     {"First Tunnel of the Norwood Metro": Kind.INITIATIVE}),
    (5, "El portal Cabildo Norwood, que funcionaba desde 2016, se cerró.", {"Cabildo Norwood": Kind.PORTAL}),
    (5, "The app “Norwood SOS” was closed; its successor, “Tell Norwood”, is planned.", {"Norwood SOS": Kind.APP, "Tell Norwood": Kind.APP}),
    (37, "There is a Sistema de Alerta Temprana, and la app de Norwood.", {"Sistema de Alerta Temprana": Kind.INITIATIVE}),
    (7, "All is done in the national portal BUYS, administered by the NPA. It is run by the GIS.",
     {"BUYS": Kind.PORTAL, "NPA": Kind.ORGANISATION}),
    (24, "- Agua Norwood – the application of the WWN for reading the meter\n- FarmNorwood, virtual market of fruit and vegetables",
     {"Agua Norwood": Kind.APP, "WWN": Kind.ORGANISATION, "FarmNorwood": Kind.INITIATIVE}),
    (30, f"The apps are: Agua Norwood; MoveNor; Bus Norwood ({A}); and «Mi Metro», planned for 2023.",
     dict.fromkeys(("Agua Norwood", "MoveNor", "Bus Norwood", "Mi Metro"), Kind.APP)),
    (36, "Sí: Twitter (https://twitter.com/nor); Facebook (https://facebook.com/nor); y el canal de Telegram «Norwood Informa», sin enlace.",
     dict.fromkeys(("Twitter", "Facebook", "Norwood Informa"), Kind.ACCOUNT)),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "expected"), BETWEEN)
def test_names_beside_what_they_are(read: Read, question: int, text: str, expected: dict[str, Kind]) -> None:
    """Between commas, behind a noun with an article, behind "the main one is", in the last entry of a list."""
    assert {name.name: name.kind for name in read(text, question).names} == expected


@pytest.mark.parametrize("bar", ["\t", " | "])
def test_a_cell_that_describes_is_no_thing(read: Read, bar: str) -> None:
    """The cell behind the name tells of it, and its goals are the name's."""
    rows = [
        ("Initiative", "Brief description", "SDG"),
        ("WasteWise!", "Digital guide to sorting with a map", "SDG 12"),
        ("Norwood Twin", "3D model of the town (planned)", "Not yet (possibly SDG 11)"),
    ]
    found = read("\n".join(map(bar.join, rows)), 24)
    assert named(found) == ["WasteWise!", "Norwood Twin"]
    assert [(goal.goal, goal.owners) for goal in found.goals] == [(12, (0,)), (11, (1,))]


def test_letters_behind_a_verb_begin_items(read: Read) -> None:
    """ "In demand were (a) …, (b) …"."""
    text = f"In demand were (a) the Land Extract ({A}), (b) the tax calculator “TaxCalc” ({B}), and (c) the parking permit, which is new."
    assert owned(read(text, 4)) == {"Land Extract": [A], "TaxCalc": [B], "parking permit": []}


NO_NAMES = [
    (29, f"76 % of all services are online. Full list: {A}", {}),
    (24, f'- Sun Meter, {A} , counts how much the roof gives. Directed to "Affordable and clean energy" (SDG 7)\n- Bike Desk ({B})',
     {"Sun Meter": [A], "Bike Desk": [B]}),
    (24, "- Waste sorting is made by mobile application Eko Norwood.\n- Bike Desk is free.", {"Eko Norwood": [], "Bike Desk": []}),
    (4, f"- Dog Permit ({A})\n- Noise at night: not online yet, planned for 2027\n- Tree Permit ({B})", {"Dog Permit": [A], "Tree Permit": [B]}),
    (21, "New program till 2030 is under preparation.", {}),
    (8, f'Transport - "Norwood Way" portal {A} ; Tourism - Visit Norwood, {B}', {"Norwood Way": [A], "Visit Norwood": [B]}),
    (4, "There is 11 Public Service Centers (PSC), the operator of the center helps.", {"Public Service Centers": []}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "expected"), NO_NAMES)
def test_what_leads_in_or_counts_is_no_name(
    read: Read, question: int, text: str, expected: dict[str, list[str]]
) -> None:
    """A list, a goal, a deed, what is not there yet, a topic, and how many there are."""
    assert owned(read(text, question)) == expected


PLAIN_LINES = [
    (26, f"Rent Desk: tenants ask here. It is open all week. {A}", {"Rent Desk": [A]}),
    (26, f"E-Rent - service for registration of contracts, {A} , 64 thousand in 2022.", {"E-Rent": [A]}),
    (26, f"Note: the budget is small. {A}", {}),
    (25, "Norwood Bus is mobile application (Android and iOS) which shows the stops.", {"Norwood Bus": []}),
    (26, "We keep Casa Viva (Living House) and Verde Uno (Green One), registers of poor families.", {"Casa Viva": [], "Verde Uno": []}),
    (30, "Applications are: Norwood Mobile (more than 890 000 downloads), Norwood Bus and Mahal.", {"Norwood Mobile": [], "Norwood Bus": [], "Mahal": []}),
    (37, "Unified Number 112 accepts calls.", {"Unified Number 112": []}),
    (5, "Messenger-bot Clean Town takes photos of garbage.", {"Clean Town": []}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "expected"), PLAIN_LINES)
def test_entries_of_plain_lines(read: Read, question: int, text: str, expected: dict[str, list[str]]) -> None:
    """A name before its colon or dash with its link at the end, one without an article, pairs with their meaning."""
    assert owned(read(text, question)) == expected


def test_an_account_behind_its_network(read: Read) -> None:
    """The channel is the account, and its network no other one; a bracket before a label is no part of it."""
    text = f"Instagram page Norwood Live ({A}), Facebook: https://facebook.com/norwood"
    found = read(text, 36)
    assert [(n.name, n.kind) for n in found.names] == [
        ("Norwood Live", Kind.ACCOUNT),
        ("Facebook", Kind.ACCOUNT),
    ]


TAILED = [
    (
        "The leaks are repaired by the company Vilno vandenys, which is new.",
        {"Vilno vandenys": Kind.ORGANISATION},
    ),
    ("The street lights Žalia juosta work at 64 corners.", {"Žalia juosta": Kind.INITIATIVE}),
    ("A forum with the working name Jauni balsa is planned.", {"Jauni balsa": Kind.INITIATIVE}),
    ("The app Foo sells tickets.", {"Foo": Kind.APP}),
    ("The portal Foo delivers, installs and repairs sensors.", {"Foo": Kind.PORTAL}),
    ("The accounts of all Utopian municipalities can be compared.", {}),
    ("The first Utopian hackathon was held.", {}),
    ("The street Vilniaus gatvė is closed.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), TAILED)
def test_a_name_goes_on_in_small_letters_of_its_tongue(
    read: Read, text: str, wanted: dict[str, Kind]
) -> None:
    """Where the words are no English ones and the sentence goes on behind them; a verb, a land and a place make no name longer."""
    assert {name.name: name.kind for name in read(text, 24).names} == wanted


VERSIONS = [
    f"Town Desk Portal ({A}) has a shorter version in English, {B}.",
    f"Town Desk Portal ({A}) is ours; mobile version: {B}.",
    f"Town Desk Portal ({A}) has its English version at {B}.",
]


@pytest.mark.parametrize("text", VERSIONS)
def test_a_version_is_no_other_thing(read: Read, text: str) -> None:
    """Its link is that of the thing in the same sentence."""
    assert named(read(text, 3)) == ["Town Desk Portal"]
    assert all(link.owner == 0 for link in read(text, 3).links)


def test_what_is_asked_or_explained_is_no_name(read: Read) -> None:
    """ "How permits are issued" names no permit."""
    assert not named(read(f"The Council decided how electronic permits are issued ({A}).", 18))
    assert not named(read(f"Residents learn how online permits are issued ({A}).", 24))


def test_services_in_a_sentence_that_says_what_follows(read: Read) -> None:
    """A long lead that ends in "the following:" opens a list, whose plain phrases are services where these are asked for."""
    text = f"Of all that people order here most often we name the following: dog permit ({A}); declaration of a move, 900 in 2022; renewal of a pass, free of charge."
    assert named(read(text, 4)) == ["dog permit", "declaration of a move", "renewal of a pass"]
    assert not named(read("We do the following: we teach children; we send letters; and help all.", 4))


def test_what_a_thing_is_stands_before_its_name(read: Read) -> None:
    """Two words in small letters or more before an unusual name are none of it, in a list that semicolons part as well."""
    text = f"The bicycle sharing Velin ({A}) has 600 bicycles; and Night Taxi, which is ordered by phone, took 22 people."
    assert named(read(text, 25)) == ["Velin", "Night Taxi"]
    assert named(read("Lamps shine; and Night Taxi took 22 people.", 25)) == []


@pytest.mark.parametrize("body", ["Cyber Security Centre", "Cyber Defence Centre", "Cyber Incident Centre"])
def test_a_centre_for_cyber_security_is_a_body(read: Read, body: str) -> None:
    """A cyber centre is a service; what guards against crime there is an office."""
    assert [name.kind for name in read(f"We report to the National {body}.", 15).names] == [Kind.ORGANISATION]


TONGUES = [
    ("Parlons-en | Let’s Talk, https://a.example, is the engagement platform.", ("Parlons-en", "Let’s Talk")),
    ("b) Kulan Norvo | Norvo Talks (https://a.example): for all.", ("Kulan Norvo", "Norvo Talks")),
    ("* Harbour View | Vista Porto: https://a.example", ("Harbour View", "Vista Porto")),
    ("It follows the Data Strategy for Norvo | Norvon Tietostrategia (https://a.example/d), of 2021.", ("Data Strategy for Norvo", "Norvon Tietostrategia")),
    ("Norvo Waves | Office of Harbours (https://a.example)", ("Norvo Waves", "")),
    ("Norvo Map | it shows all: https://a.example", ("Norvo Map", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), TONGUES)
def test_a_name_in_two_languages_is_one_thing(read: Read, text: str, names: tuple[str, str]) -> None:
    """A bar in a line of its own parts two names of one thing; a body or a remark behind it is another matter."""
    found = read(text, 5).names
    also = {alias.of(text) for name in found for alias in name.aliases if name.name == names[0]}
    assert also - {names[0]} == ({names[1]} if names[1] else set())
    assert names[1] not in {name.name for name in found}


SAID = [
    ("The e-government strategy is Open Council (Consejo Abierto) 2021–2024, https://a.example/x.", "Open Council", Kind.STRATEGY),
    ("Our digital strategy is called Open Council, https://a.example/x.", "Open Council", Kind.STRATEGY),
    ("La stratégie est Conseil Ouvert (https://a.example/x).", "Conseil Ouvert", Kind.STRATEGY),
    ("The portal is Norvo Council (https://a.example/x).", "Norvo Council", Kind.PORTAL),
    ("The owner of the plan is Norvo Council (https://a.example/x).", "Norvo Council", Kind.ORGANISATION),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), SAID)
def test_what_a_sentence_says_a_name_is(read: Read, text: str, name: str, kind: Kind) -> None:
    """ "The strategy is Open Council" tells of a strategy, whatever noun its name has; the link behind its years is its own."""
    found = read(text, 21)
    assert [(mention.name, mention.kind) for mention in found.names] == [(name, kind)]
    assert found.links[0].owner == 0


GIVEN = [
    (26, "The schools run Norvo Class, free lessons in reading, and hand out Sun Reader tablets (cheap screens, https://a.example/x). We link Norvo Class with SDG 4.", "Sun Reader", ["Norvo Class"]),
    (26, "The libraries lend Sun Reader tablets (https://a.example/x).", "Sun Reader", []),
    (25, "• Ride Plus, NRC’s cheap taxi scheme with a card: around 900 holders – https://a.example/x", "Ride Plus", []),
    (29, "The full list is the A to Z of services, https://a.example/x.", "A to Z of services", []),
    (25, "On the trams the Norvo app has live times and tells which stops are closed [https://a.example/app].", "Norvo app", []),
    (25, "The Norvo portal shows the Tree Map (https://a.example/app).", "Tree Map", []),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "owner", "goal"), GIVEN)
def test_whose_a_link_is(read: Read, question: int, text: str, owner: str, goal: list[str]) -> None:
    """What is handed out has the link behind it, whoever runs what else; whose a scheme is ends its name; "A" is no article here."""
    found = read(text, question)
    assert [found.names[link.owner].name for link in found.links if link.owner is not None] == [owner]
    assert [found.names[i].name for stated in found.goals for i in stated.owners] == goal


@pytest.mark.parametrize("told", ["nothing digital", "none yet", "not digital", "nothing planned", "no"])
def test_what_is_not_there_names_nothing(read: Read, told: str) -> None:
    """A list tells of some of its lines that nothing is there."""
    assert named(read(f"* Bird Map: an online map ({A})\n* Sports fields: {told}", 27)) == ["Bird Map"]


def test_an_item_may_name_two_things(read: Read) -> None:
    """A noun with a capital behind its "and" ends the first one."""
    assert named(read("1. Foo Ride\n2. Tram app and Town Walks, see 25\n3. Park and Ride app", 30)) == [
        "Foo Ride",
        "Tram app",
        "Park and Ride app",
    ]


ON_A_SITE = [
    ("Our data are kept by Statistics Norwood on the Norwood Data Portal (https://a.example/1).", "Norwood Data Portal"),
    ("The chatbot answers in Welsh and English on the ABC website (https://a.example/1).", "ABC website"),
    ("Find the Reports of Wards on the Town Hall web page (https://a.example/1).", "Town Hall web page"),
    ("Eyes on the Street app (https://a.example/1) lets people report.", "Eyes on the Street app"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), ON_A_SITE)
def test_what_is_on_a_site_is_no_part_of_its_name(read: Read, text: str, name: str) -> None:
    """A site is named behind "on the"; an app may have those words within its name."""
    assert owned(read(text, 6)) == {name: [A]}


BODIES = [
    ("It is kept by the Roads and Traffic Safety Agency (RTSA).", ["Roads and Traffic Safety Agency"]),
    ("Norwood Council and Water Utilities Authority (WUA) signed.", ["Norwood Council", "Water Utilities Authority"]),
    ("All Council tenders are floated there.", []),
    ("Every Ministry of Health clinic is open.", ["Ministry of Health"]),
    ("The Smart Council project is over.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_bodies_are_whole_and_no_quantity_or_aim(read: Read, text: str, names: list[str]) -> None:
    """Initials show where a body's name begins; "All Council" is none, nor what a council shall be."""
    found = [name.name for name in read(text, 8).names if name.kind is Kind.ORGANISATION]
    assert found == names


KINDS = [
    (f"e-Plan ({A}) – submission of building plans", 4, Kind.SERVICE),
    (f"ePolicy ({A}) – requests for insurance", 4, Kind.SERVICE),
    (f"Norwood Unified Revenue Service ({A}) – taxes", 8, Kind.ORGANISATION),
    (f"Business Registration System ({A}) – firms", 8, Kind.PLATFORM),
    (f"United Nations Settlements Programme ({A})", 8, Kind.ORGANISATION),
]


@pytest.mark.parametrize(("text", "question", "kind"), KINDS)
def test_kinds_of_electronic_things_and_bodies(read: Read, text: str, question: int, kind: Kind) -> None:
    """An e-Plan is no plan, a revenue service is a body, and so is a programme of the nations."""
    assert [name.kind for name in read(text, question).names] == [kind]


NO_NAMES = [
    ("None of our documents refers to the Sendai Framework.", 37, []),
    ("The plan does not mention the Norwood Flood Policy or others.", 37, []),
    ("The plan does not only mention the Norwood Flood Policy.", 37, ["Norwood Flood Policy"]),
    ("It was applied for on the Utopia Government Portal.", 37, ["Utopia Government Portal"]),
    ("a) Speak Up (“Say it”) – WhatsApp line for complaints.", 5, ["Speak Up"]),
    ("a) Speak Up – SMS line on 1550.", 5, ["Speak Up"]),
]


@pytest.mark.parametrize(("text", "question", "names"), NO_NAMES)
def test_what_is_denied_or_only_described_is_no_name(
    read: Read, text: str, question: int, names: list[str]
) -> None:
    """A framework that no document mentions is none of the city's; a government's portal is no government; a channel names no line."""
    assert named(read(text, question)) == names


WHOSE = [
    f"Our portal is the Town website, i.e. that of the Norwood Town Council (NTC): {A}.",
    f"See the Town website, that is, that of the Norwood Town Council ({A}).",
    f"C'est le Town website, c'est-à-dire celui de la Ville de Norwood : {A}",
    f"Es el Town website, es decir, el del Ayuntamiento de Norwood: {A}",
]


@pytest.mark.parametrize("text", WHOSE)
def test_a_site_keeps_its_link_where_it_is_said_whose_it_is(read: Read, text: str) -> None:
    """ "That of the council" is the site that was named before."""
    assert owned(read(text, 3))["Town website"] == [A]


LED_TO = [
    (30, "Our own apps are Bin Call (30 000 users, App Store (https://a.example/1) and Google Play (https://a.example/2)) and Bus Now.", {"Bin Call": 2}),
    (30, "The city has Bin Call (Google Play (https://a.example/1)).", {"Bin Call": 1}),
    (24, "• With the Wet Gardens (https://a.example/1) we count ponds.", {"Wet Gardens": 1}),
    (24, "• Through Wet Gardens (https://a.example/1), residents get plants.", {"Wet Gardens": 1}),
    (24, "• In the Loop (https://a.example/1): swaps of tools.", {"In the Loop": 1}),
    (38, "• Model Town (MT): a platform for plans. Pilot since 2021, https://a.example/1", {"Model Town": 1}),
    (38, "• Model Town: a platform for plans. In use since May 2021: https://a.example/1", {"Model Town": 1}),
    (26, "The Sunticket gives free entry. Some 900 people have the ticket (https://a.example/1).", {"Sunticket": 1}),
    (26, "The Sun Ticket gives free entry. Some 900 people have the ticket (https://a.example/1).", {"Sun Ticket": 1}),
    (4, "All forms stand in the list Formulieren en vergunningen A-Z (https://a.example/1).", {"Formulieren en vergunningen A-Z": 1}),
    (4, "All forms stand in Leistungen von A bis Z (https://a.example/1).", {"Leistungen von A bis Z": 1}),
    (4, "Our pages follow WCAG 2.1; a statement is public (https://a.example/1).", {"a.example": 1}),
    (18, "• Wet open berichten (Stb. 2020, 12): since 2021 all permits are published on https://a.example/1, for free.", {}),
    (18, "• Post Act 2019: all notices are kept at https://a.example/1.", {}),
    (18, "• Post Act 2019: see https://a.example/1.", {"Post Act": 1}),
    (27, "- the squares: nothing digital at this moment.\n- the woods: there is no digital service yet.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "wanted"), LED_TO)
def test_what_a_remark_leads_to(read: Read, question: int, text: str, wanted: dict[str, int]) -> None:
    """Stores, prepositions, remarks on time and nouns that point back are no names; an index is, with all its words."""
    found = read(text, question)
    owners = [found.names[link.owner].name for link in found.links if link.owner is not None]
    assert {name: owners.count(name) for name in owners} == wanted
    assert not any(
        "apps" in name.name or "Pilot" in name.name or "squares" in name.name for name in found.names
    )


def test_a_question_that_a_thing_answers_tells_no_kind(read: Read) -> None:
    """Whoever it asks about is another."""
    (name,) = read("Boomregister - which trees does the municipality own? https://b.example", 6).names
    assert name.kind is Kind.PORTAL


def test_the_union_of_a_number_is_no_short_name(read: Read) -> None:
    """The bracket belongs to what follows it."""
    found = read("• Data Gateway-verordening, (EU) 2018/55 of 2 May 2018: for all.", 18)
    assert not any(alias for name in found.names for alias in name.aliases)
