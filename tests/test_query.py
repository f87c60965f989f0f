"""The catalogue: every query is documented, runs as it stands, and answers what the fixture says."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat

from lgq_graph.analyse import Analysis
from lgq_graph.errors import DataError, LgqError, UsageError
from lgq_graph.query import Parameter, catalogue, find_query, run, run_at
from lgq_graph.query.catalogue import read_query
from lgq_graph.query.cells import by_rank, cell, rows_of_tsv
from lgq_graph.resources import resources
from lgq_graph.store import Solutions, Store
from lgq_graph.table import Table
from lgq_graph.vocabulary import BASE, PREFIXES

TINY = Path(__file__).parent / "data" / "tiny.trig"
NAMES = tuple(path.stem for path in resources("queries", "*.rq"))
FI, CA = BASE + "id/fi-exampleton/", BASE + "id/ca-samplewick/"
CITIES = ("fi-exampleton", "ca-samplewick")
REQUIRED = {"entity": FI + "service/water-meter-desk"}

TABLES = {
    "entities": "city entity kind name alternative_names urls questions",
    "links": "city url question entity name",
    "sdg-alignments": "city entity kind name goal target basis modality question quote",
    "legislation": "city entity name type number date level url question",
    "partners": "city partner name country kind geonames question quote",
    "observations": "city subject subject_name indicator value unit currency bound period question quote",
    "answers": "city question status text marks",
}


def _load(store: Store, cities: Iterable[str], quads: list[ox.Quad]) -> None:
    for city in cities:
        store.replace([q for q in quads if f"/graph/{city}/" in q.graph_name.value], city, "2022")


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.load_ontology()
    _load(store, CITIES, list(ox.parse(path=TINY, format=RdfFormat.TRIG)))
    return store


@pytest.fixture(scope="module")
def filled_backwards() -> Store:
    store = Store()
    _load(store, reversed(CITIES), list(ox.parse(path=TINY, format=RdfFormat.TRIG))[::-1])
    store.load_ontology()
    return store


def asked(store: Store, name: str, **arguments: str | int | bool) -> Table:
    needed = {p.name: REQUIRED[p.name] for p in find_query(name).parameters if p.default == "required"}
    return run(store, name, **{**needed, **arguments})


def named(table: Table, *columns: str) -> list[tuple[object, ...]]:
    return list(zip(*(table.column(column) for column in columns), strict=True))


# --- the files ----------------------------------------------------------------------------------------------------


def test_there_are_the_seven_tables_and_more() -> None:
    """The tables and at least 22 questions of researchers are in the catalogue, in order of their names."""
    queries = catalogue()
    assert [query.name for query in queries] == sorted(NAMES)
    assert {query.name for query in queries if "table" in query.tags} == set(TABLES)
    assert len(queries) >= len(TABLES) + 22


@pytest.mark.parametrize("name", NAMES)
def test_a_query_says_what_it_is_for(name: str) -> None:
    """Summary, description, tags, and a word on each parameter."""
    query = find_query(name)
    assert query.summary and query.description and query.tags
    assert all(parameter.help and parameter.accepts for parameter in query.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_sparql_that_runs_as_it_stands(store: Store, name: str) -> None:
    """The text of the file, with no prefixes given and nothing bound, is a query in itself."""
    text = find_query(name).text
    assert len(list(ox.Store().query(text))) == 0
    assert len(store.select(text)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_prefixes_are_those_of_the_vocabulary(name: str) -> None:
    """A query cannot mean another namespace than the graph does."""
    found = re.findall(r"^PREFIX ([a-z-]+): <([^>]+)>$", find_query(name).text, re.MULTILINE)
    assert found
    assert all(PREFIXES[prefix] == iri for prefix, iri in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_graph_pattern_is_in_a_graph(store: Store, name: str) -> None:
    """Over an empty default graph, as most endpoints have it, the answer is the same."""
    query = find_query(name)
    plain = store.query(query.text, default_graph=[], named_graphs=store.graphs())
    assert isinstance(plain, ox.QuerySolutions)
    assert sorted(map(str, plain)) == sorted(map(str, store.query(query.text)))


@pytest.mark.parametrize("name", NAMES)
def test_an_independent_parser_reads_it(name: str) -> None:
    """The queries are SPARQL 1.1 to rdflib as well."""
    from rdflib.plugins.sparql.parser import parseQuery

    assert parseQuery(find_query(name).text)


@pytest.mark.parametrize("name", NAMES)
def test_every_query_finds_something_and_finds_it_again(
    store: Store, filled_backwards: Store, name: str
) -> None:
    """Each gives at least one row on the fixture, the same rows in the same order from a store filled in another order."""
    table = asked(store, name)
    assert len(table) >= 1
    assert table.name == name
    assert asked(filled_backwards, name) == table


def test_the_codes_of_the_fixture_are_in_the_code_lists(store: Store) -> None:
    """What the queries are tried on speaks the language of the code lists."""
    used = store.select(
        f"SELECT DISTINCT ?code {{ ?s ?p ?code FILTER(REGEX(STR(?code), '^{BASE}code/.+/.')) FILTER NOT EXISTS {{ ?code a skos:Concept }} }}"
    )
    assert not [row["code"] for row in used if "/country/" not in str(row["code"])]


# --- the tables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_columns(store: Store, name: str) -> None:
    """What researchers take away has fixed columns."""
    assert run(store, name).columns == tuple(TABLES[name].split())


def test_entities(store: Store) -> None:
    """One row for an entity of a city: its kind, its other names, its pages, its questions in the order of numbers."""
    table = run(store, "entities")
    rows = {(row["city"], row["entity"]): row for row in table.to_records()}
    assert len(rows) == len(table) == 24
    desk = rows["Exampleton", FI + "service/water-meter-desk"]
    assert (desk["kind"], desk["questions"]) == ("service", "4 24")
    assert rows["Exampleton", FI + "portal/exampleton-open-data"]["alternative_names"] == "EOD"
    assert rows["Exampleton", FI + "platform/decide-exampleton"]["kind"] == "platform"
    assert {city for city, entity in rows if entity == BASE + "id/law/wcag-2-1"} == {
        "Exampleton",
        "Samplewick",
    }
    assert named(run(store, "entities", kind="app"), "name") == [("Tram Radar",), ("Bus Buddy",)]


def test_links(store: Store) -> None:
    """Every URL as printed, with its owner or none."""
    rows = named(run(store, "links", city="fi-exampleton"), "url", "question", "entity", "name")
    assert ("https://tenders.exampleton.example/", 7, None, None) in rows
    assert (
        "https://water.exampleton.example/",
        4,
        FI + "service/water-meter-desk",
        "Water Meter Desk",
    ) in rows
    assert len(rows) == 9


def test_sdg_alignments(store: Store) -> None:
    """Stated and inferred, current, planned and past are told apart; a target has its goal; the city is its own subject."""
    rows = named(
        run(store, "sdg-alignments"),
        "name",
        "kind",
        "goal",
        "target",
        "basis",
        "modality",
        "question",
        "quote",
    )
    assert rows == [
        ("Water Meter Desk", "service", 6, "", "stated", "current", 4, "It contributes to SDG 6"),
        ("Tram Radar", "app", 11, "", "inferred", "current", 25, "The Tram Radar app serves SDG 11.2"),
        ("Tram Radar", "app", 11, "11.2", "stated", "current", 25, "The Tram Radar app serves SDG 11.2"),
        (
            "Water Meter Desk",
            "service",
            12,
            "",
            "stated",
            "planned",
            24,
            "The Water Meter Desk is to serve SDG 12",
        ),
        ("Exampleton", "city", 13, "", "stated", "current", 24, "Exampleton works for SDG 13"),
        ("Bus Buddy", "app", 9, "", "stated", "past", 25, "It once served SDG 9"),
        ("Bus Buddy", "app", 11, "", "stated", "current", 25, "Bus Buddy serves SDG 11"),
    ]


def test_legislation(store: Store) -> None:
    """A law has its type, number, date and level; a standard has the type 'standard'; a shared text stands under both cities."""
    rows = named(
        run(store, "legislation"), "city", "name", "type", "number", "date", "level", "url", "question"
    )
    assert ("Exampleton", "Digital Services Act", "act", "306/2019", "2019", "national", None, "18") in rows
    assert (
        "Exampleton",
        "Council Resolution 12",
        "resolution",
        "12",
        "2021-05-03",
        "local",
        "https://law.exampleton.example/12",
        "18 21",
    ) in rows
    assert [row[:2] for row in rows if row[2] == "standard"] == [
        ("Exampleton", "WCAG 2.1"),
        ("Samplewick", "WCAG 2.1"),
    ]


def test_partners(store: Store) -> None:
    """A partner has its country and place when known, and none when the name is ambiguous."""
    rows = named(
        run(store, "partners", city="Exampleton"), "name", "country", "kind", "geonames", "question", "quote"
    )
    assert rows == [
        ("Nordic Digital Cities", "", "network", "", 28, "Nordic Digital Cities"),
        ("Samplewick", "CA", "city", "9000002", 28, "Samplewick, Canada"),
        ("Springfield", "", "city", "", 28, "Springfield"),
    ]


def test_observations(store: Store) -> None:
    """Numbers are plain decimals with unit, bound, period and words."""
    rows = named(
        run(store, "observations"),
        "subject_name",
        "indicator",
        "value",
        "unit",
        "bound",
        "period",
        "question",
        "quote",
    )
    assert (
        "Water Meter Desk",
        "requests",
        Decimal("1500000"),
        "count",
        "more-than",
        "2022",
        4,
        "more than 1.5 million requests",
    ) in rows
    assert ("Exampleton", "satisfaction", Decimal("4.2"), "score", "exact", None, 35, "4.2 points") in rows
    assert ",1500000,count," in run(store, "observations").to_csv()
    assert len(rows) == 6


def test_answers(store: Store) -> None:
    """Every answer has its status; a withheld one no text; marks stand in the order of the form."""
    rows = {row["question"]: row for row in run(store, "answers", city="fi-exampleton").to_records()}
    assert (rows[10]["status"], rows[10]["text"]) == ("withheld", "")
    assert (rows[9]["status"], rows[9]["marks"]) == ("marks-lost", "Yes=unknown | No=unknown")
    assert (rows[17]["status"], rows[17]["marks"]) == ("answered", "Yes=selected | No=not-selected")
    assert (rows[38]["status"], rows[44]["status"]) == ("empty", "not-asked")
    assert list(rows) == sorted(rows)


# --- the questions ------------------------------------------------------------------------------------------------


def test_services_by_sdg_answers_from_what_is_stated(store: Store) -> None:
    """Planned, past and inferred statements and those of the city itself do not make a service of a goal."""
    assert named(run(store, "services-by-sdg", goal=6), "name", "quote") == [
        ("Water Meter Desk", "It contributes to SDG 6")
    ]
    assert named(run(store, "services-by-sdg", goal=11), "name", "target") == [
        ("Bus Buddy", ""),
        ("Tram Radar", "11.2"),
    ]
    assert named(run(store, "services-by-sdg", goal=11, inferred=True), "name", "basis") == [
        ("Tram Radar", "inferred"), ("Bus Buddy", "stated"), ("Tram Radar", "stated"),
    ]  # fmt: skip
    for goal in (9, 12, 13):
        assert len(run(store, "services-by-sdg", goal=goal)) == 0


def test_goals_without_service_are_the_others(store: Store) -> None:
    """Every goal is either served or listed here."""
    assert run(store, "goals-without-service", city="fi-exampleton").column("goal") == tuple(
        g for g in range(1, 18) if g not in (6, 11)
    )
    assert run(store, "goals-without-service", city="ca-samplewick").column("goal") == tuple(
        g for g in range(1, 18) if g != 11
    )


def test_sdg_coverage_counts_things_once(store: Store) -> None:
    """Stated, planned and inferred are counted apart."""
    rows = named(run(store, "sdg-coverage", city="fi-exampleton"), "goal", "stated", "planned", "inferred")
    assert rows == [(6, 1, 0, 0), (11, 1, 0, 1), (12, 0, 1, 0), (13, 1, 0, 0)]


def test_laws_by_level(store: Store) -> None:
    """The level selects, and what a law approved relies on it."""
    assert named(run(store, "laws-by-level", level="local"), "name", "relied_on_by") == [
        ("Council Resolution 12", "Smart Exampleton 2030")
    ]
    assert len(run(store, "laws-by-level", level="supranational")) == 2


def test_portals_by_function(store: Store) -> None:
    """Each of the fixed queries is the general one with its function."""
    for name, function, portal in (
        ("open-data-portals", "open-data", "Exampleton Open Data"),
        ("procurement-portals", "procurement", "Tenders"),
        ("transport-portals", "transport", "Exampleton Journeys"),
        ("crisis-portals", "crisis", "Exampleton Alert"),
    ):
        assert portal in run(store, name).column("name")
        assert run(store, "portals", function=function).column("entity") == run(store, name).column("entity")
    assert set(run(store, "participation-platforms").column("name")) == {"Decide Exampleton"}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("persons-with-disabilities", "Tram Radar"),
        ("older-persons", "Home Repair Help"),
        ("women", "Home Repair Help"),
        ("children", "Bus Buddy"),
    ],
)
def test_services_for_audience(store: Store, audience: str, expected: str) -> None:
    """Whom a thing is for is found by its code, in the words of the response."""
    table = run(store, "services-for-audience", audience=audience)
    assert table.column("name") == (expected,)
    assert table.column("quote") != ("",)


def test_most_used_services_come_first(store: Store) -> None:
    """The largest count is on top, and shares and scores are not among them."""
    assert run(store, "most-used-services").column("name") == ("Water Meter Desk", "Library Loans")


def test_strategy_has_its_decree_and_its_share(store: Store) -> None:
    """A strategy, the resolution that approved it, and its percentage of the budget."""
    assert named(run(store, "strategy"), "name", "approved_by", "budget_share") == [
        ("Smart Exampleton 2030", "Council Resolution 12", Decimal("2.5"))
    ]


def test_shares_are_told_by_their_question(store: Store) -> None:
    """The mobile share and the online share are not mixed up."""
    assert named(run(store, "share-online-and-mobile"), "measure", "value", "bound") == [
        ("mobile", Decimal(60), "about"),
        ("online", Decimal(85), "exact"),
    ]
    assert run(store, "satisfaction").column("value") == (Decimal("4.2"),)


@pytest.mark.parametrize("country", ["FI", "fin", "FIN"])
def test_partners_by_country(store: Store, country: str) -> None:
    """Two or three letters, large or small, name the country."""
    assert named(run(store, "partners-by-country", country=country), "city", "name") == [
        ("Samplewick", "Exampleton")
    ]


def test_partnership_is_reciprocal_only_when_both_say_so(store: Store) -> None:
    """One pair, once; ambiguous partners are listed with what they could be."""
    assert run(store, "reciprocal-partners").rows == (("Samplewick", "Exampleton"),)
    assert run(store, "ambiguous-partners").column("candidates") == (
        "https://sws.geonames.org/9000011/ https://sws.geonames.org/9000012/",
    )


def test_what_two_cities_have_in_common(store: Store) -> None:
    """The goal both state (one by a target), the standard both cite, the network both belong to, in either order of asking."""
    expected = [("goal", "SDG 11"), ("law", "WCAG 2.1"), ("partner", "Nordic Digital Cities")]
    assert named(run(store, "common-to-cities"), "what", "name") == expected
    assert run(store, "common-to-cities", first="Exampleton", second="ca-samplewick") == run(
        store, "common-to-cities"
    )
    assert len(run(store, "common-to-cities", first="Exampleton", second="Exampleton")) == 0


def test_evidence_of_an_entity(store: Store) -> None:
    """Each statement of a thing with where its words stand, those that are planned included."""
    rows = named(
        run(store, "evidence-of-entity", entity=FI + "service/water-meter-desk"),
        "object",
        "modality",
        "question",
        "start",
        "end",
    )
    assert ("http://metadata.un.org/sdg/12", "planned", 24, 29, 68) in rows
    assert len(rows) == 7


def test_what_is_not_known_is_listed(store: Store) -> None:
    """Lost marks, withheld, empty and unasked answers, and nothing that was answered."""
    rows = named(
        run(store, "unknown-and-withheld-answers", city="fi-exampleton"),
        "question",
        "status",
        "unknown_options",
    )
    assert rows == [
        (9, "marks-lost", 2),
        (10, "withheld", 0),
        (13, "withheld", 0),
        (19, "marks-lost", 2),
        (38, "empty", 0),
        (44, "not-asked", 0),
    ]


def test_questions_that_the_form_does_not_have(store: Store) -> None:
    """Those of the print alone, with their words; the questions of the form are none."""
    table = run(store, "questions-not-in-form")
    assert named(table, "question", "wording", "text") == [
        (45, "Are there robots in the streets?", "One, for parking.")
    ]


def test_how_the_graph_was_made_can_be_asked(store: Store) -> None:
    """Merges give both pieces of text; inferred statements can be asked by rule."""
    assert ("Water Meter Desk", "same-name", 24, 4) in named(
        run(store, "merges"), "name", "reason", "question", "joined_question"
    )
    table = run(store, "inferred-statements", rule="goal-of-target")
    assert named(table, "subject", "object", "confidence") == [
        (FI + "app/tram-radar", "http://metadata.un.org/sdg/11", Decimal(1))
    ]


def test_sdg11_questions_list_what_is_named_there(store: Store) -> None:
    """Entities under questions of SDG 11 targets, whatever the entities say themselves."""
    assert (26, "11.1", "Home Repair Help") in named(
        run(store, "sdg11-questions"), "question", "target", "name"
    )


def test_posts_and_accounts_have_bodies_and_no_people(store: Store) -> None:
    """Who is responsible is a post; an account has its network."""
    assert ("Chief Digital Officer", "linked to", "National Digital Agency") in named(
        run(store, "responsible-and-national-link"), "subject_name", "relation", "object_name"
    )
    assert named(run(store, "social-accounts"), "account_name", "network") == [
        ("exampleton", "https://social.example/")
    ]


# --- parameters ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "city", ["Exampleton", "exampleton", " Exampleton ", "fi-exampleton", BASE + "id/city/fi-exampleton"]
)
def test_a_city_goes_by_name_slug_or_iri(store: Store, city: str) -> None:
    """Each way to name a city selects it, and it alone."""
    table = run(store, "answers", city=city)
    assert set(table.column("city")) == {"Exampleton"}
    assert len(table) == 29


def test_none_is_not_given(store: Store) -> None:
    """A parameter that is None keeps its default."""
    assert run(store, "services-by-sdg", goal=None) == run(store, "services-by-sdg")


@pytest.mark.parametrize(
    ("name", "arguments", "word"),
    [
        ("services-by-sdg", {"goal": 18}, "1 to 17"),
        ("services-by-sdg", {"goal": 0}, "1 to 17"),
        ("services-by-sdg", {"goal": "00099"}, "1 to 17"),
        ("services-by-sdg", {"goal": "six"}, "1 to 17"),
        ("services-by-sdg", {"goal": True}, "1 to 17"),
        ("services-by-sdg", {"goals": 6}, "goal"),
        ("services-by-sdg", {"inferred": "maybe"}, "true or false"),
        ("services-by-sdg", {"city": "a\\u0022"}, "backslash"),
        ("services-by-sdg", {"city": "a\nb"}, "control"),
        ("services-by-sdg", {"city": ""}, "characters"),
        ("entities", {"kind": "shop"}, "portal, service"),
        ("laws-by-level", {"level": "regional"}, "local, national, supranational"),
        ("services-for-audience", {"audience": "kids"}, "children"),
        ("portals", {"function": "open data"}, "open-data"),
        ("partners-by-country", {"country": "Finland"}, "ISO 3166-1"),
        ("evidence-of-entity", {}, "entity"),
        ("evidence-of-entity", {"entity": "water-meter-desk"}, "IRI"),
        ("evidence-of-entity", {"entity": "http://x> } # "}, "IRI"),
        ("apps", {"city": "Tam\udcffpere"}, "city"),
    ],
)
def test_a_wrong_parameter_is_refused_with_what_is_accepted(
    name: str, arguments: dict[str, str | int | bool], word: str
) -> None:
    """Unknown, missing and ill-typed parameters are the caller's error, and the hint mends them."""
    with pytest.raises(UsageError) as refusal:
        find_query(name).bind(**arguments)
    assert word in refusal.value.hint


