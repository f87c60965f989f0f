"""Names and the links that belong to them, in the styles of many cities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.model import Kind, Mentions

from ..timing import assert_linear

Read = Callable[..., Mentions]


def owned(found: Mentions) -> dict[str, list[str]]:
    """The links of each name."""
    return {
        name.name: [link.url for link in found.links if link.owner == i] for i, name in enumerate(found.names)
    }


FIRST, SECOND = "https://a.example/1", "https://a.example/2"

LINKED = [
    ("name before bracket", "1. Bike Desk (https://b.example/): rent a bike."),
    ("angle brackets", "1. Bike Desk (<https://b.example/>): rent a bike."),
    ("name, dash, link", "• Bike Desk – https://b.example/"),
    ("name, description, link", "• Bike Desk – rent a bike online – https://b.example/"),
    ("name, colon, link", "Bike Desk: https://b.example/"),
    ("markdown", "- [Bike Desk](https://b.example/) rents bikes"),
    ("link, dash, name", "https://b.example/ - Bike Desk"),
    ("link, name in brackets", "https://b.example/ (Bike Desk)"),
    ("link on the next line", "Bike Desk\nhttps://b.example/"),
    ("quoted, in prose", 'Residents like "Bike Desk" (https://b.example/) most.'),
    ("curly quotes", "Residents like “Bike Desk” (https://b.example/) most."),
    ("guillemets", "Residents like «Bike Desk» (https://b.example/) most."),
    ("capitals, in prose", "Residents rent bikes at Bike Desk (https://b.example/) all year."),
    ("gloss in the bracket", '"Bike Desk" (more than 2 million requests, https://b.example/)'),
    ("a letter marks it", "a) Bike Desk: rent a bike, https://b.example/"),
    ("quoted in markdown", '- ["Bike Desk"](https://b.example/) rents bikes'),
    ("bare, in prose", "Residents rent bikes at Bike Desk https://b.example/ all year."),
    ("bare, angle", "Residents rent bikes at Bike Desk <https://b.example/> all year."),
    ("bare, comma", "Residents rent bikes at Bike Desk, https://b.example/, all year."),
    ("bare, dash", "Residents rent bikes at Bike Desk - https://b.example/"),
    ("bare, after its run-by", "Bike Desk, run by the transport company, https://b.example/, rents bikes."),
    ("no mark, description, link", "Bike Desk – rent a bike online – https://b.example/"),
    ("no mark, colon, link", "Bike Desk: rent a bike online, https://b.example/"),
    ("no mark, bracket, link", "Bike Desk (rent a bike) https://b.example/"),
    ("no mark, hyphens", "Bike Desk - rent a bike - https://b.example/"),
    ("item, bracket, link", "• Bike Desk (rent a bike) https://b.example/"),
    ("item, bracket, colon, link", "2) Bike Desk (rent a bike): https://b.example/"),
    ("link, colon, name", "https://b.example/: Bike Desk"),
    ("item, link, dash, name", "• https://b.example/ – Bike Desk"),
    ("item, link, name in brackets", "1. https://b.example/ (Bike Desk)"),
    ("available at", "Bike Desk is available at https://b.example/."),
    ("can be found", "Bike Desk can be found on https://b.example/"),
    (
        "accessible via the link",
        "Bike Desk, which is accessible via the link https://b.example/, rents bikes.",
    ),
    ("visit", "To rent bikes with Bike Desk, visit https://b.example/."),
    ("visit for", "Please visit https://b.example/ for Bike Desk."),
    ("here", "Residents register with Bike Desk here: https://b.example/"),
    ("it is available at", "Bike Desk rents bikes. It is available at https://b.example/."),
    ("the service is at", "Bike Desk rents bikes. The service is at https://b.example/."),
    ("a sentence of its own", "Residents rent bikes at Bike Desk. https://b.example/"),
    ("link, as a label", "Residents rent bikes at Bike Desk. Link: https://b.example/"),
    ("more information", "Bike Desk rents bikes. More information: https://b.example/"),
    ("what it is, then the link", "Bike Desk is our rental service, see https://b.example/"),
    ("the website X", "The website Bike Desk: https://b.example/"),
]


@pytest.mark.parametrize(("what", "text"), LINKED, ids=[case[0] for case in LINKED])
def test_a_name_and_its_link_are_brought_together(read: Read, what: str, text: str) -> None:
    """Whatever the style, the link belongs to the one name."""
    assert owned(read(text)) == {"Bike Desk": ["https://b.example/"]}


def test_links_in_one_sentence_go_each_to_its_own_name(read: Read) -> None:
    """Three services in one sentence keep their links."""
    found = read(
        "Pay at Tax Point (https://t.example), book with the Desk Plus service (https://d.example) and use RepairNow (https://r.example)."
    )
    assert owned(found) == {
        "Tax Point": ["https://t.example"],
        "Desk Plus service": ["https://d.example"],
        "RepairNow": ["https://r.example"],
    }


TWO = [
    "Residents pay at Tax Point {0} and rent bikes at Bike Desk {1}.",
    "Residents pay at Tax Point, {0}, and rent bikes at Bike Desk, {1}.",
    "Residents pay at Tax Point: {0}, and rent bikes at Bike Desk: {1}",
    "Residents pay at Tax Point <{0}>. They rent bikes at Bike Desk <{1}>.",
    "Residents pay at Tax Point – {0}; they rent bikes at Bike Desk – {1}.",
    "Tax Point is available at {0} and Bike Desk at {1}.",
    "Tax Point: {0}\nBike Desk: {1}",
    "Tax Point – pay taxes – {0}\nBike Desk – rent bikes – {1}",
    "Tax Point {0}\nBike Desk {1}",
    "Tax Point\n{0}\nBike Desk\n{1}",
    "{0} – Tax Point\n{1} – Bike Desk",
    "{0} (Tax Point)\n{1} (Bike Desk)",
    "• Tax Point (pay taxes) {0}\n• Bike Desk (rent bikes) {1}",
    "1) Tax Point {0} 2) Bike Desk {1}",
    "Tax Point collects taxes. It is available at {0}. Bike Desk rents bikes. It is available at {1}.",
]


@pytest.mark.parametrize("text", TWO)
def test_a_link_belongs_to_the_nearest_name_of_its_clause(read: Read, text: str) -> None:
    """Bare or not, with or without punctuation, and never to an earlier one."""
    assert owned(read(text.format(FIRST, SECOND))) == {"Tax Point": [FIRST], "Bike Desk": [SECOND]}


def test_phrases_right_before_bare_links_name_each_its_own_page(read: Read) -> None:
    """The portal that a sentence begins with does not get the pages of the services in it."""
    text = "On the town.example portal residents rent rooms {0} in the library, or order the removal of waste {1}."
    for form in ("({})", "<{}>", "{}"):
        found = owned(read(text.format(form.format(FIRST), form.format(SECOND))))
        assert found["removal of waste"] == [SECOND]
        assert found["town.example"] == []


def test_what_only_points_to_a_link_is_no_name(read: Read) -> None:
    """ "Please visit", "more than 400 services", "Follow us"."""
    for text in ("Please visit https://a.example/1.", "There are more than 400 services (https://a.example/1).", "Link: https://a.example/1"):  # fmt: skip
        assert [name.name for name in read(text).names] == ["a.example"]


CUT = [
    ("on the page Budget and Finances ({})", "Budget and Finances"),
    ("on the Budget and Finances page ({})", "Budget and Finances page"),
    ("on the portal Roads and Parks, {}, too", "Roads and Parks"),
    ("at our Parks and Gardens portal ({}) too", "Parks and Gardens portal"),
    ("of the Ministry of Roads and Parks ({})", "Ministry of Roads and Parks"),
    ("at the Bike Desk and Tax Point portals ({})", "Tax Point portals"),
    ("on the apps Alpha and Beta ({})", "Beta"),
    ("at Alpha and Beta ({})", "Beta"),
    ("in the Harbour Strategy and Roadmap 2023-2027 ({})", "Harbour Strategy and Roadmap 2023-2027"),
    ("in the Harbour Policy and Action Plan ({})", "Harbour Policy and Action Plan"),
    ("in the Harbour Strategy and Water Plan ({})", "Water Plan"),
]


@pytest.mark.parametrize(("text", "name"), CUT)
def test_an_and_is_part_of_a_name_where_one_thing_is_meant(read: Read, text: str, name: str) -> None:
    """The noun of one thing beside it shows that; without one, or with a plural, the link is that of the last name."""
    assert owned(read("The accounts stand " + text.format(FIRST)))[name] == [FIRST]


def test_a_plain_phrase_names_a_thing_less_surely(read: Read) -> None:
    """Lower-case words before a link name it, but not as a proper name."""
    (name,) = read("Residents may donate through a charity service (https://c.example/).").names
    assert (name.name, name.proper) == ("charity service", False)


KINDS = [
    ("the mobile application “Bike Desk” (https://b.example/)", Kind.APP),
    ("the Bike Desk (https://b.example/) mobile application", Kind.APP),
    ("1. Bike Desk (https://b.example/): a portal for cyclists", Kind.PORTAL),
    ("1. Bike Desk (https://b.example/): the service allows cyclists to rent", Kind.SERVICE),
    ("1. Bike Desk (https://b.example/): platform where cyclists meet", Kind.PLATFORM),
    ("1. Bike Desk (https://b.example/): a project that counts bikes", Kind.INITIATIVE),
    ("1. Bike Card (https://b.example/): pays for everything", Kind.INITIATIVE),
    ("Bike Portal: https://b.example/", Kind.PORTAL),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_words_tell_the_kind(read: Read, text: str, kind: Kind) -> None:
    """The noun in the name, beside it, or that opens its description."""
    (name,) = read(text).names
    assert name.kind is kind


DESCRIBED = [
    ("is an app that shows where bikes are", Kind.APP, "stated"),
    ("a mobile application for cyclists", Kind.APP, "stated"),
    ("online service to rent bikes", Kind.SERVICE, "stated"),
    ("the city's portal with maps of lanes", Kind.PORTAL, "stated"),
    ("this is a platform where cyclists meet", Kind.PLATFORM, "stated"),
    ("a project that counts bikes, where residents can report broken ones", Kind.INITIATIVE, "stated"),
    ("residents can pay for bikes", Kind.SERVICE, "inferred"),
    ("citizens apply for a bike", Kind.SERVICE, "inferred"),
    ("customers of the transport company see where bikes are", Kind.SERVICE, "inferred"),
    ("rent a bike in the centre", Kind.SERVICE, "inferred"),
    ("to report a broken bike", Kind.SERVICE, "inferred"),
    ("lets visitors book a bike", Kind.SERVICE, "inferred"),
    ("makes it possible to order a bike", Kind.SERVICE, "inferred"),
    ("pupils ride to their lessons", Kind.INITIATIVE, "inferred"),
    ("solar lamps on 40 roofs", Kind.INITIATIVE, "inferred"),
]


@pytest.mark.parametrize(("description", "kind", "basis"), DESCRIBED)
@pytest.mark.parametrize("form", ["• Velo Nova – {} – {}", "1. Velo Nova ({1}): {0}", "Velo Nova – {} – {}"])
def test_a_description_tells_the_kind(
    read: Read, form: str, description: str, kind: Kind, basis: str
) -> None:
    """By its noun, which the words state; or by what people do there, which makes it a service by rule."""
    (name,) = read(form.format(description, FIRST), 24).names
    assert (name.name, name.kind, name.basis.value) == ("Velo Nova", kind, basis)


def test_what_people_do_changes_no_kind_that_is_asked_for(read: Read) -> None:
    """In a list of portals or apps an item stays one."""
    text = f"• Velo Nova – residents can pay for bikes – {FIRST}"
    assert [read(text, question).names[0].kind for question in (8, 5, 30)] == [Kind.PORTAL, Kind.PLATFORM, Kind.APP]  # fmt: skip


def test_the_next_item_tells_nothing_of_this_one(read: Read) -> None:
    """A noun in the name on the next line is that one's."""
    found = read(f"• Velo Nova – {FIRST}\n• Cargo Portal – {SECOND}\n• Green App – https://a.example/3", 24)
    assert [name.kind for name in found.names] == [Kind.INITIATIVE, Kind.PORTAL, Kind.APP]


