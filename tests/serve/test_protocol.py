"""SPARQL 1.1 Protocol: the W3C's own cases, and what they do not look at."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, Graph, URIRef
from rdflib.collection import Collection

from ..conftest import SHARED
from .conftest import LITTLE_TIME, on_disk
from .serving import Answer, Running, running

SUITE = SHARED / "suites" / "sparql11-protocol"
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
ROWS = ox.QueryResultsFormat
FORMATS = {
    "application/sparql-results+json": ROWS.JSON, "application/sparql-results+xml": ROWS.XML, "text/csv": ROWS.CSV, "text/tab-separated-values": ROWS.TSV,
}  # fmt: skip
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES, "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML, "application/trig": ox.RdfFormat.TRIG,
}  # fmt: skip


def _manifest() -> Graph:
    return Graph().parse(SUITE / "manifest.ttl") if SUITE.is_dir() else Graph()


MANIFEST = _manifest()
CASES = sorted(case for case in MANIFEST.subjects(RDF.type, MF.ProtocolTest) if not case.rpartition("#")[2].startswith("update_"))  # fmt: skip


@pytest.fixture(scope="module")
def suite_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server of the three graphs of the suite."""
    folder = tmp_path_factory.mktemp("suite")
    quads = (
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"http://kasei.us/2009/09/sparql/data/{path.stem}.rdf"))
        for path in sorted(SUITE.glob("*.nt"))
        for quad in ox.parse(path=path)
    )  # fmt: skip
    with running(on_disk(quads, folder / "store"), folder) as one:
        yield one


@pytest.mark.skipif(not CASES, reason="NO SUITE: ../shared/suites/sparql11-protocol is not here")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rpartition("#")[2])
def test_the_cases_of_the_w3c(case: URIRef, suite_server: Running) -> None:
    """Each request of a case is answered with one of the statuses, and in the format, that it expects."""
    requests = MANIFEST.value(MANIFEST.value(case, MF.action), HT.requests)
    for request in Collection(MANIFEST, requests):
        expected = MANIFEST.value(request, HT.resp)
        answer = _sent(suite_server, request)
        allowed = {str(status)[-3] for status in MANIFEST.objects(expected, MF.expectedStatus)}
        assert str(answer.status)[0] in allowed, answer
        _check_content(answer, expected)


def _sent(server: Running, request: rdflib.term.Node) -> Answer:
    value = MANIFEST.value
    fields = value(request, HT.headers)
    headers = {str(value(field, HT.fieldName)).replace("-", "_"): str(value(field, HT.fieldValue)) for field in (Collection(MANIFEST, fields) if fields else ())}  # fmt: skip
    body = value(request, HT.body)
    data = str(value(body, CNT.chars)).encode(str(value(body, CNT.characterEncoding))) if body else None
    return server.send(
        str(value(request, HT.methodName)), str(value(request, HT.absolutePath)), data, **headers
    )


def _check_content(answer: Answer, expected: rdflib.term.Node) -> None:
    kinds = {"boolean": FORMATS, "tabular": FORMATS, "RDF": GRAPHS}
    format_ = MANIFEST.value(expected, MF.expectedFormat)
    if format_ is None:
        return
    assert answer.media in kinds[str(format_)]
    truth = MANIFEST.value(expected, MF.expectedBoolean)
    if truth is not None:
        found = ox.parse_query_results(answer.body, FORMATS[answer.media])
        assert bool(found) == truth.toPython()


def test_all_cases_of_the_query_side_are_tried() -> None:
    """27, when the suite is there."""
    assert len(CASES) in (0, 27)


@pytest.mark.parametrize("media", FORMATS)
def test_rows_in_every_format(server: Running, media: str) -> None:
    """Each is well-formed, and says the same."""
    answer = server.ask("SELECT ?x ?y { VALUES (?x ?y) { (1 'a,\"\\n') (UNDEF <x:y>) } }", media)
    assert (answer.status, answer.media, answer.headers["Vary"]) == (200, media, "Accept, Accept-Encoding")
    if media == "text/csv":
        assert list(csv.reader(io.StringIO(answer.body.decode(), newline=""))) == [
            ["x", "y"],
            ["1", 'a,"\n'],
            ["", "x:y"],
        ]
    else:
        found = ox.parse_query_results(answer.body, FORMATS[media])
        assert [[term and term.value for term in row] for row in found] == [["1", 'a,"\n'], [None, "x:y"]]