def test_an_unknown_query_is_refused_with_the_nearest() -> None:
    """A slip of the pen finds its query."""
    with pytest.raises(UsageError) as refusal:
        find_query("services-by-sgd")
    assert "services-by-sdg" in refusal.value.hint
    with pytest.raises(UsageError):
        find_query("../store")


@settings(max_examples=60)
@given(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ['" } DROP ALL #', "} UNION { ?s ?p ?o", "VALUES ?_goal { 6 }", "'''", "x> <y", '"@en', "?_city"]
        ),
    )
)
def test_a_parameter_is_one_term_and_never_text(words: str) -> None:
    """Whatever is given for a city, the query is the same but for one literal."""
    query = find_query("services-by-sdg")
    try:
        bound = query.bind(city=words, goal=6)
    except UsageError:
        return
    before, after = query.text.split("VALUES ?_city { UNDEF }")
    head, tail = before.replace("VALUES ?_goal { UNDEF }", f"VALUES ?_goal {{ {ox.Literal(6)} }}"), after
    assert bound == f"{head}VALUES ?_city {{ {ox.Literal(words.strip())} }}{tail}"
    assert len(list(ox.Store().query(bound))) == 0


def test_multi_valued_cells_are_sorted_and_single() -> None:
    """Numbers by size, words without regard to case, each value once; ranks sort and go."""
    query = find_query("entities")
    solutions = ox.parse_query_results(
        json.dumps({"head": {"vars": ["questions", "alternative_names"]}, "results": {"bindings": [
            {"questions": {"type": "literal", "value": "24 4 4 100"}, "alternative_names": {"type": "literal", "value": "b | A | b | C"}},
        ]}}),
        ox.QueryResultsFormat.JSON,
    )  # fmt: skip
    assert isinstance(solutions, ox.QuerySolutions)
    assert query.table(Solutions.of(solutions)).rows == (("4 24 100", "A | b | C"),)
    assert by_rank("10:z=unknown | 9:a:b=selected", " | ") == "a:b=selected | z=unknown"