def test_without_a_telling_word_the_kind_is_inferred(read: Read) -> None:
    """The question supplies the kind, and says that it did."""
    (name,) = read("Velo: https://v.example/", 6).names
    assert (name.kind, name.basis.value, name.rule) == (Kind.PORTAL, "inferred", "default-kind-by-question")


def test_running_lists_name_things(read: Read) -> None:
    """A plural noun opens the list; each capitalised part is a name."""
    found = read("The city has three mobile apps: CityGuide, Park Easy and TrashTrack.", 30)
    assert [(name.name, name.kind) for name in found.names] == [
        ("CityGuide", Kind.APP),
        ("Park Easy", Kind.APP),
        ("TrashTrack", Kind.APP),
    ]


def test_a_list_of_quoted_names_takes_the_kind_of_its_noun(read: Read) -> None:
    """All quoted names of the list are apps."""
    found = read('The applications include: "Alpha One", "Beta Two" and "My ID".', 30)
    assert [name.name for name in found.names] == ["Alpha One", "Beta Two", "My ID"]


def test_abbreviations_are_aliases(read: Read) -> None:
    """The capitals in the bracket after a name are another name of it."""
    text = "1. Citizen Contact Point (CCP) (https://c.example): answers questions"
    (name,) = read(text).names
    assert [alias.of(text) for alias in name.aliases] == ["CCP"]


