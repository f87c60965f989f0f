"""Every minted IRI is made of what a thing is, stands where docs/model.md says, and can be parsed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from lgq_graph import iri
from lgq_graph.model import Country, Evidence, Kind, Place, PlaceKind, Span
from lgq_graph.vocabulary import BASE, dct, rdfs

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CITY = Place("Tromsø", PlaceKind.CITY, "NO", 3133895)
GAUTENG = Place("Gauteng", PlaceKind.REGION, "ZA", subdivision="ZA-GP")
MAINE = Place("Portland", PlaceKind.CITY, "US", 4975802, shared=True)
NORWAY = Country("Norway", "NO", "NOR", "578")
RESPONSE = iri.response_iri(CITY, "2022")
WORDS = Evidence(24, Span(3, 102))


# --- slugs --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Open Data Portal", "open-data-portal"),
        ("  Door-to-Door: pick up! ", "door-to-door-pick-up"),
        ("São Paulo", "sao-paulo"),
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da-nang"),
        ("Straßenbahn 2.0", "strassenbahn-2-0"),
        ("Кострома", "kostroma"),
        ("Θεσσαλονίκη", "thessaloniki"),
        ("서울", "seoul"),
        ("北京", "beijing"),
        ("L'Hospitalet", "lhospitalet"),
        ("L’Hospitalet", "lhospitalet"),
        ("C++", "c"),
    ],
)
def test_a_slug_is_readable(text: str, slug: str) -> None:
    """Latin letters lose their accents; other scripts are written in Latin letters."""
    assert iri.slug(text) == slug


@pytest.mark.parametrize(
    "text", ["عمّان", "नई दिल्ली", "กรุงเทพ", "აჭარა", "አዲስ አበባ", "தமிழ்", "ירושלים", "東京", "Ереван 🙂"]
)
def test_every_script_has_a_slug(text: str) -> None:
    """Also scripts without capitals or spaces, and signs outside the first plane."""
    assert PLAIN.fullmatch(iri.slug(text))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_slug_is_always_a_path_segment(text: str) -> None:
    """Never empty, only letters, digits and single hyphens, at most 80 long, the same each time."""
    made = iri.slug(text)
    assert PLAIN.fullmatch(made)
    assert len(made) <= 80
    assert iri.slug(text) == made


def test_a_composed_and_a_decomposed_letter_give_one_slug() -> None:
    """The two encodings of one name are one name."""
    assert iri.slug("Malmo\u0308") == iri.slug("Malm\u00f6")


def test_names_that_leave_nothing_stay_apart() -> None:
    """Two names of mere signs get two slugs."""
    assert iri.slug("—") != iri.slug("…"), "a hash stands for what cannot be written"
    assert iri.slug("") == iri.slug("")


def test_long_names_with_one_beginning_stay_apart() -> None:
    """The hash at the end of a cut slug is that of the whole name."""
    first, second = iri.slug("very long name " * 10 + "one"), iri.slug("very long name " * 10 + "two")
    assert first != second
    assert first[:60] == second[:60]


# --- hashes -------------------------------------------------------------------------------------------------------


def test_a_hash_knows_where_its_parts_end() -> None:
    """Parts are prefixed by their length, so shifting a letter, or a look-alike of the prefix, makes another hash."""
    alike = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"), ("a", "1:b", "c"), ("a", "b", "c")]
    assert len({iri.content_hash(*parts) for parts in alike}) == len(alike)


@given(st.lists(st.text(max_size=8), max_size=4), st.lists(st.text(max_size=8), max_size=4))
def test_equal_hashes_mean_equal_parts(first: list[str], second: list[str]) -> None:
    """And the hash is always 24 hexadecimal digits."""
    assert (iri.content_hash(*first) == iri.content_hash(*second)) is (first == second)
    assert re.fullmatch(r"[0-9a-f]{24}", iri.content_hash(*first))


def test_a_claim_depends_on_all_it_says_and_not_on_the_round() -> None:
    """Basis, subject, predicate, object, datatype, language and modality each change it."""
    city, label = iri.city_iri(CITY), Literal("Tromsø", language="en")
    said = [
        ("stated", city, rdfs.label, label, "current"),
        ("inferred", city, rdfs.label, label, "current"),
        ("stated", RESPONSE, rdfs.label, label, "current"),
        ("stated", city, dct.title, label, "current"),
        ("stated", city, rdfs.label, Literal("Tromsø", language="no"), "current"),
        ("stated", city, rdfs.label, Literal("Tromsø"), "current"),
        ("stated", city, rdfs.label, NamedNode("urn:Tromsø"), "current"),
        ("stated", city, rdfs.label, label, "planned"),
    ]
    made = [iri.claim_iri(*claim) for claim in said]
    assert len(set(made)) == len(said)
    assert all(re.fullmatch(re.escape(BASE) + "claim/[0-9a-f]{24}", claim.value) for claim in made)


# --- where things stand -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "path"),
    [
        (iri.city_iri(CITY), "id/city/no-tromso"),
        (iri.country_iri(NORWAY), "id/country/NOR"),
        (iri.place_iri(PlaceKind.CITY, "Fresno", "US"), "id/city/us-fresno"),
        (iri.place_iri(PlaceKind.CITY, "Nowhere", ""), "id/city/xx-nowhere"),
        (iri.place_iri(PlaceKind.REGION, "Gauteng", "ZA"), "id/region/za-gauteng"),
        (iri.place_iri(PlaceKind.REGION, "Gauteng", "ZA", GAUTENG), "id/region/za-gp"),
        (iri.place_iri(PlaceKind.CITY, "Tromsø", "NO", CITY), "id/city/no-tromso"),
        (iri.place_iri(PlaceKind.CITY, "Portland", "US", MAINE), "id/city/us-portland-4975802"),
        (iri.city_iri(MAINE), "id/city/us-portland-4975802"),
        (iri.response_iri(MAINE, "2022"), "response/us-portland-4975802/2022"),
        (iri.city_iri(Place("Portland", PlaceKind.CITY, "US", shared=True)), "id/city/us-portland"),
        (iri.organisation_iri("League of Ports"), "id/organisation/league-of-ports"),
        (iri.entity_iri(CITY, Kind.SERVICE, "parking"), "id/no-tromso/service/parking"),
        (iri.entity_iri(CITY, Kind.ORGANISATION, "it"), "id/no-tromso/organisation/it"),
        (iri.entity_iri(CITY, Kind.LEGISLATION, "7-2020"), "id/no-tromso/law/7-2020"),
        (iri.law_iri(CITY, NORWAY, "local", "7-2020"), "id/no-tromso/law/7-2020"),
        (iri.law_iri(CITY, NORWAY, "national", "38-2018"), "id/country/NOR/law/38-2018"),
        (iri.law_iri(CITY, NORWAY, "supranational", "2016-679"), "id/law/2016-679"),
        (iri.questionnaire_iri("2022"), "questionnaire/2022"),
        (iri.question_iri("2022", 24), "questionnaire/2022/q24"),
        (iri.option_iri("2022", 20, "sdg-11"), "questionnaire/2022/q20/option/sdg-11"),
        (RESPONSE, "response/no-tromso/2022"),
        (iri.answer_iri(RESPONSE, 24), "response/no-tromso/2022/answer/q24"),
        (iri.mark_iri(RESPONSE, 20, "sdg-11"), "response/no-tromso/2022/answer/q20/mark/sdg-11"),
        (iri.span_iri(RESPONSE, WORDS), "response/no-tromso/2022/answer/q24#char=3,102"),
        (iri.position_iri(RESPONSE, WORDS), "response/no-tromso/2022/answer/q24#position=3,102"),
        (iri.quote_iri(RESPONSE, WORDS), "response/no-tromso/2022/answer/q24#quote=3,102"),
        (iri.graph_iri(CITY, "2022", "stated"), "graph/no-tromso/2022/stated"),
        (iri.statistic_iri("a"), "statistic/" + iri.content_hash("a")),
        (iri.merge_iri("a", "b"), "merge/" + iri.content_hash("a", "b")),
    ],
)  # fmt: skip
def test_a_thing_stands_where_the_model_says(node: NamedNode, path: str) -> None:
    """The table of docs/model.md, row by row."""
    assert node.value == BASE + path


def test_every_kind_of_entity_has_its_segment() -> None:
    """No two kinds share one, and a law is called a law."""
    segments = {iri.entity_iri(CITY, kind, "x").value.split("/")[-2] for kind in Kind}
    assert len(segments) == len(Kind)
    assert "law" in segments


def test_places_and_entities_are_free_of_the_round() -> None:
    """Responses belong to a round; what they speak of does not."""
    assert iri.response_iri(CITY, "2022") != iri.response_iri(CITY, "2024")
    assert iri.city_key(CITY) == "no-tromso"
    assert iri.geonames_iri(3133895).value == "https://sws.geonames.org/3133895/"


# --- URLs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://town.example/a?b=c#d", "https://town.example/a?b=c#d"),
        ("town.example", "http://town.example"),
        ("www.town.example/x", "http://www.town.example/x"),
        ("HTTPS://Town.example/X", "HTTPS://Town.example/X"),
        ("https://münchen.example/straße", "https://münchen.example/straße"),
        ("http://мэрия.рф/путь", "http://мэрия.рф/путь"),
        ("https://town.example/a b", "https://town.example/a%20b"),
        ("https://town.example/<a>", "https://town.example/%3Ca%3E"),
        ('https://town.example/{a}|"b"', "https://town.example/%7Ba%7D%7C%22b%22"),
        ("https://town.example/a\\b^c`d", "https://town.example/a%5Cb%5Ec%60d"),
        ("https://town.example/a%20b", "https://town.example/a%20b"),
        ("https://town.example/a\nb", "https://town.example/a%0Ab"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
        ("http://[2001:db8::1]/[x]", "http://[2001:db8::1]/%5Bx%5D"),
        ("https://town.example/?tx[id]=5&f[]=a", "https://town.example/?tx%5Bid%5D=5&f%5B%5D=a"),
        ("https://town.example?f[]=a", "https://town.example?f%5B%5D=a"),
        ("https://town.example/#/page[1]", "https://town.example/#/page%5B1%5D"),
        ("https://town.example/a#b#c", "https://town.example/a#b%23c"),
        ("https://town.example/100%", "https://town.example/100%25"),
        ("https://town.example/a%2", "https://town.example/a%252"),
        ("https://town.example/%zz%20%D0%B", "https://town.example/%25zz%20%D0%25B"),
        ("https://town.example/?u=50%&v=%u0431", "https://town.example/?u=50%25&v=%25u0431"),
        ("https://town.example/a\x85\ue000", "https://town.example/a%C2%85%EE%80%80"),
    ],
)
def test_a_url_becomes_an_iri(url: str, made: str) -> None:
    """What is legal stays as printed, also other scripts; what no IRI may hold is escaped."""
    assert iri.url_iri(url) == NamedNode(made)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60).flatmap(
        lambda t: st.sampled_from([t, "http://town.example/" + t])
    )
)
def test_any_text_is_an_iri_or_none(text: str) -> None:
    """Nothing that a file may hold raises, no page of a site is lost, and nothing breaks out of its angle brackets."""
    made = iri.url_iri(text)
    assert made or not re.match(r"https?://town\.example[/?#]", text)
    assert made is None or not re.search(r"[\x00-\x20<>\"{}|\\^`]", made.value)