@pytest.mark.parametrize("media", GRAPHS)
def test_graphs_in_every_format(server: Running, media: str) -> None:
    """Each is well-formed, and says the same."""
    answer = server.ask("CONSTRUCT { <x:a> <x:b> 'c', 1 } {}", media)
    assert (answer.status, answer.media) == (200, media)
    assert {quad.object.value for quad in ox.parse(answer.body, GRAPHS[media])} == {"c", "1"}


def test_the_three_ways_to_ask_are_one(server: Running) -> None:
    """GET, a form, and a query as the body."""
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    form = server.send(
        "POST",
        "/sparql",
        f"query={query}".replace(" ", "+").encode(),
        Content_Type="application/x-www-form-urlencoded",
    )
    assert server.ask_by_get(query).body == server.ask(query).body == form.body
    assert form.status == 200


def test_the_default_graph_is_all_graphs_unless_a_dataset_is_given(server: Running) -> None:
    """In the request, or in the query; the request stands first; with a default graph alone no graph has a name."""
    graph = "https%3A%2F%2Fw3id.org%2Flgq%2Fontology"
    assert b"true" in server.ask_by_get("ASK { ?s a lgq:Response }").body
    assert b"false" in server.ask_by_get("ASK { ?s a lgq:Response }", more=f"&default-graph-uri={graph}").body
    assert b"false" in server.ask("ASK FROM <https://w3id.org/lgq/ontology> { ?s a lgq:Response }").body
    assert b"true" in server.ask("ASK FROM <https://w3id.org/lgq/ontology> { ?s a owl:Class }").body
    assert b"false" in server.ask_by_get("ASK { ?s a owl:Class }", more=f"&named-graph-uri={graph}").body
    assert (
        b"true"
        in server.ask_by_get("ASK { GRAPH ?g { ?s a owl:Class } }", more=f"&named-graph-uri={graph}").body
    )
    assert (
        b"false"
        in server.ask_by_get("ASK { GRAPH ?g { ?s a owl:Class } }", more=f"&default-graph-uri={graph}").body
    )
    assert b"false" in server.ask_by_get("ASK FROM <https://w3id.org/lgq/ontology> { ?s a owl:Class }", more="&default-graph-uri=x:y").body  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/sparql?query=ASK", 400, "bad-query"),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", 400, "bad-request"),
        ("/sparql?query=%FF", 400, "bad-request"),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=nowhere", 400, "bad-request"),
        ("/sparql?update=CLEAR%20ALL", 403, "update-refused"),
        ("/sparql?query=CLEAR%20ALL", 403, "update-refused"),
        ("/sparql?query=ASK%7BSERVICE%3Cx:y%3E%7B%7D%7D", 403, "service-refused"),
        ("/nothing", 404, "not-found"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(server: Running, path: str, status: int, kind: str) -> None:
    """As problem details, which any page may read."""
    answer = server.get(path)
    said = json.loads(answer.body)
    assert (answer.status, answer.media) == (status, "application/problem+json")
    assert (said["type"], said["status"]) == (f"/api/#{kind}", status)
    assert said["detail"] and said["title"] and answer.headers["Access-Control-Allow-Origin"] == "*"


def test_what_is_no_query_is_refused(server: Running) -> None:
    """Updates, other methods, other media types, other encodings, formats that there are not."""
    assert (
        server.send("POST", "/sparql", b"CLEAR ALL", Content_Type="application/sparql-update").status == 403
    )
    assert [server.send(method, "/sparql").status for method in ("PUT", "DELETE", "PATCH")] == [403] * 3
    assert server.send("PURGE", "/sparql").status == 405
    assert server.send("POST", "/api/apps.csv", b"").headers["Allow"] == "GET, HEAD, OPTIONS"
    assert server.send("POST", "/sparql", b"ASK {}", Content_Type="text/plain").status == 415
    assert (
        server.send(
            "POST", "/sparql", b"ASK {}", Content_Type="application/sparql-query; charset=utf-16"
        ).status
        == 415
    )
    assert server.send("POST", "/sparql", b"\xff", Content_Type="application/sparql-query").status == 400
    assert server.ask("ASK {}" + " " * 66_000).status == 413
    assert server.ask("ASK {}", "text/html").status == 406
    assert server.ask("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status == 406


def test_head_and_options(server: Running) -> None:
    """HEAD says what GET would; OPTIONS lets the page of another host ask, without the reader's credentials."""
    head = server.send("HEAD", "/sparql?query=ASK%7B%7D")
    assert (head.status, head.body, head.media) == (200, b"", "application/sparql-results+json")
    options = server.send(
        "OPTIONS", "/sparql", Origin="https://x.example", Access_Control_Request_Method="POST"
    )
    assert options.status == 204
    assert options.headers["Access-Control-Allow-Methods"] == "GET, HEAD, POST, OPTIONS"
    assert options.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in options.headers


def test_a_large_answer_comes_compressed_to_who_takes_it_so(server: Running) -> None:
    """And whole."""
    query = "SELECT * { GRAPH <https://w3id.org/lgq/ontology> { ?s rdfs:label ?o } } ORDER BY ?s ?o LIMIT 200"
    plain, zipped = server.ask(query), server.ask(query, Accept_Encoding="br, gzip")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert "Content-Encoding" not in server.ask(query, Accept_Encoding="gzip;q=0").headers


def test_the_service_describes_itself(server: Running) -> None:
    """At the endpoint without a query, and at its well-known place; by the address that the client called."""
    for path in ("/sparql", "/.well-known/sparql-service-description"):
        for media in ("text/turtle", "application/ld+json", "application/rdf+xml"):
            answer = server.get(path, media)
            assert (answer.status, answer.media) == (200, media)
            found = {
                str(quad.predicate).rpartition("#")[2]: quad.object
                for quad in ox.parse(answer.body, GRAPHS[media])
            }
            assert found["endpoint>"] == ox.NamedNode(f"http://127.0.0.1:{server.port}/sparql")
    assert (
        server.get("/sparql", "text/turtle", If_None_Match=server.get("/sparql").headers["ETag"]).status
        == 304
    )


def test_void_says_where_to_ask(server: Running) -> None:
    """At `/.well-known/void`."""
    answer = server.get("/.well-known/void")
    assert (answer.status, answer.media) == (200, "text/turtle")
    assert f"<http://127.0.0.1:{server.port}/sparql>".encode() in answer.body


def test_no_query_is_written_down(server: Running) -> None:
    """In the log there is the path, and nothing that was asked."""
    server.ask_by_get("ASK { ?s ?p 'an unspeakable word' }")
    server.ask("ASK { ?s ?p 'another unspeakable word' }")
    server.ask("ASK { ?s ?p 'a wrong unspeakable word }")
    assert "unspeakable" not in server.log_with("GET /sparql 200", "POST /sparql 200", "POST /sparql 400")


def test_no_path_at_which_nothing_stands_is_written_down(server: Running) -> None:
    """It may be the name of a person; what is there is told."""
    for path in ("/Jane-Doe", "/api/Jane-Doe.csv", "/api/Jane-Doe.exe", "/Jane-Doe/" + "x" * 300):
        for method in ("GET", "PUT", "POST", "OPTIONS"):
            server.send(method, path)
    assert server.get("/api/").status == 200
    assert "Jane" not in server.log_with("GET /api/ 200", "GET (another path) 404")


@pytest.mark.parametrize("path", ["/" + "a" * 252, "/id/" + "a" * 300, "/a" * 2500, "/" + "a" * 250 + "/"])
def test_a_path_that_no_file_can_have_is_not_found(server: Running, path: str) -> None:
    """404, and no traceback that would fill the log."""
    assert server.get(path).status == 404
    assert "Traceback" not in server.log


def test_the_store_is_still_what_it_was(server: Running, store_folder: Path) -> None:
    """After all of this."""
    assert LITTLE_TIME < 5
    count = server.ask("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "text/csv").body
    assert int(count.split()[1]) == len(ox.Store.read_only(str(store_folder)))