def test_accounts_are_told_by_their_host(read: Read) -> None:
    """Links to social networks are accounts; a network named without a link is one too, once."""
    found = read("Facebook: https://www.facebook.com/townhall, and Instagram. Instagram is new.", 36)
    assert [(name.name, name.kind) for name in found.names] == [
        ("Facebook", Kind.ACCOUNT),
        ("Instagram", Kind.ACCOUNT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We improve services every year.",
        "Yes",
        "There is no such portal.",
        "The city informs residents (by letter).",
    ],
)
def test_sentences_without_names_give_none(read: Read, text: str) -> None:
    """Ordinary words name nothing."""
    assert read(text).names == ()


def test_strategies_and_what_approved_them(read: Read) -> None:
    """The decision in the bracket approves the strategy before it."""
    found = read(
        "We follow the Digital City Strategy 2025 (approved by City Council Resolution No. 45 of 12 May 2020).",
        21,
    )
    (relation,) = found.relations
    assert found.names[relation.subject].name == "Digital City Strategy 2025"
    assert found.names[relation.object].law is not None


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "Aa Bb (https://a.example) ",
        '"Aa" ',
        "Aa, ",
        "the Aa portal ",
        "Ministry of Aa and ",
        "apps: A, ",
    ],
)
def test_time_grows_with_the_text(read: Read, unit: str) -> None:
    """Whatever opens a name, again and again."""
    assert_linear(read, unit, 3_000 * len(unit))


