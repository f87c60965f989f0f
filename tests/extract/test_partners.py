"""Partners: what a partnership answer names as such, in many ways of writing, and what it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgq_graph.extract.partners import find_partners
from lgq_graph.model import PlaceKind, PlaceMention

from ..timing import assert_linear

SHARED = Path(__file__).parents[3] / "shared"


def partners(text: str, home: str = "KE", city: str = "Nairobi") -> tuple[PlaceMention, ...]:
    return find_partners(text, home, city)


def named(text: str) -> list[str]:
    return [f"{m.name} {m.iso2}".strip() for m in partners(text)]


def kinds(text: str) -> dict[str, str]:
    return {m.name: str(m.kind) for m in partners(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accra (Ghana), Lagos (Nigeria).", "Accra GH|Lagos NG"),
        ("Dubai, Abu Dhabi (UAE), Oslo (Norway)", "Dubai AE|Abu Dhabi AE|Oslo NO"),
        ("Kazan, Ufa and Samara (Russian Federation)", "Kazan RU|Ufa RU|Samara RU"),
        ("Berlin, Dubai (UAE)", "Berlin DE|Dubai AE"),
        ("Germany: Bonn, Kiel; France: Lyon, Nice", "Bonn DE|Kiel DE|Lyon FR|Nice FR"),
        ("Germany (Bonn, Kiel), France (Lyon)", "Bonn DE|Kiel DE|Lyon FR"),
        ("Russia - Kazan, Ufa; Belarus - Minsk", "Kazan RU|Ufa RU|Minsk BY"),
        ("Bonn, Germany; Lyon, France; Portland, Oregon, USA", "Bonn DE|Lyon FR|Portland US"),
        ("Paris, France and Rome, Italy", "Paris FR|Rome IT"),
        ("- Bonn – Germany\n- Lyon – France\n- Kumasi – Ghana", "Bonn DE|Lyon FR|Kumasi GH"),
        ("• Bonn (Germany)\n• Lyon (France)", "Bonn DE|Lyon FR"),
        ("1. Bonn, Germany: smart lighting\n2. Lyon, France: since 2015", "Bonn DE|Lyon FR"),
        ("Bonn/Germany, Lyon/France", "Bonn DE|Lyon FR"),
        ("City | Country\nLyon | France\nLeeds | United Kingdom", "Lyon FR|Leeds GB"),
        ("Twin towns: Almaty in Kazakhstan; Baku in Azerbaijan", "Almaty KZ|Baku AZ"),
        ("Sister Cities: Paris France, Osaka Japan", "Paris FR|Osaka JP"),
        (
            "Sister city agreement with Chongqing (China) since 1985 and with Tempe in the USA.",
            "Chongqing CN|Tempe US",
        ),
        (
            "We cooperate with the Czech city of Brno and the German cities of Bonn and Kiel.",
            "Brno CZ|Bonn DE|Kiel DE",
        ),
        ("A memorandum of understanding was signed with the Seoul Metropolitan Government.", "Seoul KR"),
        (
            "We work with cities such as London, Amsterdam, and Copenhagen to exchange practices.",
            "London GB|Amsterdam NL|Copenhagen DK",
        ),
        (
            "Our city has links with the cities of Cincinnati, Miami and San Francisco in the USA.",
            "Cincinnati US|Miami US|San Francisco US",
        ),
        ("Seoul and Tokyo are our sister cities.", "Seoul KR|Tokyo JP"),
        ("Twinning agreement between Nairobi and Denver (USA).", "Denver US"),
        (
            "Washington, D.C. (USA), St. Petersburg (Russia), Dar es Salaam (Tanzania)",
            "Washington US|St. Petersburg RU|Dar es Salaam TZ",
        ),
        ("Seoul (Republic of Korea), London (UK), Hanoi (Viet Nam)", "Seoul KR|London GB|Hanoi VN"),
        ("Convenios con Medellín (Colombia), Quito (Ecuador) y Lima (Perú).", "Medellín CO|Quito EC|Lima PE"),
        ("La ville est jumelée avec Genève (Suisse) et Montréal (Canada).", "Genève CH|Montréal CA"),
        ("Die Stadt ist Partner von Lyon (Frankreich) und Mailand (Italien).", "Lyon FR|Mailand IT"),
        ("City of Tampere (Finland), Municipality of Ghent (Belgium)", "Tampere FI|Ghent BE"),
        ("Europe: Berlin (Germany)\nAsia: Tokyo (Japan), Seoul (South Korea)", "Berlin DE|Tokyo JP|Seoul KR"),
        ("ANKARA (TURKEY), ATHENS (GREECE)", "ANKARA TR|ATHENS GR"),
        (
            "Partner cities include Toronto, Ontario; Perth, Western Australia; and Austin, Texas.",
            "Toronto CA|Perth AU|Austin US",
        ),
        ("Turin (IT), Chicago (IL), Atlanta (Georgia, USA)", "Turin IT|Chicago US|Atlanta US"),
    ],
)
def test_the_styles_of_lists_and_phrases(text: str, expected: str) -> None:
    """Each usual way to write partners and their countries gives all of them, and no more."""
    assert named(text) == expected.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No",
        "No.",
        "N/A",
        "None",
        "Not applicable.",
        "Partners: none",
        "Yes",
        "No, we have no partnership with Paris or London.",
        "We plan to partner with Vienna and Berlin next year.",
        "We hope to sign an agreement with Oslo.",
        "The city is negotiating a sister city agreement with Oslo.",
        "The twinning with Tunis (Tunisia) ended in 2010.",
        "Planned partnerships:\n- Rome\n- Milan",
        "Rome (planned), Bergen (Norway, proposed)",
        "The conference in Lisbon brought together experts. Officials from Madrid and Paris visited our centre in May.",
        "The platform follows the Spanish model and was inspired by Tallinn. It won a prize in Dubai (UAE) in 2019.",
        "Residents travel to London and New York, and the Government of Finland praised the Czech portal in March.",
        "The portal is hosted on Amazon Web Services and built with open source tools.",
        "Partnerships are managed by the Department of International Relations.",
        "In 2021, the Smart City Expo World Congress was held in Barcelona with 400 cities.",
        "The Mayor signed a cooperation agreement during a visit to Seoul in March 2020.",
        "Citizens follow the city through social networks and the call centre.",
        "We exchange data between City Departments, the Police and the Central Registry of Nairobi (Kenya).",
        "Contact: Paris Smith, Mobile: 555",
        "Open data, Smart mobility, Central library",
    ],
)
def test_prose_without_partners_gives_nothing(text: str) -> None:
    """Denials, plans, visits, months, models, persons, headings and the city itself are no partners."""
    assert [m.name for m in partners(text) if m.kind is not PlaceKind.OTHER] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We are a member of the Asociación latinoamericana de alcaldes (ALA).",
            {"Asociación latinoamericana de alcaldes": "network"},
        ),
        (
            "Networks: Towns Council Forum (TCF), Smart Africa Cities Network",
            {"Towns Council Forum": "network", "Smart Africa Cities Network": "network"},
        ),
        ("Development partners: GIZ, Sidela", {"GIZ": "other", "Sidela": "other"}),
        ("We cooperate with the institute Vara and the company Zumo.", {"Vara": "other", "Zumo": "company"}),
        ("With Oslo it shares source code.", {"Oslo": "city"}),
        ("Companies: Vodacom, Foo Lake Networks", {"Vodacom": "company", "Foo Lake Networks": "company"}),
    ],
)
def test_names_that_no_single_word_tells(text: str, expected: dict[str, str]) -> None:
    """Spelled-out abbreviations, nouns in apposition, and names all of ordinary words."""
    assert kinds(text) == expected


def test_only_the_denied_part_is_left_out() -> None:
    """A denial ends where a "but" or the next sentence begins."""
    assert named("We do not cooperate with Paris but we have an agreement with Lyon (France).") == ["Lyon FR"]
    assert named("Planned partnerships:\n- Rome\nExisting partnerships:\n- Turin (Italy)") == ["Turin IT"]
    assert named("We partner not only with Oslo (Norway) but also with Turku (Finland).") == [
        "Oslo NO",
        "Turku FI",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We work with Google, Microsoft and private companies such as Acme Robotics and Foo Telecom.",
            {
                "Google": "company",
                "Microsoft": "company",
                "Acme Robotics": "company",
                "Foo Telecom": "company",
            },
        ),
        (
            "Partnerships with Cisco Systems, Inc., Acme GmbH, the University of Cape Town and Ruritania Institute of Technology.",
            {
                "Cisco Systems, Inc": "company",
                "Acme GmbH": "company",
                "University of Cape Town": "university",
                "Ruritania Institute of Technology": "university",
            },
        ),
        (
            "We are a member of C40, Eurocities, UCLG and the Open & Agile Smart Cities network.",
            {
                "C40": "network",
                "Eurocities": "network",
                "UCLG": "network",
                "Open & Agile Smart Cities": "network",
            },
        ),
        (
            "Members of the Global Covenant of Mayors for Climate and Energy, and the Union of Baltic Cities.",
            {
                "Global Covenant of Mayors for Climate and Energy": "network",
                "Union of Baltic Cities": "network",
            },
        ),
        (
            "Yes, with the World Bank, UNDP, UN-Habitat and the Acme Foundation.",
            {"World Bank": "other", "UNDP": "other", "UN-Habitat": "other", "Acme Foundation": "other"},
        ),
        (
            "Private sector: Vodafone, Acme\nUniversities: Oxford, Cambridge",
            {"Vodafone": "company", "Acme": "company", "Oxford": "university", "Cambridge": "university"},
        ),
        (
            "Agreements with Finland, Estonia and the city of Riga (Latvia).",
            {"Finland": "country", "Estonia": "country", "Riga": "city"},
        ),
        (
            "Bavaria, Queensland, Tuscany (Italy)",
            {"Bavaria": "region", "Queensland": "region", "Tuscany": "region"},
        ),
        (
            "Singapore, Hong Kong, Luxembourg (Luxembourg)",
            {"Singapore": "city", "Hong Kong": "city", "Luxembourg": "city"},
        ),
        (
            "Bosnia and Herzegovina, Trinidad and Tobago",
            {"Bosnia and Herzegovina": "country", "Trinidad and Tobago": "country"},
        ),
        (
            "Cooperation with the Universidad de Antioquia and the Politecnico di Milano",
            {"Universidad de Antioquia": "university", "Politecnico di Milano": "university"},
        ),
    ],
)
def test_what_a_partner_is(text: str, expected: dict[str, str]) -> None:
    """Cities, regions, countries, networks, companies, universities and others are told apart by their names or a heading."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Springfield (USA)", "Springfield"),
        ("Oslo (Norway), Santiago, Lima (Peru)", "Santiago"),
        ("Oslo, Lima, Córdoba", "Córdoba"),
        ("Partner city: Tripoli", "Tripoli"),
    ],
)
def test_an_ambiguous_name_keeps_its_candidates(text: str, name: str) -> None:
    """Where several cities could be meant none is chosen, and the candidates are given."""
    mention = next(m for m in partners(text) if m.name == name)
    assert mention.kind is PlaceKind.CITY and mention.place is None and len(mention.candidates) > 1