_TYPES = [
    PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "boolean", "date", "string")
]
_TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["", '"', "\\", "\\n", "\t\r\n", "1", "-07", "+1.50", "1.", "73900000.0", "1e3", "INF", "NaN", "true", "0", "_:a", "<<", "a\u2028b", '"@en', '"^^<x>']
)  # fmt: skip
_TERMS = st.one_of(
    st.none(),
    st.just(ox.NamedNode(f"{BASE}id/x-\u00e4?a=%22#b")),
    st.just(ox.BlankNode("b0")),
    st.builds(ox.Literal, _TEXTS),
    st.builds(lambda text: ox.Literal(text, language="en-gb"), _TEXTS),
    st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(kind)), _TEXTS, st.sampled_from(_TYPES)
    ),
)


@given(st.lists(st.lists(_TERMS, min_size=2, max_size=2), max_size=3))
def test_a_cell_is_the_same_by_way_of_tsv(rows: list[list[ox.Literal | None]]) -> None:
    """Type, text and what is unbound come out as they do term by term, whatever stands in a literal."""
    lines = [{n: _json(term) for n, term in zip("ab", row, strict=True) if term is not None} for row in rows]
    text = json.dumps({"head": {"vars": ["a", "b"]}, "results": {"bindings": lines}})
    found = ox.parse_query_results(text, ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    columns, cells = rows_of_tsv(found.serialize(format=ox.QueryResultsFormat.TSV) or b"")
    wanted = [tuple(map(cell, row)) for row in rows]
    assert columns == ("a", "b")
    assert list(map(repr, cells)) == list(map(repr, wanted))


def _json(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> dict[str, str]:
    """A term as SPARQL's JSON writes it."""
    if not isinstance(term, ox.Literal):
        return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}
    more = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value, **more}


