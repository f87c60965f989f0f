"""The store: its graphs, its replacing, its refusals, and the bridge to rdflib."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple

from lgq_graph.errors import DataError, OutputError, UsageError
from lgq_graph.store import (
    PARTS,
    Store,
    Stored,
    fits_in_memory,
    rdflib_term,
    response_graphs,
)
from lgq_graph.store.memory import free_memory
from lgq_graph.vocabulary import BASE, rdfs, xsd

TINY = Path(__file__).parent / "data" / "tiny.trig"
FINLAND, CANADA = Stored("fi-exampleton", "2022"), Stored("ca-samplewick", "2022")
ALL = tuple(ox.parse(path=TINY, format=RdfFormat.TRIG))
SERVICE = "<http://localhost:9/>"


def quads_of(response: Stored) -> list[Quad]:
    graphs = set(response_graphs(response.city, response.edition))
    return [quad for quad in ALL if quad.graph_name in graphs]


def filled(store: Store, responses: Iterable[Stored] = (FINLAND, CANADA)) -> Store:
    for response in responses:
        store.replace(quads_of(response), response.city, response.edition)
    return store


def content(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


# --- graphs -------------------------------------------------------------------------------------------------------


def test_responses_are_listed_by_their_graphs() -> None:
    """What is loaded is listed, sorted, and in four graphs each."""
    store = filled(Store())
    assert store.responses() == (CANADA, FINLAND)
    assert len(store.graphs()) == 8
    assert len(store) == len(ALL)


def test_the_ontology_stands_in_its_graphs() -> None:
    """Terms, code lists, goals and form each have their own graph, and loading twice adds nothing."""
    store = Store()
    store.load_ontology()
    once = content(store)
    names = {graph.value for graph in store.graphs()}
    assert {f"{BASE}ontology", f"{BASE}code", f"{BASE}questionnaire/2022"} <= names
    assert names <= {
        f"{BASE}ontology",
        f"{BASE}code",
        f"{BASE}questionnaire/2022",
        "http://metadata.un.org/sdg",
    }
    store.load_ontology()
    assert content(store) == once


def test_replacing_twice_changes_nothing() -> None:
    """Loading a response is idempotent."""
    store = filled(Store())
    before = content(store)
    assert content(filled(store)) == before


def test_replacing_drops_what_the_response_said_before() -> None:
    """A new reading of a response leaves nothing of the old one, and other responses alone."""
    store = filled(Store())
    store.load_ontology()
    graph = response_graphs("fi-exampleton", "2022")[0]
    kept = {str(quad) for quad in store.quads() if "/fi-exampleton/2022/" not in quad.graph_name.value}
    new = Quad(NamedNode("https://city.example/a"), rdfs.label, Literal("a"), graph)
    store.replace([new], "fi-exampleton", "2022")
    assert content(store) == kept | {str(new)}


def test_a_stray_quad_changes_nothing() -> None:
    """A quad of another graph is refused, and the response that was there stays."""
    store = filled(Store(), [FINLAND])
    before = content(store)
    with pytest.raises(DataError):
        store.replace(quads_of(CANADA), "fi-exampleton", "2022")
    assert content(store) == before


def test_a_blank_node_is_refused() -> None:
    """A blank node would be another thing at each loading."""
    quad = Quad(BlankNode("b"), rdfs.label, Literal("x"), response_graphs("fi-exampleton", "2022")[0])
    with pytest.raises(DataError, match="blank node"):
        Store().replace([quad], "fi-exampleton", "2022")


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_any_text_is_stored_as_it_is(words: list[str]) -> None:
    """Quotes, control characters and braces in a literal come back unchanged."""
    graph = response_graphs("fi-exampleton", "2022")[2]
    quads = [Quad(NamedNode("https://city.example/a"), rdfs.label, Literal(word), graph) for word in words]
    store = Store()
    store.replace(quads, "fi-exampleton", "2022")
    assert {quad.object.value for quad in store.quads(graph)} == set(words)


def test_dropping_takes_one_response_away() -> None:
    """A dropped response leaves no graph; one that is not there is refused with those that are."""
    store = filled(Store())
    store.drop("fi-exampleton", "2022")
    assert store.responses() == (CANADA,)
    assert len(store) == len(quads_of(CANADA))
    with pytest.raises(UsageError) as refusal:
        store.drop("fi-exampleton", "2022")
    assert "ca-samplewick" in refusal.value.hint


@pytest.mark.parametrize("city", ["", "../x", "fi exampleton", "a/b", "x>", "-x"])
def test_a_city_that_cannot_stand_in_an_iri_is_refused(city: str) -> None:
    """Graph names are never made of what would break them."""
    with pytest.raises(UsageError):
        response_graphs(city, "2022")


# --- queries ------------------------------------------------------------------------------------------------------


def test_select_gives_rows_and_dictionaries() -> None:
    """Rows have a place for every variable; dictionaries leave out what is unbound."""
    found = filled(Store()).select("SELECT ?city ?none { ?response lgq:city ?city } ORDER BY ?city")
    assert found.variables == ("city", "none")
    assert found.rows[0] == (NamedNode(BASE + "id/city/ca-samplewick"), None)
    assert list(found)[1] == {"city": NamedNode(BASE + "id/city/fi-exampleton")}
    assert len(found) == 2


def test_a_variable_can_be_substituted() -> None:
    """A value given beside the query is a term, never text."""
    store = filled(Store())
    city = NamedNode(BASE + "id/city/fi-exampleton")
    assert len(store.select("SELECT ?response ?city { ?response lgq:city ?city }", {"city": city})) == 1
    assert (
        len(store.select("SELECT ?s ?label { ?s rdfs:label ?label }", {"label": Literal('" } DROP ALL #')}))
        == 0
    )


def test_the_default_graph_is_everything_unless_named() -> None:
    """Without FROM a pattern sees all graphs; FROM and a given dataset limit it."""
    store = filled(Store())
    stated, _, corpus, _ = response_graphs("fi-exampleton", "2022")
    count = "SELECT (COUNT(*) AS ?n) %s { ?s ?p ?o }"

    def number(found: object) -> int:
        assert isinstance(found, ox.QuerySolutions)
        return int(next(iter(found))["n"].value)

    total = number(store.query(count % ""))
    assert number(store.query(count % f"FROM {stated}")) == len(list(store.quads(stated))) < total
    assert number(store.query(count % "", default_graph=[corpus])) == len(list(store.quads(corpus)))
    assert number(
        store.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", named_graphs=[corpus])
    ) == len(list(store.quads(corpus)))


def test_from_a_file_reads_no_file() -> None:
    """FROM names a graph of the store, and is no way to the disk."""
    assert len(Store().select(f"SELECT * FROM <{TINY.as_uri()}> {{ ?s ?p ?o }}")) == 0


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {SERVICE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {SERVICE} {{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICE#c\n{SERVICE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 1SERVICE {SERVICE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?o.SERVICE {SERVICE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<?o)#>'''\nSERVICE {SERVICE} {{ ?s ?p ?o }}#'''\n }}",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<?o)SERVICE#>\n{SERVICE} {{ ?s ?p ?o }} }}",
        f"PREFIX x: {SERVICE} SELECT * {{ SERVICEx:y {{ ?s ?p ?o }} }}",
        f"PREFIX x: {SERVICE} PREFIX bERVICEx: {SERVICE} SELECT * {{ ?s ?p 1; SERVICEx:y {{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?at {{ {SERVICE} }} SERVICE ?at {{ ?s ?p ?o }} }}",
    ],
)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    """No spelling that Oxigraph would follow gets past, least of all between what looks like a string or an IRI."""
    with pytest.raises(UsageError, match="SERVICE"):
        Store().query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?Service { ?service a lgq:OnlineService ; rdfs:label ?Service }",
        "SELECT * { ?s ?p 'SERVICE <http://x> { }' } # SERVICE <http://x> {",
        'SELECT * { ?s foaf:page <https://city.example/service?id=1> ; ?p "tab\\tservice" }',
        "PREFIX service: <https://city.example/service/> SELECT * { ?s service:x ?o GRAPH service:y { ?s ?p ?o } }",
    ],
)
def test_the_word_service_is_no_crime(query: str) -> None:
    """Names, IRIs, strings and comments may speak of services."""
    assert len(Store().select(query)) == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT",
        "",
        "DROP ALL",
        "SELECT * { ?s ?p ?o } LIMIT x",
        "INSERT DATA { <a:b> <a:c> 1 }",
        "ASK { <service> ?p <from> }",
    ],
)
def test_what_is_no_query_is_refused(query: str) -> None:
    """A wrong query is the caller's error, and an update is no query."""
    with pytest.raises(UsageError, match="not valid SPARQL"):
        Store().query(query)


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_select_is_for_rows(query: str) -> None:
    """Other forms are asked by `query`."""
    with pytest.raises(UsageError, match="rows"):
        Store().select(query)