def test_a_namesake_at_home_is_meant_when_it_is_the_largest() -> None:
    """The home country decides for a city whose namesakes elsewhere are far smaller, and not else."""
    bergen = find_partners("Twin cities: Bergen", "NO", "Oslo")[0]
    cordoba = find_partners("Ciudades hermanadas: Córdoba", "ES", "Sevilla")[0]
    assert bergen.place and bergen.iso2 == "NO"
    assert cordoba.place is None and cordoba.candidates


@pytest.mark.parametrize(
    "text",
    [
        "Nice, Reading, Mobile",
        "Partnership with Nice and Reading.",
        "Open, Smart, Central, March, Police, Cork, Bath",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    """Cities named like words count with a country or among places, never alone."""
    assert named(text) == []


def test_ordinary_words_with_a_country_are_places() -> None:
    """ "Nice (France)" is a city; so is "Nice" between cities of a clear list."""
    assert named("Nice (France), Reading (UK)") == ["Nice FR", "Reading GB"]
    assert "Nice" in kinds("Lyon, Nice, Marseille")


def test_a_bracket_that_is_no_country_gives_none() -> None:
    """Years, topics and abbreviations behind a name are not countries."""
    mentions = partners("São Paulo (2015), Lima (since 1990), Buenos Aires (smart city), Oslo (IT)")
    assert [(m.name, m.iso2, m.country_span) for m in mentions] == [
        ("São Paulo", "BR", None),
        ("Lima", "PE", None),
        ("Buenos Aires", "AR", None),
        ("Oslo", "NO", None),
    ]


def test_an_unknown_town_with_its_country_is_a_city_without_place() -> None:
    """A town that the gazetteer lacks is a partner when its country is written, without id."""
    (mention,) = partners("Xyzzyville (France)")
    assert (mention.kind, mention.iso2, mention.place, mention.candidates) == (PlaceKind.CITY, "FR", None, ())


def test_the_city_itself_and_its_country_are_left_out() -> None:
    """Neither the answering city nor its country is its partner."""
    assert named("The City of Nairobi (Kenya) has partnerships with Kampala (Uganda) and Kenya.") == [
        "Kampala UG"
    ]


def test_spans_and_quotes_are_verbatim() -> None:
    """The span is the name's; the quote goes from the name to the bracket that several share."""
    text = "Sister cities: Dubai, Abu Dhabi (UAE); Germany: Bonn; City of Turku, Finland"
    dubai, abu_dhabi, bonn, turku = partners(text)
    assert [m.span.of(text) for m in (dubai, abu_dhabi, bonn, turku)] == [
        "Dubai",
        "Abu Dhabi",
        "Bonn",
        "Turku",
    ]
    assert [m.quote.of(text) for m in (dubai, abu_dhabi, bonn, turku)] == [
        "Dubai, Abu Dhabi (UAE)",
        "Abu Dhabi (UAE)",
        "Germany: Bonn",
        "City of Turku, Finland",
    ]
    assert [m.country_span.of(text) if m.country_span else "" for m in (dubai, bonn, turku)] == [
        "UAE",
        "Germany",
        "Finland",
    ]


def test_the_word_for_a_nation_is_the_written_country() -> None:
    """ "The French city of Nice" writes the country: the city resolves in it, and the quote holds the word."""
    text = "We have an MoU with the French city of Nice, with ACMEX and with the Chinese city of Shenzhen."
    nice, shenzhen = partners(text)
    assert (
        nice.place
        and nice.place.iso2 == "FR"
        and nice.country_span
        and nice.country_span.of(text) == "French"
    )
    assert shenzhen.quote.of(text) == "Chinese city of Shenzhen"


def test_persons_and_possessions_are_no_partners() -> None:
    """A title makes a person of a city's name, and a possessive something of the city's."""
    assert named("Ms. Paris and Mr. John London work with Dr. Sofia.") == []
    assert named("We cooperate with Singapore's GovTech and Oslo (Norway).") == ["Oslo NO"]


def test_a_partner_named_twice_comes_once() -> None:
    """The first mention stands for all of them."""
    assert named("Oslo (Norway), Lima (Peru), Oslo (Norway)") == ["Oslo NO", "Lima PE"]


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "Paris",
                "Lyon",
                "(France)",
                "(",
                ")",
                ",",
                ";",
                ":",
                "–",
                "and",
                "with",
                "no",
                "in",
                "City of",
                "Germany",
                "USA",
                "Oregon",
                "Portland",
                "\n",
                ".",
                "partners",
                "C40",
                "University of",
                "\u00a0",
                "é",
                "2015",
                "[",
                "]",
                "'s",
                "&",
                "Inc.",
            ]
        ),
        max_size=40,
    ),
    st.sampled_from([" ", ""]),
)
def test_any_text_gives_ordered_verbatim_mentions(words: list[str], glue: str) -> None:
    """Whatever is written, mentions are in order, inside the text, and hold their own words."""
    text = glue.join(words)
    found = partners(text)
    assert [m.span for m in found] == sorted(m.span for m in found)
    for mention in found:
        assert mention.span.of(text) == mention.name and mention.quote.holds(mention.span)
        assert not (mention.place and mention.candidates)
        assert mention.country_span is None or mention.quote.holds(mention.country_span)