def test_a_name_used_again_is_a_word_of_its_own(read: Read) -> None:
    """Of two names that begin alike the longer is meant; no part of another word, path or number is a name."""
    text = (
        "1. Bike Desk: https://b.example/\n2. Bike Desk Plus: https://c.example/\n"
        "there, Bike Desk Plus does more than Bike Desk, unlike Bike Desks, e-Bike Desk, Bike Desk-lite and Bike Desk.v2."
    )
    used = [name.name for name in read(text).names if name.span.start > text.index("there")]
    assert used == ["Bike Desk Plus", "Bike Desk"]


def test_a_post_in_a_social_network_makes_no_account(read: Read) -> None:
    """What the post speaks of is what its words say; a post that nothing names is nothing."""
    found = read("The Bike Desk service (https://x.com/town/status/123) rents bikes.")
    assert [(name.name, name.kind) for name in found.names] == [("Bike Desk service", Kind.SERVICE)]
    assert read("We rent bikes: https://www.instagram.com/p/Ab12/", 6).names == ()
    (account,) = read("Follow us: https://x.com/town", 36).names
    assert account.kind is Kind.ACCOUNT


LAW_LISTS = [
    "• Data Protection Act (1050/2018), {0}\n• Access to Information Act 2016 – {1}",
    "1) Data Protection Act (1050/2018) {0} 2) Access to Information Act 2016 {1}",
    "1. Data Protection Act (1050/2018)\n{0}\n2. Access to Information Act 2016\n{1}",
    "(1) Data Protection Act (1050/2018): governs personal data – {0}\n(2) Access to Information Act 2016: gives access to records. {1}",
    "Data Protection Act (1050/2018): {0}\nAccess to Information Act 2016: {1}",
    "Data Protection Act (1050/2018)\n{0}\nAccess to Information Act 2016\n{1}",
    "{0} – Data Protection Act (1050/2018)\n{1} – Access to Information Act 2016",
    "- [Data Protection Act]({0})\n- [Access to Information Act 2016]({1})",
    "Data Protection Act (1050/2018), see {0}; Access to Information Act 2016, available at {1}.",
    "The Data Protection Act can be found at {0}. The Access to Information Act is published here: {1}.",
    "a) Data Protection Act (<{0}>); b) Access to Information Act (<{1}>)",
]