@pytest.mark.parametrize(
    "text",
    [
        "#+ tags: x\nSELECT * { }",
        "#+ summary: x\n#+ tags: x\n#+ parameters:\n#+   goal\nSELECT * { }",
        "#+ summary: x\n#+ tags: x\n#+ parameters:\n#+   goal: goal = 6 — g\nSELECT * { VALUES ?_goal { 7 } }",
        "#+ summary: x\n#+ tags: x\n#+ parameters:\n#+   goal: goal = any — g\nSELECT * { }",
        "#+ summary: x\n#+ tags: x\nSELECT * { VALUES ?_goal { UNDEF } }",
    ],
)
def test_a_wrong_header_is_loud(tmp_path: Path, text: str) -> None:
    """A header that says other than the query is refused, with the file."""
    path = tmp_path / "bad.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as refusal:
        read_query(path)
    assert refusal.value.file == str(path)


def test_a_parameter_accepts_its_own_default() -> None:
    """Defaults are values of their type."""
    assert Parameter("inferred", "boolean", "false", "x").text == str(ox.Literal(False))
    assert Parameter("goal", "goal", "any", "x").text == "UNDEF"


# --- another endpoint ---------------------------------------------------------------------------------------------


class _Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint of the smallest kind: the default graph of its store is empty, the named graphs are full."""

    answer: Callable[[str], tuple[int, str, bytes]]

    def do_GET(self) -> None:
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, given: str) -> None:
        status, kind, answer = type(self).answer(parse_qs(given)["query"][0])
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Quietly."""