@pytest.mark.parametrize(
    "unit",
    [
        "Paris, ",
        "(",
        "Paris (",
        "Paris) ",
        "no links with Paris; ",
        "with Paris on it with ",
        "City of ",
        "France: ",
        "Portland, Oregon, ",
        "plan to ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Whatever a list of partners repeats."""
    assert_linear(partners, unit, 1_500 * len(unit))


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated response is not here")
def test_the_annotated_partner_list_is_read_completely() -> None:
    """Every partner of the hand annotation comes out with its country, id and kind, and nothing else."""
    gold = json.loads((SHARED / "eval/gold/moscow-2022.json").read_text(encoding="utf-8"))
    lines = (SHARED / "responses/moscow-2022.txt").read_text(encoding="utf-8").split("\n")
    answer = next(line for line in lines if line.startswith(f"{gold['partners'][0]['name']} ("))
    found = find_partners(answer, gold["city"]["iso2"], gold["city"]["name"])
    assert [(m.name, m.iso2, m.place and m.place.geonames, m.kind) for m in found] == [
        (p["name"], p["iso2"], p["geonames"], p["kind"]) for p in gold["partners"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Networks: Eurocities; ICLEI – Local Governments for Sustainability; UCLG Africa", ["Eurocities", "ICLEI – Local Governments for Sustainability", "UCLG Africa"]),
        ("We are a member of United Cities and Local Governments (UCLG).", ["United Cities and Local Governments"]),
        ("NGO: Code for Africa", ["Code for Africa"]),
        ("We have agreements with Turku, as well as with the Metropolitan Area of Valencia.", ["Turku", "Metropolitan Area of Valencia"]),
        ("Regions: South Bohemian Region, Czech Republic", ["South Bohemian Region"]),
        ("Universities: Graz University of Economics and Business", ["Graz University of Economics and Business"]),
        ("Private-sector partners: Optus; Cisco", ["Optus", "Cisco"]),
        ("[Private sector and university]\n- Kakao Cloud : call service\n- University of Busan : courses", ["Kakao Cloud", "University of Busan"]),
        ("Companies:\nHarbour – a project with the port", []),
        ("We have an agreement with Siemens for Smart Grids.", ["Siemens"]),
    ],
)  # fmt: skip
def test_the_name_of_a_partner_is_kept_whole(text: str, expected: list[str]) -> None:
    """Not cut at "and", "for" or a dash; rows below a heading that tells their kind."""
    assert [partner.name for partner in find_partners(text)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Friendship ties bind us to Graz in Austria, to Lyon and Nantes in France, and to Sendai, Japan.", "Graz Lyon Nantes Sendai"),
        ("The city is linked to Bonn, to Lyon and to Turin by partnership.", "Bonn Lyon Turin"),
        ("Our partnership brought visitors to Lyon and to Turin.", ""),
        ("Companies and universities: Foobar, which pays for it, and the University of Turku, with which we share a lab.", "Foobar University of Turku"),
        ("Companies: Foo Ltd, which works for the Ministry of Health.", "Foo Ltd"),
        ("Networks: Green League of Slow Cities, GLSC.", "Green League of Slow Cities"),
        ("We work with Telkom Kenya for the network of Control Centre 7.", "Telkom Kenya"),
        ("We cooperate with the Data Centre of the region.", ""),
        ("The models come from the University of Turku under a memorandum signed in 2019.", "University of Turku"),
        ("The models come from the University of Turku.", ""),
        ("The fair was held in Paris under an agreement.", ""),
    ],
)  # fmt: skip
def test_partners_are_those_that_one_is_bound_to(text: str, names: str) -> None:
    """A "to" goes on from the first; organisations end what a heading opens; halls and initials are no partners."""
    assert " ".join(partner.name for partner in find_partners(text, "ES")) == names


def test_what_a_heading_of_firms_and_universities_lists_are_firms() -> None:
    """Universities tell by their names, firms do not."""
    found = find_partners(
        "Empresas y universidad: Foobar, que paga, y la Universidad de Tal, con la que trabajamos.", "ES"
    )
    assert [partner.kind.value for partner in found] == ["company", "university"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "With the private sector there are protocols with Zeta Kenya, OMI and Sigma; with the academy, with TU Delft; and with the civil society, with Helpers.",
            {"Zeta Kenya": "company", "OMI": "company", "Sigma": "company", "TU Delft": "university", "Helpers": "other"},
        ),
        ("Con el sector privado hay convenios con Zeta, Omicron y Sigma.", {"Zeta": "company", "Omicron": "company", "Sigma": "company"}),
        ("We signed with the Foo Management School.", {"Foo Management School": "university"}),
        (
            "We are member of UCS – União das Cidades do Sul (https://ucs.example.org).",
            {"UCS – União das Cidades do Sul": "network"},
        ),
        ("In industry we have no agreement with Zeta.", {}),
    ],
)  # fmt: skip
def test_the_field_that_a_clause_opens_with(text: str, expected: dict[str, str]) -> None:
    """ "With the private sector" tells what the names behind the next "with" are, up to the semicolon."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi, Kisumu and Kampala (Uganda) share the code of the app.", ["Kisumu KE", "Kampala UG"]),
        ("Nairobi, Kisumu and Mombasa were visited by tourists in May.", []),
        ("Kisumu and Mombasa collect the data.", []),
    ],
)
def test_what_the_city_does_with_others_makes_them_partners(text: str, expected: list[str]) -> None:
    """The city that answers stands among them, and they do it together."""
    assert named(text) == expected


def test_a_slip_in_a_name_beside_its_country() -> None:
    """The words stay, the place is the one large city that can be meant; else there is none."""
    found = partners("Sister cities: Cincinnatti (USA), Springfeld (USA), Marseile (France), Lionn (France)")
    assert [(m.name, m.place.name if m.place else "") for m in found] == [
        ("Cincinnatti", "Cincinnati"),
        ("Springfeld", ""),
        ("Marseile", "Marseille"),
        ("Lionn", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We work with Kiel. In France it is Lyon, in Italy Turin, over the sea Boston, USA.",
            "Kiel DE|Lyon FR|Turin IT|Boston US",
        ),
        (
            "Our partners are Kiel and Lyon. In Japan, Osaka and Kobe. In the USA we have Denver.",
            "Kiel DE|Lyon FR|Osaka JP|Kobe JP|Denver US",
        ),
        ("Cooperamos con Quito. En Francia, Lyon; en Italia, Bari.", "Quito EC|Lyon FR|Bari IT"),
        ("Nous coopérons avec Quito. En Espagne, c'est Vigo.", "Quito EC|Vigo ES"),
        ("We work with Kiel. In Spain we admire Vigo. In Italy Turin has a good app.", "Kiel DE"),
        ("We work with Kiel. In Spain, Barcelona is the model.", "Kiel DE"),
        ("We have no partnerships. In Spain it is Vigo, in Italy Bari.", ""),
        ("From the Nordic sisters, Oslo (Norway) and Aarhus (Denmark).", "Oslo NO|Aarhus DK"),
        ("We are twinned with the Brazilian city of Salvador.", "Salvador BR"),
        ("Twin city: Salvador (Brazil).", "Salvador BR"),
        ("Twin cities: Jordan (Amman), Georgia (Tbilisi)", "Amman JO|Tbilisi GE"),
    ],
)
def test_countries_that_prose_names_first(text: str, expected: str) -> None:
    """A sentence that only goes on naming cities, each with its country, goes on with the partners before it."""
    assert named(text) == (expected.split("|") if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firms: Foobar, Nordwind, Kalle – self-driving bus.", "Foobar|Nordwind|Kalle"),
        ("Firms: Foobar – lights of the roads, Nordwind – trees", "Foobar|Nordwind"),
        ("Aziende: Foobar e Nordwind.", "Foobar|Nordwind"),
        ("Şirketler: Foobar, Nordwind", "Foobar|Nordwind"),
        ("Perusahaan: Foobar, Nordwind", "Foobar|Nordwind"),
        ("The firms of the town: nothing is agreed.", ""),
    ],
)
def test_firms_under_their_heading(text: str, expected: str) -> None:
    """What a heading for firms lists is firms; a remark behind a dash is no part of the list."""
    assert kinds(text) == dict.fromkeys(expected.split("|") if expected else [], "company")


def test_long_names_of_organisations_stay_whole() -> None:
    """Chapters of networks, and names of whom a body is for with what it is on."""
    assert kinds("Networks: United Cities and Local Governments of Africa (UCLG Africa), C40.") == {
        "United Cities and Local Governments of Africa": "network",
        "C40": "network",
    }
    assert kinds("Civil society: Women's Dialogue on Safe Streets; Shelter Now; ABCDO.") == {
        "Women's Dialogue on Safe Streets": "other",
        "Shelter Now": "other",
        "ABCDO": "other",
    }


@pytest.mark.parametrize(("text", "expected"), [
    ("We belong to C40 Cities and to Eurocities.", "C40 Cities|Eurocities"),
    ("The city also belongs to ICLEI, to Metropolis and to UCLG.", "ICLEI|Metropolis|UCLG"),
    ("La ciudad pertenece también a Mercociudades.", "Mercociudades"),
    ("A cidade pertence à UCCI.", "UCCI"),
    ("La ville appartient au réseau Eurocities.", "Eurocities"),
    ("Die Stadt gehört zu Eurocities.", "Eurocities"),
    ("From the private sector, Acme Robotics and Norwood Optical Fibre (NOF) take part in the test field.", "Acme Robotics|Norwood Optical Fibre"),
    ("Del sector privado, Acme Robotics y Norwood Labs colaboran en el proyecto.", "Acme Robotics|Norwood Labs"),
    ("From the private sector, Acme Robotics and Norwood Labs use our data.", ""),
    ("Kyoto, Kobe (both in Japan) and Busan (South Korea)", "Kyoto JP|Kobe JP|Busan KR"),
    ("Partners: Uppsala and Linköping (both Sweden)", "Uppsala SE|Linköping SE"),
    ("There was a partnership with Lyon (France) until 2018.", ""),
    ("Hubo un acuerdo con Lyon (Francia) hasta 2018.", ""),
    ("The agreement with Lyon (France) runs until 2031.", "Lyon FR"),
    ("Partner NGO: Fundación Bosque y Campo", "Fundación Bosque y Campo"),
])  # fmt: skip
def test_bonds_fields_and_ends_in_more_words(text: str, expected: str) -> None:
    """Belonging, those who stand behind their field, a country for two, a bond that is over, a body of two nouns."""
    assert named(text) == [name for name in expected.split("|") if name]


@pytest.mark.parametrize(("text", "expected"), [
    ("Com Córdoba, na Argentina, há um memorando sobre dados.", "Córdoba AR"),
    ("Hay un convenio con Lyon, en Francia, sobre datos.", "Lyon FR"),
    ("Nous coopérons avec Turin, en Italie.", "Turin IT"),
    ("O Município integra a rede Mercocidades e o ICLEI.", "Mercocidades|ICLEI"),
    ("We sit on the board of Eurocities.", "Eurocities"),
    ("The University of Norwood evaluates our work with newcomers, which we run alongside partners.", "University of Norwood"),
    ("The University of Norwood stands by the river, and we work with others.", ""),
])  # fmt: skip
def test_lands_bonds_and_deeds_in_more_words(text: str, expected: str) -> None:
    """A land behind "na" and "en", who integrates a network or sits on it, and what a body does for the city."""
    assert named(text) == [name for name in expected.split("|") if name]


def test_a_large_city_stands_out_among_its_small_namesakes() -> None:
    """One of ten times as many people as any other of its name is meant; one of four times is not sure."""
    lille, cordoba = partners("Twinned with Lille and Córdoba.")
    assert lille.place and lille.place.iso2 == "FR"
    assert cordoba.place is None and len(cordoba.candidates) > 1


@pytest.mark.parametrize(("text", "expected"), [
    ("Talks with Baku were started but the agreement is not signed yet.", ""),
    ("Our sister cities are Lyon (France) and Turin (Italy). We are in talks with Bonn (Germany).", "Lyon FR|Turin IT"),
    ("We have a partnership with Bonn (Germany), which talks about data.", "Bonn DE"),
    ("We are working with:\n- Seoul, 45 of our people were trained\n- University of Lund: joint laboratory", "Seoul KR|University of Lund"),
    ("Partnerships:\n- University of Lund: joint laboratory", "University of Lund"),
    ("We have no agreements with:\n- Seoul: training", ""),
    ("We exchange data on:\n- Water Department: meters", ""),
    ("Member of World Smart Sustainable Cities Organization from 2019.", "World Smart Sustainable Cities Organization"),
])  # fmt: skip
def test_talks_are_none_and_a_list_may_lead_to_each(text: str, expected: str) -> None:
    """Talks only; a list under "with:" whose entries go on with what is done; what the city is in a network."""
    assert named(text) == [name for name in expected.split("|") if name]


TAILED = [
    ("From private firms our partner is Rivo telekomas, which puts up sensors.", ["Rivo telekomas"]),
    ("We work with the foundation Dobra pomoc in the schools.", ["Dobra pomoc"]),
    ("In the civil society the association Trečias miestas helps the old.", ["Trečias miestas"]),
    ("We cooperate with the company Vodárna želva and with Oslo closely.", ["Vodárna želva", "Oslo"]),
    ("We cooperate with the company Foo, which delivers sensors.", ["Foo"]),
    ("We cooperate with Nokia engineers, and with Turku yearly.", ["Nokia", "Turku"]),
]


@pytest.mark.parametrize(("text", "wanted"), TAILED)
def test_a_name_may_go_on_in_small_letters(text: str, wanted: list[str]) -> None:
    """Words of another tongue are part of the name that they follow; English ones, and those behind a large place, are not."""
    assert [m.name for m in partners(text)] == wanted


LED = [
    ("Sister cities: in Norway Bergen (1983) and Oslo (2016); Vigo (1987) in Spain.", "Bergen NO, Oslo NO, Vigo ES"),
    ("Villes jumelées : en Allemagne Bonn (1963) et Mainz; Turin (Italie).", "Bonn DE, Mainz DE, Turin IT"),
    ("We are twinned with Palma on Mallorca (Spain), with Bari in Apulia (Italy) and Hilo on the island of Hawaii (USA).", "Palma ES, Bari IT, Hilo US"),
    ("We keep friendship links with Ajaccio on Corsica (France).", "Ajaccio FR"),
    ("We work with Bonn on data, and with Norvo Regional Council (NRC) on transport.", "Bonn DE, Norvo Regional Council"),
    ("Academia and civil society: Korkeakoulu—University of Norvo (ethics), the Open Data Alliance Norvo or ODAN (lessons).", "Korkeakoulu—University of Norvo, Open Data Alliance Norvo"),
    ("The meeting was held in Norway Bergen.", ""),
    ("We work with Lyon–Université Lumière.", "Lyon FR, Université Lumière"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LED)
def test_where_partners_lie_and_what_they_are_called(text: str, wanted: str) -> None:
    """A country that leads to its cities, an island behind one, a body's initials and its name in two languages are no partners."""
    found = (f"{mention.name} {mention.iso2}".strip() for mention in find_partners(text, "FI", "Exampleton"))
    assert ", ".join(found) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "a protocol was discussed, but it was not signed", "an agreement was drafted in 2019, but nothing was signed", "a memorandum was ready; it was never concluded",
        "a twinning agreement was made, however it was not renewed", "an agreement was prepared, but it didn't materialise",
        "an agreement was talked of, yet no signature nor approval came, and it was not approved",
    ],
)  # fmt: skip
def test_an_agreement_that_fell_through_makes_no_partner(said: str) -> None:
    """What a clause says of the agreement holds for those whom the clause before it names."""
    assert named(f"With Gothenburg (Sweden) {said}.") == []