@pytest.mark.parametrize("text", LAW_LISTS)
def test_each_law_of_a_list_keeps_its_own_link(read: Read, text: str) -> None:
    """Whatever marks the items, and whether the link stands before, behind or below."""
    assert owned(read(text.format(FIRST, SECOND), 18)) == {
        "Data Protection Act": [FIRST],
        "Access to Information Act": [SECOND],
    }


def test_a_law_without_a_link_takes_none_from_the_next(read: Read) -> None:
    """The first law of a list has none; the second, with its initials behind it, keeps its own."""
    for mark in ("• {0}\n• {1}", "1) {0}\n2) {1}", "1. {0} 2. {1}", "(a) {0}; (b) {1}", "{0}\n{1}"):
        text = mark.format("Archives Act (7/2009)", f"Personal Data Protection Act 2012, PDPA – {FIRST}")
        found = read(text, 18)
        assert owned(found) == {"Archives Act": [], "Personal Data Protection Act": [FIRST]}
        assert [alias.of(text) for alias in found.names[1].aliases] == ["PDPA"]


def test_a_thing_that_a_law_brought_about_keeps_its_link(read: Read) -> None:
    """Where no laws are asked for, the law that opens an item does not take what stands right behind another name."""
    found = read(f'1. Act 5/2020 created the "Bike Desk" service ({FIRST}).')
    assert owned(found)["Bike Desk"] == [FIRST]


def test_links_in_a_row_are_each_its_own(read: Read) -> None:
    """Without words between them, the host names each; none belongs to the one before."""
    found = read("https://www.facebook.com/town, https://x.com/town, https://t.me/town", 36)
    assert owned(found) == {
        "Facebook": ["https://www.facebook.com/town"],
        "X (Twitter)": ["https://x.com/town"],
        "Telegram": ["https://t.me/town"],
    }


def test_the_noun_between_a_quoted_name_and_its_link_tells_its_kind(read: Read) -> None:
    """Not the portal that the question asks for."""
    for text in ('- "Bike Desk" app: {}', "- “Bike Desk” mobile application – {}", "«Bike Desk» app ({})"):
        assert [name.kind for name in read(text.format(FIRST)).names] == [Kind.APP]


def test_a_sentence_is_no_name_and_the_next_one_no_description(read: Read) -> None:
    """Words that lead to a name are cut off, and what follows the sentence describes another thing."""
    found = read(f"Participation takes place on Bike Desk ({FIRST}) and by letter.", 5)
    assert owned(found) == {"Bike Desk": [FIRST]}
    first, second = read(f"Website of the town: {FIRST}. Online desk: {SECOND}. Both are new.").names
    assert (first.description, second.name) == (None, "Online desk")


def test_the_city_alone_is_no_name_of_a_page(read: Read) -> None:
    """ "in Exampleton" says where, not what."""
    assert owned(read(f"Help with relocation in Exampleton: {FIRST}")) == {"Help with relocation in Exampleton": [FIRST]}  # fmt: skip
    assert owned(read(f"There is help in Exampleton ({FIRST}).")) == {"a.example": [FIRST]}


@pytest.mark.parametrize(
    "text",
    [
        "Project name: Bike Desk\nLink: {}\nDescription: residents rent bikes.",
        "Name: Bike Desk\nURL: {}",
        "Service: Bike Desk. URL: {}. Residents rent bikes.",
        "• App: Bike Desk – {}",
        '1. Transport: "Bike Desk" ({}) – bikes',
        "Title of the project: Bike Desk\nWebsite: {}",
        "The Bike Desk Programme, which the city began in 2019, saves 40 per cent of energy ({}).",
    ],
)
def test_fields_topics_and_quantities_are_no_names(read: Read, text: str) -> None:
    """ "Project name:", "Transport:", "40 per cent of energy"."""
    found = owned(read(text.format(FIRST), 24))
    assert list(found.values()) == [[FIRST]]
    assert next(iter(found)) in ("Bike Desk", "Bike Desk Programme")


@pytest.mark.parametrize(
    "text",
    [
        "Taxes: {} Culture: {}",
        "Portal for taxes – {}; portal for culture – {}",
        "Taxes – Tax Point ({}); culture – Muse ({})",
        "Taxes at {}, culture: {}",
        "Tax works: {}\nRoad works: {}",
    ],
)
def test_a_line_of_several_links_gives_none_to_its_first_name_but_the_first(read: Read, text: str) -> None:
    """Each of the others is named by the words before it, or by its host."""
    found = owned(read(text.format(FIRST, "https://b.example/2"), 8))
    assert [links for links in found.values() if links] == [[FIRST], ["https://b.example/2"]]