# --- on disk ------------------------------------------------------------------------------------------------------


def test_a_store_on_disk_outlives_its_closing(tmp_path: Path) -> None:
    """What was loaded is there when the folder is opened again, also to read only."""
    with filled(Store(tmp_path / "graph")) as store:
        before = content(store)
    with Store(tmp_path / "graph") as again:
        assert content(again) == before
    with Store.read_only(tmp_path / "graph") as reader:
        assert content(reader) == before
        assert reader.responses() == (CANADA, FINLAND)


def test_a_copy_in_memory_holds_the_same(tmp_path: Path) -> None:
    """It has no folder, and what is done to it leaves the other as it was."""
    with filled(Store(tmp_path / "store")) as store:
        copy, before = store.in_memory(), content(store)
        assert copy.path is None and content(copy) == before
        copy.drop(FINLAND.city, FINLAND.edition)
        assert content(store) == before


@pytest.mark.parametrize(("meminfo", "limit", "used", "free"), [
    ("MemTotal: 9 kB\nMemAvailable:  3000 kB\n", "max", "5", 3_072_000), ("MemAvailable: 3000 kB\n", "1000000", "400000", 600_000),
    ("MemAvailable: 3000 kB\n", "1000", "4000", 0), ("", "", "", 1_200_000_000), ("MemAvailable: ? kB\n", "?", "1", 1_200_000_000),
])  # fmt: skip
def test_what_is_free_is_told_by_machine_and_container(
    tmp_path: Path, meminfo: str, limit: str, used: str, free: int
) -> None:
    """The smaller of the two, and a sure figure where neither tells."""
    for name, text in (("meminfo", meminfo), ("memory.max", limit), ("memory.current", used)):
        (tmp_path / name).write_text(text)
    assert free_memory(tmp_path / "meminfo", tmp_path) == free