def test_another_matter_behind_a_but_takes_no_partner_away() -> None:
    """What is not said of the agreement leaves the clause before it as it is."""
    assert named("We have an agreement with Gothenburg (Sweden), but Oslo (Norway) has not signed.") == [
        "Gothenburg SE"
    ]
    assert named("We have an agreement with Gothenburg (Sweden), but it is not a sister city.") == [
        "Gothenburg SE"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our sister cities are Tampa and Miami from USA.", "Tampa US|Miami US"),
        ("Our sister cities are Tampa and Miami from the USA, and Tianjin and Wuhan from China.", "Tampa US|Miami US|Tianjin CN|Wuhan CN"),
        ("We cooperate with Lyon from France.", "Lyon FR"),
    ],
)  # fmt: skip
def test_cities_from_a_country(text: str, expected: str) -> None:
    """A country behind "from" is that of the cities before it."""
    assert named(text) == expected.split("|")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kuzey Üniversitesi", "university"), ("Kuzey Teknoloji Enstitüsü", "university"), ("Kuzey Kalkınma Ajansı", "other"), ("Genç Yazarlar Derneği", "other"),
        ("Kuzey Vakfı", "other"), ("Kuzey Ticaret Odası", "other"), ("Fundacja Północ", "other"),
        ("Yayasan Utara", "other"), ("Északi Egyetem", "university"), ("UCLG-MEWA", "network"), ("ICLEI Eurasia", "network"),
    ],
)  # fmt: skip
def test_bodies_in_more_languages(name: str, kind: str) -> None:
    """The word for what a body is tells its kind, whatever list it stands in."""
    assert kinds(f"Universities: {name}, Ege Academy") | {name: kind} == kinds(
        f"Universities: {name}, Ege Academy"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Organisations we have an MoU with:\nUNDP;\nNorwood Digital & Innovation Hub (https://h.example) (NDIH), where apps grow;\nTelewave.", ["UNDP", "Norwood Digital & Innovation Hub", "Telewave"]),
        ("Companies with which we have agreements:\n- Rivo;\n- Telewave Norwood (sensors)", ["Rivo", "Telewave Norwood"]),
        ("The planning software is shared with Lyon and Turin at no charge.", ["Lyon", "Turin"]),
        ("Our code has been shared with Lyon at no extra cost.", ["Lyon"]),
        ("The software is not shared with Lyon.", []),
        ("Organisations we have no agreement with:\nTelewave;\nRivo.", []),
        ("There is no agreement with Lyon.", []),
    ],
)  # fmt: skip
def test_headings_that_open_with_what_they_list_and_what_is_shared(text: str, wanted: list[str]) -> None:
    """A heading may name its list first and end in words; what costs nothing is not denied."""
    assert [mention.name for mention in partners(text)] == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nearer home, Kisumu, Nakuru and Mombasa use our Permit System under a cost sharing arrangement.", "Kisumu KE|Nakuru KE|Mombasa KE"),
        ("Abidjan and Lomé exchange officers with us.", "Abidjan CI|Lomé TG"),
        ("The cities of Turku (Finland) and Oslo (Norway) work closely with us on buses.", "Turku FI|Oslo NO"),
        ("The towns Kisumu and Nakuru run the city's portal under an agreement of 2019.", "Kisumu KE|Nakuru KE"),
        ("Kisumu, Nakuru and Mombasa use our portal.", ""),
        ("Kisumu and Nakuru no longer share data with us.", ""),
        ("Firms in Kisumu use our portal under a contract.", ""),
        ("Residents of Kisumu and Nakuru work with us.", ""),
        ("We know that Kisumu and Nakuru use our name under the old contract.", ""),
    ],
)  # fmt: skip
def test_what_cities_do_with_us_makes_them_partners(text: str, expected: str) -> None:
    """They use what is ours under an agreement, or do something "with us", and open the clause."""
    assert named(text) == expected.split("|") * bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With Lyon, Turin and Bonn we have contact every month.", "Lyon FR|Turin IT|Bonn DE"),
        ("We are in regular contact with Lyon and Turin.", "Lyon FR|Turin IT"),
        ("We keep close contact with Lyon.", "Lyon FR"),
        ("We have no contact with Lyon and Turin.", ""),
        ("With Lyon we have had contact only once.", ""),
    ],
)
def test_cities_in_contact(text: str, expected: str) -> None:
    """Whoever is in contact works together; once is not enough."""
    assert named(text) == list(filter(None, expected.split("|")))