def test_a_site_named_by_its_host_is_found_where_it_stands(read: Read) -> None:
    """Also behind letters that grow when they are made small."""
    text = "(İİİİİİ) https://Data.Foo.example/x"
    assert [name.span.of(text) for name in read(text, 3).names if "foo" in name.name] == ["Data.Foo.example"]


def test_a_participle_is_no_name(read: Read) -> None:
    """ "Tickets are sold (link)": the tickets are named."""
    assert list(owned(read(f"Museum tickets are sold online ({FIRST}).", 8))) == ["Museum tickets"]


TOLD_ELSEWHERE = [
    ("a body, noun first", "Noise is measured by the Agencia de Calidad del Aire (ACA).", "Agencia de Calidad del Aire"),
    ("a body in small letters", "Parking is run by the Régie de stationnement urbain (RSU).", "Régie de stationnement urbain"),
    ("an app by its number", "Residents report holes with the 115 app.", "115 app"),
    ("a card by its capitals", "It also tops up the METRA card.", "METRA card"),
    ("who runs it", "It is run by Harbour Exampleton since 2019.", "Harbour Exampleton"),
    ("who paid", "Transit Fund Examplia granted the means.", "Transit Fund Examplia"),
    ("opens a sentence", "Mapa de la movilidad shows where buses are.", "Mapa de la movilidad"),
    ("guillemets", "It is found in the « Tableau des rues » each day.", "Tableau des rues"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"), [row[1:] for row in TOLD_ELSEWHERE], ids=[r[0] for r in TOLD_ELSEWHERE]
)
def test_names_told_by_their_build(read: Read, text: str, name: str) -> None:
    """A name in small letters, by number, or by what its bearer does is found."""
    assert name in owned(read(text))


@pytest.mark.parametrize("mark", ["a.", "-", "•", "a)"])
def test_topics_of_nested_lists_are_no_things(read: Read, mark: str) -> None:
    """A few words alone above entries head them; above plain details they are the thing itself."""
    below = f"1. Streets\n{mark} Bike Desk: rent a bike, {FIRST}\n2. Homes\n{mark} Rent Desk: find a flat, {SECOND}"
    assert set(owned(read(below))) == {"Bike Desk", "Rent Desk"}


@pytest.mark.parametrize(
    "said", ["online shop ({})", "web site: {}", "its own page – {}", "app {}", "tienda en línea ({})", "a map ({}) of the shelves"]
)  # fmt: skip
def test_where_the_thing_above_is_found_is_no_other_thing(read: Read, said: str) -> None:
    """A plain noun with the link below a name that has none tells where that one is found."""
    below = f"• Corner Shelf\n– {said.format(FIRST)}\n– sells bread of 12 bakers\n• Rent Desk\n– finds flats"
    assert owned(read(below, 24)) == {"Corner Shelf": [FIRST]}


@pytest.mark.parametrize("said", ["Bread Shop ({})", "night bus ({})", "Shop: {}"])
def test_another_name_with_a_link_below_a_name_is_a_thing(read: Read, said: str) -> None:
    """A name with its link below another, or below one that has a link, is its own."""
    assert len(owned(read(f"• Corner Shelf\n– {said.format(FIRST)}\n• Rent Desk ({SECOND})", 24))) > 1


def test_rows_of_a_table_are_things_of_its_heading(read: Read) -> None:
    """Each first cell is one, with or without a link, and of the kind that the heading names."""
    found = read(f"Service | Link | Cost\nLand extract | {FIRST} | 2\nTree felling | N/A | N/A")
    assert {(name.name, name.kind) for name in found.names} == {
        ("Land extract", Kind.SERVICE),
        ("Tree felling", Kind.SERVICE),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("El Plan Director de Agua Limpia fue actualizado en {}", "Plan Director de Agua Limpia"),
        ("La Estrategia de Datos y Plan de Acción 2022-2026 fue aprobada ({})", "Estrategia de Datos y Plan de Acción 2022-2026"),
    ],
)  # fmt: skip
def test_what_was_done_with_a_document_is_no_part_of_its_name(read: Read, text: str, name: str) -> None:
    """In Spanish the verb stands between the name and the link."""
    assert owned(read(text.format(FIRST), 21)) == {name: [FIRST]}