@pytest.fixture
def endpoint() -> Iterator[tuple[str, type[_Endpoint]]]:
    class Handler(_Endpoint):
        pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql", Handler
    server.shutdown()
    thread.join()
    server.server_close()


def _from(store: Store) -> Callable[[str], tuple[int, str, bytes]]:
    def answer(query: str) -> tuple[int, str, bytes]:
        found = store.query(query, default_graph=[], named_graphs=store.graphs())
        data = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return 200, "application/sparql-results+json", data

    return answer


@pytest.mark.parametrize("name", ["services-by-sdg", "entities", "observations"])
def test_an_endpoint_gives_the_same_table(
    store: Store, endpoint: tuple[str, type[_Endpoint]], name: str
) -> None:
    """The same query, sent over HTTP and read back, is the same table, its types included."""
    url, handler = endpoint
    handler.answer = staticmethod(_from(store))
    assert run_at(url, name, city="fi-exampleton") == run(store, name, city="fi-exampleton")


@pytest.mark.parametrize("name", ["city-goals", "everything"])
def test_an_endpoint_gives_the_same_networks(
    store: Store, endpoint: tuple[str, type[_Endpoint]], name: str
) -> None:
    """Nodes, edges and all that they carry; and a measure beside them."""
    url, handler = endpoint
    handler.answer = staticmethod(_from(store))
    there, here = Analysis(partial(run_at, url)), Analysis(partial(run, store))
    assert nx.utils.graphs_equal(there.network(name), here.network(name))
    assert there.measure("sdg-gaps") == here.measure("sdg-gaps")