def test_a_store_fits_into_a_third_of_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not into a byte less."""
    store = filled(Store())
    for free, fits in ((3 * 400 * len(store), True), (3 * 400 * len(store) - 1, False)):
        monkeypatch.setattr("lgq_graph.store.memory.free_memory", lambda free=free: free)
        assert fits_in_memory(store) is fits


def test_a_store_read_only_is_not_written(tmp_path: Path) -> None:
    """Writing to a store opened for reading is refused."""
    filled(Store(tmp_path / "graph")).close()
    with Store.read_only(tmp_path / "graph") as reader, pytest.raises(UsageError, match="read only"):
        reader.drop("fi-exampleton", "2022")


def test_a_closed_store_refuses(tmp_path: Path) -> None:
    """After closing, which may happen twice, nothing is answered."""
    store = Store(tmp_path / "graph")
    store.close()
    store.close()
    with pytest.raises(UsageError, match="closed"):
        len(store)


def test_a_store_that_is_open_elsewhere_is_named(tmp_path: Path) -> None:
    """A second writer, here in another process, learns that somebody else has the store."""
    code = f"from lgq_graph.store import Store\ntry:\n    Store({str(tmp_path / 'graph')!r})\nexcept Exception as e:\n    print(type(e).__name__, e.message)"
    with Store(tmp_path / "graph"):
        other = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
        )
    assert other.stdout.strip() == "DataError another process has the store open"


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds other files is refused and not littered."""
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="no store"):
        Store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_reading_nothing_makes_nothing(tmp_path: Path) -> None:
    """Opening a store that is not there to read it is refused, without making it."""
    with pytest.raises(DataError, match="no store here"):
        Store.read_only(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("what", ["CURRENT", "MANIFEST", "tables"])
def test_a_damaged_store_is_told_so(tmp_path: Path, what: str) -> None:
    """Whatever of it is damaged, to read it and to write to it: the store is at fault, not the query."""
    with filled(Store(tmp_path / "graph")) as store:
        assert len(store)
    del store
    gc.collect()
    pattern = {"CURRENT": "CURRENT", "MANIFEST": "MANIFEST-*", "tables": "*.sst"}[what]
    for file in (tmp_path / "graph").glob(pattern):
        file.write_text("garbage", encoding="utf-8")
    for opened in (Store.read_only, Store):
        with pytest.raises(DataError, match="damaged") as caught:
            opened(tmp_path / "graph")
        assert caught.value.file == str(tmp_path / "graph")


@pytest.mark.parametrize("name", ["file", "empty", "none", "file/x"])
def test_a_place_without_a_store_is_told_so(tmp_path: Path, name: str) -> None:
    """A file, an empty folder and nothing at all are no store to read."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="no store here"):
        Store.read_only(tmp_path / name)


# --- rdflib -------------------------------------------------------------------------------------------------------


def test_rdflib_gets_the_same_quads() -> None:
    """Every quad crosses the bridge, to the graph of its name, its lexical form untouched."""
    store = filled(Store())
    dataset = store.to_rdflib()
    stated = response_graphs("fi-exampleton", "2022")[0]
    crossed = {(s.n3(), p.n3(), o.n3()) for s, p, o in dataset.graph(rdflib_term(stated))}
    assert len(crossed) == len(list(store.quads(stated)))
    assert sum(1 for _ in dataset.quads()) == len(store)
    assert sum(1 for _ in store.to_rdflib([stated]).quads()) == len(crossed)
    assert {(s.n3(), p.n3(), o.n3()) for s, p, o in store.to_rdflib_graph([stated])} == crossed


def test_a_number_crosses_as_written() -> None:
    """rdflib does not get to tidy a lexical form."""
    assert str(rdflib_term(Literal("073.90", datatype=xsd.decimal))) == "073.90"
    assert rdflib_term(Literal("chat", language="fr")).language == "fr"
    assert rdflib_term(Literal("plain")).datatype is None


def test_what_rdflib_has_no_term_for_is_loud() -> None:
    """A triple term is refused rather than dropped."""
    with pytest.raises(DataError, match="no term"):
        rdflib_term(Triple(NamedNode("a:b"), NamedNode("a:c"), NamedNode("a:d")))


# --- the fixture --------------------------------------------------------------------------------------------------


def test_the_fixture_keeps_the_contract() -> None:
    """Each stated and inferred statement has its claim, and each quote stands where its span says."""
    store = filled(Store())
    claims = store.select(
        "SELECT ?s ?p ?o ?class { ?x a ?class ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; lgq:modality ?m }"
    ).rows
    for response in (FINLAND, CANADA):
        for graph, part in zip(response_graphs(response.city, response.edition), PARTS, strict=True):
            kind = {"stated": "StatedClaim", "inferred": "InferredClaim"}.get(part)
            if kind is not None:
                missing = {
                    (q.subject, q.predicate, q.object, NamedNode(f"{BASE}ontology#{kind}"))
                    for q in store.quads(graph)
                } - set(claims)
                assert not missing
    spans = store.select(
        "SELECT ?text ?start ?end ?quote { ?s oa:hasSource/schema:text ?text ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?quote ] }"
    )
    assert len(spans) > 50
    for row in spans:
        assert row["text"].value[int(row["start"].value) : int(row["end"].value)] == row["quote"].value