@pytest.mark.parametrize("ruler", ["", "|---|---|---|\n", "|:---|:---:|---:|\n"])
def test_bars_may_stand_at_the_edges_of_a_table(read: Read, ruler: str) -> None:
    """As Markdown draws it, with a line below the headings or without."""
    rows = f"| Land extract | {FIRST} | 2,400 |\n| Tree felling (permit) | {SECOND} | 31 |"
    found = read(f"These are used most:\n\n| Service | Link | Uses |\n{ruler}{rows}", 4)
    assert {(name.name, name.kind) for name in found.names} == {
        ("Land extract", Kind.SERVICE),
        ("Tree felling", Kind.SERVICE),
    }


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Strategy and Action Plan 2022-2026",
        "Open Data Policy and Implementation Plan",
        "Climate Strategy & Road Map 2030",
    ],
)
def test_a_strategy_and_its_plan_are_one_document(read: Read, name: str) -> None:
    """Of two that have names of their own each is one."""
    assert [found.name for found in read(f"The {name} was approved in 2021.", 21).names] == [name]
    two = read("The Harbour Strategy 2025 and the Water Plan 2022 were approved.", 21)
    assert [found.name for found in two.names] == ["Harbour Strategy 2025", "Water Plan 2022"]


def test_what_a_link_is_called(read: Read) -> None:
    """The words after "called" are the name, small letters and all."""
    assert owned(read(f"Everyone opens an account called Mi cuenta (My Account), at {FIRST}."))[
        "Mi cuenta"
    ] == [FIRST]


@pytest.mark.parametrize(
    "text", ["The 2022 portal was new.", "The 98 services are free.", "WhatsApp groups at block level"]
)
def test_years_counts_and_groups_name_nothing(read: Read, text: str) -> None:
    """A year, a count and a kind of conversation make no name."""
    assert not [n for n in owned(read(text, 36 if "groups" in text else 4)) if n != "WhatsApp"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The apps are City Mobile (Android and iOS), FooPass, which was built for visits and now stores cards, and City Alert, which reads warnings.", ["City Mobile", "FooPass", "City Alert"]),
        ("Two pilots are running, Bright Lamps (250 lamps) and Traffic Eye 2.0, which does not record.", ["Bright Lamps", "Traffic Eye 2.0"]),
        ("Hay tres pilotos en curso: el Gemelo del Río y los Semáforos Listos (18 cruces).", ["Gemelo del Río", "Semáforos Listos"]),
        ("Las aplicaciones municipales son Ciudad App (avisos), Tu Bici y Museo en el Bolsillo.", ["Ciudad App", "Tu Bici", "Museo en el Bolsillo"]),
        ("The apps are available in Spanish, English and French.", []),
        ("The services are Free and Open to all.", []),
        ("The portals are hosted in Berlin.", []),
        ("Once the map works, the project will support SDG 7.", []),
        ("No SDG was named for it.", []),
    ],
)  # fmt: skip
def test_lists_of_names_go_on_behind_relative_clauses(read: Read, text: str, names: list[str]) -> None:
    """The names of a running list are read whole, in other languages too; clauses are no names."""
    assert [name.name for name in read(text, 24).names] == names


def test_a_sentence_is_no_name(read: Read) -> None:
    """The subject of two verbs names the thing, without the first of them."""
    assert [
        n.name for n in read("Flood Bell Alert sends messages from 31 sensors and supports SDG 11.", 24).names
    ] == ["Flood Bell Alert"]


def test_rows_with_a_semicolon_in_a_bracket_are_items(read: Read) -> None:
    """What stands behind a colon may have brackets with semicolons."""
    text = f"House Portal: {FIRST} (apply; 48 applications)\nHelp Line Now: {SECOND} (advice)\nTown Doctor: no page yet, by phone (30 visits)"
    assert [name.name for name in read(text, 26).names] == ["House Portal", "Help Line Now", "Town Doctor"]