@pytest.mark.parametrize("status", [400, 404, 500, 200])
def test_an_endpoint_that_fails_is_a_data_error(endpoint: tuple[str, type[_Endpoint]], status: int) -> None:
    """Whatever an endpoint sends that is no result, the error is ours and names it."""
    url, handler = endpoint
    handler.answer = staticmethod(lambda query: (status, "text/html", b"<h1>no</h1>"))
    with pytest.raises(DataError) as refusal:
        run_at(url, "apps")
    assert refusal.value.file == url


def test_an_endpoint_that_answers_yes_is_a_data_error(endpoint: tuple[str, type[_Endpoint]]) -> None:
    """A boolean is no table."""
    url, handler = endpoint
    handler.answer = staticmethod(
        lambda query: (200, "application/sparql-results+json", b'{"head": {}, "boolean": true}')
    )
    with pytest.raises(DataError, match="no rows"):
        run_at(url, "apps")


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("file:///etc/passwd", UsageError),
        ("ftp://x.example/", UsageError),
        ("http://127.0.0.1:1/", DataError),
    ],
)
def test_only_the_web_is_asked(url: str, error: type[LgqError]) -> None:
    """A file is no endpoint, and one that is down is said to be."""
    with pytest.raises(error):
        run_at(url, "apps", timeout=2)