LISTED = [
    (8, f"Visit Norwood, tourism ({FIRST}); Museo Norte, colecciones del museo ({SECOND})", {"Visit Norwood": [FIRST], "Museo Norte": [SECOND]}),
    (24, f"There are: Noise Map ({FIRST}), readings; Bike Desk ({SECOND}), rentals; and other services.", {"Noise Map": [FIRST], "Bike Desk": [SECOND]}),
    (24, "- Smart Bins, pilot with 300 containers that tell how full they are\n- Clean Canal Project", {"Smart Bins": [], "Clean Canal Project": []}),
    (26, f"Housing is given out by the Home Desk Platform ({FIRST}), where 3 programmes run: Green Help; Home Loans; and Tenant Care.",
     {"Home Desk Platform": [FIRST], "Green Help": [], "Home Loans": [], "Tenant Care": []}),
    (35, f"In the edition of 2022 of the Barómetro Ciudadano ({FIRST}), with 5 questions", {"Barómetro Ciudadano": [FIRST]}),
    (23, f"Yes. {FIRST} (documents since 2010, in PDF)", {"a.example": [FIRST]}),
    (3, f"- Greater Norwood Council (GNC) official website: {FIRST}", {"Greater Norwood Council (GNC) official website": [FIRST]}),
    (8, "Norwood Bus\tnorwoodbus.jo\ttimetable", {"Norwood Bus": ["norwoodbus.jo"]}),
    (37, "AlertaNorte is a free service by SMS; Town Siren es una aplicación móvil; Night Bus was a service.", {"AlertaNorte": [], "Town Siren": []}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "expected"), LISTED)
def test_names_stop_before_what_is_said_of_them(
    read: Read, question: int, text: str, expected: dict[str, list[str]]
) -> None:
    """A comma, a verb, a year or a bracket parts a name from the words around it."""
    assert owned(read(text, question)) == expected


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Water Supply, sewerage and drainage", True),
        ("Permits, licences", True),
        ("Roads and Parks, works", False),
    ],
)
def test_a_series_is_one_name(read: Read, name: str, kept: bool) -> None:
    """Words in small letters behind a comma describe a name of capitals, unless they go on with a series."""
    assert (name in owned(read(f"1. {name} ({FIRST})", 4))) is kept


def test_networks_of_a_list_are_accounts(read: Read) -> None:
    """Where accounts are asked for, though the sentence speaks of pages."""
    found = read(
        "The pages are: Facebook (https://facebook.com/norwood); Twitter (@Norwood); and LinkedIn.", 36
    )
    assert {name.name: name.kind for name in found.names} == dict.fromkeys(
        ("Facebook", "Twitter", "LinkedIn"), Kind.ACCOUNT
    )


def test_bodies_of_romance_names_go_on_over_their_small_words(read: Read) -> None:
    """ "Conselho para as …", "Departamento de … e …", "Serviço … com …"."""
    text = "It is run with the Conselho para as Redes, the Departamento de Marca e Cultura and the Serviço de Apoio de Pessoas com Deficiência."
    assert [name.name for name in read(text, 15).names] == [
        "Conselho para as Redes",
        "Departamento de Marca e Cultura",
        "Serviço de Apoio de Pessoas com Deficiência",
    ]


def test_a_numbered_law_goes_by_its_citation_too(read: Read) -> None:
    """One without its closing phrase is another name of it; a title of its own is its name."""
    text = "We follow Law No. 5 of 2020, on open data; Ley 7/2019, de archivos; and Law No. 6 of 2021 (Data Act)."
    found = [(name.name, [alias.of(text) for alias in name.aliases]) for name in read(text, 18).names]
    assert found == [
        ("Law No. 5 of 2020, on open data", ["Law No. 5 of 2020"]),
        ("Ley 7/2019, de archivos", ["Ley 7/2019"]),
        ("Data Act", []),
    ]


@pytest.mark.parametrize("goals", [
    "Sürdürülebilir Kalkınma Amaçları (SKA)", "Obiettivi di Sviluppo Sostenibile (OSS)", "Tujuan Pembangunan Berkelanjutan (TPB)", "Objetivos de Desarrollo Sostenible (ODS)",
    "Sustainable Development Goals (SDGs)", "Objectifs de développement durable (ODD)", "Цели устойчивого развития (ЦУР)",
])  # fmt: skip
def test_the_goals_together_are_no_thing_of_the_city(read: Read, goals: str) -> None:
    """What the goals are called in any language is no initiative."""
    found = read(
        f"{goals} are taken as basis in our works, in English the SDGs. The Tree Map (SDG 15) counts trees.",
        24,
    )
    assert not [name.name for name in found.names if name.name in goals]
